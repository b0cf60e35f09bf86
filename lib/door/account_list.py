"""Which accounts are let in: what secrets.toml says about the provider and their addresses."""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import SplitResult, urlsplit

from streamlit import config

from lib.door.passphrase_file import Malformed
from lib.door.request_origin import is_loopback_authority

CALLBACK: Final = "/oauth2callback"
MOST_ADDRESSES: Final = 20
# Whoever guesses the cookie secret can sign an identity: 32 characters, and at least 10 different.
SHORTEST_SECRET, FEWEST_SIGNS = 32, 10
NEEDED: Final = (
    "redirect_uri",
    "cookie_secret",
    "client_id",
    "client_secret",
    "server_metadata_url",
)
# One whole address: a pattern such as "*@example.org" would let strangers in.
ADDRESS: Final = re.compile(r"[^\s@*,;<>\"()]+@[^\s@*,;<>\"()]+\.[^\s@*,;<>\"().]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Accounts:
    """The accounts that are let in, and where their provider sends them back to.

    Its repr shows no address.
    """

    origin: str
    digests: tuple[bytes, ...] = field(repr=False)

    @property
    def is_encrypted(self) -> bool:
        """True if the app's own address is https."""
        return self.origin.startswith("https:")

    def admits(self, identity: Mapping[str, Any]) -> bool:
        """True for a listed address that the provider has verified, in constant time.

        Only a real `true` counts: OpenID Connect Core 5.1 makes `email_verified` a boolean, and a
        provider that leaves it out vouches for nothing.
        """
        claimed = _digest(identity.get("email"))
        matches = [hmac.compare_digest(claimed, one) for one in self.digests]
        return any(matches) and identity.get("email_verified") is True


def read_accounts(auth: object, emails: object) -> Accounts:
    """Returns what the section [auth] and the list of addresses say together.

    Raises:
        Malformed: one of the two is missing, not whole, or too weak to be relied on.
    """
    if not isinstance(auth, Mapping) or not all(_is_word(auth.get(name)) for name in NEEDED):
        raise Malformed
    # A provider with a section of its own would be asked in place of the one checked here.
    if any(isinstance(value, Mapping) for name, value in auth.items() if name != "client_kwargs"):
        raise Malformed
    secret = auth["cookie_secret"]
    if len(secret) < SHORTEST_SECRET or len(set(secret)) < FEWEST_SIGNS:
        raise Malformed
    _safe_url(auth["server_metadata_url"])
    return Accounts(origin=_origin(auth["redirect_uri"]), digests=_list(emails))


def normal(address: str) -> str:
    """Returns the address as it is compared: spellings that look the same count as one."""
    return unicodedata.normalize("NFKC", address).strip().lower()


def _origin(redirect_uri: str) -> str:
    """Returns where the provider sends people back to, without the path, as a browser writes it.

    Streamlit compares it letter by letter, and would know nobody under another spelling.
    """
    url = _safe_url(redirect_uri.replace("{port}", str(config.get_option("server.port"))))
    origin = f"{url.scheme}://{url.netloc.lower()}"
    has_usual_port = (url.scheme, url.port) in {("https", 443), ("http", 80)}
    if has_usual_port or url.geturl() != origin + CALLBACK:
        raise Malformed
    return origin


def _safe_url(text: str) -> SplitResult:
    """Returns the parsed address, if nobody on the way can read along."""
    try:
        url = urlsplit(text)
        is_whole = bool(url.hostname) and url.username is None and url.port != 0
    except ValueError as error:
        raise Malformed from error
    on_this_machine = url.scheme == "http" and is_loopback_authority(url.netloc)
    if not is_whole or not (url.scheme == "https" or on_this_machine):
        raise Malformed
    return url


def _list(emails: object) -> tuple[bytes, ...]:
    if not isinstance(emails, list) or not 1 <= len(emails) <= MOST_ADDRESSES:
        raise Malformed
    if not all(isinstance(one, str) and ADDRESS.fullmatch(normal(one)) for one in emails):
        raise Malformed
    return tuple(_digest(one) for one in emails)


def _digest(address: object) -> bytes:
    """Returns a digest of constant length, so that comparing tells nothing about the address."""
    text = normal(address) if isinstance(address, str) else ""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _is_word(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value == value.strip()
