"""Made-up briefs, whole or drawn by hypothesis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from lib.domain.dates.due import Due
from lib.domain.debriefs import Blank, Commitment, LeftOut, OfferOpening, Opening, Request, Said
from lib.domain.english import English
from lib.domain.followups.followup import Kind
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Channel, NoteKind
from lib.domain.profile import Profile, Tone
from lib.domain.strategies import PointToMake
from lib.words.brief import Brief, NextContact

ZONE = "America/New_York"
INTERVIEW = Interview(id="panel", job_id="j", day=date(2026, 11, 19), clock=time(10), zone=ZONE)
JOB = Job(id="j", company="Harbor & Vale", role="Claims Data Analyst")
SENDER = Profile(name="Sam Ortega", phone="+1 555 0100")
CALL = NextContact(kind=Kind.CALL, due=Due(date(2026, 12, 1), time(10), ZONE), agreed=True)
SAID = Said(
    opening=Opening.OPEN_ABOUT,
    topic="adjusters who distrust a score without a reason",
    answer="At Linden I built reason codes that 40 agents now use.",
    offer_opening=OfferOpening.GLAD_TO,
    offer="show your adjusters the same",
)
PEOPLE = (
    "Dana Whitfield", "Tobias Fehr", "Priya Raman", "Marguerite Okonjo-Lind",
    "José Ñandú", "Dr. Amina Yusuf", "Łukasz Żak",
)  # fmt: skip


def person(name: str, position: str = "") -> Interviewer:
    return Interviewer(id=name or position, job_id="j", name=name, position=position)


def brief(*, name: str = "Dana Whitfield", **other: Any) -> Brief:
    """A brief for a thank-you e-mail to Dana Whitfield, with whatever is given put in its place."""
    standard = Brief(
        kind=NoteKind.THANK_YOU,
        channel=Channel.EMAIL,
        sender=SENDER,
        job=JOB,
        interview=INTERVIEW,
        reader=person(name),
        said=SAID,
        sent_on=date(2026, 11, 20),
        next_contact=CALL,
    )
    return replace(standard, **other)


def to_everyone(names: Sequence[str], **other: Any) -> list[Brief]:
    """One brief for each of those people, who are told the same."""
    people = [person(name) for name in names]
    return [
        brief(
            name=one.name,
            others=tuple(each for each in people if each is not one),
            place=place,
            **other,
        )
        for place, one in enumerate(people)
    ]


SCRAP_WORDS = """
claims score reason nurses ledger kiln depot audit sourdough churn rota invoice gulls timber lens
harbour wants needs is was we our they the a for with and because late slow breaking I my she he
how why who can hates worried asked said built show bringing nobody March 3 40% API SQL $5M Köln
naïve vs - , !! ? &
"""
WORDS = st.sampled_from(SCRAP_WORDS.split())
SCRAPS = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
WILD = st.text(max_size=120)
GOOD_SAID = st.builds(
    Said,
    opening=st.just(Opening.OPEN_ABOUT),
    topic=st.sampled_from(
        ("", "turnover on the night dock", "how long new people take to settle in")
    ),
    answer=st.sampled_from(
        (
            "",
            "I built a tracker with reminders, and nothing lapsed for a year.",
            "We cut ours from 48% to 22%.",
        )
    ),
    offer_opening=st.sampled_from(OfferOpening),
    offer=st.sampled_from(("", "share it", "show your crews how we did it")),
    also_opening=st.sampled_from((None, Opening.MENTIONED)),
    also_topic=st.sampled_from(("", "the new system goes live right in peak")),
    also_answer=st.sampled_from(("", "I've run three of those seasons without a missed cutoff.")),
    left_out=st.lists(
        st.builds(
            LeftOut, st.sampled_from((Channel.CARD, Channel.LINKEDIN)), st.sampled_from(Blank)
        ),
        max_size=2,
    ).map(tuple),
)
"""Blanks filled in with good English, or empty."""
WILD_SAID = st.builds(
    Said,
    opening=st.one_of(st.none(), st.sampled_from(Opening)),
    topic=WILD,
    answer=WILD,
    offer_opening=st.one_of(st.none(), st.sampled_from(OfferOpening)),
    offer=WILD,
    also_opening=st.one_of(st.none(), st.sampled_from((Opening.MENTIONED, Opening.ASKED))),
    also_topic=WILD,
    also_answer=WILD,
)
POINTS_TO_MAKE = st.builds(
    PointToMake, point=st.one_of(st.just(""), SCRAPS), evidence=st.one_of(st.just(""), SCRAPS)
)
WORKSHEETS = st.lists(POINTS_TO_MAKE, max_size=3).map(tuple)
DAYS = st.dates(date(2026, 11, 20), date(2027, 2, 20))
DUES = st.builds(Due, DAYS, st.one_of(st.none(), st.just(time(9, 30))), st.just(ZONE))
CONTACTS = st.one_of(
    st.none(),
    st.builds(
        NextContact,
        kind=st.sampled_from((Kind.CALL, Kind.MESSAGE, Kind.CHECK_IN)),
        due=DUES,
        agreed=st.booleans(),
    ),
)
COMMITMENTS = st.one_of(
    st.just(Commitment()), st.builds(Commitment, what=SCRAPS, by=st.one_of(st.none(), DAYS))
)
REQUESTS = st.lists(
    st.builds(Request, id=st.just("r"), what=SCRAPS, due=st.one_of(st.none(), DUES)), max_size=3
)
ENGLISHES = st.sampled_from((None, *English))
JOBS = st.builds(
    Job,
    id=st.just("j"),
    company=st.sampled_from(
        (
            "Harbor & Vale",
            "Nørgaard Bakehouse",
            "eRx",
            "Acme Inc.",
            "Yahoo!",
            "St. Brendan's Hospital Trust of the North",
        )
    ),
    role=st.sampled_from(
        (
            "Analyst",
            "UX Designer",
            "8th Grade Teacher",
            "Head of Internal Audit and Risk, EMEA",
            "Night Nurse (Ward 4)",
        )
    ),
    english=ENGLISHES,
)
SENDERS = st.builds(
    Profile,
    name=st.sampled_from(("Sam Ortega", "Núria")),
    phone=st.sampled_from(("", "+1 555 0100")),
    sign_off=st.sampled_from(("Best regards", "Many thanks,", "")),
    tone=st.sampled_from(Tone),
    clock_24h=st.booleans(),
    english=ENGLISHES,
)
BRIEFS = st.builds(
    brief,
    name=st.sampled_from(PEOPLE),
    job=JOBS,
    sender=SENDERS,
    said=GOOD_SAID,
    fit=WORKSHEETS,
    requests=REQUESTS.map(tuple),
    next_contact=CONTACTS,
    commitment=COMMITMENTS,
    place=st.integers(0, 6),
    channel=st.sampled_from(Channel),
)
