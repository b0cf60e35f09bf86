"""Sentences that are none: begun small, without a subject, without any verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lib.words import wording
from lib.words.slips.slip import Prose, Slip
from lib.words.text.sentences import Sentence

SMALL = "Begin the sentence with a capital."
NO_SUBJECT = "Say who: this sentence has no subject."
NO_VERB = "This is no whole sentence yet: it has no verb."
PAST = wording.slip_words("jotted_past")
BOTH_FORMS = wording.slip_words("both_forms")
ONLY_PAST = wording.slip_words("only_past")
MODAL_START = re.compile(
    r"(?:(?:also |and |but |plus )?(?:scared|worried|afraid|nervous|stressed) (?:that|about|the|of)"
    r"|(?:would|'d) (?:love|like|be (?:glad|happy|great|good)|appreciate|welcome|enjoy)"
    r"|will (?:send|call|do|bring|check|let|try|get|follow)|can (?:share|send|bring|help|do|start"
    r"|show)"
    r"|could (?:share|send|bring|set|show|start|do)|am (?:looking|happy|glad|excited|used"
    r"|available)"
    r"|have (?:run|done|led|made|built|worked|used|seen|managed|been|coached|had)\b(?! (?:a"
    r"|an) (?:good|great|nice|safe))"
    r"|been (?:there|doing|thinking|running|working|using)|did (?:this|that|it|the same|exactly)"
    r"|(?:needs|values|likes|loves|needed|wanted) (?:someone|somebody|people|a|an|the|to|that"
    r"|more|help))\b",
    re.IGNORECASE,
)
PRESENT = wording.slip_words("jotted_present")
CLAUSE_AFTER = re.compile(
    r",\s+(?:\w+ly,?\s+)?(?:I|we|it|they|he|she|you|the|my|our|your|this|that|these|those|each"
    r"|every|[A-Z]\w+)\b"
)
MOST_WORDS_IN_FRAGMENT = 7
LEAST_WORDS_IN_FRAGMENT = 2


def find_small_starts(prose: Prose) -> Iterator[Slip]:
    """Finds sentences that begin with a small letter."""
    for sentence in prose.whole_sentences():
        word = re.match(r"[^\W\d_][\w'’.-]*", sentence.text)
        if (
            word
            and word.group()[0].upper() != word.group()[0]
            and not _has_its_own_spelling(word.group())
        ):
            start, end = sentence.start, sentence.start + word.end()
            if _follows_greeting_in_line(prose, start):
                continue
            if prose.before(start).rstrip().endswith(("…", "...", ":", ";", ",")):
                continue
            yield prose.slip(
                "small_start", start, end, SMALL, word.group()[0].upper() + word.group()[1:]
            )


def _follows_greeting_in_line(prose: Prose, start: int) -> bool:
    """True for "Hi Ann, it's me": greeting and sentence in one line."""
    greeting = prose.text[: prose.letter.body_start]
    first = bool(greeting) and start == prose.sentences[0].start
    return first and "\n" not in prose.text[len(greeting.rstrip()) : start]


def _has_its_own_spelling(word: str) -> bool:
    return any(sign.isupper() for sign in word[1:]) or "." in word[:-1] or word == "i"


def find_missing_subjects(prose: Prose) -> Iterator[Slip]:
    """Finds sentences that begin with the verb, as jottings do: "Got ours from 48 to 22"."""
    for sentence in prose.sentences:
        text = prose.straight(sentence)
        if text.rstrip().endswith("?") or not _lacks_subject(text):
            continue
        if not prose.part and _ends_a_list(prose, sentence):
            continue
        opening = re.match(r"\S+(?:\s+\S+){0,2}", sentence.text)
        end = sentence.start + (opening.end() if opening else 1)
        yield prose.slip("no_subject", sentence.start, end, NO_SUBJECT)


def _lacks_subject(text: str) -> bool:
    tokens = re.findall(r"[\w'%-]+", text)
    if len(tokens) < LEAST_WORDS_IN_FRAGMENT:
        return False
    first, second = tokens[0].casefold(), tokens[1].casefold()
    if MODAL_START.match(text):
        return not CLAUSE_AFTER.search(text) or text.casefold().startswith(("would", "am "))
    if first in PRESENT:
        return second not in PAST and second not in {"is", "was", "are", "and"}
    if first not in PAST or CLAUSE_AFTER.search(text):
        return False
    return _is_jotted(first, second)


def _is_jotted(first: str, second: str) -> bool:
    """True if a past form and the word behind it begin a jotting, and no clause like "Led by Ann, …"."""
    if first in {"was", "were", "been"}:
        return second in wording.slip_words("after_was")
    if first in ONLY_PAST:
        return first != "did" or second not in {"you", "i", "we", "he", "she", "they", "it"}
    if first == "set" and second != "up":
        return False
    has_object = second in wording.slip_words("objects") or second[:1].isdigit()
    if first in BOTH_FORMS:
        return has_object and second not in {"with", "by", "for", "out", "at"}
    return has_object or not (
        second.endswith(("ly", "ing")) or second in {"by", "in", "of", "as", "on"}
    )


def _ends_a_list(prose: Prose, sentence: Sentence) -> bool:
    before = prose.before(sentence.start).rstrip(" ")
    return before.endswith(("- ", "• ", "-", "•", "*", ":"))


def find_fragments(prose: Prose) -> Iterator[Slip]:
    """Finds short sentences in which no word can be a verb."""
    for sentence in prose.whole_sentences():
        text = prose.straight(sentence)
        tokens = re.findall(r"[^\W_][\w'-]*", text)
        if (
            not text.rstrip().endswith(".")
            or not LEAST_WORDS_IN_FRAGMENT <= len(tokens) <= MOST_WORDS_IN_FRAGMENT
        ):
            continue
        if _ends_a_list(prose, sentence) or tokens[0].casefold() in wording.slip_words(
            "fixed_openings"
        ):
            continue
        if _has_pronoun_subject(tokens):
            continue
        if not any(_may_be_verb(token.casefold(), last=token is tokens[-1]) for token in tokens):
            yield prose.slip(
                "fragment", sentence.start, sentence.start + len(sentence.text), NO_VERB
            )


def _has_pronoun_subject(tokens: list[str]) -> bool:
    """True for "I rode along": after "I" or "we" there is a verb, in the list or not."""
    return any(token.casefold() in ("i", "we", "they", "he", "she") for token in tokens[:-1])


def _may_be_verb(token: str, *, last: bool) -> bool:
    if token in wording.slip_words("courteous"):
        return True
    if "'" in token or token in verb_forms() or token.endswith("ed"):
        return True
    return token.endswith("s") and not last and not token.endswith(("ss", "us", "is"))


@cache
def verb_forms() -> frozenset[str]:
    """Every form of the verbs in the list."""
    forms = set(wording.slip_words("irregular")) | set(wording.slip_words("jotted_past"))
    for base in wording.slip_words("verbs"):
        stem = base.removesuffix("e")
        forms |= {base, f"{base}s", f"{base}es", f"{stem}ed"}
        forms |= {f"{base[:-1]}ies", f"{base[:-1]}ied"} if base.endswith("y") else set()
    return frozenset(forms)
