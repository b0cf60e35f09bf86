"""A browser that translates the page: what is echoed stays what is understood."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from lib.store.repository import Store
from tests.browser.arranged import alone
from tests.browser.conftest import calm, go, place
from tests.browser.hand import Hand
from tests.browser.people import just_ended
from tests.browser.serving import Server

TRANSLATE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) texts.push(walker.currentNode)
  let replaced = 0
  for (const text of texts) {
    const parent = text.parentElement
    if (!text.data.trim() || !parent || parent.closest("[translate='no'], script, style")) continue
    const font = document.createElement("font")
    font.textContent = text.data
    text.replaceWith(font)
    replaced += 1
  }
  return replaced
}"""
"""What Google Translate does: each text is replaced by an element, but where it is told not to."""

EMPTY_WITH_A_GAP = """() =>
    [...document.querySelectorAll('.stMain [data-testid=stVerticalBlock] > *')]
    .filter(one => one.offsetHeight < 2 && one.offsetParent)
    .filter(one => getComputedStyle(one).position === 'static')
    .map(one => one.firstElementChild?.className ?? '')"""

IN_TWO_STEPS = TRANSLATE.replace("text.replaceWith(font)", "text.before(font); text.remove()")
"""The same by another way: the element first, then the text goes."""


def test_the_date_and_the_people_that_were_understood_follow_what_is_typed(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    alone(store, "")
    page = open_page(server.url)
    hand = Hand(page)
    go(page, f"{server.url}/interviews?add=interview")
    hand.date("interviews.new.day", "Dec 3, 2027")
    hand.type("interviews.new.people", "Dana Neil, VP Sales")
    echo = place(page, "as-is-interviews.new.day-echo")
    people = place(page, "as-is-interviews.new.people-read")
    expect(echo).to_contain_text("December 3, 2027")
    expect(people).to_contain_text("Dana Neil · VP Sales")

    assert page.evaluate(TRANSLATE) > 20
    hand.date("interviews.new.day", "Dec 10, 2027")
    hand.type("interviews.new.people", "Ian Fox, Buyer")

    expect(echo).to_contain_text("December 10, 2027")
    expect(echo).not_to_contain_text("December 3, 2027")
    expect(people).to_contain_text("Ian Fox · Buyer")
    expect(people).not_to_contain_text("Dana Neil")


@pytest.mark.parametrize("translate", [TRANSLATE, IN_TWO_STEPS], ids=["at once", "in two steps"])
def test_a_step_that_is_done_gets_its_tick_and_nothing_breaks(
    server: Server, store: Store, open_page: Callable[..., Page], translate: str
) -> None:
    id = just_ended(store, id=f"ticked-{len(translate)}")
    page = open_page(f"{server.url}/debrief?interview={id}")
    main = page.get_by_test_id("stMain")
    step = main.get_by_role("heading", name="What I said I'd send")
    expect(step).to_contain_text("4.")
    assert page.evaluate(translate) > 50

    Hand(page).type(f"debrief.request.what.{id}.0", "references")

    expect(step).to_contain_text("check_circle")
    expect(step).not_to_contain_text("4.")
    expect(main).not_to_contain_text("NotFoundError")
    Hand(page).type(f"debrief.request.what.{id}.0", "")
    expect(step).to_contain_text("4.")


@pytest.mark.parametrize("page_name", ["", "interviews", "network"])
def test_what_works_unseen_takes_no_room(
    server: Server, store: Store, open_page: Callable[..., Page], page_name: str
) -> None:
    just_ended(store, id="room")
    page = open_page(f"{server.url}/{page_name}")
    calm(page)

    assert page.evaluate(EMPTY_WITH_A_GAP) == []
