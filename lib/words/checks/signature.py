"""Whose name stands under a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.domain.english import with_stop
from lib.domain.notes import Channel
from lib.domain.search import folded
from lib.domain.word_lists import word_set
from lib.words.checks.case import Case, block
from lib.words.checks.finding import Finding
from lib.words.text.sentences import CLOSING
from lib.words.text.tokens import stands_in, words_in

CONTACT = re.compile(r"@|https?:|www\.|\.com\b|linkedin|\d{3}|^\W*$", re.IGNORECASE)
AFTER_LAST_SENTENCE = re.compile(r"[.!?…][\"”’)]*\s+(?P<tail>[^.!?…]{1,80})\Z")
MOST_OF_A_NAME = 5
AFTER_NAMES = word_set("jr sr phd mba rn cpa md pmp")
DASHES = " ,–—-~\n"


def find_wrong_signature(case: Case) -> Iterator[Finding]:
    """Finds a text that is signed with another name than mine, or with none."""
    mine = case.brief.sender.name.strip()
    if not mine or case.brief.channel is Channel.INVITATION:
        return
    if case.is_script():
        if not stands_in(words_in(mine)[0], case.text.body):
            yield Finding("no_caller", "It does not say who is calling.")
        return
    names = list(_names(case))
    if any(_is_mine(name, mine) for name in names):
        return
    if names:
        wrong = names[0]
        mended = case.mended(wrong, mine) if case.text.body.count(wrong) == 1 else None
        yield block(
            "signed_otherwise",
            with_stop(f"It is signed “{wrong}”; your name is {mine}"),
            wrong,
            mended,
            mine,
        )
    else:
        yield block("unsigned", "Your name is not under it.")


def _names(case: Case) -> Iterator[str]:
    """Yields what may be a name at the end of the text, line by line."""
    for line in _last_lines(case):
        closing = CLOSING.match(line)
        for part in (line[closing.end() if closing else 0 :], line):
            name = part.strip(DASHES + ".!")
            is_other = CONTACT.search(name) or CLOSING.fullmatch(name)
            if name and not is_other and len(name.split()) <= MOST_OF_A_NAME:
                yield name
                break


def _last_lines(case: Case) -> list[str]:
    tail = AFTER_LAST_SENTENCE.search(case.text.body.strip())
    last = case.letter.signature or (tail["tail"] if tail else "")
    return [line.strip() for line in last.replace(", ", "\n").splitlines()]


def _is_mine(name: str, mine: str) -> bool:
    """True if it is made of words or initials of my name, the first among them."""
    own = [folded(word) for word in words_in(mine)]
    said = [folded(word) for word in words_in(name)]
    if not said:
        return False
    known = {*own, *(word[0] for word in own), *AFTER_NAMES}
    if set(said) <= known and said[0] in {*own, own[0][0]}:
        return True
    return said[: len(own)] == own
