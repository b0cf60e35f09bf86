"""Autosave saves what was typed and takes over what another window saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from lib.ui.core import autosave, session
from lib.ui.core.autosave import Conflict, Saved, Sheet, Values
from tests.narrowing import not_none
from tests.ui.core.conftest import State

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
NAME, GOAL, DAY, COUNT = "page.name", "page.goal", "page.day", "page.count"


@dataclass
class Page:
    """One window's page over a store that another window may change."""

    state: dict[str, Any]
    store: Values = field(default_factory=lambda: {NAME: "Dana", GOAL: "", COUNT: 3})
    saves: list[Values] = field(default_factory=list)
    is_refused: bool = False

    def sheet(self) -> Sheet:
        return Sheet("page", dict(self.store), self.commit)

    def commit(self, shown: Values) -> Values | None:
        if self.is_refused:
            return None
        self.saves.append(shown)
        self.store |= shown
        if DAY in self.store and self.store[DAY] == "gibberish":
            self.store[DAY] = "Nov 22"
        return dict(self.store)

    def run(self) -> Saved:
        return autosave.save_changes(self.sheet())

    def type(self, key: str, value: object) -> Saved:
        self.state[key] = value
        return self.run()


NOW_READ: Any = "the store now"


@pytest.fixture
def page(state: State, monkeypatch: pytest.MonkeyPatch) -> Page:
    monkeypatch.setattr(session, "now", lambda: NOON)
    monkeypatch.setattr(session, "reader", lambda: NOW_READ)
    page = Page(state)
    page.run()
    return page


def test_the_fields_begin_with_what_the_store_holds_and_nothing_is_saved(page: Page) -> None:
    assert {key: page.state[key] for key in page.store} == page.store
    assert page.saves == []
    assert autosave.saved_at() is None


def test_what_was_typed_is_saved_once(page: Page) -> None:
    saved = page.type(GOAL, "a second talk")
    page.run()

    assert page.store[GOAL] == "a second talk"
    assert len(page.saves) == 1
    assert (saved.is_saved, saved.conflicts, saved.reader) == (True, (), NOW_READ)
    assert autosave.saved_at() == NOON


def test_only_texts_are_told_to_the_browser(page: Page) -> None:
    assert page.run().texts == {NAME: "Dana", GOAL: ""}


def test_what_another_window_saved_is_taken_over(page: Page) -> None:
    page.store[NAME] = "Dana Roth"

    page.run()

    assert page.state[NAME] == "Dana Roth"
    assert page.saves == []


def test_two_fields_changed_in_two_windows_are_both_kept(page: Page) -> None:
    page.store[NAME] = "Dana Roth"

    page.type(GOAL, "a second talk")

    assert (page.store[NAME], page.store[GOAL]) == ("Dana Roth", "a second talk")


def test_the_same_words_typed_in_two_windows_are_no_conflict(page: Page) -> None:
    page.store[GOAL] = "a second talk"

    assert page.type(GOAL, "a second talk").conflicts == ()


@pytest.fixture
def conflict(page: Page) -> Conflict:
    """One field that was changed in both windows."""
    page.store[GOAL] = "typed there"
    saved = page.type(GOAL, "typed here")
    assert not saved.is_saved
    (conflict,) = saved.conflicts
    return conflict


def test_a_field_changed_in_two_windows_is_a_conflict_and_nothing_is_saved(
    page: Page, conflict: Conflict
) -> None:
    page.type(NAME, "Dana Roth")

    assert conflict == Conflict(GOAL, "typed here", "typed there")
    assert page.store == {NAME: "Dana", GOAL: "typed there", COUNT: 3}
    assert page.state[GOAL] == "typed here"


@pytest.mark.parametrize("choice", ["typed here", "typed there"])
def test_the_version_that_is_chosen_is_shown_and_stored(
    page: Page, conflict: Conflict, choice: str
) -> None:
    autosave.choose("page", conflict, choice)
    saved = page.run()

    assert saved.conflicts == ()
    assert page.state[GOAL] == page.store[GOAL] == choice


def test_a_refused_save_keeps_the_words_and_is_made_up_for_later(page: Page) -> None:
    page.type(NAME, "Dana Roth")
    page.is_refused = True
    saved = page.type(GOAL, "a second talk")

    assert not saved.is_saved
    assert autosave.saved_at() is None
    assert autosave.unsaved("page") == {GOAL: "a second talk"}
    assert saved.texts[GOAL] == ""

    page.is_refused = False
    assert page.run().is_saved
    assert page.store[GOAL] == "a second talk"


def test_words_that_cannot_be_kept_stay_on_the_screen(page: Page) -> None:
    page.store[DAY] = "Nov 20"
    page.run()

    saved = page.type(DAY, "gibberish")

    assert page.state[DAY] == "gibberish"
    assert saved.texts[DAY] == page.store[DAY] == "Nov 22"
    assert autosave.unsaved("page") == {DAY: "gibberish"}


def test_a_row_that_saving_adds_has_its_fields_at_once(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = {"page.row.1": ""}
    monkeypatch.setattr(page, "commit", lambda shown: {**shown, **rows})

    saved = page.type(GOAL, "a second talk")

    assert page.state["page.row.1"] == ""
    assert saved.texts["page.row.1"] == ""


def test_a_field_that_the_record_has_no_more_is_compared_no_more(page: Page) -> None:
    page.state[GOAL] = "typed"
    del page.store[GOAL]

    assert page.run().is_saved
    assert page.saves == []


def test_text_that_the_browser_gave_back_before_the_first_run_is_saved(
    state: State, page: Page
) -> None:
    autosave.forget("page")
    state[GOAL] = "brought back"

    assert page.run().is_saved
    assert page.store[GOAL] == "brought back"


def test_a_field_that_is_not_drawn_keeps_its_last_value(page: Page) -> None:
    del page.state[NAME]

    assert autosave.visible_values(page.sheet()) == {NAME: "Dana", GOAL: "", COUNT: 3}


def test_a_button_gets_the_words_that_were_typed_last(page: Page) -> None:
    page.state[GOAL] = "a second talk"

    assert not_none(autosave.visible_values(page.sheet()))[GOAL] == "a second talk"
    assert page.saves == []


def test_a_button_is_told_of_a_conflict_instead(page: Page, conflict: Conflict) -> None:
    assert autosave.visible_values(page.sheet()) is None
    assert page.state[session.FAULT] == autosave.CHANGED_ELSEWHERE


def test_sheets_are_listed_latest_first_and_can_be_forgotten(page: Page) -> None:
    autosave.save_changes(Sheet("other", {}, dict))
    assert autosave.opened_sheets() == ["other", "page"]

    autosave.forget("other")

    assert autosave.opened_sheets() == ["page"]
    assert autosave.unsaved("other") == autosave.unsaved("never opened") == {}
