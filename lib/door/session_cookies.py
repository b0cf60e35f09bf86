"""The cookies of a session: our own, and Streamlit's, which tell of a provider's account."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Any, Final, Literal

from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import Scope

from lib.door.open_sessions import HOUR, LONGEST
from lib.door.request_origin import came_encrypted, was_forwarded
from lib.door.streamlit_internals import (
    TOKENS_COOKIE_NAME,
    USER_COOKIE_NAME,
    decode_signed_value,
    get_cookie_secret,
    get_cookie_with_chunks,
)

COOKIE: Final = "follow_through_door"
# Streamlit Community Cloud hands on no cookies but Streamlit's own (starlette_server_config.py says
# so). This one would hold the provider's tokens, for which we have no use; so behind a proxy it
# holds ours.
HOSTED_COOKIE: Final = TOKENS_COOKIE_NAME


def token_of(cookies: Mapping[str, str]) -> str | None:
    """Returns the token of our own cookie, under either name."""
    return cookies.get(COOKIE) or cookies.get(HOSTED_COOKIE)


def set_token(
    answer: Response,
    scope: Scope,
    token: str,
    *,
    samesite: Literal["strict", "lax"],
    encrypted: bool = False,
) -> None:
    """Sets the cookie of a new session, until the browser is closed."""
    secure = encrypted or came_encrypted(scope)
    name = HOSTED_COOKIE if was_forwarded(scope) else COOKIE
    answer.set_cookie(name, token, path="/", httponly=True, samesite=samesite, secure=secure)


def clear(answer: Response, scope: Scope) -> None:
    """Removes our token and all cookies that tell who somebody is."""
    shown = HTTPConnection(scope).cookies
    theirs = [name for name in shown if name.startswith(USER_COOKIE_NAME)]
    for name in {COOKIE, *theirs}:
        answer.delete_cookie(name, path="/", httponly=True, secure=came_encrypted(scope))


def keep_identity(answer: Response, cookies: Mapping[str, str], *, encrypted: bool) -> None:
    """Hands Streamlit's identity on until the browser is closed, without the provider's tokens."""
    for name, value in cookies.items():
        if _is_identity(name):
            answer.set_cookie(
                name, value, path="/", httponly=True, samesite="lax", secure=encrypted
            )


def identity_in(cookies: Mapping[str, str]) -> dict[str, Any] | None:
    """Returns the claims of Streamlit's cookie; None if it is missing, tampered with or too old."""

    def content(name: str) -> bytes | None:
        value = cookies.get(name, "")
        return decode_signed_value(
            get_cookie_secret(), name, value, max_age_days=LONGEST / (24 * HOUR)
        )

    try:
        found = json.loads(get_cookie_with_chunks(content, USER_COOKIE_NAME) or b"")
    except ValueError:
        return None
    return found if isinstance(found, dict) and found.get("is_logged_in") is True else None


def left_by(lines: Iterable[str]) -> dict[str, str]:
    """Returns the cookies that these `Set-Cookie` lines leave behind, by name."""
    left: dict[str, str] = {}
    for line in lines:
        try:
            read = SimpleCookie(line)
        except CookieError:
            continue
        for name, one in read.items():
            left.pop(name, None)
            if one.value and one["max-age"] != "0":
                left[name] = one.value
    return left


def _is_identity(name: str) -> bool:
    first, _, part = name.partition(f"{USER_COOKIE_NAME}_")
    return name == USER_COOKIE_NAME or (not first and part.isdecimal())
