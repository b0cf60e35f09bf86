"""Promise 8: in whatever order things are done, all is as in a plain dictionary.

Hypothesis finds the orders.
"""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import rule

from lib.domain.store_errors import StoreError
from lib.store.repository import Store
from tests.durability import calls, rig
from tests.durability.following import Following, Foresee, changes, follow
from tests.durability.plain import Plain
from tests.sizes import Count, Size

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are made with fork")

# Most saves make between ten and forty calls.
calls_made = st.integers(1, 45)
problems = st.sampled_from([errno.EIO, errno.ENOSPC])


class Stopped(BaseException):
    """Something that is no error of the system, as when a script is stopped."""


def _forgetting(foresee: Foresee) -> Foresee:
    """Does the same and forgets what was done before, as a full disk makes the store do.

    In one step: a backup that this save made has the shorter history, too.
    """

    def foreseen(plain: Plain, id: str) -> None:
        foresee(plain, id)
        plain.forget_all_but_the_last()

    return foreseen


class InAFolder(Following):
    """In a folder the system may refuse a call, and the app may die before one."""

    def __init__(self) -> None:
        self._place = tempfile.TemporaryDirectory()
        self.folder = Path(self._place.name) / "follow-through"
        super().__init__()

    def teardown(self) -> None:
        self._place.cleanup()

    def opened(self) -> Store:
        return rig.open_store(self.folder)

    def content(self) -> bytes:
        return self.store.file.read_bytes() if self.store.file.exists() else b""

    def overwrite(self, content: bytes) -> None:
        self.store.file.write_bytes(content)

    @rule(wanted=changes, on_call=calls_made, number=problems)
    def the_system_refuses_a_call(
        self, wanted: dict[str, str | None], on_call: int, number: int
    ) -> None:
        deed, foresee = self._saving(wanted)
        try:
            with calls.failing(on_call, OSError(number, os.strerror(number))):
                entry = deed(self.store)
        except StoreError:
            self._count_crash()
            return
        gave_up = number == errno.ENOSPC and len(self.store.entries()) == 1
        self._follow(_forgetting(foresee) if gave_up else foresee, entry)

    @rule(wanted=changes, on_call=calls_made, undo=st.booleans())
    def it_is_stopped_in_the_middle(
        self, wanted: dict[str, str | None], on_call: int, undo: bool
    ) -> None:
        deed, foresee = self._undoing_or_saving(wanted, undo=undo)
        try:
            with calls.failing(on_call, Stopped()):
                deed(self.store)
        except Stopped:
            self._count_crash()
        self._old_or_new(foresee)

    @rule(wanted=changes, on_call=calls_made, undo=st.booleans())
    def it_is_killed_in_the_middle(
        self, wanted: dict[str, str | None], on_call: int, undo: bool
    ) -> None:
        deed, foresee = self._undoing_or_saving(wanted, undo=undo)
        code = rig.ended(rig.fork(calls.died_before(on_call, lambda: deed(self.opened()))))
        assert code in (0, calls.DIED)
        self._count_crash()
        self._old_or_new(foresee)


def test_whatever_is_done_in_whatever_order_all_is_as_in_a_plain_dictionary(
    size: Size, figure: Count
) -> None:
    follow(InAFolder, size(25, 1_000), size(15, 30), figure)


@pytest.mark.parametrize("on_call", range(1, 46, 2))
def test_a_backup_made_on_a_full_disk_has_the_history_that_was_left(on_call: int) -> None:
    machine = InAFolder()
    try:
        machine.something_is_saved({"mark-0": "long", "mark-1": "a"})
        machine.something_is_saved({"mark-2": "b"})
        machine.time_passes(11)
        machine.the_system_refuses_a_call({"mark-0": None}, on_call, errno.ENOSPC)
        machine.all_is_as_in_the_dictionary()
        machine.what_lies_there_is_damaged(7)
        machine.all_is_as_in_the_dictionary()
    finally:
        machine.teardown()
