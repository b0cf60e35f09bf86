"""The figures of the progress page, as docs/progress.md defines them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.answers import EventKind, JobEvent
from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief
from lib.domain.followups import agenda as owed
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.reasons import parse_reason
from lib.domain.interviews import Interview
from lib.domain.job_records import JobRecords
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import Note, NoteKind
from lib.domain.people.asks import Ask, Reached, Step
from lib.domain.progress import figures
from lib.domain.progress.figures import CheckIns, News, NoteTimes, Owing, Quiet, Replies, Silence
from tests.domain.followups.planned import ENDED, JOB, ROUND, ZONE
from tests.narrowing import not_none

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NOTE = Note(id="n", job_id="j", interview_id="i", interviewer_id="dana", follow_up_id="f")
ASKING = FollowUp(
    id="asking",
    job_id="j",
    kind=Kind.CHECK_IN,
    reason=parse_reason("check_in:i"),
    due=Due(date(2026, 11, 25), None, ZONE),
)
HEARD = JobEvent(id="e", job_id="j", at=ENDED + 4 * DAY, kind=EventKind.WROTE)


def sent(after: timedelta, **given: Any) -> Note:
    return replace(NOTE, sent_at=ENDED + after, **given)


def done(after: timedelta, **given: Any) -> FollowUp:
    return replace(ASKING, done_at=ENDED + after, **given)


def heard(after: timedelta) -> JobEvent:
    return replace(HEARD, at=ENDED + after)


def times(
    *notes: Note, followups: Sequence[FollowUp] = (), after: timedelta = 9 * DAY
) -> NoteTimes:
    of = JobRecords(job=JOB, interviews=(ROUND,), notes=notes, followups=tuple(followups))
    return figures.note_times([of], ENDED + after)


@pytest.mark.parametrize(
    ("some", "of", "words"),
    [
        (9, 10, "Nine of ten notes"),
        (10, 10, "All ten notes"),
        (0, 4, "None of four notes"),
        (1, 1, "The one note"),
        (0, 1, "None of one note"),
        (11, 19, "11 of 19 notes"),
    ],
)
def test_a_finding_begins_as_a_sentence_does(some: int, of: int, words: str) -> None:
    assert figures.of_all(some, of, "note") == words


def test_every_job_is_counted_where_it_stands_and_by_the_rounds_it_came_to() -> None:
    jobs = [
        JOB,
        replace(JOB, id="k", status=JobStatus.OFFER),
        replace(JOB, id="l", status=JobStatus.NOT_SELECTED, archived_at=ENDED),
    ]
    rounds = [(ROUND, replace(ROUND, id="i2")), (replace(ROUND, id="k1", job_id="k"),), ()]

    found = figures.funnel(
        [JobRecords(job=job, interviews=one) for job, one in zip(jobs, rounds, strict=True)]
    )

    assert {one.value: number for one, number in found.by_status.items() if number} == {
        "interviewing": 1,
        "offer": 1,
        "not_selected": 1,
    }
    assert (found.jobs, found.reached) == (3, (2, 1, 0))


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (24 * HOUR, NoteTimes(one_day=1)),
        (25 * HOUR, NoteTimes(two_days=1)),
        (72 * HOUR, NoteTimes(three_days=1)),
        (73 * HOUR, NoteTimes(later=1)),
    ],
)
def test_a_note_is_counted_by_the_time_from_the_end_of_its_interview(
    after: timedelta, found: NoteTimes
) -> None:
    assert times(sent(after)) == found


def test_a_note_that_was_never_sent_is_counted_once_its_three_days_are_over() -> None:
    assert times(NOTE, after=72 * HOUR).counted == 0
    assert times(NOTE, after=73 * HOUR) == NoteTimes(never=1)


def test_two_notes_for_one_thanks_count_once_by_the_first_that_went_out() -> None:
    linkedin = replace(NOTE, id="linkedin")

    assert times(sent(30 * HOUR), sent(3 * HOUR, id="card"), linkedin) == NoteTimes(one_day=1)


def test_thanks_marked_as_done_without_a_note_count_by_that_moment() -> None:
    thanked = done(30 * HOUR, id="f", kind=Kind.THANK_YOU)

    assert times(NOTE, followups=[thanked]) == NoteTimes(two_days=1)


def test_only_thank_you_notes_are_counted() -> None:
    assert times(sent(HOUR, kind=NoteKind.CHECK_IN), sent(HOUR, interview_id="gone")).counted == 0


def test_the_finding_of_the_notes_is_a_sentence() -> None:
    assert NoteTimes(9, 1).finding() == "Nine of ten notes went out within a day"


def test_an_employer_is_heard_from_by_a_word_or_by_a_further_interview() -> None:
    second = replace(ROUND, id="i2", day=date(2026, 12, 1), revision=1, changed_at=ENDED + 6 * DAY)
    own = replace(HEARD, id="own", kind=EventKind.OWN)

    found = figures.news_of(JobRecords(job=JOB, events=(HEARD, own), interviews=(second,)))

    assert found == (News(ENDED + 4 * DAY), News(ENDED + 6 * DAY))


def test_of_an_interview_that_was_changed_it_is_only_known_that_they_had_asked_by_then() -> None:
    edited = replace(ROUND, revision=3, changed_at=ENDED + DAY)

    for interview in (edited, ROUND):
        found = figures.news_of(JobRecords(job=JOB, interviews=(interview,)))
        assert found == (News(ROUND.starts_at(), exact=False),)


def test_the_time_to_an_answer_is_the_middle_one_and_says_what_it_rests_on() -> None:
    one = JobRecords(
        job=JOB,
        notes=(sent(0 * HOUR), sent(HOUR), sent(5 * DAY)),
        events=(heard(3 * DAY + HOUR), heard(6 * DAY)),
    )
    other = JobRecords(job=JOB, notes=(sent(0 * HOUR),), events=(heard(10 * DAY),))

    assert figures.replies([one, other]) == Replies(3.0, 3)


def test_an_answer_without_a_note_before_it_or_without_a_known_day_is_left_out() -> None:
    edited = replace(ROUND, day=date(2026, 12, 1), revision=3, changed_at=ROUND.ends_at() + DAY)
    of = JobRecords(
        job=JOB,
        notes=(sent(0 * HOUR),),
        events=(heard(-DAY), heard(2 * DAY)),
        interviews=(edited,),
    )

    assert figures.replies([of]) == Replies(None, 0)


def test_thank_you_notes_and_check_ins_wait_for_an_answer_and_other_notes_do_not() -> None:
    reply = sent(2 * HOUR, kind=NoteKind.GRACIOUS_REPLY)
    of = JobRecords(
        job=JOB,
        notes=(sent(HOUR), NOTE, reply),
        followups=(done(5 * DAY), ASKING),
        events=(heard(HOUR + DAY), heard(8 * DAY)),
    )

    assert figures.replies([of]) == Replies(2.0, 2)


def test_a_check_in_is_answered_when_they_were_in_touch_before_the_next_one() -> None:
    first, second = (
        done(5 * DAY),
        done(12 * DAY, id="again", reason=parse_reason("check_in_again:i")),
    )
    call = done(5 * DAY, id="call", kind=Kind.CALL, reason=parse_reason("call:k:dana"), job_id="k")
    loop = done(20 * DAY, id="loop", kind=Kind.CLOSE_LOOP)
    one = JobRecords(job=JOB, followups=(first, second, loop, ASKING), events=(heard(13 * DAY),))

    found = figures.check_ins([one, JobRecords(job=replace(JOB, id="k"), followups=(call,))])

    assert found == CheckIns(sent=3, answered=1)


def agenda(*follow_ups: FollowUp, now: datetime) -> Owing:
    return figures.owing(owed.agenda(follow_ups, now, ZONE))


def test_two_things_owed_to_one_person_are_owed_to_one_and_what_is_hidden_is_not_pressing() -> None:
    now = datetime(2026, 11, 25, 15, tzinfo=ENDED.tzinfo)
    to_dana = replace(ASKING, interviewer_id="dana")
    overdue = replace(to_dana, id="late", due=Due(date(2026, 11, 24), None, ZONE))
    to_wen = replace(ASKING, id="wen", who="Wen")
    again = replace(to_wen, id="wen2", who=" wen ")
    hidden = replace(ASKING, id="hidden", hidden_until=now + DAY)
    later = replace(ASKING, id="later", due=Due(date(2026, 11, 26), None, ZONE))

    assert agenda(to_dana, overdue, to_wen, again, hidden, later, now=now) == Owing(2, 4, 1)


def silence(
    *,
    job: Job = JOB,
    rounds: Sequence[Interview] = (ROUND,),
    by: date | None = None,
    followups: Sequence[FollowUp] = (),
    heard: Sequence[JobEvent] = (),
    after: timedelta = 9 * DAY,
) -> Silence | None:
    debrief = Debrief(id="i", commitment=Commitment(by=by))
    records = JobRecords(
        job=job,
        interviews=tuple(rounds),
        debriefs=(debrief,),
        followups=tuple(followups),
        events=tuple(heard),
    )
    return figures.silence_of(records, ENDED + after, ZONE)


def test_their_day_passed_without_a_word() -> None:
    gave = date(2026, 11, 24)

    found = silence(by=gave, followups=[ASKING], after=6 * DAY)

    assert (not_none(found).why, not_none(found).since, not_none(found).check_in) == (
        Quiet.THEIR_DAY,
        gave,
        ASKING,
    )
    assert silence(by=gave, after=5 * DAY) is None


def test_a_check_in_that_is_overdue_stands_for_the_day_they_did_not_give() -> None:
    found = silence(followups=[ASKING])

    assert (not_none(found).why, not_none(found).since) == (Quiet.CHECK_IN, date(2026, 11, 25))
    assert silence(followups=[ASKING], after=6 * DAY) is None


def test_i_asked_and_no_answer_came() -> None:
    found = silence(by=date(2026, 11, 24), followups=[done(6 * DAY)])

    assert (not_none(found).why, not_none(found).since, not_none(found).check_in) == (
        Quiet.ASKED,
        date(2026, 11, 25),
        None,
    )


def test_a_word_from_them_ends_the_silence_until_the_day_they_gave_with_it() -> None:
    later = replace(HEARD, at=ENDED + 7 * DAY, by=date(2026, 11, 27))
    asked = done(6 * DAY)

    assert silence(followups=[asked], heard=[later], after=8 * DAY) is None
    assert (
        not_none(silence(followups=[asked], heard=[later], after=12 * DAY)).why is Quiet.THEIR_DAY
    )
    assert (
        not_none(silence(followups=[asked], heard=[replace(later, kind=EventKind.OWN)])).why
        is Quiet.ASKED
    )


def test_a_word_without_a_day_leaves_theirs_and_one_on_that_day_ends_the_wait() -> None:
    gave = date(2026, 11, 24)
    before, on_it = replace(HEARD, at=ENDED + 2 * DAY), replace(HEARD, at=ENDED + 5 * DAY)

    assert not_none(silence(by=gave, heard=[before], after=6 * DAY)).why is Quiet.THEIR_DAY
    assert silence(by=gave, heard=[on_it], after=6 * DAY) is None


def test_a_job_that_is_over_or_has_an_interview_to_come_is_not_silent() -> None:
    gave, coming = date(2026, 11, 24), replace(ROUND, id="i2", day=date(2026, 12, 4))

    assert silence(by=gave, rounds=()) is None
    assert silence(by=gave, rounds=(ROUND, coming)) is None
    assert silence(by=gave, job=replace(JOB, status=JobStatus.OFFER)) is None
    assert silence(by=gave, job=replace(JOB, archived_at=ENDED)) is None


def test_somebody_could_be_asked_after_the_first_interview_where_nobody_was_thought_of() -> None:
    ask = Ask(id="a", job_id="j", contact_id="c")

    held = JobRecords(job=JOB, interviews=(ROUND,))
    withdrawn = replace(JOB, status=JobStatus.WITHDRAWN)

    assert figures.could_ask(held, ENDED)
    assert not figures.could_ask(replace(held, asks=(ask,)), ENDED)
    assert not figures.could_ask(held, ENDED - HOUR)
    assert not figures.could_ask(replace(held, job=withdrawn), ENDED)


def test_what_went_well_is_said_in_words_and_nothing_else_is() -> None:
    thanked = Ask(id="a", job_id="j", contact_id="c", steps=(Reached(Step.THANKED, ENDED),))
    offers = [
        replace(JOB, status=JobStatus.OFFER),
        replace(JOB, company="Tiller", status=JobStatus.ACCEPTED),
    ]

    assert figures.went_well(3, NoteTimes(2, 1), [thanked], offers) == (
        "3 promises kept in a row",
        "2 of 3 notes out within a day",
        "1 person thanked for a good word",
        "an offer from Harbor & Vale and Tiller",
    )
    assert figures.went_well(2, NoteTimes(2), [], [JOB]) == ()
    assert figures.went_well(2, NoteTimes(1, 2), [], []) == ()


moments = st.none() | st.integers(0, 900).map(lambda hours: ENDED + hours * HOUR)
notes = st.builds(
    lambda id, job_id, kind, at: replace(
        NOTE, id=id, follow_up_id=id, job_id=job_id, kind=kind, sent_at=at
    ),
    st.sampled_from("abcdef"),
    st.sampled_from("jk"),
    st.sampled_from(NoteKind),
    moments,
)
asking = st.builds(
    lambda id, job_id, at: replace(ASKING, id=id, job_id=job_id, done_at=at),
    st.sampled_from("abcdef"),
    st.sampled_from("jk"),
    moments,
)
events = st.builds(
    lambda job_id, kind, at: replace(HEARD, job_id=job_id, kind=kind, at=at or ENDED),
    st.sampled_from("jk"),
    st.sampled_from(EventKind),
    moments,
)


@given(st.lists(notes), st.lists(asking), st.lists(events), st.integers(0, 900))
def test_whatever_was_written_no_figure_divides_by_zero_and_none_is_more_than_its_whole(
    given_notes: list[Note], followups: list[FollowUp], heard: list[JobEvent], hours: int
) -> None:
    jobs = []
    for job_id in "jk":
        of = JobRecords(
            job=replace(JOB, id=job_id),
            interviews=(ROUND,),
            notes=tuple(one for one in given_notes if one.job_id == job_id),
            followups=tuple(one for one in followups if one.job_id == job_id),
            events=tuple(one for one in heard if one.job_id == job_id),
        )
        jobs.append(of)

    soon = figures.note_times(jobs, ENDED + hours * HOUR)
    waits = figures.replies(jobs)
    check_ins = figures.check_ins(jobs)
    well = figures.went_well(0, soon, [], [])

    assert soon.counted <= len({(one.job_id, one.id) for one in given_notes})
    assert (waits.days is None) == (waits.rests_on == 0)
    assert waits.days is None or waits.days > 0
    assert waits.rests_on <= sum(len(figures.news_of(one)) for one in jobs)
    assert 0 <= check_ins.answered <= check_ins.sent <= len(followups)
    assert len(well) <= 1


@given(st.integers(0, 40), st.integers(1, 40))
def test_a_finding_is_one_capital_and_a_noun(some: int, more: int) -> None:
    words = figures.of_all(some, some + more, "note")

    assert words[0].isupper() or words[0].isdigit()
    assert words.endswith("note" if some + more == 1 else "notes")
