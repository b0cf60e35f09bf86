"""What the messages of the weeks after an interview have in common: wordings, greeting, subject, point."""

from __future__ import annotations

from typing import Any

from lib.domain.debriefs import Opening
from lib.domain.notes import Channel, Text
from lib.words import facts, parts, wording
from lib.words.brief import Brief, Weeks
from lib.words.capture import words_in
from lib.words.letter import Letter
from lib.words.signing import NO_NAME, first_name_of_sender, greeting_line, signature

NOTHING = Weeks()
LOOKING_BACK = (Opening.OPEN_ABOUT, Opening.CARE_ABOUT, Opening.THOUGHT_ABOUT, Opening.TALKED_ABOUT)
"""The openings that still make sense some weeks later."""
MOST_SUBJECT_WORDS, MOST_SUBJECT_SIGNS = 9, 160


def told(brief: Brief) -> Weeks:
    """What the message is written from; with nothing in it where the brief has none."""
    return brief.weeks or NOTHING


def said(brief: Brief, book: str, *at: str, **places: str) -> str:
    """The wording of that part for this message, filled. The place decides which, whatever the channel."""
    node: Any = wording.book(book)
    for name in at:
        node = node[name]
    seed = f"{brief.interview.id}:{book}:{'.'.join(at)}"
    chosen = wording.choose(node, place=brief.place, seed=seed)
    return parts.fill(chosen, brief, **{**_slots(brief), **places})


def frame(brief: Brief) -> tuple[str, str]:
    """The greeting, and how it is signed on that channel."""
    on_linkedin = brief.channel is Channel.LINKEDIN
    signed = first_name_of_sender(brief) if on_linkedin else signature(brief.sender)
    return greeting_line(brief), signed


def text(brief: Brief, subject: str, body: str) -> Text:
    """The message; a message on LinkedIn has no subject."""
    return Text("" if brief.channel is Channel.LINKEDIN else subject, body)


def subject(brief: Brief, book: str, **places: str) -> str:
    """The subject that names what it is about, or a plain one where that is too long."""
    named = said(brief, book, "subject", "named", **places)
    short = len(words_in(named)) <= MOST_SUBJECT_WORDS and len(named) <= MOST_SUBJECT_SIGNS
    if not short or len(words_in(named)) < 3:
        return said(brief, book, "subject", "plain", **places)
    return named[:1].upper() + named[1:]


def point(brief: Brief) -> str:
    """Returns the sentence in which I looked back on what the reader said; empty if there is none."""
    letter = Letter(brief)
    return letter.topic() if letter.opening() in LOOKING_BACK else ""


def voicemail(brief: Brief, book: str) -> str:
    """What to leave on voicemail, with the number if there is one."""
    left = said(brief, book, "phone", "voicemail")
    return f"{left} {said(brief, book, 'phone', 'number')}" if brief.sender.phone.strip() else left


def _slots(brief: Brief) -> dict[str, str]:
    first = facts.first_name(brief.reader)
    by = brief.commitment.by if brief.commitment else None
    return {
        "hello": f"Hello {first}" if first else "Hello",
        "me": brief.sender.name.strip() or NO_NAME,
        "phone": brief.sender.phone.strip(),
        "by": facts.weekday_and_date(by, brief.english) if by else "",
        "month": f"{brief.interview.day:%B}",
    }
