"""The main script: navigation, then the page. `st.App` runs it (docs/decisions.md says why)."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import streamlit as st  # noqa: E402 - the project's folder has to be importable first

from lib.domain.store_errors import Unreachable  # noqa: E402
from lib.door import lock_page  # noqa: E402
from lib.ui.core import collector, navigation  # noqa: E402
from lib.ui.shared import storage_error_page  # noqa: E402

collector.watch()
st.set_page_config(
    page_title="Follow Through",
    page_icon=str(Path(__file__).with_name("icon.png")),
    layout="wide",
    initial_sidebar_state="auto",
)
page = st.navigation(navigation.navigation(), position="sidebar")
if locked := lock_page.found():
    lock_page.draw(locked)
elif unreadable := storage_error_page.found():
    lock_page.button()
    storage_error_page.draw(unreadable)
else:
    lock_page.button()
    try:
        page.run()
    except Unreachable as silent:
        storage_error_page.draw_rest(silent)
