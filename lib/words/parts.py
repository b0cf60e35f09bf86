"""The sentences that several kinds of message are put together from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lib.words import facts, wording
from lib.words.brief import Brief

OPENING_DAY = re.compile(
    r"((?:^|(?<=[.!?:;] ))(?:On|After|Since|By|Of) [A-Z][a-z]+day, [A-Z][a-z]+ \d{1,2}"
    r"(?: at \d{1,2}(?::\d\d)?(?: [ap]\.m\.)?)?) (?=[\w“])",
    re.IGNORECASE,
)
"""A day in American English that a sentence begins with; a comma belongs behind it."""
TWO_STOPS = re.compile(r"(?<=\w)\.\.(?=\s|$)")
"""Where "9:30 a.m." or a company's name ends with a full stop, and so does the sentence."""


def pick(brief: Brief, variants: Sequence[str], part: str) -> str:
    """The wording of that part for this note, with its facts filled in; {x} and the like stay."""
    seed = f"{brief.interview.id}:{brief.channel.value}:{part}"
    return wording.choose(variants, place=brief.place, seed=seed)


def fill(wording_chosen: str, brief: Brief, **places: str) -> str:
    """Returns the wording with every place filled, and its punctuation as it should be."""
    filled = wording_chosen.format_map({**facts.slots(brief), **places})
    one_mark = TWO_STOPS.sub(".", filled.replace("?.", "?"))
    return OPENING_DAY.sub(r"\1, ", one_mark)


def names_kept(brief: Brief) -> tuple[str, ...]:
    """Names that keep their capital at the start of a captured line."""
    return (brief.job.company, *(person.name for person in brief.others))
