"""The address of a database: which server it names, and whether the way there is encrypted.

What counts is what the driver's library makes of it, and that has several ways to name a server:
in the address, behind its question mark, and in variables of the environment
(https://www.postgresql.org/docs/current/libpq-connect.html, 34.1.2 and 34.15).
"""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Iterator, Mapping

from psycopg.pq import Conninfo
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from lib.domain.store_errors import DatabaseRefused

_DRIVERS = {"postgres", "postgresql", "postgresql+psycopg"}
_ENCRYPTED = {"require", "verify-ca", "verify-full"}
_ELSEWHERE = ("hostaddr", "service", "servicefile")
"""What would name another server than the one that stands in the address."""
_VARIABLES = ("PGHOST", "PGHOSTADDR", "PGSERVICE")


def read_url(url: str, environment: Mapping[str, str] = os.environ) -> URL:
    """Returns the address, with the driver that we bring; beyond this machine always encrypted.

    Raises:
        DatabaseRefused: it is none of a PostgreSQL database, names its server in a way that cannot
            be checked, or turns encryption off. It is never quoted.
    """
    try:
        read = make_url(url.strip())
    except (ArgumentError, ValueError):
        raise DatabaseRefused("the address in the secrets cannot be read") from None
    if read.drivername not in _DRIVERS:
        raise DatabaseRefused("the address in the secrets has to begin with postgresql://")
    _refuse_another_server(read, environment)
    _refuse_unknown_options(read)
    if not all(map(_is_on_this_machine, _hosts(read))):
        # GSSAPI would be tried first, and is another kind of encryption.
        options = {"sslmode": _encrypted_mode(read, environment), "gssencmode": "disable"}
        read = read.update_query_dict(options)
    # An empty one keeps the variable PGHOSTADDR from naming another server.
    return read.update_query_dict({"hostaddr": ""}).set(drivername="postgresql+psycopg")


def server_words(url: URL) -> str:
    """Returns the servers' names for the person, without name, password and ports."""
    named = [host for host in _hosts(url) if host and not host.startswith(("/", "@"))]
    return ", ".join(named) or "this computer"


def _encrypted_mode(read: URL, environment: Mapping[str, str]) -> str:
    """Returns the strictest that was asked for: never less than an encrypted line."""
    asked = read.query.get("sslmode", "")
    if asked in _ENCRYPTED:
        return str(asked)
    if asked:
        raise DatabaseRefused(
            "its address allows a connection without encryption: take sslmode out of it, or make "
            "it sslmode=require"
        )
    usual = environment.get("PGSSLMODE", "")
    # With the system's certificates PostgreSQL's library takes no other mode (libpq, 34.19.1).
    certificates = read.query.get("sslrootcert") or environment.get("PGSSLROOTCERT")
    if certificates == "system":
        return "verify-full"
    return usual if usual in _ENCRYPTED else "require"


def _refuse_unknown_options(read: URL) -> None:
    """Refuses what the library would refuse at each try, as if there were no answer."""
    known = {one.keyword.decode() for one in Conninfo.get_defaults()}
    if not known.issuperset(read.query):
        raise DatabaseRefused(
            "there is an option behind the question mark in its address that PostgreSQL does not "
            "have, such as pgbouncer=true, which is meant for another program: take it out"
        )


def _refuse_another_server(read: URL, environment: Mapping[str, str]) -> None:
    named = next((name for name in _ELSEWHERE if name in read.query), "")
    if named:
        raise DatabaseRefused(f"its address may not hold {named}: name the server as the host")
    if not any(_hosts(read)) and any(environment.get(name) for name in _VARIABLES):
        raise DatabaseRefused("its address names no server: put the server's name into it")


def _hosts(read: URL) -> Iterator[str]:
    """Yields every server that the address names; "" stands for the usual socket of this machine.

    What stands behind the question mark takes the place of what stands before it.
    """
    asked = read.query.get("host")
    if asked is None:
        asked = read.host or ""
    for one in (asked,) if isinstance(asked, str) else asked:
        yield from one.split(",")


def _is_on_this_machine(host: str) -> bool:
    """Returns whether that is a socket or a literal loopback address; a name proves nothing."""
    if host in ("", "localhost") or host.startswith(("/", "@")):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)
