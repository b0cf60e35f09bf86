"""The three small pictures of the progress page, as SVG: rows, months, and the seven ways of one job.

Each takes ink, paper and accent from the page around it, needs no script and fetches nothing. What is counted
is drawn one by one, like letters in a pile, until there are too many of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from lib.domain.pocket import plain_line
from lib.formats.printing.who_knows_whom import ACCENT, PAPER

WIDE, NARROW = 640, 350
TYPE, SMALL = 15.0, 13.0
"""Sizes of type, in units of the picture: pixels on a phone."""
COUNTABLE = 20
"""Up to how many things are drawn one by one."""
ROW, BAR, GAP, ROUND = 30.0, 15.0, 3.0, 2.5
LABEL, LABEL_NARROW, BIGGEST = 150.0, 128.0, 22.0
"""The room for the name of a row, and the longest piece of a bar."""
TALL, PIECE, COLUMN_WIDE, COLUMN_NARROW = 132.0, 12.0, 46.0, 30.0
"""How high the months may grow, how high one promise is at most, and how wide a month is."""
LEGEND, FOOT, HEAD = 26.0, 24.0, 22.0
SIGNS, SIGN = 58.0, 10.0
"""The height of the row of ways, and the half of a sign's width."""


class Row(NamedTuple):
    """One row of a bar chart; `strong` ones bear the accent."""

    label: str
    number: int
    strong: bool = True


class Column(NamedTuple):
    """One month: how much of it was as it should be, and how much was not."""

    label: str
    full: int
    rest: int

    def words(self) -> str:
        """ "9 of 10", or "none"."""
        return f"{self.full} of {self.full + self.rest}" if self.full + self.rest else "none"


class Sign(NamedTuple):
    """One way: its short name, what it shows ("done", "open", "not_yet", "missed"), and the words for it."""

    name: str
    shows: str
    words: str


def rows(title: str, given: Sequence[Row], *, narrow: bool = False) -> str:
    """A bar for each row, one below the other, with its name before it and its number behind it."""
    width, left = (NARROW, LABEL_NARROW) if narrow else (WIDE, LABEL)
    most = max((one.number for one in given), default=0)
    room = width - left - 34
    unit = min(BIGGEST, room / max(1, most))
    said = (f"{one.label}: {one.number}" for one in given)
    drawn = (part for i, one in enumerate(given) for part in _row(one, i * ROW, left, unit, most))
    return _svg(title, said, drawn, width, len(given) * ROW)


def _row(row: Row, top: float, left: float, unit: float, most: int) -> Iterator[str]:
    base = top + ROW / 2 + TYPE * 0.35
    yield _type(left - 14, base, row.label, TYPE, "end", faint=not row.number)
    look = _filled(row.strong)
    yield from (
        _box(left + x, top + (ROW - BAR) / 2, length, BAR, look)
        for x, length in _pieces(row.number, unit, most)
    )
    behind = left + unit * row.number + 8 if row.number else left
    yield _type(behind, base, str(row.number), TYPE, bold=bool(row.number), faint=not row.number)


def _pieces(count: int, unit: float, most: int) -> Iterator[tuple[float, float]]:
    """Where each piece begins and how long it is: one for each thing, or one for all."""
    if most <= COUNTABLE:
        yield from ((i * unit, unit - GAP) for i in range(count))
    elif count:
        yield 0.0, count * unit


def columns(
    title: str, given: Sequence[Column], legend: tuple[str, str] = ("", ""), *, narrow: bool = False
) -> str:
    """A column for each month: what was as it should be below in full, the rest on top of it, hollow."""
    width, broad = (NARROW, COLUMN_NARROW) if narrow else (WIDE * 0.8, COLUMN_WIDE)
    most = max((one.full + one.rest for one in given), default=0)
    unit = min(PIECE, TALL / max(1, most))
    floor = LEGEND + HEAD + unit * most
    step = width / max(1, len(given))
    said = (f"{one.label}: {one.words()}" for one in given)
    drawn = [*_legend(legend)]
    for i, one in enumerate(given):
        drawn += _column(one, (i + 0.5) * step, floor, broad, unit, most)
    drawn.append(_line(step * 0.15, width - step * 0.15, floor + 0.5))
    return _svg(title, said, drawn, width, floor + FOOT)


def _column(
    one: Column, middle: float, floor: float, broad: float, unit: float, most: int
) -> Iterator[str]:
    for count, below, look in (
        (one.full, 0, _filled(strong=True)),
        (one.rest, one.full, _hollow()),
    ):
        for start, length in _pieces(count, unit, most):
            foot = floor - below * unit - start - 1
            yield _box(middle - broad / 2, foot - max(1.0, length), broad, max(1.0, length), look)
    top = floor - unit * (one.full + one.rest)
    empty = not one.full + one.rest
    yield _type(middle, top - 8, one.words(), SMALL, "middle", bold=not empty, faint=empty)
    yield _type(middle, floor + 17, one.label, SMALL, "middle", faint=empty)


