"""Never to be imported by a test: only a server of its own runs it. The app, whose minutes last a
second.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from lib.door import gate_settings
from lib.door.middleware import AccessMiddleware

gate_settings.MINUTE = 1.0  # type: ignore[attr-defined]

app = st.App(
    Path(__file__).resolve().parents[2] / "lib" / "ui" / "shell" / "shell.py",
    middleware=[Middleware(AccessMiddleware)],
)
