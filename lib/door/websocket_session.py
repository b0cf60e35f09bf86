"""Ties a WebSocket to its session: it is cut off as soon as the session has ended."""

from __future__ import annotations

import asyncio
from typing import Final

from starlette.types import Message, Receive, Send

from lib.door.gate_settings import Gate

POLICY_VIOLATION: Final = 1008
LOOK_EVERY: Final = 1.0
"""Seconds; how soon an open connection notices that its session has ended."""


class WebSocketSession:
    """The two directions of a WebSocket, for as long as its session is open."""

    def __init__(self, gate: Gate, token: str | None, receive: Receive, send: Send) -> None:
        self._gate = gate
        self._token = token
        self._receive = receive
        self._send = send
        self._cut = False

    async def receive(self) -> Message:
        """Returns the next message of an open session; else that the other side has gone."""
        coming = asyncio.ensure_future(self._receive())
        try:
            while not coming.done():
                if not self._gate.admits(self._token):
                    return await self._end()
                await asyncio.wait({coming}, timeout=LOOK_EVERY)
        finally:
            if not coming.done():
                coming.cancel()
        message = coming.result()
        is_use = message["type"] == "websocket.receive"
        if is_use and not self._gate.admits(self._token, used=True):
            return await self._end()
        return message

    async def send(self, message: Message) -> None:
        """Sends what belongs to an open session, and drops the rest."""
        if self._cut:
            return
        if message["type"] == "websocket.send" and not self._gate.admits(self._token):
            await self._end()
        else:
            await self._send(message)

    async def _end(self) -> Message:
        if not self._cut:
            self._cut = True
            await refuse_connection(self._send)
        return {"type": "websocket.disconnect", "code": POLICY_VIOLATION}


async def refuse_connection(send: Send) -> None:
    """Closes a WebSocket; one that was not accepted yet gets a refusal (403) instead."""
    await send({"type": "websocket.close", "code": POLICY_VIOLATION})
