"""The points by which people are suggested, and how they add up (docs/network.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lib.domain.interviews import Interviewer, Role
from lib.domain.people.contacts import Knows


class Place(StrEnum):
    """What somebody has to do with the company; "may" until somebody says it is the same one."""

    NOW = "works at {}"
    BEFORE = "worked at {}"
    MAYBE = "may work at {} (is that the same company?)"
    MAYBE_BEFORE = "may have worked at {} (is that the same company?)"

    def is_sure(self) -> bool:
        """Whether it is that company."""
        return self in (Place.NOW, Place.BEFORE)


KNOWS = {Role.DECISION_MAKER: 60, Role.PEER: 40, Role.RECRUITER: 20, Role.COORDINATOR: 20}
KNOWS_ANOTHER = 5
"""Knows a second one of the people of the job."""
CLOSENESS = {0: 8, 1: 2, 2: 6, 3: 10, 4: 15, 5: 20}
"""Not said (0) counts a little less than the middle."""
PLACES = {Place.NOW: 25, Place.BEFORE: 12, Place.MAYBE: 6, Place.MAYBE_BEFORE: 3}
IN_TOUCH = {31: 8, 92: 6, 366: 4, 3 * 366: 2}
"""Last in touch within so many days."""
IN_TOUCH_NOT_SAID = 2
ASKED_OFTEN = {2: -20, 3: -30}
"""Asked for so many other jobs in two months; more count like the last."""
DECLINED = -200
"""Said no for this job: that goes below everybody else."""


@dataclass(frozen=True, slots=True)
class Tie:
    """That they know one of the people of the job."""

    knows: Knows
    person: Interviewer

    def points(self) -> int:
        """What this link is worth."""
        return KNOWS[self.person.role] + CLOSENESS[self.knows.how_well]


@dataclass(frozen=True, slots=True)
class Standing:
    """All that counts about one person and one job. `ties` have the best first."""

    ties: Sequence[Tie]
    place: Place | None
    how_well: int
    last_contact: date | None
    asked_for_others: int
    declined: bool

    def score(self, today: date) -> int:
        """The points, added up."""
        tied = self.ties[0].points() + KNOWS_ANOTHER * (len(self.ties) > 1) if self.ties else 0
        often = ASKED_OFTEN.get(min(self.asked_for_others, max(ASKED_OFTEN)), 0)
        at_company = PLACES[self.place] if self.place else 0
        near = CLOSENESS[self.how_well] + _in_touch(self.last_contact, today)
        return tied + at_company + near + often + DECLINED * self.declined


def _in_touch(last: date | None, today: date) -> int:
    if last is None:
        return IN_TOUCH_NOT_SAID
    return next((points for days, points in IN_TOUCH.items() if (today - last).days <= days), 0)
