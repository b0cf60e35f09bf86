"""Why somebody is suggested, as a person says it."""

from __future__ import annotations

from datetime import date

import pytest

from lib.domain.interviews import Interviewer, Role
from lib.domain.people.contacts import Acquaintance, Contact, Knows
from lib.domain.people.suggestion_points import (
    Place,
    Standing,
    Tie,
    asked_for,
    called,
    in_touch,
    knowing,
    reasons,
)

TODAY = date(2026, 11, 20)
DANA = Interviewer(id="dana", job_id="job", name="Dana Whitfield", role=Role.DECISION_MAKER)
RUE = Interviewer(id="rue", job_id="job", name="Rue Lindqvist", role=Role.RECRUITER)
COLE = Interviewer(id="cole", job_id="job", position="assistant", role=Role.COORDINATOR)


def test_everything_that_counts_is_said_what_counts_most_first() -> None:
    ties = (
        Tie(Knows("dana", 5, "from Meridian"), DANA),
        Tie(Knows("cole", 3), COLE),
        Tie(Knows("rue", 1), RUE),
    )
    standing = Standing(ties, Place.NOW, 4, date(2026, 10, 3), 2, True)

    assert list(reasons(Contact(id="n", name="Noor"), standing, "Harbor & Vale", TODAY)) == [
        "knows Dana Whitfield, who decides, very well (from Meridian)",
        "knows the assistant, who coordinates, fairly well",
        "has met Rue Lindqvist, the recruiter, once",
        "works at Harbor & Vale",
        "you know them well",
        "in touch last month",
        "asked for 2 other jobs in the last two months",
        "said no for this job",
    ]


def test_who_is_only_in_the_book_has_the_day_that_linkedin_gave() -> None:
    cy = Acquaintance(id="cy", name="Cy", connected_on=date(2021, 3, 9))
    standing = Standing((), Place.BEFORE, 0, None, 0, False)

    assert list(reasons(cy, standing, "Vale", TODAY)) == [
        "worked at Vale",
        "connected since March 2021",
    ]


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (None, ""),
        (date(2026, 11, 20), "in touch this week"),
        (date(2026, 12, 24), "in touch this week"),
        (date(2026, 11, 3), "in touch this month"),
        (date(2026, 10, 31), "in touch last month"),
        (date(2026, 10, 1), "in touch last month"),
        (date(2026, 9, 25), "last in touch 2 months ago"),
        (date(2025, 11, 21), "last in touch 11 months ago"),
        (date(2025, 11, 20), "last in touch a year ago"),
        (date(2023, 6, 1), "last in touch 3 years ago"),
    ],
)
def test_the_last_contact_is_said_roughly(last: date | None, words: str) -> None:
    assert in_touch(last, TODAY) == words


@pytest.mark.parametrize(
    ("how_well", "words"),
    [
        (0, "knows Dana, who decides"),
        (1, "has met Dana, who decides, once"),
        (5, "knows Dana, who decides, very well"),
    ],
)
def test_how_well_somebody_knows_another_stands_around_the_name(how_well: int, words: str) -> None:
    assert knowing("Dana", "who decides", how_well) == words


def test_a_name_without_a_part_needs_no_commas() -> None:
    assert knowing("Tobias", "", 4) == "knows Tobias well"
    assert knowing("Tobias", "", 0, " from school ") == "knows Tobias (from school)"


def test_somebody_met_without_a_name_is_named_by_what_is_known_of_them() -> None:
    assert called(DANA) == "Dana Whitfield"
    assert called(COLE) == "the assistant"
    assert called(Interviewer(id="x", job_id="job")) == "somebody you met there"


def test_other_jobs_are_counted_in_words() -> None:
    assert (asked_for(0), asked_for(1)) == ("", "asked for 1 other job in the last two months")
