"""The last thing that was done is the last by order of saving, whatever the clock says."""

from __future__ import annotations

from datetime import datetime, timedelta

from lib.actions import history, jobs
from lib.actions.history import Announced, announced, newest_id
from lib.domain.people.contacts import Acquaintance
from lib.store.repository import Store
from tests.actions.conftest import INTERVIEW, JOB, NOW

A_YEAR = timedelta(days=365)
NOTHING = Announced()


def brought_in(store: Store, at: datetime, name: str = "Noor") -> None:
    with store.book.transaction(now=at, did=f"Brought in {name}") as tx:
        tx.put(Acquaintance(id=name, name=name))


def test_what_was_done_while_the_clock_stood_a_year_ahead_makes_way_for_the_next_thing(
    store: Store,
) -> None:
    jobs.add_interview(store, JOB, INTERVIEW, (), now=NOW + A_YEAR)
    jobs.archive_job(store, JOB.id, now=NOW)

    found = announced(store, NOW, "", NOTHING)

    assert found.latest is not None
    assert found.latest.did == f"Archived {JOB.company}"


def test_what_was_done_before_the_session_is_not_announced_however_late_its_moment(
    store: Store,
) -> None:
    jobs.add_interview(store, JOB, INTERVIEW, (), now=NOW + A_YEAR)
    after = newest_id(store)

    assert announced(store, NOW, after, NOTHING).latest is None


def test_what_is_done_while_the_clock_stands_back_is_announced(store: Store) -> None:
    jobs.add_interview(store, JOB, INTERVIEW, (), now=NOW)
    after = newest_id(store)
    jobs.archive_job(store, JOB.id, now=NOW - A_YEAR)

    found = announced(store, NOW, after, NOTHING)

    assert found.latest is not None
    assert found.latest.did == f"Archived {JOB.company}"


def test_undo_takes_back_what_its_line_names(store: Store) -> None:
    jobs.add_interview(store, JOB, INTERVIEW, (), now=NOW + A_YEAR)
    jobs.archive_job(store, JOB.id, now=NOW)
    found = announced(store, NOW, "", NOTHING)
    assert found.latest is not None

    done = history.undo(store, found.latest.id, now=NOW)

    assert done.did == f"Took back: Archived {JOB.company}"


def test_of_two_files_the_one_with_something_new_came_later(store: Store) -> None:
    jobs.add_interview(store, JOB, INTERVIEW, (), now=NOW + A_YEAR)
    first = announced(store, NOW, "", NOTHING)
    brought_in(store, NOW)

    then = announced(store, NOW, "", first)
    still = announced(store, NOW, "", then)

    assert then.latest is not None
    assert then.latest.did == "Brought in Noor"
    assert still.latest == then.latest


def test_a_new_session_announces_nothing(store: Store) -> None:
    jobs.add_interview(store, JOB, INTERVIEW, (), now=NOW)
    brought_in(store, NOW)

    assert announced(store, NOW + timedelta(days=1), newest_id(store), NOTHING).latest is None
