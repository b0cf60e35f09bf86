"""Older states of the data and files from elsewhere: how they differ, and taking them over."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from lib.actions.done import Done
from lib.actions.history import BOTH
from lib.actions.people import date_style_of
from lib.domain.answers import Answer, JobEvent
from lib.domain.dates import spoken
from lib.domain.debriefs import Debrief
from lib.domain.errors import FollowThroughError
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.people.asks import Ask
from lib.domain.people.contacts import Acquaintance, Contact, SameCompany
from lib.domain.profile import Profile
from lib.domain.records import Record, new_id
from lib.domain.set_aside import SetAside
from lib.domain.store_errors import Unreachable
from lib.domain.strategies import Strategy
from lib.formats import exchange
from lib.store.codec import same_content
from lib.store.repository import Copy, Reader, Store, Transaction
from lib.store.tables import BOOK_TABLES, PARENTS

WORDS: dict[type[Record], tuple[str, str]] = {
    Job: ("job", "jobs"),
    Interview: ("interview", "interviews"),
    Interviewer: ("person", "people"),
    Strategy: ("worksheet", "worksheets"),
    Debrief: ("checklist", "checklists"),
    Note: ("note", "notes"),
    FollowUp: ("follow-up", "follow-ups"),
    Contact: ("contact", "contacts"),
    Ask: ("ask for a good word", "asks for a good word"),
    JobEvent: ("line of history", "lines of history"),
    Answer: ("outcome", "outcomes"),
    SameCompany: ("answer about a company", "answers about companies"),
    Acquaintance: ("person in the address book", "people in the address book"),
    SetAside: ("record kept aside", "records kept aside"),
    Profile: ("profile", "profiles"),
}
"""What a person calls one and several of each kind of record, in the order of naming them."""

NOTHING = "nothing yet"


_MAY_STAND_ALONE = (JobEvent, Answer)


class Incomplete(FollowThroughError):
    """What would be brought in refers to something that would not be there."""

    def __init__(self, one: str, missing: str) -> None:
        super().__init__(
            f"This file cannot be brought in: one {one} in it belongs to a {missing} that is not "
            "there. Nothing was changed; bring in a whole file."
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """How many records of a kind are only in the other state, only here, or differ."""

    kind: type[Record]
    only_there: int
    only_here: int
    changed: int


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file that was brought holds of the app's file and of the address book."""

    main: Reader | None
    book: Reader | None


def counted(reader: Reader) -> str:
    """Returns what a state holds, in words: "3 jobs, 5 interviews, 12 notes"."""
    named = []
    for kind, (one, many) in WORDS.items():
        number = len(reader.raws(kind)) if kind in reader.kinds else 0
        if number and kind is not Profile:
            named.append(f"{number} {one if number == 1 else many}")
    return ", ".join(named) or NOTHING


def differences(there: Reader, here: Reader) -> tuple[Difference, ...]:
    """Returns where another state differs from this one, for each kind that does."""
    found = (_difference(kind, there, here) for kind in WORDS if kind in here.kinds)
    return tuple(one for one in found if one.only_there or one.only_here or one.changed)


def go_back(store: Store, copy: Copy, *, zone: str, now: datetime) -> Done:
    """Makes everything (or the address book, for a copy of that) as it is in the copy.

    A backup of what stands now is made first.
    """
    when = spoken.moment(copy.at, zone, date_style_of(store.read()))
    what = "the copy" if owner(store, copy) is store else "the address book"
    entry = owner(store, copy).go_back_to(copy, now=now, did=f"Went back to {what} of {when}")
    return Done(entry.did if entry else "")


def owner(store: Store, copy: Copy) -> Store:
    """Returns the store that this is a copy of: the one of everything, or its address book."""
    return store if copy.of == store.home.name else store.book


def open_instead(store: Store, copy: Copy, *, now: datetime) -> Done:
    """Opens the copy in the place of a file that cannot be opened, which is kept."""
    store.open_instead(copy, now=now)
    return Done("The copy is open now. The damaged file was kept; Settings shows where.")


