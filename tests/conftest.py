"""What all tests share: Hypothesis profiles, outside tools, and a warning of what is missing."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from tests import tools
from tests.tools import IcalJs

if TYPE_CHECKING:
    from coverage import Coverage

    from tests.postgres import Postgres

NEEDED = ("hypothesis", "playwright", "pypdf", "vobject")
HERE = Path(__file__).parent
PURE = ("domain", "words", "formats", "store", "actions")
SLOW_FIRST = ("browser", "durability", "door", "start", "pages")
UNDER_CI = os.environ.get("CI") == "true"


def pytest_configure() -> None:
    """Ends in one sentence where the tests' own packages are missing; else sets Hypothesis up."""
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise pytest.UsageError(
            f"The tests lack what the app does not need ({', '.join(missing)}): "
            "run pip install -r requirements-dev.txt, or python3 start.py test."
        )
    from hypothesis import settings

    # No deadline: a slow machine is no fault. Derandomized under CI: the same commit gives the same
    # answer.
    settings.register_profile("default", deadline=None)
    settings.register_profile("ci", deadline=None, derandomize=True)
    settings.load_profile("ci" if UNDER_CI else "default")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the longest rooms and files first, so that no worker ends up alone with one."""
    sizes = Counter(item.path for item in items)
    ranks = {path: (_rank(path), -size) for path, size in sizes.items()}
    items.sort(key=lambda item: ranks[item.path])  # within a file the order stays


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Where coverage is measured, has only what the pure suites run count (docs/testing.md)."""
    measured = _coverage()
    if measured is None or item.path.relative_to(HERE).parts[0] in PURE:
        return (yield)
    measured.stop()
    try:
        return (yield)
    finally:
        measured.start()


def _coverage() -> Coverage | None:
    """Returns the measurement that is running; None if none is."""
    if "coverage" not in sys.modules:
        return None
    from coverage import Coverage

    return Coverage.current()


def _rank(path: Path) -> int:
    room = path.parent.name
    return SLOW_FIRST.index(room) if room in SLOW_FIRST else len(SLOW_FIRST)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says last and loudly which tests did not run for want of a tool."""
    reasons = [report.longrepr[2] for report in terminalreporter.stats.get("skipped", [])]
    wanting = Counter(
        reason.partition(tools.MISSING)[2] for reason in reasons if tools.MISSING in reason
    )
    if wanting:
        terminalreporter.section("NOT ALL TESTS RAN", sep="!", red=True, bold=True)
    for what, count in wanting.items():
        terminalreporter.line(
            f"{count} test{'s' * (count != 1)} skipped: {what}", red=True, bold=True
        )


@pytest.fixture(scope="session")
def browser_path() -> str:
    """A Chromium, Chrome or Edge."""
    return tools.find_browser() or lacking("no browser", tools.BROWSER_REMEDY)


@pytest.fixture(scope="session")
def ical_checker() -> str:
    """A Python that has libical's bindings."""
    return tools.find_ical_checker() or lacking("no libical checker", tools.CHECKER_REMEDY)


@pytest.fixture(scope="session")
def ical_js() -> IcalJs:
    """A node, and the module of `ical.js`."""
    return tools.find_node_ical() or lacking("no ical.js", tools.ICAL_JS_REMEDY)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A running PostgreSQL server; whoever stops it starts it again."""
    from tests.postgres import running

    programs = tools.find_postgres() or lacking("no PostgreSQL", tools.POSTGRES_REMEDY)
    with running(programs) as server:
        yield server


@pytest.fixture
def database(postgres: Postgres) -> Iterator[str]:
    """The address of an empty database."""
    from tests import databases

    yield postgres.url(postgres.new_database())
    databases.close_all()


def lacking(what: str, remedy: str) -> NoReturn:
    """Skips the test, loudly; under CI it fails, for there a missing tool would hide what was not
    tested.
    """
    reason = f"{tools.MISSING}{what} ({remedy})"
    if UNDER_CI:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
