"""The pictures on the pages: what is drawn, what it says, and that nothing in it can do harm."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.people.suggestion_net import Met, Net, Tie
from lib.formats.printing import pictures
from lib.formats.printing.pictures import Column, Row, Sign

ROWS = (Row("within a day", 9), Row("later", 1, strong=False), Row("not at all", 0))
MONTHS = (Column("Oct", 6, 3), Column("Nov", 9, 1), Column("Dec", 0, 0))
WAYS = (
    Sign("Plan", "done", "ready"),
    Sign("Step", "open", "to do"),
    Sign("Thanks", "missed", "too late"),
)
NOOR = Tie("Noor Haddad", "very well", "Noor knows Dana very well", "asked", 5)
INES = Tie("Inês Prado", "knows", "Inês knows Dana")
NET = Net(
    "Harbor & Vale",
    (
        Met("Dana Whitfield", "VP Claims", "decides", decides=True, ties=(NOOR, INES)),
        Met("Tobias Fehr", "Lead Data Engineer"),
    ),
    "and 3 more",
)
DRAWN = (
    pictures.rows("Notes", ROWS),
    pictures.columns("Promises", MONTHS, ("kept", "late")),
    pictures.signs("Ways", WAYS),
    pictures.who_knows_whom(NET),
)


def texts(drawn: str) -> list[str]:
    return [words.strip() for words in read(drawn).itertext() if words.strip()]


def read(drawn: str) -> Element:
    root = ElementTree.fromstring(drawn)
    for one in root.iter():
        one.tag = one.tag.rpartition("}")[2]
    return root


def pieces(drawn: str, look: str) -> int:
    return sum(look in one.get("class", "").split() for one in read(drawn).iter("i"))


def looks(drawn: str) -> list[str]:
    return [one.get("class", "") for one in read(drawn).iter()]


def test_each_row_has_its_name_its_number_and_a_piece_for_each_thing() -> None:
    drawn = pictures.rows("Notes", ROWS)

    assert texts(drawn) == ["within a day", "9", "later", "1", "not at all", "0"]
    assert (pieces(drawn, "strong"), pieces(drawn, "weak")) == (9, 1)


def test_each_month_says_how_much_of_it_was_as_it_should_be() -> None:
    drawn = pictures.columns("Promises", MONTHS)

    assert texts(drawn) == ["6 of 9", "Oct", "9 of 10", "Nov", "none", "Dec"]
    assert (pieces(drawn, "strong"), pieces(drawn, "hollow")) == (15, 4)


def test_the_legend_says_in_words_what_full_and_hollow_mean() -> None:
    drawn = pictures.columns("Promises", MONTHS, ("kept on time", "late or missed"))

    assert texts(drawn)[:2] == ["kept on time", "late or missed"]


def test_too_many_to_count_are_one_bar() -> None:
    assert pieces(pictures.rows("Notes", [Row("within a day", 21), Row("later", 3)]), "strong") == 2
    assert pieces(pictures.columns("Promises", [Column("Oct", 20, 4)]), "strong") == 1
    assert pieces(pictures.columns("Promises", [Column("Oct", 0, 24)]), "strong") == 0


def test_each_way_has_a_sign_of_its_own_and_its_words_on_hover() -> None:
    drawn = pictures.signs("Ways", [*WAYS, Sign("Grace", "not_yet", "only after a no")])

    ways = [(one.get("class"), one.get("title")) for one in read(drawn).iter("span")]

    assert ways == [
        ("done", "ready"),
        ("open", "to do"),
        ("missed", "too late"),
        ("not_yet", "only after a no"),
    ]


def test_who_knows_whom_shows_each_tie_before_the_one_it_leads_to() -> None:
    assert texts(pictures.who_knows_whom(NET)) == [
        *("You know", "You met"),
        *("Noor Haddad", "asked", "very well", "Inês Prado", "knows"),
        *("Dana Whitfield", "VP Claims", "decides", "Tobias Fehr", "Lead Data Engineer"),
        "and 3 more",
    ]


def test_a_line_is_as_thick_as_they_know_each_other_well_and_dotted_where_nobody_said() -> None:
    found = [one for one in looks(pictures.who_knows_whom(NET)) if one.startswith("line")]

    assert found == ["line well-5", "line unsure"]


def test_who_decides_bears_the_accent() -> None:
    assert [one for one in looks(pictures.who_knows_whom(NET)) if one.startswith("met")] == [
        "met decides", "met"
    ]  # fmt: skip


def test_it_is_one_image_whose_words_say_the_title_and_what_is_drawn() -> None:
    assert [read(drawn).get("aria-label") for drawn in DRAWN] == [
        "Notes; within a day: 9; later: 1; not at all: 0",
        "Promises; Oct: 6 of 9; Nov: 9 of 10; Dec: none",
        "Ways; Plan: ready; Step: to do; Thanks: too late",
        "Who knows whom at Harbor & Vale; Noor knows Dana very well; Inês knows Dana; and 3 more",
    ]
    assert all(read(drawn).get("role") == "img" for drawn in DRAWN)


@pytest.mark.parametrize("draw", [pictures.rows, pictures.columns, pictures.signs])
def test_with_nothing_to_draw_there_is_still_a_whole_picture(
    draw: Callable[[str, list[Any]], str],
) -> None:
    assert read(draw("x", [])).get("aria-label") == "x"


names = st.text(max_size=30)
numbers = st.integers(0, 400)


@given(names, st.lists(st.tuples(names, numbers, numbers), max_size=7))
def test_whatever_is_in_a_name_it_is_text_and_the_markup_stays_whole(
    title: str, given: list[tuple[str, int, int]]
) -> None:
    ties = tuple(Tie(name, name, name, name, most % 6) for name, most, _ in given)
    drawn = (
        pictures.rows(title, [Row(name, number) for name, number, _ in given]),
        pictures.columns(title, [Column(*one) for one in given]),
        pictures.signs(title, [Sign(name, "open", name) for name, *_ in given]),
        pictures.who_knows_whom(Net(title, (Met(title, title, title, ties=ties),), title)),
    )

    for root in map(read, drawn):
        tags = {one.tag for one in root.iter()}
        assert tags <= {"figure", "div", "span", "i", "b", "p", "small"}
        attributes = {key for one in root.iter() for key in one.attrib}
        assert attributes <= {"class", "role", "aria-label", "style", "title"}


def test_nothing_is_fetched_and_nothing_runs() -> None:
    drawn = pictures.rows("t", [Row('"><script>alert(1)</script>', 1)])

    assert "<script" not in drawn
    assert not re.search(r"url\(|src=|href=", drawn)
    assert drawn.count("http") == 1, "the name of the format is the only address"
