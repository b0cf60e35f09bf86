"""Whether words stand in a text by themselves."""

from __future__ import annotations

import pytest

from lib.words.text.tokens import stands_in


@pytest.mark.parametrize(
    ("words", "text", "stands"),
    [
        ("Kade", "I met Kade in May.", True),
        ("Kade", "Kades are rare.", False),
        ("kade", "I met Kade in May.", False),
        ("Harbor & Vale", "Thank you from Harbor & Vale.", True),
    ],
)
def test_words_stand_in_a_text_if_they_are_no_part_of_longer_ones(
    words: str, text: str, stands: bool
) -> None:
    assert stands_in(words, text) is stands


@pytest.mark.parametrize(
    ("words", "text", "stands"),
    [
        ("kade", "I met Kade in May.", True),
        ("KADE", "I met kade in May.", True),
        ("kade", "Kades are rare.", False),
    ],
)
def test_capitals_may_be_passed_over(words: str, text: str, stands: bool) -> None:
    assert stands_in(words, text, any_case=True) is stands
