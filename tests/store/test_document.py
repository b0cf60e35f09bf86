from __future__ import annotations

import gc

from lib.store.document import collector_paused


def test_the_collector_rests_while_a_big_tree_is_built_and_wakes_afterwards() -> None:
    assert gc.isenabled()

    with collector_paused():
        assert not gc.isenabled()

    assert gc.isenabled()


def test_the_collector_stays_off_if_someone_else_had_switched_it_off() -> None:
    gc.disable()

    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
