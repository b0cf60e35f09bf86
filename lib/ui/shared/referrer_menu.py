"""Who could speak for me in one job: the list, the best three, anybody else."""

from __future__ import annotations

import streamlit as st

from lib.actions import asks as actions
from lib.actions import network
from lib.domain.jobs import Job
from lib.domain.people.asks import Ask
from lib.domain.people.contacts import Contact
from lib.domain.people.suggestions import Suggestion, best
from lib.domain.search import folded
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import contact_lines, labels
from lib.ui.shared.controls import action_button, word_choice


def draw(reader: Reader, job: Job, page: str) -> None:
    """The list so far, the best three, and a choice of all contacts; `page` begins the keys."""
    _on_the_list(reader, job)
    best_three(reader, job, page)
    _anybody(reader, job, page)
    navigation.link("network", "All who could help", icon="diversity_3", job=job.id)


def best_three(reader: Reader, job: Job, page: str) -> bool:
    """The best three to ask who are not on the list yet; whether there is anybody."""
    found = network.helpers(
        reader, session.store().book.read(), job, now=session.now(), zone=session.zone()
    )
    shown = best([one for one in found.suggestions if one.ask is None])
    for one in shown:
        _suggestion(job, one, page)
    return bool(shown)


def _on_the_list(reader: Reader, job: Job) -> None:
    for ask in reader.where(Ask, job_id=job.id):
        contact = reader.find(Contact, ask.contact_id)
        if contact is not None:
            words = f"{contact.name}: {labels.STEP_WORDS[ask.step]}"
            navigation.link("network", words, icon=labels.STEP_SIGNS[ask.step], job=job.id)


def _suggestion(job: Job, one: Suggestion, page: str) -> None:
    with st.container(key=f"row-pick-{one.person.id}", gap=None):
        words, button = st.columns([5, 2], vertical_alignment="center", wrap=False)
        words.markdown(f"**{plain(one.person.name)}**  \n:gray[{plain(' · '.join(one.reasons))}]")
        with button:
            line_up = (actions.line_up, job.id, one.person.id)
            action_button("Line up", f"{page}.line_up.{one.person.id}", line_up, width="stretch")
        contact_lines.too_often(one.person.name, one.asked_lately)


def _anybody(reader: Reader, job: Job, page: str) -> None:
    listed = {one.contact_id for one in reader.where(Ask, job_id=job.id)}
    free = [one for one in reader.all(Contact) if one.id not in listed and one.archived_at is None]
    if not free:
        return
    names = {one.id: one.name for one in sorted(free, key=lambda one: folded(one.name))}
    key = f"{page}.anybody.{job.id}"
    if st.session_state.get(key) not in names:
        st.session_state[key] = None
    word_choice(
        st.selectbox,
        "Somebody else you know",
        names,
        key,
        index=None,
        placeholder="choose from your contacts",
        on_change=_line_up,
        args=(job.id, key),
    )


def _line_up(job_id: str, key: str) -> None:
    if person_id := st.session_state.get(key):
        session.act(actions.line_up, job_id, person_id)
