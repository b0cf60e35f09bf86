"""Messages of the weeks after an interview: what the composer promises of each, and what the checker asks."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lib.domain.debriefs import Blank, Commitment, LeftOut, Opening, Said
from lib.domain.notes import Channel, NoteKind
from lib.domain.profile import Profile, Tone
from lib.words import after_no, facts, labels, missed_call, offer_reply
from lib.words.brief import Weeks
from lib.words.check import check
from lib.words.compose import compose
from lib.words.finding import NoteState, state_of
from lib.words.rules.length import LENGTHS
from tests.words import briefs, weeks_briefs
from tests.words.briefs import PEOPLE, SENDER, person
from tests.words.weeks_briefs import CHANNELS, WAYS, WHOLE, weeks_after

TOPIC = "adjusters who distrust a score without a reason"
SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much]
PLACES = range(7)


def codes(text, drawn, **other) -> list[str]:
    return [one.code for one in check(text, drawn, **other)]


def bodies(kind, channel=Channel.EMAIL, **other) -> list[str]:
    drawn = [
        weeks_after(kind, channel, sender=replace(SENDER, tone=tone), place=place, **other)
        for tone in Tone
        for place in PLACES
    ]
    return [compose(one).body for one in drawn]


@settings(max_examples=500, deadline=None, suppress_health_check=SLOW)
@given(weeks_briefs.MESSAGES)
def test_what_the_app_writes_in_the_weeks_after_passes_its_own_checker_and_keeps_its_length(drawn):
    assume(drawn.kind is not NoteKind.STAY_IN_TOUCH or after_no.read_news(drawn))
    text = compose(drawn)

    assert [one.code for one in check(text, drawn) if one.blocks()] == [], text.body
    least, most = LENGTHS[drawn.kind, drawn.channel]
    assert least <= facts.word_count(text.body) <= most
    assert (len(text.subject.split()) >= 3) is (drawn.channel is Channel.EMAIL)


@settings(max_examples=300, deadline=None, suppress_health_check=SLOW)
@given(weeks_briefs.MESSAGES, st.sampled_from(Channel))
def test_a_check_in_asks_one_question_and_the_second_is_shorter(drawn, channel):
    first, again = (
        compose(replace(drawn, kind=kind, channel=channel))
        for kind in (NoteKind.CHECK_IN, NoteKind.CHECK_IN_AGAIN)
    )

    assert first.body.count("?") == again.body.count("?") == 1
    if channel is not Channel.PHONE:
        assert facts.word_count(again.body) < facts.word_count(first.body)


@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
@given(
    weeks_briefs.MESSAGES,
    st.lists(briefs.GOOD_SAID, min_size=7, max_size=7),
    st.sampled_from(Tone),
    st.booleans(),
)
def test_seven_people_get_seven_different_replies_to_their_no(drawn, said, tone, same):
    ways = CHANNELS[NoteKind.GRACIOUS_REPLY]
    everyone = [
        replace(
            drawn,
            kind=NoteKind.GRACIOUS_REPLY,
            channel=ways[0] if same else ways[place % 2],
            sender=replace(SENDER, tone=tone),
            reader=person(name),
            others=tuple(person(other) for other in PEOPLE if other != name),
            said=drawn.said if same else said[place],
            place=place,
        )
        for place, name in enumerate(PEOPLE)
    ]

    texts = [compose(one) for one in everyone]

    subjects = [text.subject for text in texts if text.subject]
    assert len(set(subjects)) == len(subjects)


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(weeks_briefs.WILD_WEEKS, briefs.WILD_SAID)
def test_nothing_that_can_be_typed_in_the_weeks_after_stops_it(weeks, said):
    for kind, channel in WAYS:
        drawn = weeks_after(kind, channel, weeks=weeks, said=said)
        text = compose(drawn)
        check(text, drawn)
        assert text == compose(replace(drawn))


@pytest.mark.parametrize("kind", CHANNELS)
def test_a_channel_without_words_of_its_own_has_those_of_the_e_mail(kind):
    card, email = compose(weeks_after(kind, Channel.CARD)), compose(weeks_after(kind))

    assert card.subject == email.subject
    assert card.body.partition("\n")[2] == email.body.partition("\n")[2]


@pytest.mark.parametrize("kind", [NoteKind.CHECK_IN, NoteKind.OFFER_THANKS])
def test_a_call_in_the_weeks_after_has_four_parts_and_one_question(kind):
    drawn = weeks_after(kind, Channel.PHONE)

    body = compose(drawn).body

    assert labels.is_script(drawn)
    assert re.findall(r"^(\w+): \S", body, flags=re.MULTILINE) == list(labels.LABELS)
    assert body.count("?") == 1
    assert "+1 555 0100" in body
    assert "Hello Dana" in body


@pytest.mark.parametrize("kind", CHANNELS)
def test_somebody_whose_name_is_not_known_is_simply_greeted(kind):
    drawn = weeks_after(kind, reader=person(""), said=Said())

    body = compose(drawn).body

    assert body.startswith("Hello,")
    assert set(codes(compose(drawn), drawn)) <= {"no_specific"}


def test_a_check_in_holds_role_day_the_day_they_gave_and_something_of_use():
    for body in bodies(NoteKind.CHECK_IN):
        for held in (
            "Claims Data Analyst", "Harbor & Vale", "Thursday, November 19", "Friday, December 4",
            "the two-page reason-code sample",
        ):  # fmt: skip
            assert held in body


def test_where_they_gave_no_day_a_check_in_says_that_i_had_hoped_to_hear():
    for body in bodies(NoteKind.CHECK_IN, commitment=None, weeks=Weeks(offers=("I could start in Jan",))):
        assert re.search(r"hope|news|quiet|come yet|welcome", body)
        assert "December" not in body
        assert "Jan" not in body


def test_the_second_check_in_names_the_day_of_the_first_if_it_is_known():
    assert all("Monday, December 7" in body for body in bodies(NoteKind.CHECK_IN_AGAIN))
    assert all("ome time ago" in body for body in bodies(NoteKind.CHECK_IN_AGAIN, weeks=Weeks()))


def test_closing_the_loop_asks_nothing_and_looks_back_on_what_i_said_to_them():
    for body in bodies(NoteKind.CLOSE_LOOP):
        assert "?" not in body
        assert "hank" in body
        assert TOPIC in body


@pytest.mark.parametrize("kind", [NoteKind.CLOSE_LOOP, NoteKind.GRACIOUS_REPLY])
@pytest.mark.parametrize(
    "said",
    [
        Said(),
        Said(opening=Opening.OPEN_ABOUT),
        Said(opening=Opening.ASKED, topic="about adjusters who distrust a score"),
        Said(opening=Opening.MENTIONED, topic="the adjusters who distrust a score leave"),
        replace(briefs.SAID, left_out=(LeftOut(Channel.EMAIL, Blank.TOPIC),)),
    ],
)
def test_what_makes_no_sense_weeks_later_is_not_looked_back_on(kind, said):
    for body in bodies(kind, said=said):
        assert "adjusters" not in body
        assert "[" not in body


def test_a_missed_call_names_day_and_time_and_two_ways_to_make_it_up():
    for body in bodies(NoteKind.MISSED_CALL):
        assert "Tuesday, December 1 at 10 a.m." in body
        assert "+1 555 0100" in body.partition("\n\nBest")[0]
        assert body.count("?") == 1
    for body in bodies(NoteKind.MISSED_CALL, weeks=Weeks()):
        assert missed_call.NO_DAY in body


def test_a_gracious_reply_thanks_once_and_asks_to_be_considered_again():
    for body in bodies(NoteKind.GRACIOUS_REPLY) + bodies(NoteKind.GRACIOUS_REPLY, Channel.LINKEDIN):
        assert len(re.findall(r"\bthank", body, re.IGNORECASE)) == 1
        assert "Harbor & Vale" in body
        assert re.search("consider|candida|fair hearing|in mind|weigh", body)
        assert TOPIC in body
        assert "?" not in body


@pytest.mark.parametrize(
    ("turn", "news", "held"),
    [
        (1, "finished the SQL course", "I finished the SQL course."),
        (2, "SQL course done", ": SQL course done."),
        (1, "", after_no.NO_NEWS),
        (2, "nothing yet", after_no.NO_NEWS),
    ],
)
def test_staying_in_touch_tells_one_thing_or_leaves_a_gap_for_it(turn, news, held):
    for body in bodies(NoteKind.STAY_IN_TOUCH, weeks=Weeks(news=news, turn=turn)):
        assert held in body
        assert "November" in body
        assert "Claims Data Analyst" in body
        assert "?" not in body


def test_the_second_message_to_stay_in_touch_is_another_one():
    for place in PLACES:
        one, two = (
            compose(weeks_after(NoteKind.STAY_IN_TOUCH, weeks=replace(WHOLE, turn=turn), place=place))
            for turn in (1, 2)
        )
        assert one.subject != two.subject
        assert not set(one.body.split("\n\n")[1:-1]) & set(two.body.split("\n\n")[1:-1])


def test_thanks_for_an_offer_name_the_day_of_my_answer_or_leave_a_gap_for_it():
    for channel in CHANNELS[NoteKind.OFFER_THANKS]:
        assert all("Friday, December 18" in one for one in bodies(NoteKind.OFFER_THANKS, channel))
        assert all(one.count("?") == 1 for one in bodies(NoteKind.OFFER_THANKS, channel))
        without = bodies(NoteKind.OFFER_THANKS, channel, weeks=Weeks())
        assert all(offer_reply.NO_DAY in one for one in without)


def test_a_withdrawal_is_a_clear_word():
    for body in bodies(NoteKind.WITHDRAWAL):
        assert "withdraw" in body
        assert "hank" in body
        assert "?" not in body


def test_a_company_that_ends_with_a_full_stop_ends_no_sentence_twice():
    job = replace(briefs.JOB, company="Vale Inc.")

    for kind, channel in WAYS:
        for body in bodies(kind, channel, job=job):
            assert ".." not in body


def test_a_commitment_without_a_day_is_none():
    drawn = weeks_after(NoteKind.CHECK_IN, commitment=Commitment(what="they will call"))

    assert codes(compose(drawn), drawn) == []


def test_without_a_name_in_the_profile_it_is_not_ready():
    for kind, channel in WAYS:
        drawn = weeks_after(kind, channel, sender=Profile())
        assert state_of(check(compose(drawn), drawn)) is NoteState.BLOCKED
