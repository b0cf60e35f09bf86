"""Who is let in without a login, asked of the middleware; test_door_at_work.py asks a server."""

from __future__ import annotations

import pytest
from starlette.types import Message, Receive, Scope, Send

from lib.door.closed_page import CLOSED_PAGE
from lib.door.middleware import AccessMiddleware
from tests.door import loops

OWN_HOST = "127.0.0.1:8501"
FORWARDED = [
    "Forwarded",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Anything",
    "X-Real-IP",
    "Via",
]
FOREIGN_HOSTS = [
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "evil.example:8501",
    "localhost@evil.example",
    "localhost, evil.example",
    "localhost evil.example",
    "localhost:8501:80",
    "localhost:",
    "192.168.0.5:8501",
    "[2001:db8::1]:8501",
    "0.0.0.0:8501",
    "127.1:8501",
    "2130706433",
    "",
]


async def inner(scope: Scope, receive: Receive, send: Send) -> None:
    """An app that answers everything."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
    elif scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"private"})


def ask(
    *headers: tuple[str, str],
    kind: str = "http",
    client: tuple[str, int] | None = ("127.0.0.1", 50000),
) -> list[Message]:
    """What the door and the app behind it send back."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": f"{kind}.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    hosts = [value for name, value in headers if name == "Host"]
    if kind == "websocket" and len(hosts) == 1 and "Origin" not in dict(headers):
        headers = (*headers, ("Origin", f"http://{hosts[0]}"))
    raw = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers]
    scope = {"type": kind, "method": "GET", "path": "/", "headers": raw, "client": client}
    loops.run(AccessMiddleware(inner, lambda: None)(scope, receive, send))
    return sent


def is_let_in(sent: list[Message]) -> bool:
    return sent[0].get("status") == 200 or sent[0]["type"] == "websocket.accept"


def is_shut_out(sent: list[Message]) -> bool:
    closed_page = sent[0].get("status") == 403 and sent[1]["body"] == CLOSED_PAGE.encode()
    return closed_page or sent == [{"type": "websocket.close", "code": 1008}]


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    "host",
    ["localhost", "LOCALHOST:8501", "localhost.", OWN_HOST, "127.8.8.8", "[::1]", "[::1]:8501"],
)
def test_a_loopback_host_is_let_in(kind: str, host: str) -> None:
    assert is_let_in(ask(("Host", host), kind=kind))


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_a_foreign_host_is_shut_out(kind: str, host: str) -> None:
    assert is_shut_out(ask(("Host", host), kind=kind))


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize("client", ["127.0.0.1", "127.3.2.1", "::1", "::ffff:127.0.0.1"])
def test_a_loopback_client_is_let_in(kind: str, client: str) -> None:
    assert is_let_in(ask(("Host", OWN_HOST), kind=kind, client=(client, 1)))


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    "client", ["192.168.0.5", "::ffff:192.168.0.5", "2001:db8::1", "0.0.0.0", "localhost", ""]
)
def test_a_client_from_elsewhere_is_shut_out(kind: str, client: str) -> None:
    assert is_shut_out(ask(("Host", OWN_HOST), kind=kind, client=(client, 1)))


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_a_client_without_an_address_is_shut_out(kind: str) -> None:
    assert is_shut_out(ask(("Host", OWN_HOST), kind=kind, client=None))


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize("name", FORWARDED)
def test_what_came_through_a_proxy_is_shut_out(kind: str, name: str) -> None:
    assert is_shut_out(ask(("Host", OWN_HOST), (name, "127.0.0.1"), kind=kind))


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_no_host_and_two_hosts_are_shut_out(kind: str) -> None:
    assert is_shut_out(ask(kind=kind))
    assert is_shut_out(ask(("Host", OWN_HOST), ("Host", "evil.example"), kind=kind))


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "null",
        "http://127.0.0.1:3000",
        "http://localhost:8501",
        "file://",
        "",
    ],
)
def test_a_page_of_another_server_is_shut_out(kind: str, origin: str) -> None:
    assert is_shut_out(ask(("Host", OWN_HOST), ("Origin", origin), kind=kind))


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_our_own_page_is_let_in(kind: str) -> None:
    assert is_let_in(ask(("Host", OWN_HOST), ("Origin", f"http://{OWN_HOST}"), kind=kind))


def test_the_servers_start_and_stop_pass() -> None:
    """What starts it has neither headers nor a path (ASGI, "Lifespan Protocol")."""
    passed: list[Scope] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        passed.append(scope)

    async def receive() -> Message:
        return {"type": "lifespan.startup"}

    async def send(message: Message) -> None:
        raise AssertionError(message)

    scope: Scope = {"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}

    loops.run(AccessMiddleware(app, lambda: None)(scope, receive, send))

    assert passed == [scope]


def test_the_closed_page_holds_nothing_but_itself() -> None:
    assert "://" not in CLOSED_PAGE
    assert "<script" not in CLOSED_PAGE


@pytest.mark.parametrize("host", [OWN_HOST, "evil.example"])
def test_every_answer_says_what_a_browser_should_hold_to(host: str) -> None:
    headers = dict(ask(("Host", host))[0]["headers"])

    assert headers[b"referrer-policy"] == b"no-referrer"
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"x-frame-options"] == b"SAMEORIGIN"
    assert headers[b"content-security-policy"].startswith(b"default-src 'self'")


@pytest.mark.parametrize("origin", [(), (("X-Origin", "http://127.0.0.1:8501"),)])
def test_a_websocket_that_no_page_opened_is_shut_out(origin: tuple[tuple[str, str], ...]) -> None:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(name.lower().encode(), value.encode()) for name, value in origin]
    raw = [(b"host", OWN_HOST.encode()), *headers]
    scope = {"type": "websocket", "path": "/", "headers": raw, "client": ("127.0.0.1", 50000)}
    loops.run(AccessMiddleware(inner, lambda: None)(scope, receive, send))

    assert is_shut_out(sent)


def headers_of(*headers: tuple[str, str]) -> dict[str, str]:
    start = ask(("Host", OWN_HOST), *headers)[0]
    return {name.decode().lower(): value.decode() for name, value in start["headers"]}


def test_every_answer_gives_no_page_the_camera_and_no_other_site_a_handle() -> None:
    sent = headers_of()

    assert "camera=()" in sent["permissions-policy"]
    assert "geolocation=()" in sent["permissions-policy"]
    assert "clipboard" not in sent["permissions-policy"]
    assert sent["cross-origin-opener-policy"] == "same-origin"


def test_only_what_came_encrypted_says_that_it_is_to_stay_so() -> None:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    raw = [(b"host", OWN_HOST.encode())]
    client = ("127.0.0.1", 50000)
    scope: Scope = {"type": "http", "method": "GET", "path": "/", "headers": raw}
    scope["scheme"], scope["client"] = "https", client
    loops.run(AccessMiddleware(inner, lambda: None)(scope, receive, send))

    names = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    assert names["strict-transport-security"].startswith("max-age=")
    assert "strict-transport-security" not in headers_of()
