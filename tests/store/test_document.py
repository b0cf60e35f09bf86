from __future__ import annotations

import gc

from lib.store import document
from lib.store.document import collector_paused


def test_the_collector_rests_while_a_big_tree_is_built_and_wakes_afterwards() -> None:
    assert gc.isenabled()

    with collector_paused(10**6), collector_paused(10**6):
        assert not gc.isenabled()

    assert gc.isenabled()


def test_the_collector_stays_off_if_someone_else_had_switched_it_off() -> None:
    gc.disable()

    try:
        with collector_paused(10**6):
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_for_a_small_file_the_collector_is_left_alone() -> None:
    with collector_paused(document._BIG - 1):
        assert gc.isenabled()
