"""The person's data in Settings: where it is, what was done, older states, the whole file."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.actions import copies, jobs, settings
from lib.domain.jobs import Job
from lib.domain.people.contacts import Acquaintance
from lib.domain.store_errors import CopyUnusable
from lib.store.repository import Copy, Store
from lib.ui.core import session
from tests.actions.conftest import JOB, NOW, Panel, content
from tests.narrowing import not_none
from tests.pages.screen import elements, opened, press, run, said, type_in


def page() -> AppTest:
    return opened("settings", "America/New_York", part="data")


def copy_key(store: Store, number: int = 0) -> str:
    return key_of(store, store.copies()[number])


def key_of(store: Store, copy: Copy) -> str:
    return f"settings.copy.{copy.of}.{copy.place}".replace("/", ".")


@pytest.fixture
def deleted(written: Panel, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The panel's job was deleted an hour after a copy was made of all that hangs on it."""
    store = written.store
    jobs.archive_job(store, JOB.id, now=NOW + timedelta(minutes=20))
    jobs.archive_job(store, JOB.id, now=NOW + timedelta(minutes=21), back=True)
    jobs.delete_job(store, JOB.id, now=NOW + timedelta(minutes=80))
    monkeypatch.setattr(session, "now", lambda: NOW + timedelta(minutes=90))
    return store


def test_the_page_says_where_data_and_backups_lie(written: Panel) -> None:
    at = page()

    assert [one.value for one in at.code] == [
        str(written.store.file),
        str(written.store.folder / "backups"),
    ]


def test_with_nothing_done_it_says_what_will_stand_there(store: Store) -> None:
    at = page()

    assert "each of the last 50 actions can be taken back" in said(at)
    assert "A copy is made with your first words" in said(at)


def test_silent_saves_are_listed_by_what_was_typed(store: Store) -> None:
    at = type_in(page(), "settings.name", "Sam Ortega")

    assert "Typed in Settings" in said(at)


def test_all_of_the_last_fifty_actions_can_be_reached(written: Panel) -> None:
    for number in range(60):
        jobs.archive_job(written.store, JOB.id, now=NOW, back=bool(number % 2))
    at = page()
    assert len([one for one in at.button if not_none(one.key).startswith("settings.undo.")]) == 8

    at = press(press(at, "settings.actions.button"), "settings.actions.button")

    assert len([one for one in at.button if not_none(one.key).startswith("settings.undo.")]) == 50


def test_a_copy_can_be_looked_into_and_nothing_changes(deleted: Store) -> None:
    before = content(deleted)
    at = press(page(), copy_key(deleted, 1))

    assert "Holds 1 job, 1 interview, 3 people" in said(at)
    assert "In it and not here now: 1 job, 1 interview, 3 people" in said(at)
    assert f"{JOB.role} at {JOB.company}" in said(at)
    assert "To Dana Whitfield:" in said(at)
    assert content(deleted) == before


def test_going_back_brings_everything_back_and_can_be_undone(deleted: Store) -> None:
    before = content(deleted)
    at = press(page(), copy_key(deleted, 1))

    at = press(at, "settings.copy.back")
    assert deleted.read().find(Job, JOB.id) is not None
    assert "Went back to the copy of Thu, Nov 19, 2026, 12:20 p.m." in said(at)

    press(at, f"frame.undo.{deleted.entries(1)[0].id}")
    assert content(deleted) == before


def test_an_open_copy_can_be_closed_again(deleted: Store) -> None:
    at = press(page(), copy_key(deleted))
    assert "Holds" in said(at)

    at = press(at, copy_key(deleted))

    assert "Holds" not in said(at)


def test_a_damaged_copy_says_so_and_the_page_stands(deleted: Store) -> None:
    (deleted.folder / deleted.copies()[1].place).write_bytes(b"damage")

    at = press(page(), copy_key(deleted, 1))

    assert "cannot be opened" in said(at)
    assert "Start over" in said(at)
    with pytest.raises(CopyUnusable):
        deleted.look_into(deleted.copies()[1])


def test_what_was_erased_stands_among_the_older_states(written: Panel) -> None:
    at = page()
    at.text_input(key="settings.erase.words").set_value("erase everything")
    at = press(at, "settings.erase")

    assert "before everything was erased" in said(at)
    at = press(at, copy_key(written.store))
    press(at, "settings.copy.back")
    assert written.store.read().find(Job, JOB.id) is not None


def test_a_file_that_was_brought_is_shown_before_anything_changes(deleted: Store) -> None:
    file = copies.take_along(deleted, now=NOW)
    at = page()
    before = content(deleted)

    at = brought(at, file)
    assert "Nothing in it differs from what stands now." in said(at)
    assert content(deleted) == before


def test_what_is_new_in_a_file_is_added_on_demand(deleted: Store, tmp_path: Path) -> None:
    other = Store(tmp_path / "other")
    with other.transaction(now=NOW, did="Added") as tx:
        tx.put(Job(id="tiller", company="Tiller Health", role="Planner"))
    at = brought(page(), copies.take_along(other, now=NOW))
    assert "In it and not here now: 1 job" in said(at)

    at = press(at, "settings.brought.add")

    assert deleted.read().get(Job, "tiller").company == "Tiller Health"
    assert "Brought in what was new: 1 record" in said(at)
    assert "You see what is in it before anything is changed." in said(at)


@pytest.mark.parametrize("file", [b"", b"First Name,Last Name\n", b'{"app":"follow-through"}'])
def test_a_file_of_another_kind_is_refused_in_a_sentence(deleted: Store, file: bytes) -> None:
    before = content(deleted)

    at = brought(page(), file)

    assert "This file cannot be brought in:" in said(at)
    assert content(deleted) == before


def brought(at: AppTest, file: bytes) -> AppTest:
    """The page after that file was chosen in it."""
    (uploader,) = elements(at, "file_uploader")
    uploader.set_value(("follow-through.json", file, "application/json"))
    return run(at)


def test_an_older_address_book_can_be_looked_into_and_gone_back_to(store: Store) -> None:
    with store.book.transaction(now=NOW, did="Brought in 1 person") as tx:
        tx.put(Acquaintance(id="noor", name="Noor Haddad"))
    with store.book.transaction(now=NOW + timedelta(minutes=20), did="Brought in 1 person") as tx:
        tx.remove(Acquaintance, "noor")
    copy = store.book.copies()[-1]

    at = press(page(), key_of(store, copy))
    assert "Holds 1 person in the address book." in said(at)
    press(at, "settings.copy.back")

    assert [one.name for one in store.book.read().all(Acquaintance)] == ["Noor Haddad"]
    assert store.book.entries(1)[0].did.startswith("Went back to the address book of")


def test_erasing_takes_the_address_book_along(store: Store) -> None:
    with store.book.transaction(now=NOW, did="Brought in 1 person") as tx:
        tx.put(Acquaintance(id="noor", name="Noor Haddad"))

    settings.erase(store, settings.ERASE_WORDS, now=NOW)

    assert store.book.read().all(Acquaintance) == ()


def test_bringing_people_in_stands_among_the_last_actions(store: Store) -> None:
    with store.book.transaction(now=NOW, did="Brought in 1 person") as tx:
        tx.put(Acquaintance(id="noor", name="Noor Haddad"))
    at = page()
    assert "Brought in 1 person" in said(at)

    press(at, f"settings.undo.{store.book.entries(1)[0].id}")

    assert store.book.read().all(Acquaintance) == ()
