"""With twice the data, no page draws, checks or works out more; what is not shown is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from bench import long_search
from lib.actions import network, notes
from lib.domain.notes import Note
from lib.domain.people.suggestions import rank
from lib.store.opening import open_store
from lib.store.repository import Store
from lib.store.table_view import View
from lib.ui.core import session
from lib.ui.core.navigation import GROUPS
from lib.words.checks.check import check
from tests.actions.conftest import NOW
from tests.pages.screen import choose, gone_to, links, opened, run, said, type_in

JOBS, CONTACTS = 10, 60
PAGES = [name for entries in GROUPS.values() for name, _, _ in entries]
SPREAD = 1.15
"""So much more a page of twice the data may draw: a longer word for a month, a further choice."""


@dataclass
class Counts:
    """How often something was done while a page was drawn."""

    checked: int = 0
    walked: int = 0
    ranked: int = 0


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The folders of one search and of another that is twice as long."""
    made = {}
    for times in (1, 2):
        made[times] = tmp_path_factory.mktemp(f"search{times}")
        store = open_store(made[times])
        long_search.fill(store, now=NOW, jobs=times * JOBS, contacts=times * CONTACTS)
    return made


@pytest.fixture
def search(folders: dict[int, Path], monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Store]:
    """Opens the pages on the search of that size."""
    monkeypatch.setattr(session, "now", lambda: NOW)

    def of_size(times: int) -> Store:
        monkeypatch.setenv("FOLLOW_THROUGH_DATA", str(folders[times]))
        return open_store(folders[times])

    return of_size


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counts:
    counts = Counts()
    walk = View.all

    def checked(*args: Any, **kwargs: Any) -> Any:
        counts.checked += 1
        return check(*args, **kwargs)

    def ranked(*args: Any, **kwargs: Any) -> Any:
        counts.ranked += 1
        return rank(*args, **kwargs)

    def walked(view: View[Any]) -> Any:
        counts.walked += 1
        return walk(view)

    monkeypatch.setattr(notes, "check", checked)
    monkeypatch.setattr(network, "rank", ranked)
    monkeypatch.setattr(View, "all", walked)
    return counts


def drawn(at: AppTest) -> int:
    """Returns how many elements stand on the page."""
    return len(list(at.main))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_draws_no_more_with_twice_the_data(
    search: Callable[[int], Store], page: str
) -> None:
    numbers = []
    for times in (1, 2):
        search(times)
        numbers.append(drawn(gone_to(opened("today"), page)))

    assert numbers[1] <= numbers[0] * SPREAD


def test_notes_checks_only_what_it_shows(search: Callable[[int], Store], counts: Counts) -> None:
    numbers = []
    for times in (1, 2):
        store = search(times)
        counts.checked = 0
        at = opened("notes")
        shown = [address for _, address in links(at) if address.startswith("note=")]
        numbers.append(counts.checked)
        assert counts.checked <= len(shown) + 1
        assert len(store.read().all(Note)) > 4 * len(shown)

    assert numbers[0] == numbers[1]


@pytest.mark.parametrize("page", PAGES)
def test_a_rerun_walks_through_the_records_no_more_often_with_twice_the_data(
    search: Callable[[int], Store], counts: Counts, page: str
) -> None:
    numbers = []
    for times in (1, 2):
        search(times)
        at = gone_to(opened("today"), page)
        counts.walked = 0
        run(at)
        numbers.append(counts.walked)

    assert numbers[1] <= numbers[0] * SPREAD


@pytest.mark.parametrize("page", ["network", "strategy"])
def test_who_could_help_is_ranked_once_while_nothing_changes(
    search: Callable[[int], Store], counts: Counts, page: str
) -> None:
    search(1)
    at = gone_to(opened("today"), page)
    before = counts.ranked

    run(run(at))

    assert counts.ranked == before


def test_any_note_is_found_by_its_words_or_by_its_job(search: Callable[[int], Store]) -> None:
    store = search(1)
    oldest = store.read().where(Note, job_id=f"job-{JOBS - 1}")[0]
    at = opened("notes")
    assert f"note={oldest.id}" not in [address for _, address in links(at)]

    at = choose(at, "notes.of_job", oldest.job_id)
    assert f"note={oldest.id}" in [address for _, address in links(at)]
    at = type_in(at, "notes.search", f"jansen firm {JOBS - 1} reason")

    assert "for “jansen firm 9 reason”" in said(at)
    assert f"note={oldest.id}" in [address for _, address in links(at)]
