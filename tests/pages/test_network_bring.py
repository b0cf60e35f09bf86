"""The preview of a file with people: its letters, what is left out, and namesakes to ask about."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from lib.domain.people.contacts import Acquaintance
from lib.store.repository import Store
from tests.pages.screen import choose, elements, opened, press, run, said, shown, widget
from tests.pages.test_network_people import brought, uploaded

HEAD = "First Name,Last Name,Company,Job Title,E-mail Address,Birthday\n"
KNOWN = (
    Acquaintance(id="a", name="Ada Byron", company="Acme", position="Chief Actuary"),
    Acquaintance(id="b", name="Ian Fox", company="Kade", position="Buyer"),
    Acquaintance(id="c", name="Eva Roth", company="Quay", position="Editor"),
)
NAMESAKES = HEAD + (
    "Ada,Byron,Acme,Night Nurse,ada@x.example,\n"
    "Ian,Fox,Kade,Driver,,\n"
    "Eva,Roth,Quay,Cook,,\n"
    "Wen,Ito,Quay,Baker,,\n"
)


def with_file(content: str | bytes, name: str = "contacts.csv") -> AppTest:
    return uploaded(opened("network", view="bring"), name, content)


def boxes(at: AppTest) -> list[str]:
    return [str(one.key) for one in elements(at, "checkbox") if "network.same" in str(one.key)]


def people(store: Store) -> list[tuple[str, str]]:
    return sorted((one.name, one.position) for one in store.book.read().all(Acquaintance))


def test_a_namesake_is_brought_in_as_somebody_new_unless_it_is_said_otherwise(
    store: Store,
) -> None:
    brought(store, *KNOWN)
    at = with_file(NAMESAKES)
    assert "3 people have the name and the company of somebody you have" in said(at)
    assert "4 new" in said(at)
    assert len(boxes(at)) == 3

    at = choose(at, boxes(at)[0], True)
    assert "3 new" in said(at)
    press(at, "network.bring.confirm")

    assert people(store) == [
        ("Ada Byron", "Night Nurse"),
        ("Eva Roth", "Cook"),
        ("Eva Roth", "Editor"),
        ("Ian Fox", "Buyer"),
        ("Ian Fox", "Driver"),
        ("Wen Ito", "Baker"),
    ]


def test_all_namesakes_are_said_to_be_the_same_in_one_press(store: Store) -> None:
    brought(store, *KNOWN)
    at = with_file(NAMESAKES)

    at = press(at, next(str(b.key) for b in at.button if "network.same.all" in str(b.key)))
    assert all(widget(at, key).value for key in boxes(at))
    press(at, "network.bring.confirm")

    assert len(people(store)) == 4


def test_a_file_that_was_brought_in_asks_nothing_when_it_comes_again(store: Store) -> None:
    brought(store, *KNOWN)
    at = with_file(NAMESAKES)
    press(choose(at, boxes(at)[0], True), "network.bring.confirm")

    at = with_file(NAMESAKES)

    assert boxes(at) == []
    assert "Everybody in it is in your address book already" in said(at)


def test_a_namesakes_box_says_whom_it_is_about(store: Store) -> None:
    brought(store, KNOWN[0])

    (box,) = elements(with_file(NAMESAKES), "checkbox")

    assert shown(box.label) == (
        "Ada Byron, Night Nurse: same as Ada Byron (Chief Actuary, Acme), whom I have"
    )


def test_what_is_not_kept_of_a_file_is_named(store: Store) -> None:
    at = with_file(HEAD + "Ada,Byron,Acme,Actuary,,3/4/1980\n")

    assert "Not kept: Birthday" in said(at)


def test_the_letters_of_a_file_can_be_chosen(store: Store) -> None:
    polish = "Imię,Nazwisko,Firma\nŁucja,Żak,Świt\nMichał,Wójcik,Świt\n".encode("cp1250")
    at = with_file(polish)
    (choice,) = (one for one in at.selectbox if "network.encoding" in str(one.key))
    assert choice.value == "cp1250"

    choice.set_value("cp1252")
    at = run(at)

    assert "Łucja" not in said(at)
