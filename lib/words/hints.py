"""The one line that may stand under a blank: what to look at, and a mend where that is certain.

The list is closed: each pattern is right nearly always when it fires (docs/words.md, "Hints").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lib.domain.debriefs import Blank, OfferOpening, Opening, Said
from lib.words import tidy, verbs, wording
from lib.words.slips import find_slips
from lib.words.wording import word_list

LONGEST_ANSWER = 60
"""Words: about three sentences. What is longer is not read."""
SHORTEST_ANSWER = 9
"""Words: what is shorter states a fact and stops, which reads as curt."""
ABOUT = (Opening.OPEN_ABOUT, Opening.CARE_ABOUT, Opening.THOUGHT_ABOUT, Opening.TALKED_ABOUT)
ASKED = (Opening.ASKED, Opening.ASKED_SINCE)
UNANSWERED = {
    Opening.TALKED_ABOUT: "Say what you liked about it, or what you did about the same thing.",
    Opening.ASKED: "Give your answer, in a sentence or two.",
    Opening.ASKED_SINCE: "Give your answer, in a sentence or two.",
}
REOPENS = "It reopens a doubt. Leave it out, unless you answer it better now than in the room."
UNANSWERED_CONCERN = "Say what you did, or would do, about it. One result is enough."
BLAMES = re.compile(r",?\s+(?:because|since|as|bc)\s+(?:nobody|no one|no-one)\b.*$", re.IGNORECASE)
DOUBT = re.compile(
    r"\b(?:(?:the |my )?gap\b|why I (?:left|quit|was let go|haven't|have not)|salary|laid off|let go"
    r"|(?:my )?(?:not having|lack of|no) (?:\w+ ){0,2}(?:experience|degree|college|license)"
    r"|I (?:haven't|have not|hadn't|have never|had never)|a time I (?:was wrong|failed)|my weakness)",
    re.IGNORECASE,
)
"""What a reader has a doubt about; a thank-you that ends on it reopens it."""
NEIGHBORS = {
    Blank.THANKS: (Blank.TOPIC,),
    Blank.TOPIC: (Blank.OFFER,),
    Blank.OFFER: (Blank.PURPOSE,),
}
"""The blanks after each one in which the same words are heard twice."""
NO_CLAUSE = {
    Blank.LINK: "A whole clause comes here, such as “we had the same at Dalton”.",
    Blank.RESULT: "A whole clause comes here, such as “turnover fell to 22%”.",
    Blank.PURPOSE: "A whole clause comes here, such as “nobody has to chase a form”.",
}
TOPICS = (Blank.TOPIC, Blank.ALSO_TOPIC)
ANSWERS = {Blank.ANSWER: Blank.TOPIC, Blank.ALSO_ANSWER: Blank.ALSO_TOPIC}
INVERTED = re.compile(
    r"^(?:how|what|when|where|which|who|why)\b[^,;]{0,30}?\b"
    r"(?:do|does|did|can|could|would|will|should|are|is|have|has)\s+(?:you|i|we|they)\b",
    re.IGNORECASE,
)
SOMEBODY = re.compile(r"\b(?:she|he|him|her|his|hers|she's|he's)\b", re.IGNORECASE)
OF_WHOLE_SENTENCES = frozenset(("no_subject", "small_start", "fragment"))
"""Slips that are none in the middle of a sentence."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hint:
    """What stands under a blank: `advice` in one line, and what a tap would change.

    `label` names the tap ("Use “You mentioned that …”"). `mended` is what the person says to the reader
    after it; None where only the person can mend it.
    """

    code: str
    advice: str
    label: str = ""
    mended: Said | None = None


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
        yield from _topic_hints(blank, said, opening, text)
    if blank is Blank.THANKS and text.strip():
        yield from _thanks_hints(text)
    if blank is Blank.OFFER and text.strip():
        yield from _offer_hints(said, text)
    if blank in NO_CLAUSE and text.strip() and not verbs.has_verb(f"it {text}"):
        yield Hint(code="no_clause", advice=NO_CLAUSE[blank])
    if blank in ANSWERS:
        yield from _answer_hints(blank, said, opening, told_to)
    if text.strip():
        yield from _slips(blank, said, text)


