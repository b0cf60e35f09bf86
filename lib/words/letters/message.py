"""A message in the making: its paragraphs, its frame's wordings, and what its blanks hold."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from zlib import crc32

from lib.domain.english import English
from lib.domain.notes import Channel, Text
from lib.domain.profile import Tone
from lib.words import wording
from lib.words.brief import Brief
from lib.words.letters import script_labels
from lib.words.letters.frame_facts import date_words, facts_of
from lib.words.letters.openings import ABOUT, ENDS_ON, opening_of
from lib.words.letters.signing import first_name_of_sender, greeting_line, signature
from lib.words.text import tidy
from lib.words.text.sentences import split_sentences

MOST_ON_A_CARD, MOST_ON_LINKEDIN = 70, 90
"""Words."""
MOST_SUBJECT_SIGNS = 60
BEGINS_WITH_I = re.compile(r"I(?:\s|['’])")
MOST_IN_A_ROW = 2
CLOSES = re.compile(
    r"\b(?:hope|forward to|thank you|thanks|work(?:ing)? with you|work together"
    r"|join(?:ing)? (?:you|the|your)|see you|hear(?:ing)? from you|part of|in touch|good luck"
    r"|all the best)\b",
    re.IGNORECASE,
)
"""Words of a line after which no other close is needed."""
HEARD_TWICE = (
    *("talk", "meet you", "your time", "conversation", "work with you", "work together", "enjoy"),
    *("hear", "glad to", "like to", "your team", "the team", "week", "promised", "discussed"),
    "agreed",
)
"""Words that a reader notices when the frame has them twice."""
BRITISH = {
    "favor": "favour",
    "apologize": "apologise",
    "organizing": "organising",
}
"""The frame's words that British English spells otherwise."""


def joined(*sentences: str) -> str:
    """Returns the sentences in a row, without those that are empty."""
    return " ".join(one for one in sentences if one)


