"""A handwritten card: its lines on 6 by 4 inches, as a page of that size, and as one to copy from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from lib.domain.notes import Text
from lib.domain.pocket import clipped, columns, head, plain_line

CARD_WIDTH, CARD_HEIGHT = 6.0, 4.0
WIDTH, HEIGHT = 5.2, 3.3
"""Inches of the card that are written on."""
INCH = 25.4
PITCHES = ((8.0, 44), (7.0, 50), (6.5, 54), (6.0, 60))
"""Millimetres from rule to rule, and how many letters such a hand writes on a line (3 to 2.2 mm each)."""
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

HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
* {{ box-sizing: border-box; }}
html, body, p, ol, li, h1, h2 {{ margin: 0; padding: 0; font: inherit; }}
body {{ background: #e7e0d2; color: #23201b; font: 11pt/1.5 Georgia, "Times New Roman", serif; }}
main li, main p {{ white-space: pre; }}
h2 {{ color: #6a6254; font: 600 8.5pt/1.6 system-ui, sans-serif; letter-spacing: 0.08em;
  text-transform: uppercase; }}
footer {{ position: relative; max-width: 100%; padding: 0.7em 1em; background: #f8f3e7;
  border: 0.8pt solid #b9ae98; border-radius: 3px; }}
footer::after {{ content: ""; position: absolute; top: 0.7em; right: 0.7em; width: 2.2em; height: 2.7em;
  border: 0.8pt dashed #b9ae98; }}
footer p {{ margin: 0.9em 3.5em 0 7em; white-space: pre-line; overflow-wrap: anywhere; line-height: 1.4; }}
"""

CARD = (
    HEAD
    + """@page {{ size: 6in 4in; margin: 0; }}
main {{ width: 6in; height: 4in; padding: 0.35in 0.4in; margin: 0.5in auto 0.3in; overflow: hidden;
  background: #fffdf8; border-radius: 2px; box-shadow: 0 1px 2px #0002, 0 10px 30px #5b4a2a30; }}
main p {{ height: {pitch}mm; font-size: {size}pt; line-height: {pitch}mm;
  border-bottom: 0.6pt solid #dcd3c0; }}
main p span {{ position: relative; top: {drop}mm; }}
footer {{ width: 6in; min-height: 3in; margin: 0 auto 0.5in; }}
footer p {{ margin: 0.9in 0.5in 0 2.2in; font-size: 1.15em; }}
@media print {{
  body {{ background: none; }}
  main {{ margin: 0; box-shadow: none; border-radius: 0; }}
  footer {{ display: none; }}
}}
</style>
</head>
<body>
<main dir="auto">{lines}</main>
{envelope}
</body>
</html>
"""
)

COPY_SHEET = (
    HEAD
    + """@page {{ size: landscape; margin: 10mm 12mm; }}
body {{ padding: 4vh 3vw; background: #fffdf8;
  display: flex; flex-direction: column; gap: 3vh; }}
header {{ display: flex; justify-content: space-between; align-items: baseline; gap: 2em;
  border-bottom: 1.5pt solid #23201b; padding-bottom: 0.35em; }}
h1 {{ font-weight: 600; font-size: 14pt; white-space: nowrap; }}
header p {{ font-size: 12pt; text-align: end; overflow-wrap: anywhere; }}
ol {{ list-style: none; font-size: min({wide}vw, {tall}vh); }}
li {{ display: flex; align-items: baseline; line-height: {leading}; border-bottom: 0.6pt solid #dcd3c0; }}
li::after {{ content: "\\200b"; }}
li i {{ flex: none; width: 2em; color: #6a6254; font: 0.46em/1 system-ui, sans-serif;
  font-variant-numeric: tabular-nums; }}
footer {{ align-self: flex-end; width: 30em; min-height: 9em; }}
@media print {{ body {{ padding: 0; background: none; }} }}
</style>
</head>
<body>
<header><h1>To copy by hand</h1><p dir="auto">{post_by}</p></header>
<main dir="auto"><ol>{lines}</ol></main>
{envelope}
</body>
</html>
"""
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a card's words fall on it: its lines, and the millimetres from one to the next."""

    lines: tuple[str, ...]
    pitch: float


def card_lines(body: str) -> tuple[str, ...]:
    """The lines of a card written by hand, an empty one where a blank line is left."""
    return layout(body).lines


def layout(body: str) -> Layout:
    """The lines in the biggest hand in which they fit; blank ones only as far as there is room for them.

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
    return CARD.format(
        title="Card",
        pitch=round(laid.pitch, 3),
        size=round(_print_size(laid), 2),
        drop=round(laid.pitch * 0.12, 2),
        lines="".join(f"<p><span>{escape(line)}</span></p>" for line in _on_the_card(laid)),
        envelope=_envelope(reader_address),
    )


def copy_sheet_html(text: Text, *, reader_address: str = "", post_by: str = "") -> str:
    """A page in large type to copy the card from, line by line; prints on one sheet, lying.

    `post_by` is the sentence that says when to post it.
    """
    lines = card_lines(text.body)
    widest = max(map(ems, lines), default=1.0) + 1
    return COPY_SHEET.format(
        title="Card to copy",
        leading=SHEET_LEADING,
        wide=min(WIDEST_LINE, round(SHEET_WIDTH / widest, 3)),
        tall=min(TALLEST_LINE, round(SHEET_HEIGHT / max(1, len(lines)) / SHEET_LEADING, 3)),
        post_by=escape(clipped(post_by, POST_BY)),
        lines="".join(
            f"<li><i>{place}</i>{escape(line)}</li>" for place, line in enumerate(lines, 1)
        ),
        envelope=_envelope(reader_address),
    )


def ems(text: str) -> float:
    """How wide the text is at most when printed, in parts of the type size."""
    return EM * columns(text) + BROADER * sum(sign.isupper() or sign in BROAD for sign in text)


def _rows(pitch: float) -> int:
    return int(HEIGHT * INCH / pitch)


def _without_spare_blanks(lines: tuple[str, ...], rows: int) -> tuple[str, ...]:
    """The lines with as many blank ones as the rows allow; the one above the signature goes last."""
    blank = [place for place, line in enumerate(lines) if not line]
    spare = set(blank[: max(0, len(lines) - rows)])
    return tuple(line for place, line in enumerate(lines) if place not in spare)


def _lines(body: str, room: int) -> Iterator[str]:
    """The text's lines and paragraphs, broken to that many columns; one empty line between paragraphs."""
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


def _envelope(address: str) -> str:
    """The envelope with the address on it; empty without one."""
    lines = [clipped(line, ADDRESS_LINE) for line in address.splitlines() if line.strip()]
    if not lines:
        return ""
    shown = "\n".join(escape(line) for line in lines[:ADDRESS_LINES])
    return f'<footer><h2>The envelope</h2><p dir="auto">{shown}</p></footer>'
