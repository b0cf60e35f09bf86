"""The sentences of a thank-you that hold what the person says to the reader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lib.domain.debriefs import Blank, OfferOpening, Opening
from lib.domain.notes import Channel
from lib.words.letters.message import Message, joined
from lib.words.letters.openings import (
    ENDS_ON,
    default_offer_opening,
    not_i_variants,
    opening_of,
    second_wordings,
    variants_at,
)
from lib.words.text import tidy
from lib.words.text.sentences import split_sentences

THANKS_FOR = re.compile(r"Thank(?:s| you) for (?!.*, and for )")
"""A wording that "and for …" can follow."""


@dataclass(slots=True)
class Letter(Message):
    """A thank-you, whose blanks stand on the checklist and not on the note."""

    def blanks(self) -> tuple[str, str]:
        """Returns what I say to the reader in two paragraphs, one for each thing."""
        story = self._story()
        topic = self.topic(split_sentences(f"{story} {self._also(())}"))
        so_far = split_sentences(f"{topic} {story}")
        offer = self._offer(so_far, split_sentences(self._also(so_far)))
        first = joined(topic, story, offer)
        return first, self._also(split_sentences(first))

    def thanks(self, *path: str, unlike: str = "") -> str:
        """Returns the frame's thanks, with what I thank for besides the time ("…, and for …")."""
        words = tidy.as_part(self._said(Blank.THANKS), after="for")
        if not words:
            return self.frame(*path, unlike=unlike)
        wanted = [one for one in self.turned(path, unlike) if THANKS_FOR.match(one)]
        return tidy.one_mark(f"{self.fitting(wanted).rstrip('.')}, and for {words}.")

    def own_line(self) -> str:
        """Returns the one more line of my own; empty if there is none."""
        return tidy.as_sentences(self._said(Blank.CLOSE))

    def is_left_out(self, blank: Blank) -> bool:
        """True if that blank is left out of the message on this channel."""
        channel = self.brief.channel
        if channel is Channel.INVITATION:
            channel = Channel.LINKEDIN
        return any((one.channel, one.blank) == (channel, blank) for one in self.brief.said.left_out)

    def _said(self, blank: Blank) -> str:
        """Returns what was typed into that blank, unless it is left out."""
        return "" if self.is_left_out(blank) else self.brief.said.blanks()[blank]

    def topic(self, after: Sequence[str] = ()) -> str:
        """Returns the sentence that takes up what the reader said; empty if its blank is."""
        opening = opening_of(self.brief)
        words = tidy.as_part(self._said(Blank.TOPIC), after=ENDS_ON.get(opening, ""))
        if not words:
            return ""
        variants = [*self._opened("opening", opening), *not_i_variants(self.register(), opening)]
        return self.fitting(variants, (), after, x=words)

    def _story(self) -> str:
        """What I did and what came of it, in one sentence where that can be."""
        told, result = tidy.as_sentences(self._said(Blank.ANSWER)), self._said(Blank.RESULT)
        if not result.strip():
            return told
        if not told.endswith("."):
            return f"{told} {tidy.as_sentences(result)}".strip()
        return tidy.one_mark(f"{told[:-1]}, and {tidy.as_part(result, after='and')}.")

    def _offer(self, before: Sequence[str], after: Sequence[str]) -> str:
        opening = self.brief.said.offer_opening or default_offer_opening(self.brief.place)
        words = tidy.as_part(self._said(Blank.OFFER), after="to")
        is_whole = opening is OfferOpening.ENJOY_WORKING
        if self.is_left_out(Blank.OFFER) or not (before if is_whole else words):
            return ""
        variants = [
            *self._opened("offer", opening)[:1],
            *not_i_variants(self.register(), opening),
        ]
        return self.fitting(variants, before, after, x=words)

    def _also(self, before: Sequence[str]) -> str:
        """The second thing that they said; only with an answer to it."""
        opening = self.brief.said.also_opening or Opening.MENTIONED
        answer = tidy.as_sentences(self._said(Blank.ALSO_ANSWER))
        if not answer or self.is_left_out(Blank.ALSO_TOPIC):
            return ""
        words = tidy.as_part(self._said(Blank.ALSO_TOPIC), after=ENDS_ON.get(opening, ""))
        if not words:
            return answer
        first_thing = opening_of(self.brief) if self.topic() else None
        variants = second_wordings(opening, first_thing)
        return f"{self.fitting(variants, before, split_sentences(answer), x=words)} {answer}"

    def _opened(self, kind: str, opening: Opening | OfferOpening) -> list[str]:
        """The wordings of that opening, the one that the form shows for this reader first."""
        variants = variants_at(kind, self.register(), opening.value)
        start = self.brief.place % len(variants)
        return [*variants[start:], *variants[:start]]
