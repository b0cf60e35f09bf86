"""Planted faults are found, and good sentences are left alone: figures that the checker keeps."""

from __future__ import annotations

import pytest

from lib.domain.notes import Text
from lib.words.checks.check import check
from lib.words.checks.finding import Finding, NoteState, state_of
from tests.words.case_briefs import BRIEFS
from tests.words.fault_briefs import OTHER_COMPANIES, brief_for, samples

FOUND, FALSE = 0.95, 0.01
OF_A_SINGLE_SENTENCE = {"no_specific", "too_short", "name_missing", "unsigned"}
"""What any single sentence lacks."""
PROTOTYPE, ASSISTANT = (
    {one["id"]: Text(one["subject"], one["body"]) for one in samples(name)}
    for name in ("prototype", "assistant")
)
HINTS = {
    "E1b": ["reproach:your forklift certifications keep lapsing"],
    "E3b": ["first_person"],
}
"""The two of the ten notes in which something is worth a hint."""


def found_in(sample: dict[str, str]) -> tuple[Finding, ...]:
    text = Text(sample["subject"], sample["body"])
    return check(
        text, brief_for(sample["reader"], sample["channel"]), other_companies=OTHER_COMPANIES
    )


def test_of_the_planted_faults_ninety_five_in_a_hundred_are_found() -> None:
    planted = samples("planted")

    missed = [sample["fault"] for sample in planted if not found_in(sample)]

    assert len(missed) <= len(planted) * (1 - FOUND), missed


def test_of_the_good_sentences_at_most_one_in_a_hundred_is_pointed_out() -> None:
    good = samples("good")

    wrong = []
    for sample in good:
        text = Text("A subject of mine", sample["sentence"])
        drawn = brief_for(sample["reader"], sample["channel"])
        found = check(text, drawn, other_companies=OTHER_COMPANIES)
        wrong += [
            (sample["sentence"], one.code) for one in found if one.code not in OF_A_SINGLE_SENTENCE
        ]

    assert len(wrong) <= len(good) * FALSE, wrong


@pytest.mark.parametrize("name", BRIEFS)
def test_a_note_of_the_new_design_has_no_finding_but_the_two_hints(name: str) -> None:
    siblings = {
        other: text for other, text in PROTOTYPE.items() if other != name and other[:2] == name[:2]
    }

    found = check(PROTOTYPE[name], BRIEFS[name], siblings=siblings)

    assert [one.code for one in found] == HINTS.get(name, [])


@pytest.mark.parametrize("name", BRIEFS)
def test_an_assistants_good_note_is_never_blocked_and_has_one_finding_at_most(name: str) -> None:
    found = check(ASSISTANT[name], BRIEFS[name])

    assert state_of(found) is not NoteState.BLOCKED
    assert len(found) <= 1
