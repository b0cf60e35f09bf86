"""Who knows whom for one job: those I met, the people I know who know them; and that in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lib.domain.interviews import Interviewer, Role
from lib.domain.jobs import Job
from lib.domain.people.asks import Step
from lib.domain.people.contacts import Knows
from lib.domain.people.suggestion_points import PART, Place, called, knowing
from lib.domain.people.suggestions import Suggestion

MOST = 8
"""How many friends are drawn, and how many of those met whom nobody knows: more is a tangle."""
STATES = {
    Step.IDEA: "an idea",
    Step.ASKED: "asked",
    Step.AGREED: "agreed",
    Step.DONE: "has put in a word",
    Step.THANKED: "thanked",
    Step.DECLINED: "would rather not",
}
PARTS = {
    Role.DECISION_MAKER: "decides",
    Role.RECRUITER: "recruiter",
    Role.COORDINATOR: "coordinator",
    Role.PEER: "",
}
CLOSENESS = {0: "knows", 1: "met once", 2: "a little", 3: "fairly well", 4: "well", 5: "very well"}
PLACES = {
    Place.NOW: "works there",
    Place.BEFORE: "worked there",
    Place.MAYBE: "works there?",
    Place.MAYBE_BEFORE: "worked there?",
}


@dataclass(frozen=True, slots=True)
class Tie:
    """A person I know who is tied to one I met, or to the company.

    `state` is how far the ask has come, `word` what stands on the line, and `sentence` says it all.
    `how_well` is 0 where nobody said, and for a tie to the company.
    """

    friend: str
    word: str
    sentence: str
    state: str = ""
    how_well: int = 0


@dataclass(frozen=True, slots=True)
class Met:
    """A person I met for the job, or the company itself, and who is tied to them.

    `part` is what they have to do with the decision, where their position does not say so.
    """

    name: str
    position: str = ""
    part: str = ""
    decides: bool = False
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Net:
    """Who knows whom for one job. `more` is "and 3 more" if some friends are left out."""

    company: str
    met: tuple[Met, ...] = ()
    more: str = ""

    def has_ties(self) -> bool:
        """Returns True if there is anything to draw."""
        return any(one.ties for one in self.met)


def net_of(job: Job, people: Iterable[Interviewer], ranked: Iterable[Suggestion]) -> Net:
    """Returns the net of those suggested, the best of them first.

    A friend who knows one of the people is not tied to the company as well.
    """
    met = tuple(people)
    ids = {one.id for one in met}
    tied = [one for one in ranked if one.place or _known(one, ids)]
    drawn = tied[:MOST]
    left = len(tied) - len(drawn)
    everybody = [_met(one, drawn) for one in met]
    if at_company := tuple(_at_company(one, job) for one in drawn if not _known(one, ids)):
        everybody.append(Met(job.company, "the company", ties=at_company))
    return Net(job.company, _shown(everybody), f"and {left} more" if left else "")


def in_words(net: Net) -> tuple[str, ...]:
    """Returns a sentence for each line of the picture; last how many friends it leaves out."""
    sentences = [tie.sentence for one in net.met for tie in one.ties]
    return (*sentences, net.more) if net.more else tuple(sentences)


def _shown(everybody: Iterable[Met]) -> tuple[Met, ...]:
    """Returns those who decide first, then those whom somebody knows, then some of the others."""
    ordered = sorted(everybody, key=lambda one: (not one.decides, not one.ties))
    needed = sum(one.decides or bool(one.ties) for one in ordered)
    return tuple(ordered[: max(MOST, needed)])


def _known(suggestion: Suggestion, ids: set[str]) -> tuple[Knows, ...]:
    """Returns how somebody knows those among the people met."""
    return tuple(one for one in suggestion.person.knows if one.interviewer_id in ids)


def _met(person: Interviewer, drawn: Iterable[Suggestion]) -> Met:
    position = person.position if person.name.strip() else ""
    part = PARTS[person.role]
    return Met(
        called(person),
        position,
        "" if part in position.casefold() else part,
        person.role is Role.DECISION_MAKER,
        tuple(_tie(one, person, knows) for one in drawn for knows in _known(one, {person.id})),
    )


def _tie(suggestion: Suggestion, person: Interviewer, knows: Knows) -> Tie:
    words = knowing(called(person), PART[person.role], knows.how_well, knows.how)
    name = suggestion.person.name
    word = CLOSENESS[knows.how_well]
    return Tie(name, word, f"{name} {words}", _state(suggestion), knows.how_well)


def _at_company(suggestion: Suggestion, job: Job) -> Tie:
    assert suggestion.place is not None
    name = suggestion.person.name
    words = suggestion.place.format(job.company)
    return Tie(name, PLACES[suggestion.place], f"{name} {words}", _state(suggestion))


def _state(suggestion: Suggestion) -> str:
    return STATES[suggestion.ask.step] if suggestion.ask else ""
