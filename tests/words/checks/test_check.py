"""The checker works on any text: what it blocks, what it wants looked at, what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lib.domain.notes import Channel, NoteKind, Text
from lib.domain.profile import Profile, Tone
from lib.words.brief import Brief
from lib.words.checks.check import check
from lib.words.checks.finding import Finding, NoteState, state_of
from lib.words.letters.compose import compose
from tests.words.briefs import JOB, SENDER, brief, person

BY_HAND = """Dear Dana,

Thank you for the hour on Thursday about the Claims Data Analyst role. Since then your \
adjusters have been on
my mind, and why they distrust a score that gives no reason. At my last desk, forty agents \
worked with reason
codes that I had built, and the arguing stopped within a month. I would like to show you how.

As agreed, I will call you on Tuesday 1 December at ten.

Best regards,
Sam Ortega"""
NOTE = Text("Scores that give no reason", BY_HAND)
TOBIAS = person("Tobias Fehr", "Team lead")


def findings(text: Text, drawn: Brief | None = None, **other: Any) -> tuple[Finding, ...]:
    return check(text, drawn or brief(others=(TOBIAS,)), **other)


def codes(text: Text, drawn: Brief | None = None, **other: Any) -> list[str]:
    return [one.code for one in findings(text, drawn, **other)]


def body(old: str, new: str) -> Text:
    assert old in BY_HAND
    return replace(NOTE, body=BY_HAND.replace(old, new))


def with_line(line: str) -> Text:
    return body("I would like to show you how.", f"I would like to show you how. {line}")


def test_a_note_written_by_hand_is_ready() -> None:
    assert codes(NOTE) == []
    assert state_of(findings(NOTE)) is NoteState.READY


PLACEHOLDERS = [
    "[length]",
    "____",
    "{{duration}}",
    "{name}",
    "<company>",
    "XX months",
    "XX%",
    "TBD",
    "TODO",
    "(insert time here)",
    "Lorem ipsum dolor",
    "$COMPANY",
    "(company name)",
    "???",
    "<<name>>",
    "insert example here",
]


@pytest.mark.parametrize("words", PLACEHOLDERS)
def test_a_place_that_nobody_filled_in_blocks(words: str) -> None:
    assert "placeholder" in codes(with_line(f"It was {words} that day."))


@pytest.mark.parametrize(
    "line",
    [
        "Write to me at <sam@example.org>.",
        "It took 20% (two months) of it.",
        "I use C++ and XML.",
        "It went well…",
    ],
)
def test_what_only_looks_like_a_place_to_fill_does_not(line: str) -> None:
    assert "placeholder" not in codes(with_line(line))


@pytest.mark.parametrize("role", ["Night Nurse [Ward 4]", "Dock Lead <Nights>"])
def test_what_stands_in_the_name_of_the_role_is_no_place_to_fill(role: str) -> None:
    drawn = brief(job=replace(JOB, role=role))

    assert role in compose(drawn).body
    assert codes(compose(drawn), drawn) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (body("Dear Dana,\n\n", ""), "name_missing"),
        (body("Dear Dana", "Dear Sir or Madam"), "bare_title"),
        (body("Dear Dana", "Hello"), "name_missing"),
        (body("Dear Dana", "Dear Tobias"), "other_reader_greeted"),
        (body("Dear Dana", "Dear Danna"), "name_misspelt"),
        (body("Dear Dana", "Dear Ms Whitfeild"), "name_misspelt"),
        (body("Dear Dana", "dear Dana"), "greeting_case"),
        (body("Dear Dana", "Hi dana"), "greeting_case"),
        (body("Dear Dana", "DEAR DANA"), "greeting_case"),
        (body("Dear Dana", "Dear Ms."), "bare_title"),
        (body("Sam Ortega", ""), "unsigned"),
        (body("Sam Ortega", "Sam Ortego"), "signed_otherwise"),
        (body("Sam Ortega", "Dana Whitfield"), "signed_otherwise"),
        (body("Sam Ortega", "____"), "signed_otherwise"),
        (replace(NOTE, subject="  "), "no_subject"),
    ],
)
def test_greeting_signature_and_subject_block(text: Text, code: str) -> None:
    found = findings(text)

    assert code in [one.code for one in found if one.blocks]
    assert state_of(found) is NoteState.BLOCKED


@pytest.mark.parametrize(
    "greeting",
    [
        "Dear Dana,",
        "Hi Dana,",
        "Dear Dana Whitfield,",
        "Dear Ms. Whitfield,",
        "Good morning, Dana,",
        "Hello again Dana,",
        "Dear Dana and Tobias,",
        "Dana,",
        "Dear Dana and team,",
        "Hi Dana!",
    ],
)
def test_a_reader_may_be_greeted_in_many_ways(greeting: str) -> None:
    assert codes(body("Dear Dana,", greeting)) == []


def test_a_reader_whose_name_nobody_knows_may_be_greeted_without_it() -> None:
    unnamed = brief(reader=person("", "Head of Claims"), others=(TOBIAS,))

    assert codes(body("Dear Dana,", "Hello,"), unnamed) == []


@pytest.mark.parametrize(
    ("name", "greet_as", "greeting", "code"),
    [
        ("Dr. Hannah Weiß", "Dr. Weiß", "Dear Dr. Weiß,", ""),
        ("Dr. Hannah Weiß", "Dr. Weiß", "Dear Mr. Weiß,", "wrong_title"),
        ("Dr. Hannah Weiß", "Dr. Weiß", "Dear Weiß,", "no_title"),
        ("Dr. Hannah Weiß", "Dr. Weiß", "Dear Dr. Weis,", "name_misspelt"),
        ("Dr. Hannah Weiß", "Dr. Weiß", "Dear Hannah,", "greeted_otherwise:Hannah"),
        ("Sue Ann Lott", "Sue Ann", "Hi Sue Ann,", ""),
        ("Sue Ann Lott", "Sue Ann", "Hi Ann,", "greeted_otherwise:Ann"),
        ("Mrs. Kaplan", "", "Dear Mrs. Kaplan,", ""),
        ("Mrs. Kaplan", "", "Dear Mrs.,", "bare_title"),
        ("José Ñandú", "", "Dear Jose,", "name_misspelt"),
    ],
)
def test_a_title_and_the_form_that_was_chosen_count(
    name: str, greet_as: str, greeting: str, code: str
) -> None:
    drawn = brief(reader=replace(person(name), greet_as=greet_as))

    found = codes(body("Dear Dana,", greeting), drawn)

    assert found == ([code] if code else [])


@pytest.mark.parametrize(
    "end", ["– Sam", "Best,\nSam", "Sam Ortega\nClaims analyst\n+1 555 0100", "S. Ortega"]
)
def test_a_note_may_be_signed_in_many_ways(end: str) -> None:
    assert codes(body("Best regards,\nSam Ortega", end)) == []


def test_a_card_needs_no_subject() -> None:
    card = Text(
        "", BY_HAND.replace("\nAs agreed, I will call you on Tuesday 1 December at ten.\n", "")
    )

    assert codes(card, brief(channel=Channel.CARD)) == []


def test_a_long_subject_is_pointed_out_and_a_long_role_is_not() -> None:
    long = "A very long subject that nobody in the world will ever read to its end"

    assert codes(replace(NOTE, subject=long)) == ["subject_length"]
    assert (
        codes(replace(NOTE, subject="Thank you – Claims Data Analyst interview at Harbor & Vale"))
        == []
    )


def test_a_sentence_that_two_people_get_is_named_and_the_thanks_are_not() -> None:
    twin = replace(NOTE, body=BY_HAND.replace("Dana", "Tobias"))

    (found,) = findings(NOTE, siblings={"Tobias Fehr": twin})

    assert found.code == "same_as:Tobias Fehr"
    assert "Thank you" not in found.words


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("sign", ["\U0001f600", ":-)", "✨"])
def test_an_emoji_is_one_too_many_in_a_note_about_a_job(tone: Tone, sign: str) -> None:
    text = with_line(f"It was fun {sign}.")

    assert codes(text, brief(others=(TOBIAS,), sender=Profile(name="Sam Ortega", tone=tone))) == [
        "emoji"
    ]


def test_a_friendly_message_to_a_contact_may_have_one_emoji() -> None:
    text = Text("Dana's thanks", with_line("It was fun :-).").body)
    friendly, formal = (
        brief(kind=NoteKind.CONTACT_THANKS, sender=Profile(name="Sam Ortega", tone=tone))
        for tone in (Tone.WARM, Tone.FORMAL)
    )

    assert "emoji" not in codes(text, friendly)
    assert "emoji" in codes(text, formal)


def test_a_mend_leaves_the_rest_of_the_note_as_it_is() -> None:
    (found,) = findings(with_line("It took 3 weeks."))

    assert (found.words, found.becomes) == ("3 weeks", "three weeks")
    assert found.mended == with_line("It took three weeks.")


def test_a_greeting_can_be_mended() -> None:
    (found,) = findings(body("Dear Dana", "dear dana"))

    assert found.mended == NOTE


@pytest.mark.parametrize("kind", NoteKind)
def test_an_empty_text_is_always_blocked(kind: NoteKind) -> None:
    assert state_of(check(Text(), brief(kind=kind))) is NoteState.BLOCKED


def test_without_a_name_in_the_profile_nobody_is_expected_to_sign() -> None:
    assert "unsigned" not in codes(body("Sam Ortega", ""), brief(sender=replace(SENDER, name="")))


def test_the_same_finding_is_listed_once() -> None:
    text = with_line("I will call on Friday 4 December, yes, I will call on Friday 4 December.")

    assert codes(text).count("date_differs:Friday 4 December") == 1


def test_a_company_whose_name_has_marks_is_no_slip() -> None:
    kade = replace(brief(others=(TOBIAS,)), job=replace(brief().job, company="Kade & Co."))

    assert codes(with_line("Kade & Co. is known for that."), kade) == []
    assert codes(with_line("I would be glad to work at Kade & Co.."), kade) == ["doubled_mark:Co.."]


def test_a_long_paste_is_checked_in_good_time_and_only_pointed_out() -> None:
    pasted = replace(
        NOTE, body=BY_HAND.replace("Dear Dana,", "Dear Dana,\n\n" + "A word of it. " * 5_000)
    )

    assert "too_long" in codes(pasted, siblings={"Tobias Fehr": pasted})
