"""The thank-you e-mail: one for each interviewer, with that person's own points in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lib.domain.notes import Text
from lib.domain.profile import Tone
from lib.words import facts, parts, shapes, wording
from lib.words.brief import Brief, NextContact
from lib.words.capture import words_in
from lib.words.shapes import Phrase, Shape

LEAST, MOST = 60, 150
"""How many words it aims at (plan's words: 60 to 150)."""
MOST_REQUESTS = 3
SUBJECT_WORDS, MOST_SUBJECT_WORDS = 6, 9
HEAD_ENDS = re.compile(
    r"[,;:–—(]|\b(?:because|so|when|which|who|and|but|since|if|as|that|while|where|until|unless|before|after|than)\b"
)
LOOSE_ENDS = wording.terms("loose_ends")
ABOUT_US = re.compile(r"^you\b|\b(?:I|me|my)\b")
LEAST_HEAD = 3
MOST_SUBJECT_SIGNS = 160
PARAGRAPHS = (
    ("thanks",),
    ("point", "help"),
    ("point2", "help2"),
    ("fit", "valued"),
    ("more",),
    ("requests", "contact"),
    ("close",),
)


@dataclass(slots=True)
class _Letter:
    """The sentences chosen so far, by the part of the letter that they are."""

    frame: tuple[str, str]
    chosen: dict[str, str] = field(default_factory=dict)

    def add(self, **sentences: str) -> None:
        self.chosen.update({part: words for part, words in sentences.items() if words})

    def add_if_it_fits(self, **sentences: str) -> None:
        extra = sum(facts.word_count(words) for words in sentences.values())
        if self.words() + extra <= MOST:
            self.add(**sentences)

    def add_if_too_short(self, write: Callable[[], dict[str, str]]) -> None:
        if self.words() < LEAST:
            self.add(**write())

    def words(self) -> int:
        return facts.word_count(self.body())

    def body(self) -> str:
        blocks = (
            " ".join(self.chosen[part] for part in parts_ if part in self.chosen) for parts_ in PARAGRAPHS
        )
        return "\n\n".join([self.frame[0], *(block for block in blocks if block), self.frame[1]])


def email(brief: Brief) -> Text:
    """The e-mail to one interviewer; with a gap in brackets where no clean point was captured."""
    points = parts.told(brief)
    letter = _Letter((parts.greeting(brief), parts.signature(brief.sender)))
    letter.add(thanks=_variant(brief, "thanks", brief.sender.tone.value))
    letter.add(
        point=parts.point_sentence(brief, points[0].raised, "first") if points else parts.gap(brief.reader)
    )
    letter.add(requests=_requests(brief), contact=_contact(brief, brief.next_contact))
    letter.add(close=_variant(brief, "close", brief.sender.tone.value))
    for extra in _extras(brief, points):
        letter.add_if_it_fits(**extra)
    letter.add_if_too_short(
        lambda: {} if "help" in letter.chosen else {"help": _variant(brief, "bridge", "all")}
    )
    letter.add_if_too_short(lambda: {"more": _variant(brief, "more", "all")})
    return Text(_subject(brief, points), letter.body())


def _extras(brief: Brief, points: list[parts.Told]) -> Iterator[dict[str, str]]:
    """What may be added while there is room, the most telling first."""
    if points:
        helping = points[0].help
        yield (
            {"help": parts.point_sentence(brief, helping, "first")}
            if helping
            else {"help": _variant(brief, "bridge", "all")}
        )
    if len(points) > 1 and brief.sender.tone is not Tone.BRIEF:
        yield {"point2": parts.point_sentence(brief, points[1].raised, "second")}
        if points[1].help:
            yield {"help2": parts.point_sentence(brief, points[1].help, "second")}
    yield {"fit": _fit(brief)}
    if len(points) < 2:
        yield {"valued": _valued(brief)}


def _variant(brief: Brief, part: str, which: str) -> str:
    variants = wording.book("thank_you")[part][which]
    return parts.fill(parts.pick(brief, variants, f"{part}.{which}"), brief)


def _fit(brief: Brief) -> str:
    """One line of fit, from the strategy's points: another one for each place."""
    points = [shapes.help_given(point, keep=parts.names_kept(brief)) for point in brief.fit]
    usable = [point for point in points if point and point.shape is not Shape.ANSWER]
    if not usable:
        return ""
    point = usable[brief.place % len(usable)]
    variants = wording.book("thank_you")["fit"][point.shape.value]["all"]
    return parts.fill(parts.pick(brief, variants, f"fit.{point.shape.value}"), brief, x=point.words)


def _valued(brief: Brief) -> str:
    words = shapes.valued(brief.valued)
    variants = wording.book("thank_you")["valued"]["all"]
    return parts.fill(parts.pick(brief, variants, "valued"), brief, x=words) if words else ""


def _requests(brief: Brief) -> str:
    """When the things they asked for will be there: the first in a sentence, the others listed."""
    asked = brief.requests[:MOST_REQUESTS]
    if not asked:
        return ""
    first = asked[0]
    manner = "by" if first.due else "soon"
    variant = parts.pick(brief, wording.book("thank_you")["request"][manner], f"request.{manner}")
    by = facts.weekday_and_date(first.due.day) if first.due else ""
    opening = parts.fill(variant, brief, what=facts.thing(first.what), by=by)
    others = [
        f"{facts.thing(one.what)} by {facts.weekday_and_date(one.due.day)}"
        if one.due
        else facts.thing(one.what)
        for one in asked[1:]
    ]
    return f"{opening} To follow: {'; '.join(others)}." if others else opening


def _contact(brief: Brief, contact: NextContact | None) -> str:
    if contact is None:
        return ""
    manner = "agreed" if contact.agreed else "planned"
    variants = wording.book("thank_you")["contact"][contact.kind.value][manner]["all"]
    at = facts.moment(contact.due, clock_24h=brief.sender.clock_24h)
    return parts.fill(parts.pick(brief, variants, f"contact.{contact.kind.value}.{manner}"), brief, at=at)


def _subject(brief: Brief, points: list[parts.Told]) -> str:
    head = _head(points[0].raised) if points else ""
    which = "point" if head else "day"
    variant = parts.pick(brief, wording.book("thank_you")["subject"][which], f"subject.{which}")
    filled = parts.fill(variant, brief, x=head)
    short = len(words_in(filled)) <= MOST_SUBJECT_WORDS and len(filled) <= MOST_SUBJECT_SIGNS
    return filled if short else f"Thank you, {facts.first_name(brief.reader)}, for our talk"


def _head(phrase: Phrase) -> str:
    """The first words of a point, if they say something by themselves."""
    words = phrase.words
    if phrase.shape in (Shape.QUOTED, Shape.ASKED) or ABOUT_US.search(words):
        return ""
    if len(words) > MOST_SUBJECT_SIGNS // 2:
        words = ""
    if len(words_in(words)) <= SUBJECT_WORDS:
        return words
    head = HEAD_ENDS.split(words)[0].strip()
    count = len(words_in(head))
    telling = LEAST_HEAD <= count <= SUBJECT_WORDS
    return head if telling and head.split()[-1].casefold() not in LOOSE_ENDS else ""
