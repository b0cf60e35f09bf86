"""Other readers and other employers in a text that is not theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.domain.notes import NoteKind
from lib.words import wording
from lib.words.capture import words_in
from lib.words.finding import Finding
from lib.words.rules.case import Case, look
from lib.words.rules.greeting import TITLE_WORDS
from lib.words.rules.job_names import LEAST_LETTERS, OTHER_FIRMS


def find_other_readers(case: Case) -> Iterator[Finding]:
    """Finds another person of the interview spoken to as if they were the reader.

    To name a colleague is no fault: "Dwayne's description matched yours".
    """
    if case.brief.kind is NoteKind.COORDINATOR or case.brief.kind.is_to_a_contact():
        return
    mine = {word.casefold() for word in words_in(f"{case.brief.reader.name} {case.brief.sender.name}")}
    text = f"{case.text.subject}\n{case.letter.body}"
    for person in case.brief.others:
        given = [word for word in words_in(person.name) if word.casefold() not in TITLE_WORDS]
        if given and given[0].casefold() not in mine and _is_spoken_to(given[0], text):
            sentence = f"It speaks to {given[0]}, but it goes to {case.brief.reader.name}."
            yield look(f"other_reader:{given[0]}", sentence, given[0])


def _is_spoken_to(name: str, text: str) -> bool:
    """True for "Thank you, Carla." and "Carla, it was good"."""
    named = re.escape(name)
    return any(
        re.search(pattern, text)
        for pattern in (
            rf"\b(?:[Tt]hanks?(?: again| so much| very much)?(?: you)?(?: again| so much"
            rf"| very much)?|you|[A-Z]?[a-z]+day),\s+{named}\s*(?:[.!?,]|$)",
            rf"(?:^|[.!?]\s+|\n){named},\s+(?:I|it|thank|you|we)\b",
            rf",\s+{named}[.!?]",
        )
    )


def find_other_companies(case: Case) -> Iterator[Finding]:
    """Finds the name of another employer of mine, whole or by its telling word."""
    own = case.facts_text.casefold()
    text = f"{case.text.subject}\n{case.letter.body}"
    for company in case.other_companies:
        for name in _names(company):
            if name.casefold() not in own and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                sentence = f"It names {name}, where you have another job running."
                yield look(f"other_company:{company.strip()}", sentence, name)
                break


def _names(company: str) -> Iterator[str]:
    whole = company.strip()
    if len(whole) > 1:
        yield whole
    words = words_in(whole)
    first = words[0] if words else ""
    silent = OTHER_FIRMS | wording.terms("filling")
    if len(words) > 1 and len(first) >= LEAST_LETTERS - 1 and first.casefold() not in silent | COMMON:
        yield first


COMMON = wording.slip_words("common")
