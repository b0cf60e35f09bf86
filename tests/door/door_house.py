"""The middleware with an app behind it and a clock that tests set by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from starlette.types import Message, Receive, Scope, Send

from lib.door.gate_settings import Gate
from lib.door.middleware import AccessMiddleware
from lib.door.open_sessions import Attempts, Sessions
from lib.door.passphrase_file import new_key
from lib.door.session_cookies import COOKIE
from tests.door import loops

RIGHT, OTHER = "correct horse battery", "battery horse correct"
KEY = new_key(RIGHT, cost=2**14, lanes=1)
HOST = "127.0.0.1:8501"
OWN_PAGE = {"Origin": f"http://{HOST}"}
PERSON = {"Accept": "text/html,application/xhtml+xml", "Sec-Fetch-Mode": "navigate"}
FORM = {"Content-Type": "application/x-www-form-urlencoded", **OWN_PAGE, **PERSON}


@dataclass
class Answer:
    sent: list[Message]

    @property
    def status(self) -> int:
        return int(self.sent[0]["status"])

    @property
    def body(self) -> str:
        return b"".join(one.get("body", b"") for one in self.sent).decode()

    @property
    def headers(self) -> dict[str, str]:
        return {name.decode(): value.decode() for name, value in self.sent[0]["headers"]}

    @property
    def token(self) -> str:
        return self.headers["set-cookie"].split(";")[0].partition("=")[2]

    @property
    def is_form(self) -> bool:
        return (
            self.status in (403, 429)
            and '<form method="post">' in self.body
            and "private" not in self.body
        )


@dataclass
class House:
    """The middleware, an app behind it, a clock set by hand, and what went through."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)
    came: list[str] = field(default_factory=list)
    lan_only: bool = False
    broken: bool = False

    def __post_init__(self) -> None:
        attempts = Attempts(clock=lambda: self.now, sleep=self.sleep)
        sessions = Sessions(clock=lambda: self.now)
        key = None if self.broken else KEY
        self.gate = Gate(key=key, sessions=sessions, attempts=attempts, lan_only=self.lan_only)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    async def app(self, scope: Scope, _: Receive, send: Send) -> None:
        self.came.append(scope["path"])
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
        else:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"private"})

    def ask(self, path: str = "/", headers: dict[str, str] | None = None, **more: Any) -> Answer:
        """The answer to one request; `more` as in `asked`."""
        return loops.run(self.asked(path, headers, **more))

    async def asked(
        self,
        path: str = "/",
        headers: dict[str, str] | None = None,
        *,
        method: str = "GET",
        body: bytes = b"",
        kind: str = "http",
        token: str | None = None,
        client: str = "127.0.0.1",
        server: str = "127.0.0.1",
        scheme: str = "http",
    ) -> Answer:
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        named = {
            "Host": HOST,
            **({"Cookie": f"{COOKIE}={token}"} if token else {}),
            **(headers or {}),
        }
        path, _, query = path.partition("?")
        scope = {
            "type": kind,
            "method": method,
            "path": path,
            "query_string": query.encode(),
            "scheme": scheme,
            "headers": [
                (name.lower().encode(), value.encode("latin-1")) for name, value in named.items()
            ],
            "client": (client, 50000),
            "server": (server, 8501),
        }
        await AccessMiddleware(self.app, lambda: self.gate)(scope, receive, send)
        return Answer(sent)

    def sign_in(self, passphrase: str = RIGHT, path: str = "/", **more: Any) -> Answer:
        return loops.run(self.signed_in(passphrase, path, **more))

    async def signed_in(self, passphrase: str = RIGHT, path: str = "/", **more: Any) -> Answer:
        body = urlencode({"passphrase": passphrase}).encode()
        headers = {**FORM, **more.pop("headers", {})}
        return await self.asked(path, headers, method="POST", body=body, **more)
