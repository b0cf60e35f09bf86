"""Made-up briefs for messages of the weeks after an interview, whole or drawn by hypothesis."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from lib.domain.debriefs import Commitment
from lib.domain.due import Due
from lib.domain.notes import Channel, NoteKind
from lib.words.brief import Brief, Weeks
from tests.words import briefs
from tests.words.briefs import ZONE, brief, person

BY = Commitment(what="they decide", by=date(2026, 12, 4))
CHECKED_IN, SENT, ANSWER_BY = date(2026, 12, 7), date(2026, 12, 10), date(2026, 12, 18)
MISSED = Due(date(2026, 12, 1), time(10), ZONE)
CHANNELS = {
    NoteKind.CHECK_IN: (Channel.EMAIL, Channel.LINKEDIN, Channel.PHONE),
    NoteKind.CHECK_IN_AGAIN: (Channel.EMAIL, Channel.LINKEDIN),
    NoteKind.CLOSE_LOOP: (Channel.EMAIL,),
    NoteKind.MISSED_CALL: (Channel.EMAIL,),
    NoteKind.GRACIOUS_REPLY: (Channel.EMAIL, Channel.LINKEDIN),
    NoteKind.STAY_IN_TOUCH: (Channel.EMAIL, Channel.LINKEDIN),
    NoteKind.OFFER_THANKS: (Channel.EMAIL, Channel.PHONE),
    NoteKind.WITHDRAWAL: (Channel.EMAIL,),
}
WAYS = [(kind, channel) for kind, channels in CHANNELS.items() for channel in channels]
WHOLE = Weeks(
    checked_in_on=CHECKED_IN,
    heard_on=date(2026, 12, 9),
    missed=MISSED,
    offers=("the two-page reason-code sample",),
    answer_by=ANSWER_BY,
    news="finished the SQL course",
)
NEWS = (
    "finished the SQL course", "started volunteering at the food bank, running their rota", "SQL course done",
    "we moved the whole ward off paper", "promoted to lead", "learning Rust", "PASSED AWS EXAM!!",
)  # fmt: skip
OFFERS = ("the two-page reason-code sample", "two references", "walk them through the board", "trial day", "")


def weeks_after(
    kind: NoteKind = NoteKind.CHECK_IN,
    channel: Channel = Channel.EMAIL,
    *,
    weeks: Weeks = WHOLE,
    **other: Any,
) -> Brief:
    """A brief for a message to Dana Whitfield, with whatever is given put in its place."""
    standard = brief(
        kind=kind,
        channel=channel,
        commitment=BY,
        sent_on=SENT,
        next_contact=None,
        others=(person("Tobias Fehr"), person("")),
        weeks=weeks,
    )
    return replace(standard, **other)


DAYS = st.one_of(st.none(), briefs.DAYS)
WEEKS = st.builds(
    Weeks,
    checked_in_on=DAYS,
    heard_on=DAYS,
    missed=briefs.DUES,
    offers=st.lists(st.one_of(st.sampled_from(OFFERS), briefs.SCRAPS), max_size=3).map(tuple),
    answer_by=briefs.DAYS,
    news=st.one_of(st.sampled_from(NEWS), briefs.SCRAPS),
    turn=st.sampled_from((1, 2)),
)
MESSAGES = st.builds(
    lambda way, **drawn: weeks_after(*way, **drawn),
    st.sampled_from(WAYS),
    weeks=WEEKS,
    reader=st.sampled_from((*briefs.PEOPLE, "")).map(person),
    said=briefs.GOOD_SAID,
    job=briefs.JOBS,
    sender=briefs.SENDERS,
    fit=briefs.WORKSHEETS,
    commitment=briefs.COMMITMENTS,
    place=st.integers(0, 6),
)
WILD_WEEKS = st.builds(Weeks, offers=st.lists(briefs.WILD, max_size=2).map(tuple), news=briefs.WILD)
