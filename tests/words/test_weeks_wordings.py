"""The data files for the weeks after an interview."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from lib.domain.profile import Tone
from tests.words.test_wordings import every

BOOKS = (
    *("check_in", "check_in_again", "close_loop", "missed_call"),
    *("gracious_reply", "stay_in_touch", "offer_thanks", "withdrawal"),
)
WORDINGS = [one for name in BOOKS for one in every(name)]
LISTS = sorted({path for path, _ in WORDINGS})
PLACES = {
    *("role", "company", "article", "day", "weekday", "month", "hello", "me", "phone"),
    *("by", "when", "When", "offer", "at", "short", "other", "answer", "x"),
}
NO_SENTENCES = (".subject", "missed_call.ways.phone", "missed_call.ways.plain")
TONED = (
    *("check_in.opening", "check_in.close", "check_in_again.last", "close_loop.thanks", "close_loop.open"),
    *("missed_call.opening", "gracious_reply.thanks", "gracious_reply.close", "stay_in_touch.first"),
    *("stay_in_touch.second", "stay_in_touch.light", "offer_thanks.thanks", "offer_thanks.close"),
    *("withdrawal.thanks", "withdrawal.open"),
)


@pytest.mark.parametrize("path", LISTS)
def test_each_list_has_six_wordings_and_a_reply_to_a_no_one_for_each_of_seven_people(path):
    texts = [text for at, text in WORDINGS if at == path]

    assert len(set(texts)) == len(texts) == (7 if path.startswith("gracious_reply.") else 6)


def test_every_tone_has_its_wordings():
    assert {f"{part}.{tone.value}" for part in TONED for tone in Tone} <= set(LISTS)


def test_only_known_places_are_left_open_and_every_sentence_ends():
    for path, text in WORDINGS:
        assert {name for _, name, _, _ in Formatter().parse(text) if name is not None} <= PLACES, path
        assert text.endswith((".", "?", "”")) or any(one in path for one in NO_SENTENCES), text


def test_sentences_of_the_weeks_after_never_begin_with_i():
    assert [text for _, text in WORDINGS if re.search(r"(?:^|[.?!] )I[ ’']", text)] == []