def _topic_hints(blank: Blank, said: Said, opening: Opening, text: str) -> Iterator[Hint]:
    words = verbs.words_of(tidy.as_part(text, after=_ends_on(opening)))
    if not words:
        return
    if opening in ABOUT and verbs.is_whole_clause(text):
        advice = "This is a whole sentence, so “You mentioned that …” fits better."
        label = "Use “You mentioned that …”"
        yield _switched(blank, said, Opening.MENTIONED, "clause_after_about", advice, label)
    if opening is Opening.MENTIONED and not verbs.has_verb(text):
        advice = "After “that” comes a whole sentence, such as “the labs run late”."
        label = "Use “I enjoyed talking with you about …”"
        yield _switched(blank, said, Opening.TALKED_ABOUT, "no_clause", advice, label)
    if tail := BLAMES.search(text):
        yield Hint(
            code="blames",
            advice="It sounds like blame. Say what happens, not whose fault it is.",
            label=f"Leave out “{tail.group().strip()}”",
            mended=_with_text(said, blank, text[: tail.start()]),
        )
    if opening in ASKED:
        yield from _asked_hints(blank, said, text, words)
        if DOUBT.search(text.replace("’", "'")):
            yield Hint(code="reopens_doubt", advice=REOPENS)


def _asked_hints(blank: Blank, said: Said, text: str, words: list[str]) -> Iterator[Hint]:
    if words[0] in word_list("direct_starts") or INVERTED.match(text.strip()):
        yield Hint(
            code="direct_question",
            advice="Write it as “how I …” or “whether I …”: the reader asked, and you answer.",
        )
    elif words[0] not in word_list("asked_starts"):
        if verbs.is_whole_clause(text):
            advice = "This is a statement, so “You mentioned that …” fits better."
            label = "Use “You mentioned that …”"
            yield _switched(blank, said, Opening.MENTIONED, "statement_asked", advice, label)
        else:
            yield Hint(
                code="asked_about",
                advice="Begin with “about”, “how” or “whether”.",
                label="Begin with “about”",
                mended=_with_text(said, blank, f"about {tidy.as_part(text)}"),
            )


def _offer_hints(said: Said, text: str) -> Iterator[Hint]:
    if said.offer_opening is OfferOpening.ENJOY_WORKING:
        return
    words = verbs.words_of(tidy.as_part(text, after="to"))
    first = words[0] if words else ""
    is_doing = first.endswith("ing") and first not in ("bring", "ring", "sing")
    is_past = first not in word_list("base_verbs") and (
        first.endswith("ed") or first in word_list("past_verbs")
    )
    if first in word_list("not_after_to") or is_doing or is_past or first[:1].isdigit():
        yield Hint(
            code="offer_without_verb",
            advice="Begin with a verb: “share …”, “show you …”, “walk you through …”.",
        )


def _thanks_hints(text: str) -> Iterator[Hint]:
    words = verbs.words_of(tidy.as_part(text, after="for"))
    first = words[0] if words else ""
    is_subject = first in ("i", "we", "you", "they", "it", "she", "he", "that", "thank", "thanks")
    if is_subject or (first in word_list("base_verbs") and not first.endswith("ing") and len(words) > 1):
        advice = "After “for” comes a thing or a doing: “showing me the dock”, “your patience”."
        yield Hint(code="thanks_shape", advice=advice)


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
        mended=_with_text(said, blank, mended),
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
        mended = _with_text(said, blank, slip.mended) if slip.mended else None
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
    couples = zip(words, words[1:], strict=False)
    return [(a, b) for a, b in couples if not {a, b} & telling and min(len(a), len(b)) > 2]


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


def _switched(blank: Blank, said: Said, opening: Opening, code: str, advice: str, label: str) -> Hint:
    """A hint whose tap chooses another opening and leaves the text as it is."""
    if blank is Blank.TOPIC:
        return Hint(code=code, advice=advice, label=label, mended=replace(said, opening=opening))
    return Hint(code=code, advice=advice, label=label, mended=replace(said, also_opening=opening))


def _with_text(said: Said, blank: Blank, text: str) -> Said:
    changed: dict[str, str] = {blank.value: text}
    return replace(said, **changed)  # type: ignore[arg-type]


def _ends_on(opening: Opening) -> str:
    if opening in ASKED:
        return ""
    return "that" if opening is Opening.MENTIONED else "about"
