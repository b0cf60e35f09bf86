"""What the app promises of every thank-you that it writes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.domain.dates.due import Due
from lib.domain.debriefs import Blank, LeftOut, OfferOpening, Opening, Request, Said
from lib.domain.english import English
from lib.domain.followups.followup import Kind
from lib.domain.interviews import InterviewFormat, Role
from lib.domain.notes import Channel, NoteKind
from lib.domain.profile import Profile, Tone
from lib.words.brief import Brief, NextContact
from lib.words.letters.compose import compose
from lib.words.letters.message import BEGINS_WITH_I, MOST_ON_A_CARD
from lib.words.letters.thank_you import MOST_SIGNS
from lib.words.text.sentences import split_sentences
from tests.words import briefs
from tests.words.briefs import JOB, PEOPLE, SAID, ZONE, brief, person, to_everyone

NOTHING = Said()
CHECK_IN = NextContact(kind=Kind.CHECK_IN, due=Due(date(2026, 12, 7)), agreed=False)


def frame_of(body: str, said: Said) -> str:
    """The text without what was typed."""
    for text in said.blanks().values():
        body = body.replace(text.replace("'", "’"), " ") if text else body
    return body


@settings(max_examples=600, deadline=None)
@given(briefs.BRIEFS)
def test_the_frame_names_role_and_company_at_most_once(drawn: Brief) -> None:
    drawn = replace(drawn, kind=NoteKind.THANK_YOU)
    body = frame_of(compose(drawn).body, drawn.said)
    if drawn.channel is Channel.PHONE:
        body = body.partition("Voicemail:")[0]

    assert body.count(drawn.job.role) <= 1
    assert body.count(drawn.job.company) <= 1


@settings(max_examples=600, deadline=None)
@given(briefs.BRIEFS)
def test_no_third_sentence_in_a_row_begins_with_i_by_the_frame(drawn: Brief) -> None:
    asked = tuple(replace(one, what=re.sub(r"[.!?…]", "", one.what)) for one in drawn.requests)
    drawn = replace(drawn, requests=asked, said=replace(drawn.said, answer="", also_answer=""))
    text = compose(drawn)
    sentences = split_sentences(" ".join(text.body.split("\n\n")[1:-1]))

    begins = [bool(re.match(r"I[ '’]", one)) for one in sentences]

    assert not any(all(begins[i : i + 3]) for i in range(len(begins) - 2)), text.body


@pytest.mark.parametrize(
    "channel", [Channel.EMAIL, Channel.CARD, Channel.LINKEDIN, Channel.INVITATION]
)
@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("kind", [Kind.CALL, Kind.MESSAGE, Kind.CHECK_IN])
@pytest.mark.parametrize("agreed", [True, False])
def test_after_an_answer_and_an_offer_with_i_the_next_sentence_begins_otherwise(
    channel: Channel, tone: Tone, kind: Kind, agreed: bool
) -> None:
    said = Said(
        opening=Opening.MENTIONED, topic="the loads break", answer="I fixed two.", offer="help"
    )
    contact = NextContact(kind=kind, due=Due(date(2026, 12, 7)), agreed=agreed)
    sender = replace(briefs.SENDER, tone=tone)

    for place, offering in product(range(6), [OfferOpening.GLAD_TO, OfferOpening.LOVE_TO]):
        drawn = brief(
            said=replace(said, offer_opening=offering),
            channel=channel,
            sender=sender,
            place=place,
            next_contact=contact,
            requests=(),
        )
        body = compose(drawn).body
        sentences = split_sentences(" ".join(body.split("\n\n")[1:-1]))
        begins = [bool(re.match(r"I[ '’]", one)) for one in sentences]
        assert not any(all(begins[i : i + 3]) for i in range(len(begins) - 2)), body


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize(
    "opening", [Opening.OPEN_ABOUT, Opening.CARE_ABOUT, Opening.THOUGHT_ABOUT, Opening.TALKED_ABOUT]
)
def test_an_opening_makes_way_for_an_answer_of_two_sentences_with_i(
    opening: Opening, place: int, tone: Tone
) -> None:
    said = replace(SAID, opening=opening, answer="I asked each of them first. I built it then.")

    body = compose(brief(said=said, place=place, sender=Profile(name="Sam", tone=tone))).body

    (paragraph,) = [one for one in body.split("\n\n") if "adjusters who distrust" in one]
    assert not BEGINS_WITH_I.match(paragraph)


@settings(max_examples=400, deadline=None)
@given(briefs.BRIEFS)
def test_the_frame_never_speaks_of_the_reader_as_somebody_else(drawn: Brief) -> None:
    body = frame_of(compose(replace(drawn, requests=())).body, drawn.said)

    assert not re.search(r"\b(?:she|he|they|her|him|them)\b", body, flags=re.IGNORECASE)


@settings(max_examples=400, deadline=None)
@given(briefs.BRIEFS)
def test_no_sentence_ends_on_two_marks(drawn: Brief) -> None:
    assert not re.search(r"[.!?]\.(?:\s|$)", compose(drawn).body)


@settings(max_examples=400, deadline=None)
@given(briefs.BRIEFS)
def test_a_formal_frame_has_no_contractions(drawn: Brief) -> None:
    formal = replace(drawn, sender=replace(drawn.sender, tone=Tone.FORMAL))
    formal = replace(formal, channel=Channel.EMAIL, said=NOTHING)

    assert not re.search(r"\b(?:I|you|it|that|there)['’](?:d|ll|ve|m|s|re)\b", compose(formal).body)


@settings(max_examples=300, deadline=None)
@given(briefs.BRIEFS)
def test_lengths_stay_within_what_each_channel_takes(drawn: Brief) -> None:
    drawn = replace(drawn, said=replace(drawn.said, left_out=()), requests=drawn.requests[:1])
    body = compose(drawn).body
    words = len(body.split())

    if drawn.channel is Channel.INVITATION:
        assert len(body) <= MOST_SIGNS
    elif drawn.channel is Channel.CARD:
        assert 15 <= words <= MOST_ON_A_CARD + 10
    elif not drawn.said.is_empty():
        assert 15 <= words <= 150


@settings(max_examples=300, deadline=None)
@given(briefs.WILD_SAID, st.sampled_from(Channel), st.sampled_from(Tone))
def test_nothing_that_can_be_typed_stops_it(said: Said, channel: Channel, tone: Tone) -> None:
    drawn = brief(said=said, channel=channel, sender=Profile(name="Sam", tone=tone))

    assert compose(drawn) == compose(replace(drawn))


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.CARD, Channel.LINKEDIN])
@pytest.mark.parametrize("tone", Tone)
def test_five_people_who_hear_the_same_get_frames_that_differ(channel: Channel, tone: Tone) -> None:
    sender = Profile(name="Sam Ortega", tone=tone)
    everyone = to_everyone(
        PEOPLE[:4], channel=channel, sender=sender, next_contact=None, said=NOTHING
    )

    bodies = [compose(drawn).body.partition("\n")[2] for drawn in everyone]

    assert len(set(bodies)) == len(bodies)


def test_the_first_openings_of_one_interview_differ() -> None:
    said = Said(topic="the night dock")
    everyone = to_everyone(PEOPLE[:4], said=said)

    for one, other in combinations([compose(drawn).body for drawn in everyone], 2):
        first, second = (
            [s for s in split_sentences(b) if "the night dock" in s] for b in (one, other)
        )
        assert first != second


def test_a_note_holds_what_was_typed_as_it_was_typed() -> None:
    body = compose(brief()).body

    for held in (
        "Hi Dana,", "Claims Data Analyst", "on Thursday",
        "I appreciated how open you were about adjusters who distrust a score without a reason.",
        "At Linden I built reason codes that 40 agents now use.",
        "I’d be glad to show your adjusters the same.",
        "Tuesday, December 1 at 10 a.m.", "Sam Ortega", "+1 555 0100",
    ):  # fmt: skip
        assert held in body


def test_a_second_thing_is_said_only_with_an_answer() -> None:
    said = replace(SAID, also_topic="the new system goes live in peak")
    answered = replace(said, also_answer="I have run three of those.")
    asked = replace(answered, opening=Opening.ASKED)

    assert "new system" not in compose(brief(said=said)).body
    second = "mentioned that the new system goes live in peak. I have run three of those."
    assert f"You {second}" in compose(brief(said=answered)).body
    assert f"You also {second}" in compose(brief(said=asked)).body


def test_a_blank_that_is_left_out_on_a_card_stands_in_the_email() -> None:
    said = replace(SAID, left_out=(LeftOut(Channel.CARD, Blank.OFFER),))

    assert SAID.offer not in compose(brief(said=said, channel=Channel.CARD)).body
    assert SAID.offer in compose(brief(said=said)).body


def test_a_note_of_which_nothing_was_said_is_short_and_has_no_gap() -> None:
    body = compose(brief(said=NOTHING)).body

    assert "[" not in body
    assert 20 <= len(body.split()) <= 70


def test_the_part_of_the_job_that_i_would_enjoy_needs_something_before_it() -> None:
    said = Said(opening=Opening.TALKED_ABOUT, offer_opening=OfferOpening.ENJOY_WORKING)

    assert "enjoy working" not in compose(brief(said=said)).body
    assert "enjoy working" in compose(brief(said=replace(said, topic="the night dock"))).body


@pytest.mark.parametrize(
    ("tone", "greeting"),
    [(Tone.WARM, "Hi Dana,"), (Tone.FORMAL, "Dear Dana Whitfield,"), (Tone.BRIEF, "Hi Dana,")],
)
def test_each_tone_greets_in_its_own_way(tone: Tone, greeting: str) -> None:
    text = compose(brief(sender=Profile(name="Sam Ortega", tone=tone)))

    assert text.body.startswith(greeting)


@pytest.mark.parametrize(
    ("name", "role", "channel", "greeting"),
    [
        ("Dr. Hannah Weiß", Role.PEER, Channel.EMAIL, "Dear Dr. Weiß,"),
        ("Mrs. Kaplan", Role.PEER, Channel.CARD, "Dear Mrs. Kaplan,"),
        ("Dana Whitfield", Role.DECISION_MAKER, Channel.EMAIL, "Dear Dana,"),
        ("Dana Whitfield", Role.PEER, Channel.CARD, "Dear Dana,"),
        ("", Role.PEER, Channel.EMAIL, "Hello,"),
    ],
)
def test_titles_cards_and_those_who_decide_are_greeted_with_dear(
    name: str, role: Role, channel: Channel, greeting: str
) -> None:
    reader = replace(person(name), role=role)

    assert compose(brief(reader=reader, channel=channel)).body.startswith(greeting)


def test_the_greeting_that_the_person_chose_counts() -> None:
    reader = replace(person("Sue Ann Lott"), greet_as="Sue Ann")

    assert compose(brief(reader=reader)).body.startswith("Hi Sue Ann,")


def test_without_a_name_in_the_profile_the_signature_is_a_gap() -> None:
    assert compose(brief(sender=Profile())).body.endswith("[your name]")


def test_the_british_reader_gets_british_dates_and_words() -> None:
    british = replace(briefs.SENDER, english=English.BRITISH)
    timed = NextContact(kind=Kind.CALL, due=Due(date(2026, 12, 7), time(9, 30), ZONE), agreed=True)
    body = compose(brief(sender=british, next_contact=timed)).body

    assert "Monday 7 December at 9.30am" in body
    assert "talking with" not in body


def test_the_english_of_the_job_overrules_that_of_the_profile() -> None:
    british = replace(briefs.SENDER, english=English.BRITISH)
    job = replace(JOB, english=English.AMERICAN)

    assert "December 1" in compose(brief(sender=british, job=job)).body


@pytest.mark.parametrize(
    ("sent_on", "day"),
    [(date(2026, 11, 25), "Thursday"), (date(2026, 11, 26), "Thursday, November 19")],
)
def test_the_interview_is_on_a_weekday_while_that_is_under_a_week_ago(
    sent_on: date, day: str
) -> None:
    body = compose(brief(sent_on=sent_on)).body

    assert re.search(rf"on {day}(?! ?, N)[ .,]", body)


def test_who_was_met_before_or_by_phone_is_not_met_for_the_first_time() -> None:
    for place in range(5):
        by_phone = replace(briefs.INTERVIEW, format=InterviewFormat.PHONE)
        assert " meet " not in compose(brief(interview=by_phone, place=place)).body
        assert " meet " not in compose(brief(met_before=True, place=place)).body


def test_what_was_promised_to_send_stands_with_its_day() -> None:
    due = Due(date(2026, 11, 23), None, ZONE)
    asked = (
        Request(id="a", what="my references", due=due),
        Request(id="b", what="a writing sample", due=due),
        Request(id="c", what="the slides"),
    )

    body = compose(brief(requests=asked)).body

    assert (
        "my references by Monday, November 23 and a writing sample by Monday, November 23." in body
    )
    assert "the slides as soon as I can." in body


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ("the start date", "a.m. about the start date"),
        ("about my visa", "a.m. about my visa"),
        ("to confirm", "a.m. to confirm"),
    ],
)
def test_a_promised_call_says_what_it_is_about(about: str, words: str) -> None:
    assert words in compose(brief(next_contact=replace(briefs.CALL, about=about))).body


def test_only_the_one_who_is_asked_hears_when_i_check_in() -> None:
    assert "December 7" in compose(brief(next_contact=CHECK_IN)).body
    assert "December" not in compose(brief(next_contact=None)).body


def test_company_names_that_end_in_a_mark_get_no_second_one() -> None:
    for company in ("Acme Inc.", "Kade & Co.", "Yahoo!"):
        for place in range(5):
            body = compose(brief(job=replace(JOB, company=company), place=place)).body
            assert f"{company}." not in body


def test_an_invitation_leaves_out_what_does_not_fit() -> None:
    long = Said(opening=Opening.MENTIONED, topic="the depot " * 30, answer="I know it well.")

    body = compose(brief(said=long, channel=Channel.INVITATION)).body

    assert len(body) <= MOST_SIGNS
    assert "depot" not in body


def test_an_invitation_between_endless_names_keeps_its_thanks_and_its_close() -> None:
    endless = replace(briefs.SENDER, name="Wolfeschlegelstein" * 20)

    body = compose(brief(sender=endless, channel=Channel.INVITATION)).body

    assert "Thursday." in body
    assert "happy to connect" in body
    assert "adjusters" not in body


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("we rang every family", "We rang every family, and nobody quit."),
        ("We rang every family!", "We rang every family! Nobody quit."),
        ("", "Nobody quit."),
    ],
)
def test_what_came_of_it_follows_what_i_did(answer: str, told: str) -> None:
    body = compose(brief(said=Said(answer=answer, result="nobody quit"))).body

    assert told in body.split("\n\n")


@pytest.mark.parametrize(
    ("own", "has_more"),
    [("I look forward to hearing from you.", False), ("Please say hello to Tobias.", True)],
)
def test_a_card_that_closes_with_my_own_line_has_no_other_close(own: str, has_more: bool) -> None:
    body = compose(brief(channel=Channel.CARD, said=Said(close=own))).body

    last = body.split("\n\n")[-2]
    assert last.startswith(own)
    assert (last != own) is has_more
