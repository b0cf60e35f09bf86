"""The running server with a passphrase, asked with a cookie, without one, and with a wrong one."""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from lib.door import closed_page
from lib.door.gate_settings import VARIABLE
from lib.door.middleware import HEALTH
from lib.door.passphrase_file import new_key
from lib.door.session_cookies import COOKIE
from lib.ui.core import navigation
from tests.door.test_door_at_work import PATHS, WEB_SOCKET

ROOT = Path(__file__).resolve().parents[2]
RIGHT, WRONG = "correct horse battery", "battery horse mistaken"
LINE = new_key(RIGHT, cost=2**14, lanes=1).line()
BROKEN = "scrypt$32768$8$3$a-secret-that-was-cut"
PAGES = [f"/{page}" for group in navigation.GROUPS.values() for page, *_ in group]
EVERY_PATH = [
    *PATHS,
    *PAGES,
    "/network?person=7",
    "/static/media/x.woff2",
    "/_stcore/component/x",
    "/door",
]
PERSON = {"Accept": "text/html", "Sec-Fetch-Mode": "navigate"}
FORM = {"Content-Type": "application/x-www-form-urlencoded", **PERSON}


@dataclass
class Running:
    """A server of our app, and the file that takes all it prints."""

    port: int
    said: Path
    data: Path

    def ask(
        self, path: str, headers: dict[str, str] | None = None, method: str = "GET", body: str = ""
    ) -> tuple[int, bytes, http.client.HTTPMessage]:
        caller = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            caller.request(method, path, body or None, headers or {})
            answer = caller.getresponse()
            return answer.status, b"" if answer.status == 101 else answer.read(), answer.headers
        finally:
            caller.close()

    def post(
        self, path: str, fields: dict[str, str], headers: dict[str, str] | None = None
    ) -> tuple[int, bytes, http.client.HTTPMessage]:
        sent = {**FORM, "Origin": f"http://127.0.0.1:{self.port}", **(headers or {})}
        return self.ask(path, sent, "POST", urlencode(fields))

    def sign_in(self) -> dict[str, str]:
        """The headers of somebody who is in."""
        status, _, headers = self.post("/", {"passphrase": RIGHT})
        assert status == 303
        return {"Cookie": headers["Set-Cookie"].split(";")[0]}


@contextmanager
def run(
    folder: Path, env: dict[str, Any], *flags: str, script: str = "app.py"
) -> Iterator[Running]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    running = Running(port, folder / "said.txt", folder / "person")
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(ROOT / script),
        f"--server.port={port}",
    ]
    command += [
        "--server.headless=true",
        "--server.fileWatcherType=none",
        "--logger.level=debug",
        *flags,
    ]
    with running.said.open("wb") as said:
        server = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **env, "FOLLOW_THROUGH_DATA": str(running.data)},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_for(running)
        yield running
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(running: Running) -> None:
    latest = time.monotonic() + 60
    while True:
        try:
            assert running.ask("/_stcore/health")[0] in (200, 403)
            return
        except OSError:
            assert time.monotonic() < latest, "the server does not start"
            time.sleep(0.1)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with run(tmp_path_factory.mktemp("one"), {VARIABLE: LINE}) as running:
        yield running


@pytest.fixture
def inside(server: Running) -> dict[str, str]:
    return server.sign_in()


@pytest.mark.parametrize("path", EVERY_PATH)
def test_without_a_session_no_path_gives_anything_but_the_form(server: Running, path: str) -> None:
    status, body, _ = server.ask(path, PERSON)

    assert status == 403
    assert body.decode() == ("" if path == "/door" else closed_page.sign_in())


@pytest.mark.parametrize("path", EVERY_PATH)
def test_without_a_session_a_program_gets_no_word_but_that_the_app_runs(
    server: Running, path: str
) -> None:
    assert server.ask(path)[:2] == ((200, b"ok") if path in HEALTH else (403, b""))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "HEAD"])
@pytest.mark.parametrize(
    "path", ["/", "/_stcore/upload_file/s/f", "/_stcore/agent/mcp", "/media/x"]
)
def test_without_a_session_no_method_gives_anything(
    server: Running, path: str, method: str
) -> None:
    assert server.ask(path, PERSON, method)[:2] == (403, b"")


@pytest.mark.parametrize("forged", ["x" * 43, "", "%00", '"quoted"', "a" * 4000])
def test_a_forged_cookie_gives_no_more_than_none(server: Running, forged: str) -> None:
    status, body, _ = server.ask("/calendar", {**PERSON, "Cookie": f"{COOKIE}={forged}"})

    assert status == 403
    assert body.decode() in (closed_page.sign_in(), closed_page.sign_in(note=closed_page.LOCKED))


def test_somebody_who_is_in_gets_every_page_and_the_servers_own_paths(
    server: Running, inside: dict[str, Any]
) -> None:
    for path in [*PAGES, "/", "/_stcore/health", "/_stcore/host-config"]:
        assert server.ask(path, {**PERSON, **inside})[0] == 200


def test_the_web_socket_opens_for_whoever_is_in_alone(
    server: Running, inside: dict[str, Any]
) -> None:
    own = {**WEB_SOCKET, "Origin": f"http://127.0.0.1:{server.port}"}

    assert server.ask("/_stcore/stream", {**own, **inside})[0] == 101
    assert server.ask("/_stcore/stream", own)[0] == 403
    assert server.ask("/_stcore/stream", {**own, "Cookie": f"{COOKIE}={'x' * 43}"})[0] == 403


