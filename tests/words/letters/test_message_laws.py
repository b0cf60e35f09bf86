"""What the app promises of every message besides the thank-you, whatever is known and typed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from lib.domain.debriefs import Said
from lib.domain.english import English
from lib.domain.notes import Channel, NoteKind
from lib.domain.profile import Tone
from lib.words.brief import Brief
from lib.words.checks.check import check
from lib.words.checks.finding import Finding
from lib.words.checks.length import allowed_length
from lib.words.letters import script_labels
from lib.words.letters.compose import answers, compose
from lib.words.letters.message import MOST_SUBJECT_SIGNS
from lib.words.letters.signing import first_name_of_sender, greeting_line, signature
from lib.words.text import tidy
from lib.words.text.tokens import word_count, words_in
from tests.words import briefs, message_briefs
from tests.words.message_briefs import CHANNELS, SCRIPTS, WAYS, message, messages

SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much]
OF_AN_EMPTY_BLANK = frozenset(
    (
        "no_specific",
        "no_answer_day",
        "nothing_about_me",
        "names_nobody",
        "too_short",
        "one_question",
    )
)
"""Findings that are right where nothing is known, or where the person emptied a blank."""
CONTRACTION = re.compile(
    r"\b(?:I|you|we|they|it|that|there)['’](?:d|ll|ve|m|s|re)\b|n['’]t\b", re.IGNORECASE
)
AMERICAN_DATE = re.compile(r"\b(?:[A-Z][a-z]+day, )?(?:November|December|January|February) \d")
BRITISH_DATE = re.compile(r"\b\d{1,2} (?:November|December|January|February)\b")
AMERICAN_SPELLING = re.compile(
    r"\b(?:favor|color|honor|labor|neighbor|center|program|\w+(?:ganiz|ogniz|ealiz|ologiz|preciat?iz)\w*)\w*\b",
    re.IGNORECASE,
)
LETTERS = [way for way in WAYS if way not in SCRIPTS]
UNTOUCHED = messages({})


def is_of_the_app(finding: Finding, drawn: Brief) -> bool:
    """True for a finding that is neither about a gap nor about what was typed."""
    typed = " ".join(tidy.curly(tidy.as_sentences(one.text)) for one in drawn.filled)
    is_gap = finding.code == "placeholder" and finding.words.startswith("[")
    return not (is_gap or (finding.words and finding.words in typed))


def findings(drawn: Brief) -> list[str]:
    """What is found in the app's own words, but for what is known of that kind of message."""
    return [one.code for one in check(compose(drawn), drawn) if is_of_the_app(one, drawn)]


@pytest.mark.parametrize(("kind", "channel"), WAYS)
@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("english", English)
def test_where_everything_is_known_a_message_has_nothing_to_look_at(
    kind: NoteKind, channel: Channel, tone: Tone, english: English
) -> None:
    sender = replace(briefs.SENDER, tone=tone, english=english)

    for place in range(8):
        drawn = message(kind, channel, sender=sender, place=place)
        assert findings(drawn) == [], compose(drawn).body


@settings(max_examples=200, suppress_health_check=SLOW)
@given(messages(message_briefs.WELL))
def test_good_sentences_in_the_blanks_leave_nothing_to_look_at(drawn: Brief) -> None:
    found = set(findings(drawn))

    assert found <= {"no_specific", "names_nobody"}, compose(drawn).body


@settings(max_examples=150, suppress_health_check=SLOW)
@given(messages())
def test_emptied_blanks_leave_nothing_to_look_at_but_what_they_lack(drawn: Brief) -> None:
    assert set(findings(drawn)) <= OF_AN_EMPTY_BLANK, compose(drawn).body


@settings(max_examples=150, suppress_health_check=SLOW)
@given(UNTOUCHED)
def test_nothing_blocks_a_message_as_the_app_writes_it_but_a_gap(drawn: Brief) -> None:
    blocking = [one for one in check(compose(drawn), drawn) if one.blocks]

    assert [one.code for one in blocking if is_of_the_app(one, drawn)] == []


