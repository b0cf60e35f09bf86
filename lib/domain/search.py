"""Finding jobs, people and notes by words in them, whatever their case and accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from lib.domain.interviews import Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note

EXCERPT = 90
PLAIN_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
PLAIN_SIGNS = str.maketrans(dict.fromkeys("’‘ʼʻ′´`＇", "'") | dict.fromkeys("‐‑‒–—−－", "-"))
"""Apostrophes and hyphens as a keyboard types them."""
_PLAIN = PLAIN_LETTERS | PLAIN_SIGNS
_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
    | {"Ø": "Oe", "Å": "Aa"}
)


class HitKind(StrEnum):
    """What was found."""

    JOB = "job"
    PERSON = "person"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Hit:
    """One record in which all words were found, with the place where the first of them stands."""

    kind: HitKind
    record_id: str
    job_id: str
    title: str
    excerpt: str


def search(
    query: str, jobs: Iterable[Job], interviewers: Iterable[Interviewer], notes: Iterable[Note]
) -> tuple[Hit, ...]:
    """Every record in which all the words occur; names that begin with a word come first."""
    words = folded(query).split()
    if not words:
        return ()
    found = []
    for hit, name in _candidates(jobs, interviewers, notes):
        if is_in(words, findable(f"{hit.title} {hit.excerpt}")):
            found.append((_rank(name, words), hit))
    return tuple(_with_excerpt(hit, words) for _, hit in sorted(found, key=lambda one: one[0]))


def folded(text: str) -> str:
    """Returns the text in small letters, without accents, with plain apostrophes and hyphens."""
    if text.isascii():
        return text.lower().replace("`", "'")
    # Before the signs are taken apart too: "´" falls into a space and an accent.
    plain = text.casefold().translate(PLAIN_SIGNS)
    apart = unicodedata.normalize("NFKD", plain).casefold()
    bare = "".join(sign for sign in apart if not _is_unseen(sign))
    return bare.translate(_PLAIN)


def findable(text: str) -> str:
    """Returns the folded text, and behind it the other ways in which its names are written.

    These are: without apostrophes and hyphens ("oneil", "jean luc"), and umlauts spelled out
    ("juergen").
    """
    plain = folded(text)
    ways = (plain, _without_signs(plain), folded(spelled_out(text)))
    return "\n".join(dict.fromkeys(ways))


def is_in(words: Iterable[str], text: str) -> bool:
    """True if all words of a folded query occur in a `findable` text."""
    return all(word in text or _without_signs(word) in text for word in words)


def spelled_out(text: str) -> str:
    """Returns the text with "ue" for "ü" and the like; every other letter stays as it is."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text).translate(_SPELLED_OUT)


def _without_signs(folded_text: str) -> str:
    return folded_text.replace("'", "").replace("-", " ").strip() or folded_text


def _is_unseen(sign: str) -> bool:
    """True for an accent, and for what has no width: a soft hyphen, a zero-width space."""
    return bool(unicodedata.combining(sign)) or unicodedata.category(sign) == "Cf"


def _candidates(
    jobs: Iterable[Job], interviewers: Iterable[Interviewer], notes: Iterable[Note]
) -> Iterator[tuple[Hit, str]]:
    """Yields every record, with all its text as the excerpt, and the name by which it is ranked."""
    for job in jobs:
        rest = f"{job.found_at} {job.link} {job.remarks}"
        hit = Hit(HitKind.JOB, job.id, job.id, f"{job.role} at {job.company}", rest)
        yield hit, f"{job.company} {job.role}"
    for person in interviewers:
        name = person.name or person.position
        rest = f"{person.position} {person.email} {person.phone}"
        yield Hit(HitKind.PERSON, person.id, person.job_id, name, rest), name
    for note in notes:
        name = note.text.subject or "Card"
        yield Hit(HitKind.NOTE, note.id, note.job_id, name, note.text.body), name


def _rank(name: str, words: list[str]) -> int:
    """Returns 0 if the name begins with a word, 1 if a word in it does, else 2."""
    plain = folded(name)
    if any(plain.startswith(word) for word in words):
        return 0
    begins_one = any(f" {word}" in plain for word in words)
    return 1 if begins_one else 2


def _place(text: str, words: list[str]) -> int:
    """Returns where the first of the words stands in the text itself.

    A letter may fold to one, two or none.
    """
    plain = folded(text)
    found = min((place for word in words if (place := plain.find(word)) >= 0), default=0)
    length = 0
    for i, sign in enumerate(text):
        if length >= found:
            return i
        length += len(folded(sign))
    return 0


def _with_excerpt(hit: Hit, words: list[str]) -> Hit:
    text = " ".join(hit.excerpt.split())
    at = _place(text, words)
    start = max(0, at - EXCERPT // 3) if len(text) > EXCERPT else 0
    cut = text[start : start + EXCERPT]
    before = "…" if start else ""
    after = "…" if start + EXCERPT < len(text) else ""
    return replace(hit, excerpt=f"{before}{cut}{after}")
