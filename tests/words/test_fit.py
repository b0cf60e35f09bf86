"""The line of fit: which of the worksheet's points a note makes, and how it says them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.domain.debriefs import Point
from lib.domain.jobs import Job
from lib.domain.notes import Channel
from lib.domain.strategies import PointToMake
from lib.words import fit
from lib.words.check import check
from lib.words.compose import TOO_LITTLE, TOO_LONG, compose, fit_sentence
from lib.words.told import is_told
from tests.words.briefs import brief, person

NURSE = (
    PointToMake("keep handovers short and complete", "cut handover from 20 to 8 minutes"),
    PointToMake("teaching new nurses", "mentored 6 new grads, all still there"),
    PointToMake("calm when we're short", "run a ward of 30 beds"),
    PointToMake("spot a sick patient early", "caught 2 sepsis cases last winter"),
)
ANALYST = (
    PointToMake("explain scores to people", "reason codes, 40 agents use them"),
    PointToMake("catch broken data before the dashboards do", "contract tests, 9 of 10 breaks found"),
    PointToMake("turn a pile of numbers into one page", "rebuilt the churn report, 3 hrs -> 10 min"),
)
SHOP = (
    PointToMake("know where stock goes", "shrink down from 2.9 to 1.4% in a yr"),
    PointToMake("ROTAS PEOPLE CAN LIVE WITH", "out 3 wks ahead, nobody left in 2 yrs"),
    PointToMake("good w/ angry customers", "complaints halved"),
    PointToMake("open a store from nothing", "opened Leeds + Hull"),
)


@pytest.mark.parametrize(
    ("sheet", "raised", "chosen"),
    [
        (NURSE, "handovers run over, 25 min most nights", 0),
        (NURSE, "new grads leave in the first yr", 1),
        (NURSE, "SEPSIS CASES GET MISSED", 3),
        (NURSE, "nobody gets patients up before noon", 3),
        (ANALYST, "adjusters distrust the score", 0),
        (ANALYST, "renamed columns break dashboards monthly", 1),
        (ANALYST, "board gets 40 pages nobody reads", 2),
        (SHOP, "shrink at 3.1%, worst in the region", 0),
        (SHOP, "rota comes out too late", 1),
        (SHOP, "customers shout at the Saturday kids", 2),
        (SHOP, "wants the Hull store open by Easter", 3),
    ],
)
@pytest.mark.parametrize("place", range(4))
def test_the_point_that_fits_what_the_reader_raised_is_made(sheet, raised, chosen, place):
    drawn = brief(Point(raised), fit=sheet, place=place)

    body = compose(drawn).body

    assert fit.said(sheet[chosen]).point.words in body
    assert [one for one in sheet if is_told(one.point or one.evidence, body)] == [sheet[chosen]]


def test_what_they_value_and_their_position_count_as_well():
    plain = brief(Point("long process"), fit=SHOP)

    assert fit.best(replace(plain, valued="people who stay calm with customers")) == fit.said(SHOP[2])
    assert fit.best(replace(plain, reader=person("Dana Whitfield", "Stock controller"))) == fit.said(SHOP[0])


def test_where_nothing_fits_better_each_place_gets_another_point():
    chosen = [fit.best(brief(Point("long process"), fit=ANALYST, place=place)) for place in range(3)]

    assert len(set(chosen)) == 3


def test_the_evidence_stands_behind_the_point_in_a_sentence_of_its_own():
    body = compose(brief(Point("handovers run over"), fit=NURSE)).body

    line, proof = next(block for block in body.split("\n\n") if "short and complete" in block).split(". ", 1)
    assert line.endswith("keep handovers short and complete")
    assert proof.endswith(": I cut handover from 20 to 8 minutes.")


def test_evidence_that_is_not_clean_is_left_out():
    mine = PointToMake("explain scores to people", "see [link]")

    assert fit_sentence(mine) == "You could rely on me to explain scores to people."


def test_help_that_says_the_same_is_the_line_of_fit():
    drawn = brief(Point("adjusters distrust the score", "explain the scores to people"), fit=ANALYST[:1])

    body = compose(drawn).body

    assert body.count("explain") == 1
    assert "reason codes, 40 agents use them." in body


def test_evidence_that_the_help_has_told_is_not_told_again():
    drawn = brief(
        Point("adjusters distrust the score", "bring the reason codes 40 agents use"), fit=ANALYST[:1]
    )

    assert compose(drawn).body.count("40 agents") == 1


@pytest.mark.parametrize(
    ("point", "evidence", "said"),
    [
        (
            "explain scores to people",
            "reason codes, 40 agents use them",
            "An example: reason codes, 40 agents",
        ),
        ("calm on nights", "running a ward for six years", "I am calm on nights. An example: running a ward"),
        ("", "cut handover from 20 to 8 minutes", "I cut handover from 20 to 8 minutes"),
        ("", "run a ward of 30 beds", "I run a ward of 30 beds"),
        ("rosters people can live with", "can run one for 40 ppl", "I can run one for 40 people"),
        ("I keep handovers short", "", "I keep handovers short"),
        ("dont panic", "no falls on my ward for 14 months", "I don't panic. An example: no falls on my ward"),
        ("never missed a shift", "yes", "I never missed a shift."),
        ("Teaching new nurses", "", "is teaching new nurses"),
        ("SQL + python", "rebuilt the churn report, 3 hrs -> 10 min", "report, 3 hours to 10 min."),
    ],
)
def test_a_point_is_shown_as_it_will_be_said(point, evidence, said):
    assert said in fit_sentence(PointToMake(point, evidence))


def test_a_point_that_cannot_be_said_gets_a_word_on_why():
    assert fit_sentence(PointToMake(" ".join(["endless"] * 30))) == TOO_LONG
    assert fit_sentence(PointToMake("the", "it")) == TOO_LITTLE
    assert fit_sentence(PointToMake("", " ".join(["endless"] * 30))) == TOO_LONG


@pytest.mark.parametrize("channel", [Channel.LINKEDIN, Channel.PHONE])
def test_without_an_offer_of_help_short_messages_make_the_point(channel):
    drawn = brief(Point("handovers run over"), fit=NURSE, channel=channel, next_contact=None)

    bodies = [compose(replace(drawn, place=place)).body for place in range(8)]

    assert all("keep handovers short and complete" in body for body in bodies)
    assert sum("I cut handover from 20 to 8 minutes" in body for body in bodies) >= 4


def test_words_of_the_role_itself_do_not_choose_a_point():
    staying = PointToMake("my staff stay with me", "same 6 ladies since 2011")
    shops = PointToMake("run shops for 22 years", "never sick")

    drawn = brief(
        Point("staff turnover is shocking in the Bury shop"),
        job=Job(id="j", company="Thistle & Co", role="Shop Manager"),
        fit=(shops, staying),
        place=0,
    )

    chosen = fit.best(drawn)
    assert chosen is not None
    assert "staff" in chosen.point.words


@pytest.mark.parametrize(
    "scrap", ["!! I built", "? ! Ran a ward", "; built the codes", "... (I ran it)", "-- ; - Did"]
)
def test_marks_before_the_first_word_are_no_sentence_of_their_own(scrap):
    shown = fit_sentence(PointToMake("", scrap))

    assert "; ;" not in shown
    assert ": ;" not in shown
    assert not any(
        one.blocks()
        for one in check(compose(brief(fit=(PointToMake("", scrap),))), brief(fit=(PointToMake("", scrap),)))
    )
