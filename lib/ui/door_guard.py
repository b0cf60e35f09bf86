"""Asks for the passphrase: without the cookie of an open session there is nothing but the page that asks."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import parse_qs, quote

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.ui import door_gate, door_page
from lib.ui.door_gate import COOKIE, Gate
from lib.ui.door_headers import FORM_HEADERS, of_signed_in, with_headers
from lib.ui.door_sessions import WINDOW, Verdict
from lib.ui.door_way import came_encrypted, values_of

POLICY_VIOLATION: Final = 1008
FORM: Final = "application/x-www-form-urlencoded"
FORM_BYTES: Final = 16_384
LOCK, STATE = "/lock", "/door"
LOOK_EVERY: Final = 1.0
"""Seconds; how soon an open connection notices that its session has ended."""


class Guard:
    """Lets those with an open session through to the app, and everybody else no further than the form."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self.app = app
        self.gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request or one WebSocket."""
        token = HTTPConnection(scope).cookies.get(COOKIE)
        if scope["type"] == "websocket":
            await self._web_socket(token, scope, receive, send)
            return
        answer = await self._own_answer(token, scope, receive)
        if answer is not None:
            await answer(scope, receive, with_headers(send, FORM_HEADERS))
        else:
            door_gate.passed.set(token)
            await self.app(scope, receive, with_headers(send, of_signed_in(scope)))

    async def _own_answer(self, token: str | None, scope: Scope, receive: Receive) -> Response | None:
        """The door's answer; None if this is for the app."""
        if scope["path"] == STATE:
            return Response(status_code=204 if self.gate.admits(token) else 403)
        if scope["path"] == LOCK:
            return self._lock(token, scope)
        if _is_sign_in(scope):
            return await self._sign_in(token, scope, receive)
        if self.gate.admits(token, used=True):
            return None
        if not _is_for_a_person(scope):
            return Response(status_code=403)
        return _asking(note=door_page.LOCKED if token else "")

    def _lock(self, token: str | None, scope: Scope) -> Response:
        if scope["method"] != "POST":
            return Response(status_code=405, headers={"Allow": "POST"})
        if not values_of(scope, "origin"):
            return Response(status_code=403)
        self.gate.sessions.end(token)
        answer = RedirectResponse("./", status_code=303)
        answer.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict", secure=came_encrypted(scope))
        return answer

    async def _sign_in(self, token: str | None, scope: Scope, receive: Receive) -> Response:
        passphrase = await _passphrase(receive)
        if not passphrase:
            return _asking(wrong=door_page.UNREADABLE)
        verdict = await self.gate.attempts.judge(self._checking(passphrase))
        if verdict is Verdict.SHUT:
            return _asking(wrong=door_page.SHUT, status=429)
        if verdict is Verdict.WRONG:
            return _asking(wrong=door_page.WRONG)
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
        answer.set_cookie(
            COOKIE,
            self.gate.sessions.begin(),
            path="/",
            httponly=True,
            samesite="strict",
            secure=came_encrypted(scope),
        )
        return answer

    async def _web_socket(self, token: str | None, scope: Scope, receive: Receive, send: Send) -> None:
        if self.gate.admits(token, used=True):
            door_gate.passed.set(token)
            connection = _Connection(lambda used: self.gate.admits(token, used=used), receive, send)
            await self.app(scope, connection.receive, connection.send)
        else:
            # Before it is accepted, so that the browser gets a refusal (403) and never a connection.
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})


class _Connection:
    """A WebSocket that is cut off, in both directions, as soon as its session has ended."""

    def __init__(self, admits: Callable[[bool], bool], receive: Receive, send: Send) -> None:
        self._admits = admits
        self._receive = receive
        self._send = send
        self._cut = False

    async def receive(self) -> Message:
        """The next message of an open session; else that the other side has gone."""
        coming = asyncio.ensure_future(self._receive())
        try:
            while not coming.done():
                if not self._admits(False):
                    return await self._end()
                await asyncio.wait({coming}, timeout=LOOK_EVERY)
        finally:
            if not coming.done():
                coming.cancel()
        message = coming.result()
        if message["type"] == "websocket.receive" and not self._admits(True):
            return await self._end()
        return message

    async def send(self, message: Message) -> None:
        """Sends what belongs to an open session, and drops the rest."""
        if self._cut:
            return
        if message["type"] == "websocket.send" and not self._admits(False):
            await self._end()
        else:
            await self._send(message)

    async def _end(self) -> Message:
        if not self._cut:
            self._cut = True
            await self._send({"type": "websocket.close", "code": POLICY_VIOLATION})
        return {"type": "websocket.disconnect", "code": POLICY_VIOLATION}


def _is_sign_in(scope: Scope) -> bool:
    """True for the form, from a page of our own: a browser always says so when it posts."""
    kinds = [value.partition(";")[0].strip().lower() for value in values_of(scope, "content-type")]
    is_form = scope["method"] == "POST" and kinds == [FORM]
    return is_form and bool(values_of(scope, "origin")) and not scope["path"].startswith("/_stcore/")


def _is_for_a_person(scope: Scope) -> bool:
    """True where a browser wants a page to show, and not a script, a picture or an answer to a program."""
    modes = values_of(scope, "sec-fetch-mode")
    accepted = ",".join(values_of(scope, "accept")).lower()
    return scope["method"] == "GET" and "text/html" in accepted and modes in ([], ["navigate"])


def _asking(*, wrong: str = "", note: str = "", status: int = 403) -> Response:
    headers = {"Retry-After": str(int(WINDOW))} if status == 429 else {}
    return HTMLResponse(door_page.sign_in(wrong=wrong, note=note), status, headers)


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
