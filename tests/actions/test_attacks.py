"""Files made to do harm: each is refused in a sentence, or what it brings in can be shown."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest

from lib.actions import copies, example
from lib.domain.errors import FollowThroughError
from lib.domain.record_limits import impossible
from lib.formats.contacts import files
from lib.store.repository import Store
from tests.actions.conftest import NOW, ZONE
from tests.sizes import Count

pytestmark = pytest.mark.durability

MEGABYTE = 1024 * 1024
ABSURD: dict[type, tuple[object, ...]] = {
    str: (7, None, [], {"id": "x"}, "../../passwords", "\0", "x" * 300_000, "9999-12-31"),
    int: (2**63 - 1, -1, 1.5, "7", None, True),
    bool: ("false", 0),
    type(None): ("9999-12-31", "0001-01-01", 7, []),
}
"""Values that no field has, or only a few of them, by what stands there."""


def packed(content: bytes, name: str) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return whole.getvalue()


BOMBS = {
    "a gzip of a hundred megabytes": gzip.compress(bytes(100 * MEGABYTE), 1),
    "a zip of a hundred megabytes": packed(bytes(100 * MEGABYTE), "Connections.csv"),
    "a workbook of a hundred megabytes": packed(bytes(100 * MEGABYTE), "xl/worksheets/sheet1.xml"),
    "a zip that names a place outside": packed(b"Name\nEve\n", "../../../.profile"),
    "entities within entities": b'<?xml version="1.0"?>'
    b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>',
    "a file of another's": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
    "lists and objects within one another": b'[{"a":' * MEGABYTE,
    "more than is taken": b"[" + b" " * 20 * MEGABYTE + b"]",
    "no letters": bytes(range(256)) * 1000,
    "nothing but zeros": bytes(MEGABYTE),
}


TWISTS: dict[str, Callable[[str], str]] = {
    "a name twice": lambda text: text.replace('"schema"', '"app": "another", "schema"', 1),
    "no number": lambda text: text.replace('"minutes": 60', '"minutes": NaN'),
    "without end": lambda text: text.replace('"minutes": 60', '"minutes": 1e999'),
    "half a character": lambda text: text.replace('"company": "', '"company": "\\ud800', 1),
    "a table outside": lambda text: text.replace('"jobs"', '"../../jobs"', 1),
    "a table of the store's own": lambda text: text.replace('"jobs"', '"_header"', 1),
    "two of one id": lambda text: text.replace(
        '"id": "example-tiller"', '"id": "example-harbor"', 1
    ),
    "a newer format": lambda text: text.replace('"schema": ', '"schema": 9', 1),
    "a minus": lambda text: text.replace('"schema": ', '"schema": -', 1),
}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A whole file, as a tree."""
    store = Store(tmp_path_factory.mktemp("example"))
    example.load(store, ZONE, now=NOW)
    tree: dict[str, Any] = json.loads(copies.take_along(store, now=NOW))
    return tree


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_without_being_unpacked(name: str, store: Store, figure: Count) -> None:
    readers: tuple[Callable[[], object], ...] = (
        lambda: copies.bring_in(store, BOMBS[name], replace=True, now=NOW),
        lambda: files.read(BOMBS[name], "people.csv"),
    )
    before = store.file.read_bytes()
    tracemalloc.start()

    for read in readers:
        with pytest.raises(FollowThroughError) as refused:
            read()
        assert refused.value.sentence.endswith(".")

    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    figure(13, "a file that unpacks, nests or reaches out, brought in", len(readers), 0, "files")
    assert most < 16 * len(BOMBS[name]) + 10 * MEGABYTE
    assert store.file.read_bytes() == before


@pytest.mark.parametrize("name", TWISTS)
def test_a_twisted_file_is_refused_in_a_sentence(
    name: str, file: dict[str, Any], store: Store, figure: Count
) -> None:
    content, before = json.dumps(file), store.file.read_bytes()
    twisted = TWISTS[name](content)
    assert twisted != content

    with pytest.raises(FollowThroughError) as refused:
        copies.bring_in(store, twisted.encode(), replace=True, now=NOW)

    figure(13, "a file that was twisted by hand, brought in", 1, 0, "files")
    assert refused.value.sentence.endswith(".")
    assert store.file.read_bytes() == before


def test_an_absurd_value_in_any_field_is_refused_or_can_be_shown(
    file: dict[str, Any], store: Store, figure: Count
) -> None:
    tried = 0

    for content in with_each_field_absurd(file):
        tried += 1
        try:
            brought = copies.look_into(store, content)
        except FollowThroughError:
            continue
        assert brought.main is not None
        for kind in brought.main.kinds:
            records = brought.main.all(kind)
            assert len(records) == len(brought.main.raws(kind))
            assert list(filter(impossible, records)) == []

    figure(13, "a file with an absurd value in a field, brought in", tried, 0, "files")
    assert tried > 500


def with_each_field_absurd(file: dict[str, Any]) -> Iterator[bytes]:
    """The file with another value in one field of one record, for every field and value."""
    for table, documents in file["tables"].items():
        for place, value in fields_of(documents[:1]):
            for other in ABSURD.get(type(value), ()):
                record = deepcopy(documents[:1])
                put(record, place, other)
                tables = {**file["tables"], table: [*record, *documents[1:]]}
                yield json.dumps({**file, "tables": tables}).encode()


def fields_of(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every value in there that holds no other, and the way to it."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value[:1]):
            yield from fields_of(inner, (*above, key))
    else:
        yield above, value


def put(where: Any, place: tuple[Any, ...], value: object) -> None:
    for key in place[:-1]:
        where = where[key]
    where[place[-1]] = value
