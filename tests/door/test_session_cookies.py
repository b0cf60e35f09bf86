"""Whom a browser's cookies tell of, and which of them are set, kept and taken away."""

from __future__ import annotations

import json
import time

import pytest
from itsdangerous import URLSafeTimedSerializer
from starlette.responses import Response
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from lib.door import session_cookies
from lib.door.session_cookies import (
    COOKIE,
    HOSTED_COOKIE,
    identity_in,
    left_by,
    token_of,
)

SECRET = "a-made-up-secret-for-tests-0123456789"
OWNER = {"email": "owner@example.org", "is_logged_in": True}
PLAIN = {"type": "http", "scheme": "http", "path": "/", "headers": []}
PROXIED = {**PLAIN, "headers": [(b"x-forwarded-proto", b"https")]}


@pytest.fixture(autouse=True)
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_cookies, "get_cookie_secret", lambda: SECRET)


def signed(content: object, *, name: str = USER_COOKIE_NAME, secret: str = SECRET) -> str:
    text = content if isinstance(content, str) else json.dumps(content)
    return URLSafeTimedSerializer(secret, salt=name).dumps(text)


def lines(answer: Response) -> list[str]:
    return answer.headers.getlist("set-cookie")


def test_a_signed_identity_is_read_also_from_several_cookies() -> None:
    whole = json.dumps({**OWNER, "name": "x" * 50})
    parts = {
        USER_COOKIE_NAME: signed("chunks-2"),
        f"{USER_COOKIE_NAME}_1": signed(whole[:40], name=f"{USER_COOKIE_NAME}_1"),
        f"{USER_COOKIE_NAME}_2": signed(whole[40:], name=f"{USER_COOKIE_NAME}_2"),
    }

    assert identity_in({USER_COOKIE_NAME: signed(OWNER)}) == OWNER
    assert identity_in(parts) == json.loads(whole)
    assert (
        identity_in({name: value for name, value in parts.items() if not name.endswith("_2")})
        is None
    )


def test_anything_else_tells_of_nobody() -> None:
    others = [
        *("", "x", ".", "ü", json.dumps(OWNER), signed(OWNER, secret="another")),
        *(signed(OWNER, name=HOSTED_COOKIE), signed("no json"), signed([OWNER]), signed("null")),
        *(signed({"email": "owner@example.org"}), signed({**OWNER, "is_logged_in": "yes"})),
        *(signed(OWNER)[:-1], f"{signed(OWNER)}x", signed("chunks-x"), signed("chunks-1")),
    ]

    assert [one for one in others if identity_in({USER_COOKIE_NAME: one}) is not None] == []
    assert identity_in({}) is None


@pytest.mark.parametrize(
    ("hours", "told"), [(0, True), (11, True), (13, False), (24 * 29, False), (-1, False)]
)
def test_an_identity_is_good_for_twelve_hours_whatever_streamlit_says(
    monkeypatch: pytest.MonkeyPatch, hours: int, told: bool
) -> None:
    value = signed(OWNER)
    later = time.time() + hours * 3600

    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: later)

    assert (identity_in({USER_COOKIE_NAME: value}) is not None) is told


def test_of_what_an_answer_sets_the_last_word_counts() -> None:
    found = left_by(
        [
            'a=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/',
            "a=one; Path=/; HttpOnly",
            "b=two; Path=/",
            'b=""; Max-Age=0; Path=/',
            "c d=nothing that anybody could read",
        ]
    )

    assert found == {"a": "one"}


def test_the_token_is_kept_under_the_name_that_its_way_allows() -> None:
    for scope, name, secure in ((PLAIN, COOKIE, False), (PROXIED, HOSTED_COOKIE, True)):
        answer = Response()
        session_cookies.set_token(answer, scope, "token", samesite="lax")

        assert lines(answer)[0].startswith(f"{name}=token; HttpOnly; Path=/; SameSite=lax")
        assert ("; Secure" in lines(answer)[0]) is secure
        assert "expires" not in lines(answer)[0].lower()
        assert token_of({name: "token"}) == "token"
    assert token_of({}) is None


def test_an_identity_is_handed_on_without_tokens_and_until_the_browser_is_closed() -> None:
    answer = Response()
    names = [
        USER_COOKIE_NAME,
        f"{USER_COOKIE_NAME}_1",
        HOSTED_COOKIE,
        f"{HOSTED_COOKIE}_1",
        "other",
    ]

    session_cookies.keep_identity(answer, dict.fromkeys(names, "x"), encrypted=True)

    assert [line.partition("=")[0] for line in lines(answer)] == names[:2]
    assert all("max-age" not in line.lower() and "Secure" in line for line in lines(answer))


def test_what_is_taken_is_everything_that_tells_who_somebody_is() -> None:
    theirs = f"{USER_COOKIE_NAME}=a; {USER_COOKIE_NAME}_1=b; {HOSTED_COOKIE}=c"
    shown = f"{theirs}; _streamlit_xsrf=d; other=e"
    answer = Response()

    session_cookies.clear(answer, {**PLAIN, "headers": [(b"cookie", shown.encode())]})

    taken = {line.partition("=")[0] for line in lines(answer)}
    assert taken == {COOKIE, USER_COOKIE_NAME, f"{USER_COOKIE_NAME}_1", HOSTED_COOKIE}
    assert all("Max-Age=0" in line and "Path=/" in line for line in lines(answer))
