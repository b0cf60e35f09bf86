"""Checking a text, whoever wrote it, before it goes out (the plan's list of refusals and warnings)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lib.domain.notes import Channel, NoteKind, Text
from lib.words import (
    captured,
    contact_rules,
    facts,
    labels,
    likeness,
    named_days,
    salutation,
    specifics,
    weeks_rules,
    wording,
)
from lib.words.brief import Brief
from lib.words.capture import UNFILLED, words_in
from lib.words.finding import Finding, Weight
from lib.words.thank_you import MOST_SIGNS

LENGTHS = {
    (NoteKind.THANK_YOU, Channel.EMAIL): (60, 200),
    (NoteKind.THANK_YOU, Channel.CARD): (30, 70),
    (NoteKind.THANK_YOU, Channel.LINKEDIN): (30, 90),
    (NoteKind.THANK_YOU, Channel.PHONE): (0, 90),
    (NoteKind.CALL, Channel.PHONE): (0, 90),
    (NoteKind.COORDINATOR, Channel.EMAIL): (80, 180),
    (NoteKind.COVER_LINE, Channel.EMAIL): (0, 80),
    (NoteKind.APOLOGY, Channel.EMAIL): (0, 70),
    (NoteKind.GOOD_WORD, Channel.EMAIL): (80, 160),
    (NoteKind.GOOD_WORD, Channel.LINKEDIN): (0, 90),
    (NoteKind.GOOD_WORD, Channel.PHONE): (0, 90),
    (NoteKind.GOOD_WORD_AGAIN, Channel.EMAIL): (30, 80),
    (NoteKind.GOOD_WORD_AGAIN, Channel.LINKEDIN): (0, 60),
    (NoteKind.GOOD_WORD_AGAIN, Channel.PHONE): (0, 90),
    (NoteKind.CONTACT_THANKS, Channel.EMAIL): (30, 90),
    (NoteKind.CONTACT_THANKS, Channel.CARD): (30, 70),
    (NoteKind.CONTACT_THANKS, Channel.LINKEDIN): (30, 90),
    (NoteKind.CONTACT_THANKS, Channel.PHONE): (0, 90),
    (NoteKind.CHECK_IN, Channel.EMAIL): (50, 120),
    (NoteKind.CHECK_IN, Channel.LINKEDIN): (0, 90),
    (NoteKind.CHECK_IN, Channel.PHONE): (0, 90),
    (NoteKind.CHECK_IN_AGAIN, Channel.EMAIL): (50, 100),
    (NoteKind.CHECK_IN_AGAIN, Channel.LINKEDIN): (0, 90),
    (NoteKind.CLOSE_LOOP, Channel.EMAIL): (50, 110),
    (NoteKind.MISSED_CALL, Channel.EMAIL): (30, 80),
    (NoteKind.GRACIOUS_REPLY, Channel.EMAIL): (60, 130),
    (NoteKind.GRACIOUS_REPLY, Channel.LINKEDIN): (0, 90),
    (NoteKind.STAY_IN_TOUCH, Channel.EMAIL): (40, 90),
    (NoteKind.STAY_IN_TOUCH, Channel.LINKEDIN): (0, 90),
    (NoteKind.OFFER_THANKS, Channel.EMAIL): (40, 110),
    (NoteKind.OFFER_THANKS, Channel.PHONE): (0, 90),
    (NoteKind.WITHDRAWAL, Channel.EMAIL): (40, 110),
}
"""Least and most words for each kind of message (plan's words; e-mails aim at 150 and warn above 200)."""
NAME_THE_DAY = (Channel.EMAIL, Channel.LINKEDIN)
"""The channels on which thanks name the day of the next contact (plan's words)."""
SUBJECT_LENGTH = (3, 9)
MOST_THANKS = 2
MOST_EXCLAMATIONS = 1
BEGINS_WITH_I = re.compile(r"I(?:\s|'|’)")
THANKING = re.compile(r"\b(?:thank\w*|grateful|gratitude|appreciat\w+)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measures:
    """What can be counted in a note: words, specifics, how like the closest other note, the days named."""

    words: int
    specifics: int
    likeness: float
    like: str
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Case:
    text: Text
    brief: Brief
    siblings: Mapping[str, Text]
    other_companies: tuple[str, ...]

    def own(self) -> str:
        """The body without what was captured from its reader: what the writer answers for."""
        return captured.own_words(self.text.body, self.brief)

    def is_thanks(self) -> bool:
        return self.brief.kind is NoteKind.THANK_YOU


def check(
    text: Text,
    brief: Brief,
    *,
    siblings: Mapping[str, Text] | None = None,
    other_companies: Iterable[str] = (),
) -> tuple[Finding, ...]:
    """Everything to mend or to look at again in a text, refusals first. `siblings` are the notes that the
    others of the same interview get, by their readers' names."""
    case = _Case(text, brief, siblings or {}, tuple(other_companies))
    found = [finding for rule in RULES for finding in rule(case)]
    once = {finding.code: finding for finding in found}.values()
    return tuple(sorted(once, key=lambda one: one.weight is not Weight.REFUSES))


def is_ready(findings: Iterable[Finding], accepted: Collection[str] = ()) -> bool:
    """Whether nothing is left that keeps the note from going out. Warnings never do."""
    return not any(one.weight is Weight.REFUSES and one.code not in accepted for one in findings)


def measure(text: Text, brief: Brief, *, siblings: Mapping[str, Text] | None = None) -> Measures:
    """The figures that stand beside a note."""
    share, name = likeness.closest(text, brief, siblings or {})
    dates = tuple(match.group().strip().rstrip(".") for match in named_days.MENTION.finditer(text.body))
    told = specifics.count_told(text, brief, siblings or {})
    return Measures(facts.word_count(text.body), told, share, name, dates)


def _refuse(code: str, sentence: str) -> Finding:
    return Finding(code, Weight.REFUSES, sentence)


def _warn(code: str, sentence: str) -> Finding:
    return Finding(code, Weight.WARNS, sentence)


def _placeholder(case: _Case) -> Iterator[Finding]:
    whole = f"{case.text.subject}\n{case.text.body}"
    for match in UNFILLED.finditer(captured.own_words(whole, case.brief)):
        yield _refuse("placeholder", f"{match.group()[:80]} is still to be filled in.")
        return


def _no_specific(case: _Case) -> Iterator[Finding]:
    gracious = case.brief.kind is NoteKind.GRACIOUS_REPLY
    if not (case.is_thanks() or gracious) or specifics.count_told(case.text, case.brief, case.siblings):
        return
    name = facts.first_name(case.brief.reader) or "its reader"
    found = _warn if gracious else _refuse
    yield found("no_specific", f"Nothing in it is {name}'s own: name one thing they raised.")


def _to_contact(case: _Case) -> Iterator[Finding]:
    yield from contact_rules.findings(case.text, case.brief)


def _in_weeks(case: _Case) -> Iterator[Finding]:
    yield from weeks_rules.findings(case.text, case.brief)


def _greeting(case: _Case) -> Iterator[Finding]:
    yield from salutation.findings(case.text.body, case.brief)


def _no_subject(case: _Case) -> Iterator[Finding]:
    if case.brief.channel is Channel.EMAIL and not case.text.subject.strip():
        yield _refuse("no_subject", "The subject is empty.")


def _dates(case: _Case) -> Iterator[Finding]:
    for words in named_days.differing(case.text.body, case.brief, case.brief.interview.day):
        known = sorted(named_days.days_of(case.brief))
        right = " or ".join(facts.weekday_and_date(day, case.brief.english) for day in known[-2:])
        yield _refuse(
            f"date_differs:{words}", f"It says “{words}”, and that is no day on record here: {right}."
        )


def _other_companies(case: _Case) -> Iterator[Finding]:
    own = case.own()
    for company in case.other_companies:
        name = company.strip()
        if len(name) > 1 and name.casefold() not in case.brief.job.company.casefold() and _holds(name, own):
            yield _warn(f"other_company:{name}", f"It names {name}, where you have another job running.")


def _other_readers(case: _Case) -> Iterator[Finding]:
    if case.brief.kind is NoteKind.COORDINATOR or case.brief.kind.is_to_a_contact():
        return
    own = case.own()
    named = f"{case.brief.reader.name} {case.brief.sender.name}"
    mine = {word.casefold() for word in words_in(named)}
    for person in case.brief.others:
        first = facts.first_name(person)
        if first and first.casefold() not in mine and len(first) > 1 and _holds(first, own):
            yield _warn(f"other_reader:{first}", f"It names {first}, who was in the same interview.")


def _length(case: _Case) -> Iterator[Finding]:
    if case.is_thanks() and case.brief.channel is Channel.INVITATION:
        yield from _signs(case)
        return
    least, most = LENGTHS.get((case.brief.kind, case.brief.channel), (0, 200))
    words = facts.word_count(case.text.body)
    if words > most:
        yield _warn("too_long", f"{words} words is long for this kind of note: {most} is the most.")
    if words < least:
        yield _warn("too_short", f"{words} words is short for this kind of note: {least} is the least.")


def _signs(case: _Case) -> Iterator[Finding]:
    count = len(case.text.body.strip())
    if count > MOST_SIGNS:
        yield _warn("too_long", f"{count} characters: LinkedIn takes {MOST_SIGNS} in an invitation.")


def _sameness(case: _Case) -> Iterator[Finding]:
    share, name = likeness.closest(case.text, case.brief, case.siblings)
    if share > likeness.TOO_ALIKE:
        sentence = f"{round(share * 100)} % of it stands in the note to {name}, too, and people compare."
        yield _warn(f"same_as:{name}", sentence)


def _expressions(case: _Case) -> Iterator[Finding]:
    own = case.own().casefold().replace("’", "'")
    for phrase in wording.phrases("pressure"):
        if phrase in own:
            yield _warn(f"pressure:{phrase}", f"“{phrase}” puts pressure on its reader.")
    for phrase in wording.phrases("cliches"):
        if phrase in own:
            yield _warn(f"cliche:{phrase}", f"“{phrase}” is worn out; say what you mean by it.")


def _over_thanking(case: _Case) -> Iterator[Finding]:
    count = len(THANKING.findall(case.own()))
    if count > MOST_THANKS:
        yield _warn("over_thanking", f"It gives thanks {count} times; once or twice is enough.")


def _first_person(case: _Case) -> Iterator[Finding]:
    every = list(captured.sentences(case.text.body))
    mine = sum(bool(BEGINS_WITH_I.match(one)) for one in every)
    if len(every) > 1 and mine * 3 > len(every):
        yield _warn("first_person", f"{mine} of {len(every)} sentences begin with “I”.")


def _subject(case: _Case) -> Iterator[Finding]:
    subject = case.text.subject.strip()
    if case.brief.channel is not Channel.EMAIL or not subject:
        return
    least, most = SUBJECT_LENGTH
    if not least <= len(words_in(subject)) <= most:
        yield _warn("subject_length", f"A subject of {least} to {most} words is read at a glance.")
    for name, other in case.siblings.items():
        if other.subject.strip().casefold() == subject.casefold():
            yield _warn("subject_same", f"The note to {name} has the same subject.")


def _no_next_contact(case: _Case) -> Iterator[Finding]:
    contact = case.brief.next_contact
    if contact is None or not case.is_thanks() or case.brief.channel not in NAME_THE_DAY:
        return
    if contact.due.day not in named_days.days_named(case.text.body, contact.due.day):
        day = facts.weekday_and_date(contact.due.day, case.brief.english)
        yield _warn("no_next_contact", f"It does not say when you will be in touch: {day}.")


def _exclamations(case: _Case) -> Iterator[Finding]:
    if case.own().count("!") > MOST_EXCLAMATIONS:
        yield _warn("exclamations", "One exclamation mark is plenty.")


def _unsigned(case: _Case) -> Iterator[Finding]:
    name = words_in(case.brief.sender.name)
    if name and not _holds(name[0], case.text.body):
        if labels.is_script(case.brief):
            yield _refuse("no_caller", "It does not say who is calling.")
        else:
            yield _warn("unsigned", "Your name is not under it.")


def _holds(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


RULES: tuple[Callable[[_Case], Iterator[Finding]], ...] = (
    _placeholder, _no_specific, _to_contact, _in_weeks, _greeting, _no_subject, _dates, _no_next_contact,
    _other_companies, _other_readers, _length, _sameness, _expressions, _over_thanking, _first_person,
    _subject, _exclamations, _unsigned,
)  # fmt: skip
