"""The picture of who knows whom, as SVG: the people I know, those whom I met, the decision.

It takes ink, paper and accent from the page around it, needs no script, and fetches nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import chain
from typing import NamedTuple

from lib.domain.people.suggestion_net import Bond, Friend, Net, in_words
from lib.domain.pocket import plain_line
from lib.formats.printing.cards import ems

NAME, SMALL, HEAD = 19.0, 15.0, 13.5
"""Sizes of type, in units of the picture: pixels on a phone."""
LEADING, AIR, TIGHT, TOP = 1.24, 26.0, 18.0, 40.0
"""From line to line; between people, on a desktop and on a phone; the room for the head of a column."""
SERIF = "'Source Serif Pro', 'Source Serif', Georgia, serif"
ACCENT = "var(--ft-accent, light-dark(#1c5a74, #8cc4d9))"
PAPER = "var(--ft-paper, light-dark(#fbf8f2, #1b1916))"
THICKNESS = {0: 1.5, 1: 1.0, 2: 1.75, 3: 2.5, 4: 3.5, 5: 4.75}
"""Of a line, by how well the two know each other; not said, it is dotted."""
COMPANY = ""

WIDE, NARROW = 880, 360
LEFT, LEFT_ROOM, MIDDLE, MIDDLE_ROOM, END, END_ROOM = 218.0, 210.0, 456.0, 204.0, 786.0, 94.0
DOT = 14.0
"""How far a dot stands from its text."""
ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78)
"""Where on its line a word may stand, the best first."""
DOWN_ROOM, DOWN_DOT, WIDEST, NARROWEST = 250.0, 266.0, 112.0, 30.0
"""On a phone: the room for text, where the dots stand, and how far arcs reach out."""


class Line(NamedTuple):
    """One line of type."""

    text: str
    size: float = SMALL
    accent: bool = False


class Spot(NamedTuple):
    """A place in the picture."""

    x: float
    y: float


Curve = tuple[Spot, Spot, Spot, Spot]
"""Where a line begins, the two places that draw it to them, and where it ends."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """A person, the company or the decision: its lines of type, where they stand, and its dot."""

    lines: tuple[Line, ...]
    x: float
    dot_x: float
    anchor: str = "start"
    top: float = 0.0
    is_end: bool = False

    def height(self) -> float:
        """From the top of its first line to the foot of its last."""
        return sum(line.size * LEADING for line in self.lines)

    def dot(self) -> Spot:
        """Where lines come to it: beside its name."""
        return Spot(self.dot_x, self.top + NAME * 0.62)

    def beyond(self) -> Spot:
        """Where its type ends on the right."""
        return Spot(self.x + max(map(_width, self.lines), default=0) + 6, self.dot().y)

    def drawn(self) -> Iterator[str]:
        """Its dot and its type."""
        (x, y), colour = self.dot(), ACCENT if self.is_end else "currentColor"
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{6 if self.is_end else 3.5}" style="fill: {colour}"/>'
        foot = self.top
        for line in self.lines:
            yield _type(Spot(self.x, foot + line.size * 0.95), line, self.anchor)
            foot += line.size * LEADING


def svg(net: Net, *, narrow: bool = False) -> str:
    """The picture from left to right, or from top to bottom for a phone; empty with nobody to draw."""
    if not net.friends_shown():
        return ""
    width, (height, parts) = (NARROW, _down(net)) if narrow else (WIDE, _across(net))
    said = _plain("; ".join((f"Who knows whom at {net.company}", *in_words(net))))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.0f}" role="img"'
        f' aria-label="{said}" fill="currentColor" style="display: block; overflow: visible; width: 100%;'
        f' height: auto; max-width: {width * 1.2:.0f}px">{"".join(parts)}</svg>'
    )


def _across(net: Net) -> tuple[float, Iterable[str]]:
    """The height of the wide picture, and its parts: lines below, type above."""
    middle = {
        id_: Node(lines=lines, x=MIDDLE, dot_x=MIDDLE - DOT)
        for id_, lines in _middle(net, MIDDLE_ROOM)
    }
    left = {
        one.id: Node(
            lines=_block(one.name, [one.state], LEFT_ROOM), x=LEFT, dot_x=LEFT + DOT, anchor="end"
        )
        for one in sorted(
            net.friends_shown(), key=lambda one: list(middle).index(net.bonds_of(one)[0].met_id)
        )
    }
    room = max(sum(node.height() + AIR for node in nodes.values()) for nodes in (left, middle))
    left, middle = _spread(left, room), _spread(middle, room)
    end = _spread({"": _decision(END, END - DOT, END_ROOM)}, room)[""]
    ties = [
        (bond, _sideways(left[bond.friend_id].dot(), middle[bond.met_id].dot()))
        for bond in _bonds(net)
    ]
    heads = (Spot(LEFT, 14), "You know", "end"), (Spot(MIDDLE, 14), "You met", "start")
    return TOP + room + (AIR if net.more() else 0), chain(
        (_type(at, Line(words, HEAD), anchor) for at, words, anchor in heads),
        (
            _path(_sideways(node.beyond(), end.dot()), _leading(net, id_))
            for id_, node in middle.items()
        ),
        (_path(curve, _stroke(bond)) for bond, curve in ties),
        (part for node in (*left.values(), *middle.values(), end) for part in node.drawn()),
        _words_on(ties),
        _more(net, Spot(LEFT, TOP + room + 8), "end"),
    )


def _down(net: Net) -> tuple[float, Iterable[str]]:
    """The same for a phone: one below the other, tied by arcs on the right.

    Those who decide stand last, next to the decision: so the arcs lie within one another.
    """
    friends = _stacked(
        {
            one.id: _block(one.name, [one.state, *net.told_of(one)], DOWN_ROOM)
            for one in _in_line(net)
        },
        TOP,
    )
    top = _foot(friends) + (AIR if net.more() else 0)
    people = _stacked(dict(reversed(list(_middle(net, DOWN_ROOM)))), top + TOP)
    end = replace(_decision(0, DOWN_DOT, DOWN_ROOM), top=_foot(people))
    farthest = people[list(people)[-1]].dot().y - TOP
    heads = (Spot(0, 14), "You know"), (Spot(0, top + 14), "You met")
    ties = (
        (bond, friends[bond.friend_id].dot(), people[bond.met_id].dot()) for bond in _bonds(net)
    )
    return end.top + end.height() + 8, chain(
        (_type(at, Line(words, HEAD)) for at, words in heads),
        (
            _path(_arc(one.dot(), end.dot(), farthest), _leading(net, id_))
            for id_, one in people.items()
        ),
        (_path(_arc(start, finish, farthest), _stroke(bond)) for bond, start, finish in ties),
        (part for node in (*friends.values(), *people.values(), end) for part in node.drawn()),
        _more(net, Spot(0, top - AIR), "start"),
    )


def _in_line(net: Net) -> list[Friend]:
    """The friends in the order of those whom they know, so that few lines cross."""
    order = {id_: place for place, (id_, _) in enumerate(_middle(net, MIDDLE_ROOM))}
    return sorted(net.friends_shown(), key=lambda one: order[net.bonds_of(one)[0].met_id])


def _bonds(net: Net) -> list[Bond]:
    return [bond for one in net.friends_shown() for bond in net.bonds_of(one)]


def _middle(net: Net, room: float) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Those met, and the company where somebody is tied to nothing else."""
    for one in net.met_shown():
        part = [Line(one.part(), accent=one.decides())] if one.part() else []
        yield one.id, (*_block(one.name, [one.position], room), *part)
    if any(bond.met_id == COMPANY for bond in _bonds(net)):
        yield COMPANY, _block(net.company, ["the company"], room)


