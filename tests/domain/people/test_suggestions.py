"""Who is suggested for a good word: sentences that a person would agree with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from lib.domain.interviews import Interviewer, Role
from lib.domain.jobs import Job
from lib.domain.people.address_book import AddressBook
from lib.domain.people.asks import Ask, Reached, Step
from lib.domain.people.companies import pair_id
from lib.domain.people.contacts import Acquaintance, Contact, Knows, SameCompany
from lib.domain.people.suggestions import JobNetwork, Suggestion, best, rank, same_as_interviewer

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
TODAY = NOW.date()
JOB = Job(id="job", company="Harbor & Vale", role="Analyst")
DANA = Interviewer(
    id="dana",
    job_id="job",
    name="Dana Whitfield",
    role=Role.DECISION_MAKER,
    email="dana@hv.example",
)
TOBIAS = Interviewer(id="tobias", job_id="job", name="Tobias Fehr")
RUE = Interviewer(id="rue", job_id="job", name="Rue Lindqvist", role=Role.RECRUITER)
COLE = Interviewer(id="cole", job_id="job", position="assistant", role=Role.COORDINATOR)
PEOPLE = (DANA, TOBIAS, RUE, COLE)
NOBODY = AddressBook()


def _tie(knows: Knows | str) -> Knows:
    return Knows(knows) if isinstance(knows, str) else knows


def contact(name: str, *knows: Knows | str, **more: Any) -> Contact:
    ties = tuple(map(_tie, knows))
    return Contact(**{"id": f"c-{name}", "name": name, "knows": ties} | more)


def listed(name: str, company: str = "", **more: Any) -> Acquaintance:
    return Acquaintance(**{"id": f"a-{name}", "name": name, "company": company} | more)


def ranked(
    *contacts: Contact,
    book: AddressBook | Iterable[Acquaintance] = NOBODY,
    asks: Sequence[Ask] = (),
    answers: Sequence[SameCompany] = (),
    people: Sequence[Interviewer] = PEOPLE,
    job: Job = JOB,
) -> tuple[Suggestion, ...]:
    book = book if isinstance(book, AddressBook) else AddressBook(book)
    network = JobNetwork(job, people, contacts, book, answers)
    return rank(network, asks, today=TODAY, now=NOW)


def same_as(
    contacts: Sequence[Contact], book: AddressBook, answers: Sequence[SameCompany]
) -> tuple[tuple[Contact | Acquaintance, Interviewer], ...]:
    return same_as_interviewer(JobNetwork(JOB, PEOPLE, contacts, book, answers))


def names(found: Iterable[Suggestion]) -> list[str]:
    return [one.person.name for one in found]


def asked(who: Contact, step: Step = Step.ASKED, job_id: str = "job", days_ago: int = 10) -> Ask:
    at = NOW - timedelta(days=days_ago)
    return Ask(
        id=f"{job_id}.{who.id}", job_id=job_id, contact_id=who.id, steps=(Reached(step, at),)
    )


def said(one: str, other: str, same: bool) -> SameCompany:
    return SameCompany(id=pair_id(one, other), one=one, other=other, same=same)


def test_who_knows_the_one_who_decides_comes_before_who_knows_another_and_the_recruiter_last() -> (
    None
):
    found = ranked(
        contact("Ana", "cole"), contact("Bo", "rue"), contact("Cy", "tobias"), contact("Di", "dana")
    )

    assert names(found) == ["Di", "Cy", "Ana", "Bo"]


def test_somebody_who_knows_the_decider_comes_before_a_close_friend_who_works_there() -> None:
    friend = contact("Ana", company="Harbor & Vale", how_well=5, last_contact=TODAY)

    assert names(ranked(friend, contact("Di", "dana", how_well=3))) == ["Di", "Ana"]


def test_a_friend_who_knows_a_peer_well_comes_before_a_stranger_who_met_the_decider() -> None:
    friend = contact("Ana", Knows("tobias", 4), how_well=5, last_contact=TODAY)

    assert names(ranked(contact("Di", Knows("dana", 1), how_well=1), friend)) == ["Ana", "Di"]


def test_who_works_there_comes_before_who_did_and_both_before_a_like_name() -> None:
    book = [
        listed("Ana", "Harbor & Vale Bistro"),
        listed("Bo", "Meridian", past_companies=("Harbor and Vale",)),
        listed("Cy", "HARBOR & VALE, Inc."),
        listed("Di", "Meridian", past_companies=("Harbor & Vale Bistro",)),
    ]

    assert names(ranked(book=book)) == ["Cy", "Bo", "Ana", "Di"]


def test_a_good_friend_who_worked_there_comes_before_an_unknown_who_does() -> None:
    friend = contact("Ana", past_companies=("Harbor & Vale",), how_well=5, last_contact=TODAY)

    assert names(ranked(friend, book=[listed("Cy", "Harbor & Vale")])) == ["Ana", "Cy"]


def test_a_like_name_stays_below_the_company_itself_even_for_a_close_friend() -> None:
    friend = contact("Ana", company="Harbor & Vale Bistro", how_well=5, last_contact=TODAY)

    assert names(ranked(friend, book=[listed("Cy", "Harbor & Vale")])) == ["Cy", "Ana"]


def test_of_two_who_know_the_same_interviewer_the_one_i_know_better_comes_first() -> None:
    assert names(ranked(contact("Ana", "dana", how_well=2), contact("Bo", "dana", how_well=5))) == [
        "Bo",
        "Ana",
    ]


def test_of_two_whom_i_know_as_well_the_one_who_knows_the_interviewer_better_comes_first() -> None:
    assert names(ranked(contact("Ana", Knows("dana", 1)), contact("Bo", Knows("dana", 4)))) == [
        "Bo",
        "Ana",
    ]


def test_where_nobody_said_how_well_it_counts_a_little_less_than_the_middle() -> None:
    people = [contact(str(well), "dana", how_well=well) for well in range(6)]

    assert names(ranked(*people)) == ["5", "4", "3", "0", "2", "1"]


def test_of_two_alike_the_one_i_was_in_touch_with_lately_comes_first() -> None:
    days = {"Ana": 1200, "Bo": 700, "Cy": 200, "Di": 60, "Ed": 5}
    people = [
        contact(name, "dana", last_contact=TODAY - timedelta(days=ago))
        for name, ago in days.items()
    ]

    assert names(ranked(*people)) == ["Ed", "Di", "Cy", "Bo", "Ana"]


def test_knowing_two_of_the_people_is_better_than_knowing_one_of_them() -> None:
    found = ranked(contact("Ana", Knows("dana", 2)), contact("Bo", "tobias", Knows("dana", 2)))

    assert names(found) == ["Bo", "Ana"]
    assert found[0].knows == Knows("dana", 2)
    assert found[0].reasons == ("knows Dana Whitfield, who decides, a little", "knows Tobias Fehr")


def test_who_was_asked_for_two_other_jobs_comes_after_who_was_asked_for_none() -> None:
    often, fresh = (
        contact("Ana", Knows("dana", 5), how_well=4),
        contact("Bo", Knows("dana", 5), how_well=3),
    )

    found = ranked(often, fresh, asks=[asked(often, job_id="j2"), asked(often, job_id="j3")])

    assert names(found) == ["Bo", "Ana"]
    assert found[1].asked_lately == 2
    assert found[1].reasons[-1] == "asked for 2 other jobs in the last two months"


def test_one_other_job_or_one_long_ago_does_not_count_down() -> None:
    ana = contact("Ana", "dana")
    asks = [asked(ana, job_id="j2"), asked(ana, job_id="j3", days_ago=100)]

    found = ranked(ana, asks=asks)[0]

    assert found.score == ranked(ana)[0].score
    assert (found.asked_lately, found.reasons[-1]) == (
        1,
        "asked for 1 other job in the last two months",
    )


def test_the_ask_for_this_job_is_no_other_job_and_stands_with_its_person() -> None:
    ana = contact("Ana", "dana")

    found = ranked(ana, asks=[asked(ana)])[0]

    assert (found.ask, found.asked_lately) == (asked(ana), 0)


def test_who_said_no_for_this_job_comes_last_whatever_else_speaks_for_them() -> None:
    ana = contact("Ana", Knows("dana", 5), how_well=5, last_contact=TODAY, company="Harbor & Vale")
    weak = listed("Zed", "Meridian", past_companies=("Harbor & Vale Bistro",))

    found = ranked(ana, book=[weak], asks=[asked(ana, Step.DECLINED)])

    assert names(found) == ["Zed", "Ana"]
    assert found[1].reasons[-1] == "said no for this job"


def test_nobody_is_suggested_who_has_no_tie_to_the_job() -> None:
    friend = contact(
        "Ana",
        Knows("somebody of another job", 5),
        company="Meridian",
        how_well=5,
        last_contact=TODAY,
    )

    assert ranked(friend, contact("Bo"), book=[listed("Cy", "Acme"), listed("Di")]) == ()


def test_a_job_without_a_company_name_ties_to_people_only() -> None:
    job = replace(JOB, company=" ")

    assert names(ranked(contact("Ana", "dana"), contact("Bo"), book=[listed("Cy")], job=job)) == [
        "Ana"
    ]


def test_archived_contacts_are_not_suggested_nor_is_their_record_in_the_book() -> None:
    away = contact("Ana", company="Harbor & Vale", archived_at=NOW)

    assert ranked(away, book=[listed("Ana", "Harbor and Vale")]) == ()


def test_a_contact_and_their_record_in_the_book_are_one_suggestion() -> None:
    cy = listed("Cy", "Harbor & Vale")
    mine = contact("Cyrus", listed_id=cy.id, company="Harbor & Vale", how_well=3)

    assert [one.person for one in ranked(mine, book=[cy])] == [mine]


@pytest.mark.parametrize(
    "dana",
    [
        contact("Dana", "tobias", met_as=("dana",)),
        contact("D. W.", "tobias", email="Dana@HV.example"),
        contact("Dana Whitfield", "tobias", company="Harbor & Vale Ltd"),
    ],
)
def test_whoever_is_an_interviewer_of_this_job_is_not_asked_to_speak_for_me(dana: Contact) -> None:
    assert ranked(dana) == ()


def test_an_interviewer_found_in_the_book_is_not_suggested_but_offered_to_be_linked() -> None:
    twin = listed("Tobias Fehr", "Harbor and Vale")

    assert ranked(book=[twin]) == ()
    assert same_as([], AddressBook([twin]), ()) == ((twin, TOBIAS),)


def test_an_interviewer_among_the_contacts_is_offered_to_be_linked_until_they_are() -> None:
    mail = contact("D. W.", email="dana@hv.example")
    book = AddressBook([listed("Dana Whitfield", "Harbor & Vale", email="dana@hv.example")])

    assert same_as([mail], book, ()) == ((mail, DANA),)
    assert same_as([replace(mail, met_as=("dana",))], book, ()) == ()
    assert same_as([replace(mail, archived_at=NOW)], book, ()) == ()


def test_a_namesake_elsewhere_is_not_taken_for_the_interviewer() -> None:
    namesake = listed("Tobias Fehr", "Meridian", past_companies=("Harbor & Vale",))

    assert names(ranked(book=[namesake])) == ["Tobias Fehr"]
    assert same_as([], AddressBook([namesake]), ()) == ()


def test_an_interviewer_under_another_spelling_that_was_said_to_be_the_same_is_recognised() -> None:
    twin = listed("Tobias Fehr", "HV Group")
    answers = [said("HV Group", "Harbor & Vale", True)]

    assert ranked(book=[twin], answers=answers) == ()
    assert same_as([], AddressBook([twin]), answers) == ((twin, TOBIAS),)


def test_a_like_name_is_named_as_it_is_written_and_asked_about() -> None:
    found = ranked(book=[listed("Ana", "Harbor & Vale Insurance")])[0]

    assert found.maybe == "Harbor & Vale Insurance"
    assert found.is_only_maybe()
    assert found.reasons == ("may work at Harbor & Vale Insurance (is that the same company?)",)


def test_a_company_that_was_said_to_be_the_same_counts_as_that_one() -> None:
    book = [listed("Ana", "Harbor & Vale Insurance"), listed("Bo", "HV")]
    answers = [
        said("Harbor & Vale", "Harbor & Vale Insurance", True),
        said("hv", "Harbor & Vale Inc", True),
    ]

    found = ranked(book=book, answers=answers)

    assert [(one.person.name, one.maybe, one.reasons[0]) for one in found] == [
        ("Ana", "", "works at Harbor & Vale"),
        ("Bo", "", "works at Harbor & Vale"),
    ]


def test_a_company_that_was_said_to_be_another_is_left_out() -> None:
    answers = [said("Harbor & Vale Bistro", "Harbor & Vale", False)]

    assert ranked(book=[listed("Ana", "Harbor & Vale Bistro")], answers=answers) == ()


def test_the_best_are_three_who_were_not_asked_yet() -> None:
    people = [contact(name, "dana") for name in "ABCDE"]
    asks = [asked(people[0]), asked(people[1], Step.IDEA), asked(people[2], Step.DECLINED)]

    found = ranked(*people, asks=asks)

    assert names(best(found)) == ["B", "D", "E"]
    assert names(best(found, 1)) == ["B"]


def test_a_like_name_is_among_the_best_only_where_there_is_nobody_else() -> None:
    maybe = listed("Ana", "Harbor & Vale Bistro")

    assert names(best(ranked(book=[maybe]))) == ["Ana"]
    assert names(best(ranked(book=[maybe, listed("Bo", "Harbor & Vale")]))) == ["Bo"]
    assert best(()) == ()


def test_who_knows_one_of_the_people_is_sure_even_at_a_company_of_like_name() -> None:
    ana = contact("Ana", "dana", company="Harbor & Vale Bistro")

    found = ranked(ana, book=[listed("Bo", "Harbor & Vale")])

    assert names(best(found)) == ["Ana", "Bo"]
    assert (found[0].maybe, found[0].is_only_maybe()) == ("Harbor & Vale Bistro", False)
