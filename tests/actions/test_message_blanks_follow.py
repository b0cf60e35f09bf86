"""Untouched blanks of a message follow what is known, wherever that was changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lib.actions import asks, debriefs, employer_contact, jobs, notes
from lib.domain.debriefs import Debrief
from lib.domain.followups.followup import Kind
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import NoteKind
from lib.domain.people.asks import ask_id
from lib.domain.people.contacts import Contact
from lib.domain.validation import Refused
from lib.words.text.tidy import curly
from tests.actions.conftest import DANA, INTERVIEW, JOB, NOW, TOBIAS, Panel
from tests.actions.test_message_blanks import (
    LATER,
    MOVED_ON,
    MOVED_TO,
    OWN,
    SOON,
    THEIR_DAY,
    WHY,
    Message,
    filled,
    moved,
    written_for,
)


@pytest.fixture
def check_in(written: Panel) -> Message:
    return written_for(written, Kind.CHECK_IN)


@pytest.fixture
def ask(written: Panel) -> Message:
    with written.store.transaction(now=NOW, did="") as tx:
        tx.put(Contact(id="noor", name="Noor Haddad", email="noor@example.org"))
    asks.line_up(written.store, JOB.id, "noor", now=NOW)
    done = asks.write(written.store, ask_id(JOB.id, "noor"), NoteKind.GOOD_WORD, now=NOW)
    return Message(written.store, done.record_id)


def test_the_checklist_written_again_keeps_the_blanks_of_the_lines_for_the_material(
    written: Panel,
) -> None:
    lines = Message(written.store, written.note(TOBIAS, Kind.MATERIAL).id)
    lines.fill(look_at="Page two has the codes that changed.")

    written.write(LATER)

    assert "Page two has the codes that changed." in lines.body


def test_a_blank_that_is_too_long_is_refused_when_the_message_is_sent(check_in: Message) -> None:
    with pytest.raises(Refused):
        notes.mark_sent(check_in.store, check_in.id, filled=filled(why="x" * 6_000), now=SOON)


def test_a_line_taken_out_of_the_history_takes_its_day_out_of_the_message(
    check_in: Message,
) -> None:
    employer_contact.log_contact(check_in.store, moved(date(2026, 12, 11)), now=MOVED_ON)
    employer_contact.remove_contact(check_in.store, "e", now=MOVED_ON)

    assert THEIR_DAY in check_in.blank("their_day").text
    assert THEIR_DAY in check_in.body
    assert MOVED_TO not in check_in.body


def test_another_day_on_the_checklist_reaches_a_check_in_that_nobody_touched(
    check_in: Message,
) -> None:
    told = check_in.store.read().get(Debrief, INTERVIEW.id)
    commitment = replace(told.commitment, by=date(2026, 12, 4))

    debriefs.write(check_in.store, replace(told, commitment=commitment), (), now=LATER)

    assert "Friday, December 4" in check_in.blank("their_day").text
    assert "Friday, December 4" in check_in.body


def test_a_link_of_the_job_reaches_an_ask_that_nobody_touched(ask: Message) -> None:
    job = ask.store.read().get(Job, JOB.id)
    jobs.save_job(ask.store, replace(job, link="https://harborvale.example/7"), now=LATER)

    assert ask.blank("link").text == "https://harborvale.example/7"
    assert "https://harborvale.example/7" in ask.body


def test_a_corrected_name_of_an_interviewer_reaches_an_ask_that_nobody_touched(
    ask: Message,
) -> None:
    reader = ask.store.read()
    renamed = replace(reader.get(Interviewer, DANA.id), name="Dana Whitman")
    jobs.save_interview(ask.store, reader.get(Interview, INTERVIEW.id), (renamed,), now=LATER)

    assert "Dana Whitman" in ask.blank("knows").text
    assert curly(ask.blank("knows").text) in ask.body


def test_a_text_put_back_by_hand_grows_from_its_blanks_again(check_in: Message) -> None:
    before = check_in.note.text
    check_in.type(OWN)
    check_in.fill(why=WHY)

    check_in.type(before, visit="c")

    assert check_in.note.is_edited() or WHY in check_in.body
