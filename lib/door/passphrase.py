"""The way in by a passphrase: the form that asks for it, and what it sends."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import parse_qs, quote

from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import Receive, Scope

from lib.door import closed_page, session_cookies
from lib.door.gate_settings import Gate
from lib.door.open_sessions import WINDOW, Verdict
from lib.door.request_origin import values_of

FORM: Final = "application/x-www-form-urlencoded"
FORM_BYTES: Final = 16_384


class ByPassphrase:
    """Lets whoever types it in, slowly after wrong ones."""

    def __init__(self, gate: Gate) -> None:
        self.gate = gate

    def knows(self, _: Scope) -> bool:
        """True: an open session is all it takes."""
        return True

    def asking(self, _: Scope, *, wrong: str = "", note: str = "", status: int = 403) -> Response:
        """The page with the form."""
        headers = {"Retry-After": str(int(WINDOW))} if status == 429 else {}
        return HTMLResponse(closed_page.sign_in(wrong=wrong, note=note), status, headers)

    async def sign_in(self, token: str | None, scope: Scope, receive: Receive) -> Response | None:
        """The answer to the form; None if this is something else."""
        if not _is_form(scope):
            return None
        passphrase = await _passphrase(receive)
        if not passphrase:
            return self.asking(scope, wrong=closed_page.UNREADABLE)
        verdict = await self.gate.attempts.judge(self._checking(passphrase))
        if verdict is Verdict.SHUT:
            return self.asking(scope, wrong=closed_page.SHUT, status=429)
        if verdict is Verdict.WRONG:
            return self.asking(scope, wrong=closed_page.WRONG)
        self.gate.sessions.end(token)
        return self._welcome(scope)

    def _checking(self, passphrase: str) -> Callable[[], Awaitable[bool]]:
        async def check() -> bool:
            key = self.gate.key
            return key is not None and await asyncio.to_thread(key.opens, passphrase)

        return check

    def _welcome(self, scope: Scope) -> Response:
        """Back to the page that was asked for, with the cookie of a new session."""
        answer = RedirectResponse(_same_page(scope), status_code=303)
        session_cookies.give(answer, scope, self.gate.sessions.begin(), samesite="strict")
        return answer


def _is_form(scope: Scope) -> bool:
    """True for the form, from a page of our own: a browser always says so when it posts."""
    kinds = [value.partition(";")[0].strip().lower() for value in values_of(scope, "content-type")]
    is_form = scope["method"] == "POST" and kinds == [FORM]
    return (
        is_form and bool(values_of(scope, "origin")) and not scope["path"].startswith("/_stcore/")
    )


def _same_page(scope: Scope) -> str:
    """The address that was asked for, on this very server whatever it looks like."""
    path = "/" + quote(scope["path"].lstrip("/\\"), safe="/")
    query = scope.get("query_string", b"").decode("latin-1")
    return f"{path}?{query}" if query else path


async def _passphrase(receive: Receive) -> str:
    """What was typed into the form; nothing if it is too long to be one, or did not arrive whole."""
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if message["type"] != "http.request" or len(body) > FORM_BYTES:
            return ""
        if not message.get("more_body"):
            break
    try:
        typed = parse_qs(body.decode("ascii"), keep_blank_values=True, max_num_fields=4)
    except ValueError:
        return ""
    passphrase: str = typed.get("passphrase", [""])[0]
    return passphrase
