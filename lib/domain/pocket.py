"""What stands on the card for the lobby: who, where, when, my points, questions and offers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from unicodedata import category, east_asian_width
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from lib.domain.dates.workdays import Workdays
from lib.domain.english import DateStyle, English, long_date, weekday_and_date
from lib.domain.followups.calendar_entries import ROUNDS
from lib.domain.followups.plan_case import day_of
from lib.domain.interviews import Interview, Interviewer, InterviewFormat
from lib.domain.jobs import Job
from lib.domain.strategies import PointToMake, Strategy
from lib.domain.validation import is_link

MOST_PEOPLE, MOST_POINTS, MOST_QUESTIONS, MOST_OFFERS = 8, 4, 6, 4
COMPANY, ROLE, PLACE, NAME, POSITION = 60, 70, 110, 40, 48
POINT, EVIDENCE, QUESTION, CLOSING, OFFER = 110, 130, 140, 260, 90
"""Columns that each text may take, so that the whole card stays one page (see `columns`)."""
LONGEST_LINK = 2000
"""Characters of a link that every browser takes; half an address would lead nowhere."""
UNKNOWN = "name not known"
FORMATS = {
    InterviewFormat.IN_PERSON: "",
    InterviewFormat.VIDEO: "By video",
    InterviewFormat.PHONE: "By phone",
}


@dataclass(frozen=True, slots=True)
class PocketPerson:
    """Someone I meet. Where the name is not known, the position stands in its place."""

    name: str
    position: str = ""


@dataclass(frozen=True, slots=True)
class PocketOffer:
    """Something I may offer, and the day by which they could have it ("Friday, November 27")."""

    what: str
    by: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Pocket:
    """Everything that the card shows, as words; what is empty is not shown.

    `link` is the whole address behind `place` where that is one on the web. `more_people` and its
    like say how many did not fit ("and 3 more").
    """

    company: str
    role: str
    round: str
    day: str
    hours: str
    place: str = ""
    link: str = ""
    people: tuple[PocketPerson, ...] = ()
    more_people: str = ""
    points: tuple[PointToMake, ...] = ()
    more_points: str = ""
    questions: tuple[str, ...] = ()
    more_questions: str = ""
    closing: str = ""
    offers: tuple[PocketOffer, ...] = ()
    more_offers: str = ""

    @property
    def when(self) -> str:
        """Returns "Thursday, November 26, 2026, 10 a.m. to 11 a.m."."""
        return f"{self.day}, {self.hours}"

    def is_bare(self) -> bool:
        """Whether the worksheet gave nothing to it: only who, where and when."""
        return not (self.points or self.questions or self.closing or self.offers)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The interview that a card is for, whom I meet there, and the worksheet."""

    job: Job
    interview: Interview
    people: tuple[Interviewer, ...]
    strategy: Strategy


def pocket(
    meeting: Meeting, workdays: Workdays, *, zone: str, style: DateStyle, today: date
) -> Pocket:
    """Returns the card for an interview.

    Args:
        zone: the person's own.
        today: the day it is there.
    """
    job, interview, strategy = meeting.job, meeting.interview, meeting.strategy
    met = [_person(one) for one in meeting.people]
    points = [_point(one) for one in strategy.points if not one.is_empty()]
    questions = [one.words for one in strategy.questions if one.words.strip() and not one.answered]
    offers = []
    for one in strategy.offers:
        if not one.is_empty():
            day = day_of(interview, one.timing, workdays)
            by = _day_in_words(day, today, style.english)
            offers.append(PocketOffer(clipped(one.what, OFFER), by))
    return Pocket(
        company=clipped(job.company, COMPANY),
        role=clipped(job.role, ROLE),
        round=ROUNDS[interview.kind],
        day=long_date(interview.day, style.english),
        hours=_hours(interview, zone, style),
        place=clipped(_place(interview), PLACE),
        link=_link(interview.place),
        people=tuple(met[:MOST_PEOPLE]),
        more_people=_more(met, MOST_PEOPLE),
        points=tuple(points[:MOST_POINTS]),
        more_points=_more(points, MOST_POINTS),
        questions=tuple(clipped(words, QUESTION) for words in questions[:MOST_QUESTIONS]),
        more_questions=_more(questions, MOST_QUESTIONS),
        closing=clipped(strategy.closing, CLOSING),
        offers=tuple(offers[:MOST_OFFERS]),
        more_offers=_more(offers, MOST_OFFERS),
    )


