"""The calendar in a browser: days stay the days that were meant, in New York as in Tokyo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from lib.domain.dates.due import Due
from lib.domain.followups.followup import FollowUp, Kind, Promise
from lib.domain.jobs import Job
from lib.domain.profile import PROFILE_ID, Profile
from lib.store.repository import Store
from tests.browser.conftest import PHONE, calm
from tests.browser.serving import Server
from tests.narrowing import not_none

ZONES = ("America/New_York", "Asia/Tokyo")


def owing(store: Store, zone: str, *, promised: bool) -> FollowUp:
    """One call due today in that zone, alone on the calendar."""
    now = datetime.now(UTC)
    due = Due(now.astimezone(ZoneInfo(zone)).date(), None, zone)
    promise = Promise(made_at=now - timedelta(days=1), first=due, agreed=due) if promised else None
    with store.transaction(now=now, did="") as tx:
        for one in tx.all(FollowUp):
            tx.remove(FollowUp, one.id)
        standing = tx.find(Profile, PROFILE_ID)
        tx.put(
            Profile(name="Robin Avery", zone=zone, revision=standing.revision if standing else 0)
        )
        if tx.find(Job, "quay") is None:
            tx.put(Job(id="quay", company="Quayside Mutual", role="Claims Analyst"))
        follow_up = FollowUp(
            id=f"call-{zone[:4]}-{promised}",
            job_id="quay",
            who="Mara Lindqvist",
            kind=Kind.CALL,
            what="Call, about the start date",
            due=due,
            promise=promise,
        )
        return tx.put(follow_up)


def in_month(page: Page) -> FrameLocator:
    """The frame in which the month is drawn."""
    frame = page.frame_locator("iframe[title*='calendar']")
    frame.locator(".fc-daygrid-day").first.wait_for()
    return frame


def neighbour(follow_up: FollowUp, page: Page) -> datetime:
    """The day beside the due day in the same week of the month view, and never outside it."""
    due = datetime(
        follow_up.due.day.year, follow_up.due.day.month, follow_up.due.day.day, tzinfo=UTC
    )
    return due + timedelta(days=1 if due.weekday() < 6 else -1)


def drag(page: Page, follow_up: FollowUp, to: datetime) -> None:
    frame = in_month(page)
    event = not_none(frame.locator(".fc-event", has_text="Mara Lindqvist").bounding_box())
    day = not_none(frame.locator(f".fc-daygrid-day[data-date='{to:%Y-%m-%d}']").bounding_box())
    page.mouse.move(event["x"] + 20, event["y"] + event["height"] / 2)
    page.mouse.down()
    page.mouse.move(event["x"] + 30, event["y"] + event["height"] / 2 + 5, steps=4)
    page.mouse.move(day["x"] + day["width"] / 2, day["y"] + day["height"] / 2, steps=12)
    page.mouse.up()


@pytest.mark.parametrize("zone", ZONES)
def test_a_drag_moves_to_the_day_on_which_it_was_dropped_and_can_be_undone(
    server: Server, store: Store, open_page: Callable[..., Page], zone: str
) -> None:
    call = owing(store, zone, promised=False)
    page = open_page(f"{server.url}/calendar", zone=zone)
    to = neighbour(call, page)

    drag(page, call, to)
    expect(page.get_by_text("Moved: Call, about the start date, Mara Lindqvist")).to_be_visible()

    assert store.read().get(FollowUp, call.id).due == Due(to.date(), None, zone)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Took back: Moved")).to_be_visible()
    assert store.read().get(FollowUp, call.id).due == call.due


@pytest.mark.parametrize("zone", ZONES)
def test_a_drag_of_a_promise_asks_whether_they_were_told_and_keeps_the_first_word(
    server: Server, store: Store, open_page: Callable[..., Page], zone: str
) -> None:
    call = owing(store, zone, promised=True)
    page = open_page(f"{server.url}/calendar", zone=zone)
    to = neighbour(call, page)

    drag(page, call, to)
    expect(page.get_by_role("dialog")).to_contain_text("Have you told Mara")
    page.get_by_role("dialog").get_by_role("button", name="Yes").first.click()
    expect(page.get_by_role("dialog")).to_have_count(0)

    moved = store.read().get(FollowUp, call.id)
    assert moved.due == Due(to.date(), None, zone)
    assert moved.promise is not None
    assert (moved.promise.first, moved.promise.agreed) == (call.due, moved.due)


@pytest.mark.parametrize("zone", ZONES)
def test_a_click_on_a_day_adds_on_that_day(
    server: Server, store: Store, open_page: Callable[..., Page], zone: str
) -> None:
    call = owing(store, zone, promised=False)
    page = open_page(f"{server.url}/calendar", zone=zone)
    to = neighbour(call, page)

    cell = not_none(
        in_month(page).locator(f".fc-daygrid-day[data-date='{to:%Y-%m-%d}']").bounding_box()
    )
    page.mouse.click(cell["x"] + cell["width"] / 2, cell["y"] + cell["height"] - 6)

    expect(page.get_by_role("dialog")).to_be_visible()
    box = page.get_by_role("dialog").locator("[class*='st-key-calendar-add-what'] input")
    box.fill("Ask the registrar")
    box.blur()
    page.get_by_role("dialog").get_by_role("button", name="Add").last.click()
    expect(page.get_by_text("Added: Ask the registrar")).to_be_visible()
    (added,) = [one for one in store.read().all(FollowUp) if one.what == "Ask the registrar"]
    assert added.due.day == to.date()
    with store.transaction(now=datetime.now(UTC), did="") as tx:
        tx.remove(FollowUp, added.id)


def test_a_phone_gets_the_list_and_a_tap_opens_the_panel(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    call = owing(store, "Asia/Tokyo", promised=True)
    page = open_page(f"{server.url}/calendar", zone="Asia/Tokyo", size=PHONE)
    frame = page.frame_locator("iframe[title*='calendar']")

    frame.locator(".fc-list-event", has_text="Mara Lindqvist").first.click()

    expect(page.get_by_role("dialog")).to_contain_text("Call, about the start date")
    calm(page)
    assert call.id in page.url


def test_a_phone_s_list_begins_today_and_goes_on_over_the_end_of_a_month(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    call = owing(store, "Asia/Tokyo", promised=False)
    today = call.due.day
    with store.transaction(now=datetime.now(UTC), did="") as tx:
        for days in (-1, 1, *range(10, 60, 5)):
            due = replace(call.due, day=today + timedelta(days=days))
            tx.put(replace(call, id=f"in-{days}", who=f"Day {days}.", due=due, revision=0))
    narrow = {"width": 390, "height": 844}
    page = open_page(f"{server.url}/calendar", zone="Asia/Tokyo", size=narrow)
    frame = page.frame_locator("iframe[title*='calendar']")
    rows = frame.locator(".fc-list-event")

    expect(rows).to_have_count(2 + 4)
    expect(rows.first).to_contain_text("Mara Lindqvist")
    expect(rows.nth(1)).to_contain_text("Day 1.")
    expect(rows.last).to_contain_text("Day 25.")
    expect(rows.nth(1)).to_be_in_viewport()
    toolbar = not_none(frame.locator(".fc-header-toolbar").bounding_box())
    assert toolbar["x"] >= 0
    assert toolbar["x"] + toolbar["width"] <= narrow["width"]
    frame.get_by_role("button", name="next").click()
    expect(rows).to_have_count(6)
    expect(rows.first).to_contain_text("Day 30.")
    frame.get_by_role("button", name="prev").click()
    frame.get_by_role("button", name="prev").click()
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text("Day -1.")
