"""Made-up briefs for every message besides the thank-you, whole or drawn by hypothesis."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, OfferOpening, Opening, Request, Said
from lib.domain.followups.followup import Kind
from lib.domain.interviews import Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Filled, NoteKind, Text
from lib.domain.profile import Tone
from lib.domain.strategies import PointToMake
from lib.words import wording
from lib.words.brief import Brief, GoodWord, NextContact, Tie, Weeks
from lib.words.letters.compose import RECIPES
from lib.words.text import tidy
from tests.narrowing import not_none
from tests.words import briefs
from tests.words.briefs import SENDER, ZONE, brief, person

CHANNELS = {
    NoteKind.COORDINATOR: (Channel.EMAIL,),
    NoteKind.COVER_LINE: (Channel.EMAIL,),
    NoteKind.APOLOGY: (Channel.EMAIL,),
    NoteKind.CALL: (Channel.PHONE,),
    NoteKind.MISSED_CALL: (Channel.EMAIL,),
    NoteKind.GOOD_WORD: (Channel.EMAIL, Channel.LINKEDIN, Channel.PHONE),
    NoteKind.GOOD_WORD_AGAIN: (Channel.EMAIL, Channel.LINKEDIN, Channel.PHONE),
    NoteKind.CONTACT_THANKS: (Channel.EMAIL, Channel.LINKEDIN, Channel.CARD, Channel.PHONE),
    NoteKind.CHECK_IN: (Channel.EMAIL, Channel.LINKEDIN, Channel.PHONE),
    NoteKind.CHECK_IN_AGAIN: (Channel.EMAIL, Channel.LINKEDIN),
    NoteKind.CLOSE_LOOP: (Channel.EMAIL,),
    NoteKind.GRACIOUS_REPLY: (Channel.EMAIL, Channel.LINKEDIN),
    NoteKind.STAY_IN_TOUCH: (Channel.EMAIL, Channel.LINKEDIN),
    NoteKind.OFFER_THANKS: (Channel.EMAIL, Channel.PHONE),
    NoteKind.WITHDRAWAL: (Channel.EMAIL,),
}
WAYS = [(kind, channel) for kind, channels in CHANNELS.items() for channel in channels]
BLANKS = {kind: tuple(wording.book(kind.value)["blank"]) for kind in RECIPES}
SCRIPTS = [way for way in WAYS if way[1] is Channel.PHONE]

BY = Commitment(what="they decide", by=date(2026, 12, 4))
CHECKED_IN, HEARD, ANSWER_BY = date(2026, 12, 7), date(2026, 12, 9), date(2026, 12, 18)
ASKED, AGREED, SPOKE = date(2026, 11, 21), date(2026, 11, 23), date(2026, 11, 24)
BEFORE_THEIR_DAY, AFTER_IT = date(2026, 11, 28), date(2026, 12, 10)
CALLED_OFF = Due(date(2026, 12, 1), time(10), ZONE)
CALL = NextContact(kind=Kind.CALL, due=CALLED_OFF, agreed=True, about="the start date")
LATE = Request(id="r", what="my two references", due=Due(date(2026, 11, 27), None, ZONE))
CHECK_IN_ON = NextContact(kind=Kind.CHECK_IN, due=Due(date(2026, 12, 7)), agreed=False)
DANA = person("Dana Whitfield", "Head of Claims")
TOBIAS = person("Tobias Fehr", "Team lead")
UNNAMED = person("", "Head of Internal Audit and Risk, EMEA")
POINT = PointToMake(
    "explain scores to people", "At Linden I built reason codes that 40 agents now use."
)
WHOLE = Weeks(
    checked_in_on=CHECKED_IN,
    heard_on=HEARD,
    missed=CALLED_OFF,
    offers=("the two-page reason-code sample",),
    answer_by=ANSWER_BY,
    news="I finished the SQL course",
)
KNOWN_WELL = GoodWord(knows=DANA, decides=DANA, asked_on=ASKED)


def message(
    kind: NoteKind = NoteKind.CHECK_IN, channel: Channel | None = None, **other: Any
) -> Brief:
    """A brief for that message, with whatever is given put in its place.

    It goes to Dana Whitfield, or to Jo Marsh, who knows her, where its reader is a contact.
    """
    is_to_contact = kind.is_to_a_contact()
    standard = brief(
        name="Jo Marsh" if is_to_contact else "Dana Whitfield",
        kind=kind,
        channel=channel or CHANNELS[kind][0],
        others=(DANA, TOBIAS) if is_to_contact else (TOBIAS, UNNAMED),
        sent_on=BEFORE_THEIR_DAY if is_to_contact else AFTER_IT,
        fit=(POINT,),
        requests=(LATE,) if kind in (NoteKind.COVER_LINE, NoteKind.APOLOGY) else (),
        commitment=BY,
        next_contact=CHECK_IN_ON if kind is NoteKind.COORDINATOR else None,
        about=CALL if kind in (NoteKind.CALL, NoteKind.MISSED_CALL) else None,
        good_word=KNOWN_WELL if is_to_contact else GoodWord(),
        weeks=WHOLE if kind.is_of_the_weeks_after() else Weeks(),
    )
    return replace(standard, **other)


def filled(**texts: str) -> tuple[Filled, ...]:
    """Those blanks, changed to those texts."""
    return tuple(Filled(name, text) for name, text in texts.items())


def in_every_tone(
    kind: NoteKind, channel: Channel | None = None, places: int = 8, **other: Any
) -> list[Brief]:
    """That message in every tone, at each of the first places."""
    return [
        message(kind, channel, sender=replace(SENDER, tone=tone), place=place, **other)
        for tone in Tone
        for place in range(places)
    ]


GOOD: Mapping[str, tuple[str, ...]] = {
    "about_me": ("My name is Sam Ortega. At Linden my reason codes are used by 40 agents.",),
    "about_them": ("The new desk must be open by now.",),
    "answer": ("You'll have my answer by Friday, December 18.",),
    "by_when": ("Any day before December 4 would help.",),
    "came_of_it": ("They've invited me to a second interview.",),
    "did": ("Dana told me that you called her on Monday.",),
    "feedback": ("Was there one thing I could have done better?",),
    "for_everyone": ("Please say hello to everyone I met.",),
    "glad": ("The first weeks on the claims desk sound like fun.",),
    "hello": ("Our night shifts at Nord still come to mind.",),
    "knows": ("Dana Whitfield makes the decision, and the two of you worked together at Nord.",),
    "link": ("https://example.org/jobs/7",),
    "look_at": ("Page two has the numbers you asked about.",),
    "look_back": ("Your point about scores without a reason was the push that I needed.",),
    "mine": ("Lunch is on me when you're back.",),
    "more": ("Please give my best to Tobias.",),
    "meaning": ("It has changed how our desk writes to people.",),
    "names": ("Could you send me the name of the shift lead?",),
    "news": ("Since then, our reason codes have gone live in two more offices.",),
    "now": ("It's all in the file below.",),
    "question": ("Has the timeline changed?",),
    "reason": ("A job closer to home has come up.",),
    "request": ("Would you be willing to tell Dana a little about me?",),
    "say": ("January 11 would be a good day for me to start.",),
    "seen": ("You saw me run the desk two people short.",),
    "specific": ("Your point about scores without a reason will stay with me.",),
    "thanks_for": ("calling me yourself", "the call"),
    "their_day": ("Friday, December 4 was the day you had in mind.",),
    "they_want": ("What worries them most is turnover.",),
    "times": ("Tomorrow until noon would work, and any time on Thursday.",),
    "understood": ("A desk lead with more years on claims makes sense to me.",),
    "useful": ("There's good news, too: the exam you asked about is behind me.",),
    "why": ("Reason codes are what we talked about most.",),
}
"""Good English for each blank: no sentence begins with "I", and none thanks."""


def _blanks(
    kind: NoteKind, texts: Mapping[str, st.SearchStrategy[str]]
) -> st.SearchStrategy[tuple[Filled, ...]]:
    """Any of the message's blanks, changed to one of those texts."""
    each = {
        name: st.builds(Filled, st.just(name), texts[name])
        for name in BLANKS[kind]
        if name in texts
    }
    return st.fixed_dictionaries({}, optional=each).map(lambda drawn: tuple(drawn.values()))


