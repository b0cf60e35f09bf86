"""What the frame of every message is filled with: day, role, company, names, and idiom."""

from __future__ import annotations

import re
from datetime import date

from lib.domain.dates.due import Due
from lib.domain.english import DateStyle, English, weekday_and_date
from lib.domain.interviews import InterviewFormat
from lib.domain.people.greetings import greeting_name
from lib.words.brief import Brief
from lib.words.letters.signing import NO_NAME

WEEKDAY_IS_CLEAR_FOR = 7
"""From how many days after the interview on its weekday alone would mean another one."""


def facts_of(brief: Brief) -> dict[str, str]:
    """Returns what the frame's slots are filled with."""
    british = brief.english is English.BRITISH
    by_phone = brief.interview.format is InterviewFormat.PHONE
    talking = "talking to" if british else "talking with"
    meeting = "meeting" if british else "meeting with"
    talk = "talk to" if british else "talk with"
    meet = talk if by_phone or brief.met_before else "meet"
    by, on = brief.commitment.by, brief.interview.day
    is_near = 0 <= ((brief.sent_on or on) - on).days < WEEKDAY_IS_CLEAR_FOR
    return {
        "role": spoken_role(brief.job.role),
        "company": " ".join(brief.job.company.split()),
        "day": f"{on:%A}" if is_near else weekday_and_date(on, brief.english),
        "talking_with": talking,
        "talk": talk,
        "talked": "spoke" if british else "talked",
        "posting": "advert" if british else "posting",
        "date": f"{on:%A}" if is_near else date_words(on, brief.english),
        "month": f"{on:%B}",
        "by": weekday_and_date(by, brief.english) if by else "",
        "meeting_with": talking if by_phone else meeting,
        "meet": meet,
        "name": greeting_name(brief.reader.name, brief.reader.greet_as) or "[name]",
        "me": brief.sender.name.strip() or NO_NAME,
        "phone": brief.sender.phone.strip(),
    }


def spoken_role(role: str) -> str:
    """Returns the role as one says it: "Teacher Aide" for "Teacher Aide, K-1 special ed (days)"."""
    whole = " ".join(role.split())
    short = re.split(r"\s*[,(]|\s[-–—/|]\s", whole, maxsplit=1)[0].strip()
    return short or whole


def with_article(position: str) -> str:
    """Returns "the Head of Claims" for a position, unless an article stands before it."""
    words = " ".join(position.split())
    return words if words.casefold().startswith(("the ", "a ", "an ")) else f"the {words}"


def date_words(on: date, english: English) -> str:
    """Returns "November 24", or "24 November" in British English."""
    return f"{on.day} {on:%B}" if english is English.BRITISH else f"{on:%B} {on.day}"


def moment(due: Due, brief: Brief) -> str:
    """Returns "Monday, December 7", with "at 9:30 a.m." where a time was agreed."""
    english = brief.english
    day = weekday_and_date(due.day, english)
    if due.clock is None:
        return day
    return f"{day} at {DateStyle(english, brief.sender.clock_24h).clock(due.clock)}"
