"""The weeks after in a browser: silence, a check-in, their answer, a reply, staying in touch."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from lib.actions import debriefs
from lib.domain.answers import Answer, JobEvent
from lib.domain.debriefs import Commitment, Debrief
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interview
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import Note, NoteKind
from lib.store.repository import Store
from tests.browser import arranged
from tests.browser.conftest import DESKTOP, PHONE, comes_true, field, go
from tests.browser.hand import Hand
from tests.browser.serving import Server

AGO = timedelta(days=14)


def silent_for_two_weeks(store: Store, id: str) -> str:
    """An interview two weeks ago, written down then; the day on which they wanted to decide has
    passed.
    """
    arranged.filled(store, arranged.alone(store, id))
    with store.transaction(now=datetime.now(UTC) - AGO, did="") as tx:
        interview = tx.put(replace(tx.get(Interview, id), day=tx.get(Interview, id).day - AGO))
        by = Commitment(what="decide", who_id=f"mara-{id}", by=interview.day + timedelta(days=4))
        tx.put(replace(tx.get(Debrief, id), commitment=by, promises=()))
    debriefs.write(
        store, store.read().get(Debrief, id), (), now=interview.ends_at() + timedelta(hours=1)
    )
    return id


def of_kind(store: Store, kind: Kind) -> list[FollowUp]:
    return [one for one in store.read().all(FollowUp) if one.kind is kind]


def row(page: Page, words: str) -> Locator:
    """The row on Today that bears these words; what is later on is unfolded for it."""
    found = page.locator("[class*=st-key-row-owed-]", has_text=words)
    if not found.first.is_visible():
        page.get_by_text("Later (").click()
    return found.first


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_from_silence_to_a_check_in_to_a_no_to_the_reply_to_staying_in_touch(
    server: Server, store: Store, open_page: Callable[..., Page], size: ViewportSize
) -> None:
    id = silent_for_two_weeks(store, f"weeks-{size['width']}")
    page = open_page(server.url, size=size)
    hand = Hand(page)

    _asked(hand, store)
    _heard(hand, server.url, store, id)
    _refused(hand, server.url, store, id)
    _in_touch(hand, server.url, store, id)


def _asked(hand: Hand, store: Store) -> None:
    page = hand.page
    expect(page.get_by_text("Overdue")).to_be_visible()
    hand.press(row(page, "Check in").get_by_role("button", name="Write it"))
    expect(page.get_by_role("heading", name="To Mara Lindqvist")).to_be_visible()
    (note,) = [one for one in store.read().all(Note) if one.kind is NoteKind.CHECK_IN]
    hand.type(f"notes.blank.{note.id}.useful", "I also have some good news: I passed the exam.")
    expect(field(page, f"notes.body.{note.id}")).to_have_value(re.compile("I passed the exam"))
    hand.press(page.get_by_role("button", name="Mark as sent"))
    assert comes_true(lambda: len(of_kind(store, Kind.CHECK_IN)) == 2), (
        "the second one is due a week on"
    )


def _heard(hand: Hand, url: str, store: Store, id: str) -> None:
    page = hand.page
    go(page, url)
    hand.press(
        row(page, "Check in once more").locator("[class*=st-key-today-menu-]").get_by_role("button")
    )
    hand.press(page.get_by_role("menuitem", name="They wrote back"))
    assert comes_true(lambda: len(store.read().all(JobEvent)) == 1)
    expect(page.get_by_text("Quayside Mutual wrote back").first).to_be_visible()
    go(page, f"{url}/history?job=job-{id}")
    expect(page.get_by_text("They wrote").first).to_be_visible()


def _refused(hand: Hand, url: str, store: Store, id: str) -> None:
    page = hand.page
    go(page, f"{url}/outcome?job=job-{id}")
    hand.press(page.get_by_role("button", name="Not selected"))
    assert comes_true(lambda: store.read().get(Job, f"job-{id}").status is JobStatus.NOT_SELECTED)
    hand.press(page.get_by_role("button", name="Read and send it"))
    expect(page.get_by_role("heading", name="To Wen Castellano")).to_be_visible()
    (reply,) = [one for one in store.read().all(Note) if one.kind is NoteKind.GRACIOUS_REPLY]
    hand.type(
        f"notes.blank.{reply.id}.specific", "You said to start with the reader. I do that now."
    )
    hand.press(page.get_by_role("button", name="Use: ").first)
    body = field(page, f"notes.body.{reply.id}")
    expect(body).to_have_value(re.compile(r"start with the reader[\s\S]*\?[\s\S]*Best regards"))
    expect(page.locator(".st-key-notes-desk").get_by_text("Ready")).to_be_visible()
    expect(page.get_by_role("button", name="Mark as sent")).to_be_disabled()
    hand.press(
        page.locator(f"[class*=st-key-notes-rest-{reply.id}]").get_by_role(
            "button", name="It's right"
        )
    )
    hand.press(page.get_by_role("button", name="Mark as sent"))
    assert comes_true(lambda: of_kind(store, Kind.GRACIOUS_REPLY)[0].done_at is not None)


def _in_touch(hand: Hand, url: str, store: Store, id: str) -> None:
    page = hand.page
    go(page, f"{url}/outcome?job=job-{id}")
    hand.type(f"outcome.learned.job-{id}", "Have a figure ready for every claim.")
    hand.press(page.get_by_role("button", name="Yes, set both dates"))
    assert comes_true(lambda: len(of_kind(store, Kind.STAY_IN_TOUCH)) == 2)
    hand.press(page.get_by_role("button", name="Write it").first)
    expect(page.get_by_role("heading", name="To Wen Castellano")).to_be_visible()
    (note,) = [one for one in store.read().all(Note) if one.kind is NoteKind.STAY_IN_TOUCH]
    hand.type(f"notes.blank.{note.id}.news", "I finished the SQL course.")
    expect(field(page, f"notes.body.{note.id}")).to_have_value(
        re.compile("I finished the SQL course")
    )
    assert comes_true(lambda: "SQL course" in store.read().get(Note, note.id).text.body)
    assert store.read().get(Answer, f"job-{id}").learned == "Have a figure ready for every claim."
