"""Two contacts who are one person: nothing of either is lost, and undo gives both back."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.actions import asks, contact_merging, history
from lib.actions.contact_merging import BothAsked
from lib.domain.notes import Note
from lib.domain.people.asks import Ask
from lib.domain.people.contact_merge import likely_twins, merged
from lib.domain.people.contacts import Contact, Knows, Reach
from lib.store.repository import Store
from tests.actions.conftest import DANA, JOB, NOW, Panel, content, last_did

ELIF = Contact(
    id="elif",
    name="Elif Sahin",
    position="Buyer",
    company="Nordwind",
    email="elif@nordwind.example",
    email_kind="work",
    phone="+1 212 555 0134",
    how="worked together",
    how_well=3,
    last_contact=date(2026, 3, 1),
    tags=("sailing",),
    remarks="Likes tea.",
    knows=(Knows(DANA.id, 2, "school"),),
)
TWIN = Contact(
    id="twin",
    name="Elif \u015eahin-Roe",
    position="Head of Buying",
    company="Quay & Sons",
    past_companies=("Nordwind", "Dock"),
    email="elif@home.example",
    email_kind="home",
    other_emails=(Reach("elif@nordwind.example", "work"),),
    phone="+1 212 555 0199",
    phone_kind="mobile",
    link="https://www.linkedin.com/in/elif-x",
    how="sailing club",
    how_well=4,
    last_contact=date(2026, 9, 1),
    tags=("Sailing", "buyers"),
    remarks="Has a boat.",
    knows=(Knows(DANA.id, 4, "club"),),
    greet_as="Elif",
)


def put(store: Store, *records: Contact) -> None:
    with store.transaction(now=NOW, did="Added") as tx:
        for one in records:
            tx.put(one)


def test_what_stands_on_the_page_stays_and_the_rest_is_added() -> None:
    one = merged(ELIF, TWIN)

    assert (one.id, one.name, one.position, one.company) == (
        "elif",
        "Elif Sahin",
        "Buyer",
        "Nordwind",
    )
    assert one.past_companies == ("Quay & Sons", "Dock")
    assert (one.email, one.email_kind) == ("elif@nordwind.example", "work")
    assert one.other_emails == (Reach("elif@home.example", "home"),)
    assert one.other_phones == (Reach("+1 212 555 0199", "mobile"),)
    assert one.link == TWIN.link
    assert one.how == "worked together; sailing club"
    assert (one.how_well, one.last_contact) == (4, date(2026, 9, 1))
    assert one.tags == ("sailing", "buyers")
    assert one.knows == (Knows(DANA.id, 4, "school; club"),)
    assert one.greet_as == "Elif"
    assert one.remarks.split("\n") == [
        "Likes tea.",
        "Has a boat.",
        "Also called: Elif \u015eahin-Roe",
        "Also: Head of Buying",
    ]


def test_an_empty_contact_takes_everything_of_the_other_one() -> None:
    one = merged(Contact(id="x", name="Elif"), TWIN)

    same = {"id", "name", "remarks", "other_emails"}
    for field in fields(Contact):
        if field.name not in same:
            assert getattr(one, field.name) == getattr(TWIN, field.name), field.name
    assert one.other_emails == TWIN.other_emails


texts = st.sampled_from(["", "a", "b", "A"])
reaches = st.lists(st.builds(Reach, st.sampled_from(["a@x", "b@x", "c@x"])), max_size=2).map(tuple)
people = st.builds(
    Contact,
    id=st.just("x"),
    name=st.sampled_from(["a", "b"]),
    position=texts,
    company=texts,
    email=st.sampled_from(["", "a@x", "d@x"]),
    other_emails=reaches,
    tags=st.lists(texts.filter(bool), max_size=2).map(tuple),
    remarks=texts,
    how=texts,
)


@given(people, people)
def test_no_address_company_tag_or_note_is_lost(one: Contact, other: Contact) -> None:
    both = merged(one, other)

    for contact in (one, other):
        mails = {both.email, *(reach.value for reach in both.other_emails)}
        assert {contact.email, *(reach.value for reach in contact.other_emails)} - {""} <= mails
        companies = {name.casefold() for name in (both.company, *both.past_companies)}
        assert contact.company.casefold() in {*companies, ""}
        assert {tag.casefold() for tag in contact.tags} <= {tag.casefold() for tag in both.tags}
        assert contact.remarks.casefold() in both.remarks.casefold()
        assert contact.how.casefold() in both.how.casefold()
    assert both.email or not (one.email or other.email)


def test_two_become_one_and_undo_gives_both_back(store: Store) -> None:
    put(store, ELIF, TWIN)
    before = content(store)

    done = contact_merging.merge(store, "elif", "twin", now=NOW)

    assert [one.id for one in store.read().all(Contact)] == ["elif"]
    assert done.did == last_did(store) == "Elif Sahin and Elif \u015eahin-Roe are one contact now"
    history.undo(store, store.entries(1)[0].id, now=NOW)
    assert content(store) == before


def test_what_the_other_was_asked_is_the_kept_ones_with_its_messages(panel: Panel) -> None:
    store = panel.store
    put(store, ELIF, TWIN)
    asks.line_up(store, JOB.id, "twin", now=NOW)
    with store.transaction(now=NOW, did="Wrote") as tx:
        tx.put(replace(Note(id="n", job_id=JOB.id), contact_id="twin"))

    contact_merging.merge(store, "elif", "twin", now=NOW)

    reader = store.read()
    assert {ask.contact_id for ask in reader.all(Ask)} == {"elif"}
    assert {note.contact_id for note in reader.all(Note)} == {"elif"}


def test_two_who_were_asked_about_one_job_are_left_alone(panel: Panel) -> None:
    store = panel.store
    put(store, ELIF, TWIN)
    for id in ("elif", "twin"):
        asks.line_up(store, JOB.id, id, now=NOW)
    before = content(store)

    with pytest.raises(BothAsked, match="Both were asked about Harbor & Vale"):
        contact_merging.merge(store, "elif", "twin", now=NOW)

    assert content(store) == before


def test_who_may_be_the_same_comes_first() -> None:
    others = [
        Contact(id="1", name="Ada Byron"),
        Contact(id="2", name="elif sahin"),
        TWIN,
        replace(TWIN, id="4", email="elif@nordwind.example", name="Elif Sahin"),
        ELIF,
    ]

    assert [one.id for one in likely_twins(ELIF, others)][:2] == ["4", "2"]
    assert "elif" not in [one.id for one in likely_twins(ELIF, others)]
