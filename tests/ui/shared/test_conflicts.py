"""A field that two windows changed stands on the page in both versions, until one is chosen."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from lib.store.repository import Store
from tests.pages.screen import press, run, said

CLASH = "page.clash.page.goal"


def a_page() -> None:
    """The script that these tests run: a page with one field, whose store is the session."""
    import streamlit as st

    from lib.ui.core import autosave
    from lib.ui.core.autosave import Sheet
    from lib.ui.shared.conflicts import draw_conflicts

    def commit(values: dict[str, str]) -> dict[str, str]:
        st.session_state["stored"] = values["page.goal"]
        return values

    stored = {"page.goal": st.session_state.setdefault("stored", "")}
    draw_conflicts(autosave.save_changes(Sheet("page", stored, commit, in_words=str.upper)))
    st.text_input("Goal", key="page.goal")


@pytest.fixture
def at(store: Store) -> AppTest:
    at = run(AppTest.from_function(a_page, default_timeout=20))
    at.session_state["stored"] = "*there*"
    at.text_input(key="page.goal").set_value("here")
    return run(at)


def test_both_versions_stand_there_in_words(at: AppTest) -> None:
    assert "There: *THERE*" in said(at)
    assert "Here: HERE" in said(at)
    assert at.session_state["stored"] == "*there*"


@pytest.mark.parametrize(
    ("button", "kept"), [("Keep what is here", "here"), ("Take the other", "*there*")]
)
def test_the_one_that_is_chosen_is_kept(at: AppTest, button: str, kept: str) -> None:
    at = press(at, f"{CLASH}.{button}")

    assert at.session_state["stored"] == at.text_input(key="page.goal").value == kept
    assert "There:" not in said(at)