@settings(max_examples=150, suppress_health_check=SLOW)
@given(messages(jobs=briefs.JOBS))
def test_a_subject_can_be_read_at_a_glance_and_stands_on_an_email_alone(drawn: Brief) -> None:
    subject = compose(drawn).subject

    assert len(subject) <= MOST_SUBJECT_SIGNS
    assert bool(subject) is (drawn.channel is Channel.EMAIL)


@settings(max_examples=200, suppress_health_check=SLOW)
@given(messages(ways=LETTERS, jobs=briefs.JOBS))
def test_a_letter_has_no_double_space_no_empty_paragraph_and_no_slot_left(drawn: Brief) -> None:
    text = compose(drawn)

    whole = f"{text.subject}\n{text.body}"
    assert not re.search(r" {2}|\.\.| [.,;:?!]|\n{3}|\n +\n", whole), whole
    assert not re.search(r"\{\w*\}", whole)
    assert text.body == text.body.strip()
    assert all(paragraph.strip(" .") for paragraph in text.body.split("\n\n"))
    assert "'" not in text.body.replace("https://", "")


@settings(max_examples=150, suppress_health_check=SLOW)
@given(messages())
def test_a_letter_begins_with_its_greeting_and_ends_with_its_signature(drawn: Brief) -> None:
    text = compose(drawn)

    if (drawn.kind, drawn.channel) in SCRIPTS:
        found = re.findall(rf"^({'|'.join(script_labels.LABELS)}): ", text.body, flags=re.MULTILINE)
        assert found == [label for label in script_labels.LABELS if label in found]
        assert {"Opening", "Voicemail"} <= set(found)
        return
    by_first_name = drawn.channel is Channel.LINKEDIN
    usual = signature(drawn.sender, with_phone=drawn.channel is not Channel.CARD)
    signed = first_name_of_sender(drawn) if by_first_name else usual
    assert text.body.startswith(f"{greeting_line(drawn)}\n\n")
    assert text.body.endswith(f"\n\n{signed}")


@settings(max_examples=150, suppress_health_check=SLOW)
@given(UNTOUCHED)
def test_a_british_message_has_british_dates_and_spelling_and_an_american_one_american(
    drawn: Brief,
) -> None:
    in_english = {
        english: compose(replace(drawn, job=replace(drawn.job, english=english)))
        for english in English
    }

    british, american = in_english[English.BRITISH], in_english[English.AMERICAN]
    assert not AMERICAN_DATE.search(f"{british.subject}\n{british.body}")
    assert not AMERICAN_SPELLING.search(f"{british.subject}\n{british.body}")
    assert not re.search(
        r"\btalk(?:ing)? with\b|\bmeeting with\b|\b[ap]\.m\.|\bposting\b", british.body
    )
    assert not BRITISH_DATE.search(f"{american.subject}\n{american.body}")
    assert not re.search(r"\d[ap]m\b|\badvert\b", american.body)


@settings(max_examples=150, suppress_health_check=SLOW)
@given(UNTOUCHED)
def test_a_formal_letter_has_no_contractions(drawn: Brief) -> None:
    formal = replace(drawn, sender=replace(drawn.sender, tone=Tone.FORMAL))
    if (formal.kind, formal.channel) in SCRIPTS or formal.kind is NoteKind.STAY_IN_TOUCH:
        return

    assert not CONTRACTION.search(compose(formal).body)


@settings(max_examples=100, suppress_health_check=SLOW)
@given(messages(message_briefs.WILDLY, ways=[way for way in WAYS if way[1] is Channel.EMAIL]))
def test_whatever_is_typed_into_a_blank_stands_in_the_email(drawn: Brief) -> None:
    said = words_in(compose(drawn).body)

    for one in drawn.filled:
        typed = words_in(tidy.curly(tidy.as_part(one.text, after="for")))
        places = range(len(said) - len(typed) + 1)
        lowered = [word.casefold() for word in typed]
        assert any(
            [word.casefold() for word in said[at : at + len(typed)]] == lowered for at in places
        ), one


