"""The calendar page: what stands on it, and what each thing done on it leads to."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief
from lib.domain.english import English
from lib.domain.followups.changes import Until
from lib.domain.followups.followup import FollowUp, Kind, Promise, State
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.profile import Profile
from lib.domain.records import Record
from lib.store.opening import open_store
from lib.store.repository import Store
from lib.ui.calendar import state
from lib.ui.core import session
from lib.ui.shared import calendar_ways, followup_steps
from tests.narrowing import not_none

ROOT = Path(__file__).resolve().parents[2]
ZONE = "America/New_York"
NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
FIRST = Due(date(2026, 11, 24), time(10), ZONE)
PROMISED = FollowUp(
    id="call",
    job_id="j",
    interview_id="i",
    interviewer_id="p",
    who="Priya Raman",
    kind=Kind.CALL,
    what="Call, about the start date",
    due=FIRST,
    promise=Promise(made_at=NOW - timedelta(days=3), first=FIRST, agreed=FIRST),
)
PLANNED = FollowUp(
    id="card",
    job_id="j",
    kind=Kind.CARD,
    what="Handwritten card",
    due=Due(date(2026, 11, 23), None, ZONE),
)
RECORDS: tuple[Record, ...] = (
    Profile(zone=ZONE),
    Job(id="j", company="Harbor & Vale", role="Analyst"),
    Job(id="k", company="Tiller", role="Lead"),
    Interviewer(id="p", job_id="j", name="Priya Raman", position="Recruiter", phone="+1 555 0142"),
    Interview(
        id="i",
        job_id="j",
        day=date(2026, 11, 20),
        clock=time(10),
        zone=ZONE,
        place="14 Quay Street",
    ),
    Interview(id="i2", job_id="k", day=date(2026, 11, 27), clock=time(14), zone=ZONE),
    Debrief(id="i", commitment=Commitment(what="decide", by=date(2026, 11, 25))),
    PROMISED,
    PLANNED,
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("FOLLOW_THROUGH_DATA", str(tmp_path))
    monkeypatch.setattr(session, "now", lambda: NOW)
    return open_store(tmp_path)


@pytest.fixture
def filled(store: Store) -> Store:
    with store.transaction(now=NOW, did="") as tx:
        for record in RECORDS:
            tx.put(record)
    return store


def opened(**address: str) -> AppTest:
    at = AppTest.from_file(str(ROOT / "lib" / "ui" / "shell" / "shell.py"), default_timeout=20)
    at.run()
    at.switch_page(str(ROOT / "pages" / "calendar.py"))
    for name, value in address.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def events(at: AppTest) -> list[dict[str, Any]]:
    component = at.get("component_instance")[0]
    found: list[dict[str, Any]] = json.loads(component.proto.json_args)["events"]
    return found


def on(at: AppTest, callback: str, **what: object) -> AppTest:
    """The page after the person did that on the calendar."""
    at.session_state[f"{state.KEY}.desk.0"] = {"callback": callback, callback: what}
    at.run()
    assert not at.exception
    return at


def drop(at: AppTest, uid: str, start: str) -> AppTest:
    return on(at, "eventChange", event={"id": uid, "start": start})


def press(at: AppTest, key: str) -> AppTest:
    at.button(key=key).click().run()
    assert not at.exception
    return at


def kept(store: Store, id: str) -> FollowUp:
    return store.read().get(FollowUp, id)


def said(at: AppTest) -> str:
    """Returns all words on the page without the strokes that keep them from being Markdown."""
    shown = [one.value for kind in (at.markdown, at.caption, at.error) for one in kind]
    return "\n".join(shown).replace("\\", "").replace("\u2060", "")


def test_an_empty_calendar_says_what_to_do(store: Store) -> None:
    at = opened()

    assert "Nothing has a date yet" in said(at)
    assert events(at) == []


def test_follow_ups_interviews_and_the_employer_s_dates_stand_on_it(filled: Store) -> None:
    titles = [one["title"] for one in events(opened())]

    assert len(titles) == 5
    assert "☎\ufe0e Priya Raman · Call, about the start date · Harbor & Vale" in titles
    assert "✓ ● Harbor & Vale · First interview" in titles
    assert "◷\ufe0e Theirs: They: decide · Harbor & Vale" in titles


def test_a_planned_one_that_is_dropped_on_another_day_is_moved_and_can_be_undone(
    filled: Store,
) -> None:
    at = drop(opened(), "followup-card@follow-through", "2026-11-26")

    assert kept(filled, "card").due == Due(date(2026, 11, 26), None, ZONE)
    assert "Moved: Handwritten card" in said(at)
    assert not at.query_params


def test_what_was_dropped_once_is_moved_once(filled: Store) -> None:
    at = drop(opened(), "followup-card@follow-through", "2026-11-26")
    revision = kept(filled, "card").revision

    at.run()

    assert kept(filled, "card").revision == revision


def test_a_promised_one_that_is_dropped_asks_first(filled: Store) -> None:
    at = drop(opened(), "followup-call@follow-through", "2026-11-26T10:00:00Z")

    assert kept(filled, "call").due == FIRST
    assert "You told Priya Tuesday, November 24, 10 a.m." in said(at)
    assert "Thursday, November 26, 10 a.m." in said(at)


@pytest.mark.parametrize(
    ("answer", "agreed_on"), [("told", date(2026, 11, 26)), ("not_yet", date(2026, 11, 24))]
)
def test_either_answer_moves_it_and_keeps_the_first_promise_on_record(
    filled: Store, answer: str, agreed_on: date
) -> None:
    at = drop(opened(), "followup-call@follow-through", "2026-11-26T10:00:00Z")

    press(at, f"calendar.told.call.{answer}")

    moved = kept(filled, "call")
    assert moved.due == Due(date(2026, 11, 26), time(10), ZONE)
    assert not_none(moved.promise).first == FIRST
    assert not_none(moved.promise).agreed.day == agreed_on
    assert not at.query_params


def test_leaving_it_where_it_was_moves_nothing(filled: Store) -> None:
    at = drop(opened(), "followup-call@follow-through", "2026-11-26T10:00:00Z")

    press(at, "calendar.told.call.leave")

    assert kept(filled, "call").due == FIRST
    assert not at.query_params


def test_an_address_with_a_date_that_is_none_asks_nothing(filled: Store) -> None:
    at = opened(move="call", to="someday")

    assert "have you told them" not in said(at)


def test_a_click_opens_the_panel_with_what_who_why_and_the_promise(filled: Store) -> None:
    at = on(opened(), "eventClick", event={"id": "followup-call@follow-through"})

    words = said(at)
    assert "Priya Raman" in words
    assert "Recruiter" in words
    assert "Due tomorrow 10 a.m." in words
    assert "After Harbor & Vale, first round" in words
    assert "You promised it on Fri, Nov 20" in words
    assert "+1 555 0142" in words


def test_done_in_the_panel_is_done_now_and_closes_it(filled: Store) -> None:
    at = press(opened(follow_up="call"), "followup.done.call")

    assert kept(filled, "call").done_at == NOW
    assert not at.query_params


def test_done_earlier_is_done_at_that_moment_by_the_person_s_clock(filled: Store) -> None:
    at = opened(follow_up="call")
    at.session_state["followup.earlier.call"] = datetime(2026, 11, 23, 8, 30)  # noqa: DTZ001 - a wall clock's

    press(at, "followup.earlier.call.set")

    assert kept(filled, "call").done_at == datetime(2026, 11, 23, 13, 30, tzinfo=UTC)


def test_a_panel_moves_a_planned_one_to_the_day_typed(filled: Store) -> None:
    at = opened(follow_up="card")
    at.text_input(key="followup.move.card").set_value("Thu").run()

    press(at, "followup.move.card.set")

    assert kept(filled, "card").due.day == date(2026, 11, 26)


def test_a_panel_asks_about_a_promised_one_before_it_moves(filled: Store) -> None:
    at = opened(follow_up="call")
    at.text_input(key="followup.move.call").set_value("Fri 27 Nov 2026 10:00").run()
    assert "Have you told **Priya** of the new date?" in said(at)

    press(at, "followup.move.call.not_yet")

    moved = kept(filled, "call")
    assert (moved.due.day, not_none(moved.promise).agreed) == (date(2026, 11, 27), FIRST)


def test_later_has_words_for_every_way_to_put_off() -> None:
    assert set(followup_steps.LATER_WORDS) == set(Until)


def test_what_was_let_go_can_be_opened_again(filled: Store) -> None:
    press(opened(follow_up="card"), "followup.close.card")
    assert kept(filled, "card").state(NOW) is State.CLOSED
    at = opened(follow_up="card")
    assert "Let go" in said(at)

    press(at, "followup.reopen.card")

    assert kept(filled, "card").is_open()


def test_a_click_on_a_day_adds_a_follow_up_of_one_s_own_on_that_day(filled: Store) -> None:
    at = on(opened(), "dateClick", date="2026-11-30T00:00:00.000Z", allDay=True)
    at.text_input(key="calendar.add.what").set_value("Read their annual report").run()
    at.selectbox(key="calendar.add.job").set_value("j").run()
    at.selectbox(key="calendar.add.who").set_value("Priya Raman").run()

    press(at, "calendar.add.set")

    added = next(one for one in filled.read().all(FollowUp) if one.kind is Kind.OTHER)
    assert (added.what, added.job_id, added.interviewer_id) == (
        "Read their annual report",
        "j",
        "p",
    )
    assert added.due == Due(date(2026, 11, 30), None, ZONE)
    assert not at.query_params


def test_a_click_on_an_hour_of_the_week_adds_at_that_hour(filled: Store) -> None:
    at = on(opened(), "dateClick", date="2026-11-30T09:30:00.000Z", allDay=False)
    at.text_input(key="calendar.add.what").set_value("Ring the reference").run()

    press(at, "calendar.add.set")

    added = next(one for one in filled.read().all(FollowUp) if one.kind is Kind.OTHER)
    assert added.due == Due(date(2026, 11, 30), time(9, 30), ZONE)


def test_nothing_to_do_is_not_added_and_the_question_stays(filled: Store) -> None:
    at = press(opened(add="2026-11-30"), "calendar.add.set")

    assert "Say in a few words" in said(at)
    assert at.query_params["add"] == "2026-11-30"
    assert len(filled.read().all(FollowUp)) == 2


def test_the_button_adds_on_today(filled: Store) -> None:
    at = press(opened(), "calendar.add")

    assert at.query_params["add"] == "2026-11-23"


def test_a_click_on_an_interview_shows_where_and_what_it_is(filled: Store) -> None:
    at = on(opened(), "eventClick", event={"id": "interview-i@follow-through"})

    assert "14 Quay Street" in said(at)


def test_the_legend_and_the_job_filter(filled: Store) -> None:
    at = opened()

    at.pills(key="calendar.kinds").select("card").run()
    only_cards = [one["id"] for one in events(at)]
    at.pills(key="calendar.kinds").unselect("card").run()
    at.selectbox(key="calendar.job").set_value("k").run()
    only_tiller = [one["id"] for one in events(at)]

    assert only_cards == ["followup-card@follow-through"]
    assert only_tiller == ["interview-i2@follow-through"]


def test_an_archived_job_leaves_the_calendar(filled: Store) -> None:
    with filled.transaction(now=NOW, did="") as tx:
        tx.put(replace(tx.get(Job, "j"), archived_at=NOW))

    assert [one["id"] for one in events(opened())] == ["interview-i2@follow-through"]


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", ":red[x] $5M–$10M", "[x](http://evil.example)", "👩‍💻 שלום"],
)
def test_whatever_was_typed_is_shown_as_typed(filled: Store, text: str) -> None:
    with filled.transaction(now=NOW, did="") as tx:
        tx.put(replace(tx.get(FollowUp, "call"), what=text, who=text, interviewer_id=""))

    at = on(opened(), "eventClick", event={"id": "followup-call@follow-through"})

    assert text in said(at)
    assert any(text in one["title"] for one in events(at))


def test_the_file_of_everything_holds_what_the_calendar_shows(filled: Store) -> None:
    entries = state.everything(filled.read())

    file = calendar_ways._file(filled, English.AMERICAN)

    assert file.count(b"BEGIN:VEVENT") == len(entries) == 5
    assert b"X-WR-CALNAME:Follow Through" in file
