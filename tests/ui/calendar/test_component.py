"""What the calendar component is given, and what its answers mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.english import English
from lib.domain.followups.entry import Entry, EntryKind
from lib.domain.followups.followup import State
from lib.ui.calendar.component import Clicked, DayClicked, Moved, Sight, events, options, read
from lib.ui.calendar.look import DAY, LOOKS, NIGHT, Ground, colours, label, style

NOW = datetime(2026, 11, 23, 15, 4, 30, tzinfo=UTC)
SIGHT = Sight(now=NOW, zone="America/New_York")
CALL = Entry(
    uid="u",
    kind=EntryKind.CALL,
    title="Call: Priya Raman · Harbor & Vale",
    day=date(2026, 11, 24),
    clock=time(10),
    zone="America/New_York",
    minutes=30,
)
PREMIUM = ("resource", "timeline")


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio of two colours written as #rrggbb."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [_linear(part) for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def given(entry: Entry, sight: Sight = SIGHT) -> dict[str, Any]:
    return events([entry], sight)[0]


@pytest.mark.parametrize(("kind", "dark"), list(product(EntryKind, (False, True))))
def test_every_kind_can_be_read_on_its_paper_and_its_edge_seen_on_the_page(
    kind: EntryKind, dark: bool
) -> None:
    paper, ink, edge = colours(kind, dark=dark)

    assert contrast(paper, ink) >= 4.5
    assert contrast(edge, (NIGHT if dark else DAY).page) >= 3


@pytest.mark.parametrize("ground", [DAY, NIGHT])
def test_faint_and_late_words_can_be_read_on_the_page_and_in_the_shade(ground: Ground) -> None:
    for ink, paper in product(
        (ground.ink, ground.faint, ground.late, ground.accent), (ground.page, ground.shade)
    ):
        assert contrast(ink, paper) >= 4.5


def test_no_two_kinds_share_a_symbol_or_a_word() -> None:
    assert len({one.symbol for one in LOOKS.values()}) == len(EntryKind)
    assert len({one.word for one in LOOKS.values()}) == len(EntryKind)
    assert label(EntryKind.CALL) == "☎\ufe0e Call"


def test_a_title_has_symbol_and_word_and_says_no_word_twice() -> None:
    assert given(CALL)["title"] == "☎\ufe0e Call: Priya Raman · Harbor & Vale"
    assert given(replace(CALL, title="Ring Priya"))["title"] == "☎\ufe0e Call: Ring Priya"
    assert given(replace(CALL, kind=EntryKind.CHECK_IN, title="Check in"))["title"] == "↻ Check in"


def test_overdue_and_done_are_told_apart_by_a_sign_and_by_form() -> None:
    overdue, done = (given(replace(CALL, state=state)) for state in (State.OVERDUE, State.DONE))

    assert overdue["title"].startswith("! ")
    assert done["title"].startswith("✓ ")
    assert "ft-overdue" in overdue["classNames"]
    assert "ft-done" in done["classNames"]
    assert ".ft-done .fc-event-title" in style(dark=False)


def test_times_are_the_wall_clock_s_of_the_person_s_zone() -> None:
    here = given(CALL)
    there = given(CALL, replace(SIGHT, zone="Asia/Tokyo"))

    assert (here["start"], here["end"]) == ("2026-11-24T10:00:00", "2026-11-24T10:30:00")
    assert there["start"] == "2026-11-25T00:00:00"
    assert (
        given(replace(CALL, clock=None), replace(SIGHT, zone="Asia/Tokyo"))["start"] == "2026-11-24"
    )


@pytest.mark.parametrize(
    ("kind", "state", "draggable"),
    [
        (EntryKind.CALL, State.OPEN, True),
        (EntryKind.CALL, State.OVERDUE, True),
        (EntryKind.CALL, State.DONE, False),
        (EntryKind.INTERVIEW, State.OPEN, False),
        (EntryKind.COMMITMENT, State.OVERDUE, False),
    ],
)
def test_only_what_i_still_owe_can_be_dragged(
    kind: EntryKind, state: State, draggable: bool
) -> None:
    event = given(replace(CALL, kind=kind, state=state, promised=True))

    assert event["editable"] is draggable
    assert event["durationEditable"] is False


def test_the_calendar_keeps_to_utc_knows_the_moment_and_can_be_reached_by_keyboard() -> None:
    chosen = options(SIGHT)

    assert chosen["timeZone"] == "UTC"
    assert chosen["now"] == "2026-11-23T10:04"
    assert chosen["eventInteractive"] is True
    assert chosen["height"] > 0
    assert set(chosen["buttonText"]) == {"today", "month", "week", "list"}


@pytest.mark.parametrize(("first_weekday", "first_day"), [(0, 1), (5, 6), (6, 0)])
def test_the_week_begins_where_the_person_s_does(first_weekday: int, first_day: int) -> None:
    assert options(replace(SIGHT, first_weekday=first_weekday))["firstDay"] == first_day


def test_a_desktop_has_month_week_and_list_and_a_phone_the_list() -> None:
    desktop, phone = options(SIGHT), options(replace(SIGHT, phone=True))

    assert desktop["headerToolbar"]["right"] == "dayGridMonth,timeGridWeek,listComing"
    assert desktop["initialView"] == "dayGridMonth"
    assert phone["initialView"] == "listComing"
    assert "Grid" not in str(phone["headerToolbar"])
    assert not any(word in str([desktop, phone]) for word in PREMIUM)


@pytest.mark.parametrize("phone", [True, False])
@pytest.mark.parametrize(
    "last_day",
    [date(2026, 11, 30), date(2026, 12, 6), date(2026, 12, 31), date(2028, 2, 29)],
    ids=["a month's", "a week's", "a year's", "a leap day"],
)
def test_the_list_shows_the_coming_weeks_on_the_last_day_of_anything(
    last_day: date, *, phone: bool
) -> None:
    evening = datetime.combine(last_day, time(22), ZoneInfo(SIGHT.zone))
    chosen = options(replace(SIGHT, now=evening, phone=phone))
    coming = chosen["views"]["listComing"]

    assert chosen["now"][:10] == last_day.isoformat()
    assert coming["dateAlignment"] == "day"
    assert coming["duration"]["days"] >= 28
    assert coming["dateIncrement"] == coming["duration"]
    # FullCalendar takes whole weeks for weeks, and steps back to the first day of one.
    assert coming["duration"]["days"] % 7


def test_a_list_that_was_left_in_an_earlier_month_comes_back_there() -> None:
    view = {
        "type": "listComing",
        "currentStart": "2026-09-24T00:00:00.000Z",
        "currentEnd": "2026-10-24T00:00:00.000Z",
    }
    left_at = {"callback": "eventClick", "eventClick": {"view": view}}

    chosen = options(SIGHT, left_at=left_at)

    assert (chosen["initialView"], chosen["initialDate"]) == ("listComing", "2026-09-24")


def test_the_clock_is_the_person_s() -> None:
    assert options(replace(SIGHT, clock_24h=True))["eventTimeFormat"]["hourCycle"] == "h23"
    assert options(SIGHT)["eventTimeFormat"]["hourCycle"] == "h12"
    assert options(SIGHT)["eventTimeFormat"]["meridiem"] == "short"


@pytest.mark.parametrize(
    ("english", "locale"), [(English.AMERICAN, "en"), (English.BRITISH, "en-gb")]
)
def test_the_days_are_in_the_order_of_the_person_s_english(english: English, locale: str) -> None:
    assert options(replace(SIGHT, english=english))["locale"] == locale


def left_at(view: str, start: str, end: str) -> dict[str, Any]:
    seen = {
        "type": view,
        "currentStart": f"{start}T00:00:00.000Z",
        "currentEnd": f"{end}T00:00:00.000Z",
    }
    return {"callback": "dateClick", "dateClick": {"view": seen}}


@pytest.mark.parametrize(
    ("view", "start", "end", "first_shown"),
    [
        ("dayGridMonth", "2026-12-01", "2027-01-01", "2026-12-01"),
        ("dayGridMonth", "2026-11-01", "2026-12-01", "2026-11-23"),
        ("timeGridWeek", "2026-11-30", "2026-12-07", "2026-11-30"),
    ],
)
def test_a_fresh_calendar_opens_where_the_last_one_was_left(
    view: str, start: str, end: str, first_shown: str
) -> None:
    chosen = options(SIGHT, left_at(view, start, end))

    assert (chosen["initialView"], chosen["initialDate"]) == (view, first_shown)


@pytest.mark.parametrize(
    ("value", "meaning"),
    [
        ({"callback": "eventClick", "eventClick": {"event": {"id": "u"}}}, Clicked("u")),
        (
            {
                "callback": "dateClick",
                "dateClick": {"date": "2026-11-24T00:00:00.000Z", "allDay": True},
            },
            DayClicked(date(2026, 11, 24)),
        ),
        (
            {
                "callback": "dateClick",
                "dateClick": {"date": "2026-11-24T09:30:00.000Z", "allDay": False},
            },
            DayClicked(date(2026, 11, 24), time(9, 30)),
        ),
        (
            {
                "callback": "eventChange",
                "eventChange": {"event": {"id": "u", "start": "2026-11-26T10:00:00Z"}},
            },
            Moved("u", date(2026, 11, 26), time(10)),
        ),
        (
            {
                "callback": "eventChange",
                "eventChange": {"event": {"id": "u", "start": "2026-11-26"}},
            },
            Moved("u", date(2026, 11, 26)),
        ),
        ({"callback": "eventsSet", "eventsSet": {}}, None),
        ({}, None),
    ],
)
def test_an_answer_of_the_component_means_one_thing_that_was_done(
    value: dict[str, dict[str, dict[str, str] | str | bool] | str],
    meaning: Clicked | DayClicked | Moved | None,
) -> None:
    assert read(value) == meaning


SCRIPT = """
import streamlit as st
from datetime import UTC, datetime
from lib.ui.calendar import component
what = component.happened("c")
st.text(repr(what))
component.draw("c", (), component.Sight(now=datetime(2026, 11, 23, tzinfo=UTC), zone="UTC"))
"""


def click(uid: str, number: int) -> dict[str, Any]:
    return {
        "callback": "eventClick",
        "eventClick": {"event": {"id": uid, "extendedProps": {"number": number}}},
    }


def test_each_thing_is_told_once_though_the_component_repeats_it() -> None:
    at = AppTest.from_string(SCRIPT).run()
    at.session_state["c.desk.0"] = click("u", 0)

    told = [at.run().text[0].value, at.run().text[0].value]

    assert told == ["Clicked(uid='u')", "None"]


def test_the_same_click_again_is_told_again() -> None:
    at = AppTest.from_string(SCRIPT).run()
    at.session_state["c.desk.0"] = click("u", 0)
    at.run()
    at.session_state["c.desk.0"] = click("u", 1)

    assert at.run().text[0].value == "Clicked(uid='u')"


def test_the_same_day_clicked_again_is_told_again_by_a_fresh_calendar() -> None:
    at = AppTest.from_string(SCRIPT).run()
    day = {
        "callback": "dateClick",
        "dateClick": {"date": "2026-11-24T00:00:00.000Z", "allDay": True},
    }
    told = []

    for widget in ("c.desk.0", "c.desk.1"):
        at.session_state[widget] = day
        told.append(at.run().text[0].value)
        told.append(at.run().text[0].value)

    assert told == ["DayClicked(day=datetime.date(2026, 11, 24), clock=None)", "None"] * 2
