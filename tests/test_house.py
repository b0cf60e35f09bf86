"""The house rules that neither import-linter nor ruff nor mypy sees, read from the source.

Each check runs once over all files and names every place that breaks it.
"""

from __future__ import annotations

import ast
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
APP, START = ROOT / "app.py", ROOT / "start.py"
ROOMS = [*sorted((ROOT / "lib").rglob("*.py")), *sorted((ROOT / "pages").glob("*.py"))]
SOURCES = [APP, START, *ROOMS]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
OURS = {"lib", "pages", "app", "start", "tests", "bench"}

# import-linter reads packages only, and these two are files.
MAY_IMPORT = {APP: {"lib.door", "lib.ui", "streamlit", "starlette"}, START: {"tests"}}
CLOCK_KEEPER = ROOT / "lib" / "ui" / "core" / "session.py"
WALL_CLOCKS = {
    *("datetime.now", "datetime.today", "datetime.utcnow", "date.today"),
    *("Timestamp.now", "Timestamp.today"),
    *("time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime"),
}
PATHS_OF_A_MACHINE = ("/home/", "/root/", "/Users/", "C:\\Users")
NESTS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.IfExp)
LONGEST_FILE, LONGEST_PAGE, LONGEST_FUNCTION, MEDIAN_FUNCTION = 300, 80, 40, 8
MOST_NESTS_ON_A_LINE = 1

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree_of(source: Path) -> ast.Module:
    return ast.parse(source.read_text(encoding="utf-8"))


def found(sources: list[Path], look: Callable[[Path], Iterator[str]]) -> list[str]:
    """Returns what `look` has to say about these files, each line with its file's name."""
    return [f"{file.relative_to(ROOT)}: {one}" for file in sources for one in look(file)]


def assert_none(places: list[str]) -> None:
    """Fails with all of these places, a line each."""
    assert places == [], "\n" + "\n".join(places)


def functions_of(source: Path) -> list[Function]:
    return [node for node in ast.walk(tree_of(source)) if isinstance(node, Function)]


def length_of(function: Function) -> int:
    """Returns the lines from `def` to the end, without the docstring."""
    first = function.body[0]
    has_docstring = ast.get_docstring(function, clean=False) is not None
    return lines_of(function) - (lines_of(first) if has_docstring else 0)


def lines_of(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def imports_of(source: Path) -> Iterator[str]:
    """Yields every module that a file imports, by its full name."""
    for node in ast.walk(tree_of(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def foreign_imports(source: Path) -> Iterator[str]:
    allowed = MAY_IMPORT[source]
    for name in imports_of(source):
        room = ".".join(name.split(".")[:2]) if name.startswith("lib.") else name.split(".")[0]
        if room not in allowed and room != "lib" and room not in sys.stdlib_module_names:
            yield f"imports {name}"


def test_the_app_and_its_starter_import_only_what_they_may() -> None:
    assert_none(found([*MAY_IMPORT], foreign_imports))


def wall_clock_readings(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Where a source asks what time or day it is, under whatever name it imported that."""
    names = {
        alias.asname or alias.name: f"time.{alias.name}" if node.module == "time" else alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and names.get(node.id) in WALL_CLOCKS:
            yield names[node.id], node.lineno
        elif isinstance(node, ast.Attribute):
            owner = str(getattr(node.value, "attr", None) or getattr(node.value, "id", ""))
            if f"{names.get(owner, owner)}.{node.attr}" in WALL_CLOCKS:
                yield f"{owner}.{node.attr}", node.lineno


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import datetime\ndatetime.datetime.now()", True),
        ("from datetime import datetime as dt\ndt.now(UTC)", True),
        ("from datetime import date\ndate.today()", True),
        ("import time\ntime.time()", True),
        ("from time import time\ntime()", True),
        ("import pandas as pd\npd.Timestamp.now()", True),
        ("import time\ntime.monotonic()", False),
        ("now = 1\nsession.now()", False),
    ],
)
def test_the_clock_rule_sees_through_names(code: str, found: bool) -> None:
    assert bool(list(wall_clock_readings(ast.parse(code)))) is found


def clock_lines(source: Path) -> Iterator[str]:
    for name, line in wall_clock_readings(tree_of(source)):
        yield f"line {line} asks {name}"


def test_only_the_session_reads_the_wall_clock() -> None:
    assert_none(found([one for one in SOURCES if one != CLOCK_KEEPER], clock_lines))


def test_no_file_beside_the_shell_bears_the_name_of_a_package() -> None:
    # This folder is first on sys.path while a page runs: such a file would hide the package.
    files = {path.stem for path in (ROOT / "lib/ui/shell").glob("*.py")} - {"__init__"}

    assert files & (sys.stdlib_module_names | packages_distributions().keys() | OURS) == set()


def excess_lines(source: Path) -> Iterator[str]:
    lines = len(source.read_text(encoding="utf-8").splitlines())
    limit = LONGEST_PAGE if source.parent == ROOT / "pages" else LONGEST_FILE
    if lines > limit:
        yield f"{lines} lines, {limit} at most"


def test_no_file_is_too_long() -> None:
    assert_none(found(SOURCES, excess_lines))


def long_functions(source: Path) -> Iterator[str]:
    for function in functions_of(source):
        length = length_of(function)
        if length > LONGEST_FUNCTION:
            yield f"{function.name} has {length} lines, {LONGEST_FUNCTION} at most"


def test_no_function_is_too_long() -> None:
    assert_none(found(SOURCES, long_functions))


def test_half_of_all_functions_are_short() -> None:
    lengths = [length_of(function) for source in SOURCES for function in functions_of(source)]

    assert statistics.median(lengths) <= MEDIAN_FUNCTION


def dense_lines(source: Path) -> Iterator[str]:
    nests = (node for node in ast.walk(tree_of(source)) if isinstance(node, NESTS))
    for line, count in Counter(node.lineno for node in nests).items():
        if count > MOST_NESTS_ON_A_LINE:
            yield f"line {line} begins {count} comprehensions or conditional expressions"


def test_no_line_begins_too_many_comprehensions_or_conditional_expressions() -> None:
    assert_none(found(ROOMS, dense_lines))


def machine_paths(source: Path) -> Iterator[str]:
    text = source.read_text(encoding="utf-8")
    yield from (f"names {path}" for path in PATHS_OF_A_MACHINE if path in text)


def test_no_source_names_a_path_of_somebodys_machine() -> None:
    assert_none(found(SOURCES, machine_paths))


def imports_of_the_spoiler(source: Path) -> Iterator[str]:
    if "tests.browser.faulty_app" in set(imports_of(source)):
        yield "imports tests.browser.faulty_app, whose import spoils the store"


def test_no_test_imports_the_app_that_spoils_the_store() -> None:
    assert_none(found(TESTS, imports_of_the_spoiler))
