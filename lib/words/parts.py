"""The sentences that several kinds of message are put together from."""

from __future__ import annotations

from collections.abc import Sequence

from lib.words import facts, wording
from lib.words.brief import Brief


def pick(brief: Brief, variants: Sequence[str], part: str) -> str:
    """The wording of that part for this note, with its facts filled in; {x} and the like stay."""
    seed = f"{brief.interview.id}:{brief.channel.value}:{part}"
    return wording.choose(variants, place=brief.place, seed=seed)


def fill(wording_chosen: str, brief: Brief, **places: str) -> str:
    """The wording with every place filled."""
    return wording_chosen.format_map({**facts.slots(brief), **places}).replace("?.", "?")


def names_kept(brief: Brief) -> tuple[str, ...]:
    """Names that keep their capital at the start of a captured line."""
    return (brief.job.company, *(person.name for person in brief.others))
