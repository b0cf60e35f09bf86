"""The login by passphrase: the form that asks for it, and what it sends."""

from __future__ import annotations

import asyncio
from typing import Final
from urllib.parse import parse_qs, quote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import Receive, Scope

from lib.door import closed_page, session_cookies
from lib.door.gate_settings import Gate
from lib.door.open_sessions import WINDOW, Verdict
from lib.door.request_origin import values_of

FORM: Final = "application/x-www-form-urlencoded"
FORM_BYTES: Final = 16_384


class PassphraseLogin:
    """Opens a session for whoever types the passphrase, slowly after wrong ones."""

    def __init__(self, gate: Gate) -> None:
        self.gate = gate

    def admits(self, token: str | None, _: Scope, *, used: bool = False) -> bool:
        """True for the token of an open session."""
        return self.gate.admits(token, used=used)

    def page(self, _: Scope, *, wrong: str = "", note: str = "", status: int = 403) -> Response:
        """Returns the login page."""
        headers = {"Retry-After": str(int(WINDOW))} if status == 429 else {}
        return HTMLResponse(closed_page.sign_in(wrong=wrong, note=note), status, headers)

    async def sign_in(self, token: str | None, scope: Scope, receive: Receive) -> Response | None:
        """Returns the answer to the form; None if this is another request."""
        if not _is_form(scope):
            return None
        passphrase = await _passphrase(Request(scope, receive))
        if not passphrase:
            return self.page(scope, wrong=closed_page.UNREADABLE)
        verdict = await self.gate.attempts.judge(lambda: self._opens(passphrase))
        if verdict is Verdict.SHUT:
            return self.page(scope, wrong=closed_page.SHUT, status=429)
        if verdict is Verdict.WRONG:
            return self.page(scope, wrong=closed_page.WRONG)
        self.gate.sessions.end(token)
        answer = RedirectResponse(_same_page(scope), status_code=303)
        session_cookies.set_token(answer, scope, self.gate.sessions.begin(), samesite="strict")
        return answer

    async def _opens(self, passphrase: str) -> bool:
        key = self.gate.key
        return key is not None and await asyncio.to_thread(key.opens, passphrase)


def _is_form(scope: Scope) -> bool:
    """True for the form, sent by a page of ours: a browser always names the page when it posts."""
    if scope["method"] != "POST" or scope["path"].startswith("/_stcore/"):
        return False
    kinds = [value.partition(";")[0].strip().lower() for value in values_of(scope, "content-type")]
    return kinds == [FORM] and bool(values_of(scope, "origin"))


def _same_page(scope: Scope) -> str:
    """Returns the address that was asked for, always on this server."""
    path = "/" + quote(scope["path"].lstrip("/\\"), safe="/")
    query = scope.get("query_string", b"").decode("latin-1")
    return f"{path}?{query}" if query else path


async def _passphrase(request: Request) -> str:
    """Returns what was typed; "" if it is too long for a passphrase, or did not arrive whole."""
    body = b""  # not `request.form()`, which reads a body of any length
    try:
        async for part in request.stream():
            body += part
            if len(body) > FORM_BYTES:
                return ""
        typed = parse_qs(body.decode("ascii"), keep_blank_values=True, max_num_fields=4)
    except (ClientDisconnect, ValueError):
        return ""
    passphrase: str = typed.get("passphrase", [""])[0]
    return passphrase