WELL = {name: st.sampled_from(texts) for name, texts in GOOD.items()}
WELL_OR_EMPTIED = {name: st.sampled_from((*texts, "")) for name, texts in GOOD.items()}
WILDLY = {name: st.one_of(briefs.WILD, briefs.SCRAPS) for name in GOOD}

ABOUT = st.sampled_from(("", "the start date", "about my visa", "to confirm the day"))
PLAIN_JOBS = st.builds(
    Job,
    id=st.just("j"),
    company=st.sampled_from(("Harbor & Vale", "Nørgaard Bakehouse", "eRx", "Acme Inc.")),
    role=st.sampled_from(("Analyst", "UX Designer", "8th Grade Teacher", "Night Nurse (Ward 4)")),
    english=briefs.ENGLISHES,
)
DAYS = st.one_of(st.none(), briefs.DAYS)
OFFERS = ("the two-page reason-code sample", "two references", "a trial day")
WEEKS = st.builds(
    Weeks,
    checked_in_on=DAYS,
    heard_on=DAYS,
    missed=briefs.DUES,
    offers=st.lists(st.sampled_from(OFFERS), max_size=2).map(tuple),
    answer_by=st.just(ANSWER_BY),
    news=st.sampled_from(
        (
            "",
            "I finished the SQL course",
            "finished the SQL course",
            "we moved the whole ward off paper",
        )
    ),
    turn=st.sampled_from((1, 2)),
    took_another=st.booleans(),
)
INSIDE: st.SearchStrategy[Interviewer | None] = st.sampled_from((None, DANA, TOBIAS))
GOOD_WORDS = st.builds(
    GoodWord,
    how=st.sampled_from(("", "worked together at Nord", "my old manager")),
    tie=st.sampled_from(Tie),
    knows=INSIDE,
    knows_how=st.sampled_from(("", "from Acme", "sat on a board together", "through a club")),
    decides=INSIDE,
    trait=st.sampled_from(("", "meticulous", "she said they need someone patient")),
    asked_on=st.one_of(st.none(), st.just(ASKED)),
    agreed_on=st.one_of(st.none(), st.just(AGREED)),
    spoke_on=st.one_of(st.none(), st.just(SPOKE)),
    did=st.sampled_from(("", "wrote to Dana on Monday", "lunch w/ Tobias", "called her")),
    came_of_it=st.sampled_from(("", "nothing yet", "they invited me back")),
)
SAID = st.builds(
    Said,
    opening=st.sampled_from((None, *Opening)),
    topic=st.sampled_from(
        ("", "turnover on the night dock", "how long new people take to settle in")
    ),
    answer=st.sampled_from(("", "We cut ours from 48% to 22%.")),
    offer_opening=st.sampled_from(OfferOpening),
)
FITS = st.lists(
    st.sampled_from(
        (
            POINT,
            PointToMake("calm", "The desk missed no cutoff in three seasons."),
            PointToMake("calm"),
        )
    ),
    max_size=2,
    unique=True,
).map(tuple)
TALKS = st.builds(
    NextContact,
    kind=st.sampled_from((Kind.CALL, Kind.MESSAGE)),
    due=briefs.DUES,
    agreed=st.booleans(),
    about=ABOUT,
)