@pytest.mark.parametrize("foreign", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}])
def test_a_cookie_does_not_help_a_foreign_page(
    server: Running, inside: dict[str, Any], foreign: dict[str, Any]
) -> None:
    for path, headers in (("/", PERSON), ("/_stcore/stream", WEB_SOCKET)):
        assert server.ask(path, {**headers, **inside, **foreign})[0] == 403
    assert server.post("/", {"passphrase": RIGHT}, foreign)[0] == 403


def test_an_upload_needs_the_session(server: Running, inside: dict[str, Any]) -> None:
    path = "/_stcore/upload_file/s/f"

    assert server.ask(path, {"Content-Type": "text/plain"}, "PUT", "x")[:2] == (403, b"")
    status, body, _ = server.ask(path, {"Content-Type": "text/plain", **inside}, "PUT", "x")
    assert status == 403
    assert b"XSRF" in body  # Streamlit's own refusal: it got through to there


def test_locking_shuts_every_page_and_cuts_the_open_connections(
    server: Running, inside: dict[str, Any]
) -> None:
    other = server.sign_in()
    with open_socket(server, inside) as line:
        status, _, headers = server.post("/lock", {}, inside)

        assert (status, headers["Location"]) == (303, "./")
        assert "Max-Age=0" in headers["Set-Cookie"]
        assert is_closed_soon(line)
    assert server.ask("/", {**PERSON, **inside})[1].decode() == closed_page.sign_in(
        note=closed_page.LOCKED
    )
    assert server.ask("/media/x", inside)[:2] == (403, b"")
    assert server.ask("/_stcore/stream", {**WEB_SOCKET, **inside})[0] == 403
    assert server.ask("/", {**PERSON, **other})[0] == 200


@contextmanager
def open_socket(server: Running, headers: dict[str, Any]) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as line:
        sent = {"Host": f"127.0.0.1:{server.port}", **WEB_SOCKET, **headers}
        named = "".join(f"{name}: {value}\r\n" for name, value in sent.items())
        line.sendall(f"GET /_stcore/stream HTTP/1.1\r\n{named}\r\n".encode())
        assert line.recv(4096).startswith(b"HTTP/1.1 101")
        yield line


def is_closed_soon(line: socket.socket) -> bool:
    """True if the server ends the connection, with the code for a policy's violation."""
    got = b""
    try:
        while chunk := line.recv(65536):
            got += chunk
            if b"\x88\x02\x03\xf0" in got[-64:]:
                return True
    except TimeoutError:
        return False
    return False


def test_a_link_does_not_lock(server: Running, inside: dict[str, Any]) -> None:
    assert server.ask("/lock", {**PERSON, **inside})[0] == 405
    assert server.ask("/", {**PERSON, **inside})[0] == 200


def test_nothing_secret_is_in_any_log_or_answer(server: Running, inside: dict[str, str]) -> None:
    wrong = server.post("/", {"passphrase": WRONG})
    right = server.post("/calendar", {"passphrase": RIGHT})
    broken = server.ask(
        "/", {**FORM, "Origin": f"http://127.0.0.1:{server.port}"}, "POST", f"passphrase={RIGHT}%"
    )
    token = inside["Cookie"].partition("=")[2]
    with open_socket(server, inside):
        time.sleep(1)
    logs = b"".join(one.read_bytes() for one in server.data.rglob("*") if one.is_file())

    everything = b"".join([wrong[1], right[1], broken[1], logs, server.said.read_bytes()]).decode(
        "utf-8", "replace"
    )

    assert len(server.said.read_bytes()) > 100
    secrets = [
        RIGHT,
        WRONG,
        token,
        *LINE.split("$")[4:],
        *(urlencode({"": one})[1:] for one in (RIGHT, WRONG)),
    ]
    assert [one for one in secrets if one in everything] == []
    assert COOKIE not in server.said.read_text(errors="replace")
    assert "Traceback" not in server.said.read_text(errors="replace")


@pytest.mark.parametrize("where", ["environment", "secrets", "secrets that cannot be read"])
def test_a_malformed_hash_shuts_the_door_and_is_quoted_nowhere(tmp_path: Path, where: str) -> None:
    secrets = tmp_path / "secrets.toml"
    if where != "environment":
        closing = '"' if where == "secrets" else ""
        secrets.write_text(f'[door]\npassphrase = "{BROKEN}{closing}\n')
    env = {VARIABLE: BROKEN} if where == "environment" else {}
    with run(tmp_path, env, f"--secrets.files={secrets}") as running:
        status, body, _ = running.ask("/", PERSON)
        answers = [body, running.post("/", {"passphrase": RIGHT})[1], running.ask("/media/x")[1]]

        assert (status, set(answers)) == (403, {closed_page.MISCONFIGURED_PAGE.encode()})
        assert running.ask("/_stcore/stream", WEB_SOCKET)[0] == 403
        assert not re.search("a-secret-that-was-cut", running.said.read_text(errors="replace"))


def test_a_passphrase_in_the_secrets_is_asked_for(tmp_path: Path) -> None:
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(f'[door]\npassphrase = "{LINE}"\nidle_minutes = 5\n')
    with run(tmp_path, {}, f"--secrets.files={secrets}") as running:
        assert running.ask("/calendar", PERSON)[1].decode() == closed_page.sign_in()
        assert running.ask("/calendar", {**PERSON, **running.sign_in()})[0] == 200
