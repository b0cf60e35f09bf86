"""Everybody known: the table, somebody's own page, and bringing people in from a file."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from lib.actions import contacts
from lib.domain.people.contacts import Acquaintance, Contact, Knows, Reach
from lib.store.repository import Store
from lib.ui.network import people_table
from tests.actions.conftest import DANA, Panel
from tests.pages.conftest import BEFORE, put
from tests.pages.screen import choose, gone_to, opened, press, run, said, type_in, widget

NOOR = Contact(
    id="noor", name="Noor Haddad", position="Claims Manager", company="Linden Mutual", how_well=4,
    last_contact=date(2026, 11, 2), tags=("choir",),
)  # fmt: skip
IDA = Contact(id="ida", name="Ida Frey", company="Quay & Co", how_well=2)
CONNECTIONS = (
    'Notes:\n"Some addresses are missing"\n\n'
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Omar,Lind,https://www.linkedin.com/in/omar-lind,,Harbor & Vale,Underwriter,12 Mar 2024\n"
    "Noor,Haddad,https://www.linkedin.com/in/noor,noor@example.org,"
    "Linden Mutual,Director,7-Feb-22\n"
    ",,,,,,01 Jan 2023\n"
)


@pytest.fixture
def known(panel: Panel) -> Panel:
    put(panel.store, NOOR, IDA)
    brought(
        panel.store,
        *(Acquaintance(id=f"b{i:02}", name=f"Person {i:02}", company="Tiller") for i in range(40)),
    )
    return panel


def brought(store: Store, *people: Acquaintance) -> None:
    with store.book.transaction(now=BEFORE, did="") as tx:
        for person in people:
            tx.put(person)


def names(at: AppTest) -> list[str]:
    """The people of the table, in their order."""
    views = {"For a job", "Everyone", "Bring people in"}
    return [one.label for one in at.page_link if one.label not in views]


def uploaded(at: AppTest, name: str, content: str | bytes) -> AppTest:
    raw = content if isinstance(content, bytes) else content.encode()
    (uploader,) = at.file_uploader
    uploader.set_value((name, raw, "text/csv"))
    return run(at)


def test_with_nobody_known_the_table_says_how_to_begin(store: Store) -> None:
    at = opened("network", view="people")

    assert "Everybody you know stands here once you have brought them in" in said(at)


def test_the_table_shows_a_page_at_a_time(known: Panel) -> None:
    at = opened("network", view="people")
    assert "42 people" in said(at)
    assert len(names(at)) == people_table.PAGE

    at = press(at, "network.people.on")

    assert len(names(at)) == 42 - people_table.PAGE
    assert "26 to 42 of 42" in said(at)


def test_the_heads_of_the_columns_order_it_one_way_and_the_other(known: Panel) -> None:
    at = press(opened("network", view="people"), "network.head.how_well")
    assert names(at)[:2] == ["Noor Haddad", "Ida Frey"]

    at = press(at, "network.head.how_well")

    assert names(at)[:2] == ["Ida Frey", "Noor Haddad"]


def test_words_a_company_a_tag_and_closeness_narrow_it_down(known: Panel) -> None:
    at = type_in(opened("network", view="people"), "network.people.search", "claims")
    assert names(at) == ["Noor Haddad"]
    at = type_in(at, "network.people.search", "")
    at = type_in(at, "network.people.company", "quay")
    found_by_company = names(at)
    at = type_in(at, "network.people.company", "")
    at = choose(at, "network.people.tag", "choir")
    found_by_tag = names(at)
    at = choose(choose(at, "network.people.tag", ""), "network.people.well", 3)

    assert (found_by_company, found_by_tag, names(at)) == (
        ["Ida Frey"],
        ["Noor Haddad"],
        ["Noor Haddad"],
    )


def test_somebody_is_added_with_a_name_and_their_page_opens(store: Store) -> None:
    at = type_in(opened("network", view="people"), "network.new.name", "Jun Ito")

    at = press(at, "network.new.add")

    (contact,) = store.read().all(Contact)
    assert contact.name == "Jun Ito"
    assert at.query_params["contact"] == contact.id
    assert "Added Jun Ito" in said(at)


def test_whoever_is_added_by_hand_though_known_is_named_first(known: Panel) -> None:
    at = type_in(opened("network", view="people"), "network.new.name", "HADDAD, Noor")
    assert "You have Noor Haddad already (Claims Manager, Linden Mutual):" in said(at)

    at = type_in(at, "network.new.name", "Person 07")
    assert "You have Person 07 already" not in said(at)
    at = type_in(at, "network.new.company", "Tiller")

    assert "You have Person 07 already (Tiller):" in said(at)


def test_somebody_without_a_name_is_refused_and_what_was_typed_stays(store: Store) -> None:
    at = type_in(opened("network", view="people"), "network.new.company", "Tiller")

    at = press(at, "network.new.add")

    assert "Who is it? Enter a name." in said(at)
    assert at.text_input(key="network.new.company").value == "Tiller"
    assert store.read().all(Contact) == ()


def test_what_is_typed_about_somebody_is_kept(known: Panel) -> None:
    at = type_in(opened("network", contact="noor"), "network.contact.how.noor", "sang in one choir")
    at = choose(at, "network.contact.how_well.noor", 5)
    at = type_in(at, "network.contact.past_companies.noor", "Acme, Inc.; Tiller Health ;Acme, Inc.")
    at = type_in(at, "network.contact.last_contact.noor", "3 Nov")

    noor = known.store.read().get(Contact, "noor")
    assert (noor.how, noor.how_well) == ("sang in one choir", 5)
    assert noor.past_companies == ("Acme, Inc.", "Tiller Health")
    assert noor.last_contact == date(2026, 11, 3)


def test_how_to_greet_a_contact_is_guessed_and_kept_once_it_is_typed(known: Panel) -> None:
    at = opened("network", contact="noor")
    assert at.text_input(key="network.contact.greet_as.noor").placeholder == "e.g. Noor"

    type_in(at, "network.contact.greet_as.noor", "Nono")

    assert known.store.read().get(Contact, "noor").greet_as == "Nono"


def test_which_greeting_a_contact_has_is_chosen_with_a_tap(known: Panel) -> None:
    at = type_in(opened("network", contact="noor"), "network.contact.name.noor", "Mary Beth Jones")
    assert "Which do you say?" in said(at)

    choose(at, "network.contact.greet_as.noor.choice", "Mary Beth")

    assert known.store.read().get(Contact, "noor").greet_as == "Mary Beth"


def test_an_address_that_is_none_is_refused_and_stays_on_the_screen(known: Panel) -> None:
    at = type_in(opened("network", contact="noor"), "network.contact.email.noor", "noor at example")

    assert "is not an e-mail address" in said(at)
    assert at.text_input(key="network.contact.email.noor").value == "noor at example"
    assert known.store.read().get(Contact, "noor").email == ""


def test_whom_they_know_is_noted_and_taken_away(known: Panel) -> None:
    at = opened("network", contact="noor")
    at = choose(at, "network.knows.who.noor", DANA.id)
    at = choose(at, "network.knows.well.noor", 4)
    at = type_in(at, "network.knows.how.noor", "worked under her")
    at = press(at, "network.knows.save.noor")
    assert known.store.read().get(Contact, "noor").knows == (Knows(DANA.id, 4, "worked under her"),)
    assert "knows Dana Whitfield, VP Claims, Harbor & Vale, well (worked under her)" in said(at)

    press(at, f"network.unlink.noor.{DANA.id}")

    assert known.store.read().get(Contact, "noor").knows == ()


def test_nobody_chosen_is_said_so(known: Panel) -> None:
    at = press(opened("network", contact="noor"), "network.knows.save.noor")

    assert "Whom do they know? Choose somebody from the list." in said(at)


def test_an_archived_contact_leaves_the_table_and_comes_back(known: Panel) -> None:
    press(opened("network", contact="noor"), "network.archive.noor")
    assert "Noor Haddad" not in names(
        type_in(opened("network", view="people"), "network.people.search", "noor")
    )

    press(opened("network", contact="noor"), "network.archive.noor")

    assert "Noor Haddad" in names(
        type_in(opened("network", view="people"), "network.people.search", "noor")
    )


def test_a_deleted_contact_can_be_brought_back(known: Panel) -> None:
    at = press(opened("network", contact="noor"), "network.delete.noor")
    assert "Deleted Noor Haddad, with what you asked them" in said(at)

    press(at, f"frame.undo.{known.store.entries(1)[0].id}")

    assert known.store.read().find(Contact, "noor") is not None


def test_deleted_in_another_window_while_typing_nothing_typed_is_lost(known: Panel) -> None:
    at = opened("network", contact="noor")
    contacts.delete(known.store, "noor", now=BEFORE)

    at = type_in(at, "network.contact.how.noor", "sang in one choir")

    assert "This contact is not there any more" in said(at)
    assert "sang in one choir" in [one.value for one in at.code]


def test_somebody_of_the_address_book_becomes_a_contact_by_one_press(known: Panel) -> None:
    at = opened("network", person="b07")

    at = press(at, "network.use.b07")

    (made,) = (one for one in known.store.read().all(Contact) if one.listed_id == "b07")
    assert at.query_params["contact"] == made.id


def test_a_file_is_looked_at_first_and_nothing_is_kept_before_it_is_confirmed(known: Panel) -> None:
    at = uploaded(opened("network", view="bring"), "Connections.csv", CONNECTIONS)

    words = said(at)
    assert "LinkedIn connections: 3 rows, 2 people" in words.replace("**", "")
    assert "2 new" in words
    assert "1 could not be read" in words
    assert len(known.store.book.read().all(Acquaintance)) == 40


def test_confirmed_it_is_kept_and_one_undo_takes_it_back(known: Panel) -> None:
    at = uploaded(opened("network", view="bring"), "Connections.csv", CONNECTIONS)

    at = press(at, "network.bring.confirm")
    assert "Brought in 2 people" in said(at)
    assert len(known.store.book.read().all(Acquaintance)) == 42
    press(at, f"frame.undo.{known.store.book.entries(1)[0].id}")

    assert len(known.store.book.read().all(Acquaintance)) == 40


def test_the_same_file_twice_brings_nobody_twice(known: Panel) -> None:
    for _ in range(2):
        at = uploaded(opened("network", view="bring"), "Connections.csv", CONNECTIONS)
        if any(one.key == "network.bring.confirm" for one in at.button):
            press(at, "network.bring.confirm")

    assert "Everybody in it is in your address book already." in said(at)
    assert len(known.store.book.read().all(Acquaintance)) == 42


def test_nothing_that_was_typed_is_overwritten_and_the_news_is_offered(known: Panel) -> None:
    at = press(opened("network", view="people"), "network.people.on")
    with known.store.book.transaction(now=BEFORE, did="") as tx:
        tx.put(
            Acquaintance(
                id="noor-book", name="Noor Haddad", company="Linden Mutual", position="Director"
            )
        )
    put(
        known.store,
        Contact(id="noor", name="Noor Haddad", position="Claims Manager", listed_id="noor-book"),
    )
    at = gone_to(at, "network", contact="noor")
    assert "The file you brought in says: Director, Linden Mutual" in said(at).replace("**", "")

    press(at, "network.news.noor")

    noor = known.store.read().get(Contact, "noor")
    assert (noor.position, noor.company) == ("Director", "Linden Mutual")


def test_a_file_in_which_nobody_could_be_read_is_no_success(store: Store) -> None:
    only_restricted = CONNECTIONS.partition("Omar")[0] + ",,,,,,01 Jan 2023\n"

    at = uploaded(opened("network", view="bring"), "Connections.csv", only_restricted)

    assert "Nobody could be read from this file" in said(at)
    assert "Everybody in it" not in said(at)


def test_a_table_of_ones_own_is_read_by_choosing_its_columns(store: Store) -> None:
    at = uploaded(
        opened("network", view="bring"), "mine.csv", "Wer,Wo\nJun Ito,Tiller\nIda Frey,Quay\n"
    )
    assert "Which column is what?" in said(at)

    at = choose(at, "network.column.name.0", "Wer")
    at = choose(at, "network.column.company.0", "Wo")
    press(at, "network.bring.confirm")

    found = {(one.name, one.company) for one in store.book.read().all(Acquaintance)}
    assert found == {("Jun Ito", "Tiller"), ("Ida Frey", "Quay")}


def test_a_file_that_is_none_is_refused_in_a_sentence(store: Store) -> None:
    at = uploaded(opened("network", view="bring"), "photo.png", b"\x89PNG\r\n\x1a\n" + b"0" * 50)

    assert at.error
    assert "Nothing was" in said(at) or "What can be read" in said(at)


def test_two_contacts_are_made_one_on_a_persons_page(store: Store) -> None:
    one = Contact(id="elif", name="Elif Sahin", company="Nordwind", email="elif@nordwind.example")
    put(store, one, Contact(id="twin", name="Elif Roe", phone="+1 212 555 0199"))
    at = opened("network", contact="elif")

    choose(at, "network.twin.elif", "twin")
    press(at, "network.twin.elif.merge")

    assert "Elif Sahin and Elif Roe are one contact now" in said(at)
    (merged,) = store.read().all(Contact)
    assert (merged.email, merged.phone) == ("elif@nordwind.example", "+1 212 555 0199")
    assert widget(at, "network.contact.phone.elif").value == "+1 212 555 0199"


def test_several_addresses_and_numbers_are_shown_changed_and_put_first(store: Store) -> None:
    one = Contact(
        id="elif",
        name="Elif Sahin",
        email="elif@nordwind.example",
        email_kind="work",
        other_emails=(Reach("elif@home.example", "home"),),
    )
    put(store, one)
    at = opened("network", contact="elif")
    assert widget(at, "network.contact.other_emails.elif").value == "elif@home.example (home)"

    type_in(at, "network.contact.other_phones.elif", "555 0199 (mobile); 555 0198")
    choose(at, "network.preferred.email.elif", "elif@home.example")

    kept = store.read().get(Contact, "elif")
    assert kept.other_phones == (Reach("555 0199", "mobile"), Reach("555 0198"))
    assert (kept.email, kept.email_kind) == ("elif@home.example", "home")
    assert kept.other_emails == (Reach("elif@nordwind.example", "work"),)
    assert "elif@home.example comes first for Elif Sahin now" in said(at)


def test_a_further_address_that_is_none_is_refused_and_stays_typed(store: Store) -> None:
    put(store, Contact(id="elif", name="Elif Sahin"))
    at = opened("network", contact="elif")

    type_in(at, "network.contact.other_emails.elif", "elif at home")

    assert "“elif at home” is not an e-mail address" in said(at)
    assert widget(at, "network.contact.other_emails.elif").value == "elif at home"
    assert store.read().get(Contact, "elif").other_emails == ()
