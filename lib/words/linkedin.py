"""The LinkedIn message, an e-mail compressed, and the invitation, which LinkedIn cuts at 300 characters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lib.domain.notes import Text
from lib.words import fit, heads, parts, stems, wording
from lib.words.brief import Brief
from lib.words.draft import Draft
from lib.words.shapes import Phrase

LEAST, MOST = 30, 90
"""How many words a message has (plan's words: at most 90)."""
MOST_SIGNS = 300
"""How many characters LinkedIn takes in an invitation."""
PARAGRAPHS = (
    ("thanks",),
    ("point", "help", "fit", "evidence"),
    ("more",),
    ("request", "contact"),
    ("close",),
)


def message(brief: Brief) -> Text:
    """The message to one interviewer; with a gap in brackets where no clean point was captured."""
    points = parts.told(brief)
    draft = Draft((parts.greeting(brief), signature(brief)), PARAGRAPHS, LEAST, MOST)
    draft.add(
        thanks=_variant(brief, "thanks", "short"), point=_point(brief, points), contact=parts.contact(brief)
    )
    for extra in _extras(brief, points):
        draft.add_if_it_fits(**extra)
    draft.add_if_too_short(lambda: {"more": _variant(brief, "more", "all")})
    return Text("", draft.body())


def invitation(brief: Brief) -> Text:
    """The invitation to one interviewer: the first of its forms, fullest first, that is short enough."""
    forms = [_signed(brief, form) for form in _forms(brief)]
    return Text("", next((form for form in forms if len(form) <= MOST_SIGNS), forms[-1]))


def signature(brief: Brief) -> str:
    """The sender's first name."""
    named = brief.sender.name.split()
    return named[0] if named else parts.NO_NAME


def _extras(brief: Brief, points: list[parts.Told]) -> Iterator[dict[str, str]]:
    """What may be added while there is room: first the role, last what shows a point."""
    tone = brief.sender.tone.value
    yield {"thanks": _variant(brief, "thanks", tone)}
    if brief.requests:
        yield {"request": parts.request(brief, brief.requests[0])}
    helping, best = points[0].help if points else None, fit.best(brief)
    if helping:
        yield {"help": parts.point_sentence(brief, helping, "first")}
    elif best:
        yield {"fit": fit.line(brief, best)}
    yield {"close": _variant(brief, "close", tone)}
    if best and not helping:
        yield {"evidence": fit.evidence(brief, best)}


def _point(brief: Brief, points: list[parts.Told]) -> str:
    return parts.point_sentence(brief, points[0].raised, "first") if points else parts.gap(brief.reader)


def _forms(brief: Brief) -> Iterator[list[str]]:
    """The sentences of the invitation in every form, fullest first: in the last ones it names no point."""
    thanks = _invited(brief, "thanks", brief.sender.tone.value)
    close, points = _invited(brief, "close"), parts.told(brief)
    whole = _point(brief, points)
    yield [thanks, whole, close]
    yield [thanks, whole]
    for short in _shortened(brief, points[0].raised) if points else ():
        yield [thanks, short, close]
        yield [thanks, short]
    yield [thanks, _invited(brief, "role")]
    yield [thanks]


def _shortened(brief: Brief, phrase: Phrase) -> Iterator[str]:
    """The point by its head, where that stands by itself, and cut off in the open."""
    chosen = parts.pick(brief, wording.book("linkedin")["invitation"]["point"], "invitation.point")
    for words in (heads.head(phrase), heads.opening(phrase)):
        if len(stems.telling(words)) >= stems.ENOUGH_IN_SHORT:
            yield parts.fill(chosen, brief, x=words).replace("….", "…")


def _signed(brief: Brief, sentences: list[str]) -> str:
    return "\n\n".join((parts.greeting(brief), " ".join(sentences), signature(brief)))


def _variant(brief: Brief, part: str, which: str) -> str:
    return parts.variant(brief, "linkedin", part, which)


def _invited(brief: Brief, *at: str) -> str:
    node: Any = wording.book("linkedin")["invitation"]
    for name in at:
        node = node[name]
    return parts.fill(parts.pick(brief, node, f"invitation.{'.'.join(at)}"), brief)
