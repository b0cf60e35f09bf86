"""Whether a note says anything that only its reader could have been told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lib.domain.notes import NoteKind
from lib.domain.people.greetings import greeting_name
from lib.words import wording
from lib.words.checks import known
from lib.words.checks.case import Case, look
from lib.words.checks.finding import Finding
from lib.words.text import named_days, stems
from lib.words.text.tokens import words_in
from lib.words.text.told import is_told

OF_ONES_OWN = 3
"""How many words that say something make a sentence of one's own."""


def find_nothing_personal(case: Case) -> Iterator[Finding]:
    """Finds a note without the substance of any blank and without a sentence of its own."""
    kind = case.brief.kind
    if kind not in (NoteKind.THANK_YOU, NoteKind.GRACIOUS_REPLY):
        return
    if not case.letter.body.strip() or _tells_a_blank(case) or any(own_words(case)):
        return
    name = greeting_name(case.brief.reader.name, case.brief.reader.greet_as) or "the reader"
    yield look("no_specific", f"Nothing personal in it yet: name one thing that {name} told you.")


def _tells_a_blank(case: Case) -> bool:
    return any(
        is_told(piece, case.letter.body) for piece in known.typed(case.brief) if piece.strip()
    )


def own_words(case: Case, *, least: int = OF_ONES_OWN) -> Iterator[str]:
    """Yields the sentences that neither the facts nor the usual courtesies account for."""
    named, stock = _named(case), _stock(case.brief.kind)
    for sentence in case.sentences:
        bare = named_days.MENTION.sub(" ", sentence.text)
        telling = {word.casefold().replace("’", "'") for word in words_in(bare)}
        left = {word for word in telling if not word[0].isdigit()}
        if len(stems.stems(left) - named - stock) >= least:
            yield sentence.text


@cache
def _stock(kind: NoteKind) -> frozenset[str]:
    """The stems of the words that any letter has, those of the app's frames among them."""
    usual = wording.terms("courtesies") | wording.terms("stock") | wording.terms("filling")
    frames = stems.stock((kind.value,)) if wording.has_book(kind.value) else frozenset[str]()
    return stems.stems(usual) | frames


def _named(case: Case) -> frozenset[str]:
    """The stems of the words in names: people, company, role, place."""
    brief = case.brief
    texts = [brief.job.company, brief.job.role, brief.sender.name, brief.interview.place]
    texts += [f"{one.name} {one.position} {one.greet_as}" for one in known.people(brief)]
    return stems.stems(word for text in texts for word in re.findall(r"[^\W_]+", text))
