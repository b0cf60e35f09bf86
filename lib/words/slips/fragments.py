"""Sentences that are none: begun small, without a subject, without any verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.words import wording
from lib.words.slips.slip import Prose, Slip
from lib.words.text import verbs
from lib.words.text.sentences import Sentence

SMALL = "Begin the sentence with a capital."
NO_SUBJECT = "Say who: this sentence has no subject."
NO_VERB = "This is no whole sentence yet: it has no verb."
PAST = wording.word_list("jotted_past")
BOTH_FORMS = wording.word_list("both_forms")
ONLY_PAST = wording.word_list("only_past")
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
PRESENT = wording.word_list("jotted_present")
CLAUSE_AFTER = re.compile(
    r",\s+(?:\w+ly,?\s+)?(?:I|we|it|they|he|she|you|the|my|our|your|this|that|these|those|each"
    r"|every|[A-Z]\w+)\b"
)
MOST_WORDS_IN_FRAGMENT = 7
LEAST_WORDS_IN_FRAGMENT = 2
VERB_FORMS = verbs.forms_of(wording.word_list("verbs")) | wording.word_list("irregular") | PAST
FIRST_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
GOES_ON_AFTER = ("…", "...", ":", ";", ",")
BULLETS = ("-", "•", "*")
NO_PARTICIPLE = frozenset(("with", "by", "for", "out", "at"))
PRONOUNS = frozenset(("i", "we", "they", "he", "she"))


def find_small_starts(prose: Prose) -> Iterator[Slip]:
    """Finds sentences that begin with a small letter."""
    for sentence in prose.whole_sentences():
        first = FIRST_WORD.match(sentence.text)
        word, start = first.group() if first else "", sentence.start
        has_capital = any(sign.isupper() for sign in word[1:])
        if word in ("", "i") or has_capital or "." in word[:-1]:
            continue
        before = prose.before(start).rstrip()
        if before.endswith(GOES_ON_AFTER) or _follows_greeting_in_line(prose, start):
            continue
        becomes = word[0].upper() + word[1:]
        if becomes != word:
            yield prose.slip("small_start", start, start + len(word), SMALL, becomes)


def _follows_greeting_in_line(prose: Prose, start: int) -> bool:
    """True for "Hi Ann, it's me": greeting and sentence in one line."""
    greeting = prose.text[: prose.letter.body_start]
    first = bool(greeting) and start == prose.sentences[0].start
    return first and "\n" not in prose.text[len(greeting.rstrip()) : start]


def find_missing_subjects(prose: Prose) -> Iterator[Slip]:
    """Finds sentences that begin with the verb, as jottings do: "Got ours from 48 to 22"."""
    for sentence in prose.sentences:
        text = prose.straight(sentence)
        if text.rstrip().endswith("?") or not _lacks_subject(text):
            continue
        if not prose.part and _is_in_a_list(prose, sentence):
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
    """True if a past form and the next word begin a jotting, not a clause like "Led by Ann, …"."""
    if first in {"was", "were", "been"}:
        return second in wording.word_list("after_was")
    if first in ONLY_PAST:
        return first != "did" or second not in PRONOUNS | {"you", "it"}
    if first == "set" and second != "up":
        return False
    has_object = second in wording.word_list("objects") or second[:1].isdigit()
    if first in BOTH_FORMS:
        return has_object and second not in NO_PARTICIPLE
    goes_on = second.endswith(("ly", "ing")) or second in {"by", "in", "of", "as", "on"}
    return has_object or not goes_on


def _is_in_a_list(prose: Prose, sentence: Sentence) -> bool:
    """True if the sentence has a bullet, or stands right under a line that ends on a colon."""
    before = prose.before(sentence.start).rstrip()
    return sentence.text.startswith(BULLETS) or before.endswith((":", *BULLETS))


def find_fragments(prose: Prose) -> Iterator[Slip]:
    """Finds short sentences in which no word can be a verb."""
    for sentence in prose.whole_sentences():
        text = prose.straight(sentence)
        tokens = re.findall(r"[^\W_][\w'-]*", text)
        is_short = LEAST_WORDS_IN_FRAGMENT <= len(tokens) <= MOST_WORDS_IN_FRAGMENT
        if not is_short or not text.rstrip().endswith(".") or _is_in_a_list(prose, sentence):
            continue
        words = [token.casefold() for token in tokens]
        if words[0] in wording.word_list("fixed_openings") or PRONOUNS & set(words[:-1]):
            continue
        has_verb = any(_may_be_verb(word) for word in words[:-1])
        if not has_verb and not _may_be_verb(words[-1], last=True):
            yield prose.slip(
                "fragment", sentence.start, sentence.start + len(sentence.text), NO_VERB
            )


def _may_be_verb(token: str, *, last: bool = False) -> bool:
    if token in wording.word_list("courteous"):
        return True
    if "'" in token or token in VERB_FORMS or token.endswith("ed"):
        return True
    return token.endswith("s") and not last and not token.endswith(("ss", "us", "is"))
