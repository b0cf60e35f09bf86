"""A message with blanks of its own: what stands in them, and the frame around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lib.domain.debriefs import Opening
from lib.domain.english import English
from lib.domain.notes import Channel, Text
from lib.words import wording
from lib.words.brief import Brief
from lib.words.letters import script_labels
from lib.words.letters.frame_facts import date_words
from lib.words.letters.letter import Letter
from lib.words.letters.openings import ENDS_ON
from lib.words.letters.signing import first_name_of_sender, greeting_line, signature
from lib.words.text import tidy

MOST_SUBJECT_SIGNS = 60
ABOUT = (Opening.OPEN_ABOUT, Opening.CARE_ABOUT, Opening.THOUGHT_ABOUT, Opening.TALKED_ABOUT)
"""The openings of a letter whose blank holds a subject, which can be named again weeks later."""
BRITISH = {
    "favor": "favour",
    "apologize": "apologise",
    "organizing": "organising",
}
"""The frame's words that British English spells otherwise."""


@dataclass(slots=True)
class Message(Letter):
    """Collects the paragraphs of one message.

    `answers` is what stands in its blanks, by their names, and `typed` the names of those that the person
    changed.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    typed: frozenset[str] = frozenset()

    def variants(self, *path: str) -> Sequence[str]:
        """Returns the wordings of that slot for the sender's tone, in the reader's spelling."""
        node: Any = wording.book(self.book)
        for name in path:
            node = node[name]
        if isinstance(node, Mapping):
            node = node.get(self.tone()) or node.get(self.register()) or node["all"]
        return [self._spelled(one) for one in node]

    def own(self, name: str) -> str:
        """Returns what stands in that blank as whole sentences; empty if nothing does."""
        words = self.answers.get(name, "")
        if not any(sign.isalnum() for sign in words):
            return ""
        return tidy.as_sentences(words) if name in self.typed else words

    def mailed(self, subject: str = "", *, signed: str = "") -> Text:
        """Returns the message with greeting and signature; the subject only on an e-mail."""
        by_first_name = self.brief.channel in (Channel.LINKEDIN, Channel.INVITATION)
        with_phone = self.brief.channel is not Channel.CARD
        usual = signature(self.brief.sender, with_phone=with_phone)
        signed = signed or (first_name_of_sender(self.brief) if by_first_name else usual)
        has_subject = self.brief.channel is Channel.EMAIL
        text = self.body(greeting_line(self.brief), signed)
        return Text(tidy.curly(subject) if has_subject else "", text)

    def subject(self, *path: str, **slots: str) -> str:
        """Returns the subject at that slot, or a short one where it would be too long."""
        chosen = self.frame(*(path or ("subject",)), **slots)
        if len(chosen) > MOST_SUBJECT_SIGNS:
            chosen = self.frame("subject", "short", **slots)
        return chosen

    def spoken(self, opening: str, say: str, ask: str) -> Text:
        """Returns the script of a call, with what to leave on voicemail."""
        return self.spoken_with(opening, say, ask, self.frame("phone", "voicemail"))

    def spoken_with(self, opening: str, say: str, ask: str, voicemail: str) -> Text:
        """Returns the script of a call with that voicemail, and my number if there is one."""
        path = (
            ("phone", "number") if "phone" in wording.book(self.book) else ("voicemail", "number")
        )
        number = self.frame(*path) if self.brief.sender.phone.strip() else ""
        left = tidy.one_mark(f"{voicemail} {number}".strip())
        return Text("", tidy.curly(script_labels.labelled(opening, say, ask, left)))

    def looking_back(self, *path: str) -> str:
        """Returns a sentence about the subject that I took up in my letter to this reader; or nothing."""
        said = self.brief.said
        opening = self.opening()
        words = tidy.as_part(said.topic, after=ENDS_ON.get(opening, ""))
        return self.frame(*path, x=words) if words and opening in ABOUT else ""

    def when(self, day: date | None) -> str:
        """Returns "on November 24", or "a little while ago" where no day is known."""
        return f"on {date_words(day, self.brief.english)}" if day else "a little while ago"

    def _spelled(self, words: str) -> str:
        if self.brief.english is not English.BRITISH:
            return words
        for american, british in BRITISH.items():
            words = words.replace(american, british)
        return words


def nothing_noted(_: Brief) -> Mapping[str, str]:
    """Returns nothing: no blank of the message has something noted beside it."""
    return {}


Suggest = Callable[[Message], Mapping[str, str]]
Write = Callable[[Message], Text]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one kind of message comes about.

    `suggest` returns what stands in its blanks at first, by name. `write` puts the message together.
    `noted` returns what was noted elsewhere that may help with a blank, by name; it enters no message.
    """

    suggest: Suggest
    write: Write
    noted: Callable[[Brief], Mapping[str, str]] = nothing_noted


def message_of(brief: Brief, recipe: Recipe) -> Message:
    """Returns the message with its blanks filled in: as the person left them, else from what is known."""
    message = Message(brief, book=brief.kind.value)
    typed = {one.blank: one.text for one in brief.filled}
    message.answers = {**recipe.suggest(message), **typed}
    message.typed = frozenset(typed)
    return message
