"""The blanks of a message, as its note shows them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.domain.notes import GREETING, NoteKind
from lib.domain.profile import Tone
from lib.words import wording
from lib.words.brief import Brief
from lib.words.letters.compose import RECIPES, Field, answers, compose, fields
from tests.words.briefs import SENDER, brief, person
from tests.words.message_briefs import filled, message


def blanks(drawn: Brief) -> tuple[Field, ...]:
    """Its fields without the greeting, which belongs to the reader."""
    return tuple(one for one in fields(drawn) if one.name != GREETING)


def test_every_kind_of_message_has_a_recipe_and_its_data_file() -> None:
    assert set(RECIPES) == set(NoteKind) - {NoteKind.THANK_YOU}
    assert all(wording.book(kind.value) for kind in RECIPES)


@pytest.mark.parametrize("kind", RECIPES)
def test_the_blanks_stand_in_the_order_of_the_data_file(kind: NoteKind) -> None:
    assert [one.name for one in blanks(message(kind))] == list(wording.book(kind.value)["blank"])


def test_a_thank_you_has_no_blanks_of_its_own() -> None:
    assert fields(brief()) == ()
    assert answers(brief()) == {}


@pytest.mark.parametrize("kind", RECIPES)
def test_an_untouched_blank_holds_what_is_known(kind: NoteKind) -> None:
    for one in fields(message(kind)):
        assert one.text == one.suggestion


@pytest.mark.parametrize("kind", RECIPES)
@pytest.mark.parametrize("typed", ["Another sentence.", ""])
def test_a_changed_blank_holds_what_the_person_left_there_and_keeps_its_suggestion(
    kind: NoteKind, typed: str
) -> None:
    for before in blanks(message(kind)):
        changed = fields(message(kind, filled=filled(**{before.name: typed})))
        (after,) = [one for one in changed if one.name == before.name]
        assert (after.text, after.suggestion) == (typed, before.suggestion)


@pytest.mark.parametrize("kind", RECIPES)
def test_the_other_blanks_go_on_following_what_is_known(kind: NoteKind) -> None:
    first, *_ = blanks(message(kind))
    drawn = message(kind, filled=filled(**{first.name: "Another sentence."}))

    rest = {name: text for name, text in answers(drawn).items() if name != first.name}

    assert rest == {
        name: text for name, text in answers(message(kind)).items() if name != first.name
    }


def test_a_blank_of_an_earlier_version_is_passed_over() -> None:
    drawn = message(filled=filled(no_such_blank="Anything."))

    assert compose(drawn) == compose(replace(drawn, filled=()))


def test_a_link_is_a_single_line_and_a_sentence_is_not() -> None:
    lines = {one.name for kind in RECIPES for one in blanks(message(kind)) if one.is_line}

    assert lines == {"link", "thanks_for"}


@pytest.mark.parametrize(
    ("kind", "tone", "greeted"),
    [
        (NoteKind.CHECK_IN, Tone.WARM, "Dana"),
        (NoteKind.CHECK_IN, Tone.FORMAL, "Dana Whitfield"),
        (NoteKind.GOOD_WORD, Tone.FORMAL, "Jo"),
    ],
)
def test_how_the_reader_is_greeted_stands_first_and_is_no_answer(
    kind: NoteKind, tone: Tone, greeted: str
) -> None:
    drawn = message(kind, sender=replace(SENDER, tone=tone))

    first, *_ = fields(drawn)

    assert (first.name, first.text) == (GREETING, greeted)
    assert first.is_line
    assert GREETING not in answers(drawn)
    assert f" {greeted}," in compose(drawn).body


def test_without_a_name_there_is_no_greeting_to_change() -> None:
    assert GREETING not in [one.name for one in fields(message(reader=person("")))]
