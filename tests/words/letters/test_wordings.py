"""The data files of the messages: each wording fills in, ends, and stands there once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter
from typing import Any

import pytest

from lib.domain.debriefs import OfferOpening, Opening
from lib.domain.followups.followup import Kind
from lib.domain.notes import NoteKind
from lib.domain.profile import Tone
from lib.words import wording
from lib.words.checks.hints_open import OF_THE_EMPLOYER, SPOKEN
from lib.words.letters.compose import RECIPES
from lib.words.letters.frame_facts import facts_of
from lib.words.letters.message import message_of
from lib.words.letters.openings import ALSO_OPENINGS
from lib.words.slips.slips import find_slips
from tests.words import message_briefs
from tests.words.briefs import brief

TO_CONTACTS = [kind.value for kind in RECIPES if kind.is_to_a_contact()]
MESSAGES = tuple(kind.value for kind in RECIPES)
OWN_SLOTS = {
    "apology": {"what", "by", "by_now", "on", "on_day", "about"},
    "call": {"about", "why"},
    "check_in": {"x", "offer"},
    "check_in_again": {"when"},
    "close_loop": {"x"},
    "contact_thanks": {"with", "did"},
    "coordinator": {"positions", "at"},
    "cover_line": {"what", "What"},
    "good_word": {"who", "from", "decider", "first", "link"},
    "good_word_again": {"when", "them"},
    "gracious_reply": {"x", "and_for"},
    "missed_call": {"at", "purpose", "short"},
    "offer_thanks": {"answer"},
    "stay_in_touch": {"x"},
    "withdrawal": {"x"},
}
"""What a message fills in besides the facts that every message has."""
SLOTS = {
    "thank_you": {
        *("role", "company", "day", "talking_with", "meeting_with", "meet"),
        *("at", "by", "list", "name", "me", "phone"),
    },
    "openings": {"x", "talking_with"},
    **{name: {*facts_of(brief()), *OWN_SLOTS[name]} for name in MESSAGES},
}
LEAST = {"thank_you": 4, **dict.fromkeys(MESSAGES, 4)}
MOST = 5
FEW = {
    "thank_you.subject.short",
    "thank_you.phone.number",
    *(f"thank_you.soon.{which}" for which in ("plain", "formal")),
}
"""What one reader of an interview gets: a long role, my number, what I send without a day."""
FEW_IN_A_MESSAGE = re.compile(
    r"\w+\.(?:voicemail|phone|offer|suggest|subject\.short|posting|posting_alone|new_year)\b|check_in\.say\b"
)
"""Where a message has fewer: a script's parts, a long role, good wishes, a blank at first."""
TONES = (
    {"warm", "formal", "brief"},
    {"plain", "formal"},
    {"all"},
    {"all", "formal"},
    {"all", "short"},
    {"formal", "plain", "short"},
)
"""The tones in which a slot has its wordings. "short" is for a role that is long."""
NO_TONES = {
    "apology.subject": {"thing", "call", "message"},
    "call.voicemail": {"promised", "planned"},
}
NO_SENTENCES = (
    "thank_you.subject",
    "openings.link",
    *(f"{name}.subject" for name in MESSAGES),
)
ENDS_OTHERWISE = {
    "good_word.forward": ":",
    "good_word.posting": "{link}",
    "stay_in_touch.new_year": "!",
}
CONTRACTION = re.compile(
    r"\b(?:I|you|we|they|it|that|there|here|what|who|she|he)'(?:d|ll|ve|m|s|re)\b|n't\b",
    re.IGNORECASE,
)
FILLED = {
    "talked": "talked", "purpose": "to talk about the start date",
    "role": "Analyst", "company": "Harbor & Vale", "day": "Thursday",
    "talking_with": "talking with", "meeting_with": "meeting with", "meet": "meet",
    "at": "Tuesday, December 1", "by": "Friday, December 4",
    "list": "my references", "name": "Dana", "me": "Sam Ortega", "phone": "+1 555 0100",
    "x": "help with the night dock", "talk": "talk with", "posting": "posting",
    "date": "November 19", "month": "November", "what": "my references", "What": "My references",
    "on": " on Tuesday, December 1",
    "by_now": " by now", "on_day": " for Friday, December 4", "about": " about the start date",
    "why": "It is about Friday.",
    "offer": "a sample", "when": "on November 24", "with": " with Dana",
    "did": "called Dana on Monday", "positions": "the Team lead", "who": "Dana Whitfield",
    "from": " from Nord", "decider": "Tobias Fehr", "first": "Dana",
    "link": "https://example.org/jobs/7", "them": "Dana", "and_for": ", and for calling me",
    "short": "December 1", "answer": "Friday, December 18",
}  # fmt: skip
PLACES_FOR_DAYS = {"apology": {"by": " by Friday, December 4"}}
"""Where a slot has its own preposition."""


def every(name: str) -> Iterator[tuple[str, str]]:
    """Yields each wording of a file with the path of the list that it stands in."""

    def walk(node: object, path: str) -> Iterator[tuple[str, str]]:
        if isinstance(node, dict):
            for key, value in node.items():
                yield from walk(value, f"{path}.{key}")
        elif isinstance(node, list):
            yield from ((path, one) for one in node)
        elif isinstance(node, str):
            yield path, node

    return walk(dict(wording.book(name)), name)


WORDINGS = [one for name in SLOTS for one in every(name)]
LISTS = sorted({path for path, _ in WORDINGS})
FRAMES = [(path, text) for path, text in WORDINGS if ".blank." not in path]
OF_THE_LETTER = [
    (path, text) for path, text in WORDINGS if path.startswith(("thank_you.", "openings."))
]


