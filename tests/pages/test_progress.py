"""Progress: where I stand in a few lines, and the findings with their pictures and tables."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.answers import EventKind, JobEvent
from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief
from lib.domain.followups.followup import FollowUp, Kind, Promise
from lib.domain.followups.reasons import parse_reason
from lib.domain.interviews import Interview
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import Note, NoteKind
from lib.store.repository import Store
from lib.ui.core import session
from tests.actions.conftest import DANA, JOB, NOW, ZONE, Panel
from tests.narrowing import not_none
from tests.pages.conftest import SAM, put
from tests.pages.screen import ROOT, links, opened, press, said, shown

TODAY = date(2026, 11, 19)
DAY = timedelta(days=1)
TILLER = Job(id="job-tiller", company="Tiller $1 & *Sons*", role="Analyst")
HELD = Interview(id="held", job_id=TILLER.id, day=TODAY - 20 * DAY, clock=time(10), zone=ZONE)


def promise(
    store: Store, id: str, days: int, *, kept: bool | None = True, moved: bool = False
) -> None:
    """A promise due so many days from today: kept, late, or open (None)."""
    due = Due(TODAY + days * DAY, None, ZONE)
    first = Due(due.day - DAY, None, ZONE) if moved else due
    done = {True: due.deadline() - DAY / 2, False: due.deadline() + DAY / 24, None: None}[kept]
    put(
        store,
        FollowUp(
            id=id,
            kind=Kind.CALL,
            what=f"Call about {id}",
            who="Wen",
            due=due,
            done_at=done,
            promise=Promise(made_at=NOW - 60 * DAY, first=first, agreed=due),
        ),
    )


def pictures(at: AppTest) -> list[str]:
    """What each picture on the page says to those who cannot see it."""
    drawn = [
        json.loads(one.proto.json)
        for one in at.get("bidi_component")
        if "drawn" in (one.proto.json or "")
    ]
    return [one["drawn"].partition('aria-label="')[2].partition('"')[0] for one in drawn]


def primary(at: AppTest) -> list[str]:
    return [not_none(one.key) for one in at.button if one.proto.type == "primary"]


def test_an_empty_page_says_what_will_stand_here_and_what_to_do(store: Store) -> None:
    at = opened("progress")

    assert "Here you will see where you stand" in said(at)
    assert primary(at) == ["progress.add"]


def test_the_way_out_of_the_empty_page_leads_to_the_form(store: Store) -> None:
    at = press(opened("progress"), "progress.add")

    assert shown(at.title[0].value) == "Add an interview"


def test_what_i_owe_is_the_first_line_and_leads_to_today(written: Panel) -> None:
    put(written.store, replace(written.follow_up(Kind.CALL), due=Due(TODAY - DAY, None, ZONE)))
    put(written.store, replace(written.follow_up(Kind.MATERIAL), due=Due(TODAY, None, ZONE)))

    at = opened("progress")

    assert "You owe 2 people**, :red[**1 overdue**]" in said(at)
    assert primary(at) == ["progress.today"]
    assert shown(press(at, "progress.today").title[0].value) == "Thursday, November 19, 2026"


def test_owing_nobody_anything_is_said_too(written: Panel) -> None:
    at = opened("progress")

    assert "You owe nobody anything today." in said(at)
    assert "things in the next seven days" in said(at)
    assert primary(at) == []


def test_who_owes_me_and_until_when(written: Panel) -> None:
    assert "1 owes you:** Harbor & Vale by Tue, Dec 1." in said(opened("progress"))


@pytest.fixture
def silent(written: Panel) -> Panel:
    """A second job whose day has passed, with a check-in that is due."""
    gave = Debrief(id=HELD.id, commitment=Commitment(by=TODAY - 3 * DAY), written_at=NOW - 20 * DAY)
    check_in = FollowUp(
        id="check-in", job_id=TILLER.id, interview_id=HELD.id, kind=Kind.CHECK_IN,
        what="Check in", reason=parse_reason(f"check_in:{HELD.id}"),
        due=Due(TODAY - DAY, None, ZONE),
    )  # fmt: skip
    put(written.store, TILLER, HELD, gave, check_in)
    return written


def test_a_silent_job_says_since_when_and_is_checked_in_with_one_click(silent: Panel) -> None:
    at = opened("progress")

    assert f"**{TILLER.company}** is silent: the day they gave was Mon, Nov 16." in said(at)
    assert ("Check in", "follow_up=check-in") in links(at)
    assert "1 owes you" in said(at), "the silent one has a line of its own"


def test_the_draft_of_a_check_in_is_what_its_link_opens(silent: Panel) -> None:
    draft = Note(
        id="draft",
        job_id=TILLER.id,
        interview_id=HELD.id,
        follow_up_id="check-in",
        kind=NoteKind.CHECK_IN,
    )
    put(silent.store, draft)

    assert ("Check in", "note=draft") in links(opened("progress"))


def test_whom_i_could_ask_is_said_and_leads_to_the_network(silent: Panel) -> None:
    at = opened("progress")

    assert "Nobody was asked yet** to put in a good word at" in said(at)
    assert ("See who could help", f"job={JOB.id}") in links(at)


def test_the_promises_are_a_finding_a_picture_and_a_table(store: Store) -> None:
    put(store, SAM)
    for i in range(4):
        promise(store, f"october {i}", -25 - i, kept=i > 2)
    for i in range(4):
        promise(store, f"november {i}", -5 - i, moved=i == 1)
    promise(store, "to come", 3, kept=None)

    at = opened("progress")

    assert "Five of eight promises were kept on time" in said(at)
    assert "Better than in October: 4 of 4 after 1 of 4." in said(at)
    assert "Longest run: **4 kept in a row**" in said(at)
    assert "Late most often: calls (3 of 8)." in said(at)
    assert pictures(at) == ["Promises by month; Oct: 1 of 4; Nov: 4 of 4"]
    assert "| Nov 2026 | 4 | 0 | 0 |" in said(at)
    assert "**kept** · Call about november 1 · Wen · Fri, Nov 13 · moved from Thu, Nov 12" in said(
        at
    )
    assert "**to keep** · Call about to come" in said(at)


def test_before_a_promise_has_come_due_there_is_no_figure(written: Panel) -> None:
    at = opened("progress")

    assert "2 promises to keep, and none has come due yet" in said(at)
    assert "kept on time" not in said(at)


def test_with_nothing_promised_the_section_says_what_will_stand_there(panel: Panel) -> None:
    assert "Nothing promised yet." in said(opened("progress"))


def test_each_job_shows_its_seven_ways_and_the_next_thing_to_do(written: Panel) -> None:
    note = written.note(DANA)

    at = opened("progress")

    (ways,) = (one for one in pictures(at) if one.startswith("The seven ways"))
    assert ways.startswith("The seven ways at Harbor &amp; Vale; Plan: Decide the follow-up before")
    assert "Thanks: Thank everyone, one by one, within three days: to do, until Sun, Nov 22" in ways
    assert links(at).count(("Send the note to Dana Whitfield", f"note={note.id}")) == 2
    assert "**Confirm what is next before leaving**" in said(at)
    assert ":gray[done, decide on the second round, Dana Whitfield, by Tue, Dec 1]" in said(at)


def test_jobs_that_are_over_come_last_with_how_they_ended(silent: Panel) -> None:
    put(silent.store, replace(JOB, status=JobStatus.WITHDRAWN))

    at = opened("progress")

    rows = [not_none(one.key) for one in at.container if (one.key or "").startswith("row-ways-")]
    assert rows == [f"row-ways-{TILLER.id}", f"row-ways-{JOB.id}"]
    assert "Claims Data Analyst · withdrawn" in said(at)


def test_the_jobs_and_the_notes_are_findings_with_pictures_and_tables(silent: Panel) -> None:
    for person in silent.people:
        put(silent.store, replace(silent.note(person), sent_at=NOW))
    put(silent.store, replace(JOB, status=JobStatus.OFFER))

    at = opened("progress")

    for words in ("All two jobs are still running", "None of two jobs came to a second round"):
        assert words in said(at)
    assert "All three notes went out within a day" in said(at)
    assert "| offer | 1 |" in said(at)
    assert "| within a day | 3 |" in said(at)
    assert [one.partition(";")[0] for one in pictures(at)][-3:] == [
        "All two jobs are still running",
        "None of two jobs came to a second round",
        "All three notes went out within a day",
    ]


def test_going_well_is_said_where_something_goes_well(store: Store) -> None:
    put(store, SAM)
    for i in range(3):
        promise(store, f"kept {i}", -5 - i)

    assert "**Going well:** 3 promises kept in a row." in said(opened("progress"))


def test_nothing_on_the_page_is_a_data_frame_or_leads_nowhere(silent: Panel) -> None:
    at = opened("progress")

    assert not at.dataframe
    assert all(
        (ROOT / "pages" / f"{one.proto.page.rpartition('/')[2] or 'today'}.py").exists()
        for one in at.page_link
    )


def test_ten_days_later_the_same_promises_are_late_and_the_thanks_are_missed(
    written: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "now", lambda: NOW + 10 * DAY)

    at = opened("progress")

    assert "None of two promises were kept on time" in said(at)
    assert (
        "missed, not thanked within three days: Dana Whitfield, Tobias Fehr, Priya Raman"
        in said(at)
    )


def test_a_third_silent_job_is_counted_and_one_without_a_check_in_leads_to_the_job(
    written: Panel,
) -> None:
    for i in range(3):
        job = replace(TILLER, id=f"job-{i}", company=f"Acme {i}")
        held = replace(HELD, id=f"held-{i}", job_id=job.id, day=HELD.day - i * DAY)
        gave = Debrief(
            id=held.id, commitment=Commitment(by=TODAY - 3 * DAY), written_at=NOW - 20 * DAY
        )
        put(written.store, job, held, gave)

    at = opened("progress")

    assert "**Acme 1** is silent: the day they gave was Mon, Nov 16." in said(at)
    assert "1 more job without a word." in said(at)
    assert ("See the job", "job=job-0") in links(at)


def test_a_check_in_without_an_answer_and_how_long_they_took_to_answer_another(
    silent: Panel,
) -> None:
    check_in = silent.store.read().get(FollowUp, "check-in")
    asked = replace(check_in, done_at=NOW - 4 * DAY)
    second = replace(
        asked, id="second", reason=parse_reason(f"check_in_again:{HELD.id}"), done_at=NOW - DAY
    )
    put(
        silent.store,
        asked,
        second,
        JobEvent(id="heard", job_id=TILLER.id, at=NOW - 2 * DAY, kind=EventKind.CALLED),
    )

    at = opened("progress")

    assert f"**{TILLER.company}** is silent: you asked yesterday, and no answer came yet." in said(
        at
    )
    assert "They answered once so far, after 2 days." in said(at)
    assert "2 check-ins sent, 1 answered." in said(at)


def test_the_weekday_that_tends_to_be_late_is_named(store: Store) -> None:
    put(store, SAM)
    for weeks in (1, 2, 3):
        promise(store, f"monday {weeks}", -3 - 7 * weeks, kept=False)
        promise(store, f"tuesday {weeks}", -2 - 7 * weeks)

    assert "Late most often: calls (3 of 6) and what was due on a Monday (3 of 3)." in said(
        opened("progress")
    )


def test_before_the_first_note_is_sent_the_section_says_what_will_stand_there(panel: Panel) -> None:
    assert "once the first one is sent" in said(opened("progress"))


def test_of_several_answers_the_middle_one_is_told(silent: Panel) -> None:
    note = silent.note(DANA)
    for i, days in enumerate((19, 18, 10)):
        put(
            silent.store, replace(note, id=f"asked-{i}", job_id=TILLER.id, sent_at=NOW - days * DAY)
        )
    for i, days in enumerate((17, 9)):
        put(
            silent.store,
            JobEvent(id=f"e-{i}", job_id=TILLER.id, at=NOW - days * DAY, kind=EventKind.WROTE),
        )

    assert "Half of their 2 answers came within 1 day." in said(opened("progress"))
