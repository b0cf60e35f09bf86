"""What is read about one job: all of it, and nothing of another."""

from __future__ import annotations

from lib.actions import employer_contact, example
from lib.actions.job_records import records_of
from lib.domain.answers import JobEvent
from lib.domain.jobs import Job
from lib.store.repository import Store
from tests.actions.conftest import NOW, ZONE


def test_everything_about_a_job_is_read_and_nothing_about_another(store: Store) -> None:
    example.load(store, ZONE, now=NOW)
    employer_contact.log_contact(
        store, JobEvent(id="e", job_id="example-tiller", at=NOW, words="x"), now=NOW
    )
    reader = store.read()

    found = records_of(reader, reader.get(Job, "example-tiller"))
    other = records_of(reader, reader.get(Job, "example-norgaard"))

    assert [one.id for one in found.interviews] == ["example-tiller-first"]
    assert [one.id for one in found.people] == ["example-ruben", "example-ines"]
    assert [one.id for one in found.debriefs] == ["example-tiller-first"]
    assert (
        {one.job_id for one in found.followups}
        == {one.job_id for one in found.notes}
        == {"example-tiller"}
    )
    assert {one.name for one in found.contacts} == {"Leila Haidari", "Jonas Weidmann"}
    assert (len(found.asks), [one.id for one in found.events]) == (2, ["e"])
    assert (other.followups, other.notes, other.asks, other.events, other.contacts) == ((),) * 5
