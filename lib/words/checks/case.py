"""What every rule is given: the text, the brief, and the other notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from lib.domain.dates.due import Due
from lib.domain.interviews import Interviewer
from lib.domain.notes import NoteKind, Text
from lib.words.brief import Brief
from lib.words.checks.finding import Finding
from lib.words.letters import compose, script_labels
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
        pieces = (*self.brief.said.blanks().values(), *compose.answers(self.brief).values())
        return tuple(piece for piece in pieces if piece.strip())

    @cached_property
    def facts_text(self) -> str:
        """Everything that is known or was typed, a line for each piece."""
        brief, told = self.brief, self.brief.good_word
        facts = list(self.typed)
        for point in brief.fit:
            facts += [point.point, point.evidence]
        facts += [request.what for request in brief.requests]
        facts += [one.about for one in (brief.about, brief.next_contact) if one]
        facts += [*brief.weeks.offers, brief.weeks.news]
        facts += [told.how, told.knows_how, told.trait, told.did, told.came_of_it]
        facts += [brief.commitment.what]
        return "\n".join((*facts, self.names))

    @cached_property
    def names(self) -> str:
        """What things and people are called: job, place, everybody, the sender."""
        brief, sender = self.brief, self.brief.sender
        names = [brief.job.company, brief.job.role, brief.interview.place]
        for person in self.people:
            names += [person.name, person.position, person.greet_as]
        return "\n".join((*names, sender.name, sender.phone, sender.sign_off))

    @cached_property
    def people(self) -> tuple[Interviewer, ...]:
        """The reader first, then everybody else whom the note may name."""
        known = (self.brief.good_word.knows, self.brief.good_word.decides)
        return (self.brief.reader, *self.brief.others, *filter(None, known))

    @cached_property
    def dues(self) -> tuple[Due, ...]:
        """Everything that I owe this reader, with its day."""
        asked = tuple(request.due for request in self.brief.requests if request.due)
        to_come = (self.brief.about, self.brief.next_contact)
        return (*asked, *(one.due for one in to_come if one))

    @cached_property
    def days(self) -> frozenset[date]:
        """Every day that the note may name."""
        brief, told, since = self.brief, self.brief.good_word, self.brief.weeks
        held = (brief.interview.day, brief.interview.ended_on(), brief.sent_on)
        asked = (told.asked_on, told.agreed_on, told.spoke_on)
        later = (since.checked_in_on, since.heard_on, since.answer_by, brief.commitment.by)
        owed = (*self.dues, *filter(None, [since.missed]))
        return frozenset((*filter(None, held + asked + later), *(due.day for due in owed)))

    def whole(self) -> str:
        """Subject and body."""
        return f"{self.text.subject}\n{self.text.body}"

    def is_thanks(self) -> bool:
        """True for a thank-you note to somebody who interviewed me."""
        return self.brief.kind is NoteKind.THANK_YOU

    def is_script(self) -> bool:
        """True for what is said aloud and not sent."""
        return script_labels.is_script(self.brief)

    def mended(self, old: str, new: str) -> Text | None:
        """The text with the first `old` replaced, in the body or else in the subject."""
        if old in self.text.body:
            return replace(self.text, body=self.text.body.replace(old, new, 1))
        if old in self.text.subject:
            return replace(self.text, subject=self.text.subject.replace(old, new, 1))
        return None


def block(
    code: str, sentence: str, words: str = "", mended: Text | None = None, becomes: str = ""
) -> Finding:
    """Returns a finding that keeps the note from being marked as sent."""
    return Finding(code, sentence, words, mended, becomes, blocks=True)


def look_and_mend(case: Case, code: str, sentence: str, wrong: str, right: str) -> Finding:
    """Returns a finding to look at again, with the right words put for the wrong ones."""
    return Finding(code, sentence, wrong, case.mended(wrong, right), right)
