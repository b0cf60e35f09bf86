"""Who knows whom for one job: the people I know, those whom I met, and the ties, also in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from lib.domain.interviews import Interviewer, Role
from lib.domain.jobs import Job
from lib.domain.people.asks import Step
from lib.domain.people.contacts import Contact
from lib.domain.people.suggestion_points import Place
from lib.domain.people.suggestion_words import PART, STRENGTHS, called, knowing
from lib.domain.people.suggestions import Suggestion

MOST = 8
"""How many friends are drawn, and how many of those met: more is a tangle."""
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
CLOSENESS = {**STRENGTHS, 0: "knows", 1: "met once"}
PLACES = {
    Place.NOW: "works there",
    Place.BEFORE: "worked there",
    Place.MAYBE: "works there?",
    Place.MAYBE_BEFORE: "worked there?",
}


@dataclass(frozen=True, slots=True)
class Friend:
    """Someone I know. `state` is how far the ask has come, in a word or two."""

    id: str
    name: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Met:
    """Someone whom I met for the job."""

    id: str
    name: str
    position: str = ""
    role: Role = Role.PEER

    def decides(self) -> bool:
        """Whether the decision is theirs."""
        return self.role is Role.DECISION_MAKER

    def part(self) -> str:
        """Returns their part in the decision in a word, unless their position says it."""
        word = PARTS[self.role]
        return "" if word in self.position.casefold() else word


@dataclass(frozen=True, slots=True)
class Bond:
    """That a friend knows one whom I met; with a place instead, that they are or were there."""

    friend_id: str
    met_id: str = ""
    how_well: int = 0
    how: str = ""
    place: Place | None = None

    def word(self) -> str:
        """The word that stands on its line."""
        return PLACES[self.place] if self.place else CLOSENESS[self.how_well]


@dataclass(frozen=True, slots=True)
class Net:
    """Who knows whom for one job; friends with the best first."""

    company: str
    friends: tuple[Friend, ...] = ()
    met: tuple[Met, ...] = ()
    bonds: tuple[Bond, ...] = ()

    def met_shown(self) -> tuple[Met, ...]:
        """Those met who are drawn: who decides first, then whom somebody knows."""
        known = {one.met_id for one in self.bonds}
        in_order = sorted(self.met, key=lambda one: (not one.decides(), one.id not in known))
        return tuple(in_order[:MOST])

    def bonds_of(self, friend: Friend) -> tuple[Bond, ...]:
        """Returns a friend's ties to those drawn, who decide first, and to the company."""
        places = {"": MOST} | {one.id: place for place, one in enumerate(self.met_shown())}
        mine = (one for one in self.bonds if one.friend_id == friend.id and one.met_id in places)
        return tuple(sorted(mine, key=lambda one: places[one.met_id]))

    def told_of(self, friend: Friend) -> tuple[str, ...]:
        """Returns their ties in words for below the name: "knows Dana well", "works there"."""
        names = {one.id: one.name for one in self.met}
        return tuple(
            bond.word() if bond.place else knowing(names[bond.met_id], "", bond.how_well)
            for bond in self.bonds_of(friend)
        )

    def tied(self) -> tuple[Friend, ...]:
        """The friends with any tie: nobody else belongs into the picture."""
        return tuple(one for one in self.friends if self.bonds_of(one))

    def friends_shown(self) -> tuple[Friend, ...]:
        """The first of them, as many as are drawn."""
        return self.tied()[:MOST]

    def more(self) -> str:
        """ "and 3 more" for those who are not drawn; empty if everybody is."""
        left = len(self.tied()) - MOST
        return f"and {left} more" if left > 0 else ""


def net_of(job: Job, people: Iterable[Interviewer], ranked: Iterable[Suggestion]) -> Net:
    """Returns the net of those suggested; who knows one of the people has no tie to the company."""
    rows = tuple(ranked)
    met = tuple(Met(one.id, called(one), _position(one), one.role) for one in people)
    ids = {one.id for one in met}
    bonds = chain.from_iterable(_bonds(one, ids) for one in rows)
    return Net(job.company, tuple(map(_friend, rows)), met, tuple(bonds))


def in_words(net: Net) -> tuple[str, ...]:
    """A sentence for each line of the picture; last how many friends it leaves out."""
    met = {one.id: one for one in net.met}
    sentences: list[str] = []
    for friend in net.friends_shown():
        sentences += [_sentence(net, met, friend, bond) for bond in net.bonds_of(friend)]
    return (*sentences, *filter(None, [net.more()]))


def _friend(suggestion: Suggestion) -> Friend:
    ask = suggestion.ask
    return Friend(suggestion.person.id, suggestion.person.name, STATES[ask.step] if ask else "")


def _bonds(suggestion: Suggestion, ids: set[str]) -> Iterator[Bond]:
    person = suggestion.person
    known = person.knows if isinstance(person, Contact) else ()
    ties = [one for one in known if one.interviewer_id in ids]
    yield from (Bond(person.id, one.interviewer_id, one.how_well, one.how) for one in ties)
    if not ties and suggestion.place:
        yield Bond(person.id, place=suggestion.place)


def _position(person: Interviewer) -> str:
    """Nothing where it stands for the name already."""
    return person.position if person.name.strip() else ""


def _sentence(net: Net, met: dict[str, Met], friend: Friend, bond: Bond) -> str:
    if bond.place:
        return f"{friend.name} {bond.place.format(net.company)}"
    one = met[bond.met_id]
    return f"{friend.name} {knowing(one.name, PART[one.role], bond.how_well, bond.how)}"
