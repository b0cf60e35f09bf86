"""One slip of the pen: what was found, what to do about it, and the text with it mended."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lib.words.text.sentences import Letter, Sentence, read_letter

LOOK_BACK = 60


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing in a text that most readers would stumble over.

    `words` stand in the text exactly so, at `at`. `mended` is the whole text with this one
    mended and `becomes` what the words turn into; both are empty where a person has to choose.
    """

    code: str
    words: str
    advice: str
    mended: str | None = None
    becomes: str = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """A text made ready for the rules.

    `plain` has the text's length; greeting and signature are blanked out in it. `part`: the text
    is a piece of a sentence, as in a letter's blank, so it may begin and end anywhere.
    """

    text: str
    part: bool
    letter: Letter = field(init=False)
    plain: str = field(init=False)
    sentences: tuple[Sentence, ...] = field(init=False)
    starts: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        letter = Letter(self.text, 0, len(self.text)) if self.part else read_letter(self.text)
        object.__setattr__(self, "letter", letter)
        object.__setattr__(self, "plain", letter.masked())
        sentences = letter.sentences()
        object.__setattr__(self, "sentences", sentences)
        object.__setattr__(self, "starts", frozenset(one.start for one in sentences))

    def whole_sentences(self) -> tuple[Sentence, ...]:
        """The sentences that have to stand by themselves."""
        return self.sentences[1:] if self.part else self.sentences

    def slip(
        self, code: str, start: int, end: int, advice: str, becomes: str | None = None
    ) -> Slip:
        """A slip at that place. With `becomes` it can be mended."""
        words = self.text[start:end]
        if becomes is None:
            return Slip(code, words, advice, at=start)
        mended = self.text[:start] + becomes + self.text[end:]
        return Slip(code, words, advice, mended, becomes, start)

    def slip_at(
        self, found: re.Match[str], code: str, advice: str, becomes: str | None = None
    ) -> Slip:
        """Returns the slip at that match. With `becomes` it can be mended."""
        return self.slip(code, found.start(), found.end(), advice, becomes)

    def before(self, at: int) -> str:
        """The last few words before that place, with straight apostrophes."""
        return self.plain[max(0, at - LOOK_BACK) : at]

    def starts_sentence(self, at: int) -> bool:
        """True if a sentence begins at that place."""
        return at in self.starts

    def straight(self, sentence: Sentence) -> str:
        """That sentence with straight apostrophes."""
        return self.plain[sentence.start : sentence.start + len(sentence.text)]


def like(model: str, words: str) -> str:
    """The words with a capital where the model has one."""
    return words[:1].upper() + words[1:] if model[:1].isupper() else words


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of those words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda one: (-len(one), one)))
