"""The top of every page: title, refusals, when it was saved, what can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.actions import jobs
from lib.ui.core import autosave, navigation, session, unsaved_text
from lib.ui.shared import frame
from tests.actions.conftest import JOB, NOW, Panel
from tests.narrowing import not_none
from tests.pages.screen import press, run, said, shown


def a_page() -> None:
    """The script that these tests run: one page that is named after its scope."""
    import streamlit as st

    from lib.ui.shared import frame

    scope = st.session_state.get("scope", "first")
    frame.page("*Title*", "under it", scope=scope, form=["form.words"])
    st.text(frame.saved_words())


@pytest.fixture
def at(panel: Panel) -> AppTest:
    return run(AppTest.from_function(a_page, default_timeout=20))


def test_title_and_subtitle_are_shown_as_they_are_written(at: AppTest) -> None:
    assert shown(at.title[0].value) == "*Title*"
    assert at.caption[0].value == "under it"


def test_why_something_was_refused_is_said_once(at: AppTest) -> None:
    at.session_state[session.FAULT] = "It is too long."

    assert "It is too long." in said(run(at))
    assert "It is too long." not in said(run(at))


def test_when_it_was_saved_is_said_until_another_page_comes(at: AppTest) -> None:
    at.session_state[autosave.SAVED_AT] = NOW
    assert "Saved " in said(run(at))
    assert "Saved " in said(run(at))

    at.session_state["scope"] = "second"

    assert "Saved " not in said(run(at))


def test_what_was_done_is_said_with_a_way_to_undo_it(at: AppTest, panel: Panel) -> None:
    jobs.archive_job(panel.store, JOB.id, now=NOW)
    at = run(at)
    assert f"Archived {JOB.company}" in said(at)

    press(at, not_none(next(one.key for one in at.button if one.label == "Undo")))

    assert panel.store.read().get(type(JOB), JOB.id).archived_at is None


def test_the_browser_is_told_of_the_fields_of_a_form(at: AppTest) -> None:
    assert at.session_state[unsaved_text.SCOPE] == "first"
    assert at.session_state[unsaved_text.STORED] == {"form.words": ""}


@pytest.mark.parametrize(
    ("button", "stands"), [("Use what I typed", "typed"), ("Keep what is saved", None)]
)
def test_text_that_was_typed_over_is_offered_until_it_is_taken_or_declined(
    at: AppTest, button: str, stands: str | None
) -> None:
    at.session_state[unsaved_text.OFFERED] = {"form.words": "typed"}
    at = run(at)
    assert "Typed: typed" in said(at)

    at = press(at, f"frame.offer.form.words.{button}")

    assert "Typed: typed" not in said(at)
    assert (
        at.session_state["form.words"] == stands if stands else "form.words" not in at.session_state
    )


def test_a_button_moves_on_with_the_next_run(at: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    moves: list[tuple[str, dict[str, str]]] = []

    def move(page: str, *, query_params: dict[str, str]) -> None:
        moves.append((Path(page).stem, query_params))

    monkeypatch.setattr(st, "switch_page", move)
    at.session_state[navigation.NEXT] = "notes", {"note": "n1"}

    run(run(at))

    assert moves == [("notes", {"note": "n1"})]


def test_saved_words_are_empty_before_anything_was_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})

    assert frame.saved_words() == ""
