"""The pictures on the pages as XHTML that the browser lays out: three charts, and who knows whom.

Each is one image to a screen reader, with its words as its name. `lib/ui/shared/drawing.css` has
its look. What is counted is drawn piece by piece, like letters in a pile, up to `COUNTABLE`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lib.domain.people.suggestion_net import Net, in_words
from lib.formats.printing.rendering import render

COUNTABLE = 20
"""Up to how many things are drawn one by one."""


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

    @property
    def number(self) -> int:
        """Returns how many there are in all."""
        return self.full + self.rest

    @property
    def words(self) -> str:
        """Returns "9 of 10", or "none"."""
        return f"{self.full} of {self.number}" if self.number else "none"


class Sign(NamedTuple):
    """One way: its short name, what it shows, and the words for it.

    It shows "done", "open", "not_yet" or "missed".
    """

    name: str
    shows: str
    words: str


def rows(title: str, given: Sequence[Row]) -> str:
    """Returns a bar for each row, with its name before it and its number behind."""
    return _chart("rows.html", title, given)


def columns(title: str, given: Sequence[Column], legend: Sequence[str] = ()) -> str:
    """Returns a column for each month: `full` in the accent, and `rest` hollow above it."""
    return _chart("columns.html", title, given, legend)


def signs(title: str, given: Sequence[Sign]) -> str:
    """Returns the ways in a row, each a sign with its name below and its words on hover."""
    return render("signs.html", title=title, given=given)


def who_knows_whom(net: Net) -> str:
    """Returns those met, who decides first, and before each the friends who know them."""
    return render("who_knows_whom.html", net=net, sentences=in_words(net))


def _chart(
    name: str, title: str, given: Sequence[Row] | Sequence[Column], legend: Sequence[str] = ()
) -> str:
    most = max((one.number for one in given), default=0)
    return render(
        name, title=title, given=given, legend=legend, most=most, piecewise=most <= COUNTABLE
    )
