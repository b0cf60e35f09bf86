"""Promise 8 for a hosted store, while the line is cut and the app killed at any message."""

from __future__ import annotations

import os

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import rule

from lib.domain.store_errors import InDoubt, Unreachable
from lib.store.database.database_home import SqlHome
from lib.store.database.waiting import AGAIN_FOR
from lib.store.repository import Store
from tests import databases
from tests.durability import calls, rig
from tests.durability.following import Deed, Following, changes, follow
from tests.narrowing import of_kind
from tests.postgres import Postgres
from tests.sizes import Count, Size
from tests.wire import Wire

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are made with fork")

# A save takes three; what is new, or a connection that has to be made first, takes more.
messages = st.integers(1, 12)
IMPATIENT = 0.2


class InADatabase(Following):
    """In a database of its own each time, over a line that can be cut."""

    server: Postgres

    def __init__(self) -> None:
        self.name = self.server.new_database()
        self.wire = Wire(self.server.port)
        super().__init__()
        self.store.read()

    def teardown(self) -> None:
        databases.close_all()
        self.wire.close()

    def opened(self) -> Store:
        return rig.open_store(self.server.url(self.name, port=self.wire.port))

    def content(self) -> bytes:
        rows = self.server.ask(
            "SELECT content FROM follow_through.documents WHERE content IS NOT NULL", self.name
        )
        return of_kind(bytes, rows[0][0]) if rows else b""

    def overwrite(self, content: bytes) -> None:
        change = (
            f"SET content = decode('{content.hex()}', 'hex') WHERE name = '{self.store.home.name}'"
        )
        self.server.ask(f"UPDATE follow_through.documents {change}", self.name)

    @rule(wanted=changes, message=messages, arrives=st.booleans(), undo=st.booleans())
    def the_line_is_cut_and_can_be_made_again(
        self, wanted: dict[str, str | None], message: int, arrives: bool, undo: bool
    ) -> None:
        deed, foresee = self._undoing_or_saving(wanted, undo=undo)
        self.wire.cut_at(message, arrives=arrives)
        entry = deed(self.store)
        self._count_crash()
        self._follow(foresee, entry)

    @rule(wanted=changes, message=messages, arrives=st.booleans(), undo=st.booleans())
    def the_line_is_cut_and_stays_so_for_a_while(
        self, wanted: dict[str, str | None], message: int, arrives: bool, undo: bool
    ) -> None:
        deed, foresee = self._undoing_or_saving(wanted, undo=undo)
        self.wire.cut_at(message, arrives=arrives)
        self.wire.refuse()
        # Elsewhere it is as patient as ever: on a busy machine an answer may be late.
        of_kind(SqlHome, self.store.home).database.again_for = IMPATIENT
        try:
            deed(self.store)
        except (Unreachable, InDoubt):
            self._count_crash()
        of_kind(SqlHome, self.store.home).database.again_for = AGAIN_FOR
        self.wire.spared()
        self.wire.accept()
        self.store.home.ask_again()
        self._old_or_new(foresee)

    @rule(wanted=changes, message=messages, arrives=st.booleans(), undo=st.booleans())
    def the_app_is_killed_at_a_message(
        self, wanted: dict[str, str | None], message: int, arrives: bool, undo: bool
    ) -> None:
        deed, foresee = self._undoing_or_saving(wanted, undo=undo)
        code = rig.ended(rig.fork(lambda: self._killed_at(message, arrives, deed)))
        assert code in (0, calls.DIED)
        self._count_crash()
        self._old_or_new(foresee)

    def _killed_at(self, message: int, arrives: bool, deed: Deed) -> None:
        """For a child, whose line is its own: a process that ends on the spot."""
        wire = Wire(self.server.port)
        store = rig.open_store(self.server.url(self.name, port=wire.port))
        wire.cut_at(message, arrives=arrives, then=lambda: os._exit(calls.DIED))
        deed(store)


def test_whatever_is_done_in_whatever_order_a_database_holds_what_a_plain_dictionary_holds(
    postgres: Postgres, size: Size, figure: Count
) -> None:
    InADatabase.server = postgres
    follow(InADatabase, size(8, 200), size(15, 30), figure, where="hosted: ")
