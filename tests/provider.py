"""A small OpenID provider on this machine, with made-up accounts, some of which no app should
believe.

Where a browser is sent it offers every account; a test without one follows `Provider.choose`.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

OWNER, STRANGER = "owner@example.org", "stranger@example.org"
CLIENT, CLIENT_SECRET = "follow-through", "made-up-client-secret"
COOKIE_SECRET = "a-made-up-secret-for-tests-0123456789"

ACCOUNTS: dict[str, dict[str, Any]] = {
    "owner": {"email": OWNER, "email_verified": True},
    "shouting": {"email": " OWNER@Example.ORG ", "email_verified": True},
    "stranger": {"email": STRANGER, "email_verified": True},
    "unverified": {"email": OWNER, "email_verified": False},
    "in-words": {"email": OWNER, "email_verified": "true"},
    "by-number": {"email": OWNER, "email_verified": 1},
    "unsaid": {"email": OWNER},
    "nameless": {"email_verified": True},
    "two-addresses": {"email": [OWNER, STRANGER], "email_verified": True},
    "longer": {"email": f"{OWNER}.evil.example", "email_verified": True},
}
BROKEN = (
    "forged",
    "expired",
    "for-another-app",
    "for-another-visit",
    "unsigned",
    "refused",
    "cancelled",
)
"""What goes wrong with an account that would be let in otherwise."""


@dataclass
class Provider:
    """What it knows, and how often it was asked for a token."""

    port: int = 0
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    grants: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def metadata_url(self) -> str:
        return f"{self.issuer}/.well-known/openid-configuration"

    def secrets_toml(
        self, redirect_uri: str = "http://127.0.0.1:{port}/oauth2callback", **door: Any
    ) -> str:
        """What is configured for an app that lets the owner in."""
        auth = {
            "redirect_uri": redirect_uri,
            "cookie_secret": COOKIE_SECRET,
            "client_id": CLIENT,
            "client_secret": CLIENT_SECRET,
            "server_metadata_url": self.metadata_url,
        }
        sections = {"auth": auth, "door": {"emails": [OWNER], **door}}
        return "\n".join(
            f"[{name}]\n"
            + "\n".join(f"{key} = {json.dumps(value)}" for key, value in section.items())
            for name, section in sections.items()
        )

    def choose(self, authorize_url: str, account: str) -> str:
        """The address to which somebody is sent back who chooses this account."""
        asked = {
            name: values[0] for name, values in parse_qs(urlsplit(authorize_url).query).items()
        }
        return self.granted(account, asked)

    def granted(self, account: str, asked: dict[str, Any]) -> str:
        """The same, for what an app asked."""
        back = {"state": asked["state"]}
        if account == "cancelled":
            back |= {"error": "access_denied", "error_description": f"{OWNER} did not want to"}
        else:
            back["code"] = secrets.token_urlsafe(16)
            self.grants[back["code"]] = {**asked, "account": account}
        return f"{asked['redirect_uri']}?{urlencode(back)}"

    def metadata(self) -> dict[str, object]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def token(self, form: dict[str, str], authorization: str) -> dict[str, object]:
        """The answer to an app that comes with a code; an error unless the code and the app are
        right.
        """
        grant = self.grants.pop(form.get("code", ""), None)
        known = base64.b64encode(f"{CLIENT}:{CLIENT_SECRET}".encode()).decode()
        verifier = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(verifier).decode().rstrip("=")
        if grant is None or authorization != f"Basic {known}" or grant["account"] == "refused":
            return {"error": "invalid_grant", "error_description": f"{OWNER} may not"}
        if challenge != grant["code_challenge"] or form["redirect_uri"] != grant["redirect_uri"]:
            return {"error": "invalid_grant"}
        return {
            "access_token": "made-up-access-token",
            "token_type": "Bearer",
            "expires_in": 3600,
            "id_token": self._id_token(grant["account"], grant["nonce"]),
        }

    def _id_token(self, account: str, nonce: str) -> str:
        now = int(time.time())
        claims: dict[str, Any] = {
            "iss": self.issuer,
            "sub": account,
            "aud": CLIENT,
            "nonce": nonce,
            "iat": now,
            "exp": now + 300,
        }
        claims |= ACCOUNTS.get(account, ACCOUNTS["owner"])
        wrong: dict[str, dict[str, Any]] = {
            "expired": {"iat": now - 7200, "exp": now - 3600},
            "for-another-app": {"aud": "another"},
            "for-another-visit": {"nonce": "another"},
        }
        claims |= wrong.get(account, {})
        key = RSAKey.generate_key(2048, {"kid": "one"}) if account == "forged" else self.key
        token = jwt.encode({"alg": "RS256", "kid": "one"}, claims, key)
        if account == "unsigned":
            nothing = base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
            return f"{nothing}.{token.split('.')[1]}."
        return token


@contextmanager
def running(port: int = 0) -> Iterator[Provider]:
    """A provider that answers until the end of the block."""
    provider = Provider()
    server = ThreadingHTTPServer(("127.0.0.1", port), _answering(provider))
    provider.port = server.server_address[1]
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
    )
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def _answering(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, _, query = self.path.partition("?")
            asked = {name: values[0] for name, values in parse_qs(query).items()}
            if path.startswith("/choose/"):
                self.send_response(302)
                self.send_header("Location", provider.granted(path.removeprefix("/choose/"), asked))
                self.end_headers()
            elif path == "/authorize":
                self._send("text/html", _choice(query))
            elif path == "/jwks":
                self._json({"keys": [provider.key.as_dict(private=False)]})
            else:
                self._json(provider.metadata())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            answer = provider.token(form, self.headers.get("Authorization", ""))
            self._json(answer, 400 if "error" in answer else 200)

        def _json(self, content: object, status: int = 200) -> None:
            self._send("application/json", json.dumps(content), status)

        def _send(self, kind: str, content: str, status: int = 200) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(content.encode())

        def log_message(self, *_: object) -> None:
            """Nothing."""

    return Answering


def _choice(query: str) -> str:
    links = [f'<p><a href="/choose/{one}?{query}">{one}</a></p>' for one in (*ACCOUNTS, *BROKEN)]
    return f"<!doctype html><title>A provider</title><h1>Choose an account</h1>{''.join(links)}"
