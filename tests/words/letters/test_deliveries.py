"""What goes with a thing that was promised, an apology, and the coordinator's letter."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from lib.domain.dates.due import Due
from lib.domain.english import English
from lib.domain.followups.followup import Kind
from lib.domain.interviews import Interviewer
from lib.domain.notes import NoteKind
from lib.domain.profile import Tone
from lib.words.brief import NextContact
from lib.words.checks.check import check
from lib.words.checks.finding import NoteState, state_of
from lib.words.letters.compose import answers, compose
from lib.words.letters.deliveries import WHAT_WAS_ASKED
from tests.words.briefs import SENDER, ZONE, person
from tests.words.message_briefs import (
    CALL,
    CHECK_IN_ON,
    LATE,
    TOBIAS,
    UNNAMED,
    filled,
    in_every_tone,
    message,
    stands_in,
)

COVER, APOLOGY, COORDINATOR = NoteKind.COVER_LINE, NoteKind.APOLOGY, NoteKind.COORDINATOR
MESSAGE = replace(
    CALL, kind=Kind.MESSAGE, about="the start date", due=Due(date(2026, 11, 27), None, ZONE)
)


@pytest.mark.parametrize("kind", [COVER, APOLOGY])
def test_what_was_promised_is_named_as_typed(kind: NoteKind) -> None:
    for drawn in in_every_tone(kind):
        assert "my two references" in compose(drawn).body
        assert WHAT_WAS_ASKED in compose(replace(drawn, requests=())).body


def test_the_subject_of_material_is_the_material() -> None:
    for drawn in in_every_tone(COVER):
        assert "my two references" in compose(drawn).subject.casefold()
        assert compose(drawn).subject[0].isupper()


def test_a_long_thing_leaves_the_subject() -> None:
    long = (
        replace(LATE, what="the whole of the reason-code project with its tests and its notes"),
    )

    assert "reason-code" not in compose(message(COVER, requests=long)).subject


def test_an_apology_says_by_when_it_was_promised_and_says_sorry_once() -> None:
    for drawn in in_every_tone(APOLOGY):
        body = compose(drawn).body.casefold()
        assert "by friday, november 27" in body
        assert body.count("sorry") + body.count("apologize") == 1


def test_an_apology_without_a_day_names_none() -> None:
    for drawn in in_every_tone(APOLOGY, requests=(replace(LATE, due=None),)):
        body = compose(drawn).body
        assert "November" not in body
        assert " by ." not in body
        assert not re.search(r" by(?! now\b)", body)


@pytest.mark.parametrize(
    ("about", "slot", "others"),
    [
        (None, "sorry_thing", ("sorry_call", "sorry_message")),
        (CALL, "sorry_call", ("sorry_thing", "sorry_message")),
        (MESSAGE, "sorry_message", ("sorry_thing", "sorry_call")),
    ],
)
def test_a_call_a_message_and_a_thing_each_have_their_own_apology(
    about: NextContact | None, slot: str, others: tuple[str, ...]
) -> None:
    for drawn in in_every_tone(APOLOGY, about=about, requests=() if about else (LATE,)):
        body = compose(drawn).body
        assert stands_in(APOLOGY, body, slot)
        assert not any(stands_in(APOLOGY, body, other) for other in others)
        assert about is None or WHAT_WAS_ASKED not in body


def test_an_apology_for_a_message_has_a_gap_until_its_message_stands_there() -> None:
    drawn = message(APOLOGY, about=MESSAGE, requests=())
    told = replace(drawn, filled=filled(now="January 11 would suit me."))

    assert state_of(check(compose(drawn), drawn)) is NoteState.BLOCKED
    assert "[" not in compose(told).body
    assert "January 11 would suit me." in compose(told).body


def test_a_british_reader_gets_british_spelling_in_an_apology() -> None:
    sender = replace(SENDER, tone=Tone.FORMAL, english=English.BRITISH)

    bodies = [compose(message(APOLOGY, sender=sender, place=place)).body for place in range(4)]

    assert all("apologise" in body for body in bodies)


@pytest.mark.parametrize(
    ("others", "held"),
    [
        ((TOBIAS,), ""),
        ((TOBIAS, UNNAMED), "the Head of Internal Audit and Risk, EMEA"),
        ((person("", "Team lead"), person("", "the chef")), "the Team lead and the chef"),
        ((person(""), person("")), "the people I met"),
    ],
)
def test_a_coordinator_is_asked_for_the_names_that_are_missing(
    others: tuple[Interviewer, ...], held: str
) -> None:
    for drawn in in_every_tone(COORDINATOR, others=others):
        asked = answers(drawn)["names"]
        assert held in asked
        assert bool(asked) is bool(held)
        assert "Tobias" not in asked


def test_a_coordinator_is_told_when_i_shall_be_in_touch_if_i_shall() -> None:
    for drawn in in_every_tone(COORDINATOR):
        assert drawn.next_contact == CHECK_IN_ON
        assert "Monday, December 7" in compose(drawn).body
        assert "December" not in compose(replace(drawn, next_contact=None)).body


def test_everyone_i_met_is_thanked_through_the_coordinator() -> None:
    for drawn in in_every_tone(COORDINATOR):
        assert stands_in(COORDINATOR, compose(drawn).body, "suggest", "for_everyone")
