"""What holds of suggestions whatever the people, the asks and the answers are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies._internal.random import ArtificialRandom

from lib.domain.interviews import Interviewer, Role
from lib.domain.jobs import Job
from lib.domain.people.address_book import AddressBook
from lib.domain.people.asks import Ask, Reached, Step
from lib.domain.people.companies import normalised
from lib.domain.people.contacts import Acquaintance, Contact, Knows, SameCompany
from lib.domain.people.suggestion_points import ASKED_OFTEN, CLOSENESS, IN_TOUCH, KNOWS, PLACES
from lib.domain.people.suggestions import JobNetwork, Suggestion, rank

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
TODAY = NOW.date()
JOB = Job(id="job", company="Harbor & Vale", role="Analyst")
PEOPLE = tuple(
    Interviewer(id=role.value, job_id="job", name=f"The {role}", role=role) for role in Role
)
COMPANIES = ["", "Harbor & Vale", "Harbor and Vale Inc.", "Harbor & Vale Bistro", "Meridian"]

companies = st.sampled_from(COMPANIES)
past = st.lists(companies, max_size=2).map(tuple)
names = st.sampled_from(["Ana", "ana", "Bo", "Çelik", "The peer"])
knows = st.builds(Knows, st.sampled_from([*(one.id for one in PEOPLE), "gone"]), st.integers(0, 5))
contacts = st.builds(
    Contact,
    id=st.uuids().map(str),
    name=names,
    company=companies,
    past_companies=past,
    how_well=st.integers(0, 5),
    last_contact=st.none() | st.dates(date(2019, 1, 1), date(2027, 1, 1)),
    knows=st.lists(knows, max_size=3, unique_by=lambda one: one.interviewer_id).map(tuple),
    archived_at=st.sampled_from([None, None, None, NOW]),
)
many = st.lists(contacts, max_size=5, unique_by=lambda one: one.id)
listed = st.lists(
    st.builds(
        Acquaintance, id=st.uuids().map(str), name=names, company=companies, past_companies=past
    ),
    max_size=5,
    unique_by=lambda one: one.id,
)
answers = st.sampled_from(COMPANIES[2:]).flatmap(
    lambda other: st.builds(
        SameCompany, id=st.just("x"), one=st.just(JOB.company), other=st.just(other)
    )
)


def ranked(
    mine: Sequence[Contact],
    book: Iterable[Acquaintance] = (),
    asks: Sequence[Ask] = (),
    said: Sequence[SameCompany] = (),
) -> tuple[Suggestion, ...]:
    network = JobNetwork(JOB, PEOPLE, mine, AddressBook(book), said)
    return rank(network, asks, today=TODAY, now=NOW)


def asks_of(mine: Iterable[Contact]) -> list[Ask]:
    steps = (Step.ASKED, Step.DECLINED, Step.IDEA)
    pairs = zip(mine, steps * 2, strict=False)
    return [
        Ask(id=a.id, job_id="job", contact_id=a.id, steps=(Reached(step, NOW),))
        for a, step in pairs
    ]


@given(many, listed, st.lists(answers, max_size=1), st.randoms())
def test_the_order_of_what_comes_in_does_not_matter(
    mine: list[Contact], book: list[Acquaintance], said: list[SameCompany], chance: ArtificialRandom
) -> None:
    found = ranked(mine, book, asks_of(mine), said)

    again = ranked(
        chance.sample(mine, len(mine)), chance.sample(book, len(book)), asks_of(mine)[::-1], said
    )

    assert found == again


@given(many, listed, st.lists(answers, max_size=1))
def test_nobody_is_suggested_without_a_tie_nor_twice_nor_when_archived(
    mine: list[Contact], book: list[Acquaintance], said: list[SameCompany]
) -> None:
    ids = {one.id for one in PEOPLE}
    agreed = {normalised(one.other) for one in said if one.same}

    found = ranked(mine, book, (), said)

    for one in found:
        person = one.person
        theirs = {normalised(name) for name in (person.company, *person.past_companies)}
        assert one.knows or any(
            name.startswith("harbor and vale") or name in agreed for name in theirs
        )
        assert one.knows is None or one.knows.interviewer_id in ids
        assert one.reasons
        assert getattr(person, "archived_at", None) is None
    assert len({one.person.id for one in found}) == len(found)


@given(many, listed)
def test_the_points_fall_from_first_to_last_and_who_said_no_is_at_the_end(
    mine: list[Contact], book: list[Acquaintance]
) -> None:
    found = ranked(mine, book, asks_of(mine))

    scores = [one.score for one in found]
    refused = [one.ask is not None and one.ask.step is Step.DECLINED for one in found]
    assert scores == sorted(scores, reverse=True)
    assert refused == sorted(refused)


@given(contacts, st.integers(1, 4))
def test_the_better_i_know_somebody_the_more_points(one: Contact, well: int) -> None:
    one = replace(one, archived_at=None)
    lower, higher = ranked([replace(one, how_well=well)]), ranked([replace(one, how_well=well + 1)])

    raised = [found.score + _step(well) for found in lower]
    assert raised == [found.score for found in higher]


@given(contacts, st.sampled_from(PEOPLE), st.integers(1, 4))
def test_the_better_they_know_an_interviewer_the_more_points(
    one: Contact, person: Interviewer, well: int
) -> None:
    others = tuple(tie for tie in one.knows if tie.interviewer_id != person.id)
    one = replace(one, archived_at=None, name="Ana")

    lower, higher = (
        ranked([replace(one, knows=(*others, Knows(person.id, much)))])[0].score
        for much in (well, well + 1)
    )

    assert lower <= higher
    assert others or lower < higher


def _step(well: int) -> int:
    return CLOSENESS[well + 1] - CLOSENESS[well]


def test_closer_is_worth_more_at_each_step_and_not_said_lies_below_the_middle() -> None:
    for points in (CLOSENESS, CLOSENESS):
        said = [points[well] for well in range(1, 6)]
        assert said == sorted(set(said))
        assert points[2] < points[0] < points[3]


def test_the_page_of_the_documents_has_the_same_points() -> None:
    page = (Path(__file__).parents[3] / "docs" / "network.md").read_text(encoding="utf-8")
    knows, places = list(KNOWS.values()), list(PLACES.values())
    both = (CLOSENESS, CLOSENESS)
    closeness = [", ".join(str(CLOSENESS[well]) for well in range(1, 6))] * 2

    for cells in (
        knows[:3],
        places[:2],
        places[2:],
        list(IN_TOUCH.values()),
        list(ASKED_OFTEN.values()),
    ):
        assert " / ".join(map(str, cells)).replace("-", "−") in page
    assert all(
        f"| {said}; {points[0]} |" in page for said, points in zip(closeness, both, strict=True)
    )
