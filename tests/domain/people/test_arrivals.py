from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.people.arrivals import Arrivals, arrivals
from lib.domain.people.contacts import Acquaintance, Contact, Reach, emails_of, phones_of
from lib.domain.people.identity import keys_of


def who(name: str = "Ada Byron", **facts: Any) -> Acquaintance:
    return Acquaintance(id="", name=name, **facts)


def known(name: str = "Ada Byron", **facts: Any) -> Acquaintance:
    return replace(who(name, **facts), id="known", revision=3)


def bring(book: Sequence[Acquaintance], *people: Acquaintance) -> Arrivals:
    ids = count(1)
    return arrivals(book, people, new_id=lambda: f"new {next(ids)}")


def counts(brought: Arrivals) -> tuple[int, int, int, int]:
    return len(brought.new), len(brought.merged), brought.unchanged, brought.doubled


NEW, MERGED, UNCHANGED, DOUBLED = (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)
PROFILE = "https://www.linkedin.com/in/ada"


def test_somebody_new_gets_an_id() -> None:
    brought = bring([], who(), who("Bob Ray"))

    assert [one.id for one in brought.new] == ["new 1", "new 2"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (who(link=PROFILE), who("Ada King", link="http://de.linkedin.com/in/ADA/?trk=x")),
        (who(link=PROFILE), who(link="linkedin.com/in/ada/en")),
        (
            who(link="https://www.linkedin.com/in/j%C3%B6rg"),
            who(link="https://www.linkedin.com/in/jörg"),
        ),
        (who(email="a@x.example"), who(email="A@X.example")),
        (who(email="a@x.example"), who(email="b@x.example", other_emails=(Reach("a@x.example"),))),
        (who("Ada Byron", email="a@x.example"), who("Byron, Ada", email="a@x.example")),
        (who("Ada Byron", email="a@x.example"), who("A. Byron", email="a@x.example")),
        (who("Ada", email="a@x.example"), who("Dr. Ada Byron", email="a@x.example")),
        (who("Jörg Müller", company="Maß AG"), who("jorg  muller", company="MASS AG")),
        (who(company="Acme", link=PROFILE), who(company="Acme", email="a@x.example")),
        (who(company="Acme", link=PROFILE), who(company="Acme")),
        (who(company="New", past_companies=("Acme",)), who(company="Acme")),
        (who(email="a@x.example", link=PROFILE), who(email="a@x.example", link=PROFILE + "-2")),
    ],
)
def test_one_person_is_found_again(one: Acquaintance, other: Acquaintance) -> None:
    assert bring([known(**_facts(one))], other).new == ()
    assert counts(bring([], one, other)) == (1, 0, 0, 1)


def _facts(person: Acquaintance) -> dict[str, Any]:
    names = ("name", "company", "past_companies", "email", "other_emails", "link")
    return {name: getattr(person, name) for name in names}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (who(), who()),
        (who(position="CTO"), who(position="CEO")),
        (who(company="Acme"), who(company="Bolt")),
        (who(company="Acme", link=PROFILE), who(company="Acme", link=PROFILE + "-2")),
        (who(company="Acme", email="a@x.example"), who(company="Acme", email="b@x.example")),
        (who("Ada Byron", email="office@x.example"), who("Bob Ray", email="office@x.example")),
        (who(link="https://acme.example"), who(link="https://acme.example")),
        (who("Ada", company="Acme"), who("Ada Byron", company="Acme")),
    ],
)
def test_two_people_stay_two(one: Acquaintance, other: Acquaintance) -> None:
    assert counts(bring([], one, other)) == (2, 0, 0, 0)


def test_among_namesakes_of_a_company_the_one_who_fits_is_found() -> None:
    book = [
        known(company="Acme", email="a@x.example"),
        known(company="Acme", email="b@x.example"),
        known(company="Acme", link=PROFILE),
    ]

    brought = bring(
        [replace(one, id=f"{i}") for i, one in enumerate(book)],
        who(company="Acme", email="c@x.example"),
    )

    assert [(one.id, one.email, one.link) for one in brought.merged] == [
        ("2", "c@x.example", PROFILE)
    ]


ADA = known(company="Acme", position="Chief Actuary")
"""Somebody of whom only name, company and position are known."""


