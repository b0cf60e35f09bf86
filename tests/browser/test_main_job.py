"""The main job and its yardstick: out of the interview, three notes and a calendar, ten clicks at
most.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, ViewportSize, expect

from lib.actions import notes as actions
from lib.domain.debriefs import Debrief
from lib.domain.followups.followup import FollowUp
from lib.domain.notes import Note, NoteKind
from lib.store.repository import Store
from lib.words.checks.finding import NoteState, state_of
from tests.browser.conftest import DESKTOP, PHONE, calm, field
from tests.browser.hand import LAST_WORDS, NOTED, SAID, THREE, Hand, fill_in
from tests.browser.people import just_ended
from tests.browser.serving import Server
from tests.formats.calendar.calendar_checkers import (
    ical_js_complaints,
    libical_complaints,
    vobject_complaints,
)
from tests.tools import IcalJs

MOST_CLICKS = 10


@pytest.mark.parametrize(("size", "id"), [(DESKTOP, "desktop"), (PHONE, "phone")])
def test_from_the_interview_to_three_notes_and_a_calendar(
    server: Server,
    data: Path,
    store: Store,
    open_page: Callable[..., Page],
    size: ViewportSize,
    id: str,
    tmp_path: Path,
    ical_checker: str,
    ical_js: IcalJs,
) -> None:
    just_ended(store, id=id)
    page = open_page(f"{server.url}/", size=size)
    hand = Hand(page)

    hand.press(page.get_by_role("button", name="Write it down").first)
    fill_in(hand, id)
    hand.press(page.get_by_role("button", name="Write my notes and plan my follow-ups"))
    hand.press(page.get_by_role("button", name="Read and send them"))
    for _ in range(2):
        _shows_ready(page)
        hand.press(page.get_by_role("link", name="Next:"))
    _shows_ready(page)
    hand.go_to("Calendar")
    with page.expect_download() as download:
        hand.press(page.get_by_role("button", name="Put it all in my own calendar"))
    file = tmp_path / "all.ics"
    download.value.save_as(file)

    assert hand.clicks <= MOST_CLICKS
    _three_different_ready_notes(store, id)
    _five_entries_that_parsers_accept(file, ical_checker, ical_js)
    server.kill()
    server.start()
    _everything_is_still_there(page, server, data, id)


def _shows_ready(page: Page) -> None:
    """The note that is open is called ready, and nothing else."""
    expect(page.get_by_text(re.compile(r"words · .*Ready$"))).to_be_visible()
    expect(page.get_by_text("Look again")).to_have_count(0)
    expect(page.get_by_text("Blocked")).to_have_count(0)


def _three_different_ready_notes(store: Store, id: str) -> None:
    reader = store.read()
    written = [one for one in reader.where(Note, interview_id=id) if one.kind is NoteKind.THANK_YOU]
    assert len({one.interviewer_id for one in written}) == len(written) == 3
    for one, other in combinations(written, 2):
        assert one.text.subject != other.text.subject
        assert one.text.body != other.text.body
    for note in written:
        found = actions.findings(reader, note)
        assert state_of(found) is NoteState.READY
        assert found == ()
        assert "[" not in note.text.body
        for jotted in NOTED.values():
            assert not [
                word for word in jotted.split() if word in f"{note.text.subject} {note.text.body}"
            ]


def _five_entries_that_parsers_accept(file: Path, ical_checker: str, ical_js: IcalJs) -> None:
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert len(events) >= 5
    assert libical_complaints(ical_checker, file) == []
    assert vobject_complaints(file) == []
    assert ical_js_complaints(ical_js, file) == []


def _everything_is_still_there(page: Page, server: Server, data: Path, id: str) -> None:
    reader = Store(data).read()
    kept = reader.get(Debrief, id)
    assert kept.next_time == LAST_WORDS
    for who in THREE:
        about = kept.about(f"{who}-{id}")
        assert about.noted == NOTED[who]
        assert about.said.blanks() | SAID[who] == about.said.blanks()
    assert (kept.commitment.who_id, kept.requests[0].for_id) == (f"mara-{id}", f"joel-{id}")
    assert (kept.promises[0].to_id, kept.promises[0].about) == (f"wen-{id}", "the start date")
    assert len(reader.where(FollowUp, interview_id=id)) >= 5
    page.goto(f"{server.url}/debrief?interview={id}")
    calm(page)
    expect(field(page, f"debrief.next_time.{id}")).to_have_value(LAST_WORDS)
