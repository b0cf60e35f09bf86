"""Hurried hands: every button twice, field and button at once, something else meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count

import pytest
from playwright.sync_api import Locator, Page

from lib.domain.notes import Note
from lib.store.repository import Store
from tests.browser.arranged import alone, filled
from tests.browser.conftest import calm, comes_true, field, go, place, slowed, turn_to
from tests.browser.every_save import EVERY_SAVE, WRITE
from tests.browser.network_saves import NETWORK_SAVES
from tests.browser.people import NAMES
from tests.browser.saves import Save
from tests.browser.serving import Server
from tests.browser.week_saves import WEEK_SAVES
from tests.narrowing import not_none
from tests.sizes import Count, Size

pytestmark = pytest.mark.durability
NUMBERS = count()
APART = (60, 0, 20, 120, 200)
"""How many milliseconds lie between the two clicks: with none they reach the app as one."""

WITH_WORDS = (
    "take a person off",
    "write notes and follow-ups",
    "take an offer over",
    "mark as sent",
    "write a card as well",
)
"""The saves on pages with a field in which something may have just been typed."""

LINE_UP, HAVE_ASKED = (
    next(one for one in NETWORK_SAVES if one.name == name)
    for name in ("line somebody up", "have asked")
)
"""Two saves, of which the first brings the button of the second."""

ALL = [*EVERY_SAVE, *NETWORK_SAVES, *WEEK_SAVES]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every save in the long form; every third one else, for all go the same way to the store."""
    if "each_save" in metafunc.fixturenames:
        saves = ALL if metafunc.config.getoption("long") else ALL[::3]
        metafunc.parametrize("each_save", saves, ids=lambda save: save.name)


@pytest.fixture
def arrive(
    server: Server, store: Store, window: Page
) -> Callable[[Save], tuple[Page, str, set[str]]]:
    """Arranges for a save and opens its page; the window, the id of all, the entries so far."""

    def arrive_(save: Save) -> tuple[Page, str, set[str]]:
        id = f"n{next(NUMBERS)}"
        turn_to(window, server.url + save.arrange(store, id))
        return window, id, {one.id for one in store.entries()}

    return arrive_


def said_since(store: Store, before: set[str]) -> list[str]:
    return [one.did for one in store.entries() if one.did and one.id not in before]


def test_a_double_click_saves_once_and_all_of_it(
    arrive: Callable[[Save], tuple[Page, str, set[str]]],
    store: Store,
    each_save: Save,
    size: Size,
    figure: Count,
) -> None:
    save, rounds, wrong = each_save, size(1, 40), []

    for i in range(rounds):
        page, id, before = arrive(save)
        button = save.button(page, id)
        before |= {one.id for one in store.entries()}
        with slowed(page, size(1, 6)):
            button.dblclick(delay=APART[i % len(APART)])
            comes_true(partial(_something_said, store, before))
            calm(page)
        said = said_since(store, before)
        once = len(said) == 1 and said[0].startswith(save.did)
        refused = place(page, "frame.fault").all_inner_texts()
        if not (once and save.true(store.read(), id)) or refused:
            wrong.append((i, said, refused))

    figure(6, f"double clicks: {save.name}", rounds, len(wrong))
    assert wrong == []


def test_the_second_half_of_a_double_click_presses_no_other_button_that_came_to_stand_there(
    arrive: Callable[[Save], tuple[Page, str, set[str]]], store: Store
) -> None:
    page, id, before = arrive(LINE_UP)
    LINE_UP.button(page, id).click()
    comes_true(lambda: said_since(store, before) != [])
    calm(page)
    other = HAVE_ASKED.button(page, id)

    other.hover()
    page.mouse.down(click_count=2)
    page.mouse.up(click_count=2)
    calm(page)

    assert len(said_since(store, before)) == 1
    other.click()
    assert comes_true(lambda: len(said_since(store, before)) == 2)


@pytest.mark.parametrize(
    "save", [one for one in EVERY_SAVE if one.name in WITH_WORDS], ids=lambda save: save.name
)
def test_something_else_clicked_while_a_save_runs_leaves_it_whole_or_not_begun_and_loses_no_word(
    arrive: Callable[[Save], tuple[Page, str, set[str]]],
    store: Store,
    save: Save,
    size: Size,
    figure: Count,
) -> None:
    rounds, wrong = size(1, 40), []

    for i in range(rounds):
        page, id, before = arrive(save)
        address, button = page.url, save.button(page, id)
        before |= {one.id for one in store.entries()}
        words = f"Quill Marlow {id}"
        with slowed(page):
            add_words(page, words)
            at_once(
                page,
                button,
                page.get_by_test_id("stSidebarNav").get_by_role("link", name="Calendar"),
            )
            comes_true(partial(_something_said, store, before), patience=3)
            calm(page)
        said = said_since(store, before)
        whole = len(said) == 1 and said[0].startswith(save.did) and save.true(store.read(), id)
        kept = words in store.file.read_text(encoding="utf-8") or comes_back(page, address, words)
        if not (kept and (whole or not said)):
            wrong.append((i, said, kept))

    figure(6, f"something else clicked at once: {save.name}", rounds, len(wrong))
    assert wrong == []


def first_text(page: Page) -> Locator:
    return page.get_by_test_id("stMain").locator("textarea:visible").first


def add_words(page: Page, words: str) -> None:
    """Types them at the end of the first field, which keeps the focus."""
    first_text(page).press("Control+End")
    page.keyboard.insert_text(f"\n{words}")


def _something_said(store: Store, before: set[str]) -> bool:
    return said_since(store, before) != []


def _stands_in_the_note(store: Store, id: str, who: str, words: str) -> bool:
    return words in body_to(store, id, who)


def at_once(page: Page, *targets: Locator) -> None:
    """Clicks one after the other, without waiting for anything between."""
    targets[0].scroll_into_view_if_needed()
    boxes = [not_none(target.bounding_box()) for target in targets]
    for box in boxes:
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def comes_back(page: Page, address: str, words: str) -> bool:
    """Whether the field holds them when its page is opened again."""
    go(page, address)
    return comes_true(lambda: words in first_text(page).input_value())


def test_the_notes_hold_the_last_field_when_the_button_is_pressed_at_once(
    server: Server, store: Store, window: Page, size: Size, figure: Count
) -> None:
    id, rounds, missing = filled(store, alone(store, "last")), size(5, 50), []
    go(window, f"{server.url}/debrief?interview={id}")
    button = window.get_by_role("button", name=WRITE)

    with slowed(window):
        for i in range(rounds):
            who, words = tuple(NAMES)[i % 3], f"ledger {i} is late"
            field(window, f"debrief.topic.{id}.{who}-{id}").fill(words)
            button.click()
            if not comes_true(partial(_stands_in_the_note, store, id, who, words)):
                missing.append(i)

    figure(6, "the last field and the button at once", rounds, len(missing))
    assert missing == []


def body_to(store: Store, id: str, who: str) -> str:
    notes = store.read().where(Note, interview_id=id, interviewer_id=f"{who}-{id}")
    return notes[0].text.body if notes else ""
