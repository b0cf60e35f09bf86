"""Which of the worksheet's points an ask for a good word makes, and how it says them."""

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


def about(topic: str, **other: object) -> Brief:
    """A brief for which points are wanted that go with that topic."""
    return brief(said=Said(topic=topic), **other)


@pytest.mark.parametrize(
    ("sheet", "topic", "chosen"),
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
def test_the_point_that_fits_the_topic_is_made(sheet, topic, chosen, place):
    assert fit.best(about(topic, fit=sheet, place=place)) == fit.said(sheet[chosen])


def test_the_position_of_the_one_who_hears_it_counts_as_well():
    drawn = about("long process", fit=SHOP, reader=person("Dana Whitfield", "Stock controller"))

    assert fit.best(drawn) == fit.said(SHOP[0])


def test_where_nothing_fits_better_each_place_gets_another_point():
    chosen = [fit.best(about("long process", fit=ANALYST, place=place)) for place in range(3)]

    assert len(set(chosen)) == 3


def test_words_of_the_role_itself_do_not_choose_a_point():
    staying = PointToMake("my staff stay with me", "same 6 ladies since 2011")
    shops = PointToMake("run shops for 22 years", "never sick")
    job = Job(id="j", company="Thistle & Co", role="Shop Manager")

    chosen = fit.best(about("staff turnover in the Bury shop", job=job, fit=(shops, staying), place=0))

    assert chosen == fit.said(staying)


def test_a_worksheet_without_points_gives_none():
    assert fit.best(about("handovers")) is None


@pytest.mark.parametrize(
    ("point", "evidence", "said"),
    [
        ("explain scores to people", "reason codes, 40 agents use them", "explain scores to people"),
        ("calm on nights", "running a ward for six years", "I am calm on nights"),
        ("I keep handovers short", "", "I keep handovers short"),
        ("dont panic", "no falls on my ward for 14 months", "I don't panic"),
        ("never missed a shift", "yes", "I never missed a shift"),
        ("SQL + python", "", "SQL and python"),
        ("", "cut handover from 20 to 8 minutes", "I cut handover from 20 to 8 minutes"),
        ("", "run a ward of 30 beds", "I run a ward of 30 beds"),
        ("[point]", "can run one for 40 ppl", "I can run one for 40 people"),
        ("the", "rebuilt it, 3 hrs -> 10 min", "I rebuilt it, 3 hours to 10 min"),
    ],
)
def test_a_point_is_said_as_it_is_and_what_shows_it_in_its_place_where_it_is_not_clean(point, evidence, said):
    found = fit.said(PointToMake(point, evidence))

    assert found is not None
    assert found.words == said


@pytest.mark.parametrize("words", [" ".join(["endless"] * 30), "the", "[link]"])
def test_a_point_without_clean_words_is_not_said(words):
    assert fit.said(PointToMake(words, words)) is None
