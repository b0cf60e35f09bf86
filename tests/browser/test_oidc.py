"""Behind a list of accounts: in through the provider, and out by Lock, by idling, by a changed
cookie.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from lib.door import closed_page
from lib.store.repository import Store
from tests import provider as made_up
from tests.browser.conftest import DESKTOP, PHONE, calm
from tests.browser.people import just_ended
from tests.browser.serving import ROOT, GuardedServer, Server, _free_port
from tests.browser.test_passphrase import takes_along_and_brings_in
from tests.provider import Provider

PRIVATE = "Quayside Mutual"
IDLE = 6
OURS, THEIRS = "follow_through_door", "_streamlit_user"


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with made_up.running() as one:
        yield one


@pytest.fixture(scope="module")
def server(data: Path, provider: Provider, browser_path: str) -> Iterator[Server]:
    just_ended(Store(data))
    running = started(ROOT / "app.py", data, provider.secrets_toml())
    yield running
    running.stop()


def started(app: Path, data: Path, secrets: str) -> Server:
    file = data / "secrets.toml"
    file.write_text(secrets)
    return GuardedServer(app, data, _free_port(), flags=(f"--secrets.files={file}",)).start()


def choose(page: Page, account: str) -> None:
    """Presses the button, and takes this account where the provider asks."""
    page.get_by_role("link", name="Sign in with your account").click()
    expect(page.get_by_role("heading", name="Choose an account")).to_be_visible()
    page.get_by_role("link", name=account, exact=True).click()


def sign_in(page: Page) -> None:
    choose(page, "owner")
    page.wait_for_selector('[data-testid="stApp"]')
    calm(page)


def is_outside(page: Page) -> None:
    expect(page.get_by_role("link", name="Sign in with your account")).to_be_visible()
    assert PRIVATE not in page.content()


def lock(page: Page) -> None:
    """Presses Lock, which lies behind the menu on a phone."""
    button = page.get_by_role("button", name="Lock", exact=True)
    menu = page.get_by_test_id("stExpandSidebarButton")
    expect(button.or_(menu).first).to_be_visible()
    if menu.is_visible():
        menu.click()
    button.click()
    is_outside(page)


def cookies(context: BrowserContext) -> dict[str, str]:
    return {one["name"]: one["value"] for one in context.cookies()}


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")])
def test_a_listed_account_reaches_today_and_what_is_saved(
    server: Server, look: Callable[..., Page], tmp_path: Path, size: ViewportSize, scheme: str
) -> None:
    page = look(f"{server.url}/calendar", size=size, color_scheme=scheme)
    is_outside(page)
    assert page.locator("html").evaluate("html => html.scrollWidth") <= size["width"]

    sign_in(page)

    assert page.url == f"{server.url}/"
    expect(page.get_by_text(re.compile(PRIVATE)).first).to_be_visible()
    assert {OURS, THEIRS} <= cookies(page.context).keys()
    assert "_streamlit_user_tokens" not in cookies(page.context)
    takes_along_and_brings_in(page, server.url, tmp_path)


@pytest.mark.parametrize("account", ["stranger", "unverified", "in-words", "unsaid", "nameless"])
def test_any_other_account_stays_outside_and_is_told_why(
    server: Server, look: Callable[..., Page], account: str
) -> None:
    page = look(f"{server.url}/notes")

    choose(page, account)

    expect(page.get_by_role("alert")).to_have_text(closed_page.NOT_LISTED)
    is_outside(page)
    assert not {OURS, THEIRS} & cookies(page.context).keys()
    page.goto(f"{server.url}/calendar")
    is_outside(page)


@pytest.mark.parametrize("account", ["cancelled", "forged", "refused"])
def test_what_goes_wrong_at_the_provider_can_be_tried_again(
    server: Server, look: Callable[..., Page], account: str
) -> None:
    page = look(server.url)
    choose(page, account)
    expect(page.get_by_role("alert")).to_have_text(closed_page.NOT_DONE)

    sign_in(page)

    expect(page.get_by_text(re.compile(PRIVATE)).first).to_be_visible()


@pytest.mark.parametrize("name", [OURS, THEIRS])
@pytest.mark.parametrize("change", [lambda value: value[:-3] + "xyz", lambda _: ""])
def test_a_cookie_that_was_changed_or_taken_away_shuts_the_page(
    server: Server, look: Callable[..., Page], name: str, change: Callable[..., Any]
) -> None:
    page = look(server.url)
    sign_in(page)
    kept: list[Any] = [one for one in page.context.cookies() if one["name"] != name]
    changed: Any = {"name": name, "value": change(cookies(page.context)[name]), "url": server.url}

    page.context.clear_cookies()
    page.context.add_cookies([*kept, changed])
    page.goto(f"{server.url}/calendar")

    is_outside(page)


def test_locking_shuts_every_tab_and_the_old_cookies_open_nothing(
    server: Server, look: Callable[..., Page]
) -> None:
    page = look(server.url)
    sign_in(page)
    old: list[Any] = page.context.cookies()
    other = page.context.new_page()
    other.goto(f"{server.url}/calendar")
    calm(other)
    page.bring_to_front()

    lock(page)

    assert not {OURS, THEIRS} & cookies(page.context).keys()
    other.bring_to_front()
    is_outside(other)
    page.go_back()
    is_outside(page)
    page.context.add_cookies(old)
    page.goto(server.url)
    is_outside(page)
    sign_in(page)
    expect(page.get_by_text(re.compile(PRIVATE)).first).to_be_visible()


def test_an_idle_session_ends_in_the_open_page_and_only_the_provider_opens_it_again(
    provider: Provider, look: Callable[..., Page], tmp_path: Path
) -> None:
    just_ended(Store(tmp_path))
    impatient = ROOT / "tests" / "browser" / "impatient_app.py"
    server = started(impatient, tmp_path, provider.secrets_toml(idle_minutes=IDLE))
    try:
        page = look(server.url)
        sign_in(page)
        expect(page.get_by_text(re.compile(PRIVATE)).first).to_be_visible()
        old: list[Any] = page.context.cookies()

        expect(page.get_by_role("link", name="Sign in with your account")).to_be_visible(
            timeout=4_000 * IDLE
        )

        is_outside(page)
        expect(page.get_by_text(closed_page.LOCKED)).to_be_visible()
        page.context.add_cookies(old)
        page.reload()
        is_outside(page)
        sign_in(page)
        expect(page.get_by_text(re.compile(PRIVATE)).first).to_be_visible()
    finally:
        server.stop()
