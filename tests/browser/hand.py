"""A person's hand on the page: it counts the clicks that the yardstick counts."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import calm, field
from tests.narrowing import not_none

THREE = ("mara", "joel", "wen")
SAID = {
    "mara": {
        "topic": "adjusters who distrust a score without a reason",
        "answer": "I built reason codes at Linden, and 40 agents use them now.",
        "offer": "show your adjusters how they work",
    },
    "joel": {
        "topic": "renamed columns break dashboards every month",
        "answer": "The contract tests that I wrote caught nine of ten such breaks.",
        "offer": "walk you through them",
    },
    "wen": {
        "topic": "whether I would work from the harbor office",
        "answer": "Two days a week there would suit me well.",
        "offer": "",
    },
}
"""What is said to each: a thing that they raised, my answer, an offer."""
NOTED = {
    "mara": "QUOKKA hates!! score, nobody explains",
    "joel": "QUOKKA ledger renames ... angry",
    "wen": "QUOKKA 2d/wk?? visa",
}
"""What is taken down about each for oneself; none of these words may come into a note."""
OPENINGS = {
    "mara": "I appreciated how open you were about …",
    "joel": "You mentioned that …",
    "wen": "You asked …",
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
        if not link.is_visible() or not_none(link.bounding_box())["x"] < 0:
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
        self.page.get_by_role("option", name=option, exact=True).click()
        calm(self.page)
        expect(field(self.page, key)).to_have_value(option)

    def date(self, key: str, words: str) -> None:
        """A date, in words; it counts once it is echoed."""
        box = field(self.page, key)
        box.fill(words)
        box.blur()
        calm(self.page)


def fill_in(hand: Hand, id: str) -> None:
    """The whole checklist: three letters beside private notes, a date of theirs, what I send, a
    call.
    """
    for person in THREE:
        hand.type(f"debrief.noted.{id}.{person}-{id}", NOTED[person])
        hand.choose(f"debrief.opening.{id}.{person}-{id}", OPENINGS[person])
        for blank, words in SAID[person].items():
            hand.type(f"debrief.{blank}.{id}.{person}-{id}", words)
    hand.type(f"debrief.next.what.{id}", "they decide")
    hand.choose(f"debrief.next.who.{id}", "Mara Lindqvist")
    hand.date(f"debrief.next.by.{id}", "in 5 working days")
    hand.type(f"debrief.request.what.{id}.0", "my two-page sample")
    hand.choose(f"debrief.request.for.{id}.0", "Joel Abara")
    hand.date(f"debrief.request.due.{id}.0", "in 2 working days")
    hand.choose(f"debrief.promise.to.{id}.0", "Wen Castellano")
    hand.type(f"debrief.promise.about.{id}.0", "the start date")
    hand.date(f"debrief.promise.due.{id}.0", "in 3 working days at 10:00")
    field(hand.page, f"debrief.next_time.{id}").fill(LAST_WORDS)
