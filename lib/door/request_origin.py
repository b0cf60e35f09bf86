"""Which way a request has come: from this machine, through a proxy, under which name, from whose page."""

from __future__ import annotations

import ipaddress
import re
from typing import Final

from starlette.types import Scope

# "localhost:8501", "127.0.0.1", "[::1]:8501": a name or address, and perhaps a port; nothing else.
AUTHORITY: Final = re.compile(
    r"(?P<host>\[[0-9a-f:.]+\]|[a-z0-9.-]+?)\.?(?::\d{1,5})?", re.IGNORECASE
)

# What proxies and tunnels add. A person's own browser sends none of these to its own machine.
FORWARDING: Final = frozenset(
    {
        "forwarded",
        "via",
        "cdn-loop",
        "cf-connecting-ip",
        "cf-ray",
        "fastly-client-ip",
        "fly-client-ip",
    }
    | {"true-client-ip", "x-client-ip", "x-cluster-client-ip", "x-envoy-external-address"}
    | {"x-original-host", "x-real-ip"}
)
FORWARDING_PREFIX: Final = "x-forwarded"

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_from_this_machine(scope: Scope) -> bool:
    """True for a loopback client that asks a loopback Host, straight, and from no page but our own."""
    host, client = own_host(scope), scope.get("client")
    return (
        host is not None
        and client is not None
        and is_loopback(client[0])
        and is_loopback_authority(host)
        and not was_forwarded(scope)
    )


def is_addressed_to_us(scope: Scope, *, lan_only: bool, home: str | None = None) -> bool:
    """True if this may be asked who it is: it names us, and comes from no page but our own.

    What comes straight must name the very address at which it arrived, or `home`, the origin that is
    configured; so a foreign site whose name was turned towards this machine gets nowhere. A proxy in front
    answers for the name, but there is none in the person's own network.
    """
    host = own_host(scope, home)
    if host is None:
        return False
    if home is not None and _is_own(home, host):
        return True
    if was_forwarded(scope):
        return not lan_only
    if is_from_this_machine(scope):
        return True
    client, server = _end(scope, "client"), _end(scope, "server")
    if client is None or server is None or _address(_name(host)) != server:
        return False
    return not lan_only or not (client.is_global or server.is_global)


def own_host(scope: Scope, home: str | None = None) -> str | None:
    """The one well-formed Host that was asked for; None if another site's page asks, or it is not one.

    A page of `home` is ours under whatever name a proxy hands its requests on.
    """
    hosts = values_of(scope, "host")
    if len(hosts) != 1 or AUTHORITY.fullmatch(hosts[0]) is None:
        return None
    pages = [origin for origin in values_of(scope, "origin") if origin.lower() != home]
    return hosts[0] if all(_is_own(origin, hosts[0]) for origin in pages) else None


def is_for_a_person(scope: Scope) -> bool:
    """True where a browser wants a page to show, and not a script, a picture or an answer to a program."""
    modes = values_of(scope, "sec-fetch-mode")
    accepted = ",".join(values_of(scope, "accept")).lower()
    return scope["method"] == "GET" and "text/html" in accepted and modes in ([], ["navigate"])


def came_encrypted(scope: Scope) -> bool:
    """True if the browser's own connection was https, as far as we or the proxy in front can tell."""
    forwarded = values_of(scope, "x-forwarded-proto")
    return scope.get("scheme") in {"https", "wss"} or [
        one.strip().lower() for one in forwarded
    ] == ["https"]


def values_of(scope: Scope, name: str) -> list[str]:
    """Every value of the header with this name (in lower case)."""
    return [
        value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name.encode()
    ]


def is_loopback(address: str) -> bool:
    """True for an address that never leaves the machine, also when IPv6 wraps an IPv4 one."""
    parsed = _address(address)
    return parsed is not None and parsed.is_loopback


def is_loopback_authority(authority: str) -> bool:
    """True for a Host such as `localhost:8501` or `[::1]`; a name that merely contains one is foreign."""
    if AUTHORITY.fullmatch(authority) is None:
        return False
    return _name(authority) == "localhost" or is_loopback(_name(authority))


def was_forwarded(scope: Scope) -> bool:
    """True if a header tells of a proxy or a tunnel on the way."""
    return any(_tells(key.decode("latin-1").lower()) for key, _ in scope["headers"])


def _tells(header: str) -> bool:
    return header in FORWARDING or header.startswith(FORWARDING_PREFIX)


def _name(authority: str) -> str:
    match = AUTHORITY.fullmatch(authority)
    return match["host"].lower().strip("[]") if match else ""


def _end(scope: Scope, which: str) -> Address | None:
    end = scope.get(which)
    return _address(end[0]) if end else None


def _address(text: str) -> Address | None:
    """The address, an IPv4 one that IPv6 wraps as itself; None for a name."""
    try:
        parsed = ipaddress.ip_address(text)
    except ValueError:
        return None
    mapped = parsed.ipv4_mapped if isinstance(parsed, ipaddress.IPv6Address) else None
    return mapped or parsed


def _is_own(origin: str, host: str) -> bool:
    """True if a page of this very server asks: another local port belongs to another program."""
    return origin.lower() in {f"http://{host.lower()}", f"https://{host.lower()}"}
