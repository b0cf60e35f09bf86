"""Tidying what was typed: only what cannot be wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.words.text.tidy import as_part, as_sentences, curly, one_mark, tidy


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ("we cut it w/ ppl from the dock", "We cut it with people from the dock."),
        (
            "it failed bc nobody looked. we fixed it",
            "It failed because nobody looked. We fixed it.",
        ),
        ("i did it for 3 yrs", "I did it for three years."),
        ("I start on monday and end in october", "I start on Monday and end in October."),
        ("it may march past the sun", "It may march past the sun."),
        ("iOS apps are what i know", "iOS apps are what I know."),
        ("we use tools, e.g. a tracker", "We use tools, e.g. a tracker."),
        ("moving it from 2 to 4 a.m. cut our errors", "Moving it from 2 to 4 a.m. cut our errors."),
        (
            "we open at 7 a.m. and close at 9 p.m. daily",
            "We open at 7 a.m. and close at 9 p.m. daily.",
        ),
        ("bring pens, etc. with you", "Bring pens, etc. with you."),
        ("acme inc. grew. we left", "Acme inc. grew. We left."),
        ("Does it work?  Yes!", "Does it work? Yes!"),
        ("40 agents use it", "40 agents use it."),
        ("a list:", "A list."),
        ("   ", ""),
    ],
)
def test_sentences_get_capitals_and_an_end_mark(typed: str, tidied: str) -> None:
    assert as_sentences(typed) == tidied


@pytest.mark.parametrize(
    ("typed", "after", "tidied"),
    [
        ("The night dock.", "about", "the night dock"),
        ("about the night dock", "about", "the night dock"),
        ("How you run it?", "about", "how you run it"),
        ("I would calm a caller", "", "I would calm a caller"),
        ("Excel macros", "about", "Excel macros"),
        ("to share it", "to", "share it"),
        ("your team's plan!", "about", "your team's plan"),
    ],
)
def test_the_middle_of_a_sentence_has_a_small_letter_where_that_is_sure(
    typed: str, after: str, tidied: str
) -> None:
    assert as_part(typed, after=after) == tidied


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("at Acme Inc..", "at Acme Inc."),
        ("at Yahoo!.", "at Yahoo!"),
        ("at 9 a.m..", "at 9 a.m."),
        ("so...", "so..."),
    ],
)
def test_a_sentence_has_one_end_mark(text: str, one: str) -> None:
    assert one_mark(text) == one


def test_quotation_marks_become_typographic() -> None:
    assert curly("the crews' \"own\" way, it's") == "the crews’ “own” way, it’s"


@given(st.text(max_size=80))
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
