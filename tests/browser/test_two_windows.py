"""Two windows, on one server and on two with one data folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count

import pytest
from playwright.sync_api import Browser, Page, expect

from lib.domain.debriefs import Debrief
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.strategies import Strategy
from lib.store.repository import Reader, Store
from tests.browser.arranged import alone, note_to, written
from tests.browser.conftest import calm, comes_true, field, go, place
from tests.browser.every_save import WRITE
from tests.browser.hand import Hand
from tests.browser.people import just_ended
from tests.browser.saves import chosen, keyed
from tests.browser.serving import Server, serve
from tests.sizes import Count, Size

pytestmark = pytest.mark.durability
NUMBERS = count()
KEEP, TAKE = "Keep what is here", "Take the other"
GONE = "is not there any more"


@dataclass(frozen=True, slots=True)
class Field:
    """A field on a page, another one there, and what the store holds; `{}` is the id."""

    name: str
    address: str
    sheet: str
    key: str
    beside: str
    stored: Callable[[Reader, str], str]

    def clash_key(self, id: str) -> str:
        """Where both versions of the field stand."""
        return f"{self.sheet.format(id)}.clash.{self.key.format(id)}"


def _point(reader: Reader, id: str) -> str:
    debrief = reader.find(Debrief, id)
    return debrief.about(f"mara-{id}").said.topic if debrief else ""


def _meant(reader: Reader, id: str) -> str:
    strategy = reader.find(Strategy, id)
    return strategy.points[0].point if strategy and strategy.points else ""


POINT = Field(
    "a checklist point",
    "/debrief?interview={}",
    "debrief.{}",
    "debrief.topic.{0}.mara-{0}",
    "debrief.next_time.{}",
    _point,
)
BODY = Field(
    "a note's body",
    "/notes?note={}",
    "notes.{}",
    "notes.body.{}",
    "notes.subject.{}",
    lambda reader, id: reader.get(Note, id).text.body,
)
MEANT = Field(
    "a worksheet's point",
    "/strategy?interview={}",
    "strategy.{}",
    "strategy.point.{}.0",
    "strategy.goal.{}",
    _meant,
)
REMARKS = Field(
    "a job's notes",
    "/interviews?job={}",
    "interviews.job.{}",
    "interviews.job.remarks.{}",
    "interviews.job.found_at.{}",
    lambda reader, id: reader.get(Job, id).remarks,
)
FIELDS = (POINT, BODY, MEANT, REMARKS)

each_field = pytest.mark.parametrize("one", [BODY, MEANT], ids=lambda one: one.name)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Two servers share the files alone, which is harder; one server is in the long form."""
    if "windows" in metafunc.fixturenames:
        servers = ["two servers", *["one server"] * metafunc.config.getoption("long")]
        metafunc.parametrize("windows", servers, indirect=True, scope="module")


@pytest.fixture(scope="module")
def windows(
    request: pytest.FixtureRequest, server: Server, chromium: Browser
) -> Iterator[tuple[tuple[Page, str], ...]]:
    """Two windows of two browsers' profiles, each with the address of its server."""
    second = server if request.param == "one server" else serve(server.data)
    contexts = [
        chromium.new_context(timezone_id="America/New_York", locale="en-US") for _ in range(2)
    ]
    pages = [context.new_page() for context in contexts]
    for page in pages:
        page.set_default_timeout(20_000)
    yield tuple(zip(pages, (server.url, second.url), strict=True))
    for context in contexts:
        context.close()
    if second is not server:
        second.stop()


def arranged(store: Store, one: Field) -> str:
    """Arranges a round that just ended; returns the id of the field's record."""
    id = f"w{next(NUMBERS)}"
    if one is BODY:
        return note_to(store, written(store, id), "mara").id
    just_ended(store, id=id)
    return f"job-{id}" if one is REMARKS else id


def arrive(window: tuple[Page, str], one: Field, id: str) -> Page:
    page, url = window
    go(page, url + one.address.format(id))
    return page


def type_in(page: Page, key: str, words: str) -> None:
    box = field(page, key)
    box.fill(words)
    box.blur()
    calm(page)


@each_field
def test_what_one_window_saved_is_seen_in_the_other_at_its_next_interaction(
    windows: tuple[tuple[Page, str], ...], store: Store, one: Field
) -> None:
    id = arranged(store, one)
    here, there = (arrive(window, one, id) for window in windows)

    Hand(here).type(one.key.format(id), "they run the nights on paper")
    Hand(there).type(one.beside.format(id), "another day")

    expect(field(there, one.key.format(id))).to_have_value("they run the nights on paper")
    assert one.stored(store.read(), id) == "they run the nights on paper"


