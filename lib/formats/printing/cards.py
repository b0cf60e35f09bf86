"""A handwritten card: its lines on 6 by 4 inches, a page of that size, and one to copy from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lib.domain.notes import Text
from lib.domain.pocket import clipped, columns, head, plain_line
from lib.formats.printing.rendering import render

WIDTH, HEIGHT = 5.2, 3.3
"""Inches of the card, 6 by 4, that are written on."""
INCH = 25.4
PITCHES = ((8.0, 44), (7.0, 50), (6.5, 54), (6.0, 60))
"""Millimeters from rule to rule, and how many letters such a hand writes on a line."""
EM, BROADER = 0.56, 0.4
"""The room of a printed letter in a wide face, and what a broad one takes beyond it, in ems."""
BROAD = "mw@%—…"
BIGGEST_PRINT = 0.66
"""The most that printed type is of its pitch."""
SHEET_WIDTH, SHEET_HEIGHT = 92.0, 57.0
"""Hundredths of the printed page's width and height that the lines to copy may fill."""
SHEET_LEADING = 1.36
TALLEST_LINE, WIDEST_LINE = 8.2, 3.4
"""The same for one line: a short card is not blown up to a poster."""
ADDRESS_LINES, ADDRESS_LINE, POST_BY = 6, 48, 160


@dataclass(frozen=True, slots=True)
class Layout:
    """How a card's words fall on it: its lines, and the millimetres from one to the next."""

    lines: tuple[str, ...]
    pitch: float


def card_lines(body: str) -> tuple[str, ...]:
    """The lines of a card written by hand, an empty one where a blank line is left."""
    return layout(body).lines


def layout(body: str) -> Layout:
    """Returns the lines in the biggest hand in which they fit, and blank ones if there is room.

    A text that fits no hand keeps all its words, in lines closer than one can write.
    """
    lines: tuple[str, ...] = ()
    for pitch, room in PITCHES:
        lines = _without_spare_blanks(tuple(_lines(body, room)), _rows(pitch))
        if len(lines) <= _rows(pitch):
            return Layout(lines, pitch)
    return Layout(lines, HEIGHT * INCH / len(lines))


def card_html(text: Text, *, reader_address: str = "") -> str:
    """A whole page that prints as one 6×4 in card, ruled, in the lines that a hand would write.

    The envelope's address stands below it on the screen.
    """
    laid = layout(text.body)
    return render(
        "card.html",
        pitch=round(laid.pitch, 3),
        size=round(_print_size(laid), 2),
        drop=round(laid.pitch * 0.12, 2),
        lines=_on_the_card(laid),
        address=_envelope(reader_address),
    )


def copy_sheet_html(text: Text, *, reader_address: str = "", post_by: str = "") -> str:
    """A page in large type to copy the card from, line by line; prints on one sheet, lying.

    `post_by` is the sentence that says when to post it.
    """
    lines = card_lines(text.body)
    widest = max(map(ems, lines), default=1.0) + 1
    return render(
        "copy_sheet.html",
        leading=SHEET_LEADING,
        wide=min(WIDEST_LINE, round(SHEET_WIDTH / widest, 3)),
        tall=min(TALLEST_LINE, round(SHEET_HEIGHT / max(1, len(lines)) / SHEET_LEADING, 3)),
        post_by=clipped(post_by, POST_BY),
        lines=lines,
        address=_envelope(reader_address),
    )


def ems(text: str) -> float:
    """How wide the text is at most when printed, in parts of the type size."""
    return EM * columns(text) + BROADER * sum(sign.isupper() or sign in BROAD for sign in text)


def _rows(pitch: float) -> int:
    return int(HEIGHT * INCH / pitch)


def _without_spare_blanks(lines: tuple[str, ...], rows: int) -> tuple[str, ...]:
    """Returns the lines without spare blank ones; the one above the signature goes last."""
    blank = [place for place, line in enumerate(lines) if not line]
    spare = set(blank[: max(0, len(lines) - rows)])
    return tuple(line for place, line in enumerate(lines) if place not in spare)


def _lines(body: str, room: int) -> Iterator[str]:
    """Yields the text broken to that many columns, with one empty line between paragraphs."""
    before, text = "", "\n".join(map(plain_line, body.splitlines()))
    for one in text.strip().split("\n"):
        if one or before:
            yield from _broken(one, room)
        before = one


def _broken(paragraph: str, room: int) -> Iterator[str]:
    line = ""
    for word in (piece for whole in paragraph.split() for piece in _pieces(whole, room)):
        longer = f"{line} {word}".lstrip()
        if columns(longer) > room:
            yield line
            longer = word
        line = longer
    yield line


def _pieces(word: str, room: int) -> Iterator[str]:
    """The word, in pieces where it is longer than a line."""
    while piece := head(word, room):
        yield piece
        word = word[len(piece) :]


def _on_the_card(laid: Layout) -> tuple[str, ...]:
    """The lines with the empty rules around them, so that a short text stands in the middle."""
    free = max(0, _rows(laid.pitch) - len(laid.lines))
    return ("",) * (free // 2) + laid.lines + ("",) * (free - free // 2)


def _print_size(laid: Layout) -> float:
    """Points, so that the longest line fits the card's width and its letters the pitch."""
    widest = max(map(ems, laid.lines), default=1.0)
    return min(BIGGEST_PRINT * laid.pitch / INCH * 72, WIDTH * 72 / max(widest, 1.0))


def _envelope(address: str) -> list[str]:
    """Returns the lines of the address as they fit the envelope; none without an address."""
    written = (line for line in address.splitlines() if line.strip())
    return [clipped(line, ADDRESS_LINE) for line in written][:ADDRESS_LINES]
