"""The saves of more than one step of the weeks after, as `every_save` has the others.

heard (log), answers (record, stay_in_touch, reply_to, let_go).
"""

from __future__ import annotations

from datetime import UTC, datetime

from playwright.sync_api import Locator, Page

from lib.actions import answers
from lib.domain.answers import Answer, JobEvent
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.jobs import JobStatus
from lib.domain.notes import Note, NoteKind
from lib.store.repository import Reader, Store
from tests.browser import arranged
from tests.browser.conftest import place
from tests.browser.saves import Look, Save, at, keyed, named

OUTCOME = "/outcome?job=job-{}"


def refused(store: Store, id: str) -> str:
    """An interview that is written down, and its job's no."""
    arranged.written(store, id)
    answers.record(store, f"job-{id}", JobStatus.NOT_SELECTED, now=datetime.now(UTC))
    return id


def in_the_check_ins_menu(page: Page, id: str) -> Locator:
    """What is later on stands behind a fold, the check-in in it."""
    page.get_by_text("Later (").click()
    row = page.locator("[class*=st-key-row-owed-]", has_text="Check in")
    row.locator("[class*=st-key-today-menu-]").get_by_role("button").first.click()
    return page.get_by_role("menuitem", name="They wrote back", exact=True)


def to_one_more(page: Page, id: str) -> Locator:
    page.get_by_text("Write to one more of them").click()
    return place(page, f"outcome.reply.joel-{id}").get_by_role("button").first


def replies(number: int) -> Look:
    """Whether there are so many gracious replies, each with its message."""

    def look(reader: Reader, _: str) -> bool:
        found = [one for one in reader.all(FollowUp) if one.kind is Kind.GRACIOUS_REPLY]
        notes = [one for one in reader.all(Note) if one.kind is NoteKind.GRACIOUS_REPLY]
        return len(found) == len(notes) == number

    return look


def two_days_to_stay_in_touch(reader: Reader, _: str) -> bool:
    return [one.kind for one in reader.all(FollowUp)].count(Kind.STAY_IN_TOUCH) == 2


def only_the_reply_is_open(reader: Reader, _: str) -> bool:
    return [one.kind for one in reader.all(FollowUp) if one.is_open()] == [Kind.GRACIOUS_REPLY]


def heard_once(reader: Reader, _: str) -> bool:
    asking = [one for one in reader.all(FollowUp) if one.kind is Kind.CHECK_IN]
    return len(reader.all(JobEvent)) == 1 and [len(one.history) for one in asking] in ([0], [1])


WEEK_SAVES = (
    Save(
        "they wrote back",
        "Quayside Mutual wrote back",
        at("/", arranged.written),
        in_the_check_ins_menu,
        heard_once,
    ),
    Save(
        "not selected",
        "Not selected at Quayside Mutual",
        at(OUTCOME, arranged.written),
        named("Not selected"),
        replies(1),
    ),
    Save(
        "still running after all",
        "Quayside Mutual: still running",
        at(OUTCOME, refused),
        named("Still running"),
        lambda reader, _: not reader.all(Answer) and replies(0)(reader, ""),
    ),
    Save(
        "stay in touch",
        "Back in touch with Quayside Mutual",
        at(OUTCOME, refused),
        keyed("outcome.stay.True"),
        two_days_to_stay_in_touch,
    ),
    Save(
        "a reply to one more of them",
        "Wrote a gracious reply to Joel Abara",
        at(OUTCOME, refused),
        to_one_more,
        replies(2),
    ),
    Save(
        "let all go",
        "Let ",
        at(OUTCOME, refused),
        keyed("outcome.let_go"),
        only_the_reply_is_open,
    ),
)
