"""Entries to try calendar files and links with: ordinary, hostile, and any that can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from hypothesis import strategies as st

from lib.domain.followups.entry import Entry, EntryKind
from lib.domain.followups.followup import State

NOTE = Entry(
    uid="followup-1@follow-through",
    title="Thank-you note: Priya Raman · Harbor & Vale",
    day=date(2026, 11, 24),
    details="Claims Data Analyst, Harbor & Vale\nYou promised this.",
    kind=EntryKind.NOTE,
    revision=3,
    changed_at=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
)
CALL = replace(
    NOTE,
    uid="followup-2@follow-through",
    title="Call: Priya Raman · Harbor & Vale",
    clock=time(10),
    zone="America/New_York",
    minutes=30,
    kind=EntryKind.CALL,
)
INTERVIEW = replace(
    CALL, uid="interview-1@follow-through", kind=EntryKind.INTERVIEW, place="14 Quay Street"
)
HOSTILE = (
    "Line one\r\nATTENDEE:mailto:x@evil.example",
    "BEGIN:VALARM\nEND:VCALENDAR",
    "null \x00, bell \x07, escape \x1b, next line \x85, separator \u2028 end",
    "half a pair \ud83d and \udc00",
    'comma, semicolon; colon: quote " backslash \\ and \\n, \\N, \\;',
    "שלום עולם 👩‍💻 \u202eevil\u202c" * 40,
    "=cmd|'/C calc'!A0",
    "x" * 5000,
    " ",
)

texts = st.text(st.characters(codec=None), max_size=120) | st.sampled_from(HOSTILE)
entries = st.builds(
    Entry,
    uid=st.uuids().map(str),
    title=texts,
    day=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    clock=st.none() | st.times().map(lambda one: one.replace(second=0, microsecond=0)),
    zone=st.sampled_from(
        ["UTC", "America/New_York", "Asia/Tokyo", "Asia/Kathmandu", "Australia/Lord_Howe"]
    ),
    minutes=st.integers(1, 600),
    details=texts,
    place=texts,
    kind=st.sampled_from(EntryKind),
    revision=st.integers(0, 10_000),
    changed_at=st.none()
    | st.integers(0, 4_000_000_000).map(lambda one: datetime.fromtimestamp(one, UTC)),
    state=st.sampled_from(State),
)
