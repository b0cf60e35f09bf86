"""The day that the employer gave: the checklist's, until they move it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from lib.domain.answers import EventKind, JobEvent
from lib.domain.debriefs import Commitment, Debrief
from lib.domain.followups.their_day import (
    decision_day,
    standing_commitment,
    their_day,
)
from lib.domain.interviews import Interview

WRITTEN_AT = datetime(2026, 11, 19, 17, tzinfo=UTC)
ROUND = Interview(
    id="interview", job_id="job", day=date(2026, 11, 19), clock=time(15), zone="UTC", minutes=60
)
GIVEN = Commitment(what="decide on the second round", who_id="dana", by=date(2026, 12, 1))
SHEET = Debrief(id="interview", commitment=GIVEN, written_at=WRITTEN_AT)
MOVED = JobEvent(
    id="e",
    job_id="job",
    at=WRITTEN_AT + timedelta(days=1),
    kind=EventKind.MOVED_DATE,
    by=date(2026, 12, 11),
)


def test_what_they_said_in_the_interview_stands_until_something_is_heard() -> None:
    assert standing_commitment(SHEET, ROUND, ()) == GIVEN


def test_a_day_that_they_moved_takes_its_place_and_what_they_do_then_stays() -> None:
    assert standing_commitment(SHEET, ROUND, (MOVED,)) == replace(GIVEN, by=MOVED.by)


def test_who_moved_it_gave_the_day() -> None:
    by_priya = replace(MOVED, who_id="priya")

    assert standing_commitment(SHEET, ROUND, (by_priya,)) == replace(
        GIVEN, who_id="priya", by=MOVED.by
    )


@pytest.mark.parametrize("backwards", [False, True])
def test_the_day_heard_last_counts_in_whatever_order_they_are_kept(backwards: bool) -> None:
    later = replace(MOVED, id="f", at=MOVED.at + timedelta(days=1), by=date(2026, 12, 4))
    heard = (later, MOVED) if backwards else (MOVED, later)

    assert standing_commitment(SHEET, ROUND, heard) == replace(GIVEN, by=later.by)


@pytest.mark.parametrize(
    "heard",
    [
        replace(MOVED, kind=EventKind.OWN),
        replace(MOVED, kind=EventKind.CALLED, by=None),
        replace(MOVED, at=WRITTEN_AT - timedelta(days=1)),
    ],
    ids=["my own", "without a day", "before it was written down"],
)
def test_what_gave_no_newer_day_leaves_theirs(heard: JobEvent) -> None:
    assert standing_commitment(SHEET, ROUND, (heard,)) == GIVEN


def test_a_day_first_heard_later_stands_for_itself() -> None:
    silent = Debrief(id="interview", written_at=WRITTEN_AT)

    assert standing_commitment(silent, ROUND, ()) is None
    assert standing_commitment(silent, ROUND, (MOVED,)) == Commitment(by=MOVED.by)


def test_what_was_heard_about_another_job_moves_nothing() -> None:
    assert standing_commitment(SHEET, ROUND, (replace(MOVED, job_id="other"),)) == GIVEN


def test_a_checklist_that_is_not_written_yet_counts_from_the_end_of_its_interview() -> None:
    unwritten = replace(SHEET, written_at=None)
    earlier = replace(MOVED, at=ROUND.ends_at() - timedelta(hours=1))

    assert their_day(unwritten, ROUND, (earlier,)) == GIVEN.by
    assert their_day(unwritten, ROUND, (MOVED,)) == MOVED.by


def test_the_checklist_names_the_day_of_the_decision() -> None:
    decided = replace(SHEET, decision_on=date(2026, 12, 9))

    assert decision_day(decided) == date(2026, 12, 9)
    assert decision_day(SHEET) == GIVEN.by
    assert decision_day(SHEET, date(2026, 12, 4)) == date(2026, 12, 4)
