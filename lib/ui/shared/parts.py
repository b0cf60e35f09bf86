"""Parts that more than one page draws: choosing a date, links between pages, names and kinds in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple, TypeVar
from zoneinfo import available_timezones

import streamlit as st

from lib.domain.dates import spoken, typed_dates
from lib.domain.dates.due import Due
from lib.domain.dates.typed_dates import Chip
from lib.domain.english import English, day_and_month, long_date, short_date
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interview, Interviewer, InterviewFormat, InterviewKind
from lib.domain.jobs import Job
from lib.domain.notes import Channel
from lib.domain.records import Record
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.core.markdown_escape import plain

R = TypeVar("R", bound=Record)

SYMBOLS = {
    Kind.THANK_YOU: "mail",
    Kind.CARD: "stylus_note",
    Kind.CALL: "call",
    Kind.MESSAGE: "chat",
    Kind.MATERIAL: "attach_file",
    Kind.PREPARE: "construction",
    Kind.CHECK_IN: "notifications",
    Kind.ASK_NAME: "person_search",
    Kind.GOOD_WORD: "record_voice_over",
    Kind.GOOD_WORD_AGAIN: "notifications",
    Kind.CONTACT_THANKS: "volunteer_activism",
    Kind.CLOSE_LOOP: "all_inclusive",
    Kind.GRACIOUS_REPLY: "favorite",
    Kind.STAY_IN_TOUCH: "waving_hand",
    Kind.OFFER_THANKS: "redeem",
    Kind.ANSWER_OFFER: "fact_check",
    Kind.WITHDRAWAL: "logout",
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
    Kind.GOOD_WORD: "Good word to ask for",
    Kind.GOOD_WORD_AGAIN: "Gentle reminder",
    Kind.CONTACT_THANKS: "Thanks for a good word",
    Kind.CLOSE_LOOP: "Closing the loop",
    Kind.GRACIOUS_REPLY: "Gracious reply",
    Kind.STAY_IN_TOUCH: "Staying in touch",
    Kind.OFFER_THANKS: "Thanks for an offer",
    Kind.ANSWER_OFFER: "Answer to an offer",
    Kind.WITHDRAWAL: "Stepping back",
    Kind.OTHER: "Other",
}
CHANNEL_WORDS = {
    Channel.EMAIL: "E-mail",
    Channel.CARD: "Card",
    Channel.LINKEDIN: "LinkedIn",
    Channel.INVITATION: "LinkedIn invitation",
    Channel.PHONE: "Phone",
}
ROUND_WORDS = {
    InterviewKind.PHONE_SCREEN: "phone screen",
    InterviewKind.FIRST: "first round",
    InterviewKind.TECHNICAL: "technical round",
    InterviewKind.CASE: "case",
    InterviewKind.PANEL: "panel",
    InterviewKind.FINAL: "final round",
    InterviewKind.INFORMAL: "informal talk",
    InterviewKind.OTHER: "another round",
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
    return person.name or (
        f"the {person.position}" if person.position else "someone, name not known"
    )


def due_words(due: Due) -> str:
    """When something is due, as people say it."""
    return spoken.due(due, session.now(), session.zone(), session.date_style())


def day_words(day: date) -> str:
    """Returns a day as people say it: "today", "Fri, Nov 27"."""
    return spoken.day(day, session.today(), session.english())


def distance_words(follow_up: FollowUp) -> str:
    """How late it is, or how long there is to go."""
    return spoken.distance(follow_up.due, session.now())


@contextmanager
def step(page: str, number: int, title: str, *, done: bool) -> Iterator[None]:
    """One numbered question of a worksheet or checklist, with a tick once something stands there."""
    tick = ":material/check_circle:" if done else f"{number}."
    with st.container(key=f"{page}.step.{number - 1}"):
        st.subheader(f"{tick} {title}", anchor=False)
        yield


def link(name: str, label: str, *, icon: str = "", **query: str) -> None:
    """A link to another page, with what that page is to work on in its address."""
    st.page_link(
        navigation.path(name),
        label=plain(label),
        icon=icon and f":material/{icon}:",
        query_params=query or None,
    )


def go(name: str, **query: str) -> None:
    """Moves to another page at once."""
    st.switch_page(navigation.path(name), query_params=query or None)


def in_address(reader: Reader, kind: type[R], name: str) -> R | None:
    """The record that the page's address names, if it names one that exists."""
    named = st.query_params.get(name)
    return reader.find(kind, named) if named else None


def when_words(interview: Interview) -> str:
    """When an interview is or was: "today 10 a.m.", "Thu, Nov 19, 10 a.m."."""
    return due_words(Due(interview.day, interview.clock, interview.zone))


def moment_words(moment: datetime) -> str:
    """When something happened, by the person's own clock: "today 10:42 a.m."."""
    return due_words(Due.at(moment, session.zone()))


def interview_days() -> tuple[Chip, ...]:
    """The days on which an interview that is entered now most often was or will be."""
    today = session.today()
    return tuple(
        Chip(day_words(day), day) for day in (today + timedelta(days=n) for n in (-1, 0, 1))
    )


