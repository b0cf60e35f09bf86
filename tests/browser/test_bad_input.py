"""Slips and monstrous pastes: a clear sentence, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lib.domain.debriefs import Debrief, PersonDebrief, Said
from lib.domain.interviews import Interview
from lib.domain.notes import Note, Text
from lib.store.repository import Store
from tests.browser.conftest import calm, field
from tests.browser.hand import Hand
from tests.browser.people import just_ended
from tests.browser.serving import Server

NO_DAY = "3 Dec 20266"
MONSTER = ("They lose a day every month, and nobody has asked the night shift why. " * 2_000)[
    :100_000
]


def new(field_name: str) -> str:
    return f"interviews.new.{field_name}"


def clock(page: Page, label: str, digits: str) -> None:
    """Types a time such as "0430p" into one of the two time fields, as a person would."""
    page.get_by_role("spinbutton", name=f"hour, {label}").click()
    page.keyboard.type(digits)
    page.keyboard.press("Tab")
    calm(page)


def form(page: Page) -> dict[str, str]:
    """What stands in the form for a new interview."""
    return {
        name: field(page, new(name)).input_value()
        for name in ("company", "role", "day", "from", "to")
    }


def company(hand: Hand, words: str) -> None:
    hand.type(new("company"), words)


def end(hand: Hand, digits: str) -> None:
    clock(hand.page, "To", digits)


def day(hand: Hand, words: str) -> None:
    """Types a day; under its field it is said at once if it cannot be read."""
    hand.date(new("day"), words)
    expect(hand.page.get_by_text("I cannot read that as a date.")).to_have_count(
        int(words == NO_DAY)
    )


SLIPS = (
    (company, "", "Alder & Sons", "Which company is it? Enter its name."),
    (end, "0200p", "0430p", "It ends before it starts. Check the two times."),
    (day, NO_DAY, "yesterday", "When is or was it? Enter the day and both times."),
)


def test_each_slip_in_a_new_interview_is_refused_in_a_sentence_and_once_they_are_mended_it_is_added(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{server.url}/interviews?add=interview")
    hand, add = Hand(page), page.get_by_role("button", name="Add the interview")
    before = store.read().all(Interview)
    hand.type(new("role"), "Rota Planner")
    clock(page, "From", "0300p")
    for put, _, right, _ in SLIPS:
        put(hand, right)

    for put, wrong, right, sentence in SLIPS:
        put(hand, wrong)
        typed = form(page)
        add.click()
        expect(page.get_by_role("alert")).to_contain_text(sentence)
        expect(page.get_by_role("alert")).to_be_in_viewport()
        calm(page)
        assert form(page) == typed
        assert store.read().all(Interview) == before
        put(hand, right)
    add.click()

    expect(page.get_by_text("Added the interview at Alder & Sons")).to_be_visible()
    (added,) = set(store.read().all(Interview)) - set(before)
    assert (added.clock, added.minutes) == (time(15), 90)


@pytest.mark.parametrize(
    ("id", "address", "key", "most"),
    [
        ("point", "debrief?interview=point", "debrief.topic.point.mara-point", "5,000"),
        ("body", "notes?note=note-body", "notes.body.note-body", "20,000"),
        ("remarks", "interviews?interview=remarks", "interviews.round.remarks.remarks", "20,000"),
    ],
)
def test_a_monstrous_paste_is_refused_in_a_sentence_and_spoils_neither_the_store_nor_the_page(
    server: Server,
    store: Store,
    open_page: Callable[..., Page],
    id: str,
    address: str,
    key: str,
    most: str,
) -> None:
    something_written(store, id, "the nights are long")
    page = open_page(f"{server.url}/{address}")
    expect(field(page, key)).to_have_value("the nights are long")
    before = store.file.read_bytes()

    field(page, key).select_text()
    page.keyboard.insert_text(MONSTER)
    page.keyboard.press("Tab")

    said = page.get_by_role("alert").filter(has_text=f"has 100,000 characters; {most} is the most.")
    expect(said).to_contain_text("Shorten it to keep it.")
    calm(page)
    assert field(page, key).input_value() == MONSTER
    assert store.file.read_bytes() == before


def something_written(store: Store, id: str, words: str) -> None:
    """An interview two hours ago with these words in a point, in the remarks and in a note."""
    just_ended(store, id=id)
    mara = f"mara-{id}"
    with store.transaction(now=datetime.now(UTC), did="") as tx:
        tx.put(replace(tx.get(Interview, id), remarks=words))
        tx.put(Debrief(id=id, people=(PersonDebrief(interviewer_id=mara, said=Said(topic=words)),)))
        of: dict[str, Any] = {"job_id": f"job-{id}", "interview_id": id, "interviewer_id": mara}
        tx.put(Note(id=f"note-{id}", text=Text(words, words), **of))


def test_a_promise_whose_day_cannot_be_read_gets_the_cursor_and_writes_nothing(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = just_ended(store, id="tenish")
    page = open_page(f"{server.url}/debrief?interview={id}")
    hand = Hand(page)
    hand.type(f"debrief.promise.about.{id}.0", "the start date")
    hand.type(f"debrief.promise.due.{id}.0", "weds 10ish")

    page.get_by_role("button", name="Write my notes and plan my follow-ups").click()

    expect(
        page.get_by_text("I cannot read “weds 10ish” as a date. Nothing was written")
    ).to_have_count(1)
    expect(field(page, f"debrief.promise.due.{id}.0")).to_be_focused()
    assert store.read().where(Note, interview_id=id) == ()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Wed 10:00")
    page.keyboard.press("Tab")
    calm(page)
    page.get_by_role("button", name="Write my notes and plan my follow-ups").click()
    expect(page.get_by_text("See them on the calendar")).to_be_visible()
