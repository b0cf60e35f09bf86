"""Notes to somebody I know: the ask for a good word, its reminder, the thanks."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from lib.domain.english import English
from lib.domain.notes import Channel, NoteKind, Text
from lib.domain.profile import Profile, Tone
from lib.words import facts, good_word, labels
from lib.words.brief import GoodWord, Tie
from lib.words.check import check
from lib.words.compose import compose
from lib.words.finding import NoteState, state_of
from lib.words.rules.length import LENGTHS
from tests.words import contact_briefs
from tests.words.briefs import SENDER, person
from tests.words.contact_briefs import AGREED, ASKED, DANA, SPOKE, TOBIAS, to_contact

SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much]
KNOWS_DANA = GoodWord(
    knows=DANA, decides=DANA, knows_how="worked under her at Acme", trait="calm under pressure"
)


def codes(text, drawn, **other) -> list[str]:
    return [one.code for one in check(text, drawn, **other)]


@settings(max_examples=600, deadline=None, suppress_health_check=SLOW)
@given(contact_briefs.NOTES)
def test_what_the_app_writes_to_a_contact_passes_its_own_checker_and_keeps_its_length(drawn):
    text = compose(drawn)

    says_something = drawn.kind is not NoteKind.GOOD_WORD or any(good_word.about_me(drawn))
    blocking = [one.code for one in check(text, drawn) if one.blocks()]
    assert blocking == ([] if says_something else ["placeholder"]), text.body
    least, most = LENGTHS[drawn.kind, drawn.channel]
    assert least <= facts.word_count(text.body) <= most


@settings(max_examples=200, deadline=None, suppress_health_check=SLOW)
@given(contact_briefs.WILD_NOTES)
def test_nothing_that_can_be_typed_about_a_contact_stops_it(drawn):
    text = compose(drawn)

    check(text, drawn)


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(contact_briefs.NOTES)
def test_the_same_brief_gives_the_same_note_and_a_call_has_four_parts_and_one_question(drawn):
    text = compose(drawn)

    assert text == compose(replace(drawn))
    if drawn.channel is Channel.PHONE:
        assert labels.is_script(drawn)
        assert re.findall(r"^(\w+): \S", text.body, flags=re.MULTILINE) == list(labels.LABELS)
        asked = next(part for part in text.body.split("\n\n") if part.startswith("Ask: "))
        assert asked.count("?") == 1


@pytest.mark.parametrize("place", range(6))
@pytest.mark.parametrize("tone", Tone)
def test_an_ask_holds_the_job_who_decides_the_tie_the_trait_the_request_and_a_way_out(tone, place):
    drawn = to_contact(told=KNOWS_DANA, sender=replace(SENDER, tone=tone), place=place)

    text = compose(drawn)

    for held in (
        "Claims Data Analyst", "Harbor & Vale", "Thursday, November 19", "Dana Whitfield",
        "you know Dana from Acme", "someone calm under pressure", "Sam Ortega",
    ):  # fmt: skip
        assert held in text.body
    assert "?" in text.body
    assert 3 <= len(text.subject.split()) <= 9


@pytest.mark.parametrize(
    ("told", "held"),
    [
        (GoodWord(knows=TOBIAS, decides=DANA, trait="calm"), ("Tobias Fehr", "Dana Whitfield")),
        (GoodWord(tie=Tie.WORKS_THERE, decides=DANA, trait="calm"), ("Dana Whitfield",)),
        (GoodWord(tie=Tie.WORKED_THERE, trait="calm"), ()),
        (GoodWord(trait="calm"), ()),
        (GoodWord(decides=person("", "Head of Claims"), trait="calm"), ("he Head of Claims",)),
    ],
)
def test_whoever_decides_and_whoever_they_know_are_named(told, held):
    for place in range(6):
        for channel in (Channel.EMAIL, Channel.LINKEDIN, Channel.PHONE):
            drawn = to_contact(channel=channel, told=told, place=place)
            text = compose(drawn)
            assert [name for name in held if name not in text.body] == []
            assert codes(text, drawn) == []


def test_a_contact_of_the_same_first_name_is_not_told_to_speak_to_themselves():
    drawn = to_contact(name="Dana Cole", told=KNOWS_DANA)

    text = compose(drawn)

    assert "you know Dana Whitfield from Acme" in text.body
    assert not re.search(r"Dana(?! Whitfield)", text.body.partition("\n")[2])


def test_without_a_trait_the_best_point_of_the_strategy_stands_in_and_without_one_a_gap():
    with_point, without = to_contact(told=GoodWord(knows=DANA)), to_contact(told=GoodWord(knows=DANA), fit=())

    assert "I can explain scores to people" in compose(with_point).body
    assert good_word.GAP in compose(without).body
    assert codes(compose(without), without) == ["placeholder"]


@pytest.mark.parametrize(
    ("told", "held"),
    [
        (
            GoodWord(knows=DANA, asked_on=ASKED),
            ("Friday, November 20",),
        ),
        (GoodWord(asked_on=ASKED, agreed_on=AGREED), ("Monday, November 23",)),
        (GoodWord(), ("at Harbor & Vale",)),
    ],
)
def test_a_reminder_names_the_day_asks_one_question_and_leaves_it_there(told, held):
    for place in range(6):
        drawn = to_contact(NoteKind.GOOD_WORD_AGAIN, told=told, place=place)
        text = compose(drawn)
        assert [one for one in held if one not in text.body] == []
        assert text.body.count("?") == 1
        assert ("hank" in text.body) is bool(told.agreed_on)


def test_thanks_say_what_they_did_and_what_came_of_it():
    told = GoodWord(knows=DANA, decides=DANA, did="called her on Mon", came_of_it="second interview on Thu")

    body = compose(to_contact(NoteKind.CONTACT_THANKS, told=told)).body

    assert "ou called Dana on Monday" in body
    assert ": a second interview on Thursday." in body


def test_thanks_name_the_day_and_the_person_where_nothing_was_written_down():
    plain = GoodWord(knows=DANA, spoke_on=SPOKE)
    unsure = replace(plain, did="talked to her assistant")

    bodies = {
        what: [compose(to_contact(NoteKind.CONTACT_THANKS, told=what, place=i)).body for i in range(6)]
        for what in (plain, unsure)
    }

    assert all("Tuesday, November 24" in body for body in bodies[plain])
    assert any("with Dana on Tuesday, November 24" in body for body in bodies[plain])
    assert not any("Dana" in body for body in bodies[unsure])


@pytest.mark.parametrize(
    ("name", "tone", "greeting"),
    [
        ("Jo Marsh", Tone.WARM, "Dear Jo,"),
        ("Jo Marsh", Tone.FORMAL, "Dear Jo,"),
        ("Jo Marsh", Tone.BRIEF, "Hello Jo,"),
        ("Dr. Amina Yusuf", Tone.FORMAL, "Dear Dr. Yusuf,"),
        ("", Tone.WARM, "Dear [name],"),
    ],
)
def test_somebody_i_know_is_called_by_the_first_name(name, tone, greeting):
    drawn = to_contact(name=name, sender=Profile(name="Sam Ortega", tone=tone))

    assert compose(drawn).body.startswith(greeting)


BY_HAND = """Dear Jo,

