"""The seven ways for one job, row by row of the table in docs/progress.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.answers import Answer
from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief, PersonDebrief
from lib.domain.english import English
from lib.domain.followups.followup import FollowUp, Kind, Promise
from lib.domain.followups.reasons import parse_reason
from lib.domain.job_records import JobRecords
from lib.domain.jobs import JobStatus
from lib.domain.notes import Note, NoteKind
from lib.domain.people.asks import Ask, Reached, Step
from lib.domain.progress.way_case import Case, NextThing, Task
from lib.domain.progress.ways import Standing, Way, WayState, board, is_over
from tests.domain.followups.planned import DANA, ENDED, JOB, NAMELESS, ROUND, TOBIAS, WORKDAYS, ZONE

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DONE, OPEN, NOT_YET, MISSED = Standing.DONE, Standing.OPEN, Standing.NOT_YET, Standing.MISSED
HELD = replace(ROUND, interviewer_ids=("dana", "tobias"))
WRITTEN = Debrief(id="i", written_at=ENDED + HOUR)
MONDAY = Due(date(2026, 11, 23), None, ZONE)
KNOWN = JobRecords(job=JOB, interviews=(HELD,), people=(DANA, TOBIAS), debriefs=(WRITTEN,))
TO_DANA = Note(
    id="to-dana", job_id="j", interview_id="i", interviewer_id="dana", follow_up_id="f-dana"
)
TO_TOBIAS = replace(TO_DANA, id="to-tobias", interviewer_id="tobias", follow_up_id="f-tobias")
CALL = FollowUp(
    id="call",
    job_id="j",
    interview_id="i",
    who="Dana",
    kind=Kind.CALL,
    what="Call",
    due=MONDAY,
    promise=Promise(made_at=ENDED, first=MONDAY, agreed=MONDAY),
)


def case(of: JobRecords, now: datetime, readiness: dict[str, int], zone: str = ZONE) -> Case:
    return Case(of, readiness, now, zone, WORKDAYS, English.AMERICAN)


def state(
    way: Way,
    of: JobRecords = KNOWN,
    after: timedelta = 2 * HOUR,
    readiness: Mapping[str, int] | None = None,
    **given: Any,
) -> WayState:
    """Returns how that way stands so long after the interview's end, with these other records."""
    found = board(case(replace(of, **given), ENDED + after, dict(readiness or {})))
    return next(one for one in found if one.way is way)


def standing(
    way: Way, of: JobRecords = KNOWN, after: timedelta = 2 * HOUR, **given: Any
) -> Standing:
    return state(way, of, after, **given).standing


def sent(note: Note, after: timedelta) -> Note:
    return replace(note, sent_at=ENDED + after)


def over(status: JobStatus) -> dict[str, Any]:
    return {"job": replace(JOB, status=status)}


BEFORE = -5 * DAY


def test_a_plan_is_a_worksheet_of_eighty_per_cent() -> None:
    assert standing(Way.PLAN, after=BEFORE, readiness={"i": 80}) is DONE
    assert standing(Way.PLAN, after=BEFORE, readiness={"i": 79}) is OPEN
    assert standing(Way.PLAN, readiness={"i": 80}) is DONE
    assert standing(Way.PLAN, readiness={"i": 79}) is MISSED


def test_the_round_to_come_counts_and_not_the_one_before_it() -> None:
    coming = replace(HELD, id="next", day=date(2026, 11, 27))

    found = state(Way.PLAN, interviews=(HELD, coming), readiness={"i": 100, "next": 40})

    assert found.standing is OPEN
    assert found.reason == "worksheet 40 % ready for Fri, Nov 27"
    assert found.then == NextThing(Task.FILL_WORKSHEET, "next", "Finish the worksheet")


def test_without_an_interview_nothing_can_be_planned_yet() -> None:
    found = state(Way.PLAN, JobRecords(job=JOB))

    assert found.standing is NOT_YET
    assert found.then == NextThing(Task.ADD_INTERVIEW, "j", "Add an interview")


@pytest.mark.parametrize("said", [Commitment(by=date(2026, 12, 1)), Commitment(who_id="dana")])
def test_the_next_step_is_confirmed_by_a_day_or_a_person(said: Commitment) -> None:
    assert standing(Way.NEXT_STEP, debriefs=(replace(WRITTEN, commitment=said),)) is DONE


def test_the_next_step_is_told_in_words() -> None:
    said = Commitment(what="decide", who_id="dana", by=date(2026, 12, 1))

    found = state(Way.NEXT_STEP, debriefs=(replace(WRITTEN, commitment=said),))

    assert found.reason == "decide, Dana Whitfield, by Tue, Dec 1"


