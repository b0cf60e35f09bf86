"""Rows stand in widgets and come back the same; one more is there to write in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from lib.domain.dates.due import Due
from lib.domain.english import DateStyle, English
from lib.ui.core import session
from lib.ui.shared import date_fields
from lib.ui.shared.rows import MOST_ROWS, RowFields, to_draw

ZONE = "America/New_York"
TUESDAY = Due(date(2026, 11, 24), None, ZONE)


@dataclass(frozen=True)
class Errand:
    """A row with an attribute that has no field."""

    what: str = ""
    kind: str = "call"
    due: Due | None = None
    id: str = ""


ERRANDS = RowFields(Errand(), {"what": "what", "kind": "kind"}, lambda row: bool(row.what))
DATED = RowFields(Errand(), {"what": "what"}, lambda row: bool(row.what or row.due), due="when")


def key(field: str, i: int) -> str:
    return f"{field}.{i}"


@pytest.fixture(autouse=True)
def dates(monkeypatch: pytest.MonkeyPatch) -> None:
    """American dates; only "Tuesday" can be read."""
    monkeypatch.setattr(session, "date_style", lambda: DateStyle(English.AMERICAN))
    monkeypatch.setattr(
        date_fields, "read_due", lambda words, _: TUESDAY if words == "Tuesday" else None
    )


def test_each_row_stands_in_its_fields_and_one_more_is_empty() -> None:
    assert ERRANDS.values([Errand("ring Dana")], key) == {
        "what.0": "ring Dana",
        "kind.0": "call",
        "what.1": "",
        "kind.1": "call",
    }


def test_rows_come_back_as_they_stood() -> None:
    rows = (Errand("ring Dana", "call", id="a"), Errand("the sample", "post", id="b"))

    assert ERRANDS.read(rows, key, ERRANDS.values(rows, key)) == rows


def test_what_was_written_into_the_last_row_is_a_row() -> None:
    values = {"what.0": "ring Dana", "kind.0": "call", "what.1": "the sample", "kind.1": None}

    assert ERRANDS.read((Errand("ring Dana"),), key, values) == (
        Errand("ring Dana"),
        Errand("the sample"),
    )


def test_an_empty_row_keeps_its_place_between_others_and_goes_at_the_end() -> None:
    rows = tuple(Errand(str(number)) for number in range(3))
    values = {**ERRANDS.values(rows, key), "what.1": None}
    assert ERRANDS.read(rows, key, values) == (Errand("0"), Errand(""), Errand("2"))

    assert ERRANDS.read(rows, key, {**values, "what.2": ""}) == (Errand("0"),)


@pytest.mark.parametrize(
    ("words", "due"), [("Tuesday", TUESDAY), ("gibberish", TUESDAY), ("", None), (None, None)]
)
def test_a_date_that_cannot_be_read_leaves_the_one_that_stood_there(
    words: str | None, due: Due | None
) -> None:
    rows = (Errand("ring Dana", due=TUESDAY),)
    values = {**DATED.values(rows, key), "when.0": words}

    assert DATED.read(rows, key, values, ZONE) == (Errand("ring Dana", due=due),)


def test_a_date_stands_in_its_field_in_words() -> None:
    assert DATED.values([Errand("x", due=TUESDAY)], key)["when.0"] == "Tue, Nov 24, 2026"
    assert DATED.values([], key)["when.0"] == ""


def test_a_list_grows_to_its_most_rows() -> None:
    assert list(to_draw(0)) == [0]
    assert len(to_draw(MOST_ROWS + 5)) == MOST_ROWS
