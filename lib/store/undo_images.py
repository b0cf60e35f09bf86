"""Before-images that are too big for the document lie beside it, in a place for each entry.

So a big action (going back to a backup, bringing a file in) can be taken back as long as a small
one, and no later save pays for it. The entry in the document names the content by a mark; a content
that does not bear it is not used.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from hashlib import blake2b
from typing import Any

import orjson

from lib.store.codec import Raw
from lib.store.document import Rows

# Fifty entries of less than this keep the document small.
BIGGER_THAN = 10_000
# So many of the records that it touched are named in the document all the same.
NAMED = 200


class Gone(Exception):
    """An entry's images are missing or damaged."""


class UndoImages(ABC):
    """The images that lie beside one document."""

    def put(self, entry: Raw) -> Raw:
        """Returns the entry as it is to stand in the document: with its images, or with their mark.

        Raises:
            StoreError: they could not be kept.
        """
        if entry["size"] <= BIGGER_THAN:
            return entry
        content = orjson.dumps(entry["images"])
        touched = [[image["table"], image["id"]] for image in entry["images"][:NAMED]]
        put = {**entry, "images": [], "apart": _mark(content), "touched": touched}
        self.write(_name_of(put), content)
        return put

    def of(self, entry: Raw) -> list[Any]:
        """Returns what the entry touched, wherever it lies.

        Raises:
            Gone: it is missing or damaged.
        """
        if not entry.get("apart"):
            return list(entry["images"])
        content = self.read(_name_of(entry))
        if content is None or _mark(content) != entry["apart"]:
            raise Gone
        return list(orjson.loads(content))

    def sweep(self, rows: Rows) -> None:
        """Removes what no entry in these rows names any more."""
        self.keep_only({_name_of(entry) for entry in rows.values() if entry.get("apart")})

    @abstractmethod
    def write(self, name: str, content: bytes) -> None:
        """Keeps this content, at the latest with the document itself."""

    @abstractmethod
    def read(self, name: str) -> bytes | None:
        """Returns the content of that name, None if it is not there."""

    @abstractmethod
    def keep_only(self, names: set[str]) -> None:
        """Removes everything else, at the latest with the next save."""


def _name_of(entry: Raw) -> str:
    return f"{entry['id']}-{entry['apart']}.json"


def _mark(content: bytes) -> str:
    """Returns what tells one content from another."""
    return blake2b(content, digest_size=12).hexdigest()
