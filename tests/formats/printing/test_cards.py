"""A card falls into lines that a hand can write; its pages hold what was written, no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.notes import Text
from lib.domain.pocket import columns
from lib.formats.printing.cards import (
    HEIGHT,
    INCH,
    PITCHES,
    Layout,
    card_html,
    card_lines,
    copy_sheet_html,
    layout,
)
from tests.formats.printing.press import HOSTILE, PAPERS, Press

SIX_BY_FOUR = (432.0, 288.0)
ROOMY = dict(PITCHES)
ADDRESS = "Dana Whitfield\nHarbor & Vale\n1 Quay Street\nBoston, MA 02110"
POST_BY = "Post it by Tuesday, November 24, so that it is there before they decide."
FIFTY = Text(
    "",
    "Dear Dana,\n\nThank you for our conversation on Thursday. It was good to get to know you. "
    "You said that agents will not trust a score that nobody can explain, and that has stayed with "
    "me since. I hope that we shall speak again soon, by the river.\n\n"
    "Best regards,\nSam Ortega",
)
ORDINARY = 5.5
"""Letters of a word on average, somewhat more than in English."""
WORDS = (
    "I",
    "a",
    "we",
    "you",
    "was",
    "with",
    "that",
    "good",
    "about",
    "Thursday",
    "interview",
    "operations",
)


def card_of(words: list[str]) -> str:
    """Those words as a greeting, a text, a sign-off and a name."""
    parts = (
        " ".join(words[part]) for part in (slice(2), slice(2, -4), slice(-4, -2), slice(-2, None))
    )
    return "{},\n\n{}\n\n{},\n{}".format(*parts)


SEVENTY = Text("", card_of(["Thoughtful"] * 70))


def test_a_short_card_keeps_its_blank_lines_in_the_biggest_hand() -> None:
    laid = layout("Dear Dana,\n\n\n\nThank you for Thursday. I learned a lot.\n\nSam\n")

    assert laid == Layout(
        ("Dear Dana,", "", "Thank you for Thursday. I learned a lot.", "", "Sam"), 8.0
    )


def test_where_room_is_scarce_the_blank_line_above_the_signature_goes_last() -> None:
    lines = card_lines(FIFTY.body)

    assert lines[1] == "Thank you for our conversation on Thursday."
    assert lines[-3:] == ("", "Best regards,", "Sam Ortega")
    assert lines.count("") == 1


@given(
    st.lists(st.sampled_from(WORDS), min_size=8, max_size=70).filter(
        lambda words: len("".join(words)) <= ORDINARY * len(words)
    )
)
def test_any_card_of_ordinary_words_fits_by_hand(words: list[str]) -> None:
    body = card_of(words)

    laid = layout(body)

    assert " ".join(laid.lines).split() == body.split()
    assert laid.pitch in ROOMY
    assert len(laid.lines) * laid.pitch <= HEIGHT * INCH
    assert all(columns(line) <= ROOMY[laid.pitch] for line in laid.lines)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.just("\n"), max_size=1500))
def test_no_letter_is_ever_lost(body: str) -> None:
    laid = layout(body)

    assert "".join("".join(laid.lines).split()) == "".join(body.split())
    assert len(laid.lines) * laid.pitch <= HEIGHT * INCH + 0.001


def test_a_word_longer_than_a_line_is_broken() -> None:
    lines = card_lines("x" * 100)

    assert lines == ("x" * 44, "x" * 44, "x" * 12)


def test_letters_as_wide_as_two_take_the_room_of_two() -> None:
    assert card_lines("漢" * 30) == ("漢" * 22, "漢" * 8)


def test_an_empty_card_has_no_lines_and_still_a_page() -> None:
    assert card_lines(" \n\x00\n ") == ()
    assert "size: 6in 4in" in card_html(Text())
    assert "<ol></ol>" in copy_sheet_html(Text())


def test_both_pages_break_the_lines_alike() -> None:
    lines = card_lines(FIFTY.body)

    card, sheet = card_html(FIFTY), copy_sheet_html(FIFTY)

    assert all(f"<span>{line}</span>" in card for line in lines)
    assert all(f"<li><i>{place}</i>{line}</li>" in sheet for place, line in enumerate(lines, 1))


def test_the_envelope_stands_apart_and_only_where_there_is_an_address() -> None:
    card, sheet = (
        card_html(FIFTY, reader_address=ADDRESS),
        copy_sheet_html(FIFTY, reader_address=ADDRESS),
    )

    for page in (card, sheet):
        assert (
            "Dana Whitfield\nHarbor &amp; Vale\n1 Quay Street\nBoston, MA 02110\n</p></footer>"
            in page
        )
    assert "<footer>" not in card_html(FIFTY)
    assert "<footer>" not in copy_sheet_html(FIFTY, reader_address=" \n ")


@pytest.mark.parametrize("typed", HOSTILE)
def test_whatever_is_typed_on_a_card_is_shown_as_typed(press: Press, typed: str) -> None:
    for html in (
        card_html(Text("", typed), reader_address=typed),
        copy_sheet_html(Text("", typed), reader_address=typed, post_by=typed),
    ):
        seen = press.seen(html)

        assert "".join(typed.split()) in "".join(seen.words.split())
        assert seen.title in ("Card", "Card to copy")
        assert seen.requests == ()


@pytest.mark.parametrize(
    "body",
    [FIFTY.body, "Dear Dana", "", SEVENTY.body, "WHAT A DAY " * 60, "漢" * 400, "word " * 3000],
    ids=[
        "fifty words",
        "two words",
        "empty",
        "seventy long words",
        "capitals",
        "wide letters",
        "a book",
    ],
)
def test_a_card_prints_as_one_page_of_its_size(press: Press, body: str) -> None:
    html = card_html(Text("", body), reader_address=ADDRESS)

    pages = press.printed(html, "A4").pages

    assert [tuple(map(float, page.mediabox[2:])) for page in pages] == [SIX_BY_FOUR]
    assert not press.seen(html).cut_off


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("body", [FIFTY.body, SEVENTY.body, "WHAT A DAY " * 23, "Dana"])
def test_the_sheet_to_copy_from_prints_on_one_page(press: Press, paper: str, body: str) -> None:
    html = copy_sheet_html(
        Text("", body), reader_address="A long line of an address\n" * 9, post_by=POST_BY * 5
    )

    assert len(press.printed(html, paper).pages) == 1


@pytest.mark.parametrize("paper", PAPERS)
def test_a_usual_card_is_copied_from_type_of_20_points_or_more(press: Press, paper: str) -> None:
    (page,) = press.printed(
        copy_sheet_html(FIFTY, reader_address=ADDRESS, post_by=POST_BY), paper
    ).pages

    sizes: dict[str, float] = {}

    def measure(text: str, scale: list[float], matrix: list[float], _: object, size: float) -> None:
        sizes[text.strip()] = size * abs(matrix[3] * scale[3])

    page.extract_text(visitor_text=measure)

    assert sizes["Sam Ortega"] >= 20
