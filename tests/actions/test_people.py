"""Who uses the app, on which days they work, and who was met in an interview."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from lib.actions import briefs, debriefs, jobs, people, settings
from lib.actions.people import people_of
from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief, Said
from lib.domain.followups.followup import Kind
from lib.domain.interviews import Interview
from lib.domain.people.interviewer_lines import ReadLine
from lib.domain.profile import PROFILE_ID, Profile
from lib.store.opening import open_store
from lib.store.repository import Store
from tests.actions.conftest import DANA, INTERVIEW, NOW, PRIYA, TOBIAS, ZONE, Panel
from tests.narrowing import not_none

THANKSGIVING = date(2026, 11, 26)
SATURDAY = date(2026, 11, 21)


@pytest.fixture
def empty(tmp_path: Path) -> Store:
    """A store in which nothing has been saved."""
    return open_store(tmp_path / "empty")


def keep(store: Store, **changed: Any) -> None:
    profile = people.profile_of(store.read())
    settings.save_profile(store, replace(profile, **changed), now=NOW)


def test_before_it_is_filled_in_the_profile_is_empty(empty: Store) -> None:
    profile = people.profile_of(empty.read())

    assert profile == Profile()
    assert (profile.id, profile.name, profile.zone) == (PROFILE_ID, "", "")


def test_asking_for_the_profile_saves_none(empty: Store) -> None:
    people.profile_of(empty.read())

    assert empty.read().find(Profile, PROFILE_ID) is None
    assert empty.entries() == ()


def test_the_profile_is_the_one_that_was_filled_in(store: Store) -> None:
    assert people.profile_of(store.read()).name == "Sam Ortega"


def test_the_profile_is_seen_inside_the_transaction_that_changes_it(store: Store) -> None:
    with store.transaction(now=NOW, did="") as tx:
        tx.put(replace(tx.get(Profile, PROFILE_ID), name="Samira Ortega"))

        assert people.profile_of(tx).name == "Samira Ortega"


def test_weekends_and_federal_holidays_are_no_working_days_unless_chosen_otherwise(
    empty: Store,
) -> None:
    workdays = people.workdays_at(empty.read(), NOW)

    assert not workdays.is_one(THANKSGIVING)
    assert not workdays.is_one(SATURDAY)
    assert workdays.is_one(date(2026, 11, 27))


def test_without_public_holidays_thanksgiving_is_a_working_day(store: Store) -> None:
    keep(store, country="")

    assert people.workdays_at(store.read(), NOW).is_one(THANKSGIVING)


def test_days_off_and_a_week_of_my_own_count(store: Store) -> None:
    keep(store, days_off=(date(2026, 11, 23),), weekdays=(0, 5))

    workdays = people.workdays_at(store.read(), NOW)

    assert [workdays.is_one(date(2026, 11, day)) for day in range(21, 31)] == [
        *(True, False, False, False, False, False, False),
        *(True, False, True),
    ]


@pytest.mark.parametrize("year", [2001, 2026, 2099])
def test_holidays_are_known_around_whatever_year_it_is(store: Store, year: int) -> None:
    workdays = people.workdays_at(store.read(), datetime(year, 7, 1, tzinfo=UTC))

    assert not workdays.is_one(date(year, 12, 25))
    assert not workdays.is_one(date(year + 1, 1, 1))


def test_my_working_days_decide_when_a_planned_row_is_due(panel: Panel) -> None:
    keep(panel.store, days_off=(date(2026, 12, 2), date(2026, 12, 3)))

    panel.write()

    assert panel.follow_up(Kind.CHECK_IN).due == Due(date(2026, 12, 4), None, ZONE)


def test_people_come_in_the_order_in_which_they_were_added(panel: Panel) -> None:
    jobs.add_interviewers(panel.store, INTERVIEW.id, [ReadLine(name="Ada Lindqvist")], now=NOW)
    reader = panel.store.read()

    met = people_of(reader, reader.get(Interview, INTERVIEW.id))

    assert [one.name for one in met] == [
        "Dana Whitfield",
        "Tobias Fehr",
        "Priya Raman",
        "Ada Lindqvist",
    ]


def test_someone_who_is_not_there_any_more_is_passed_over(panel: Panel) -> None:
    forgotten = replace(panel.interview, interviewer_ids=(DANA.id, "nobody", PRIYA.id))

    met = people_of(panel.store.read(), forgotten)

    assert [one.id for one in met] == [DANA.id, PRIYA.id]


def test_a_note_is_written_from_its_readers_own_sheet(written: Panel) -> None:
    brief = briefs.brief_of(written.store.read(), written.note(TOBIAS))

    assert not_none(brief).reader.id == TOBIAS.id
    assert not_none(brief).said == written.debrief.about(TOBIAS.id).said
    assert [one.id for one in not_none(brief).others] == [DANA.id, PRIYA.id]
    assert [one.id for one in not_none(brief).requests] == ["asked"]
    assert not_none(brief).place == 1
    assert not_none(brief).sender.name == "Sam Ortega"


def test_who_was_not_there_is_not_among_the_others_in_the_room(panel: Panel) -> None:
    absent = replace(panel.debrief.about(PRIYA.id), was_there=False)
    debrief = replace(panel.debrief, people=(*panel.debrief.people[:2], absent))
    debriefs.write(panel.store, debrief, (), now=NOW)

    brief = briefs.brief_of(panel.store.read(), panel.note(TOBIAS))

    assert [one.id for one in not_none(brief).others] == [DANA.id]


def test_a_promised_call_is_agreed_and_a_check_in_is_only_planned(written: Panel) -> None:
    reader = written.store.read()

    call = not_none(briefs.brief_of(reader, written.note(PRIYA))).next_contact
    check_in = not_none(briefs.brief_of(reader, written.note(DANA))).next_contact

    assert (not_none(call).kind, not_none(call).agreed) == (Kind.CALL, True)
    assert (not_none(check_in).kind, not_none(check_in).agreed) == (Kind.CHECK_IN, False)


def test_without_a_checklist_a_note_is_written_from_an_empty_one(written: Panel) -> None:
    with written.store.transaction(now=NOW, did="") as tx:
        tx.remove(Debrief, INTERVIEW.id)

    brief = briefs.brief_of(written.store.read(), written.note(DANA))

    assert (not_none(brief).said, not_none(brief).requests, not_none(brief).commitment) == (
        Said(),
        (),
        Commitment(),
    )


def test_siblings_are_the_other_notes_of_the_same_kind_and_channel(written: Panel) -> None:
    siblings = briefs.siblings_of(written.store.read(), written.note(DANA))

    assert siblings == {
        "Priya Raman": written.note(PRIYA).text,
        "Tobias Fehr": written.note(TOBIAS).text,
    }
