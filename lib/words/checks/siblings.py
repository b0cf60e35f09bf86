"""Sentences that two people of one interview would both get."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.words.checks.case import Case, look
from lib.words.checks.finding import Finding
from lib.words.checks.manner import THANKS
from lib.words.checks.personal import own_words
from lib.words.text.named_days import DAY_NAME, MENTION
from lib.words.text.sentences import read_letter
from lib.words.text.tokens import words_in

LEAST_WORDS = 6
A_DAY = re.compile(rf"\b{DAY_NAME}\b", re.IGNORECASE)


def find_shared_sentences(case: Case) -> Iterator[Finding]:
    """Finds a whole sentence that stands word for word in another's note.

    Greetings, thanks, days and courtesies ("I hope we get to work together") are the same in any case.
    """
    if case.is_script():
        return
    mine = {_plain(sentence): sentence for sentence in own_words(case) if _counts(sentence)}
    for name, other in case.siblings.items():
        theirs = {_plain(sentence.text) for sentence in read_letter(other.body).sentences()}
        shared = next((words for plain, words in mine.items() if plain in theirs), "")
        if shared:
            sentence = f"The note to {name} has the same sentence, and people compare: “{shared}”"
            yield look(f"same_as:{name}", sentence, shared)


def _counts(sentence: str) -> bool:
    if THANKS.search(sentence) or MENTION.search(sentence) or A_DAY.search(sentence):
        return False
    return len(words_in(sentence)) >= LEAST_WORDS


def _plain(sentence: str) -> str:
    return " ".join(word.casefold() for word in words_in(sentence.replace("’", "'")))
