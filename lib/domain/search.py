"""Finding jobs, people and notes by words in them, whatever their case and accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from lib.domain.interviews import Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note

EXCERPT = 90
PLAIN_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
PLAIN_SIGNS = str.maketrans(dict.fromkeys("’‘ʼʻ′´`＇", "'") | dict.fromkeys("‐‑‒–—−－", "-"))
"""Apostrophes and hyphens as a keyboard types them."""
_PLAIN = PLAIN_LETTERS | PLAIN_SIGNS


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
    found = [
        (_rank(title, words), hit)
        for hit, title, text in _candidates(jobs, interviewers, notes)
        if _has_all(text, words)
    ]
    return tuple(_with_excerpt(hit, words) for _, hit in sorted(found, key=lambda one: one[0]))


def folded(text: str) -> str:
    """Returns the text in small letters, without accents, with plain apostrophes and hyphens."""
    if text.isascii():
        return text.lower().replace("`", "'")
    # Before the signs are taken apart too: "´" falls into a space and an accent.
    plain = text.casefold().translate(PLAIN_SIGNS)
    apart = unicodedata.normalize("NFKD", plain).casefold()
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return bare.translate(_PLAIN)


def _candidates(
    jobs: Iterable[Job], interviewers: Iterable[Interviewer], notes: Iterable[Note]
) -> Iterator[tuple[Hit, str, str]]:
    for job in jobs:
        title, rest = f"{job.role} at {job.company}", f"{job.found_at} {job.link} {job.remarks}"
        yield (
            Hit(HitKind.JOB, job.id, job.id, title, rest),
            f"{job.company} {job.role}",
            f"{title} {rest}",
        )
    for person in interviewers:
        title, rest = (
            person.name or person.position,
            f"{person.position} {person.email} {person.phone}",
        )
        yield Hit(HitKind.PERSON, person.id, person.job_id, title, rest), title, f"{title} {rest}"
    for note in notes:
        title, rest = note.text.subject or "Card", note.text.body
        yield Hit(HitKind.NOTE, note.id, note.job_id, title, rest), title, f"{title} {rest}"


def _has_all(text: str, words: list[str]) -> bool:
    plain = folded(text)
    return all(word in plain for word in words)


def _rank(title: str, words: list[str]) -> int:
    """0 where the title begins with a word, 1 where a word in it does, 2 elsewhere."""
    plain = folded(title)
    if any(plain.startswith(word) for word in words):
        return 0
    return 1 if any(f" {word}" in plain for word in words) else 2


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
    before, after = "…" if start else "", "…" if start + EXCERPT < len(text) else ""
    return Hit(hit.kind, hit.record_id, hit.job_id, hit.title, f"{before}{cut}{after}")
