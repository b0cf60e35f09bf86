"""A real Chromium, one for each worker, and one server for each module."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect, sync_playwright

from lib.store.repository import Store
from tests.browser.serving import Server, serve
from tests.browser.windows import Windows

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
AS_A_PHONE: dict[str, Any] = {
    "is_mobile": True,
    "has_touch": True,
    "user_agent": "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/141.0.0.0 Mobile Safari/537.36",
}
# A busy machine draws a page late; whatever never comes still fails.
expect.set_options(timeout=15_000)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--in-process-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-sync",
)
KEEPER_LISTENS = """() => window.__followThroughKeeper?.listening
    || !document.querySelector('.st-key-keeper-place')"""
TURN = "url => { history.pushState({}, '', url); dispatchEvent(new PopStateEvent('popstate')) }"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium(browser_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def server(data: Path, browser_path: str) -> Iterator[Server]:
    running = serve(data)
    yield running
    running.stop()


@pytest.fixture
def store(data: Path) -> Store:
    """The same data as the server's, from outside, for arranging and for looking."""
    return Store(data)


@pytest.fixture(scope="session")
def kept_windows(chromium: Browser) -> Windows:
    return Windows(chromium)


@pytest.fixture
def open_page(kept_windows: Windows) -> Iterator[Callable[..., Page]]:
    """Opens an address in a window that remembers nothing; errors in the page fail the test."""
    lent, errors = [], []

    def open_(
        url: str,
        *,
        size: ViewportSize = DESKTOP,
        zone: str = "America/New_York",
        scheme: str = "light",
    ) -> Page:
        window = kept_windows.lend(
            viewport=size, timezone_id=zone, color_scheme=scheme, **as_seen_on(size)
        )
        lent.append(window)
        page = window.context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        go(page, url)
        return page

    yield open_
    for window in lent:
        kept_windows.take_back(window)
    assert not errors


@pytest.fixture
def look(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a window of its own, where nobody is in; errors in the page fail the
    test.
    """
    contexts, errors = [], []

    def open_(url: str, *, size: ViewportSize = DESKTOP, **more: Any) -> Page:
        context = chromium.new_context(viewport=size, locale="en-US", **as_seen_on(size), **more)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not errors


@pytest.fixture(scope="module")
def window(chromium: Browser) -> Iterator[Page]:
    """One window for all tests of a module; an address loaded in it begins a session of its own."""
    context = chromium.new_context(timezone_id="America/New_York", locale="en-US")
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    context.close()


def as_seen_on(size: ViewportSize) -> dict[str, Any]:
    """What else a window of this size has."""
    return AS_A_PHONE if size == PHONE else {}


def go(page: Page, url: str) -> None:
    """Opens an address, and waits until typed text is kept."""
    page.goto(url)
    calm(page)
    page.wait_for_function(KEEPER_LISTENS)


def turn_to(page: Page, url: str) -> None:
    """Opens an address as a link within the app does, in the session that the page has: much
    cheaper.
    """
    if urlsplit(page.url)[:2] != urlsplit(url)[:2]:
        go(page, url)
        return
    page.evaluate(TURN, url)
    calm(page)
    page.wait_for_function(KEEPER_LISTENS)


def calm(page: Page) -> None:
    """Waits until the app has drawn and no script runs any more."""
    page.wait_for_selector("h1")
    page.wait_for_timeout(150)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_timeout(100)


def place(page: Page, key: str) -> Locator:
    """Where the widget or the container with that key stands."""
    name = "st-key-" + "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in key)
    return page.locator(f".{name}")


def field(page: Page, key: str) -> Locator:
    """The text field with that widget key."""
    return place(page, key).locator("textarea, input").first


@contextmanager
def slowed(page: Page, rate: float = 6) -> Iterator[None]:
    """Inside, the page runs that many times slower than this machine: an old laptop with too many
    tabs.
    """
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
    yield
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    session.detach()


def comes_true(condition: Callable[[], bool], patience: float = 10.0) -> bool:
    """Whether it becomes true within that many seconds."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.05)
    return False
