"""What the views of the network share: words for steps and closeness, and the ways between the views."""

from __future__ import annotations

import streamlit as st

from lib.domain.asks import Step
from lib.domain.contacts import Acquaintance, Contact
from lib.domain.suggestion_net import CLOSENESS, STATES
from lib.ui import parts
from lib.ui.shown import plain

PEOPLE, BRING = "people", "bring"
"""The views that an address names with `view`; without one, the page is about a job."""
STEP_WORDS = STATES
"""How an ask stands, in the words of the picture."""
STEP_SIGNS = {
    Step.IDEA: "lightbulb",
    Step.ASKED: "outgoing_mail",
    Step.AGREED: "handshake",
    Step.DONE: "record_voice_over",
    Step.THANKED: "volunteer_activism",
    Step.DECLINED: "block",
}
HOW_WELL = {**CLOSENESS, 0: "not said"}


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
                parts.link("network", label, icon=icon, view=view)
            else:
                parts.link("network", label, icon=icon)


def place_words(person: Contact | Acquaintance) -> str:
    """Position and company: "Director, Harbor & Vale"."""
    return ", ".join(part for part in (person.position.strip(), person.company.strip()) if part)


def person_link(person: Contact | Acquaintance, label: str = "", icon: str = "person") -> None:
    """A link to somebody's page."""
    address = {"contact" if isinstance(person, Contact) else "person": person.id}
    parts.link("network", label or person.name, icon=icon, **address)


def too_often(name: str, others: int) -> None:
    """A warning where somebody was asked about two other jobs lately: a third may be one too many."""
    if others >= 2:
        st.caption(
            f":orange[:material/warning: You asked {plain(name)} for {others} other jobs in the last two "
            "months. One more may be one too many.]"
        )
