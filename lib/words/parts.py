"""The sentences that several kinds of message are put together from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from lib.domain.debriefs import Point, Request
from lib.domain.interviews import Interviewer
from lib.domain.profile import Profile
from lib.words import facts, shapes, wording
from lib.words.brief import Brief
from lib.words.capture import sentence
from lib.words.shapes import Phrase, Shape

NO_NAME = "[your name]"
AFTER_THE_POINT = "[what {} raised, in your own words]"
MOST_REQUESTS = 3
OPENING_DAY = re.compile(
    r"((?:^|(?<=[.!?:;] ))(?:On|After|Since|By|Of) [A-Z][a-z]+day, [A-Z][a-z]+ \d{1,2}"
    r"(?: at \d{1,2}(?::\d\d)?(?: [ap]\.m\.)?)?) (?=[\w“])",
    re.IGNORECASE,
)
"""A day in American English that a sentence begins with; a comma belongs behind it."""
TWO_STOPS = re.compile(r"(?<=\w)\.\.(?=\s|$)")
"""Where "9:30 a.m." or a company's name ends with a full stop, and so does the sentence."""


class Told(NamedTuple):
    """One clean point: what the reader raised, and how I can help if that was captured."""

    raised: Phrase
    help: Phrase | None


def told(brief: Brief) -> list[Told]:
    """The reader's clean points, in the order in which they were captured."""
    read = [_told(point, brief) for point in brief.points]
    return [point for point in read if point]


def gap(reader: Interviewer) -> str:
    """What stands in a note where nothing clean was captured."""
    return AFTER_THE_POINT.format(facts.first_name(reader) or "they")


def pick(brief: Brief, variants: Sequence[str], part: str) -> str:
    """The wording of that part for this note, with its facts filled in; {x} and the like stay."""
    seed = f"{brief.interview.id}:{brief.channel.value}:{part}"
    return wording.choose(variants, place=brief.place, seed=seed)


def variant(brief: Brief, book: str, part: str, which: str) -> str:
    """The wording of that part of a data file for this note, filled."""
    variants = wording.book(book)[part][which]
    return fill(pick(brief, variants, f"{part}.{which}"), brief)


def fill(wording_chosen: str, brief: Brief, **places: str) -> str:
    """Returns the wording with every place filled, and its punctuation as it should be."""
    filled = wording_chosen.format_map({**facts.slots(brief), **places})
    one_mark = TWO_STOPS.sub(".", filled.replace("?.", "?"))
    return OPENING_DAY.sub(r"\1, ", one_mark)


def point_sentence(brief: Brief, phrase: Phrase, turn: str) -> str:
    """A captured line in a sentence. `turn` is "first" or "second": where in the note it stands."""
    if phrase.shape is Shape.ANSWER:
        return sentence(phrase.words)
    variants = wording.book("points")[phrase.shape.value][turn]
    return placed(pick(brief, variants, f"{phrase.shape.value}.{turn}"), phrase)


def placed(variant: str, phrase: Phrase) -> str:
    """A captured line in one wording of points.toml."""
    words = sentence(phrase.words) if phrase.shape is Shape.QUOTED else phrase.words
    return variant.format(x=words).replace("?.", "?")


def greeting(brief: Brief) -> str:
    """ "Dear Dana,", in the sender's tone; a gap where the reader has no name."""
    if not brief.reader.name.strip():
        return "Dear [name],"
    return fill(wording.book("thank_you")["greeting"][brief.sender.tone.value], brief)


def signature(sender: Profile, *, with_phone: bool = True) -> str:
    """Sign-off, name and telephone number, a line each."""
    sign_off = sender.sign_off.strip().rstrip(",")
    lines = (f"{sign_off}," if sign_off else "", sender.name.strip() or NO_NAME, sender.phone.strip())
    return "\n".join(line for line in (lines if with_phone else lines[:2]) if line)


def requests(brief: Brief) -> str:
    """When the things they asked for will be there: the first in a sentence, the others listed."""
    first, *others = brief.requests[:MOST_REQUESTS] or (None,)
    if first is None:
        return ""
    to_follow = "; ".join(_thing_and_day(one, brief) for one in others)
    return f"{request(brief, first)} To follow: {to_follow}." if others else request(brief, first)


def request(brief: Brief, asked: Request) -> str:
    """When that thing will be there, in a sentence."""
    manner = "by" if asked.due else "soon"
    chosen = pick(brief, wording.book("thank_you")["request"][manner], f"request.{manner}")
    by = facts.weekday_and_date(asked.due.day, brief.english) if asked.due else ""
    return fill(chosen, brief, what=facts.thing(asked.what), by=by)


def contact(brief: Brief) -> str:
    """When the reader hears from me next, by weekday and date; empty if nothing is planned."""
    coming = brief.next_contact
    if coming is None:
        return ""
    at = facts.moment(coming.due, brief.english, clock_24h=brief.sender.clock_24h)
    manner = "agreed" if coming.agreed else "planned"
    names = ("other",) if coming.other else (coming.kind.value, manner)
    node: Any = wording.book("thank_you")["contact"]
    for name in names:
        node = node[name]
    return fill(pick(brief, node["all"], f"contact.{'.'.join(names)}"), brief, at=at, other=coming.other)


def _thing_and_day(asked: Request, brief: Brief) -> str:
    thing = facts.thing(asked.what)
    if asked.due is None:
        return thing
    return f"{thing} by {facts.weekday_and_date(asked.due.day, brief.english)}"


def _told(point: Point, brief: Brief) -> Told | None:
    keep = names_kept(brief)
    raised = shapes.raised(point.raised, brief.reader.name, keep=keep)
    return Told(raised, shapes.help_given(point.help, keep=keep)) if raised else None


def names_kept(brief: Brief) -> tuple[str, ...]:
    """Names that keep their capital at the start of a captured line."""
    return (brief.job.company, *(person.name for person in brief.others))