def test_the_next_step_is_open_until_the_interview_is_written_down_and_then_missed() -> None:
    assert standing(Way.NEXT_STEP, after=BEFORE) is NOT_YET
    assert state(Way.NEXT_STEP, debriefs=()).then == NextThing(
        Task.FILL_CHECKLIST, "i", "Write it down"
    )
    assert standing(Way.NEXT_STEP, debriefs=()) is OPEN
    assert (
        standing(Way.NEXT_STEP, debriefs=(replace(WRITTEN, commitment=Commitment(what="a talk")),))
        is MISSED
    )
    assert standing(Way.NEXT_STEP, debriefs=(), **over(JobStatus.WITHDRAWN)) is MISSED


def test_thanks_are_done_once_everyone_with_a_name_was_thanked_within_three_days() -> None:
    both = (sent(TO_DANA, HOUR), sent(TO_TOBIAS, 72 * HOUR))

    assert standing(Way.THANKS, after=30 * DAY, notes=both) is DONE


@pytest.mark.parametrize(
    ("after", "stands"), [(72 * HOUR, OPEN), (72 * HOUR + timedelta(seconds=1), MISSED)]
)
def test_thanks_are_open_for_three_days_and_then_missed(after: timedelta, stands: Standing) -> None:
    found = state(Way.THANKS, after=after, notes=(sent(TO_DANA, HOUR), TO_TOBIAS))

    assert found.standing is stands
    assert "Tobias Fehr" in found.reason
    assert "Dana" not in found.reason
    assert found.then == NextThing(Task.SEND_NOTE, "to-tobias", "Send the note to Tobias Fehr")


def test_thanks_that_went_out_too_late_are_missed() -> None:
    notes = (sent(TO_DANA, HOUR), sent(TO_TOBIAS, 80 * HOUR))

    found = state(Way.THANKS, after=5 * DAY, notes=notes)

    assert (found.standing, found.then) == (MISSED, None)
    assert found.reason == "everyone thanked, but not within three days"


def test_thanks_by_a_call_or_said_to_be_out_already_count() -> None:
    called = replace(CALL, reason=parse_reason("thank_call:i:dana"), done_at=ENDED + HOUR)
    told = replace(WRITTEN, people=(PersonDebrief(interviewer_id="tobias", thanked_already=True),))

    assert standing(Way.THANKS, followups=(called,), debriefs=(told,)) is DONE


def test_who_was_not_there_needs_no_thanks() -> None:
    away = replace(WRITTEN, people=(PersonDebrief(interviewer_id="tobias", was_there=False),))

    assert standing(Way.THANKS, notes=(sent(TO_DANA, HOUR),), debriefs=(away,)) is DONE


def test_one_letter_thanks_everyone() -> None:
    letter = sent(replace(TO_DANA, kind=NoteKind.COORDINATOR, interviewer_id=""), HOUR)
    nameless = replace(HELD, interviewer_ids=("nameless",))

    assert standing(Way.THANKS, notes=(letter,)) is DONE
    assert standing(Way.THANKS, notes=(letter,), interviews=(nameless,), people=(NAMELESS,)) is DONE


def test_where_no_name_is_known_thanks_are_open_and_the_checklist_is_the_way() -> None:
    found = state(Way.THANKS, interviews=(replace(HELD, interviewer_ids=()),))

    assert found.standing is OPEN
    assert found.then == NextThing(Task.FILL_CHECKLIST, "i", "Say how to thank them")


def test_before_the_interview_and_before_it_is_written_down() -> None:
    assert standing(Way.THANKS, after=BEFORE) is NOT_YET
    assert state(Way.THANKS, debriefs=()).then == NextThing(
        Task.FILL_CHECKLIST, "i", "Write it down"
    )


def test_an_earlier_round_that_can_still_be_thanked_for_comes_before_the_last_one() -> None:
    second = replace(HELD, id="second", clock=time(15), interviewer_ids=("tobias",))
    to_second = sent(replace(TO_TOBIAS, interview_id="second"), 8 * HOUR)

    found = state(Way.THANKS, after=DAY, interviews=(HELD, second), notes=(to_second, TO_DANA))

    assert found.standing is OPEN
    assert "Dana Whitfield" in found.reason


def test_a_promise_made_since_the_interview_is_a_next_contact() -> None:
    found = state(Way.NEXT_CONTACT, followups=(CALL,))

    assert (found.standing, found.reason) == (DONE, "Call, Dana, Mon, Nov 23")
    assert standing(Way.NEXT_CONTACT, after=BEFORE, followups=(CALL,)) is NOT_YET


