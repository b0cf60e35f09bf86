"""Two sentences joined by a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.domain.word_lists import word_set
from lib.words import wording
from lib.words.slips.slip import Prose, Slip, one_of
from lib.words.text.sentences import Sentence

ADVICE = "Two sentences are joined by a comma: end the first one."
FINITE = one_of(wording.word_list("finite"))
BE_OR_MODAL = (
    "is|are|was|were|isn't|aren't|wasn't|weren't|will|would|can|could|should|must|might|may"
    "|won't|can't|couldn't|has|have|had|hasn't|haven't|does|do|did|doesn't|don't|didn't|needs|need"
)
AFTER_PRONOUN = re.compile(
    rf",\s+(?P<second>(?:(?:I|we|it|they|he|she|you|that)(?:'(?:m|s|re|ve|d|ll))\s+\w"
    rf"|(?:I|we|it|they|he|she|you)\s+(?:{FINITE}|\w+ed)\b|(?:it|he|she)\s+[a-z]{{2,}}s\b"
    r"|that\s+(?:is|was|would|will|has|made|makes|helped|helps|worked|works|gave|took)\b))",
    re.IGNORECASE,
)
AFTER_NOUN = re.compile(
    r",\s+(?P<second>(?:the|my|our|your|their|this|these|those|people|nobody|everyone|everybody)"
    rf"(?:\s+[a-z'-]+){{0,3}}?\s+(?:{BE_OR_MODAL})\b)",
    re.IGNORECASE,
)
JOINING = re.compile(r",\s+(?:and|or|but|nor|yet|so)\b", re.IGNORECASE)
ASIDE = re.compile(
    r",\s+\w+(?:'\w+)?(?:\s+\w+){0,2}?"
    rf"\s+(?:{one_of(wording.word_list('report_verbs'))})\b[,.?!]"
    r"|,\s+(?:I'm|I am|we're|we are|it's|it is) (?:very |quite |pretty )?(?:sure|afraid|certain"
    r"|told|true)[,;.?!]"
    r"|,\s+it (?:seems|seemed|appears|appeared|turns out|turned out)\b[,;.?!]"
)
EMBEDDED = re.compile(
    rf"\b(?:that|and|but|or|so|than)\s+(?:{one_of(wording.word_list('opens_inside'))})\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(r"\b(?:who|whom|whose|which)\b", re.IGNORECASE)
COMPARES = re.compile(
    r"\A(?:the (?:more|less|fewer|sooner|longer|better|earlier|bigger|smaller|closer|\w+er)\b)",
    re.IGNORECASE,
)
LISTING = ("and", "or")
CONTRACTED = ("'s", "'re", "'ve", "'d", "'ll", "'m", "n't")


def find_comma_splices(prose: Prose) -> Iterator[Slip]:
    """Finds a comma between two sentences of their own, and ends the first one."""
    for sentence in prose.sentences:
        text = prose.straight(sentence)
        for pattern in (AFTER_PRONOUN, AFTER_NOUN):
            is_whole = not prose.part or sentence is not prose.sentences[0]
            match = _first_splice(pattern, text, strict=is_whole)
            if match:
                yield _slip(prose, sentence, match)
                break


def _first_splice(pattern: re.Pattern[str], text: str, *, strict: bool) -> re.Match[str] | None:
    for match in pattern.finditer(text):
        is_sentence = _is_sentence(text[: match.start()], strict=strict)
        if is_sentence and _stands_alone(text, match, pattern):
            return match
    return None


def _is_sentence(words: str, *, strict: bool) -> bool:
    """True if the words before the comma have a subject at their beginning and a verb."""
    tokens = re.findall(r"[\w’'-]+", words.split(":")[-1].split(";")[-1])
    head: list[str] = [token.casefold() for token in tokens]
    # "I didn't" is a sentence; "you know" and "I think" are asides.
    is_short_sentence = len(head) == 2 and head[0] in PRONOUNS and HELPS.fullmatch(head[1])
    if words.rstrip().endswith((",", "said")) or not (len(head) >= 3 or is_short_sentence):
        return False
    if not _has_subject(head, tokens[0], strict=strict):
        return False
    if COMPARES.match(words) or EMBEDDED.search(words) or "," in words:
        return False
    if head[0] in {"thank", "thanks"}:
        return head[1] != "to"
    verbs = wording.word_list("main_verbs")
    has_verb = not verbs.isdisjoint(head[1:]) or any(
        one.endswith(CONTRACTED) and one != "let's" for one in head
    )
    return has_verb or (head[0] in PRONOUNS and head[1] in wording.word_list("verbs"))


def _has_subject(head: list[str], first: str, *, strict: bool) -> bool:
    start = head[0].partition("'")[0]
    names_time = wording.word_list("time_nouns") & set(head[1:3])
    if names_time and start in {"the", "every", "each", "all", "this", "my"}:
        return False
    if start in wording.word_list("subjects"):
        return not (start in {"this", "that", "these", "those"} and len(head) < 3)
    if start in wording.word_list("opens_inside") or start in PREPOSITIONS:
        return False
    if start not in QUESTION_WORDS and HELPS.fullmatch(head[1]):
        return True
    return not strict and not start.endswith(("ing", "ed", "ly")) and first[:1].islower()


PREPOSITIONS = wording.word_list("prepositions")
PRONOUNS = frozenset(("i", "we", "you", "they", "he", "she", "it"))
QUESTION_WORDS = word_set(
    "who whom whose which whether whoever whomever whichever whatever however"
)
HELPS = re.compile(BE_OR_MODAL)
"""A word that is a verb of its own right after its subject: "Saturdays are"."""


def _stands_alone(text: str, match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """True if what follows the comma is no aside, no list and no tail of a relative clause."""
    before, rest = text[: match.start()], text[match.start() :]
    in_quotes = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    if ASIDE.match(rest) or text.rstrip().endswith("?") or in_quotes:
        return False
    if RELATIVE.search(before) and pattern is AFTER_NOUN:
        return False
    clause = rest[1:]
    joined = JOINING.search(f",{clause}")
    if joined is None:
        return True
    is_list = "," not in clause[: joined.start() - 1] and joined.group().strip(", ") in LISTING
    return pattern is not AFTER_NOUN and not is_list


def _slip(prose: Prose, sentence: Sentence, match: re.Match[str]) -> Slip:
    start = sentence.start + match.start()
    second = sentence.start + match.start("second")
    before = prose.text[max(sentence.start, start - 24) : start]
    lead = before.split(" ", 1)[-1] if start - 24 > sentence.start else before
    word = prose.text[second : sentence.start + match.end("second")]
    becomes = f"{lead}. {word[:1].upper()}{word[1:]}"
    return prose.slip("comma_splice", start - len(lead), second + len(word), ADVICE, becomes)
