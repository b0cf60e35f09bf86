"""Other readers and other employers in a text that is not theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.domain.english import with_stop
from lib.domain.notes import NoteKind
from lib.words import wording
from lib.words.checks.case import Case
from lib.words.checks.finding import Finding
from lib.words.checks.greeting import TITLE_WORDS
from lib.words.checks.job_names import LEAST_LETTERS, OTHER_FIRMS
from lib.words.text.tokens import stands_in, words_in


def find_other_readers(case: Case) -> Iterator[Finding]:
    """Finds another person of the interview spoken to as if they were the reader.

    To name a colleague is no fault: "Dwayne's description matched yours".
    """
    if case.brief.kind is NoteKind.COORDINATOR or case.brief.kind.is_to_a_contact():
        return
    mine = {
        word.casefold() for word in words_in(f"{case.brief.reader.name} {case.brief.sender.name}")
    }
    for person in case.brief.others:
        given = [word for word in words_in(person.name) if word.casefold() not in TITLE_WORDS]
        if given and given[0].casefold() not in mine and _is_spoken_to(given[0], case.read):
            sentence = with_stop(
                f"It speaks to {given[0]}, but it goes to {case.brief.reader.name}"
            )
            yield Finding(f"other_reader:{given[0]}", sentence, given[0])


SAID_BEFORE_A_NAME = (
    "now|then|again|too|today|tomorrow|though|however|also|please|sorry|yes|no|well|and|but|so"
    "|you|it|this|that|yourself|indeed|anyway|there|here|know|see|think|say|said|promise|hope|mean"
    "|believe|tell|course|honest"
)
"""Words before ", Carla, " that show her spoken to; "your lead, Carla, and" names her."""


def _is_spoken_to(name: str, text: str) -> bool:
    """True for "Thank you, Carla.", "Carla, it was good" and "I do, too, Carla, and gladly"."""
    named = rf"{re.escape(name)}(?: [A-ZÀ-Þ][\w'’-]+)?"
    return any(
        re.search(pattern, text)
        for pattern in (
            rf"\b(?:[Tt]hanks?(?: again| so much| very much)?(?: you)?(?: again| so much"
            rf"| very much)?|you|[A-Z]?[a-z]+day),\s+{named}\s*(?:[.!?,]|$)",
            rf"(?:^|[.!?]\s+|\n){named},\s+(?:I|it|thank|you|we)\b",
            rf",\s+{named}[.!?]",
            rf"\b(?:{SAID_BEFORE_A_NAME}),\s+{named},\s",
        )
    )


def find_reader_named(case: Case) -> Iterator[Finding]:
    """Finds the reader spoken of by name in their own note: "Carla was generous with her time"."""
    if not case.is_thanks() or case.is_script():
        return
    reader = case.brief.reader
    others = " ".join([case.brief.sender.name, *(one.name for one in case.brief.others)])
    elsewhere = {word.casefold() for word in words_in(f"{others} {case.brief.job.company}")}
    parts = [word for word in words_in(f"{reader.greet_as} {reader.name}") if word[0].isupper()]
    for part in dict.fromkeys(parts):
        if part.casefold() in elsewhere | TITLE_WORDS or len(part) < LEAST_OF_A_NAME:
            continue
        for match in re.finditer(rf"(?<![\w'’-]){re.escape(part)}(?![\w-])", case.letter.body):
            if not _is_address(case.letter.body, match.start(), match.end()):
                sentence = f"It speaks of {part}, and it goes to {part}: say “you”."
                yield Finding(f"reader_named:{part}", sentence, match.group())
                return


def _is_address(body: str, start: int, end: int) -> bool:
    """True if the name there is a greeting within the note: "Thank you, Carla." """
    before = re.search(
        r"(?:\A|[,.!?:;–—\n]\s*|\b(?:[Tt]hanks|[Tt]hank you|[Hh]i|[Hh]ello|[Dd]ear)\s+)"
        r"(?:[A-ZÀ-Þ][\w.'’-]*\s+)*\Z",
        body[:start],
    )
    after = re.match(r"(?:\s+[A-ZÀ-Þ][\w'’-]*)*\s*(?:[,.!?:;–—\n]|\Z)", body[end:])
    thanked = before is not None and before.group().strip().casefold().startswith("thank")
    return before is not None and (after is not None or thanked)


LEAST_OF_A_NAME = 2


def find_other_companies(case: Case) -> Iterator[Finding]:
    """Finds the name of another employer of mine, whole or by its telling word."""
    own = case.facts_text.casefold()
    for company in case.other_companies:
        for name in _names(company):
            if name.casefold() not in own and stands_in(name, case.read):
                sentence = f"It names {name}, where you have another job running."
                yield Finding(f"other_company:{company.strip()}", sentence, name)
                break


def _names(company: str) -> Iterator[str]:
    whole = company.strip()
    if len(whole) > 1:
        yield whole
    words = words_in(whole)
    first = words[0] if words else ""
    silent = OTHER_FIRMS | wording.word_list("filling") | wording.word_list("common")
    is_telling = len(first) >= LEAST_LETTERS - 1 and first.casefold() not in silent
    if len(words) > 1 and is_telling:
        yield first
