"""Hints that nobody answered: a blank whose words do not go on from those before it."""

from __future__ import annotations

from collections.abc import Iterator

from lib.domain.debriefs import Blank, Opening
from lib.words.checks.case import Case, look
from lib.words.checks.finding import Finding
from lib.words.hints.hints import TOPICS, fit_hints
from lib.words.hints.sentence_shapes import sentence_shape_hints
from lib.words.letters.openings import ENDS_ON, default_opening
from lib.words.slips.slips import find_slips
from lib.words.text import tidy
from lib.words.text.tokens import words_in

ADVICE_ALONE = frozenset(("unanswered", "also_unanswered", "short_answer", "long_answer"))
"""Hints about what more could be said. What stands in the note is good without it."""
OF_SECOND_THING = (Blank.ALSO_TOPIC, Blank.ALSO_ANSWER)
STANDS_FOR = {Blank.ANSWER: Blank.TOPIC}
"""The blank whose words show that an empty one is missed in the note."""
MOST_SHOWN = 60
LINES = ("link", "thanks_for")
"""The blanks of a message that hold no sentence."""


def find_open_hints(case: Case) -> Iterator[Finding]:
    """Finds blanks with a hint whose words stand in the note as they were typed.

    Slips are left to their own rule, which reads the whole note.
    """
    if not case.is_thanks():
        yield from _of_message(case)
        return
    said = case.brief.said
    slips = {slip.code for slip in find_slips(case.letter.body)}
    for blank, typed in said.blanks().items():
        opening = _opening(case, blank)
        shown = blank if typed.strip() else STANDS_FOR.get(blank, blank)
        words = said.blanks()[shown].strip()[:MOST_SHOWN]
        if not words or not _stands_in_note(case, shown, opening):
            continue
        for hint in fit_hints(blank, said, opening):
            if hint.code not in ADVICE_ALONE | slips:
                yield look(f"{hint.code}:{words}", f"“{words}”: {hint.advice}")


def _of_message(case: Case) -> Iterator[Finding]:
    """Sentences of a message that the person typed, and that are none."""
    for one in case.brief.filled:
        typed = tidy.as_sentences(one.text)
        if one.blank in LINES or not typed or _plain(typed) not in _plain(case.letter.body):
            continue
        for hint in sentence_shape_hints(one.text):
            words = one.text.strip()[:MOST_SHOWN]
            yield look(f"{hint.code}:{words}", f"“{words}”: {hint.advice}")


def _stands_in_note(case: Case, blank: Blank, opening: Opening) -> bool:
    """True if the note has the blank's words, and for a topic those before it, too."""
    typed = case.brief.said.blanks()[blank]
    if blank in TOPICS:
        before = ENDS_ON.get(opening, "asked")
        typed = f"{before} {tidy.as_part(typed, after=before)}"
    return _plain(tidy.tidy(typed)) in _plain(case.letter.body)


def _opening(case: Case, blank: Blank) -> Opening:
    said = case.brief.said
    if blank in OF_SECOND_THING:
        return said.also_opening or Opening.MENTIONED
    return said.opening or default_opening(case.brief.place)


def _plain(text: str) -> str:
    return " ".join(word.casefold().replace("’", "'") for word in words_in(text))
