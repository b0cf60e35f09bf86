"""Behind a passphrase: in by the form, at work as ever, and out at once, with what was typed still
there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lib.domain.debriefs import Debrief
from lib.door.gate_settings import VARIABLE
from lib.door.passphrase_file import new_key
from lib.store.repository import Store
from tests.browser.conftest import DESKTOP, PHONE, calm, field
from tests.browser.people import just_ended
from tests.browser.serving import ROOT, GuardedServer, Server, _free_port

PASSPHRASE = "correct horse battery"
TYPED = "month end takes nine days, and nobody"


@pytest.fixture(scope="module")
def server(data: Path, browser_path: str) -> Iterator[Server]:
    line = new_key(PASSPHRASE, cost=2**14, lanes=1).line()
    running = GuardedServer(ROOT / "app.py", data, _free_port(), {VARIABLE: line}).start()
    yield running
    running.stop()


def sign_in(page: Page) -> None:
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_selector('[data-testid="stApp"]')
    calm(page)


def lock(page: Page) -> None:
    """Presses Lock, which lies behind the menu on a phone."""
    button = page.get_by_role("button", name="Lock", exact=True)
    menu = page.get_by_test_id("stExpandSidebarButton")
    expect(button.or_(menu).first).to_be_visible()
    if menu.is_visible():
        menu.click()
    button.click()
    expect(page.get_by_label("Passphrase")).to_be_visible()


def topic(id: str) -> str:
    return f"debrief.topic.{id}.mara-{id}"


def test_the_form_is_calm_and_works_without_scripts(
    server: Server, look: Callable[..., Page]
) -> None:
    for size, scheme in ((DESKTOP, "light"), (PHONE, "dark")):
        page = look(
            f"{server.url}/calendar", size=size, color_scheme=scheme, java_script_enabled=False
        )
        expect(page.get_by_label("Passphrase")).to_be_focused()
        page.get_by_label("Passphrase").fill("not the right one")
        page.keyboard.press("Enter")

        expect(page.get_by_role("alert")).to_contain_text("That is not the passphrase")
        wide = page.locator("html").evaluate("html => html.scrollWidth")
        assert wide <= size["width"]
        page.get_by_label("Passphrase").fill(PASSPHRASE)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{server.url}/calendar")
        expect(page.get_by_label("Passphrase")).to_have_count(0)


def test_from_signing_in_over_work_and_lock_to_the_same_text_again(
    server: Server, store: Store, look: Callable[..., Page], tmp_path: Path
) -> None:
    id = just_ended(store, id="work")
    page = look(f"{server.url}/debrief?interview={id}", size=PHONE)
    sign_in(page)
    assert page.url == f"{server.url}/debrief?interview={id}"
    takes_along_and_brings_in(page, server.url, tmp_path)
    page.goto(f"{server.url}/debrief?interview={id}")
    calm(page)
    field(page, topic(id)).press_sequentially(TYPED)

    lock(page)
    assert TYPED not in page.content()
    page.go_back()
    expect(page.get_by_label("Passphrase")).to_be_visible()
    assert "Quayside" not in page.content()

    page.goto(f"{server.url}/debrief?interview={id}")
    sign_in(page)
    expect(field(page, topic(id))).to_have_value(TYPED)


def takes_along_and_brings_in(page: Page, url: str, folder: Path) -> None:
    """A download and an upload, as both have routes of their own."""
    page.goto(f"{url}/settings?part=data")
    calm(page)
    with page.expect_download() as download:
        page.get_by_test_id("stDownloadButton").get_by_role("button").first.click()
    saved = folder / download.value.suggested_filename
    download.value.save_as(saved)
    assert b"Quayside Mutual" in saved.read_bytes()
    page.get_by_text("Bring a file in").click()
    page.locator("input[type=file]").set_input_files(saved)
    expect(page.get_by_text("Nothing in it differs from what stands now")).to_be_visible()
    calm(page)


def test_locking_one_tab_shuts_the_others_within_seconds_and_brings_back_what_was_never_sent(
    server: Server, store: Store, look: Callable[..., Page]
) -> None:
    id = just_ended(store, id="tabs")
    page = look(f"{server.url}/debrief?interview={id}")
    sign_in(page)
    other = page.context.new_page()
    other.goto(f"{server.url}/calendar")
    calm(other)
    page.bring_to_front()
    field(page, topic(id)).press_sequentially(TYPED)

    # As the other tab's button does, but sooner than a pause in typing would have sent the text.
    answer = page.request.post(
        f"{server.url}/lock", headers={"Origin": server.url}, max_redirects=0
    )
    assert answer.status == 303
    for tab in (page, other):
        tab.bring_to_front()
        expect(tab.get_by_label("Passphrase")).to_be_visible()
        assert "Quayside" not in tab.content()
    assert store.read().find(Debrief, id) is None

    sign_in(page)
    expect(page.get_by_text("Brought back what you were typing here")).to_be_visible()
    expect(field(page, topic(id))).to_have_value(TYPED)


def test_a_session_that_is_ended_behind_its_back_shows_nothing_more(
    server: Server, store: Store, look: Callable[..., Page]
) -> None:
    page = look(f"{server.url}/calendar")
    sign_in(page)

    page.context.clear_cookies()
    page.reload()

    expect(page.get_by_label("Passphrase")).to_be_visible()
    assert page.request.get(f"{server.url}/media/x").status == 403
