"""Whatever stands on a worksheet and a checklist: no note is blocked, and no plan has doubles."""

from __future__ import annotations

from collections import Counter
from datetime import date, time
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from lib.actions import debriefs
from lib.actions.briefs import brief_of
from lib.actions.notes import findings
from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief, PersonDebrief, PromiseKind, SpokenPromise
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.reasons import ReasonKind
from lib.domain.notes import THANKS_BY, Note
from lib.domain.profile import Profile, Tone
from lib.domain.strategies import (
    ANYONE,
    TIMINGS,
    Outreach,
    PersonPlan,
    PointToMake,
    Strategy,
)
from lib.store.repository import Reader, Store
from tests.actions.conftest import DANA, INTERVIEW, JOB, NOW, PRIYA, TOBIAS, ZONE
from tests.words.briefs import GOOD_SAID, SCRAPS

PEOPLE = (DANA, TOBIAS, PRIYA)
OF_THE_PERSON = {"no_specific", "same_as", "too_long"}
"""What is found where the person said nothing, the same to two readers, or too much for a card."""

outreach = st.lists(st.sampled_from(THANKS_BY), unique=True).flatmap(
    lambda channels: st.tuples(
        *(st.builds(Outreach, st.just(one), st.sampled_from(TIMINGS[one])) for one in channels)
    )
)
strategies = st.builds(
    Strategy,
    id=st.just(INTERVIEW.id),
    points=st.lists(st.builds(PointToMake, SCRAPS, st.one_of(st.just(""), SCRAPS)), max_size=3).map(
        tuple
    ),
    people=st.lists(
        st.builds(PersonPlan, st.sampled_from([ANYONE, *(one.id for one in PEOPLE)]), outreach),
        max_size=4,
        unique_by=lambda one: one.interviewer_id,
    ).map(tuple),
    after_their_day=st.sampled_from((1, 2)),
    after_the_interview=st.sampled_from((5, 6, 7)),
)
days = st.dates(date(2026, 11, 19), date(2027, 1, 15))
promises = st.lists(
    st.builds(
        SpokenPromise,
        id=st.sampled_from(("a", "b")),
        kind=st.sampled_from(PromiseKind),
        to_id=st.sampled_from([one.id for one in PEOPLE]),
        due=st.none() | st.builds(Due, days, st.none() | st.just(time(10)), st.just(ZONE)),
    ),
    max_size=2,
    unique_by=lambda one: one.id,
).map(tuple)
told = st.builds(
    Debrief,
    id=st.just(INTERVIEW.id),
    people=st.tuples(
        *(
            st.builds(
                PersonDebrief,
                interviewer_id=st.just(one.id),
                said=GOOD_SAID,
                thanks=st.lists(st.sampled_from(THANKS_BY), unique=True).map(tuple),
            )
            for one in PEOPLE
        )
    ),
    commitment=st.builds(Commitment, what=st.just("they decide"), by=st.none() | days),
    promises=promises,
)


def written(strategy: Strategy, debrief: Debrief, tone: Tone, folder: str) -> Reader:
    """The store after that interview was written down."""
    store = Store(Path(folder) / "data")
    with store.transaction(now=NOW, did="") as tx:
        for record in (
            Profile(name="Sam Ortega", phone="+1 555 0100", zone=ZONE, tone=tone),
            JOB,
            INTERVIEW,
        ):
            tx.put(record)
        for record in (*PEOPLE, strategy):
            tx.put(record)
    debriefs.write(store, debrief, (), now=NOW)
    return store.read()


@settings(max_examples=60, deadline=None)
@given(strategies, told, st.sampled_from(Tone))
def test_every_strategy_and_debrief_gives_notes_within_their_length_and_without_a_finding(
    strategy, debrief, tone
):
    with TemporaryDirectory() as folder:
        reader = written(strategy, debrief, tone, folder)

        for note in reader.all(Note):
            assert brief_of(reader, note) is not None
            found = {one.code.partition(":")[0] for one in findings(reader, note)}
            assert found <= OF_THE_PERSON, note.text.body


@settings(max_examples=60, deadline=None)
@given(strategies, told)
def test_nothing_is_planned_twice_and_there_is_one_check_in_or_a_call_in_its_place(
    strategy, debrief
):
    with TemporaryDirectory() as folder:
        reader = written(strategy, debrief, Tone.WARM, folder)

        planned = reader.all(FollowUp)
        assert max(Counter(one.reason for one in planned).values()) == 1
        calls = [one for one in planned if one.reason.kind is ReasonKind.PLANNED_CALL]
        assert [one.kind for one in planned].count(Kind.CHECK_IN) == 1 or calls
        assert [one.kind for one in planned].count(Kind.CHECK_IN) <= 1
        called = Counter(
            one.interviewer_id
            for one in planned
            if one.reason.kind in (ReasonKind.PLANNED_CALL, ReasonKind.PROMISE)
        )
        for one in planned:
            if one.reason.kind is ReasonKind.PLANNED_CALL:
                assert called[one.interviewer_id] == 1
                assert one.promise is None
        assert all(
            one.due.deadline() >= INTERVIEW.ends_at() for one in planned if one.promise is None
        )
