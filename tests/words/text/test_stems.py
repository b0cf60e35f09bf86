"""Whether a text makes a point that was written down."""

from __future__ import annotations

import pytest

from lib.words.text.stems import is_told


@pytest.mark.parametrize(
    ("line", "text", "told"),
    [
        ("explain scores to people", "I have explained such scores to people for years.", True),
        (
            "explain scores to people",
            "Thank you for the talk. I would work hard for people.",
            False,
        ),
        ("no falls for 14 months", "We had no falls on the ward in 14 months.", True),
        ("calm in peak", "I stay calm in peak.", True),
        ("calm in peak", "Peak is hard.", False),
        ("I keep crews together", "My crews stayed together.", True),
        ("", "Anything.", False),
        ("team work", "Thank you for telling me about the work.", False),
    ],
)
def test_a_point_is_told_if_it_or_most_of_its_words_stand_there(
    line: str, text: str, told: bool
) -> None:
    assert is_told(line, text) is told
