from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from lib.formats import exchange
from lib.formats.exchange import Exchange, NotOurs

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TABLES = {"jobs": [{"id": "a", "company": "Nørgaard"}], "notes": []}
HELD = Exchange(TABLES, 3)


def test_what_was_written_is_read() -> None:
    read = exchange.read(exchange.write(HELD, NOON))

    assert (read.tables, read.schema) == (TABLES, 3)


def test_it_is_plain_json_with_a_line_for_each_record_and_says_what_it_is() -> None:
    content = exchange.write(HELD, NOON)

    assert json.loads(content) == {
        "app": "follow-through",
        "kind": "everything",
        "schema": 3,
        "made_at": "2026-11-22T12:00:00+00:00",
        "tables": TABLES,
    }
    assert b'\n{"id":"a","company":' in content
    assert "Nørgaard".encode() in content


def test_what_could_not_be_read_where_it_was_made_comes_back_whatever_its_form() -> None:
    unread = {"jobs": [{"id": 7}, None, "text", [1, {"a": 2.5}]]}

    read = exchange.read(exchange.write(Exchange(TABLES, 3, unread), NOON))

    assert (read.tables, read.unread) == (TABLES, unread)


def test_the_same_data_at_the_same_moment_gives_the_same_bytes() -> None:
    assert exchange.write(HELD, NOON) == exchange.write(HELD, NOON)


def test_a_mark_of_the_byte_order_before_it_does_no_harm() -> None:
    assert exchange.read(b"\xef\xbb\xbf" + exchange.write(HELD, NOON)).tables == TABLES


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"7",
        b"null",
        b'"text"',
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"app":"follow-through"}',
        b'{"app":"another","kind":"everything","schema":3,"tables":{}}',
        b'{"app":"follow-through","kind":"everything","schema":"3","tables":{}}',
        b'{"app":"follow-through","kind":"everything","schema":true,"tables":{}}',
        b'{"app":"follow-through","kind":"everything","schema":3,"tables":[]}',
        b'{"app":"follow-through","kind":"everything","schema":3,"tables":{"jobs":null}}',
        b'{"_header":{}}',
        b'{"_header":{"1":{"app":"another","schema":2}}}',
        b'{"_header":{"1":{"app":"follow-through","schema":2}},"jobs":[]}',
    ],
)
def test_anything_else_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(NotOurs, match=r"cannot be brought in: .*\. Nothing was changed\."):
        exchange.read(content)


def test_a_file_cut_short_anywhere_is_refused() -> None:
    content = exchange.write(HELD, NOON).rstrip()

    for length in range(len(content)):
        with pytest.raises(NotOurs):
            exchange.read(content[:length])


def test_more_than_twenty_megabytes_are_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "MOST_BYTES", 100)

    with pytest.raises(NotOurs, match="it has more than"):
        exchange.read(exchange.write(HELD, NOON))


def test_its_name_bears_the_day() -> None:
    assert exchange.name_of(NOON) == "follow-through-2026-11-22.json"
