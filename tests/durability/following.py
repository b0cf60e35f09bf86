"""What the state machines of promise 8 share: every step, also done to a plain dictionary.

Each place in which a document may live adds what can happen to it there.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from lib.domain.store_errors import Damaged, UndoConflict
from lib.store.copies import Copy, Why
from lib.store.document import unseal
from lib.store.repository import Entry, Reader, Store
from tests.durability.plain import Done, Plain
from tests.durability.rig import NOON, Mark
from tests.durability.test_damage import harmed
from tests.sizes import Count

# No text is the id of a mark: that would be a reference. What is before a long one gets a place of
# its own.
TEXTS = ("", "a", "b", "long")
TIMES = {"long": 3_000}
changes = st.dictionaries(
    st.sampled_from([f"mark-{number}" for number in range(5)]),
    st.sampled_from([None, *TEXTS]),
    min_size=1,
)
picks = st.integers(0, 1_000)

Deed = Callable[[Store], Entry | None]
Foresee = Callable[[Plain, str], None]
"""Does the same to a plain dictionary, whose new entry bears this id."""


class Kept(NamedTuple):
    """What a backup holds, and the number of its save."""

    plain: Plain
    revision: int


def put(store: Store, now: datetime, wanted: dict[str, str | None]) -> Entry | None:
    """All these changes in one save; its entry."""
    with store.transaction(now=now, did="Changed") as tx:
        for id, text in wanted.items():
            if text is None:
                tx.remove(Mark, id)
            else:
                tx.put(replace(tx.find(Mark, id) or Mark(id=id), text=text * TIMES.get(text, 1)))
    return tx.entry


def marks_in(reader: Reader) -> dict[str, str]:
    """The text of every mark, the long one for short."""
    return {mark.id: mark.text[:4] for mark in reader.all(Mark)}


class Following(RuleBasedStateMachine):
    """Two windows on one place, and a plain dictionary that does the same."""

    steps = 0
    crashes = 0

    def __init__(self) -> None:
        super().__init__()
        self.store, self.other = self.opened(), self.opened()
        self.plain = Plain()
        self.backups: dict[str, Kept] = {}
        self.now = NOON

    def opened(self) -> Store:
        """A store of its own in the same place, as another process would have it."""
        raise NotImplementedError

    def content(self) -> bytes:
        """What lies there as it lies there; empty before the first save."""
        raise NotImplementedError

    def overwrite(self, content: bytes) -> None:
        """Puts something else there, past the store."""
        raise NotImplementedError

    @rule(minutes=st.sampled_from([1, 9, 11, 24 * 60]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(wanted=changes)
    def something_is_saved(self, wanted: dict[str, str | None]) -> None:
        self._do(*self._saving(wanted))

    @precondition(lambda self: self.plain.done)
    @rule()
    def the_newest_is_undone(self) -> None:
        self._undo(self.plain.done[-1])

    @precondition(lambda self: self.plain.done)
    @rule(pick=picks)
    def any_is_undone(self, pick: int) -> None:
        self._undo(self.plain.done[pick % len(self.plain.done)])

    @precondition(lambda self: self._kept())
    @rule(pick=picks, and_undo=st.booleans())
    def a_backup_is_looked_into_and_gone_back_to(self, pick: int, and_undo: bool) -> None:
        before, (name, kept) = (
            self.plain.copy(),
            sorted(self._kept().items())[pick % len(self._kept())],
        )
        copy = self._copies()[name]
        assert marks_in(self.store.look_into(copy)) == kept.plain.marks

        entry = self.store.go_back_to(copy, now=self._tick())
        self.plain.save(self.plain.to_become(kept.plain.marks), entry.id if entry else "")

        assert (entry is None) == (before.marks == kept.plain.marks)
        self._note_backups(before)
        if entry and and_undo:
            self._undo(self.plain.done[-1])
            assert self.plain.marks == before.marks

    @rule()
    def the_app_is_started_anew(self) -> None:
        self.store = self.opened()

    @rule()
    def the_other_window_is_used(self) -> None:
        self.store, self.other = self.other, self.store

    @precondition(lambda self: self.content())
    @rule(seed=picks)
    def what_lies_there_is_damaged(self, seed: int) -> None:
        content = self.content()
        self.overwrite(harmed(content, random.Random(seed)))
        self.store = self.opened()
        kept = self._kept()
        if kept:
            self.plain = max(kept.items(), key=lambda one: (one[1].revision, one[0]))[
                1
            ].plain.copy()
            return
        with pytest.raises(Damaged):
            self.store.read()
        self.overwrite(content)

    @invariant()
    def all_is_as_in_the_dictionary(self) -> None:
        type(self).steps += 1
        for store in (self.store, self.opened()):
            assert marks_in(store.read()) == self.plain.marks
            assert self._history(store) == self.plain.history()

    def _saving(self, wanted: dict[str, str | None]) -> tuple[Deed, Foresee]:
        now = self._tick()
        return lambda store: put(store, now, wanted), lambda plain, id: plain.save(wanted, id)

    def _undoing(self, entry: Done) -> tuple[Deed, Foresee]:
        now = self._tick()
        return lambda store: store.undo(entry.id, now=now), lambda plain, id: plain.undo(entry, id)

    def _undoing_or_saving(
        self, wanted: dict[str, str | None], *, undo: bool
    ) -> tuple[Deed, Foresee]:
        possible = [one for one in self.plain.done if self.plain.can_be_undone(one)]
        return self._undoing(possible[-1]) if undo and possible else self._saving(wanted)

    def _undo(self, entry: Done) -> None:
        if self.plain.can_be_undone(entry):
            self._do(*self._undoing(entry))
            return
        with pytest.raises(UndoConflict):
            self.store.undo(entry.id, now=self._tick())

    def _do(self, deed: Deed, foresee: Foresee) -> None:
        self._follow(foresee, deed(self.store))

    def _follow(self, foresee: Foresee, entry: Entry | None) -> None:
        before = self.plain.history()
        foresee(self.plain, entry.id if entry else "")
        assert (entry is None) == (self.plain.history() == before)
        self._note_backups(self.plain)

    def _old_or_new(self, foresee: Foresee) -> None:
        """Follows what happened, which is one of two things."""
        found = self._history(self.opened())
        if found != self.plain.history():
            foresee(self.plain, found[0][0])
        self._note_backups(self.plain)

    def _note_backups(self, plain: Plain) -> None:
        """The backups that were made since hold this."""
        for name, copy in self._copies().items():
            if name not in self.backups:
                self.backups[name] = Kept(
                    plain.copy(), unseal(self.store.home.content_of(copy)).revision
                )

    def _kept(self) -> dict[str, Kept]:
        """The backups that are there now: old ones go by themselves."""
        return {name: self.backups[name] for name in self._copies()}

    def _copies(self) -> dict[str, Copy]:
        return {copy.name: copy for copy in self.store.home.copies() if copy.why is Why.BY_ITSELF}

    def _tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    @staticmethod
    def _history(store: Store) -> list[tuple[str, bool]]:
        return [(entry.id, entry.undone_at is not None) for entry in store.entries()]

    def _count_crash(self) -> None:
        type(self).crashes += 1


def follow(
    machine: type[Following], orders: int, steps: int, figure: Count, where: str = ""
) -> None:
    """Lets Hypothesis find so many orders of so many steps, and counts them for promise 8."""
    given = settings(
        max_examples=orders,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    wrong = 1

    try:
        run_state_machine_as_test(machine, settings=given)
        wrong = 0
    finally:
        what = f"{where}random orders of up to {steps} steps, against a plain dictionary"
        figure(8, what, orders, wrong, "orders")
        figure(8, f"{where}each step compared", machine.steps, wrong, "steps")
        figure(8, f"{where}crashes among them", machine.crashes, wrong, "crashes")
