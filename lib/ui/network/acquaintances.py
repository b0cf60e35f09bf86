"""Whom a contact knows among the people met, and which of those they are themselves."""

from __future__ import annotations

import streamlit as st

from lib.actions import asks
from lib.actions import contacts as actions
from lib.domain.interviews import Interviewer
from lib.domain.jobs import Job
from lib.domain.people.asks import Ask, asked_lately
from lib.domain.people.contacts import Contact, Knows
from lib.store.repository import Reader
from lib.ui.core import session
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import contact_lines, frame, job_menus, labels
from lib.ui.shared.controls import action_button, callback_button, word_choice


def draw(reader: Reader, contact: Contact) -> None:
    """The links there are, and a small window for one more."""
    st.markdown("**Whom they know**")
    for link in contact.knows:
        _link(reader, contact, link)
    for interviewer_id in contact.met_as:
        if met := reader.find(Interviewer, interviewer_id):
            _row(contact, met, f"is {_words(reader, met)}, whom you met", "person_check")
    people = _people(reader, contact)
    if not people:
        st.caption("The people you meet in interviews stand here to choose from.")
        return
    with st.container(horizontal=True):
        _one_more(reader, contact, people)
        _the_same(reader, contact, people)


def line_up(reader: Reader, contact: Contact, already: set[str]) -> None:
    """Draws a button for each job for which they are not lined up yet; several stand in a menu."""
    jobs = [one for one in job_menus.active_jobs(reader).values() if one.id not in already]
    if not jobs or contact.archived_at is not None:
        return
    contact_lines.too_often(contact.name, asked_lately(reader.all(Ask), contact.id, session.now()))
    if len(jobs) == 1:
        _line_up(contact, jobs[0], f"Line up for {jobs[0].company}")
        return
    with st.popover("Line up for a job", icon=":material/playlist_add:"):
        for job in jobs:
            _line_up(contact, job, f"{job.company}, {job.role}")


def _line_up(contact: Contact, job: Job, label: str) -> None:
    action_button(
        plain(label),
        f"network.line_up.{job.id}.{contact.id}",
        (asks.line_up, job.id, contact.id),
        icon="playlist_add",
    )


def _people(reader: Reader, contact: Contact) -> dict[str, Interviewer]:
    """The people with a name of the jobs under way to whom there is no link yet."""
    linked = {*contact.met_as, *(one.interviewer_id for one in contact.knows)}
    jobs = job_menus.active_jobs(reader)
    return {
        one.id: one
        for one in reader.all(Interviewer)
        if one.job_id in jobs and one.name.strip() and one.id not in linked
    }


def _words(reader: Reader, met: Interviewer) -> str:
    job = reader.find(Job, met.job_id)
    company = job.company if job else ""
    return ", ".join(filter(None, (met.name, met.position, company)))


def _link(reader: Reader, contact: Contact, link: Knows) -> None:
    met = reader.find(Interviewer, link.interviewer_id)
    if met is None:
        return
    well = f", {labels.HOW_WELL[link.how_well]}" if link.how_well else ""
    how = f" ({link.how})" if link.how.strip() else ""
    _row(contact, met, f"knows {_words(reader, met)}{well}{how}", "hub")


def _row(contact: Contact, met: Interviewer, words: str, sign: str) -> None:
    with frame.line(f"row-link-{contact.id}-{met.id}"):
        st.markdown(f":material/{sign}: {plain(words)}", width="stretch")
        action_button(
            "Take away",
            f"network.unlink.{contact.id}.{met.id}",
            (actions.unlink, contact.id, met.id),
            type="tertiary",
        )


def _one_more(reader: Reader, contact: Contact, people: dict[str, Interviewer]) -> None:
    def key(name: str) -> str:
        return f"network.knows.{name}.{contact.id}"

    with st.popover("They know…", icon=":material/add_link:"):
        _choice(reader, key("who"), people)
        word_choice(st.pills, "How well?", labels.HOW_WELL, key("well"), default=0, required=True)
        st.text_input("From where?", key=key("how"), placeholder="e.g. worked under her at Acme")
        callback_button("Note it", key("save"), (_note, contact.id), type="primary")


def _note(contact_id: str) -> None:
    who, well, how = (
        st.session_state.get(f"network.knows.{name}.{contact_id}")
        for name in ("who", "well", "how")
    )
    if not who:
        st.session_state[session.FAULT] = "Whom do they know? Choose somebody from the list."
    elif _is_there(who):
        knows = Knows(who, well or 0, (how or "").strip())
        if session.act(actions.link, contact_id, knows) is not None:
            st.session_state[f"network.knows.how.{contact_id}"] = ""


def _is_there(who: str) -> bool:
    """Returns True if it is an id: a second click hands in words of a list that has changed."""
    return session.reader().find(Interviewer, who) is not None


def _the_same(reader: Reader, contact: Contact, people: dict[str, Interviewer]) -> None:
    key = f"network.same.who.{contact.id}"
    with st.popover("I met them: the same person", icon=":material/person_check:"):
        _choice(reader, key, people)
        callback_button(
            "One person", f"network.same.save.{contact.id}", (_one, contact.id, key), type="primary"
        )


def _one(contact_id: str, key: str) -> None:
    if (who := st.session_state.get(key)) and _is_there(who):
        session.act(actions.same_person, contact_id, who)


def _choice(reader: Reader, key: str, people: dict[str, Interviewer]) -> None:
    if st.session_state.get(key) not in people:
        st.session_state[key] = None
    names = {id: _words(reader, met) for id, met in people.items()}
    word_choice(st.selectbox, "Who?", names, key, index=None)
