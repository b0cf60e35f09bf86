"""The subject of an e-mail."""

from __future__ import annotations

from collections.abc import Iterator

from lib.domain.notes import Channel
from lib.words.checks.case import Case, block, look
from lib.words.checks.finding import Finding
from lib.words.letters.frame_facts import spoken_role
from lib.words.text.tokens import words_in

MOST_WORDS = 10
MOST_SIGNS = 78


def find_subject_faults(case: Case) -> Iterator[Finding]:
    """Finds an empty subject, and one that is too long to be read at a glance."""
    if case.brief.channel is not Channel.EMAIL:
        return
    subject = case.text.subject.strip()
    if not subject:
        yield block("no_subject", "The subject is empty.")
    elif _is_long(case, subject):
        yield look(
            "subject_length",
            f"The subject is long: up to {MOST_WORDS} words are read at a glance.",
            subject,
        )


def _is_long(case: Case, subject: str) -> bool:
    """A long role may stand in it and counts as one word."""
    role = case.brief.job.role.strip()
    short = subject.replace(role or "\0", "Role").replace(spoken_role(role) or "\0", "Role")
    short = short.replace(case.brief.job.company.strip() or "\0", "Company")
    return len(words_in(short)) > MOST_WORDS or len(short) > MOST_SIGNS