@settings(max_examples=100, suppress_health_check=SLOW)
@given(messages(message_briefs.WILDLY), briefs.WILD_SAID)
def test_nothing_that_can_be_typed_stops_a_message(drawn: Brief, said: Said) -> None:
    drawn = replace(drawn, said=said)

    text = compose(drawn)

    check(text, drawn)
    assert text == compose(replace(drawn))
    assert all(answers(drawn)[one.blank] == one.text for one in drawn.filled)


@pytest.mark.parametrize(("kind", "channel"), WAYS)
def test_a_message_as_the_app_writes_it_keeps_its_length(kind: NoteKind, channel: Channel) -> None:
    least, most = allowed_length(message(kind, channel))

    for tone in (Tone.WARM, Tone.FORMAL):
        for place in range(8):
            drawn = message(kind, channel, sender=replace(briefs.SENDER, tone=tone), place=place)
            body = compose(drawn).body
            said = script_labels.said_in_a_call(body) if script_labels.is_script(drawn) else body
            assert least <= word_count(said) <= most, body


@pytest.mark.parametrize(("kind", "channel"), WAYS)
def test_the_readers_of_one_interview_get_messages_that_differ(
    kind: NoteKind, channel: Channel
) -> None:
    bodies = [compose(message(kind, channel, place=place)).body for place in range(4)]

    assert len(set(bodies)) == len(bodies)


@pytest.mark.parametrize(("kind", "channel"), LETTERS)
def test_emptying_a_blank_takes_its_sentence_away_and_leaves_the_rest(
    kind: NoteKind, channel: Channel
) -> None:
    for name, text in answers(message(kind, channel)).items():
        emptied = message(kind, channel, filled=message_briefs.filled(**{name: ""}))
        body = compose(emptied).body
        assert text == "" or message_briefs.shown(text) not in body
        assert not re.search(r" {2}|\.\.|\n{3}|: *\n", body.replace(":\n\n", "")), name


@pytest.mark.parametrize(
    ("kind", "channel", "name", "typed"),
    [
        (kind, channels[0], name, typed)
        for kind, channels in CHANNELS.items()
        for name in message_briefs.BLANKS[kind]
        for typed in message_briefs.GOOD[name]
    ],
)
def test_a_changed_blank_stands_in_the_message_as_it_was_typed(
    kind: NoteKind, channel: Channel, name: str, typed: str
) -> None:
    before = answers(message(kind, channel))[name].replace(typed, "")

    body = compose(message(kind, channel, filled=message_briefs.filled(**{name: typed}))).body

    assert tidy.curly(typed) in body
    assert not before or message_briefs.shown(before) not in body


@pytest.mark.parametrize(("kind", "channel"), SCRIPTS)
def test_an_emptied_blank_leaves_no_hole_in_a_script(kind: NoteKind, channel: Channel) -> None:
    for name in answers(message(kind, channel)):
        body = compose(message(kind, channel, filled=message_briefs.filled(**{name: ""}))).body
        assert not re.search(r" {2}|: *(?:\n|\Z)", body), name


def test_without_a_paragraph_about_me_nothing_says_to_forward_it() -> None:
    job = replace(briefs.JOB, link="https://example.org/jobs/7")
    for place in range(4):
        drawn = message(
            NoteKind.GOOD_WORD, job=job, place=place, filled=message_briefs.filled(about_me="")
        )
        assert not re.search(r"forward|pass that|use any", compose(drawn).body, re.IGNORECASE)


@pytest.mark.parametrize("typed", ["-", "…", " , "])
def test_a_blank_of_marks_alone_is_an_empty_one(typed: str) -> None:
    bare, empty = (message(filled=message_briefs.filled(question=one)) for one in (typed, ""))
    assert compose(bare).body == compose(empty).body
