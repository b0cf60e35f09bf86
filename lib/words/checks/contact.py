"""What an ask for a good word must hold."""

from __future__ import annotations

from collections.abc import Iterator

from lib.domain.interviews import Interviewer
from lib.domain.notes import Channel, NoteKind
from lib.words import wording
from lib.words.brief import GoodWord
from lib.words.checks.case import Case, look
from lib.words.checks.finding import Finding
from lib.words.checks.personal import own_words
from lib.words.letters import compose
from lib.words.text.tokens import UNFILLED, words_in
from lib.words.text.told import is_told

ABOUT_THE_JOB = "It names neither the job nor the company: say where you interviewed, and for what."
ABOUT_ME_WORDS = 2
ABOUT_ME = "It says nothing about you yet: name one thing that they could mention."


def find_gaps_in_ask(case: Case) -> Iterator[Finding]:
    """Finds what is missing in an ask: the job, one thing about me, or whom it is about."""
    brief, body = case.brief, case.text.body
    if brief.kind is not NoteKind.GOOD_WORD:
        return
    if not (_is_named(brief.job.company, body) or _is_named(brief.job.role, body)):
        yield look("no_job", ABOUT_THE_JOB)
    by_mail = brief.channel is Channel.EMAIL
    if by_mail and not UNFILLED.search(body) and not _is_about_me(case):
        yield look("nothing_about_me", ABOUT_ME)
    told = brief.good_word or GoodWord()
    people = [one for one in (told.knows, told.decides) if one and one.name.strip()]
    if people and not any(_is_person_named(one, body) for one in people):
        who = " or ".join(dict.fromkeys(one.name.strip() for one in people))
        yield look("names_nobody", f"It does not name {who}, so they may not see whom to ask.")


def _is_about_me(case: Case) -> bool:
    lines = [compose.answers(case.brief)["about_me"]]
    lines += [line for point in case.brief.fit for line in (point.point, point.evidence)]
    return any(is_told(line, case.text.body) for line in lines) or any(
        own_words(case, least=ABOUT_ME_WORDS)
    )


def _is_named(fact: str, body: str) -> bool:
    """True if the role or the company stands there, or one of its telling words as in "Harbor"."""
    words = {word.casefold() for word in words_in(body)}
    own = {word.casefold() for word in words_in(fact)} - wording.terms("filling")
    return bool(own & words)


def _is_person_named(person: Interviewer, body: str) -> bool:
    said = {word.casefold() for word in words_in(body)}
    return bool({word.casefold() for word in words_in(person.name)} & said)
