"""The sentences of a letter: those that hold the blanks, and those of the frame around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from zlib import crc32

from lib.domain.debriefs import Blank, OfferOpening, Opening
from lib.domain.notes import Channel
from lib.domain.profile import Tone
from lib.words.brief import Brief
from lib.words.letters.frame_facts import facts_of
from lib.words.letters.openings import (
    ENDS_ON,
    default_offer_opening,
    default_opening,
    not_i_variants,
    second_wordings,
    variants_at,
)
from lib.words.text import tidy
from lib.words.text.sentences import split_sentences

CLOSES = re.compile(
    r"\b(?:hope|forward to|thank you|thanks|work(?:ing)? with you|work together|join(?:ing)? (?:you|the|your)"
    r"|see you|hear(?:ing)? from you|part of|in touch|good luck|all the best)\b",
    re.IGNORECASE,
)
"""Words of a line after which no other close is needed."""
BEGINS_WITH_I = re.compile(r"I(?:\s|['’])")
MOST_IN_A_ROW = 2
THANKS_FOR = re.compile(r"Thank(?:s| you) for (?!.*, and for )")
"""A wording that "and for …" can follow."""
HEARD_TWICE = (
    "talk",
    "meet you",
    "your time",
    "conversation",
    "work with you",
    "work together",
    "enjoy",
    "hear",
    "glad to",
    "like to",
    "your team",
    "the team",
    "week",
    "promised",
    "discussed",
    "agreed",
)
"""Words that a reader notices when the frame has them twice."""


@dataclass(slots=True)
class Letter:
    """Collects the paragraphs of one message and chooses the wordings of its frame.

    A wording that would make a third sentence in a row begin with "I" is passed over for another one.
    """

    brief: Brief
    book: str = "thank_you"
    paragraphs: list[str] = field(default_factory=list)

    def add(self, *sentences: str) -> None:
        """Adds a paragraph of those sentences; nothing if all are empty."""
        words = " ".join(one for one in sentences if one)
        if words:
            self.paragraphs.append(tidy.one_mark(words))

    def text(self) -> str:
        """Returns what stands in it so far."""
        return " ".join(self.paragraphs)

    def words(self) -> int:
        """Returns how many words stand in it so far."""
        return len(self.text().split())

    def body(self, greeting: str, signature: str) -> str:
        """Returns the whole message, its paragraphs parted by empty lines."""
        return tidy.curly(
            "\n\n".join(one for one in (greeting, *self.paragraphs, signature) if one)
        )

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
        return self._first_that_suits(
            self._turned(path, unlike), before, slots, split_sentences(after)
        )

    def _turned(self, path: Sequence[str], unlike: str) -> list[str]:
        """The wordings of that slot, this reader's first, then those that no other reader has.

        All slots turn together, so wordings at the same place of their lists go well with each other.
        Those that repeat what is said come last.
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
        """Returns the wordings of that slot in the message's data file."""
        return variants_at(self.book, *path)

    def _repeats(self, variant: str, said: str) -> bool:
        """True if the wording and what is said share a word that is heard twice."""
        words = variant.format_map(defaultdict(str, self.facts())).casefold()
        return any(word in words and word in said.casefold() for word in HEARD_TWICE)

    def blanks(self) -> tuple[str, str]:
        """Returns what I say to the reader in two paragraphs: the first thing, and the second one."""
        story = self._story()
        topic = self._topic(split_sentences(f"{story} {self._also(())}"))
        so_far = split_sentences(f"{topic} {story}")
        offer = self._offer(so_far, split_sentences(self._also(so_far)))
        first = " ".join(one for one in (topic, story, offer) if one)
        return first, self._also(split_sentences(first))

    def thanks(self, *path: str, unlike: str = "") -> str:
        """Returns the frame's thanks, with what I thank for besides the time ("…, and for …")."""
        own = "" if self.is_left_out(Blank.THANKS) else self.brief.said.thanks
        words = tidy.as_part(own, after="for")
        if not words:
            return self.frame(*path, unlike=unlike)
        wanted = [one for one in self._turned(path, unlike) if THANKS_FOR.match(one)]
        sentence = self._first_that_suits(wanted, (), {})
        return tidy.one_mark(f"{sentence.rstrip('.')}, and for {words}.")

    def own_line(self) -> str:
        """Returns the one more line of my own; empty if there is none."""
        return self._typed(Blank.CLOSE)

    def closes_itself(self) -> bool:
        """True if my own line ends a letter by itself: "I hope we meet again", "Thank you again"."""
        return self.closes_with(self.own_line())

    def closes_with(self, words: str) -> bool:
        """True if the message can end on those words."""
        return CLOSES.search(words) is not None

    def facts(self) -> dict[str, str]:
        """Returns what the frame's slots are filled with."""
        return facts_of(self.brief)

    def is_left_out(self, blank: Blank) -> bool:
        """True if that blank is left out of the message on this channel."""
        channel = self.brief.channel
        if channel is Channel.INVITATION:
            channel = Channel.LINKEDIN
        return any((one.channel, one.blank) == (channel, blank) for one in self.brief.said.left_out)

    def topic(self) -> str:
        """Returns the sentence that takes up what the reader said; empty if its blank is."""
        return tidy.one_mark(self._topic())

    def _topic(self, after: Sequence[str] = ()) -> str:
        said, opening = self.brief.said, self.opening()
        typed = "" if self.is_left_out(Blank.TOPIC) else said.topic
        words = tidy.as_part(typed, after=ENDS_ON.get(opening, ""))
        if not words:
            return ""
        variants = [
            *self._opened("opening", opening.value),
            *not_i_variants(self.register(), opening),
        ]
        return self._first_that_suits(variants, (), {"x": words}, after)

    def _story(self) -> str:
        """What I did and what came of it, in one sentence where that can be."""
        told, result = self._typed(Blank.ANSWER), self.brief.said.result
        if self.is_left_out(Blank.RESULT) or not result.strip():
            return told
        if not told.endswith("."):
            return f"{told} {tidy.as_sentences(result)}".strip()
        return tidy.one_mark(f"{told[:-1]}, and {tidy.as_part(result, after='and')}.")

    def opening(self) -> Opening:
        """Returns the opening that counts: the chosen one, else the place's."""
        return self.brief.said.opening or default_opening(self.brief.place)

    def _typed(self, blank: Blank) -> str:
        if self.is_left_out(blank):
            return ""
        return tidy.as_sentences(self.brief.said.blanks()[blank])

    def _offer(self, before: Sequence[str], after: Sequence[str]) -> str:
        said = self.brief.said
        opening = said.offer_opening or default_offer_opening(self.brief.place)
        words = tidy.as_part(said.offer, after="to")
        blank = opening is not OfferOpening.ENJOY_WORKING
        if self.is_left_out(Blank.OFFER) or (blank and not words) or not (blank or before):
            return ""
        variants = [
            *self._opened("offer", opening.value)[:1],
            *not_i_variants(self.register(), opening),
        ]
        return self._first_that_suits(variants, before, {"x": words}, after)

    def _also(self, before: Sequence[str]) -> str:
        """The second thing that they said; only with an answer to it."""
        said = self.brief.said
        opening = said.also_opening or Opening.MENTIONED
        words = tidy.as_part(said.also_topic, after=ENDS_ON.get(opening, ""))
        answer = self._typed(Blank.ALSO_ANSWER)
        if not answer or self.is_left_out(Blank.ALSO_TOPIC):
            return ""
        if not words:
            return answer
        first_thing = self.opening() if self._topic() else None
        variants = second_wordings(opening, first_thing)
        first = self._first_that_suits(variants, before, {"x": words}, split_sentences(answer))
        return f"{first} {answer}"

    def _opened(self, kind: str, which: str) -> list[str]:
        """The wordings of that opening, the one that the form shows for this reader first."""
        variants = variants_at("openings", kind, self.register(), which)
        start = self.brief.place % len(variants)
        return [*variants[start:], *variants[:start]]

    def register(self) -> str:
        """Returns "formal", or "plain" for the warm and the brief tone."""
        return "formal" if self.brief.sender.tone is Tone.FORMAL else "plain"

    def tone(self) -> str:
        """Returns the name of the sender's tone in the data file."""
        return self.brief.sender.tone.value

    def _first_that_suits(
        self,
        variants: Sequence[str],
        before: Sequence[str],
        slots: dict[str, str],
        after: Sequence[str] = (),
    ) -> str:
        """The first wording that makes no third sentence in a row begin with "I"."""
        filled = [self._fill(one, slots) for one in variants]
        so_far = [*split_sentences(self.text()), *before][-MOST_IN_A_ROW:]
        to_come = after[:MOST_IN_A_ROW]
        return min(
            filled, key=lambda one: _has_run_of_i([*so_far, *split_sentences(one), *to_come])
        )

    def _fill(self, chosen: str, slots: dict[str, str]) -> str:
        return tidy.one_mark(chosen.format_map({**self.facts(), **slots}))


def _has_run_of_i(sentences: Sequence[str]) -> bool:
    """True if more sentences in a row begin with "I" than may."""
    begins = [BEGINS_WITH_I.match(one) is not None for one in sentences]
    size = MOST_IN_A_ROW + 1
    return any(all(begins[i : i + size]) for i in range(len(begins) - MOST_IN_A_ROW))
