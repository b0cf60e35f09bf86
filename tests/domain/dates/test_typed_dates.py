"""What typed words mean as a date, and that unclear ones mean none."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.dates import spoken
from lib.domain.dates.due import Due
from lib.domain.dates.typed_dates import chips, read_date, read_due
from lib.domain.dates.unknown_word import not_understood
from lib.domain.dates.workdays import Workdays
from lib.domain.english import English, day_and_month, long_date, short_day

THURSDAY = date(2026, 11, 19)
OFF = Workdays(off=frozenset({date(2026, 11, 26)}))
ZONE = "America/New_York"


def day_of(words: str, today: date = THURSDAY) -> date | None:
    return read_date(words, today=today, workdays=OFF)


def due_of(words: str) -> Due | None:
    return read_due(words, today=THURSDAY, zone=ZONE, workdays=OFF)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Today", date(2026, 11, 19)),
        ("tomorrow", date(2026, 11, 20)),
        ("  by   TOMORROW ", date(2026, 11, 20)),
        ("the day after tomorrow", date(2026, 11, 21)),
        ("yesterday", date(2026, 11, 18)),
        ("Fri", date(2026, 11, 20)),
        ("this Friday", date(2026, 11, 20)),
        ("Thursday", date(2026, 11, 26)),
        ("by Wed.", date(2026, 11, 25)),
        ("next Friday", date(2026, 11, 27)),
        ("Tuesday next week", date(2026, 11, 24)),
        ("next week on Tuesday", date(2026, 11, 24)),
    ],
)
def test_a_weekday_is_the_coming_one_and_the_next_one_is_in_next_week(
    words: str, day: date
) -> None:
    assert day_of(words) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("in 3 days", date(2026, 11, 22)),
        ("within a week", date(2026, 11, 26)),
        ("two weeks from now", date(2026, 12, 3)),
        ("in a month", date(2026, 12, 19)),
        ("next week", date(2026, 11, 26)),
        ("in 3 working days", date(2026, 11, 24)),
        ("five business days", date(2026, 11, 27)),
        ("in 1 work day", date(2026, 11, 20)),
    ],
)
def test_counted_days_begin_tomorrow_and_working_days_skip_the_holiday(
    words: str, day: date
) -> None:
    assert day_of(words) == day


@pytest.mark.parametrize(
    ("words", "today", "day"),
    [
        ("end of the week", THURSDAY, date(2026, 11, 20)),
        ("end of this week", date(2026, 11, 20), date(2026, 11, 20)),
        ("by the end of next week", THURSDAY, date(2026, 11, 27)),
        ("end of the month", date(2026, 10, 19), date(2026, 10, 30)),
        ("end of next month", date(2026, 10, 19), date(2026, 11, 30)),
    ],
)
def test_the_end_of_a_week_or_month_is_its_last_working_day(
    words: str, today: date, day: date
) -> None:
    assert day_of(words, today) == day


@pytest.mark.parametrize(
    ("words", "today", "day"),
    [
        ("the 25th", THURSDAY, date(2026, 11, 25)),
        ("on the 19th", THURSDAY, date(2026, 11, 19)),
        ("the 3rd", THURSDAY, date(2026, 12, 3)),
        ("31st", THURSDAY, date(2026, 12, 31)),
        ("the 30th", date(2027, 1, 31), date(2027, 3, 30)),
    ],
)
def test_a_numbered_day_is_in_the_first_month_that_still_has_it(
    words: str, today: date, day: date
) -> None:
    assert day_of(words, today) == day


@pytest.mark.parametrize(
    "words",
    [
        "3 Dec",
        "3rd of December",
        "Dec. 3",
        "December 3rd, 2026",
        "2026-12-03",
        "Thu 3 Dec",
        "Thursday the 3rd",
    ],
)
def test_a_date_is_read_however_it_is_written(words: str) -> None:
    assert day_of(words) == date(2026, 12, 3)


@pytest.mark.parametrize(
    ("words", "day"),
    [("5 Jan", date(2027, 1, 5)), ("1 Oct", date(2026, 10, 1)), ("12 Sep", date(2027, 9, 12))],
)
def test_a_date_without_a_year_is_near_and_next_year_if_over_two_months_past(
    words: str, day: date
) -> None:
    assert day_of(words) == day


@pytest.mark.parametrize(
    "words",
    [
        *(
            "",
            "   ",
            "soon",
            "whenever they like",
            "Marguerite",
            "monday or tuesday",
            "not tomorrow",
        ),
        *("Fri 3 Dec", "Tuesday the 3rd", "31 Nov", "29 Feb", "2026-11-31", "the 0th", "the 32nd"),
        *("12/3", "12/03/2026", "5", "2027", "in 2 hours", "in 0 working days", "3 Dec 26"),
    ],
)
def test_words_that_are_not_clear_or_not_a_day_give_none(words: str) -> None:
    assert day_of(words) is None


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("2019-11-18", True),
        ("2031-11-20", True),
        ("1999-12-31", False),
        ("2101-01-01", False),
        ("in 23 months", True),
        ("in 25 months", False),
        ("3 Dec 20266", False),
    ],
)
def test_a_year_that_is_written_out_counts_and_any_other_distance_is_at_most_two_years(
    words: str, known: bool
) -> None:
    assert (day_of(words) is not None) is known


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("3 Dec at 10", time(10)),
        ("3 Dec 10:30", time(10, 30)),
        ("Thu 3 Dec, 2 PM", time(14)),
        ("the 3rd at 2.30 p.m.", time(14, 30)),
        ("2026-12-03 14h15", time(14, 15)),
        ("3 Dec at 10 o'clock", time(10)),
        ("3 Dec at noon", time(12)),
        ("3 Dec 12 am", time(0)),
        ("3 Dec 12 pm", time(12)),
        ("3 Dec", None),
    ],
)
def test_a_time_behind_the_day_is_read_too_in_the_zone_given(
    words: str, clock: time | None
) -> None:
    assert due_of(words) == Due(date(2026, 12, 3), clock, ZONE)


@pytest.mark.parametrize(("words", "hour"), [("at 3", 15), ("at 6", 18), ("at 7", 7), ("at 9", 9)])
def test_a_bare_hour_is_in_the_working_day_and_without_a_day_it_is_today(
    words: str, hour: int
) -> None:
    assert due_of(words) == Due(THURSDAY, time(hour), ZONE)


@pytest.mark.parametrize(
    "words", ["tomorrow 25:00", "tomorrow 13 pm", "tomorrow 10:75", "Fri at 24", "0 am"]
)
def test_a_time_that_no_clock_shows_makes_the_whole_unclear(words: str) -> None:
    assert due_of(words) is None


@pytest.mark.parametrize(
    "today", [date(2026, 11, 15) + timedelta(days=count) for count in range(7)]
)
def test_chips_name_coming_days_each_once_and_in_order(today: date) -> None:
    days = [chip.day for chip in chips(today, OFF)]

    assert days == sorted(set(days))
    assert days[0] == today + timedelta(days=1)
    assert {(chip.day.weekday()) for chip in chips(today, OFF) if chip.label == "Friday"} <= {4}


def test_chips_of_a_monday_offer_four_different_days() -> None:
    labels = [(chip.label, chip.day.day) for chip in chips(date(2026, 11, 16), OFF)]

    assert labels == [
        ("tomorrow", 17),
        ("in 3 working days", 19),
        ("Friday", 20),
        ("end of next week", 27),
    ]


todays = st.dates(date(2025, 1, 1), date(2027, 12, 31))
near = st.integers(-360, 720).map(timedelta)


@given(today=todays)
def test_every_chip_can_be_typed_as_it_is_called(today: date) -> None:
    assert all(day_of(chip.label, today) == chip.day for chip in chips(today, OFF))


@given(today=todays, away=near)
def test_a_date_as_the_app_says_it_is_read_back_and_never_as_another(
    today: date, away: timedelta
) -> None:
    day = today + away

    assert day_of(day.isoformat(), today) == day
    for english in English:
        assert day_of(long_date(day, english), today) == day
        assert day_of(spoken.day(day, today, english), today) in (day, None)
        for words in (short_day(day, english), day_and_month(day, english)):
            found = day_of(words, today)
            assert found is None or (found.day, found.month) == (day.day, day.month)


fragments = st.sampled_from(
    [
        *("by", "next", "the", "end", "of", "in", "a", "two", "at", "10", ":", "pm", "noon", ","),
        *(
            "3",
            "3rd",
            "31",
            "friday",
            "mon",
            "dec",
            "may",
            "2026",
            "day",
            "week",
            "month",
            "working",
        ),
    ]
)


@given(words=st.lists(fragments, max_size=6).map(" ".join) | st.text(max_size=100), today=todays)
def test_whatever_is_typed_gives_a_day_within_reach_or_none(words: str, today: date) -> None:
    day = day_of(words, today)

    assert day is None or today - timedelta(days=366) <= day <= today + timedelta(days=731)


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("tomorrow at 3:30", time(15, 30)),
        ("Fri at 4:15", time(16, 15)),
        ("Fri 03:30", time(3, 30)),
        ("tonight at 8", time(20)),
        ("noon tomorrow", time(12)),
        ("tomorrow at 9:15", time(9, 15)),
    ],
)
def test_an_hour_without_am_or_pm_is_one_at_which_people_meet(words: str, clock: time) -> None:
    due = read_due(words, today=date(2026, 11, 19), zone=ZONE, workdays=Workdays())

    assert due is not None
    assert due.clock == clock


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("end of day Friday", date(2026, 11, 20)),
        ("eod", date(2026, 11, 19)),
        ("close of business on Monday", date(2026, 11, 23)),
        ("end of November", date(2026, 11, 30)),
        ("end of February", date(2027, 2, 26)),
        ("this afternoon", date(2026, 11, 19)),
        ("a week on Friday", date(2026, 11, 27)),
        ("in a fortnight", date(2026, 12, 3)),
    ],
)
def test_how_people_say_a_deadline_is_understood(words: str, day: date) -> None:
    assert read_date(words, today=date(2026, 11, 19), workdays=Workdays()) == day


UNCLEAR = """3.12; by 3.12; after Friday; Friday after next; Friday Monday; after lunch;
from Monday; last week Friday; 2 decks; 3 marks; 4 mayors; november; may; end of decks"""


@pytest.mark.parametrize("words", [words.strip() for words in UNCLEAR.split(";")])
def test_words_that_could_mean_another_day_give_none(words: str) -> None:
    assert read_date(words, today=date(2026, 11, 19), workdays=Workdays()) is None


@pytest.mark.parametrize(
    ("words", "unknown"),
    [
        ("weds 10ish", "10ish"),
        ("tomorrow before brunch", ""),
        ("Dec 3 blursday", "blursday"),
        ("next Tuesday lunchtimish", "lunchtimish"),
        ("when pigs fly", ""),
        ("soon", ""),
        ("10ish", ""),
        ("", ""),
    ],
)
def test_the_one_word_that_keeps_the_others_from_being_a_date_is_named(
    words: str, unknown: str
) -> None:
    assert not_understood(words, due_of) == unknown
