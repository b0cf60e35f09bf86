"""From the worksheet to the lobby, through the interview, to notes that carry the worksheet's
points.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from lib.domain.debriefs import Debrief
from lib.domain.english import English, weekday_and_date
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interview
from lib.domain.notes import Channel, Note, NoteKind
from lib.domain.strategies import PointToMake, Strategy
from lib.store.repository import Store
from lib.words.text.stems import is_told
from tests.browser.conftest import PHONE, calm, field, place
from tests.browser.hand import Hand
from tests.browser.people import ZONE, just_ended
from tests.browser.serving import Server, serve
from tests.narrowing import not_none

CLOSING = (
    "Before I go: what happens next, and may I call you the day after to hear where things stand?"
)
POINTS = (
    ("explain a score so that people trust it", "40 agents work with the reason codes I built"),
    ("keep loads from breaking", "wrote the tests that stopped the monthly failures"),
)
QUESTION = "What would you want to be different after my first three months?"
OFFER = "the two-page reason-code sample"
WRITE = "Write my notes and plan my follow-ups"


def moved(store: Store, id: str, start: datetime) -> None:
    """Puts the interview to another time, as if the days had gone by."""
    local = start.astimezone(ZoneInfo(ZONE))
    with store.transaction(now=datetime.now(UTC), did="") as tx:
        there = tx.get(Interview, id)
        tx.put(
            replace(there, day=local.date(), clock=local.time().replace(second=0, microsecond=0))
        )


def coming(store: Store, id: str) -> str:
    """An interview with three people, a day and an hour ahead."""
    just_ended(store, id=id)
    moved(store, id, datetime.now(UTC) + timedelta(hours=25))
    return id


def sheet(store: Store, id: str) -> Strategy:
    return store.read().get(Strategy, id)


def fill_half(hand: Hand, id: str) -> None:
    hand.type(f"strategy.goal.{id}", "a second meeting with the team")
    for i, (point, evidence) in enumerate(POINTS):
        hand.type(f"strategy.point.{id}.{i}", point)
        hand.type(f"strategy.evidence.{id}.{i}", evidence)


def fill_the_rest(hand: Hand, id: str) -> None:
    hand.type(f"strategy.closing.{id}", CLOSING)
    hand.type(f"strategy.question.{id}.0", QUESTION)
    hand.type(f"strategy.offer.{id}.0", OFFER)
    hand.type(f"strategy.worry.{id}.0", "I have never worked in insurance")
    hand.type(f"strategy.reply.{id}.0", "I learned hospital billing from zero")
    hand.type(f"strategy.if_silent.{id}", "one friendly e-mail to Wen")
    row = hand.page.locator(f".st-key-row-outreach-wen-{id}")
    hand.press(row.get_by_role("button", name="Phone"))


def test_from_a_half_filled_worksheet_to_notes_that_carry_its_points(
    server: Server, store: Store, open_page: Callable[..., Page], chromium: Browser, tmp_path: Path
) -> None:
    id = coming(store, "plan")
    page = open_page(f"{server.url}/strategy?interview={id}", size=PHONE)
    hand = Hand(page)

    fill_half(hand, id)
    page.reload()
    calm(page)
    expect(field(page, f"strategy.evidence.{id}.1")).to_have_value(POINTS[1][1])
    fill_the_rest(hand, id)
    expect(page.get_by_text("Ready 90 %")).to_be_visible()
    assert sheet(store, id).points == tuple(
        PointToMake(*one, id=f"{id}.{i}") for i, one in enumerate(POINTS)
    )

    _the_card_in_the_lobby(hand, id)
    _the_card_as_a_file(page, chromium, tmp_path)
    moved(store, id, datetime.now(UTC) - timedelta(hours=2))
    _written_down(hand, server.url, store, id)
    _what_came_of_it(page, server.url, id)


def _the_card_in_the_lobby(hand: Hand, id: str) -> None:
    page = hand.page
    hand.press(page.get_by_role("button", name="Pocket card"))
    expect(page.get_by_role("heading", name="Quayside Mutual")).to_be_visible()
    assert page.url.endswith(f"/pocket?interview={id}")
    for words in (
        CLOSING,
        QUESTION,
        POINTS[0][0],
        POINTS[1][1],
        "Mara Lindqvist",
        "Head of Claims",
        OFFER,
    ):
        expect(page.get_by_text(words).first).to_be_visible()
    bottom = page.locator(".st-key-pocket-card").bounding_box()
    assert bottom is not None
    assert bottom["y"] + bottom["height"] <= not_none(page.viewport_size)["height"]
    assert len(PdfReader(BytesIO(page.pdf(format="A4"))).pages) == 1


def _the_card_as_a_file(page: Page, chromium: Browser, tmp_path: Path) -> None:
    with page.expect_download() as download:
        page.get_by_role("button", name="Take it with me").click()
    assert download.value.suggested_filename == "pocket-card-quayside-mutual.html"
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    alone = chromium.new_context(offline=True).new_page()
    alone.goto(file.as_uri())
    expect(alone.get_by_text(CLOSING)).to_be_visible()
    assert len(PdfReader(BytesIO(alone.pdf(format="Letter"))).pages) == 1
    alone.context.close()


def _written_down(hand: Hand, url: str, store: Store, id: str) -> None:
    page = hand.page
    page.goto(f"{url}/debrief?interview={id}")
    calm(page)
    expect(page.get_by_text("You meant to ask: “Before I go")).to_be_visible()
    hand.type(
        f"debrief.topic.{id}.mara-{id}", "adjusters do not trust the score, nobody can explain it"
    )
    hand.type(f"debrief.topic.{id}.joel-{id}", "loads keep breaking on the first of the month")
    hand.type(f"debrief.topic.{id}.wen-{id}", "candidates wait three weeks for an answer")
    for (_, shown), person in zip(POINTS, ("mara", "joel"), strict=True):
        card = place(page, f"card-person-{person}-{id}")
        hand.press(card.get_by_role("button", name=f"Use from my worksheet: {shown}").first)
    hand.press(page.get_by_role("button", name="They want it"))
    hand.press(page.get_by_text(QUESTION))
    hand.press(page.get_by_role("button", name=WRITE))
    reader = store.read()
    notes = {
        one.interviewer_id: one.text.body
        for one in reader.where(
            Note, interview_id=id, kind=NoteKind.THANK_YOU, channel=Channel.EMAIL
        )
    }
    assert [is_told(shown, notes[f"mara-{id}"]) for _, shown in POINTS] == [True, False]
    assert [is_told(shown, notes[f"joel-{id}"]) for _, shown in POINTS] == [False, True]
    (call,) = reader.where(FollowUp, interview_id=id, kind=Kind.CALL)
    assert (call.who, call.promise) == ("Wen Castellano", None)
    assert weekday_and_date(call.due.day, English.AMERICAN) in notes[f"wen-{id}"]
    assert sheet(store, id).questions[0].answered


def _what_came_of_it(page: Page, url: str, id: str) -> None:
    page.goto(f"{url}/strategy?interview={id}")
    calm(page)
    expect(page.get_by_text("What came of it:")).to_be_visible()
    expect(page.get_by_text("in the note to Mara Lindqvist")).to_be_visible()
    expect(page.get_by_text(f"Offer: {OFFER}")).to_be_visible()


def test_pressing_twice_takes_words_once_and_adds_an_offer_once(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = coming(store, "plan-twice")
    page = open_page(f"{server.url}/strategy?interview={id}")
    hand = Hand(page)
    hand.type(f"strategy.offer.{id}.0", OFFER)
    page.get_by_role("button", name="Ideas").click()
    idea = page.get_by_test_id("stPopoverBody").get_by_role("button").first
    words = idea.inner_text()
    idea.dblclick()
    calm(page)
    assert sheet(store, id).goal == words

    moved(store, id, datetime.now(UTC) - timedelta(hours=2))
    page.goto(f"{server.url}/debrief?interview={id}")
    calm(page)
    page.get_by_role("button", name="They want it").dblclick()
    calm(page)

    assert [one.what for one in store.read().get(Debrief, id).requests] == [OFFER]


def test_half_typed_words_survive_a_killed_server(
    data: Path, open_page: Callable[..., Page], browser_path: str, store: Store
) -> None:
    id = coming(store, "plan-killed")
    running = serve(data)
    page = open_page(f"{running.url}/strategy?interview={id}")
    field(page, f"strategy.closing.{id}").press_sequentially("What happens next, and may I ca")
    running.kill()

    running.start()
    page.reload()
    calm(page)

    expect(field(page, f"strategy.closing.{id}")).to_have_value("What happens next, and may I ca")
    running.stop()


def test_a_closing_question_that_is_too_long_is_refused_and_stays_on_the_screen(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = coming(store, "plan-long")
    page = open_page(f"{server.url}/strategy?interview={id}", size=PHONE)
    long = "May I call you? " * 400
    box = field(page, f"strategy.closing.{id}")

    box.fill(long)
    box.blur()
    calm(page)

    expect(page.get_by_text("Shorten it to keep it.")).to_be_visible()
    expect(box).to_have_value(long)
    assert store.read().find(Strategy, id) is None
    Hand(page).type(f"strategy.closing.{id}", "May I call you?")
    assert sheet(store, id).closing == "May I call you?"


def test_a_script_asked_for_twice_is_written_once(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = just_ended(store, id="script")
    page = open_page(f"{server.url}/debrief?interview={id}")
    hand = Hand(page)
    hand.choose(f"debrief.promise.to.{id}.0", "Wen Castellano")
    hand.date(f"debrief.promise.due.{id}.0", "in 3 working days at 10:00")
    hand.press(page.get_by_role("button", name=WRITE))
    (call,) = store.read().where(FollowUp, interview_id=id, kind=Kind.CALL)
    page.goto(server.url)
    calm(page)

    # Another call may be due within the week, depending on the day.
    row = place(page, f"row-owed-{call.id}")
    row.get_by_role("button", name="Script").dblclick()
    calm(page)

    assert len(store.read().where(Note, interview_id=id, kind=NoteKind.CALL)) == 1
    expect(page.get_by_role("heading", name="To Wen Castellano")).to_be_visible()
