"""The briefs of the notes in faults/: one job, four readers, and what was said to each of them."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path
from typing import Any

from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Request, Said
from lib.domain.followups.followup import Kind
from lib.domain.interviews import Interview, Interviewer, InterviewFormat, InterviewKind
from lib.domain.jobs import Job
from lib.domain.notes import Channel, NoteKind
from lib.domain.profile import Profile
from lib.domain.strategies import PointToMake
from lib.words.brief import Brief, NextContact

FOLDER = Path(__file__).parent / "faults"
ZONE = "America/New_York"
JOB = Job(id="j", company="Brightline Logistics", role="Warehouse Operations Manager")
ME = Profile(name="Jordan Ellis", phone="+1 555 0142")
INTERVIEW = Interview(
    id="final",
    job_id="j",
    kind=InterviewKind.FINAL,
    format=InterviewFormat.IN_PERSON,
    day=date(2026, 11, 24),
    clock=time(9),
    zone=ZONE,
)
CALL = NextContact(kind=Kind.CALL, due=Due(date(2026, 12, 7), time(9, 30), ZONE), agreed=True)
REFERENCES = Request(
    id="r", what="three references", for_id="sue", due=Due(date(2026, 11, 27), None, ZONE)
)
BY = Commitment(what="they decide", who_id="carla", by=date(2026, 12, 4))
POINTS = (
    PointToMake("I keep crews together", "turnover 48% to 22% in 14 months at Dalton"),
    PointToMake("calm in peak", "ran three peak seasons with no missed cutoff"),
)
OTHER_COMPANIES = ("Northgate Credit Union",)
AT_DALTON = (
    "At Dalton, turnover went from 48% to 22% in 14 months after we let the crews pick their own"
    " shift leads."
)
IN_PEAK = "I have run three peak seasons with no missed cutoff."
SUE_ANN = Interviewer(id="sue", job_id="j", name="Sue Ann Lott", position="HR", greet_as="Sue Ann")
WEISS = Interviewer(
    id="weiss",
    job_id="j",
    name="Dr. Hannah Weiß",
    position="Head of Engineering",
    greet_as="Dr. Weiß",
)
READERS = {
    "Carla Mendes": Interviewer(
        id="carla", job_id="j", name="Carla Mendes", position="Regional Director"
    ),
    "Dwayne Porter": Interviewer(
        id="dwayne", job_id="j", name="Dwayne Porter", position="Shift Supervisor"
    ),
    "Sue Ann Lott": SUE_ANN,
    "Dr. Hannah Weiß": WEISS,
}
SAID = {
    "Carla Mendes": Said(
        topic="turnover on the night dock, about 60% a year, and the first 90 days",
        answer=AT_DALTON,
        offer="try the same with your crews",
        also_topic="the new warehouse system goes live in peak",
        also_answer=IN_PEAK,
    ),
    "Dwayne Porter": Said(
        topic="forklift certifications lapse because nobody tracks them",
        answer="I made a simple tracker with reminders.",
        also_topic="about 60% of the night dock leaves in a year, most in the first 90 days",
        also_answer=AT_DALTON,
    ),
    "Sue Ann Lott": Said(
        topic="the first 90 days are where people are lost",
        answer=AT_DALTON,
        offer="work on the first 90 days with you",
    ),
    "Dr. Hannah Weiß": Said(
        topic="the new warehouse system goes live in peak",
        answer=IN_PEAK,
        also_topic="what crews find hardest about a new system",
        also_answer=AT_DALTON,
    ),
}


def brief_for(reader: str, channel: str) -> Brief:
    """The brief of a thank-you note to that reader by that channel."""
    person = READERS[reader]
    return Brief(
        kind=NoteKind.THANK_YOU,
        channel=Channel(channel),
        sender=ME,
        job=JOB,
        interview=INTERVIEW,
        reader=person,
        others=tuple(one for one in READERS.values() if one.id != person.id),
        said=SAID[reader],
        sent_on=date(2026, 11, 25),
        fit=POINTS,
        requests=(REFERENCES,) if reader == "Sue Ann Lott" else (),
        commitment=BY,
        next_contact=CALL if reader == "Carla Mendes" else None,
    )


def samples(name: str) -> list[dict[str, Any]]:
    """One file of faults/, as it was parsed."""
    found: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return found
