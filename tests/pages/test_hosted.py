"""The pages of a hosted app: its store answers or not, was never set up, or set up wrongly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.jobs import Job
from lib.domain.store_errors import Unreachable
from lib.door import secrets_file
from lib.store import opening, wiped
from lib.store.database.database_home import SqlHome
from lib.store.opening import open_store
from lib.store.repository import Store
from lib.ui.core import navigation, session
from lib.ui.shared import hosted
from tests.actions.conftest import INTERVIEW, JOB, NOW, Panel, content
from tests.narrowing import of_kind
from tests.pages.conftest import BEFORE, field
from tests.pages.screen import elements, opened, press, run, said, shown, type_in, widget
from tests.postgres import Postgres
from tests.wire import Wire

PAGES = [
    "today",
    "interviews",
    "debrief",
    "notes",
    "calendar",
    "network",
    "history",
    "progress",
    "settings",
]


@pytest.fixture
def wire(postgres: Postgres) -> Iterator[Wire]:
    wire = Wire(postgres.port)
    yield wire
    wire.close()


@pytest.fixture
def url(postgres: Postgres, database: str, wire: Wire) -> str:
    """The address of the database, through the wire."""
    return database.replace(f":{postgres.port}/", f":{wire.port}/")


@pytest.fixture
def store(url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An empty store in that database, which the pages read at the moment NOW."""
    monkeypatch.setenv(secrets_file.VARIABLE, url)
    monkeypatch.setattr(session, "now", lambda: NOW)
    monkeypatch.setattr(opening, "_stores", {})
    store = open_store(url)
    of_kind(SqlHome, store.home).database.again_for = 0.3
    yield store
    of_kind(SqlHome, store.home).database.close()


@pytest.fixture
def cut_off(written: Panel, wire: Wire) -> Callable[[], None]:
    """The data was read, and then the server went away."""

    def cut() -> None:
        wire.refuse()
        wire.cut()
        of_kind(SqlHome, written.store.home).database.forget_heads()

    return cut


def labels(at: AppTest) -> list[str]:
    return [one.label for one in elements(at, "download_button")]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_works_on_a_hosted_store(written: Panel, page: str) -> None:
    at = opened(page)

    assert "cannot be" not in said(at)
    assert "will be lost" not in said(at)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_the_database_once(written: Panel, wire: Wire, page: str) -> None:
    """Settings also asks for the copies of both documents, what was set aside, and the sizes."""
    at = opened(page)
    of_kind(SqlHome, written.store.home).database.forget_heads()
    before = wire.messages

    run(at)

    assert wire.messages - before <= (6 if page == "settings" else 1)


def test_what_is_typed_and_pressed_is_kept_in_the_database(panel: Panel, database: str) -> None:
    at = opened("debrief")
    at = type_in(at, field("topic", "person-dana"), "nights are run on three sheets")

    assert "nights are run on three sheets" in str(content(panel.store))


def test_nothing_of_it_lies_on_the_disk(panel: Panel, data_folder: Path) -> None:
    opened("today")

    assert not (data_folder / "follow-through.json").exists()


@pytest.mark.parametrize("page", PAGES)
def test_when_the_database_goes_away_each_page_stays_and_says_so(
    cut_off: Callable[[], None], page: str
) -> None:
    at = opened(page)
    cut_off()

    at = run(at)

    assert "Waiting for your database: it has not answered since" in said(at)
    assert "Last saved" in said(at)
    assert "Save everything as a file" in labels(at)
    assert at.button(key="frame.unreachable.again")


def test_what_was_typed_meanwhile_stays_can_be_taken_along_and_is_saved_once_it_answers(
    panel: Panel, cut_off: Callable[[], None], wire: Wire
) -> None:
    key = field("topic", "person-dana")
    at = opened("debrief")
    assert "Save what I typed as a file" not in labels(at)
    cut_off()

    at = type_in(at, key, "nights are run on three sheets")
    assert widget(at, key).value == "nights are run on three sheets"
    assert "Save what I typed as a file" in labels(at)
    assert "Saved" not in [one.value[:5] for one in at.caption]

    wire.accept()
    at = press(at, "frame.unreachable.again")
    assert "has not answered" not in said(at)
    assert "nights are run on three sheets" in str(content(panel.store))


def test_a_button_pressed_meanwhile_says_that_nothing_was_saved(
    written: Panel, cut_off: Callable[[], None]
) -> None:
    at = opened("interviews", interview=INTERVIEW.id)
    cut_off()

    at = press(at, f"interviews.delete.{INTERVIEW.id}")

    assert "Not saved." in said(at)
    assert "Harbor" in said(at) or JOB.company in said(at)


@pytest.mark.parametrize("page", PAGES)
def test_where_nothing_is_known_yet_no_page_looks_like_an_empty_app(
    store: Store, wire: Wire, page: str
) -> None:
    wire.refuse()

    at = opened(page)

    assert at.title[0].value == "Waiting for your database"
    assert "If it was asleep, it takes some seconds to wake up." in said(at)
    assert not at.error
    assert "Start with the interview you had" not in said(at)


