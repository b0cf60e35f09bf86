"""What stands on the calendar, and how."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from lib.domain.answers import EventKind, JobEvent
from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief
from lib.domain.english import English
from lib.domain.followups.calendar_entries import GROUPS, ROUNDS, CalendarRecords, entries
from lib.domain.followups.entry import Entry, EntryKind
from lib.domain.followups.followup import FollowUp, Kind, Promise, State
from lib.domain.interviews import Interview, Interviewer, InterviewKind
from lib.domain.jobs import Job

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
ZONE = "America/New_York"
JOB = Job(id="j", company="Harbor & Vale", role="Analyst", revision=2, changed_at=NOW)
PRIYA = Interviewer(
    id="p", job_id="j", name="Priya Raman", position="Recruiter", phone="+1 555 0142"
)
NAMELESS = Interviewer(id="n", job_id="j")
ROUND = Interview(
    id="i",
    job_id="j",
    day=date(2026, 11, 20),
    clock=time(10),
    zone=ZONE,
    interviewer_ids=("p", "n", "gone"),
)
CALL = FollowUp(
    id="f", job_id="j", interviewer_id="p", who="Priya Raman", kind=Kind.CALL, what="Call",
    revision=5, due=Due(date(2026, 11, 24), time(10), ZONE),
)  # fmt: skip


def on_calendar(**given: Any) -> tuple[Entry, ...]:
    everything = {
        "jobs": [JOB],
        "interviews": [],
        "interviewers": [PRIYA, NAMELESS],
        "debriefs": [],
        "followups": [],
    }
    return entries(CalendarRecords(**{**everything, **given}), now=NOW, english=English.AMERICAN)


def test_a_follow_up_says_what_for_whom_at_which_company_and_how_to_reach_them() -> None:
    (entry,) = on_calendar(followups=[CALL])

    assert entry.title == "Call · Priya Raman · Harbor & Vale"
    assert entry.short == "Priya Raman · Call · Harbor & Vale"
    assert entry.details == "Analyst, Harbor & Vale\n+1 555 0142"
    assert (entry.day, entry.clock, entry.zone, entry.minutes) == (
        date(2026, 11, 24),
        time(10),
        ZONE,
        30,
    )
    assert (entry.uid, entry.record_id, entry.state) == (
        "followup-f@follow-through",
        "f",
        State.OPEN,
    )


def test_a_name_that_is_in_the_words_already_is_not_said_twice() -> None:
    (entry,) = on_calendar(followups=[replace(CALL, what="Thank priya raman")])

    assert entry.title == entry.short == "Thank priya raman · Harbor & Vale"


def test_a_moved_promise_tells_the_day_first_given() -> None:
    first = Due(date(2026, 11, 23))
    promised = replace(CALL, promise=Promise(made_at=NOW, first=first, agreed=first))

    (entry,) = on_calendar(followups=[promised])

    assert entry.promised
    assert "You promised this. First for Mon, Nov 23, 2026." in entry.details


def test_an_interview_names_those_who_are_known_and_is_over_once_it_has_ended() -> None:
    (entry,) = on_calendar(interviews=[ROUND])

    assert entry.title == "First interview · Harbor & Vale"
    assert "With Priya Raman (Recruiter), someone" in entry.details
    assert entry.state is State.DONE
    assert not entry.is_follow_up()


def test_what_they_said_they_would_do_stands_on_its_day() -> None:
    said = Debrief(
        id="i", commitment=Commitment(what="decide", who_id="p", by=date(2026, 11, 25)),
        decision_on=date(2026, 11, 27),
    )  # fmt: skip

    first, second = on_calendar(interviews=[ROUND], debriefs=[said])[1:]

    assert (first.title, first.day) == ("Priya Raman: decide · Harbor & Vale", date(2026, 11, 25))
    assert (second.title, second.day) == ("They decide · Harbor & Vale", date(2026, 11, 27))
    assert {first.kind, second.kind} == {EntryKind.COMMITMENT}
    assert first.uid != second.uid


def test_a_decision_on_the_day_of_the_commitment_is_one_entry() -> None:
    said = Debrief(
        id="i", commitment=Commitment(by=date(2026, 11, 25)), decision_on=date(2026, 11, 25)
    )

    titles = [one.title for one in on_calendar(interviews=[ROUND], debriefs=[said])]

    assert titles == ["First interview · Harbor & Vale", "They: next step · Harbor & Vale"]


def test_their_day_gone_by_is_overdue_until_a_later_interview_shows_that_they_acted() -> None:
    said = Debrief(id="i", commitment=Commitment(what="call", by=date(2026, 11, 21)))
    later = replace(ROUND, id="i2", day=date(2026, 12, 1))

    waiting = on_calendar(interviews=[ROUND], debriefs=[said])
    acted = on_calendar(interviews=[ROUND, later], debriefs=[said])

    assert [one.state for one in waiting if one.kind is EntryKind.COMMITMENT] == [State.OVERDUE]
    assert [one.state for one in acted if one.kind is EntryKind.COMMITMENT] == [State.DONE]


def test_archived_jobs_and_what_was_let_go_are_left_out_and_what_has_no_job_stays() -> None:
    archived = replace(JOB, archived_at=NOW)
    said = Debrief(id="i", commitment=Commitment(by=date(2026, 11, 25)))
    own = replace(CALL, id="own", job_id="", interviewer_id="", who="")

    assert on_calendar(jobs=[archived], interviews=[ROUND], debriefs=[said], followups=[CALL]) == ()
    assert on_calendar(followups=[replace(CALL, closed_at=NOW)]) == ()
    assert [one.title for one in on_calendar(followups=[own])] == ["Call"]


def test_entries_come_by_date_and_time_and_a_day_before_its_hours() -> None:
    early, all_day = (
        replace(CALL, id="a", due=Due(date(2026, 11, 24), time(9), ZONE)),
        replace(CALL, id="b", due=Due(date(2026, 11, 24), None, ZONE)),
    )

    found = on_calendar(followups=[CALL, early, all_day])

    assert [one.record_id for one in found] == ["b", "a", "f"]


def test_a_day_that_they_moved_is_the_day_of_their_entry() -> None:
    said = Debrief(id="i", commitment=Commitment(by=date(2026, 11, 25)))
    moved = JobEvent(id="e", job_id="j", at=LATER, kind=EventKind.MOVED_DATE, by=date(2026, 12, 4))
    found = on_calendar(interviews=[ROUND], debriefs=[said], events=[moved])

    (theirs,) = [one for one in found if one.kind is EntryKind.COMMITMENT]
    assert theirs.day == date(2026, 12, 4)


def test_a_drop_on_a_calendar_of_another_zone_is_due_at_the_same_moment_in_its_own() -> None:
    (entry,) = on_calendar(followups=[CALL])

    assert entry.due_at(date(2026, 11, 27), time(0, 30), "Asia/Tokyo") == Due(
        date(2026, 11, 26), time(10, 30), ZONE
    )
    assert entry.due_at(date(2026, 11, 27), None, "Asia/Tokyo") == Due(
        date(2026, 11, 27), None, ZONE
    )


def test_every_kind_has_its_place_and_every_round_its_name() -> None:
    assert set(GROUPS) == set(Kind)
    assert set(ROUNDS) == set(InterviewKind)
    assert set(GROUPS.values()) | {EntryKind.INTERVIEW, EntryKind.COMMITMENT} == set(EntryKind)
