"""The letter's fields as a phone and a screen reader meet them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from lib.domain.interviews import Interviewer
from lib.store.repository import Store
from lib.ui.core.markdown_escape import GAP, JOINER
from tests.browser.conftest import PHONE, calm, field, place
from tests.browser.hand import Hand
from tests.browser.people import just_ended
from tests.browser.serving import Server

MID_SENTENCE = ("thanks_for", "topic", "result", "offer", "also_topic")
BEGINS_A_SENTENCE = ("answer", "also_answer", "close", "noted", "greet")
LABELS = """() => [...document.querySelectorAll('[data-testid=stMain] [aria-label]')]
    .map(one => one.ariaLabel)"""
TO_CLEAN = 15
"""Seconds within which the signs that kept Markdown away are gone, however busy the machine."""
LINKED = "[![](https://attack.example/eve.png)](https://attack.example)"


def rename(store: Store, id: str, name: str) -> None:
    """Gives the first interviewer that name."""
    with store.transaction(now=datetime.now(UTC), did="") as tx:
        tx.put(replace(tx.get(Interviewer, f"mara-{id}"), name=name))


def has_capitals(page: Page, key: str) -> bool:
    return field(page, key).get_attribute("autocapitalize") != "none"


def test_a_phone_begins_no_blank_with_a_capital_that_goes_on_in_a_sentence(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = just_ended(store, id="small")
    page = open_page(f"{server.url}/debrief?interview={id}", size=PHONE)

    for person in ("mara", "joel"):
        for blank in MID_SENTENCE:
            box = field(page, f"debrief.{blank}.{id}.{person}-{id}")
            expect(box).to_have_attribute("autocapitalize", "none")
        for blank in BEGINS_A_SENTENCE:
            assert has_capitals(page, f"debrief.{blank}.{id}.{person}-{id}")
    expect(field(page, f"debrief.request.what.{id}.0")).to_have_attribute("autocapitalize", "none")
    expect(field(page, f"debrief.promise.about.{id}.0")).to_have_attribute("autocapitalize", "none")
    assert has_capitals(page, f"debrief.next_time.{id}")


def test_a_blank_that_comes_back_is_begun_in_small_letters_as_well(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = just_ended(store, id="back")
    page = open_page(f"{server.url}/debrief?interview={id}", size=PHONE)
    hand = Hand(page)
    hand.choose(f"debrief.offer_opening.{id}.mara-{id}", "I'd enjoy working on this with you.")
    expect(place(page, f"debrief.offer.{id}.mara-{id}")).to_have_count(0)

    hand.choose(f"debrief.offer_opening.{id}.mara-{id}", "I'd be glad to …")

    expect(field(page, f"debrief.offer.{id}.mara-{id}")).to_have_attribute("autocapitalize", "none")


@pytest.mark.parametrize(
    "name", ["Jean-Luc O'Neil", "Dr. Ana-María Ruiz (she/her)", "J. R. d'Arcy & Co"]
)
def test_a_screen_reader_hears_a_name_as_it_is_written(
    server: Server, store: Store, open_page: Callable[..., Page], name: str
) -> None:
    id = just_ended(store, id=f"named-{len(name)}")
    rename(store, id, name)
    page = open_page(f"{server.url}/debrief?interview={id}")
    card = place(page, f"card-person-mara-{id}")

    for label in ("Greet as", "What they talked about", "What I offer", "The second thing"):
        expect(card.get_by_label(f"{label}, {name}", exact=True)).to_have_count(1)
    for label in ("How it begins", "How the offer begins", "How the second thing begins"):
        expect(
            card.get_by_role("combobox", name=f"{label}, {name}", exact=True, include_hidden=True)
        ).to_have_count(1)
    expect(card.get_by_role("toolbar", name=f"Thank {name} by", exact=True)).to_have_count(1)
    assert not [one for one in page.evaluate(LABELS) if "\\" in one]


@pytest.mark.parametrize(
    "name",
    [
        "eve@kade.example",
        "*Ana* _Ruiz_ ~~PhD~~",
        "Jo [Reyes](https://www.kade.example) :red[x]",
        "Bo `Li` $5M to $10M",
        "1. Kim & Co. &amp; <b>Sons</b>",
        "C:\\Fox -> 10:30",
    ],
)
def test_a_screen_reader_hears_the_signs_of_a_name_and_nothing_between_them(
    server: Server, store: Store, open_page: Callable[..., Page], name: str
) -> None:
    id = just_ended(store, id=f"signs-{len(name)}")
    rename(store, id, name)
    page = open_page(f"{server.url}/debrief?interview={id}")
    card = place(page, f"card-person-mara-{id}")

    expect(card.get_by_label(f"What they talked about, {name}", exact=True)).to_have_count(1)
    expect(card.get_by_role("toolbar", name=f"Thank {name} by", exact=True)).to_have_count(1)


def test_nothing_that_keeps_markdown_away_is_read_out_on_any_page(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = just_ended(store, id="heard")
    rename(store, id, "*Eve* <eve@kade.example>, www.kade.example, $5 to $6 -> 10:30")
    page = open_page(f"{server.url}/debrief?interview={id}")

    for address in (f"debrief?interview={id}", "", "interviews", "notes", "calendar", "history"):
        page.goto(f"{server.url}/{address}")
        calm(page)
        heard = names_read_out(page)
        until = time.monotonic() + TO_CLEAN
        while marked(heard) and time.monotonic() < until:
            page.wait_for_timeout(100)
            heard = names_read_out(page)
        assert len(heard) > 20
        assert "Page not found" not in heard
        assert marked(heard) == []
        assert address != f"debrief?interview={id}" or any("10:30" in one for one in heard)


def marked(names: list[str]) -> list[str]:
    """Returns the names in which a sign stands that keeps Markdown away."""
    return [one for one in names if JOINER in one or GAP in one]


def names_read_out(page: Page) -> list[str]:
    """Returns the accessible name of everything in Chromium's accessibility tree."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    return [name for one in tree["nodes"] if (name := one.get("name", {}).get("value"))]


def test_a_name_that_is_markdown_loads_nothing_by_its_labels(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = just_ended(store, id="linked")
    rename(store, id, LINKED)
    page = open_page(f"{server.url}/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{server.url}/debrief?interview={id}")
    calm(page)

    box = field(page, f"debrief.topic.{id}.mara-{id}")
    expect(box).to_have_attribute("aria-label", f"What they talked about, {LINKED}")
    assert not [one for one in asked if "attack.example" in one]
    assert page.locator("[data-testid=stMain] img[src*=attack], a[href*=attack]").count() == 0
