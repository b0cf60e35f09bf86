"""The login by account: Streamlit's own login (OpenID Connect) asks, this module decides.

Of Streamlit's three routes two are open to those outside, each only in the one form that the flow
needs. What Streamlit answers is not handed on: this module reads whom it tells of, and answers
itself.
"""

from __future__ import annotations

from typing import Final

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope

from lib.door import closed_page, session_cookies
from lib.door.account_list import CALLBACK, Accounts
from lib.door.gate_settings import Gate
from lib.door.request_origin import is_for_a_person, values_of
from lib.door.streamlit_internals import SESSION_COOKIE_NAME, encode_provider_token

# The path under which hosts look for Streamlit's own route: another might not reach the app there.
LOGIN, LOGOUT = "/auth/login", "/auth/logout"
PROVIDER: Final = "default"


class AccountLogin:
    """Opens a session for the accounts of the list, once their provider has said whose they are."""

    def __init__(self, app: ASGIApp, gate: Gate, accounts: Accounts) -> None:
        self.app = app
        self.gate = gate
        self.accounts = accounts

    def admits(self, token: str | None, scope: Scope, *, used: bool = False) -> bool:
        """True for an open session whose browser also shows the identity of a listed account.

        That identity must be signed for this very address.
        """
        identity = session_cookies.identity_in(HTTPConnection(scope).cookies)
        if identity is None or identity.get("origin") != self.accounts.origin:
            return False
        return self.accounts.admits(identity) and self.gate.admits(token, used=used)

    def page(self, scope: Scope, *, wrong: str = "", note: str = "", status: int = 403) -> Response:
        """Returns the login page, which leads to the provider, and forgets who somebody was."""
        framed = "iframe" in values_of(scope, "sec-fetch-dest")
        address = self.accounts.origin + LOGIN
        page = closed_page.by_account(address, wrong=wrong, note=note, framed=framed)
        answer = HTMLResponse(page, status)
        session_cookies.clear(answer, scope)
        return answer

    async def sign_in(self, token: str | None, scope: Scope, receive: Receive) -> Response | None:
        """Returns the answer to a step of the login; None if this is another request."""
        if scope["path"] == LOGOUT:
            return Response(status_code=404)
        if scope["path"] not in (LOGIN, CALLBACK):
            return None
        if not is_for_a_person(scope):
            return Response(status_code=403)
        if scope["path"] == LOGIN:
            return await self._to_provider(scope, receive)
        return await self._back(token, scope, receive)

    async def _to_provider(self, scope: Scope, receive: Receive) -> Response:
        """Leads on to the provider; the query of the address is not used."""
        query = f"provider={encode_provider_token(PROVIDER)}".encode()
        theirs = await _headers_from(self.app, {**scope, "query_string": query}, receive)
        where = theirs.get("location", "")
        if not where.startswith(("https://", "http://")):
            return self.page(scope, wrong=closed_page.NO_PROVIDER, status=502)
        answer = RedirectResponse(where, status_code=303)
        _hand_on_state(theirs, answer)
        return answer

    async def _back(self, token: str | None, scope: Scope, receive: Receive) -> Response:
        """Opens a session for a listed account that came from the provider this moment."""
        theirs = await _headers_from(self.app, scope, receive)
        left = session_cookies.left_by(theirs.getlist("set-cookie"))
        identity = session_cookies.identity_in(left)
        if identity is None and self.admits(token, scope):
            # "Back" in the browser, over the address of the login.
            answer: Response = RedirectResponse("./", status_code=303)
        elif identity is None:
            answer = self.page(scope, wrong=closed_page.NOT_DONE)
        else:
            self.gate.sessions.end(token)
            is_listed = self.accounts.admits(identity)
            refused = closed_page.NOT_LISTED
            answer = self._welcome(scope, left) if is_listed else self.page(scope, wrong=refused)
        _hand_on_state(theirs, answer)
        return answer

    def _welcome(self, scope: Scope, left: dict[str, str]) -> Response:
        encrypted = self.accounts.is_encrypted
        answer = RedirectResponse("./", status_code=303)
        session_cookies.keep_identity(answer, left, encrypted=encrypted)
        token = self.gate.sessions.begin()
        # Not "strict": this very answer is part of a login that began at the provider's.
        session_cookies.set_token(answer, scope, token, samesite="lax", encrypted=encrypted)
        return answer


async def _headers_from(app: ASGIApp, scope: Scope, receive: Receive) -> Headers:
    """Returns the headers that Streamlit's own route answers; its body is not used."""
    found: list[Headers] = []

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            found.append(Headers(raw=message["headers"]))

    await app(scope, receive, send)
    return found[-1] if found else Headers()


def _hand_on_state(theirs: Headers, answer: Response) -> None:
    """Sets or clears the signed cookie that ties the provider's answer to this browser."""
    for line in theirs.getlist("set-cookie"):
        if line.startswith(f"{SESSION_COOKIE_NAME}="):
            answer.headers.append("set-cookie", line)
