"""What every rule is given: the text, the brief, and the other notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from lib.domain.notes import Channel, NoteKind, Text
from lib.words.brief import Brief
from lib.words.checks import known
from lib.words.checks.finding import Finding, Weight
from lib.words.letters import script_labels
from lib.words.text.sentences import Letter, Sentence, read_letter


@dataclass(frozen=True)
class Case:
    """One text to be checked; `siblings` are the notes to the others, by their names."""

    text: Text
    brief: Brief
    siblings: Mapping[str, Text]
    other_companies: tuple[str, ...] = ()

    @cached_property
    def letter(self) -> Letter:
        """The body in its three parts; a script is read without its labels."""
        body = self.text.body
        return read_letter(script_labels.without(body) if self.is_script() else body)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences between greeting and signature."""
        return self.letter.sentences()

    @cached_property
    def heard(self) -> str:
        """The text as the reader gets it; of a script what is said in one call."""
        return script_labels.said_in_a_call(self.text.body) if self.is_script() else self.text.body

    @cached_property
    def read(self) -> str:
        """Subject and body, without greeting and signature."""
        return f"{self.text.subject}\n{self.letter.body}"

    @cached_property
    def typed(self) -> tuple[str, ...]:
        """What the person filled into the blanks, piece by piece."""
        return tuple(piece for piece in known.typed(self.brief) if piece.strip())

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """Everything that is known or was typed, piece by piece."""
        return tuple(known.facts(self.brief))

    @cached_property
    def facts_text(self) -> str:
        """The same as one text."""
        return "\n".join(self.facts)

    def whole(self) -> str:
        """Subject and body."""
        return f"{self.text.subject}\n{self.text.body}"

    def is_thanks(self) -> bool:
        """True for a thank-you note to somebody who interviewed me."""
        return self.brief.kind is NoteKind.THANK_YOU

    def is_script(self) -> bool:
        """True for what is said aloud and not sent."""
        return script_labels.is_script(self.brief) or self.brief.channel is Channel.PHONE

    def has_blanks(self) -> bool:
        """True if the person filled in a blank of this letter."""
        return bool(self.typed)

    def mended(self, old: str, new: str) -> Text | None:
        """The text with the first `old` replaced, in the body or else in the subject."""
        if old in self.text.body:
            return replace(self.text, body=self.text.body.replace(old, new, 1))
        if old in self.text.subject:
            return replace(self.text, subject=self.text.subject.replace(old, new, 1))
        return None


Rule = Callable[[Case], Iterator[Finding]]


def block(
    code: str, sentence: str, words: str = "", mended: Text | None = None, becomes: str = ""
) -> Finding:
    """Returns a finding that keeps the note from being marked as sent."""
    return Finding(code, sentence, words, mended, becomes, Weight.BLOCKS)


def look_and_mend(case: Case, code: str, sentence: str, wrong: str, right: str) -> Finding:
    """Returns a finding to look at again, with the right words put for the wrong ones."""
    return Finding(code, sentence, wrong, case.mended(wrong, right), right)
