"""What a field begins with reaches the browser with any run, not with the first alone.

Streamlit sends a value from the session once, in the run that sets it. A browser that has no such
field yet, as its code is still on the way or its popover is shut, begins with what the last run
sent: with the widget's own default, which comes back as if it had been typed.
"""

from __future__ import annotations

from datetime import time

import pytest
from streamlit.testing.v1 import AppTest

from lib.actions import asks
from lib.domain.followups.followup import Kind
from lib.domain.interviews import InterviewKind
from lib.domain.people.contacts import Contact, Knows
from lib.domain.store_errors import Full
from tests.actions.conftest import DANA, INTERVIEW, JOB, Panel
from tests.narrowing import not_none
from tests.pages.conftest import BEFORE, put
from tests.pages.screen import choose, elements, opened, press, run, type_in
from tests.pages.test_faults_on_screen import WORDS, refusing

FIELDS = (
    "text_input",
    "text_area",
    "selectbox",
    "checkbox",
    "button_group",
    "date_input",
    "time_input",
)
NOOR = Contact(
    id="noor", name="Noor Haddad", how_well=4, how="from Nordwind", knows=(Knows(DANA.id, 5, ""),)
)
NEW = ("interviews", {"add": "interview"})
PAGES = {
    "a new interview": NEW,
    "a further round": ("interviews", {"add": "interview", "job": JOB.id}),
    "a round": ("interviews", {"interview": INTERVIEW.id}),
    "a job": ("interviews", {"job": JOB.id}),
    "the checklist": ("debrief", {"interview": INTERVIEW.id}),
    "the worksheet": ("strategy", {"interview": INTERVIEW.id}),
    "the history": ("history", {"job": JOB.id}),
    "they were in touch": ("today", {"heard": JOB.id}),
    "a new date": ("calendar", {"add": "2026-11-24T10:00"}),
    "the network": ("network", {"job": JOB.id}),
    "people": ("network", {"view": "people"}),
    "a contact": ("network", {"contact": NOOR.id}),
    "the settings": ("settings", {}),
}
BROUGHT_BACK = {
    "interviews.new.people": NEW,
    f"history.new.words.{JOB.id}": PAGES["the history"],
    "network.new.name": PAGES["people"],
}
"""A field of each form that only its button saves; the browser gives back its text."""


@pytest.fixture
def filled(written: Panel) -> Panel:
    put(written.store, NOOR)
    asks.line_up(written.store, JOB.id, NOOR.id, now=BEFORE)
    return written


def untold(at: AppTest) -> dict[str, object]:
    """Returns the fields that a browser would begin otherwise if it had the last run alone."""
    known = at.session_state._state._state._new_widget_state.widget_metadata
    fields = [one for kind in FIELDS for one in elements(at, kind) if one.key]
    assert fields
    held = [
        (one, at.session_state[not_none(one.key)], known[one.id].deserializer(None))
        for one in fields
    ]
    return {
        one.key: value
        for one, value, default in held
        if not one.proto.set_value and (value or None) != (default or None)
    }


@pytest.mark.parametrize("page", PAGES)
def test_a_further_run_has_all_that_the_fields_begin_with(filled: Panel, page: str) -> None:
    name, address = PAGES[page]

    assert untold(run(opened(name, **address))) == {}


def test_so_it_has_for_an_answer_a_note_and_a_follow_up(filled: Panel) -> None:
    note, call = filled.note(DANA), filled.follow_up(Kind.CALL)

    assert untold(run(opened("notes", note=note.id))) == {}
    assert untold(run(opened("calendar", follow_up=call.id))) == {}
    assert untold(run(press(opened("outcome", job=JOB.id), "outcome.status.not_selected"))) == {}


@pytest.mark.parametrize("key", BROUGHT_BACK)
def test_a_text_that_was_brought_back_comes_with_a_further_run(filled: Panel, key: str) -> None:
    name, address = BROUGHT_BACK[key]
    at = opened(name, **address)

    at.session_state[key] = WORDS
    run(run(at))

    assert at.session_state[key] == WORDS
    assert untold(at) == {}


def test_a_text_that_cannot_be_saved_comes_with_a_further_run(
    filled: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = filled.note(DANA)
    at = opened("notes", note=note.id)

    with refusing(monkeypatch, Full(filled.store.folder)):
        at = run(type_in(at, f"notes.body.{note.id}", WORDS))

    assert untold(at) == {}


def test_what_the_browser_has_just_handed_in_is_not_told_back_to_it(filled: Panel) -> None:
    """It may be further on by then: an arrow key that is held down would lose steps."""
    at = run(opened("interviews", add="interview"))

    at = choose(at, "interviews.new.from", time(9, 5))
    assert not at.time_input(key="interviews.new.from").proto.set_value

    at = choose(at, "interviews.new.kind", InterviewKind.FINAL)
    assert at.time_input(key="interviews.new.from").proto.set_value
    assert at.time_input(key="interviews.new.from").proto.value == "09:05"
