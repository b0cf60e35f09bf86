"""Phone scripts: what they hold, and what the checker asks of them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from lib.domain.debriefs import Commitment, Request, Said
from lib.domain.due import Due
from lib.domain.english import English
from lib.domain.notes import Channel, NoteKind, Text
from lib.domain.profile import Profile
from lib.words import facts, labels, phone
from lib.words.check import check
from lib.words.compose import compose
from lib.words.finding import NoteState, Weight, state_of
from tests.words import briefs
from tests.words.briefs import SAID, SENDER, ZONE, brief, person

WEDNESDAY = Commitment(what="they decide", by=date(2026, 12, 2))


def call(what: str, *, on: date = date(2026, 12, 1), **other) -> object:
    """A brief for a call of that follow-up."""
    asked = (Request(id="f", what=what, due=Due(on, None, ZONE)),)
    return brief(kind=NoteKind.CALL, channel=Channel.PHONE, requests=asked, **other)


def part(text: Text, label: str) -> str:
    """What stands behind that label."""
    return next(block for block in text.body.split("\n\n") if block.startswith(label)).partition(": ")[2]


@settings(max_examples=400, deadline=None)
@given(briefs.CALLS)
def test_nothing_blocks_the_script_of_a_promised_call_whatever_it_is_about(drawn):
    text = compose(drawn)

    assert [one.code for one in check(text, drawn) if one.blocks()] == [], text.body
    assert facts.word_count(text.body) <= phone.MOST


@settings(max_examples=200, deadline=None)
@given(briefs.BRIEFS)
def test_a_script_has_its_four_parts_in_order(drawn):
    text = compose(replace(drawn, channel=Channel.PHONE))

    assert re.findall(r"^(\w+): \S", text.body, flags=re.MULTILINE) == list(labels.LABELS)
    assert len(text.body.split("\n\n")) == len(labels.LABELS)
    assert part(text, "Ask").count("?") == 1


def test_a_script_says_who_calls_about_which_interview():
    text = compose(brief(channel=Channel.PHONE))

    opening, left = part(text, "Opening"), part(text, "Voicemail")
    assert opening.startswith("Hello Dana, ")
    assert "Sam Ortega" in opening
    assert "Thursday" in opening
    assert opening.endswith("?")
    assert SAID.topic in part(text, "Say")
    assert SAID.answer in part(text, "Say")
    assert "Sam Ortega" in left
    assert "+1 555 0100" in left


def test_without_a_number_in_the_profile_none_is_left():
    left = part(compose(brief(channel=Channel.PHONE, sender=Profile(name="Sam Ortega"))), "Voicemail")

    assert "Sam Ortega" in left
    assert "number" not in left


def test_gaps_stand_where_a_name_is_not_known():
    unnamed = brief(channel=Channel.PHONE, reader=person(""), sender=Profile())

    opening = part(compose(unnamed), "Opening")

    assert "[name]" in opening
    assert "[your name]" in opening
    assert state_of(check(compose(unnamed), unnamed)) is NoteState.BLOCKED


TOPICS = [
    ("Call, about the start date", "about the start date", "the start date"),
    ("Call, about start date", "about the start date", "the start date"),
    ("Call, about her training plan", "about your training plan", "your training plan"),
    ("Call, about my references", "about my references", "my references"),
    ("Call, about moving to Leeds", "about moving to Leeds", "moving to Leeds"),
    ("Call, about to confirm Friday", "to confirm Friday", ""),
    ("Call, about confirm the slot", "to confirm the slot", ""),
    ("Call, about whether it's still open", "about whether it's still open", ""),
]


@pytest.mark.parametrize("english", English)
@pytest.mark.parametrize("what", ["Call, as promised", "Call, as planned", *(what for what, _, _ in TOPICS)])
@pytest.mark.parametrize("commitment", [None, WEDNESDAY], ids=["no day", "a day"])
def test_the_script_of_a_call_has_no_finding(english, what, commitment):
    sender = replace(SENDER, english=english)

    for place in range(8):
        drawn = call(what, sender=sender, commitment=commitment, place=place)
        assert check(compose(drawn), drawn) == ()


@pytest.mark.parametrize(("what", "about", "asked"), TOPICS)
def test_a_call_with_a_topic_is_about_that_and_asks_about_it(what, about, asked):
    text = compose(call(what))

    assert about in part(text, "Say")
    assert asked in part(text, "Ask")
    assert "adjusters" not in text.body


@pytest.mark.parametrize("what", ["Call, as promised", "Call, as planned"])
@pytest.mark.parametrize("said", [SAID, Said()], ids=["said", "nothing said"])
def test_a_call_without_a_topic_states_the_interest(what, said):
    drawn = call(what, said=said)
    text = compose(drawn)

    assert "Claims Data Analyst" in part(text, "Say")
    assert "adjusters" not in text.body
    assert check(text, drawn) == ()


def test_a_script_asks_whether_the_day_they_named_still_holds():
    thanks = compose(brief(channel=Channel.PHONE, commitment=WEDNESDAY))
    before = compose(call("Call, as planned", commitment=WEDNESDAY))
    after = compose(call("Call, as planned", on=date(2026, 12, 4), commitment=WEDNESDAY))

    for text in (thanks, before, after):
        assert "Wednesday, December 2" in part(text, "Ask")
    assert part(before, "Ask") != part(after, "Ask")


SCRIPT = """Opening: Hello Dana, it's Sam Ortega; we spoke on Thursday. Is this a good moment?

