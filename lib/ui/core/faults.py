"""What a person sees when something breaks, and what is written down about it.

The screen gets one calm sentence. The log and the console get where it happened, under the id that
the screen shows. None of them gets what an exception says or holds: that may be a note, a name or
an address.
"""

from __future__ import annotations

import logging
import os
import secrets
import traceback
from collections.abc import Iterator
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from lib.domain.errors import FollowThroughError
from lib.ui.core.markdown_escape import plain

ROOT: Final = Path(__file__).resolve().parents[3]
LOG_NAME: Final = "follow-through.log"
LOG_BYTES: Final = 500_000
LOGS_KEPT: Final = 3

SERVER: Final = "streamlit.web.server.starlette"
PRINT_ERRORS: Final = ("streamlit.error_util", f"{SERVER}.starlette_websocket", "uvicorn.error")

UNEXPECTED: Final = (
    "Something went wrong here, and the last step may not have been finished. What was saved is "
    "safe, and what you typed comes back when you go on or reload the page. If it happens again, "
    "this code leads to it in the log: "
)
SERVER_FAULT: Final = "Something went wrong. What was saved is safe. Please reload the page. Code: "


def on_script_error(error: Exception) -> bool:
    """Shows what a person can use of a page's error; True, as Streamlit need add nothing."""
    fault = new_fault_id()
    if isinstance(error, FollowThroughError):
        _show(error.sentence, fault)
        return True
    write_down(error, fault)
    _show(UNEXPECTED + fault, fault)
    return True


def on_server_error(_request: Request, error: Exception) -> Response:
    """The answer to a request that broke outside any page."""
    fault = new_fault_id()
    write_down(error, fault)
    return PlainTextResponse(SERVER_FAULT + fault, status_code=500)


def new_fault_id() -> str:
    """Eight characters by which a screen and a line in the log are brought together."""
    return secrets.token_hex(4)


def write_down(error: BaseException, fault: str) -> None:
    """Adds the error's outline to the log in the data folder, and says it on the console.

    A host wipes the folder, and shows the console to the person. Where neither can be, the screen
    must do.
    """
    logger = logging.Logger("follow-through.faults")
    for handler in _log_handlers():
        logger.addHandler(handler)
    logger.error("%s %s", fault, outline(error))
    for handler in logger.handlers:
        handler.close()


def outline(error: BaseException) -> str:
    """Kinds of error and the lines they passed, outermost cause last; no message, no values."""
    parts = []
    for one in _chain(error):
        kind = type(one)
        frames = traceback.extract_tb(one.__traceback__)
        lines = [f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
        parts.append("\n".join([f"{kind.__module__}.{kind.__qualname__}", *lines]))
    return "\nbecause of ".join(parts)


def keep_values_out_of_console() -> None:
    """Cuts what Streamlit and its server print about an error to its outline.

    Of what the routes for signing in report, the provider's own words and the address asked for are
    cut too.
    """
    for name in PRINT_ERRORS:
        logging.getLogger(name).addFilter(_without_values)
    logging.getLogger(f"{SERVER}.starlette_auth_routes").addFilter(_without_words)


def _show(sentence: str, fault: str) -> None:
    st.error(plain(sentence), icon=":material/error:")
    st.button(
        "Go on", key=f"faults.go_on.{fault}"
    )  # the id, for two fragments may break in one run


def _without_values(record: logging.LogRecord) -> bool:
    """False for an error that was told to the person in words; any other is cut to its outline."""
    error = record.exc_info[1] if record.exc_info else None
    if error is not None:
        record.msg, record.args = outline(error), ()
        record.exc_info = record.exc_text = None
    return not isinstance(error, FollowThroughError)


def _without_words(record: logging.LogRecord) -> bool:
    """True, with what came from outside taken out of it."""
    error = record.exc_info[1] if record.exc_info else None
    lines = [str(record.msg).replace("%s", "…"), *([outline(error)] if error else [])]
    record.msg, record.args = "\n".join(lines), ()
    record.exc_info = record.exc_text = None
    return True


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _short(filename: str) -> str:
    """A file's path without the folder that the app or the person's home lies in."""
    path = Path(filename)
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(Path(*path.parts[-3:]))


class _PrivateFileHandler(RotatingFileHandler):
    """A rotating log that only its owner can read, from its first byte on."""

    def _open(self) -> TextIOWrapper:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        return os.fdopen(os.open(self.baseFilename, flags, 0o600), "a", encoding="utf-8")


def _log_handlers() -> Iterator[logging.Handler]:
    yield logging.StreamHandler()
    with suppress(OSError, ImportError, FollowThroughError):
        yield _to_the_log()


def _to_the_log() -> _PrivateFileHandler:
    # Only now: a fault in the store's own modules must still find this one whole.
    from lib.store.file import place

    folder = place.data_folder() / "log"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = _PrivateFileHandler(folder / LOG_NAME, maxBytes=LOG_BYTES, backupCount=LOGS_KEPT)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    return handler