def _legend(legend: tuple[str, str]) -> Iterator[str]:
    x = 1.0
    for words, look in zip(legend, (_filled(strong=True), _hollow()), strict=True):
        if words:
            yield _box(x, 3, 11, 10, look)
            yield _type(x + 18, 13, words, SMALL)
            x += 18 + len(words) * SMALL * 0.56 + 18


def signs(title: str, given: Sequence[Sign], *, narrow: bool = False) -> str:
    """The seven ways in a row, each a sign that differs in shape, its name below, and words on hover."""
    width = NARROW if narrow else WIDE
    step = width / max(1, len(given))
    said = (f"{one.name}: {one.words}" for one in given)
    return _svg(
        title, said, (_sign(one, (i + 0.5) * step) for i, one in enumerate(given)), width, SIGNS
    )


def _sign(one: Sign, x: float) -> str:
    faint = one.shows in ("not_yet", "missed")
    name = _type(x, SIGNS - 10, one.name, SMALL, "middle", faint=faint)
    hover = (
        f'<rect x="{x - 24:.1f}" y="0" width="48" height="{SIGNS:.0f}" style="fill: transparent"/>'
    )
    return f"<g><title>{_plain(one.words)}</title>{hover}{SHAPES[one.shows](x, 18.0)}{name}</g>"


def _tick(x: float, y: float) -> str:
    path = f"M{x - 4.5:.1f} {y + 0.3:.1f} l3.2 3.4 l6 -7"
    return _circle(x, y, SIGN, f"fill: {ACCENT}") + _stroked(
        path, f"stroke: {PAPER}; stroke-width: 2.2"
    )


def _ring(x: float, y: float) -> str:
    return _circle(x, y, SIGN - 1.2, f"fill: none; stroke: {ACCENT}; stroke-width: 2.4")


def _dots(x: float, y: float) -> str:
    look = "fill: currentColor; fill-opacity: 0.6"
    return "".join(_circle(x + away, y, 1.6, look) for away in (-5.5, 0.0, 5.5))


def _cross(x: float, y: float) -> str:
    path = f"M{x - 5:.1f} {y - 5:.1f} l10 10 M{x + 5:.1f} {y - 5:.1f} l-10 10"
    return _stroked(path, "stroke: currentColor; stroke-opacity: 0.6; stroke-width: 2")


SHAPES = {"done": _tick, "open": _ring, "not_yet": _dots, "missed": _cross}


def _svg(title: str, said: Iterable[str], drawn: Iterable[str], width: float, height: float) -> str:
    label = _plain("; ".join((title, *said)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" role="img"'
        f' aria-label="{label}" fill="currentColor" style="display: block; overflow: visible; width: 100%;'
        f' height: auto; max-width: {width:.0f}px">{"".join(drawn)}</svg>'
    )


def _filled(strong: bool) -> str:
    return f"fill: {ACCENT}" if strong else "fill: currentColor; fill-opacity: 0.35"


def _hollow() -> str:
    return "fill: none; stroke: currentColor; stroke-opacity: 0.6; stroke-width: 1.2"


def _box(x: float, y: float, width: float, height: float, look: str) -> str:
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
        f' rx="{min(ROUND, height / 2):.1f}" style="{look}"/>'
    )


def _line(start: float, end: float, y: float) -> str:
    return _stroked(
        f"M{start:.1f} {y:.1f} H{end:.1f}",
        "stroke: currentColor; stroke-opacity: 0.3; stroke-width: 1",
    )


def _circle(x: float, y: float, radius: float, look: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" style="{look}"/>'


def _stroked(path: str, look: str) -> str:
    return f'<path d="{path}" style="fill: none; stroke-linecap: round; stroke-linejoin: round; {look}"/>'


def _type(
    x: float,
    y: float,
    words: str,
    size: float,
    anchor: str = "start",
    *,
    bold: bool = False,
    faint: bool = False,
) -> str:
    look = f"font-size: {size}px{'; font-weight: 600' if bold else ''}"
    look += f"; fill-opacity: {0.66 if faint else 0.88}"
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" style="{look}">{_plain(words)}</text>'


def _plain(text: str) -> str:
    """The text as it can stand in the markup, without what no markup may hold."""
    return escape(plain_line(text).translate({0xFFFE: None, 0xFFFF: None}))
