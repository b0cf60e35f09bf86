"""What the checker asks of a good-word ask, besides what it asks of every note."""

from __future__ import annotations

from collections.abc import Iterator

from lib.domain.interviews import Interviewer
from lib.domain.notes import NoteKind, Text
from lib.words import specifics, to_contact, wording
from lib.words.brief import Brief
from lib.words.capture import UNFILLED, words_in
from lib.words.finding import Finding, Weight

ABOUT_THE_JOB = "It names neither the job nor the company: say where you interviewed, and for what."
ABOUT_ME = "It says nothing about you yet: name one thing that they could mention."


def findings(text: Text, brief: Brief) -> Iterator[Finding]:
    """What is missing in an ask: the job, one thing about me, or whom it is about."""
    if brief.kind is not NoteKind.GOOD_WORD:
        return
    if not (_is_named(brief.job.company, text.body) or _is_named(brief.job.role, text.body)):
        yield Finding("no_job", Weight.REFUSES, ABOUT_THE_JOB)
    if not UNFILLED.search(text.body) and not specifics.count_about_me(text, brief):
        yield Finding("nothing_about_me", Weight.REFUSES, ABOUT_ME)
    told = to_contact.good_word(brief)
    people = [one for one in (told.knows, told.decides) if one and to_contact.has_name(one)]
    if people and not any(_is_person_named(one, text.body) for one in people):
        who = " or ".join(dict.fromkeys(one.name.strip() for one in people))
        yield Finding(
            "names_nobody", Weight.WARNS, f"It does not name {who}, so they may not see whom to ask."
        )


def _is_named(fact: str, body: str) -> bool:
    """Whether the role or the company stands there, or one of its telling words as in "Harbor"."""
    words = {word.casefold() for word in words_in(body)}
    own = {word.casefold() for word in words_in(fact)} - wording.terms("filling")
    return bool(own & words)


def _is_person_named(person: Interviewer, body: str) -> bool:
    return bool({word.casefold() for word in words_in(person.name)} & {w.casefold() for w in words_in(body)})
