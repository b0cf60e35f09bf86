"""Hurried hands: the last field and the button at once, every button twice, and something else while it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

import pytest
from playwright.sync_api import Browser, Page

from lib.store.repository import Store
from tests.browser.conftest import KEEPER_LISTENS, calm, comes_true, place, slowed
from tests.browser.every_save import EVERY_SAVE
from tests.browser.saves import Save
from tests.browser.serving import Server

pytestmark = pytest.mark.durability
NUMBERS = count()
APART = (60, 0, 20, 120, 200)
"""How many milliseconds lie between the two clicks: with none they reach the app as one."""

each_save = pytest.mark.parametrize("save", EVERY_SAVE, ids=lambda save: save.name)


@pytest.fixture(scope="module")
def window(chromium: Browser) -> Iterator[Page]:
    """One window for all saves: an address opened in it begins a session of its own."""
    context = chromium.new_context(timezone_id="America/New_York", locale="en-US")
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    context.close()


@pytest.fixture
def arrive(server: Server, store: Store, window: Page) -> Callable[[Save], tuple[Page, str, set[str]]]:
    """Arranges for a save and opens its page; the window, the id of all, the entries so far."""

    def arrive_(save: Save) -> tuple[Page, str, set[str]]:
        id = f"n{next(NUMBERS)}"
        address = save.arrange(store, id)
        window.goto(server.url + address)
        calm(window)
        window.wait_for_function(KEEPER_LISTENS)
        return window, id, {one.id for one in store.entries()}

    return arrive_


def said_since(store: Store, before: set[str]) -> list[str]:
    return [one.did for one in store.entries() if one.did and one.id not in before]


@each_save
def test_a_double_click_saves_once_and_all_of_it(arrive, store, save, size, figure):
    rounds, wrong = size(1, 40), []

    for i in range(rounds):
        page, id, before = arrive(save)
        button = save.button(page, id)
        before |= {one.id for one in store.entries()}
        with slowed(page):
            button.dblclick(delay=APART[i % len(APART)])
            comes_true(lambda before=before: said_since(store, before) != [])
            calm(page)
        said = said_since(store, before)
        once = len(said) == 1 and said[0].startswith(save.did)
        refused = place(page, "frame.fault").all_inner_texts()
        if not (once and save.true(store.read(), id)) or refused:
            wrong.append((i, said, refused))

    figure(6, f"double clicks: {save.name}", rounds, len(wrong))
    assert wrong == []
