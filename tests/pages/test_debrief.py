"""The checklist: it saves as it fills, and one button turns it into notes and dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from lib.actions import debriefs
from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief
from lib.domain.interviews import Interview, Interviewer
from lib.domain.notes import Note
from lib.store.repository import Store
from lib.ui.core import session
from tests.actions.conftest import DANA, INTERVIEW, JOB, NOW, PRIYA, TOBIAS, ZONE, Panel
from tests.pages.conftest import checklist, field, put
from tests.pages.screen import choose, links, opened, press, run, said, type_in, widget

WRITE = "debrief.write"
PASTE = f"debrief.paste.{INTERVIEW.id}"
LATER = Interview(
    id="interview-later",
    job_id=JOB.id,
    day=date(2026, 11, 27),
    clock=time(14),
    zone=ZONE,
    interviewer_ids=(),
)
OLD = replace(INTERVIEW, id="interview-old", day=date(2026, 11, 9))


def page() -> AppTest:
    return opened("debrief", interview=INTERVIEW.id)


def test_without_any_interview_the_page_says_what_to_do(store: Store) -> None:
    at = opened("debrief")

    assert "There is none yet." in said(at)
    assert ("Add the interview", "") in links(at)


def test_without_an_address_the_interview_that_ended_last_and_is_not_written_down_is_picked(
    panel: Panel,
) -> None:
    put(panel.store, OLD)
    put(panel.store, LATER)

    at = opened("debrief")

    assert "Harbor & Vale, panel · today 10 a.m." in said(at)


def test_without_an_address_one_that_is_written_down_gives_way_to_one_that_is_not(
    written: Panel,
) -> None:
    put(written.store, OLD)

    at = opened("debrief")

    assert "Harbor & Vale, panel · Mon, Nov 9, 10 a.m." in said(at)


@pytest.mark.parametrize(
    ("page_name", "names", "noun"),
    [
        ("debrief", "interview", "interview"),
        ("strategy", "interview", "interview"),
        ("pocket", "interview", "interview"),
        ("interviews", "interview", "interview"),
        ("interviews", "job", "job"),
        ("history", "job", "job"),
        ("outcome", "job", "job"),
        ("notes", "note", "note"),
        ("network", "contact", "contact"),
    ],
)
def test_an_address_that_names_nothing_shows_nothing_else_in_its_place(
    written: Panel, page_name: str, names: str, noun: str
) -> None:
    at = opened(page_name, **{names: "nonsense"})

    assert f"This {noun} was not found" in at.title[0].value
    assert JOB.company not in said(at)
    assert ("Go on without it", "") in links(at)


def test_the_other_interviews_can_be_reached(panel: Panel) -> None:
    put(panel.store, LATER)

    at = page()

    assert ("Harbor & Vale, first round, Fri, Nov 27, 2 p.m.", f"interview={LATER.id}") in links(at)


def test_what_is_typed_is_kept_when_the_field_is_left_and_the_page_says_so(panel: Panel) -> None:
    at = type_in(page(), field("topic", DANA.id), "nobody reads the night reports")

    assert checklist(panel.store).about(DANA.id).said.topic == "nobody reads the night reports"
    assert "Saved 12 p.m." in said(at)
    assert checklist(panel.store).written_at is None


def test_what_was_typed_stands_there_when_the_page_is_opened_again(panel: Panel) -> None:
    type_in(page(), field("next_time"), "Ask about the team sooner")

    at = page()

    assert at.text_area(key=field("next_time")).value == "Ask about the team sooner"


def test_a_filled_row_brings_an_empty_one_after_it(panel: Panel) -> None:
    at = type_in(page(), field("request.what", 0), "a two-page sample")

    assert at.text_input(key=field("request.what", 1)).value == ""


def test_who_was_not_there_is_taken_out_and_gets_no_note(panel: Panel) -> None:
    at = choose(page(), field("there"), [TOBIAS.id, PRIYA.id])

    press(at, WRITE)

    assert checklist(panel.store).about(DANA.id).was_there is False
    assert {one.interviewer_id for one in panel.store.read().all(Note)} == {TOBIAS.id, PRIYA.id}


def test_a_name_that_is_corrected_is_kept_with_the_person(panel: Panel) -> None:
    at = type_in(page(), field("name", DANA.id), "Dana Whitfeld")
    at = choose(at, field("confirmed", DANA.id), True)

    person = panel.store.read().get(Interviewer, DANA.id)
    assert (person.name, person.name_confirmed) == ("Dana Whitfeld", True)
    assert "**Dana Whitfeld**" in said(at)


def test_an_empty_checklist_shows_every_question_as_open(panel: Panel) -> None:
    at = page()

    assert "**0 of 6** answered" in said(at)
    assert "Still open: who was there, what I say to each of them, what happens next" in said(at)
    assert "Nothing is compulsory." in said(at)


def test_what_is_half_answered_is_shown_as_still_open(panel: Panel) -> None:
    at = page()
    for person in (DANA, TOBIAS):
        at = choose(at, field("confirmed", person.id), True)
        at = type_in(at, field("topic", person.id), "nobody reads the night reports")

    assert "**0 of 6** answered" in said(at)
    assert "1. Who was there" in said(at)
    assert "2. What I say to each of them" in said(at)
    at = choose(at, field("confirmed", PRIYA.id), True)
    at = type_in(at, field("topic", PRIYA.id), "they lose people to slow answers")
    assert "**2 of 6** answered" in said(at)


@pytest.mark.parametrize(
    ("typed", "echoed"),
    [
        ("Tue", "Tuesday, November 24, 2026"),
        ("in 3 days", "Sunday, November 22, 2026"),
        ("3 Dec", "Thursday, December 3, 2026"),
        ("the end of next week", "Friday, November 27, 2026"),
        ("when pigs fly", "I cannot read that as a date"),
    ],
)
def test_a_typed_date_is_echoed(panel: Panel, typed: str, echoed: str) -> None:
    at = type_in(page(), field("next.by"), typed)

    assert echoed in said(at)


def test_relative_words_become_the_date_that_they_mean(panel: Panel) -> None:
    at = type_in(page(), field("promise.due", 0), "tomorrow at 10")

    assert at.text_input(key=field("promise.due", 0)).value == "Fri, Nov 20, 2026, 10 a.m."
    assert checklist(panel.store).promises[0].due == Due(date(2026, 11, 20), time(10), ZONE)


def test_a_date_that_cannot_be_read_stays_typed_and_counts_as_none(panel: Panel) -> None:
    at = type_in(page(), field("next.by"), "when pigs fly")

    assert at.text_input(key=field("next.by")).value == "when pigs fly"
    assert checklist(panel.store).commitment == Commitment()


def test_a_chip_puts_its_day_into_the_field(panel: Panel) -> None:
    at = choose(page(), field("decision") + ".chip", "tomorrow")

    assert at.text_input(key=field("decision")).value == "Fri, Nov 20, 2026"
    assert checklist(panel.store).decision_on == date(2026, 11, 20)


def test_people_are_added_by_pasting_lines_and_shown_before_they_count(panel: Panel) -> None:
    at = type_in(
        page(), PASTE, "Wen Castellano, Recruiter <wen@harborvale.example>\n?, Head of Claims"
    )
    assert "Wen Castellano · Recruiter · wen@harborvale.example" in said(at)
    assert "name not known · Head of Claims" in said(at)

    at = press(at, f"{PASTE}.add")

    added = panel.store.read().get(Interview, INTERVIEW.id).interviewer_ids[3:]
    people = [panel.store.read().get(Interviewer, one) for one in added]
    assert [(one.name, one.position) for one in people] == [
        ("Wen Castellano", "Recruiter"),
        ("", "Head of Claims"),
    ]
    assert at.text_area(key=PASTE).value == ""
    assert set(added) < set(widget(at, field("there")).value)


def test_someone_added_keeps_what_was_typed_about_the_others(panel: Panel) -> None:
    at = type_in(page(), field("topic", DANA.id), "nobody reads the night reports")
    at = type_in(at, PASTE, "Wen Castellano")

    at = press(at, f"{PASTE}.add")

    assert at.text_area(key=field("topic", DANA.id)).value == "nobody reads the night reports"
    assert checklist(panel.store).about(DANA.id).said.topic == "nobody reads the night reports"


def test_what_is_too_long_is_refused_in_words_and_stays_typed(panel: Panel) -> None:
    long = "word " * 1_001
    at = type_in(page(), field("next_time"), long)

    assert "5,005 characters; 5,000 is the most" in said(at)
    assert at.text_area(key=field("next_time")).value == long
    assert panel.store.read().find(Debrief, INTERVIEW.id) is None


def test_a_field_changed_in_another_window_is_shown_twice_until_one_is_chosen(panel: Panel) -> None:
    at = type_in(page(), field("next_time"), "mine at first")
    debriefs.save(panel.store, replace(checklist(panel.store), next_time="theirs"), (), now=NOW)

    at = type_in(at, field("next_time"), "mine again")

    assert "This was changed in another window while you were typing here." in said(at)
    assert checklist(panel.store).next_time == "theirs"
    clash = f"debrief.{INTERVIEW.id}.clash.{field('next_time')}.Keep what is here"
    press(at, clash)
    assert checklist(panel.store).next_time == "mine again"


def test_the_address_is_listened_to_again_when_it_changes(
    panel: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(panel.store, LATER)
    at = page()
    monkeypatch.setattr(session, "now", lambda: NOW + timedelta(minutes=1))

    at.query_params["interview"] = LATER.id
    run(at)

    assert "Harbor & Vale, first round · Fri, Nov 27, 2 p.m." in said(at)
    assert "Nobody is entered for this interview yet." in said(at)
