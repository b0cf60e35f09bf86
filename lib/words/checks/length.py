"""Whether a text and its subject are too long or too short for what they are."""

from __future__ import annotations

from collections.abc import Iterator

from lib.domain.notes import Channel
from lib.words import wording
from lib.words.brief import Brief
from lib.words.checks.case import Case, block
from lib.words.checks.finding import Finding
from lib.words.letters.frame_facts import spoken_role
from lib.words.letters.thank_you import MOST_SIGNS
from lib.words.text.tokens import word_count

MOST_SUBJECT_WORDS = 10
MOST_SUBJECT_SIGNS = 78
ANY = (0, 200)
"""Words where lengths.toml says nothing about a message on its channel."""


def allowed_length(brief: Brief) -> tuple[int, int]:
    """Returns the least and the most words of that message on its channel."""
    least, most = wording.book("lengths").get(brief.kind, {}).get(brief.channel, ANY)
    return least, most


def find_wrong_length(case: Case) -> Iterator[Finding]:
    """Finds a text that is too long or too short for its kind and channel."""
    if case.brief.channel is Channel.INVITATION:
        signs = len(case.text.body.strip())
        if signs > MOST_SIGNS:
            yield Finding(
                "too_long",
                f"{signs} characters: LinkedIn takes {MOST_SIGNS} in an invitation.",
            )
        return
    least, most = allowed_length(case.brief)
    words = word_count(case.heard)
    if words > most:
        yield Finding(
            "too_long", f"{words} words is long for this kind of note: {most} is the most."
        )
    if words < least:
        yield Finding(
            "too_short", f"{words} words is short for this kind of note: {least} is the least."
        )


def find_subject_faults(case: Case) -> Iterator[Finding]:
    """Finds an empty subject, and one that is too long to be read at a glance."""
    if case.brief.channel is not Channel.EMAIL:
        return
    subject = case.text.subject.strip()
    if not subject:
        yield block("no_subject", "The subject is empty.")
    elif _is_long(case, subject):
        yield Finding(
            "subject_length",
            f"The subject is long: up to {MOST_SUBJECT_WORDS} words are read at a glance.",
            subject,
        )


def _is_long(case: Case, subject: str) -> bool:
    """A long role may stand in it and counts as one word."""
    role = case.brief.job.role.strip()
    short = subject.replace(role or "\0", "Role").replace(spoken_role(role) or "\0", "Role")
    short = short.replace(case.brief.job.company.strip() or "\0", "Company")
    return word_count(short) > MOST_SUBJECT_WORDS or len(short) > MOST_SUBJECT_SIGNS
