"""What a note says to its reader alone, and what two readers would both get."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from lib.domain.notes import NoteKind
from lib.domain.people.greetings import greeting_name
from lib.words import wording
from lib.words.checks.case import Case
from lib.words.checks.finding import Finding
from lib.words.checks.manner import THANKS
from lib.words.text import stems
from lib.words.text.days import DAY_NAME, FULL_DATE
from lib.words.text.sentences import read_letter
from lib.words.text.stems import is_told
from lib.words.text.tokens import plain_words, words_in

OF_ONES_OWN = 3
"""How many words that say something make a sentence of one's own."""

LEAST_WORDS = 6
A_DAY = re.compile(rf"\b{DAY_NAME}\b", re.IGNORECASE)


def find_nothing_personal(case: Case) -> Iterator[Finding]:
    """Finds a note without the substance of any blank and without a sentence of its own."""
    kind = case.brief.kind
    if kind not in (NoteKind.THANK_YOU, NoteKind.GRACIOUS_REPLY):
        return
    body = case.letter.body
    tells_a_blank = any(is_told(piece, body) for piece in case.typed)
    if not body.strip() or tells_a_blank or any(own_words(case)):
        return
    name = greeting_name(case.brief.reader.name, case.brief.reader.greet_as) or "the reader"
    yield Finding(
        "no_specific", f"Nothing personal in it yet: name one thing that {name} told you."
    )


def own_words(case: Case, *, least: int = OF_ONES_OWN) -> Iterator[str]:
    """Yields the sentences that neither the facts nor the usual courtesies account for."""
    named, stock = _named(case), _stock(case.brief.kind)
    for sentence in case.sentences:
        bare = FULL_DATE.sub(" ", sentence.text)
        telling = {word.casefold().replace("’", "'") for word in words_in(bare)}
        left = {word for word in telling if not word[0].isdigit()}
        if len(stems.stems(left) - named - stock) >= least:
            yield sentence.text


@cache
def _stock(kind: NoteKind) -> frozenset[str]:
    """The stems of the words that any letter has, those of the app's frames among them."""
    framed = words_in(" ".join(_texts(wording.book(kind.value))))
    usual = wording.word_list("courtesies") | wording.word_list("stock")
    return stems.stems((*usual, *wording.word_list("filling"), *framed))


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
        return
    for value in node.values() if isinstance(node, Mapping) else node:
        yield from _texts(value)


def _named(case: Case) -> frozenset[str]:
    """The stems of the words in names: people, company, role, place."""
    brief = case.brief
    texts = [brief.job.company, brief.job.role, brief.sender.name, brief.interview.place]
    texts += [f"{one.name} {one.position} {one.greet_as}" for one in case.people]
    return stems.stems(re.findall(r"[^\W_]+", "\n".join(texts)))


def find_shared_sentences(case: Case) -> Iterator[Finding]:
    """Finds a whole sentence that stands word for word in another's note.

    Greetings, thanks, days and courtesies ("I hope we get to work together") are the same in any
    case.
    """
    if case.is_script():
        return
    mine = {plain_words(sentence): sentence for sentence in own_words(case) if _counts(sentence)}
    for name, other in case.siblings.items():
        theirs = {plain_words(sentence.text) for sentence in read_letter(other.body).sentences()}
        shared = next((words for plain, words in mine.items() if plain in theirs), "")
        if shared:
            sentence = f"The note to {name} has the same sentence, and people compare: “{shared}”"
            yield Finding(f"same_as:{name}", sentence, shared)


def _counts(sentence: str) -> bool:
    if THANKS.search(sentence) or FULL_DATE.search(sentence) or A_DAY.search(sentence):
        return False
    return len(words_in(sentence)) >= LEAST_WORDS