@pytest.mark.parametrize(
    "row",
    [
        who(company="Acme", position="Night Nurse"),
        who("BYRON, Ada", company="ACME", position="Night Nurse", email="a@x.example"),
        who(company="Acme", position="Night Nurse", phone="555 0199"),
    ],
)
def test_a_namesake_with_another_position_is_asked_about_and_not_merged(row: Acquaintance) -> None:
    brought = bring([ADA], row)

    assert counts(brought) == NEW
    assert [(one.row, one.known.id) for one in brought.namesakes] == [(0, "known")]


@pytest.mark.parametrize(
    "row",
    [
        who(company="Acme"),
        who(company="Acme", position="chief  actuary"),
        who(company="Acme", position="Actuary"),
        who(company="Acme", position="Chief Actuary, Life"),
    ],
)
def test_a_namesake_of_whom_nothing_else_is_said_is_the_same_person(row: Acquaintance) -> None:
    brought = bring([ADA], row)

    assert (brought.new, brought.namesakes) == ((), ())


def test_a_shared_phone_number_makes_another_position_no_question() -> None:
    brought = bring(
        [replace(ADA, phone="555-0199")], who(company="Acme", position="Nurse", phone="5550199")
    )

    assert (brought.new, brought.namesakes) == ((), ())


def test_whoever_is_said_to_be_the_same_is_merged_and_not_asked_about_again() -> None:
    row = who(company="Acme", position="Night Nurse", phone="555 0199")

    brought = arrivals([ADA], [row], new_id=lambda: "new", same={0})
    again = bring(brought.merged, row)

    assert [(one.id, one.position, one.phone) for one in brought.merged] == [
        ("known", "Night Nurse", "555 0199")
    ]
    assert brought.merged[0].other_positions == ("Chief Actuary",)
    assert (again.new, again.namesakes) == ((), ())


def test_what_linkedin_says_stays_and_the_other_position_is_not_asked_about_again() -> None:
    linked = replace(ADA, source="LinkedIn")
    row = who(company="Acme", position="Night Nurse", source="Outlook contacts")

    (after,) = arrivals([linked], [row], new_id=lambda: "new", same={0}).merged

    assert (after.position, after.other_positions) == ("Chief Actuary", ("Night Nurse",))
    assert bring([after], row).namesakes == ()


def test_a_namesake_who_was_kept_apart_is_known_when_the_file_comes_again() -> None:
    row = who(company="Acme", position="Night Nurse")
    first = bring([ADA], row)

    again = bring([ADA, *first.new], row)

    assert counts(again) == UNCHANGED
    assert again.namesakes == ()


def test_two_of_one_name_and_company_in_one_file_are_two_if_their_positions_differ() -> None:
    rows = [who(company="Acme", position="Night Nurse"), who(company="Acme", position="Buyer")]
    first = bring([], *rows)

    assert counts(first) == (2, 0, 0, 0)
    assert counts(bring(first.new, *rows)) == (0, 0, 2, 0)


def test_a_newer_position_and_company_replace_the_older_which_is_remembered() -> None:
    before = known(company="Acme", position="CTO", past_companies=("Old",), link=PROFILE)

    (after,) = bring([before], who(company="Bolt", position="CEO", link=PROFILE)).merged

    assert after == replace(
        before,
        company="Bolt",
        position="CEO",
        other_positions=("CTO",),
        past_companies=("Old", "Acme"),
    )


def test_going_back_to_a_company_takes_it_from_the_past_ones() -> None:
    before = known(company="Bolt", past_companies=("ACME",), link=PROFILE)

    (after,) = bring([before], who(company="Acme", link=PROFILE)).merged

    assert (after.company, after.past_companies) == ("Acme", ("Bolt",))


def test_an_empty_cell_erases_nothing() -> None:
    full = known(
        position="CTO",
        company="Acme",
        email="a@x.example",
        phone="1",
        address="12 Mill Lane",
        link=PROFILE,
        connected_on=date(2024, 3, 12),
        labels=("Chess",),
        remarks="likes tea",
    )

    assert counts(bring([full], who(link=PROFILE))) == UNCHANGED


