"""A blank with an open hint keeps its note from being ready while its words stand there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lib.domain.debriefs import OfferOpening, Opening, Said
from lib.domain.notes import Channel, NoteKind
from lib.words.checks.check import check
from lib.words.checks.finding import NoteState, state_of
from lib.words.letters.compose import compose
from tests.words.briefs import JOB, SAID, brief
from tests.words.message_briefs import filled, message

ANSWERED = replace(SAID, offer="", offer_opening=None)


def codes(said: Said, channel: Channel = Channel.EMAIL) -> list[str]:
    """The findings for the note that the app writes with those blanks."""
    drawn = brief(said=said, channel=channel)
    return [one.code for one in check(compose(drawn), drawn)]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (
            {"opening": Opening.ASKED, "topic": "can I read prints"},
            "direct_question:can I read prints",
        ),
        ({"opening": Opening.ASKED, "topic": "Saturdays"}, "asked_about:Saturdays"),
        (
            {"opening": Opening.MENTIONED, "topic": "the first 90 days"},
            "no_clause:the first 90 days",
        ),
        ({"topic": "labs are running late"}, "clause_after_about:labs are running late"),
        ({"offer": "sharing my sheets"}, "offer_without_verb:sharing my sheets"),
        ({"offer": "show him a mock-up of it"}, "third_person:show him a mock-up of it"),
        ({"thanks": "you showed me the desk"}, "thanks_shape:you showed me the desk"),
        (
            {"answer": "Step back, stay calm and tell the nurse."},
            "verb_first:Step back, stay calm and tell",
        ),
        (
            {"topic": "the thing with the vendors and the"},
            "breaks_off:the thing with the vendors and the",
        ),
        (
            {"opening": Opening.ASKED, "topic": "about Saturdays", "answer": ""},
            "no_answer:about Saturdays",
        ),
    ],
)
def test_a_hint_about_what_stands_in_the_note_is_looked_at_again(
    changed: dict[str, Any], code: str
) -> None:
    said = replace(ANSWERED, **changed)

    assert [one for one in codes(said) if one.startswith(code)]


@pytest.mark.parametrize(
    "changed",
    [
        {"answer": ""},
        {"answer": "I built one."},
        {"also_topic": "the new desk opens in May"},
        {"also_topic": "they want a second desk"},
    ],
)
def test_advice_on_what_more_could_be_said_is_none(changed: dict[str, Any]) -> None:
    assert codes(replace(ANSWERED, **changed)) == []


def test_an_open_hint_is_answered_by_changing_the_note() -> None:
    drawn = brief(said=replace(ANSWERED, offer="sharing my sheets"))
    text = compose(drawn)
    mended = replace(text, body=text.body.replace("sharing my sheets", "share my sheets"))

    assert state_of(check(text, drawn)) is NoteState.LOOK_AGAIN
    assert state_of(check(mended, drawn)) is NoteState.READY


def test_a_slip_is_found_once_and_not_for_its_blank_as_well() -> None:
    said = replace(ANSWERED, offer="show her the codes she asked for. She wants them")

    assert [one.partition(":")[0] for one in codes(said)].count("third_person") == 1


def test_a_blank_that_has_no_place_in_the_message_is_not_looked_at() -> None:
    said = replace(ANSWERED, offer_opening=OfferOpening.ENJOY_WORKING, offer="my tracker")

    assert codes(said) == []


@pytest.mark.parametrize(
    "typed", ["TODO find the number (30%?)", "XX agents use it now.", "It took [how long] weeks."]
)
def test_a_place_to_fill_that_was_typed_into_a_blank_blocks(typed: str) -> None:
    assert "placeholder" in codes(replace(ANSWERED, answer=typed))


@pytest.mark.parametrize(
    "role",
    [
        "Vice President, Nursing Operations",
        "Teacher Aide, K-1 special ed (days)",
        "Site Superintendent - Healthcare",
        "Data Analyst (Part Time)",
        "Sr. Mgr. Ops",
    ],
)
def test_a_role_said_in_short_is_that_role(role: str) -> None:
    for place in range(5):
        drawn = brief(job=replace(JOB, role=role), place=place)
        assert [one.code for one in check(compose(drawn), drawn)] == []


@pytest.mark.parametrize(
    ("kind", "blank", "typed"),
    [
        (NoteKind.CHECK_IN_AGAIN, "news", "finished the SQL course in December"),
        (NoteKind.GRACIOUS_REPLY, "more", "learned a lot from the desk"),
        (NoteKind.CALL, "say", "sorted the papers with the agency"),
    ],
)
def test_a_sentence_of_a_message_that_lacks_its_subject_is_looked_at_again(
    kind: NoteKind, blank: str, typed: str
) -> None:
    without, whole = (
        message(kind, filled=filled(**{blank: text})) for text in (typed, f"I {typed}.")
    )

    assert f"no_subject:{typed}" in [one.code for one in check(compose(without), without)]
    assert [one.code for one in check(compose(whole), whole)] == []


@pytest.mark.parametrize(
    ("kind", "blank", "typed"),
    [
        (NoteKind.GRACIOUS_REPLY, "more", "the sample sheet, can send it"),
        (NoteKind.CALL, "say", "start date, visa, parking"),
    ],
)
def test_a_jotting_in_a_message_is_looked_at_again(kind: NoteKind, blank: str, typed: str) -> None:
    drawn = message(kind, filled=filled(**{blank: typed}))

    assert [one.code for one in check(compose(drawn), drawn)] == [f"no_sentence:{typed}"]
