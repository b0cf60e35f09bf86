"""What the messages of the weeks after an interview must hold, and what is too much in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.domain.english import weekday_and_date
from lib.domain.notes import NoteKind
from lib.words import wording
from lib.words.checks.case import Case, look
from lib.words.checks.finding import Finding
from lib.words.text import named_days

CHECK_INS = (NoteKind.CHECK_IN, NoteKind.CHECK_IN_AGAIN)
ONCE_MORE = re.compile(r"(?<!thank you )(?<!thanks )\bagain\b")
NO_DOOR = (
    "It does not say yet that you would be glad to be considered again, for this job or another."
)
MOST_QUESTIONS = 1


def find_gaps_in_weeks(case: Case) -> Iterator[Finding]:
    """Finds what a reply to a no or an offer lacks, and too many questions in a check-in."""
    kind = case.brief.kind
    if kind is NoteKind.GRACIOUS_REPLY:
        yield from _gracious(case)
    elif (
        kind in CHECK_INS and not case.is_script() and case.letter.body.count("?") > MOST_QUESTIONS
    ):
        count = case.letter.body.count("?")
        yield look(
            "one_question", f"It has {count} questions; one question is answered more readily."
        )
    elif kind is NoteKind.OFFER_THANKS:
        yield from _answer_day(case)


def _gracious(case: Case) -> Iterator[Finding]:
    said = case.letter.body.casefold().replace("’", "'")
    if not ONCE_MORE.search(said) and not any(phrase in said for phrase in wording.phrases("door")):
        yield look("no_door", NO_DOOR)
    for phrase in wording.phrases("argument"):
        if re.search(rf"(?<!\w){re.escape(phrase)}", said):
            sentence = f"“{phrase}” argues with the decision; a good reply to a no does not."
            yield look(f"argues:{phrase}", sentence, phrase)


def _answer_day(case: Case) -> Iterator[Finding]:
    day = case.brief.weeks.answer_by if case.brief.weeks else None
    if day and day not in named_days.days_named(case.text.body, day):
        yield look(
            "no_answer_day",
            f"It does not say when you will answer: {weekday_and_date(day, case.brief.english)}.",
        )
