"""One interview's checklist, as the debrief page works on it."""

from __future__ import annotations

from dataclasses import dataclass

from lib.domain.debriefs import Debrief
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.strategies import Strategy


@dataclass(frozen=True, slots=True)
class Checklist:
    """One interview with its people, and what is written down about it."""

    job: Job
    interview: Interview
    people: tuple[Interviewer, ...]
    debrief: Debrief
    strategy: Strategy
    is_formal: bool

    def key(self, field: str, *of: object) -> str:
        """The widget key of one field."""
        return ".".join(("debrief", field, self.interview.id, *(str(one) for one in of)))

    def called_later(self) -> tuple[str, ...]:
        """The people whom the strategy means to call once thanks are long said."""
        return tuple(
            one.id
            for one in self.people
            if any(not each.timing.is_thanks() for each in self.strategy.outreach_to(one.id))
        )

    def place(self, interviewer_id: str) -> int:
        """Returns the person's place among those who were there, which chooses the wordings."""
        present = [one.id for one in self.people if self.debrief.about(one.id).was_there]
        return present.index(interviewer_id) if interviewer_id in present else 0
