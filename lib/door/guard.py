"""Asks who is there: without the cookie of an open session there is nothing but the page that asks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.door import closed_page, gate_settings, session_cookies
from lib.door.account import ByAccount
from lib.door.gate_settings import Gate
from lib.door.headers import FORM_HEADERS, of_signed_in, with_headers
from lib.door.passphrase import ByPassphrase
from lib.door.request_origin import is_for_a_person, values_of

POLICY_VIOLATION: Final = 1008
LOCK, STATE = "/lock", "/door"
LOOK_EVERY: Final = 1.0
"""Seconds; how soon an open connection notices that its session has ended."""


class Guard:
    """Lets those with an open session through to the app, and everybody else no further than the way in."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self.app = app
        self.gate = gate
        self.way = ByAccount(app, gate, gate.accounts) if gate.accounts else ByPassphrase(gate)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request or one WebSocket."""
        token = session_cookies.token_of(HTTPConnection(scope).cookies)
        if scope["type"] == "websocket":
            await self._web_socket(token, scope, receive, send)
            return
        answer = await self._own_answer(token, scope, receive)
        if answer is not None:
            await answer(scope, receive, with_headers(send, FORM_HEADERS))
        else:
            gate_settings.passed.set(token)
            await self.app(scope, receive, with_headers(send, of_signed_in(scope)))

    def _admits(self, token: str | None, scope: Scope, *, used: bool = False) -> bool:
        return self.way.knows(scope) and self.gate.admits(token, used=used)

    async def _own_answer(
        self, token: str | None, scope: Scope, receive: Receive
    ) -> Response | None:
        """The door's answer; None if this is for the app."""
        if scope["path"] == STATE:
            return Response(status_code=204 if self._admits(token, scope) else 403)
        if scope["path"] == LOCK:
            return self._lock(token, scope)
        answer = await self.way.sign_in(token, scope, receive)
        if answer is not None or self._admits(token, scope, used=True):
            return answer
        if not is_for_a_person(scope):
            return Response(status_code=403)
        return self.way.asking(scope, note=closed_page.LOCKED if token else "")

    def _lock(self, token: str | None, scope: Scope) -> Response:
        if scope["method"] != "POST":
            return Response(status_code=405, headers={"Allow": "POST"})
        if not values_of(scope, "origin"):
            return Response(status_code=403)
        self.gate.sessions.end(token)
        answer = RedirectResponse("./", status_code=303)
        session_cookies.take(answer, scope)
        return answer

    async def _web_socket(
        self, token: str | None, scope: Scope, receive: Receive, send: Send
    ) -> None:
        if self._admits(token, scope, used=True):
            gate_settings.passed.set(token)
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
