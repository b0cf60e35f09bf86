"""An interviewer who is in an imported file as well is one person, not asked about themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.actions import bringing_in, contacts, network
from lib.domain.interviews import Interviewer
from lib.domain.jobs import Job
from lib.domain.people.contacts import Contact
from lib.formats.contacts import files
from lib.store.repository import Store
from tests.actions.conftest import INTERVIEW, NOW, ZONE

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ACME = Job(id="acme", company="Acme Inc.", role="Buyer")
JEAN = Interviewer(id="jean", job_id=ACME.id, name="Jean-Luc O'Neil")
ANA = Interviewer(id="ana", job_id=ACME.id, name="Ana de la Cruz")
TALK = replace(INTERVIEW, id="talk", job_id=ACME.id, interviewer_ids=(JEAN.id, ANA.id))


@pytest.fixture
def acme(store: Store) -> Store:
    with store.transaction(now=NOW, did="") as tx:
        for record in (ACME, JEAN, ANA, TALK):
            tx.put(record)
    return store


def bring_in(store: Store, *rows: str) -> None:
    content = (HEADER + "\n".join(rows) + "\n").encode()
    bringing_in.bring_in(store, files.read(content, "Connections.csv"), now=NOW)


def helpers(store: Store) -> network.Helpers:
    return network.helpers(store.read(), store.book.read(), ACME, now=NOW, zone=ZONE)


@pytest.mark.parametrize(
    "row",
    [
        'Jean-Luc,"O’Neil, MBA",https://www.linkedin.com/in/jl,,Acme Inc.,'
        "Head of Design,12 Mar 2024",
        "Jean-Luc,O’Neil (he/him),,,Acme,Head of Design,12 Mar 2024",
        "Dr. Jean Luc,O´Neil,,,ACME INC,Head of Design,12 Mar 2024",
        "JEAN-LUC,O'NEIL PHD,,,Acme,Head of Design,12 Mar 2024",
    ],
)
def test_an_interviewer_is_not_suggested_to_put_in_a_word_with_himself(
    acme: Store, row: str
) -> None:
    bring_in(acme, row, "Ana,Ruiz,,,Acme,Buyer,13 Mar 2024")

    found = helpers(acme)

    assert [one.person.name for one in found.suggestions] == ["Ana Ruiz"]
    assert [met.id for _, met in found.same] == [JEAN.id]


def test_two_people_of_one_company_whose_names_are_only_alike_stay_two(acme: Store) -> None:
    bring_in(acme, "Jean,O’Neil,,,Acme,Buyer,12 Mar 2024", "Ana,Cruz,,,Acme,Buyer,13 Mar 2024")

    found = helpers(acme)

    assert {one.person.name for one in found.suggestions} == {"Jean O’Neil", "Ana Cruz"}
    assert found.same == ()


def test_what_one_of_them_is_greeted_as_counts_for_both_once_they_are_one_person(
    acme: Store,
) -> None:
    contacts.add(acme, Contact(id="c", name="Jean-Luc O’Neil", greet_as="JL"), now=NOW)

    contacts.same_person(acme, "c", JEAN.id, now=NOW)

    assert acme.read().get(Interviewer, JEAN.id).greet_as == "JL"


def test_the_same_file_with_other_spellings_brings_nobody_new(acme: Store) -> None:
    bring_in(acme, "Jean-Luc,O'Neil,,jl@acme.example,Acme,Buyer,12 Mar 2024")

    file = (HEADER + 'Jean-Luc,"O’Neil, MBA",,jl@acme.example,Acme,Buyer,12 Mar 2024\n').encode()
    found = bringing_in.preview(acme.book.read(), files.read(file, "Connections.csv"))

    assert found.new == ()


@pytest.mark.parametrize("name", ["Jean-Luc M. O'Neil", "Jean-Luc (JL) O'Neil", "O'NEIL Jean-Luc"])
def test_a_middle_initial_a_nickname_and_capitals_do_not_make_two(acme: Store, name: str) -> None:
    contacts.add(acme, Contact(id="c", name=name, company="Acme"), now=NOW)

    found = helpers(acme)

    assert found.suggestions == ()
    assert [person.id for person, _ in found.same] == ["c"]


def test_another_middle_initial_makes_two(acme: Store) -> None:
    with acme.transaction(now=NOW, did="") as tx:
        known = tx.get(Interviewer, JEAN.id)
        tx.put(replace(known, name="Jean-Luc P. O'Neil"))
    bring_in(
        acme,
        "Jean-Luc M.,O'Neil,,,Acme,Head of Design,12 Mar 2024",
        "Jean-Luc R.,O'Neil,,,Acme,Buyer,12 Mar 2024",
    )

    found = helpers(acme)

    assert len(found.suggestions) == 2
    assert found.same == ()


def test_the_same_file_with_a_middle_initial_brings_nobody_new(acme: Store) -> None:
    bring_in(acme, "Jean-Luc,O'Neil,,,Acme,Buyer,12 Mar 2024")

    file = (HEADER + "Jean-Luc M.,O'Neil,,,Acme,Buyer,12 Mar 2024\n").encode()
    found = bringing_in.preview(acme.book.read(), files.read(file, "Connections.csv"))

    assert found.new == ()
