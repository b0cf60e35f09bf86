"""When the copies in a folder were made."""

from __future__ import annotations

from datetime import datetime
from itertools import chain
from pathlib import Path

from lib.store.copies import Copy, moment_of
from lib.store.document import NotWhole, parse


def newest_first(found: list[Copy]) -> tuple[Copy, ...]:
    return tuple(sorted(found, key=lambda copy: copy.at, reverse=True))


def moment_of_last(folder: Path) -> datetime | None:
    return moment_of(folder.name.split("_")[0])


def last_change(path: Path) -> datetime | None:
    """Returns when something was changed last in a copy whose name does not tell.

    Returns None if the copy is not whole.
    """
    try:
        tree, _ = parse(path.read_bytes())
    except (OSError, NotWhole):
        return None
    documents = chain.from_iterable(rows.values() for rows in tree.values())
    moments = [raw["changed_at"] for raw in documents if raw.get("changed_at")]
    return max(map(datetime.fromisoformat, moments), default=None)
