"""What the durability tests counted: as a table for the screen, and as the document
`docs/durability.md`.
"""

from __future__ import annotations

import os
import platform
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tests import tools

ROOT = Path(__file__).resolve().parents[1]
COMMAND = "python3 start.py test --long --figures docs/durability.md"

PROMISES = {
    1: "Every writer's acknowledged save is kept.",
    2: "A killed app loses nothing acknowledged and leaves a whole file.",
    3: "So does a power cut.",
    4: "On a full disk, a quota, a disk that may not be written or an I/O error nothing "
    "acknowledged is lost and nothing unsaved is shown as saved; removing still works, and "
    "work goes on once there is room.",
    5: "A damaged file is never opened as if it were whole; it is set aside, and the last good "
    "state comes back.",
    6: "A save is all or nothing, in one click or in two.",
    7: "When two tabs edit one record, the second save is refused, with both versions.",
    8: "Every action can be undone, every backup looked into and gone back to, and that undone.",
    9: "Export, wipe, import gives the same data.",
    10: "A save costs at most twice what its bytes cost to serialise, write and bring to the "
    "disk, up to 1 MB; a read by id at most twice a dictionary's.",
    11: "On the own machine the app answers that machine alone, asks nothing of the network, "
    "and what it writes is readable by its owner alone.",
    12: "Anywhere else it is shut until an owner is configured, and then to everybody but that "
    "owner; what is wrongly configured opens nothing.",
    13: "What a person pastes or brings in stays text: no script, no request to outside, no "
    "formula, no header, no file that unpacks into too much.",
    14: "No secret, no data and no token stands in a log, an address, an error page or the "
    "project.",
    15: "A record that cannot be read costs that record alone: it is named, kept as it is, and "
    "survives saving, exporting, undo and changes of the format.",
    16: "An action that changes both documents happens in both or in neither.",
    17: "When a database is silent, refuses or resets, the screen says within three seconds that "
    "it waits, and the app goes on trying.",
    18: "The newest action is the last one that was saved, whatever the clock says.",
}
_HEAD = ("promise", "what was done", "how often", "went wrong")


class Figure(NamedTuple):
    """For a promise: what was done, how often, how many went wrong, and what was counted."""

    promise: int
    what: str
    done: int
    wrong: int
    unit: str = ""

    def cells(self) -> tuple[str, str, str, str]:
        """One row of the table."""
        return str(self.promise), self.what, f"{self.done:,} {self.unit}".strip(), f"{self.wrong:,}"


def summed(figures: Iterable[Figure]) -> list[Figure]:
    """One figure for each thing that was done, by promise; several tests may have had a share in
    it.
    """
    sums: dict[tuple[int, str, str], Figure] = {}
    for one in figures:
        key = one.promise, one.what, one.unit
        so_far = sums.get(key, one._replace(done=0, wrong=0))
        sums[key] = one._replace(done=so_far.done + one.done, wrong=so_far.wrong + one.wrong)
    return sorted(sums.values())


def table(figures: Sequence[Figure]) -> str:
    """The figures in columns."""
    rows = [_HEAD, *(one.cells() for one in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    promise, what, often, wrong = widths
    return f"{row[0]:>{promise}}  {row[1]:<{what}}  {row[2]:>{often}}  {row[3]:>{wrong}}"


def document(figures: Sequence[Figure], not_shown: Sequence[str], asked: Sequence[str] = ()) -> str:
    """All figures as Markdown, with where and how they were found; measures promise 10 on the way.

    `asked` is what pytest was asked for, if that was not simply all of it.
    """
    parts = [
        "# What the app promises about your data, and how that was shown",
        *_warning([*not_shown, *_not_counted(figures)]),
        _origin(f"pytest {shlex.join(asked)}" if asked else COMMAND),
        *(_cost() if promise == 10 else _section(promise, figures) for promise in PROMISES),
    ]
    return "\n\n".join(parts) + "\n"


def _not_counted(figures: Sequence[Figure]) -> list[str]:
    counted = {one.promise for one in figures} | {10}
    return [
        f"nothing was counted for promise {promise}"
        for promise in PROMISES
        if promise not in counted
    ]


def _warning(not_shown: Sequence[str]) -> list[str]:
    if not not_shown:
        return []
    lines = [f"- {line}" for line in not_shown]
    return ["**Not everything below was shown in this run:**", "\n".join(lines)]


def _origin(command: str) -> str:
    # The zone is UTC, so the date needs no explanation of its own.
    return (
        f"Made on {datetime.now(UTC):%d %B %Y} by `{command}`, which anybody can run again, "
        f"with {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()} "
        f"{platform.machine()}, the files on {file_system(Path(tempfile.gettempdir()))}. "
        "Each row says what was done, how often, and how many of these went wrong."
    )


def _section(promise: int, figures: Sequence[Figure]) -> str:
    rows = [one.cells()[1:] for one in figures if one.promise == promise] or [
        ("nothing in this run", "", "")
    ]
    lines = ["| What was done | How often | Went wrong |", "|---|--:|--:|"]
    lines += [f"| {what} | {often} | {wrong} |" for what, often, wrong in rows]
    return f"## {promise}. {PROMISES[promise]}\n\n" + "\n".join(lines)


def _cost() -> str:
    about = "Measured by `python -m {}`, on a machine that may have been busy; no test asserts it."
    benches = ["bench.store", *(["bench.hosted"] if tools.find_postgres() else [])]
    parts = [f"{about.format(bench)}\n\n```\n{_said_by(bench)}\n```" for bench in benches]
    return f"## 10. {PROMISES[10]}\n\n" + "\n\n".join(parts)


def _said_by(bench: str) -> str:
    command = [sys.executable, "-m", bench]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False
    )
    return done.stdout.rstrip() if done.returncode == 0 else "The measurement could not be made."


def file_system(place: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """The type of the file system that a folder is on, as far as the system tells."""
    if not mounts.exists():
        return "a file system whose type is not known"
    fields = [line.split() for line in mounts.read_text(encoding="utf-8").splitlines()]
    folders = {str(one) for one in (place.resolve(), *place.resolve().parents)}
    around = [(len(where), kind) for _, where, kind, *_ in fields if where in folders]
    return max(around)[1] if around else "a file system whose type is not known"
