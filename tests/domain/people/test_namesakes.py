"""Somebody who is named a second time: the same person, or one to ask about."""

from __future__ import annotations

import pytest

from lib.domain.interviews import Interviewer
from lib.domain.people.interviewer_lines import ReadLine, read_lines
from lib.domain.people.namesakes import filled, known_as, namesake, updated

DANA = Interviewer(
    id="dana", job_id="j", name="Dana Neil", position="VP Claims", email="dana@kade.example"
)
OTHER = Interviewer(id="other", job_id="j", name="Dana Neil", position="Buyer")


def read(text: str) -> ReadLine:
    (line,) = read_lines(text)
    return line


@pytest.mark.parametrize(
    "text",
    [
        "Dana Neil",
        "Neil, Dana <dana@kade.example>",
        "Dana Neil, VP Claims",
        "Dana Neil, Claims VP",
        "Dana Neil, VP",
        "Dana Neil, Buyer <DANA@kade.example>",
        "D. Neil <dana@kade.example>",
        "DANA NEIL (she/her), +1 555 010 0199",
    ],
)
def test_a_line_that_says_nothing_else_is_about_the_one_who_is_known(text: str) -> None:
    assert known_as(read(text), [DANA]) is DANA
    assert namesake(read(text), [DANA]) is None


@pytest.mark.parametrize(
    "text",
    [
        "Dana Neil, Warehouse Buyer",
        "Dana Neil <dana.neil@kade.example>",
        "Neil, Dana | Head of Audit | dn@kade.example",
    ],
)
def test_a_line_with_another_position_or_address_is_asked_about(text: str) -> None:
    assert known_as(read(text), [DANA]) is None
    assert namesake(read(text), [DANA]) is DANA


@pytest.mark.parametrize("text", ["Ian Fox", "Dana M. Fox", "dana@kade.example", "? , VP Claims"])
def test_another_name_is_nobody_who_is_known(text: str) -> None:
    bare = ReadLine(name="Ian Fox", email="dana@kade.example")

    assert namesake(read(text), [DANA]) is None
    assert known_as(bare, [DANA]) is None


def test_of_two_namesakes_the_one_with_the_position_of_the_line_is_meant() -> None:
    assert known_as(read("Dana Neil, Buyer"), [DANA, OTHER]) is OTHER
    assert known_as(read("Dana Neil, VP Claims"), [OTHER, DANA]) is DANA


def test_what_a_line_adds_fills_gaps_and_what_is_known_stays() -> None:
    line = ReadLine(name="Dana Neil", position="Buyer for the north", phone="555 0199", link="l")

    after = filled(OTHER, line)

    assert (after.position, after.phone, after.link) == ("Buyer", "555 0199", "l")


def test_a_known_person_with_a_new_position_gets_it_and_keeps_the_rest() -> None:
    after = updated(DANA, ReadLine(name="Dana Neil", position="COO"))

    assert (after.id, after.position, after.email) == ("dana", "COO", "dana@kade.example")
