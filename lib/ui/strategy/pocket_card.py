"""The pocket card on the screen: what a person wants to see in the lobby, three minutes before."""

from __future__ import annotations

import streamlit as st

from lib.domain.pocket import Meeting, Pocket, PocketPerson, pocket
from lib.domain.strategies import PointToMake
from lib.formats import sending
from lib.formats.printing.pocket import pocket_file_name, pocket_html, pocket_text
from lib.ui.core import navigation, session
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import date_words
from lib.ui.shared.controls import download_button
from lib.ui.strategy.fields import Worksheet


def card_of(sheet: Worksheet) -> Pocket:
    """The card that this worksheet gives."""
    return pocket(
        Meeting(sheet.job, sheet.interview, sheet.people, sheet.strategy),
        session.workdays(),
        zone=session.zone(),
        style=session.date_style(),
        today=session.today(),
    )


def beside(sheet: Worksheet) -> None:
    """The card as it grows, beside its worksheet."""
    card = card_of(sheet)
    with st.container(key="card-pocket"):
        st.markdown(f"**{plain(card.company)}**  \n:gray[{plain(card.role)} · {plain(card.round)}]")
        draw(card, plain(card.when))
        if card.is_bare():
            st.caption("What you write on the left gathers here, to read in the lobby.")


def in_the_lobby(sheet: Worksheet) -> None:
    """The card on a page of its own, with how long there is to go."""
    card, interview = card_of(sheet), sheet.interview
    day = date_words.day_words(interview.day)
    to_go = f" · {date_words.in_words(interview)}" if interview.starts_at() > session.now() else ""
    with st.container(key="pocket.card"):
        draw(card, plain(f"{day[0].upper()}{day[1:]}, {card.hours}{to_go}"))
        if card.is_bare():
            st.caption(
                "Your points, your questions and how you will close come from the worksheet."
            )


def draw(card: Pocket, when: str) -> None:
    """Everything on the card but the name of the company."""
    place = f"  \n:material/location_on: {plain(card.place)}" if card.place else ""
    st.markdown(f":material/schedule: **{when}**{place}")
    if people := [_person(one) for one in card.people]:
        st.markdown("  \n".join([*people, *_rest(card.more_people)]))
    _list("My points", [_point(one) for one in card.points], card.more_points)
    _list("My questions", [plain(one) for one in card.questions], card.more_questions)
    if card.closing:
        with st.container(key="pocket-closing"):
            st.caption("Before I leave, I ask")
            st.markdown(plain(card.closing))
    offers = [f"{plain(one.what)} :gray[by {plain(one.by)}]" for one in card.offers]
    _list("I can offer", offers, card.more_offers)


def ways(sheet: Worksheet) -> None:
    """The card as a file, in a mail to oneself, and the way to its worksheet."""
    card = card_of(sheet)
    html, name = pocket_html(card), pocket_file_name(card)
    with st.container(horizontal=True, key="pocket.ways"):
        if card.link:
            st.link_button("Open the call", card.link, icon=":material/videocam:")
        download_button(
            "Take it with me",
            "pocket.file",
            html,
            name,
            type="primary",
            icon="download",
            help="One file that opens without this app and without a network, and prints on one "
            "page.",
        )
        _mail(card, html, name)
        navigation.link(
            "strategy", "Change it on the worksheet", icon="edit", interview=sheet.interview.id
        )


def _mail(card: Pocket, html: str, name: str) -> None:
    profile, text = session.profile(), pocket_text(card)
    with st.popover("Mail it to myself", icon=":material/forward_to_inbox:"):
        url = sending.mailto_url(profile.email, text)
        if url is not None:
            st.link_button("As text, with my mail program", url)
        download_button(
            "As a mail with the card attached (.eml)",
            "pocket.eml",
            sending.eml_to_myself(profile, text, file_name=name, html=html),
            f"{name.removesuffix('.html')}.eml",
        )
        if not profile.email:
            st.caption("Your own address is not in Settings yet; the mail will open without one.")


def _list(title: str, lines: list[str], more: str) -> None:
    if lines:
        items = "\n".join(f"- {line}" for line in [*lines, *_rest(more)])
        st.markdown(f"**{title}**\n\n{items}")


def _rest(more: str) -> list[str]:
    return [f":gray[{plain(more)}]"] if more else []


def _person(one: PocketPerson) -> str:
    position = f" :gray[{plain(one.position)}]" if one.position else ""
    return f"**{plain(one.name)}**{position}"


def _point(one: PointToMake) -> str:
    evidence = f"  \n:gray[{plain(one.evidence)}]" if one.evidence else ""
    return f"{plain(one.point)}{evidence}"
