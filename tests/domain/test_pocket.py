"""The pocket card says what the worksheet holds, on one page whatever was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain import pocket as cards
from lib.domain.dates.workdays import Workdays
from lib.domain.english import DateStyle, English
from lib.domain.interviews import Interview, Interviewer, InterviewKind
from lib.domain.jobs import Job
from lib.domain.pocket import Meeting, Pocket, PocketOffer, PocketPerson, clipped, columns, pocket
from lib.domain.strategies import Offer, PointToMake, Question, Strategy, Timing

AMERICAN, BRITISH = DateStyle(), DateStyle(English.BRITISH)
BOSTON = "America/New_York"
THURSDAY, FRIDAY = date(2026, 11, 26), date(2026, 11, 27)
JOB = Job(id="j", company="Harbor & Vale", role="Analyst")
ROUND = Interview(
    id="i",
    job_id="j",
    kind=InterviewKind.FINAL,
    day=THURSDAY,
    clock=time(10),
    zone=BOSTON,
    place="1 Quay Street",
)
DANA = Interviewer(id="dana", job_id="j", name="Dana Whitfield", position="Head of Operations")
SHEET = Strategy(
    id="i",
    closing="What is the next step, and may I call you on Tuesday?",
    points=(PointToMake("I explain scores", "40 agents use my codes"),),
    questions=(Question("What would a good half-year be?"),),
    offers=(Offer("A sketch of the pilot", Timing.NEXT_WORKDAY),),
)


def card(
    job: Job = JOB,
    at: Interview = ROUND,
    people: Sequence[Interviewer] = (DANA,),
    sheet: Strategy = SHEET,
    zone: str = BOSTON,
    style: DateStyle = AMERICAN,
    **changes: Any,
) -> Pocket:
    return pocket(
        Meeting(job, replace(at, **changes), tuple(people), sheet),
        Workdays(off=frozenset({FRIDAY})),
        zone=zone,
        style=style,
        today=date(2026, 11, 23),
    )


def test_the_card_says_everything_in_words() -> None:
    assert card() == Pocket(
        company="Harbor & Vale",
        role="Analyst",
        round="Final interview",
        day="Thursday, November 26, 2026",
        hours="10 a.m. to 11 a.m.",
        place="1 Quay Street",
        people=(PocketPerson("Dana Whitfield", "Head of Operations"),),
        points=(PointToMake("I explain scores", "40 agents use my codes"),),
        questions=("What would a good half-year be?",),
        closing="What is the next step, and may I call you on Tuesday?",
        offers=(PocketOffer("A sketch of the pilot", "Monday, November 30"),),
    )


def test_when_it_is_stands_in_one_line_too() -> None:
    assert card().when == "Thursday, November 26, 2026, 10 a.m. to 11 a.m."
    assert card(style=DateStyle(clock_24h=True), minutes=45).hours == "10:00 to 10:45"


def test_the_card_is_in_the_english_of_its_person() -> None:
    british = card(style=BRITISH)

    assert british.when == "Thursday 26 November 2026, 10am to 11am"
    assert british.offers[0].by == "Monday 30 November"


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("America/New_York", "New York time"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires time"),
        ("UTC", "UTC"),
        ("Etc/GMT+5", "Etc/GMT+5"),
    ],
)
def test_a_zone_that_is_not_mine_is_named(zone: str, said: str) -> None:
    assert (
        card(at=replace(ROUND, zone=zone), zone="Asia/Tokyo").hours == f"10 a.m. to 11 a.m., {said}"
    )


def test_my_own_zone_goes_without_saying_and_so_does_one_not_known_yet() -> None:
    assert card(zone=BOSTON).hours == card(zone="").hours == "10 a.m. to 11 a.m."


def test_an_interview_over_the_change_of_clocks_ends_by_the_clock_on_the_wall() -> None:
    assert (
        card(day=date(2026, 11, 1), clock=time(0, 30), minutes=120).hours
        == "12:30 a.m. to 1:30 a.m."
    )


def test_someone_without_a_name_is_known_by_the_position() -> None:
    unknown = (
        Interviewer(id="1", job_id="j", position="Team lead"),
        Interviewer(id="2", job_id="j", name=" "),
    )

    assert card(people=unknown).people == (
        PocketPerson("Team lead", "name not known"),
        PocketPerson("Someone", "name not known"),
    )


def test_what_does_not_fit_is_counted() -> None:
    sheet = Strategy(
        id="i",
        points=(PointToMake("point"),) * 5,
        questions=(Question("question"),) * 8,
        offers=(Offer("offer"),) * 6,
    )

    found = card(people=(DANA,) * 11, sheet=sheet)

    assert [*map(len, (found.people, found.points, found.questions, found.offers))] == [8, 4, 6, 4]
    assert (found.more_people, found.more_points) == ("and 3 more", "and 1 more")
    assert (found.more_questions, found.more_offers) == ("and 2 more", "and 2 more")


def test_empty_rows_and_answered_questions_are_left_out() -> None:
    sheet = Strategy(
        id="i",
        closing=" \n ",
        points=(PointToMake(), PointToMake(" ", "evidence alone")),
        questions=(
            Question(" "),
            Question("Answered?", answered=True),
            Question("", answer="told"),
            Question("Open?"),
        ),
        offers=(Offer(" "),),
    )

    found = card(sheet=sheet)

    assert found.points == (PointToMake("evidence alone"),)
    assert found.questions == ("Open?",)
    assert (found.closing, found.offers) == ("", ())


def test_a_worksheet_that_gives_nothing_leaves_the_card_bare() -> None:
    assert card(sheet=Strategy(id="i", goal="Meet the team", if_silent="I call")).is_bare()
    assert not card(sheet=Strategy(id="i", closing="What is next?")).is_bare()


def test_an_offer_names_its_day_since_the_card_is_read_on_another_one() -> None:
    offers = (
        Offer("a", Timing.SAME_DAY),
        Offer("b", Timing.A_WEEK),
        Offer("c", Timing.TWO_WORKDAYS),
    )

    near = card(sheet=Strategy(id="i", offers=offers))
    late = card(sheet=Strategy(id="i", offers=offers), day=date(2026, 12, 30))

    assert [one.by for one in near.offers] == [
        "Thursday, November 26",
        "Friday, December 4",
        "Tuesday, December 1",
    ]
    assert late.offers[1].by == "Wednesday, January 6, 2027"


@pytest.mark.parametrize(
    ("place", "link"),
    [
        ("https://meet.example/a?b=c&d=e", "https://meet.example/a?b=c&d=e"),
        (" http://meet.example \n", "http://meet.example"),
        ("HTTPS://meet.example", "HTTPS://meet.example"),
        ("javascript:alert(1)", ""),
        ("https://", ""),
        ("https://[::1", ""),
        ("see https://meet.example", ""),
        ("https://meet.example room 4", ""),
        ("https://meet.example/\x00x", ""),
        ("1 Quay Street", ""),
        ("https://meet.example/" + "x" * 2000, ""),
    ],
)
def test_only_an_address_on_the_web_is_a_link(place: str, link: str) -> None:
    assert card(place=place).link == link


def test_a_long_link_is_shown_short_and_leads_there_all_the_same() -> None:
    address = "https://meet.example/" + "room" * 100

    found = card(place=address)

    assert found.link == address
    assert found.place == address[: cards.PLACE - 1] + "…"


@pytest.mark.parametrize(
    ("text", "most", "left"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two three", 8, "one two…"),
        ("one two, three", 12, "one two…"),
        ("a" + "b" * 20, 10, "abbbbbbbb…"),
        ("a " + "b" * 20, 10, "a bbbbbbb…"),
        (" a \r\n\t b\x00\ud800 ", 10, "a b"),
        ("漢" * 10, 9, "漢" * 4 + "…"),
    ],
)
def test_a_text_is_cut_after_a_whole_word(text: str, most: int, left: str) -> None:
    assert clipped(text, most) == left


@given(st.text(max_size=300), st.integers(10, 60))
def test_a_cut_text_keeps_to_its_room_and_to_one_line(text: str, most: int) -> None:
    found = clipped(text, most)

    assert columns(found) <= most
    assert "\n" not in found
    assert found == " ".join(found.split())
    found.encode()


@given(st.text(max_size=400), st.text(min_size=3000, max_size=3001))
def test_whatever_was_typed_no_text_is_longer_than_its_room(short: str, long: str) -> None:
    for typed in (short, long):
        found = card(
            job=Job(id="j", company=typed, role=typed),
            people=(Interviewer(id="1", job_id="j", name=typed, position=typed),),
            sheet=Strategy(
                id="i",
                closing=typed,
                points=(PointToMake(typed, typed),),
                questions=(Question(typed),),
                offers=(Offer(typed),),
            ),
            place=typed,
        )

        rooms = [
            (found.company, cards.COMPANY),
            (found.role, cards.ROLE),
            (found.place, cards.PLACE),
        ]
        rooms += [
            (found.closing, cards.CLOSING),
            *((one, cards.QUESTION) for one in found.questions),
        ]
        rooms += [(one.what, cards.OFFER) for one in found.offers]
        rooms += [(one.point, cards.POINT) for one in found.points]
        rooms += [(one.evidence, cards.EVIDENCE) for one in found.points]
        assert all(columns(text) <= most for text, most in rooms)
