"""What stands in a line about somebody I know: their place, a link to their page, and a warning."""

from __future__ import annotations

import streamlit as st

from lib.domain.people.contacts import Acquaintance, Contact
from lib.ui.core import navigation
from lib.ui.core.markdown_escape import plain


def place_words(person: Contact | Acquaintance) -> str:
    """Position and company: "Director, Harbor & Vale"."""
    return ", ".join(part for part in (person.position.strip(), person.company.strip()) if part)


def person_link(person: Contact | Acquaintance, label: str = "", icon: str = "person") -> None:
    """A link to somebody's page."""
    address = {"contact" if isinstance(person, Contact) else "person": person.id}
    navigation.link("network", label or person.name, icon=icon, **address)


def too_often(name: str, others: int) -> None:
    """Warns where somebody was asked about two other jobs lately."""
    if others >= 2:
        st.caption(
            f":orange[:material/warning: You asked {plain(name)} for {others} other jobs in the "
            "last two months. One more may be one too many.]"
        )
