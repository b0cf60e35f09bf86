"""What stands and what a plan wants: added, moved, removed, and never what a person touched."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from lib.domain.dates.due import Due
from lib.domain.english import DateStyle
from lib.domain.followups import changes
from lib.domain.followups.followup import FollowUp, Happening, Kind, Origin, Promise
from lib.domain.followups.reasons import Reason, ReasonKind
from lib.domain.followups.reconcile import is_touched, on_planned_day, reconcile
from lib.domain.notes import Note, Text

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
STYLE = DateStyle()
TUESDAY, FRIDAY = Due(date(2026, 11, 24)), Due(date(2026, 11, 27))
REASON = Reason(ReasonKind.CHECK_IN, "i")
PLANNED = Origin(job_id="j").follow_up(REASON, Kind.CHECK_IN, "Check in", TUESDAY, None)
LATER = replace(PLANNED, due=FRIDAY, planned=FRIDAY, who="Priya")
UNTOUCHED = Note(id="n", job_id="j", follow_up_id=PLANNED.id)

MOVED = changes.move(PLANNED, Due(date(2026, 11, 30)), STYLE, told=False, now=NOW)
MOVED_BY_THEM = changes.moved_by_them(PLANNED, Due(date(2026, 11, 30)), STYLE, NOW)
TOLD = changes.promised(PLANNED, STYLE, NOW, NOW)
NOT_TOLD = changes.unpromised(TOLD, NOW)
DONE = changes.mark_done(PLANNED, NOW, NOW)
TAKEN_UP = changes.reopen(DONE, NOW)
TAKEN_BACK = replace(DONE, done_at=None)
OLD_LINE = replace(PLANNED, history=(Happening(at=NOW, what="Moved from Mon to Tue"),))
SPOKEN = replace(PLANNED, promise=Promise(made_at=NOW, first=TUESDAY, agreed=TUESDAY))
HIDDEN = changes.hide(PLANNED, NOW)


@pytest.mark.parametrize(
    "follow_up", [MOVED, MOVED_BY_THEM, TOLD, TAKEN_UP, OLD_LINE, DONE, changes.close(PLANNED, NOW)]
)
def test_what_a_person_moved_told_did_or_took_up_again_is_touched(follow_up: FollowUp) -> None:
    assert is_touched(follow_up)


@pytest.mark.parametrize("follow_up", [PLANNED, NOT_TOLD, TAKEN_BACK, SPOKEN, HIDDEN])
def test_what_the_plan_alone_made_of_it_is_untouched(follow_up: FollowUp) -> None:
    assert not is_touched(follow_up)


@pytest.mark.parametrize(
    ("note", "touched"),
    [
        (UNTOUCHED, False),
        (replace(UNTOUCHED, text=Text("Hello", "Dear Dana")), True),
        (replace(UNTOUCHED, sent_at=NOW), True),
    ],
)
def test_a_note_that_was_edited_or_sent_touches_its_follow_up(note: Note, touched: bool) -> None:
    assert is_touched(PLANNED, [note]) is touched


def test_what_does_not_stand_yet_is_added() -> None:
    found = reconcile([], [PLANNED])

    assert found.added == (PLANNED,)
    assert found.updated == found.removed == found.obsolete == ()


def test_an_untouched_one_takes_the_new_day_and_a_touched_one_the_new_name_alone() -> None:
    assert reconcile([PLANNED], [LATER]).updated == (LATER,)
    assert reconcile([MOVED], [LATER]).updated == (replace(MOVED, who="Priya"),)


def test_what_is_done_stays_as_it_is() -> None:
    assert reconcile([DONE], [LATER]).updated == (DONE,)


def test_what_is_not_wanted_any_more_goes_unless_a_person_touched_it() -> None:
    other = replace(MOVED, id="other")

    found = reconcile([PLANNED, other], [])

    assert (found.removed, found.obsolete) == ((PLANNED,), (other,))


def test_an_edited_note_of_another_follow_up_holds_nothing_back() -> None:
    edited = replace(UNTOUCHED, follow_up_id="other", text=Text("Hello", "Dear Dana"))

    assert reconcile([PLANNED], [], [edited]).removed == (PLANNED,)


def test_bringing_into_line_twice_changes_nothing_the_second_time() -> None:
    once = reconcile([PLANNED], [LATER]).updated

    assert reconcile(once, [LATER]).updated == once


def test_a_change_that_the_person_takes_over_puts_it_on_the_planned_day() -> None:
    taken = on_planned_day(MOVED, LATER)

    assert (taken.due, taken.planned, taken.overruled) == (FRIDAY, FRIDAY, False)
    assert isinstance(taken, FollowUp)
