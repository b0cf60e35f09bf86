"""The next interview on Today: a line, a card with its readiness, or the first thing of all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from lib.domain.dates.due import Due
from lib.domain.debriefs import Debrief
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interview
from lib.domain.strategies import Strategy
from lib.store.repository import Store
from lib.ui.core import session
from tests.actions.conftest import INTERVIEW, NOW, ZONE, Panel
from tests.pages.conftest import put
from tests.pages.screen import links, opened, press, said, shown


def coming(store: Store, **when: Any) -> Interview:
    """An interview still to come, with the panel's one already written down and out of the way."""
    interview = replace(INTERVIEW, id="coming", **when)
    put(store, interview, Debrief(id=INTERVIEW.id, written_at=NOW))
    return interview


def test_an_interview_far_off_is_a_line_with_the_way_to_its_worksheet(panel: Panel) -> None:
    coming(panel.store, day=INTERVIEW.day + timedelta(days=5))

    at = opened("today")

    assert ("Prepare it", "interview=coming") in links(at)
    assert "% ready" not in said(at)


def test_from_two_days_before_it_shows_how_ready_i_am_and_what_is_missing(panel: Panel) -> None:
    coming(panel.store, day=INTERVIEW.day + timedelta(days=2))
    put(
        panel.store,
        Strategy(id="coming", goal="a second meeting", closing="What is next, and may I call?"),
    )

    at = opened("today")

    words = said(at)
    assert "Next interview: Harbor & Vale, panel, Sat, Nov 21, 10 a.m." in words
    assert "strategy 30 % ready · still open: points with evidence, questions to ask" in words
    assert "who hears from you and 4 more" in words
    assert [
        one.key for one in at.button if one.key in ("today.next.strategy", "today.next.pocket")
    ] == [
        "today.next.strategy",
        "today.next.pocket",
    ]
    at = press(at, "today.next.strategy")
    assert shown(at.title[0].value) == "Strategy"
    assert at.query_params == {"interview": "coming"}


def test_the_evening_before_it_comes_first_and_has_the_one_primary_button(
    panel: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    coming(panel.store, day=INTERVIEW.day + timedelta(days=1))
    put(panel.store, replace(INTERVIEW, id="ended", day=INTERVIEW.day - timedelta(days=1)))
    late = Due(date(2026, 11, 18), None, ZONE)
    put(panel.store, FollowUp(id="call", kind=Kind.CALL, what="Call about tea", due=late))
    monkeypatch.setattr(session, "now", lambda: NOW + timedelta(hours=6))

    at = opened("today")

    words = said(at)
    assert (
        words.index("Next interview:") < words.index("Just ended:") < words.index("Call about tea")
    )
    primary = [one.key for one in at.button if one.proto.type == "primary"]
    assert primary == ["today.next.strategy"]


def test_on_the_day_itself_the_card_is_the_first_thing_to_reach_for(
    panel: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    coming(panel.store, clock=time(15), day=INTERVIEW.day)

    at = opened("today")

    assert "in 3 h" in said(at)
    assert [one.key for one in at.button if one.proto.type == "primary"] == ["today.next.pocket"]
    at = press(at, "today.next.pocket")
    assert shown(at.title[0].value) == "Harbor & Vale"