Say: Thank you for Thursday. I've thought about why adjusters distrust a score without a reason.

Ask: What's the next step?

Voicemail: It's Sam Ortega, about Thursday. No rush."""


@pytest.mark.parametrize(
    "opening",
    [
        "Hello Dana, it's",
        "Opening: Good morning, Dana, this is",
        "Opening: Hello Ms Whitfield, this is",
        "Opening: Is that Dana? It's",
        "Opening: Hello, could I speak to Dana? It's",
        "OPENING: Dana, hello, it's",
        "Hi Dr. Whitfield, it's",
    ],
)
def test_a_script_may_greet_in_many_ways(opening):
    drawn = brief(channel=Channel.PHONE, others=(person("Tobias Fehr"), person("Sam Weller")))
    text = Text("", SCRIPT.replace("Opening: Hello Dana, it's", opening))

    assert [one.code for one in check(text, drawn)] == []


@pytest.mark.parametrize(
    ("opening", "code"),
    [
        ("Opening: Hello Tobias, I spoke with Dana; it's", "other_reader_greeted"),
        ("Opening: Hello Danna, it's", "name_misspelt"),
        ("Opening: Hello, it's", "name_missing"),
        ("Opening: Hello there, this is", "name_missing"),
    ],
)
def test_a_script_that_greets_no_one_or_someone_else_is_refused(opening, code):
    drawn = brief(channel=Channel.PHONE, others=(person("Tobias Fehr"),))
    text = Text("", SCRIPT.replace("Opening: Hello Dana, it's", opening))

    refused = [one.code for one in check(text, drawn) if one.weight is Weight.BLOCKS]

    assert code in refused


def test_a_script_that_does_not_say_who_calls_is_refused():
    drawn = brief(channel=Channel.PHONE)
    text = Text("", SCRIPT.replace("Sam Ortega", "me"))

    assert "no_caller" in [one.code for one in check(text, drawn)]


def test_labels_make_no_two_scripts_alike_and_a_script_may_begin_with_i():
    drawn = brief(channel=Channel.PHONE, others=(person("Tobias Fehr"),))
    other = Text("", "Opening: Ay.\n\nSay: Bee.\n\nAsk: Sea?\n\nVoicemail: Dee.")
    text = Text("", "Opening: Hello Dana, Sam here.\n\nSay: I said so.\n\nAsk: I ask?\n\nVoicemail: I rang.")

    found = [one.code for one in check(text, drawn, siblings={"Tobias Fehr": other})]

    assert "first_person" not in found
    assert not [code for code in found if code.startswith("same_as")]
    assert check(Text("", SCRIPT), drawn) == ()