def past_days() -> tuple[Chip, ...]:
    """The days on which one was last in touch with somebody, most often."""
    today = session.today()
    words = (
        ("today", 0),
        ("yesterday", 1),
        ("a week ago", 7),
        ("a month ago", 30),
        ("a year ago", 365),
    )
    return tuple(Chip(label, today - timedelta(days=days)) for label, days in words)


def in_words(interview: Interview) -> str:
    """How long there is to go until an interview."""
    return spoken.distance(Due(interview.day, interview.clock, interview.zone), session.now())


def zones() -> list[str]:
    """The time zones to choose from: those that mean the same on every machine."""
    return sorted(available_timezones() - {"localtime", "Factory", "posixrules"})


def round_fields(kind_key: str, format_key: str) -> None:
    """Which round it is, and how people meet."""
    st.pills(
        "Which round?",
        list(ROUND_WORDS),
        format_func=lambda one: ROUND_WORDS[one],
        key=kind_key,
        required=True,
    )
    st.segmented_control(
        "How?",
        list(FORMAT_WORDS),
        format_func=lambda one: FORMAT_WORDS[one],
        key=format_key,
        required=True,
    )


def clock_fields(from_key: str, to_key: str) -> None:
    """From when to when."""
    shown: Literal["24h", "12h"] = "24h" if session.profile().clock_24h else "12h"
    left, right = st.columns(2, wrap=False)
    left.time_input("From", value=None, key=from_key, step=300, format=shown)
    right.time_input("To", value=None, key=to_key, step=300, format=shown)


class Typed(NamedTuple):
    """A date as it stands in its field, and what is understood by it."""

    words: str
    due: Due | None


def date_words(day: date | None) -> str:
    """How a chosen date stands in its field; it reads back as the same date."""
    return short_date(day, session.english()) if day else ""


def due_field_words(due: Due | None) -> str:
    """How a chosen date with its time stands in its field; it reads back as the same."""
    return "" if due is None else spoken.field_words(due, session.date_style())


def read_due(words: str, zone: str) -> Due | None:
    """What is understood by the words in a date field; None if nothing is."""
    return typed_dates.read_due(
        words, today=session.today(), zone=zone, workdays=session.workdays()
    )


def date_field(
    label: str,
    key: str,
    *,
    zone: str,
    with_time: bool = False,
    chips: tuple[Chip, ...] | None = None,
) -> Typed:
    """Chips, typed words and a picker for one date; the words in `st.session_state[key]` are the truth.

    The date that was understood is always echoed before it counts. Without `chips`, those of deadlines.
    """
    offered = typed_dates.chips(session.today(), session.workdays()) if chips is None else chips
    days = {chip.label: chip.day for chip in offered}
    st.pills(
        label,
        list(days),
        key=f"{key}.chip",
        wrap=True,
        on_change=_take_chip,
        args=(key, days),
    )
    words, picker = st.columns([5, 1], vertical_alignment="bottom", wrap=False)
    with words:
        typed = st.text_input(
            f"{label}: or type it",
            key=key,
            placeholder=typed_dates.examples(session.date_style(), with_time=with_time),
            label_visibility="collapsed",
            on_change=_settle_words,
            args=(key, zone),
        )
    with (
        picker,
        st.popover("", icon=":material/calendar_month:", help=f"{label}: pick it from a calendar"),
    ):
        st.date_input(
            f"{label}: day",
            value=None,
            key=f"{key}.picked",
            on_change=_take_picked,
            args=(key,),
            format="DD/MM/YYYY" if session.english() is English.BRITISH else "MM/DD/YYYY",
        )
    understood = read_due(typed or "", zone)
    _echo(typed or "", understood)
    return Typed(typed or "", understood)


def _take_chip(key: str, days: dict[str, date]) -> None:
    day = days.get(st.session_state.get(f"{key}.chip") or "")
    if day:
        _put_day(key, day)


def _take_picked(key: str) -> None:
    day = st.session_state.get(f"{key}.picked")
    if day:
        _put_day(key, day)


def _settle_words(key: str, zone: str) -> None:
    """Replaces words such as "in 3 days" by the date they mean today, so that they mean it tomorrow too."""
    understood = read_due(st.session_state.get(key) or "", zone)
    if understood:
        st.session_state[key] = due_field_words(understood)


def _put_day(key: str, day: date) -> None:
    """Puts the day into the field and keeps the time that stood there."""
    before = read_due(st.session_state.get(key) or "", session.zone())
    clock: time | None = before.clock if before else None
    st.session_state[key] = due_field_words(Due(day, clock))


def _echo(words: str, understood: Due | None) -> None:
    if not words.strip():
        return
    if understood is None:
        example = day_and_month(typed_dates.EXAMPLE, session.english())
        st.caption(
            f":material/help: I cannot read that as a date. Try “Tue”, “{example}” or “in 3 days”."
        )
        return
    whole_day = understood.clock is None
    words = long_date(understood.day, session.english()) if whole_day else due_words(understood)
    st.caption(f":material/event: {plain(words)}")
