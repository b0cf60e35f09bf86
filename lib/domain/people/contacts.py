"""Someone I know, who could put in a good word: a contact, or somebody in the address book."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from lib.domain.interviews import Interviewer
from lib.domain.records import Record

MOST_WELL = 5
"""How well I know somebody: from 1, "met once", to "very well". 0 stands for: not said."""


@dataclass(frozen=True, slots=True)
class Knows:
    """That a contact knows one of the people I meet: how well (1 to 5, 0: not said), and how."""

    interviewer_id: str
    how_well: int = 0
    how: str = ""

    def __post_init__(self) -> None:
        _refuse_other_than(self.how_well)


@dataclass(frozen=True, slots=True)
class Reach:
    """One e-mail address or phone number.

    `kind` says what it is for, such as "work", "home" or "mobile"; it is empty if nobody said.
    """

    value: str
    kind: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact(Record):
    """Someone I know and have used: asked, linked, edited or entered by hand.

    `how` says how I know them, `how_well` from 1 to 5 (0 if not said). `knows` are the people of an
    interview whom they know; `met_as` the ids of interviewers who are this very person, so that one
    person is not two. `listed_id` is the address book's record that it was copied from, if it was.
    `greet_as` is what follows "Dear"; while it is empty, it is guessed from the name. `email` and
    `phone` are the preferred ones, `other_emails` and `other_phones` the further ones.
    """

    name: str
    position: str = ""
    company: str = ""
    past_companies: tuple[str, ...] = ()
    email: str = ""
    email_kind: str = ""
    other_emails: tuple[Reach, ...] = ()
    phone: str = ""
    phone_kind: str = ""
    other_phones: tuple[Reach, ...] = ()
    address: str = ""
    link: str = ""
    how: str = ""
    how_well: int = 0
    last_contact: date | None = None
    tags: tuple[str, ...] = ()
    remarks: str = ""
    knows: tuple[Knows, ...] = ()
    met_as: tuple[str, ...] = ()
    listed_id: str = ""
    archived_at: datetime | None = None
    greet_as: str = ""

    def __post_init__(self) -> None:
        _refuse_other_than(self.how_well)


@dataclass(frozen=True, kw_only=True, slots=True)
class Acquaintance(Record):
    """Somebody in the address book, as files brought them in; never changed by hand.

    `other_emails` and `other_phones` are the further ones of a file that had several, and
    `other_positions` those that older or less reliable files gave.
    `connected_on` is the day that LinkedIn gives; `labels` are the groups of a Google, Outlook or
    vCard file; `source` says which kind of file they came from ("LinkedIn"). What only a contact
    has is empty here.
    """

    name: str
    position: str = ""
    other_positions: tuple[str, ...] = ()
    company: str = ""
    past_companies: tuple[str, ...] = ()
    email: str = ""
    email_kind: str = ""
    other_emails: tuple[Reach, ...] = ()
    phone: str = ""
    phone_kind: str = ""
    other_phones: tuple[Reach, ...] = ()
    address: str = ""
    link: str = ""
    connected_on: date | None = None
    labels: tuple[str, ...] = ()
    remarks: str = ""
    source: str = ""
    how: ClassVar[str] = ""
    how_well: ClassVar[int] = 0
    last_contact: ClassVar[date | None] = None
    knows: ClassVar[tuple[Knows, ...]] = ()
    met_as: ClassVar[tuple[str, ...]] = ()
    listed_id: ClassVar[str] = ""

    @property
    def tags(self) -> tuple[str, ...]:
        """The labels, by which a list of people is narrowed as by a contact's tags."""
        return self.labels


@dataclass(frozen=True, kw_only=True, slots=True)
class SameCompany(Record):
    """What the person said about two spellings of a company's name: whether they are one company.

    Its id is made from the two names (`companies.pair_id`), so that the question is asked once.
    """

    one: str
    other: str
    same: bool


BETWEEN = "; "
_WITH_KIND = re.compile(r"([^()]*(?:\([^()]*\)[^()]+)?)(?:\(([^()]*)\))?")

Person = Contact | Acquaintance
"""Whoever can be suggested, found or asked."""


def emails_of(person: Person) -> tuple[Reach, ...]:
    """Returns every e-mail address of that person, the preferred one first."""
    preferred = (Reach(person.email, person.email_kind),) if person.email else ()
    return (*preferred, *person.other_emails)


def reach_words(reaches: Iterable[Reach]) -> str:
    """Returns addresses or numbers in one line: "ada@x.example (work); ada@y.example"."""
    return BETWEEN.join(map(_reach_word, reaches))


def _reach_word(one: Reach) -> str:
    return f"{one.value} ({one.kind})" if one.kind else one.value


def read_reaches(words: str) -> tuple[Reach, ...]:
    """Returns the addresses or numbers of a line as `reach_words` writes it, none twice."""
    found: dict[str, Reach] = {}
    for part in re.split(r"[;\n]", words):
        match = _WITH_KIND.fullmatch(part.strip())
        if match and match[1]:
            found.setdefault(match[1].casefold(), Reach(match[1].strip(), (match[2] or "").strip()))
    return tuple(found.values())


def phones_of(person: Person) -> tuple[Reach, ...]:
    """Returns every phone number of that person, the preferred one first."""
    preferred = (Reach(person.phone, person.phone_kind),) if person.phone else ()
    return (*preferred, *person.other_phones)


def _refuse_other_than(how_well: int) -> None:
    """Refuses what is not on the scale, since a file from elsewhere may say anything."""
    if not 0 <= how_well <= MOST_WELL:
        raise ValueError(f"how well somebody is known is 0 to {MOST_WELL}, not {how_well}")


def as_reader(contact: Contact, job_id: str) -> Interviewer:
    """A contact in the place where a note has its reader."""
    return Interviewer(
        id=contact.id,
        job_id=job_id,
        name=contact.name,
        position=contact.position,
        email=contact.email,
        phone=contact.phone,
        address=contact.address,
        link=contact.link,
        greet_as=contact.greet_as,
    )
