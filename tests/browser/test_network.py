"""From a file of connections to a good word put in and thanked for, in a real browser, on a phone
as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

from playwright.sync_api import Page, expect

from lib.domain.notes import Note
from lib.domain.people.asks import Ask, Step
from lib.domain.people.contacts import Acquaintance, Contact
from lib.store.repository import Store
from tests.browser import arranged
from tests.browser.conftest import PHONE, calm, comes_true, field, go, place
from tests.browser.hand import Hand
from tests.browser.people import just_ended
from tests.browser.serving import Server

CONNECTIONS = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Noor,Haddad,https://www.linkedin.com/in/noor-{id},noor@{id}.example,Quayside Mutual,Head,12 Mar 2024
Emeka,Obi,https://www.linkedin.com/in/emeka-{id},,Quayside Mutual Services,Actuary,7-Feb-22
Ida,Frey,https://www.linkedin.com/in/ida-{id},,Tiller Health,Nurse,3 Jun 2021
,,,,,,01 Jan 2023
"""


def bring_in(hand: Hand, url: str, id: str) -> None:
    page = hand.page
    go(page, f"{url}/network?view=bring")
    content = CONNECTIONS.format(id=id).encode()
    page.locator("input[type=file]").set_input_files(
        {"name": "Connections.csv", "mimeType": "text/csv", "buffer": content}
    )
    calm(page)
    expect(page.get_by_text("3 new")).to_be_visible()
    expect(page.get_by_text("1 could not be read")).to_be_visible()


def the_ask(store: Store, id: str) -> Ask:
    (ask,) = store.read().where(Ask, job_id=f"job-{id}")
    return ask


def alone(store: Store, id: str) -> str:
    """Empties the store and its address book, so that nobody else is suggested."""
    with store.book.transaction(now=datetime.now(UTC), did="") as tx:
        for person in tx.all(Acquaintance):
            tx.remove(Acquaintance, person.id)
    return arranged.alone(store, id)


def step_to(store: Store, id: str, step: Step) -> bool:
    return comes_true(
        lambda: [ask.step for ask in store.read().where(Ask, job_id=f"job-{id}")] == [step]
    )


def test_from_a_file_of_connections_to_a_good_word_that_is_thanked_for(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = just_ended(store, id=alone(store, "word"))
    page = open_page(server.url, size=PHONE)
    hand = Hand(page)

    bring_in(hand, server.url, id)
    page.get_by_role("button", name="Bring in 3 people").dblclick()
    expect(page.get_by_text("Brought in 3 people")).to_be_visible()
    assert [one.did for one in store.book.entries(2)][:1] == ["Brought in 3 people"]

    _suggested_and_linked(hand, server.url, store, id)
    _asked(hand, store, id)
    _thanked(hand, server.url, store, id)


def _suggested_and_linked(hand: Hand, url: str, store: Store, id: str) -> None:
    page = hand.page
    go(page, f"{url}/network?job=job-{id}")
    expect(page.get_by_text("works at Quayside Mutual").first).to_be_visible()
    expect(page.get_by_text("Is “Quayside Mutual Services” the same company")).to_be_visible()
    picture = place(page, "network.picture").locator("figure")
    expect(picture.get_by_text("Noor Haddad").first).to_be_visible()
    assert least_type(page) >= 12
    hand.press(page.get_by_role("button", name="Line up").first)
    assert step_to(store, id, Step.IDEA)

    contact = store.read().get(Contact, the_ask(store, id).contact_id)
    assert contact.name == "Noor Haddad"
    go(page, f"{url}/network?contact={contact.id}")
    hand.press(page.get_by_role("button", name="They know…"))
    hand.choose(
        f"network.knows.who.{contact.id}", "Mara Lindqvist, Head of Claims, Quayside Mutual"
    )
    hand.press(page.get_by_role("button", name="Note it"))
    expect(
        page.get_by_text("knows Mara Lindqvist, Head of Claims, Quayside Mutual").first
    ).to_be_visible()


def least_type(page: Page) -> float:
    """The smallest type in the picture as it stands on the screen, in pixels."""
    sizes: list[float] = (
        place(page, "network.picture")
        .locator("figure b, figure small")
        .evaluate_all("texts => texts.map(one => parseFloat(getComputedStyle(one).fontSize))")
    )
    return min(sizes)


def _asked(hand: Hand, store: Store, id: str) -> None:
    page = hand.page
    ask = the_ask(store, id)
    hand.press(page.get_by_role("link", name="Quayside Mutual: an idea"))
    hand.press(page.get_by_role("button", name="Write the ask"))
    expect(page.get_by_role("heading", name="To Noor Haddad")).to_be_visible()
    (note,) = store.read().where(Note, contact_id=ask.contact_id)
    hand.type(f"notes.blank.{note.id}.about_me", "I stay calm when the queue grows.")
    for words in ("Mara", "Claims Analyst", "I stay calm when the queue grows"):
        expect(field(page, f"notes.body.{note.id}")).to_have_value(re.compile(words))
    hand.press(page.get_by_role("button", name="Mark as sent"))
    assert step_to(store, id, Step.ASKED)


def _thanked(hand: Hand, url: str, store: Store, id: str) -> None:
    page, ask = hand.page, the_ask(store, id)
    go(page, f"{url}/network?job=job-{id}")
    expect(page.get_by_text("a gentle reminder").first).to_be_visible()
    hand.press(page.get_by_role("button", name="They have spoken"))
    assert step_to(store, id, Step.DONE)
    hand.press(page.get_by_role("button", name="Details").first)
    hand.type(f"network.ask.did.{ask.id}", "called Mara on Monday")
    page.keyboard.press("Escape")
    calm(page)
    hand.press(page.get_by_role("button", name="Write the thanks"))
    expect(page.get_by_role("heading", name="To Noor Haddad")).to_be_visible()
    hand.press(page.get_by_role("button", name="Mark as sent"))
    assert step_to(store, id, Step.THANKED)


def test_a_file_that_is_none_is_refused_and_nothing_is_lost(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{server.url}/network?view=bring")
    before = len(store.book.read().all(Acquaintance))

    page.locator("input[type=file]").set_input_files(
        {"name": "photo.csv", "mimeType": "text/csv", "buffer": b"\x89PNG\r\n\x1a\n" + bytes(200)}
    )
    calm(page)

    expect(page.get_by_role("alert").first).to_be_visible()
    assert len(store.book.read().all(Acquaintance)) == before
