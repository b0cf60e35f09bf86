"""A browser without a screen: keeps cookies, signs in, and talks to the app as its page does."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from tests.provider import Provider

PERSON = {"Accept": "text/html", "Sec-Fetch-Mode": "navigate"}
MEDIA = re.compile(rb"/media/[0-9a-f]{20,}\.[a-z0-9]+")


@dataclass
class Answer:
    """What came back."""

    status: int
    body: bytes
    headers: http.client.HTTPMessage

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def location(self) -> str:
        return self.headers["Location"] or ""


@dataclass
class Visitor:
    """Somebody at a browser, with its cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    host: str = "127.0.0.1"
    more: dict[str, str] = field(default_factory=dict)

    @property
    def origin(self) -> str:
        return f"http://{self.host}:{self.port}"

    def headers(self, **more: str) -> dict[str, str]:
        shown = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {**PERSON, **({"Cookie": shown} if shown else {}), **self.more, **more}

    def ask(self, path: str, method: str = "GET", **more: str) -> Answer:
        """The answer, after its cookies were kept; a redirect is not followed."""
        caller = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            caller.request(
                method, path, headers={"Host": f"{self.host}:{self.port}", **self.headers(**more)}
            )
            answer = caller.getresponse()
            found = Answer(
                answer.status, b"" if answer.status == 101 else answer.read(), answer.headers
            )
        finally:
            caller.close()
        self._keep(found.headers.get_all("Set-Cookie", []))
        return found

    def _keep(self, lines: list[str]) -> None:
        for line in lines:
            for name, one in SimpleCookie(line).items():
                gone = one["max-age"] == "0" or "1970" in one["expires"]
                self.cookies.pop(name, None)
                if not gone:
                    self.cookies[name] = one.value

    def to_provider(self) -> str:
        """The address at the provider to which the button leads."""
        answer = self.ask("/auth/login")
        assert answer.status == 303, answer.text
        return answer.location

    def sign_in(self, provider: Provider, account: str = "owner") -> Answer:
        """The answer to somebody who comes back from the provider with this account."""
        back = urlsplit(provider.choose(self.to_provider(), account))
        return self.ask(f"{back.path}?{back.query}")

    def lock(self) -> Answer:
        return self.ask("/lock", "POST", Origin=self.origin)

    def draw(self, page: str = "", query: str = "") -> bytes:
        """Everything that the app's page is sent until it is drawn."""
        self.ask("/_stcore/health")
        xsrf = self.cookies.get("_streamlit_xsrf", "x").strip('"')
        line = connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream",
            origin=Origin(self.origin),
            subprotocols=[Subprotocol("streamlit"), Subprotocol(xsrf)],
            additional_headers={k: v for k, v in self.headers().items() if k == "Cookie"},
            max_size=None,
            proxy=None,
        )
        with line:
            asked = BackMsg()
            asked.rerun_script.page_name = page
            asked.rerun_script.query_string = query
            line.send(asked.SerializeToString())
            return b"".join(_until_drawn(line))


def _until_drawn(line: object) -> Iterator[bytes]:
    for part in line:  # type: ignore[attr-defined]
        message = ForwardMsg()
        message.ParseFromString(part)
        yield part
        if message.WhichOneof("type") == "script_finished":
            return
