"""The notes that were read aloud stay as they were read."""

from __future__ import annotations

from collections import Counter

import pytest

from lib.domain.profile import Tone
from lib.words.brief import Brief
from lib.words.checks.check import check
from lib.words.checks.finding import NoteState, state_of
from lib.words.letters.compose import RECIPES, compose
from tests.words import golden_messages, golden_notes

BRIEFS = list(golden_notes.briefs())
MESSAGES = list(golden_messages.briefs())
FRAME_WORDS = 60
"""How many words of a filled note are the app's at most, besides greeting and signature."""


def test_each_golden_note_reads_as_it_was_read_aloud() -> None:
    assert golden_notes.written() == golden_notes.NOTES.read_text(encoding="utf-8")


def test_there_are_thirty_notes_and_more() -> None:
    assert len(BRIEFS) >= 30


@pytest.mark.parametrize(("key", "brief"), BRIEFS, ids=[key for key, _ in BRIEFS])
def test_a_note_that_a_tester_was_content_with_is_not_blocked(key: str, brief: Brief) -> None:
    assert state_of(check(compose(brief), brief)) is not NoteState.BLOCKED


def test_the_readers_of_one_interview_get_notes_that_begin_differently() -> None:
    beginnings = [(brief.job.id, compose(brief).body.split("\n\n")[1]) for _, brief in BRIEFS]

    assert len(set(beginnings)) == len(beginnings)


@pytest.mark.parametrize(("key", "brief"), BRIEFS, ids=[key for key, _ in BRIEFS])
def test_role_and_company_stand_in_the_frame_once(key: str, brief: Brief) -> None:
    body = compose(brief).body

    assert body.count(brief.job.company) <= 1
    assert body.count(f"{brief.job.role} role") <= 1


def test_each_golden_message_reads_as_it_is_kept() -> None:
    assert golden_messages.written() == golden_messages.MESSAGES.read_text(encoding="utf-8")


def test_three_of_each_message_stand_in_each_tone() -> None:
    kinds = Counter((brief.kind, brief.sender.tone) for _, brief in MESSAGES)

    assert set(kinds) == {(kind, tone) for kind in RECIPES for tone in Tone}
    assert set(kinds.values()) == {3}


@pytest.mark.parametrize(("key", "brief"), MESSAGES, ids=[key for key, _ in MESSAGES])
def test_a_golden_message_is_not_blocked_and_no_rule_of_manner_minds_it(
    key: str, brief: Brief
) -> None:
    found = check(compose(brief), brief)

    assert state_of(found) is not NoteState.BLOCKED
    assert {one.code for one in found} <= {"first_person"}