@dataclass(slots=True)
class Message:
    """Collects the paragraphs of one message and chooses the wordings of its frame.

    `answers` is what stands in its blanks, by their names, and `typed` the names of those that the
    person changed. A wording that would make a third sentence in a row begin with "I" is passed
    over for another one.
    """

    brief: Brief
    answers: Mapping[str, str] = field(default_factory=dict)
    typed: frozenset[str] = frozenset()
    paragraphs: list[str] = field(default_factory=list)

    @property
    def book(self) -> Mapping[str, Any]:
        """The data file of this kind of message."""
        return wording.book(self.brief.kind.value)

    def add(self, *sentences: str) -> None:
        """Adds a paragraph of those sentences; nothing if all are empty."""
        words = joined(*sentences)
        if words:
            self.paragraphs.append(tidy.one_mark(words))

    def text(self) -> str:
        """Returns what stands in it so far."""
        return " ".join(self.paragraphs)

    def words(self) -> int:
        """Returns how many words stand in it so far."""
        return len(self.text().split())

    def own(self, name: str) -> str:
        """Returns what stands in that blank as whole sentences; empty if nothing does."""
        words = self.answers.get(name, "")
        if not any(sign.isalnum() for sign in words):
            return ""
        return tidy.as_sentences(words) if name in self.typed else words

    def frame(
        self,
        *path: str,
        before: Sequence[str] = (),
        after: str = "",
        unlike: str = "",
        **slots: str,
    ) -> str:
        """Returns the wording of the frame for this reader's place, filled.

        Args:
            before: the sentences of the paragraph so far.
            after: what comes behind it.
            unlike: a wording is passed over where it says again what stands there ("talking with").
        """
        return self.fitting(self.turned(path, unlike), before, split_sentences(after), **slots)

    def turned(self, path: Sequence[str], unlike: str) -> list[str]:
        """Returns the wordings of that slot, this reader's first, then those of no other reader.

        All slots turn together, so wordings at the same place of their lists go well with each
        other. Those that repeat what is said come last.
        """
        variants = self.variants(*path)
        place, readers = self.brief.place, len(self.brief.others) + 1
        start = crc32(self.brief.interview.id.encode())
        rest = range(place + 1, place + len(variants))
        in_turn = [place, *sorted(rest, key=lambda one: one % len(variants) < readers)]
        turned = [variants[(start + one) % len(variants)] for one in in_turn]
        turned.sort(key=lambda one: self._repeats(one, unlike))
        return turned

    def variants(self, *path: str) -> Sequence[str]:
        """Returns the wordings of that slot for the sender's tone, in the reader's spelling."""
        node: Any = self.book
        for name in path:
            node = node[name]
        if isinstance(node, Mapping):
            tone = self.brief.sender.tone.value
            node = node.get(tone) or node.get(self.register()) or node["all"]
        return [self._spelled(one) for one in node]

    def fitting(
        self,
        variants: Sequence[str],
        before: Sequence[str] = (),
        after: Sequence[str] = (),
        **slots: str,
    ) -> str:
        """Returns the first wording, filled, after which no third sentence begins with "I"."""
        facts = {**facts_of(self.brief), **slots}
        filled = [tidy.one_mark(one.format_map(facts)) for one in variants]
        so_far = [*split_sentences(self.text()), *before][-MOST_IN_A_ROW:]
        to_come = after[:MOST_IN_A_ROW]
        return min(
            filled, key=lambda one: _has_run_of_i([*so_far, *split_sentences(one), *to_come])
        )

    def register(self) -> str:
        """Returns "formal", or "plain" for the warm and the brief tone."""
        return "formal" if self.brief.sender.tone is Tone.FORMAL else "plain"

    def closes_with(self, words: str) -> bool:
        """True if the message can end on those words: "I hope we meet again", "Thank you again"."""
        return CLOSES.search(words) is not None

    def mailed(self, subject: str = "") -> Text:
        """Returns the message with greeting and signature; the subject only on an e-mail."""
        channel = self.brief.channel
        signed = signature(self.brief.sender, with_phone=channel is not Channel.CARD)
        if channel in (Channel.LINKEDIN, Channel.INVITATION):
            signed = first_name_of_sender(self.brief)
        parts = (greeting_line(self.brief), *self.paragraphs, signed)
        body = "\n\n".join(one for one in parts if one)
        return Text(tidy.curly(subject) if channel is Channel.EMAIL else "", tidy.curly(body))

    def subject(self, *path: str, **slots: str) -> str:
        """Returns the subject at that slot, or a short one where it would be too long."""
        chosen = self.frame(*(path or ("subject",)), **slots)
        if len(chosen) > MOST_SUBJECT_SIGNS:
            chosen = self.frame("subject", "short", **slots)
        return chosen

    def spoken(self, say: str, ask: str, *, opening: str = "", voicemail: str = "") -> Text:
        """Returns the script of a call, with what to leave on voicemail and my number, if any."""
        opening = opening or self.frame("phone", "opening")
        voicemail = voicemail or self.frame("phone", "voicemail")
        number = self.frame("phone", "number") if self.brief.sender.phone.strip() else ""
        left = tidy.one_mark(f"{voicemail} {number}".strip())
        return Text("", tidy.curly(script_labels.labelled(opening, say, ask, left)))

    def looking_back(self, name: str) -> str:
        """Returns what that blank says first of the subject of my letter to this reader, if any."""
        opening = opening_of(self.brief)
        words = tidy.as_part(self.brief.said.topic, after=ENDS_ON.get(opening, ""))
        return self.frame("suggest", name, x=words) if words and opening in ABOUT else ""

    def when(self, day: date | None) -> str:
        """Returns "on November 24", or "a little while ago" where no day is known."""
        return f"on {date_words(day, self.brief.english)}" if day else "a little while ago"

    def _repeats(self, variant: str, said: str) -> bool:
        """True if the wording and what is said share a word that is heard twice."""
        words = variant.format_map(defaultdict(str, facts_of(self.brief))).casefold()
        return any(word in words and word in said.casefold() for word in HEARD_TWICE)

    def _spelled(self, words: str) -> str:
        if self.brief.english is not English.BRITISH:
            return words
        for american, british in BRITISH.items():
            words = words.replace(american, british)
        return words


def _has_run_of_i(sentences: Sequence[str]) -> bool:
    """True if more sentences in a row begin with "I" than may."""
    begins = [BEGINS_WITH_I.match(one) is not None for one in sentences]
    size = MOST_IN_A_ROW + 1
    return any(all(begins[i : i + size]) for i in range(len(begins) - MOST_IN_A_ROW))


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one kind of message comes about.

    `write` puts the message together; `suggest` returns what stands in its blanks at first, by
    name.
    """

    write: Callable[[Message], Text]
    suggest: Callable[[Message], Mapping[str, str]]


def message_of(brief: Brief, recipe: Recipe) -> Message:
    """Returns the message with its blanks as the person left them, else from what is known."""
    typed = {one.blank: one.text for one in brief.filled}
    return Message(brief, {**recipe.suggest(Message(brief)), **typed}, frozenset(typed))
