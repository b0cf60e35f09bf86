"""The settings: saved as they are changed, the zone guessed from the browser, and starting over."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from lib.actions import settings
from lib.actions.settings import ERASE_WORDS
from lib.domain.english import English
from lib.domain.followups.followup import Kind
from lib.domain.jobs import Job
from lib.domain.profile import Profile, Tone
from lib.store.repository import Store
from lib.ui.core import session
from tests.actions.conftest import DANA, JOB, NOW, Panel, content
from tests.pages.conftest import BEFORE, SAM, put
from tests.pages.screen import choose, gone_to, opened, press, run, said, shown, type_in


def page(browser_zone: str = "America/New_York") -> AppTest:
    return opened("settings", browser_zone)


def kept(store: Store) -> Profile:
    return store.read().find(Profile, "profile") or Profile()


@pytest.mark.parametrize(
    ("field", "typed", "stored"),
    [
        ("name", "  Sam Ortega ", "Sam Ortega"),
        ("email", "sam@ortega.example", "sam@ortega.example"),
        ("phone", "+1 555 0100", "+1 555 0100"),
        ("sign_off", "Warmly", "Warmly"),
        ("tone", Tone.FORMAL, Tone.FORMAL),
        ("zone", "Asia/Tokyo", "Asia/Tokyo"),
        ("clock_24h", True, True),
        ("english", English.BRITISH, English.BRITISH),
        ("first_weekday", 6, 6),
        ("weekdays", [4, 0, 6], (0, 4, 6)),
        ("country", "", ""),
        ("country", "DE", "DE"),
    ],
)
def test_each_setting_is_saved_as_it_is_changed(
    store: Store, field: str, typed: list[int] | str | int, stored: tuple[int, ...] | str | int
) -> None:
    at = choose(page(), f"settings.{field}", typed)

    assert getattr(kept(store), field) == stored
    assert "Saved " in said(at)


def test_opening_the_page_saves_nothing(store: Store) -> None:
    at = page()

    assert store.read().find(Profile, "profile") is None
    assert "Saved " not in said(at).replace("Saved as you change them", "")


def test_what_was_saved_stands_there_when_the_page_is_opened_again(store: Store) -> None:
    type_in(page(), "settings.name", "Sam Ortega")

    assert page().text_input(key="settings.name").value == "Sam Ortega"


def test_an_address_that_is_none_is_refused_and_stays_typed(store: Store) -> None:
    at = type_in(page(), "settings.email", "sam at ortega")

    assert "“sam at ortega” is not an e-mail address. Check it, or leave it empty." in said(at)
    assert at.text_input(key="settings.email").value == "sam at ortega"
    assert kept(store).email == ""


def test_a_name_that_is_too_long_is_refused_in_a_sentence(store: Store) -> None:
    at = type_in(page(), "settings.name", "x" * 201)

    assert "“Name” has 201 characters; 200 is the most. Shorten it to keep it." in said(at)
    assert kept(store).name == ""


def test_the_name_goes_under_the_notes_that_nobody_touched(written: Panel) -> None:
    type_in(page(), "settings.name", "Samira Ortega")

    assert "Samira Ortega" in written.note(DANA).text.body


@pytest.mark.parametrize(
    ("browser_zone", "shown", "today"),
    [
        ("Asia/Tokyo", "Asia/Tokyo (as in this browser)", "Friday, November 20, 2026"),
        (
            "America/New_York",
            "America/New_York (as in this browser)",
            "Thursday, November 19, 2026",
        ),
        ("Mars/Olympus_Mons", "UTC (as in this browser)", "Thursday, November 19, 2026"),
        ("", "UTC (as in this browser)", "Thursday, November 19, 2026"),
    ],
)
def test_the_zone_is_guessed_from_the_browser_and_shown(
    store: Store, browser_zone: str, shown: str, today: str
) -> None:
    at = page(browser_zone)

    assert at.selectbox(key="settings.zone").options[0] == shown
    assert at.selectbox(key="settings.zone").value == ""
    assert f"Today is {today} in this time zone." in said(at)


def test_a_chosen_zone_counts_wherever_the_browser_is(store: Store) -> None:
    at = choose(page("America/New_York"), "settings.zone", "Asia/Tokyo")

    assert "Today is Friday, November 20, 2026 in this time zone." in said(at)
    assert shown(gone_to(at, "today").title[0].value) == "Friday, November 20, 2026"


def test_the_zone_can_be_left_to_the_browser_again(store: Store) -> None:
    put(store, SAM)
    at = choose(page("Asia/Tokyo"), "settings.zone", "")

    assert kept(store).zone == ""
    assert "Today is Friday, November 20, 2026 in this time zone." in said(at)


@pytest.mark.parametrize(("clock_24h", "shown"), [(True, "today 10:00"), (False, "today 10 a.m.")])
def test_the_clock_is_the_one_that_was_chosen(panel: Panel, clock_24h: bool, shown: str) -> None:
    put(panel.store, replace(SAM, clock_24h=not clock_24h))
    at = choose(page(), "settings.clock_24h", clock_24h)

    assert f"Panel, {shown}" in said(gone_to(at, "interviews"))


@pytest.mark.parametrize(
    ("typed", "days", "unread"),
    [
        ("24 Dec 2026, 31 Dec 2026", (date(2026, 12, 24), date(2026, 12, 31)), ""),
        ("31 Dec, 24 Dec, 24 Dec", (date(2026, 12, 24), date(2026, 12, 31)), ""),
        ("tomorrow", (date(2026, 11, 20),), ""),
        ("24 Dec, Michaelmas", (date(2026, 12, 24),), "I cannot read Michaelmas as a date."),
        ("Dec 24, 2026, Thu, Dec 31", (date(2026, 12, 24), date(2026, 12, 31)), ""),
        (" , ,", (), ""),
    ],
)
def test_days_off_are_read_from_a_list_of_dates(
    store: Store, typed: str, days: tuple[date, ...], unread: str
) -> None:
    put(store, SAM)

    at = type_in(page(), "settings.days_off", typed)

    assert kept(store).days_off == days
    assert ("I cannot read" in said(at)) is bool(unread)
    assert unread in said(at)


@pytest.mark.parametrize(
    ("english", "words"),
    [
        (English.AMERICAN, "Thu, Dec 24, 2026; Thu, Dec 31, 2026"),
        (English.BRITISH, "Thu 24 Dec 2026; Thu 31 Dec 2026"),
    ],
)
def test_days_off_stand_there_as_the_person_writes_dates(
    store: Store, english: English, words: str
) -> None:
    put(store, replace(SAM, days_off=(date(2026, 12, 24), date(2026, 12, 31))))

    at = choose(page(), "settings.english", english)

    assert at.text_input(key="settings.days_off").value == words
    assert kept(store).days_off == (date(2026, 12, 24), date(2026, 12, 31))


def test_a_day_off_is_no_working_day_for_what_is_planned_later(panel: Panel) -> None:
    type_in(page(), "settings.days_off", "Fri 20 Nov 2026")

    panel.write()

    assert panel.follow_up(Kind.CARD).due.day == date(2026, 11, 23)


def test_a_setting_changed_in_another_window_is_taken_over_and_none_is_lost(store: Store) -> None:
    put(store, SAM)
    at = page()
    settings.save_profile(store, replace(kept(store), sign_off="Warmly"), now=BEFORE)

    at = type_in(at, "settings.phone", "+1 555 0111")

    assert at.text_input(key="settings.sign_off").value == "Warmly"
    assert (kept(store).sign_off, kept(store).phone) == ("Warmly", "+1 555 0111")


def test_the_page_says_where_the_data_lies(store: Store) -> None:
    assert page().code[0].value == str(store.file)


def test_the_last_actions_are_listed_and_each_can_be_undone(written: Panel) -> None:
    at = page()
    assert "What you did last" in said(at)
    assert "Wrote 5 notes and planned 8 dates for Harbor & Vale" in said(at)
    entry = next(one for one in written.store.entries() if one.did.startswith("Wrote"))

    press(at, f"settings.undo.{entry.id}")

    assert {name.split()[0] for name in content(written.store)} == {
        "Profile",
        "Job",
        "Interview",
        "Interviewer",
    }


def test_what_was_typed_in_the_settings_can_be_undone(store: Store) -> None:
    at = type_in(page(), "settings.name", "Sam Ortega")

    at = press(at, f"settings.undo.{store.entries(1)[0].id}")

    assert kept(store).name == ""
    assert at.text_input(key="settings.name").value == ""


@pytest.mark.parametrize("typed", ["", "erase", "yes", "erase everythin"])
def test_without_the_words_nothing_is_erased(panel: Panel, typed: str) -> None:
    before = content(panel.store)
    at = type_in(page(), "settings.erase.words", typed)

    at = press(at, "settings.erase")

    assert f"Type “{ERASE_WORDS}” to confirm. Nothing was erased." in said(at)
    assert content(panel.store) == before


def test_with_the_words_everything_is_erased_and_a_copy_is_left(written: Panel) -> None:
    store = written.store
    at = page()
    at.text_input(key="settings.erase.words").set_value("  Erase Everything ")

    at = press(at, "settings.erase")

    assert content(store) == {}
    (copy,) = (store.folder / "last-copies").glob("*/follow-through.json")
    jobs = json.loads(copy.read_bytes())["jobs"]
    assert [one["company"] for one in jobs.values()] == [JOB.company]
    assert f"Everything was erased. A last copy lies in {copy.parent} for 30 days." in said(at)
    assert at.text_input(key="settings.name").value == ""
    assert "Start with the interview you had" in said(gone_to(at, "today"))


def test_the_last_copy_is_gone_after_thirty_days(
    panel: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = type_in(page(), "settings.erase.words", ERASE_WORDS)
    at = press(at, "settings.erase")
    monkeypatch.setattr(session, "now", lambda: NOW + timedelta(days=31))

    put_later = type_in(run(at), "settings.name", "Sam Ortega")

    assert kept(panel.store).name == "Sam Ortega"
    assert list((panel.store.folder / "last-copies").iterdir()) == []
    assert "Saved" in said(put_later)


def test_what_is_entered_after_erasing_is_a_new_beginning(panel: Panel) -> None:
    at = press(type_in(page(), "settings.erase.words", ERASE_WORDS), "settings.erase")

    type_in(at, "settings.name", "Wen Castellano")

    assert set(content(panel.store)) == {"Profile profile"}
    assert panel.store.read().all(Job) == ()
    assert panel.store.entries(1)[0].at == datetime(2026, 11, 19, 17, tzinfo=UTC)
