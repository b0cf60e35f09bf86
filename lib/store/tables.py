"""Which kinds of records there are, and the name of the table that each one lies in.

The names of both files differ, so that a file to take along can hold all of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from lib.domain.answers import Answer, JobEvent
from lib.domain.debriefs import Debrief
from lib.domain.followups.followup import FollowUp
from lib.domain.followups.given_out import GivenOut
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.people.asks import Ask
from lib.domain.people.contacts import Acquaintance, Contact, SameCompany
from lib.domain.profile import Profile
from lib.domain.records import Record
from lib.domain.set_aside import SetAside
from lib.domain.strategies import Strategy

Tables = Mapping[type[Record], str]

# A name is part of the file's format: renaming one needs a step in migrations.py.
# No name begins with "_".
TABLES: dict[type[Record], str] = {
    Profile: "profile",
    Job: "jobs",
    Interview: "interviews",
    Interviewer: "interviewers",
    Strategy: "strategies",
    Debrief: "debriefs",
    FollowUp: "follow_ups",
    Note: "notes",
    Contact: "contacts",
    Ask: "asks",
    SameCompany: "same_companies",
    JobEvent: "events",
    Answer: "answers",
    SetAside: "set_aside",
    GivenOut: "given_out",
}
_OF_A_JOB: dict[str, type[Record]] = {"job_id": Job}
_OF_AN_INTERVIEW: dict[str, type[Record]] = {"job_id": Job, "interview_id": Interview}
PARENTS: dict[type[Record], dict[str, type[Record]]] = {
    Interview: _OF_A_JOB,
    Interviewer: _OF_A_JOB,
    Note: _OF_AN_INTERVIEW,
    FollowUp: _OF_AN_INTERVIEW,
    Ask: {"job_id": Job, "contact_id": Contact},
    Strategy: {"id": Interview},
    Debrief: {"id": Interview},
    JobEvent: _OF_A_JOB,
    Answer: {"id": Job},
}
"""The fields of each kind that name the record it belongs to; a kind stands after its parents."""
BOOK_TABLES: dict[type[Record], str] = {
    Acquaintance: "acquaintances",
    SetAside: "set_aside_people",
}
"""What the address book holds, in a file of its own: no other save pays for its size."""

LASTING: frozenset[type[Record]] = frozenset({GivenOut})
"""What no action of the person made: it has no undo, and going back to a copy leaves it as it is.

What other calendars were told stays told.
"""
