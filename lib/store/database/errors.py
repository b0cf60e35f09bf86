"""What a database or its driver reports, as something to try again or as a sentence for the person.

Nothing of the driver's own words is passed on: they may name the server, the user, or what was
being saved.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from lib.domain.store_errors import (
    Busy,
    DatabaseFailure,
    DatabaseFull,
    DatabaseReadOnly,
    DatabaseRefused,
    StoreError,
)

# https://www.postgresql.org/docs/current/errcodes-appendix.html
_GONE = {"57P01", "57P02", "57P03", "57P05", "25P03", "53300", "40001", "40P01"}
_GONE_CLASSES = ("08",)
_FULL = {"53100", "53400", "54000"}
_READ_ONLY = "25006"
_LOCKED = "55P03"
_NO_TABLES = {"42P01", "3F000"}
_REFUSED = {
    "28P01": "it refuses the name or the password",
    "28000": "it refuses the name, or wants another kind of connection",
    "3D000": "the database named in the address does not exist there",
    "42501": "the name may not make or change tables",
}
# A connection that was refused comes without a code, and only in words.
_SAID = {
    "password authentication failed": "28P01",
    "no password supplied": "28P01",
    "no pg_hba.conf entry": "28000",
    "tenant or user not found": "28000",
    "does not exist": "3D000",
    "remaining connection slots": "53300",
}


class Lost(Exception):
    """The connection is gone or could not be made: what was asked for may be asked again."""

    def __init__(self, why: str = "the connection broke") -> None:
        self.why = why
        super().__init__(why)


class NoTables(Exception):
    """Our tables are not there (yet)."""


@contextmanager
def plainly(patience: float) -> Iterator[None]:
    """Turns what the driver reports inside into what it means.

    Args:
        patience: for how many seconds a lock is waited for.

    Raises:
        Lost: it may be tried again.
        NoTables: the tables have to be made first.
        StoreError: it would fail again.
    """
    try:
        yield
    except (SQLAlchemyError, psycopg.Error, OSError) as problem:
        # Not "from": the report would carry the driver's own words.
        raise meaning(problem, patience) from None


def meaning(problem: BaseException, patience: float) -> Lost | NoTables | StoreError:
    """What this report means."""
    origin = problem.orig if isinstance(problem, DBAPIError) else problem
    code = code_of(origin)
    if code in _NO_TABLES:
        return NoTables()
    if code == _LOCKED:
        return Busy(patience)
    if code in _FULL:
        return DatabaseFull()
    if code == _READ_ONLY:
        return DatabaseReadOnly()
    if code in _REFUSED:
        return DatabaseRefused(_REFUSED[code])
    if not code or code in _GONE or code.startswith(_GONE_CLASSES):
        return Lost(_why(origin))
    return DatabaseFailure(code)


def code_of(origin: BaseException | None) -> str:
    """Returns PostgreSQL's five-character code, "" where it is not known (a broken connection)."""
    code = getattr(origin, "sqlstate", None)
    if code:
        return str(code)
    said = str(origin).lower()
    return next((found for words, found in _SAID.items() if words in said), "")


def _why(origin: BaseException | None) -> str:
    said = str(origin).lower()
    if "timeout" in said or "timed out" in said:
        return "no answer in time"
    if "resolve" in said or "name or service" in said or "getaddrinfo" in said:
        return "its name is not known in the network"
    if "refused" in said:
        return "nobody answers at its address"
    if "starting up" in said or "shutting down" in said:
        return "it is starting"
    return "the connection broke"
