"""Who could put in a good word for one job: whom I asked, who else could help, who knows whom."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lib.actions import asks as actions
from lib.actions import contacts
from lib.domain.interviews import Interviewer
from lib.domain.people.contacts import Person
from lib.domain.people.suggestion_net import in_words, net_of
from lib.domain.people.suggestions import Suggestion
from lib.formats.printing.pictures import who_knows_whom
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.core.markdown_escape import plain
from lib.ui.network import ask_card, view_links
from lib.ui.network.state import JobNetwork
from lib.ui.shared import contact_lines, date_words, drawing, frame, long_lists
from lib.ui.shared.controls import action_button


def draw(reader: Reader, of: JobNetwork) -> None:
    """Everything about the job, what presses first."""
    _too_early(of)
    _asks(reader, of)
    _suggestions(of)
    for person, met in of.helpers.same:
        _one_person(person, met)
    _picture(of)


def empty() -> None:
    """What the page says before there is a job."""
    st.write(
        "After a first interview, somebody who knows the interviewer or works at the company can "
        "put in a good word for you. Here you see who that could be, ask them, and thank them. "
        "There is no job yet."
    )
    navigation.link("interviews", "Add an interview", icon="add", add="interview")


def _too_early(of: JobNetwork) -> None:
    if not of.too_early:
        return
    with st.container(key="lead-early"):
        if of.first is None:
            st.markdown(
                ":material/schedule: **Too early to ask.** A good word counts once they have met "
                "you, and no interview is entered yet. Line people up meanwhile."
            )
            return
        asking = session.workdays().after(of.first.ended_on(), 1)
        st.markdown(
            ":material/schedule: **Too early to ask.** Your first interview is "
            f"{plain(date_words.when_words(of.first))}; a good word counts once they have met you. "
            "Line people up now: asking them stands on your calendar for "
            f"{plain(date_words.day_words(asking))}."
        )


def _asks(reader: Reader, of: JobNetwork) -> None:
    if not of.asks:
        return
    st.subheader("Whom you ask", anchor=False)
    for i, ask in enumerate(sorted(of.asks, key=lambda one: ask_card.presses(reader, one))):
        ask_card.draw(reader, of, ask, first=i == 0)


def _suggestions(of: JobNetwork) -> None:
    st.subheader("Who could help", anchor=False)
    free = [one for one in of.helpers.suggestions if one.ask is None]
    if not free:
        _nobody(of)
    long_lists.draw(free, partial(_suggestion, of), key=f"network.more.{of.job.id}", at_once=6)
    with st.container(horizontal=True):
        navigation.link("network", "Somebody else", icon="person_search", view=view_links.PEOPLE)
        navigation.link(
            "network", "Bring people in from a file", icon="upload_file", view=view_links.BRING
        )


def _nobody(of: JobNetwork) -> None:
    if of.asks:
        st.caption(
            "Everybody who has to do with this job, as far as you know, is on the list above."
        )
        return
    st.markdown(
        f"Nobody you entered works or worked at {plain(of.job.company)}, or knows the people you "
        "met there. Bring your contacts in from LinkedIn or your phone, or enter one person and "
        "say whom they know."
    )


def _suggestion(of: JobNetwork, one: Suggestion) -> None:
    place = contact_lines.place_words(one.person)
    best = not of.asks and one is of.helpers.suggestions[0]
    with st.container(key=f"row-suggestion-{one.person.id}", gap=None):
        words, button = st.columns([5, 2], vertical_alignment="center", wrap=False)
        with words:
            contact_lines.person_link(one.person)
            st.caption(plain(" · ".join(filter(None, (place, *one.reasons)))))
        with button:
            action_button(
                "Line up",
                f"network.line_up.{one.person.id}",
                (actions.line_up, of.job.id, one.person.id),
                type="primary" if best else "secondary",
                width="stretch",
            )
        contact_lines.too_often(one.person.name, one.asked_lately)
        if one.maybe:
            _is_it_the_same(of, one)


def _is_it_the_same(of: JobNetwork, one: Suggestion) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        asked = plain(f"Is “{one.maybe}” the same company as “{of.job.company}”?")
        st.markdown(f":material/help: {asked}", width="content")
        for label, same in (("Yes, the same", True), ("No, another one", False)):
            action_button(
                label,
                f"network.same.{same}.{one.person.id}",
                (contacts.answer_company, of.job.company, one.maybe),
                type="tertiary",
                kwargs={"same": same},
            )


def _one_person(person: Person, met: Interviewer) -> None:
    """Offers to make one person of somebody in the address book and somebody met."""
    with frame.line(f"row-same-{person.id}-{met.id}"):
        st.markdown(
            f":material/person_check: **{plain(met.name)}**, whom you met, seems to be among the "
            "people you know.",
            width="stretch",
        )
        action_button(
            "It is the same person",
            f"network.one.{person.id}.{met.id}",
            (contacts.same_person, person.id, met.id),
        )
        contact_lines.person_link(person, "Open", icon="chevron_right")


def _picture(of: JobNetwork) -> None:
    """Draws who knows whom, in a picture and in words, or why there is nothing to draw."""
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
