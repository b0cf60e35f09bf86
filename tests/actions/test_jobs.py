"""Jobs, interviews and people: added, changed, archived, deleted with all parts, and restored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from lib.actions import debriefs, follow_ups, history, jobs
from lib.actions.follow_ups import Addressee
from lib.domain.dates.due import Due
from lib.domain.debriefs import Debrief
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.people.interviewer_lines import ReadLine, read_lines
from lib.domain.store_errors import Stale, UndoConflict
from lib.domain.validation import Refused
from lib.store.repository import Store
from tests.actions.conftest import (
    DANA,
    INTERVIEW,
    JOB,
    NOW,
    PRIYA,
    TOBIAS,
    ZONE,
    Panel,
    content,
    last_did,
)

SOON = NOW + timedelta(minutes=5)
LATER = NOW + timedelta(minutes=10)
MONDAY = Due(date(2026, 11, 30), None, ZONE)
TILLER = Job(
    id="job-tiller",
    company="Tiller Health",
    role="Service Analyst",
    link="https://tiller.example/7",
)
FIRST_TALK = Interview(
    id="interview-tiller",
    job_id=TILLER.id,
    day=date(2026, 11, 23),
    clock=time(14),
    zone=ZONE,
    minutes=45,
)
SECOND_ROUND = Interview(
    id="interview-second", job_id=JOB.id, day=date(2026, 12, 3), clock=time(9, 30), zone=ZONE
)
PASTED = read_lines(
    "Ruben Castellanos, Head of Service <ruben@tiller.example>\nInès Duval, Team Lead"
)
HUGE = "x" * 100_000


def undo_last(store: Store) -> None:
    history.undo(store, store.entries(1)[0].id, now=LATER)


def names(store: Store, interview_id: str) -> list[str]:
    reader = store.read()
    return [
        reader.get(Interviewer, id).name
        for id in reader.get(Interview, interview_id).interviewer_ids
    ]


def test_an_interview_is_added_with_its_job_and_its_people_in_one_go(store: Store) -> None:
    entries = len(store.entries())

    done = jobs.add_interview(store, TILLER, FIRST_TALK, PASTED, now=NOW)

    reader = store.read()
    ruben, ines = reader.where(Interviewer, job_id=TILLER.id)
    assert done.did == last_did(store) == "Added the interview at Tiller Health"
    assert done.record_id == FIRST_TALK.id
    assert len(store.entries()) == entries + 1
    assert reader.get(Job, TILLER.id).role == "Service Analyst"
    assert reader.get(Interview, FIRST_TALK.id).interviewer_ids == (ruben.id, ines.id)
    assert (ruben.name, ruben.position, ruben.email) == (
        "Ruben Castellanos",
        "Head of Service",
        "ruben@tiller.example",
    )
    assert (ines.name, ines.position, ines.email) == ("Inès Duval", "Team Lead", "")


def test_adding_an_interview_is_taken_back_with_its_job_and_its_people(store: Store) -> None:
    before = content(store)
    jobs.add_interview(store, TILLER, FIRST_TALK, PASTED, now=NOW)

    undo_last(store)

    assert content(store) == before


def test_a_further_interview_leaves_the_job_as_it_stands(panel: Panel) -> None:
    other_words = replace(panel.job, remarks="not what is kept")

    jobs.add_interview(panel.store, other_words, SECOND_ROUND, (), now=NOW)

    reader = panel.store.read()
    assert reader.get(Job, JOB.id) == panel.job
    assert {one.id for one in reader.where(Interview, job_id=JOB.id)} == {
        INTERVIEW.id,
        SECOND_ROUND.id,
    }


def test_someone_whom_the_job_knows_is_not_doubled(panel: Panel) -> None:
    lines = (
        ReadLine(name="dana whitfield"),
        ReadLine(name="T. Fehr", email="Tobias@HarborVale.example"),
        ReadLine(name="Ada Lindqvist"),
    )

    jobs.add_interview(panel.store, panel.job, SECOND_ROUND, lines, now=NOW)

    assert names(panel.store, SECOND_ROUND.id) == ["Dana Whitfield", "Tobias Fehr", "Ada Lindqvist"]
    assert len(panel.store.read().where(Interviewer, job_id=JOB.id)) == 4


def test_the_same_name_at_another_company_is_another_person(panel: Panel) -> None:
    jobs.add_interview(panel.store, TILLER, FIRST_TALK, [ReadLine(name="Dana Whitfield")], now=NOW)

    assert len(panel.store.read().where(Interviewer, name="Dana Whitfield")) == 2


def test_a_line_of_which_nothing_was_understood_adds_nobody(store: Store) -> None:
    jobs.add_interview(store, TILLER, FIRST_TALK, [ReadLine(remark="nothing understood")], now=NOW)

    assert store.read().all(Interviewer) == ()


def test_two_people_without_a_name_are_two_people(store: Store) -> None:
    lines = [ReadLine(position="Head of Service"), ReadLine(position="Head of Service")]

    jobs.add_interview(store, TILLER, FIRST_TALK, lines, now=NOW)

    assert len(store.read().all(Interviewer)) == 2


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"company": ""}, "company"),
        ({"company": "   "}, "company"),
        ({"role": ""}, "role"),
        ({"company": HUGE}, "100,000 characters"),
        ({"role": HUGE}, "100,000 characters"),
        ({"found_at": HUGE}, "100,000 characters"),
        ({"remarks": HUGE}, "100,000 characters"),
        ({"link": "javascript:alert(1)"}, "http:// or https://"),
        ({"link": "https://"}, "http:// or https://"),
        ({"link": "https://[broken"}, "http:// or https://"),
    ],
)
def test_a_job_that_cannot_be_kept_is_refused_and_nothing_is_added(
    store: Store, changed: dict[str, Any], words: str
) -> None:
    before = content(store)

    with pytest.raises(Refused, match=words):
        jobs.add_interview(store, replace(TILLER, **changed), FIRST_TALK, PASTED, now=NOW)

    assert content(store) == before


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"day": date.min}, "The year 1 cannot be right"),
        ({"day": date(1999, 12, 31)}, "The year 1999 cannot be right"),
        ({"day": date(2101, 1, 1)}, "The year 2101 cannot be right"),
        ({"day": date.max}, "The year 9999 cannot be right"),
        ({"minutes": 0}, "ends before it starts"),
        ({"minutes": -30}, "ends before it starts"),
        ({"minutes": 24 * 60 + 1}, "longer than a day"),
        ({"zone": "Atlantis/Capital"}, "is not a time zone"),
        ({"zone": ""}, "is not a time zone"),
        ({"zone": "../../etc/passwd"}, "is not a time zone"),
        ({"place": HUGE}, "100,000 characters"),
        ({"remarks": HUGE}, "100,000 characters"),
    ],
)
def test_an_interview_that_cannot_be_kept_is_refused_and_nothing_is_added(
    store: Store, changed: dict[str, Any], words: str
) -> None:
    before = content(store)

    with pytest.raises(Refused, match=words):
        jobs.add_interview(store, TILLER, replace(FIRST_TALK, **changed), PASTED, now=NOW)

    assert content(store) == before


@pytest.mark.parametrize("day", [date(2000, 1, 1), date(2100, 12, 31)])
def test_the_first_and_the_last_day_that_can_be_right_are_kept(store: Store, day: date) -> None:
    jobs.add_interview(store, TILLER, replace(FIRST_TALK, day=day), (), now=NOW)

    assert store.read().get(Interview, FIRST_TALK.id).day == day


def test_everything_that_is_wrong_is_said_at_once(store: Store) -> None:
    with pytest.raises(Refused) as refusal:
        jobs.add_interview(
            store, replace(TILLER, company=""), replace(FIRST_TALK, minutes=0), (), now=NOW
        )

    assert refusal.value.sentence == (
        "Which company is it? Enter its name. It ends before it starts. Check the two times."
    )


def test_a_changed_job_is_kept_without_a_word(panel: Panel) -> None:
    done = jobs.save_job(panel.store, replace(panel.job, role="Data Lead"), now=SOON, visit="a")

    assert (done.did, done.record_id) == ("", JOB.id)
    assert panel.store.read().get(Job, JOB.id).role == "Data Lead"


def test_all_changes_to_a_job_in_one_visit_are_taken_back_together(panel: Panel) -> None:
    before = content(panel.store)
    for role in ("D", "Da", "Data Lead"):
        job = panel.store.read().get(Job, JOB.id)
        jobs.save_job(panel.store, replace(job, role=role), now=SOON, visit="a")

    undo_last(panel.store)

    assert content(panel.store) == before


def test_a_change_that_empties_the_company_is_refused_and_the_old_one_stays(panel: Panel) -> None:
    with pytest.raises(Refused):
        jobs.save_job(panel.store, replace(panel.job, company=" "), now=SOON)

    assert panel.store.read().get(Job, JOB.id) == panel.job


def test_a_change_from_an_old_copy_does_not_overwrite_a_newer_one(panel: Panel) -> None:
    jobs.save_job(panel.store, replace(panel.job, role="Data Lead"), now=SOON, visit="a")

    with pytest.raises(Stale):
        jobs.save_job(panel.store, replace(panel.job, role="Claims Lead"), now=LATER, visit="b")

    assert panel.store.read().get(Job, JOB.id).role == "Data Lead"


def test_a_changed_interview_is_kept_with_its_people(panel: Panel) -> None:
    named = replace(panel.people[0], name="Danielle Whitfield")
    longer = replace(panel.interview, minutes=90)

    done = jobs.save_interview(panel.store, longer, [named], now=SOON, visit="a")

    assert (done.did, done.record_id) == ("", INTERVIEW.id)
    assert panel.store.read().get(Interview, INTERVIEW.id).minutes == 90
    assert panel.store.read().get(Interviewer, DANA.id).name == "Danielle Whitfield"


def test_a_changed_interview_is_taken_back_with_its_people(panel: Panel) -> None:
    before = content(panel.store)
    named = replace(panel.people[0], name="Danielle Whitfield")
    jobs.save_interview(
        panel.store, replace(panel.interview, minutes=90), [named], now=SOON, visit="a"
    )

    undo_last(panel.store)

    assert content(panel.store) == before


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"email": "dana"}, "is not an e-mail address"),
        ({"email": "dana@harborvale"}, "is not an e-mail address"),
        (
            {"email": "dana@harborvale.example, tobias@harborvale.example"},
            "is not an e-mail address",
        ),
        ({"name": HUGE}, "100,000 characters"),
        ({"position": HUGE}, "100,000 characters"),
        ({"phone": HUGE}, "100,000 characters"),
        ({"address": HUGE}, "100,000 characters"),
    ],
)
def test_a_person_who_cannot_be_kept_is_refused_and_the_interview_stays_too(
    panel: Panel, changed: dict[str, Any], words: str
) -> None:
    before = content(panel.store)
    person = replace(panel.people[0], **changed)

    with pytest.raises(Refused, match=words):
        jobs.save_interview(panel.store, replace(panel.interview, minutes=90), [person], now=SOON)

    assert content(panel.store) == before


def test_people_are_added_to_an_interview_and_named(panel: Panel) -> None:
    lines = [ReadLine(name="Ada Lindqvist"), ReadLine(position="Head of Audit")]

    done = jobs.add_interviewers(panel.store, INTERVIEW.id, lines, now=SOON)

    assert done.did == last_did(panel.store) == "Added Ada Lindqvist, Head of Audit"
    assert names(panel.store, INTERVIEW.id) == [
        "Dana Whitfield",
        "Tobias Fehr",
        "Priya Raman",
        "Ada Lindqvist",
        "",
    ]


def test_adding_someone_who_is_there_already_changes_nothing(panel: Panel) -> None:
    before = content(panel.store)

    jobs.add_interviewers(panel.store, INTERVIEW.id, [ReadLine(name="Priya Raman")], now=SOON)

    assert content(panel.store) == before


def test_a_namesake_is_asked_about_and_nothing_is_added_meanwhile(panel: Panel) -> None:
    before = content(panel.store)
    lines = [ReadLine(name="Ada Lindqvist"), ReadLine(name=PRIYA.name, position="Night Porter")]

    with pytest.raises(jobs.NamesakeOpen, match=PRIYA.name):
        jobs.add_interviewers(panel.store, INTERVIEW.id, lines, now=SOON)

    assert content(panel.store) == before


@pytest.mark.parametrize(("is_same", "people"), [(True, 3), (False, 4)])
def test_a_namesake_is_one_person_or_two_as_was_said(
    panel: Panel, is_same: bool, people: int
) -> None:
    line = ReadLine(name=PRIYA.name, position="Night Porter", is_same=is_same)

    jobs.add_interviewers(panel.store, INTERVIEW.id, [line], now=SOON)

    met = panel.store.read().where(Interviewer, job_id=JOB.id)
    assert len(met) == people
    assert [one.name for one in met if one.position == "Night Porter"] == [PRIYA.name]


def test_one_person_in_two_lines_is_added_once_with_all_that_they_say(panel: Panel) -> None:
    lines = [
        ReadLine(name="Ada Lindqvist", email="ada@kade.example"),
        ReadLine(name="Lindqvist, Ada", position="Auditor"),
        ReadLine(position="Auditor"),
        ReadLine(position="Auditor"),
    ]

    jobs.add_interviewers(panel.store, INTERVIEW.id, lines, now=SOON)

    new = panel.store.read().where(Interviewer, job_id=JOB.id)[3:]
    assert [(one.name, one.email) for one in new] == [
        ("Ada Lindqvist", "ada@kade.example"),
        ("", ""),
        ("", ""),
    ]
    assert new[0].position == "Auditor"


def test_adding_people_is_taken_back(panel: Panel) -> None:
    before = content(panel.store)
    jobs.add_interviewers(panel.store, INTERVIEW.id, [ReadLine(name="Ada Lindqvist")], now=SOON)

    undo_last(panel.store)

    assert content(panel.store) == before


def test_someone_taken_off_the_only_interview_is_forgotten(panel: Panel) -> None:
    done = jobs.take_off_interview(panel.store, INTERVIEW.id, TOBIAS.id, now=SOON)

    assert done.did == "Took Tobias Fehr off the interview"
    assert names(panel.store, INTERVIEW.id) == ["Dana Whitfield", "Priya Raman"]
    assert panel.store.read().find(Interviewer, TOBIAS.id) is None


def test_someone_taken_off_one_of_two_interviews_stays_in_the_other(panel: Panel) -> None:
    jobs.add_interview(
        panel.store, panel.job, SECOND_ROUND, [ReadLine(name="Tobias Fehr")], now=NOW
    )

    jobs.take_off_interview(panel.store, INTERVIEW.id, TOBIAS.id, now=SOON)

    assert names(panel.store, SECOND_ROUND.id) == ["Tobias Fehr"]


def test_taking_someone_off_is_taken_back_in_the_same_place(written: Panel) -> None:
    before = content(written.store)
    jobs.take_off_interview(written.store, INTERVIEW.id, TOBIAS.id, now=SOON)

    undo_last(written.store)

    assert content(written.store) == before
    assert names(written.store, INTERVIEW.id) == ["Dana Whitfield", "Tobias Fehr", "Priya Raman"]


def test_a_job_is_archived_and_brought_back_and_loses_nothing(written: Panel) -> None:
    before = content(written.store)

    away = jobs.archive_job(written.store, JOB.id, now=SOON)
    archived = written.store.read().get(Job, JOB.id)
    back = jobs.archive_job(written.store, JOB.id, now=LATER, back=True)

    assert (away.did, back.did) == ("Archived Harbor & Vale", "Brought Harbor & Vale back")
    assert archived.archived_at == SOON
    assert content(written.store) == before


def test_archiving_is_taken_back(panel: Panel) -> None:
    before = content(panel.store)
    jobs.archive_job(panel.store, JOB.id, now=SOON)

    undo_last(panel.store)

    assert content(panel.store) == before


def everything_of_harbor(written: Panel) -> None:
    """A second round with someone of its own, and a follow-up that was added by hand."""
    store = written.store
    jobs.add_interview(store, written.job, SECOND_ROUND, [ReadLine(name="Ada Lindqvist")], now=NOW)
    debriefs.write(store, Debrief(id=SECOND_ROUND.id), (), now=NOW)
    follow_ups.add(
        store, "Send the article", MONDAY, Addressee(job_id=JOB.id, interviewer_id=DANA.id), now=NOW
    )


def test_deleting_a_job_deletes_everything_that_hangs_on_it(written: Panel) -> None:
    everything_of_harbor(written)

    done = jobs.delete_job(written.store, JOB.id, now=SOON)

    reader = written.store.read()
    kinds = (Job, Interview, Interviewer, Debrief, FollowUp, Note)
    assert [reader.all(kind) for kind in kinds] == [()] * 6
    assert (
        done.did
        == last_did(written.store)
        == "Deleted Claims Data Analyst at Harbor & Vale, with its interviews, notes and follow-ups"
    )


def test_deleting_a_job_leaves_every_other_job_whole(written: Panel) -> None:
    before = content(written.store)
    jobs.add_interview(written.store, TILLER, FIRST_TALK, PASTED, now=NOW)
    debriefs.write(written.store, Debrief(id=FIRST_TALK.id), (), now=NOW)

    jobs.delete_job(written.store, TILLER.id, now=SOON)

    assert content(written.store) == before


def test_undo_brings_a_deleted_job_back_with_everything_in_its_old_order(written: Panel) -> None:
    everything_of_harbor(written)
    before = content(written.store)
    jobs.delete_job(written.store, JOB.id, now=SOON)

    undo_last(written.store)

    assert content(written.store) == before
    assert list(content(written.store)) == list(before)


def test_a_deletion_can_be_taken_back_and_done_again(written: Panel) -> None:
    jobs.delete_job(written.store, JOB.id, now=SOON)
    gone = content(written.store)
    undo_last(written.store)

    undo_last(written.store)

    assert content(written.store) == gone


def test_adding_a_job_is_not_taken_back_under_what_hangs_on_it_since(store: Store) -> None:
    jobs.add_interview(store, TILLER, FIRST_TALK, PASTED, now=NOW)
    adding = store.entries(1)[0]
    follow_ups.add(store, "Send the article", MONDAY, Addressee(job_id=TILLER.id), now=SOON)
    before = content(store)

    with pytest.raises(UndoConflict, match="something entered later belongs to it"):
        history.undo(store, adding.id, now=LATER)

    assert content(store) == before


def test_deleting_an_interview_leaves_the_job_and_its_people(written: Panel) -> None:
    done = jobs.delete_interview(written.store, INTERVIEW.id, now=SOON)

    reader = written.store.read()
    assert done.did == "Deleted the interview, with its worksheet, checklist, notes and follow-ups"
    assert [reader.all(kind) for kind in (Interview, Debrief, FollowUp, Note)] == [()] * 4
    assert {one.id for one in reader.where(Interviewer, job_id=JOB.id)} == {
        DANA.id,
        TOBIAS.id,
        PRIYA.id,
    }
    assert reader.get(Job, JOB.id) == written.job


def test_deleting_an_interview_leaves_the_other_rounds_and_my_own_follow_ups(
    written: Panel,
) -> None:
    everything_of_harbor(written)

    jobs.delete_interview(written.store, INTERVIEW.id, now=SOON)

    left = written.store.read().all(FollowUp)
    assert {one.interview_id for one in left} == {SECOND_ROUND.id, ""}
    assert [one.what for one in left if one.kind is Kind.OTHER] == ["Send the article"]
    assert written.store.read().find(Debrief, SECOND_ROUND.id)


def test_undo_brings_a_deleted_interview_back_with_everything(written: Panel) -> None:
    before = content(written.store)
    jobs.delete_interview(written.store, INTERVIEW.id, now=SOON)

    undo_last(written.store)

    assert content(written.store) == before


def test_what_is_deleted_already_is_not_deleted_a_second_time(panel: Panel) -> None:
    jobs.delete_interview(panel.store, INTERVIEW.id, now=SOON)
    jobs.delete_job(panel.store, JOB.id, now=SOON)
    entries = len(panel.store.entries())

    again = (
        jobs.delete_job(panel.store, JOB.id, now=SOON),
        jobs.delete_interview(panel.store, INTERVIEW.id, now=SOON),
    )

    assert [one.did for one in again] == ["", ""]
    assert len(panel.store.entries()) == entries
