"""A field that comes late over a slow line has the value that it was given."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from lib.domain.interviews import Interview, InterviewFormat, InterviewKind
from lib.store.repository import Store
from tests.browser.arranged import alone
from tests.browser.conftest import field, go, place
from tests.browser.hand import Hand
from tests.browser.serving import Server

CODE = re.compile(r"/static/js/(TimeInput|Selectbox|ButtonGroup)\.[^/]*\.js$")
"""What Streamlit draws times, lists and chips with, each in a file of its own."""


def test_times_zone_and_round_of_a_new_interview_are_right_however_late_their_fields_come(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    alone(store, "")
    page = open_page(server.url)
    hand, late = Hand(page), list[Route]()
    page.route(CODE, lambda route: late.append(route))
    go(page, f"{server.url}/interviews?add=interview")

    hand.type("interviews.new.company", "Lighthouse Books")
    assert late
    expect(place(page, "interviews.new.from").get_by_role("spinbutton")).to_have_count(0)
    page.route(CODE, lambda route: route.continue_())
    for one in late:
        one.continue_()
    expect(place(page, "interviews.new.from").get_by_role("spinbutton").first).to_have_text(
        re.compile(r"\d")
    )
    expect(place(page, "interviews.new.kind").get_by_role("radio", checked=True)).to_have_text(
        "first round"
    )
    expect(field(page, "interviews.new.zone")).to_have_value("America/New_York")

    hand.type("interviews.new.role", "Buyer")
    page.get_by_role("button", name="Add the interview").click()
    expect(page.get_by_text("Added the interview at Lighthouse Books")).to_be_visible()
    (added,) = store.read().all(Interview)
    assert (added.minutes, added.zone) == (60, "America/New_York")
    assert (added.kind, added.format) == (InterviewKind.FIRST, InterviewFormat.IN_PERSON)
