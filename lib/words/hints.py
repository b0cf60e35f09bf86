"""The one line that may stand under a blank: what to look at, and a mend where that is certain.

The list is closed: each pattern is right nearly always when it fires (docs/words.md, "Hints").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lib.domain.debriefs import Blank, Opening, Said
from lib.words import tidy, verbs, wording
from lib.words.hint import Hint
from lib.words.hint_shapes import ASKED, offer_hints, thanks_hints, topic_hints, with_text
from lib.words.slips import find_slips
from lib.words.wording import word_list

LONGEST_ANSWER = 60
"""Words: about three sentences. What is longer is not read."""
SHORTEST_ANSWER, SHORTEST_SECOND_ANSWER = 9, 5
"""Words: what is shorter states a fact and stops, which reads as curt."""
UNANSWERED = {
    Opening.TALKED_ABOUT: "Say what you liked about it, or what you did about the same thing.",
    Opening.ASKED: "Give your answer, in a sentence or two.",
    Opening.ASKED_SINCE: "Give your answer, in a sentence or two.",
}
UNANSWERED_CONCERN = "Say what you did, or would do, about it. One result is enough."
NEIGHBORS = {
    Blank.THANKS: (Blank.TOPIC,),
    Blank.TOPIC: (Blank.OFFER,),
}
"""The blanks after each one in which the same words are heard twice."""
NO_CLAUSE = {
    Blank.RESULT: "A whole clause comes here, such as “turnover fell to 22%”.",
}
TOPICS = (Blank.TOPIC, Blank.ALSO_TOPIC)
ANSWERS = {Blank.ANSWER: Blank.TOPIC, Blank.ALSO_ANSWER: Blank.ALSO_TOPIC}
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
    return next(_hints(blank, said, opening, told_to), None)


def sentence_hint(text: str) -> Hint | None:
    """Returns the first hint for a sentence that is to stand in a letter by itself, or None."""
    slip = next(iter(find_slips(tidy.as_sentences(text))), None)
    return Hint(code=slip.code, advice=slip.advice) if slip else None


def thing_hint(text: str) -> Hint | None:
    """Returns the hint for what stands after "I'll send you", or None."""
    words = verbs.words_of(text)
    if not words:
        return None
    if words[0] in ("to", "send", "email", "provide", "share", "give", "forward", "bring"):
        return Hint(code="thing_as_verb", advice="Name the thing alone, such as “my two references”.")
    slip = next(iter(find_slips(tidy.tidy(text), part=True)), None)
    if slip:
        return Hint(code=slip.code, advice=slip.advice)
    plural = words[-1].endswith("s") and not words[-1].endswith("ss")
    if words[0] in word_list("has_article") or text.strip()[0].isdigit() or "'" in words[0] or plural:
        return None
    first = text.strip().split()[0]
    if first[:1].isupper() or len(words) > 6:
        return None
    return Hint(code="thing_bare", advice=f"Begin with “the”, “a” or “my”: “my {text.strip()}”.")


def _hints(blank: Blank, said: Said, opening: Opening, told_to: Iterable[tuple[str, str]]) -> Iterator[Hint]:
    text = said.blanks()[blank]
    if blank in TOPICS and text.strip():
        yield from topic_hints(blank, said, opening, text)
    if blank is Blank.THANKS and text.strip():
        yield from thanks_hints(text)
    if blank is Blank.OFFER and text.strip():
        yield from offer_hints(said, text)
    if blank in NO_CLAUSE and text.strip() and not verbs.has_verb(f"it {text}"):
        yield Hint(code="no_clause", advice=NO_CLAUSE[blank])
    if blank in ANSWERS:
        yield from _answer_hints(blank, said, opening, told_to)
    if text.strip():
        yield from _slips(blank, said, text)


def _answer_hints(
    blank: Blank, said: Said, opening: Opening, told_to: Iterable[tuple[str, str]]
) -> Iterator[Hint]:
    text, topic = said.blanks()[blank], said.blanks()[ANSWERS[blank]]
    if topic.strip() and not text.strip():
        if blank is Blank.ALSO_ANSWER:
            yield Hint(code="also_unanswered", advice="It goes into the letter with your answer to it.")
        else:
            yield Hint(code="unanswered", advice=UNANSWERED.get(opening, UNANSWERED_CONCERN))
        return
    yield from _verb_first(blank, said, text)
    if blank is Blank.ALSO_ANSWER and 0 < len(text.split()) < SHORTEST_SECOND_ANSWER:
        yield Hint(code="short_answer", advice="So short it sounds curt. Say a little more.")
    whole = f"{text} {said.result}" if blank is Blank.ANSWER else text
    if blank is Blank.ANSWER and 0 < len(whole.split()) < SHORTEST_ANSWER and opening not in ASKED:
        yield Hint(
            code="short_answer", advice="It is short. If you can, say where it was or what came of it."
        )
    if len(text.split()) > LONGEST_ANSWER:
        yield Hint(code="long_answer", advice="Two or three sentences are enough; the rest is not read.")
    for name, other in told_to:
        if text.strip() and _same_story(text, other):
            advice = f"{name} gets the same sentence, and people compare their notes."
            yield Hint(code="same_story", advice=advice)
            return


def _verb_first(blank: Blank, said: Said, text: str) -> Iterator[Hint]:
    """An answer that begins with a bare verb ("Sit down and listen") lacks its subject."""
    words = verbs.words_of(text)
    if len(words) < 3 or words[0] not in word_list("answer_verbs"):
        return
    mended = f"I would {tidy.as_part(text)[:1].lower()}{text.strip()[1:]}"
    yield Hint(
        code="verb_first",
        advice="It has no subject: begin with “I would …” or “I …”.",
        label="Begin with “I would”",
        mended=with_text(said, blank, mended),
    )


def _slips(blank: Blank, said: Said, text: str) -> Iterator[Hint]:
    is_part = blank not in ANSWERS
    yield from _breaks_off(text)
    yield from _said_twice(blank, said, text)
    if is_part:
        yield from _third_person(text)
    checked = tidy.tidy(text) if is_part else tidy.as_sentences(text)
    for slip in find_slips(checked, part=is_part):
        if is_part and slip.code in OF_WHOLE_SENTENCES:
            continue
        mended = with_text(said, blank, slip.mended) if slip.mended else None
        label = f"Make it “{slip.becomes.strip()}”" if mended else ""
        yield Hint(code=slip.code, advice=slip.advice, label=label, mended=mended)


def _breaks_off(text: str) -> Iterator[Hint]:
    words = verbs.words_of(text)
    if words and words[-1] in word_list("cannot_end"):
        yield Hint(code="breaks_off", advice=f"It breaks off after “{words[-1]}”. Finish the sentence.")


def _said_twice(blank: Blank, said: Said, text: str) -> Iterator[Hint]:
    """Two telling words in a row that stand in a blank before this one as well."""
    here = _pairs(text)
    for other, typed in said.blanks().items():
        if other is blank:
            return
        for pair in _pairs(typed):
            if pair in here and blank in NEIGHBORS.get(other, ()):
                words = " ".join(pair)
                yield Hint(code="said_twice", advice=f"“{words}” stands twice. Say “it”, or another word.")
                return


def _pairs(text: str) -> list[tuple[str, str]]:
    words = verbs.words_of(text)
    telling = wording.terms("filling") | wording.terms("stock")
    return [(a, b) for a, b in pairwise(words) if not {a, b} & telling and min(len(a), len(b)) > 2]


def _third_person(text: str) -> Iterator[Hint]:
    """In a blank "she" is nearly always the reader, unless somebody else was named before."""
    found = SOMEBODY.search(text)
    if found is None:
        return
    before = text[: found.start()]
    is_named = re.search(r"(?<=\s)[A-Z][a-z]+", before) is not None
    if not is_named and not set(verbs.words_of(before)) & word_list("person_nouns"):
        yield Hint(code="third_person", advice="Write “you” and “your”: the reader is spoken to.")


def _same_story(one: str, other: str) -> bool:
    """True if both answers are the same, word for word."""
    return bool(other.strip()) and verbs.words_of(one) == verbs.words_of(other)
