"""The app's own dates and clock are in the person's English, first guessed from the browser."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time

import pytest
from streamlit.testing.v1 import AppTest

from lib.actions import notes
from lib.domain.dates.due import Due
from lib.domain.english import English
from lib.domain.followups.followup import Kind
from lib.domain.jobs import Job
from lib.domain.profile import Profile
from lib.store.repository import Store
from tests.actions.conftest import DANA, INTERVIEW, JOB, NOW, ZONE, Panel
from tests.pages.conftest import SAM, put
from tests.pages.screen import ROOT, choose, gone_to, opened, press, run, said, shown, widget

AMERICAN, BRITISH = English.AMERICAN, English.BRITISH
ENGLISH_OF_JOB = f"interviews.job.english.{JOB.id}"


def opened_in(locale: str, page: str, **address: str) -> AppTest:
    """That page in a browser of that language."""
    at = AppTest.from_file(str(ROOT / "lib" / "ui" / "shell" / "shell.py"), default_timeout=20)
    at.context["timezone"], at.context["locale"] = "America/New_York", locale
    return gone_to(run(at), page, **address)


def english_kept(store: Store) -> English | None:
    profile = store.read().find(Profile, "profile")
    return profile.english if profile else None


@pytest.mark.parametrize(
    ("locale", "today"),
    [
        ("en-GB", "Thursday 19 November 2026"),
        ("en-US", "Thursday, November 19, 2026"),
        ("de-DE", "Thursday, November 19, 2026"),
    ],
)
def test_the_dates_follow_the_browser_until_an_english_is_kept(
    store: Store, locale: str, today: str
) -> None:
    assert shown(opened_in(locale, "today").title[0].value) == today
    assert english_kept(store) is None


def test_the_english_that_is_kept_counts_in_any_browser(panel: Panel) -> None:
    put(panel.store, replace(SAM, english=BRITISH))

    at = opened_in("en-US", "today")

    assert shown(at.title[0].value) == "Thursday 19 November 2026"


@pytest.mark.parametrize(("locale", "guess"), [("en-GB", BRITISH), ("en-US", AMERICAN)])
def test_settings_show_the_guess_and_an_example_of_each(
    store: Store, locale: str, guess: English
) -> None:
    at = opened_in(locale, "settings")

    control = widget(at, "settings.english")
    assert control.value is guess
    assert control.options == [
        "American: Fri, Nov 27, 9:30 a.m.",
        "British: Fri 27 Nov, 9.30am",
    ]


def test_choosing_the_other_english_changes_the_page_at_once(panel: Panel) -> None:
    at = choose(opened("settings"), "settings.english", BRITISH)

    assert english_kept(panel.store) is BRITISH
    assert "Today is Thursday 19 November 2026 in this time zone." in said(at)
    assert "Panel, today 10am" in said(gone_to(at, "interviews"))


def test_loading_the_example_keeps_the_guess_for_its_notes(store: Store) -> None:
    press(opened_in("en-GB", "today"), "today.example")

    assert english_kept(store) is BRITISH


def test_adding_the_first_interview_keeps_the_guess(store: Store) -> None:
    at = opened_in("en-GB", "interviews", add="interview")
    for field, words in (("company", "Harbor & Vale"), ("role", "Analyst")):
        widget(at, f"interviews.new.{field}").set_value(words)
    press(run(at), "interviews.new.save")

    assert english_kept(store) is BRITISH


def test_writing_the_checklist_keeps_the_guess_and_writes_in_it(panel: Panel) -> None:
    at = opened_in("en-GB", "debrief", interview=INTERVIEW.id)
    press(at, "debrief.write")

    assert english_kept(panel.store) is BRITISH


def test_the_english_of_a_job_is_chosen_on_its_page(written: Panel) -> None:
    at = opened("interviews", job=JOB.id)
    field = at.selectbox(key=ENGLISH_OF_JOB)
    assert (field.label, field.options) == (
        "Their English",
        ["as in Settings", "American", "British"],
    )

    choose(at, ENGLISH_OF_JOB, BRITISH)

    assert written.store.read().get(Job, JOB.id).english is BRITISH
    assert "on Wednesday 2 December" in written.note(DANA).text.body


def test_a_job_can_follow_settings_again(panel: Panel) -> None:
    put(panel.store, replace(JOB, english=BRITISH))

    choose(opened("interviews", job=JOB.id), ENGLISH_OF_JOB, None)

    assert panel.store.read().get(Job, JOB.id).english is None


@pytest.mark.parametrize(
    ("english", "clock_24h", "words"),
    [
        (AMERICAN, False, "Fri, Nov 27, 2026, 2:30 p.m."),
        (BRITISH, False, "Fri 27 Nov 2026, 2.30pm"),
        (BRITISH, True, "Fri 27 Nov 2026, 14:30"),
    ],
)
def test_a_date_field_shows_and_keeps_the_date_in_each_english(
    panel: Panel, english: English, clock_24h: bool, words: str
) -> None:
    put(panel.store, replace(SAM, english=english, clock_24h=clock_24h))
    panel.write()
    call = panel.follow_up(Kind.CALL)
    put(panel.store, replace(call, due=Due(date(2026, 11, 27), time(14, 30), ZONE)))

    at = opened("today", follow_up=call.id)

    assert at.text_input(key=f"followup.move.{call.id}").value == words


PAGES = (
    *("today", "interviews", "strategy", "debrief", "notes", "history", "calendar", "outcome"),
    *("network", "progress", "pocket", "settings"),
)
MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
IN_AMERICAN = re.compile(rf"\b{MONTH} \d{{1,2}}\b|\d [ap]\.m\.")
IN_BRITISH = re.compile(rf"\b\d{{1,2}} {MONTH}\b|\d[ap]m\b")


@pytest.mark.parametrize(
    ("english", "ours", "other"),
    [(AMERICAN, IN_AMERICAN, IN_BRITISH), (BRITISH, IN_BRITISH, IN_AMERICAN)],
    ids=("american", "british"),
)
def test_no_page_mixes_the_two_englishes(
    panel: Panel, english: English, ours: re.Pattern[str], other: re.Pattern[str]
) -> None:
    put(panel.store, replace(SAM, english=english))
    panel.write()
    notes.mark_sent(panel.store, panel.note(DANA).id, now=NOW)

    for name in PAGES:
        words = said(opened(name))
        assert not other.search(words), (name, other.search(words))
    assert ours.search(said(opened("today")))