def test_a_promise_of_an_earlier_round_sets_no_next_contact() -> None:
    before = replace(CALL, promise=Promise(made_at=ENDED - 20 * DAY, first=MONDAY, agreed=MONDAY))

    assert standing(Way.NEXT_CONTACT, followups=(before,)) is OPEN


def test_without_a_promise_the_way_is_the_note_then_the_check_in_then_the_checklist() -> None:
    planned = replace(CALL, kind=Kind.CHECK_IN, what="Check in", promise=None)
    naming = replace(TO_DANA, names_id="call")

    to_note = state(Way.NEXT_CONTACT, notes=(naming,), followups=(planned,)).then
    to_check_in = state(Way.NEXT_CONTACT, followups=(planned,)).then
    to_checklist = state(Way.NEXT_CONTACT).then

    assert to_note == NextThing(Task.SEND_NOTE, "to-dana", "Send the note to Dana Whitfield")
    assert to_check_in == NextThing(Task.DO_FOLLOW_UP, "call", "Check in")
    assert to_checklist == NextThing(Task.FILL_CHECKLIST, "i", "Say what you promised")


def test_the_next_contact_is_missed_once_the_job_is_over() -> None:
    assert standing(Way.NEXT_CONTACT, debriefs=()) is OPEN
    assert standing(Way.NEXT_CONTACT, **over(JobStatus.ACCEPTED)) is MISSED


def test_punctual_is_every_promise_that_has_come_due_kept_on_time() -> None:
    kept = replace(CALL, done_at=ENDED + HOUR)
    late = replace(CALL, id="late", done_at=MONDAY.deadline() + HOUR)

    assert standing(Way.PUNCTUAL) is NOT_YET
    assert standing(Way.PUNCTUAL, followups=(kept,)) is DONE
    assert standing(Way.PUNCTUAL, after=20 * DAY, followups=(kept, late)) is MISSED
    assert (
        state(Way.PUNCTUAL, after=20 * DAY, followups=(kept, late)).reason == "1 of 2 kept on time"
    )


def test_a_promise_to_keep_is_open_and_one_that_is_overdue_can_be_kept_with_one_click() -> None:
    to_come = state(Way.PUNCTUAL, followups=(CALL,))
    overdue = state(Way.PUNCTUAL, after=5 * DAY, followups=(CALL,))

    assert (to_come.standing, to_come.reason) == (OPEN, "1 to keep, one due Mon, Nov 23")
    assert overdue.standing is MISSED
    assert to_come.then == overdue.then == NextThing(Task.DO_FOLLOW_UP, "call", "Call")


def test_what_has_a_note_is_done_through_its_note() -> None:
    script = Note(id="script", job_id="j", follow_up_id="call", kind=NoteKind.CALL)

    assert state(Way.PUNCTUAL, followups=(CALL,), notes=(script,)).then == NextThing(
        Task.SEND_NOTE, "script", "Call"
    )


def ask(*steps: Step) -> Ask:
    return Ask(
        id="a", job_id="j", contact_id="c", steps=tuple(Reached(step, ENDED) for step in steps)
    )


def test_a_good_word_is_open_from_the_first_interview_on() -> None:
    found = state(Way.GOOD_WORD)

    assert state(Way.GOOD_WORD, after=BEFORE).reason == "from Fri, Nov 20 on"
    assert standing(Way.GOOD_WORD, after=BEFORE) is NOT_YET
    assert (found.standing, found.then) == (
        OPEN,
        NextThing(Task.FIND_GOOD_WORD, "j", "See who could help"),
    )


def test_somebody_lined_up_is_not_asked_yet() -> None:
    found = state(Way.GOOD_WORD, asks=(ask(Step.IDEA),))

    assert (found.standing, found.then) == (
        OPEN,
        NextThing(Task.FIND_GOOD_WORD, "j", "Ask for a good word"),
    )
    assert found.reason == "nobody asked since today, 1 lined up"


@pytest.mark.parametrize(
    ("steps", "reason", "owed"),
    [
        ((Step.ASKED,), "1 asked", False),
        ((Step.ASKED, Step.DECLINED), "1 asked", False),
        ((Step.ASKED, Step.DONE), "1 put in a word", True),
        ((Step.ASKED, Step.DONE, Step.THANKED), "1 put in a word", False),
    ],
)
def test_somebody_asked_is_done_and_thanks_that_are_owed_are_one_click_away(
    steps: tuple[Step, ...], reason: str, owed: bool
) -> None:
    found = state(Way.GOOD_WORD, asks=(ask(*steps),))

    assert (found.standing, found.reason, found.then is not None) == (DONE, reason, owed)


