"""A date field takes words, a chip or a picked day, and says which date it understood."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.dates.due import Due
from lib.ui.core import unsaved_text
from lib.ui.shared import date_fields
from tests.actions.conftest import ZONE, Panel
from tests.pages.screen import choose, run, said, type_in


def a_field() -> None:
    """The script that these tests run: one date field, and what it returns."""
    import streamlit as st

    from lib.ui.shared import date_fields

    due = date_fields.draw_date_field("When?", "day", zone="America/New_York", with_time=True)
    st.text(repr(due and (due.day.isoformat(), due.clock and due.clock.isoformat())))


@pytest.fixture
def at(panel: Panel) -> AppTest:
    return run(AppTest.from_function(a_field, default_timeout=20))


def dropped(at: AppTest) -> list[str]:
    """The fields whose text the browser is told to drop."""
    return [name for _, name in at.session_state[unsaved_text.FORGET]]


def test_without_words_there_is_no_date(at: AppTest) -> None:
    assert at.text[0].value == "None"


def test_words_are_replaced_by_the_date_that_they_mean_today(at: AppTest) -> None:
    at = type_in(at, "day", "in 3 days")

    assert at.text_input(key="day").value == "Sun, Nov 22, 2026"
    assert at.text[0].value == "('2026-11-22', None)"
    assert dropped(at) == [":day"]


def test_words_that_cannot_be_read_stay_and_give_no_date(at: AppTest) -> None:
    at = type_in(at, "day", "whenever")

    assert at.text_input(key="day").value == "whenever"
    assert "I cannot read that as a date" in said(at)
    assert at.text[0].value == "None"


def test_the_word_that_was_not_understood_is_named(at: AppTest) -> None:
    at = type_in(at, "day", "weds 10ish")

    assert "I cannot read that as a date. What is “10ish”?" in said(at)


def test_a_picked_day_keeps_the_time_that_stood_there(at: AppTest) -> None:
    at = type_in(at, "day", "Nov 25, 9:30 a.m.")

    at = choose(at, "day.picked", date(2026, 11, 27))

    assert at.text[0].value == "('2026-11-27', '09:30:00')"
    assert dropped(at) == [":day", ":day"]


@pytest.mark.parametrize(
    ("words", "stored", "kept"),
    [
        ("Nov 25", None, date(2026, 11, 25)),
        ("whenever", date(2026, 11, 20), date(2026, 11, 20)),
        ("whenever", None, None),
        (" ", date(2026, 11, 20), None),
    ],
)
def test_a_day_that_cannot_be_read_leaves_the_one_that_stood_there(
    panel: Panel, words: str, stored: date | None, kept: date | None
) -> None:
    assert date_fields.read_day_or_keep(words, ZONE, stored) == kept


def test_a_date_in_its_field_reads_back_as_the_same(panel: Panel) -> None:
    due = Due(date(2026, 11, 25), None, ZONE)

    assert date_fields.read_due(date_fields.field_words(due), ZONE) == due
    assert date_fields.field_words(due.day) == date_fields.field_words(due)
    assert date_fields.field_words(None) == ""