def test_addresses_labels_and_remarks_are_united_and_the_first_stay_first() -> None:
    before = known(
        email="a@x.example", phone="1", labels=("Chess",), remarks="one\ntwo", link=PROFILE
    )
    newer = who(
        email="b@x.example", phone="2", labels=("Go", "chess"), remarks="two\nthree", link=PROFILE
    )

    (after,) = bring([before], newer).merged

    assert (after.email, after.other_emails) == ("a@x.example", (Reach("b@x.example"),))
    assert (after.phone, after.other_phones) == ("1", (Reach("2"),))
    assert (after.labels, after.remarks) == (("Chess", "Go"), "one\ntwo\nthree")


@pytest.mark.parametrize(
    ("before", "newer", "kept"),
    [
        ({"phone": "+1 555 0100"}, {"phone": "+1 (555) 01-00"}, [("+1 555 0100", "")]),
        (
            {"phone": "1", "phone_kind": "work"},
            {"phone": "2", "phone_kind": "mobile", "other_phones": (Reach("1", "home"),)},
            [("1", "work"), ("2", "mobile")],
        ),
        ({"phone": "1"}, {"phone": "1", "phone_kind": "home"}, [("1", "home")]),
        ({}, {"phone": "1", "other_phones": (Reach("2", "work"),)}, [("1", ""), ("2", "work")]),
        ({"other_phones": (Reach("9", "fax"),)}, {"phone": "1"}, [("1", ""), ("9", "fax")]),
    ],
)
def test_numbers_are_united_and_a_kind_is_learned(
    before: dict[str, Any], newer: dict[str, Any], kept: list[tuple[str, str]]
) -> None:
    (after,) = bring([known(company="Acme", **before)], who(company="Acme", **newer)).merged or (
        known(**before),
    )

    assert [(one.value, one.kind) for one in phones_of(after)] == kept


def test_an_address_keeps_its_kind_when_a_file_brings_another() -> None:
    before = known(email="a@x.example", email_kind="work", company="Acme")
    newer = who(email="b@x.example", email_kind="home", company="Acme", link=PROFILE)
    newer = replace(newer, other_emails=(Reach("A@x.example", "other"),))

    (after,) = bring([before], newer).merged

    assert emails_of(after) == (Reach("a@x.example", "work"), Reach("b@x.example", "home"))


@pytest.mark.parametrize(
    "days", [(date(2020, 1, 1), date(2024, 1, 1)), (date(2024, 1, 1), date(2020, 1, 1))]
)
def test_the_earliest_day_of_connection_stays(days: tuple[date, ...]) -> None:
    known_on, read_on = days
    brought = bring(
        [known(link=PROFILE, connected_on=known_on)], who(link=PROFILE, connected_on=read_on)
    )

    assert {one.connected_on for one in brought.merged} <= {date(2020, 1, 1)}
    assert len(brought.merged) == (known_on > read_on)


def test_a_new_name_of_the_same_profile_is_taken_from_the_same_kind_of_file_only() -> None:
    before = known(link=PROFILE, source="LinkedIn")

    (after,) = bring([before], who("Ada King", link=PROFILE, source="LinkedIn")).merged

    assert after.name == "Ada King"
    assert (
        counts(bring([before], who("Countess", link=PROFILE, source="Google Contacts")))
        == UNCHANGED
    )


def test_a_link_is_kept_until_a_profile_comes() -> None:
    before = known(email="a@x.example", link="https://ada.example")

    (after,) = bring([before], who(email="a@x.example", link=PROFILE)).merged

    assert after.link == PROFILE
    assert counts(bring([after], who(email="a@x.example", link="https://ada.example"))) == UNCHANGED


def test_a_known_record_counts_once_and_further_rows_for_it_are_doubled() -> None:
    brought = bring(
        [known(link=PROFILE)], who(link=PROFILE), who(link=PROFILE, phone="1"), who(link=PROFILE)
    )

    assert counts(brought) == (0, 1, 0, 2)
    assert brought.merged[0].phone == "1"


def test_a_doubled_row_adds_what_it_says_to_the_new_person() -> None:
    brought = bring(
        [], who(link=PROFILE), who(link=PROFILE, company="Acme"), who(company="Acme", phone="1")
    )

    assert [(one.company, one.phone) for one in brought.new] == [("Acme", "1")]
    assert counts(brought) == (1, 0, 0, 2)


