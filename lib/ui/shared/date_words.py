"""Days and moments in the person's own words: their zone, their English, their clock."""

from __future__ import annotations

from datetime import date, datetime

from lib.domain.dates import spoken
from lib.domain.dates.due import Due
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview
from lib.ui.core import session


def due_words(due: Due) -> str:
    """When something is due, as people say it."""
    return spoken.due(due, session.now(), session.zone(), session.date_style())


def deadline_words(due: Due) -> str:
    """By when something is due, as people say it: "by Fri, Nov 27"."""
    return spoken.deadline(due, session.now(), session.zone(), session.date_style())


def day_words(day: date) -> str:
    """Returns a day as people say it: "today", "Fri, Nov 27"."""
    return spoken.day(day, session.today(), session.english())


def distance_words(follow_up: FollowUp) -> str:
    """How late it is, or how long there is to go."""
    return spoken.distance(follow_up.due, session.now())


def when_words(interview: Interview) -> str:
    """When an interview is or was: "today 10 a.m.", "Thu, Nov 19, 10 a.m."."""
    return due_words(Due(interview.day, interview.clock, interview.zone))


def moment_words(moment: datetime) -> str:
    """When something happened, by the person's own clock: "today 10:42 a.m."."""
    return due_words(Due.at(moment, session.zone()))


def in_words(interview: Interview) -> str:
    """How long there is to go until an interview."""
    return spoken.distance(Due(interview.day, interview.clock, interview.zone), session.now())
