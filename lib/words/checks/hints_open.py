"""Slips of the pen in a text, and hints under its blanks that nobody answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from lib.domain.debriefs import Blank, Opening
from lib.domain.notes import Text
from lib.words.checks.case import Case
from lib.words.checks.finding import Finding
from lib.words.hints.hints import TOPICS, fit_hints
from lib.words.hints.jottings import jotted_sentence_hints
from lib.words.hints.sentence_shapes import sentence_shape_hints
from lib.words.letters import script_labels
from lib.words.letters.compose import LINES
from lib.words.letters.openings import ENDS_ON, opening_of
from lib.words.slips.slip import Slip
from lib.words.slips.slips import find_slips
from lib.words.text import tidy
from lib.words.text.tidy import curly
from lib.words.text.tokens import plain_words, stands_in

ADVICE_ALONE = frozenset(("unanswered", "also_unanswered", "short_answer", "long_answer"))
"""Hints about what more could be said. What stands in the note is good without it."""
OF_SECOND_THING = (Blank.ALSO_TOPIC, Blank.ALSO_ANSWER)
STANDS_FOR = {Blank.ANSWER: Blank.TOPIC}
"""The blank whose words show that an empty one is missed in the note."""
MOST_SHOWN = 60
SPOKEN = frozenset(("fragment", "no_subject", "third_person"))
"""What is no slip in a script that is said aloud."""
OF_THE_EMPLOYER = frozenset(("third_person",))
"""What is no slip in a note to a contact, where "they" are the people of the company."""


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
                yield Finding(f"{hint.code}:{words}", f"“{words}”: {hint.advice}")


def _of_message(case: Case) -> Iterator[Finding]:
    """Sentences of a message that the person typed, and that are none."""
    for one in case.brief.filled:
        typed = tidy.as_sentences(one.text)
        if (
            one.blank in LINES
            or not typed
            or plain_words(typed) not in plain_words(case.letter.body)
        ):
            continue
        for hint in chain(sentence_shape_hints(one.text), jotted_sentence_hints(one.text)):
            words = one.text.strip()[:MOST_SHOWN]
            yield Finding(f"{hint.code}:{words}", f"“{words}”: {hint.advice}")


def _stands_in_note(case: Case, blank: Blank, opening: Opening) -> bool:
    """True if the note has the blank's words, and for a topic those before it, too."""
    typed = case.brief.said.blanks()[blank]
    if blank in TOPICS:
        before = ENDS_ON.get(opening, "asked")
        typed = f"{before} {tidy.as_part(typed, after=before)}"
    return plain_words(tidy.tidy(typed)) in plain_words(case.letter.body)


def _opening(case: Case, blank: Blank) -> Opening:
    said = case.brief.said
    if blank in OF_SECOND_THING:
        return said.also_opening or Opening.MENTIONED
    return opening_of(case.brief)


def find_slips_in_note(case: Case) -> Iterator[Finding]:
    """Finds the slips in body and subject; a name or a fact as it is known is none."""
    text, script = case.text, case.is_script()
    no_slips = OF_THE_EMPLOYER if case.brief.kind.is_to_a_contact() else frozenset()
    for slip in find_slips(script_labels.without(text.body) if script else text.body):
        if _is_known(slip, case) or slip.code in (SPOKEN if script else no_slips):
            continue
        mended = None
        if slip.mended is not None and not script:
            # It has the apostrophes that it had before.
            body = curly(slip.mended) if "’" in text.body else slip.mended
            mended = replace(text, body=body)
        yield _finding(slip, mended)
    for slip in find_slips(case.text.subject, part=True):
        if not _is_known(slip, case):
            mended = None if slip.mended is None else replace(case.text, subject=slip.mended)
            yield _finding(slip, mended)


def _finding(slip: Slip, mended: Text | None) -> Finding:
    shown = slip.words[:MOST_SHOWN]
    becomes = "" if mended is None else slip.becomes
    sentence = f"“{shown.strip()}”: {slip.advice}"
    return Finding(f"{slip.code}:{shown}", sentence, slip.words, mended, becomes)


def _is_known(slip: Slip, case: Case) -> bool:
    """True if the words stand so in a name: "Kade & Co.", "Yahoo!", "8th Grade"."""
    brief, words = case.brief, slip.words.strip(" .,!?")
    if not words or slip.code in {"doubled_mark", "article", "here_is"}:
        return False
    named = [brief.job.company, brief.job.role, *case.other_companies]
    for person in (brief.reader, *brief.others):
        named += [person.name, person.position]
    return stands_in(words, "\n".join(named))
