"""Checking a text, whoever wrote it, before it goes out.

docs/words.md, "The checker", lists the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain

from lib.domain.notes import Text
from lib.words.brief import Brief
from lib.words.checks import (
    contents,
    days,
    greeting,
    hints_open,
    job_names,
    length,
    manner,
    names,
    numbers,
    people,
    personal,
    placeholders,
    signature,
)
from lib.words.checks.case import Case
from lib.words.checks.finding import Finding
from lib.words.text.tokens import word_count

RULES = (
    placeholders.find_placeholders,
    greeting.find_wrong_greeting,
    signature.find_wrong_signature,
    length.find_subject_faults,
    days.find_wrong_days,
    job_names.find_wrong_company,
    job_names.find_wrong_role,
    people.find_other_readers,
    people.find_reader_named,
    people.find_other_companies,
    numbers.find_wrong_numbers,
    names.find_strange_names,
    personal.find_nothing_personal,
    contents.find_gaps_in_ask,
    contents.find_gaps_in_weeks,
    length.find_wrong_length,
    personal.find_shared_sentences,
    manner.find_expressions,
    manner.find_over_thanking,
    manner.find_run_of_i,
    manner.find_loudness,
    hints_open.find_slips_in_note,
    hints_open.find_open_hints,
)
NOTES_KEPT = 256
MOST_OF_A_NAME = 8
"""Words: a longer finding is a whole sentence, which says nothing about a name in it."""
OFTEN_A_PART = ("name_unknown:", "number:")


def check(
    text: Text,
    brief: Brief,
    *,
    siblings: Mapping[str, Text] | None = None,
    other_companies: Iterable[str] = (),
) -> tuple[Finding, ...]:
    """Returns everything to mend or to look at again in a text, what blocks it first.

    Args:
        text: the message as it stands.
        brief: what is known to be true, and what the person typed.
        siblings: the notes to the others of the same interview, by their readers' names.
        other_companies: the employers of the person's other jobs.
    """
    return _check(text, brief, tuple((siblings or {}).items()), tuple(other_companies))


@lru_cache(maxsize=NOTES_KEPT)
def _check(
    text: Text,
    brief: Brief,
    siblings: tuple[tuple[str, Text], ...],
    other_companies: tuple[str, ...],
) -> tuple[Finding, ...]:
    """Runs every rule. It is remembered: each run of the page judges all its notes."""
    case = Case(text, brief, dict(siblings), other_companies)
    found = list(chain.from_iterable(rule(case) for rule in RULES))
    once = {finding.code: finding for finding in reversed(found)}
    in_order = sorted(once.values(), key=found.index)
    told = [one for one in in_order if not _says_less(one, in_order)]
    return tuple(sorted(told, key=lambda one: not one.blocks))


def _says_less(finding: Finding, every: list[Finding]) -> bool:
    """True if a name or number is strange only as a part of what another rule found."""
    if not finding.code.startswith(OFTEN_A_PART):
        return False
    others = [
        one.words for one in every if one is not finding and not one.code.startswith(OFTEN_A_PART)
    ]
    others = [words for words in others if word_count(words) <= MOST_OF_A_NAME]
    return any(finding.words and finding.words.split()[0] in words for words in others)
