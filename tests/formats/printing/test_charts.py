"""The pictures of the progress page: what is drawn, what it says, and that nothing in it can do harm."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.formats.printing import charts
from lib.formats.printing.charts import Column, Row, Sign
from tests.narrowing import not_none

SVG = "{http://www.w3.org/2000/svg}"
ROWS = (Row("within a day", 9), Row("later", 1, strong=False), Row("not at all", 0))
MONTHS = (Column("Oct", 6, 3), Column("Nov", 9, 1), Column("Dec", 0, 0))
WAYS = (
    Sign("Plan", "done", "ready"),
    Sign("Step", "open", "to do"),
    Sign("Thanks", "missed", "too late"),
)
both_ways = pytest.mark.parametrize("narrow", [False, True], ids=["desktop", "phone"])


def texts(drawn: str) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(drawn).iter(f"{SVG}text")]


def boxes(drawn: str, look: str) -> int:
    found = ElementTree.fromstring(drawn).iter(f"{SVG}rect")
    return sum(look in one.get("style", "") for one in found)


def drawings(narrow: bool) -> list[str]:
    return [
        charts.rows("Notes", ROWS, narrow=narrow),
        charts.columns("Promises", MONTHS, ("kept", "late"), narrow=narrow),
        charts.signs("Ways", WAYS, narrow=narrow),
    ]


@both_ways
def test_each_row_has_its_name_its_number_and_a_piece_for_each_thing(narrow: bool) -> None:
    drawn = charts.rows("Notes", ROWS, narrow=narrow)

    assert texts(drawn) == ["within a day", "9", "later", "1", "not at all", "0"]
    assert (boxes(drawn, "--ft-accent"), boxes(drawn, "currentColor")) == (9, 1)


@both_ways
def test_each_month_says_how_much_of_it_was_as_it_should_be(narrow: bool) -> None:
    drawn = charts.columns("Promises", MONTHS, narrow=narrow)

    assert texts(drawn) == ["6 of 9", "Oct", "9 of 10", "Nov", "none", "Dec"]
    assert (boxes(drawn, "--ft-accent"), boxes(drawn, "fill: none")) == (15, 4)


def test_the_legend_says_in_words_what_full_and_hollow_mean() -> None:
    drawn = charts.columns("Promises", MONTHS, ("kept on time", "late or missed"))

    assert {"kept on time", "late or missed"} <= set(texts(drawn))


def test_too_many_to_count_are_one_bar() -> None:
    assert (
        boxes(charts.rows("Notes", [Row("within a day", 21), Row("later", 3)]), "--ft-accent") == 2
    )
    assert boxes(charts.columns("Promises", [Column("Oct", 20, 4)]), "--ft-accent") == 1


def test_each_way_differs_in_shape_and_has_its_words_on_hover() -> None:
    root = ElementTree.fromstring(
        charts.signs("Ways", [*WAYS, Sign("Grace", "not_yet", "only after a no")])
    )
    groups = list(root.iter(f"{SVG}g"))

    shapes = [tuple(one.tag for one in group)[2:-1] for group in groups]

    assert [group.findtext(f"{SVG}title") for group in groups] == [
        "ready",
        "to do",
        "too late",
        "only after a no",
    ]
    assert len(set(shapes)) == 4


@both_ways
def test_no_type_is_smaller_than_twelve_pixels_on_the_screen_it_is_drawn_for(narrow: bool) -> None:
    for drawn in drawings(narrow):
        width = float(not_none(re.search(r'viewBox="0 0 (\d+) ', drawn))[1])
        shown = min(width, 358.0 if narrow else 700.0)
        assert (
            min(float(size) for size in re.findall(r"font-size: ([\d.]+)px", drawn)) * shown / width
            >= 12
        )


@both_ways
def test_it_is_one_image_whose_words_say_the_title_and_what_is_drawn(narrow: bool) -> None:
    labels = [ElementTree.fromstring(drawn).get("aria-label") for drawn in drawings(narrow)]

    assert labels == [
        "Notes; within a day: 9; later: 1; not at all: 0",
        "Promises; Oct: 6 of 9; Nov: 9 of 10; Dec: none",
        "Ways; Plan: ready; Step: to do; Thanks: too late",
    ]
    assert all(ElementTree.fromstring(drawn).get("role") == "img" for drawn in drawings(narrow))


@both_ways
def test_everything_is_drawn_in_the_ink_the_paper_and_the_accent_of_the_page(narrow: bool) -> None:
    for drawn in drawings(narrow):
        colours = set(re.findall(r"(?:fill|stroke): ([^;\"]+)", drawn))
        assert all(
            one in ("none", "transparent", "currentColor") or "light-dark(" in one
            for one in colours
        )


@both_ways
def test_with_nothing_to_draw_there_is_still_a_whole_picture(narrow: bool) -> None:
    for drawn in (
        charts.rows("x", []),
        charts.columns("x", [], narrow=narrow),
        charts.signs("x", []),
    ):
        assert ElementTree.fromstring(drawn).get("aria-label") == "x"


names = st.text(max_size=30)
numbers = st.integers(0, 400)


@both_ways
@given(names, st.lists(st.tuples(names, numbers, numbers), max_size=7))
def test_whatever_is_in_a_name_it_is_text_and_everything_lies_within_the_picture(
    narrow: bool, title: str, given: list[tuple[str, int, int]]
) -> None:
    drawn = (
        charts.rows(title, [Row(name, number) for name, number, _ in given], narrow=narrow),
        charts.columns(title, [Column(*one) for one in given], narrow=narrow),
        charts.signs(title, [Sign(name, "open", name) for name, *_ in given], narrow=narrow),
    )

    for root in map(ElementTree.fromstring, drawn):
        assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
            *("svg", "g", "title", "text", "rect", "path", "circle")
        }
        width, height = map(float, not_none(root.get("viewBox")).split()[2:])
        for one in root.iter(f"{SVG}rect"):
            x, y, broad, tall = (
                float(not_none(one.get(key))) for key in ("x", "y", "width", "height")
            )
            assert x >= -0.1
            assert y >= -0.1
            assert x + broad <= width + 0.1
            assert y + tall <= height + 0.1


def test_nothing_is_fetched_and_nothing_runs() -> None:
    drawn = charts.rows("t", [Row('"><script>alert(1)</script>', 1)])

    assert "<script" not in drawn
    assert "url(" not in drawn
    assert drawn.count("http") == 1, "the name of the format is the only address"
