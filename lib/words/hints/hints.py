"""The one line that may stand under a blank: what to look at, and a mend where that is certain.

The list is closed: each pattern is right nearly always when it fires (docs/words.md, "Hints").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from lib.domain.debriefs import Blank, OfferOpening, Opening, Said
from lib.words import wording
from lib.words.hints.hint_shapes import (
    ASKED,
    Hint,
    offer_hints,
    thanks_hints,
    topic_hints,
    with_text,
)
from lib.words.hints.jottings import jotted_sentence_hints, jotting_hints
from lib.words.hints.sentence_shapes import sentence_shape_hints
from lib.words.slips.slips import find_slips
from lib.words.text import tidy, verbs
from lib.words.wording import word_list

LONGEST_ANSWER = 60
"""Words: about three sentences. What is longer is not read."""
SHORTEST_ANSWER, SHORTEST_SECOND_ANSWER = 9, 5
"""Words: what is shorter states a fact and stops, which reads as curt."""
UNANSWERED_PLEASURE = "Say what you liked about it, or what you did about the same thing."
UNANSWERED_CONCERN = "Say what you did, or would do, about it. One result is enough."
BEFORE = {Blank.TOPIC: Blank.THANKS, Blank.OFFER: Blank.TOPIC}
"""The blank before, where words of it are heard twice."""
BETWEEN = {Blank.OFFER: (Blank.ANSWER, Blank.RESULT)}
"""What stands between the two, if it is filled in; then nobody hears it."""
NO_CLAUSE = "A whole clause comes here, such as “turnover fell to 22%”."
TOPICS = (Blank.TOPIC, Blank.ALSO_TOPIC)
ANSWERS = {Blank.ANSWER: Blank.TOPIC, Blank.ALSO_ANSWER: Blank.ALSO_TOPIC}
WHOLE_SENTENCES = (Blank.ANSWER, Blank.ALSO_ANSWER, Blank.CLOSE)
"""The blanks that hold sentences of their own; all others are a part of one."""
THEY_FIRST = re.compile(r"\s*(?:that\s+|about\s+)?they\b", re.IGNORECASE)
"""Nobody stands before it whom "they" could mean."""
NAME = re.compile(r"(?<=\s)[A-Z][a-z]+")
PLACE = re.compile(
    r"\b(?:in|at|near|(?:mov|relocat|go|travel|transfer|driv|fly)\w*\s+to)\s+[A-Z][a-z]+"
)
SOMEBODY = re.compile(r"\b(?:she|he|him|her|his|hers|she's|he's)\b", re.IGNORECASE)
OF_WHOLE_SENTENCES = frozenset(("no_subject", "small_start", "fragment"))
"""Slips that are none in the middle of a sentence."""


def hint_for(
    blank: Blank, said: Said, opening: Opening, told_to: Iterable[tuple[str, str]] = ()
) -> Hint | None:
    """Returns the first hint for that blank, or None.

    Args:
        opening: the opening that stands before the blank.
        told_to: the names of the others of this interview, each with the answer given to them.
    """
    every = chain(
        fit_hints(blank, said, opening), _same_story(blank, said, told_to), _slips(blank, said)
    )
    return next(every, None)


def sentence_hint(text: str, *, about_others: bool = False) -> Hint | None:
    """Returns the first hint for sentences that are to stand in a message by themselves, or None.

    Its `mended` is the whole text with that mended. `about_others`: "they" need not be the reader.
    """
    slips = find_slips(tidy.as_sentences(text))
    slip = next((one for one in slips if not (about_others and one.code == "third_person")), None)
    if slip is None:
        shapes = chain(sentence_shape_hints(text), jotted_sentence_hints(text))
        return next(chain(_breaks_off(text), shapes), None)
    label = f"Make it “{slip.becomes.strip()}”" if slip.mended else ""
    return Hint(slip.code, slip.advice, label, slip.mended)


def thing_hint(text: str) -> Hint | None:
    """Returns the hint for what stands after "I'll send you", or None."""
    words = verbs.words_of(text)
    if not words:
        return None
    if words[0] in ("to", "send", "email", "provide", "share", "give", "forward", "bring"):
        return Hint("thing_as_verb", "Name the thing alone, such as “my two references”.")
    slip = next(iter(find_slips(tidy.tidy(text), part=True)), None)
    if slip:
        return Hint(slip.code, slip.advice)
    bare = text.strip()
    is_plural = words[-1].endswith("s") and not words[-1].endswith("ss")
    is_named = bare[:1].isdigit() or bare[:1].isupper() or "'" in words[0]
    if is_plural or is_named or words[0] in word_list("has_article") or len(words) > 6:
        return None
    return Hint("thing_bare", f"Begin with “the”, “a” or “my”: “my {bare}”.")


def fit_hints(blank: Blank, said: Said, opening: Opening) -> Iterator[Hint]:
    """Yields what does not fit in a blank: with the words before it, other blanks, or the reader.

    Slips of the pen are not among it.
    """
    text = said.blanks()[blank]
    if not text.strip():
        yield from _missing_answer(blank, said, opening)
        return
    if blank in TOPICS:
        yield from topic_hints(blank, said, opening, text)
    if blank is Blank.THANKS:
        yield from thanks_hints(text)
    if blank is Blank.OFFER:
        yield from offer_hints(said, text)
    if blank is Blank.RESULT and not verbs.has_verb(f"it {text}"):
        yield Hint("no_clause", NO_CLAUSE)
    if blank in ANSWERS:
        yield from _answer_hints(blank, said, opening)
    yield from _breaks_off(text)
    yield from jotting_hints(blank, text, opening, said.offer_opening)
    yield from _said_twice(blank, said, text)
    if blank not in WHOLE_SENTENCES:
        yield from _third_person(text)
    if blank in TOPICS and THEY_FIRST.match(text):
        yield Hint("third_person", "Say who they are. If you mean your reader, write “you”.")


def _missing_answer(blank: Blank, said: Said, opening: Opening) -> Iterator[Hint]:
    """A topic and nothing about it from me; an offer is an answer, but not to a question."""
    if blank not in ANSWERS or not said.blanks()[ANSWERS[blank]].strip():
        return
    if blank is Blank.ALSO_ANSWER:
        yield Hint("also_unanswered", "It goes into the letter with your answer to it.")
    elif opening in ASKED:
        yield Hint("no_answer", "Give your answer, in a sentence or two.")
    elif not said.offer.strip() and said.offer_opening is not OfferOpening.ENJOY_WORKING:
        is_pleasure = opening is Opening.TALKED_ABOUT
        yield Hint("unanswered", UNANSWERED_PLEASURE if is_pleasure else UNANSWERED_CONCERN)


def _answer_hints(blank: Blank, said: Said, opening: Opening) -> Iterator[Hint]:
    text = said.blanks()[blank]
    yield from _verb_first(blank, said, text)
    if blank is Blank.ALSO_ANSWER and len(text.split()) < SHORTEST_SECOND_ANSWER:
        yield Hint("short_answer", "So short it sounds curt. Say a little more.")
    whole = f"{text} {said.result}" if blank is Blank.ANSWER else text
    if blank is Blank.ANSWER and len(whole.split()) < SHORTEST_ANSWER and opening not in ASKED:
        yield Hint(
            "short_answer",
            "It is short. If you can, say where it was or what came of it.",
        )
    if len(text.split()) > LONGEST_ANSWER:
        yield Hint("long_answer", "Two or three sentences are enough; the rest is not read.")


def _verb_first(blank: Blank, said: Said, text: str) -> Iterator[Hint]:
    """An answer that begins with a bare verb ("Sit down and listen") lacks its subject."""
    words = verbs.words_of(text)
    if len(words) < 3 or words[0] not in word_list("answer_verbs"):
        return
    mended = f"I would {tidy.as_part(text)[:1].lower()}{text.strip()[1:]}"
    yield Hint(
        "verb_first",
        "It has no subject: begin with “I would …” or “I …”.",
        "Begin with “I would”",
        with_text(said, blank, mended),
    )


def _slips(blank: Blank, said: Said) -> Iterator[Hint]:
    text, is_part = said.blanks()[blank], blank not in WHOLE_SENTENCES
    checked = tidy.tidy(text) if is_part else tidy.as_sentences(text)
    for slip in find_slips(checked, part=is_part):
        if is_part and slip.code in OF_WHOLE_SENTENCES:
            continue
        mended = with_text(said, blank, slip.mended) if slip.mended else None
        label = f"Make it “{slip.becomes.strip()}”" if mended else ""
        yield Hint(slip.code, slip.advice, label, mended)


def _breaks_off(text: str) -> Iterator[Hint]:
    words = verbs.words_of(text)
    if words and words[-1] in word_list("cannot_end"):
        yield Hint("breaks_off", f"It breaks off after “{words[-1]}”. Finish the sentence.")


def _said_twice(blank: Blank, said: Said, text: str) -> Iterator[Hint]:
    """Two telling words in a row that stand in the blank before this one as well."""
    typed = said.blanks()
    if blank not in BEFORE or any(typed[one].strip() for one in BETWEEN.get(blank, ())):
        return
    here = _pairs(text)
    twice = [pair for pair in _pairs(typed[BEFORE[blank]]) if pair in here]
    if twice:
        words = " ".join(twice[0])
        yield Hint("said_twice", f"“{words}” stands twice. Say “it”, or another word.")


def _pairs(text: str) -> list[tuple[str, str]]:
    words = verbs.words_of(text)
    telling = wording.word_list("filling") | wording.word_list("stock")
    return [(a, b) for a, b in pairwise(words) if not {a, b} & telling and min(len(a), len(b)) > 2]


def _third_person(text: str) -> Iterator[Hint]:
    """In a blank "she" is nearly always the reader, unless somebody else was named before."""
    found = SOMEBODY.search(text)
    if found is None:
        return
    before = PLACE.sub(" ", text[: found.start()])
    is_named = NAME.search(before) is not None
    if not is_named and not set(verbs.words_of(before)) & word_list("person_nouns"):
        yield Hint("third_person", "Write “you” and “your”: the reader is spoken to.")


def _same_story(blank: Blank, said: Said, told_to: Iterable[tuple[str, str]]) -> Iterator[Hint]:
    """The same answer, word for word, to somebody else of this interview."""
    mine = verbs.words_of(said.blanks()[blank]) if blank in ANSWERS else []
    for name, other in told_to:
        if mine and mine == verbs.words_of(other):
            advice = f"{name} gets the same sentence, and people compare their notes."
            yield Hint("same_story", advice)
