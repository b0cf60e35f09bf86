"""How the calendar looks: a symbol, a word and colors for each kind, on paper or at night."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from lib.domain.followups.entry import EntryKind

STYLE = Path(__file__).with_name("calendar_view.css")
TEXT_SIGN = "\ufe0e"
"""Asks for the symbol as a plain sign, not as a coloured picture."""


class Look(NamedTuple):
    """The symbol and the word of a kind, and the theme's color for it in the legend."""

    symbol: str
    word: str
    color: str


LOOKS = {
    EntryKind.NOTE: Look(f"✉{TEXT_SIGN}", "Note", "blue"),
    EntryKind.CARD: Look(f"✎{TEXT_SIGN}", "Card", "violet"),
    EntryKind.CALL: Look(f"☎{TEXT_SIGN}", "Call", "green"),
    EntryKind.MESSAGE: Look("❝", "Message", "green"),
    EntryKind.MATERIAL: Look("▤", "Material", "orange"),
    EntryKind.CHECK_IN: Look("↻", "Check-in", "yellow"),
    EntryKind.GOOD_WORD: Look(f"☺{TEXT_SIGN}", "Good word", "red"),
    EntryKind.OTHER: Look("⚑", "To do", "gray"),
    EntryKind.INTERVIEW: Look("●", "Interview", "blue"),
    EntryKind.COMMITMENT: Look(f"◷{TEXT_SIGN}", "Theirs", "gray"),
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


PAPER_AND_INK = {
    EntryKind.NOTE: (("#dce9ee", "#164c62"), ("#1f3c48", "#b5dcea")),
    EntryKind.CARD: (("#e9e0f1", "#553a74"), ("#3a2f49", "#dac6f0")),
    EntryKind.CALL: (("#dcecdd", "#24552f"), ("#243f2a", "#b4e0bd")),
    EntryKind.MESSAGE: (("#d9ebe6", "#1d544a"), ("#1f403a", "#abe0d4")),
    EntryKind.MATERIAL: (("#f3e3d2", "#74390c"), ("#4a3320", "#f4c9a4")),
    EntryKind.CHECK_IN: (("#efe7c8", "#5d4500"), ("#443a18", "#eed98c")),
    EntryKind.GOOD_WORD: (("#f3dde2", "#6e2438"), ("#4a2a33", "#f2bdca")),
    EntryKind.OTHER: (("#e8e2d6", "#4a4438"), ("#3a362f", "#dad2c3")),
    EntryKind.INTERVIEW: (("#1c5a74", "#ffffff"), ("#8cc4d9", "#12242b")),
    EntryKind.COMMITMENT: (("#fbf8f2", "#5a5348"), ("#1b1916", "#c5bdae")),
}
"""Of each kind, by day and by night."""


def colours(kind: EntryKind, *, dark: bool) -> Colours:
    """Returns the kind's colors in that mode; ink on its paper is at least 4.5 to 1."""
    paper, ink = PAPER_AND_INK[kind][dark]
    return Colours(paper, ink, paper if kind is EntryKind.INTERVIEW else ink)


def named(kind: EntryKind, title: str) -> str:
    """Returns the title with its kind's symbol, and its word where the title does not say it."""
    said = any(word in title.casefold() for word in SAID_BY.get(kind, ()))
    return f"{LOOKS[kind].symbol} {title}" if said else f"{label(kind)}: {title}"


def label(kind: EntryKind) -> str:
    """Symbol and word, as the legend shows them."""
    return f"{LOOKS[kind].symbol} {LOOKS[kind].word}"


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