def clipped(text: str, most: int) -> str:
    """Returns the text on one line, in at most that many columns.

    A text that is cut ends in "…" after a whole word.
    """
    line = plain_line(text)
    if columns(line) <= most:
        return line
    kept, whole = head(line, most - 1), head(line, most).rpartition(" ")[0]
    # A word longer than half the room would leave next to nothing: that one is cut.
    return (whole if columns(whole) * 2 > most else kept).rstrip(" ,;:–-") + "…"


def plain_line(text: str) -> str:
    """The text with single spaces, without control characters and halves of characters."""
    return " ".join("".join(filter(_shows, text)).split())


def columns(text: str) -> int:
    """How many columns it takes, as on a typewriter: letters such as 漢 and pictures take two."""
    return len(text) + sum(east_asian_width(sign) in "WF" for sign in text)


def head(text: str, most: int) -> str:
    """As much of its beginning as takes at most that many columns."""
    taken = 0
    for place, sign in enumerate(text):
        taken += columns(sign)
        if taken > most:
            return text[:place]
    return text


def _shows(sign: str) -> bool:
    return sign.isspace() or category(sign) not in ("Cc", "Cs")


def _more(found: Sequence[object], most: int) -> str:
    return f"and {len(found) - most} more" if len(found) > most else ""


def _person(person: Interviewer) -> PocketPerson:
    name, position = clipped(person.name, NAME), clipped(person.position, POSITION)
    return PocketPerson(name, position) if name else PocketPerson(position or "Someone", UNKNOWN)


def _point(one: PointToMake) -> PointToMake:
    """The point with what shows it; evidence alone is a point by itself."""
    point, evidence = clipped(one.point, POINT), clipped(one.evidence, EVIDENCE)
    return PointToMake(point, evidence) if point else PointToMake(clipped(one.evidence, POINT))


def _day_in_words(day: date, today: date, english: English) -> str:
    """Returns the day by its date: on a card printed the day before, "tomorrow" would be wrong."""
    is_this_year = day.year == today.year
    return weekday_and_date(day, english) if is_this_year else long_date(day, english)


def _hours(interview: Interview, zone: str, style: DateStyle) -> str:
    """Returns "10 a.m. to 11 a.m.", with the zone's name where it is not my own."""
    ends = interview.ends_at().astimezone(ZoneInfo(interview.zone)).time()
    first, last = (style.clock(at) for at in (interview.clock, ends))
    hours = f"{first} to {last}"
    return hours if zone in ("", interview.zone) else f"{hours}, {_zone_words(interview.zone)}"


def _zone_words(zone: str) -> str:
    """ "New York time" for America/New_York; a zone that is no place keeps its name."""
    area, _, place = zone.rpartition("/")
    return f"{place.replace('_', ' ')} time" if area not in ("", "Etc") else zone


def _place(interview: Interview) -> str:
    """Where, and how where people do not meet: "By phone", "By video · the link"."""
    return " · ".join(part for part in (FORMATS[interview.format], interview.place.strip()) if part)


def _link(place: str) -> str:
    """The address, if the place is one on the web and nothing else; else empty."""
    address = place.strip()
    if len(address) > LONGEST_LINK or plain_line(address) != address or " " in address:
        return ""
    return address if is_link(address) and urlsplit(address).hostname else ""
