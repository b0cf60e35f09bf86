"""The history of a job on its page: what happened, what is to come, and lines added by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from lib.actions import follow_ups
from lib.actions import jobs as job_actions
from lib.domain.answers import Answer, EventKind, JobEvent
from lib.domain.followups.followup import Kind
from lib.domain.jobs import Job, JobStatus
from lib.store.repository import Store
from lib.ui.core import session
from tests.actions.conftest import DANA, INTERVIEW, JOB, NOW, Panel
from tests.pages.conftest import BEFORE, put
from tests.pages.screen import choose, elements, links, opened, press, run, said, shown, type_in

ADD = "history.add"
WORDS, DAY = f"history.new.words.{JOB.id}", f"history.new.day.{JOB.id}"
OTHER = Job(id="job-quay", company="Quay & Co", role="Clerk")


def event(number: int = 0, **given: Any) -> JobEvent:
    at = BEFORE - timedelta(minutes=number)
    return JobEvent(
        id=f"event-{number}", job_id=JOB.id, at=at, **({"words": f"line {number}"} | given)
    )


def events(store: Store) -> list[JobEvent]:
    return list(store.read().where(JobEvent, job_id=JOB.id))


def test_without_a_job_the_page_says_what_it_is_for_and_offers_the_first_step(store: Store) -> None:
    at = opened("history")

    assert "There is no job yet." in said(at)
    assert ("Add an interview", "add=interview") in links(at)


def test_a_job_without_any_happening_says_what_will_come(store: Store) -> None:
    put(store, JOB)

    words = said(opened("history"))

    assert "Nothing has happened yet." in words
    assert "Nothing is open for this job." in words


def test_it_tells_what_happened_with_the_newest_last(written: Panel) -> None:
    written_to = written.note(DANA)
    follow_ups.done(written.store, written_to.follow_up_id, now=NOW)

    words = said(opened("history", job=JOB.id))

    told = (
        "November 2026", "Thu, Nov 19", "Panel interview",
        "Dana Whitfield: decide on the second round",
        "Call, about the start date · Priya Raman", "Thank-you note to Dana Whitfield",
    )  # fmt: skip
    places = [words.rindex(one) for one in told]
    assert places[2:] == sorted(places[2:])
    assert (
        "Interview · 10 a.m. · with Dana Whitfield, Tobias Fehr, Priya Raman · 14 Quay Street"
        in plainly(words)
    )
    assert "Promised · 11 a.m. · for Wed, Nov 25, 10 a.m." in plainly(words)


def plainly(words: str) -> str:
    """The words without what makes them small, bold or coloured."""
    for mark in (":small[", ":gray[", ":green[", ":orange[", ":red[", "**", "]"):
        words = words.replace(mark, "")
    return words


def test_three_things_to_come_stand_first_and_the_calendar_has_the_rest(written: Panel) -> None:
    at = opened("history")

    rows = [label for label, query in links(at) if query.startswith("follow_up=")]
    assert len(rows) >= 3
    assert ("They were in touch", f"heard={JOB.id}") in links(at)
    more = [label for label, _ in links(at) if label.endswith("more on the calendar")]
    assert len(more) == 1
    words = said(at)
    assert words.index("Still to come") < words.index("They said")


def test_rows_lead_to_the_note_the_interview_the_checklist_and_the_follow_up(
    written: Panel,
) -> None:
    note, call = written.note(DANA), written.follow_up(Kind.CALL)
    follow_ups.done(written.store, note.follow_up_id, now=NOW)

    found = links(opened("history"))

    assert ("Thank-you note to Dana Whitfield", f"note={note.id}") in found
    assert ("Panel interview", f"interview={INTERVIEW.id}") in found
    assert ("Dana Whitfield: decide on the second round", f"interview={INTERVIEW.id}") in found
    assert ("Call, about the start date · Priya Raman", f"follow_up={call.id}") in found


def test_the_outcome_leads_to_the_page_of_the_answer(panel: Panel) -> None:
    put(panel.store, Answer(id=JOB.id, status=JobStatus.NOT_SELECTED, at=BEFORE))

    assert ("Not selected", f"job={JOB.id}") in links(opened("history"))


def test_the_job_with_the_latest_happening_comes_first_and_the_others_are_a_click_away(
    written: Panel,
) -> None:
    put(written.store, OTHER, replace(OTHER, id="shut", company="Shut", archived_at=BEFORE))

    at = opened("history")
    assert "**Harbor & Vale**" in said(at)
    assert ("Quay & Co, Clerk", f"job={OTHER.id}") in links(at)
    assert ("Shut, Clerk (archived)", "job=shut") in links(at)

    put(written.store, replace(event(), job_id=OTHER.id, at=NOW))

    assert "**Quay & Co**" in said(opened("history"))
    assert "**Harbor & Vale**" in said(opened("history", job=JOB.id))


def test_an_archived_job_has_its_history_and_nothing_to_come(written: Panel) -> None:
    job_actions.archive_job(written.store, JOB.id, now=BEFORE)

    at = opened("history")

    assert "nothing of it stands on Today" in said(at)
    assert "Job archived" in said(at)
    assert not [query for _, query in links(at) if query.startswith("heard=")]


def test_a_line_is_added_for_today(panel: Panel) -> None:
    at = type_in(opened("history"), WORDS, "Met Dana at the *fair*")

    at = press(at, ADD)

    (added,) = events(panel.store)
    assert (added.words, added.kind, added.at) == ("Met Dana at the *fair*", EventKind.OWN, NOW)
    assert "Added a line to the history of Harbor & Vale" in said(at)
    assert "Met Dana at the *fair*" in said(at)
    assert at.text_input(key=WORDS).value == ""


def test_a_line_about_an_earlier_day_stands_on_that_day_after_what_is_known_of_it(
    panel: Panel,
) -> None:
    at = type_in(opened("history"), WORDS, "Read the posting")
    at = choose(at, DAY, date(2026, 11, 16))

    at = press(at, ADD)

    words = said(at)
    assert words.index("Mon, Nov 16") < words.index("Thu, Nov 19")
    assert at.date_input(key=DAY).value == date(2026, 11, 19)


def test_a_line_about_a_day_to_come_is_refused_and_what_was_typed_stays(panel: Panel) -> None:
    at = type_in(opened("history"), WORDS, "The second round")
    at = choose(at, DAY, date(2026, 11, 20))

    at = press(at, ADD)

    assert "That moment is still to come. Choose today or an earlier day." in said(at)
    assert events(panel.store) == []
    assert at.text_input(key=WORDS).value == "The second round"


def test_a_line_without_words_or_without_a_day_is_refused(panel: Panel) -> None:
    at = press(opened("history"), ADD)
    assert "What happened? Say it in a few words." in said(at)

    at = type_in(at, WORDS, "Something")
    at = press(choose(at, DAY, None), ADD)

    assert "Which day was it?" in said(at)
    assert events(panel.store) == []


def test_a_double_click_adds_one_line(panel: Panel) -> None:
    at = type_in(opened("history"), WORDS, "Met Dana")
    at = press(at, ADD)

    at = press(type_in(at, WORDS, "Met Dana"), ADD)

    assert len(events(panel.store)) == 1
    assert at.text_input(key=WORDS).value == ""


def test_the_same_words_later_on_are_another_line(
    panel: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "DOUBLE_CLICK", 0.0)
    at = press(type_in(opened("history"), WORDS, "Called the front desk"), ADD)

    press(type_in(at, WORDS, "Called the front desk"), ADD)

    assert len(events(panel.store)) == 2


def test_a_line_is_taken_back_from_the_frame(panel: Panel) -> None:
    at = press(type_in(opened("history"), WORDS, "Met Dana"), ADD)

    at = press(at, f"frame.undo.{panel.store.entries(1)[0].id}")

    assert events(panel.store) == []
    assert "Met Dana" not in said(at)


def test_a_line_is_removed_later_from_its_menu_and_that_can_be_undone(panel: Panel) -> None:
    put(panel.store, event())

    at = choose(opened("history"), "history.menu.event-0", "Remove this line")

    assert events(panel.store) == []
    assert "Took a line out of the history" in said(at)
    press(at, f"frame.undo.{panel.store.entries(1)[0].id}")
    assert [one.words for one in events(panel.store)] == ["line 0"]


def test_only_the_last_25_lines_are_drawn_until_earlier_ones_are_asked_for(panel: Panel) -> None:
    put(panel.store, *(event(number) for number in range(55)))

    at = opened("history")
    assert "line 24\n" in said(at)
    assert "line 25\n" not in said(at)
    assert at.button(key="history.earlier").label == "Show 25 earlier"

    at = press(at, "history.earlier")
    assert "line 49\n" in said(at)
    assert at.button(key="history.earlier").label == "Show 6 earlier"

    at = press(at, "history.earlier")
    assert "Panel interview" in said(at)
    assert not [one for one in at.button if one.key == "history.earlier"]


def test_it_can_be_taken_along_as_a_page_and_as_markdown(panel: Panel) -> None:
    at = opened("history")

    files = {one.proto.label: one for one in elements(at, "download_button")}
    assert set(files) == {"Print", "Markdown"}


def test_hostile_words_are_shown_letter_for_letter(panel: Panel) -> None:
    tricks = "<script>x</script> [a](javascript:b) :red[c] $d$ **e** | `f`"
    put(panel.store, event(words=tricks), replace(JOB, company=tricks))

    at = opened("history")

    assert said(at).count(tricks) >= 2
    for one in elements(at, "markdown"):
        assert "[a](" not in one.value.replace("\\", "  ")


def test_a_job_that_is_gone_says_so_and_can_be_brought_back(panel: Panel) -> None:
    at = opened("history", job=JOB.id)
    job_actions.delete_job(panel.store, JOB.id, now=NOW)

    at = run(at)
    assert "This job is not there any more" in said(at)
    at = press(at, "gone.back")

    assert "**Harbor & Vale**" in said(at)


def test_a_jobs_page_leads_to_its_history(panel: Panel) -> None:
    at = opened("interviews", job=JOB.id)

    assert ("What happened so far", f"job={JOB.id}") in links(at)
    assert shown(opened("history", job=JOB.id).title[0].value) == "History"
