"""The words that head the four paragraphs of a phone script. They are signposts, and never said."""

from __future__ import annotations

import re

from lib.domain.notes import Channel, NoteKind
from lib.words.brief import Brief

LABELS = ("Opening", "Say", "Ask", "Voicemail")
LABEL = re.compile(rf"^[ \t]*(?:{'|'.join(LABELS)})[ \t]*:[ \t]*", re.IGNORECASE | re.MULTILINE)

VOICEMAIL = re.compile(r"^[ \t]*Voicemail[ \t]*:.*\Z", re.IGNORECASE | re.MULTILINE | re.DOTALL)


def is_script(brief: Brief) -> bool:
    """Whether the message is read from, on the telephone, rather than sent."""
    return brief.kind is NoteKind.CALL or brief.channel is Channel.PHONE


def labelled(*paragraphs: str) -> str:
    """A script: the four paragraphs, each behind its label."""
    named = zip(LABELS, (" ".join(one.split()) for one in paragraphs), strict=True)
    return "\n\n".join(f"{label}: {words}" for label, words in named if words)


def without(text: str) -> str:
    """Returns the text without the labels of its paragraphs."""
    return LABEL.sub("", text)


def said_in_a_call(text: str) -> str:
    """Returns the script without its labels and without the voicemail."""
    return without(VOICEMAIL.sub("", text))
