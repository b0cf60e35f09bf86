"""The closing question: starting points that keep their own rules, and remarks that are fair."""

from __future__ import annotations

import pytest
from hypothesis import given

from lib.domain.interviews import InterviewKind
from lib.words import wording
from lib.words.letters import closing
from lib.words.letters.closing import (
    ASKS_NOTHING,
    FOR_THE_JOB,
    NO_LEAVE,
    goals,
    remarks,
    starting_points,
)
from lib.words.text.tokens import words_in
from tests.words import briefs

EVERY = [(kind, words) for kind in InterviewKind for words in starting_points(kind)]


@pytest.mark.parametrize(("kind", "words"), EVERY)
def test_a_starting_point_asks_for_the_next_step_and_for_leave_and_never_for_an_offer(
    kind: InterviewKind, words: str
) -> None:
    assert remarks(words) == ()
    assert 12 <= len(words_in(words)) <= 40
    assert words.endswith("?")


@pytest.mark.parametrize("kind", InterviewKind)
def test_every_kind_of_interview_has_three_or_four_of_each(kind: InterviewKind) -> None:
    assert 3 <= len(starting_points(kind)) <= 4
    assert 3 <= len(goals(kind)) <= 4
    assert all(
        len(words_in(goal)) <= 12 and goal[0].islower() and goal[-1].isalpha()
        for goal in goals(kind)
    )


def test_no_starting_point_stands_twice_and_no_kind_is_unknown() -> None:
    assert len({words for _, words in EVERY}) == len(EVERY)
    for part in ("starting_points", "goals"):
        assert set(wording.book("closing")[part]) == {kind.value for kind in InterviewKind}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("did i get the job??", (FOR_THE_JOB, NO_LEAVE)),
        ("Will you make me an offer? Can I call you on friday", (FOR_THE_JOB,)),
        ("So do I have the job?", (FOR_THE_JOB, NO_LEAVE)),
        ("hire me!!", (FOR_THE_JOB, ASKS_NOTHING, NO_LEAVE)),
        ("When do I start? may I ring tomorrow", (FOR_THE_JOB,)),
        ("is the role mine, and may I write?", (FOR_THE_JOB,)),
        ("what happens next", (ASKS_NOTHING, NO_LEAVE)),
        ("Next steps?", (NO_LEAVE,)),
        ("When should I hear from you?", ()),
        ("when will I hear?", (NO_LEAVE,)),
        ("whats next and is it ok if i call on weds?", ()),
        ("what's the plan, could I drop you a line next week?", ()),
        ("I’d like to come back. May I call on Friday to fix a day?", ()),
        ("I'll call you on Friday.", (ASKS_NOTHING, NO_LEAVE)),
        ("would you mind if I checked in on Monday?", ()),
        ("who decides and by when, should I follow up w/ you?", ()),
        ("when do you make an offer decision - can I check back then?", ()),
        ("   ", ()),
    ],
)
def test_a_closing_question_of_ones_own_gets_gentle_remarks(
    text: str, expected: tuple[str, ...]
) -> None:
    assert remarks(text) == expected


@given(briefs.WILD)
def test_any_text_can_be_remarked_on(text: str) -> None:
    assert set(remarks(text)) <= {FOR_THE_JOB, ASKS_NOTHING, NO_LEAVE}
    assert closing.remarks(text) == remarks(text)