@pytest.mark.parametrize("page", ["network", "settings"])
def test_a_page_waits_for_an_address_book_of_which_nothing_is_known_yet(
    written: Panel, cut_off: Callable[[], None], wire: Wire, page: str
) -> None:
    cut_off()
    written.store.book._known = None

    at = opened(page)
    assert "The rest of this page waits for your database" in said(at)
    wire.accept()
    at = press(at, "trouble.rest.again")

    assert "waits for your database" not in said(at)
    assert "has not answered" not in said(at)


def test_a_database_that_stays_silent_is_told_as_an_error(
    cut_off: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    at = opened("today")
    cut_off()

    at = run(at)
    assert not at.error
    monkeypatch.setattr(hosted, "WAKING", 0.0)
    at = run(at)

    assert "has not answered since" in shown(at.error[0].value)
    assert "it takes some seconds to wake up" not in said(at)


def silence(wire: Wire) -> None:
    wire.swallows = True


def slowness(wire: Wire) -> None:
    wire.cut()
    wire.delay = 8


def refusal(wire: Wire) -> None:
    wire.refuse()
    wire.cut()


@pytest.mark.parametrize("way", [silence, slowness, refusal])
def test_typing_reads_and_saves_and_waits_only_once(
    panel: Panel, wire: Wire, way: Callable[[Wire], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    in_vain: list[str] = []
    database = of_kind(SqlHome, panel.store.home).database
    noted = database.in_vain

    def note(why: str) -> Unreachable:
        in_vain.append(why)
        return noted(why)

    at = opened("debrief")
    monkeypatch.setattr(database, "in_vain", note)
    way(wire)
    database.forget_heads()

    at = type_in(at, field("topic", "person-dana"), "nights are run on three sheets")

    assert "Waiting for your database" in said(at)
    assert widget(at, field("topic", "person-dana")).value == "nights are run on three sheets"
    assert len(in_vain) == 1


def test_trying_again_there_opens_the_app(
    written: Panel, wire: Wire, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setattr(opening, "_stores", {})
    wire.refuse()
    at = opened("today")
    wire.accept()

    at = press(at, "trouble.again")

    assert shown(at.title[0].value) == "Thursday, November 19, 2026"
    of_kind(SqlHome, open_store(url).home).database.close()


@pytest.mark.parametrize("address", ["", "mysql://someone@db.example.org/kept"])
def test_a_wrong_address_opens_no_folder_instead(
    monkeypatch: pytest.MonkeyPatch, address: str, data_folder: Path
) -> None:
    monkeypatch.setenv(secrets_file.VARIABLE, address)
    with open_store(data_folder).transaction(now=BEFORE, did="Added") as tx:
        tx.put(Job(id="old", company="Tiller", role="Planner"))

    at = opened("interviews")

    assert "does not let this app in: the address" in said(at)
    assert "Tiller" not in said(at)


def test_settings_says_where_it_is_how_big_and_makes_it_smaller(written: Panel) -> None:
    at = opened("settings", part="data")

    assert "Everything lies in your own database (127.0.0.1, database made" in said(at)
    assert "MB there" in said(at)
    at = press(at, "settings.hosted.smaller")

    assert "Made the database smaller" in said(at)


def test_a_file_on_this_computer_is_moved_in_and_back(store: Store, data_folder: Path) -> None:
    with open_store(data_folder).transaction(now=BEFORE, did="Added") as tx:
        tx.put(Job(id="old", company="Tiller", role="Planner"))
    at = opened("settings", part="data")
    assert "On this computer, in a file: 1 job. In the database: nothing yet." in said(at)
    assert at.button(key="settings.hosted.take").disabled

    at = press(at, "settings.hosted.bring")
    assert "Moved 1 job. Both places were counted, and hold the same." in said(at)
    assert [job.id for job in store.read().all(Job)] == ["old"]

    with store.transaction(now=NOW, did="Added") as tx:
        tx.put(Job(id="new", company="Vale", role="Planner"))
    at = press(run(at), "settings.hosted.take")
    assert "Moved 2 jobs." in said(at)
    assert len(open_store(data_folder).read().all(Job)) == 2


@pytest.mark.parametrize("page", PAGES)
def test_on_a_disk_that_is_wiped_every_page_says_what_will_be_lost(
    monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setattr(hosted, "wiped_disk", lambda: "Streamlit Community Cloud")

    at = opened(page)

    assert "What you enter here will be lost." in said(at)
    assert "Streamlit Community Cloud wipes this app's disk" in said(at)
    assert "Save everything as a file" in labels(at)


def test_with_a_store_that_lasts_a_wiped_disk_is_no_matter(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hosted, "wiped_disk", lambda: "Streamlit Community Cloud")

    at = opened("settings", part="data")

    assert "will be lost" not in said(at)
    assert "On this computer, in a file" not in said(at)


def test_who_wipes_the_disk_is_asked_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    hosted.wiped_disk.cache_clear()
    monkeypatch.setenv(wiped.VARIABLE, wiped.KEPT)

    assert hosted.wiped_disk() is None
    assert navigation.navigation()
    hosted.wiped_disk.cache_clear()
