"""The outermost layer of the app: decides about every request before anything else sees it.

Streamlit's own checks leave gaps (seen on 1.67): a plain start listens on all interfaces, the
WebSocket takes any Host, a page on another local port may open it, and health, metrics,
host-config and media answer anybody. So this middleware asks first. Unless something is
configured, only a browser on this machine gets in; with a passphrase, whoever types it; with a
list of accounts, whoever signs in with one of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.door import closed_page, gate_settings, session_cookies
from lib.door.account import AccountLogin
from lib.door.closed_page import CLOSED_PAGE, FOREIGN_PAGE, MISCONFIGURED_PAGE
from lib.door.gate_settings import Gate
from lib.door.headers import ENCRYPTED_ONLY, FORM_HEADERS, of_signed_in, with_headers
from lib.door.passphrase import PassphraseLogin
from lib.door.request_origin import (
    came_encrypted,
    is_addressed_to_us,
    is_for_a_person,
    is_from_this_machine,
    values_of,
)
from lib.door.websocket_session import WebSocketSession, refuse_connection

HEALTH: Final = frozenset(
    {"/healthz", "/_stcore/health", "/script-health-check", "/_stcore/script-health-check"}
)
"""Streamlit's paths for health checks, by their current and earlier names."""
LOCK, STATE = "/lock", "/door"
Login = AccountLogin | PassphraseLogin


class AccessMiddleware:
    """Lets this machine's browser or an open session through; all others get a closed page."""

    def __init__(
        self, app: ASGIApp, find_gate: Callable[[], Gate | None] = gate_settings.configured_gate
    ) -> None:
        self.app = app
        self._find_gate = find_gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or answers it. The server's own start and stop always pass."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if came_encrypted(scope):
            send = with_headers(send, ENCRYPTED_ONLY)
        if gate := self._find_gate():
            await self._guarded(gate, scope, receive, send)
        elif is_from_this_machine(scope) and not _is_from_no_page(scope):
            await self.app(scope, receive, with_headers(send))
        else:
            await _refuse(CLOSED_PAGE, scope, receive, send)

    async def _guarded(self, gate: Gate, scope: Scope, receive: Receive, send: Send) -> None:
        home = gate.accounts.origin if gate.accounts else None
        if _asks_for_health(scope):
            await PlainTextResponse("ok")(scope, receive, with_headers(send))
        elif not is_addressed_to_us(scope, lan_only=gate.lan_only, home=home):
            await _refuse(FOREIGN_PAGE, scope, receive, send)
        elif not gate.is_whole:
            await _refuse(MISCONFIGURED_PAGE, scope, receive, send)
        else:
            await self._for_session(gate, scope, receive, send)

    async def _for_session(self, gate: Gate, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what belongs to an open session, and answers everything else here."""
        login = _login(self.app, gate)
        token = session_cookies.token_of(HTTPConnection(scope).cookies)
        if scope["type"] != "websocket":
            answer = await _own_answer(login, token, scope, receive)
            if answer is not None:
                await answer(scope, receive, with_headers(send, FORM_HEADERS))
                return
            send = with_headers(send, of_signed_in(scope))
        elif login.admits(token, scope, used=True):
            session = WebSocketSession(gate, token, receive, send)
            receive, send = session.receive, session.send
        else:
            await refuse_connection(send)
            return
        gate_settings.admitted_token.set(token)
        await self.app(scope, receive, send)


def _login(app: ASGIApp, gate: Gate) -> Login:
    return AccountLogin(app, gate, gate.accounts) if gate.accounts else PassphraseLogin(gate)


async def _own_answer(
    login: Login, token: str | None, scope: Scope, receive: Receive
) -> Response | None:
    """Returns the middleware's own answer; None if the request is for the app."""
    if scope["path"] == STATE:
        return Response(status_code=204 if login.admits(token, scope) else 403)
    if scope["path"] == LOCK:
        return _lock(login.gate, token, scope)
    answer = await login.sign_in(token, scope, receive)
    if answer is not None or login.admits(token, scope, used=True):
        return answer
    if not is_for_a_person(scope):
        return Response(status_code=403)
    return login.page(scope, note=closed_page.LOCKED if token else "")


def _lock(gate: Gate, token: str | None, scope: Scope) -> Response:
    """Ends the session, if a form of our own page asks for it."""
    if scope["method"] != "POST":
        return Response(status_code=405, headers={"Allow": "POST"})
    if not values_of(scope, "origin"):
        return Response(status_code=403)
    gate.sessions.end(token)
    answer = RedirectResponse("./", status_code=303)
    session_cookies.clear(answer, scope)
    return answer


def _is_from_no_page(scope: Scope) -> bool:
    """True for a WebSocket that no page opened: a browser always says whose page it was.

    RFC 6455, section 10.2.
    """
    return scope["type"] == "websocket" and not values_of(scope, "origin")


def _asks_for_health(scope: Scope) -> bool:
    """True where a host asks, from within this machine, whether its app runs.

    A host restarts what says no. A browser's page asks with its cookies, and Streamlit sets one of
    its own when it answers.
    """
    if scope["type"] != "http" or scope["path"] not in HEALTH:
        return False
    if scope["method"] not in ("GET", "HEAD"):
        return False
    is_program = not is_for_a_person(scope) and not values_of(scope, "cookie")
    return is_program and is_from_this_machine(scope)


async def _refuse(page: str, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "http":
        await HTMLResponse(page, status_code=403)(scope, receive, with_headers(send))
    else:
        await refuse_connection(send)
