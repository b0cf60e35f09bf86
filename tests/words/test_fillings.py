"""What becomes of a hundred letters that fresh writers filled in: fifty good, fifty jotted."""

from __future__ import annotations

import pytest

from lib.domain.debriefs import Blank, Opening
from lib.domain.notes import Channel
from lib.words.checks.check import check
from lib.words.checks.finding import NoteState, state_of
from lib.words.hints.hint_shapes import Hint
from lib.words.hints.hints import hint_for
from lib.words.letters.compose import compose
from lib.words.letters.frame_facts import spoken_role
from lib.words.text import tidy
from tests.words.fillings import Filling, brief_of, fillings, said_of

GOOD, JOTTED = fillings(good=True), fillings(good=False)
WITH_A_HINT = {
    "b7": {"unanswered"},  # a pleasant topic, and nothing said about it
    "b19": {"reopens_doubt"},  # why I left, with a good answer
}
"""Good fillings with a hint all the same. The list must not grow: two of fifty is the most."""
MENDED_BY_TIDYING = {
    "b2",  # "about" typed once more
    "b11",  # "w/"
    "b44",  # "that" typed once more
}
"""Jottings that are good English once they are tidied."""


def hints_of(filling: Filling) -> list[Hint]:
    """The hint under each blank, where there is one."""
    said = said_of(filling)
    assert said.opening is not None
    second = said.also_opening or Opening.MENTIONED
    openings = {
        blank: second if blank.value.startswith("also") else said.opening for blank in Blank
    }
    found = [hint_for(blank, said, opening) for blank, opening in openings.items()]
    return [hint for hint in found if hint]


def codes_of(filling: Filling) -> set[str]:
    """The rules that find something in the e-mail written from that filling."""
    drawn = brief_of(filling)
    return {one.code.partition(":")[0] for one in check(compose(drawn), drawn)}


def state_of_note(filling: Filling) -> NoteState:
    drawn = brief_of(filling)
    return state_of(check(compose(drawn), drawn))


def test_there_are_fifty_of_each() -> None:
    assert (len(GOOD), len(JOTTED)) == (50, 50)


def test_good_english_gets_no_finding_and_no_hint_but_for_two_of_fifty() -> None:
    found = {}
    for one in GOOD:
        if codes := codes_of(one) | {hint.code for hint in hints_of(one)}:
            found[one["id"]] = codes

    assert found == WITH_A_HINT
    assert len(WITH_A_HINT) <= 2


def test_no_jotting_makes_a_ready_note_unless_tidying_mends_it() -> None:
    ready = {one["id"] for one in JOTTED if state_of_note(one) is NoteState.READY}

    assert ready == MENDED_BY_TIDYING


def test_what_keeps_a_jotting_from_being_ready_is_nearly_always_hinted_at_under_its_blank() -> None:
    silent = {one["id"] for one in JOTTED if not hints_of(one)}

    assert silent <= MENDED_BY_TIDYING


@pytest.mark.parametrize("channel", Channel)
def test_the_frame_names_role_and_company_at_most_once(channel: Channel) -> None:
    for filling in (*GOOD, *JOTTED):
        drawn = brief_of(filling, channel)
        body = compose(drawn).body.partition("Voicemail:")[0]
        typed = " ".join(drawn.said.blanks().values())
        for name in (spoken_role(drawn.job.role), drawn.job.company):
            assert body.count(name) <= 1 + typed.count(name), body


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.CARD, Channel.LINKEDIN, Channel.PHONE])
def test_every_letter_holds_what_was_typed_in_good_english(channel: Channel) -> None:
    for filling in GOOD:
        drawn = brief_of(filling, channel)
        body = compose(drawn).body.casefold()
        for typed in (
            drawn.said.topic,
            drawn.said.answer,
            drawn.said.offer,
            drawn.said.also_answer,
        ):
            assert tidy.curly(tidy.as_part(typed)).casefold() in body
