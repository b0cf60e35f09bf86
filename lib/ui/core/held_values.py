"""Values that the session alone has: the browser is told them again with each run."""

from __future__ import annotations

from typing import Any

import streamlit as st

KNOWN = "held.known"
"""What stood in each of these fields in the last run."""
_NOTHING = object()


def hold(key: str, at_first: Any) -> None:
    """Gives a field its first value; to be called on every run, before the field is drawn.

    Streamlit tells the browser a value only in the run that sets it. The next run may cut that one
    short, or the browser may not have the field yet: its code is on the way, or its popover is
    shut. It would begin with the widget's own default then, and hand that in as if it had been
    typed.

    A value that has changed is not set in the same run: the browser handed it in and may be ahead
    by now.
    """
    known: dict[str, Any] = st.session_state.setdefault(KNOWN, {})
    shown, last = st.session_state.get(key, at_first), known.get(key, _NOTHING)
    known[key] = shown
    if key not in st.session_state or shown == last:
        st.session_state[key] = shown
