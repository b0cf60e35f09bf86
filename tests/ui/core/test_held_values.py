"""A field's first value is set on every run, except in the one in which the browser changed it."""

from __future__ import annotations

import pytest
import streamlit as st

from lib.ui.core.held_values import hold
from tests.ui.core.conftest import State


def test_a_field_begins_with_its_first_value(state: State) -> None:
    hold("clock", "9:00")

    assert state["clock"] == "9:00"


def test_it_keeps_what_was_typed_instead_of_its_first_value(state: State) -> None:
    hold("clock", "9:00")
    state["clock"] = "9:05"
    hold("clock", "10:00")

    assert state["clock"] == "9:05"


class Recorder(dict[str, str]):
    """Remembers what the app set; `dict.__setitem__` stands for the browser."""

    told: list[tuple[str, str]]

    def __setitem__(self, key: str, value: str) -> None:
        if key == "clock":
            self.told.append((key, value))
        super().__setitem__(key, value)


def test_it_is_set_again_on_each_run_but_not_when_it_has_just_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    recorder = Recorder()
    recorder.told = []
    monkeypatch.setattr(st, "session_state", recorder)

    hold("clock", "9:00")
    hold("clock", "9:00")
    assert recorder.told == [("clock", "9:00")] * 2

    dict.__setitem__(recorder, "clock", "9:05")
    hold("clock", "9:00")
    assert recorder.told == [("clock", "9:00")] * 2

    hold("clock", "9:00")
    assert recorder.told[2:] == [("clock", "9:05")]
