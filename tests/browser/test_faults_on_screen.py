"""Whatever the store reports: a clear sentence in view, the typed text in its field, saved once it
can be.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import count, cycle
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Locator, Page, expect

from lib.domain.debriefs import Debrief
from lib.domain.interviews import Interview
from lib.domain.notes import Note
from lib.store import header
from lib.store.migrations import STEPS, version_of
from lib.store.repository import Reader, Store
from tests.browser.arranged import alone, ended, note_to, written
from tests.browser.conftest import calm, comes_true, field, go, place
from tests.browser.hand import Hand
from tests.browser.serving import CONTROL, Server, serve

pytestmark = pytest.mark.durability
NUMBERS = count()
SAVED = re.compile(r"\bSaved \d")
WORDS = "nobody owns the queue after six"


@pytest.fixture(scope="module")
def server(data: Path, browser_path: str) -> Iterator[Server]:
    running = serve(data, app=Path(__file__).with_name("faulty_app.py"))
    yield running
    running.stop()


# How each fault is brought about; when the block ends, its cause is gone.


def told(how: str) -> Callable[[Store], AbstractContextManager[None]]:
    @contextmanager
    def fails(store: Store) -> Iterator[None]:
        control = store.folder / CONTROL
        control.write_text(how, encoding="utf-8")
        yield
        control.unlink()

    return fails


@contextmanager
def held(store: Store) -> Iterator[None]:
    """Another copy of the app is saving all the while."""
    with FileLock(store.folder / f".{store.file.name}.lock"):
        yield


def rewritten(
    change: Callable[[bytes], bytes | None],
) -> Callable[[Store], AbstractContextManager[None]]:
    """The file becomes something else, with no backup beside it, and is put back."""

    @contextmanager
    def fails(store: Store) -> Iterator[None]:
        content = store.file.read_bytes()
        shutil.rmtree((store.folder / "backups"), ignore_errors=True)
        changed = change(content)
        store.file.unlink() if changed is None else store.file.write_bytes(changed)
        yield
        store.file.write_bytes(content)

    return fails


def of_a_newer_version(content: bytes) -> bytes:
    found = header.unseal(content)
    body = b"{" + content[content.index(b"}}") + 3 :]
    return header.seal(
        body, header.Header(schema=version_of(STEPS) + 1, revision=found.revision + 1)
    )


@dataclass(frozen=True, slots=True)
class Fault:
    """One of the store's errors: how it is brought about, and how its sentence begins."""

    name: str
    brought: Callable[[Store], AbstractContextManager[None]]
    sentence: str


AT_A_SAVE = (
    Fault("Busy", held, "Not saved: another copy of the app has been using your data"),
    Fault("Full", told("full"), "Not saved: there is no room left on the disk"),
    Fault("ReadOnly", told("read-only"), "Not saved: the app may not write in"),
    Fault("DiskFailure", told("failing"), "Not saved: the disk reported an error"),
    Fault("WrittenElsewhere", told("elsewhere"), "Not saved: another program changed"),
    Fault("Stale", told("stale"), "Not saved: this profile was changed in another window"),
)
AT_A_READ = (
    Fault("CannotRead", told("unreadable"), "cannot be read (Input/output error)"),
    Fault("Damaged", rewritten(lambda content: content[: len(content) // 2]), "cannot be opened"),
    Fault("Vanished", rewritten(lambda _: None), "Your data is not at"),
    Fault("TooNew", rewritten(of_a_newer_version), "was written by a newer version of the app"),
)
FAULTS = (*AT_A_SAVE, *AT_A_READ)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person types, and another field there; what the store holds of it."""

    name: str
    arrange: Callable[[Store, str], str]
    address: str
    key: str
    beside: str
    stored: Callable[[Reader, str], str]


def _mara_said(reader: Reader, id: str) -> str:
    debrief = reader.find(Debrief, id)
    return debrief.about(f"mara-{id}").said.topic if debrief else ""


CHECKLIST = Place(
    "the checklist",
    ended,
    "/debrief?interview={}",
    "debrief.topic.{0}.mara-{0}",
    "debrief.next_time.{}",
    _mara_said,
)
NOTE = Place(
    "a note",
    lambda store, id: note_to(store, written(store, id), "mara").id,
    "/notes?note={}",
    "notes.body.{}",
    "notes.subject.{}",
    lambda reader, id: reader.get(Note, id).text.body,
)


def type_in(page: Page, key: str, words: str) -> None:
    box = field(page, key)
    box.fill(words)
    box.blur()
    calm(page)


def alert(page: Page, sentence: str) -> Locator:
    return page.get_by_role("alert").filter(has_text=sentence)


@pytest.mark.parametrize(
    ("fault", "at"),
    list(zip(FAULTS, cycle([CHECKLIST, NOTE]), strict=False)),
    ids=lambda one: one.name,
)
def test_what_is_typed_while_it_cannot_be_saved_stays_in_its_field_and_is_saved_once_it_can(
    server: Server, store: Store, window: Page, fault: Fault, at: Place
) -> None:
    id = at.arrange(store, f"f{next(NUMBERS)}")
    go(window, server.url + at.address.format(id))
    Hand(window).type(at.beside.format(id), "said before")
    expect(window.get_by_text(SAVED)).to_be_visible()

    with fault.brought(store):
        type_in(window, at.key.format(id), WORDS)
        expect(alert(window, fault.sentence)).to_be_visible()
        expect(place(window, "frame.fault")).to_be_in_viewport()
        expect(place(window, "frame.fault")).to_contain_text("Not saved")
        expect(window.get_by_text(SAVED)).to_have_count(0)
        expect(field(window, at.key.format(id))).to_have_value(WORDS)

    type_in(window, at.beside.format(id), "said after")
    expect(place(window, "frame.fault")).to_have_count(0)
    assert comes_true(lambda: at.stored(store.read(), id) == WORDS)
    go(window, server.url + at.address.format(id))
    expect(field(window, at.key.format(id))).to_have_value(WORDS)


@pytest.mark.parametrize("fault", FAULTS[1::4], ids=lambda fault: fault.name)
def test_an_interview_that_cannot_be_added_stays_in_its_form_and_is_added_once_it_can(
    server: Server, store: Store, window: Page, fault: Fault
) -> None:
    alone(store, "")
    go(window, f"{server.url}/interviews?add=interview")
    add = window.get_by_role("button", name="Add the interview")
    Hand(window).type("interviews.new.company", "Lighthouse Books")

    with fault.brought(store):
        type_in(window, "interviews.new.role", "Buyer")
        add.click()
        expect(alert(window, fault.sentence)).to_be_visible()
        expect(place(window, "frame.fault")).to_contain_text("Not saved")
        expect(field(window, "interviews.new.company")).to_have_value("Lighthouse Books")
        expect(field(window, "interviews.new.role")).to_have_value("Buyer")
        expect(window.get_by_text("Added the interview")).to_have_count(0)
        calm(window)

    add.click()
    expect(window.get_by_text("Added the interview at Lighthouse Books")).to_be_visible()
    assert len(store.read().all(Interview)) == 1
