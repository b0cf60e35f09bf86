"""Adding, changing, linking, archiving and deleting the people I know."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from lib.actions import ask_steps, drafts
from lib.actions.done import Done, say
from lib.domain.errors import FollowThroughError
from lib.domain.interviews import Interviewer
from lib.domain.people.address_book import AddressBook
from lib.domain.people.asks import Ask
from lib.domain.people.companies import pair_id
from lib.domain.people.contacts import (
    Acquaintance,
    Contact,
    Knows,
    SameCompany,
    emails_of,
    phones_of,
)
from lib.domain.records import id_for
from lib.domain.validation import problems_with_contact, refuse
from lib.store.repository import Reader, Store, Transaction


class NobodyThere(FollowThroughError):
    """Somebody was chosen who is neither a contact nor in the address book any more."""

    SENTENCE = (
        "This person is not there any more; they may have been removed in another window. "
        "Nothing was changed."
    )


def add(store: Store, contact: Contact, *, now: datetime) -> Done:
    """Adds somebody entered by hand; one that bears the id of a form is never added twice."""
    refuse(problems_with_contact(contact))
    with store.transaction(now=now, did="") as tx:
        if tx.find(Contact, contact.id) is not None:
            return Done("", contact.id)
        tx.put(contact)
        return say(tx, f"Added {contact.name.strip()}", contact.id)


def save(store: Store, contact: Contact, *, now: datetime, visit: str = "") -> Done:
    """Keeps a changed contact; all saves of one visit are taken back together."""
    refuse(problems_with_contact(contact))
    with store.transaction(now=now, did="", merge=f"contact:{contact.id}:{visit}") as tx:
        before = tx.find(Contact, contact.id)
        tx.put(contact)
        if before is not None and before.name != contact.name:
            for ask in tx.where(Ask, contact_id=contact.id):
                ask_steps.rename(tx, ask_steps.plan_follow_ups(tx, ask, now), contact.name)
        drafts.refresh(tx)
    return Done("", contact.id)


def use(store: Store, person_id: str, *, now: datetime) -> Done:
    """Makes somebody of the address book a contact, who can be edited and asked; never twice."""
    found = person(store, person_id)
    with store.transaction(now=now, did="") as tx:
        contact = used(tx, found)
        if not tx.is_changed():
            return Done("", contact.id)
        return say(tx, f"{contact.name} is a contact now", contact.id)


def person(store: Store, person_id: str) -> Contact | Acquaintance:
    """The contact with this id, or whoever bears it in the address book.

    Raises:
        NobodyThere: there is neither.
    """
    contact = store.read().find(Contact, person_id)
    # Only where it is needed: the address book may be big.
    found = contact or store.book.read().find(Acquaintance, person_id)
    if found is None:
        raise NobodyThere
    return found


def used(tx: Transaction, someone: Contact | Acquaintance) -> Contact:
    """Returns the contact that somebody of the address book becomes: one there is, or a copy."""
    if isinstance(someone, Contact):
        return tx.get(Contact, someone.id)
    standing = tx.find(Contact, contact_id(someone.id))
    return standing or _twin(tx, someone) or tx.put(copied(someone))


def _twin(tx: Transaction, someone: Acquaintance) -> Contact | None:
    """The contact who is that very person, though entered by hand."""
    book = AddressBook((someone,))
    return next((one for one in tx.all(Contact) if book.same_as(one)), None)


def copied(someone: Acquaintance) -> Contact:
    """Somebody of the address book as a contact, with a reference back."""
    return Contact(
        id=contact_id(someone.id),
        name=someone.name,
        position=someone.position,
        company=someone.company,
        past_companies=someone.past_companies,
        email=someone.email,
        email_kind=someone.email_kind,
        other_emails=someone.other_emails,
        phone=someone.phone,
        phone_kind=someone.phone_kind,
        other_phones=someone.other_phones,
        address=someone.address,
        link=someone.link,
        tags=someone.labels,
        remarks=someone.remarks,
        listed_id=someone.id,
    )


def contact_id(person_id: str) -> str:
    """The id of the contact that somebody of the address book becomes; always the same one."""
    return id_for(f"contact:{person_id}")


def prefer(store: Store, id: str, what: str, value: str, *, now: datetime) -> Done:
    """Puts one of a contact's e-mail addresses or phone numbers first.

    Args:
        what: "email" or "phone".
    """
    with store.transaction(now=now, did="") as tx:
        contact = tx.get(Contact, id)
        reaches = emails_of(contact) if what == "email" else phones_of(contact)
        chosen = next((one for one in reaches if one.value == value), None)
        if chosen is None or chosen == reaches[0]:
            return Done("", id)
        others = tuple(one for one in reaches if one != chosen)
        changed: dict[str, Any] = {
            what: chosen.value,
            f"{what}_kind": chosen.kind,
            f"other_{what}s": others,
        }
        tx.put(replace(contact, **changed))
        drafts.refresh(tx)
        return say(tx, f"{chosen.value} comes first for {contact.name} now", id)


def archive(store: Store, id: str, *, now: datetime, back: bool = False) -> Done:
    """Puts a contact away, so that they are not suggested any more, or brings them back."""
    with store.transaction(now=now, did="") as tx:
        contact = tx.put(replace(tx.get(Contact, id), archived_at=None if back else now))
        did = f"Brought {contact.name} back" if back else f"Archived {contact.name}"
        return say(tx, did, id)


def delete(store: Store, id: str, *, now: datetime) -> Done:
    """Deletes a contact with what they were asked; who came from the address book stays in that."""
    with store.transaction(now=now, did="") as tx:
        contact = tx.find(Contact, id)
        if contact is None:
            return Done("")
        for ask in tx.where(Ask, contact_id=id):
            ask_steps.remove(tx, ask)
        tx.remove(Contact, id)
        return say(tx, f"Deleted {contact.name}, with what you asked them")


def link(store: Store, person_id: str, knows: Knows, *, now: datetime) -> Done:
    """Says that somebody knows an interviewer; out of the address book they become a contact."""
    found = person(store, person_id)
    with store.transaction(now=now, did="") as tx:
        contact, met = used(tx, found), tx.get(Interviewer, knows.interviewer_id)
        others = tuple(one for one in contact.knows if one.interviewer_id != met.id)
        tx.put(replace(contact, knows=(*others, knows)))
        drafts.refresh(tx)
        return say(tx, f"Noted: {contact.name} knows {met.name or 'them'}", contact.id)


def unlink(store: Store, id: str, interviewer_id: str, *, now: datetime) -> Done:
    """Takes it back that a contact knows that interviewer, or is the same person."""
    with store.transaction(now=now, did="") as tx:
        tx.put(_without(tx.get(Contact, id), {interviewer_id}))
        drafts.refresh(tx)
        return say(tx, "Took the link away", id)


def same_person(store: Store, person_id: str, interviewer_id: str, *, now: datetime) -> Done:
    """Says that a contact and an interviewer are one person: each knows then how to reach them."""
    found = person(store, person_id)
    with store.transaction(now=now, did="") as tx:
        contact, met = used(tx, found), tx.get(Interviewer, interviewer_id)
        ids = tuple(dict.fromkeys((*contact.met_as, interviewer_id)))
        tx.put(replace(contact, met_as=ids, **_what_is_shared(contact, met)))
        tx.put(replace(met, **_what_is_shared(met, contact)))
        return say(tx, f"{contact.name} and the interviewer are one person now", contact.id)


def _what_is_shared(one: Contact | Interviewer, other: Contact | Interviewer) -> dict[str, Any]:
    """Returns how the one is reached and greeted, with what only the other side knows."""
    fields = ("email", "phone", "link", "address", "greet_as")
    return {name: getattr(one, name) or getattr(other, name) for name in fields}


def take_over(store: Store, id: str, *, now: datetime) -> Done:
    """Takes position and company of a contact from what the address book says by now."""
    listed = news(store.read(), store.book.read(), id)
    if listed is None:
        return Done("", id)
    with store.transaction(now=now, did="") as tx:
        contact = tx.get(Contact, id)
        moved = contact.company and listed.company and contact.company != listed.company
        past = (*contact.past_companies, contact.company) if moved else contact.past_companies
        position = listed.position or contact.position
        company, past = listed.company or contact.company, tuple(dict.fromkeys(past))
        tx.put(replace(contact, position=position, company=company, past_companies=past))
        return say(tx, f"{contact.name} brought up to date", id)


def news(reader: Reader, book: Reader, id: str) -> Acquaintance | None:
    """Returns what the address book says of a contact, None unless position or company differ."""
    contact = reader.find(Contact, id)
    listed = book.find(Acquaintance, contact.listed_id) if contact else None
    if contact is None or listed is None:
        return None
    pairs = ((listed.position, contact.position), (listed.company, contact.company))
    differs = any(there and there != here for there, here in pairs)
    return listed if differs else None


def answer_company(store: Store, one: str, other: str, *, same: bool, now: datetime) -> Done:
    """Remembers whether two spellings are one company; the question is not asked again."""
    did = f"Noted: {other} is {'the same company as' if same else 'not'} {one}"
    with store.transaction(now=now, did=did) as tx:
        id = pair_id(one, other)
        standing = tx.find(SameCompany, id)
        revision = standing.revision if standing else 0
        tx.put(SameCompany(id=id, revision=revision, one=one, other=other, same=same))
    return Done(did)


def forget_interviewers(tx: Transaction, ids: Collection[str]) -> None:
    """Whom a contact knew among them is known no more: they are deleted."""
    gone = set(ids)
    for contact in tx.all(Contact):
        if gone & {*contact.met_as, *(one.interviewer_id for one in contact.knows)}:
            tx.put(_without(contact, gone))


def _without(contact: Contact, gone: Collection[str]) -> Contact:
    return replace(
        contact,
        knows=tuple(one for one in contact.knows if one.interviewer_id not in gone),
        met_as=tuple(one for one in contact.met_as if one not in gone),
    )
