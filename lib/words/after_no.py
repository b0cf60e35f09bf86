"""After a no: the gracious reply, and staying in touch."""

from __future__ import annotations

from dataclasses import replace

from lib.domain.notes import Channel, Text
from lib.domain.profile import Tone
from lib.words import news, parts, weeks
from lib.words.brief import Brief
from lib.words.capture import sentence
from lib.words.draft import Draft

LEAST, MOST = 60, 130
LEAST_ON_LINKEDIN, MOST_ON_LINKEDIN = 40, 90
LEAST_IN_TOUCH, MOST_IN_TOUCH = 40, 90
PARAGRAPHS = (("thanks", "respect"), ("point",), ("interest", "door"), ("more", "wish"), ("close",))
PARAGRAPHS_IN_TOUCH = (("opening",), ("news", "more"), ("light", "wish"))
NO_NEWS = "[one thing that has happened since]"


def reply(brief: Brief) -> Text:
    """The reply to their no, for that channel."""
    short = brief.channel is Channel.LINKEDIN
    least, most = (LEAST_ON_LINKEDIN, MOST_ON_LINKEDIN) if short else (LEAST, MOST)
    tone = brief.sender.tone.value
    note = Draft(weeks.frame(brief), PARAGRAPHS, least, most)
    note.add(
        thanks=_said(brief, "thanks", "brief" if short else tone),
        point=weeks.point(brief) or _said(brief, "point", "none"),
        interest=_said(brief, "interest", "all"),
        door=_said(brief, "door", "all"),
    )
    for part in ("thanks", "interest"):
        _shorten(note, brief, part)
    note.add_if_it_fits(respect=_said(brief, "respect", "all"))
    note.add_if_it_fits(close=_said(brief, "close", tone))
    note.add_if_too_short(lambda: {"more": _said(brief, "more", "all")})
    note.add_if_too_short(lambda: {"wish": _said(brief, "more", "wish")})
    return weeks.text(brief, weeks.subject(brief, "gracious_reply"), note.body())


def in_touch(brief: Brief) -> Text:
    """The message some weeks later; a gap in brackets where nothing was captured that can stand in it."""
    tone, turn = brief.sender.tone.value, weeks.told(brief).turn
    which = "first" if turn <= 1 else "second"
    note = Draft(weeks.frame(brief), PARAGRAPHS_IN_TOUCH, LEAST_IN_TOUCH, MOST_IN_TOUCH)
    note.add(opening=_later(brief, which, tone), news=_news(brief))
    note.add_if_too_long(lambda: {"opening": _later(brief, which, Tone.BRIEF.value)})
    note.add_if_it_fits(light=_later(brief, "light", tone))
    note.add_if_too_short(lambda: {"more": _later(brief, "more", "all")})
    note.add_if_too_short(lambda: {"wish": _later(brief, "more", "wish")})
    return weeks.text(brief, _later(brief, "subject", "all"), note.body())


def read_news(brief: Brief) -> news.News | None:
    """What has happened since, as it can stand in the message."""
    keep = (*parts.names_kept(brief), brief.reader.name)
    return news.read(weeks.told(brief).news, keep=keep)


def _shorten(note: Draft, brief: Brief, part: str) -> None:
    note.add_if_too_long(lambda: {part: _said(brief, part, "short")})


def _news(brief: Brief) -> str:
    told = read_news(brief)
    if told is None:
        return NO_NEWS
    words = told.words
    said = _later(brief, "news", "clause" if told.is_clause else "line", x=words)
    return sentence(said)


def _said(brief: Brief, *at: str) -> str:
    return weeks.said(brief, "gracious_reply", *at)


def _later(brief: Brief, *at: str, **places: str) -> str:
    """The next wordings for the second one, as it goes to the same reader."""
    moved = replace(brief, place=brief.place + weeks.told(brief).turn - 1)
    return weeks.said(moved, "stay_in_touch", *at, **places)
