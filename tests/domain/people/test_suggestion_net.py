"""Who knows whom for a job: whom the picture shows, in which order, and the same in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from lib.domain.interviews import Interviewer, Role
from lib.domain.jobs import Job
from lib.domain.people.address_book import AddressBook
from lib.domain.people.asks import Ask, Reached, Step
from lib.domain.people.contacts import Acquaintance, Contact, Knows
from lib.domain.people.suggestion_net import Net, in_words, net_of
from lib.domain.people.suggestion_points import Place
from lib.domain.people.suggestions import JobNetwork, Suggestion, rank

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
JOB = Job(id="job", company="Harbor & Vale", role="Analyst")
DANA = Interviewer(
    id="dana", job_id="job", name="Dana Whitfield", position="VP Claims", role=Role.DECISION_MAKER
)
TOBIAS = Interviewer(id="tobias", job_id="job", name="Tobias Fehr", position="Lead Data Engineer")
ELIF = Suggestion(Contact(id="elif", name="Elif Şahin"), (), 0, Place.NOW)


def friend(name: str, *knows: Knows) -> Suggestion:
    return Suggestion(Contact(id=name, name=name, knows=knows), (), 0)


NOOR = friend("Noor Haddad", Knows("dana", 5))
INES = friend("Inês Prado", Knows("tobias", 2))


def net(*ranked: Suggestion, people: tuple[Interviewer, ...] = (TOBIAS, DANA)) -> Net:
    return net_of(JOB, people, ranked)


def test_who_decides_stands_first_then_whom_somebody_knows_and_the_company() -> None:
    shown = net(INES, ELIF, NOOR)

    assert [(one.name, one.position, one.part) for one in shown.met] == [
        ("Dana Whitfield", "VP Claims", "decides"),
        ("Tobias Fehr", "Lead Data Engineer", ""),
        ("Harbor & Vale", "the company", ""),
    ]
    friends = [tie.friend for one in shown.met for tie in one.ties]
    assert friends == ["Noor Haddad", "Inês Prado", "Elif Şahin"]


def test_a_word_says_how_well_two_know_each_other_and_only_that_is_sure() -> None:
    (noor,), (ines,), (elif_,) = (one.ties for one in net(NOOR, INES, ELIF).met)

    assert [one.word for one in (noor, ines, elif_)] == ["very well", "a little", "works there"]
    assert [one.how_well for one in (noor, ines, elif_)] == [5, 2, 0]


def test_the_sentences_say_what_the_picture_shows() -> None:
    assert in_words(net(NOOR, INES, ELIF)) == (
        "Noor Haddad knows Dana Whitfield, who decides, very well",
        "Inês Prado knows Tobias Fehr a little",
        "Elif Şahin works at Harbor & Vale",
    )


@pytest.mark.parametrize(("number", "more"), [(8, ""), (11, "and 3 more")])
def test_at_most_eight_are_drawn_and_the_others_counted_in_words(number: int, more: str) -> None:
    crowd = [friend(f"Friend {i}", Knows("dana", 3)) for i in range(number)]

    names = (one.person.name for one in crowd[:8])
    shown = net(*crowd)

    assert [tie.friend for tie in shown.met[0].ties] == list(names)
    assert shown.more == more
    assert in_words(shown)[8:] == ((more,) if more else ())


def test_who_knows_nobody_there_is_not_drawn_and_with_nobody_there_is_no_picture() -> None:
    lonely = net(friend("Zoe", Knows("gone", 5)))

    assert not lonely.has_ties()
    assert in_words(lonely) == ()
    assert net(NOOR).has_ties()


def test_whom_somebody_knows_is_tied_to_them_and_not_to_the_company_as_well() -> None:
    both = replace(NOOR, place=Place.BEFORE)

    assert [one.name for one in net(both).met] == ["Dana Whitfield", "Tobias Fehr"]


def test_the_net_of_suggestions_says_how_far_the_ask_is() -> None:
    people = (
        Interviewer(id="dana", job_id="job", name="Dana", role=Role.DECISION_MAKER),
        Interviewer(id="x", job_id="job", position="assistant"),
    )
    noor = Contact(
        id="noor", name="Noor", company="Harbor & Vale", knows=(Knows("dana", 4, "from Meridian"),)
    )
    book = AddressBook([Acquaintance(id="elif", name="Elif", past_companies=("Harbor & Vale",))])
    asks = [Ask(id="a", job_id="job", contact_id="noor", steps=(Reached(Step.AGREED, NOW),))]

    shown = net_of(
        JOB,
        people,
        rank(JobNetwork(JOB, people, [noor], book, []), asks, today=NOW.date(), now=NOW),
    )

    assert [tie.state for one in shown.met for tie in one.ties] == ["agreed", ""]
    assert shown.met[-1].name == "the assistant"
    assert in_words(shown) == (
        "Noor knows Dana, who decides, well (from Meridian)",
        "Elif worked at Harbor & Vale",
    )


def test_what_a_position_says_already_is_not_said_twice() -> None:
    recruiter = replace(DANA, name="Rue", position="Senior Recruiter", role=Role.RECRUITER)

    assert [one.part for one in net(people=(recruiter, DANA)).met] == ["decides", ""]


def test_of_many_met_those_who_decide_and_those_whom_somebody_knows_are_drawn() -> None:
    many = tuple(Interviewer(id=str(i), job_id="job", name=f"Met {i}") for i in range(9))

    shown = net(friend("Noor", Knows("8", 2)), people=(*many, DANA))

    assert [one.name for one in shown.met] == [
        "Dana Whitfield", "Met 8", *(f"Met {i}" for i in range(6))
    ]  # fmt: skip
