"""A call that did not take place: plainly said, with two ways to make it up."""

from __future__ import annotations

from lib.domain.notes import Text
from lib.words import facts, weeks
from lib.words.brief import Brief
from lib.words.draft import Draft

LEAST, MOST = 30, 80
PARAGRAPHS = (("opening",), ("ways", "ask"), ("about", "more"))
NO_DAY = "[the day of the call]"


def again(brief: Brief) -> Text:
    """The message about that call, on whatever channel it goes."""
    missed = weeks.told(brief).missed
    at = facts.moment(missed, brief.english, clock_24h=brief.sender.clock_24h) if missed else NO_DAY
    short = facts.weekday_and_date(missed.day, brief.english) if missed else NO_DAY
    reach = "phone" if brief.sender.phone.strip() else "plain"
    note = Draft(weeks.frame(brief), PARAGRAPHS, LEAST, MOST)
    note.add(
        opening=_said(brief, "opening", brief.sender.tone.value, at=at),
        ways=_said(brief, "ways", "all", other=_said(brief, "ways", reach)),
        ask=_said(brief, "ask", "all"),
    )
    note.add_if_it_fits(about=_said(brief, "about", "all"))
    note.add_if_too_short(lambda: {"more": _said(brief, "more", "all")})
    return weeks.text(brief, weeks.subject(brief, "missed_call", short=short), note.body())


def _said(brief: Brief, *at_part: str, **places: str) -> str:
    return weeks.said(brief, "missed_call", *at_part, **places)
