"""The briefs of ten notes for five made-up interviews, each with what is said in its blanks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Request, Said
from lib.domain.followups.followup import Kind
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Channel, NoteKind
from lib.domain.profile import Profile
from lib.words.brief import Brief, NextContact

JORDAN = Profile(name="Jordan Ellis", phone="+1 555 0142")
SAM = Profile(name="Sam Whitlock", phone="+44 20 7946 0018")
ZONE = "America/New_York"


def _brief(
    job: tuple[str, str], at: tuple[date, time], reader: tuple[str, str, str], *said: str
) -> Brief:
    """A thank-you e-mail. `reader` is name, position and what they are greeted as."""
    name, position, greet_as = reader
    topic, answer, offer, also = (*said, "", "", "", "")[:4]
    return Brief(
        kind=NoteKind.THANK_YOU,
        channel=Channel.EMAIL,
        sender=JORDAN,
        job=Job(id="j", company=job[0], role=job[1]),
        interview=Interview(id="i", job_id="j", day=at[0], clock=at[1], zone=ZONE),
        reader=Interviewer(id=name, job_id="j", name=name, position=position, greet_as=greet_as),
        said=Said(topic=topic, answer=answer, offer=offer, also_topic=also),
    )


def _asked(what: str, day: date) -> tuple[Request, ...]:
    return (Request(id="r", what=what, due=Due(day, None, ZONE)),)


def _next(kind: Kind, day: date, clock: time | None = None) -> NextContact:
    return NextContact(kind=kind, due=Due(day, clock, ZONE), agreed=True)


BRIGHTLINE = ("Brightline Logistics", "Warehouse Operations Manager")
LUMEN = ("Lumen Robotics", "Senior Backend Engineer")
RIDGEWAY = ("Ridgeway Middle School", "7th Grade Science Teacher")
E1, E2, E3 = (
    (date(2026, 11, 24), time(9)),
    (date(2026, 11, 25), time(15)),
    (date(2026, 11, 23), time(15, 30)),
)
FABLE = (
    "At Fable we split by team ownership first, not by nouns: 11 services in nine months with no"
    " outage."
)
DALTON = (
    "At Dalton, letting crews pick their own shift leads brought it from 48% down to 22% in 14"
    " months."
)
HALDEN = (("Halden Foundation", "Grants Officer"), (date(2026, 11, 24), time(11)))
BRIEFS: dict[str, Brief] = {
    "E1a": replace(
        _brief(
            BRIGHTLINE,
            E1,
            ("Carla Mendes", "Regional Director", ""),
            "turnover on the night dock",
            DALTON,
            "try that at Brightline",
            "the new warehouse system (WMS) goes live right in peak. I've run three of those"
            " seasons without a missed cutoff.",
        ),
        next_contact=_next(Kind.CALL, date(2026, 12, 7), time(9, 30)),
        others=(Interviewer(id="sue", job_id="j", name="Sue Ann Lott", position="HR"),),
    ),
    "E1b": _brief(
        BRIGHTLINE,
        E1,
        ("Dwayne Porter", "Shift supervisor", ""),
        "your forklift certifications keep lapsing because nobody tracks them",
        "I made a simple tracker with reminders for that.",
        "share it",
    ),
    "E1c": replace(
        _brief(
            BRIGHTLINE,
            E1,
            ("Sue Ann Lott", "HR", "Sue Ann"),
            "the first 90 days are where you lose people",
            DALTON,
            "work on that with you",
        ),
        requests=_asked("three references", date(2026, 11, 27)),
    ),
    "E2a": replace(
        _brief(
            LUMEN,
            E2,
            ("Dr. Hannah Weiß", "Head of Platform", "Dr. Weiß"),
            "ending up with a distributed monolith",
            FABLE,
            "walk you through the trade-offs",
        ),
        commitment=Commitment(
            what="Hannah schedules the system design round", by=date(2026, 12, 2)
        ),
    ),
    "E2b": replace(
        _brief(
            LUMEN,
            E2,
            ("Arjun Mehta", "Staff Engineer", ""),
            "your queue design",
            "At Fable I led the split into 11 services in nine months, so I was curious how you do"
            " it.",
            "hear more about it",
            "flaky integration tests; CI takes 40 minutes",
        ),
        requests=_asked("the blog post on the outbox pattern", date(2026, 11, 27)),
    ),
    "E3a": replace(
        _brief(
            RIDGEWAY,
            E3,
            ("Ellen Brodie", "Principal", "Principal Brodie"),
            "your students come in two years behind in reading, which makes labs hard",
            "For classes like that, I have a set of picture-first sheets.",
            "share them",
        ),
        requests=_asked("a sample lesson plan", date(2026, 11, 25)),
        commitment=Commitment(what="they let me know", by=date(2026, 12, 4)),
    ),
    "E3b": _brief(
        RIDGEWAY,
        E3,
        ("Marcus Tran", "Department chair", ""),
        "no one has run your robotics club since October",
        "I coached FIRST LEGO League (FLL) for three years.",
        "take it on",
    ),
    "E3c": replace(
        _brief(
            RIDGEWAY,
            E3,
            ("Mrs. Kaplan", "parent representative", ""),
            "talking to parents when a child is failing",
            "I call home early, and I start with something good.",
        ),
        channel=Channel.CARD,
    ),
    "E4a": replace(
        _brief(
            ("Northgate Credit Union", "Member Services Rep"),
            (date(2026, 11, 24), time(13)),
            ("Tasha", "recruiter", ""),
            "you need someone two Saturdays a month",
            "That works for me: I worked them for four years at Target.",
        ),
        next_contact=_next(Kind.CHECK_IN, date(2026, 12, 2)),
        sent_on=date(2026, 11, 24),
    ),
    "E5a": replace(
        _brief(
            *HALDEN,
            ("Ngozi Adeyemi-Clarke", "Executive Director", "Ngozi"),
            "your board is worried because half the grantees never send the final report",
            "At Arbor we asked for one page instead of 12, and the late ones went from 50% to 12%.",
            "do the same at Halden",
        ),
        sender=SAM,
        requests=_asked("the one-page report template", date(2026, 11, 30)),
        commitment=Commitment(what="the board meets", by=date(2026, 12, 10)),
    ),
}
"""By the number of the note."""
