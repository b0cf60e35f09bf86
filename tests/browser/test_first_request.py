"""The first request after a start, back and reload: each opens, in its frame, what the address
names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from lib.domain.interviews import Interview
from lib.store.repository import Store
from lib.ui.core import navigation
from tests.browser.conftest import field
from tests.browser.hand import Hand
from tests.browser.people import just_ended
from tests.browser.serving import Server

ROOMS = tuple(title for group in navigation.GROUPS.values() for _, title, _ in group)


@pytest.mark.parametrize(
    ("room", "heading"),
    [
        ("Debrief", "How did it go?"),
        ("Calendar", "Calendar"),
        ("Pocket card", "Pocket card"),
    ],
)
def test_the_first_request_after_a_start_opens_the_page_within_the_frame(
    server: Server, open_page: Callable[..., Page], room: str, heading: str
) -> None:
    server.kill()
    server.start()

    page = open_page(f"{server.url}/{room.split()[0].lower()}")

    menu = page.get_by_test_id("stSidebarNav").get_by_role("link")
    expect(menu).to_have_count(len(ROOMS))
    for link, name in zip(menu.all(), ROOMS, strict=True):
        expect(link).to_contain_text(name)
        expect(link).to_be_visible()
    expect(menu.and_(page.locator("[aria-current=page]"))).to_contain_text(room)
    expect(page.locator("h1")).to_have_text(heading)
    expect(page).to_have_title("Follow Through")


@pytest.mark.parametrize(
    ("room", "key"),
    [
        ("debrief", "debrief.next_time"),
        ("interviews", "interviews.round.place"),
        ("strategy", "strategy.closing"),
    ],
)
def test_back_and_a_reload_land_on_the_interview_that_the_address_names(
    server: Server, store: Store, open_page: Callable[..., Page], room: str, key: str
) -> None:
    one, _ = (just_ended(store, id=f"{name}-{room}") for name in ("one", "two"))
    a_day_earlier(store, one)
    here = f"{server.url}/{room}?interview={one}"
    page = open_page(here)
    Hand(page).go_to("Calendar")
    expect(page).to_have_url(f"{server.url}/calendar")

    page.go_back()

    expect(page).to_have_url(here)
    expect(field(page, f"{key}.{one}")).to_be_visible()
    page.reload()
    expect(field(page, f"{key}.{one}")).to_be_visible()
    expect(page).to_have_url(here)


def a_day_earlier(store: Store, id: str) -> None:
    """Moves an interview back, so that it is not the one which the page would open without an
    address.
    """
    with store.transaction(now=datetime.now(UTC), did="") as tx:
        interview = tx.get(Interview, id)
        tx.put(replace(interview, day=interview.day - timedelta(days=1)))


def test_a_link_within_a_page_takes_the_address_along_and_back_leads_back(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    one, two = (just_ended(store, id=f"{name}-links") for name in ("one", "two"))
    page = open_page(f"{server.url}/interviews?interview={one}")

    page.get_by_role("link", name="Claims Analyst at Quayside Mutual").click()
    expect(page).to_have_url(f"{server.url}/interviews?job=job-{one}")
    page.get_by_role("link", name="All interviews").click()
    expect(page).to_have_url(f"{server.url}/interviews")
    page.go_back()

    expect(page).to_have_url(f"{server.url}/interviews?job=job-{one}")
    page.reload()
    expect(page.get_by_role("link", name="All interviews")).to_be_visible()
    assert two != one
