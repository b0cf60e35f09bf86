"""Why somebody is suggested, in the words that a person would use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lib.domain.interviews import Interviewer, Role
from lib.domain.people.contacts import Contact, Person
from lib.domain.people.suggestion_points import Standing

PART = {
    Role.DECISION_MAKER: "who decides",
    Role.RECRUITER: "the recruiter",
    Role.COORDINATOR: "who coordinates",
    Role.PEER: "",
}
"""What an interviewer has to do with the decision, as it is set between commas."""
STRENGTHS = {1: "once", 2: "a little", 3: "fairly well", 4: "well", 5: "very well"}
"""How well one person knows another, from "met once" to "very well"; 0 is not said."""


def reasons(person: Person, standing: Standing, company: str, today: date) -> Iterator[str]:
    """Everything that speaks for or against asking them, what counts most first."""
    for tie in standing.ties:
        yield knowing(called(tie.person), PART[tie.person.role], tie.knows.how_well, tie.knows.how)
    if standing.place:
        yield standing.place.format(company)
    said = (
        _mine(standing.how_well),
        in_touch(standing.last_contact, today),
        "" if isinstance(person, Contact) else connected(person.connected_on),
        asked_for(standing.asked_for_others),
        "said no for this job" if standing.declined else "",
    )
    yield from filter(None, said)


def _mine(how_well: int) -> str:
    verb = "have met" if how_well == 1 else "know"
    return f"you {verb} them {STRENGTHS[how_well]}" if how_well else ""


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
