"""The pocket card works on a phone, in the dark, without a network, and on one sheet of paper."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.sync_api import ViewportSize

from lib.domain.pocket import (
    CLOSING,
    COMPANY,
    EVIDENCE,
    NAME,
    OFFER,
    PLACE,
    POINT,
    POSITION,
    QUESTION,
    ROLE,
    Pocket,
    PocketOffer,
    PocketPerson,
    clipped,
)
from lib.domain.strategies import PointToMake
from lib.formats.printing.pocket import DARK, LIGHT, pocket_file_name, pocket_html, pocket_text
from tests.formats.printing.press import HOSTILE, PAPERS, PHONE, Press

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
TYPICAL = Pocket(
    company="Harbor & Vale",
    role="Senior Operations Analyst",
    round="Final interview",
    day="Thursday, November 26, 2026",
    hours="10 a.m. to 11 a.m.",
    place="1 Quay Street, 4th floor, Boston",
    people=(
        PocketPerson("Dana Whitfield", "Head of Operations"),
        PocketPerson("Tobias Fehr", "Data team lead"),
        PocketPerson("Recruiting partner", "name not known"),
    ),
    points=(
        PointToMake(
            "I explain scores so that agents trust them", "40 agents use my reason codes every day"
        ),
        PointToMake(
            "I finish what others leave half done", "The returns desk: late, then live in 6 weeks"
        ),
        PointToMake("I know the harbour's seasons", "Five years of tide and freight planning"),
    ),
    questions=(
        "What would a good first half-year look like to you?",
        "Which decision waits for this person?",
        "How does the team handle a forecast that was wrong?",
    ),
    closing="I would like to take this further with you. What is the next step, who will be in it, "
    "and may I call you on Tuesday?",
    offers=(
        PocketOffer("A one-page sketch of the scoring pilot", "Friday, November 27"),
        PocketOffer("Two references from the returns project", "Monday, November 30"),
    ),
)
BARE = replace(TYPICAL, points=(), questions=(), closing="", offers=())


def fullest(typed: str) -> Pocket:
    """A card with all that fits on one, in those words."""
    point = PointToMake(clipped(typed, POINT), clipped(typed, EVIDENCE))
    return Pocket(
        company=clipped(typed, COMPANY),
        role=clipped(typed, ROLE),
        round="Technical interview",
        day="Wednesday, September 30, 2026",
        hours="10:15 a.m. to 11:30 a.m., Buenos Aires time",
        place=clipped(typed, PLACE),
        people=(PocketPerson(clipped(typed, NAME), clipped(typed, POSITION)),) * 8,
        more_people="and 30 more",
        points=(point,) * 4,
        more_points="and 30 more",
        questions=(clipped(typed, QUESTION),) * 6,
        more_questions="and 30 more",
        closing=clipped(typed, CLOSING),
        offers=(PocketOffer(clipped(typed, OFFER), "Wednesday, September 30, 2026"),) * 4,
        more_offers="and 30 more",
    )


FULLEST = {
    "words": fullest(
        "A rather usual sentence of the kind that people write, and then some more. " * 40
    ),
    "capitals": fullest("MAMMOTH WORDS " * 400),
    "one word": fullest("W" * 5000),
    "wide letters": fullest("漢" * 5000),
}


def test_the_page_has_everything_in_the_order_in_which_it_is_needed() -> None:
    page = pocket_html(TYPICAL)

    wanted = (
        *("Final interview", "Harbor &amp; Vale</h1>", "Senior Operations Analyst"),
        *("Thursday, November 26, 2026", "10 a.m. to 11 a.m.", "1 Quay Street"),
        *("Dana Whitfield", "Head of Operations", "Tobias Fehr", "name not known"),
        *("I explain scores", "40 agents use", "What would a good", "forecast that was wrong?"),
        *("I would like to take this further", "A one-page sketch", "by Friday, November 27"),
    )
    places = [page.index(words, page.index("<main>")) for words in wanted]
    assert places == sorted(places)


def test_a_bare_card_has_no_empty_sections() -> None:
    page = pocket_html(BARE)

    assert re.findall(r"<h2>(.*?)</h2>", page) == ["With"]
    assert "<strong></strong>" not in page
    assert "<p></p>" not in page


def test_what_was_left_out_is_counted() -> None:
    page = pocket_html(replace(TYPICAL, more_people="and 3 more"))

    assert '<p class="more" dir="auto">and 3 more</p>' in page


def test_a_place_on_the_web_is_a_link_that_tells_nobody_where_it_stood() -> None:
    page = pocket_html(
        replace(TYPICAL, place="https://meet.example/…", link='https://meet.example/?a=1&b="')
    )

    assert (
        '<a href="https://meet.example/?a=1&amp;b=&#34;" target="_blank" rel="noreferrer noopener">'
        "https://meet.example/…</a>"
    ) in page
    assert "<a " not in pocket_html(TYPICAL)


def test_the_plain_text_says_the_same() -> None:
    text = pocket_text(replace(TYPICAL, link="https://meet.example/room", more_people="and 3 more"))

    assert (
        text.subject == "Pocket card: Harbor & Vale, Final interview, Thursday, November 26, 2026"
    )
    assert text.body.startswith(
        "Final interview: Senior Operations Analyst, Harbor & Vale\n"
        "Thursday, November 26, 2026, 10 a.m. to 11 a.m.\n"
        "https://meet.example/room\n\n"
        "With:\n- Dana Whitfield, Head of Operations\n"
    )
    assert "- Recruiting partner, name not known\nand 3 more\n\n" in text.body
    assert (
        "My points:\n- I explain scores so that agents trust them\n  40 agents use my reason codes"
        in text.body
    )
    assert "Before I leave, I ask:\nI would like to take this further" in text.body
    assert text.body.endswith("- Two references from the returns project (by Monday, November 30)")


def test_a_bare_card_is_a_short_text() -> None:
    text = pocket_text(replace(BARE, people=(), place=""))

    assert text.body == (
        "Final interview: Senior Operations Analyst, Harbor & Vale\n"
        "Thursday, November 26, 2026, 10 a.m. to 11 a.m."
    )


def test_file_names_are_plain() -> None:
    assert pocket_file_name(TYPICAL) == "pocket-card-harbor-vale.html"
    assert pocket_file_name(replace(TYPICAL, company="港")) == "pocket-card.html"


@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        *(("ink", "paper"), ("soft", "paper"), ("accent", "paper")),
        *(("on-band", "band"), ("label", "band")),
    ],
)
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_can_be_read_on_its_ground(
    palette: dict[str, str], ink: str, paper: str
) -> None:
    assert contrast(palette[ink], palette[paper]) >= 6


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_typical_card_fits_a_phone_without_scrolling(press: Press, scheme: str) -> None:
    seen = press.seen(pocket_html(TYPICAL), PHONE, scheme)

    assert seen.height <= PHONE["height"]
    assert seen.width <= PHONE["width"]
    assert "may I call you on Tuesday?" in seen.words


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("card", FULLEST.values(), ids=FULLEST)
def test_nothing_is_ever_wider_than_the_screen(
    press: Press, card: Pocket, size: ViewportSize
) -> None:
    assert press.seen(pocket_html(card), size).width <= size["width"]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    "card", [TYPICAL, BARE, *FULLEST.values()], ids=["typical", "bare", *FULLEST]
)
def test_every_card_prints_on_exactly_one_page(press: Press, card: Pocket, paper: str) -> None:
    assert len(press.printed(pocket_html(card), paper).pages) == 1


@pytest.mark.parametrize("typed", HOSTILE)
def test_whatever_is_typed_is_shown_as_typed_and_nothing_is_fetched(
    press: Press, typed: str
) -> None:
    card = replace(fullest(typed), link="https://meet.example/?q=" + typed)

    seen = press.seen(pocket_html(card))

    shown = clipped(typed, COMPANY)
    assert seen.words.count(shown) >= 8 + 8 + 6
    assert seen.title == f"Pocket card: {shown}"
    assert seen.requests == ()


def test_the_page_names_nothing_outside_itself() -> None:
    page = pocket_html(TYPICAL)

    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert not re.search(r"https?:|url\(|@import|<script|<link|<img", page)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
