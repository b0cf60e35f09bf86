"""The messages that people read aloud: three of each kind in each tone, with what testers typed.

`golden/message_cases.json` has three made-up applications, `golden/message_fillings.json` what
testers who had seen nothing of the code typed into the blanks of each message. `golden/messages.md`
holds the messages. After a change of a frame, write it anew with
`python -m tests.words.golden_messages`, and let somebody read aloud what changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Request
from lib.domain.english import English
from lib.domain.followups.followup import Kind
from lib.domain.interviews import Interview, Interviewer, Role
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Filled, NoteKind
from lib.domain.profile import Profile, Tone
from lib.words.brief import Brief, GoodWord, NextContact, Weeks
from lib.words.letters.compose import RECIPES, compose

FOLDER = Path(__file__).parent / "golden"
MESSAGES = FOLDER / "messages.md"
ZONE = "UTC"
Raw = Mapping[str, Any]


def briefs(fillings: Raw | None = None) -> Iterator[tuple[str, Brief]]:
    """Yields the key ("nurse.check_in.warm") and the brief of each message."""
    typed = fillings if fillings is not None else _load("message_fillings")
    for case in _load("message_cases"):
        for kind in RECIPES:
            blanks = typed.get(f"{case['id']}.{kind.value}", {})
            filled = tuple(Filled(name, text) for name, text in blanks.items())
            for tone in Tone:
                yield f"{case['id']}.{kind.value}.{tone.value}", brief_of(case, kind, tone, filled)


def written() -> str:
    """Returns all messages as they stand in `golden/messages.md`."""
    return "\n".join(_shown(key, brief) for key, brief in briefs())


def brief_of(case: Raw, kind: NoteKind, tone: Tone, filled: tuple[Filled, ...]) -> Brief:
    """Returns what that message of that case is written from."""
    people = _people(case)
    decider, others = people[0], people[1:]
    day = date.fromisoformat(case["day"])
    return Brief(
        kind=kind,
        channel=Channel.PHONE if kind is NoteKind.CALL else Channel.EMAIL,
        sender=Profile(
            name=case["me"], phone=case["phone"], tone=tone, english=English(case["english"])
        ),
        job=Job(id=case["id"], company=case["company"], role=case["role"], link=case["link"]),
        interview=Interview(id=case["id"], job_id=case["id"], day=day, clock=time(10), zone=ZONE),
        reader=_reader(case, kind, decider),
        others=others if _reader(case, kind, decider) is decider else people,
        sent_on=_sent_on(case, kind),
        commitment=Commitment(what="decide", who_id="0", by=date.fromisoformat(case["by"])),
        requests=_requests(case, kind),
        next_contact=_check_in(case) if kind is NoteKind.COORDINATOR else None,
        about=_call(case) if kind in (NoteKind.CALL, NoteKind.MISSED_CALL) else None,
        good_word=_good_word(case, decider) if kind.is_to_a_contact() else GoodWord(),
        weeks=_weeks(case) if kind.is_of_the_weeks_after() else Weeks(),
        filled=filled,
    )


def _load(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def _shown(key: str, brief: Brief) -> str:
    text = compose(brief)
    subject = f"**{text.subject}**\n\n" if text.subject else ""
    return f"## {key}\n\n{subject}{text.body}\n"


def _people(case: Raw) -> tuple[Interviewer, ...]:
    found = []
    for i, line in enumerate((case["decider"], *case["others"])):
        name, _, position = line.partition(", ")
        role = Role.PEER if i else Role.DECISION_MAKER
        found.append(
            Interviewer(id=str(i), job_id=case["id"], name=name, position=position, role=role)
        )
    return tuple(found)


def _reader(case: Raw, kind: NoteKind, decider: Interviewer) -> Interviewer:
    if kind.is_to_a_contact():
        return Interviewer(id="contact", job_id=case["id"], name=case["contact"])
    if kind is NoteKind.COORDINATOR:
        return Interviewer(
            id="coordinator", job_id=case["id"], name=case["coordinator"], role=Role.COORDINATOR
        )
    return decider


def _sent_on(case: Raw, kind: NoteKind) -> date:
    """The day of the message: right after the interview, two weeks later, or in the new year."""
    day = date.fromisoformat(case["day"])
    if kind is NoteKind.STAY_IN_TOUCH:
        return date(2027, 1, 5)
    early = (NoteKind.COORDINATOR, NoteKind.GOOD_WORD, NoteKind.COVER_LINE)
    return day + timedelta(days=1 if kind in early else 14)


def _requests(case: Raw, kind: NoteKind) -> tuple[Request, ...]:
    if kind not in (NoteKind.COVER_LINE, NoteKind.APOLOGY):
        return ()
    due = Due(date.fromisoformat(case["thing"]["due"]), None, ZONE)
    return (Request(id="thing", what=case["thing"]["what"], for_id="0", due=due),)


def _check_in(case: Raw) -> NextContact:
    due = Due(date.fromisoformat(case["by"]) + timedelta(days=3), None, ZONE)
    return NextContact(kind=Kind.CHECK_IN, due=due, agreed=False)


def _call(case: Raw) -> NextContact:
    return NextContact(
        kind=Kind.CALL, due=_call_due(case), agreed=True, about=case["call"]["about"]
    )


def _call_due(case: Raw) -> Due:
    at = datetime.fromisoformat(case["call"]["at"])
    return Due(at.date(), at.time(), ZONE)


def _good_word(case: Raw, decider: Interviewer) -> GoodWord:
    return GoodWord(
        knows=decider,
        knows_how=case["knows_how"],
        decides=decider,
        asked_on=date.fromisoformat(case["asked_on"]),
        did=case["did"],
        came_of_it=case["came_of_it"],
    )


def _weeks(case: Raw) -> Weeks:
    return Weeks(
        checked_in_on=date.fromisoformat(case["checked_in_on"]),
        missed=_call_due(case),
        answer_by=date.fromisoformat(case["answer_by"]),
    )


if __name__ == "__main__":
    MESSAGES.write_text(written(), encoding="utf-8")
