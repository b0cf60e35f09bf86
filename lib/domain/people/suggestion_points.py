"""Why somebody is suggested: the points, how they add up (docs/network.md), and the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lib.domain.interviews import Interviewer, Role
from lib.domain.people.contacts import Contact, Knows, Person


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


PART = {
    Role.DECISION_MAKER: "who decides",
    Role.RECRUITER: "the recruiter",
    Role.COORDINATOR: "who coordinates",
    Role.PEER: "",
}
"""What an interviewer has to do with the decision, as it is set between commas."""
STRENGTHS = {1: "once", 2: "a little", 3: "fairly well", 4: "well", 5: "very well"}
"""How well one person knows another, from "met once" to "very well"; 0 is not said."""


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


def reasons(person: Person, standing: Standing, company: str, today: date) -> Iterator[str]:
    """Everything that speaks for or against asking them, what counts most first."""
    for tie in standing.ties:
        yield knowing(called(tie.person), PART[tie.person.role], tie.knows.how_well, tie.knows.how)
    if standing.place:
        yield standing.place.format(company)
    verb, well = "have met" if standing.how_well == 1 else "know", STRENGTHS.get(standing.how_well)
    said = (
        f"you {verb} them {well}" if well else "",
        in_touch(standing.last_contact, today),
        "" if isinstance(person, Contact) else connected(person.connected_on),
        asked_for(standing.asked_for_others),
        "said no for this job" if standing.declined else "",
    )
    yield from filter(None, said)


def called(person: Interviewer) -> str:
    """The interviewer's name; without one their position, or that they were met there."""
    position = person.position.strip()
    return person.name.strip() or (f"the {position}" if position else "somebody you met there")


def knowing(name: str, part: str, how_well: int, how: str = "") -> str:
    """ "knows Dana Whitfield, who decides, very well (from Meridian)"."""
    verb, strength = "has met" if how_well == 1 else "knows", STRENGTHS.get(how_well, "")
    named = f"{name}, {part}" if part else name
    words = f"{verb} {named}{',' if part and strength else ''} {strength}".rstrip()
    return f"{words} ({how.strip()})" if how.strip() else words


def in_touch(last: date | None, today: date) -> str:
    """ "in touch last month", "last in touch 3 years ago"; empty if nobody said when."""
    if last is None:
        return ""
    by_calendar = max(0, (today.year - last.year) * 12 + today.month - last.month)
    months = max(2, by_calendar - (today.day < last.day))
    if (today - last).days <= 7:
        return "in touch this week"
    if by_calendar <= 1:
        return "in touch last month" if by_calendar else "in touch this month"
    if months < 12:
        return f"last in touch {months} months ago"
    return "last in touch a year ago" if months < 24 else f"last in touch {months // 12} years ago"


def asked_for(other_jobs: int) -> str:
    """ "asked for 2 other jobs in the last two months"; empty if for none."""
    jobs = "1 other job" if other_jobs == 1 else f"{other_jobs} other jobs"
    return f"asked for {jobs} in the last two months" if other_jobs else ""


def connected(since: date | None) -> str:
    """ "connected since March 2021", as LinkedIn says; empty if it does not."""
    return f"connected since {since:%B} {since.year}" if since else ""
