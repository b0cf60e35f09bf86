"""The door: who is let in to this app, asked of every request before anything else sees it.

Streamlit's own checks leave gaps (seen on 1.67): a plain start listens on all interfaces, the WebSocket
takes any Host, a page on another local port may open it, and health, metrics, host-config and media answer
anybody. So the outermost layer asks first. Until an owner can be configured, only this very machine's own
browser comes in.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY_VIOLATION: Final = 1008

# "localhost:8501", "127.0.0.1", "[::1]:8501": a name or address, and perhaps a port; nothing else.
AUTHORITY: Final = re.compile(r"(?P<host>\[[0-9a-f:.]+\]|[a-z0-9.-]+?)\.?(?::\d{1,5})?", re.IGNORECASE)

# What proxies and tunnels add. A person's own browser sends none of these to its own machine.
FORWARDING: Final = frozenset(
    {"forwarded", "via", "cdn-loop", "cf-connecting-ip", "cf-ray", "fastly-client-ip", "fly-client-ip"}
    | {"true-client-ip", "x-client-ip", "x-cluster-client-ip", "x-envoy-external-address"}
    | {"x-original-host", "x-real-ip"}
)
FORWARDING_PREFIX: Final = "x-forwarded"

# Everything a page loads comes from this server itself: text that a person pasted cannot make their browser
# call out (an image that counts its readers, say). Streamlit needs inline styles, eval and blob: modules.
CONTENT_POLICY: Final = (
    "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; "
    "connect-src 'self' data: blob: ws://localhost:* ws://127.0.0.1:*; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
HEADERS: Final = {
    "Content-Security-Policy": CONTENT_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",  # not DENY: the calendar lives in a frame of our own
}

CLOSED_PAGE: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Follow Through is closed from here</title>
<style>
:root { color-scheme: light dark }
body { margin: 18vh auto; max-width: 32rem; padding: 0 1.5rem; font: 1.1rem/1.6 Georgia, serif;
  background: #fbf8f2; color: #14120e }
@media (prefers-color-scheme: dark) { body { background: #1b1916; color: #ece6da } }
</style></head><body><main>
<h1>This door is closed</h1>
<p>Follow Through is one person's notebook, and it opens only in a browser on the machine that it runs on.</p>
<p>If it is yours, open it there, at the address that was printed when it started. Nothing is wrong, and
nothing in it was touched.</p>
</main></body></html>
"""


class Door:
    """Lets this machine's own browser in, and answers everybody else with one closed page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or answers it here. The server's own start and stop always pass."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif is_from_this_machine(scope):
            await self.app(scope, receive, _with_headers(send))
        elif scope["type"] == "http":
            await HTMLResponse(CLOSED_PAGE, status_code=403)(scope, receive, _with_headers(send))
        else:
            # Before it is accepted, so that the browser gets a refusal (403) and never a connection.
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})


def is_from_this_machine(scope: Scope) -> bool:
    """True for a loopback client that asks a loopback Host, straight, and from no page but our own."""
    headers = [(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in scope["headers"]]
    hosts = [value for name, value in headers if name == "host"]
    origins = [value for name, value in headers if name == "origin"]
    client = scope.get("client")
    return (
        client is not None
        and is_loopback(client[0])
        and len(hosts) == 1
        and is_loopback_authority(hosts[0])
        and not was_forwarded(name for name, _ in headers)
        and all(_is_own_origin(origin, hosts[0]) for origin in origins)
    )


def is_loopback(address: str) -> bool:
    """True for an address that never leaves the machine, also when IPv6 wraps an IPv4 one."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = parsed.ipv4_mapped if isinstance(parsed, ipaddress.IPv6Address) else None
    return (mapped or parsed).is_loopback


def is_loopback_authority(authority: str) -> bool:
    """True for a Host such as `localhost:8501` or `[::1]`; a name that merely contains one is foreign."""
    match = AUTHORITY.fullmatch(authority)
    if match is None:
        return False
    host = match["host"].lower()
    return host == "localhost" or is_loopback(host.strip("[]"))


def was_forwarded(names: Iterable[str]) -> bool:
    """True if one of these header names (in lower case) tells of a proxy or a tunnel on the way."""
    return any(name in FORWARDING or name.startswith(FORWARDING_PREFIX) for name in names)


def _is_own_origin(origin: str, host: str) -> bool:
    """True if a page of this very server asks: another local port belongs to another program."""
    return origin.lower() in {f"http://{host.lower()}", f"https://{host.lower()}"}


def _with_headers(send: Send) -> Send:
    """The same `send`, adding to each answer what a browser should hold to."""

    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(HEADERS)
        await send(message)

    return send_with_headers
