"""Scripts for the telephone, and the message after a call that did not take place."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment
from lib.domain.english import English
from lib.domain.notes import Channel, NoteKind
from lib.domain.profile import Profile
from lib.words.brief import Brief, NextContact, Weeks
from lib.words.checks.check import check
from lib.words.checks.finding import NoteState, state_of
from lib.words.letters import script_labels
from lib.words.letters.calls import NO_DAY
from lib.words.letters.compose import answers, compose
from tests.words import message_briefs
from tests.words.briefs import SENDER, ZONE, person
from tests.words.message_briefs import (
    BY,
    CALL,
    SCRIPTS,
    filled,
    in_every_tone,
    message,
    part,
    stands_in,
)

PLANNED = replace(CALL, agreed=False, about="")


@pytest.mark.parametrize(("kind", "channel"), SCRIPTS)
def test_a_script_has_its_four_labels_in_their_order_and_no_subject(
    kind: NoteKind, channel: Channel
) -> None:
    for drawn in in_every_tone(kind, channel):
        text = compose(drawn)
        assert script_labels.is_script(drawn)
        assert re.findall(r"^(\w+):", text.body, flags=re.MULTILINE) == list(script_labels.LABELS)
        assert text.subject == ""


@pytest.mark.parametrize(("kind", "channel"), SCRIPTS)
def test_a_script_says_whom_i_call_and_who_is_calling(kind: NoteKind, channel: Channel) -> None:
    for drawn in in_every_tone(kind, channel):
        text = compose(drawn)
        for label in ("Opening", "Voicemail"):
            assert "Sam Ortega" in part(text, label)
            assert ("Jo" if kind.is_to_a_contact() else "Dana") in part(text, label)
        assert part(text, "Opening").endswith("?")
        assert "+1 555 0100" in part(text, "Voicemail")


@pytest.mark.parametrize(("kind", "channel"), SCRIPTS)
def test_without_a_number_in_the_profile_none_is_left(kind: NoteKind, channel: Channel) -> None:
    left = part(compose(message(kind, channel, sender=Profile(name="Sam Ortega"))), "Voicemail")

    assert "555" not in left
    assert not re.search(r"number|reach me", left)


@pytest.mark.parametrize(("kind", "channel"), SCRIPTS)
def test_gaps_stand_where_a_name_is_not_known(kind: NoteKind, channel: Channel) -> None:
    drawn = message(kind, channel, reader=person(""), sender=Profile())

    assert "[name]" in part(compose(drawn), "Opening")
    assert "[your name]" in part(compose(drawn), "Opening")
    assert state_of(check(compose(drawn), drawn)) is NoteState.BLOCKED


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ("the start date", "about the start date"),
        ("about my visa", "about my visa"),
        ("to confirm", "to confirm"),
    ],
)
@pytest.mark.parametrize("agreed", [True, False])
def test_a_promised_call_says_what_it_is_about_in_opening_and_voicemail(
    about: str, words: str, agreed: bool
) -> None:
    for drawn in in_every_tone(NoteKind.CALL, about=replace(CALL, about=about, agreed=agreed)):
        text = compose(drawn)
        for label in ("Opening", "Voicemail"):
            assert (words in part(text, label)) is agreed
        assert "about about" not in text.body


@pytest.mark.parametrize(
    ("about", "slot"), [(CALL, "promised"), (PLANNED, "planned"), (None, "planned")]
)
def test_only_a_call_that_was_promised_is_called_so(about: NextContact | None, slot: str) -> None:
    for drawn in in_every_tone(NoteKind.CALL, about=about):
        assert stands_in(NoteKind.CALL, answers(drawn)["why"], "suggest", slot)
        assert slot == "promised" or "promised" not in compose(drawn).body


@pytest.mark.parametrize(
    ("on", "by", "slot"),
    [
        (date(2026, 12, 1), BY, "before_their_day"),
        (date(2026, 12, 4), BY, "before_their_day"),
        (date(2026, 12, 7), BY, "after_their_day"),
        (date(2026, 12, 7), Commitment(), "no_day"),
    ],
)
def test_the_question_of_a_call_goes_by_the_day_they_gave(
    on: date, by: Commitment, slot: str
) -> None:
    about = replace(CALL, due=Due(on, None, ZONE), about="")

    for drawn in in_every_tone(NoteKind.CALL, about=about, commitment=by):
        asked = part(compose(drawn), "Ask")
        assert stands_in(NoteKind.CALL, answers(drawn)["question"], "suggest", slot)
        assert ("Friday, December 4" in asked) is (by.by is not None)
        assert asked.count("?") == 1


def test_a_call_about_something_of_its_own_speaks_of_that_and_not_of_my_interest() -> None:
    for about, which in ((CALL, "_about_it"), (PLANNED, "")):
        for drawn in in_every_tone(NoteKind.CALL, about=about):
            text = compose(drawn)
            assert stands_in(NoteKind.CALL, part(text, "Say"), "suggest", f"say{which}")
            other = "" if which else "_about_it"
            assert not stands_in(NoteKind.CALL, part(text, "Say"), "suggest", f"say{other}")
            assert stands_in(
                NoteKind.CALL, part(text, "Ask"), "suggest", "question_about_it"
            ) is bool(which)


def test_what_i_want_to_say_and_ask_stands_behind_its_label() -> None:
    typed = filled(
        why="it's about friday", say="I could start on January 11", question="Does that suit you?"
    )

    text = compose(message(NoteKind.CALL, filled=typed))

    assert "It’s about Friday." in part(text, "Opening")
    assert part(text, "Say") == "I could start on January 11."
    assert part(text, "Ask") == "Does that suit you?"


@settings(max_examples=150)
@given(message_briefs.messages({}, ways=[(NoteKind.CALL, Channel.PHONE)]))
def test_nothing_blocks_the_script_of_a_call_whatever_it_is_about(drawn: Brief) -> None:
    assert [one.code for one in check(compose(drawn), drawn) if one.blocks] == []


def test_after_a_missed_call_its_day_and_time_are_named() -> None:
    for english, at in (
        (English.AMERICAN, "Tuesday, December 1 at 10 a.m."),
        (English.BRITISH, "Tuesday 1 December at 10am"),
    ):
        for place in range(8):
            sender = replace(SENDER, english=english)
            body = compose(message(NoteKind.MISSED_CALL, sender=sender, place=place)).body
            assert at in body
            assert ".." not in body


def test_after_a_missed_call_its_subject_is_named_where_it_was_known() -> None:
    told = [compose(message(NoteKind.MISSED_CALL, place=place)).body for place in range(4)]
    bare = [
        compose(message(NoteKind.MISSED_CALL, place=place, about=None)).body for place in range(4)
    ]

    assert any("about the start date" in body for body in told)
    assert not any("about" in body for body in bare)


def test_after_a_missed_call_no_time_of_mine_is_made_up_and_one_question_is_asked() -> None:
    for drawn in in_every_tone(NoteKind.MISSED_CALL):
        assert answers(drawn)["times"] == ""
        assert compose(drawn).body.count("?") == 1


def test_a_missed_call_of_no_known_day_has_a_gap_that_blocks() -> None:
    drawn = message(NoteKind.MISSED_CALL, weeks=Weeks())

    assert NO_DAY in compose(drawn).body
    assert state_of(check(compose(drawn), drawn)) is NoteState.BLOCKED
