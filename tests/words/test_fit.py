"""Which of the worksheet's points is told to somebody who could put in a good word."""

from __future__ import annotations

import pytest

from lib.domain.debriefs import Said
from lib.domain.jobs import Job
from lib.domain.strategies import PointToMake
from lib.words import fit
from lib.words.brief import Brief
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


def about(topic: str, **other) -> Brief:
    """A brief of a reader who spoke of that."""
    return brief(said=Said(topic=topic), **other)


@pytest.mark.parametrize(
    ("sheet", "raised", "chosen"),
    [
        (NURSE, "handovers run over, 25 min most nights", 0),
        (NURSE, "new grads leave in the first yr", 1),
        (NURSE, "SEPSIS CASES GET MISSED", 3),
        (ANALYST, "renamed columns break dashboards monthly", 1),
        (ANALYST, "board gets 40 pages nobody reads", 2),
        (SHOP, "shrink at 3.1%, worst in the region", 0),
        (SHOP, "customers shout at the Saturday kids", 2),
        (SHOP, "wants the Hull store open by Easter", 3),
    ],
)
@pytest.mark.parametrize("place", range(4))
def test_the_point_that_fits_what_the_reader_spoke_of_is_chosen(sheet, raised, chosen, place):
    assert fit.best(about(raised, fit=sheet, place=place)) == fit.said(sheet[chosen])


def test_their_position_counts_as_well():
    drawn = about("long process", fit=SHOP, reader=person("Dana Whitfield", "Stock controller"))

    assert fit.best(drawn) == fit.said(SHOP[0])


def test_where_nothing_fits_better_each_place_gets_another_point():
    chosen = [fit.best(about("long process", fit=ANALYST, place=place)) for place in range(3)]

    assert len(set(chosen)) == 3


def test_words_of_the_role_itself_do_not_choose_a_point():
    staying = PointToMake("my staff stay with me", "same 6 ladies since 2011")
    shops = PointToMake("run shops for 22 years", "never sick")

    drawn = about(
        "staff turnover is shocking in the Bury shop",
        job=Job(id="j", company="Thistle & Co", role="Shop Manager"),
        fit=(shops, staying),
        place=0,
    )

    chosen = fit.best(drawn)
    assert chosen is not None
    assert "staff" in chosen.point.words
