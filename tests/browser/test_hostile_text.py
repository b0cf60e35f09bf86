"""Whatever stands in a field is shown letter for letter on every page, runs nothing and asks for
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Error, Frame, Page

from lib.actions import answers, employer_contact, example
from lib.domain.answers import JobEvent
from lib.domain.jobs import JobStatus
from lib.domain.notes import Note
from lib.domain.people.contacts import Acquaintance, Contact, SameCompany
from lib.domain.profile import Profile
from lib.store.repository import Reader, Store
from lib.store.tables import BOOK_TABLES, TABLES
from lib.ui.core.markdown_escape import GAP, JOINER
from tests.browser.conftest import DESKTOP, PHONE, calm, go, turn_to
from tests.browser.people import ZONE
from tests.browser.serving import Server
from tests.hostile import EVERYWHERE, SIGNED, Hostile
from tests.sizes import Count

pytestmark = pytest.mark.durability
T = TypeVar("T")

RAN = "() => document.documentElement?.dataset.owned || document.querySelector('#owned')?.outerHTML"
BECAME = "a[href*='//attack'], a[href^='javascript:'], img[src*=attack], .katex, iframe[srcdoc]"
TYPED = "() => [...document.querySelectorAll('input, textarea')].map(field => field.value)"
MAIN = "document.querySelector('[data-testid=stMain]')"
WIDTH = f"() => {MAIN}.scrollWidth - {MAIN}.clientWidth"


@pytest.fixture(scope="module")
def data(data: Path) -> Path:
    """A whole job search in which every field is hostile."""
    fill(Store(data))
    return data


def test_every_page_shows_it_as_typed_runs_nothing_asks_for_nothing_and_stays_in_the_window(
    server: Server, data: Path, look: Callable[..., Page], figure: Count
) -> None:
    page = look(server.url, timezone_id=ZONE)
    page.add_init_script("window.owned = () => { document.documentElement.dataset.owned = 'ran' }")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    go(page, server.url)  # from here on there is what the text would call
    found, shown = [], 0

    for address in every_address(Store(data).read()):
        turn_to(page, f"{server.url}/{address}")
        found += [f"/{address}: {one}" for one in seen_whole(page, wrongs)]
        shown += sum(seen_whole(page, counts_shown))
        page.set_viewport_size(PHONE)
        calm(page)
        found += [f"/{address} on a phone: {one}" for one in seen_whole(page, wrongs)]
        page.set_viewport_size(DESKTOP)

    outside = [url for url in asked if urlsplit(url).hostname not in (None, "127.0.0.1")]
    figure(
        13,
        "hostile text drawn on a page, of every field",
        shown,
        len(found) + len(outside),
        "texts",
    )
    assert found == []
    assert outside == []
    assert shown > 200


def fill(store: Store) -> None:
    """Puts hostile text into every field of a whole job search."""
    now, hostile = datetime.now(UTC), Hostile()
    example.load(store, ZONE, now=now)
    employer_contact.log_contact(
        store, JobEvent(id="heard", job_id="example-tiller", at=now, words="x"), now=now
    )
    answers.record(store, "example-tiller", JobStatus.NOT_SELECTED, now=now)
    for at, kinds in ((store, TABLES), (store.book, BOOK_TABLES)):
        with at.transaction(now=now, did=hostile.words()) as tx:
            if at is store:
                tx.put(Profile(zone=ZONE))
                tx.put(SameCompany(id="same", one="", other="", same=True))
            else:
                tx.put(Acquaintance(id="listed", name=""))
            for kind in kinds:
                for one in tx.all(kind):
                    tx.put(hostile.record(one))


def every_address(reader: Reader) -> Iterator[str]:
    """Each page, with a thing of each kind that an address can name."""
    yield from ("", "interviews", "interviews?add=interview", "notes", "calendar", "progress")
    yield from (
        "settings",
        "settings?part=data",
        "network",
        "network?view=people",
        "network?view=bring",
    )
    yield from (
        "interviews?interview=example-tiller-first",
        "debrief?interview=example-tiller-first",
    )
    yield from ("strategy?interview=example-harbor-final", "pocket?interview=example-harbor-final")
    yield from (
        "history?job=example-tiller",
        "outcome?job=example-tiller",
        "network?job=example-norgaard",
    )
    yield from (f"notes?note={one.id}" for one in reader.all(Note)[:3])
    yield f"network?contact={reader.all(Contact)[0].id}"


def seen_whole(page: Page, look: Callable[[Page], Iterable[T]]) -> list[T]:
    """Returns what is seen of a page; looks anew if a frame left it meanwhile.

    Streamlit takes out the frame of the page before, such as its calendar, after this one is drawn.
    """
    while True:
        frames = page.frames
        try:
            return list(look(page))
        except Error:
            if not any(frame.is_detached() for frame in frames):
                raise


def wrongs(page: Page) -> Iterator[str]:
    """What came of the text but text."""
    for frame in page.frames:
        if ran := frame.evaluate(RAN):
            yield f"ran or became an element: {ran}"
        for one in frame.locator(BECAME).all():
            yield f"became: {one.evaluate('one => one.outerHTML')[:200]}"
        text = words_of(frame)
        if "😄" in text:
            yield "became an emoji"
        yield from (f"lost its signs: {place!r}" for place in unsigned(text))
    if page.get_by_test_id("stException").count() or page.locator(".st-key-frame-fault").count():
        yield f"a fault: {page.locator('.st-key-frame-fault').all_inner_texts()}"
    if (wide := page.evaluate(WIDTH)) > 0:
        yield f"is {wide} pixels wider than the window"


def unsigned(text: str) -> Iterator[str]:
    """Where one of the words stands without the sign that it was typed with.

    Words alone in quotes are those that the checker names: “owned-j” and “owned-a red”.
    """
    text = re.sub(r"“[\w -]+”", "“”", text)
    for signed in SIGNED:
        sign, word = signed[: signed.index("owned")][-1], re.findall(r"owned-\w", signed)[0]
        for found in re.finditer(f"(?<!{re.escape(sign)}){word}", text):
            yield text[max(0, found.start() - 60) : found.end() + 20]


def counts_shown(page: Page) -> Iterator[int]:
    """How often the text is shown in each frame of the page."""
    return (words_of(frame).count(EVERYWHERE) for frame in page.frames)


def words_of(frame: Frame) -> str:
    """What is read there and stands in fields; signs without width keep it from Markdown."""
    seen = frame.locator("body").inner_text().replace(JOINER, "").replace(GAP, "")
    return "\n".join((seen, *frame.evaluate(TYPED)))


def test_the_detector_sees_each_thing_that_may_become_of_it(chromium: Browser) -> None:
    page = chromium.new_page()
    for drawn in (
        *(
            "<strong>owned-a</strong>",
            "<span>owned-b</span>",
            "<p>&lt;<b>owned-g</b>",
            "<h1>owned-h</h1>",
        ),
        *(
            "<p>😄",
            "<i id=owned>i</i>",
            "<div style='width:3000px'>wide",
            "<textarea>owned-c</textarea>",
        ),
        *("<a href='//attack.example/o'>", "<img src=//attack.example/i>", "<input value=owned-f>"),
        *(
            "<script>document.documentElement.dataset.owned = 1</script>",
            "<p class=st-key-frame-fault>broke",
        ),
    ):
        page.set_content(f"<div data-testid=stMain style=overflow:auto>{drawn}")
        assert list(wrongs(page)), drawn
    page.set_content(f"<div data-testid=stMain style=overflow:auto>{escape(EVERYWHERE)}")
    assert list(wrongs(page)) == []
    page.close()
