"""The notes that people read aloud: what testers typed into the letter, and what it becomes.

`golden/cases.json` has made-up interviews, `golden/fillings.json` what testers who had seen nothing
of the code typed into the blanks for each reader. `golden/notes.md` holds the notes. After a change
of the frame, write it anew with `python -m tests.words.golden_notes`, and let somebody read aloud
what changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, OfferOpening, Opening, Request, Said
from lib.domain.english import English
from lib.domain.followups.followup import Kind
from lib.domain.interviews import Interview, Interviewer, InterviewFormat, Role
from lib.domain.jobs import Job
from lib.domain.notes import Channel, NoteKind
from lib.domain.profile import Profile
from lib.words.brief import Brief, NextContact
from lib.words.letters.compose import compose

FOLDER = Path(__file__).parent / "golden"
NOTES = FOLDER / "notes.md"
ZONE = "UTC"
Raw = Mapping[str, Any]


def briefs() -> Iterator[tuple[str, Brief]]:
    """Yields the key and the brief of each note."""
    typed = json.loads((FOLDER / "fillings.json").read_text(encoding="utf-8"))
    for case in json.loads((FOLDER / "cases.json").read_text(encoding="utf-8")):
        yield from _of_case(case, typed)


def written() -> str:
    """Returns all notes as they stand in `golden/notes.md`."""
    return "\n".join(_shown(key, brief) for key, brief in briefs())


def _shown(key: str, brief: Brief) -> str:
    text = compose(brief)
    subject = f"**{text.subject}**\n\n" if text.subject else ""
    return f"## {key}\n\n{subject}{text.body}\n"


def _of_case(case: Raw, typed: Raw) -> Iterator[tuple[str, Brief]]:
    job = Job(id=case["id"], company=case["company"], role=case["role"])
    interview = Interview(
        id=f"interview-{case['id']}",
        job_id=job.id,
        format=InterviewFormat(case["format"]),
        day=date.fromisoformat(case["day"]),
        clock=time(9),
        zone=ZONE,
    )
    people = [_person(one, job, typed[one["key"]]) for one in case["people"]]
    for place, (raw, reader) in enumerate(zip(case["people"], people, strict=True)):
        yield (
            raw["key"],
            Brief(
                kind=NoteKind.THANK_YOU,
                channel=Channel(raw.get("channel", "email")),
                sender=Profile(
                    name=case["me"],
                    phone=case["phone"],
                    english=English(case.get("english", "american")),
                ),
                job=job,
                interview=interview,
                reader=reader,
                others=tuple(one for one in people if one is not reader),
                said=_said(typed[raw["key"]]),
                requests=tuple(_requests(raw, reader)),
                next_contact=_contact(raw.get("contact")),
                commitment=Commitment(by=date.fromisoformat(case["by"]))
                if case.get("by")
                else Commitment(),
                place=place,
                sent_on=interview.day,
            ),
        )


def _person(raw: Raw, job: Job, typed: Raw) -> Interviewer:
    return Interviewer(
        id=raw["key"],
        job_id=job.id,
        name=raw["name"],
        position=raw.get("position", ""),
        role=Role(raw.get("role", "peer")),
        greet_as=typed.get("greet", ""),
    )


def _said(typed: Raw) -> Said:
    words = {
        name: text
        for name, text in typed.items()
        if name not in ("greet", "opening", "offer_opening")
    }
    also = words.pop("also_opening", "")
    return Said(
        opening=Opening(typed["opening"]) if typed.get("opening") else None,
        offer_opening=OfferOpening(typed["offer_opening"]) if typed.get("offer_opening") else None,
        also_opening=Opening(also) if also else None,
        **words,
    )


def _requests(raw: Raw, reader: Interviewer) -> Iterator[Request]:
    for i, one in enumerate(raw.get("requests", ())):
        due = _due(one["due"]) if one.get("due") else None
        yield Request(id=str(i), what=one["what"], for_id=reader.id, due=due)


def _contact(raw: Raw | None) -> NextContact | None:
    if raw is None:
        return None
    return NextContact(kind=Kind(raw["kind"]), due=_due(raw["due"]), agreed=raw["agreed"])


def _due(text: str) -> Due:
    day, _, clock = text.partition(" ")
    return Due(date.fromisoformat(day), time.fromisoformat(clock) if clock else None, ZONE)


if __name__ == "__main__":
    NOTES.write_text(written(), encoding="utf-8")