def test_of_two_edits_of_one_field_the_second_is_refused_and_both_stand_to_choose_from(
    windows: tuple[tuple[Page, str], ...], store: Store, size: Size, figure: Count
) -> None:
    rounds, wrong = size(2, 100), []

    for i in range(rounds):
        one, choice = FIELDS[i % 4], (KEEP, TAKE)[(i + i // 2) % 2]
        id = arranged(store, one)
        pages = [arrive(window, one, id) for window in windows]
        first, second = pages if i % 2 else pages[::-1]
        Hand(first).type(one.key.format(id), f"first words {i}")
        type_in(second, one.key.format(id), f"second words {i}")
        refused = one.stored(store.read(), id) == f"first words {i}"
        clash = f"{one.sheet.format(id)}.clash.{one.key.format(id)}"
        shown = place(second, clash).inner_text()
        kept = _choose(second, choice, one, id, f"first words {i}", f"second words {i}", store)
        if not (
            refused
            and f"There: first words {i}" in shown
            and f"Here: second words {i}" in shown
            and kept
        ):
            wrong.append((i, one.name, choice, refused, shown, kept))

    figure(7, "two edits of one field", rounds, len(wrong))
    assert wrong == []


def _choose(
    page: Page, choice: str, one: Field, id: str, first: str, second: str, store: Store
) -> bool:
    """True if the chosen version stands in the field and in the store then."""
    page.get_by_role("button", name=choice).click()
    calm(page)
    expected = second if choice == KEEP else first
    return field(page, one.key.format(id)).input_value() == one.stored(store.read(), id) == expected


def _delete(window: tuple[Page, str], one: Field, id: str) -> None:
    """Deletes the round of the field's record in that window; for a job's field, the job."""
    page, url = window
    if one is REMARKS:
        page.goto(f"{url}/interviews")
        calm(page)
        chosen("Delete")(page, id.removeprefix("job-")).click()
    else:
        page.goto(f"{url}/interviews?interview={id}")
        calm(page)
        keyed("interviews.delete.{}")(page, id).click()
    calm(page)


@pytest.mark.parametrize("one", [POINT, REMARKS], ids=lambda one: one.name)
def test_what_is_typed_into_a_record_deleted_elsewhere_stands_there_and_comes_back_with_it(
    windows: tuple[tuple[Page, str], ...], store: Store, one: Field
) -> None:
    id = arranged(store, one)
    page = arrive(windows[0], one, id)
    Hand(page).type(one.key.format(id), "nobody owns")

    _delete(windows[1], one, id)
    box = field(page, one.key.format(id))
    box.press("Control+End")
    box.press_sequentially(" the queue")
    box.blur()
    calm(page)

    expect(page.get_by_role("heading", name=GONE)).to_be_visible()
    expect(page.get_by_text("It was removed (“Deleted ")).to_be_visible()
    expect(page.get_by_text("nobody owns the queue")).to_be_visible()
    page.get_by_role("button", name="Bring it back").click()
    expect(field(page, one.key.format(id))).to_have_value("nobody owns the queue")
    assert comes_true(lambda: one.stored(store.read(), id) == "nobody owns the queue")


def test_the_button_pressed_on_a_round_that_another_window_deleted_loses_no_word_either(
    windows: tuple[tuple[Page, str], ...], store: Store
) -> None:
    id = arranged(store, POINT)
    page = arrive(windows[0], POINT, id)

    _delete(windows[1], POINT, id)
    field(page, POINT.key.format(id)).press_sequentially("the lift is never mended")
    page.get_by_role("button", name=WRITE).click()
    calm(page)

    expect(page.get_by_role("heading", name=GONE)).to_be_visible()
    expect(page.get_by_text("the lift is never mended")).to_be_visible()
    page.get_by_role("button", name="Let it go").click()
    expect(page.get_by_role("heading", name=GONE)).to_have_count(0)
    assert "the lift" not in store.file.read_text(encoding="utf-8")


def test_a_page_without_an_address_does_not_go_on_to_another_round_over_what_was_typed(
    windows: tuple[tuple[Page, str], ...], store: Store
) -> None:
    alone(store, "w")
    id = arranged(store, POINT)
    page = arrive(windows[0], replace(POINT, address="/debrief"), id)
    just_ended(store, id=f"{id}-other")

    _delete(windows[1], POINT, id)
    type_in(page, POINT.key.format(id), "nobody owns the queue")

    expect(page.get_by_text("nobody owns the queue")).to_be_visible()
    page.get_by_role("button", name="Bring it back").click()
    expect(field(page, POINT.key.format(id))).to_have_value("nobody owns the queue")
