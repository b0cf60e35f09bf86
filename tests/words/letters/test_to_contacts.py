"""Notes to somebody I know: the ask for a good word, one reminder, the thanks."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lib.domain.debriefs import Commitment, Said
from lib.domain.notes import Channel, NoteKind
from lib.domain.profile import Tone
from lib.domain.strategies import PointToMake
from lib.words.brief import GoodWord, Tie
from lib.words.checks.check import check
from lib.words.checks.finding import NoteState, state_of
from lib.words.letters.compose import answers, compose, fields
from lib.words.letters.message import MOST_ON_A_CARD
from lib.words.letters.to_contacts import GAP
from tests.words.briefs import JOB, SENDER, person
from tests.words.message_briefs import (
    AGREED,
    CHANNELS,
    DANA,
    KNOWN_WELL,
    POINT,
    TOBIAS,
    UNNAMED,
    filled,
    in_every_tone,
    message,
    part,
    shown,
    stands_in,
)

ASK, AGAIN, THANKS = NoteKind.GOOD_WORD, NoteKind.GOOD_WORD_AGAIN, NoteKind.CONTACT_THANKS
LINK = "https://example.org/jobs/7"
FRAME_OF_ASK = ("opening", "forward", "out")


def suggested(name: str, kind: NoteKind = ASK, **other: Any) -> str:
    return answers(message(kind, **other))[name]


@pytest.mark.parametrize(
    ("told", "held", "missing"),
    [
        (GoodWord(knows=DANA, decides=DANA), ("Dana Whitfield",), ("Tobias",)),
        (GoodWord(knows=DANA, decides=TOBIAS), ("Dana Whitfield", "Tobias Fehr"), ()),
        (GoodWord(knows=DANA), ("Dana Whitfield",), ("Tobias",)),
        (GoodWord(decides=TOBIAS), ("Tobias Fehr",), ("Dana",)),
        (GoodWord(knows=UNNAMED), (UNNAMED.position,), ("Dana", "Tobias")),
    ],
)
def test_an_ask_names_whom_they_know_and_who_decides(
    told: GoodWord, held: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    for place in range(8):
        knows = suggested("knows", good_word=told, place=place)
        assert all(name in knows for name in held)
        assert not any(name in knows for name in missing)


def test_of_whom_nobody_is_known_an_ask_says_nothing() -> None:
    assert suggested("knows", good_word=GoodWord()) == ""


@pytest.mark.parametrize("tie", Tie)
def test_who_works_there_or_did_is_told_why_i_thought_of_them(tie: Tie) -> None:
    for place in range(8):
        knows = suggested("knows", good_word=GoodWord(tie=tie), place=place)
        assert bool(knows) is (tie is not Tie.NONE)
        assert tie is Tie.NONE or stands_in(ASK, knows, "suggest", tie.value)


@pytest.mark.parametrize(
    ("told", "slot"),
    [
        (GoodWord(knows=DANA), "request_named"),
        (GoodWord(knows=UNNAMED), "request_anyone"),
        (GoodWord(tie=Tie.WORKS_THERE), "request_inside"),
        (GoodWord(tie=Tie.WORKED_THERE), "request_inside"),
        (GoodWord(), "request_anyone"),
    ],
)
def test_what_is_asked_for_goes_by_whom_they_know(told: GoodWord, slot: str) -> None:
    for drawn in in_every_tone(ASK, good_word=told):
        request = answers(drawn)["request"]
        assert stands_in(ASK, request, "suggest", slot)
        assert ("Dana" in request) is (slot == "request_named")


@pytest.mark.parametrize(
    ("noted", "held"),
    [
        ("from Nord", " from Nord"),
        ("through a club.", " through a club"),
        ("through her sister", ""),
        ("old boss", ""),
    ],
)
def test_from_where_they_know_each_other_stands_only_where_it_fits(noted: str, held: str) -> None:
    for place in range(8):
        knows = suggested("knows", good_word=replace(KNOWN_WELL, knows_how=noted), place=place)
        assert held in knows
        assert held or not re.search("boss|sister", knows)


@pytest.mark.parametrize(
    ("sent_on", "is_named"),
    [(date(2026, 12, 3), True), (date(2026, 12, 4), False), (date(2026, 12, 9), False)],
)
def test_by_when_it_would_help_is_said_only_while_that_day_lies_ahead(
    sent_on: date, is_named: bool
) -> None:
    for drawn in in_every_tone(ASK, sent_on=sent_on):
        assert ("Friday, December 4" in answers(drawn)["by_when"]) is is_named
        assert ("Friday, December 4" in compose(drawn).body) is is_named


def test_without_a_day_of_theirs_nothing_says_by_when() -> None:
    assert suggested("by_when", commitment=Commitment()) == ""


def test_the_paragraph_about_me_has_the_worksheets_evidence() -> None:
    fit = (
        POINT,
        PointToMake("calm"),
        PointToMake("seasons", "the desk missed no cutoff"),
        PointToMake("x", "Third."),
    )

    about = suggested("about_me", fit=fit)

    assert POINT.evidence in about
    assert "The desk missed no cutoff." in about
    assert "Third." not in about
    assert shown(about) in compose(message(ASK, fit=fit)).body


def test_without_evidence_the_paragraph_about_me_has_the_answer_of_the_letter() -> None:
    about = suggested(
        "about_me", fit=(PointToMake("calm"),), said=Said(answer="we cut ours from 48% to 22%")
    )

    assert about == "We cut ours from 48% to 22%."


def test_where_nothing_is_known_about_me_a_gap_blocks_the_ask() -> None:
    drawn = message(ASK, fit=(), said=Said())

    assert GAP in answers(drawn)["about_me"]
    assert state_of(check(compose(drawn), drawn)) is NoteState.BLOCKED


def test_the_link_of_the_job_stands_in_the_line_under_the_paragraph_about_me() -> None:
    for drawn in in_every_tone(ASK, job=replace(JOB, link=f" {LINK} ")):
        paragraphs = compose(drawn).body.split("\n\n")
        (at,) = [at for at, one in enumerate(paragraphs) if LINK in one]
        assert paragraphs[at].endswith(f": {LINK}")
        assert paragraphs[at - 1] == POINT.evidence
    assert suggested("link", job=JOB) == ""


def test_without_the_paragraph_about_me_the_link_still_stands_there_and_nothing_announces_it() -> (
    None
):
    for drawn in in_every_tone(ASK, job=replace(JOB, link=LINK), filled=filled(about_me="")):
        body = compose(drawn).body
        assert LINK in body
        assert not stands_in(ASK, body, "forward")


def test_what_was_only_noted_stands_beside_its_blank_and_in_no_message() -> None:
    told = replace(
        KNOWN_WELL, how="drove to Nord together", knows_how="her former lodger",
        trait="unflappable", did="lunch w/ Tobias on Monday", came_of_it="nothing so far",
    )  # fmt: skip
    noted = ("drove", "lodger", "unflappable", "lunch", "nothing so far")

    for kind, channels in CHANNELS.items():
        for channel in channels if kind.is_to_a_contact() else ():
            for drawn in in_every_tone(kind, channel, good_word=told):
                body = compose(drawn).body.casefold()
                assert not [words for words in noted if words in body]

    beside = {
        one.name: one.noted
        for one in (*fields(message(ASK, good_word=told)), *fields(message(THANKS, good_word=told)))
    }
    assert beside["hello"] == told.how
    assert beside["knows"] == told.knows_how
    assert beside["about_me"] == told.trait
    assert beside["did"] == told.did
    assert beside["came_of_it"] == told.came_of_it


def test_a_seventh_ask_does_not_read_like_the_first() -> None:
    for tone in Tone:
        sender = replace(SENDER, tone=tone)
        first, seventh = (message(ASK, sender=sender, place=place) for place in (0, 6))
        assert answers(first)["request"] != answers(seventh)["request"]
        bodies = [compose(one).body.split("\n\n") for one in (first, seventh)]
        shared = {one for one in bodies[0] if one in bodies[1]}
        assert shared <= {bodies[0][0], POINT.evidence, bodies[0][-1]}


@pytest.mark.parametrize("place", range(8))
def test_every_ask_says_what_it_is_about_and_leaves_a_way_out(place: int) -> None:
    for tone in Tone:
        body = compose(message(ASK, sender=replace(SENDER, tone=tone), place=place)).body
        assert all(stands_in(ASK, body, slot) for slot in FRAME_OF_ASK)
        assert "Harbor & Vale" in body


@pytest.mark.parametrize("kind", [ASK, AGAIN, THANKS])
@pytest.mark.parametrize(
    ("name", "greeting"), [("Jo Marsh", "Dear Jo,"), ("Dr. Hannah Weiß", "Dear Dr. Weiß,")]
)
def test_a_formal_message_greets_somebody_i_know_by_the_given_name_unless_they_have_a_title(
    kind: NoteKind, name: str, greeting: str
) -> None:
    drawn = message(kind, reader=person(name), sender=replace(SENDER, tone=Tone.FORMAL))

    assert compose(drawn).body.startswith(greeting)


@pytest.mark.parametrize("kind", [ASK, AGAIN, THANKS])
def test_on_linkedin_a_message_has_no_subject_and_is_signed_by_first_name(kind: NoteKind) -> None:
    text = compose(message(kind, Channel.LINKEDIN))

    assert text.subject == ""
    assert text.body.endswith("\n\nSam")


def test_a_long_ask_on_linkedin_offers_the_paragraph_instead_of_holding_it() -> None:
    fit = (PointToMake("p", "The desk missed no cutoff in three seasons of nine weeks each. " * 3),)

    body = compose(message(ASK, Channel.LINKEDIN, fit=fit)).body

    assert "cutoff" not in body
    assert stands_in(ASK, body, "later")


def test_the_script_of_an_ask_offers_lines_to_forward_and_asks_in_its_place() -> None:
    for drawn in in_every_tone(ASK, Channel.PHONE):
        text = compose(drawn)
        assert "Dana" in part(text, "Ask")
        assert stands_in(ASK, part(text, "Ask"), "later")
        assert POINT.evidence not in text.body


def test_a_reminder_asks_what_has_come_of_it_once_they_have_agreed() -> None:
    for place in range(8):
        before = suggested("question", AGAIN, place=place)
        after = suggested(
            "question", AGAIN, good_word=replace(KNOWN_WELL, agreed_on=AGREED), place=place
        )
        assert stands_in(AGAIN, before, "suggest", "question")
        assert stands_in(AGAIN, after, "suggest", "question_agreed")
        assert "Dana" in after


def test_a_reminder_says_when_i_asked() -> None:
    for drawn in in_every_tone(AGAIN):
        assert "on November 21" in compose(drawn).body
        assert "November" not in compose(replace(drawn, good_word=GoodWord())).body


def test_what_came_of_it_stands_in_the_thanks_where_it_is_a_sentence() -> None:
    told = replace(KNOWN_WELL, came_of_it="they invited me back")

    assert "They invited me back." in compose(message(THANKS, good_word=told)).body
    assert not stands_in(THANKS, compose(message(THANKS, good_word=told)).body, "waiting")
    assert stands_in(THANKS, compose(message(THANKS)).body, "waiting")


def test_the_thanks_name_whom_they_spoke_to_else_the_company() -> None:
    for drawn in in_every_tone(THANKS):
        assert "with Dana" in compose(drawn).body
        assert "at Harbor & Vale" in compose(replace(drawn, good_word=GoodWord())).body


def test_thanks_on_a_card_fit_on_it() -> None:
    for drawn in in_every_tone(
        THANKS, Channel.CARD, filled=filled(mine="Lunch is on me when you're back.")
    ):
        text = compose(drawn)
        assert text.subject == ""
        assert "+1 555" not in text.body
        assert len(text.body.split()) <= MOST_ON_A_CARD + 10


def test_the_shortest_ask_that_the_app_writes_is_not_too_short() -> None:
    sparse = message(
        NoteKind.GOOD_WORD,
        sender=replace(SENDER, tone=Tone.BRIEF),
        job=replace(JOB, role="Analyst"),
        good_word=GoodWord(),
        commitment=Commitment(),
        fit=(replace(POINT, point="", evidence="We cut ours from 48% to 22%."),),
    )

    for place in range(8):
        drawn = replace(sparse, place=place)
        found = {one.code for one in check(compose(drawn), drawn)}
        assert "too_short" not in found, compose(drawn).body
