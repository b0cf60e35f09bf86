"""Starting, killing and stopping the app as its own process, for tests that need a real server."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
CONTROL = "fails"
"""The file in the data folder that tells `faulty_app.py` how to fail."""


@dataclass
class Server:
    """One running app on a port and a data folder of its own."""

    app: Path
    data: Path
    port: int
    env: dict[str, str] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    console: Path | None = None
    """Where what it prints goes; nowhere if None."""
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Server:
        """Starts it and waits until it answers."""
        env = {**os.environ, **self.env, "FOLLOW_THROUGH_DATA": str(self.data)}
        with (self.console or Path(os.devnull)).open("ab") as console:
            self.process = subprocess.Popen(
                self.command(), cwd=ROOT, env=env, stdout=console, stderr=subprocess.STDOUT
            )
        self._wait()
        return self

    def command(self) -> list[str]:
        """What is run."""
        return [
            *(sys.executable, "-m", "streamlit", "run", str(self.app)),
            *("--server.address", "127.0.0.1", "--server.port", str(self.port)),
            *("--server.headless", "true", "--server.fileWatcherType", "none", *self.flags),
        ]

    def kill(self) -> None:
        """As when the battery dies."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """As when the person closes it."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(10)

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert self.process is not None
            assert self.process.poll() is None, "the app ended before it answered"
            try:
                with urlopen(f"{self.url}/_stcore/health", timeout=2):
                    return
            except (URLError, OSError):
                time.sleep(0.1)
        raise AssertionError("the app did not answer in time")


class GuardedServer(Server):
    """One that answers nothing but its sign-in page until somebody is in."""

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                urlopen(self.url, timeout=2)
            except HTTPError:
                return
            except (URLError, OSError):
                time.sleep(0.1)
        raise AssertionError("the app did not answer in time")


def serve(
    data: Path,
    *,
    app: Path = ROOT / "app.py",
    env: dict[str, str] | None = None,
    console: Path | None = None,
) -> Server:
    """A started server on a free port."""
    return Server(app, data, _free_port(), env or {}, console=console).start()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
