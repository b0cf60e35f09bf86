"""Hurried hands: the last field and the button at once, and every button twice."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from lib.actions import debriefs, example
from lib.domain.debriefs import Debrief, PersonDebrief, Point, PromiseKind, SpokenPromise
from lib.domain.due import Due
from lib.domain.followups import FollowUp, Kind
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note
from tests.browser.conftest import calm, field
from tests.browser.people import NAMES, ZONE, just_ended

ROUNDS = 50
SLOWED = 6
"""How many times slower than this machine the page runs: an old laptop with too many tabs."""
WRITE = "Write my notes and plan my follow-ups"


def slow_down(page: Page, rate: float = SLOWED) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})


def filled(store, id: str) -> str:
    """An interview just ended whose checklist has everything but the last field."""
    just_ended(store, id=id)
    points = (Point("nights are run on three sheets", "moving a ward off paper"), Point("renamed columns"))
    with store.transaction(now=datetime.now(UTC), did="") as tx:
        tx.put(
            Debrief(
                id=id,
                people=tuple(PersonDebrief(interviewer_id=f"{who}-{id}", points=points) for who in NAMES),
                promises=(SpokenPromise(id=f"{id}.0", kind=PromiseKind.CALL, to_id=f"wen-{id}"),),
            )
        )
    return id


def written(store, id: str) -> str:
    """The same with its notes and follow-ups."""
    filled(store, id)
    debriefs.write(store, store.read().get(Debrief, id), (), now=datetime.now(UTC))
    return id


def note_to(store, id: str, who: str) -> str:
    notes = store.read().where(Note, interview_id=id, interviewer_id=f"{who}-{id}")
    return notes[0].text.body if notes else ""


def comes_true(condition: Callable[[], bool], patience: float = 10.0) -> bool:
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.05)
    return False


def twice(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.dblclick()
    calm(page)


def of(store, id: str, kind: type) -> list:
    return list(store.read().where(kind, interview_id=id))


def test_the_notes_hold_the_last_field_when_the_button_is_pressed_at_once(server, store, open_page):
    id = filled(store, "last")
    page = open_page(f"{server.url}/debrief?interview={id}")
    slow_down(page)
    button = page.get_by_role("button", name=WRITE)
    missing = []

    for i in range(ROUNDS):
        who = tuple(NAMES)[i % 3]
        field(page, f"debrief.raised.{id}.{who}-{id}.0").fill(f"ledger {i} is late")
        button.click()
        if not comes_true(lambda who=who, i=i: f"ledger {i} is late" in note_to(store, id, who)):
            missing.append(i)

    assert missing == []


def test_a_double_click_writes_every_note_and_date_once(server, store, open_page):
    id = filled(store, "twice")
    page = open_page(f"{server.url}/debrief?interview={id}")
    slow_down(page)

    twice(page, WRITE)
    expect(page.get_by_role("button", name="Read and send them")).to_be_visible()

    assert len(of(store, id, Note)) == 3
    reasons = [one.reason for one in of(store, id, FollowUp)]
    assert len(reasons) == len(set(reasons)) == 5


def test_a_double_click_on_sent_sends_once_and_promises_once(server, store, open_page):
    id = written(store, "sent")
    note = next(one for one in of(store, id, Note) if one.interviewer_id == f"wen-{id}")
    page = open_page(f"{server.url}/notes?note={note.id}")

    twice(page, "Mark as sent")
    expect(
        page.get_by_text("Sent to", exact=False).or_(page.get_by_text("It was not sent")).first
    ).to_be_visible()

    follow_up = store.read().get(FollowUp, note.follow_up_id)
    assert store.read().get(Note, note.id).sent_at == follow_up.done_at is not None
    assert [one.what for one in follow_up.history] == ["Done"]


def test_a_double_click_on_done_is_done_once(server, store, open_page):
    id = written(store, "done")
    call = next(one for one in of(store, id, FollowUp) if one.kind is Kind.CALL)
    with store.transaction(now=datetime.now(UTC), did="") as tx:
        today = datetime.now(UTC).date()
        tx.put(replace(tx.get(FollowUp, call.id), due=Due(today, None, ZONE)))
    page = open_page(f"{server.url}/")

    row = page.locator(f".st-key-row-owed-{call.id}")
    row.get_by_role("button", name="Done").dblclick()
    expect(row).to_have_count(0)

    assert [one.what for one in store.read().get(FollowUp, call.id).history].count("Done") == 1


def test_a_double_click_adds_one_interview_with_its_people_once(server, store, open_page):
    page = open_page(f"{server.url}/interviews?add=interview")
    for key, words in (("company", "Lighthouse Books"), ("role", "Buyer")):
        box = field(page, f"interviews.new.{key}")
        box.fill(words)
        box.blur()
        calm(page)
    people = field(page, "interviews.new.people")
    people.fill("Ada Byron, Owner <ada@lighthouse.example>\nGrace Moor")
    people.blur()
    calm(page)

    page.get_by_role("button", name="Add the interview").dblclick()
    expect(page.get_by_text("Added the interview at Lighthouse Books")).to_be_visible()

    reader = store.read()
    (job,) = [one for one in reader.all(Job) if one.company == "Lighthouse Books"]
    assert len(reader.where(Interview, job_id=job.id)) == 1
    assert sorted(one.name for one in reader.where(Interviewer, job_id=job.id)) == ["Ada Byron", "Grace Moor"]


@pytest.mark.parametrize("name", ["Look around with example data", "Remove it"])
def test_a_double_click_on_example_data_acts_once(server, store, open_page, name):
    with store.transaction(now=datetime.now(UTC), did="") as tx:
        for job in tx.all(Job):
            if not job.example:
                tx.put(replace(job, archived_at=datetime.now(UTC)))
    if name.startswith("Remove") and not example.is_loaded(tuple(store.read().all(Job))):
        example.load(store, ZONE, now=datetime.now(UTC))
    page = open_page(f"{server.url}/")

    page.get_by_role("button", name=name).dblclick()
    calm(page)
    page.wait_for_timeout(300)
    calm(page)

    loaded = [one for one in store.read().all(Job) if one.example]
    assert len(loaded) == (0 if name.startswith("Remove") else 3)
