"""A session's state as a plain dictionary: what is tested here needs no running page."""

from __future__ import annotations

from typing import Any

import pytest
import streamlit as st

State = dict[str, Any]


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> State:
    """What stands in the widgets, and what the app keeps in the session."""
    state: State = {}
    monkeypatch.setattr(st, "session_state", state)
    return state
