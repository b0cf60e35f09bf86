"""Which spellings are one person, and which are two."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from lib.domain.people.address_book import AddressBook
from lib.domain.people.contacts import Acquaintance, Contact
from lib.domain.people.identity import are_two, keys_of, may_be_one
from lib.domain.people.name_keys import is_same_name, name_key, share_a_word

JEAN = Acquaintance(id="jean", name="Jean-Luc O'Neil", company="Acme Inc.")
SPELLINGS = (
    "Jean-Luc O'Neil",
    "Jean-Luc O’Neil",
    "Jean-Luc O`Neil",
    "Jean-Luc O´Neil",
    "Jean\N{NON-BREAKING HYPHEN}Luc Oʼneil",
    "Jean Luc O'Neil",
    "JEAN-LUC O'NEIL",
    "Jean-Luc O’Neil, MBA",
    "Jean-Luc O’Neil MBA, PMP",
    "Jean-Luc O’Neil (he/him)",
    "Jean-Luc O'Neil (External), Ph.D.",
    "O'Neil, Jean-Luc",
    "Dr. Jean-Luc O'Neil",
    "O’Neil, Prof. Dr. Jean-Luc",
    "Mr Jean-Luc O'Neil",
    "Jean-Luc M. O'Neil",
    "Jean–Luc O'Neil",
    "Jean\N{MINUS SIGN}Luc O' Neil",
    "Jean-Luc\N{NO-BREAK SPACE}O'Neil\N{ZERO WIDTH SPACE}",
    "Jean-Luc (JL) O'Neil",
    'Jean-Luc "JL" O\'Neil',
    "Jean-Luc O'Neil ✔ · 2nd",
    "Jean-Luc O'Neil | Head of Design",
    "O'NEIL Jean-Luc",
    "O'Neil, Jean-Luc M., CPA",
)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_spellings_of_one_name_are_one_person(spelling: str) -> None:
    other = Contact(id="other", name=spelling, company="Acme, Inc")

    assert not keys_of(JEAN).isdisjoint(keys_of(other))
    assert AddressBook([JEAN]).same_as(other) == (JEAN,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Ruiz", "Anna Ruiz"),
        ("Mr. Fox", "Mrs. Fox"),
        ("Tobias Fehr, Jr.", "Tobias Fehr, Sr."),
        ("Jack Ma", "Jack Mu"),
        ("Jean-Luc O'Neil", "Jean O'Neil"),
        ("Ruth Kaplan", "Kaplan Ruth"),
        ("Dana Whitfield", "Dana"),
        ("Michael Ruiz", "Michal Ruiz"),
        ("Joel Ruiz", "Jol Ruiz"),
    ],
)
def test_other_names_are_other_people(one: str, other: str) -> None:
    here, there = (replace(JEAN, name=name) for name in (one, other))

    assert keys_of(here).isdisjoint(keys_of(there))


def test_one_name_at_two_companies_is_two_people() -> None:
    assert keys_of(JEAN).isdisjoint(keys_of(replace(JEAN, company="Kade & Co.")))


def test_a_shared_address_with_the_same_initials_is_one_person_whatever_the_title() -> None:
    one = Acquaintance(id="one", name="Dr. Dana Neil, MBA", email="Dana@kade.example")
    other = Contact(id="other", name="Neil, Dana", email="dana@kade.example")

    assert not keys_of(one).isdisjoint(keys_of(other))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Dana Whitfield, VP Claims", "dana whitfield"),
        ("Dana Whitfield PhD", "dana whitfield"),
        ("Dr. Smith", "dr smith"),
        ("Łukasz Żak", "lukasz zak"),
        ("李小龙", "李小龙"),
        ("MBA", "mba"),
        ("", ""),
    ],
)
def test_a_key_keeps_what_tells_people_apart(name: str, key: str) -> None:
    assert name_key(name) == key


def test_names_that_differ_in_more_have_keys_that_differ() -> None:
    names = ("Jean-Luc O'Neil", "Jean-Luc Neil", "Jean Picard", "Luc O'Neil", "Dr. O'Neil")

    assert all(name_key(one) != name_key(other) for one, other in combinations(names, 2))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jürgen Müller", "Juergen Mueller"),
        ("Jürgen Müller", "Jurgen Muller"),
        ("Søren Ødegaard", "Soeren Oedegaard"),
        ("Weiß, Hannah (Dr.)", "Dr. Hannah Weiss"),
        ("Van Der Velde, Ineke", "Ineke van der Velde"),
        ("Smith Jr., John", "John Smith, Jr."),
        ("王 伟", "王伟"),
        ("Robert (Bob) Smith", "Robert Smith"),
        ("Dana M. Whitfield", "Dana Whitfield"),
    ],
)
def test_two_spellings_are_one_name(one: str, other: str) -> None:
    assert is_same_name(one, other)
    assert is_same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("Dana M. Neil", "Dana R. Neil"), ("Dana M. R. Neil", "Dana K. Neil")]
)
def test_other_middle_initials_are_other_people(one: str, other: str) -> None:
    mine, theirs = replace(JEAN, name=one), replace(JEAN, id="other", name=other)

    assert not is_same_name(one, other)
    assert are_two(mine, theirs)
    assert not may_be_one(mine, theirs)
    assert AddressBook([mine]).same_as(theirs) == ()


@pytest.mark.parametrize(("one", "other"), [("", "Dana"), ("Dana", " "), ("", "")])
def test_no_name_is_nobodys_name(one: str, other: str) -> None:
    assert not is_same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("Dana Neil", "Dana", True),
        ("Dana Neil", "D. N.", True),
        ("Dana Neil", "", True),
        ("Dana Neil", "Ian Fox", False),
    ],
)
def test_names_may_share_a_word_or_their_initials(one: str, other: str, shared: bool) -> None:
    assert share_a_word(one, other) is shared
