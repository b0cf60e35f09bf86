"""Made-up briefs for notes to people I know, whole or drawn by hypothesis."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from lib.domain.interviews import Interviewer
from lib.domain.notes import Channel, NoteKind
from lib.domain.strategies import PointToMake
from lib.words.brief import Brief, GoodWord, Tie
from tests.words import briefs
from tests.words.briefs import brief, person

DANA = person("Dana Whitfield", "Head of Claims")
TOBIAS = person("Tobias Fehr", "Team lead")
UNNAMED = person("", "Head of Internal Audit and Risk, EMEA")
POINT = PointToMake("explain scores to people", "reason codes, 40 agents use them")
ASKED, AGREED, SPOKE = date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 24)
CHANNELS = {
    NoteKind.GOOD_WORD: (Channel.EMAIL, Channel.LINKEDIN, Channel.PHONE),
    NoteKind.GOOD_WORD_AGAIN: (Channel.EMAIL, Channel.LINKEDIN, Channel.PHONE),
    NoteKind.CONTACT_THANKS: (Channel.EMAIL, Channel.LINKEDIN, Channel.CARD, Channel.PHONE),
}
WAYS = [(kind, channel) for kind, channels in CHANNELS.items() for channel in channels]
TRAITS = (
    "staying calm when the queue grows", "she said they need someone patient", "meticulous",
    "people who explain things simply", "honest w/ numbers", "I cut the handover to 8 minutes", "honesty",
)  # fmt: skip
FROM_WHERE = ("", "worked under her at Acme", "sat on a board together", "her former team lead", "friends")


def to_contact(
    kind: NoteKind = NoteKind.GOOD_WORD,
    channel: Channel = Channel.EMAIL,
    *,
    name: str = "Jo Marsh",
    told: GoodWord | None = None,
    **other: Any,
) -> Brief:
    """A brief for a note to Jo Marsh, who knows Dana Whitfield, with whatever is given put in its place."""
    standard = brief(
        name=name,
        kind=kind,
        channel=channel,
        others=(DANA, TOBIAS),
        fit=(POINT,),
        sent_on=None,
        next_contact=None,
        good_word=told or GoodWord(knows=DANA, decides=DANA, trait=TRAITS[0]),
    )
    return replace(standard, **other)


def _rarely(*words: str, scraps: st.SearchStrategy[str] = briefs.SCRAPS) -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(("", *words)), scraps)


PEOPLE: st.SearchStrategy[Interviewer | None] = st.sampled_from((None, DANA, TOBIAS, UNNAMED, person("")))
DAYS = st.one_of(st.none(), briefs.DAYS)
GOOD_WORDS = st.builds(
    GoodWord,
    how=_rarely("worked together at Nord", "my old manager", "met at PyCon"),
    tie=st.sampled_from(Tie),
    knows=PEOPLE,
    knows_how=_rarely(*FROM_WHERE),
    decides=PEOPLE,
    trait=_rarely(*TRAITS),
    asked_on=DAYS,
    agreed_on=DAYS,
    spoke_on=DAYS,
    did=_rarely("wrote to Dana on Monday", "called her", "talked to Tobias at lunch"),
    came_of_it=_rarely("second interview on Thursday", "nothing yet", "they invited me back"),
)
NOTES = st.builds(
    lambda way, **drawn: to_contact(*way, **drawn),
    st.sampled_from(WAYS),
    name=st.sampled_from((*briefs.PEOPLE, "Jo Marsh")),
    told=GOOD_WORDS,
    job=briefs.JOBS,
    sender=briefs.SENDERS,
    fit=briefs.WORKSHEETS,
    place=st.integers(0, 5),
)
WILD_NOTES = st.builds(
    lambda way, told, point: to_contact(*way, told=told, fit=(point,)),
    st.sampled_from(WAYS),
    st.builds(
        GoodWord,
        how=briefs.WILD, knows=PEOPLE, knows_how=briefs.WILD, decides=PEOPLE, trait=briefs.WILD,
        did=briefs.WILD, came_of_it=briefs.WILD,
    ),
    st.builds(PointToMake, point=briefs.WILD, evidence=briefs.WILD),
)  # fmt: skip
