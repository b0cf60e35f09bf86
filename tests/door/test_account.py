"""The login by account, asked of the middleware, with a made-up login of Streamlit behind it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from itsdangerous import URLSafeTimedSerializer
from starlette.responses import RedirectResponse, Response
from starlette.types import Receive, Scope, Send
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from lib.door import account, session_cookies
from lib.door.account_list import read_accounts
from lib.door.closed_page import LOCKED, NO_PROVIDER, NOT_DONE, NOT_LISTED
from lib.door.gate_settings import Gate
from lib.door.open_sessions import IDLE, LONGEST, Sessions
from lib.door.session_cookies import COOKIE, HOSTED_COOKIE
from tests.door.door_house import HOST, PERSON, Answer, House
from tests.door.test_account_list import AUTH, OWNER

ORIGIN = f"http://{HOST}"
CLAIMS = {"email": OWNER, "email_verified": True, "is_logged_in": True, "origin": ORIGIN}
PROVIDER = "https://provider.example/authorize?client_id=x"
CONFIGURED = {**AUTH, "redirect_uri": f"{ORIGIN}/oauth2callback"}


def signed(claims: dict[str, object]) -> str:
    serializer = URLSafeTimedSerializer(AUTH["cookie_secret"], salt=USER_COOKIE_NAME)
    return serializer.dumps(json.dumps(claims))


@dataclass
class AccountHouse(House):
    """A house whose app answers the routes of Streamlit's login as it is told."""

    claims: dict[str, object] | None = field(default_factory=lambda: dict(CLAIMS))
    where: str = PROVIDER
    queries: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        sessions = Sessions(clock=lambda: self.now)
        self.gate = Gate(key=None, accounts=read_accounts(CONFIGURED, [OWNER]), sessions=sessions)

    async def app(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == "/auth/login":
            self.queries.append(scope["query_string"].decode())
            answer: Response = RedirectResponse(self.where, 302)
            answer.set_cookie("_streamlit_session", "state")
            await answer(scope, receive, send)
        elif scope["path"] == "/oauth2callback":
            answer = RedirectResponse("/", 302)
            answer.delete_cookie("_streamlit_session")
            answer.delete_cookie(USER_COOKIE_NAME)
            if self.claims is not None:
                answer.set_cookie(USER_COOKIE_NAME, signed(self.claims), max_age=2592000)
                answer.set_cookie(HOSTED_COOKIE, "the-providers-tokens", max_age=2592000)
            await answer(scope, receive, send)
        else:
            await super().app(scope, receive, send)

    def back(self, **more: str) -> Answer:
        return self.ask("/oauth2callback?state=s&code=c", {**PERSON, **more})


def cookies(answer: Answer) -> dict[str, str]:
    """What the answer leaves in the browser."""
    named = answer.sent[0]["headers"]
    return session_cookies.left_by(value.decode() for name, value in named if name == b"set-cookie")


def shown(answer: Answer) -> dict[str, str]:
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies(answer).items())}


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> AccountHouse:
    monkeypatch.setattr(session_cookies, "get_cookie_secret", lambda: AUTH["cookie_secret"])
    monkeypatch.setattr(account, "encode_provider_token", lambda provider: f"token-for-{provider}")
    return AccountHouse()


@pytest.fixture
def is_in(house: AccountHouse) -> Callable[[Answer], bool]:
    return lambda answer: house.ask("/", {**PERSON, **shown(answer)}).body == "private"


def test_the_page_that_asks_is_a_link_and_loads_nothing(house: AccountHouse) -> None:
    answer = house.ask("/debrief?interview=1", PERSON)

    assert answer.status == 403
    assert f'href="{ORIGIN}/auth/login" target="_self">Sign in with your account</a>' in answer.body
    assert "form-action 'self'" in answer.headers["content-security-policy"]
    assert "<form" not in answer.body
    assert "script" not in answer.body


def test_in_a_frame_it_leads_to_a_tab_of_its_own(house: AccountHouse) -> None:
    assert 'target="_blank"' in house.ask("/", {**PERSON, "Sec-Fetch-Dest": "iframe"}).body


def test_the_button_leads_to_the_provider_with_a_token_of_the_doors_own(
    house: AccountHouse,
) -> None:
    answer = house.ask("/auth/login?provider=evil&to=http://evil.example", PERSON)

    assert (answer.status, answer.headers["location"]) == (303, PROVIDER)
    assert house.queries == ["provider=token-for-default"]
    assert cookies(answer) == {"_streamlit_session": "state"}


@pytest.mark.parametrize("where", ["/", "", "javascript:alert(1)", "//evil.example"])
def test_where_the_login_leads_nowhere_it_is_said(house: AccountHouse, where: str) -> None:
    house.where = where

    answer = house.ask("/auth/login", PERSON)

    assert (answer.status, NO_PROVIDER in answer.body) == (502, True)


@pytest.mark.parametrize("path", ["/auth/login", "/oauth2callback"])
@pytest.mark.parametrize(
    ("headers", "method"),
    [
        *(({"Accept": "*/*"}, "GET"), ({**PERSON, "Sec-Fetch-Mode": "cors"}, "GET")),
        *((PERSON, "POST"), (PERSON, "HEAD")),
    ],
)
def test_no_program_and_no_script_takes_a_step(
    house: AccountHouse, path: str, headers: dict[str, str], method: str
) -> None:
    answer = house.ask(path, headers, method=method)

    assert (answer.status, answer.body, cookies(answer)) == (403, "", {})


