"""The answer on its page: one press for what it was, and what is left to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from lib.actions import answers, asks, jobs, notes
from lib.domain.answers import Answer, EventKind, JobEvent
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import Note, NoteKind
from lib.domain.people.asks import Step, ask_id
from lib.domain.people.contacts import Contact
from lib.store.repository import Store
from lib.ui.core import session
from tests.actions.conftest import DANA, INTERVIEW, JOB, NOW, TOBIAS, Panel
from tests.pages.conftest import put
from tests.pages.screen import choose, opened, press, said, type_in

DECIDED = NOW + timedelta(days=14)


@pytest.fixture
def store_later(written: Panel, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Two weeks after the panel was written down."""
    monkeypatch.setattr(session, "now", lambda: DECIDED)
    return written.store


@pytest.fixture
def refused_me(store_later: Store) -> Store:
    answers.record(store_later, JOB.id, JobStatus.NOT_SELECTED, now=DECIDED)
    return store_later


def page() -> AppTest:
    return opened("outcome", job=JOB.id)


def of_kind(store: Store, kind: Kind) -> list[FollowUp]:
    return [one for one in store.read().where(FollowUp, job_id=JOB.id) if one.kind is kind]


def test_without_a_job_it_says_what_it_is_for(store: Store) -> None:
    assert "There is no job yet." in said(opened("outcome"))


def test_a_running_job_offers_every_answer_and_asks_for_nothing_else(store_later: Store) -> None:
    at = page()

    assert {one.label for one in at.button if str(one.key).startswith("outcome.status.")} == {
        "Still running", "An offer", "Accepted", "Not selected", "I withdrew", "Silent",
    }  # fmt: skip
    assert "nothing that is open is closed without you" in said(at)


def test_a_no_is_recorded_in_one_press_and_its_reply_stands_written(store_later: Store) -> None:
    at = press(page(), "outcome.status.not_selected")

    words = said(at)
    assert "Not selected at Harbor & Vale; the message is written" in words
    assert (
        words.index("Reply, graciously")
        < words.index("What I learned")
        < words.index("Stay in touch?")
    )
    assert "Read and send it" in words


def test_a_wrong_press_is_taken_back_by_undo(store_later: Store) -> None:
    at = press(page(), "outcome.status.not_selected")

    press(at, f"frame.undo.{store_later.entries(1)[0].id}")

    assert store_later.read().get(Job, JOB.id).status is JobStatus.INTERVIEWING


def test_what_was_learned_is_kept_as_it_is_typed(refused_me: Store) -> None:
    at = type_in(page(), f"outcome.learned.{JOB.id}", "Have a figure ready for every claim.")

    assert refused_me.read().get(Answer, JOB.id).learned == "Have a figure ready for every claim."
    assert "Saved" in said(at)


def test_the_reply_follows_who_told_me(refused_me: Store) -> None:
    choose(page(), f"outcome.from_id.{JOB.id}", TOBIAS.id)

    assert [one.who for one in of_kind(refused_me, Kind.GRACIOUS_REPLY)] == [TOBIAS.name]


def test_one_more_of_them_gets_a_reply(refused_me: Store) -> None:
    press(page(), f"outcome.reply.{DANA.id}")

    assert DANA.name in {one.who for one in of_kind(refused_me, Kind.GRACIOUS_REPLY)}


def test_staying_in_touch_plans_both_days_and_asks_for_nothing_yet(refused_me: Store) -> None:
    at = press(page(), "outcome.stay.True")

    assert [one.due.day for one in of_kind(refused_me, Kind.STAY_IN_TOUCH)] == [
        date(2027, 1, 7), date(2027, 3, 3),
    ]  # fmt: skip
    assert not [one for one in at.text_input if "news" in str(one.key)]


def test_those_who_spoke_for_me_are_remembered(refused_me: Store) -> None:
    put(refused_me, Contact(id="noor", name="Noor Haddad"))
    asks.line_up(refused_me, JOB.id, "noor", now=NOW)
    for step in (Step.ASKED, Step.DONE):
        asks.take_step(refused_me, ask_id(JOB.id, "noor"), step, now=DECIDED)

    assert "Thank those who spoke for you" in said(page())


def test_a_day_that_they_were_told_is_moved_with_the_answer_to_whether_they_know(
    store_later: Store,
) -> None:
    answers.record(store_later, JOB.id, JobStatus.OFFER, now=DECIDED)
    answer = store_later.read().get(Answer, JOB.id)
    answers.save(store_later, replace(answer, answer_by=date(2026, 12, 10)), now=DECIDED)
    (thanks,) = store_later.read().where(Note, kind=NoteKind.OFFER_THANKS)
    notes.mark_sent(store_later, thanks.id, now=DECIDED)
    (promised,) = of_kind(store_later, Kind.ANSWER_OFFER)
    assert "Have you told them" not in said(page())

    at = type_in(page(), f"outcome.answer_by.{JOB.id}", "Dec 14")
    assert "Have you told them **Mon, Dec 14" in said(at)
    press(at, f"outcome.told.True.{promised.id}")

    (moved,) = of_kind(store_later, Kind.ANSWER_OFFER)
    assert moved.due.day == date(2026, 12, 14)
    assert "and they were told" in moved.history[-1].what
    assert "Have you told them" not in said(page())


