"""The pocket card as one file that needs no app and no network, and as plain text to mail."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import cycle
from math import ceil
from operator import add

from lib.domain.notes import Text
from lib.domain.pocket import Pocket, PocketPerson
from lib.domain.strategies import PointToMake
from lib.formats.printing.cards import ems
from lib.formats.printing.rendering import render
from lib.formats.sending import file_stem

LEADING, CLOSING_LEADING = 1.32, 1.22
TITLE, ROLE, EVIDENCE, CLOSING = 1.75, 1.1, 0.86, 1.5
"""Type sizes, as multiples of the card's own; the template pocket.html has the same ones."""
INDENT, GUTTER, GAP, SECTION = 1.5, 2.2, 0.22, 1.95
"""In ems: what an item is set in, the room between columns and after an item, a section's label."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a card has to fit: width and height in points or pixels, and the possible type sizes.

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


def pocket_html(card: Pocket) -> str:
    """The whole page: for a phone in the lobby, light or dark, or printed on exactly one sheet."""
    return render(
        "pocket.html",
        card=card,
        light=LIGHT,
        dark=DARK,
        screen=_size(card, PHONE),
        paper=_size(card, PAPER),
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
    """Returns the height around the lists, in ems; the closing question has more air."""
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