def _decision(x: float, dot_x: float, room: float) -> Node:
    return Node(lines=_block("The decision", [], room), x=x, dot_x=dot_x, is_end=True)


def _block(name: str, small: Iterable[str], room: float) -> tuple[Line, ...]:
    """A name on at most two lines, and below it smaller lines, where there is anything to say."""
    named = (Line(text, NAME) for text in _wrapped(name, NAME, room))
    return (*named, *(Line(text) for words in small for text in _wrapped(words, SMALL, room)))


def _wrapped(words: str, size: float, room: float) -> list[str]:
    """The words on one line or two of that room; "…" stands for what does not fit."""
    first, rest = "", plain_line(words).split()
    while rest and (not first or _fits(f"{first} {rest[0]}", size, room)):
        first = f"{first} {rest.pop(0)}".strip()
    return [_cut(line, size, room) for line in (first, " ".join(rest)) if line]


def _cut(words: str, size: float, room: float) -> str:
    if _fits(words, size, room):
        return words
    while words and not _fits(f"{words}…", size, room):
        words = words[:-1]
    return f"{words.rstrip(' ,;:–-')}…"


def _fits(words: str, size: float, room: float) -> bool:
    return _width(Line(words, size)) <= room


def _width(line: Line) -> float:
    """About how wide a line is, rather too much than too little; names are bold."""
    return ems(line.text) * line.size * (0.98 if line.size == NAME else 0.84)


