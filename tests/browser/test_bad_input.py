"""Slips, monstrous pastes and text that looks like code: a clear sentence, nothing lost, nothing run."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from lib.domain.debriefs import Debrief, PersonDebrief, Point
from lib.domain.due import Due
from lib.domain.followups import FollowUp, Kind
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note, Text
from lib.domain.strategies import Offer, PointToMake, Question, Strategy
from lib.store.repository import Store
from tests.browser.conftest import PHONE, calm, field
from tests.browser.hand import Hand
from tests.browser.people import just_ended

AT_NOON = f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"
"""A zone where it is past noon now: two hours ago and six o'clock are today there, whenever this runs."""

NO_DAY = "3 Dec 20266"
MONSTER = ("They lose a day every month, and nobody has asked the night shift why. " * 2_000)[:100_000]
AS_TYPED = {
    "script": "<script>window.hacked=1</script>",
    "formula": "$5M–$10M",
    "right-to-left": "שרה כהן",
    "emoji": "🦊 Ferrer",
    "picture": "![cat](//elsewhere.example/cat.png)",
}


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
    return {name: field(page, new(name)).input_value() for name in ("company", "role", "day", "from", "to")}


def company(hand: Hand, words: str) -> None:
    hand.type(new("company"), words)


def end(hand: Hand, digits: str) -> None:
    clock(hand.page, "To", digits)


def day(hand: Hand, words: str) -> None:
    """Types a day; under its field it is said at once if it cannot be read."""
    hand.date(new("day"), words)
    expect(hand.page.get_by_text("I cannot read that as a date.")).to_have_count(int(words == NO_DAY))


SLIPS = (
    (company, "", "Alder & Sons", "Which company is it? Enter its name."),
    (end, "0200p", "0430p", "It ends before it starts. Check the two times."),
    (day, NO_DAY, "yesterday", "When is or was it? Enter the day and both times."),
)


def test_each_slip_in_a_new_interview_is_refused_in_a_sentence_and_once_they_are_mended_it_is_added(
    server, store, open_page
):
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
        ("point", "debrief?interview=point", "debrief.raised.point.mara-point.0", "5,000"),
        ("body", "notes?note=note-body", "notes.body.note-body", "20,000"),
        ("remarks", "interviews?interview=remarks", "interviews.round.remarks.remarks", "20,000"),
    ],
)
def test_a_monstrous_paste_is_refused_in_a_sentence_and_spoils_neither_the_store_nor_the_page(
    server, store, open_page, id, address, key, most
):
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


def test_whatever_is_typed_is_shown_letter_for_letter_and_runs_nothing(server, store, open_page):
    for id, words in AS_TYPED.items():
        something_written(store, id, words, named=words)
    page = open_page(f"{server.url}/settings")
    asked = asked_for(page)

    see_today(page, server.url)
    see_interviews(page, server.url)
    see_each_debrief(page, server.url)
    see_each_strategy(page, server.url)
    see_each_pocket_card(page, server.url)
    see_each_note(page, server.url)

    assert asked
    assert elsewhere(asked) == []


def test_the_calendar_on_a_phone_lists_whatever_is_typed_letter_for_letter_and_runs_nothing(
    server, store, open_page
):
    for id, words in AS_TYPED.items():
        something_written(store, f"{id}-phone", words, named=words)
    page = open_page(f"{server.url}/settings", size=PHONE)
    asked = asked_for(page)

    page.goto(f"{server.url}/calendar")
    calm(page)

    listed = page.frame_locator("iframe").locator(".fc-list-event-title")
    for words in AS_TYPED.values():
        expect(listed.filter(has_text=f"{words} · First interview").first).to_be_visible()
        expect(listed.filter(has_text=f"Call, about {words} · {words}").first).to_be_visible()
    runs_nothing(page)
    assert asked
    assert elsewhere(asked) == []


