"""The closing question: what a person can start from, and what to say about their own."""

from __future__ import annotations

import re

from lib.domain.interviews import InterviewKind
from lib.words import wording

FOR_THE_JOB = (
    "It asks for the job itself. The next step is easier for them to say yes to: who does what,"
    " and by when."
)
ASKS_NOTHING = "It asks nothing yet. Put it as a question, and they will answer it."
NO_LEAVE = "It does not ask whether you may call or write. “May I call you on Friday?” is enough."

OFFER = re.compile(
    r"\b(?:hire me|hiring me|take me on|choose me|pick me"
    r"|am i (?:hired|in\b|selected|the one|getting)"
    r"|(?:did|have|do|will|can|could|may|would) i (?:\w+ )?"
    r"(?:get|got|have|expect|count on|earn|land)"
    r" (?:the|this|that|a|an|your|my) (?:\w+ )?(?:job|role|position|post|offer|place)"
    r"|(?:make|give|send|extend|offer|get) (?:me|us) (?:an?|the|my|your)"
    r" (?:\w+ )?(?:offer|job|contract|position)"
    r"|(?:job|role|position|post) (?:is |be )?mine|is the (?:job|role|position|post) mine"
    r"|when (?:can|do|could|will) i start|do you want me)\b",
    re.IGNORECASE,
)
LEAVE = re.compile(
    r"\b(?:(?:may|can|could|might|shall|should|do|would) i|i (?:may|can|could|might)|if i"
    r"|for me to)\b[^?]{0,60}?\b(?:call|ring|phone|write|e-?mail|message|text|follow up|follow-up"
    r"|check|get in touch|"
    r"be in touch|get back|come back|contact|reach|ask|drop|touch base|hear from you|hear back)",
    re.IGNORECASE,
)


def starting_points(kind: InterviewKind) -> tuple[str, ...]:
    """Returns closing questions for that round, to be changed or taken as they are."""
    return tuple(wording.book("closing")["starting_points"][kind.value])


def goals(kind: InterviewKind) -> tuple[str, ...]:
    """What one may want to happen next after that round."""
    return tuple(wording.book("closing")["goals"][kind.value])


def remarks(text: str) -> tuple[str, ...]:
    """What to think over in a closing question of one's own; nothing where nothing is written."""
    words = " ".join(text.replace("’", "'").split())
    found = (
        (OFFER.search(words), FOR_THE_JOB),
        ("?" not in words, ASKS_NOTHING),
        (not LEAVE.search(words), NO_LEAVE),
    )
    said = found if words else ()
    return tuple(remark for is_so, remark in said if is_so)
