"""The pocket card as one file that needs neither the app nor a network, and as plain text to mail oneself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from itertools import cycle
from math import ceil
from operator import add

from lib.domain.notes import Text
from lib.domain.pocket import Pocket, PocketOffer, PocketPerson
from lib.domain.strategies import PointToMake
from lib.formats.printing.cards import ems
from lib.formats.sending import file_stem

LEADING, CLOSING_LEADING = 1.32, 1.22
TITLE, ROLE, EVIDENCE, CLOSING = 1.75, 1.1, 0.86, 1.5
"""Type sizes, as multiples of the card's own; PAGE below says the same ones."""
INDENT, GUTTER, GAP, SECTION = 1.5, 2.2, 0.22, 1.95
"""In ems: what an item is set in, the room between columns and after an item, a section's label."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a card has to fit: how wide and high in points or pixels, and the type sizes to choose from.

    On a `folded` one, points and questions stand side by side.
    """

    width: float
    height: float
    sizes: tuple[float, ...]
    folded: bool = False


PHONE = Sheet(350, 860, (17, 16.5, 16, 15.5, 15, 14.5, 14))
"""Where even the smallest type is too big one scrolls: nobody reads a smaller one in a lobby."""
PAPER = Sheet(510, 695, (12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6), folded=True)
"""As wide as A4 and as high as Letter, within the margins."""

