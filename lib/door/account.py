"""The way in by an account: Streamlit's own login (OpenID Connect) does the asking, the door decides.

Of Streamlit's three routes two are open to those outside, and each only in the one form that the flow needs.
What Streamlit answers is not handed on: the door reads whom it tells of, and answers itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope
from streamlit.auth_util import encode_provider_token
from streamlit.web.server.starlette.starlette_server_config import SESSION_COOKIE_NAME

from lib.door import closed_page, session_cookies
from lib.door.account_list import CALLBACK, Accounts
from lib.door.gate_settings import Gate
from lib.door.request_origin import is_for_a_person, values_of

# The path under which hosts look for Streamlit's own route: a path of ours might not reach the app there.
LOGIN, LOGOUT = "/auth/login", "/auth/logout"
PROVIDER: Final = "default"


class ByAccount:
    """Lets the accounts of the list in, after their provider has said whose they are."""

    def __init__(self, app: ASGIApp, gate: Gate, accounts: Accounts) -> None:
        self.app = app
        self.gate = gate
        self.accounts = accounts

    def knows(self, scope: Scope) -> bool:
        """True if the browser also shows the identity of an account of the list, signed for this address."""
        identity = session_cookies.identity_in(HTTPConnection(scope).cookies)
        return (
            identity is not None
            and identity.get("origin") == self.accounts.origin
            and self.accounts.admits(identity)
        )

    def asking(
        self, scope: Scope, *, wrong: str = "", note: str = "", status: int = 403
    ) -> Response:
        """The page that leads to the provider. Who somebody was is forgotten with it."""
        framed = "iframe" in values_of(scope, "sec-fetch-dest")
        page = closed_page.by_account(
            self.accounts.origin + LOGIN, wrong=wrong, note=note, framed=framed
        )
        answer = HTMLResponse(page, status)
        session_cookies.take(answer, scope)
        return answer

    async def sign_in(self, token: str | None, scope: Scope, receive: Receive) -> Response | None:
        """The answer to a step on the way in; None if this is something else."""
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
        """On to the provider; what the address says besides its path counts for nothing."""
        query = f"provider={encode_provider_token(PROVIDER)}".encode()
        theirs = await _ask(self.app, {**scope, "query_string": query}, receive)
        where = theirs.headers.get("location", "")
        if not where.startswith(("https://", "http://")):
            return self.asking(scope, wrong=closed_page.NO_PROVIDER, status=502)
        answer = RedirectResponse(where, status_code=303)
        _hand_on_state(theirs, answer)
        return answer

    async def _back(self, token: str | None, scope: Scope, receive: Receive) -> Response:
        """In, for an account of the list that has this moment come from the provider."""
        theirs = await _ask(self.app, scope, receive)
        left = session_cookies.set_by(theirs.headers.getlist("set-cookie"))
        identity = session_cookies.identity_in(left)
        if identity is None:
            answer = self._not_done(token, scope)
        else:
            self.gate.sessions.end(token)
            is_listed = self.accounts.admits(identity)
            answer = (
                self._welcome(scope, left)
                if is_listed
                else self.asking(scope, wrong=closed_page.NOT_LISTED)
            )
        _hand_on_state(theirs, answer)
        return answer

    def _not_done(self, token: str | None, scope: Scope) -> Response:
        if self.gate.admits(token) and self.knows(scope):
            return RedirectResponse(
                "./", status_code=303
            )  # "back" in the browser, over the address of the way in
        return self.asking(scope, wrong=closed_page.NOT_DONE)

    def _welcome(self, scope: Scope, left: dict[str, str]) -> Response:
        encrypted = self.accounts.is_encrypted
        answer = RedirectResponse("./", status_code=303)
        session_cookies.keep_identity(answer, left, encrypted=encrypted)
        # Not "strict": this very answer is part of a way that began at the provider's.
        session_cookies.give(
            answer, scope, self.gate.sessions.begin(), samesite="lax", encrypted=encrypted
        )
        return answer


@dataclass
class _Answer:
    """What Streamlit's own route answers; its body is of no use here."""

    headers: Headers = field(default_factory=Headers)


async def _ask(app: ASGIApp, scope: Scope, receive: Receive) -> _Answer:
    answer = _Answer()

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.headers = Headers(raw=message["headers"])

    await app(scope, receive, send)
    return answer


def _hand_on_state(theirs: _Answer, answer: Response) -> None:
    """Sets or clears the signed cookie by which the way back is known to belong to this browser."""
    for line in theirs.headers.getlist("set-cookie"):
        if line.startswith(f"{SESSION_COOKIE_NAME}="):
            answer.headers.append("set-cookie", line)
