"""The collector is kept away from what stays, and goes on collecting what comes after."""

from __future__ import annotations

import gc
import weakref

import pytest

from lib.ui.core import collector


class Circle:
    """Something that only the collector can free."""

    def __init__(self) -> None:
        self.me = self


class Clock:
    """A clock that says how long each collection took."""

    def __init__(self, *seconds: float) -> None:
        self.moments = [moment for one in seconds for moment in (0.0, one)]

    def thread_time(self) -> float:
        return self.moments.pop(0)


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    times: list[int] = []
    monkeypatch.setattr(gc, "freeze", lambda: times.append(1))
    return times


def collect(watch: collector._Watch, generation: int = 2) -> None:
    for phase in ("start", "stop"):
        watch(phase, {"generation": generation})


def test_what_is_alive_after_a_slow_full_collection_is_left_out_of_those_that_follow(
    frozen: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collector, "time", Clock(0.001, 0.3, 0.001))
    watch = collector._Watch()

    for _ in range(3):
        collect(watch)
    collect(watch, generation=1)

    assert len(frozen) == 1


def test_it_is_watched_once_however_many_pages_are_opened() -> None:
    before = list(gc.callbacks)
    try:
        collector.watch()
        collector.watch()
        assert sum(isinstance(one, collector._Watch) for one in gc.callbacks) == 1
    finally:
        gc.callbacks[:] = before


def test_circles_that_come_later_are_collected_as_ever() -> None:
    gc.collect()
    gc.freeze()
    circle = Circle()
    gone = weakref.ref(circle)

    del circle
    gc.collect()
    gc.unfreeze()

    assert gone() is None
