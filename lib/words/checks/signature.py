"""Whose name stands under a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.domain.notes import Channel
from lib.domain.search import folded
from lib.words.checks.case import Case, block, look
from lib.words.checks.finding import Finding
from lib.words.text.sentences import CLOSING
from lib.words.text.tokens import words_in

CONTACT = re.compile(r"@|https?:|www\.|\.com\b|linkedin|\d{3}|^\W*$", re.IGNORECASE)
AFTER_LAST_SENTENCE = re.compile(r"[.!?…][\"”’)]*\s+(?P<tail>[^.!?…]{1,80})\Z")
DASHES = " ,–—-~\n"


def find_wrong_signature(case: Case) -> Iterator[Finding]:
    """Finds a text that is signed with another name than mine, or with none."""
    mine = case.brief.sender.name.strip()
    if not mine or case.brief.channel is Channel.INVITATION:
        return
    if case.is_script():
        if not _holds(words_in(mine)[0], case.text.body):
            yield look("no_caller", "It does not say who is calling.")
        return
    names = list(_names(case))
    if any(_is_mine(name, mine) for name in names):
        return
    if names:
        wrong = names[0]
        mended = case.mended(wrong, mine) if case.text.body.count(wrong) == 1 else None
        yield block(
            "signed_otherwise", f"It is signed “{wrong}”; your name is {mine}.", wrong, mended, mine
        )
    else:
        yield block("unsigned", "Your name is not under it.")


def _names(case: Case) -> Iterator[str]:
    """Yields what may be a name at the end of the text, line by line."""
    for line in _last_lines(case):
        bare = (
            CLOSING.sub("", line.strip(), count=1) if CLOSING.match(line.strip()) else line.strip()
        )
        for part in (bare, line.strip()):
            name = part.strip(DASHES + ".!")
            if (
                name
                and not CONTACT.search(name)
                and not CLOSING.fullmatch(name)
                and len(name.split()) <= 5
            ):
                yield name
                break


def _last_lines(case: Case) -> list[str]:
    signature = case.letter.signature
    if signature:
        return [one for line in signature.splitlines() for one in line.split(", ")]
    tail = AFTER_LAST_SENTENCE.search(case.text.body.strip())
    return tail["tail"].split(", ") if tail else []


def _is_mine(name: str, mine: str) -> bool:
    """True if it is made of words or initials of my name, the first among them."""
    own = [folded(word) for word in words_in(mine)]
    said = [folded(word) for word in words_in(name)]
    if not said:
        return False
    known = (
        set(own) | {word[0] for word in own} | {"jr", "sr", "phd", "mba", "rn", "cpa", "md", "pmp"}
    )
    if set(said) <= known and (said[0] in own or said[0] == own[0][0]):
        return True
    return said[: len(own)] == own


def _holds(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
