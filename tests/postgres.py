"""A PostgreSQL server of the tests' own: on a free port of this machine, in a folder that goes with
it.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg

from tests.wire import free_port

PATIENCE = 60.0
OWNER, PASSWORD = "someone", "four plain words here"
# It will not run as root; the package makes a user for it.
USER = "postgres"


@contextmanager
def running(programs: Path) -> Iterator[Postgres]:
    """A server that is there, and goes at the end."""
    server = Postgres(programs)
    try:
        yield server.start()
    finally:
        server.remove()


class Postgres:
    """One server. Stopping it, or worse, leaves its data for the next start."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="follow-through-postgres-"))
        self.port = free_port()
        self._names = count()
        self._process: subprocess.Popen[bytes] | None = None
        self._as_user: dict[str, Any] = (
            {"user": USER, "group": USER, "extra_groups": []} if os.geteuid() == 0 else {}
        )
        if self._as_user:
            os.chown(self.folder, pwd.getpwnam(USER).pw_uid, -1)
        self._prepare()

    def url(self, database: str, *, port: int | None = None) -> str:
        """The address of a database in it; `port` is that of something in between."""
        secret = PASSWORD.replace(" ", "%20")
        return f"postgresql://{OWNER}:{secret}@127.0.0.1:{port or self.port}/{database}"

    def new_database(self) -> str:
        """Makes one with nothing in it, and gives its name."""
        name = f"made_{next(self._names)}_{uuid4().hex[:6]}"
        self.ask(f"CREATE DATABASE {name}")
        return name

    def ask(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """What it answers."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def start(self) -> Postgres:
        """Starts it and waits until it answers; after a crash it puts itself right first."""
        until = time.monotonic() + PATIENCE
        while True:
            self._launch()
            if self._answers(until):
                return self
            # After a kill the old one's memory may be in use for another moment.
            assert time.monotonic() < until, "PostgreSQL did not start"
            time.sleep(0.1)

    def stop(self) -> None:
        """As for an update: those who are connected are sent away."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """As when its machine dies, all its processes at once."""
        assert self._process is not None
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(PATIENCE)

    def pause(self) -> None:
        """It is there and says nothing."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGSTOP)

    def go_on(self) -> None:
        """It answers again."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGCONT)

    def remove(self) -> None:
        """For good."""
        if self._process is not None and self._process.poll() is None:
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _prepare(self) -> None:
        secret = self.folder / "secret"
        secret.write_text(PASSWORD)
        secret.chmod(0o644)
        command = [str(self._programs / "initdb"), "-D", str(self.folder / "data"), "-U", OWNER]
        more = [
            "-A",
            "scram-sha-256",
            f"--pwfile={secret}",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync",
        ]
        subprocess.run(
            [*command, *more], check=True, capture_output=True, cwd=self.folder, **self._as_user
        )

    def _launch(self) -> None:
        options = {
            "port": self.port,
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
            "max_connections": 60,
            "shared_buffers": "16MB",
        }
        settings = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [self._programs / "postgres", "-D", self.folder / "data", *settings],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **self._as_user,
            )

    def _answers(self, until: float) -> bool:
        assert self._process is not None
        while self._process.poll() is None and time.monotonic() < until:
            try:
                self.ask("SELECT 1")
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return True
        return False

    def _end(self, how: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(how)
        self._process.wait(PATIENCE)
