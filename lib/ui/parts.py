"""Parts that more than one page draws: choosing a date, links between pages, names and kinds in words."""

from __future__ import annotations

from datetime import date, time
from typing import NamedTuple

import streamlit as st

from lib.domain import spoken, typed_dates
from lib.domain.due import Due
from lib.domain.followups import FollowUp, Kind
from lib.domain.interviews import Interview, Interviewer, InterviewFormat, InterviewKind
from lib.domain.jobs import Job
from lib.ui import rooms, session
from lib.ui.shown import plain

SYMBOLS = {
    Kind.THANK_YOU: "mail",
    Kind.CARD: "stylus_note",
    Kind.CALL: "call",
    Kind.MESSAGE: "chat",
    Kind.MATERIAL: "attach_file",
    Kind.PREPARE: "construction",
    Kind.CHECK_IN: "notifications",
    Kind.ASK_NAME: "person_search",
    Kind.OTHER: "flag",
}
KIND_WORDS = {
    Kind.THANK_YOU: "Thank-you note",
    Kind.CARD: "Handwritten card",
    Kind.CALL: "Call",
    Kind.MESSAGE: "Message",
    Kind.MATERIAL: "Material to send",
    Kind.PREPARE: "Preparation",
    Kind.CHECK_IN: "Check-in",
    Kind.ASK_NAME: "Name to ask for",
    Kind.OTHER: "Other",
}
ROUND_WORDS = {
    InterviewKind.PHONE_SCREEN: "phone screen",
    InterviewKind.FIRST: "first round",
    InterviewKind.TECHNICAL: "technical round",
    InterviewKind.CASE: "case",
    InterviewKind.PANEL: "panel",
    InterviewKind.FINAL: "final round",
    InterviewKind.INFORMAL: "informal talk",
    InterviewKind.OTHER: "interview",
}
FORMAT_WORDS = {
    InterviewFormat.IN_PERSON: "in person",
    InterviewFormat.VIDEO: "video",
    InterviewFormat.PHONE: "phone",
}


def interview_words(job: Job, interview: Interview) -> str:
    """How an interview is called in a list: "Harbor & Vale, final round"."""
    return f"{job.company}, {ROUND_WORDS[interview.kind]}"


def person_words(person: Interviewer) -> str:
    """How a person is called: by name, else by position, else as someone unknown."""
    return person.name or (f"the {person.position}" if person.position else "someone, name not known")


def due_words(due: Due) -> str:
    """When something is due, as people say it."""
    return spoken.due(due, session.now(), session.zone(), clock_24h=session.profile().clock_24h)


def distance_words(follow_up: FollowUp) -> str:
    """How late it is, or how long there is to go."""
    return spoken.distance(follow_up.due, session.now())


def link(name: str, label: str, *, icon: str = "", **query: str) -> None:
    """A link to another page, with what that page is to work on in its address."""
    st.page_link(
        rooms.path(name), label=plain(label), icon=icon and f":material/{icon}:", query_params=query or None
    )


def go(name: str, **query: str) -> None:
    """Moves to another page at once."""
    st.switch_page(rooms.path(name), query_params=query or None)


class Typed(NamedTuple):
    """A date as it stands in its field, and what is understood by it."""

    words: str
    due: Due | None


def date_words(day: date | None) -> str:
    """How a chosen date stands in its field; it reads back as the same date."""
    return day.strftime("%a %d %b %Y") if day else ""


def due_field_words(due: Due | None) -> str:
    """How a chosen date with its time stands in its field; it reads back as the same."""
    if due is None:
        return ""
    return date_words(due.day) + (due.clock.strftime(" %H:%M") if due.clock else "")


def read_due(words: str, zone: str) -> Due | None:
    """What is understood by the words in a date field; None if nothing is."""
    return typed_dates.read_due(words, today=session.today(), zone=zone, workdays=session.workdays())


def date_field(label: str, key: str, *, zone: str, with_time: bool = False) -> Typed:
    """Chips, typed words and a picker for one date; the words in `st.session_state[key]` are the truth.

    The date that was understood is always echoed before it counts.
    """
    chips = {chip.label: chip.day for chip in typed_dates.chips(session.today(), session.workdays())}
    st.pills(
        label,
        list(chips),
        key=f"{key}.chip",
        on_change=_take_chip,
        args=(key, chips),
    )
    words, picker = st.columns([5, 1], vertical_alignment="bottom", wrap=False)
    with words:
        typed = st.text_input(
            f"{label}: or type it",
            key=key,
            placeholder="Tue 10:00, 3 Dec, in 3 days" if with_time else "Tue, 3 Dec, in 3 days",
            label_visibility="collapsed",
        )
    with picker, st.popover("", icon=":material/calendar_month:", help=f"{label}: pick it from a calendar"):
        st.date_input(f"{label}: day", value=None, key=f"{key}.picked", on_change=_take_picked, args=(key,))
    understood = read_due(typed or "", zone)
    _echo(typed or "", understood)
    return Typed(typed or "", understood)


def _take_chip(key: str, chips: dict[str, date]) -> None:
    day = chips.get(st.session_state.get(f"{key}.chip") or "")
    if day:
        _put_day(key, day)


def _take_picked(key: str) -> None:
    day = st.session_state.get(f"{key}.picked")
    if day:
        _put_day(key, day)


def _put_day(key: str, day: date) -> None:
    """Puts the day into the field and keeps the time that stood there."""
    before = read_due(st.session_state.get(key) or "", session.zone())
    clock: time | None = before.clock if before else None
    st.session_state[key] = due_field_words(Due(day, clock))


def _echo(words: str, understood: Due | None) -> None:
    if not words.strip():
        return
    if understood is None:
        st.caption(":material/help: I cannot read that as a date. Try “Tue”, “3 Dec” or “in 3 days”.")
        return
    st.caption(f":material/event: {plain(due_words(understood))}")