def _spread(nodes: dict[str, Node], room: float) -> dict[str, Node]:
    """The nodes below one another, spread over that height."""
    spare = (room - sum(node.height() for node in nodes.values())) / max(1, len(nodes))
    return _placed(nodes, TOP + spare / 2, spare)


def _stacked(blocks: dict[str, tuple[Line, ...]], top: float) -> dict[str, Node]:
    return _placed(
        {id_: Node(lines=lines, x=0, dot_x=DOWN_DOT) for id_, lines in blocks.items()}, top, TIGHT
    )


def _placed(nodes: dict[str, Node], top: float, air: float) -> dict[str, Node]:
    placed: dict[str, Node] = {}
    for id_, node in nodes.items():
        placed[id_] = replace(node, top=top)
        top += node.height() + air
    return placed


def _foot(nodes: dict[str, Node]) -> float:
    """Where the next thing may stand below them."""
    return max((node.top + node.height() for node in nodes.values()), default=TOP) + AIR


def _sideways(start: Spot, end: Spot) -> Curve:
    middle = (start.x + end.x) / 2
    return start, Spot(middle, start.y), Spot(middle, end.y), end


def _arc(start: Spot, end: Spot, farthest: float) -> Curve:
    """Out to the right and back, the farther the longer it is."""
    out = start.x + NARROWEST + (WIDEST - NARROWEST) * abs(end.y - start.y) / farthest
    return start, Spot(out, start.y), Spot(out, end.y), end


def _on(curve: Curve, share: float) -> Spot:
    """The place on a curve after that share of it."""
    weights = (1 - share) ** 3, 3 * (1 - share) ** 2 * share, 3 * (1 - share) * share**2, share**3
    x, y = (
        sum(weight * spot[i] for weight, spot in zip(weights, curve, strict=True)) for i in (0, 1)
    )
    return Spot(x, y)


def _stroke(bond: Bond) -> str:
    unsure = bond.place is not None or not bond.how_well
    dots = "; stroke-dasharray: 0.1 5" if unsure else ""
    width = THICKNESS[bond.how_well]
    return f"stroke: currentColor; stroke-width: {width + unsure * 0.5}; stroke-opacity: 0.55{dots}"


def _leading(net: Net, met_id: str) -> str:
    """How the line to the decision is drawn: strong from whoever decides."""
    if any(one.id == met_id and one.decides() for one in net.met):
        return f"stroke: {ACCENT}; stroke-width: 3"
    return "stroke: currentColor; stroke-width: 1; stroke-opacity: 0.3"


def _path(curve: Curve, style: str) -> str:
    start, *rest = (f"{spot.x:.1f} {spot.y:.1f}" for spot in curve)
    return f'<path d="M{start} C{", ".join(rest)}" style="fill: none; stroke-linecap: round; {style}"/>'


def _words_on(ties: Sequence[tuple[Bond, Curve]]) -> Iterator[str]:
    """The word of each line, on paper of its own, where it covers no other word if that can be."""
    taken: list[Spot] = []
    for bond, curve in ties:
        spots = [_on(curve, share) for share in ALONG]
        at = max(spots, key=lambda spot: (min(2.0, _apart(spot, taken)), -spots.index(spot)))
        taken.append(at)
        yield _type(Spot(at.x, at.y + SMALL * 0.33), Line(bond.word()), "middle", over=True)


def _apart(spot: Spot, taken: Iterable[Spot]) -> float:
    """How far that is from the nearest of the taken ones, in the room of a word."""
    return min(
        (max(abs(spot.x - one.x) / 90, abs(spot.y - one.y) / 20) for one in taken), default=2.0
    )


def _more(net: Net, at: Spot, anchor: str) -> Iterator[str]:
    return (_type(at, Line(words), anchor) for words in [net.more()] if words)


def _type(at: Spot, line: Line, anchor: str = "start", *, over: bool = False) -> str:
    """One line of type; `over` others on a strip of paper."""
    look = [f"font-size: {line.size}px"]
    look += (
        [f"font-family: {SERIF}; font-weight: 600"] if line.size == NAME else ["fill-opacity: 0.78"]
    )
    look += [f"fill: {ACCENT}; fill-opacity: 1; font-weight: 600"] if line.accent else []
    look += (
        [f"paint-order: stroke; stroke: {PAPER}; stroke-width: 11px; stroke-linejoin: round"]
        if over
        else []
    )
    place = f'x="{at.x:.1f}" y="{at.y:.1f}" text-anchor="{anchor}"'
    return f'<text {place} style="{"; ".join(look)}">{_plain(line.text)}</text>'


def _plain(text: str) -> str:
    """The text as it can stand in the markup, without what no markup may hold."""
    return escape(plain_line(text).translate({0xFFFE: None, 0xFFFF: None}))
