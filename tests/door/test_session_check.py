"""Where something is asked for: who is let through, who stays out, and who is cut off."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from lib.door.closed_page import FOREIGN_PAGE, LOCKED, MISCONFIGURED_PAGE
from lib.door.middleware import AccessMiddleware
from lib.door.open_sessions import IDLE, LONGEST
from lib.door.session_cookies import COOKIE, HOSTED_COOKIE
from tests.door import loops
from tests.door.door_house import FORM, HOST, PERSON, House


@pytest.fixture
def house() -> House:
    return House()


def test_a_person_without_a_session_gets_the_form_on_every_page(house: House) -> None:
    for path in (
        "/",
        "/calendar",
        "/debrief?interview=1",
        "/media/x.pdf",
        "/nothing/at/all",
        "//evil.example",
    ):
        assert house.ask(path, PERSON).is_form
    assert house.came == []


@pytest.mark.parametrize(
    "method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"]
)
def test_a_program_without_a_session_gets_nothing_at_all(house: House, method: str) -> None:
    answer = house.ask("/_stcore/host-config", {"Accept": "*/*"}, method=method)

    assert (answer.status, answer.body) == (403, "")
    assert house.came == []


@pytest.mark.parametrize("path", ["/_stcore/health", "/healthz", "/script-health-check"])
def test_the_machine_itself_learns_that_the_app_runs_and_nobody_else_does(
    house: House, path: str
) -> None:
    outside = {"Host": "192.168.0.5:8501"}

    assert (house.ask(path).status, house.ask(path).body) == (200, "ok")
    assert house.ask(path, {"X-Forwarded-For": "8.8.8.8"}).status == 403
    assert house.ask(path, outside, client="192.168.0.7", server="192.168.0.5").status == 403
    assert house.ask(path, PERSON).is_form
    assert house.ask(path, method="POST").status == 403
    assert house.ask(path, kind="websocket").sent == [{"type": "websocket.close", "code": 1008}]
    assert house.came == []


def test_a_page_of_somebody_who_is_in_gets_streamlits_own_word_on_health(house: House) -> None:
    token = house.sign_in().token

    assert house.ask("/_stcore/health", token=token).body == "private"
    assert house.ask("/_stcore/health", token="forged").status == 403


def test_behind_a_proxy_the_session_is_in_a_cookie_that_hosts_hand_on(house: House) -> None:
    proxy = {"Host": "mine.example", "X-Forwarded-For": "8.8.8.8", "X-Forwarded-Proto": "https"}

    cookie = house.sign_in(headers={**proxy, "Origin": "https://mine.example"}).headers[
        "set-cookie"
    ]
    shown = {**PERSON, **proxy, "Cookie": cookie.split(";")[0]}
    locked = house.ask("/lock", {**FORM, **shown, "Origin": "https://mine.example"}, method="POST")

    assert cookie.startswith(f"{HOSTED_COOKIE}=")
    assert HOSTED_COOKIE.startswith("_streamlit_")
    assert (locked.status, house.ask("/", shown).is_form) == (303, True)


def test_a_script_that_says_it_wants_a_page_gets_nothing(house: House) -> None:
    assert house.ask("/", {"Accept": "text/html", "Sec-Fetch-Mode": "cors"}).body == ""


def test_a_web_socket_without_a_session_is_refused_before_it_is_accepted(house: House) -> None:
    assert house.ask("/_stcore/stream", kind="websocket").sent == [
        {"type": "websocket.close", "code": 1008}
    ]
    assert house.came == []


def test_the_cookie_is_for_this_server_alone_and_hidden_from_scripts(house: House) -> None:
    cookie = house.sign_in().headers["set-cookie"]

    attributes = {one.strip().lower() for one in cookie.split(";")[1:]}
    assert attributes == {"httponly", "path=/", "samesite=strict"}


@pytest.mark.parametrize(
    ("proto", "scheme", "secure"),
    [
        (None, "http", False),
        (None, "https", True),
        ("https", "http", True),
        ("HTTPS", "http", True),
        ("http", "http", False),
        ("https, http", "http", False),
        ("httpsx", "http", False),
    ],
)
def test_the_cookie_is_secure_where_the_browser_came_by_https(
    house: House, proto: str | None, scheme: str, secure: bool
) -> None:
    headers = {"X-Forwarded-Proto": proto} if proto else {}

    cookie = house.sign_in(headers=headers, scheme=scheme).headers["set-cookie"]

    assert ("; secure" in cookie.lower()) is secure


def test_locking_ends_the_session_at_once_and_takes_the_cookie_away(house: House) -> None:
    token = house.sign_in().token

    answer = house.ask("/lock", FORM, method="POST", token=token)

    assert (answer.status, answer.headers["location"]) == (303, "./")
    assert "max-age=0" in answer.headers["set-cookie"].lower()
    after = house.ask("/", PERSON, token=token)
    assert after.is_form
    assert LOCKED in after.body


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])
def test_a_link_does_not_lock(house: House, method: str) -> None:
    token = house.sign_in().token

    assert house.ask("/lock", PERSON, method=method, token=token).status == 405
    assert house.gate.admits(token)


@pytest.mark.parametrize("forged", ["x", "x" * 43, "", "ü" * 43, '"', "a; follow_through_door=b"])
def test_a_forged_cookie_opens_nothing(house: House, forged: str) -> None:
    house.sign_in()

    assert house.ask("/", {**PERSON, "Cookie": f"{COOKIE}={forged}"}).is_form


@pytest.mark.parametrize("seconds", [IDLE, LONGEST])
def test_an_expired_cookie_opens_nothing(house: House, seconds: float) -> None:
    token = house.sign_in().token

    house.now += seconds

    assert house.ask("/", PERSON, token=token).is_form


def test_asking_whether_a_session_is_open_does_not_keep_it_open(house: House) -> None:
    token = house.sign_in().token
    assert house.ask("/door", token=token).status == 204

    house.now += IDLE - 1
    assert house.ask("/door", token=token).status == 204
    house.now += 1
    assert house.ask("/door", token=token).status == 403
    assert house.ask("/door").status == 403


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    ("host", "client", "server"),
    [
        ("evil.example", "127.0.0.1", "127.0.0.1"),
        ("evil.example:8501", "192.168.0.7", "192.168.0.5"),
        ("192.168.0.6:8501", "192.168.0.7", "192.168.0.5"),
        ("localhost:8501", "192.168.0.7", "192.168.0.5"),
        ("192.168.0.5.evil.example", "192.168.0.7", "192.168.0.5"),
    ],
)
def test_a_foreign_host_is_not_even_asked(
    house: House, kind: str, host: str, client: str, server: str
) -> None:
    token = house.sign_in().token

    answer = house.ask(
        "/", {**PERSON, "Host": host}, kind=kind, client=client, server=server, token=token
    )

    assert (
        answer.sent[0] == {"type": "websocket.close", "code": 1008} or answer.body == FOREIGN_PAGE
    )
    assert house.came == []


@pytest.mark.parametrize(
    ("headers", "client", "server"),
    [
        ({"Host": "192.168.0.5"}, "8.8.8.8", "192.168.0.5"),
        ({"Host": "8.8.4.4"}, "8.8.8.8", "8.8.4.4"),
        ({"Host": "192.168.0.5", "X-Forwarded-For": "192.168.0.7"}, "192.168.0.7", "192.168.0.5"),
        ({"Via": "1.1 tunnel"}, "127.0.0.1", "127.0.0.1"),
    ],
)
def test_opened_to_the_local_network_it_answers_nobody_from_beyond(
    headers: dict[str, Any], client: str, server: str
) -> None:
    house = House(lan_only=True)

    answer = house.ask("/", {**PERSON, **headers}, client=client, server=server)

    assert answer.body == FOREIGN_PAGE


def test_a_wrongly_configured_door_lets_nobody_in() -> None:
    house = House(broken=True)
    token = house.gate.sessions.begin()

    assert house.ask("/", PERSON, token=token).body == MISCONFIGURED_PAGE
    assert house.sign_in().body == MISCONFIGURED_PAGE
    assert house.ask(kind="websocket", token=token).sent == [
        {"type": "websocket.close", "code": 1008}
    ]
    assert house.came == []


def test_no_browser_keeps_what_only_a_signed_in_person_may_see(house: House) -> None:
    token = house.sign_in().token

    for path in ("/", "/media/x.pdf", "/_stcore/host-config"):
        assert house.ask(path, token=token).headers["cache-control"] == "no-store"
    assert "cache-control" not in house.ask("/static/js/index.js", token=token).headers
    assert house.ask("/", PERSON).headers["cache-control"] == "no-store"


def test_an_older_safari_may_open_the_apps_own_web_socket(house: House) -> None:
    headers = {**PERSON, "Host": "192.168.0.5:8501"}
    token = house.sign_in().token

    answer = house.ask("/", headers, token=token, client="192.168.0.7", server="192.168.0.5")

    assert (
        " ws://192.168.0.5:8501 wss://192.168.0.5:8501;"
        in answer.headers["content-security-policy"]
    )


def test_an_open_connection_is_cut_in_both_directions_once_its_session_has_ended(
    house: House,
) -> None:
    token = house.sign_in().token
    sent: list[Message] = []
    got: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept"})
        got.append(await receive())
        house.gate.sessions.end(token)
        await send({"type": "websocket.send", "bytes": b"private"})
        got.append(await receive())
        await send({"type": "websocket.send", "bytes": b"private"})

    async def receive() -> Message:
        return {"type": "websocket.receive", "bytes": b"hello"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = _web_socket(token)
    loops.run(AccessMiddleware(app, lambda: house.gate)(scope, receive, send))

    assert sent == [{"type": "websocket.accept"}, {"type": "websocket.close", "code": 1008}]
    assert [one["type"] for one in got] == ["websocket.receive", "websocket.disconnect"]


def test_a_silent_connection_is_cut_too(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lib.door.websocket_session.LOOK_EVERY", 0.01)
    token = house.sign_in().token
    sent: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        assert (await receive())["type"] == "websocket.disconnect"

    async def receive() -> Message:
        house.gate.sessions.end(token)
        await asyncio.sleep(3600)
        raise AssertionError("never")

    async def send(message: Message) -> None:
        sent.append(message)

    loops.run(AccessMiddleware(app, lambda: house.gate)(_web_socket(token), receive, send))

    assert sent == [{"type": "websocket.close", "code": 1008}]


def _web_socket(token: str) -> Scope:
    headers = [(b"host", HOST.encode()), (b"cookie", f"{COOKIE}={token}".encode())]
    ends = {"client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8501)}
    return {"type": "websocket", "path": "/_stcore/stream", "headers": headers, **ends}
