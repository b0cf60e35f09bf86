from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from lib.domain.store_errors import NotStorable, Unreadable
from lib.store.codec import decode, encode, same_content
from tests.store.samples import NOON, Colour, Everything, Firm, Part

text = st.text()
small = st.integers(-(2**63), 2**63 - 1)
offsets = st.timedeltas(timedelta(hours=-23), timedelta(hours=23)).map(
    lambda gap: timezone(timedelta(minutes=gap // timedelta(minutes=1)))
)
moments = st.datetimes(timezones=offsets)
parts = st.builds(
    Part, label=text, counts=st.lists(small, max_size=3).map(tuple), day=st.none() | st.dates()
)


def tuples(of: SearchStrategy[Any]) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=3).map(tuple)


records = st.builds(
    Everything,
    id=st.uuids().map(str),
    revision=st.integers(0, 10**6),
    changed_at=st.none() | moments,
    example=st.booleans(),
    text=text,
    count=small,
    flag=st.booleans(),
    day=st.dates(),
    clock=st.times(),
    moment=moments,
    colour=st.sampled_from(Colour),
    words=tuples(text),
    days=tuples(st.dates()),
    colours=tuples(st.sampled_from(Colour)),
    part=parts,
    parts=tuples(parts),
    maybe_text=st.none() | text,
    maybe_count=st.none() | small,
    maybe_flag=st.none() | st.booleans(),
    maybe_day=st.none() | st.dates(),
    maybe_clock=st.none() | st.times(),
    maybe_moment=st.none() | moments,
    maybe_colour=st.none() | st.sampled_from(Colour),
    maybe_part=st.none() | parts,
)


@given(records)
def test_every_record_comes_back_from_its_json_as_it_was(record: Everything) -> None:
    raw = orjson.loads(orjson.dumps(encode(record)))

    back = decode(Everything, raw)

    assert back == record
    assert encode(back) == raw
    assert isinstance(back.colour, Colour)


@given(records)
def test_what_is_encoded_is_what_json_gives_back(record: Everything) -> None:
    raw = encode(record)

    assert orjson.loads(orjson.dumps(raw)) == raw


def test_a_moment_keeps_the_offset_of_its_zone() -> None:
    moment = datetime(2026, 7, 1, 10, tzinfo=ZoneInfo("Europe/Berlin"))

    raw = encode(Everything(id="1", moment=moment))

    assert raw["moment"] == "2026-07-01T10:00:00+02:00"
    assert decode(Everything, raw).moment == moment


def test_a_moment_without_a_zone_is_not_stored() -> None:
    naive = NOON.replace(tzinfo=None)

    with pytest.raises(NotStorable, match="no time zone"):
        encode(Everything(id="1", moment=naive))


def test_a_number_too_large_for_the_file_is_not_stored() -> None:
    with pytest.raises(NotStorable, match="64-bit"):
        encode(Everything(id="1", count=2**70))


def test_half_a_character_is_replaced_and_the_rest_is_kept() -> None:
    record = Everything(id="1", text="caf\ud800é 😀", words=("\udfff",), part=Part(label="x\ud83d"))

    raw = encode(record)

    assert raw["text"] == "caf�é 😀"
    assert raw["words"] == ["�"]
    assert raw["part"]["label"] == "x�"


def test_a_field_that_the_file_lacks_takes_its_default() -> None:
    assert decode(Everything, {"id": "1"}) == Everything(id="1")


def test_a_field_that_we_do_not_know_is_kept_at_the_next_save() -> None:
    raw = {"id": "1", "name": "Harbor", "mood": {"calm": True}}

    again = encode(replace(decode(Firm, raw), name="Vale"), raw)

    assert again["mood"] == {"calm": True}
    assert again["name"] == "Vale"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ({"name": "Harbor"}, "its id is missing"),
        ({"id": "1"}, "its name is missing"),
        ({"id": "1", "name": None}, "its name is missing"),
        ({"id": "1", "name": 3}, "its name cannot be “3”"),
        ({"id": "1", "name": "x", "revision": "2"}, "its revision cannot be “2”"),
        ({"id": "1", "name": "x", "example": 1}, "its example cannot be “1”"),
        (
            {"id": "1", "name": "x", "changed_at": "2026-01-01T10:00:00"},
            "its changed at cannot be “2026-01-01T10:00:00”",
        ),
        ({"id": "1", "name": "x", "changed_at": "soon"}, "soon"),
    ],
)
def test_a_record_that_does_not_fit_says_what_is_wrong(
    raw: dict[str, str | int | None], why: str
) -> None:
    with pytest.raises(Unreadable, match=why) as caught:
        decode(Firm, raw)

    assert "your other data is safe" in caught.value.sentence


def test_an_unknown_choice_is_not_taken_for_a_known_one() -> None:
    with pytest.raises(Unreadable, match="green"):
        decode(Everything, {"id": "1", "colour": "green"})


def test_the_revision_and_the_moment_of_change_are_not_content() -> None:
    one = encode(Firm(id="1", name="Harbor"))
    two = encode(Firm(id="1", name="Harbor", revision=4, changed_at=datetime.now(UTC)))

    assert same_content(one, two)
    assert not same_content(one, {**one, "name": "Vale"})
