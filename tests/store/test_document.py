from __future__ import annotations

import gc

import orjson
import pytest

from lib.store.document import Header, parse, sealed

FILE = sealed({}, Header(schema=1, revision=1))


def test_the_collector_rests_while_a_tree_is_built_and_wakes_afterwards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rested, real = [], orjson.loads

    def watched(content: bytes) -> object:
        rested.append(not gc.isenabled())
        return real(content)

    monkeypatch.setattr(orjson, "loads", watched)

    parse(FILE)

    assert rested == [True]
    assert gc.isenabled()


def test_the_collector_stays_off_if_someone_else_had_switched_it_off() -> None:
    gc.disable()

    try:
        parse(FILE)
        assert not gc.isenabled()
    finally:
        gc.enable()
