"""Everything from a folder into a hosted store and back, counted on both sides."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from lib.actions import copies, moving
from lib.actions.moving import NotTheSame
from lib.domain.jobs import Job
from lib.domain.people.contacts import Acquaintance
from lib.store.repository import Store
from tests.actions.conftest import NOW, Panel, content
from tests.databases import hosted_store

SOON, LATER = NOW + timedelta(minutes=20), NOW + timedelta(minutes=40)


@pytest.fixture
def hosted(database: str) -> Store:
    return hosted_store(database)


@pytest.fixture
def filled(written: Panel) -> Store:
    """A folder with all that a panel interview makes, and somebody in the address book."""
    with written.store.book.transaction(now=NOW, did="Brought in 1 person") as tx:
        tx.put(Acquaintance(id="noor", name="Noor Haddad"))
    return written.store


def test_all_of_a_folder_gets_into_the_database_and_is_counted(
    filled: Store, hosted: Store
) -> None:
    done = moving.bring_from(hosted, filled, now=SOON)

    assert content(hosted) == content(filled)
    assert [one.name for one in hosted.book.read().all(Acquaintance)] == ["Noor Haddad"]
    assert done.did.startswith("Moved 1 job, ")
    assert done.did.endswith(
        "1 person in the address book. Both places were counted, and hold the same."
    )


def test_and_all_of_the_database_gets_back_into_a_folder(
    filled: Store, hosted: Store, tmp_path: Path
) -> None:
    moving.bring_from(hosted, filled, now=SOON)
    folder = Store(tmp_path / "elsewhere")

    moving.take_to(hosted, folder, now=LATER)

    assert content(folder) == content(filled)
    assert moving.counted(folder) == moving.counted(filled)


def test_what_stood_there_before_can_be_gone_back_to(filled: Store, hosted: Store) -> None:
    with hosted.transaction(now=NOW, did="Added") as tx:
        tx.put(Job(id="old", company="Tiller", role="Planner"))

    moving.bring_from(hosted, filled, now=SOON)

    assert hosted.read().find(Job, "old") is None
    hosted.undo(hosted.entries()[0].id, now=LATER)
    assert [job.id for job in hosted.read().all(Job)] == ["old"]


def test_what_did_not_all_arrive_is_not_called_moved(
    filled: Store, hosted: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "bring_in", lambda *_, **__: None)

    with pytest.raises(NotTheSame, match=r"1 job, .* at one place and nothing yet at the other"):
        moving.bring_from(hosted, filled, now=SOON)

    assert moving.counted(filled).startswith("1 job")


def test_making_it_smaller_says_what_that_came_to(filled: Store, hosted: Store) -> None:
    moving.bring_from(hosted, filled, now=SOON)

    done = moving.make_smaller(hosted, now=LATER)

    assert done.did.startswith("Made the database smaller: 0.")
    assert content(hosted) == content(filled)
