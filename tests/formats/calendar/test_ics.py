"""The calendar file: what it holds, that nothing typed breaks it, and that others can read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from lib.domain.followups.entry import Entry, EntryKind
from lib.domain.followups.followup import State
from lib.formats.calendar import ics
from tests.formats.calendar.calendar_checkers import (
    ical_js_complaints,
    libical_complaints,
    vobject_complaints,
)
from tests.formats.calendar.calendar_samples import CALL, HOSTILE, INTERVIEW, NOTE, entries
from tests.tools import IcalJs


def events(file: bytes) -> list[Any]:
    return Calendar.from_ical(file).walk("VEVENT")


def test_a_day_s_entry_lasts_that_day_and_leaves_the_person_free() -> None:
    event = events(ics.entry_file(NOTE))[0]

    assert event["DTSTART"].to_ical() == b"20261124"
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["DTEND"].to_ical() == b"20261125"
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_timed_entry_is_written_in_utc() -> None:
    event = events(ics.entry_file(CALL))[0]

    assert event["DTSTART"].to_ical() == b"20261124T150000Z"
    assert event["DTEND"].to_ical() == b"20261124T153000Z"
    assert b"VTIMEZONE" not in ics.entry_file(CALL)


def test_the_same_entries_give_the_same_bytes_even_when_no_change_is_known() -> None:
    unknown = replace(NOTE, changed_at=None)

    assert ics.calendar_file([unknown, CALL], name="Mine") == ics.calendar_file(
        [unknown, CALL], name="Mine"
    )
    assert b"DTSTAMP:20000101T000000Z" in ics.entry_file(unknown)


@given(st.tuples(entries, entries), st.booleans())
def test_two_entries_have_one_mark_exactly_when_a_file_says_the_same_of_them(
    pair: tuple[Entry, Entry], is_copy: bool
) -> None:
    one, other = pair[0], replace(pair[0], revision=7) if is_copy else pair[1]
    unnumbered = [replace(entry, revision=0, changed_at=None) for entry in (one, other)]

    assert (ics.mark(one) == ics.mark(other)) == (len({*map(ics.entry_file, unnumbered)}) == 1)


def test_a_changed_entry_keeps_its_uid_and_counts_up() -> None:
    moved = replace(NOTE, day=date(2026, 11, 26), revision=4)

    before, after = (events(ics.entry_file(one))[0] for one in (NOTE, moved))

    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (3, 4)


def test_only_the_file_of_everything_names_a_calendar_and_neither_has_a_method() -> None:
    whole, single = ics.calendar_file([NOTE], name="Follow Through"), ics.entry_file(NOTE)

    assert b"X-WR-CALNAME:Follow Through" in whole
    assert b"X-WR-CALNAME" not in single
    assert b"METHOD" not in whole + single


@pytest.mark.parametrize(
    ("entry", "triggers"),
    [
        (NOTE, [timedelta(hours=9)]),
        (CALL, [timedelta(hours=-1), timedelta(minutes=-15)]),
        (INTERVIEW, [timedelta(days=-1), timedelta(hours=-2)]),
        (replace(CALL, state=State.OVERDUE), [timedelta(hours=-1), timedelta(minutes=-15)]),
        (replace(CALL, state=State.DONE), []),
        (replace(NOTE, kind=EntryKind.COMMITMENT), []),
    ],
)
def test_alarms_ring_when_there_is_still_something_to_do(
    entry: Entry, triggers: list[timedelta]
) -> None:
    alarms = events(ics.entry_file(entry))[0].walk("VALARM")

    assert [alarm["TRIGGER"].dt for alarm in alarms] == triggers
    assert {alarm["ACTION"] for alarm in alarms} <= {"DISPLAY"}


def test_what_is_done_says_so_in_its_title_and_an_interview_does_not() -> None:
    done, held = (replace(one, state=State.DONE) for one in (CALL, INTERVIEW))

    assert events(ics.entry_file(done))[0]["SUMMARY"].startswith("✓ Call")
    assert events(ics.entry_file(held))[0]["SUMMARY"] == INTERVIEW.title


@pytest.mark.parametrize("text", HOSTILE)
def test_typed_text_adds_no_line_of_its_own(text: str) -> None:
    file = ics.entry_file(replace(NOTE, title=text, details=text, place=text, uid=text or "u"))

    names = {
        line.split(b":")[0].split(b";")[0]
        for line in file.split(b"\r\n")
        if not line.startswith(b" ")
    }

    allowed = (
        b"BEGIN END PRODID VERSION UID DTSTAMP LAST-MODIFIED SEQUENCE STATUS SUMMARY DTSTART DTEND "
        b"TRANSP"
    )
    assert names <= {*allowed.split(), b"DESCRIPTION", b"LOCATION", b"ACTION", b"TRIGGER", b""}
    assert not any(sign in file.replace(b"\r\n", b"") for sign in (b"\r", b"\n", b"\x00", b"\x1b"))


@given(st.lists(entries, min_size=1, max_size=4))
def test_icalendar_reads_back_every_fact(written: list[Entry]) -> None:
    file = ics.calendar_file(written, name="Follow Through")

    read = events(file)

    assert len(read) == len(written)
    for event, entry in zip(read, written, strict=True):
        assert (str(event["UID"]), event["SEQUENCE"]) == (entry.uid, entry.revision)
        start = event["DTSTART"].dt
        assert start == (entry.starts_at() or entry.day)
        assert event["DTEND"].dt - start == (
            timedelta(minutes=entry.minutes) if entry.clock is not None else timedelta(days=1)
        )
        assert " ".join(str(event.get("DESCRIPTION", "")).split()) == " ".join(
            cleaned(entry.details).split()
        )
        assert str(event.get("LOCATION", "")) == " ".join(cleaned(entry.place).split())


@given(st.lists(entries, min_size=1, max_size=4))
def test_no_line_is_longer_than_75_octets_and_none_splits_a_character(written: list[Entry]) -> None:
    file = ics.calendar_file(written, name="Follow Through")

    lines = file.split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") or line == b"" for line in lines)


@given(st.lists(entries, min_size=1, max_size=4, unique_by=lambda one: one.uid))
def test_vobject_finds_nothing_to_complain_about(
    tmp_path_factory: pytest.TempPathFactory, written: list[Entry]
) -> None:
    file = tmp_path_factory.mktemp("ics") / "all.ics"
    file.write_bytes(ics.calendar_file(written, name="Follow Through"))

    assert vobject_complaints(file) == []


@pytest.fixture
def worst(tmp_path: Path) -> Path:
    """A file with every hostile text in every place, next to ordinary entries."""
    written = [
        replace(one, uid=f"{one.uid}-{n}", title=text, details=text, place=text)
        for n, text in enumerate(HOSTILE)
        for one in (NOTE, CALL, INTERVIEW)
    ]
    file = tmp_path / "worst.ics"
    file.write_bytes(
        ics.calendar_file([NOTE, CALL, INTERVIEW, *written], name="Mine, \r\nX-EVIL:1")
    )
    return file


def test_libical_finds_nothing_to_complain_about(ical_checker: str, worst: Path) -> None:
    assert libical_complaints(ical_checker, worst) == []


def test_ical_js_in_strict_mode_finds_nothing_to_complain_about(
    ical_js: IcalJs, worst: Path
) -> None:
    assert ical_js_complaints(ical_js, worst) == []


@pytest.mark.parametrize(
    "damage", [(b"DTSTART:2026", b"DTSTART:x026"), (b"TRIGGER:-PT1H", b"TRIGGER:one hour")]
)
def test_the_checkers_do_complain_about_a_broken_file(
    ical_checker: str, ical_js: IcalJs, tmp_path: Path, damage: tuple[bytes, bytes]
) -> None:
    file = tmp_path / "broken.ics"
    file.write_bytes(ics.entry_file(CALL).replace(*damage))

    assert libical_complaints(ical_checker, file)
    assert ical_js_complaints(ical_js, file)
    assert vobject_complaints(file)


def cleaned(text: str) -> str:
    """What is left of a text in a file, worked out in another way than the code does."""
    breaks = "\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
    kept = text.translate(dict.fromkeys(map(ord, breaks + "\t"), " "))
    shown = kept.translate(dict.fromkeys((*range(32), *range(127, 160))))
    return shown.translate(dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))
