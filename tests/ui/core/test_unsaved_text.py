"""What the browser is told to hold, and what becomes of the text that it hands back."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st

from lib.ui.core import unsaved_text
from lib.ui.core.unsaved_text import Offered
from tests.ui.core.conftest import State

GOAL, NAME = "page.goal", "page.name"


@pytest.fixture
def told(state: State, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Everything that the browser's part was given, the latest last."""
    told: list[dict[str, Any]] = []

    def component(*, key: str, data: dict[str, Any], on_found_change: object) -> None:
        told.append(data)

    monkeypatch.setattr(unsaved_text, "_component", component)
    monkeypatch.setattr(st, "container", lambda **_: nullcontext())
    unsaved_text.tell_browser("page", {GOAL: "", NAME: "Dana"}, [GOAL])
    return told


def hand_back(state: dict[str, Any], **found: dict[str, dict[str, object]]) -> None:
    """What the browser does on arriving at a page for which it holds text."""
    state[unsaved_text.KEY] = SimpleNamespace(found=found)
    unsaved_text._take_back()


def test_the_browser_is_told_what_the_store_holds_under_one_session(
    told: list[dict[str, Any]],
) -> None:
    unsaved_text.tell_browser("page", {GOAL: "a talk"})

    assert told[0]["fields"] == ((GOAL, ""), (NAME, "Dana"))
    assert told[0]["mid_sentence"] == (GOAL,)
    assert told[1]["fields"] == ((GOAL, "a talk"),)
    assert told[0]["session"] == told[1]["session"]


def test_text_that_was_never_saved_comes_back_into_its_field_and_it_is_said_once(
    state: State, told: list[dict[str, Any]]
) -> None:
    at = datetime(2026, 11, 22, 12, tzinfo=UTC)
    entry = {"text": "half a sen", "at": at.timestamp() * 1000}

    hand_back(state, give={GOAL: entry, "another.page": entry})

    assert state[GOAL] == "half a sen"
    assert "another.page" not in state
    assert unsaved_text.given_at() == at
    assert unsaved_text.given_at() is None


def test_text_over_which_something_else_was_saved_is_offered(
    state: State, told: list[dict[str, Any]]
) -> None:
    hand_back(state, offer={NAME: {"text": "Dana R", "at": 1}, "another.page": {"text": "x"}})

    assert NAME not in state
    assert unsaved_text.offered() == (Offered(NAME, "Dana R", "Dana"),)


def test_an_offered_text_that_is_taken_stands_in_its_field(
    state: State, told: list[dict[str, Any]]
) -> None:
    hand_back(state, offer={NAME: {"text": "Dana R", "at": 1}})

    unsaved_text.take_offered(unsaved_text.offered()[0])

    assert state[NAME] == "Dana R"
    assert unsaved_text.offered() == ()
    assert unsaved_text.unsaved() == {NAME: "Dana R"}


def test_an_offered_text_that_is_declined_is_dropped_by_the_browser(
    state: State, told: list[dict[str, Any]]
) -> None:
    hand_back(state, offer={NAME: {"text": "Dana R", "at": 1}})

    unsaved_text.drop_offered(unsaved_text.offered()[0])
    unsaved_text.tell_browser("page", {NAME: "Dana"})

    assert unsaved_text.offered() == ()
    assert [name for _, name in told[-1]["forget"]] == [f"page:{NAME}"]


def test_what_is_to_be_dropped_is_told_on_every_page_under_a_token_of_its_own(
    told: list[dict[str, Any]],
) -> None:
    unsaved_text.drop("form", [GOAL, NAME])
    unsaved_text.drop("form", [GOAL])
    unsaved_text.tell_browser("page", {})
    unsaved_text.tell_browser("other", {})

    assert told[-1]["forget"] == told[-2]["forget"]
    assert [name for _, name in told[-1]["forget"]] == [
        f"form:{GOAL}",
        f"form:{NAME}",
        f"form:{GOAL}",
    ]
    assert len({token for token, _ in told[-1]["forget"]}) == 3


def test_the_list_of_what_is_to_be_dropped_does_not_grow_for_ever(
    told: list[dict[str, Any]],
) -> None:
    for number in range(2 * unsaved_text.TOLD_AT_MOST):
        unsaved_text.drop("form", [str(number)])
    unsaved_text.tell_browser("page", {})

    assert len(told[-1]["forget"]) == unsaved_text.TOLD_AT_MOST
    assert told[-1]["forget"][-1][1] == f"form:{2 * unsaved_text.TOLD_AT_MOST - 1}"


def test_what_is_unsaved_is_taken_along_under_the_names_of_its_fields(
    state: State, told: list[dict[str, Any]]
) -> None:
    key = f"debrief.next_time.{'0a' * 16}"
    unsaved_text.tell_browser("page", {key: "", NAME: "Dana"})
    state.update({key: "ask sooner", NAME: "Dana"})

    found = unsaved_text.unsaved()

    assert found == {key: "ask sooner"}
    assert unsaved_text.as_text(found) == "debrief, next time:\nask sooner\n"


def test_a_field_gets_the_focus_once(told: list[dict[str, Any]]) -> None:
    assert told[-1]["focus"] == ("", "")

    unsaved_text.focus(GOAL)
    for _ in range(2):
        unsaved_text.tell_browser("page", {GOAL: ""})

    assert told[-1]["focus"][0] == GOAL
    assert told[-1]["focus"] == told[-2]["focus"]
    unsaved_text.focus(GOAL)
    unsaved_text.tell_browser("page", {GOAL: ""})
    assert told[-1]["focus"] != told[-2]["focus"]
