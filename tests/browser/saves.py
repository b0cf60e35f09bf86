"""How a save is described for pressing it: what has to be there, the way to its button, what is
true then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Locator, Page

from lib.domain.debriefs import Debrief
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.formats import exchange
from lib.store.repository import Reader, Store
from lib.store.tables import TABLES
from tests.browser.conftest import calm, place
from tests.browser.hand import Hand

BROUGHT = {"company": "Tiller Health", "role": "Planner"}
Way = Callable[[Page, str], Locator]
"""Goes to a button on the page and gives it; the string is the id of all that was arranged."""
Look = Callable[[Reader, str], bool]


@dataclass(frozen=True, slots=True)
class Save:
    """A save of more than one step that a person can press.

    `arrange` puts down what has to be there and gives the page's address; `did` begins the one
    sentence that is said of the save, and `true` holds once it is done.
    """

    name: str
    did: str
    arrange: Callable[[Store, str], str]
    button: Way
    true: Look


def named(name: str) -> Way:
    return lambda page, _: page.get_by_role("button", name=name, exact=True).first


def keyed(key: str) -> Way:
    """The button with that key, in which `{}` is the id."""
    return lambda page, id: place(page, key.format(id)).get_by_role("button").first


def opened(words: str, button: Way) -> Way:
    """First what bears these words is opened, then the button is found in it."""

    def find(page: Page, id: str) -> Locator:
        page.get_by_text(words).first.click()
        return button(page, id)

    return find


def chosen(name: str) -> Way:
    """A choice in the menu of a job."""

    def find(page: Page, id: str) -> Locator:
        place(page, f"interviews.menu.job-{id}").get_by_role("button").first.click()
        return page.get_by_role("menuitem", name=name, exact=True)

    return find


def typed(fields: dict[str, str], button: Way) -> Way:
    """First these fields are filled, then the button is found."""

    def find(page: Page, id: str) -> Locator:
        for key, words in fields.items():
            Hand(page).type(key.format(id), words)
        return button(page, id)

    return find


def pressed(name: str, button: Way) -> Way:
    """First that button is pressed, then the other is found."""

    def find(page: Page, id: str) -> Locator:
        named(name)(page, id).click()
        calm(page)
        return button(page, id)

    return find


def moved(key: str) -> Way:
    """The panel's button that moves, once a day was typed."""

    def find(page: Page, id: str) -> Locator:
        page.get_by_text("Move it to another day").click()
        Hand(page).date(f"followup.move.call-{id}", "in 3 days")
        return place(page, f"followup.move.call-{id}.{key}").get_by_role("button").first

    return find


def brought(button: str) -> Way:
    """First a file with one job is brought and shown, then the button is found."""

    def find(page: Page, id: str) -> Locator:
        content = exchange.write(
            exchange.Exchange({"jobs": [{**BROUGHT, "id": f"brought-{id}"}]}, 1), datetime.now(UTC)
        )
        page.locator("input[type=file]").set_input_files(
            {"name": "brought.json", "mimeType": "application/json", "buffer": content}
        )
        found = named(button)(page, id)
        found.wait_for()
        calm(page)  # what the file holds moves the button while it is drawn
        return found

    return find


def at(address: str, arrange: Callable[..., object], **kwargs: Any) -> Callable[[Store, str], str]:
    """Arranges, and gives the address, in which `{}` is the id of the note that was made, else of
    all.
    """

    def arrange_(store: Store, id: str) -> str:
        made = arrange(store, id, **kwargs)
        return address.format(made.id if isinstance(made, Note) else id)

    return arrange_


def happened(what: str, times: int = 1) -> Look:
    """Whether that stands so often in the history of the call."""

    def look(reader: Reader, id: str) -> bool:
        history = reader.get(FollowUp, f"call-{id}").history
        return [one.what.startswith(what) for one in history].count(True) == times

    return look


def done_with_its_note(reader: Reader, id: str) -> bool:
    (note,) = reader.where(Note, follow_up_id=f"call-{id}")
    call = reader.get(FollowUp, f"call-{id}")
    return note.sent_at == call.done_at is not None and happened("Done")(reader, id)


def sent_with_its_follow_up(reader: Reader, id: str) -> bool:
    (note,) = reader.where(Note, interview_id=id, interviewer_id=f"wen-{id}")
    follow_up = reader.get(FollowUp, note.follow_up_id)
    return note.sent_at == follow_up.done_at is not None and len(follow_up.history) == 1


def not_sent_after_all(reader: Reader, id: str) -> bool:
    (note,) = reader.where(Note, interview_id=id, interviewer_id=f"wen-{id}")
    follow_up = reader.get(FollowUp, note.follow_up_id)
    return note.sent_at is None and follow_up.is_open() and len(follow_up.history) == 2


def written_once(reader: Reader, id: str) -> bool:
    reasons = [one.reason for one in reader.where(FollowUp, interview_id=id)]
    return len(reader.where(Note, interview_id=id)) == 3 and len(reasons) == len(set(reasons)) == 5


def versions(number: int) -> Look:
    """Whether the note to Mara keeps so many earlier texts."""
    return lambda reader, id: (
        [len(one.versions) for one in reader.where(Note, interviewer_id=f"mara-{id}")] == [number]
    )


def nothing_left(reader: Reader, id: str) -> bool:
    kinds = (kind for kind in TABLES if TABLES[kind] != "profile")
    return not any(reader.all(kind) for kind in kinds)


def only_people_left(reader: Reader, id: str) -> bool:
    gone = (Interview, Debrief, FollowUp, Note)
    return not any(reader.all(kind) for kind in gone) and len(reader.all(Interviewer)) == 3


def people(number: int) -> Look:
    """Whether the round has so many people, and nobody else is known."""
    return lambda reader, id: (
        len(reader.get(Interview, id).interviewer_ids) == len(reader.all(Interviewer)) == number
    )


def archived(yes: bool) -> Look:
    return lambda reader, id: (reader.get(Job, f"job-{id}").archived_at is not None) is yes


def notes(number: int) -> Look:
    return lambda reader, _: len(reader.all(Note)) == number


def example_jobs(number: int) -> Look:
    return lambda reader, _: len([one for one in reader.all(Job) if one.example]) == number
