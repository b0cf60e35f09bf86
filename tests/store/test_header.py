from __future__ import annotations

import hashlib
import json

import orjson
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lib.store.document import PEEK, Header, NotWhole, seal, unseal

BODY = orjson.dumps({"firms": {"1": {"id": "a", "name": "Harbor & Vale", "remarks": "ü" * 40}}})
WHOLE = seal(BODY, Header(schema=1, revision=7))
places = st.integers(0, len(WHOLE) - 1)


def test_what_was_sealed_can_be_read_and_is_one_json_object() -> None:
    assert unseal(WHOLE) == Header(schema=1, revision=7)
    assert list(json.loads(WHOLE)) == ["_header", "firms"]


def test_a_file_without_tables_is_whole_too() -> None:
    empty = seal(b"{}", Header(schema=1, revision=1))

    assert unseal(empty) == Header(schema=1, revision=1)
    assert list(json.loads(empty)) == ["_header"]


def test_the_checksum_can_be_worked_out_by_hand() -> None:
    header = json.loads(WHOLE)["_header"]["1"]
    rest = WHOLE.split(b"}}", 1)[1]

    assert header["checksum"] == hashlib.sha256(b"1:7:" + rest).hexdigest()


def test_a_peek_at_the_front_holds_any_header() -> None:
    large = seal(BODY, Header(schema=999_999_999, revision=10**18 - 1))

    assert large.index(b"firms") < PEEK


@given(places, st.integers(1, 255))
def test_one_changed_byte_anywhere_is_noticed(place: int, change: int) -> None:
    damaged = bytearray(WHOLE)
    damaged[place] ^= change

    with pytest.raises(NotWhole):
        unseal(bytes(damaged))


@given(places)
@example(0)
def test_a_file_cut_short_anywhere_is_noticed(place: int) -> None:
    with pytest.raises(NotWhole):
        unseal(WHOLE[:place])


@given(places, st.binary(min_size=1, max_size=9))
def test_bytes_put_in_anywhere_are_noticed(place: int, more: bytes) -> None:
    with pytest.raises(NotWhole):
        unseal(WHOLE[:place] + more + WHOLE[place:])


@pytest.mark.parametrize("content", [b"", b"  \n", b"{}", b"\0" * 500, b"[]", b'{"_default":{}}'])
def test_what_we_did_not_write_is_not_taken_for_ours(content: bytes) -> None:
    with pytest.raises(NotWhole):
        unseal(content)
