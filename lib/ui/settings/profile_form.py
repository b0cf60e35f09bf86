"""The person's own settings as widget values, and back; they save as they are changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from typing import Any

import streamlit as st

from lib.actions import settings as actions
from lib.domain.dates.typed_day_lists import DayList, read_days
from lib.domain.english import DateStyle, English, long_date, short_date, short_day
from lib.domain.profile import Profile, Tone
from lib.formats import holidays
from lib.ui.core import session
from lib.ui.core.autosave import Sheet, Values
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import date_fields
from lib.ui.shared.controls import word_choice

NAME = "settings"
TEXTS = ("name", "email", "phone", "sign_off")
CHOICES = ("tone", "clock_24h", "first_weekday", "country", "region")
TONE_WORDS = {Tone.WARM: "warm", Tone.FORMAL: "formal", Tone.BRIEF: "brief"}
NO_COUNTRY = {"": "None: no public holidays"}
WHOLE_COUNTRY = {"": "Nationwide"}
HOLIDAYS_SHOWN = 3
ENGLISH_WORDS = {English.AMERICAN: "American", English.BRITISH: "British"}
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
CLOCK_WORDS = {False: "2 p.m.", True: "14:00"}
FIRST_DAYS = {0: "Monday", 6: "Sunday", 5: "Saturday"}
AS_IN_BROWSER = ""
EXAMPLE_DAYS_OFF = date(2026, 12, 24), date(2026, 12, 31)
EXAMPLE_DAY, EXAMPLE_CLOCK = date(2026, 11, 27), time(9, 30)


def sheet() -> Sheet:
    """Returns the settings' fields, to be saved as they are changed."""
    profile = session.profile()

    def commit(shown: Values) -> Values | None:
        changed = _profile_from(profile, shown)
        done = session.act(actions.save_profile, changed, visit=session.visit())
        if done is None:
            return None
        values = _values(changed)
        st.session_state["settings.weekdays"] = values["settings.weekdays"]
        st.session_state["settings.region"] = values["settings.region"]
        if not _days_off(shown["settings.days_off"]).unread:
            st.session_state["settings.days_off"] = values["settings.days_off"]
        return values

    return Sheet(NAME, _values(profile), commit)


def draw() -> None:
    """All settings but the data itself."""
    _about_me()
    _place_and_time()
    _working_days()


def _about_me() -> None:
    st.subheader("What the notes are signed with", anchor=False)
    left, right = st.columns(2)
    with left:
        st.text_input("Your name", key="settings.name", autocomplete="name")
        st.text_input("E-mail", key="settings.email", type="email", autocomplete="email")
    with right:
        st.text_input("Phone", key="settings.phone", type="phone", autocomplete="tel")
        st.text_input("Sign-off", key="settings.sign_off")
    _choice("How the notes sound", "tone", TONE_WORDS)
    _choice(
        "English",
        "english",
        {one: _english_words(one) for one in English},
        help="For the notes and for the app's own dates. A job whose people read the other English "
        "can say so among its own fields.",
    )


def _choice(label: str, name: str, words: Mapping[Any, str], *, help: str | None = None) -> None:
    key = f"settings.{name}"
    word_choice(st.segmented_control, label, words, key, required=True, help=help)


def _english_words(english: English) -> str:
    """Returns "American: Fri, Nov 27, 9:30 a.m.", or the same in British English."""
    example = f"{short_day(EXAMPLE_DAY, english)}, {DateStyle(english).clock(EXAMPLE_CLOCK)}"
    return f"{ENGLISH_WORDS[english]}: {example}"


def _place_and_time() -> None:
    st.subheader("Place and time", anchor=False)
    guessed = session.guessed_zone()
    zones = [AS_IN_BROWSER, *date_fields.zones()]
    st.selectbox(
        "Time zone",
        zones,
        key="settings.zone",
        format_func=lambda one: one or f"{guessed} (as in this browser)",
    )
    left, right = st.columns(2)
    with left:
        _choice("Clock", "clock_24h", CLOCK_WORDS)
    with right:
        _choice("The week begins on", "first_weekday", FIRST_DAYS)


def _working_days() -> None:
    st.subheader("Working days", anchor=False)
    st.caption("Notes, check-ins and reminders fall on these days.")
    days, key = dict(enumerate(WEEKDAYS)), "settings.weekdays"
    word_choice(st.pills, "I count on people working on", days, key, selection_mode="multi")
    _holidays()
    st.text_input(
        "My own days off",
        key="settings.days_off",
        placeholder="; ".join(date_fields.field_words(day) for day in EXAMPLE_DAYS_OFF),
        help="Dates, with semicolons between them.",
    )
    unread = _days_off(st.session_state["settings.days_off"]).unread
    if unread:
        st.caption(f":material/help: I cannot read {plain(', '.join(unread))} as a date.")


def _holidays() -> None:
    """Draws the country and the region whose public holidays count, and the next of them."""
    words, key = {**NO_COUNTRY, **holidays.countries()}, "settings.country"
    word_choice(st.selectbox, "Public holidays in", words, key)
    country = st.session_state["settings.country"]
    if parts := holidays.regions(country):
        word_choice(st.selectbox, "Region", {**WHOLE_COUNTRY, **parts}, "settings.region")
    profile = session.profile()
    if profile.country is None and country:
        st.caption("Guessed from your time zone. Choose another country if that is wrong.")
    shown = replace(
        holidays.with_country(profile, country),
        country=country,
        region=st.session_state["settings.region"],
    )
    coming = holidays.next_holidays(shown, session.today(), HOLIDAYS_SHOWN)
    named = [f"{date_fields.field_words(day)} ({name})" for day, name in coming]
    if named:
        st.caption(plain(f"Upcoming holidays on working days: {', '.join(named)}."))


def _values(profile: Profile) -> dict[str, Any]:
    profile = holidays.with_country(profile, session.guessed_country())
    english = profile.english or session.guessed_english()
    values = {f"settings.{name}": getattr(profile, name) for name in (*TEXTS, *CHOICES)}
    return values | {
        "settings.english": english,
        "settings.zone": profile.zone,
        "settings.weekdays": list(profile.weekdays),
        "settings.days_off": "; ".join(short_date(day, english) for day in profile.days_off),
    }


def _profile_from(profile: Profile, values: dict[str, Any]) -> Profile:
    texts: dict[str, Any] = {name: (values[f"settings.{name}"] or "").strip() for name in TEXTS}
    choices: dict[str, Any] = {name: values[f"settings.{name}"] for name in CHOICES}
    before = holidays.with_country(profile, session.guessed_country())
    weekdays = tuple(sorted(values["settings.weekdays"] or ()))
    if choices["country"] != before.country:
        choices["region"] = holidays.main_region(choices["country"])
        if weekdays == holidays.working_week(before.country or ""):
            weekdays = holidays.working_week(choices["country"])
    return replace(
        profile,
        **texts,
        **choices,
        english=values["settings.english"],
        zone=values["settings.zone"] or AS_IN_BROWSER,
        weekdays=weekdays,
        days_off=_days_off(values["settings.days_off"]).days,
    )


def _days_off(words: str | None) -> DayList:
    return read_days(
        words or "", today=session.today(), workdays=session.workdays(), english=session.english()
    )


def today_line() -> str:
    """What day the app takes it to be, so that a wrong zone is noticed."""
    return f"Today is {long_date(session.today(), session.english())} in this time zone."
