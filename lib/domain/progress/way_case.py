"""What is known about one job, as the rules for the seven ways ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from lib.domain.dates.spoken import day
from lib.domain.dates.workdays import Workdays
from lib.domain.english import English
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview
from lib.domain.job_records import JobRecords
from lib.domain.notes import Note, NoteKind


class Task(StrEnum):
    """What there is to do next about a job. The pages say where each is done."""

    ADD_INTERVIEW = "add_interview"
    FILL_WORKSHEET = "fill_worksheet"
    FILL_CHECKLIST = "fill_checklist"
    SEND_NOTE = "send_note"
    DO_FOLLOW_UP = "do_follow_up"
    FIND_GOOD_WORD = "find_good_word"
    OPEN_ANSWER = "open_answer"


class NextThing(NamedTuple):
    """What to do next, the id of the record that it is about, and the words of its link."""

    task: Task
    record_id: str
    label: str


@dataclass(frozen=True, slots=True)
class Case:
    """One job's records at one moment; `readiness` is each worksheet's, in percent."""

    of: JobRecords
    readiness: Mapping[str, int]
    now: datetime
    zone: str
    workdays: Workdays
    english: English

    def on(self, when: date | datetime) -> str:
        """Returns that day, or the day of that moment, as people say it."""
        zone = ZoneInfo(self.zone)
        local = when.astimezone(zone).date() if isinstance(when, datetime) else when
        return day(local, self.now.astimezone(zone).date(), self.english)

    def checklist(self, interview: Interview, label: str = "Write it down") -> NextThing:
        """Returns the way to the checklist of that interview."""
        return NextThing(Task.FILL_CHECKLIST, interview.id, label)

    def thanking(self, interview: Interview, whom: set[str]) -> list[Note]:
        """Returns the notes of that interview that thank one of these people, or all of them."""
        mine = [one for one in self.of.notes if one.interview_id == interview.id]
        single = [one for one in mine if one.kind is NoteKind.THANK_YOU]
        to_them = [one for one in single if one.interviewer_id in whom]
        return to_them + [one for one in mine if one.kind is NoteKind.COORDINATOR]

    def sending(self, note: Note) -> NextThing:
        """Returns the way to that note."""
        who = self.of.name(note.interviewer_id, "them all")
        return NextThing(Task.SEND_NOTE, note.id, f"Send the note to {who}")

    def asking(self, label: str) -> NextThing:
        """Returns the way to those who could put in a good word."""
        return NextThing(Task.FIND_GOOD_WORD, self.of.job.id, label)


def doing(notes: Iterable[Note], follow_up: FollowUp, label: str) -> NextThing:
    """Returns the way to the follow-up's unsent note, else to the follow-up itself."""
    for note in notes:
        if note.follow_up_id == follow_up.id and note.sent_at is None:
            return NextThing(Task.SEND_NOTE, note.id, label)
    return NextThing(Task.DO_FOLLOW_UP, follow_up.id, label)