On Thursday I was at Harbor & Vale for the Claims Data Analyst role, and Dana Whitfield decides. You two
sat on a board together. What counted there was keeping one's head when claimants shout, and you have watched
me do that at the depot for years. Would you tell Dana so, in a line or over the telephone? Two sentences
would be plenty, and the advert is here for you if you want to see it first. If it would be awkward, leave it;
there are no hard feelings at all, and we will talk about other things when we meet.

Sam Ortega"""
NOTE = Text("A word with Dana, if you can", BY_HAND)


def test_an_ask_written_by_hand_passes():
    assert codes(NOTE, to_contact(told=KNOWS_DANA)) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Dear Jo", "Dear Dana", "other_reader_greeted"),
        ("Dear Jo", "Hello", "name_missing"),
        ("at the depot", "at [place]", "placeholder"),
    ],
)
def test_an_ask_is_refused(old, new, code):
    text = replace(NOTE, body=BY_HAND.replace(old, new))

    found = check(text, to_contact(told=KNOWS_DANA))

    assert code in [one.code for one in found]
    assert state_of(found) is NoteState.BLOCKED


def test_an_ask_that_says_nothing_about_me_is_refused_until_it_does():
    drawn = to_contact(told=KNOWS_DANA)
    text = compose(drawn)
    bare = replace(text, body=text.body.replace(good_word.trait_line(drawn), ""))

    mended = replace(text, body=bare.body.replace("\n\nBest", " Angry claimants never rattled me.\n\nBest"))

    assert codes(bare, drawn)[0] == "nothing_about_me"
    assert "nothing_about_me" not in codes(mended, drawn)


def test_a_gap_that_was_filled_by_hand_says_something_about_me():
    drawn = to_contact(told=GoodWord(knows=DANA), fit=())
    text = compose(drawn)

    filled = text.body.replace(good_word.GAP, "Angry customers never rattled me.")

    assert codes(replace(text, body=filled), drawn) == []


def test_an_ask_that_names_none_of_the_people_it_is_about_is_warned_about():
    text = replace(NOTE, body=BY_HAND.replace("Dana Whitfield", "she").replace("Dana", "her"))

    assert codes(text, to_contact(told=KNOWS_DANA)) == ["names_nobody"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("at Harbor & Vale for the Claims Data Analyst role", "at a place for a job", "no_job"),
        ("On Thursday", "On Friday", "interview_day:Friday"),
        ("You two", "At Kestrel you two", "other_company:Kestrel"),
        ("Would you tell", "I need this job. Would you tell", "begging:need this job"),
        ("plenty", "plenty " + "and more " * 60, "too_long"),
        ("If it would", "Thank you. Thanks a lot. I am grateful. If it would", "over_thanking"),
    ],
)
def test_an_ask_is_warned_about(old, new, code):
    text = replace(NOTE, body=BY_HAND.replace(old, new))

    assert code in codes(text, to_contact(told=KNOWS_DANA), other_companies=("Kestrel",))


def test_a_company_that_was_written_down_with_the_contact_needs_no_answer():
    drawn = to_contact(told=KNOWS_DANA)

    assert codes(compose(drawn), drawn, other_companies=("Acme",)) == []


def test_the_days_of_the_ask_may_stand_in_a_note_and_others_may_not():
    told = replace(KNOWS_DANA, asked_on=ASKED, agreed_on=AGREED, spoke_on=SPOKE)
    drawn = to_contact(NoteKind.CONTACT_THANKS, told=told)
    body = compose(drawn).body

    for day in (ASKED, AGREED, SPOKE):
        named = body.replace(
            "\n\nBest", f" It was on {facts.weekday_and_date(day, English.AMERICAN)}.\n\nBest"
        )
        assert codes(Text("Thanks for that", named), drawn) == []
    wrong = facts.weekday_and_date(date(2026, 11, 27), English.AMERICAN)
    named = body.replace("\n\nBest", f" On {wrong} it was.\n\nBest")
    assert codes(Text("Thanks for that", named), drawn) == [f"date_unknown:{wrong}"]
