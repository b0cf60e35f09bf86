"""A person's hand on the page: it counts the clicks that the yardstick counts."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import calm, field

THREE = ("mara", "joel", "wen")
SAID = {
    "mara": (
        ("adjusters distrust the score because it gives no reason", "bringing the reason codes I built"),
        ("nights are run on three different spreadsheets", "I moved a ward off spreadsheets in a month"),
    ),
    "joel": (
        ("renamed columns breaking dashboards every month", "wrote a contract test for that"),
        ("wants someone who documents as they go", "show him my runbook template"),
    ),
    "wen": (
        ("we lose candidates because feedback takes 3 weeks", ""),
        ("asked whether I would work from the harbour office", "yes, two days a week suit me well"),
    ),
}
LAST_WORDS = "Ask about the team sooner, and bring water."


@dataclass
class Hand:
    """Pointer clicks and Enter are counted; typing, moving the focus, dates and people are free."""

    page: Page
    clicks: int = 0

    def press(self, what: Locator) -> None:
        what.scroll_into_view_if_needed()
        what.click()
        self.clicks += 1
        calm(self.page)

    def go_to(self, room: str) -> None:
        """Through the menu, which a phone has to be asked for."""
        link = self.page.get_by_test_id("stSidebarNav").get_by_role("link", name=room)
        if not link.is_visible() or link.bounding_box()["x"] < 0:
            self.press(self.page.get_by_test_id("stExpandSidebarButton"))
        self.press(link)

    def type(self, key: str, words: str) -> None:
        box = field(self.page, key)
        box.fill(words)
        box.blur()
        calm(self.page)
        expect(field(self.page, key)).to_have_value(words)

    def choose(self, key: str, option: str) -> None:
        """A person from a list: a fact."""
        field(self.page, key).scroll_into_view_if_needed()
        self.page.wait_for_timeout(150)  # scrolling shuts an open list
        field(self.page, key).click()
        self.page.get_by_role("option", name=option).click()
        calm(self.page)
        expect(field(self.page, key)).to_have_value(option)

    def date(self, key: str, words: str) -> None:
        """A date, in words; it counts once it is echoed."""
        box = field(self.page, key)
        box.fill(words)
        box.blur()
        calm(self.page)


def fill_in(hand: Hand, id: str) -> None:
    """The whole checklist: three people with two points each, a date of theirs, a request, two promises."""
    for person in THREE:
        for row, (raised, helped) in enumerate(SAID[person]):
            hand.type(f"debrief.raised.{id}.{person}-{id}.{row}", raised)
            hand.type(f"debrief.help.{id}.{person}-{id}.{row}", helped)
    hand.type(f"debrief.next.what.{id}", "they decide")
    hand.choose(f"debrief.next.who.{id}", "Mara Lindqvist")
    hand.date(f"debrief.next.by.{id}", "in 5 working days")
    hand.type(f"debrief.request.what.{id}.0", "two-page sample")
    hand.choose(f"debrief.request.for.{id}.0", "Joel Abara")
    hand.date(f"debrief.request.due.{id}.0", "in 2 working days")
    hand.choose(f"debrief.promise.to.{id}.0", "Wen Castellano")
    hand.type(f"debrief.promise.about.{id}.0", "the start date")
    hand.date(f"debrief.promise.due.{id}.0", "in 3 working days at 10:00")
    field(hand.page, f"debrief.next_time.{id}").fill(LAST_WORDS)
