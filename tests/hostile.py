"""Text that would do something if anything but text were made of it, and records that are full of
it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import cycle
from typing import Any, TypeVar

from lib.domain.records import Record

R = TypeVar("R", bound=Record)

IN_LINES = (
    *("**owned-a**", ":red[owned-b]", "$owned-c$", "[owned-d](javascript:owned())"),
    *("![owned-e](//attack.example/p)", "`owned-f`", "&lt;owned-g"),
)
AT_THEIR_BEGINNING = ("# owned-h", "- owned-i", "1. owned-j", "> owned-k", "| owned-l")
SIGNED = IN_LINES + AT_THEIR_BEGINNING
"""Words with signs before them that a renderer would take away."""

ELEMENTS = "<img src=//attack.example/i onerror=owned()> <i id=owned>i</i> :smile:"
EVERYWHERE = " ".join((*IN_LINES, ELEMENTS))
"""Markdown, Streamlit's own signs, LaTeX, an entity, HTML, an emoji's name: one line, as long as a
name.
"""

IN_TURN = (
    "<script>owned()</script>",
    "</script></style></textarea><script>owned()</script>",
    "<svg onload=owned()></svg>",
    "<iframe srcdoc='<script>parent.owned()</script>'></iframe>",
    "<meta http-equiv=refresh content=0;url=//attack.example>",
    "<style>body{display:none}</style>",
    "<!-- owned",
    "&#60;img src=x onerror=owned()&#62;",
    "{owned} %s {0.__class__}",
    "https://attack.example/owned",
    "<table><tr><td>owned",
    "\u202eowned\u202c \u200bno width\u200d שרה",
    "owned" * 40,
    ":material/home: :blue-background[owned]",
    "=HYPERLINK(javascript:owned())",
)
IN_BLOCKS = "\n\n".join(AT_THEIR_BEGINNING) + " | b |\n|---|---|\n| c | d |\n\n```\nowned\n"
NO_TEXT = {"id", "zone", "visit", "met_as", "accepted", "left_out"}
"""Fields of records whose words only the app itself writes."""
OF_MANY_LINES = {"body", "remarks", "next_time", "learned", "advocates", "if_silent"}


class Hostile:
    """Puts such text into every field that a person can type into."""

    def __init__(self) -> None:
        self._turn: Iterator[str] = cycle(IN_TURN)

    def record(self, one: R) -> R:
        """The same record, with such text in the place of its own."""
        changed: R = self._of(one)
        return changed

    def words(self, *, many_lines: bool = False) -> str:
        """What a field gets: no two in a row get the same."""
        line = f"{EVERYWHERE} {next(self._turn)}"
        return f"{line}\n{IN_BLOCKS}" if many_lines else line

    def _of(self, value: Any, name: str = "") -> Any:
        if is_dataclass(value) and not isinstance(value, type):
            own = [one.name for one in fields(value) if not _is_apart(one.name)]
            return replace(value, **{name: self._of(getattr(value, name), name) for name in own})
        if isinstance(value, tuple):
            return tuple(self._of(one, name) for one in value)
        # An enumeration's value is text too, and no field to type in.
        return self.words(many_lines=name in OF_MANY_LINES) if type(value) is str else value


def _is_apart(name: str) -> bool:
    return name in NO_TEXT or name.endswith(("_id", "_ids"))
