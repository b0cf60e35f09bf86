"""A hosted app, whose data lies in a database: it goes away, comes back, and the host wipes the
disk.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lib.domain.debriefs import Debrief
from lib.door import secrets_file
from lib.store.database.database_home import SqlHome
from lib.store.opening import open_store
from lib.store.repository import Store
from tests.browser.conftest import PHONE, calm, comes_true, field, go
from tests.browser.people import just_ended
from tests.browser.serving import Server, serve
from tests.narrowing import of_kind
from tests.postgres import PASSWORD, Postgres
from tests.sizes import Count
from tests.wire import Wire

pytestmark = pytest.mark.durability

TYPED = "nobody owns the queue after six"
WRONG = "not-the-password"
SILENT = "Waiting for your database: it has not answered since"


@pytest.fixture(scope="module")
def wire(postgres: Postgres) -> Iterator[Wire]:
    wire = Wire(postgres.port)
    yield wire
    wire.close()


@pytest.fixture(scope="module")
def database_url(postgres: Postgres) -> str:
    return postgres.url(postgres.new_database())


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("console") / "said"


@pytest.fixture(scope="module")
def server(
    data: Path, postgres: Postgres, wire: Wire, database_url: str, console: Path, browser_path: str
) -> Iterator[Server]:
    url = database_url.replace(f":{postgres.port}/", f":{wire.port}/")
    running = serve(data, env={secrets_file.VARIABLE: url}, console=console)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def store(database_url: str) -> Iterator[Store]:
    """The same data as the server's, without the wire between."""
    store = open_store(database_url)
    yield store
    of_kind(SqlHome, store.home).database.close()


def next_time(store: Store, id: str) -> str:
    debrief = store.read().find(Debrief, id)
    return debrief.next_time if debrief else ""


def test_typed_while_the_database_is_away_it_stays_and_is_saved_by_itself_when_it_is_back(
    server: Server, store: Store, wire: Wire, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    id = just_ended(store, id="away")
    key = f"debrief.next_time.{id}"
    page = open_page(f"{server.url}/debrief?interview={id}", size=PHONE)
    wire.refuse()
    wire.cut()

    field(page, key).fill(TYPED)
    field(page, key).blur()
    expect(page.get_by_text(SILENT)).to_be_visible()
    expect(field(page, key)).to_have_value(TYPED)
    assert page.locator("html").evaluate("html => html.scrollWidth") <= PHONE["width"]
    assert TYPED in taken_along(page, tmp_path)
    page.reload()
    calm(page)
    expect(page.get_by_text(SILENT)).to_be_visible()
    expect(field(page, key)).to_have_value(TYPED)
    assert next_time(store, id) == ""

    wire.accept()
    expect(page.get_by_text(SILENT)).to_have_count(0, timeout=40_000)
    assert comes_true(lambda: next_time(store, id) == TYPED)
    expect(field(page, key)).to_have_value(TYPED)


def taken_along(page: Page, folder: Path) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save what I typed as a file").click()
    saved = folder / download.value.suggested_filename
    download.value.save_as(saved)
    return saved.read_text(encoding="utf-8")


def test_when_the_host_wipes_the_disk_and_starts_the_app_anew_nothing_is_gone(
    server: Server, data: Path, store: Store, open_page: Callable[..., Page]
) -> None:
    id = just_ended(store, id="wiped")
    key = f"debrief.next_time.{id}"
    page = open_page(f"{server.url}/debrief?interview={id}")
    field(page, key).fill(TYPED)
    field(page, key).blur()
    assert comes_true(lambda: next_time(store, id) == TYPED)

    server.kill()
    shutil.rmtree(data, ignore_errors=True)
    server.start()

    go(page, f"{server.url}/debrief?interview={id}")
    expect(field(page, key)).to_have_value(TYPED)
    assert list(data.glob("*.json")) == []


def test_the_passwords_of_a_database_and_what_was_typed_are_told_to_nobody(
    server: Server,
    data: Path,
    console: Path,
    postgres: Postgres,
    open_page: Callable[..., Page],
    tmp_path: Path,
    figure: Count,
) -> None:
    said = tmp_path / "said"
    url = postgres.url("postgres").replace(PASSWORD.replace(" ", "%20"), WRONG)
    refused = serve(tmp_path / "other", env={secrets_file.VARIABLE: url}, console=said)
    try:
        page = open_page(refused.url)
        expect(page.locator("h1")).to_have_text("Your data cannot be opened")
        shown = page.content()
    finally:
        refused.stop()

    logs = [path for folder in (data, tmp_path) for path in folder.rglob("*.log*")]
    places = [shown, *(path.read_text(encoding="utf-8") for path in (console, said, *logs))]
    secrets = (PASSWORD, PASSWORD.replace(" ", "%20"), WRONG, TYPED)
    told = [secret for place in places for secret in secrets if secret in place]
    figure(14, "a console, log or page, searched for secrets", len(places), len(told), "places")
    assert console.stat().st_size > 0
    assert told == []
