"""A job's history to keep or to hand on: as Markdown, and as one page to print."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from lib.domain.history.job_history import JobHistory, Line, LineKind
from lib.domain.history.lines import joined
from lib.domain.pocket import plain_line
from lib.formats.printing.rendering import render
from lib.formats.sending import file_stem

TEXT_SIGN = "\ufe0e"
"""Asks for the symbol as a plain sign, not as a coloured picture."""
SIGNS = {
    LineKind.INTERVIEW: "●",
    LineKind.SENT: f"✉{TEXT_SIGN}",
    LineKind.PROMISED: "◇",
    LineKind.KEPT: f"✓{TEXT_SIGN}",
    LineKind.LATE: "◐",
    LineKind.MOVED: "→",
    LineKind.MISSED: f"✗{TEXT_SIGN}",
    LineKind.LET_GO: "○",
    LineKind.DONE: f"✓{TEXT_SIGN}",
    LineKind.THEY_SAID: "❝",
    LineKind.DAY_PASSED: "◔",
    LineKind.HEARD: "←",
    LineKind.OWN: f"✎{TEXT_SIGN}",
    LineKind.GOOD_WORD: f"☺{TEXT_SIGN}",
    LineKind.OUTCOME: "■",
    LineKind.PLANNED: "□",
    LineKind.OVERDUE: "!",
    LineKind.THEIR_DAY: "◔",
}
"""They tell the kinds apart in black and white; the kind's word stands beside them."""
MARKUP = re.compile(r"([\\`*_\[\]{}#|~$^=]|:(?=[\w+-]+:))")
ENTITY = re.compile(r"&(?=#?\w+;)")
NOTHING_YET = "Nothing has happened yet."
NOTHING_TO_COME = "Nothing is open."

NOT_KEPT = (LineKind.LATE, LineKind.MISSED, LineKind.OVERDUE, LineKind.DAY_PASSED)


def markdown(history: JobHistory) -> str:
    """The whole history as Markdown, month by month, what is still to come at its end."""
    job = history.job
    parts = [
        f"# {escaped(job.company)}: {escaped(job.role)}",
        f"What happened until {history.until()}",
    ]
    for month, lines in by_month(history.past):
        parts += [f"## {month}", _items(history, lines)]
    if not history.past:
        parts.append(NOTHING_YET)
    parts += ["---", "## Still to come", _items(history, history.to_come) or NOTHING_TO_COME]
    return "\n\n".join(parts) + "\n"


def page_html(history: JobHistory) -> str:
    """Returns the whole history as one page, to read or to print in black and white."""
    return render(
        "history.html",
        history=history,
        months=by_month(history.past),
        signs=SIGNS,
        not_kept=NOT_KEPT,
        nothing_yet=NOTHING_YET,
        nothing_to_come=NOTHING_TO_COME,
    )


def by_month(lines: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """The lines under the months in which they happened: "November 2026"."""
    return [
        (month, list(some))
        for month, some in groupby(lines, key=lambda one: f"{one.when.day:%B %Y}")
    ]


def file_name(history: JobHistory, ending: str) -> str:
    """A file name that every system takes, such as "history-harbor-vale.md"."""
    return "-".join(filter(None, ("history", file_stem(history.job.company)))) + f".{ending}"


def escaped(text: str) -> str:
    """The text on one line of Markdown, shown letter for letter: no link, tag, table or formula."""
    safe = MARKUP.sub(r"\\\1", ENTITY.sub("&amp;", plain_line(text)))
    return safe.replace("<", "&lt;").replace(">", "&gt;")


def _items(history: JobHistory, lines: Iterable[Line]) -> str:
    return "\n".join(f"- {_item(history, one)}" for one in lines)


def _item(history: JobHistory, line: Line) -> str:
    parts = (
        joined(history.day_words(line.when), history.clock_words(line.when), by=", "),
        f"*{line.kind.value}*",
        f"**{escaped(line.words)}**",
        escaped(line.more),
    )
    return " · ".join(part for part in parts if part)
