"""Faults planted in messages are found, and good sentences in their blanks are left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lib.domain.notes import Text
from lib.words.checks.check import check
from lib.words.hints.hints import sentence_hint
from lib.words.hints.sentence_shapes import sentence_shape_hints
from tests.words import golden_messages

FOLDER = Path(__file__).parents[1] / "faults"
BRIEFS = dict(golden_messages.briefs())
FAULTS = json.loads((FOLDER / "message_faults.json").read_text(encoding="utf-8"))
SENTENCES = json.loads((FOLDER / "message_sentences.json").read_text(encoding="utf-8"))
TYPED = [
    (name, text)
    for blanks in json.loads(
        (golden_messages.FOLDER / "message_fillings.json").read_text("utf-8")
    ).values()
    for name, text in blanks.items()
    if name != "thanks_for" and text
]
JOTTINGS = [
    "finished the SQL course",
    "started volunteering",
    "have refs ready if needed",
    "passed the exam on Nov 18",
    "the queue design, would love that",
    "newsletter write-up, can send",
    "quiet hour Thursday - a letter",
    "patch merged in the tool",
    "liked the crew thing",
    "cut turnover, four crews",
]


@pytest.mark.parametrize("sample", FAULTS, ids=[f"{one['kind']}-{one['key']}" for one in FAULTS])
def test_a_planted_fault_is_found(sample: dict[str, str]) -> None:
    found = check(Text(sample["subject"], sample["body"]), BRIEFS[sample["key"]])

    assert sample["code"] in {one.code.partition(":")[0] for one in found}


@pytest.mark.parametrize("sample", SENTENCES, ids=[one["sentence"][:50] for one in SENTENCES])
def test_a_good_sentence_in_a_blank_has_no_hint(sample: dict[str, str]) -> None:
    assert sentence_hint(sample["sentence"], about_others=True) is None


@pytest.mark.parametrize(("name", "text"), TYPED, ids=[text[:50] for _, text in TYPED])
def test_what_testers_typed_in_earnest_has_no_hint_about_its_shape(name: str, text: str) -> None:
    assert list(sentence_shape_hints(text)) == []


@pytest.mark.parametrize("jotted", JOTTINGS)
def test_a_jotting_in_a_blank_has_a_hint(jotted: str) -> None:
    assert sentence_hint(jotted) is not None


def test_a_sentence_without_its_subject_is_mended_with_i() -> None:
    hint = sentence_hint("Finished the SQL course.")

    assert hint is not None
    assert hint.mended == "I finished the SQL course."
