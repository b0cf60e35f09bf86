"""What a person decides before an interview: the worksheet that feeds everything after it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from lib.domain.debriefs import Debrief
from lib.domain.notes import Channel
from lib.domain.records import Record

ANYONE = ""
"""Stands for an interviewer's id: whoever has no plan of their own."""


class Timing(StrEnum):
    """When something follows an interview. The plan works out which day that is."""

    SAME_DAY = "same_day"
    WITHIN_A_DAY = "within_a_day"
    NEXT_WORKDAY = "next_workday"
    TWO_WORKDAYS = "two_workdays"
    A_WEEK = "a_week"
    AFTER_THEIR_DAY = "after_their_day"
    TWO_AFTER_THEIR_DAY = "two_after_their_day"

    def is_thanks(self) -> bool:
        """Whether it still lies within the three days in which thanks are thanks."""
        return self not in (Timing.A_WEEK, Timing.AFTER_THEIR_DAY, Timing.TWO_AFTER_THEIR_DAY)


IN_WRITING = (Timing.SAME_DAY, Timing.WITHIN_A_DAY)
TIMINGS = {
    Channel.EMAIL: IN_WRITING,
    Channel.CARD: (Timing.SAME_DAY, Timing.NEXT_WORKDAY),
    Channel.LINKEDIN: IN_WRITING,
    Channel.PHONE: (
        Timing.NEXT_WORKDAY,
        Timing.TWO_WORKDAYS,
        Timing.A_WEEK,
        Timing.AFTER_THEIR_DAY,
        Timing.TWO_AFTER_THEIR_DAY,
    ),
}
"""What a person may choose for each channel (the When table of the plan's words)."""
USUAL = {
    Channel.EMAIL: Timing.WITHIN_A_DAY,
    Channel.CARD: Timing.NEXT_WORKDAY,
    Channel.LINKEDIN: Timing.WITHIN_A_DAY,
    Channel.PHONE: Timing.TWO_AFTER_THEIR_DAY,
}
"""What those rules say where nothing else was chosen."""
DELIVERY = (Timing.SAME_DAY, Timing.NEXT_WORKDAY, Timing.TWO_WORKDAYS, Timing.A_WEEK)
"""When offered material can be there."""
AFTER_THEIR_DAY = (1, 2)
AFTER_THE_INTERVIEW = (5, 6, 7)
"""After how many working days to check in, with and without a day of theirs (the plan's words)."""


@dataclass(frozen=True, slots=True)
class PointToMake:
    """One thing to drive home, and the sentence that shows it, as it can stand in a letter.

    `id` says which point an answer in a letter was taken from; it stays when the worksheet is
    copied.
    """

    point: str = ""
    evidence: str = ""
    id: str = ""

    def is_empty(self) -> bool:
        """Whether nothing has been written in it."""
        return not (self.point.strip() or self.evidence.strip())


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask them, whether it was answered, and how."""

    words: str = ""
    answered: bool = False
    answer: str = ""

    def is_empty(self) -> bool:
        """Whether there is no question."""
        return not (self.words.strip() or self.answer.strip())


@dataclass(frozen=True, slots=True)
class Outreach:
    """One way in which a person hears from me, and when."""

    channel: Channel
    timing: Timing


EMAIL_WITHIN_A_DAY = (Outreach(Channel.EMAIL, USUAL[Channel.EMAIL]),)


@dataclass(frozen=True, slots=True)
class PersonPlan:
    """All the ways in which one person (or `ANYONE` else) hears from me; with none, not at all."""

    interviewer_id: str = ANYONE
    outreach: tuple[Outreach, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """Something I could send them, and when it could be there."""

    what: str = ""
    timing: Timing = Timing.NEXT_WORKDAY

    def is_empty(self) -> bool:
        """Whether nothing is offered."""
        return not self.what.strip()


@dataclass(frozen=True, slots=True)
class Worry:
    """A doubt that they may have about me, and my answer to it."""

    worry: str = ""
    answer: str = ""

    def is_empty(self) -> bool:
        """Whether nothing has been written in it."""
        return not (self.worry.strip() or self.answer.strip())


@dataclass(frozen=True, kw_only=True, slots=True)
class Strategy(Record):
    """The worksheet of one interview; its id is that interview's id.

    `after_their_day` and `after_the_interview` are the working days to wait before a check-in,
    where they named a day and where they did not. `people_settled` is set once the person has said
    that the plan of who hears from them is theirs.
    """

    goal: str = ""
    closing: str = ""
    points: tuple[PointToMake, ...] = ()
    questions: tuple[Question, ...] = ()
    people: tuple[PersonPlan, ...] = ()
    people_settled: bool = False
    offers: tuple[Offer, ...] = ()
    worries: tuple[Worry, ...] = ()
    advocates: str = ""
    if_silent: str = ""
    after_their_day: int = AFTER_THEIR_DAY[0]
    after_the_interview: int = AFTER_THE_INTERVIEW[0]

    def outreach_to(self, interviewer_id: str) -> tuple[Outreach, ...]:
        """Returns how that person hears from me: their own plan, else everyone's, else e-mail."""
        plans = {one.interviewer_id: one.outreach for one in self.people}
        return plans.get(interviewer_id, plans.get(ANYONE, EMAIL_WITHIN_A_DAY))

    def is_planned(self, interviewer_id: str) -> bool:
        """Whether a person has chosen how that interviewer hears from them."""
        return any(one.interviewer_id in (interviewer_id, ANYONE) for one in self.people)

    def is_blank(self) -> bool:
        """Whether it holds nothing yet, as one that was never begun."""
        return replace(self, id="", revision=0, changed_at=None, example=False) == Strategy(id="")


def carried_over(
    last: Strategy, told: Debrief | None, interview_id: str, *, example: bool
) -> Strategy:
    """Returns the last round's worksheet, without what is settled, for a new round.

    The next step wanted is another one in each round, answered questions are answered, and material
    that was asked for is on its way by the last round's own promise.
    """
    requests = told.requests if told else ()
    asked = {same_thing(one.what) for one in requests}
    return replace(
        last,
        id=interview_id,
        revision=0,
        changed_at=None,
        example=example,
        goal="",
        questions=tuple(one for one in last.questions if not one.answered),
        offers=tuple(one for one in last.offers if same_thing(one.what) not in asked),
        people_settled=False,
    )


def same_thing(what: str) -> str:
    """Words by which a thing offered and a thing asked for are known as the same."""
    return " ".join(what.casefold().split())
