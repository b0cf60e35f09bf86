"""The network of one job on its page: who could help, asking step by step, what is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lib.actions import asks
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.people.asks import Ask, Step, ask_id
from lib.domain.people.contacts import Acquaintance, Contact, Knows
from lib.domain.strategies import PointToMake, Strategy
from lib.store.repository import Store
from lib.ui.core import session
from tests.actions.conftest import DANA, INTERVIEW, JOB, NOW, Panel
from tests.pages.conftest import BEFORE, checklist, put
from tests.pages.screen import choose, opened, press, run, said, type_in

NOOR = Contact(
    id="noor",
    name="Noor Haddad",
    email="noor@example.org",
    how_well=4,
    how="worked together at Nordwind",
    knows=(Knows(DANA.id, 5, "her former team lead"),),
)
OMAR = Acquaintance(
    id="omar", name="Omar Lind", position="Underwriter", company="Harbor and Vale, Inc."
)
MIA = Acquaintance(id="mia", name="Mia Brandt", company="Harbor & Vale Logistics")
MINE = PointToMake(
    "I build reason codes", "I built reason codes at Linden, and 40 agents use them now."
)
ID = ask_id(JOB.id, NOOR.id)


@pytest.fixture
def knowing(written: Panel) -> Panel:
    put(written.store, NOOR)
    brought(written.store, OMAR, MIA)
    return written


def brought(store: Store, *people: Acquaintance) -> None:
    with store.book.transaction(now=BEFORE, did="Brought in 2 people") as tx:
        for person in people:
            tx.put(person)


def step(store: Store) -> Step:
    return store.read().get(Ask, ID).step


def test_without_a_job_the_page_says_what_it_is_for_and_offers_the_first_step(store: Store) -> None:
    at = opened("network")

    assert "There is no job yet." in said(at)
    assert "Add an interview" in said(at)


def test_without_anybody_known_it_says_how_to_bring_people_in(written: Panel) -> None:
    at = opened("network")

    assert "Nobody you entered works or worked at Harbor & Vale" in said(at)
    assert "Bring people in from a file" in said(at)
    assert "Empty, as nobody you know is tied to this job yet" in said(at)


def test_the_best_stand_first_each_with_its_reason(knowing: Panel) -> None:
    at = opened("network")

    words = said(at)
    assert "knows Dana Whitfield, who decides, very well" in words
    assert words.index("Noor Haddad") < words.index("Omar Lind")
    assert "works at Harbor & Vale" in words


def test_a_company_of_a_like_name_is_asked_about_once(knowing: Panel) -> None:
    at = opened("network")
    assert "Is “Harbor & Vale Logistics” the same company as “Harbor & Vale”?" in said(at)

    at = press(at, "network.same.False.mia")

    assert "Mia Brandt" not in said(at)
    assert "Mia Brandt" not in said(opened("network"))


def test_lining_up_writing_and_every_step_are_one_press_each(knowing: Panel) -> None:
    at = press(opened("network"), "network.line_up.noor")
    assert "Lined up Noor Haddad for Harbor & Vale" in said(at)
    at = press(at, f"network.step.asked.{ID}")
    assert step(knowing.store) is Step.ASKED
    at = press(at, f"network.step.agreed.{ID}")
    at = press(at, f"network.step.done.{ID}")
    assert "has put in a word" in said(at)

    at = press(at, f"network.step.thanked.{ID}")

    assert step(knowing.store) is Step.THANKED
    assert not any(one.is_open() for one in knowing.store.read().where(FollowUp, ask_id=ID))


def test_each_step_can_be_taken_back_from_the_line_in_the_frame(knowing: Panel) -> None:
    at = press(opened("network"), "network.line_up.noor")
    at = press(at, f"network.step.asked.{ID}")

    at = press(at, f"frame.undo.{knowing.store.entries(1)[0].id}")

    assert step(knowing.store) is Step.IDEA


def test_a_step_that_was_not_so_is_taken_back_from_the_menu(knowing: Panel) -> None:
    at = press(opened("network"), "network.line_up.noor")
    at = press(at, f"network.step.asked.{ID}")

    choose(at, f"network.menu.{ID}", "The last step was not so")

    assert step(knowing.store) is Step.IDEA


def test_somebody_who_would_rather_not_is_left_in_peace(knowing: Panel) -> None:
    at = press(opened("network"), "network.line_up.noor")
    at = press(at, f"network.step.asked.{ID}")

    at = press(at, f"network.step.declined.{ID}")

    assert "would rather not" in said(at)
    assert not any(one.is_open() for one in knowing.store.read().where(FollowUp, ask_id=ID))


def test_a_change_of_mind_and_back_leaves_a_page_that_still_opens(knowing: Panel) -> None:
    at = press(opened("network"), "network.line_up.noor")
    for step in ("asked", "agreed", "declined", "agreed"):
        at = press(at, f"network.step.{step}.{ID}")

    assert "agreed" in said(opened("network"))


def test_the_day_of_a_step_can_be_mended_and_what_follows_moves_along(
    knowing: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = press(opened("network"), "network.line_up.noor")
    monkeypatch.setattr(session, "now", lambda: NOW + timedelta(days=5))
    at = press(run(at), f"network.step.asked.{ID}")

    at.date_input(key=f"network.date.asked.{ID}").set_value(date(2026, 11, 20))
    run(at)

    again = next(
        one
        for one in knowing.store.read().where(FollowUp, ask_id=ID)
        if one.kind is Kind.GOOD_WORD_AGAIN
    )
    assert again.due.day == date(2026, 11, 27)


def test_before_the_first_interview_people_are_lined_up_and_nobody_asked(
    knowing: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "now", lambda: NOW - timedelta(hours=4))
    at = opened("network")
    assert "Too early to ask" in said(at)

    at = press(at, "network.line_up.noor")

    assert at.button(key=f"network.step.asked.{ID}").disabled
    assert at.button(key=f"network.write.good_word.{ID}").disabled
    assert "stands on your calendar for tomorrow" in said(at)


def test_what_they_did_is_kept_as_it_is_typed_once_they_have_spoken(knowing: Panel) -> None:
    at = press(opened("network"), "network.line_up.noor")
    assert not [one for one in at.text_input if str(one.key).startswith("network.ask.")]
    at = press(press(at, f"network.step.asked.{ID}"), f"network.step.done.{ID}")

    at = type_in(at, f"network.ask.did.{ID}", "called Dana on Monday")

    assert knowing.store.read().get(Ask, ID).did == "called Dana on Monday"
    assert "Saved" in said(at)


def test_the_ask_is_written_from_the_worksheet_and_the_page_moves_on_to_it(knowing: Panel) -> None:
    put(knowing.store, Strategy(id=INTERVIEW.id, points=(MINE,)))
    at = press(opened("network"), "network.line_up.noor")

    press(at, f"network.write.good_word.{ID}")

    (note,) = knowing.store.read().where(Note, contact_id=NOOR.id)
    assert "Dana" in note.text.body
    assert MINE.evidence in note.text.body
    shown = opened("notes", note=note.id)
    assert "To Noor Haddad" in said(shown)
    assert "ask for a good word" in said(shown)
    assert ":green[:material/check_circle: Ready]" in said(shown)


def test_without_one_thing_about_me_the_ask_is_blocked_until_its_blank_is_filled(
    knowing: Panel,
) -> None:
    nothing_answered = replace(checklist(knowing.store), people=())
    put(knowing.store, nothing_answered)
    at = press(opened("network"), "network.line_up.noor")

    press(at, f"network.write.good_word.{ID}")

    (note,) = knowing.store.read().where(Note, contact_id=NOOR.id)
    at = opened("notes", note=note.id)
    assert "is still to be filled in" in said(at)
    assert at.button(key=f"notes.sent.{note.id}").disabled

    at = type_in(at, f"notes.blank.{note.id}.about_me", MINE.evidence)

    assert "is still to be filled in" not in said(at)
    assert not at.button(key=f"notes.sent.{note.id}").disabled


def test_what_an_interviewer_seemed_to_value_stays_out_of_the_ask(knowing: Panel) -> None:
    debrief = checklist(knowing.store)
    assert debrief.about(DANA.id).valued == "people who finish things"

    press(press(opened("network"), "network.line_up.noor"), f"network.write.good_word.{ID}")

    (note,) = knowing.store.read().where(Note, contact_id=NOOR.id)
    assert "finish things" not in note.text.body


def test_a_contact_asked_for_two_other_jobs_lately_brings_a_warning(knowing: Panel) -> None:
    store = knowing.store
    for number in range(2):
        job = Job(id=f"other-{number}", company=f"Quay {number}", role="Clerk")
        put(store, job, replace(INTERVIEW, id=f"talk-{number}", job_id=job.id, interviewer_ids=()))
        asks.line_up(store, job.id, NOOR.id, now=BEFORE)
        asks.take_step(store, ask_id(job.id, NOOR.id), Step.ASKED, now=NOW)

    at = opened("network", job=JOB.id)

    assert "You asked Noor Haddad for 2 other jobs in the last two months" in said(at)


def test_somebody_of_the_address_book_who_is_an_interviewer_is_made_one_person(
    knowing: Panel,
) -> None:
    brought(
        knowing.store,
        Acquaintance(
            id="dana-2", name="Dana Whitfield", company="Harbor & Vale", phone="+1 555 0199"
        ),
    )
    at = opened("network")
    assert "Dana Whitfield, whom you met, seems to be among the people you know." in said(
        at
    ).replace("**", "")

    at = press(at, f"network.one.dana-2.{DANA.id}")

    (contact,) = (one for one in knowing.store.read().all(Contact) if one.listed_id == "dana-2")
    assert contact.met_as == (DANA.id,)
    assert "seems to be among" not in said(at)


def test_today_and_the_calendar_show_what_is_due(knowing: Panel) -> None:
    press(opened("network"), "network.line_up.noor")

    assert "Ask for a good word" in said(opened("today"))
    assert "Write it" in said(opened("today"))


def test_from_today_the_ask_is_written_in_one_press(knowing: Panel) -> None:
    press(opened("network"), "network.line_up.noor")
    follow_up = knowing.store.read().where(FollowUp, ask_id=ID)[0]

    press(opened("today"), f"today.write.{follow_up.id}")

    assert len(knowing.store.read().where(Note, contact_id=NOOR.id)) == 1


def test_the_worksheet_offers_the_best_and_counts_who_is_lined_up(knowing: Panel) -> None:
    at = opened("strategy", interview=INTERVIEW.id)
    assert "8. Who could speak for me?" in said(at)

    at = press(at, "strategy.line_up.noor")

    assert "Noor Haddad: an idea" in said(at)
    assert "8. Who could speak for me?" not in said(at)
    assert "Who could speak for me?" in said(at)


def test_anybody_known_can_be_picked_on_the_worksheet(knowing: Panel) -> None:
    put(knowing.store, Contact(id="ida", name="Ida Frey"))

    choose(opened("strategy", interview=INTERVIEW.id), f"strategy.anybody.{JOB.id}", "ida")

    assert knowing.store.read().find(Ask, ask_id(JOB.id, "ida")) is not None


def test_the_end_of_the_checklist_suggests_the_three_best(knowing: Panel) -> None:
    brought(
        knowing.store,
        *(
            replace(OMAR, id=f"o{i}", name=f"Omar {i}", link=f"https://x.example/{i}")
            for i in range(4)
        ),
    )

    at = opened("debrief", interview=INTERVIEW.id)

    assert "Who could put in a good word?" in said(at)
    assert len([one for one in at.button if str(one.key).startswith("debrief.line_up.")]) == 3
