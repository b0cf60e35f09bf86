"""The data files for the weeks after an interview."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from string import Formatter

import pytest

from lib.domain.english import English
from lib.domain.profile import Tone
from lib.words.brief import Weeks
from lib.words.check import check
from lib.words.compose import compose
from tests.words.briefs import SENDER
from tests.words.test_wordings import every
from tests.words.weeks_briefs import ANSWER_BY, BY, MISSED, WAYS, WHOLE, weeks_after

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


ENGLISHES = tuple(English)
LITTLE = Weeks(missed=MISSED, answer_by=ANSWER_BY, news="finished the SQL course", turn=2)


@pytest.mark.parametrize(("weeks", "commitment"), [(WHOLE, BY), (LITTLE, None)], ids=["whole", "little"])
@pytest.mark.parametrize(("kind", "channel"), WAYS)
def test_no_frame_of_the_weeks_after_has_a_finding(kind, channel, weeks, commitment):
    for tone, place in product(Tone, range(7)):
        sender = replace(SENDER, tone=tone, english=ENGLISHES[place % 2])
        drawn = weeks_after(kind, channel, weeks=weeks, commitment=commitment, sender=sender, place=place)
        text = compose(drawn)
        assert [one.sentence for one in check(text, drawn)] == [], text.body
