"""Slips of the pen, as findings with their mends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lib.domain.notes import Text
from lib.words.checks.case import Case, look
from lib.words.checks.finding import Finding
from lib.words.letters import script_labels
from lib.words.slips.slip import Slip
from lib.words.slips.slips import find_slips
from lib.words.text.tidy import curly

SPOKEN = frozenset(("fragment", "no_subject", "third_person"))
"""What is no slip in a script that is said aloud."""
OF_THE_EMPLOYER = frozenset(("third_person",))
"""What is no slip in a note to a contact, where "they" are the people of the company."""
MOST_SHOWN = 60


def find_slips_in_note(case: Case) -> Iterator[Finding]:
    """Finds the slips in body and subject; a name or a fact as it is known is none."""
    script = case.is_script()
    fine = (
        SPOKEN if script else OF_THE_EMPLOYER if case.brief.kind.is_to_a_contact() else frozenset()
    )
    body = script_labels.without(case.text.body) if script else case.text.body
    for slip in find_slips(body):
        if not _is_known(slip, case) and slip.code not in fine:
            mended = None if script or slip.mended is None else _with_body(case.text, slip.mended)
            yield _finding(slip, mended)
    for slip in find_slips(case.text.subject, part=True):
        if not _is_known(slip, case):
            mended = None if slip.mended is None else replace(case.text, subject=slip.mended)
            yield _finding(slip, mended)


def _with_body(text: Text, body: str) -> Text:
    """The text with that body, with the apostrophes that it had before."""
    return replace(text, body=curly(body) if "’" in text.body else body)


def _finding(slip: Slip, mended: Text | None) -> Finding:
    code = f"{slip.code}:{slip.words[:MOST_SHOWN]}"
    becomes = slip.becomes if mended is not None else ""
    return look(
        code, f"“{slip.words[:MOST_SHOWN].strip()}”: {slip.advice}", slip.words, mended, becomes
    )


def _is_known(slip: Slip, case: Case) -> bool:
    """True if the words stand so in a name: "Kade & Co.", "Yahoo!", "8th Grade"."""
    brief = case.brief
    names = (
        brief.job.company,
        brief.job.role,
        brief.reader.name,
        brief.reader.position,
        *case.other_companies,
    )
    named = "\n".join((*names, *(f"{one.name}\n{one.position}" for one in brief.others)))
    words = slip.words.strip(" .,!?")
    if not words or slip.code in {"doubled_mark", "article", "here_is"}:
        return False
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", named) is not None
