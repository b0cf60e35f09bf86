"""Where a sentence ends."""

from __future__ import annotations

from lib.words.text.sentences import split_sentences


def test_a_sentence_goes_on_after_a_time() -> None:
    body = "I will call on Monday, December 7 at 9:30 a.m. to ask. "
    body += "At 2 p.m. we met Dr. Roth. It was 9 a.m. Thanks!"

    assert split_sentences(body) == [
        "I will call on Monday, December 7 at 9:30 a.m. to ask.",
        "At 2 p.m. we met Dr. Roth.",
        "It was 9 a.m.",
        "Thanks!",
    ]
