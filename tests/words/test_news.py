"""What has happened since, and what could be of use to them, read from how it was captured."""

from __future__ import annotations

import pytest

from lib.words import news, offers
from lib.words.compose import TOO_LITTLE, TOO_LONG, news_sentence


@pytest.mark.parametrize(
    ("scrap", "sentence"),
    [
        ("finished the SQL course", "I finished the SQL course."),
        ("finished SQL course", "I finished the SQL course."),
        ("- passed AWS exam!!", "I passed the AWS exam."),
        ("got new job", "I got a new job."),
        ("got scrum certificate", "I got a scrum certificate."),
        ("got my B2 in German", "I got my B2 in German."),
        (
            "started volunteering at the food bank, running their rota",
            "I started volunteering at the food bank, running their rota.",
        ),
        ("we moved the whole ward off paper", "We moved the whole ward off paper."),
        ("I've started at Nord", "I've started at Nord."),
        ("PROMOTED TO LEAD", "I was promoted to lead."),
        ("accepted a place at Leeds", "I accepted a place at Leeds."),
        ("accepted into the nursing programme", "I was accepted into the nursing programme."),
        ("been asked to run the forecast", "I have been asked to run the forecast."),
        ("taken on the Christmas team", "I have taken on the Christmas team."),
        ("have finished my thesis", "I have finished my thesis."),
        ("learning Rust", "I am learning Rust."),
        ("mentoring two new grads now", "I am mentoring two new grads now."),
        ("finally got my licence", "I finally got my licence."),
        ("now working at my uncle's garage", "I am now working at my uncle's garage."),
        ("just moved to Leeds", "I just moved to Leeds."),
        ("lead a team of five now", "I lead a team of five now."),
        ("handled the audit alone", "I handled the audit alone."),
        ("ran the marathon, raised 2k for the hospice", "I ran the marathon, raised 2k for the hospice."),
        ("Finished the course. Started at Nord.", "I finished the course; I started at Nord."),
        ("finished the course, started at Nord", "I finished the course and started at Nord."),
        ("the SQL course is done", "The SQL course is done."),
        ("since then: passed my driving test", "I passed my driving test."),
    ],
)
def test_news_become_a_sentence_about_me_where_that_is_certain(scrap, sentence):
    assert news_sentence(scrap) == sentence


@pytest.mark.parametrize(
    "scrap",
    [
        "SQL course done",
        "no theft since October",
        "qualified nurse since May",
        "volunteering coordinator now",
    ],
)
def test_what_may_be_anything_stands_behind_a_colon(scrap):
    assert news_sentence(scrap) == f"What is new with me: {scrap}."


@pytest.mark.parametrize("scrap", ["", "nothing", "n/a", "new job?", "[something]", "  "])
def test_what_says_nothing_is_no_news(scrap):
    assert news.read(scrap) is None
    assert news_sentence(scrap) == TOO_LITTLE


def test_news_that_are_too_long_are_told_so():
    assert news_sentence("and then " * 20) == TOO_LONG


@pytest.mark.parametrize(
    ("scrap", "thing"),
    [
        ("the two-page reason-code sample", "the two-page reason-code sample"),
        ("two references", "two references"),
        ("references", "references"),
        ("trial day", "a trial day"),
        ("send the sepsis checklist", "the sepsis checklist"),
        ("I can bring the rota template", "the rota template"),
        ("one-page example from the churn report", "a one-page example from the churn report"),
        ("my portfolio", "my portfolio"),
        ("Jo's letter", "Jo's letter"),
        ("stock count from Leeds", "the stock count from Leeds"),
        ("happy to send work samples", "work samples"),
    ],
)
def test_an_offer_stands_as_a_thing(scrap, thing):
    assert offers.thing(scrap, keep=("Jo Marsh",)) == thing


@pytest.mark.parametrize(
    "scrap",
    [
        "walk them through the board",
        "bringing the codes",
        "start in January",
        "I could start in Jan",
        "happy to do a trial",
        "her old report",
        "?",
        "none",
        "a sample?",
        "",
        "the long version of everything I have ever written about the claims",
    ],
)
def test_what_is_no_thing_is_not_offered(scrap):
    assert offers.thing(scrap) == ""
