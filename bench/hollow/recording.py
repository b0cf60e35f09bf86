"""Records the messages in which Streamlit sends a page to the browser, and sends them again."""

from __future__ import annotations

from pathlib import Path

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

FOLDER = "FOLLOW_THROUGH_HOLLOW"
"""The environment variable that names the folder of the recordings."""
MAIN = 0
"""The first number in the path of what stands in the main part of a page."""


def record(at: AppTest, folder: Path, name: str) -> int:
    """Runs a page once more and keeps what it sends.

    Returns:
        How many messages that is.
    """
    sent: list[ForwardMsg] = []
    run = LocalScriptRunner.run

    def kept(runner: LocalScriptRunner, *args: object, **kwargs: object) -> object:
        tree = run(runner, *args, **kwargs)  # type: ignore[arg-type]
        sent[:] = runner.forward_msgs()
        return tree

    LocalScriptRunner.run = kept  # type: ignore[method-assign,assignment]
    try:
        at.run()
    finally:
        LocalScriptRunner.run = run  # type: ignore[method-assign]
    drawn = [one for one in sent if _is_in_the_main_part(one)]
    content = b"".join(_with_length(one.SerializeToString()) for one in drawn)
    (folder / f"{name}.messages").write_bytes(content)
    return len(drawn)


def replay(folder: Path, name: str) -> None:
    """Sends a recorded page to the browser."""
    context = get_script_run_ctx()
    assert context is not None
    content = (folder / f"{name}.messages").read_bytes()
    while content:
        length = int.from_bytes(content[:4])
        message = ForwardMsg()
        message.ParseFromString(content[4 : 4 + length])
        context.enqueue(message)
        content = content[4 + length :]


def _is_in_the_main_part(message: ForwardMsg) -> bool:
    path = message.metadata.delta_path
    return message.WhichOneof("type") == "delta" and len(path) > 1 and path[0] == MAIN


def _with_length(content: bytes) -> bytes:
    return len(content).to_bytes(4) + content
