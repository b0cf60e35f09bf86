"""The security headers of every answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Scope, Send

from lib.door.request_origin import own_host

# Everything a page loads comes from this server itself: text that a person pasted cannot make their
# browser call out (an image that counts its readers, say). Streamlit needs inline styles, eval and
# blob: modules.
CONTENT_POLICY: Final = (
    "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; "
    "connect-src 'self' data: blob: {sockets}; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
# The page that asks for the passphrase loads nothing at all.
FORM_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
UNUSED: Final = (
    *("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation"),
    *("gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "serial", "usb"),
)
"""What a browser could give a page, and no page here asks for."""
LOCAL_SOCKETS: Final = "ws://localhost:* ws://127.0.0.1:*"
HEADERS: Final = {
    "Content-Security-Policy": CONTENT_POLICY.format(sockets=LOCAL_SOCKETS),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",  # not DENY: the calendar lives in a frame of our own
}
ENCRYPTED_ONLY: Final = {"Strict-Transport-Security": "max-age=31536000"}
"""For what came by https: the browser asks in no other way for a year (RFC 6797)."""
# With "no-referrer" a browser hides where a form comes from, and the login asks just that.
GUARDED: Final = {**HEADERS, "Referrer-Policy": "same-origin", "Cache-Control": "no-store"}
FORM_HEADERS: Final = {**GUARDED, "Content-Security-Policy": FORM_POLICY}


def of_signed_in(scope: Scope) -> Mapping[str, str]:
    """Returns the headers for somebody signed in: only Streamlit's own scripts may be cached."""
    host = own_host(scope)
    # Older Safaris do not take a page's own WebSocket for 'self'.
    sockets = f"{LOCAL_SOCKETS} ws://{host} wss://{host}" if host else LOCAL_SOCKETS
    headers = {**GUARDED, "Content-Security-Policy": CONTENT_POLICY.format(sockets=sockets)}
    if scope["path"].startswith("/static/"):
        del headers["Cache-Control"]
    return headers


def with_headers(send: Send, headers: Mapping[str, str] = HEADERS) -> Send:
    """Returns a `send` that adds these headers to each answer."""

    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(headers)
        await send(message)

    return send_with_headers
