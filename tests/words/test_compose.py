"""What the composer promises of everything it writes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lib.domain.debriefs import Point, Request
from lib.domain.due import Due
from lib.domain.followups import Kind
from lib.domain.notes import Channel, NoteKind
from lib.domain.profile import Profile, Tone
from lib.domain.strategies import PointToMake
from lib.words import card, facts, linkedin, parts, phone, thank_you
from lib.words.brief import NextContact
from lib.words.check import check
from lib.words.compose import compose, fit_sentence, help_sentence, raised_sentence
from lib.words.finding import NoteState, state_of
from tests.words import briefs
from tests.words.briefs import PEOPLE, ZONE, brief, person, to_everyone

WORDS = {
    Channel.EMAIL: (thank_you.LEAST, thank_you.OUTERMOST),
    Channel.CARD: (card.LEAST, card.MOST),
    Channel.LINKEDIN: (linkedin.LEAST, linkedin.MOST),
    Channel.INVITATION: (1, linkedin.MOST_SIGNS),
    Channel.PHONE: (1, phone.MOST),
}


@settings(max_examples=800, deadline=None)
@given(briefs.BRIEFS)
def test_what_the_app_writes_from_a_clean_point_is_never_blocked(drawn):
    assume(parts.told(drawn))

    text = compose(drawn)

    assert not any(one.blocks() for one in check(text, drawn)), text.body


@settings(max_examples=300, deadline=None)
@given(
    st.tuples(briefs.POINTS, briefs.POINTS),
    st.sampled_from(Tone),
    st.sampled_from(Channel),
    briefs.CONTACTS,
    briefs.WORKSHEETS,
    st.sampled_from(("", "+1 555 0100")),
)
def test_seven_people_who_raised_the_same_get_notes_that_differ(points, tone, channel, contact, fit, number):
    sender = Profile(name="Sam Ortega", tone=tone, phone=number)
    everyone = to_everyone(PEOPLE, *points, sender=sender, channel=channel, next_contact=contact, fit=fit)
    assume(parts.told(everyone[0]))

    texts = {drawn.reader.name: compose(drawn) for drawn in everyone}

    for drawn in everyone:
        siblings = {name: text for name, text in texts.items() if name != drawn.reader.name}
        found = check(texts[drawn.reader.name], drawn, siblings=siblings)
        assert [one.code for one in found if one.blocks()] == []


@settings(max_examples=600, deadline=None)
@given(
    st.sampled_from(NoteKind),
    st.builds(Point, raised=briefs.WILD, help=briefs.WILD),
    briefs.WILD,
    st.one_of(briefs.WILD, briefs.WILD.map("Call, about {}".format)),
    st.builds(PointToMake, point=briefs.WILD, evidence=briefs.WILD),
)
def test_nothing_that_can_be_typed_stops_it(kind, point, valued, what, mine):
    drawn = brief(point, valued=valued, requests=(Request(id="r", what=what),), fit=(mine,))

    for channel in Channel:
        text = compose(replace(drawn, kind=kind, channel=channel))
        check(text, replace(drawn, kind=kind, channel=channel))
    raised_sentence(drawn.reader, point.raised)
    help_sentence(point.help)
    fit_sentence(mine)


@settings(max_examples=200, deadline=None)
@given(st.one_of(briefs.BRIEFS, briefs.CALLS))
def test_the_same_brief_gives_the_same_words(drawn):
    assert compose(drawn) == compose(replace(drawn))


@settings(max_examples=200, deadline=None)
@given(briefs.BRIEFS)
def test_lengths_stay_within_what_each_channel_takes(drawn):
    assume(parts.told(drawn))

    body = compose(drawn).body

    least, most = WORDS[drawn.channel]
    assert least <= facts.word_count(body) <= most
    assert drawn.channel is not Channel.INVITATION or len(body) <= linkedin.MOST_SIGNS


def test_without_a_clean_point_the_note_names_the_gap_and_is_not_ready():
    drawn = brief(Point(raised=" ".join(["endless"] * 60)))

    text = compose(drawn)

    assert "[what Dana raised, in your own words]" in text.body
    assert state_of(check(text, drawn)) is NoteState.BLOCKED


def test_without_a_name_in_the_profile_the_signature_is_a_gap():
    drawn = brief(sender=Profile())

    text = compose(drawn)

    assert text.body.endswith("[your name]")
    assert state_of(check(text, drawn)) is NoteState.BLOCKED


def test_an_email_holds_role_day_point_request_and_next_contact():
    request = Request(id="r", what="two-page sample", due=Due(date(2026, 11, 23), None, ZONE))

    body = compose(brief(requests=(request,))).body

    for held in (
        "Dear Dana,", "Claims Data Analyst", "Thursday 19 November", "adjusters distrust the score",
        "the two-page sample", "Monday 23 November", "Tuesday 1 December at 10 am", "Sam Ortega",
        "+1 555 0100",
    ):  # fmt: skip
        assert held in body


@pytest.mark.parametrize(
    ("tone", "greeting"),
    [("warm", "Dear Dana,"), ("formal", "Dear Dana Whitfield,"), ("brief", "Hello Dana,")],
)
def test_each_tone_greets_in_its_own_way(tone, greeting):
    text = compose(brief(sender=Profile(name="Sam Ortega", tone=Tone(tone))))

    assert text.body.startswith(greeting)


def test_subjects_of_one_interview_differ():
    subjects = [compose(drawn).subject for drawn in to_everyone(PEOPLE, briefs.POINT)]

    assert len(set(subjects)) == len(PEOPLE)


def test_a_second_request_is_listed_with_its_day():
    due = Due(date(2026, 11, 23), None, ZONE)
    asked = (
        Request(id="a", what="references", due=due),
        Request(id="b", what="send a writing sample", due=due),
    )

    body = compose(brief(requests=asked)).body

    assert "the references" in body
    assert "To follow: a writing sample by Monday 23 November." in body


def test_the_letter_to_the_coordinator_names_everyone_and_asks_for_the_missing():
    nameless = (person("", "Head of Claims"), person("", "The man with the dog"))
    others = (person("Tobias Fehr"), person("Inès Duval"), *nameless)
    drawn = brief(kind=NoteKind.COORDINATOR, others=others, name="Priya Raman")

    text = compose(drawn)

    assert "Tobias Fehr and Inès Duval" in text.body
    assert "the name of the Head of Claims and the man with the dog" in text.body
    assert not any(one.blocks() for one in check(text, drawn))


@given(st.integers(0, 30), st.booleans())
@settings(max_examples=40, deadline=None)
def test_the_letter_keeps_its_length_however_many_there_were(count, known):
    others = tuple(person(f"Ada Number{i}") for i in range(count))
    drawn = brief(kind=NoteKind.COORDINATOR, others=others, name="Priya Raman" if known else "")

    assert not any(one.blocks() for one in check(compose(drawn), drawn))


@settings(max_examples=150, deadline=None)
@given(briefs.BRIEFS, st.sampled_from((NoteKind.COVER_LINE, NoteKind.APOLOGY)))
def test_cover_lines_and_apologies_pass_the_checker_too(drawn, kind):
    whole = replace(drawn, kind=kind, channel=Channel.EMAIL, points=drawn.points[:1])
    assume(parts.told(whole))

    assert [one.code for one in check(compose(whole), whole) if one.blocks()] == []


def test_a_late_call_is_owned_and_offered_again():
    due = Due(date(2026, 11, 20), None, ZONE)
    drawn = brief(
        kind=NoteKind.APOLOGY, requests=(Request(id="f", what="Call, about the start date", due=due),)
    )

    body = compose(drawn).body

    assert "I did not call when I said I would, on Friday 20 November, and I am sorry." in body


@pytest.mark.parametrize(
    ("scrap", "told"),
    [
        ("wants someone who stays", "you want someone who stays"),
        ("We lose people in March", "you lose people in March"),
        ("she's looking for somebody to challenge her", "you are looking for somebody to challenge you"),
        ("I should bring a plan", "I should bring a plan"),
        ("Dana's team has no tester", "your team has no tester"),
        ("what she needs is time", "what you need is time"),
    ],
)
def test_a_line_about_the_reader_is_said_to_the_reader(scrap, told):
    assert told in raised_sentence(person("Dana Whitfield"), scrap)


@pytest.mark.parametrize(
    "scrap", ["you need to like mess", "I spend Mondays on exports", "how would you cope?"]
)
def test_a_line_whose_speaker_is_unsure_is_quoted(scrap):
    assert re.search("“.+”", raised_sentence(person("Dana Whitfield"), scrap))


AN = ("Analyst", "HR Lead", "Umpire", "SQL Developer", "Engineer", "Hourly Clerk", "Editor", "RN")
A = ("UX Designer", "Unit Manager", "European Buyer", "VP Claims", "Night Nurse", "One-Stop Clerk")


@pytest.mark.parametrize(("role", "article"), [*((role, "an") for role in AN), *((role, "a") for role in A)])
def test_a_role_gets_its_article(role, article):
    assert facts.article(role) == article


@pytest.mark.parametrize("raised", ["their queries are a mess", "staff turnover is shocking"])
def test_no_subject_reads_as_a_reproach(raised):
    text = compose(brief(Point(raised)))

    assert not {"mess", "shocking"} & set(text.subject.split())
    assert not any(one.blocks() for one in check(text, brief(Point(raised))))


def test_who_hears_from_me_on_that_day_is_named_where_it_is_somebody_else():
    coming = NextContact(kind=Kind.CHECK_IN, due=Due(date(2026, 12, 1)), agreed=False, other="Tobias Fehr")

    for place in range(8):
        for channel in (Channel.EMAIL, Channel.LINKEDIN):
            drawn = brief(next_contact=coming, others=(person("Tobias Fehr"),), place=place, channel=channel)
            text = compose(drawn)
            assert re.search(r"Tobias Fehr on Tuesday 1 December|On Tuesday 1 December .* Tobias", text.body)
            assert not any(one.blocks() for one in check(text, drawn))
