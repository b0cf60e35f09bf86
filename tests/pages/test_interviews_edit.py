"""One job and one round: kept as they are changed, with their people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from lib.actions import jobs
from lib.domain.interviews import Interview, Interviewer, InterviewKind, Role
from lib.domain.jobs import Job
from lib.store.repository import Store
from tests.actions.conftest import DANA, INTERVIEW, JOB, NOW, PRIYA, TOBIAS, Panel, content
from tests.pages.conftest import put
from tests.pages.screen import choose, links, opened, press, said, shown, type_in

PASTE = f"interviews.paste.{INTERVIEW.id}"


def of_job(field: str) -> str:
    return f"interviews.job.{field}.{JOB.id}"


def of_round(field: str) -> str:
    return f"interviews.round.{field}.{INTERVIEW.id}"


def of_person(field: str, person: Interviewer) -> str:
    return f"interviews.person.{field}.{person.id}"


def job(store: Store) -> Job:
    return store.read().get(Job, JOB.id)


def interview(store: Store) -> Interview:
    return store.read().get(Interview, INTERVIEW.id)


def job_page() -> AppTest:
    return opened("interviews", job=JOB.id)


def round_page() -> AppTest:
    return opened("interviews", interview=INTERVIEW.id)


def test_a_job_is_saved_as_it_is_changed(panel: Panel) -> None:
    at = type_in(job_page(), of_job("company"), "Harbor, Vale & Sons")

    kept = job(panel.store)
    assert kept.company == "Harbor, Vale & Sons"
    assert "How it stands: interviewing. Note their answer" in said(at)
    assert shown(at.title[0].value) == "Harbor, Vale & Sons"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("company", "", "Which company is it? Enter its name."),
        ("link", "javascript:alert(1)", "The link should begin with http:// or https://."),
    ],
)
def test_what_a_job_cannot_be_is_refused_and_stays_typed(
    panel: Panel, field: str, value: str, sentence: str
) -> None:
    at = type_in(job_page(), of_job(field), value)

    assert sentence in said(at)
    assert at.text_input(key=of_job(field)).value == value
    assert content(panel.store)[f"Job {JOB.id}"] == JOB


def test_a_job_leads_to_its_rounds_and_to_a_further_one(panel: Panel) -> None:
    at = job_page()

    assert ("Panel, today 10 a.m.", f"interview={INTERVIEW.id}") in links(at)
    assert ("Add a further round", f"add=interview&job={JOB.id}") in links(at)
    assert ("All interviews", "") in links(at)


def test_a_round_is_saved_as_it_is_changed(panel: Panel) -> None:
    at = choose(round_page(), of_round("kind"), InterviewKind.FINAL)
    at = type_in(at, of_round("day"), "Fri 20 Nov 2026")
    at = choose(at, of_round("to"), time(11, 30))
    at = type_in(at, of_round("place"), "Pier 9")

    kept = interview(panel.store)
    assert (kept.kind, kept.day, kept.place) == (InterviewKind.FINAL, date(2026, 11, 20), "Pier 9")
    assert (kept.clock, kept.minutes) == (time(10), 90)
    assert shown(at.title[0].value) == "Harbor & Vale, final round"


def test_a_day_that_cannot_be_read_leaves_the_day_that_was_there(panel: Panel) -> None:
    at = type_in(round_page(), of_round("day"), "19 Nov 20266")

    assert "I cannot read that as a date." in said(at)
    assert interview(panel.store).day == INTERVIEW.day


def test_an_end_before_the_start_is_refused(panel: Panel) -> None:
    at = choose(round_page(), of_round("to"), time(9))

    assert "It ends before it starts. Check the two times." in said(at)
    assert interview(panel.store).minutes == 60


def test_a_person_is_saved_as_they_are_changed(panel: Panel) -> None:
    at = type_in(round_page(), of_person("phone", DANA), "+1 555 0142")
    choose(at, of_person("role", DANA), Role.RECRUITER)

    kept = panel.store.read().get(Interviewer, DANA.id)
    assert (kept.phone, kept.role) == ("+1 555 0142", Role.RECRUITER)


def test_an_address_that_is_none_is_refused_and_stays_typed(panel: Panel) -> None:
    at = type_in(round_page(), of_person("email", DANA), "dana at harborvale")

    assert "“dana at harborvale” is not an e-mail address. Check it, or leave it empty." in said(at)
    assert at.text_input(key=of_person("email", DANA)).value == "dana at harborvale"
    assert panel.store.read().get(Interviewer, DANA.id).email == DANA.email


def test_how_to_greet_somebody_is_guessed_as_an_example_and_kept_once_it_is_typed(
    panel: Panel,
) -> None:
    at = round_page()
    field = at.text_input(key=of_person("greet_as", DANA))
    assert (field.label, field.placeholder, field.value) == ("Greet as", "e.g. Dana", "")

    type_in(at, of_person("greet_as", DANA), " Ms. Whitfield ")

    assert panel.store.read().get(Interviewer, DANA.id).greet_as == "Ms. Whitfield"


def test_the_example_follows_the_name_as_it_is_typed(panel: Panel) -> None:
    at = type_in(round_page(), of_person("name", DANA), "Prof. Dr. med. Dana Whitfield")

    assert at.text_input(key=of_person("greet_as", DANA)).placeholder == "e.g. Prof. Whitfield"


def test_a_greeting_without_end_is_refused(panel: Panel) -> None:
    at = type_in(round_page(), of_person("greet_as", DANA), "D" * 201)

    assert "“Greet as” has 201 characters; 200 is the most." in said(at)
    assert panel.store.read().get(Interviewer, DANA.id).greet_as == ""


def test_where_a_name_leaves_the_greeting_open_one_is_chosen_with_a_tap(panel: Panel) -> None:
    choice = f"{of_person('greet_as', DANA)}.choice"
    at = type_in(round_page(), of_person("name", DANA), "Sue Ann Lott")
    assert "Which do you say?" in said(at)

    at = choose(at, choice, "Sue Ann")

    assert panel.store.read().get(Interviewer, DANA.id).greet_as == "Sue Ann"
    assert at.text_input(key=of_person("greet_as", DANA)).value == "Sue Ann"
    assert "Which do you say?" not in said(at)


def test_a_name_that_leaves_nothing_open_asks_nothing(panel: Panel) -> None:
    assert "Which do you say?" not in said(round_page())


def test_a_pasted_name_whose_order_is_unsure_is_asked_about(panel: Panel) -> None:
    at = type_in(round_page(), PASTE, "Castellano, Wen")

    assert "Wen Castellano (is “Castellano” the family name? check it)" in said(at)


def test_the_answer_to_a_question_about_a_line_is_written_into_the_field(panel: Panel) -> None:
    at = type_in(round_page(), PASTE, "Castellano, Wen\nTobias Fehr, Engineer")
    at = choose(at, f"{PASTE}.choice.0", 1)

    assert at.text_area(key=PASTE).value == "Castellano | Wen\nTobias Fehr, Engineer"
    assert "Castellano · Wen" in said(at)
    assert "check it" not in said(at)


@pytest.mark.parametrize(("is_same", "people"), [(True, 3), (False, 4)])
def test_a_namesake_is_asked_about_and_added_as_was_said(
    panel: Panel, is_same: bool, people: int
) -> None:
    at = type_in(round_page(), PASTE, f"{DANA.name}, Warehouse Buyer")
    (question,) = (pills for pills in at.button_group if str(pills.key).startswith(f"{PASTE}.same"))
    assert f"You already have {DANA.name} ({DANA.position}) in this job. Same person?" in shown(
        question.label
    )

    at = press(at, f"{PASTE}.add")
    assert "Say under the field whether the new one is the same person" in said(at)
    assert at.text_area(key=PASTE).value == f"{DANA.name}, Warehouse Buyer"
    press(choose(at, str(question.key), is_same), f"{PASTE}.add")

    met = panel.store.read().where(Interviewer, job_id=JOB.id)
    assert len(met) == people
    assert [one.name for one in met if one.position == "Warehouse Buyer"] == [DANA.name]


def test_two_people_in_one_line_are_added_as_two(panel: Panel) -> None:
    at = type_in(round_page(), PASTE, "Wen Castellano, Ada Lindqvist")
    assert "Ada Lindqvist (is “Ada Lindqvist” a second person? check it)" in said(at)

    press(at, f"{PASTE}.add")

    added = interview(panel.store).interviewer_ids[-2:]
    names = [panel.store.read().get(Interviewer, one).name for one in added]
    assert names == ["Wen Castellano", "Ada Lindqvist"]


def test_people_are_added_to_a_round_by_pasting_lines(panel: Panel) -> None:
    at = type_in(round_page(), PASTE, "Wen Castellano, Recruiter")
    assert "Wen Castellano · Recruiter" in said(at)

    at = press(at, f"{PASTE}.add")

    added = panel.store.read().get(Interviewer, interview(panel.store).interviewer_ids[-1])
    assert added.name == "Wen Castellano"
    assert at.text_input(key=of_person("name", added)).value == "Wen Castellano"


def test_nothing_pasted_adds_nobody(panel: Panel) -> None:
    assert round_page().button(key=f"{PASTE}.add").disabled


def test_someone_is_taken_off_and_comes_back_with_the_undo(panel: Panel) -> None:
    before = content(panel.store)
    at = press(round_page(), f"interviews.off.{TOBIAS.id}")
    assert interview(panel.store).interviewer_ids == (DANA.id, PRIYA.id)
    assert panel.store.read().find(Interviewer, TOBIAS.id) is None

    press(at, f"frame.undo.{panel.store.entries(1)[0].id}")

    assert content(panel.store) == before


def test_a_round_that_is_over_leads_to_its_checklist(panel: Panel) -> None:
    at = press(round_page(), "interviews.write")

    assert shown(at.title[0].value) == "How did it go?"
    assert at.query_params == {"interview": INTERVIEW.id}


def test_a_round_to_come_does_not_ask_to_be_written_down(panel: Panel) -> None:
    put(panel.store, replace(INTERVIEW, day=date(2026, 11, 20)))

    assert "**It is over.**" not in said(round_page())


def test_a_deleted_round_leaves_the_job_and_comes_back_with_the_undo(written: Panel) -> None:
    before = content(written.store)
    at = press(round_page(), f"interviews.delete.{INTERVIEW.id}")
    assert at.query_params == {"job": JOB.id}
    assert set(content(written.store)) == {
        "Profile profile",
        *(f"Interviewer {one.id}" for one in (DANA, TOBIAS, PRIYA)),
        f"Job {JOB.id}",
    }

    press(at, f"frame.undo.{written.store.entries(1)[0].id}")

    assert content(written.store) == before


def test_a_field_changed_only_in_another_window_is_taken_over(panel: Panel) -> None:
    at = round_page()
    there = replace(interview(panel.store), place="Pier 9")
    jobs.save_interview(panel.store, there, (), now=NOW - timedelta(minutes=1))

    at = type_in(at, of_round("remarks"), "bring the folder")

    assert at.text_input(key=of_round("place")).value == "Pier 9"
    kept = interview(panel.store)
    assert (kept.place, kept.remarks) == ("Pier 9", "bring the folder")


def test_a_field_changed_here_and_there_is_shown_twice_until_one_is_chosen(panel: Panel) -> None:
    at = round_page()
    there = replace(interview(panel.store), place="Pier 9")
    jobs.save_interview(panel.store, there, (), now=NOW - timedelta(minutes=1))

    at = type_in(at, of_round("place"), "Pier 12")

    assert "There: Pier 9" in said(at)
    press(at, f"interviews.round.{INTERVIEW.id}.clash.{of_round('place')}.Keep what is here")
    assert interview(panel.store).place == "Pier 12"
