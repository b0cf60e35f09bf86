"""Thanks for an offer, with the day of my answer; and stepping back kindly."""

from __future__ import annotations

from lib.domain.notes import Channel, Text
from lib.words import facts, labels, weeks
from lib.words.brief import Brief
from lib.words.draft import Draft

LEAST, MOST = 40, 110
PARAGRAPHS = (("thanks",), ("answer", "ask"), ("more",), ("close",))
PARAGRAPHS_BACK = (("thanks",), ("word", "kind"), ("more",), ("open",))
NO_DAY = "[the day by which you will answer]"


def thank(brief: Brief) -> Text:
    """The thanks, for that channel."""
    day = weeks.told(brief).answer_by
    answer = facts.weekday_and_date(day, brief.english) if day else NO_DAY
    if brief.channel is Channel.PHONE:
        opening, say, ask = (_said(brief, "phone", part, answer=answer) for part in ("opening", "say", "ask"))
        return Text("", labels.labelled(opening, say, ask, weeks.voicemail(brief, "offer_thanks")))
    tone = brief.sender.tone.value
    note = Draft(weeks.frame(brief), PARAGRAPHS, LEAST, MOST)
    note.add(
        thanks=_said(brief, "thanks", tone),
        answer=_said(brief, "answer", "all", answer=answer),
        ask=_said(brief, "ask", "all"),
        close=_said(brief, "close", tone),
    )
    note.add_if_too_short(lambda: {"more": _said(brief, "more", "all")})
    return weeks.text(brief, weeks.subject(brief, "offer_thanks"), note.body())


def withdraw(brief: Brief) -> Text:
    """The withdrawal: thanks, the clear word, and good wishes."""
    tone = brief.sender.tone.value
    note = Draft(weeks.frame(brief), PARAGRAPHS_BACK, LEAST, MOST)
    note.add(
        thanks=_back(brief, "thanks", tone), word=_back(brief, "word", "all"), open=_back(brief, "open", tone)
    )
    note.add_if_it_fits(kind=_back(brief, "kind", "all"))
    note.add_if_too_short(lambda: {"more": _back(brief, "more", "all")})
    return weeks.text(brief, weeks.subject(brief, "withdrawal"), note.body())


def _said(brief: Brief, *at: str, **places: str) -> str:
    return weeks.said(brief, "offer_thanks", *at, **places)


def _back(brief: Brief, *at: str) -> str:
    return weeks.said(brief, "withdrawal", *at)
