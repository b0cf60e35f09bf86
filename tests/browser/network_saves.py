"""The saves of more than one step that one can press on the network page, as `every_save` has the
others.

asks (line_up, take_step, take_step_back, drop, write), contacts (add, use, link, same_person,
delete, answer_company). Archiving a contact, and the day of a step, change one record. Bringing
people in is tried in `test_network`, since it is kept in the address book.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from playwright.sync_api import Locator, Page

from lib.actions import asks
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.notes import Note
from lib.domain.people.asks import Ask, Step, ask_id
from lib.domain.people.contacts import Acquaintance, Contact, Knows, SameCompany
from lib.store.repository import Reader, Store
from tests.browser import arranged
from tests.browser.conftest import place
from tests.browser.hand import Hand
from tests.browser.saves import Look, Save, Way, at, keyed, named, opened, typed

NETWORK = "/network?job=job-{}"
NEW = {"network.new.name": "Jun Ito", "network.new.company": "Tiller"}


def known(store: Store, id: str) -> str:
    """An interview just ended, and Noor, who knows the one who decides; alone in the store."""
    arranged.ended(store, id)
    with store.transaction(now=datetime.now(UTC), did="") as tx:
        tx.put(
            Contact(
                id=f"noor-{id}",
                name="Noor Haddad",
                email="noor@mail.example",
                company="Quayside Mutual Services",
                knows=(Knows(f"mara-{id}", 4, "worked under her"),),
            )
        )
    return id


def lined_up(store: Store, id: str, *, step: Step = Step.IDEA) -> str:
    """The same with Noor on the list, as far as that step."""
    known(store, id)
    now = datetime.now(UTC) - timedelta(minutes=30)
    asks.line_up(store, f"job-{id}", f"noor-{id}", now=now)
    if step is not Step.IDEA:
        asks.take_step(store, ask(id), step, now=now)
    return id


def listed(store: Store, id: str) -> str:
    """The same as `known`, and somebody in the address book."""
    known(store, id)
    with store.book.transaction(now=datetime.now(UTC) - timedelta(days=1), did="") as tx:
        tx.put(Acquaintance(id=f"omar-{id}", name="Omar Lind", company="Quayside Mutual"))
        tx.put(Acquaintance(id=f"mara2-{id}", name="Mara Lindqvist", company="Quayside Mutual"))
    return id


def ask(id: str) -> str:
    return ask_id(f"job-{id}", f"noor-{id}")


def of_the_ask(key: str) -> Way:
    """The button with that key and the ask's id."""
    return lambda page, id: place(page, f"{key}.{ask(id)}").get_by_role("button").first


def in_its_menu(choice: str) -> Way:
    def find(page: Page, id: str) -> Locator:
        place(page, f"network.menu.{ask(id)}").get_by_role("button").first.click()
        return page.get_by_role("menuitem", name=choice, exact=True)

    return find


def whom_noor_knows(page: Page, id: str) -> Locator:
    page.get_by_text("They know…").first.click()
    Hand(page).choose(
        f"network.knows.who.noor-{id}", "Joel Abara, Lead Data Engineer, Quayside Mutual"
    )
    return named("Note it")(page, id)


def stands_at(step: Step, *due: Kind) -> Look:
    """Whether the ask came to that step, and which of its follow-ups are open."""

    def look(reader: Reader, id: str) -> bool:
        opened_ones = [one.kind for one in reader.where(FollowUp, ask_id=ask(id)) if one.is_open()]
        return [one.step for one in reader.all(Ask)] == [step] and sorted(opened_ones) == sorted(
            due
        )

    return look


def contacts(*names: str) -> Look:
    return lambda reader, _: sorted(one.name for one in reader.all(Contact)) == sorted(names)


def knows(number: int) -> Look:
    return lambda reader, id: len(reader.get(Contact, f"noor-{id}").knows) == number


def written_once(reader: Reader, id: str) -> bool:
    return [one.contact_id for one in reader.all(Note)] == [f"noor-{id}"]


def one_person(reader: Reader, id: str) -> bool:
    met = [one.met_as for one in reader.all(Contact) if one.listed_id]
    return met == [(f"mara-{id}",)]


NETWORK_SAVES = (
    Save(
        "line somebody up",
        "Lined up Noor Haddad",
        at(NETWORK, known),
        keyed("network.line_up.noor-{}"),
        stands_at(Step.IDEA, Kind.GOOD_WORD),
    ),
    Save(
        "line somebody up from the address book",
        "Lined up Omar Lind",
        at(NETWORK, listed),
        keyed("network.line_up.omar-{}"),
        contacts("Noor Haddad", "Omar Lind"),
    ),
    Save(
        "have asked",
        "Asked Noor Haddad",
        at(NETWORK, lined_up),
        of_the_ask("network.step.asked"),
        stands_at(Step.ASKED, Kind.GOOD_WORD_AGAIN),
    ),
    Save(
        "have spoken",
        "Noor Haddad has put in",
        at(NETWORK, lined_up, step=Step.ASKED),
        of_the_ask("network.step.done"),
        stands_at(Step.DONE, Kind.CONTACT_THANKS),
    ),
    Save(
        "take a step back",
        "Noor Haddad: back to",
        at(NETWORK, lined_up, step=Step.ASKED),
        in_its_menu("The last step was not so"),
        stands_at(Step.IDEA, Kind.GOOD_WORD),
    ),
    Save(
        "take off the list",
        "Took Noor Haddad off",
        at(NETWORK, lined_up),
        in_its_menu("Take off the list"),
        lambda reader, _: not reader.all(Ask) and not reader.all(FollowUp),
    ),
    Save(
        "write the ask",
        "Wrote to Noor Haddad",
        at(NETWORK, lined_up),
        of_the_ask("network.write.good_word"),
        written_once,
    ),
    Save(
        "answer about a company",
        "Noted: Quayside Mutual Services is the same",
        at(NETWORK, known),
        keyed("network.same.True.noor-{}"),
        lambda reader, _: [one.same for one in reader.all(SameCompany)] == [True],
    ),
    Save(
        "one person of two",
        "Mara Lindqvist and the interviewer",
        at(NETWORK, listed),
        keyed("network.one.mara2-{0}.mara-{0}"),
        one_person,
    ),
    Save(
        "add somebody",
        "Added Jun Ito",
        at("/network?view=people", known),
        opened("Add somebody", typed(NEW, named("Add them"))),
        contacts("Noor Haddad", "Jun Ito"),
    ),
    Save(
        "make a contact",
        "Omar Lind is a contact now",
        at("/network?person=omar-{}", listed),
        named("Make them a contact"),
        contacts("Noor Haddad", "Omar Lind"),
    ),
    Save(
        "whom they know",
        "Noted: Noor Haddad knows Joel Abara",
        at("/network?contact=noor-{}", known),
        whom_noor_knows,
        knows(2),
    ),
    Save(
        "delete a contact",
        "Deleted Noor Haddad",
        at("/network?contact=noor-{}", lined_up),
        keyed("network.delete.noor-{}"),
        lambda reader, _: not reader.all(Contact) and not reader.all(Ask),
    ),
)