LIGHT = {
    "desk": "#e7e0d2", "paper": "#fdfaf3", "ink": "#17140f", "soft": "#5f584b", "line": "#ddd3bf",
    "accent": "#1c5a74", "band": "#1c4f66", "on-band": "#fdfaf3", "label": "#c3dbe4",
}  # fmt: skip
DARK = {
    "desk": "#12100d", "paper": "#1e1b17", "ink": "#efe9dd", "soft": "#b8b0a1", "line": "#3d372e",
    "accent": "#8cc4d9", "band": "#1d4353", "on-band": "#f4f1e9", "label": "#a9cedd",
}  # fmt: skip

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Pocket card: {title}</title>
<style>
:root {{ color-scheme: light dark; {light} }}
@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}
@page {{ margin: 14mm; }}
* {{ box-sizing: border-box; margin: 0; padding: 0; }}
html {{ -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }}
body {{ background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: {screen}px/1.32 "Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, serif; }}
main {{ padding: 0.9em 20px 1.1em; }}
ul, ol {{ list-style: none; }}
a {{ color: var(--accent); }}
h2, .round, .by, .more {{ font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }}
h2, .round {{ font-size: 0.66em; font-weight: 650; letter-spacing: 0.11em; text-transform: uppercase;
  color: var(--accent); line-height: 1.5; }}
h1 {{ font-size: 1.75em; line-height: 1.12; font-weight: 600; letter-spacing: -0.012em; }}
.role {{ font-size: 1.1em; font-style: italic; color: var(--soft); }}
.when {{ margin-top: 0.55em; padding: 0.5em 0; border: solid var(--line); border-width: 1px 0; }}
.when strong {{ font-weight: 600; }}
section {{ margin-top: 0.8em; }}
h2 {{ margin-bottom: 0.25em; }}
li, li p {{ text-wrap: pretty; }}
li {{ position: relative; padding-inline-start: 1.5em; margin-bottom: 0.22em; }}
.people li {{ padding: 0; }}
.people strong {{ font-weight: 600; }}
.people span, .evidence {{ color: var(--soft); }}
.evidence {{ font-size: 0.86em; }}
ol {{ counter-reset: point; }}
li::before {{ position: absolute; inset-inline-start: 0; color: var(--accent); font-weight: 600; }}
.points li::before {{ counter-increment: point; content: counter(point); }}
.questions li::before {{ content: "?"; font-style: italic; }}
.offers li::before {{ content: "→"; }}
.by, .more {{ font-size: 0.8em; color: var(--soft); }}
.by {{ white-space: nowrap; }}
.closing {{ margin: 0.9em -20px 0; padding: 0.75em 20px 0.9em;
  background: var(--band); color: var(--on-band); }}
.closing h2 {{ color: var(--label); }}
.closing p {{ font-size: 1.5em; line-height: 1.22; letter-spacing: -0.005em; text-wrap: pretty; }}
@media (min-width: 700px), print {{
  .head {{ display: grid; grid-template-columns: 1.1fr 1fr; gap: 2em; align-items: end; }}
  .when {{ margin: 0; border-width: 0; border-inline-start-width: 1px; padding: 0 0 0 1.2em; }}
  .people {{ border-top: 1px solid var(--line); padding-top: 0.7em; }}
  .people ul {{ columns: 2; column-gap: 2em; }}
  .people li {{ break-inside: avoid; }}
  .mine {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(15em, 1fr)); column-gap: 2.2em; }}
}}
@media (min-width: 700px) {{
  body {{ background: var(--desk); font-size: 17px; }}
  h1 {{ font-size: 2.1em; }}
  main {{ max-width: 50rem; margin: 3vh auto; padding: 2em 2.4em 2.2em; background: var(--paper);
    border-radius: 4px; box-shadow: 0 1px 2px #0002, 0 14px 40px #3a2c1230; }}
  section {{ margin-top: 1.2em; }}
  li {{ margin-bottom: 0.4em; }}
  .closing {{ margin: 1.4em -2.4em 0; padding: 1.2em 2.4em 1.35em; }}
}}
@media print {{
  :root {{ {light} }}
  body {{ background: none; font-size: {paper}pt; }}
  main {{ max-width: none; margin: 0; padding: 0; box-shadow: none; background: none; }}
  section {{ margin-top: 0.9em; }}
  li {{ margin-bottom: 0.22em; }}
  .closing {{ margin: 1em 0 0; padding: 0.7em 0 0.8em; background: none; color: var(--ink);
    border: solid var(--ink); border-width: 2.5pt 0 0.8pt; }}
  .closing h2 {{ color: var(--accent); }}
  a {{ color: inherit; text-decoration: none; }}
}}
</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def pocket_html(card: Pocket) -> str:
    """The whole page: for a phone in the lobby, light or dark, or printed on exactly one sheet."""
    mine = _points(card) + _questions(card)
    return PAGE.format(
        title=escape(card.company),
        light=_colours(LIGHT),
        dark=_colours(DARK),
        screen=_size(card, PHONE),
        paper=_size(card, PAPER),
        body=_head(card)
        + _people(card)
        + (mine and f'<div class="mine">{mine}</div>')
        + _end(card),
    )


def pocket_text(card: Pocket) -> Text:
    """The same in plain text, for a message to oneself."""
    where = card.link or card.place
    parts = (
        (f"{card.round}: {card.role}, {card.company}", card.when, where),
        _told("With", (_named(one) for one in card.people), card.more_people),
        _told("My points", (_lines_of(one) for one in card.points), card.more_points),
        _told("My questions", card.questions, card.more_questions),
        ("Before I leave, I ask:", card.closing) if card.closing else (),
        _told(
            "I can offer", (f"{one.what} (by {one.by})" for one in card.offers), card.more_offers
        ),
    )
    body = "\n\n".join("\n".join(filter(None, part)) for part in parts if part)
    return Text(f"Pocket card: {card.company}, {card.round}, {card.day}", body)


def pocket_file_name(card: Pocket) -> str:
    """A file name that every system takes, such as "pocket-card-harbor-vale.html"."""
    return "-".join(filter(None, ("pocket-card", file_stem(card.company)))) + ".html"


def _told(label: str, items: Iterable[str], more: str) -> tuple[str, ...]:
    rows = tuple(f"- {item}" for item in items)
    return (f"{label}:", *rows, more) if rows else ()


def _named(person: PocketPerson) -> str:
    return ", ".join(filter(None, (person.name, person.position)))


def _lines_of(point: PointToMake) -> str:
    return "\n  ".join(filter(None, (point.point, point.evidence)))


def _colours(palette: dict[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in palette.items())


def _head(card: Pocket) -> str:
    return (
        f'<header class="head"><div><p class="round">{escape(card.round)}</p>'
        f'<h1 dir="auto">{escape(card.company)}</h1>{_row("p", card.role, "role")}</div>'
        f'<div class="when"><p><strong>{escape(card.day)}</strong></p><p>{escape(card.hours)}</p>'
        f"{_place(card)}</div></header>"
    )


def _place(card: Pocket) -> str:
    if not card.link:
        return _row("p", card.place)
    address = escape(card.link)
    link = f'<a href="{address}" target="_blank" rel="noreferrer noopener">{escape(card.place)}</a>'
    return f'<p dir="auto">{link}</p>'


def _people(card: Pocket) -> str:
    rows = (
        f"<strong>{escape(one.name)}</strong>"
        + (one.position and f"<span>, {escape(one.position)}</span>")
        for one in card.people
    )
    return _section("people", "With", rows, card.more_people)


def _points(card: Pocket) -> str:
    rows = (_row("p", one.point) + _row("p", one.evidence, "evidence") for one in card.points)
    return _section("points", "My points", rows, card.more_points, tag="ol")


def _questions(card: Pocket) -> str:
    return _section("questions", "My questions", map(escape, card.questions), card.more_questions)


def _end(card: Pocket) -> str:
    closing = f'<section class="closing"><h2>Before I leave, I ask</h2>{_row("p", card.closing)}</section>'
    offers = _section("offers", "I can offer", map(_offered, card.offers), card.more_offers)
    return (closing if card.closing else "") + offers


def _offered(offer: PocketOffer) -> str:
    return f'{escape(offer.what)} <span class="by">by {escape(offer.by)}</span>'


def _section(name: str, label: str, rows: Iterable[str], more: str, tag: str = "ul") -> str:
    """A labelled list; empty without rows."""
    items = "".join(f'<li dir="auto">{row}</li>' for row in rows)
    rest = _row("p", more, "more")
    return (
        items and f'<section class="{name}"><h2>{label}</h2><{tag}>{items}</{tag}>{rest}</section>'
    )


def _row(tag: str, text: str, name: str = "") -> str:
    """The text in an element of its own; empty without one."""
    attribute = f' class="{name}"' if name else ""
    return text and f'<{tag}{attribute} dir="auto">{escape(text)}</{tag}>'


def _size(card: Pocket, sheet: Sheet) -> float:
    """The biggest type in which the card fits that sheet, else the smallest."""
    fitting = (size for size in sheet.sizes if _height(card, sheet, size) * size <= sheet.height)
    return next(fitting, sheet.sizes[-1])


def _height(card: Pocket, sheet: Sheet, size: float) -> float:
    """How high the card gets on that sheet in type of that size, in ems, in a wide typeface."""
    width = sheet.width / size
    part = (width - GUTTER) / 2 if sheet.folded else width
    beside: Callable[[float, float], float] = max if sheet.folded else add
    people = [_named(one) for one in card.people]
    points = [text for one in card.points for text in (one.point, one.evidence)]
    head = _stack((card.round, card.company, card.role), part, (1.0, TITLE, ROLE))
    offers = _stack((f"{one.what} by {one.by}" for one in card.offers), width - INDENT)
    return (
        beside(head, _stack((card.day, card.hours, card.place), part))
        + beside(_stack(people[::2], part), _stack(people[1::2], part))
        + beside(
            _stack(points, part - INDENT, (1.0, EVIDENCE)), _stack(card.questions, part - INDENT)
        )
        + _rows(card.closing, CLOSING, width) * CLOSING_LEADING
        + offers
        + _labels(card)
    )


def _labels(card: Pocket) -> float:
    """The height of what stands around the lists, in ems; the band of the closing question has more air."""
    sections = (card.people, card.points, card.questions, card.offers, card.closing, card.closing)
    rest = (card.more_people, card.more_points, card.more_questions, card.more_offers)
    return SECTION * (1 + sum(map(bool, sections))) + LEADING * sum(map(bool, rest))


def _stack(texts: Iterable[str], width: float, scales: tuple[float, ...] = (1.0,)) -> float:
    """The height of texts below one another, in ems, set that large in turn."""
    return sum(
        _rows(text, scale, width) * LEADING + GAP
        for text, scale in zip(texts, cycle(scales), strict=False)
    )


def _rows(text: str, scale: float, width: float) -> float:
    """How many rows of the card's own type a text takes that is set that large."""
    return ceil(ems(text) * scale / width) * scale