def test_a_listed_account_is_let_in_with_a_session_of_the_doors_own(
    house: AccountHouse, is_in: Callable[[Answer], bool]
) -> None:
    answer = house.back()

    assert (answer.status, answer.headers["location"]) == (303, "./")
    assert set(cookies(answer)) == {COOKIE, USER_COOKIE_NAME}
    assert b"the-providers-tokens" not in b"".join(value for _, value in answer.sent[0]["headers"])
    assert b"2592000" not in b"".join(value for _, value in answer.sent[0]["headers"])
    assert is_in(answer)


@pytest.mark.parametrize(
    "changed",
    [
        {"email": "stranger@example.org"},
        {"email_verified": False},
        {"email_verified": "true"},
        {"email": None},
    ],
)
def test_any_other_is_not_and_nothing_of_it_is_kept(
    house: AccountHouse, changed: dict[str, Any]
) -> None:
    house.claims = {**CLAIMS, **changed}

    answer = house.back()

    assert (answer.status, NOT_LISTED in answer.body, cookies(answer)) == (403, True, {})
    assert "stranger" not in answer.body


def test_a_way_back_without_an_identity_lets_nobody_in(house: AccountHouse) -> None:
    house.claims = None

    answer = house.back()

    assert (answer.status, NOT_DONE in answer.body, cookies(answer)) == (403, True, {})


def test_an_identity_that_was_brought_along_to_the_way_back_does_not_count(
    house: AccountHouse,
) -> None:
    house.claims = None

    answer = house.back(Cookie=f"{USER_COOKIE_NAME}={signed(CLAIMS)}")

    assert (answer.status, cookies(answer)) == (403, {})


@pytest.mark.parametrize("seconds", [IDLE, LONGEST])
def test_an_idle_or_old_session_ends_and_only_the_provider_opens_another(
    house: AccountHouse, is_in: Callable[[Answer], bool], seconds: float
) -> None:
    answer = house.back()

    house.now += seconds

    again = house.ask("/", {**PERSON, **shown(answer)})
    assert (again.status, LOCKED in again.body, cookies(again)) == (403, True, {})
    assert not is_in(answer)
    assert is_in(house.back())


def test_locking_ends_the_session_for_good(
    house: AccountHouse, is_in: Callable[[Answer], bool]
) -> None:
    answer = house.back()

    locked = house.ask("/lock", {"Origin": ORIGIN, **shown(answer)}, method="POST")

    gone = [value.decode() for name, value in locked.sent[0]["headers"] if name == b"set-cookie"]
    assert {line.partition("=")[0] for line in gone if "Max-Age=0" in line} == {
        COOKIE,
        USER_COOKIE_NAME,
    }
    assert not is_in(answer)


@pytest.mark.parametrize(
    "changed",
    [{"origin": "http://127.0.0.1:9"}, {"origin": None}, {"email": "stranger@example.org"}],
)
def test_a_session_needs_the_identity_of_this_address_and_list_beside_it(
    house: AccountHouse, is_in: Callable[[Answer], bool], changed: dict[str, Any]
) -> None:
    token = cookies(house.back())[COOKIE]
    identities: tuple[dict[str, Any], ...] = ({**CLAIMS, **changed}, {"is_logged_in": True})
    for identity in identities:
        both = {"Cookie": f"{COOKIE}={token}; {USER_COOKIE_NAME}={signed(identity)}"}
        assert house.ask("/", {**PERSON, **both}).status == 403
        assert house.ask("/door", both).status == 403
        assert house.ask("/s", both, kind="websocket").sent == [
            {"type": "websocket.close", "code": 1008}
        ]


def test_signing_in_again_ends_the_session_before(
    house: AccountHouse, is_in: Callable[[Answer], bool]
) -> None:
    first = house.back()

    second = house.back(**shown(first))

    assert is_in(second)
    assert not is_in(first)


def test_streamlits_own_way_out_is_closed(house: AccountHouse) -> None:
    assert house.ask("/auth/logout", {**PERSON, **shown(house.back())}).status == 404


def test_the_configured_name_is_ours_however_the_request_came(house: AccountHouse) -> None:
    accounts = read_accounts(AUTH, [OWNER])
    house.gate = Gate(key=None, accounts=accounts)
    ends = {"client": "10.0.0.2", "server": "10.0.0.5"}

    assert house.ask("/", {**PERSON, "Host": "mine.example"}, **ends).status == 403
    assert "Sign in" in house.ask("/", {**PERSON, "Host": "Mine.Example"}, **ends).body
    assert "Sign in" not in house.ask("/", {**PERSON, "Host": "evil.example"}, **ends).body


@pytest.mark.parametrize(
    ("origin", "is_ours"),
    [
        ("https://mine.example", True),
        ("http://mine.example", False),
        ("https://evil.example", False),
    ],
)
def test_a_page_of_the_configured_address_is_ours_under_whatever_name_a_proxy_hands_it_on(
    house: AccountHouse, origin: str, is_ours: bool
) -> None:
    house.gate = Gate(key=None, accounts=read_accounts(AUTH, [OWNER]))
    proxied = {"Host": "inner:8501", "X-Forwarded-For": "203.0.113.7", "Origin": origin}

    answer = house.ask("/lock", proxied, method="POST")

    assert (answer.status == 303) is is_ours
