"""What a follow-up came from: the value that its id is made from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lib.domain.records import id_for


class ReasonKind(StrEnum):
    """What gave rise to a follow-up; the value begins the stored text of its reason."""

    NONE = ""
    UNKNOWN = "?"
    THANK_YOU = "thank_you"
    CARD = "card"
    LINKEDIN = "linkedin"
    THANK_CALL = "thank_call"
    COORDINATOR = "coordinator"
    MATERIAL = "material"
    PREPARE = "prepare"
    PROMISE = "promise"
    PLANNED_CALL = "call"
    ASK_NAME = "ask_name"
    CHECK_IN = "check_in"
    CHECK_IN_AGAIN = "check_in_again"
    CLOSE_LOOP = "close_loop"
    GRACIOUS_REPLY = "gracious_reply"
    FURTHER_REPLY = "gracious_reply_too"
    STAY_IN_TOUCH = "stay_in_touch"
    OFFER_THANKS = "offer_thanks"
    ANSWER_OFFER = "answer_offer"
    WITHDRAWAL = "withdrawal"
    WENT_SILENT = "went_silent"
    GOOD_WORD = "good_word"
    GOOD_WORD_AGAIN = "good_word_again"
    CONTACT_THANKS = "contact_thanks"


@dataclass(frozen=True, slots=True)
class Reason:
    """What a follow-up came from. There is one follow-up for a reason.

    `of` is the id of what it came from, such as an interview, a request, a job, an ask or an event.
    `person` is an interviewer's id where each person gets a follow-up of their own (empty if nobody
    could be named), and `turn` counts from 1 where one record gives rise to several.
    With `UNKNOWN`, as another version of the app may have written it, `of` is the whole text.
    """

    kind: ReasonKind = ReasonKind.NONE
    of: str = ""
    person: str | None = None
    turn: int | None = None

    def __str__(self) -> str:
        """Returns the stored text, such as "thank_you:<interview>:<person>"."""
        if self.kind in (ReasonKind.NONE, ReasonKind.UNKNOWN):
            return self.of
        parts = (self.kind.value, self.of, self.person, self.turn)
        return ":".join(str(part) for part in parts if part is not None)

    def follow_up_id(self) -> str:
        """Returns the id of the one follow-up for this reason."""
        return id_for(str(self))


NO_REASON = Reason()
"""The reason of a follow-up that a person added."""


def parse_reason(text: str) -> Reason:
    """Returns the reason whose stored text this is; any text is one, and comes back unchanged."""
    name, *ids = text.split(":")
    if name in set(ReasonKind) and len(ids) in (1, 2):
        reason = _known(ReasonKind(name), *ids)
        if str(reason) == text:
            return reason
    return Reason(ReasonKind.UNKNOWN, text) if text else NO_REASON


def _known(kind: ReasonKind, of: str, last: str | None = None) -> Reason:
    if kind is ReasonKind.STAY_IN_TOUCH and last and last.isdecimal():
        return Reason(kind, of, turn=int(last))
    return Reason(kind, of, last)
