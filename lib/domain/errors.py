"""Everything that can go wrong and that a person should hear about, each in words of its own."""

from __future__ import annotations


class FollowThroughError(Exception):
    """What happened, what is safe, and what to do next, in one or two sentences for the person.

    A subclass whose sentence is always the same gives it as `SENTENCE`.
    """

    SENTENCE = ""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or self.SENTENCE)

    @property
    def sentence(self) -> str:
        """The message as it is shown."""
        return str(self)
