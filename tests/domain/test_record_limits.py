from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from lib.domain.dates.due import Due
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interview
from lib.domain.jobs import Job
from lib.domain.people.contacts import Acquaintance, Contact
from lib.domain.profile import Profile
from lib.domain.record_limits import LONGEST, LONGEST_ID, impossible
from lib.domain.records import Record

ROUND = Interview(
    id="a", job_id="b", day=date(2026, 11, 24), clock=time(14), zone="America/New_York"
)
CALL = FollowUp(id="c", kind=Kind.CALL, due=Due(date(2026, 11, 24), None, "Europe/Paris"))
DANA = Contact(id="d", name="Dana", last_contact=date(1987, 3, 1), how_well=5)


@pytest.mark.parametrize(
    "record",
    [
        *(ROUND, CALL, DANA, Profile(), replace(DANA, remarks="x" * LONGEST)),
        Acquaintance(id="f", name="Noor", connected_on=date(1204, 3, 12)),
    ],
)
def test_what_can_be_typed_is_possible(record: Record) -> None:
    assert impossible(record) == ""


@pytest.mark.parametrize(
    ("record", "what"),
    [
        (replace(ROUND, day=date(9999, 12, 31)), "the day 9999-12-31"),
        (replace(CALL, due=Due(date(1, 1, 1))), "the day 0001-01-01"),
        (replace(CALL, done_at=datetime(9999, 12, 31, 23, tzinfo=UTC)), "the day 9999-12-31"),
        (replace(ROUND, minutes=0), "the number 0"),
        (replace(ROUND, minutes=10**12), "the number 1000000000000"),
        (replace(ROUND, revision=2**63 - 1), "the number 9223372036854775807"),
        (Profile(weekdays=(0, 7)), "the number 7"),
        (replace(ROUND, zone=""), "the time zone “”"),
        (replace(ROUND, zone="../../passwords"), "the time zone “../../passwords”"),
        (replace(ROUND, zone="x" * 300_000), "the time zone “" + "x" * 40 + "”"),
        (
            replace(CALL, due=Due(date(2026, 1, 1), None, "Mars/Olympus")),
            "the time zone “Mars/Olympus”",
        ),
        (Job(id="e", company="x" * (LONGEST + 1), role=""), "a text of 200,001 characters"),
        (Job(id="x" * (LONGEST_ID + 1), company="", role=""), "a text of 201 characters"),
    ],
)
def test_what_no_page_could_show_is_not(record: Record, what: str) -> None:
    assert impossible(record) == what
