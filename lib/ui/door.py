"""The door: who is let in to this app, asked of every request before anything else sees it.

Streamlit's own checks leave gaps (seen on 1.67): a plain start listens on all interfaces, the WebSocket
takes any Host, a page on another local port may open it, and health, metrics, host-config and media answer
anybody. So the outermost layer asks first. Without a passphrase only this very machine's own browser comes
in; with one, whoever types it.
"""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.ui import door_gate
from lib.ui.door_gate import Gate
from lib.ui.door_guard import POLICY_VIOLATION, Guard
from lib.ui.door_headers import with_headers
from lib.ui.door_page import CLOSED_PAGE, FOREIGN_PAGE, MISCONFIGURED_PAGE
from lib.ui.door_way import is_addressed_to_us, is_from_this_machine


class Door:
    """Lets this machine's own browser in, or whoever has signed in; everybody else gets one closed page."""

    def __init__(self, app: ASGIApp, find_gate: Callable[[], Gate | None] = door_gate.here) -> None:
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
        if not is_addressed_to_us(scope, lan_only=gate.lan_only):
            await _refuse(FOREIGN_PAGE, scope, receive, send)
        elif gate.key is None:
            await _refuse(MISCONFIGURED_PAGE, scope, receive, send)
        else:
            await Guard(self.app, gate)(scope, receive, send)


async def _refuse(page: str, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "http":
        await HTMLResponse(page, status_code=403)(scope, receive, with_headers(send))
    else:
        # Before it is accepted, so that the browser gets a refusal (403) and never a connection.
        await send({"type": "websocket.close", "code": POLICY_VIOLATION})
