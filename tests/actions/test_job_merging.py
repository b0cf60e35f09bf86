"""A job that was entered twice is noticed and can be made one; undo gives both back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from lib.actions import answers, asks, history, job_merging
from lib.actions.job_merging import AskedForBoth, TwoOutcomes
from lib.domain.answers import Answer
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview, Interviewer
from lib.domain.job_twins import merged, role_key, twins
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import Note
from lib.domain.people.asks import Ask
from lib.domain.people.contacts import Contact
from lib.store.repository import Store
from tests.actions.conftest import DANA, INTERVIEW, JOB, NOW, Panel, content, last_did

LATER = NOW + timedelta(hours=1)
AGAIN = Job(
    id="again",
    company="HARBOR & VALE, Inc.",
    role="claims data-analyst",
    link="https://harborvale.example/jobs/1",
    remarks="Found on a board.",
)
SECOND_ROUND = replace(
    INTERVIEW, id="second", job_id="again", interviewer_ids=("person-x",), revision=0
)


@pytest.fixture
def twice(written: Panel) -> Store:
    """The panel interview with notes and follow-ups, and the same job once more with a round."""
    with written.store.transaction(now=NOW, did="Added") as tx:
        tx.put(AGAIN)
        tx.put(SECOND_ROUND)
        tx.put(replace(DANA, id="person-x", job_id="again", revision=0))
    return written.store


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Claims Data Analyst", "claims data-analyst"),
        ("Sr. Engineer", "Senior Engineer"),
        ("UI/UX Designer", "UI UX designer"),
        ("Mgr, Claims", "Manager Claims"),
    ],
)
def test_a_role_is_the_same_however_it_is_written(one: str, other: str) -> None:
    assert role_key(one) == role_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Engineer", "Senior Engineer"), ("Buyer", "Purchaser"), ("Designer II", "Designer III")],
)
def test_another_role_is_another_job(one: str, other: str) -> None:
    assert role_key(one) != role_key(other)


def test_the_same_company_and_role_are_noticed() -> None:
    other = Job(id="o", company="Quay", role="Claims Data Analyst")

    assert twins((JOB, other, AGAIN)) == ((JOB, AGAIN),)
    assert twins((JOB, replace(AGAIN, archived_at=NOW))) == ()
    assert twins((JOB, replace(AGAIN, not_same_as=(JOB.id,)))) == ()
    assert twins((Job(id="a", company="", role=""), Job(id="b", company="", role=""))) == ()


def test_what_only_the_other_says_is_added() -> None:
    one = merged(replace(JOB, remarks="Mine."), AGAIN)

    assert (one.company, one.role, one.link) == (JOB.company, JOB.role, AGAIN.link)
    assert one.remarks == "Mine.\nFound on a board."
    assert merged(one, AGAIN).remarks == one.remarks


def test_everything_of_both_goes_together_and_undo_gives_both_back(twice: Store) -> None:
    before = content(twice)
    kinds: tuple[type[Any], ...] = (Interview, Interviewer, Note, FollowUp)
    counts = {kind: len(twice.read().all(kind)) for kind in kinds}

    job_merging.merge(twice, JOB.id, "again", now=LATER)

    reader = twice.read()
    assert [job.id for job in reader.all(Job)] == [JOB.id]
    assert {kind: len(reader.all(kind)) for kind in kinds} == counts
    assert {one.job_id for kind in kinds for one in reader.all(kind)} == {JOB.id}
    assert last_did(twice) == "Made one job of two: Claims Data Analyst at Harbor & Vale"
    history.undo(twice, twice.entries(1)[0].id, now=LATER)
    assert content(twice) == before


def test_the_one_with_an_outcome_stays(twice: Store) -> None:
    with twice.transaction(now=NOW, did="Offered") as tx:
        tx.put(replace(tx.get(Job, "again"), status=JobStatus.OFFER))
        tx.put(Answer(id="again", status=JobStatus.OFFER, at=NOW))

    job_merging.merge(twice, JOB.id, "again", now=LATER)

    (job,) = twice.read().all(Job)
    assert (job.id, job.status) == ("again", JobStatus.OFFER)
    assert len(twice.read().where(Interview, job_id="again")) == 2


def test_two_outcomes_or_asks_of_one_person_are_refused_and_nothing_changes(twice: Store) -> None:
    with twice.transaction(now=NOW, did="Added") as tx:
        tx.put(Contact(id="elif", name="Elif Sahin"))
    for id in (JOB.id, "again"):
        asks.line_up(twice, id, "elif", now=NOW)
    before = content(twice)
    with pytest.raises(AskedForBoth, match="asked for a good word about both"):
        job_merging.merge(twice, JOB.id, "again", now=LATER)
    assert content(twice) == before

    asks.drop(twice, twice.read().where(Ask, job_id="again")[0].id, now=NOW)
    for id in (JOB.id, "again"):
        answers.save(twice, Answer(id=id, status=JobStatus.OFFER, at=NOW), now=NOW)
    before = content(twice)
    with pytest.raises(TwoOutcomes, match="Both have an outcome"):
        job_merging.merge(twice, JOB.id, "again", now=LATER)
    assert content(twice) == before


def test_two_jobs_that_are_two_are_not_asked_about_again(twice: Store) -> None:
    job_merging.keep_both(twice, JOB.id, "again", now=LATER)

    assert twins(twice.read().all(Job)) == ()
    assert len(twice.read().all(Job)) == 2
