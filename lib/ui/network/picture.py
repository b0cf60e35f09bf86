"""The picture of who knows whom for one job, and the same in words."""

from __future__ import annotations

import streamlit as st

from lib.domain.people.suggestion_net import in_words, net_of
from lib.formats.printing.pictures import who_knows_whom
from lib.ui.core.markdown_escape import plain
from lib.ui.network.state import JobNetwork
from lib.ui.shared import drawing


def draw(of: JobNetwork) -> None:
    """Draws the picture, or says what it means that there is nothing to draw."""
    st.subheader("Who knows whom", anchor=False)
    net = net_of(of.job, of.met, of.helpers.suggestions)
    with st.container(key="network.picture"):
        if not net.has_ties():
            st.caption(
                "Empty, as nobody you know is tied to this job yet. Say on somebody's page whom "
                "they know among the people you met, or where they work, and the lines appear here."
            )
            return
        drawing.show(who_knows_whom(net), key="network.drawing")
    with st.expander("The same in words"):
        for words in in_words(net):
            st.markdown(f"- {plain(words)}")
