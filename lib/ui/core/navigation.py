"""The app's pages, their names and addresses, and how one page points to another."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

PAGES = Path(__file__).resolve().parents[3] / "pages"

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
    return {group: [_page(*entry) for entry in entries] for group, entries in GROUPS.items()}


def path(name: str) -> str:
    """The file of that page, as `st.page_link` and `st.switch_page` take it."""
    return str(PAGES / f"{name}.py")


def _page(name: str, title: str, icon: str) -> Page:
    return st.Page(path(name), title=title, icon=f":material/{icon}:", default=name == "today")
