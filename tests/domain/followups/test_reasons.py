"""The text of a reason is what is stored, and what ids and calendar UIDs are made from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.dates.due import Due
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.reasons import NO_REASON, Reason, ReasonKind, parse_reason
from lib.domain.store_errors import Unreadable
from lib.store.codec import decode, encode
from tests.domain.followups.planned import FRIDAY

TEXTS = {
    "thank_you:i:p": Reason(ReasonKind.THANK_YOU, "i", "p"),
    "card:i:p": Reason(ReasonKind.CARD, "i", "p"),
    "linkedin:i:p": Reason(ReasonKind.LINKEDIN, "i", "p"),
    "thank_call:i:p": Reason(ReasonKind.THANK_CALL, "i", "p"),
    "coordinator:i": Reason(ReasonKind.COORDINATOR, "i"),
    "material:r": Reason(ReasonKind.MATERIAL, "r"),
    "prepare:r": Reason(ReasonKind.PREPARE, "r"),
    "promise:s": Reason(ReasonKind.PROMISE, "s"),
    "call:i:p": Reason(ReasonKind.PLANNED_CALL, "i", "p"),
    "ask_name:p": Reason(ReasonKind.ASK_NAME, "p"),
    "check_in:i": Reason(ReasonKind.CHECK_IN, "i"),
    "check_in_again:i": Reason(ReasonKind.CHECK_IN_AGAIN, "i"),
    "close_loop:i": Reason(ReasonKind.CLOSE_LOOP, "i"),
    "gracious_reply:j:p": Reason(ReasonKind.GRACIOUS_REPLY, "j", "p"),
    "gracious_reply:j:": Reason(ReasonKind.GRACIOUS_REPLY, "j", ""),
    "gracious_reply_too:j:p": Reason(ReasonKind.FURTHER_REPLY, "j", "p"),
    "stay_in_touch:j:2": Reason(ReasonKind.STAY_IN_TOUCH, "j", turn=2),
    "offer_thanks:j": Reason(ReasonKind.OFFER_THANKS, "j"),
    "answer_offer:j": Reason(ReasonKind.ANSWER_OFFER, "j"),
    "withdrawal:j": Reason(ReasonKind.WITHDRAWAL, "j"),
    "went_silent:j": Reason(ReasonKind.WENT_SILENT, "j"),
    "good_word:a": Reason(ReasonKind.GOOD_WORD, "a"),
    "good_word_again:a": Reason(ReasonKind.GOOD_WORD_AGAIN, "a"),
    "contact_thanks:a": Reason(ReasonKind.CONTACT_THANKS, "a"),
    "": NO_REASON,
}


@pytest.mark.parametrize(("text", "reason"), TEXTS.items())
def test_each_reason_has_the_text_that_it_has_always_had(text: str, reason: Reason) -> None:
    assert str(reason) == text
    assert parse_reason(text) == reason


def test_every_kind_has_a_text() -> None:
    assert {one.kind for one in TEXTS.values()} == set(ReasonKind) - {ReasonKind.UNKNOWN}


@given(st.text() | st.builds("{}:{}".format, st.sampled_from(ReasonKind), st.text()))
def test_any_text_comes_back_unchanged(text: str) -> None:
    assert str(parse_reason(text)) == text


@pytest.mark.parametrize("text", ["walk:dog", "thank_you", "stay_in_touch:j:07", "?:x", ":"])
def test_a_reason_that_this_version_does_not_know_is_stored_as_it_was_read(text: str) -> None:
    raw = encode(FollowUp(id="f", kind=Kind.OTHER, due=Due(FRIDAY), reason=parse_reason(text)))

    assert raw["reason"] == text
    assert encode(decode(FollowUp, raw)) == raw


def test_a_number_is_no_reason() -> None:
    raw = encode(FollowUp(id="f", kind=Kind.OTHER, due=Due(FRIDAY)))

    with pytest.raises(Unreadable):
        decode(FollowUp, {**raw, "reason": 7})


def test_the_id_is_made_from_the_text() -> None:
    reason = Reason(ReasonKind.CHECK_IN, "example-tiller-first")

    assert reason.follow_up_id() == "8263ecbd348058629b74a0a7d10475b3"
