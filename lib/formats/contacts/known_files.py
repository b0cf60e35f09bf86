"""The files whose headers are known, as known_files.toml lists them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lib.domain.search import folded
from lib.formats.contacts.shapes import Column, FileKind

MOST_NUMBERED = 20
_COLUMNS = {"emails": Column.EMAIL, "phones": Column.PHONE}
_NO_COLUMNS = ("kind", "signs", "addresses", "family_first")


@dataclass(frozen=True, slots=True)
class KnownFile:
    """The headers of one program's files in one language, all as `plainly` gives them.

    `signs` are sets of headers, each of which tells the kind of file; `addresses` have the seven
    parts of a postal address, each with its alternatives.
    """

    kind: FileKind
    signs: tuple[frozenset[str], ...]
    columns: Mapping[Column, tuple[str, ...]]
    addresses: tuple[tuple[tuple[str, ...], ...], ...]
    family_first: bool

    @property
    def headers(self) -> frozenset[str]:
        """All headers of the file that are read."""
        of_addresses = {header for one in self.addresses for part in one for header in part}
        return frozenset(of_addresses.union(*self.columns.values()))


def plainly(header: str) -> str:
    """Returns a header as it is compared: `E-mail 1 - Value` is `email 1 value`."""
    words = re.sub(r"[\W_]+", " ", folded(header[:200])).strip()
    return re.sub(r"\be (?=mail)", "e", words)


@cache
def known_files() -> tuple[KnownFile, ...]:
    """Returns them in the order in which they are tried."""
    path = Path(__file__).with_name("known_files.toml")
    tables = tomllib.loads(path.read_text(encoding="utf-8"))["file"]
    return tuple(map(_known_file, tables))


def _known_file(table: Mapping[str, Any]) -> KnownFile:
    named = {name: value for name, value in table.items() if name not in _NO_COLUMNS}
    columns = {
        _COLUMNS.get(name) or Column(name): tuple(_each(value)) for name, value in named.items()
    }
    return KnownFile(
        kind=FileKind(table["kind"]),
        signs=tuple(frozenset(_each(sign)) for sign in table.get("signs", ())),
        columns=columns,
        addresses=tuple(_address(parts) for parts in table.get("addresses", ())),
        family_first=table.get("family_first", False),
    )


def _address(parts: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_each(part)) for part in parts)


def _each(names: str) -> Iterator[str]:
    """Yields the alternatives, none of them blank; one with `#` once for each number."""
    for name in filter(None, names.split("|")):
        if "#" not in name:
            yield plainly(name)
            continue
        for number in range(1, MOST_NUMBERED + 1):
            yield plainly(name.replace("#", str(number)))
