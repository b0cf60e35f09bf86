"""The running server, asked from where it should answer, and from where it should not."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lib.door.closed_page import CLOSED_PAGE

ROOT = Path(__file__).resolve().parents[2]

# Every route of Streamlit 1.67, and some ways around a careless check.
PATHS = [
    *("/", "/calendar", "/debrief?interview=1", "/index.html", "/favicon.png", "/manifest.json"),
    *(
        "/_stcore/health",
        "/_stcore/script-health-check",
        "/_stcore/metrics",
        "/_stcore/host-config",
    ),
    *(
        "/_stcore/stream",
        "/_stcore/upload_file/s/f",
        "/_stcore/bidi-components/x/y.js",
        "/media/abc.txt",
    ),
    *(
        "/component/streamlit_calendar.calendar/index.html",
        "/static/js/index.js",
        "/app/static/x.txt",
    ),
    *("/auth/login", "/auth/logout", "/oauth2callback", "/_stcore/agent/openapi.json"),
    *("/_stcore/agent/interact", "/_stcore/agent/mcp", "//health", "/../app.py", "/%2e%2e/app.py"),
]
WEB_SOCKET = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Protocol": "streamlit",
}


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of our app, started the plain way: on all interfaces."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = int(free.getsockname()[1])
    flags = [f"--server.port={number}", "--server.headless=true", "--server.fileWatcherType=none"]
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), *flags],
        cwd=ROOT,
        env={**os.environ, "FOLLOW_THROUGH_DATA": str(tmp_path_factory.mktemp("person"))},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(number)
        yield number
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(port: int) -> None:
    latest = time.monotonic() + 60
    while True:
        try:
            assert ask(port, "/_stcore/health")[0] == 200
            return
        except OSError:
            assert time.monotonic() < latest, "the server does not start"
            time.sleep(0.1)


def ask(
    port: int,
    path: str,
    headers: dict[str, str] | None = None,
    method: str = "GET",
    to: str = "127.0.0.1",
) -> tuple[int, bytes]:
    """Status and body of the answer."""
    caller = http.client.HTTPConnection(to, port, timeout=10)
    try:
        caller.request(method, path, headers=headers or {})
        answer = caller.getresponse()
        return answer.status, b"" if answer.status == 101 else answer.read()
    finally:
        caller.close()


@pytest.mark.parametrize("path", PATHS)
def test_no_path_answers_a_foreign_host(port: int, path: str) -> None:
    assert ask(port, path, {"Host": "evil.example"}) == (403, CLOSED_PAGE.encode())


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/_stcore/upload_file/s/f", "/_stcore/agent/mcp"])
def test_no_method_answers_a_foreign_host(port: int, path: str, method: str) -> None:
    assert ask(port, path, {"Host": "evil.example"}, method) == (403, CLOSED_PAGE.encode())


@pytest.mark.parametrize("path", PATHS)
def test_no_path_answers_through_a_proxy(port: int, path: str) -> None:
    assert ask(port, path, {"X-Forwarded-For": "127.0.0.1"}) == (403, CLOSED_PAGE.encode())


def test_the_web_socket_opens_for_our_own_page(port: int) -> None:
    status, _ = ask(port, "/_stcore/stream", {**WEB_SOCKET, "Origin": f"http://127.0.0.1:{port}"})

    assert status == 101


@pytest.mark.parametrize(
    "foreign",
    [
        {"Host": "evil.example"},
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:3000"},
        {"Via": "x"},
    ],
)
def test_the_web_socket_stays_shut_for_others(port: int, foreign: dict[str, Any]) -> None:
    status, _ = ask(port, "/_stcore/stream", {**WEB_SOCKET, **foreign})

    assert status == 403


def test_another_interface_is_shut_whatever_host_it_claims(port: int) -> None:
    address = _other_address()
    if address is None:
        pytest.skip("this machine has no other interface")

    assert ask(port, "/", to=address) == (403, CLOSED_PAGE.encode())
    assert ask(port, "/", {"Host": "localhost"}, to=address) == (403, CLOSED_PAGE.encode())


def _other_address() -> str | None:
    """An address of this machine that is not loopback; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        address: str = probe.getsockname()[0]
    return None if address.startswith(("127.", "0.")) else address


def test_this_machine_gets_the_app(port: int) -> None:
    status, body = ask(port, "/calendar")

    assert status == 200
    assert b"<title>" in body
    assert CLOSED_PAGE.encode() != body
