"""Buttons and menus: what they do when they are pressed, and what a saved file is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from lib.ui.core import navigation
from lib.ui.shared import controls
from tests.ui.core.conftest import State


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Returns what the last button or menu was drawn with."""
    drawn: dict[str, Any] = {}

    def draw(*args: Any, **options: Any) -> None:
        drawn.clear()
        drawn.update(options, positional=args)

    for name in ("button", "menu_button", "download_button"):
        monkeypatch.setattr(st, name, draw)
    return drawn


def press(drawn: dict[str, Any]) -> None:
    drawn["on_click"](*drawn["args"], **drawn.get("kwargs") or {})


def test_a_button_calls_its_callback_with_its_values(drawn: dict[str, Any]) -> None:
    pressed: list[str] = []

    controls.callback_button("Add", "page.add", (pressed.append, "it"), icon="add")
    press(drawn)

    assert pressed == ["it"]
    assert drawn["icon"] == ":material/add:"


def test_a_button_to_another_page_asks_for_the_move(state: State, drawn: dict[str, Any]) -> None:
    controls.page_button("Open", "page.open", "notes", {"note": "7"})
    press(drawn)

    assert state[navigation.NEXT] == ("notes", {"note": "7"})


@pytest.mark.parametrize(("chosen", "done"), [("Remove", ["it"]), ("Rename", []), (None, [])])
def test_a_menu_does_what_its_words_stand_for(
    state: State, drawn: dict[str, Any], chosen: str | None, done: list[str]
) -> None:
    removed: list[str] = []
    controls.draw_menu("", "page.menu", {"Remove": (removed.append, "it")})

    state["page.menu"] = chosen
    press(drawn)

    assert removed == done


@pytest.mark.parametrize("name", [f"a{ending}" for ending in controls.MIME_TYPES])
def test_the_ending_of_a_file_says_of_what_kind_it_is(drawn: dict[str, Any], name: str) -> None:
    controls.download_button("Save", "page.save", b"", name)

    assert controls.MIME_TYPES[Path(name).suffix] in drawn["positional"]
    assert drawn["on_click"] == "ignore"
