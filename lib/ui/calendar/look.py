"""How the calendar looks: one symbol, word and pair of colours for each kind, on paper or at night."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from lib.domain.followups.entry import EntryKind

STYLE = Path(__file__).with_name("calendar_view.css")
TEXT_SIGN = "\ufe0e"
"""Asks for the symbol as a plain sign, not as a coloured picture."""

SYMBOLS = {
    EntryKind.NOTE: f"✉{TEXT_SIGN}",
    EntryKind.CARD: f"✎{TEXT_SIGN}",
    EntryKind.CALL: f"☎{TEXT_SIGN}",
    EntryKind.MESSAGE: "❝",
    EntryKind.MATERIAL: "▤",
    EntryKind.CHECK_IN: "↻",
    EntryKind.GOOD_WORD: f"☺{TEXT_SIGN}",
    EntryKind.OTHER: "⚑",
    EntryKind.INTERVIEW: "●",
    EntryKind.COMMITMENT: f"◷{TEXT_SIGN}",
}
WORDS = {
    EntryKind.NOTE: "Note",
    EntryKind.CARD: "Card",
    EntryKind.CALL: "Call",
    EntryKind.MESSAGE: "Message",
    EntryKind.MATERIAL: "Material",
    EntryKind.CHECK_IN: "Check-in",
    EntryKind.GOOD_WORD: "Good word",
    EntryKind.OTHER: "To do",
    EntryKind.INTERVIEW: "Interview",
    EntryKind.COMMITMENT: "Theirs",
}

SAID_BY = {
    EntryKind.NOTE: ("thank", "note", "letter"),
    EntryKind.CARD: ("card",),
    EntryKind.CALL: ("call",),
    EntryKind.MESSAGE: ("message", "write"),
    EntryKind.MATERIAL: ("send", "prepare", "material"),
    EntryKind.CHECK_IN: ("check in", "check-in"),
    EntryKind.GOOD_WORD: ("good word",),
    EntryKind.INTERVIEW: ("interview", "talk", "screen"),
}
"""What in a title already says of which kind it is, so that the word need not be put before it."""


class Colours(NamedTuple):
    """A paper tint, the ink on it, and an edge that shows on the page itself, as #rrggbb."""

    paper: str
    ink: str
    edge: str


BY_DAY = {
    EntryKind.NOTE: Colours("#dce9ee", "#164c62", "#164c62"),
    EntryKind.CARD: Colours("#e9e0f1", "#553a74", "#553a74"),
    EntryKind.CALL: Colours("#dcecdd", "#24552f", "#24552f"),
    EntryKind.MESSAGE: Colours("#d9ebe6", "#1d544a", "#1d544a"),
    EntryKind.MATERIAL: Colours("#f3e3d2", "#74390c", "#74390c"),
    EntryKind.CHECK_IN: Colours("#efe7c8", "#5d4500", "#5d4500"),
    EntryKind.GOOD_WORD: Colours("#f3dde2", "#6e2438", "#6e2438"),
    EntryKind.OTHER: Colours("#e8e2d6", "#4a4438", "#4a4438"),
    EntryKind.INTERVIEW: Colours("#1c5a74", "#ffffff", "#1c5a74"),
    EntryKind.COMMITMENT: Colours("#fbf8f2", "#5a5348", "#5a5348"),
}
BY_NIGHT = {
    EntryKind.NOTE: Colours("#1f3c48", "#b5dcea", "#b5dcea"),
    EntryKind.CARD: Colours("#3a2f49", "#dac6f0", "#dac6f0"),
    EntryKind.CALL: Colours("#243f2a", "#b4e0bd", "#b4e0bd"),
    EntryKind.MESSAGE: Colours("#1f403a", "#abe0d4", "#abe0d4"),
    EntryKind.MATERIAL: Colours("#4a3320", "#f4c9a4", "#f4c9a4"),
    EntryKind.CHECK_IN: Colours("#443a18", "#eed98c", "#eed98c"),
    EntryKind.GOOD_WORD: Colours("#4a2a33", "#f2bdca", "#f2bdca"),
    EntryKind.OTHER: Colours("#3a362f", "#dad2c3", "#dad2c3"),
    EntryKind.INTERVIEW: Colours("#8cc4d9", "#12242b", "#8cc4d9"),
    EntryKind.COMMITMENT: Colours("#1b1916", "#c5bdae", "#c5bdae"),
}


def colours(kind: EntryKind, *, dark: bool) -> Colours:
    """The kind's colours in that mode; ink on its paper is at least 4.5 to 1."""
    return (BY_NIGHT if dark else BY_DAY)[kind]


def named(kind: EntryKind, title: str) -> str:
    """The title with its kind's symbol, and its word where the title does not say as much itself."""
    said = any(word in title.casefold() for word in SAID_BY.get(kind, ()))
    return f"{SYMBOLS[kind]} {title}" if said else f"{label(kind)}: {title}"


def label(kind: EntryKind) -> str:
    """Symbol and word, as the legend shows them."""
    return f"{SYMBOLS[kind]} {WORDS[kind]}"


class Ground(NamedTuple):
    """The page's own colours, from the theme in .streamlit/config.toml."""

    page: str
    shade: str
    ink: str
    faint: str
    line: str
    accent: str
    late: str


DAY = Ground("#fbf8f2", "#f3eee3", "#1c1a15", "#635d52", "#d9d2c3", "#1c5a74", "#a3312a")
NIGHT = Ground("#1b1916", "#29261f", "#ece6da", "#b5aea1", "#453f36", "#8cc4d9", "#f0958c")


def style(*, dark: bool) -> str:
    """The calendar's style sheet in that mode; it holds inside the calendar's own frame only."""
    ground = NIGHT if dark else DAY
    variables = "".join(f"--{name}: {value};" for name, value in ground._asdict().items())
    return variables + STYLE.read_text(encoding="utf-8")
