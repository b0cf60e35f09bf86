"""The checker works on any text: what it refuses, what it warns about, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from lib.domain.debriefs import Point
from lib.domain.due import Due
from lib.domain.followups import Kind
from lib.domain.notes import Channel, NoteKind, Text
from lib.words.brief import NextContact
from lib.words.check import check, is_ready
from lib.words.compose import compose
from lib.words.finding import Weight
from tests.words.briefs import POINT, ZONE, brief, person

BY_HAND = """Dear Dana,

Thank you for the hour on Thursday about the Claims Data Analyst role. Since then your adjusters have been on
my mind, and why they distrust a score that gives no reason. At my last desk forty agents worked with reason
codes that I had built, and the arguing stopped within a month. I would like to show you how.

As agreed, I will call you on Tuesday 1 December at ten.

Best regards,
Sam Ortega"""
NOTE = Text("Scores that give no reason", BY_HAND)


def codes(text: Text, drawn=None, **other) -> list[str]:
    return [finding.code for finding in check(text, drawn or brief(), **other)]


def body(old: str, new: str) -> Text:
    assert old in BY_HAND
    return replace(NOTE, body=BY_HAND.replace(old, new))


def test_a_note_written_by_hand_passes():
    assert codes(NOTE) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (body("the hour", "the [length]"), "placeholder"),
        (body("the hour", "the ____"), "placeholder"),
        (body("the hour", "the {{duration}}"), "placeholder"),
        (body("Dear Dana", "Dear Tobias"), "other_reader_greeted"),
        (body("Dear Dana", "Dear Danna"), "name_misspelt"),
        (body("Dear Dana", "Dear Ms Whitfeild"), "name_misspelt"),
        (body("Dear Dana", "Dear Sir or Madam"), "name_missing"),
        (body("Tuesday 1 December", "Wednesday 2 December"), "date_differs:Wednesday 2 December"),
        (body("Tuesday 1 December", "Monday 1 December"), "date_differs:Monday 1 December"),
        (body("Tuesday 1 December", "December 3rd"), "date_differs:December 3rd"),
        (body("Tuesday 1 December", "31 November"), "date_differs:31 November"),
        (body("on Thursday", "on Friday"), "date_differs:Friday"),
        (replace(NOTE, subject="  "), "no_subject"),
    ],
)
def test_it_refuses(text, code):
    drawn = brief(others=(person("Tobias Fehr"),))

    found = [one for one in check(text, drawn) if one.weight is Weight.REFUSES]

    assert code in [one.code for one in found]
    assert not is_ready(found)


def test_it_refuses_a_note_that_tells_nothing_of_the_readers_own():
    generic = Text(
        "Thank you for the interview",
        "Dear Dana,\n\nThank you for your time on Thursday 19 November. I enjoyed our conversation about "
        "the Claims Data Analyst role at Harbor & Vale and learned a lot about the company. The role is a "
        "great fit for my skills, and I look forward to hearing about the next steps. I will call you on "
        "Tuesday 1 December.\n\nBest regards,\nSam Ortega",
    )

    assert "no_specific" in codes(generic)
    assert "no_specific" in codes(generic, brief(Point()))


def test_without_a_captured_point_a_sentence_of_ones_own_counts():
    assert codes(NOTE, brief(Point())) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (body("I would like", "I need this job and would like"), "pressure:need this job"),
        (body("Since then", "I am passionate, and since then"), "cliche:passionate"),
        (body("Since then", "Acme would agree. Since then"), "other_company:Acme"),
        (body("I would like to show you", "Tobias and I would like to show you"), "other_reader:Tobias"),
        (body("Since then", "Thanks! I appreciate it, thank you. Since then"), "over_thanking"),
        (body("I would like to show you how.", "How great!! Really!"), "exclamations"),
        (body("As agreed, I will call you on Tuesday 1 December at ten.", ""), "no_next_contact"),
        (body("Sam Ortega", ""), "unsigned"),
        (replace(NOTE, subject="Hello"), "subject_length"),
        (replace(NOTE, subject="A very long subject that nobody will read to its end"), "subject_length"),
        (body("within a month", "within a month " + "and then some " * 60), "too_long"),
        (replace(NOTE, body="Dear Dana,\n\nAdjusters distrust the score.\n\nSam Ortega"), "too_short"),
        (body("Since then your", "I heard it. I do still. I will. I mean it. I saw your"), "first_person"),
    ],
)  # fmt: skip
def test_it_warns(text, code):
    drawn = brief(others=(person("Tobias Fehr"),))

    found = {one.code: one.weight for one in check(text, drawn, other_companies=("Acme", "Vale"))}

    assert found.get(code) is Weight.WARNS
    assert is_ready(one for one in check(text, drawn) if one.weight is Weight.WARNS)


def test_a_warning_can_be_answered_and_a_captured_name_needs_no_answer():
    drawn = brief(Point("Acme's adjusters distrust the score because it gives no reason"))
    text = compose(drawn)

    assert codes(text, drawn, other_companies=("Acme",)) == []


def test_two_notes_that_share_their_wording_are_named():
    twin = replace(NOTE, body=BY_HAND.replace("Dana", "Tobias"))

    found = codes(NOTE, siblings={"Tobias Fehr": twin})

    assert "same_as:Tobias Fehr" in found
    assert "subject_same" in found


def test_what_was_captured_from_the_reader_does_not_make_notes_alike():
    long_point = Point(
        "adjusters in all four regions distrust the monthly claims score because it gives no reason"
    )
    texts = {
        name: compose(brief(long_point, name=name, place=i)) for i, name in enumerate(("Dana W", "Tobias F"))
    }

    assert (
        codes(texts["Dana W"], brief(long_point, name="Dana W"), siblings={"Tobias F": texts["Tobias F"]})
        == []
    )


def test_the_year_is_taken_from_the_interviews_neighbourhood():
    january = NextContact(kind=Kind.CALL, due=Due(date(2027, 1, 5), time(9), ZONE), agreed=True)
    drawn = brief(next_contact=january)

    assert codes(compose(drawn), drawn) == []
    assert "date_differs:Tuesday 5 January 2026" in codes(
        replace(NOTE, body=BY_HAND.replace("Tuesday 1 December", "Tuesday 5 January 2026")), drawn
    )


def test_a_day_that_the_reader_named_may_stand_in_the_note():
    drawn = brief(Point("the audit starts on Friday 12 March", "draft the audit plan by Monday"))

    assert codes(compose(drawn), drawn) == []


def test_an_accent_left_out_of_a_name_is_a_slip():
    drawn = brief(name="José Ñandú")
    text = compose(drawn)

    assert codes(replace(text, body=text.body.replace("José", "Jose")), drawn)[0] == "name_misspelt"


def test_a_card_needs_neither_subject_nor_next_contact():
    drawn = brief(channel=Channel.CARD)
    text = Text("", compose(drawn).body)

    assert codes(text, drawn) == []


@pytest.mark.parametrize(
    ("kind", "channel"),
    [
        (NoteKind.THANK_YOU, Channel.LINKEDIN),
        (NoteKind.THANK_YOU, Channel.PHONE),
        (NoteKind.CALL, Channel.PHONE),
    ],
)
def test_what_is_read_on_a_screen_or_said_aloud_has_ninety_words_at_most(kind, channel):
    drawn = brief(kind=kind, channel=channel)
    text = compose(drawn)

    assert "too_long" not in codes(text, drawn)
    assert "too_long" in codes(replace(text, body=text.body + " word" * 90), drawn)


@pytest.mark.parametrize("kind", NoteKind)
def test_an_empty_text_is_never_ready(kind):
    assert not is_ready(check(Text(), brief(kind=kind)))


def test_the_same_finding_is_listed_once():
    text = body("As agreed", "On Friday, yes on Friday, as agreed")

    assert codes(text).count("date_differs:Friday") == 1


def test_a_long_paste_is_checked_in_good_time_and_only_warned_about():
    pasted = replace(NOTE, body=BY_HAND + " word" * 20_000)

    assert codes(pasted, brief(POINT), siblings={"Tobias Fehr": pasted})
