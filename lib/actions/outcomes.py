"""What was done of a worksheet, read from everything that followed its interview."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lib.actions.people import people_of
from lib.actions.worksheets import strategy_of, written_debrief
from lib.domain.dates.due import Due
from lib.domain.debriefs import Debrief
from lib.domain.followups.followup import FollowUp
from lib.domain.followups.plan_thanks import THANKS
from lib.domain.followups.reasons import Reason, ReasonKind
from lib.domain.interviews import Interview, Interviewer
from lib.domain.notes import Note
from lib.domain.readiness import Part
from lib.domain.strategies import PointToMake, Strategy, same_thing
from lib.store.repository import Reader
from lib.words.text import tidy
from lib.words.text.stems import is_told


class Came(StrEnum):
    """How something that was planned turned out so far."""

    DONE = "done"
    OPEN = "open"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that was planned, and what came of it: in words, when done, or when due."""

    part: Part
    what: str
    came: Came
    how: str = ""
    done_at: datetime | None = None
    due: Due | None = None


def outcomes(reader: Reader, interview: Interview) -> tuple[Outcome, ...]:
    """Everything that the worksheet planned; nothing before the interview was written down."""
    debrief = written_debrief(reader, interview.id)
    if debrief is None:
        return ()
    strategy, case = strategy_of(reader, interview), _Case(reader, interview, debrief)
    parts = (_closing, _points, _questions, _outreach, _offers, _silence)
    return tuple(one for part in parts for one in part(strategy, case))


@dataclass(frozen=True, slots=True)
class _Case:
    reader: Reader
    interview: Interview
    debrief: Debrief

    def follow_up(self, reason: Reason) -> FollowUp | None:
        found = self.reader.find(FollowUp, reason.follow_up_id())
        return found if found and found.reason == reason else None

    def notes(self) -> tuple[Note, ...]:
        return self.reader.where(Note, interview_id=self.interview.id)

    def tells(self, note: Note, point: PointToMake) -> bool:
        """True if the note makes that point or holds the sentence that shows it.

        What the reader said themselves is no point of mine.
        """
        said = self.debrief.about(note.interviewer_id).said
        mine = note.text.body
        for topic in (said.topic, said.also_topic):
            theirs = tidy.curly(tidy.as_part(topic))
            mine = mine.replace(theirs, "") if theirs else mine
        return any(is_told(one, mine) for one in (point.point, point.evidence))

    def name(self, note: Note) -> str:
        person = self.reader.find(Interviewer, note.interviewer_id)
        return person.name if person and person.name else "everyone"


def _closing(strategy: Strategy, case: _Case) -> Iterator[Outcome]:
    if not strategy.closing.strip():
        return
    said = case.debrief.commitment
    if said.is_empty():
        yield Outcome(Part.CLOSING, strategy.closing, Came.NOT, "no next step was named")
        return
    due = Due(said.by, None, case.interview.zone) if said.by else None
    yield Outcome(
        Part.CLOSING, strategy.closing, Came.DONE, f"next step: {said.what or 'named'}", due=due
    )


def _points(strategy: Strategy, case: _Case) -> Iterator[Outcome]:
    for point in strategy.points:
        if point.is_empty():
            continue
        telling = [note for note in case.notes() if case.tells(note, point)]
        sent = [note for note in telling if note.sent_at is not None]
        names = ", ".join(dict.fromkeys(case.name(note) for note in sent or telling))
        came, how = Came.NOT, "in none of the notes"
        if telling:
            came, how = Came.DONE if sent else Came.OPEN, f"in the note to {names}"
        yield Outcome(Part.POINTS, point.point or point.evidence, came, how)


def _questions(strategy: Strategy, _: _Case) -> Iterator[Outcome]:
    for one in strategy.questions:
        if one.words.strip():
            came, how = Came.NOT, "not answered yet"
            if one.answered:
                came, how = Came.DONE, one.answer
            yield Outcome(Part.QUESTIONS, one.words, came, how)


def _outreach(strategy: Strategy, case: _Case) -> Iterator[Outcome]:
    for person in people_of(case.reader, case.interview):
        if case.debrief.about(person.id).was_there:
            for one in strategy.outreach_to(person.id):
                kind, what = ReasonKind.PLANNED_CALL, "Call"
                if one.timing.is_thanks():
                    kind, _, what = THANKS[one.channel]
                words = f"{what}, {person.name or person.position or 'someone'}"
                if person.name.strip():
                    reason = Reason(kind, case.interview.id, person.id)
                    yield _as_done(Part.PEOPLE, words, case.follow_up(reason))
                else:
                    yield Outcome(Part.PEOPLE, words, Came.OPEN, "waits for the name")


def _offers(strategy: Strategy, case: _Case) -> Iterator[Outcome]:
    asked = {same_thing(one.what): one.id for one in case.debrief.requests}
    for offer in strategy.offers:
        if offer.is_empty():
            continue
        request = asked.get(same_thing(offer.what))
        if request is None:
            yield Outcome(Part.OFFERS, offer.what, Came.NOT, "they did not ask for it")
        else:
            reason = Reason(ReasonKind.MATERIAL, request)
            yield _as_done(Part.OFFERS, offer.what, case.follow_up(reason))


def _silence(strategy: Strategy, case: _Case) -> Iterator[Outcome]:
    follow_up = case.follow_up(Reason(ReasonKind.CHECK_IN, case.interview.id))
    if strategy.if_silent.strip() and follow_up is not None:
        yield _as_done(Part.SILENCE, strategy.if_silent, follow_up)


def _as_done(part: Part, what: str, follow_up: FollowUp | None) -> Outcome:
    if follow_up is None:
        return Outcome(part, what, Came.NOT, "left out")
    if follow_up.done_at is not None:
        return Outcome(part, what, Came.DONE, done_at=follow_up.done_at)
    if follow_up.closed_at is not None:
        return Outcome(part, what, Came.NOT, "let go")
    return Outcome(part, what, Came.OPEN, due=follow_up.due)
