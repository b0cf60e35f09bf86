"""The address book's index, and everybody known in one list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies._internal.random import ArtificialRandom

from lib.domain.people.address_book import AddressBook, Filter, Order, everyone
from lib.domain.people.contacts import Acquaintance, Contact, Person, Reach

NOOR = Acquaintance(
    id="noor", name="Noor Haddad", position="Head of Claims", company="Harbor & Vale Inc."
)
ELIF = Acquaintance(
    id="elif",
    name="Elif Şahin",
    company="Meridian",
    past_companies=("Harbor and Vale", "Harbor & Vale, Inc.", "Acme"),
    email="elif@meridian.example",
    other_emails=(Reach("elif@home.example", "home"),),
    phone="+1 (555) 010-7788",
    other_phones=(Reach("555 0199", "mobile"),),
    labels=("Rowing",),
    remarks="met in Lisbon",
    link="https://www.linkedin.com/in/elif",
)
OTIS = Acquaintance(id="otis", name="Otis Grant")
BOOK = AddressBook((ELIF, OTIS, NOOR))


def contact(name: str, **more: Any) -> Contact:
    return Contact(id=f"c-{name}", name=name, **more)


def ids(people: Iterable[Person]) -> list[str]:
    return [one.id for one in people]


def test_who_works_at_a_company_comes_before_who_did_and_nobody_twice() -> None:
    assert ids(BOOK.at_company("harbor and vale")) == ["noor", "elif"]
    assert BOOK.at_company("nowhere") == ()


def test_who_came_back_to_a_company_works_there_now() -> None:
    back = AddressBook((replace(NOOR, past_companies=("Harbor & Vale",)),))

    assert ids(back.at_company("harbor and vale")) == ["noor"]


def test_companies_are_those_of_now_and_before_and_no_empty_one() -> None:
    assert BOOK.companies == {"harbor and vale", "meridian", "acme"}


@pytest.mark.parametrize(
    "query",
    [
        "elif",
        "SAHIN",
        "şahin meridian",
        "acme elif",
        "lisbon",
        "rowing",
        "home.example",
        "555 010-7788",
        "15550107788",
        "5550199",
    ],
)
def test_somebody_is_found_by_any_words_of_their_record(query: str) -> None:
    assert ids(everyone([], BOOK, Filter(query=query))) == ["elif"]


@pytest.mark.parametrize(
    "same",
    [
        contact("Somebody", listed_id="elif"),
        contact("E. S.", email="ELIF@meridian.example"),
        contact("E. S.", email="elif@home.example"),
        contact("Elif Şahin", company="Meridian Ltd"),
        contact("E. S.", link="https://www.linkedin.com/in/elif"),
    ],
)
def test_a_contact_is_somebody_of_the_book_by_copy_mail_link_or_name_and_company(
    same: Contact,
) -> None:
    assert BOOK.same_as(same) == (ELIF,)


def test_a_like_name_elsewhere_is_somebody_else() -> None:
    assert BOOK.same_as(contact("Elif Şahin", company="Acme")) == ()
    assert BOOK.same_as(contact("Otis Grant")) == ()
    assert BOOK.same_as(contact("Zoe", listed_id="gone")) == ()


def test_everybody_is_listed_once_the_contact_instead_of_their_record() -> None:
    known = everyone([contact("Elif Sahin", listed_id="elif", tags=("rowing",))], BOOK)

    assert ids(known) == ["c-Elif Sahin", "noor", "otis"]
    assert (known[1], known[1].tags, known[0].tags) == (NOOR, (), ("rowing",))


def test_an_archived_contact_is_hidden_with_their_record_until_asked_for() -> None:
    away = contact("Noor Haddad", listed_id="noor", archived_at=datetime(2026, 1, 1, tzinfo=UTC))

    assert [one.name for one in everyone([away], BOOK)] == ["Elif Şahin", "Otis Grant"]
    assert [one.id for one in everyone([away], BOOK, Filter(archived=True))] == [
        "elif",
        "c-Noor Haddad",
        "otis",
    ]


def test_a_contact_is_found_by_every_word_that_was_written_of_them() -> None:
    ines = contact(
        "Inês Prado",
        how="from Meridian",
        remarks="knows rail",
        tags=("School",),
        company="Acme",
        other_emails=(Reach("ines@casa.example", "home"),),
        other_phones=(Reach("+351 21 000 0000", "work"),),
    )

    for query in ("ines", "meridian prado", "RAIL", "school", "acme", "casa.example", "35121"):
        assert "c-Inês Prado" in ids(everyone([ines], BOOK, Filter(query=query)))
    assert everyone([ines], BOOK, Filter(query="ines nowhere")) == ()


def test_the_list_narrows_to_a_company_now_or_before_however_it_is_spelt() -> None:
    was = contact("Ana", company="Elsewhere", past_companies=("HARBOR & VALE",))

    assert ids(
        everyone([was, contact("Bo", company="Acme")], BOOK, Filter(company="Harbor & Vale Ltd"))
    ) == [
        "c-Ana",
        "elif",
        "noor",
    ]


def test_the_list_narrows_to_a_tag_and_to_how_well_i_know_them() -> None:
    people = [contact("Ana", how_well=4, tags=("Rowing",)), contact("Bo", how_well=2)]

    assert ids(everyone(people, BOOK, Filter(tag=" rowing "))) == ["c-Ana", "elif"]
    assert ids(everyone(people, BOOK, Filter(how_well=3))) == ["c-Ana"]


def test_what_nobody_said_comes_last_whichever_way_the_order_runs() -> None:
    people = [
        contact("Ana", how_well=2, last_contact=date(2026, 5, 1), company="Zeta"),
        contact("Bo", how_well=5, last_contact=date(2024, 5, 1), company="acme"),
        contact("Cy"),
    ]
    empty = AddressBook()

    def names(order: Order, descending: bool) -> str:
        return " ".join(
            one.name for one in everyone(people, empty, order=order, descending=descending)
        )

    assert names(Order.NAME, True) == "Cy Bo Ana"
    assert (names(Order.HOW_WELL, False), names(Order.HOW_WELL, True)) == ("Ana Bo Cy", "Bo Ana Cy")
    assert (names(Order.LAST_CONTACT, False), names(Order.LAST_CONTACT, True)) == (
        "Bo Ana Cy",
        "Ana Bo Cy",
    )
    assert (names(Order.COMPANY, False), names(Order.COMPANY, True)) == ("Bo Ana Cy", "Ana Bo Cy")


def test_names_are_ordered_without_regard_to_case_and_accents() -> None:
    people = [contact(name) for name in ("zoe", "Ærø", "Émile", "Dana", "frank")]

    assert [one.name for one in everyone(people, AddressBook())] == [
        "Ærø",
        "Dana",
        "Émile",
        "frank",
        "zoe",
    ]


people = st.lists(
    st.builds(
        Acquaintance,
        id=st.uuids().map(str),
        name=st.sampled_from(["Ana", "Bo", "Çelik"]),
        company=st.sampled_from(["", "Acme", "Acme Inc", "Meridian"]),
        past_companies=st.sampled_from([(), ("Acme",), ("", "Vale")]),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)


@given(people, st.sampled_from(Order), st.booleans(), st.randoms())
def test_the_list_holds_everybody_and_does_not_depend_on_the_order_of_the_records(
    listed: list[Acquaintance], order: Order, down: bool, chance: ArtificialRandom
) -> None:
    shuffled = chance.sample(listed, len(listed))

    found = everyone([], AddressBook(listed), order=order, descending=down)

    assert found == everyone([], AddressBook(shuffled), order=order, descending=down)
    assert sorted(ids(found)) == sorted(ids(listed))