def test_two_of_one_bare_name_are_two_and_stay_two_when_the_file_comes_again() -> None:
    rows = [who(), who(), who(connected_on=date(2020, 1, 1))]
    first = bring([], *rows)

    assert counts(first) == (3, 0, 0, 0)
    assert counts(bring(first.new, *rows)) == (0, 0, 3, 0)


def test_a_merged_record_keeps_its_own_id_and_revision() -> None:
    (after,) = bring([known(link=PROFILE)], who(link=PROFILE, phone="1")).merged

    assert (after.id, after.revision) == ("known", 3)


def test_an_address_book_without_anybody_and_a_file_without_anybody_are_fine() -> None:
    assert bring([]) == Arrivals((), (), 0, 0)


def test_a_contact_and_an_acquaintance_share_their_keys() -> None:
    contact = Contact(id="c", name="Ada Byron", company="Acme", email="A@x.example", link=PROFILE)

    assert keys_of(contact) == keys_of(who(company="ACME", email="a@X.example", link=PROFILE))


@pytest.mark.parametrize(
    "person", [who(), who(link="https://acme.example"), who("", company="Acme")]
)
def test_a_bare_name_or_any_link_is_no_key(person: Acquaintance) -> None:
    assert keys_of(person) == frozenset()


names = st.sampled_from(
    ["Ada Byron", "ada  byron", "A. Byron", "Ada", "Bob Ray", "李雷", "🌟", "Jörg Müller"]
)
companies = st.sampled_from(["", "Acme", "ACME", "Bolt"])
mails = st.sampled_from(["", "a@x.example", "A@x.example", "b@x.example"])
links = st.sampled_from(["", PROFILE, PROFILE + "-2", "https://acme.example"])
people = st.builds(
    who,
    name=names,
    company=companies,
    past_companies=st.lists(companies.filter(bool), max_size=2).map(tuple),
    position=st.sampled_from(["", "CTO", "CEO"]),
    email=mails,
    link=links,
    phone=st.sampled_from(["", "1", "2"]),
    labels=st.lists(st.sampled_from(["Chess", "chess", "Go"]), max_size=2).map(tuple),
    remarks=st.sampled_from(["", "one", "one\ntwo", "two"]),
    connected_on=st.sampled_from([None, date(2020, 1, 1), date(2024, 3, 12)]),
)


@given(st.lists(people, max_size=8), st.lists(people, max_size=8))
def test_every_row_counts_exactly_once(book: list[Acquaintance], rows: list[Acquaintance]) -> None:
    there = [replace(one, id=f"known {i}") for i, one in enumerate(book)]

    brought = bring(there, *rows)

    assert sum(counts(brought)) == len(rows)
    assert len({one.id for one in (*brought.new, *brought.merged)}) == len(brought.new) + len(
        brought.merged
    )
    known = {one.id for one in there}
    assert known.issuperset(one.id for one in brought.merged)


@given(st.lists(people, max_size=8), st.lists(people, max_size=8))
def test_no_address_position_or_company_of_a_row_is_lost(
    book: list[Acquaintance], rows: list[Acquaintance]
) -> None:
    there = [replace(one, id=f"known {i}") for i, one in enumerate(book)]
    brought = bring(there, *rows)

    after = [*{one.id: one for one in (*there, *brought.merged, *brought.new)}.values()]

    kept = {mail.value.casefold() for one in after for mail in emails_of(one)}
    worked = {company.casefold() for one in after for company in (one.company, *one.past_companies)}
    assert {one.email.casefold() for one in rows if one.email} <= kept
    assert {one.company.casefold() for one in rows if one.company} <= worked


consistent = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.booleans(),
        st.booleans(),
        st.sampled_from(["", "Acme", "Bolt"]),
        st.booleans(),
    ),
    max_size=12,
).map(
    lambda rows: [
        who(
            f"Person {'ABCDEF'[i]}x",
            link=f"{PROFILE}{i}" if linked else "",
            email=f"p{i}@x.example" if mailed else "",
            company=company,
            position="CTO" if leads else "",
        )
        for i, linked, mailed, company, leads in rows
    ]
)


@given(consistent)
def test_the_same_file_twice_brings_nobody_and_changes_nothing(rows: list[Acquaintance]) -> None:
    first = bring([], *rows)

    again = bring(first.new, *rows)

    assert (again.new, again.merged) == ((), ())