def tables(node: dict[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yields each table of a file with its path."""
    yield path, node
    for key, value in node.items():
        if isinstance(value, dict):
            yield from tables(value, f"{path}.{key}")


def has_lists(table: dict[str, Any]) -> bool:
    return any(isinstance(value, list) for value in table.values())


def filled_in(path: str, text: str) -> str:
    return text.format_map({**FILLED, **PLACES_FOR_DAYS.get(path.partition(".")[0], {})})


def texts_of(path: str) -> list[str]:
    return [text for at, text in WORDINGS if at == path]


@pytest.mark.parametrize("path", LISTS)
def test_no_wording_stands_twice_in_its_list(path: str) -> None:
    assert len(set(texts_of(path))) == len(texts_of(path))


@pytest.mark.parametrize("name", LEAST)
def test_each_list_has_enough_wordings_for_the_readers_of_one_interview(name: str) -> None:
    lists = [path for path in LISTS if path.startswith(f"{name}.") and ".blank." not in path]

    few = {path for path in lists if len(texts_of(path)) < LEAST[name]}

    assert {path for path in few - FEW if not FEW_IN_A_MESSAGE.match(path)} == set()


def test_no_list_has_more_than_five() -> None:
    assert {path for path in LISTS if len(texts_of(path)) > MOST} == set()


@pytest.mark.parametrize("name", MESSAGES)
def test_a_blank_can_begin_with_more_than_one_sentence(name: str) -> None:
    suggested = [path for path in LISTS if path.startswith(f"{name}.suggest.")]

    assert {path for path in suggested if len(texts_of(path)) < 2} == set()


@pytest.mark.parametrize("name", MESSAGES)
def test_a_slot_has_its_wordings_in_every_tone_or_in_one_for_all(name: str) -> None:
    for path, table in tables(dict(wording.book(name)), name):
        if ".blank." in path or path.endswith((".phone", ".offer")) or not has_lists(table):
            continue
        assert set(table) in (NO_TONES.get(path), *TONES), path


@pytest.mark.parametrize("name", MESSAGES)
def test_every_blank_has_a_label_and_an_example(name: str) -> None:
    for blank, words in wording.book(name)["blank"].items():
        assert set(words) == {"label", "example"}, blank
        assert 2 <= len(words["label"].split()) <= 14
        assert words["example"].startswith(("e.g. ", "https://"))
        assert not re.search(r"[{}]", words["label"] + words["example"])


@pytest.mark.parametrize("kind", RECIPES)
def test_what_is_suggested_and_offered_has_a_blank_to_stand_in(kind: NoteKind) -> None:
    drawn = message_briefs.message(kind)
    blanks = set(wording.book(kind.value)["blank"])

    suggested = message_of(drawn, RECIPES[kind]).answers

    assert set(suggested) <= blanks
    assert set(wording.book(kind.value).get("offer", {})) <= blanks


def test_every_opening_has_its_wordings_in_both_registers() -> None:
    for register in ("plain", "formal"):
        assert {f"openings.opening.{register}.{one.value}" for one in Opening} <= set(LISTS)
        assert {f"openings.offer.{register}.{one.value}" for one in OfferOpening} <= set(LISTS)
    for second in ("also", "besides"):
        assert {f"openings.{second}.{one.value}" for one in ALSO_OPENINGS} <= set(LISTS)


def test_every_tone_and_every_next_contact_has_its_wordings() -> None:
    for part in (
        "email.thanks",
        "email.nothing_said",
        "card.thanks",
        "card.close",
        "linkedin.thanks",
    ):
        assert {f"thank_you.{part}.{tone.value}" for tone in Tone} <= set(LISTS)
    for kind in (Kind.CALL, Kind.MESSAGE):
        for which in ("agreed", "planned"):
            ways = {
                f"thank_you.contact.{kind.value}.{which}.{register}"
                for register in ("plain", "formal")
            }
            assert ways <= set(LISTS)


@pytest.mark.parametrize("name", SLOTS)
def test_only_known_slots_are_left_open(name: str) -> None:
    for path, text in every(name):
        assert {slot for _, slot, _, _ in Formatter().parse(text) if slot is not None} <= SLOTS[
            name
        ], path


def test_every_sentence_ends() -> None:
    for path, text in FRAMES:
        if not path.startswith(NO_SENTENCES):
            otherwise = next(
                (end for at, end in ENDS_OTHERWISE.items() if path.startswith(at)), "."
            )
            assert text.endswith((".", "?", otherwise)), path


def test_formal_wordings_have_no_contractions() -> None:
    for path, text in FRAMES:
        if path.endswith(".formal") or ".formal." in path:
            assert not CONTRACTION.search(text), path


@pytest.mark.parametrize(("path", "text"), FRAMES, ids=lambda one: str(one)[:60])
def test_no_wording_has_a_slip(path: str, text: str) -> None:
    name, *_ = path.split(".")
    is_script = name == "call" or re.search(r"\.(?:phone|voicemail)\.", path) is not None
    fine = OF_THE_EMPLOYER if name in TO_CONTACTS else frozenset()
    fine = SPOKEN if is_script else fine

    found = find_slips(filled_in(path, text), part=is_script or path.startswith(NO_SENTENCES))

    assert [slip.code for slip in found if slip.code not in fine] == []


@pytest.mark.parametrize(("path", "text"), FRAMES, ids=lambda one: str(one)[:60])
def test_a_wording_has_a_slot_once(path: str, text: str) -> None:
    slots = [slot for _, slot, _, _ in Formatter().parse(text) if slot]

    assert len(set(slots)) == len(slots)


@pytest.mark.parametrize(("path", "text"), FRAMES, ids=lambda one: str(one)[:60])
def test_a_wording_speaks_plainly(path: str, text: str) -> None:
    assert not re.search(r"  |\.\.|[—;]|\bplease,|!.*!", text)
