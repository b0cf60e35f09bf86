"""One request to one contact for a good word about one job, step by step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from lib.domain.interviews import Interview
from lib.domain.records import Record, id_for

OFTEN = 3
WITHIN = timedelta(days=61)
"""Somebody asked about three jobs within two months has been asked too often (the plan's words)."""


class Step(StrEnum):
    """How far an ask has come."""

    IDEA = "idea"
    ASKED = "asked"
    AGREED = "agreed"
    DONE = "done"
    THANKED = "thanked"
    DECLINED = "declined"


FOLLOWING = {
    Step.IDEA: (Step.ASKED,),
    Step.ASKED: (Step.AGREED, Step.DONE, Step.DECLINED),
    Step.AGREED: (Step.DONE, Step.DECLINED),
    Step.DONE: (Step.THANKED,),
    Step.THANKED: (),
    Step.DECLINED: (Step.AGREED,),
}
"""What may come next, the likeliest first. Somebody who said no may yet say yes."""


@dataclass(frozen=True, slots=True)
class Reached:
    """That a step was reached, and when."""

    step: Step
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask(Record):
    """Asking one contact about one job. Its id is made from the two, so that no ask stands twice.

    `speak_to` is the interviewer whom they could speak to, where the person chose one. `did` is
    what they did ("wrote to Dana on Monday"), `came_of_it` what has come of it so far. `trait` is
    what an earlier version asked for, what the word should be about; it is shown beside the blank
    about me.
    """

    job_id: str
    contact_id: str
    steps: tuple[Reached, ...] = ()
    speak_to: str = ""
    trait: str = ""
    did: str = ""
    came_of_it: str = ""

    @property
    def step(self) -> Step:
        """How far it has come; an idea to begin with."""
        return self.steps[-1].step if self.steps else Step.IDEA

    def reached_at(self, step: Step) -> datetime | None:
        """When it came to that step, None if it did not."""
        return next((one.at for one in reversed(self.steps) if one.step is step), None)

    def is_over(self) -> bool:
        """Whether nothing is left to do about it."""
        return self.step in (Step.THANKED, Step.DECLINED)


def ask_id(job_id: str, contact_id: str) -> str:
    """The id of the one ask of that contact for that job."""
    return id_for(f"good_word:{job_id}:{contact_id}")


def advanced(ask: Ask, step: Step, at: datetime) -> Ask:
    """The ask at a later step; unchanged if it stands there already.

    Raises:
        ValueError: that step cannot follow.
    """
    if ask.step is step:
        return ask
    if step not in FOLLOWING[ask.step]:
        raise ValueError(f"{step} cannot follow {ask.step}")
    return replace(ask, steps=(*ask.steps, Reached(step, at)))


def before(ask: Ask, step: Step) -> Ask:
    """The ask as it was before it last came to that step; unchanged if it did not."""
    return replace(ask, steps=ask.steps[: _last(ask, step)])


def redated(ask: Ask, step: Step, at: datetime) -> Ask:
    """The ask with the last time that it came to that step put to another moment."""
    last = _last(ask, step)
    moved = [replace(one, at=at) for one in ask.steps[last : last + 1]]
    return replace(ask, steps=(*ask.steps[:last], *moved, *ask.steps[last + 1 :]))


def _last(ask: Ask, step: Step) -> int:
    """Returns where the ask last came to that step; behind its end if it did not."""
    return max((i for i, one in enumerate(ask.steps) if one.step is step), default=len(ask.steps))


def is_in_order(ask: Ask) -> bool:
    """Whether no step lies before the one that it followed; an idea may have come at any time."""
    moments = [one.at for one in ask.steps if one.step is not Step.IDEA]
    return moments == sorted(moments)


def first_held(interviews: Iterable[Interview], now: datetime) -> Interview | None:
    """Returns the first interview that is over; None while it is too early to ask."""
    held = [one for one in interviews if one.ends_at() <= now]
    return min(held, key=lambda one: one.ends_at(), default=None)


def asked_lately(asks: Iterable[Ask], contact_id: str, now: datetime) -> int:
    """For how many jobs that contact was asked within the last two months."""
    mine = (one for one in asks if one.contact_id == contact_id)
    moments = (one.reached_at(Step.ASKED) for one in mine)
    return sum(at is not None and now - WITHIN <= at for at in moments)
