"""The two sizes of a durability test: quick, with all other tests, and long, at the numbers of the
promises.

`pytest --long` runs nothing but the tests that bear the marker `durability`; `--figures FILE`
writes what they counted as a document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import figures
from tests.figures import Figure

Size = Callable[[int, int], int]
Count = Callable[..., None]

_PROPERTY = "figure"
_RAN_TO_THE_END = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)


def pytest_addoption(parser: pytest.Parser) -> None:
    """The two options."""
    group = parser.getgroup("durability")
    group.addoption(
        "--long", action="store_true", help="only the durability tests, in their long form"
    )
    group.addoption(
        "--figures", metavar="FILE", type=Path, help="write what they counted as Markdown"
    )


# Last: by then each folder's conftest.py has marked its tests.
@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With `--long`, all other tests are left out."""
    if config.getoption("long"):
        config.hook.pytest_deselected(items=[item for item in items if not _shows_a_promise(item)])
        items[:] = filter(_shows_a_promise, items)


@pytest.fixture
def size(pytestconfig: pytest.Config) -> Size:
    """Gives the first of two numbers in the quick form, the second in the long one."""
    return lambda quick, long: long if pytestconfig.getoption("long") else quick


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Count:
    """Notes for a promise what was done, how often, and how many of these went wrong."""

    def count(promise: int, what: str, done: int, wrong: int, unit: str = "") -> None:
        # A tuple would not come through from a worker process as one.
        record_property(_PROPERTY, [promise, what, done, wrong, unit])

    return count


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
) -> None:
    """Prints the figures after a long run, and writes them down where that was asked for."""
    found = figures.summed(_figures(terminalreporter))
    if config.getoption("long"):
        terminalreporter.section("what was counted")
        terminalreporter.write_line(figures.table(found))
    if file := config.getoption("figures"):
        place = config.invocation_params.dir / file
        cut_short = [] if exitstatus in _RAN_TO_THE_END else ["the run was cut short"]
        not_shown = cut_short + _not_shown(terminalreporter, config)
        place.write_text(figures.document(found, not_shown, _asked(config)), encoding="utf-8")
        terminalreporter.write_line(f"The figures are in {file}.")


def _asked(config: pytest.Config) -> list[str]:
    """What was asked for, if that was only some of the tests; never a folder of this machine."""
    given = [str(one) for one in config.invocation_params.args]
    return (
        given if _is_partial(config) and not any(Path(one).is_absolute() for one in given) else []
    )


def _is_partial(config: pytest.Config) -> bool:
    return any((config.option.keyword, config.option.markexpr, config.option.file_or_dir))


def _shows_a_promise(item: pytest.Item) -> bool:
    return item.get_closest_marker("durability") is not None


def _figures(reporter: pytest.TerminalReporter) -> Iterator[Figure]:
    for outcome in ("passed", "failed", "xfailed", "xpassed"):
        for report in reporter.stats.get(outcome, []):
            # The report on a test's end bears the same figures again.
            if report.when == "call":
                yield from (
                    Figure(*value) for name, value in report.user_properties if name == _PROPERTY
                )


def _not_shown(reporter: pytest.TerminalReporter, config: pytest.Config) -> list[str]:
    """A line for every test that failed or did not run, and for what was not even asked for."""
    partial = ["only some of the tests were asked for"] if _is_partial(config) else []
    quick = [] if config.getoption("long") else ["this is the quick form, at smaller numbers"]
    failed = [f"failed: {report.nodeid}" for report in _of(reporter, "failed", "error")]
    skipped = [
        f"not run: {report.nodeid} ({_reason(report)})" for report in _of(reporter, "skipped")
    ]
    return partial + quick + failed + skipped


def _of(reporter: pytest.TerminalReporter, *outcomes: str) -> list[pytest.TestReport]:
    return [report for outcome in outcomes for report in reporter.stats.get(outcome, [])]


def _reason(report: pytest.TestReport) -> str:
    why = report.longrepr
    return why[2].removeprefix("Skipped: ") if isinstance(why, tuple) else "no reason given"
