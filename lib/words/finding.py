"""What the checker says about a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """Whether a finding keeps a note from being ready."""

    REFUSES = "refuses"
    WARNS = "warns"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in a text, in a sentence for the person.

    `code` names the rule (and what it was found on, so that "It's right" holds for that alone), such
    as "other_company:Acme".
    """

    code: str
    weight: Weight
    sentence: str
