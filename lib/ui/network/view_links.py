"""The links between the views of the network page."""

from __future__ import annotations

import streamlit as st

from lib.ui.core import navigation

PEOPLE, BRING = "people", "bring"
"""The views that an address names with `view`; without one, the page is about a job."""


def ways(here: str) -> None:
    """Links to the three views; the one that is shown now is not a link."""
    with st.container(horizontal=True, key="network.ways"):
        for view, label, icon in (
            ("", "For a job", "work"),
            (PEOPLE, "Everyone", "groups"),
            (BRING, "Bring people in", "upload_file"),
        ):
            if view == here:
                with st.container(key="network.here", width="content"):
                    st.markdown(f":material/{icon}: **{label}**")
            elif view:
                navigation.link("network", label, icon=icon, view=view)
            else:
                navigation.link("network", label, icon=icon)