def test_what_makes_no_sense_any_more_is_let_go_only_when_it_is_pressed(refused_me: Store) -> None:
    at = page()
    assert "Still open, and perhaps without sense now" in said(at)
    before = len(answers.senseless(refused_me.read(), JOB.id))

    at = press(at, "outcome.let_go")

    assert before > 1
    assert "perhaps without sense" not in said(at)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("offer", "By when will I answer?"),
        ("accepted", "Congratulations"),
        ("withdrawn", "Tell them, kindly"),
        ("silent", "Close the loop"),
    ],
)
def test_each_answer_has_its_own_next_step(store_later: Store, status: str, words: str) -> None:
    at = press(page(), f"outcome.status.{status}")

    assert words in said(at)


def test_the_day_of_my_answer_to_an_offer_stands_on_the_calendar(store_later: Store) -> None:
    at = press(page(), "outcome.status.offer")

    type_in(at, f"outcome.answer_by.{JOB.id}", "10 Dec")

    assert [one.due.day for one in of_kind(store_later, Kind.ANSWER_OFFER)] == [date(2026, 12, 10)]


def test_from_today_they_wrote_back_is_one_press_and_moves_the_check_in(store_later: Store) -> None:
    check_in = of_kind(store_later, Kind.CHECK_IN)[0]

    choose(opened("today"), f"today.menu.{check_in.id}", "They wrote back")

    (event,) = store_later.read().all(JobEvent)
    assert (event.kind, event.at) == (EventKind.WROTE, DECIDED)
    assert of_kind(store_later, Kind.CHECK_IN)[0].due.day > check_in.due.day


def test_what_they_owe_me_has_its_answer_beside_it(store_later: Store) -> None:
    (debrief_id,) = {one.interview_id for one in store_later.read().all(Note)}

    choose(opened("today"), f"today.heard.{debrief_id}", "They called")

    assert [one.kind for one in store_later.read().all(JobEvent)] == [EventKind.CALLED]


def test_a_check_in_is_written_from_today_in_one_press(store_later: Store) -> None:
    check_in = of_kind(store_later, Kind.CHECK_IN)[0]

    press(opened("today"), f"today.write.{check_in.id}")

    (note,) = store_later.read().where(Note, follow_up_id=check_in.id)
    assert note.kind is NoteKind.CHECK_IN


def test_carrying_on_waiting_puts_the_closing_of_the_loop_off(store_later: Store) -> None:
    answers.record(store_later, JOB.id, JobStatus.SILENT, now=DECIDED)
    (loop,) = of_kind(store_later, Kind.CLOSE_LOOP)

    choose(opened("today"), f"today.menu.{loop.id}", "Carry on waiting: two weeks")

    assert of_kind(store_later, Kind.CLOSE_LOOP)[0].due.day >= date(2026, 12, 17)


def test_the_reply_stands_among_the_notes_under_a_heading_of_its_own(refused_me: Store) -> None:
    (reply,) = [one for one in refused_me.read().all(Note) if one.kind is NoteKind.GRACIOUS_REPLY]

    at = opened("notes", note=reply.id)

    assert "Harbor & Vale, Claims Data Analyst · the answer" in said(at)
    assert "gracious reply" in said(at)


def test_whoever_told_me_can_be_taken_off_without_breaking_the_page(refused_me: Store) -> None:
    choose(page(), f"outcome.from_id.{JOB.id}", TOBIAS.id)
    jobs.take_off_interview(refused_me, INTERVIEW.id, TOBIAS.id, now=DECIDED)

    assert "somebody who is not entered any more" in str(
        page().selectbox(key=f"outcome.from_id.{JOB.id}").options
    )


def test_with_more_to_say_they_were_in_touch_has_a_panel(store_later: Store) -> None:
    at = opened("today", heard=JOB.id)
    at = choose(at, f"heard.kind.{JOB.id}", EventKind.MOVED_DATE)
    at = press(at, "heard.keep")
    assert "To which day did they move it?" in said(at)
    at = type_in(at, f"heard.by.{JOB.id}", "11 Dec")
    at = type_in(at, f"heard.words.{JOB.id}", "The budget is late")

    press(at, "heard.keep")

    (event,) = store_later.read().all(JobEvent)
    assert (event.by, event.words) == (date(2026, 12, 11), "The budget is late")
