"""Promise 16: an action that changes both files happens in both or in neither."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest

from lib.actions import copies, history, settings
from lib.domain.jobs import Job
from lib.domain.people.contacts import Acquaintance
from lib.domain.store_errors import StoreError
from lib.store.file.file_home import BOOK_FOLDER
from lib.store.repository import Store
from tests.durability import calls, rig
from tests.durability.rig import NOON
from tests.sizes import Count

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are made with fork")

Act = Callable[[Store], object]
ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS)


class State(NamedTuple):
    """What both files hold: companies, and names in the address book."""

    companies: tuple[str, ...]
    names: tuple[str, ...]


def state_of(folder: Path) -> State:
    """Returns what a new process reads; the address book first, which depends on the other."""
    store = Store(folder)
    names = tuple(one.name for one in store.book.read().all(Acquaintance))
    return State(tuple(job.company for job in store.read().all(Job)), names)


def put(store: Store, company: str, name: str) -> None:
    with store.transaction(now=NOON, did=f"Added {company}") as tx:
        tx.put(Job(id=company, company=company, role="Cook"))
    with store.book.transaction(now=NOON, did=f"Imported {name}") as people:
        people.put(Acquaintance(id=name, name=name))


def bring_in(store: Store, *, replace: bool = False) -> object:
    content = (store.folder.parent / "brought.json").read_bytes()
    return copies.bring_in(store, content, replace=replace, now=NOON)


def undo_last(store: Store) -> object:
    return history.undo(store, store.entries(1)[0].id, now=NOON)


def undo_last_of_book(store: Store) -> object:
    return history.undo(store, store.book.entries(1)[0].id, now=NOON)


def nothing(store: Store) -> None:
    put(store, "Harbor", "Tomas")


def brought(store: Store) -> None:
    nothing(store)
    bring_in(store)


def taken_back(store: Store) -> None:
    brought(store)
    undo_last(store)


def empty(store: Store) -> None:
    """Leaves a store that was never saved."""


def erase(store: Store) -> object:
    return settings.erase(store, settings.ERASE_WORDS, now=NOON)


ACTIONS: dict[str, tuple[Act, Act]] = {
    "bringing in what is new": (nothing, bring_in),
    "bringing in a whole file": (nothing, partial(bring_in, replace=True)),
    "bringing a file into an empty store": (empty, bring_in),
    "undo of bringing in": (brought, undo_last),
    "undo from the line of the address book": (brought, undo_last_of_book),
    "redo of bringing in": (taken_back, undo_last),
    "erasing everything": (nothing, erase),
}


@pytest.fixture(params=ACTIONS)
def action(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Act, list[State]]:
    """A prepared folder, an action over both files, and the states before and after it."""
    prepare, act = ACTIONS[request.param]
    folder = tmp_path / "prepared" / "follow-through"
    folder.parent.mkdir()
    other = Store(tmp_path / "other")
    put(other, "Quay", "Ines")
    (folder.parent / "brought.json").write_bytes(copies.take_along(other, now=NOON))
    prepare(Store(folder))
    done = copied(folder, "done")
    act(Store(done))
    return folder, act, [state_of(folder), state_of(done)]


def copied(folder: Path, name: str) -> Path:
    """Returns a copy of the prepared folder, with what lies beside it."""
    place = folder.parent.parent / name
    shutil.copytree(folder.parent, place)
    return place / folder.name


def deaths(folder: Path, act: Act) -> Iterator[Path]:
    """Yields the folders left by a child that died before its first system call, its second, …"""
    for on_call in count(1):
        place = copied(folder, f"died-{on_call}")
        deed = calls.died_before(on_call, partial(act_in, act, place))
        code = rig.ended(rig.fork(deed))
        if code != calls.DIED:
            assert code == 0
            return
        yield place


def act_in(act: Act, folder: Path) -> None:
    act(Store(folder))


def leftovers(folder: Path) -> list[Path]:
    return [*(folder / BOOK_FOLDER).glob("before-both-*")]


def goes_on(folder: Path) -> bool:
    """Returns whether both files take the next save."""
    before = state_of(folder)
    put(Store(folder), "Dock", "Elif")
    return state_of(folder) == State((*before.companies, "Dock"), (*before.names, "Elif"))


def test_a_death_between_any_two_steps_leaves_both_files_old_or_both_new(
    action: tuple[Path, Act, list[State]], figure: Count
) -> None:
    folder, act, allowed = action
    assert allowed[0] != allowed[1]

    left = list(deaths(folder, act))
    harmed = [place for place in left if state_of(place) not in allowed or not goes_on(place)]

    figure(16, "died between two steps of an action over both files", len(left), len(harmed))
    assert len(left) > 20
    assert harmed == []
    assert [place for place in left if leftovers(place)] == []


@pytest.mark.parametrize("number", ERRORS, ids=lambda number: errno.errorcode[number])
def test_an_error_at_any_step_leaves_both_files_old_or_says_nothing_wrong(
    action: tuple[Path, Act, list[State]], number: int, figure: Count
) -> None:
    folder, act, (before, after) = action
    refused = harmed = 0

    for on_call in count(1):
        place = copied(folder, f"failed-{on_call}")
        store, made = Store(place), False
        store.read(), store.book.read()
        try:
            with calls.failing(on_call, OSError(number, os.strerror(number))) as reached:
                act(store)
            made = True
        except StoreError:
            refused += 1
        right = after if made else before
        harmed += state_of(place) != right or seen_by(store) != right or not goes_on(place)
        if not reached():
            break

    figure(16, "an error at a step of an action over both files", on_call, harmed)
    assert refused > 5
    assert harmed == 0


def seen_by(store: Store) -> State:
    """Returns what the process sees in which the step failed."""
    names = tuple(one.name for one in store.book.read().all(Acquaintance))
    return State(tuple(job.company for job in store.read().all(Job)), names)


def test_a_window_that_looks_while_both_are_saved_sees_both_old_or_both_new(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "prepared" / "follow-through"
    folder.parent.mkdir()
    other = Store(tmp_path / "other")
    put(other, "Quay", "Ines")
    (folder.parent / "brought.json").write_bytes(copies.take_along(other, now=NOON))
    nothing(Store(folder))
    place = copied(folder, "killed")
    in_half = []

    for on_call in count(1):
        place = copied(folder, f"half-{on_call}")
        deed = calls.died_before(on_call, partial(act_in, bring_in, place))
        if rig.ended(rig.fork(deed)) != calls.DIED:
            break
        if leftovers(place):
            in_half.append(place)

    assert len(in_half) > 3
    for place in in_half:
        names = [one.name for one in Store(place).book.read().all(Acquaintance)]
        companies = [job.company for job in Store(place).read().all(Job)]
        assert (companies, names) in (
            (["Harbor"], ["Tomas"]),
            (["Harbor", "Quay"], ["Tomas", "Ines"]),
        )
