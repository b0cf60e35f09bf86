"""The people I know: entered, changed, linked, brought up to date, put away and deleted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.actions import asks, bringing_in, contacts
from lib.actions.contacts import NobodyThere
from lib.domain.errors import FollowThroughError
from lib.domain.interviews import Interviewer
from lib.domain.people.asks import Ask, ask_id
from lib.domain.people.contacts import (
    Acquaintance,
    Contact,
    Knows,
    Reach,
    SameCompany,
    emails_of,
    phones_of,
)
from lib.formats.contacts import files
from lib.store.repository import Store
from tests.actions.conftest import DANA, JOB, NOW, TOBIAS, Panel, last_did

NOOR = Contact(id="noor", name="Noor Haddad", email="noor@example.org", company="Quay")
LISTED = Acquaintance(
    id="listed", name="Ines Falk", position="Buyer", company="Pier & Co", labels=("rowing",)
)
HEAD = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"

IDA = b"Ida,Holm,,ida@quay.example,Quay,Buyer,\n"


@pytest.fixture
def store(panel: Panel) -> Store:
    """The panel interview, somebody whom the person knows, and somebody of the address book."""
    with panel.store.transaction(now=NOW, did="") as tx:
        tx.put(NOOR)
    with panel.store.book.transaction(now=NOW, did="") as tx:
        tx.put(LISTED)
    return panel.store


def contact(store: Store, id: str = NOOR.id) -> Contact:
    return store.read().get(Contact, id)


def test_somebody_entered_by_hand_is_added_once(store: Store) -> None:
    ida = Contact(id="ida", name=" Ida Holm ")

    first, second = contacts.add(store, ida, now=NOW), contacts.add(store, ida, now=NOW)

    assert (first.did, second.did) == ("Added Ida Holm", "")
    assert first.record_id == second.record_id == "ida"
    assert contact(store, "ida").revision == 1


def test_somebody_without_a_name_is_refused(store: Store) -> None:
    with pytest.raises(FollowThroughError):
        contacts.add(store, Contact(id="nobody", name=" "), now=NOW)

    assert store.read().find(Contact, "nobody") is None


def test_a_changed_name_reaches_what_is_planned_with_them(store: Store) -> None:
    asks.line_up(store, JOB.id, NOOR.id, now=NOW)

    contacts.save(store, replace(contact(store), name="Noor Haddad-Ruiz"), now=NOW, visit="1")

    assert contact(store).name == "Noor Haddad-Ruiz"
    assert last_did(store) == ""


def test_somebody_of_the_address_book_becomes_a_contact_once(store: Store) -> None:
    first = contacts.use(store, LISTED.id, now=NOW)
    second = contacts.use(store, LISTED.id, now=NOW)

    assert (first.did, second.did) == ("Ines Falk is a contact now", "")
    assert first.record_id == second.record_id
    assert contact(store, first.record_id).tags == ("rowing",)
    assert contact(store, first.record_id).listed_id == LISTED.id


def test_a_contact_has_all_addresses_and_numbers_of_the_address_book(store: Store) -> None:
    listed = Acquaintance(
        id="bea",
        name="Bea Lund",
        email="bea@kade.example",
        email_kind="work",
        other_emails=(Reach("bea@home.example", "home"),),
        phone="+1 555 0100",
        phone_kind="mobile",
        other_phones=(Reach("+1 555 0101", "work"), Reach("+1 555 0102", "fax")),
    )
    with store.book.transaction(now=NOW, did="") as tx:
        tx.put(listed)

    made = contact(store, contacts.use(store, "bea", now=NOW).record_id)

    assert emails_of(made) == emails_of(listed)
    assert phones_of(made) == phones_of(listed)


def test_nobody_becomes_a_contact_who_is_not_there(store: Store) -> None:
    with pytest.raises(NobodyThere, match="not there any more"):
        contacts.use(store, "gone", now=NOW)


def test_a_contact_is_put_away_and_brought_back(store: Store) -> None:
    away = contacts.archive(store, NOOR.id, now=NOW)
    assert contact(store).archived_at == NOW
    back = contacts.archive(store, NOOR.id, now=NOW, back=True)

    assert (away.did, back.did) == ("Archived Noor Haddad", "Brought Noor Haddad back")
    assert contact(store).archived_at is None


def test_a_contact_is_deleted_with_what_they_were_asked(store: Store) -> None:
    asks.line_up(store, JOB.id, NOOR.id, now=NOW)

    done = contacts.delete(store, NOOR.id, now=NOW)

    assert done.did == last_did(store) == "Deleted Noor Haddad, with what you asked them"
    assert store.read().find(Ask, ask_id(JOB.id, NOOR.id)) is None
    assert contacts.delete(store, NOOR.id, now=NOW).did == ""


def test_whom_somebody_knows_is_noted_and_taken_away_again(store: Store) -> None:
    contacts.link(store, NOOR.id, Knows(TOBIAS.id, 2), now=NOW)
    done = contacts.link(store, NOOR.id, Knows(DANA.id, 3, "school"), now=NOW)
    assert done.did == "Noted: Noor Haddad knows Dana Whitfield"
    assert contact(store).knows == (Knows(TOBIAS.id, 2), Knows(DANA.id, 3, "school"))

    contacts.unlink(store, NOOR.id, TOBIAS.id, now=NOW)

    assert contact(store).knows == (Knows(DANA.id, 3, "school"),)
    assert last_did(store) == "Took the link away"


def test_a_deleted_interviewer_is_known_no_more(store: Store) -> None:
    contacts.link(store, NOOR.id, Knows(DANA.id), now=NOW)
    with store.transaction(now=NOW, did="") as tx:
        contacts.forget_interviewers(tx, [DANA.id])

    assert contact(store).knows == ()


def test_one_person_who_is_contact_and_interviewer_is_reached_in_all_known_ways(
    store: Store,
) -> None:
    with store.transaction(now=NOW, did="") as tx:
        tx.put(replace(tx.get(Interviewer, DANA.id), email="", phone="+1 555 0111"))

    contacts.same_person(store, NOOR.id, DANA.id, now=NOW)

    assert (contact(store).met_as, contact(store).phone) == ((DANA.id,), "+1 555 0111")
    assert store.read().get(Interviewer, DANA.id).email == NOOR.email


def test_what_the_address_book_says_newly_is_taken_over(store: Store) -> None:
    used = contacts.use(store, LISTED.id, now=NOW).record_id
    assert contacts.news(store.read(), store.book.read(), used) is None
    with store.book.transaction(now=NOW, did="") as tx:
        tx.put(replace(tx.get(Acquaintance, LISTED.id), company="Harbor & Vale", position=""))

    done = contacts.take_over(store, used, now=NOW)

    assert done.did == "Ines Falk brought up to date"
    found = contact(store, used)
    assert (found.position, found.company) == ("Buyer", "Harbor & Vale")
    assert found.past_companies == ("Pier & Co",)
    assert contacts.take_over(store, used, now=NOW).did == ""
    assert contacts.take_over(store, NOOR.id, now=NOW).did == ""


@pytest.mark.parametrize(("same", "words"), [(True, "the same company as"), (False, "not")])
def test_whether_two_spellings_are_one_company_is_remembered(
    store: Store, same: bool, words: str
) -> None:
    contacts.answer_company(store, "Quay", "Quay Inc.", same=not same, now=NOW)
    done = contacts.answer_company(store, "Quay", "Quay Inc.", same=same, now=NOW)

    (answer,) = store.read().all(SameCompany)
    assert done.did == f"Noted: Quay Inc. is {words} Quay"
    assert answer.same is same


def test_what_a_file_brings_is_said_in_words(store: Store) -> None:
    newer, newest = IDA.replace(b"Buyer", b"Head"), IDA.replace(b"Buyer", b"Chief")
    rows = (IDA, IDA, newer, newest + b"Uwe,Lund,,,,,\n")

    read = [files.read(HEAD + row, "Connections.csv") for row in rows]
    said = [bringing_in.bring_in(store, file, now=NOW).did for file in read]

    assert said == [
        "Brought in 1 person",
        "",
        "Address book: 1 brought up to date",
        "Brought in 1 person; 1 brought up to date",
    ]
