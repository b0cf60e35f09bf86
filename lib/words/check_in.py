"""Asking where things stand, once and once more; and closing the loop when nothing came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lib.domain.notes import Channel, NoteKind, Text
from lib.domain.profile import Tone
from lib.words import facts, labels, offers, weeks
from lib.words.brief import Brief
from lib.words.draft import Draft

LEAST, MOST = 66, 120
"""How many words an e-mail aims at; the second one has fewer than the first (plan's words)."""
LEAST_ON_LINKEDIN, MOST_IN_SHORT = 60, 90
LEAST_AGAIN, MOST_AGAIN, LEAST_AGAIN_ON_LINKEDIN = 50, 100, 40
LEAST_TO_CLOSE, MOST_TO_CLOSE = 50, 110
PARAGRAPHS = (("opening",), ("when", "ask"), ("offer", "more"), ("after", "close"))
PARAGRAPHS_AGAIN = (("opening", "ask"), ("more",), ("last", "wish"))
PARAGRAPHS_TO_CLOSE = (("thanks",), ("point",), ("taken", "open"), ("more", "wish"))


def check_in(brief: Brief) -> Text:
    """The first one, for that channel."""
    if brief.channel is Channel.PHONE:
        forms = list(_scripts(brief))
        return Text("", next((one for one in forms if facts.word_count(one) <= MOST_IN_SHORT), forms[-1]))
    short = brief.channel is Channel.LINKEDIN
    tone = brief.sender.tone.value
    least, most = (LEAST_ON_LINKEDIN, MOST_IN_SHORT) if short else (LEAST, MOST)
    note = Draft(weeks.frame(brief), PARAGRAPHS, least, most)
    note.add(
        opening=_first(brief, "opening", tone),
        when=_first(brief, "when", _given(brief)),
        ask=_first(brief, "ask", _given(brief)),
        offer=_offer(brief, "offer"),
    )
    note.add_if_too_long(lambda: {"opening": _first(brief, "opening", Tone.BRIEF.value)})
    note.add_if_too_long(lambda: {"offer": _first(brief, "offer", "plain")})
    note.add_if_it_fits(close=_first(brief, "close", tone))
    note.add_if_too_short(lambda: {"more": _first(brief, "more", "all")})
    note.add_if_too_short(lambda: {"after": _first(brief, "more", "after")})
    return weeks.text(brief, weeks.subject(brief, "check_in"), note.body())


def again(brief: Brief) -> Text:
    """The second and last one, shorter than the first."""
    first = facts.word_count(check_in(_on_paper(brief)).body)
    short = brief.channel is Channel.LINKEDIN
    least = LEAST_AGAIN_ON_LINKEDIN if short else LEAST_AGAIN
    most = min(first - 1, MOST_IN_SHORT if short else MOST_AGAIN)
    note = Draft(weeks.frame(brief), PARAGRAPHS_AGAIN, least, most)
    asked = weeks.told(brief).checked_in_on
    when = f"on {facts.weekday_and_date(asked, brief.english)}" if asked else "some time ago"
    note.add(
        opening=_second(brief, "opening", "all", when=when, When=f"{when[0].upper()}{when[1:]}"),
        ask=_second(brief, "ask", "all"),
        last=_second(brief, "last", brief.sender.tone.value),
    )
    note.add_if_too_long(lambda: {"last": _second(brief, "last", Tone.BRIEF.value)})
    note.add_if_too_short(lambda: {"more": _second(brief, "more", "all")})
    note.add_if_too_short(lambda: {"wish": _second(brief, "more", "wish")})
    return weeks.text(brief, weeks.subject(brief, "check_in_again"), note.body())


def close_loop(brief: Brief) -> Text:
    """The last word when nothing was heard: it asks nothing."""
    tone = brief.sender.tone.value
    note = Draft(weeks.frame(brief), PARAGRAPHS_TO_CLOSE, LEAST_TO_CLOSE, MOST_TO_CLOSE)
    note.add(
        thanks=_last(brief, "thanks", tone),
        point=weeks.point(brief),
        taken=_last(brief, "taken", "all"),
        open=_last(brief, "open", tone),
    )
    note.add_if_too_long(lambda: {"thanks": _last(brief, "thanks", Tone.BRIEF.value)})
    note.add_if_too_long(lambda: {"open": _last(brief, "open", Tone.BRIEF.value)})
    note.leave_out_if_too_long("point")
    if tone != Tone.BRIEF:
        note.add_if_it_fits(wish=_last(brief, "more", "wish"))
    note.add_if_too_short(lambda: {"more": _last(brief, "more", "all")})
    note.add_if_too_short(lambda: {"wish": _last(brief, "more", "wish")})
    return weeks.text(brief, weeks.subject(brief, "close_loop"), note.body())


def _on_paper(brief: Brief) -> Brief:
    """The brief of the first one; on the telephone the second one is an e-mail all the same."""
    channel = Channel.LINKEDIN if brief.channel is Channel.LINKEDIN else Channel.EMAIL
    return replace(brief, kind=NoteKind.CHECK_IN, channel=channel)


def _given(brief: Brief) -> str:
    return "given" if brief.commitment and brief.commitment.by else "none"


def _offer(brief: Brief, *at: str) -> str:
    thing = offers.useful(brief)
    return _first(brief, *at, "thing" if thing else "plain", offer=thing)


def _scripts(brief: Brief) -> Iterator[str]:
    """The script, fullest first."""
    when = _first(brief, "phone", _given(brief))
    for offer in (_offer(brief, "phone"), _first(brief, "phone", "plain"), ""):
        yield labels.labelled(
            _first(brief, "phone", "opening"),
            f"{when} {offer}".strip(),
            _first(brief, "phone", "ask"),
            weeks.voicemail(brief, "check_in"),
        )


def _first(brief: Brief, *at: str, **places: str) -> str:
    return weeks.said(brief, "check_in", *at, **places)


def _second(brief: Brief, *at: str, **places: str) -> str:
    return weeks.said(brief, "check_in_again", *at, **places)


def _last(brief: Brief, *at: str) -> str:
    return weeks.said(brief, "close_loop", *at)
