"""Whether a text and its subject are too long or too short for what they are."""

from __future__ import annotations

from collections.abc import Iterator

from lib.domain.notes import Channel, NoteKind
from lib.words.checks.case import Case, block
from lib.words.checks.finding import Finding
from lib.words.letters.frame_facts import spoken_role
from lib.words.letters.thank_you import MOST_SIGNS
from lib.words.text.tokens import word_count

MOST_SUBJECT_WORDS = 10
MOST_SUBJECT_SIGNS = 78
ANY = (0, 200)
LENGTHS = {
    (NoteKind.THANK_YOU, Channel.EMAIL): (25, 150),
    (NoteKind.THANK_YOU, Channel.CARD): (20, 70),
    (NoteKind.THANK_YOU, Channel.LINKEDIN): (0, 90),
    (NoteKind.THANK_YOU, Channel.PHONE): (0, 110),
    (NoteKind.CALL, Channel.PHONE): (0, 110),
    (NoteKind.COORDINATOR, Channel.EMAIL): (40, 180),
    (NoteKind.COVER_LINE, Channel.EMAIL): (0, 90),
    (NoteKind.APOLOGY, Channel.EMAIL): (0, 90),
    (NoteKind.GOOD_WORD, Channel.EMAIL): (60, 280),
    (NoteKind.GOOD_WORD, Channel.LINKEDIN): (0, 125),
    (NoteKind.GOOD_WORD, Channel.PHONE): (0, 130),
    (NoteKind.GOOD_WORD_AGAIN, Channel.EMAIL): (25, 100),
    (NoteKind.GOOD_WORD_AGAIN, Channel.LINKEDIN): (0, 90),
    (NoteKind.GOOD_WORD_AGAIN, Channel.PHONE): (0, 90),
    (NoteKind.CONTACT_THANKS, Channel.EMAIL): (20, 120),
    (NoteKind.CONTACT_THANKS, Channel.CARD): (20, 70),
    (NoteKind.CONTACT_THANKS, Channel.LINKEDIN): (15, 90),
    (NoteKind.CONTACT_THANKS, Channel.PHONE): (0, 90),
    (NoteKind.CHECK_IN, Channel.EMAIL): (30, 160),
    (NoteKind.CHECK_IN, Channel.LINKEDIN): (0, 110),
    (NoteKind.CHECK_IN, Channel.PHONE): (0, 90),
    (NoteKind.CHECK_IN_AGAIN, Channel.EMAIL): (22, 110),
    (NoteKind.CHECK_IN_AGAIN, Channel.LINKEDIN): (0, 90),
    (NoteKind.CLOSE_LOOP, Channel.EMAIL): (40, 130),
    (NoteKind.MISSED_CALL, Channel.EMAIL): (20, 90),
    (NoteKind.GRACIOUS_REPLY, Channel.EMAIL): (35, 200),
    (NoteKind.GRACIOUS_REPLY, Channel.LINKEDIN): (0, 110),
    (NoteKind.STAY_IN_TOUCH, Channel.EMAIL): (30, 140),
    (NoteKind.STAY_IN_TOUCH, Channel.LINKEDIN): (0, 100),
    (NoteKind.OFFER_THANKS, Channel.EMAIL): (22, 130),
    (NoteKind.OFFER_THANKS, Channel.PHONE): (0, 90),
    (NoteKind.WITHDRAWAL, Channel.EMAIL): (35, 130),
}
"""Least and most words of a whole message, greeting and signature included (docs/words.md).

Of a phone script they count what one call says: its voicemail is left instead of it.
"""


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
    least, most = LENGTHS.get((case.brief.kind, case.brief.channel), ANY)
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
