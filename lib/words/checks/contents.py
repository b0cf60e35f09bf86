"""What a message of its kind must hold, and what is too much in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.domain.english import weekday_and_date
from lib.domain.notes import Channel, NoteKind
from lib.words import wording
from lib.words.checks.case import Case
from lib.words.checks.finding import Finding
from lib.words.checks.personal import own_words
from lib.words.letters import compose
from lib.words.text.days import days_named
from lib.words.text.stems import is_told
from lib.words.text.tokens import UNFILLED, words_in

ABOUT_THE_JOB = "It names neither the job nor the company: say where you interviewed, and for what."
ABOUT_ME_WORDS = 2
ABOUT_ME = "It says nothing about you yet: name one thing that they could mention."

CHECK_INS = (NoteKind.CHECK_IN, NoteKind.CHECK_IN_AGAIN)
ONCE_MORE = re.compile(r"(?<!thank you )(?<!thanks )\bagain\b")
NO_DOOR = (
    "It does not say yet that you would be glad to be considered again, for this job or another."
)
MOST_QUESTIONS = 1


def find_gaps_in_ask(case: Case) -> Iterator[Finding]:
    """Finds what is missing in an ask: the job, one thing about me, or whom it is about."""
    brief, body = case.brief, case.text.body
    if brief.kind is not NoteKind.GOOD_WORD:
        return
    if not (_is_named(brief.job.company, body) or _is_named(brief.job.role, body)):
        yield Finding("no_job", ABOUT_THE_JOB)
    by_mail = brief.channel is Channel.EMAIL
    if by_mail and not UNFILLED.search(body) and not _is_about_me(case):
        yield Finding("nothing_about_me", ABOUT_ME)
    told = brief.good_word
    people = [one for one in (told.knows, told.decides) if one and one.name.strip()]
    if people and not any(_words(one.name) & _words(body) for one in people):
        who = " or ".join(dict.fromkeys(one.name.strip() for one in people))
        yield Finding("names_nobody", f"It does not name {who}, so they may not see whom to ask.")


def _is_about_me(case: Case) -> bool:
    lines = [compose.answers(case.brief)["about_me"]]
    for point in case.brief.fit:
        lines += [point.point, point.evidence]
    tells_a_line = any(is_told(line, case.text.body) for line in lines)
    return tells_a_line or any(own_words(case, least=ABOUT_ME_WORDS))


def _is_named(fact: str, body: str) -> bool:
    """True if the role or the company stands there, or one of its telling words as in "Harbor"."""
    return bool((_words(fact) - wording.word_list("filling")) & _words(body))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in words_in(text)}


def find_gaps_in_weeks(case: Case) -> Iterator[Finding]:
    """Finds what a reply to a no or an offer lacks, and too many questions in a check-in."""
    kind = case.brief.kind
    if kind is NoteKind.GRACIOUS_REPLY:
        yield from _gracious(case)
    elif kind is NoteKind.OFFER_THANKS:
        day = case.brief.weeks.answer_by
        if day and day not in days_named(case.text.body, day):
            named = weekday_and_date(day, case.brief.english)
            yield Finding("no_answer_day", f"It does not say when you will answer: {named}.")
    count = case.letter.body.count("?")
    if kind in CHECK_INS and not case.is_script() and count > MOST_QUESTIONS:
        sentence = f"It has {count} questions; one question is answered more readily."
        yield Finding("one_question", sentence)


def _gracious(case: Case) -> Iterator[Finding]:
    said = case.letter.body.casefold().replace("’", "'")
    if not ONCE_MORE.search(said) and not any(phrase in said for phrase in wording.phrases("door")):
        yield Finding("no_door", NO_DOOR)
    for phrase in wording.phrases("argument"):
        if re.search(rf"(?<!\w){re.escape(phrase)}", said):
            sentence = f"“{phrase}” argues with the decision; a good reply to a no does not."
            yield Finding(f"argues:{phrase}", sentence, phrase)