def test_nobody_asked_is_missed_once_the_job_is_over() -> None:
    assert standing(Way.GOOD_WORD, **over(JobStatus.NOT_SELECTED)) is MISSED


REJECTED: dict[str, Any] = {
    **over(JobStatus.NOT_SELECTED),
    "answer": Answer(id="j", status=JobStatus.NOT_SELECTED, at=ENDED),
}
REPLY = replace(TO_DANA, id="reply", kind=NoteKind.GRACIOUS_REPLY, follow_up_id="owed")
OWED = FollowUp(id="owed", job_id="j", kind=Kind.GRACIOUS_REPLY, what="Gracious reply", due=MONDAY)


@pytest.mark.parametrize("status", [one for one in JobStatus if one is not JobStatus.NOT_SELECTED])
def test_grace_is_asked_for_only_after_a_no(status: JobStatus) -> None:
    assert standing(Way.GRACE, **over(status)) is NOT_YET


@pytest.mark.parametrize(("after", "stands"), [(48 * HOUR, DONE), (49 * HOUR, MISSED)])
def test_a_gracious_reply_within_48_hours_is_done(after: timedelta, stands: Standing) -> None:
    assert standing(Way.GRACE, after=9 * DAY, **REJECTED, notes=(sent(REPLY, after),)) is stands
    assert (
        standing(
            Way.GRACE, after=9 * DAY, **REJECTED, followups=(replace(OWED, done_at=ENDED + after),)
        )
        is stands
    )


@pytest.mark.parametrize(("after", "stands"), [(48 * HOUR, OPEN), (49 * HOUR, MISSED)])
def test_a_gracious_reply_is_open_for_48_hours_and_one_click_away_even_later(
    after: timedelta, stands: Standing
) -> None:
    found = state(Way.GRACE, after=after, **REJECTED, notes=(REPLY,), followups=(OWED,))

    assert found.standing is stands
    assert found.then == NextThing(Task.SEND_NOTE, "reply", "Send the gracious reply")


def test_without_a_reply_to_send_the_answer_is_the_way() -> None:
    found = state(Way.GRACE, after=HOUR, **over(JobStatus.NOT_SELECTED))

    assert (found.standing, found.then) == (
        OPEN,
        NextThing(Task.OPEN_ANSWER, "j", "Open the answer"),
    )


def test_a_job_is_over_once_it_is_archived_or_its_answer_is_final() -> None:
    assert is_over(replace(JOB, archived_at=ENDED))
    assert not is_over(replace(JOB, status=JobStatus.OFFER))
    assert is_over(replace(JOB, status=JobStatus.SILENT))


moments = st.none() | st.integers(-9, 30).map(lambda days: ENDED + days * DAY)
jobs = st.builds(
    lambda status, at: replace(JOB, status=status, archived_at=at),
    st.sampled_from(JobStatus),
    moments,
)
rounds = st.builds(
    lambda id, day: replace(HELD, id=id, day=date(2026, 11, day)),
    st.sampled_from(["i", "i2"]),
    st.integers(10, 30),
)
owed = st.builds(
    lambda kind, done, closed: replace(CALL, kind=kind, done_at=done, closed_at=closed),
    st.sampled_from(Kind),
    moments,
    moments,
)
written = st.builds(
    lambda kind, at: replace(TO_DANA, kind=kind, sent_at=at), st.sampled_from(NoteKind), moments
)
records = st.builds(
    JobRecords,
    job=jobs,
    answer=st.none() | st.just(Answer(id="j", status=JobStatus.NOT_SELECTED, at=ENDED)),
    interviews=st.lists(rounds, max_size=2).map(tuple),
    people=st.just((DANA, NAMELESS)),
    debriefs=st.just(()) | st.builds(lambda at: (replace(WRITTEN, written_at=at),), moments),
    followups=st.lists(owed, max_size=3).map(tuple),
    notes=st.lists(written, max_size=3).map(tuple),
    asks=st.just(()) | st.builds(lambda step: (ask(step),), st.sampled_from(Step)),
)


percents = st.dictionaries(st.sampled_from(["i", "i2"]), st.integers(0, 100))


@given(records, percents, st.integers(-9, 30), st.sampled_from([ZONE, "Asia/Tokyo"]))
def test_a_board_always_has_the_seven_ways_in_order_each_with_a_reason(
    of: JobRecords, readiness: dict[str, int], days: int, zone: str
) -> None:
    now = datetime(2026, 11, 19, 17, tzinfo=UTC) + days * DAY

    found = board(case(of, now, readiness, zone))

    assert [one.way for one in found] == list(Way)
    assert all(one.reason for one in found)
    assert all(one.then for one in found if one.standing is OPEN), "what is open is one click away"
