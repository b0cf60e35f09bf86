"""The thank-you e-mail: one for each interviewer, with that person's own points in it."""

from __future__ import annotations

from collections.abc import Iterator

from lib.domain.notes import Text
from lib.domain.profile import Tone
from lib.words import facts, fit, heads, parts, shapes, wording
from lib.words.brief import Brief
from lib.words.capture import words_in
from lib.words.draft import Draft

LEAST, MOST, OUTERMOST = 60, 150, 200
"""How many words it aims at, and how many it must not exceed (plan's words: 60 to 150, 200)."""
MOST_SUBJECT_WORDS, MOST_SUBJECT_SIGNS = 9, 160
PARAGRAPHS = (
    ("thanks",),
    ("point", "help", "proof"),
    ("point2", "help2"),
    ("fit", "evidence", "valued"),
    ("more",),
    ("requests", "contact"),
    ("close",),
)


def email(brief: Brief) -> Text:
    """The e-mail to one interviewer; with a gap in brackets where no clean point was captured."""
    points = parts.told(brief)
    letter = Draft((parts.greeting(brief), parts.signature(brief.sender)), PARAGRAPHS, LEAST, MOST)
    letter.add(
        thanks=_variant(brief, "thanks", brief.sender.tone.value),
        point=parts.point_sentence(brief, points[0].raised, "first") if points else parts.gap(brief.reader),
        requests=parts.requests(brief),
        contact=parts.contact(brief),
        close=_variant(brief, "close", brief.sender.tone.value),
    )
    best = fit.best(brief)
    if best:
        letter.add_within(OUTERMOST, **_fit(brief, best, points))
    for extra in _extras(brief, points, best):
        letter.add_if_it_fits(**extra)
    letter.add_if_too_short(
        lambda: {} if "help" in letter.chosen else {"help": _variant(brief, "bridge", "all")}
    )
    letter.add_if_too_short(lambda: {"more": _variant(brief, "more", "all")})
    return Text(_subject(brief, points), letter.body())


def _fit(brief: Brief, best: fit.Fit, points: list[parts.Told]) -> dict[str, str]:
    """The line of fit: the help offered, where that says the same, else a line of its own."""
    if _is_the_help(best, points):
        return _help(brief, points)
    return {"fit": fit.line(brief, best)}


def _is_the_help(best: fit.Fit, points: list[parts.Told]) -> bool:
    return bool(points) and fit.repeats(best.point, points[0].help)


def _extras(brief: Brief, points: list[parts.Told], best: fit.Fit | None) -> Iterator[dict[str, str]]:
    """What may be added while there is room, the most telling first."""
    if points and not (best and (points[0].help is None or _is_the_help(best, points))):
        yield _help(brief, points)
    if best:
        yield _evidence(brief, best, points)
    if len(points) > 1 and brief.sender.tone is not Tone.BRIEF:
        yield {"point2": parts.point_sentence(brief, points[1].raised, "second")}
        if points[1].help and not (best and fit.repeats(best.point, points[1].help)):
            yield {"help2": parts.point_sentence(brief, points[1].help, "second")}
    if len(points) < 2:
        yield {"valued": _valued(brief)}


def _help(brief: Brief, points: list[parts.Told]) -> dict[str, str]:
    helping = points[0].help
    if helping is None:
        return {"help": _variant(brief, "bridge", "all")}
    return {"help": parts.point_sentence(brief, helping, "first")}


def _evidence(brief: Brief, best: fit.Fit, points: list[parts.Told]) -> dict[str, str]:
    """What shows the point, right behind the sentence that makes it, unless that was said already."""
    if points and best.evidence and fit.repeats(best.evidence, points[0].help):
        return {}
    return {"proof" if _is_the_help(best, points) else "evidence": fit.evidence(brief, best)}


def _variant(brief: Brief, part: str, which: str) -> str:
    return parts.variant(brief, "thank_you", part, which)


def _valued(brief: Brief) -> str:
    words = shapes.valued(brief.valued)
    variants = wording.book("thank_you")["valued"]["all"]
    return parts.fill(parts.pick(brief, variants, "valued"), brief, x=words) if words else ""


def _subject(brief: Brief, points: list[parts.Told]) -> str:
    head = heads.head(points[0].raised) if points else ""
    which = "point" if head else "day"
    variant = parts.pick(brief, wording.book("thank_you")["subject"][which], f"subject.{which}")
    filled = parts.fill(variant, brief, x=head)
    short = len(words_in(filled)) <= MOST_SUBJECT_WORDS and len(filled) <= MOST_SUBJECT_SIGNS
    return filled if short else f"Thank you, {facts.first_name(brief.reader)}, for our talk"
