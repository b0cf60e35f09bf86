"""LinkedIn messages and invitations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lib.domain.debriefs import Point, Request
from lib.domain.due import Due
from lib.domain.notes import Channel, NoteKind
from lib.words import heads, shapes
from lib.words.check import check
from lib.words.compose import compose
from lib.words.finding import NoteState, state_of
from tests.words.briefs import PEOPLE, ZONE, brief, to_everyone

LONG = Point(
    "the regional claims departments underestimate seasonal fluctuations because nobody reconciles "
    "spreadsheets maintained independently throughout subsidiaries, contractors, intermediaries, "
    "reinsurers and underwriting consultancies"
)
NO_HEAD = Point(
    "regional departments underestimate seasonal fluctuations notwithstanding reconciliations maintained "
    "independently throughout subsidiaries contractors intermediaries reinsurers underwriting consultancies "
    "administrative headquarters worldwide"
)


def test_a_linkedin_message_holds_what_the_email_holds_in_few_words():
    text = compose(brief(channel=Channel.LINKEDIN))

    for held in (
        "Dear Dana,", "Claims Data Analyst", "Thursday 19 November", "adjusters distrust the score",
        "the reason codes I built", "Tuesday 1 December at 10 am",
    ):  # fmt: skip
        assert held in text.body
    assert text.subject == ""
    assert text.body.endswith("\n\nSam")


def test_a_linkedin_message_says_when_something_asked_for_will_be_there():
    asked = (Request(id="r", what="two-page sample", due=Due(date(2026, 11, 23), None, ZONE)),)

    body = compose(brief(channel=Channel.LINKEDIN, requests=asked)).body

    assert "the two-page sample" in body
    assert "Monday 23 November" in body


@pytest.mark.parametrize("place", range(8))
@pytest.mark.parametrize("point", [LONG, NO_HEAD])
def test_an_invitation_cuts_a_long_point_in_the_open(point, place):
    drawn = brief(point, channel=Channel.INVITATION, place=place, name="Marguerite Okonjo-Lind")

    text = compose(drawn)

    assert len(text.body) <= 300
    assert " …" in text.body
    assert not any(one.blocks() for one in check(text, drawn))


def test_an_invitation_takes_the_head_of_a_point_where_it_stands_by_itself():
    point = Point(
        "regional departments underestimate seasonal fluctuations because subsidiaries, contractors, "
        "intermediaries, underwriting consultancies and administrative headquarters worldwide reconcile "
        "spreadsheets independently every quarter"
    )
    drawn = brief(point, channel=Channel.INVITATION)

    body = compose(drawn).body

    assert ": regional departments underestimate seasonal fluctuations." in body
    assert "because" not in body


def test_an_invitation_that_can_hold_no_word_of_the_point_names_the_role():
    drawn = brief(Point("underestimated" * 25), channel=Channel.INVITATION)

    text = compose(drawn)

    assert heads.opening(shapes.raised("underestimated" * 25, "Dana")) == ""
    assert "Claims Data Analyst" in text.body
    assert [one.code for one in check(text, drawn)] == ["no_specific"]


def test_invitations_to_people_who_raised_the_same_long_thing_differ():
    everyone = to_everyone(PEOPLE, NO_HEAD, channel=Channel.INVITATION)
    texts = {drawn.reader.name: compose(drawn) for drawn in everyone}

    for drawn in everyone:
        siblings = {name: text for name, text in texts.items() if name != drawn.reader.name}
        assert not any(one.blocks() for one in check(texts[drawn.reader.name], drawn, siblings=siblings))


def test_an_invitation_is_measured_in_characters():
    drawn = brief(channel=Channel.INVITATION)
    text = compose(drawn)
    longer = replace(text, body=text.body + " more" * 60)

    found = {one.code: one.sentence for one in check(longer, drawn)}

    assert found["too_long"] == f"{len(longer.body)} characters: LinkedIn takes 300 in an invitation."


@pytest.mark.parametrize("channel", [Channel.LINKEDIN, Channel.INVITATION, Channel.PHONE])
def test_a_short_message_without_a_clean_point_names_the_gap(channel):
    drawn = brief(Point("[what?]"), channel=channel)

    text = compose(drawn)

    assert "[what Dana raised, in your own words]" in text.body
    assert state_of(check(text, drawn)) is NoteState.BLOCKED


@pytest.mark.parametrize("kind", NoteKind)
@pytest.mark.parametrize("channel", Channel)
def test_every_kind_of_note_can_be_written_for_every_channel(kind, channel):
    assert compose(brief(kind=kind, channel=channel)).body
