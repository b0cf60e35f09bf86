"""The field for one date: chips, typed words and a picker, with the date that was understood."""

from __future__ import annotations

from datetime import date, time, timedelta
from zoneinfo import available_timezones

import streamlit as st

from lib.domain.dates import spoken, typed_dates
from lib.domain.dates.due import Due
from lib.domain.dates.typed_dates import Chip
from lib.domain.dates.unknown_word import not_understood
from lib.domain.english import English, day_and_month, long_date
from lib.ui.core import as_is, session, unsaved_text
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import date_words


def interview_days() -> tuple[Chip, ...]:
    """The days on which an interview that is entered now most often was or will be."""
    today = session.today()
    return tuple(
        Chip(date_words.day_words(day), day)
        for day in (today + timedelta(days=n) for n in (-1, 0, 1))
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


def zones() -> list[str]:
    """The time zones to choose from: those that mean the same on every machine."""
    return sorted(available_timezones() - {"localtime", "Factory", "posixrules"})


def field_words(when: date | Due | None) -> str:
    """Returns a date as its field shows it, which is read back as the same; "" for None."""
    if when is None:
        return ""
    due = when if isinstance(when, Due) else Due(when)
    return spoken.field_words(due, session.date_style())


def read_due(words: str, zone: str) -> Due | None:
    """What is understood by the words in a date field; None if nothing is."""
    return typed_dates.read_due(
        words,
        today=session.today(),
        zone=zone,
        workdays=session.workdays(),
        english=session.english(),
    )


def read_due_or_keep(words: str | None, zone: str, stored: Due | None) -> Due | None:
    """Returns the date that the words mean; `stored` if they mean none, None without words."""
    written = (words or "").strip()
    if not written:
        return None
    return read_due(written, zone) or stored


def read_day_or_keep(words: str | None, zone: str, stored: date | None) -> date | None:
    """Returns the day that the words mean; `stored` if they mean none, None without words."""
    due = read_due_or_keep(words, zone, Due(stored) if stored else None)
    return due.day if due else None


def _examples(chips: tuple[Chip, ...] | None, *, with_time: bool) -> str:
    style, is_past = session.date_style(), chips == past_days()
    return typed_dates.examples(style, with_time=with_time, is_past=is_past)


def draw_date_field(
    label: str,
    key: str,
    *,
    zone: str,
    with_time: bool = False,
    chips: tuple[Chip, ...] | None = None,
) -> Due | None:
    """Draws chips, typed words and a picker for one date; returns the date that was understood.

    The words in `st.session_state[key]` are the truth, and what is understood by them is always
    echoed.

    Args:
        chips: the days to tap; None for those of deadlines.
    """
    _draw_chips(label, key, chips)
    words, picker = st.columns([5, 1], vertical_alignment="bottom", wrap=False)
    typed = words.text_input(
        f"{label}: or type it",
        key=key,
        placeholder=_examples(chips, with_time=with_time),
        label_visibility="collapsed",
        on_change=_replace_words_by_date,
        args=(key, zone),
    )
    with picker:
        _draw_picker(label, key)
    understood = read_due(typed or "", zone)
    with as_is.container(f"{key}-echo"):
        _echo(typed or "", understood, zone)
    return understood


def _draw_chips(label: str, key: str, chips: tuple[Chip, ...] | None) -> None:
    if chips is None:
        chips = typed_dates.chips(session.today(), session.workdays())
    days = {chip.label: chip.day for chip in chips}
    st.pills(
        label, list(days), key=f"{key}.chip", wrap=True, on_change=_take_chip, args=(key, days)
    )


def _draw_picker(label: str, key: str) -> None:
    help_words = f"{label}: pick it from a calendar"
    with st.popover("", icon=":material/calendar_month:", help=help_words):
        st.date_input(
            f"{label}: day",
            value=None,
            key=f"{key}.picked",
            on_change=_take_picked,
            args=(key,),
            format="DD/MM/YYYY" if session.english() is English.BRITISH else "MM/DD/YYYY",
        )


def _take_chip(key: str, days: dict[str, date]) -> None:
    day = days.get(st.session_state.get(f"{key}.chip") or "")
    if day:
        _put_day(key, day)


def _take_picked(key: str) -> None:
    day = st.session_state.get(f"{key}.picked")
    if day:
        _put_day(key, day)


def _replace_words_by_date(key: str, zone: str) -> None:
    """Replaces words such as "in 3 days" by the date that they mean today.

    The browser drops the words: brought back on another day, they would mean another date.
    """
    understood = read_due(st.session_state.get(key) or "", zone)
    if understood:
        st.session_state[key] = field_words(understood)
        unsaved_text.drop_here(key)


def _put_day(key: str, day: date) -> None:
    """Puts the day into the field and keeps the time that stood there."""
    before = read_due(st.session_state.get(key) or "", session.zone())
    clock: time | None = before.clock if before else None
    st.session_state[key] = field_words(Due(day, clock))
    unsaved_text.drop_here(key)


def _echo(words: str, understood: Due | None, zone: str) -> None:
    if not words.strip():
        return
    if understood is None:
        example = day_and_month(typed_dates.EXAMPLE, session.english())
        unknown = not_understood(words, lambda rest: read_due(rest, zone))
        asked = f" What is “{unknown}”?" if unknown else ""
        sentence = f"I cannot read that as a date.{asked} Try “Tue”, “{example}” or “in 3 days”."
        st.caption(f":material/help: {plain(sentence)}")
        return
    if understood.clock is None:
        said = long_date(understood.day, session.english())
    else:
        said = date_words.due_words(understood)
    st.caption(f":material/event: {plain(said)}")
