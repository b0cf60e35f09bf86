"""The door: who is let in to this app, asked of every request before anything else sees it.

Streamlit's own checks leave gaps (seen on 1.67): a plain start listens on all interfaces, the WebSocket
takes any Host, a page on another local port may open it, and health, metrics, host-config and media answer
anybody. So the outermost layer asks first. As it comes only this very machine's own browser comes in; with a
passphrase, whoever types it; with a list of accounts, whoever signs in with one of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.door import gate_settings
from lib.door.closed_page import CLOSED_PAGE, FOREIGN_PAGE, MISCONFIGURED_PAGE
from lib.door.gate_settings import Gate
from lib.door.guard import POLICY_VIOLATION, Guard
from lib.door.headers import with_headers
from lib.door.request_origin import (
    is_addressed_to_us,
    is_for_a_person,
    is_from_this_machine,
    values_of,
)

HEALTH: Final = frozenset(
    {"/healthz", "/_stcore/health", "/script-health-check", "/_stcore/script-health-check"}
)
"""Streamlit's paths for it, by their names of now and of before."""


class Door:
    """Lets this machine's own browser in, or whoever has signed in; everybody else gets one closed page."""

    def __init__(
        self, app: ASGIApp, find_gate: Callable[[], Gate | None] = gate_settings.here
    ) -> None:
        self.app = app
        self._find_gate = find_gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or answers it here. The server's own start and stop always pass."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif gate := self._find_gate():
            await self._guarded(gate, scope, receive, send)
        elif is_from_this_machine(scope):
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
            await Guard(self.app, gate)(scope, receive, send)


def _asks_for_health(scope: Scope) -> bool:
    """True where a host asks, from within this machine, whether its app runs: it starts anew what says no.

    A browser's page asks with its cookies, and Streamlit sets one of its own when it answers.
    """
    if (
        scope["type"] != "http"
        or scope["path"] not in HEALTH
        or scope["method"] not in ("GET", "HEAD")
    ):
        return False
    is_program = not is_for_a_person(scope) and not values_of(scope, "cookie")
    return is_program and is_from_this_machine(scope)


async def _refuse(page: str, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "http":
        await HTMLResponse(page, status_code=403)(scope, receive, with_headers(send))
    else:
        # Before it is accepted, so that the browser gets a refusal (403) and never a connection.
        await send({"type": "websocket.close", "code": POLICY_VIOLATION})
