"""A message while its sentences are being chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lib.words import facts


@dataclass(slots=True)
class Draft:
    """The sentences chosen so far, by the part of the message that they are.

    `frame` is the greeting and the signature, `paragraphs` the parts in the order in which they are read,
    `least` and `most` how many words the message aims at.
    """

    frame: tuple[str, str]
    paragraphs: tuple[tuple[str, ...], ...]
    least: int
    most: int
    chosen: dict[str, str] = field(default_factory=dict)

    def add(self, **sentences: str) -> None:
        """Takes those sentences, in place of any that have the same part."""
        self.chosen.update({part: words for part, words in sentences.items() if words})

    def add_if_it_fits(self, **sentences: str) -> None:
        """Takes them if the message keeps to its length."""
        self.add_within(self.most, **sentences)

    def add_within(self, most: int, **sentences: str) -> None:
        """Takes them if the message has no more than that many words then."""
        trial = replace(self, chosen=dict(self.chosen))
        trial.add(**sentences)
        if trial.words() <= most:
            self.chosen = trial.chosen

    def add_if_too_short(self, write: Callable[[], dict[str, str]]) -> None:
        """Takes what `write` gives if the message is too short without it."""
        if self.words() < self.least:
            self.add(**write())

    def add_if_too_long(self, write: Callable[[], dict[str, str]]) -> None:
        """Takes what `write` gives, in place of what is longer, if the message is too long without it."""
        if self.words() > self.most:
            self.add(**write())

    def leave_out_if_too_long(self, part: str) -> None:
        """Leaves that part out if the message is too long with it."""
        if self.words() > self.most:
            self.chosen.pop(part, None)

    def words(self) -> int:
        """How many words it has so far."""
        return facts.word_count(self.body())

    def body(self) -> str:
        """The whole message, its paragraphs parted by empty lines."""
        blocks = (" ".join(self.chosen[part] for part in of if part in self.chosen) for of in self.paragraphs)
        return "\n\n".join([self.frame[0], *(block for block in blocks if block), self.frame[1]])
