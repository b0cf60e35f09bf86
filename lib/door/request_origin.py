"""Tells where a request comes from: this machine, a proxy, under which Host, from whose page."""

from __future__ import annotations

import ipaddress
import re
from typing import Final

from starlette.types import Scope

# "localhost:8501", "127.0.0.1", "[::1]:8501": a name or address, maybe a port; nothing else.
AUTHORITY: Final = re.compile(
    r"(?P<host>\[[0-9a-f:.]+\]|[a-z0-9.-]+?)\.?(?::\d{1,5})?", re.IGNORECASE
)
# What proxies and tunnels add. A person's own browser sends none of these to its own machine.
FORWARDING: Final = re.compile(
    r"forwarded|via|cdn-loop|cf-connecting-ip|cf-ray|fastly-client-ip|fly-client-ip|true-client-ip"
    r"|x-client-ip|x-cluster-client-ip|x-envoy-external-address|x-original-host|x-real-ip"
    r"|x-forwarded.*",
    re.IGNORECASE | re.DOTALL,
)

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_from_this_machine(scope: Scope) -> bool:
    """True for a loopback client that asks a loopback Host, directly, and from a page of ours."""
    host, client = own_host(scope), _end(scope, "client")
    if host is None or client is None or not client.is_loopback:
        return False
    return is_loopback_authority(host) and not was_forwarded(scope)


def is_addressed_to_us(scope: Scope, *, lan_only: bool, home: str | None = None) -> bool:
    """True if the request names this server, and comes from no page but our own.

    What comes directly must name the very address at which it arrived, or `home`, the configured
    origin; so a foreign site whose name was pointed at this machine gets nowhere. A proxy in front
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
    """Returns the one well-formed Host; None if there is none, or another site's page asks.

    A page of `home` is ours under whatever name a proxy hands its requests on.
    """
    hosts = values_of(scope, "host")
    if len(hosts) != 1 or AUTHORITY.fullmatch(hosts[0]) is None:
        return None
    for origin in values_of(scope, "origin"):
        if origin.lower() != home and not _is_own(origin, hosts[0]):
            return None
    return hosts[0]


def is_for_a_person(scope: Scope) -> bool:
    """True where a browser wants a page to show, not a script, a picture or an answer to one."""
    modes = values_of(scope, "sec-fetch-mode")
    accepted = ",".join(values_of(scope, "accept")).lower()
    return scope["method"] == "GET" and "text/html" in accepted and modes in ([], ["navigate"])


def came_encrypted(scope: Scope) -> bool:
    """True if the browser's own connection was https, as far as we or the proxy can tell."""
    forwarded = [value.strip().lower() for value in values_of(scope, "x-forwarded-proto")]
    return scope.get("scheme") in {"https", "wss"} or forwarded == ["https"]


def values_of(scope: Scope, name: str) -> list[str]:
    """Returns every value of the header with this name (in lower case)."""
    wanted = name.encode()  # Starlette's Headers would trust the server to send lower case
    return [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == wanted]


def is_loopback_authority(authority: str) -> bool:
    """True for a Host such as `localhost:8501` or `[::1]`, not for a name that contains one."""
    name = _name(authority)
    address = _address(name)
    return name == "localhost" or (address is not None and address.is_loopback)


def was_forwarded(scope: Scope) -> bool:
    """True if a header shows that a proxy or a tunnel handed the request on."""
    return any(FORWARDING.fullmatch(key.decode("latin-1")) for key, _ in scope["headers"])


def _name(authority: str) -> str:
    match = AUTHORITY.fullmatch(authority)
    return match["host"].lower().strip("[]") if match else ""


def _end(scope: Scope, which: str) -> Address | None:
    """Returns the address of the `client` or the `server`; None if it has none."""
    end = scope.get(which)
    return _address(end[0]) if end else None


def _address(text: str) -> Address | None:
    """Returns the address, an IPv4 one that IPv6 wraps as itself; None for a name."""
    try:
        parsed = ipaddress.ip_address(text)
    except ValueError:
        return None
    mapped = parsed.ipv4_mapped if isinstance(parsed, ipaddress.IPv6Address) else None
    return mapped or parsed


def _is_own(origin: str, host: str) -> bool:
    """True if the page is of this very server: another local port belongs to another program."""
    return origin.lower() in {f"http://{host.lower()}", f"https://{host.lower()}"}