@st.composite
def messages(
    draw: st.DrawFn,
    texts: Mapping[str, st.SearchStrategy[str]] = WELL_OR_EMPTIED,
    ways: Sequence[tuple[NoteKind, Channel]] = WAYS,
    jobs: st.SearchStrategy[Job] = PLAIN_JOBS,
) -> Brief:
    """A message of any kind with plausible facts, any of its blanks changed to one of the texts."""
    kind, channel = draw(st.sampled_from(ways))
    is_to_contact = kind.is_to_a_contact()
    reader = (
        draw(st.sampled_from(briefs.PEOPLE))
        if not is_to_contact
        else draw(st.sampled_from(("Jo Marsh", "José Ñandú")))
    )
    drawn = message(
        kind,
        channel,
        reader=person(reader),
        job=draw(jobs),
        sender=draw(briefs.SENDERS),
        said=draw(SAID),
        fit=draw(FITS),
        commitment=draw(
            st.one_of(
                st.just(Commitment()),
                st.builds(Commitment, by=DAYS, who_id=st.sampled_from(("", reader, "Tobias Fehr"))),
            )
        ),
        place=draw(st.integers(0, 8)),
        filled=draw(_blanks(kind, texts)),
    )
    if is_to_contact:
        return replace(drawn, good_word=draw(GOOD_WORDS))
    if kind.is_of_the_weeks_after():
        weeks = draw(WEEKS)
        missed = replace(draw(TALKS), kind=Kind.CALL, due=not_none(weeks.missed))
        return replace(drawn, weeks=weeks, about=missed if kind is NoteKind.MISSED_CALL else None)
    if kind in (NoteKind.CALL, NoteKind.APOLOGY):
        is_thing = kind is NoteKind.APOLOGY and draw(st.booleans())
        return drawn if is_thing else replace(drawn, about=draw(TALKS), requests=())
    return drawn


def pattern_of(kind: NoteKind, *path: str) -> re.Pattern[str]:
    """A pattern for every wording of that slot, whatever its tone and whatever fills it."""
    wordings = list(_texts(wording.book(kind.value), path))
    open_slots = (re.sub(r"\\\{\w+\\\}", ".*?", re.escape(one)) for one in wordings)
    return re.compile("|".join(open_slots))


def stands_in(kind: NoteKind, text: str, *path: str) -> bool:
    """True if a wording of that slot stands in the text, typographic quotes or not."""
    return pattern_of(kind, *path).search(text.replace("’", "'")) is not None


def _texts(node: Any, path: Sequence[str]) -> Iterator[str]:
    for name in path:
        node = node[name]
    for value in node.values() if isinstance(node, Mapping) else node:
        if isinstance(value, str):
            yield value
        else:
            yield from _texts({"": value}, ("",))


def part(text: Text, label: str) -> str:
    """What stands behind that label of a script."""
    return next(one for one in text.body.split("\n\n") if one.startswith(label)).partition(": ")[2]


def shown(typed: str) -> str:
    """Those sentences as they stand in a message."""
    return tidy.curly(tidy.as_sentences(typed))
