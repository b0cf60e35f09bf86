"""What the list of actions says of each one."""

from __future__ import annotations

from dataclasses import replace

from lib.actions import debriefs, history, jobs, notes, settings
from lib.actions.people import profile_of
from lib.actions.worksheets import strategy_of
from lib.domain.notes import Note, Text
from lib.store.repository import Store
from tests.actions.conftest import INTERVIEW, JOB, NOW, Panel


def last(store: Store) -> str:
    return history.words(store.entries(1)[0], store.read())


def test_what_was_announced_is_said_in_the_same_words(written: Panel) -> None:
    assert last(written.store) == "Wrote 5 notes and planned 8 dates for Harbor & Vale"


def test_a_silent_save_says_where_something_was_typed(panel: Panel) -> None:
    store = panel.store
    said = []

    settings.save_profile(
        store, replace(profile_of(store.read()), sign_off="Warmly,"), now=NOW, visit="a"
    )
    said.append(last(store))
    jobs.save_job(
        store, replace(store.read().get(type(JOB), JOB.id), remarks="Ask"), now=NOW, visit="a"
    )
    said.append(last(store))
    strategy = strategy_of(store.read(), store.read().get(type(INTERVIEW), INTERVIEW.id))
    debriefs.save(store, panel.debrief, panel.people, strategy, now=NOW, visit="a")
    said.append(last(store))

    assert said == [
        "Typed in Settings",
        "Typed about the job, Harbor & Vale",
        "Typed in the checklist, Harbor & Vale",
    ]


def test_what_was_taken_back_already_stays_so_without_a_word(written: Panel) -> None:
    store = written.store
    jobs.archive_job(store, JOB.id, now=NOW)
    entry = store.entries(1)[0]
    history.undo(store, entry.id, now=NOW)
    before = store.file.read_bytes()

    done = history.undo(store, entry.id, now=NOW)

    assert done.did == ""
    assert store.file.read_bytes() == before


def test_of_a_note_that_is_gone_it_says_as_much_as_is_known(written: Panel) -> None:
    store = written.store
    note = store.read().all(Note)[0]
    notes.edit(store, note.id, Text(note.text.subject, "Mine"), now=NOW, visit="a")
    entry = store.entries(1)[0]
    assert history.words(entry, store.read()) == "Typed in a note, Harbor & Vale"

    jobs.delete_job(store, JOB.id, now=NOW)

    assert history.words(entry, store.read()) == "Typed in a note"


def test_a_big_silent_save_says_where_something_was_typed_as_well(panel: Panel) -> None:
    store = panel.store
    for words in ("x" * 15_000, "y"):
        job = store.read().get(type(JOB), JOB.id)
        jobs.save_job(store, replace(job, remarks=words), now=NOW, visit=words[0])

    assert last(store) == "Typed about the job, Harbor & Vale"