def take_along(store: Store, *, now: datetime) -> bytes:
    """Returns everything as one file that can be brought in elsewhere.

    An address book that cannot be read is left out.
    """
    tables, unread = store.documents(), store.unread_rows()
    with suppress(Unreachable):
        # A hosted store that does not answer: what is known of it is better than no file at all.
        tables |= store.book.documents()
        for table, rows in store.book.unread_rows().items():
            unread[table] = [*unread.get(table, ()), *rows]
    return exchange.write(exchange.Exchange(tables, store.home.schema, unread), now)


def look_into(store: Store, content: bytes) -> Brought:
    """Returns what a file that was brought holds; nothing is changed.

    Raises:
        NotOurs, CopyUnusable: it cannot be brought in, and why.
    """
    if content.startswith(exchange.OWN_FILE):
        return _look_into_own(store, content)
    read = exchange.read(content)
    people, others = _parted(read.tables)
    unread_people, unread_others = _parted(read.unread)
    book = main = None
    if people or unread_people:
        book = store.book.look_into_documents(people, read.schema, unread_people)
    # A copy of the address book alone says nothing about all the rest.
    if others or unread_others or book is None:
        main = store.look_into_documents(others, read.schema, unread_others)
    return Brought(main, book)


def _look_into_own(store: Store, content: bytes) -> Brought:
    main = store.look_into_own(content)
    if main.loaded.tree.keys() & {*BOOK_TABLES.values()}:
        return Brought(None, store.book.look_into_own(content))
    return Brought(main, None)


def _parted(tables: exchange.Documents) -> tuple[exchange.Documents, exchange.Documents]:
    """Returns the documents of the address book, and all others."""
    people = {name: some for name, some in tables.items() if name in BOOK_TABLES.values()}
    return people, {name: some for name, some in tables.items() if name not in people}


def bring_in(store: Store, content: bytes, *, replace: bool, now: datetime) -> Done:
    """Adds what the file holds and is not here yet.

    Args:
        replace: make everything as it is in the file.

    Raises:
        NotOurs, CopyUnusable, Incomplete: nothing was changed.
    """
    brought, together, in_book = look_into(store, content), f"{BOTH}{new_id()}", ""
    with store.together(now=now, merge=together) as (tx, people):
        if brought.main is not None:
            tx.say(_take_in(tx, brought.main, replace=replace))
            _refuse_hanging(tx)
        if brought.book is not None:
            words = _in_small(_take_in(people, brought.book, replace=replace))
            people.say(f"Address book: {words}" if people.is_changed() else "")
            in_book = people.did
    return Done(". ".join(one for one in (tx.did, in_book) if one))


def _in_small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _take_in(tx: Transaction, there: Reader, *, replace: bool) -> str:
    """Takes over what the other state holds; returns the sentence for that."""
    if replace:
        tx.become(there)
        return f"Made everything as in the file: {counted(there)}"
    new = sum(one.only_there for one in differences(there, tx))
    tx.add_missing(there)
    return f"Brought in what was new: {new} {'record' if new == 1 else 'records'}"


def _difference(kind: type[Record], there: Reader, here: Reader) -> Difference:
    theirs, mine = there.raws(kind), here.raws(kind)
    both = theirs.keys() & mine.keys()
    changed = sum(not same_content(theirs[id][1], mine[id][1]) for id in both)
    return Difference(kind, len(theirs.keys() - both), len(mine.keys() - both), changed)


def _refuse_hanging(tx: Transaction) -> None:
    there: dict[type[Record], set[str]] = {}
    for needed in (Job, Interview, Contact):
        there[needed] = {one.id for one in tx.all(needed)} | tx.ids_of_unread(needed)
    for kind, references in PARENTS.items():
        if kind in _MAY_STAND_ALONE:
            continue
        for one in tx.all(kind):
            for field, of in references.items():
                id = getattr(one, field)
                # Only an ask always belongs to both; others may stand alone.
                if id not in there[of] and (id or kind is Ask):
                    raise Incomplete(WORDS[kind][0], WORDS[of][0])