def something_written(store: Store, id: str, words: str, *, named: str = "") -> None:
    """An interview two hours ago with these words in every place; `named` is its company and person."""
    just_ended(store, id=id, zone=AT_NOON)
    now, mara = datetime.now(UTC), f"mara-{id}"
    tonight = Due(now.astimezone(ZoneInfo(AT_NOON)).date(), time(18), AT_NOON)
    point = PersonDebrief(interviewer_id=mara, points=(Point(words, ""),))
    with store.transaction(now=now, did="") as tx:
        job, person = tx.get(Job, f"job-{id}"), tx.get(Interviewer, mara)
        tx.put(replace(job, company=named or job.company))
        tx.put(replace(person, name=named or person.name))
        tx.put(replace(tx.get(Interview, id), remarks=words))
        tx.put(Debrief(id=id, people=(point,)))
        tx.put(
            Strategy(
                id=id,
                closing=words,
                points=(PointToMake(words, words),),
                questions=(Question(words),),
                offers=(Offer(words),),
            )
        )
        of = {"job_id": job.id, "interview_id": id, "interviewer_id": mara}
        tx.put(Note(id=f"note-{id}", text=Text(words, words), **of))
        call = f"Call, about {words}"
        tx.put(FollowUp(id=f"call-{id}", kind=Kind.CALL, what=call, who=named, due=tonight, **of))


def see_today(page: Page, url: str) -> None:
    page.goto(f"{url}/")
    for id, words in AS_TYPED.items():
        row = page.locator(f".st-key-row-owed-call-{id}")
        expect(row).to_contain_text(f"Call, about {words} · {words}")
        expect(row).to_contain_text(f"{words}, first round")
    runs_nothing(page)


def see_interviews(page: Page, url: str) -> None:
    page.goto(f"{url}/interviews")
    for id, words in AS_TYPED.items():
        expect(page.locator(f".st-key-card-job-job-{id} strong")).to_have_text(words)
        expect(page.locator(f".st-key-round-{id}")).to_contain_text(f"{words}, Joel Abara, Wen Castellano")
    runs_nothing(page)
    for id, words in AS_TYPED.items():
        page.goto(f"{url}/interviews?interview={id}")
        expect(page.locator("h1")).to_have_text(f"{words}, first round")
        expect(field(page, f"interviews.person.name.mara-{id}")).to_have_value(words)
        expect(field(page, f"interviews.round.remarks.{id}")).to_have_value(words)
        runs_nothing(page)


def see_each_debrief(page: Page, url: str) -> None:
    for id, words in AS_TYPED.items():
        page.goto(f"{url}/debrief?interview={id}")
        expect(page.get_by_text(f"{words}, first round").first).to_be_visible()
        expect(page.locator(f".st-key-card-person-mara-{id} strong")).to_have_text(words)
        expect(field(page, f"debrief.raised.{id}.mara-{id}.0")).to_have_value(words)
        runs_nothing(page)


def see_each_strategy(page: Page, url: str) -> None:
    for id, words in AS_TYPED.items():
        page.goto(f"{url}/strategy?interview={id}")
        expect(page.get_by_text(f"{words}, first round").first).to_be_visible()
        for name in (f"closing.{id}", f"point.{id}.0", f"question.{id}.0", f"offer.{id}.0"):
            expect(field(page, f"strategy.{name}")).to_have_value(words)
        expect(page.locator(".st-key-card-pocket li").first).to_contain_text(words)
        runs_nothing(page)


def see_each_pocket_card(page: Page, url: str) -> None:
    for id, words in AS_TYPED.items():
        page.goto(f"{url}/pocket?interview={id}")
        expect(page.locator(".st-key-pocket-closing")).to_contain_text(words)
        for item in page.locator(".st-key-pocket-card li").all():
            expect(item).to_contain_text(words)
        runs_nothing(page)


def see_each_note(page: Page, url: str) -> None:
    for id, words in AS_TYPED.items():
        page.goto(f"{url}/notes?note=note-{id}")
        expect(page.get_by_role("heading", name=f"To {words}", exact=True)).to_be_visible()
        expect(page.get_by_text(f"{words}, first round").first).to_be_visible()
        expect(field(page, f"notes.subject.note-{id}")).to_have_value(words)
        expect(field(page, f"notes.body.note-{id}")).to_have_value(words)
        runs_nothing(page)


def runs_nothing(page: Page) -> None:
    calm(page)
    assert not any(frame.evaluate("'hacked' in window") for frame in page.frames)


def asked_for(page: Page) -> list[str]:
    """Every address that the page asks for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    return asked


def elsewhere(asked: list[str]) -> list[str]:
    """Those that are not the app's own; what a page holds itself (data:, blob:) has no host."""
    return [url for url in asked if urlsplit(url).hostname not in (None, "127.0.0.1")]
