"""A person who is renamed after the follow-ups were written: the name as it is now, everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from lib.actions import asks, contacts, debriefs, follow_ups, jobs
from lib.actions.follow_ups import Addressee
from lib.domain.dates.due import Due
from lib.domain.debriefs import Debrief
from lib.domain.english import English
from lib.domain.followups.agenda import agenda
from lib.domain.followups.calendar_entries import CalendarRecords, entries
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.people.contacts import Contact
from lib.domain.people.interviewer_lines import read_lines
from lib.formats.calendar.ics import calendar_file
from lib.store.repository import Store
from tests.actions.conftest import DANA, INTERVIEW, JOB, NOW, PRIYA, TOBIAS, ZONE, Panel, content

LATER = NOW + timedelta(hours=1)
WEEK = NOW + timedelta(days=7)
NEW = "Priya Nair"


def rename(store: Store, name: str, **more: Any) -> None:
    """Renames Priya on the interview's page."""
    person = replace(store.read().get(Interviewer, PRIYA.id), name=name, **more)
    jobs.save_interview(store, store.read().get(Interview, INTERVIEW.id), [person], now=LATER)


def owed_to(store: Store, person: Interviewer) -> list[FollowUp]:
    return list(store.read().where(FollowUp, interviewer_id=person.id))


def calendar(store: Store) -> str:
    reader = store.read()
    kinds = (Job, Interview, Interviewer, Debrief, FollowUp)
    return calendar_file(
        entries(CalendarRecords(*map(reader.all, kinds)), now=LATER, english=English.AMERICAN),
        name=None,
    ).decode()


@pytest.fixture
def renamed(written: Panel) -> Store:
    """The panel that was written down, in which Priya has another name since."""
    rename(written.store, NEW)
    return written.store


def test_today_and_the_promises_show_the_name_as_it_is_now(renamed: Store) -> None:
    parts = agenda(renamed.read().all(FollowUp), LATER, ZONE)
    shown = (*parts.overdue, *parts.today, *parts.next_seven_days, *parts.later)

    assert owed_to(renamed, PRIYA)
    assert {one.who for one in shown if one.interviewer_id == PRIYA.id} == {NEW}
    assert PRIYA.name not in {one.who for one in shown}


def test_the_calendar_and_its_file_show_the_name_as_it_is_now(renamed: Store) -> None:
    file = calendar(renamed)

    assert NEW in file
    assert PRIYA.name not in file


def test_an_entry_whose_name_changes_counts_as_changed(written: Panel) -> None:
    before = {one.id: one.revision for one in owed_to(written.store, PRIYA)}

    rename(written.store, NEW)

    assert all(one.revision > before[one.id] for one in owed_to(written.store, PRIYA))


def test_what_is_owed_to_others_stays_untouched(written: Panel) -> None:
    before = [*owed_to(written.store, DANA), *owed_to(written.store, TOBIAS)]

    rename(written.store, NEW)

    assert [*owed_to(written.store, DANA), *owed_to(written.store, TOBIAS)] == before


def test_what_is_done_or_let_go_follows_too(written: Panel) -> None:
    first, second, *_ = owed_to(written.store, PRIYA)
    follow_ups.done(written.store, first.id, now=NOW)
    follow_ups.close(written.store, second.id, now=NOW)

    rename(written.store, NEW)

    assert {one.who for one in owed_to(written.store, PRIYA)} == {NEW}


def test_a_follow_up_of_my_own_has_the_new_name(written: Panel) -> None:
    due = Due(date(2026, 12, 4), None, ZONE)
    follow_ups.add(
        written.store,
        "Send the book",
        due,
        Addressee(job_id=JOB.id, interviewer_id=PRIYA.id),
        now=NOW,
    )

    rename(written.store, NEW)

    found = {one.what: one.who for one in owed_to(written.store, PRIYA)}
    assert found["Send the book"] == NEW


def test_a_second_check_in_goes_to_the_name_as_it_is_now(written: Panel) -> None:
    person = replace(written.store.read().get(Interviewer, DANA.id), name="Danielle Fox")
    jobs.save_interview(
        written.store, written.store.read().get(Interview, INTERVIEW.id), [person], now=LATER
    )
    first = next(one for one in owed_to(written.store, DANA) if one.kind is Kind.CHECK_IN)

    follow_ups.done(written.store, first.id, now=WEEK)

    found = [one for one in owed_to(written.store, DANA) if one.kind is Kind.CHECK_IN]
    assert [one.who for one in found] == ["Danielle Fox", "Danielle Fox"]


def test_a_name_given_on_the_checklist_counts_at_once(written: Panel) -> None:
    person = replace(written.store.read().get(Interviewer, PRIYA.id), name=NEW)

    debriefs.save(
        written.store, written.store.read().get(Debrief, INTERVIEW.id), [person], now=LATER
    )

    assert {one.who for one in owed_to(written.store, PRIYA)} == {NEW}


def test_a_name_that_is_taken_away_leaves_the_position(written: Panel) -> None:
    rename(written.store, "")

    assert {one.who for one in owed_to(written.store, PRIYA)} == {"the Recruiter"}


def test_an_old_name_that_an_earlier_version_left_is_mended_at_the_next_save(
    written: Panel,
) -> None:
    stale = owed_to(written.store, PRIYA)[0]
    with written.store.transaction(now=NOW, did="") as tx:
        tx.put(replace(stale, who="priya"))

    rename(written.store, PRIYA.name, phone="+1 555 0142")

    assert {one.who for one in owed_to(written.store, PRIYA)} == {PRIYA.name}


def test_a_new_name_is_taken_back_with_all_that_followed(written: Panel) -> None:
    before = content(written.store)
    rename(written.store, NEW)

    written.store.undo(written.store.entries(1)[0].id, now=LATER)

    assert content(written.store) == before


def test_a_renamed_contact_is_renamed_where_an_ask_was_let_go_too(written: Panel) -> None:
    noor = Contact(id="noor", name="noor", company="Quay")
    contacts.add(written.store, noor, now=NOW)
    ask = asks.line_up(written.store, JOB.id, noor.id, now=NOW).record_id
    owed = written.store.read().where(FollowUp, ask_id=ask)
    follow_ups.close(written.store, owed[0].id, now=NOW)

    known = written.store.read().get(Contact, noor.id)
    contacts.save(written.store, replace(known, name="Noor Haddad"), now=LATER)

    assert {one.who for one in written.store.read().where(FollowUp, ask_id=ask)} == {"Noor Haddad"}


@pytest.mark.parametrize(
    "line",
    ["Whitfield, Dana", "Dana Whitfield, MBA", "DANA WHITFIELD (she/her)", "Ms. Dana Whitfield"],
)
def test_a_pasted_person_whom_the_job_knows_under_another_spelling_is_not_doubled(
    panel: Panel, line: str
) -> None:
    jobs.add_interviewers(panel.store, INTERVIEW.id, read_lines(line), now=LATER)

    assert len(panel.store.read().where(Interviewer, job_id=JOB.id)) == 3


def test_two_people_who_share_an_address_stay_two(panel: Panel) -> None:
    lines = "Noor Haddad <hiring@kade.example>\nIan Fox <hiring@kade.example>"

    jobs.add_interviewers(panel.store, INTERVIEW.id, read_lines(lines), now=LATER)

    met = panel.store.read().where(Interviewer, job_id=JOB.id)
    assert {"Noor Haddad", "Ian Fox"} <= {one.name for one in met}
