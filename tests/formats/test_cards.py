"""The card's page holds what was written and nothing else."""

from __future__ import annotations

from lib.domain.notes import Text
from lib.formats.cards import BIG, SMALL, card_html


def test_the_card_holds_the_words_and_the_address_apart():
    page = card_html(Text("", "Dear Dana,\n\nThank you."), reader_address="1 Quay Street\nBoston")

    assert '<main dir="auto">Dear Dana,\n\nThank you.</main>' in page
    assert "1 Quay Street\nBoston</aside>" in page
    assert "size: 6in 4in" in page


def test_markup_in_a_card_is_shown_as_typed():
    page = card_html(Text("", "<script>alert(1)</script> & {braces}"), reader_address="<b>x</b>")

    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; {braces}" in page
    assert "<b>" not in page


def test_a_longer_text_is_set_smaller_within_reason():
    def size(words: int) -> float:
        return float(card_html(Text("", "word " * words)).partition("font: ")[2].partition("pt")[0])

    assert size(10) == BIG
    assert BIG > size(180) > SMALL
    assert size(5000) == SMALL
