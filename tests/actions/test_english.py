"""The guessed English is kept once, and what the app writes follows the English that was chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from lib.actions import debriefs, example, follow_ups, history, jobs, notes, settings
from lib.actions.people import profile_of
from lib.domain.dates.due import Due
from lib.domain.english import English
from lib.domain.followups.followup import Kind
from lib.domain.interviews import Interview
from lib.domain.jobs import Job
from lib.domain.notes import Text
from lib.domain.people.interviewer_lines import read_lines
from lib.domain.profile import Profile
from lib.store.opening import open_store
from lib.store.repository import Store
from tests.actions.conftest import DANA, NOW, TOBIAS, ZONE, Panel, content

AMERICAN, BRITISH = English.AMERICAN, English.BRITISH
SOON, LATER = NOW + timedelta(minutes=5), NOW + timedelta(minutes=10)
TILLER = Job(id="job-tiller", company="Tiller Health", role="Service Analyst")
TALK = Interview(
    id="interview-tiller", job_id=TILLER.id, day=date(2026, 11, 23), clock=time(14), zone=ZONE
)
LINES = read_lines("Ruben Castellanos, Head of Service")


@pytest.fixture
def empty(tmp_path: Path) -> Store:
    """A store in which nothing has been entered yet."""
    return open_store(tmp_path)


def choose(store: Store, english: English) -> None:
    settings.save_profile(store, replace(profile_of(store.read()), english=english), now=SOON)


def add_interview(store: Store, guessed: English | None) -> None:
    jobs.add_interview(store, TILLER, TALK, LINES, now=NOW, english=guessed)


def load_example(store: Store, guessed: English | None) -> None:
    example.load(store, ZONE, now=NOW, english=guessed)


@pytest.mark.parametrize("act", [add_interview, load_example])
def test_the_first_thing_that_is_entered_keeps_the_guessed_english(
    empty: Store, act: Callable[..., Any]
) -> None:
    act(empty, BRITISH)

    assert profile_of(empty.read()).english is BRITISH
    assert len(empty.entries()) == 1


@pytest.mark.parametrize("act", [add_interview, load_example])
def test_an_english_that_was_chosen_is_never_replaced_by_a_guess(
    store: Store, act: Callable[..., Any]
) -> None:
    choose(store, AMERICAN)

    act(store, BRITISH)

    assert profile_of(store.read()).english is AMERICAN


@pytest.mark.parametrize("act", [add_interview, load_example])
def test_taking_it_back_takes_the_guess_back_too(empty: Store, act: Callable[..., Any]) -> None:
    act(empty, BRITISH)

    history.undo(empty, empty.entries(1)[0].id, now=LATER)

    assert content(empty) == {}


def test_without_a_guess_the_profile_is_not_touched(empty: Store) -> None:
    add_interview(empty, None)

    assert empty.read().find(Profile, "profile") is None


def test_writing_a_checklist_keeps_the_guess_and_the_rest_of_the_profile(panel: Panel) -> None:
    before, entries = profile_of(panel.store.read()), len(panel.store.entries())

    debriefs.write(panel.store, panel.debrief, panel.people, now=NOW, english=BRITISH)

    after = profile_of(panel.store.read())
    assert after == replace(
        before, english=BRITISH, revision=after.revision, changed_at=after.changed_at
    )
    assert len(panel.store.entries()) == entries + 1
    assert "Wednesday 2 December" in panel.note(DANA).text.body


def test_drafts_follow_the_english_that_is_chosen(written: Panel) -> None:
    assert "Wednesday, December 2" in written.note(DANA).text.body

    choose(written.store, BRITISH)

    assert "Wednesday 2 December" in written.note(DANA).text.body
    assert "December 2" not in written.note(DANA).text.body


def test_the_english_of_a_job_counts_before_that_of_the_profile(written: Panel) -> None:
    choose(written.store, AMERICAN)
    job = written.store.read().get(Job, written.job.id)

    jobs.save_job(written.store, replace(job, english=BRITISH), now=SOON)

    assert "Wednesday 2 December" in written.note(DANA).text.body


def test_a_note_that_was_edited_stays_as_it_was_written_in_another_english(written: Panel) -> None:
    note = written.note(TOBIAS)
    mine = Text(note.text.subject, f"{note.text.body}\n\nP.S. See you.")
    notes.edit(written.store, note.id, mine, now=SOON)

    choose(written.store, BRITISH)

    assert written.note(TOBIAS).text == mine


@pytest.mark.parametrize(
    ("english", "clock_24h", "line"),
    [
        (
            AMERICAN,
            False,
            "Moved from Wed, Nov 25, 10 a.m. to Fri, Nov 27, 2:30 p.m., not told yet",
        ),
        (BRITISH, False, "Moved from Wed 25 Nov, 10am to Fri 27 Nov, 2.30pm, not told yet"),
        (BRITISH, True, "Moved from Wed 25 Nov, 10:00 to Fri 27 Nov, 14:30, not told yet"),
    ],
)
def test_the_history_of_a_follow_up_is_in_the_english_of_the_profile(
    written: Panel, english: English, clock_24h: bool, line: str
) -> None:
    profile = profile_of(written.store.read())
    changed = replace(profile, english=english, clock_24h=clock_24h)
    settings.save_profile(written.store, changed, now=SOON)
    call, friday = written.follow_up(Kind.CALL), Due(date(2026, 11, 27), time(14, 30), ZONE)

    follow_ups.move(written.store, call.id, friday, told=False, now=SOON)

    assert written.follow_up(Kind.CALL).history[-1].what == line


def test_the_sentence_of_an_action_is_in_the_english_of_the_profile(written: Panel) -> None:
    choose(written.store, BRITISH)

    done = notes.mark_sent(written.store, written.note(DANA).id, now=SOON)

    assert done.did == "Sent the note to Dana Whitfield; Wed 2 Dec is now a promise"
