"""The app's pages, their names and addresses, and how one page points to another."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import streamlit as st
from streamlit.navigation.page import Page

from lib.domain.records import Record
from lib.store.repository import Reader
from lib.ui.core.markdown_escape import plain

R = TypeVar("R", bound=Record)

PAGES = Path(__file__).resolve().parents[3] / "pages"

NEXT = "navigation.next"
"""The page that a button's callback moves to, and what is to stand in its address."""

GROUPS = {
    "Now": (("today", "Today", "wb_sunny"),),
    "Interviews": (
        ("interviews", "Interviews", "forum"),
        ("strategy", "Strategy", "explore"),
        ("pocket", "Pocket card", "badge"),
        ("debrief", "Debrief", "edit_note"),
        ("notes", "Notes", "mail"),
        ("history", "History", "history"),
    ),
    "Promises": (
        ("calendar", "Calendar", "calendar_month"),
        ("network", "Network", "diversity_3"),
        ("outcome", "The answer", "mark_email_read"),
        ("progress", "Progress", "insights"),
    ),
    "You": (("settings", "Settings", "tune"),),
}


def navigation() -> dict[str, list[Page]]:
    """All pages, grouped as the sidebar shows them."""
    pages = {}
    for group, entries in GROUPS.items():
        pages[group] = [_page(*entry) for entry in entries]
    return pages


def path(name: str) -> str:
    """The file of that page, as `st.page_link` and `st.switch_page` take it."""
    return str(PAGES / f"{name}.py")


def link(name: str, label: str, *, icon: str = "", **query: str) -> None:
    """A link to another page, with what that page is to work on in its address."""
    st.page_link(
        path(name),
        label=plain(label),
        icon=icon and f":material/{icon}:",
        query_params=query or None,
    )


def go_next(name: str, **query: str) -> None:
    """Moves to another page with the next run, once that has saved what was typed.

    For a button's callback, in which Streamlit allows no move.
    """
    st.session_state[NEXT] = name, query


def follow() -> None:
    """Makes the move that a button's callback asked for, if one did."""
    if asked := st.session_state.pop(NEXT, None):
        name, query = asked
        st.switch_page(path(name), query_params=query or None)


def in_address(reader: Reader, kind: type[R], name: str) -> R | None:
    """The record that the page's address names, if it names one that exists."""
    named = st.query_params.get(name)
    return reader.find(kind, named) if named else None


def _page(name: str, title: str, icon: str) -> Page:
    return st.Page(path(name), title=title, icon=f":material/{icon}:", default=name == "today")
