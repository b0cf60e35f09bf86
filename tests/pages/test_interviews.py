"""The jobs with their rounds: added with their people, found again, put away and deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.interviews import Interview, Interviewer, InterviewFormat, InterviewKind
from lib.domain.jobs import Job
from lib.store.repository import Store
from tests.actions.conftest import DANA, INTERVIEW, JOB, NOW, PRIYA, ZONE, Panel, content
from tests.pages.conftest import SAM, put
from tests.pages.screen import choose, links, opened, press, said, shown, type_in, widget

NEW = "interviews.new"
SAVE = f"{NEW}.save"
MENU = f"interviews.menu.{JOB.id}"
SEARCH = "interviews.search"
COMING = Interview(
    id="interview-coming", job_id=JOB.id, day=date(2026, 11, 24), clock=time(14), zone=ZONE
)


@pytest.fixture
def form(store: Store) -> AppTest:
    """The empty form, with company and role typed in."""
    put(store, SAM)
    at = type_in(opened("interviews", add="interview"), f"{NEW}.company", "Quayside Mutual")
    return type_in(at, f"{NEW}.role", "Claims Analyst")


def undo(at: AppTest, store: Store) -> AppTest:
    return press(at, f"frame.undo.{store.entries(1)[0].id}")


def only(store: Store) -> Interview:
    (one,) = store.read().all(Interview)
    return one


def test_without_any_job_the_page_says_what_will_stand_there(store: Store) -> None:
    at = opened("interviews")

    assert "A job you interview for stands here with its rounds and the people you met." in said(at)
    assert not at.get("text_input")


def test_adding_leads_to_the_form(store: Store) -> None:
    at = press(opened("interviews"), "interviews.add")

    assert shown(at.title[0].value) == "Add an interview"


def test_people_pasted_are_shown_before_they_are_added(form: AppTest, store: Store) -> None:
    lines = (
        "Ada Byron, CTO <ada@quayside.example>\n? , Head of Claims\n"
        "- Wen Castellano (Recruiter)\n!!!"
    )

    at = type_in(form, f"{NEW}.people", lines)

    words = said(at)
    assert "Ada Byron · CTO · ada@quayside.example" in words
    assert "name not known · Head of Claims" in words
    assert "Wen Castellano · Recruiter" in words
    assert store.read().all(Interviewer) == ()


def test_one_press_adds_job_interview_and_people(form: AppTest, store: Store) -> None:
    at = type_in(form, f"{NEW}.people", "Ada Byron, CTO <ada@quayside.example>\n? , Head of Claims")
    at = choose(at, f"{NEW}.kind", InterviewKind.FINAL)
    at = choose(at, f"{NEW}.format", InterviewFormat.VIDEO)
    at = type_in(at, f"{NEW}.day", "Tue")
    at = choose(at, f"{NEW}.from", time(14))
    at = choose(at, f"{NEW}.to", time(15, 30))

    at = press(at, SAVE)

    one = only(store)
    job = store.read().get(Job, one.job_id)
    assert (job.company, job.role) == ("Quayside Mutual", "Claims Analyst")
    assert (one.kind, one.format) == (InterviewKind.FINAL, InterviewFormat.VIDEO)
    assert (one.day, one.clock, one.minutes, one.zone) == (date(2026, 11, 24), time(14), 90, ZONE)
    people = [store.read().get(Interviewer, id) for id in one.interviewer_ids]
    assert [(person.name, person.position) for person in people] == [
        ("Ada Byron", "CTO"),
        ("", "Head of Claims"),
    ]
    assert shown(at.title[0].value) == "Interviews"
    assert "Added the interview at Quayside Mutual" in said(at)


def test_an_interview_in_the_past_is_fine_and_leads_to_writing_it_down(
    form: AppTest, store: Store
) -> None:
    at = type_in(form, f"{NEW}.day", "Mon 16 Nov 2026")

    at = press(at, SAVE)

    assert only(store).day == date(2026, 11, 16)
    assert shown(at.title[0].value) == "Thursday, November 19, 2026"
    assert "**Just ended: Quayside Mutual, first round**" in said(at)


def test_the_form_begins_with_the_hour_that_has_just_gone_by(form: AppTest, store: Store) -> None:
    press(form, SAVE)

    one = only(store)
    assert (one.day, one.clock, one.minutes) == (date(2026, 11, 19), time(11), 60)


def test_what_was_added_can_be_undone(form: AppTest, store: Store) -> None:
    before = content(store)
    at = press(form, SAVE)

    undo(at, store)

    assert content(store) == before


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("company", "  ", "Which company is it? Enter its name."),
        ("role", "", "Which role is it? Enter what it is called."),
        ("to", time(9), "It ends before it starts. Check the two times."),
        ("to", time(11), "It ends before it starts. Check the two times."),
        ("to", None, "When is or was it? Enter the day and both times."),
        ("day", "19 Nov 20266", "When is or was it? Enter the day and both times."),
        ("day", "20266-11-19", "When is or was it? Enter the day and both times."),
        ("day", "", "When is or was it? Enter the day and both times."),
        ("company", "x" * 201, "“Company” has 201 characters; 200 is the most."),
    ],
)
def test_what_cannot_be_added_is_refused_in_a_sentence_and_stays_typed(
    form: AppTest, store: Store, field: str, value: str | time | None, sentence: str
) -> None:
    at = choose(form, f"{NEW}.{field}", value)

    at = press(at, SAVE)

    assert sentence in said(at)
    assert store.read().all(Interview) == ()
    assert widget(at, f"{NEW}.{field}").value == value


def test_a_further_round_is_of_the_same_job_and_offers_the_people_known(panel: Panel) -> None:
    at = choose(opened("interviews"), MENU, "Add a further round")
    assert at.query_params == {"add": "interview", "job": JOB.id}
    at = choose(at, f"{NEW}.known", [DANA.id])

    press(at, SAVE)

    added = next(one for one in panel.store.read().all(Interview) if one.id != INTERVIEW.id)
    assert (added.job_id, added.interviewer_ids) == (JOB.id, (DANA.id,))


def test_someone_whom_the_job_knows_is_not_doubled(panel: Panel) -> None:
    at = opened("interviews", add="interview", job=JOB.id)
    at = type_in(at, f"{NEW}.people", "dana whitfield, VP")

    press(at, SAVE)

    assert len(panel.store.read().all(Interviewer)) == 3


def test_a_round_says_what_to_do_next(written: Panel) -> None:
    put(written.store, COMING, replace(INTERVIEW, id="older", day=date(2026, 11, 16)))

    at = opened("interviews")

    assert ("Panel, Mon, Nov 16, 10 a.m.", "interview=older") in links(at)
    assert ("Write it down", "interview=older") in links(at)
    assert any(label == "In 5 days, 0 % ready" for label, _ in links(at))
    assert any(label == "5 notes to send" for label, _ in links(at))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("harbor", "Claims Data Analyst at Harbor & Vale"),
        ("TOBIAS", "Tobias Fehr"),
        ("recruiter", "Priya Raman"),
        ("ledger", "whenever the ledger changes"),
    ],
)
def test_search_finds_jobs_people_and_notes(written: Panel, words: str, found: str) -> None:
    at = type_in(opened("interviews"), SEARCH, words)

    assert "for “" + words + "”" in said(at)
    assert any(found.casefold() in label.casefold() for label, _ in links(at))


def test_a_person_found_leads_to_the_round_and_a_note_to_the_note(written: Panel) -> None:
    person = links(type_in(opened("interviews"), SEARCH, "tobias@harborvale"))
    note = links(type_in(opened("interviews"), SEARCH, "first-week guide"))

    assert any(
        address == f"interview={INTERVIEW.id}" and "Tobias Fehr" in label
        for label, address in person
    )
    assert any(address == f"note={written.note(PRIYA).id}" for _, address in note)


def test_a_search_without_a_match_says_so(panel: Panel) -> None:
    at = type_in(opened("interviews"), SEARCH, "zebra")

    assert "**0 matches** for “zebra”" in said(at)


def test_an_archived_job_goes_behind_the_fold_and_comes_back(panel: Panel) -> None:
    at = choose(opened("interviews"), MENU, "Archive")
    assert panel.store.read().get(Job, JOB.id).archived_at == NOW
    assert "Archived (1)" in said(at)
    assert "Archived Harbor & Vale" in said(at)

    at = press(at, f"interviews.back.{JOB.id}")

    assert panel.store.read().get(Job, JOB.id).archived_at is None
    assert "Archived (1)" not in said(at)


def test_archiving_can_be_undone(panel: Panel) -> None:
    at = choose(opened("interviews"), MENU, "Archive")

    undo(at, panel.store)

    assert panel.store.read().get(Job, JOB.id).archived_at is None


@pytest.mark.parametrize("archived", [False, True])
def test_a_deleted_job_goes_with_all_that_hangs_on_it_and_comes_back_with_it(
    written: Panel, archived: bool
) -> None:
    store = written.store
    at = opened("interviews")
    at = choose(at, MENU, "Archive") if archived else at
    before = content(store)
    at = press(at, f"interviews.gone.{JOB.id}") if archived else choose(at, MENU, "Delete")
    assert set(content(store)) == {"Profile profile"}
    assert "Deleted Claims Data Analyst at Harbor & Vale" in said(at)

    at = undo(at, store)

    assert content(store) == before


def test_the_menu_opens_the_job(panel: Panel) -> None:
    at = choose(opened("interviews"), MENU, "Open and edit")

    assert shown(at.title[0].value) == "Harbor & Vale"
    assert at.text_input(key=f"interviews.job.role.{JOB.id}").value == "Claims Data Analyst"


def test_a_job_that_stands_twice_is_asked_about_and_made_one(panel: Panel) -> None:
    put(panel.store, replace(JOB, id="again", role="Claims Data-Analyst", revision=0))
    at = opened("interviews")
    assert "You have Claims Data-Analyst at Harbor & Vale twice. Are these the same job?" in said(
        at
    )

    press(at, "interviews.twins.again.merge")

    assert "Made one job of two: Claims Data Analyst at Harbor & Vale" in said(at)
    assert [job.id for job in panel.store.read().all(Job)] == [JOB.id]


def test_a_job_that_stands_twice_on_purpose_is_kept(panel: Panel) -> None:
    put(panel.store, replace(JOB, id="again", revision=0))

    at = press(opened("interviews"), "interviews.twins.again.keep")

    assert "twice. Are these the same job?" not in said(at)
    assert len(panel.store.read().all(Job)) == 2
