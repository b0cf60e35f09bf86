"""Addresses and numbers as a line of words, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.people.contacts import Reach, reach_words, read_reaches

VALUES = st.text("abc@.+0123456789 ", min_size=1).map(str.strip).filter(bool)
KINDS = st.sampled_from(["", "home", "work", "mobile"])


@given(st.lists(st.builds(Reach, VALUES, KINDS), unique_by=lambda one: one.value.casefold()))
def test_what_is_written_is_read_back(reaches: list[Reach]) -> None:
    assert read_reaches(reach_words(reaches)) == tuple(reaches)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("a@x.example; b@x.example", ("a@x.example", "b@x.example")),
        ("a@x.example\nb@x.example;;", ("a@x.example", "b@x.example")),
        ("a@x.example; A@x.example", ("a@x.example",)),
        ("(212) 555 0134 (home)", ("(212) 555 0134",)),
        ("", ()),
    ],
)
def test_a_typed_line_is_read(words: str, values: tuple[str, ...]) -> None:
    assert tuple(one.value for one in read_reaches(words)) == values
