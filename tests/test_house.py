"""The house rules that a machine can hold, read from the source: imports, the clock, sizes, types."""

from __future__ import annotations

import ast
import statistics
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = [ROOT / "app.py", ROOT / "start.py", *sorted((ROOT / "lib").rglob("*.py"))]
SOURCES += sorted((ROOT / "pages").rglob("*.py"))

# Who may know whom. What is not listed under a room is not known there.
KNOWS = {
    "lib.domain": set[str](),
    "lib.words": {"lib.domain"},
    "lib.formats": {"lib.domain"},
    "lib.store": {"lib.domain"},
    "lib.actions": {"lib.domain", "lib.words", "lib.formats", "lib.store"},
    "lib.door": {"lib.domain", "lib.store"},
    "lib.ui": {"lib.domain", "lib.words", "lib.formats", "lib.store", "lib.actions", "lib.door"},
    "pages": {"lib.domain", "lib.words", "lib.formats", "lib.store", "lib.actions", "lib.ui"},
    "app": {"lib.door", "lib.ui"},
    "start": {"tests"},
}
ONLY_IN = {
    "streamlit": {"app", "pages", "lib.door", "lib.ui"},
    "streamlit_calendar": {"lib.ui"},
    "starlette": {"app", "lib.door", "lib.ui"},
    "tinydb": {"lib.store"},
    "pandas": {"lib.ui", "lib.formats"},
}
CLOCK_KEEPER = ROOT / "lib" / "ui" / "core" / "session.py"
WALL_CLOCKS = {
    *(
        "datetime.now",
        "datetime.today",
        "datetime.utcnow",
        "date.today",
        "Timestamp.now",
        "Timestamp.today",
    ),
    *("time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime"),
}
LONGEST_FILE, LONGEST_PAGE, LONGEST_FUNCTION, MEDIAN_FUNCTION = 340, 84, 42, 8

each_source = pytest.mark.parametrize(
    "source", SOURCES, ids=lambda path: str(path.relative_to(ROOT))
)


def tree_of(source: Path) -> ast.Module:
    return ast.parse(source.read_text(encoding="utf-8"))


def room_of(module: str) -> str:
    """The room that a module belongs to: `lib.domain`, `pages`, `app`; else its top package."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "lib" else parts[0]


def module_of(source: Path) -> str:
    parts = source.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(source: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it, by its full name."""
    for node in ast.walk(tree_of(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(source, node)
            yield from (f"{base}.{alias.name}" for alias in node.names) if base == "lib" else [base]


def _absolute(source: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = source.relative_to(ROOT).parent.parts
    kept = package[: len(package) - node.level + 1]
    return ".".join([*kept, *([node.module] if node.module else [])])


def functions_of(source: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    nodes = ast.walk(tree_of(source))
    return [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, without the docstring."""
    first = function.body[0]
    said = ast.get_docstring(function, clean=False) is not None
    return _lines(function) - (_lines(first) if said else 0)


def _lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@each_source
def test_imports_point_one_way(source: Path) -> None:
    room = room_of(module_of(source))
    ours = {room_of(name) for name in imports_of(source)} & (
        KNOWS.keys() | {"tests", "lib", "bench"}
    )

    assert ours - {room} <= KNOWS.get(room, set())


@each_source
def test_each_package_stays_in_its_rooms(source: Path) -> None:
    room = room_of(module_of(source))
    strangers = {name.split(".")[0] for name in imports_of(source)} & ONLY_IN.keys()

    assert {name for name in strangers if room not in ONLY_IN[name]} == set()


@each_source
def test_only_the_session_reads_the_wall_clock(source: Path) -> None:
    readings = [f"line {line}: {name}" for name, line in wall_clock_readings(tree_of(source))]

    assert readings == [] or source == CLOCK_KEEPER


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


def test_no_file_beside_the_shell_bears_the_name_of_a_package() -> None:
    # This folder is first on sys.path while a page runs: such a file would hide the package.
    names = {
        path.stem for path in (ROOT / "lib/ui/shell").glob("*.py") if path.name != "__init__.py"
    }
    ours = {"lib", "pages", "app", "start", "tests", "bench"}

    assert names & (sys.stdlib_module_names | packages_distributions().keys() | ours) == set()


@each_source
def test_no_file_is_too_long(source: Path) -> None:
    lines = len(source.read_text(encoding="utf-8").splitlines())

    assert lines <= (LONGEST_PAGE if room_of(module_of(source)) == "pages" else LONGEST_FILE)


@each_source
def test_no_function_is_too_long(source: Path) -> None:
    assert {
        f.name: length_of(f) for f in functions_of(source) if length_of(f) > LONGEST_FUNCTION
    } == {}


def test_half_of_all_functions_are_short() -> None:
    lengths = [length_of(function) for source in SOURCES for function in functions_of(source)]

    assert statistics.median(lengths) <= MEDIAN_FUNCTION


@each_source
def test_every_function_says_what_comes_back(source: Path) -> None:
    assert [f"line {f.lineno}: {f.name}" for f in functions_of(source) if f.returns is None] == []


@each_source
def test_nothing_that_is_only_here_is_named(source: Path) -> None:
    """A path of somebody's machine in the source is a mistake."""
    text = source.read_text(encoding="utf-8")

    assert [mark for mark in ("/home/", "/root/", "/Users/", "C:\\Users") if mark in text] == []


def test_no_test_imports_the_app_that_spoils_the_store() -> None:
    tests = sorted((ROOT / "tests").rglob("*.py"))
    importing = [one.name for one in tests if "tests.browser.faulty_app" in set(imports_of(one))]

    assert importing == []
