"""The main script: navigation, then the page. Run by `st.App` in app.py (docs/decisions.md says why)."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import streamlit as st  # noqa: E402 - the project's folder has to be importable first

from lib.ui import door_lock, rooms, trouble  # noqa: E402

st.set_page_config(
    page_title="Follow Through",
    page_icon=str(Path(__file__).with_name("icon.png")),
    layout="wide",
    initial_sidebar_state="auto",
)
page = st.navigation(rooms.navigation(), position="sidebar")
if locked := door_lock.found():
    door_lock.draw(locked)
elif unreadable := trouble.found():
    door_lock.button()
    trouble.draw(unreadable)
else:
    door_lock.button()
    page.run()
