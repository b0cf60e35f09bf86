"""What the checker says about a text, and the state that a note is in because of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from lib.domain.notes import Text


class NoteState(StrEnum):
    """How an unsent note stands."""

    BLOCKED = "blocked"
    LOOK_AGAIN = "look_again"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in a text, in a sentence for the person.

    `code` names the rule and what it was found on, such as "other_company:Acme", so that "It's
    right" holds for that alone. `words` are the exact words, or empty. Where mending is certain,
    `mended` is the whole text with this mended, and `becomes` what the words turn into. A note
    with a finding that `blocks` cannot be marked as sent.
    """

    code: str
    sentence: str
    words: str = ""
    mended: Text | None = None
    becomes: str = ""
    blocks: bool = False


def open_findings(
    findings: Iterable[Finding], accepted: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Returns what is still to be answered. "It's right" answers nothing that blocks."""
    return tuple(one for one in findings if one.blocks or one.code not in accepted)


def state_of(findings: Iterable[Finding], accepted: Collection[str] = ()) -> NoteState:
    """Returns the state of a note; `accepted` are the codes answered with "It's right"."""
    left = open_findings(findings, accepted)
    if any(one.blocks for one in left):
        return NoteState.BLOCKED
    return NoteState.LOOK_AGAIN if left else NoteState.READY
