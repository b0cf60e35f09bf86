"""What stands in a job's history: every sort of line, in its order, on the person's own days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.answers import Answer, EventKind, JobEvent
from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief
from lib.domain.english import DateStyle
from lib.domain.followups import changes
from lib.domain.followups.followup import FollowUp, Kind, Promise
from lib.domain.history.job_history import NOTES, About, JobHistory, LineKind, history, latest
from lib.domain.history.lines import CHANNELS
from lib.domain.history.lines_of_others import HEARD, OUTCOMES, STEPS
from lib.domain.interviews import Interview, Interviewer, InterviewKind
from lib.domain.job_records import JobRecords
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import Channel, Note, NoteKind, Text
from lib.domain.people.asks import Ask, Reached, Step
from lib.domain.people.contacts import Contact

STYLE = DateStyle()
ZONE = "America/New_York"
NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)
"""Noon on a Tuesday in New York."""
JOB = Job(id="j", company="Harbor & Vale", role="Analyst")
ROUND = Interview(
    id="i",
    job_id="j",
    kind=InterviewKind.PANEL,
    day=date(2026, 11, 19),
    clock=time(10),
    zone=ZONE,
    place="14 Quay Street",
    interviewer_ids=("dana", "lead"),
)
DANA = Interviewer(id="dana", job_id="j", name="Dana Whitfield")
LEAD = Interviewer(id="lead", job_id="j", position="team lead")
NOOR = Contact(id="noor", name="Noor Haddad")
DECIDE = Commitment(what="decide on the second round", who_id="dana", by=date(2026, 11, 23))
TOLD = Debrief(id="i", commitment=DECIDE)
WEDNESDAY = Due(date(2026, 11, 25), time(10), ZONE)
MADE = ROUND.ends_at()
PROMISED = FollowUp(
    id="call",
    job_id="j",
    interview_id="i",
    who="Priya Raman",
    kind=Kind.CALL,
    what="Call about the start date",
    due=WEDNESDAY,
    promise=Promise(made_at=MADE, first=WEDNESDAY, agreed=WEDNESDAY),
)
PLANNED = FollowUp(
    id="check",
    job_id="j",
    who="Dana",
    kind=Kind.CHECK_IN,
    what="Check in",
    due=Due(date(2026, 12, 2)),
)
THANKS = Note(
    id="n",
    job_id="j",
    interviewer_id="dana",
    text=Text("The reason codes", "Dear Dana"),
    sent_at=NOW - timedelta(days=4),
)
ASKED = Ask(id="a", job_id="j", contact_id="noor", steps=(Reached(Step.IDEA, MADE),))


def of(
    *,
    job: Job = JOB,
    rounds: Sequence[Interview] = (ROUND,),
    debriefs: Sequence[Debrief] = (),
    followups: Sequence[FollowUp] = (),
    notes: Sequence[Note] = (),
    asks: Sequence[Ask] = (),
    events: Sequence[JobEvent] = (),
    answer: Answer | None = None,
    now: datetime = NOW,
    zone: str = ZONE,
    style: DateStyle = STYLE,
) -> JobHistory:
    records = JobRecords(
        job=job,
        answer=answer,
        interviews=tuple(rounds),
        people=(DANA, LEAD),
        debriefs=tuple(debriefs),
        followups=tuple(followups),
        notes=tuple(notes),
        asks=tuple(asks),
        contacts=(NOOR,),
        events=tuple(events),
    )
    return history(records, now=now, zone=zone, style=style)


def past(**given: Any) -> list[tuple[LineKind, str, str]]:
    """What happened besides the interview itself."""
    return [
        (one.kind, one.words, one.more)
        for one in of(**given).past
        if one.about is not About.INTERVIEW
    ]


def coming(**given: Any) -> list[tuple[LineKind, str, str]]:
    return [(one.kind, one.words, one.more) for one in of(**given).to_come]


def event(kind: EventKind, at: datetime = NOW, **given: Any) -> JobEvent:
    return JobEvent(id=f"e{at:%d}", job_id="j", kind=kind, at=at, **given)


def on(day: int, hour: int = 17) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def test_an_interview_that_was_held_stands_with_whom_it_was_and_where() -> None:
    (line,) = of().past

    assert (line.kind, line.words) == (LineKind.INTERVIEW, "Panel interview")
    assert line.more == "with Dana Whitfield, the team lead · 14 Quay Street"
    assert (line.about, line.record_id) == (About.INTERVIEW, "i")
    assert (line.when.day, line.when.clock) == (date(2026, 11, 19), time(10))


def test_an_interview_that_is_not_over_is_still_to_come() -> None:
    under_way = replace(ROUND, day=date(2026, 11, 24), clock=time(11, 30))

    assert of(rounds=[under_way]).past == ()
    assert coming(rounds=[under_way])[0][1] == "Panel interview"


def test_an_interview_late_in_another_zone_stands_on_the_day_it_is_here() -> None:
    in_tokyo = replace(ROUND, clock=time(23, 30), zone="Asia/Tokyo")
    in_los_angeles = replace(ROUND, clock=time(23, 30), zone="America/Los_Angeles")

    (tokyo,), (los_angeles,) = of(rounds=[in_tokyo]).past, of(rounds=[in_los_angeles]).past

    assert (tokyo.when.day, tokyo.when.clock) == (date(2026, 11, 19), time(9, 30))
    assert (los_angeles.when.day, los_angeles.when.clock) == (date(2026, 11, 20), time(2, 30))


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("kind", NoteKind)
def test_every_sent_note_says_what_it_was_to_whom_and_how_it_went(
    kind: NoteKind, channel: Channel
) -> None:
    note = replace(THANKS, kind=kind, channel=channel)

    ((label, words, more),) = past(notes=[note])

    assert words == NOTES[kind].format(who="Dana Whitfield")
    assert more == f"{CHANNELS[channel]} · “The reason codes”"
    assert label is (LineKind.DONE if channel is Channel.PHONE else LineKind.SENT)


def test_a_note_that_was_not_sent_did_not_happen() -> None:
    assert past(notes=[replace(THANKS, sent_at=None)]) == []


def test_a_note_to_nobody_that_is_known_went_to_the_company() -> None:
    assert (
        past(notes=[replace(THANKS, interviewer_id="gone")])[0][1]
        == "Thank-you note to Harbor & Vale"
    )


def test_a_promise_is_told_when_it_was_made_and_stays_to_come_until_it_is_kept() -> None:
    assert past(followups=[PROMISED]) == [
        (LineKind.PROMISED, "Call about the start date · Priya Raman", "for Wed, Nov 25, 10 a.m.")
    ]
    assert coming(followups=[PROMISED]) == [
        (LineKind.PROMISED, "Call about the start date · Priya Raman", "")
    ]


def test_who_is_not_said_twice_where_what_it_is_says_so() -> None:
    assert past(followups=[replace(PROMISED, what="Call Priya Raman")])[0][1] == "Call Priya Raman"


@pytest.mark.parametrize(
    ("done_at", "kind", "late"),
    [
        (WEDNESDAY.deadline(), LineKind.KEPT, ""),
        (WEDNESDAY.deadline() + timedelta(minutes=15), LineKind.KEPT, ""),
        (WEDNESDAY.deadline() + timedelta(minutes=16), LineKind.LATE, ", 16 min late"),
        (WEDNESDAY.deadline() + timedelta(days=2), LineKind.LATE, ", 2 days late"),
        (WEDNESDAY.deadline() + timedelta(days=7), LineKind.MISSED, ", 7 days late"),
    ],
)
def test_a_promise_that_was_done_is_kept_late_or_missed(
    done_at: datetime, kind: LineKind, late: str
) -> None:
    now = done_at + timedelta(hours=1)
    done = changes.mark_done(PROMISED, done_at, now)

    lines = past(followups=[done], now=now)

    words = "Call about the start date · Priya Raman"
    assert lines[1:] == [(kind, words, f"promised for Wed, Nov 25, 10 a.m.{late}")]


def test_a_promise_let_go_says_that_it_counts_as_missed() -> None:
    gone = changes.close(PROMISED, NOW)

    assert past(followups=[gone])[1][::2] == (
        LineKind.LET_GO, "promised for Wed, Nov 25, 10 a.m.; it counts as missed"
    )  # fmt: skip
    assert coming(followups=[gone]) == []


def test_a_promise_open_a_week_after_its_day_is_missed_and_still_open() -> None:
    later = WEDNESDAY.deadline() + timedelta(days=7)

    before, after = (
        of(followups=[PROMISED], now=later - timedelta(seconds=1)),
        of(followups=[PROMISED], now=later),
    )

    assert LineKind.MISSED not in [one.kind for one in before.past]
    assert after.past[-1].kind is LineKind.MISSED
    assert after.past[-1].more == "promised for Wed, Nov 25, 10 a.m., and still open a week later"
    assert (after.past[-1].when.day, after.past[-1].when.clock) == (date(2026, 12, 2), None)
    assert after.to_come[0].kind is LineKind.OVERDUE
    assert after.to_come[0].more == "7 days late · you promised"


def test_a_promise_that_was_moved_and_told_is_judged_by_its_new_day() -> None:
    friday = replace(WEDNESDAY, day=date(2026, 11, 27))
    moved = changes.move(PROMISED, friday, STYLE, told=True, now=NOW)
    done = changes.mark_done(moved, friday.deadline(), friday.deadline())

    lines = past(followups=[done], now=friday.deadline())

    assert [kind for kind, _, _ in lines] == [LineKind.PROMISED, LineKind.MOVED, LineKind.KEPT]
    assert lines[0][2] == "for Wed, Nov 25, 10 a.m."
    assert lines[1][2] == "from Wed, Nov 25, 10 a.m. to Fri, Nov 27, 10 a.m., and they were told"
    assert lines[2][2] == "promised for Fri, Nov 27, 10 a.m."


def test_a_promise_that_was_moved_without_a_word_to_them_is_late_by_its_first_day() -> None:
    friday = replace(WEDNESDAY, day=date(2026, 11, 27))
    moved = changes.move(PROMISED, friday, STYLE, told=False, now=NOW)

    lines = past(
        followups=[changes.mark_done(moved, friday.deadline(), NOW)], now=friday.deadline()
    )

    assert [kind for kind, _, _ in lines][1:] == [LineKind.MOVED, LineKind.LATE]


def test_a_promise_that_they_moved_says_that_it_was_they() -> None:
    friday = replace(WEDNESDAY, day=date(2026, 11, 27))

    lines = past(followups=[changes.moved_by_them(PROMISED, friday, STYLE, NOW)])

    assert (
        lines[1][2] == "They were in touch: moved from Wed, Nov 25, 10 a.m. to Fri, Nov 27, 10 a.m."
    )


def test_what_was_moved_before_it_was_promised_or_only_planned_is_not_told() -> None:
    later = replace(PLANNED, due=Due(date(2026, 12, 3)))
    moved = changes.move(PLANNED, later.due, STYLE, told=False, now=NOW)

    assert past(followups=[moved]) == []
    assert [
        kind
        for kind, _, _ in past(followups=[changes.promised(moved, STYLE, NOW + timedelta(1), NOW)])
    ] == [LineKind.PROMISED]


def test_what_was_only_planned_is_done_unless_its_message_says_so_already() -> None:
    done = changes.mark_done(PLANNED, NOW, NOW)
    note = replace(THANKS, kind=NoteKind.CHECK_IN, follow_up_id="check", sent_at=NOW)

    assert past(followups=[done]) == [(LineKind.DONE, "Check in · Dana", "")]
    assert [one[1] for one in past(followups=[done], notes=[note])] == [
        "Check-in with Dana Whitfield"
    ]


def test_a_call_with_a_script_is_one_line() -> None:
    done = changes.mark_done(PLANNED, NOW, NOW)
    script = replace(
        THANKS, kind=NoteKind.CALL, channel=Channel.PHONE, follow_up_id="check", sent_at=NOW
    )

    assert past(followups=[done], notes=[script]) == [(LineKind.DONE, "Check in · Dana", "")]


def test_what_was_planned_and_let_go_at_one_moment_is_one_line() -> None:
    other = replace(PLANNED, id="other", what="Check in once more")
    gone = [changes.close(one, NOW) for one in (PLANNED, other)]

    assert past(followups=gone[:1]) == [(LineKind.LET_GO, "Check in · Dana", "")]
    assert past(followups=gone) == [
        (
            LineKind.LET_GO,
            "2 things that were planned",
            "Check in · Dana; Check in once more · Dana",
        )
    ]


def test_what_they_said_stands_at_the_end_of_its_interview_and_their_day_is_to_come() -> None:
    before = on(20)

    assert past(debriefs=[TOLD], now=before) == [
        (LineKind.THEY_SAID, "Dana Whitfield: decide on the second round", "by Mon, Nov 23")
    ]
    assert coming(debriefs=[TOLD], now=before) == [
        (LineKind.THEIR_DAY, "Dana Whitfield: decide on the second round", "the day they gave")
    ]


def test_a_day_that_went_by_without_a_word_passed_at_its_end() -> None:
    found = of(debriefs=[TOLD])

    last = found.past[-1]
    assert (last.kind, last.words) == (
        LineKind.DAY_PASSED,
        "Dana Whitfield: decide on the second round",
    )
    assert last.more == "by Mon, Nov 23, they had said"
    assert (last.when.day, last.when.clock) == (date(2026, 11, 23), None)
    assert found.to_come == ()


def test_their_day_is_over_when_it_is_over_where_the_interview_was() -> None:
    one_minute_before = datetime(2026, 11, 24, 4, 59, tzinfo=UTC)

    def kinds(now: datetime) -> list[LineKind]:
        return [one.kind for one in of(debriefs=[TOLD], now=now, zone="Asia/Tokyo").past]

    assert LineKind.DAY_PASSED not in kinds(one_minute_before)
    assert LineKind.DAY_PASSED in kinds(one_minute_before + timedelta(minutes=1))


@pytest.mark.parametrize(
    "settled",
    [
        {"events": [event(EventKind.WROTE, on(22))]},
        {"answer": Answer(id="j", status=JobStatus.OFFER, at=on(22))},
        {"rounds": [ROUND, replace(ROUND, id="next", day=date(2026, 11, 30))]},
    ],
)
def test_their_day_did_not_pass_where_they_acted_before_it(
    settled: dict[str, Any],
) -> None:
    assert LineKind.DAY_PASSED not in [kind for kind, _, _ in past(debriefs=[TOLD], **settled)]


@pytest.mark.parametrize(
    "heard", [event(EventKind.WROTE, on(24, 15)), event(EventKind.OWN, on(22), words="x")]
)
def test_a_word_after_their_day_or_one_of_my_own_does_not_make_it_kept(heard: JobEvent) -> None:
    kinds = [kind for kind, _, _ in past(debriefs=[TOLD], events=[heard])]

    assert LineKind.DAY_PASSED in kinds


def test_a_new_day_they_gave_takes_the_place_of_the_first() -> None:
    moved = event(EventKind.MOVED_DATE, on(22), who_id="dana", by=date(2026, 11, 30))

    assert past(debriefs=[TOLD], events=[moved])[1:] == [
        (LineKind.HEARD, "Dana Whitfield moved the date", "next by Mon, Nov 30")
    ]
    assert coming(debriefs=[TOLD], events=[moved]) == [
        (LineKind.THEIR_DAY, "Dana Whitfield: the next step", "the day they gave")
    ]


def test_a_next_step_without_a_day_and_a_day_without_words_are_both_told() -> None:
    no_day = replace(
        TOLD, commitment=Commitment(what="send the case"), decision_on=date(2026, 11, 30)
    )
    no_words = replace(TOLD, commitment=Commitment(by=date(2026, 11, 30)))

    assert past(debriefs=[no_day]) == [(LineKind.THEY_SAID, "They: send the case", "no day named")]
    assert coming(debriefs=[no_day])[0][1] == "They decide"
    assert past(debriefs=[no_words]) == [
        (LineKind.THEY_SAID, "They: the next step", "by Mon, Nov 30")
    ]


@pytest.mark.parametrize(
    ("heard", "line"),
    [
        (
            event(EventKind.WROTE, who_id="dana", words=" a "),
            (LineKind.HEARD, "Dana Whitfield wrote", "a"),
        ),
        (event(EventKind.CALLED, who_id="lead"), (LineKind.HEARD, "The team lead called", "")),
        (event(EventKind.CALLED), (LineKind.HEARD, "They called", "")),
        (event(EventKind.OWN, words="Met Dana"), (LineKind.OWN, "Met Dana", "")),
    ],
)  # fmt: skip
def test_what_was_put_there_by_hand_has_its_day_and_no_time(
    heard: JobEvent, line: tuple[LineKind, str, str]
) -> None:
    found = of(events=[heard]).past[-1]

    assert (found.kind, found.words, found.more) == line
    assert (found.when.day, found.when.clock) == (date(2026, 11, 24), None)
    assert (found.about, found.record_id) == (About.EVENT, heard.id)


def test_every_step_of_a_good_word_is_told_but_the_idea() -> None:
    steps = (Step.ASKED, Step.AGREED, Step.DONE, Step.THANKED)
    ask = replace(
        ASKED,
        did="called Dana",
        steps=(*ASKED.steps, *(Reached(step, on(20 + i)) for i, step in enumerate(steps))),
    )

    assert past(asks=[ask]) == [
        (LineKind.GOOD_WORD, "Asked Noor Haddad for a good word", ""),
        (LineKind.GOOD_WORD, "Noor Haddad agreed to put in a good word", ""),
        (LineKind.GOOD_WORD, "Noor Haddad put in a good word", "called Dana"),
        (LineKind.GOOD_WORD, "Thanked Noor Haddad for the good word", ""),
    ]


def test_a_declined_ask_is_told_and_somebody_deleted_since_has_no_name() -> None:
    ask = replace(ASKED, contact_id="gone", steps=(Reached(Step.DECLINED, NOW),))

    assert past(asks=[ask])[0][1] == "Somebody you know would rather not put in a word"


def test_an_ask_with_its_message_and_its_follow_up_is_one_line() -> None:
    ask = replace(ASKED, steps=(*ASKED.steps, Reached(Step.ASKED, NOW)))
    note = replace(THANKS, contact_id="noor", kind=NoteKind.GOOD_WORD, sent_at=NOW)
    done = replace(PLANNED, ask_id="a", kind=Kind.GOOD_WORD, done_at=NOW)

    (line,) = of(rounds=(), asks=[ask], notes=[note], followups=[done]).past

    assert (line.words, line.more) == ("Asked Noor Haddad for a good word", "by e-mail")
    assert (line.about, line.record_id) == (About.NOTE, "n")


def test_a_reminder_to_somebody_i_know_is_a_line_of_its_own() -> None:
    ask = replace(ASKED, steps=(*ASKED.steps, Reached(Step.ASKED, on(20))))
    again = replace(THANKS, contact_id="noor", kind=NoteKind.GOOD_WORD_AGAIN, sent_at=NOW)

    assert past(asks=[ask], notes=[again])[1][1] == "Gentle reminder to Noor Haddad"


@pytest.mark.parametrize("status", JobStatus)
def test_the_outcome_says_who_told_it_and_what_was_learned(status: JobStatus) -> None:
    answer = Answer(id="j", status=status, at=NOW, from_id="dana", learned="ask about the team")

    line = of(answer=answer).past[-1]
    assert (line.kind, line.words) == (LineKind.OUTCOME, OUTCOMES[status])
    assert line.more == "Dana Whitfield told you · for next time: ask about the team"
    assert (line.about, line.record_id) == (About.ANSWER, "j")


def test_an_offer_says_by_when_it_is_to_be_answered() -> None:
    answer = Answer(id="j", status=JobStatus.OFFER, at=NOW, answer_by=date(2027, 1, 4))

    assert past(answer=answer)[0][2] == "to be answered by Mon, Jan 4, 2027"


def test_an_archived_job_keeps_its_past_and_has_nothing_to_come() -> None:
    found = of(job=replace(JOB, archived_at=NOW), followups=[PROMISED], debriefs=[TOLD])

    assert found.past[-1].words == "Job archived"
    assert len(found.past) == 5
    assert found.to_come == ()


def test_what_is_to_come_stands_by_its_date_and_what_is_late_says_how_late() -> None:
    late = replace(PLANNED, id="late", due=Due(date(2026, 11, 22), None, ZONE))
    next_round = replace(ROUND, id="next", day=date(2026, 11, 30))

    found = of(rounds=[next_round], followups=[PLANNED, PROMISED, late])

    assert [(one.kind, one.more) for one in found.to_come[:2]] == [
        (LineKind.OVERDUE, "2 days late"), (LineKind.PROMISED, "")
    ]  # fmt: skip
    assert [one.record_id for one in found.to_come] == ["late", "call", "next", "check"]


def test_the_latest_is_the_one_in_which_something_happened_last() -> None:
    quiet, older, newer = of(rounds=()), of(), of(events=[event(EventKind.WROTE)])

    assert latest([quiet, older, newer]) is newer
    assert latest([quiet]) is quiet
    assert latest([]) is None


def test_there_are_words_for_every_sort_of_thing() -> None:
    assert NOTES.keys() == set(NoteKind)
    assert CHANNELS.keys() == set(Channel)
    assert OUTCOMES.keys() == set(JobStatus)
    assert HEARD.keys() == {one for one in EventKind if one.is_from_them()}
    assert STEPS.keys() == set(Step) - {Step.IDEA}


moments = st.integers(-400, 0).map(lambda hours: NOW + timedelta(hours=hours))
rows = st.builds(
    lambda id, done_at, closed_at, promised: replace(
        PROMISED if promised else PLANNED, id=id, done_at=done_at, closed_at=closed_at
    ),
    st.uuids().map(str),
    st.none() | moments,
    st.none() | moments,
    st.booleans(),
)


@given(
    followups=st.lists(rows, max_size=6),
    heard=st.lists(moments, max_size=4),
    zone=st.sampled_from([ZONE, "Asia/Tokyo", "Pacific/Auckland"]),
)
def test_lines_are_in_order_by_moment_and_by_day_and_every_open_one_is_to_come(
    followups: list[FollowUp], heard: list[datetime], zone: str
) -> None:
    events = [
        JobEvent(id=str(i), job_id="j", at=at, kind=EventKind.WROTE) for i, at in enumerate(heard)
    ]

    found = of(followups=followups, events=events, debriefs=[TOLD], zone=zone)

    moments_shown = [one.at for one in found.past]
    days = [one.when.day for one in found.past]
    assert moments_shown == sorted(moments_shown)
    assert days == sorted(days)
    still_open = {one.record_id for one in found.to_come if one.about is About.FOLLOW_UP}
    assert still_open == {one.id for one in followups if one.is_open()}
