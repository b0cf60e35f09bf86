"""What a save costs in a database, against the least that it could cost there, in the same run.

`python -m bench.hosted [URL]`; without an address it starts a PostgreSQL of its own, which must be
installed. The floor is one conditional UPDATE of the same bytes, committed: one message to the
server and back. A save of ours has three: the lock, the write, the end of both. On one machine a
message costs next to nothing, so the figures are of the work; elsewhere a save costs three times
the way there and back.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import orjson
import psycopg

from bench.store import SIZES, TABLES, Page, change, filled, head, interleaved, row
from lib.store.database.connection import Database
from lib.store.database.database_home import SqlHome
from lib.store.migrations import STEPS, version_of
from lib.store.repository import Store

MAKE = "CREATE TEMPORARY TABLE least (revision bigint, content text)"
WRITE = "UPDATE least SET content = %s, revision = revision + 1 WHERE revision = %s"


def main(url: str) -> None:
    """Prints the table."""
    print(head("bytes"))
    database = Database(url)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(MAKE)
        for size in SIZES:
            print(save_row(database, connection, size))
    database.close()


def save_row(database: Database, connection: psycopg.Connection, size: int) -> str:
    """One action that changes one record, in a document of about this many bytes."""
    home = SqlHome(database, f"bench-{size}.json", schema=version_of(STEPS), patience=60)
    store = filled(Store(home, tables=TABLES), size)
    tree, numbers, revisions = store.documents(), count(), count()
    long, records = len(orjson.dumps(tree)), len(store.read().all(Page))
    connection.execute("TRUNCATE least")
    connection.execute("INSERT INTO least VALUES (0, '')")

    def least() -> None:
        written = connection.execute(WRITE, (orjson.dumps(tree).decode(), next(revisions)))
        assert written.rowcount == 1

    floors, saves = interleaved(least, lambda: change(store, next(numbers)))
    return row(long, records, floors, saves)


@contextmanager
def own_server() -> Iterator[str]:
    """The address of an empty database on a server that goes with it."""
    from tests import tools
    from tests.postgres import running

    programs = tools.find_postgres()
    if programs is None:
        raise SystemExit(tools.POSTGRES_REMEDY)
    with running(programs) as server:
        yield server.url(server.new_database())


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(sys.argv[1])
    else:
        with own_server() as address:
            main(address)
