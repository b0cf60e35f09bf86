"""The hollow twin: the same pages in the same sidebar, each sent as it was recorded."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import streamlit as st  # noqa: E402 - the project's folder has to be importable first

from bench.hollow.recording import FOLDER, replay  # noqa: E402
from lib.ui.calendar import component  # noqa: E402, F401 - Streamlit has to know the calendar
from lib.ui.core.navigation import GROUPS  # noqa: E402

folder = Path(os.environ[FOLDER])
pages = {
    group: [
        st.Page(
            partial(replay, folder, name),
            title=label,
            icon=f":material/{icon}:",
            url_path=name,
            default=name == "today",
        )
        for name, label, icon in entries
    ]
    for group, entries in GROUPS.items()
}
st.navigation(pages).run()
