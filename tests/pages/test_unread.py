"""Records that cannot be read: the line on every page, and what Settings offers."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from lib.actions import example
from lib.store.repository import Store
from lib.ui.core.navigation import GROUPS
from tests.actions.conftest import NOW, ZONE, Panel
from tests.pages.screen import gone_to, opened, press, said
from tests.unreadable import spoil, spoil_field, tables

PAGES = [name for entries in GROUPS.values() for name, _, _ in entries]
HOSTILE = "<script>alert(1)</script> **[x](http://x.example)** $a$"


@pytest.fixture
def spoilt(written: Panel) -> Panel:
    """The panel interview, with a second job of which no version knows the status."""
    spoil(written.store, "jobs", "2", {"id": "bad", "company": "Quay", "status": "sleeping"})
    return written


def button(at: AppTest, label: str) -> str:
    """Returns the key of the one button with this label."""
    (found,) = [one.key for one in at.button if one.label == label]
    return str(found)


def test_every_page_opens_and_says_how_many_records_cannot_be_read(store: Store) -> None:
    example.load(store, ZONE, now=NOW)
    for table in ("interviewers", "contacts", "follow_ups", "asks", "notes", "debriefs"):
        spoil_field(store, table, next(iter(tables(store)[table])), revision="two")

    at = opened("today")

    for page in PAGES:
        gone_to(at, page)
        assert "6 records cannot be opened. Nothing was deleted." in said(at), page


@pytest.mark.parametrize("table", ["jobs", "interviews", "profile", "strategies"])
def test_every_page_opens_without_any_record_of_a_kind_that_others_belong_to(
    store: Store, table: str
) -> None:
    example.load(store, ZONE, now=NOW)
    for number in tables(store).get(table, {}):
        spoil_field(store, table, number, revision="two")

    at = opened("today")

    for page in PAGES:
        gone_to(at, page)
    assert "cannot be opened" in said(at) or not tables(store).get(table)


def test_the_line_leads_to_the_record_with_all_that_it_holds(spoilt: Panel) -> None:
    at = opened("today")
    assert "1 record cannot be opened: a job (Quay). Nothing was deleted." in said(at)

    press(at, "frame.unread.look")

    assert at.query_params["part"] == "unread"
    gone_to(at, "settings", part="unread")
    assert "Why: its status cannot be “sleeping”." in said(at)
    assert '"status": "sleeping"' in at.code[0].value


def test_deleting_it_removes_the_line_and_undo_brings_it_back(spoilt: Panel) -> None:
    at = opened("settings", part="unread")

    press(at, button(at, "Delete"))
    assert "cannot be opened" not in said(at)
    assert "Deleted a job (Quay)" in said(at)

    press(at, undo(at))
    assert "What cannot be opened" in said(at)
    assert "**A job (Quay)**" in said(at)


def undo(at: AppTest) -> str:
    """Returns the key of the Undo in the line at the top."""
    return next(str(one.key) for one in at.button if str(one.key).startswith("frame.undo."))


def test_keeping_it_aside_removes_the_line_and_it_can_be_put_back(spoilt: Panel) -> None:
    at = opened("settings", part="unread")

    press(at, button(at, "Keep aside"))
    assert "What cannot be opened" not in said(at)
    assert "kept aside (1)" in said(at)

    press(at, button(at, "Put back"))
    assert "What cannot be opened" in said(at)
    assert "kept aside" not in said(at)


def test_what_stands_in_such_a_record_is_shown_as_it_was_typed(written: Panel) -> None:
    spoil(written.store, "jobs", "2", {"id": "bad", "company": HOSTILE})

    at = opened("settings", part="unread")

    assert HOSTILE[:50] in said(at)
    assert HOSTILE in at.code[0].value


def test_what_is_not_shown_because_of_it_is_counted(written: Panel) -> None:
    spoil_field(written.store, "jobs", "1", status="sleeping")

    at = opened("today")

    assert "others that belong to it cannot be shown." in said(at)
