"""The second half of a double click does nothing more, and nothing else is taken for one."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
import streamlit as st

from lib.actions.done import Done
from lib.domain.errors import FollowThroughError
from lib.store.repository import Store
from lib.ui.core import session

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@dataclass
class Hand:
    """Presses a button here and now; `calls` is what really reached the action."""

    store: Store
    visit: str = "a"
    clock: float = 100.0
    calls: list[str] = field(default_factory=list)

    def press(self, word: str) -> Done | None:
        return session.act(self.action, word)

    def action(self, store: Store, word: str, *, now: datetime) -> Done:
        assert (store, now) == (self.store, NOON)
        self.calls.append(word)
        if word == "refuse":
            raise FollowThroughError("No.")
        return Done("" if word == "silent" else f"Did {word} {len(self.calls)}")


@pytest.fixture
def hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hand:
    hand = Hand(Store(tmp_path / "one"))
    monkeypatch.setattr(session, "store", lambda: hand.store)
    monkeypatch.setattr(session, "visit", lambda: hand.visit)
    monkeypatch.setattr(session, "now", lambda: NOON)
    monkeypatch.setattr(session, "_last_press", ((), Done(""), 0.0))
    monkeypatch.setattr(time, "monotonic", lambda: hand.clock)
    monkeypatch.setattr(st, "session_state", {})
    return hand


def test_the_same_press_a_moment_later_hands_back_what_the_first_one_did(hand: Hand) -> None:
    first, second = hand.press("move"), hand.press("move")

    assert first == second == Done("Did move 1")
    assert hand.calls == ["move"]


def test_the_second_press_while_the_first_one_still_works_waits_for_it(hand: Hand) -> None:
    begun, asked = Event(), Event()

    def slow(store: Store, *, now: datetime) -> Done:
        hand.calls.append("slow")
        begun.set()
        asked.wait(1)
        return Done(f"Did slow {len(hand.calls)}")

    def again() -> Done | None:
        begun.wait(1)
        asked.set()
        return session.act(slow)

    with ThreadPoolExecutor(2) as hands:
        first, second = hands.submit(session.act, slow), hands.submit(again)

    assert first.result() == second.result() == Done("Did slow 1")


def test_a_form_with_an_id_of_its_own_is_known_by_its_words(hand: Hand) -> None:
    first = session.act(hand.action, "with id 1", known_by="the words")
    second = session.act(hand.action, "with id 2", known_by="the words")
    other = session.act(hand.action, "with id 3", known_by="other words")

    assert first == second == Done("Did with id 1 1")
    assert other == Done("Did with id 3 2")
    assert hand.calls == ["with id 1", "with id 3"]


def test_the_same_in_another_window_is_another_press(hand: Hand) -> None:
    hand.press("move")

    hand.visit = "b"
    hand.press("move")

    assert hand.calls == ["move", "move"]


def test_the_same_later_is_another_press(hand: Hand) -> None:
    hand.press("move")

    hand.clock += session.DOUBLE_CLICK
    hand.press("move")

    assert hand.calls == ["move", "move"]


def test_the_same_on_other_data_is_another_press(hand: Hand, tmp_path: Path) -> None:
    hand.press("move")

    hand.store = Store(tmp_path / "two")
    hand.press("move")

    assert hand.calls == ["move", "move"]


@pytest.mark.parametrize("word", ["silent", "refuse"])
def test_what_was_silent_or_refused_is_tried_again(hand: Hand, word: str) -> None:
    hand.press(word)
    hand.press(word)

    assert hand.calls == [word, word]


def test_another_value_is_another_press(hand: Hand) -> None:
    for word in ("move", "close", "move"):
        hand.press(word)

    assert hand.calls == ["move", "close", "move"]
