"""The times of day that a text names."""

from __future__ import annotations

from datetime import time

import pytest

from lib.words.text.clock_times import read_times


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("9:30 a.m.", time(9, 30)),
        ("2 pm", time(14)),
        ("12 a.m.", time(0)),
        ("14:05", time(14, 5)),
        ("at 9.30", time(9, 30)),
        ("nine o'clock", time(9)),
        ("half past nine", time(9, 30)),
        ("a quarter to ten", time(9, 45)),
        ("ten past two", time(14, 10)),
        ("nine thirty", time(9, 30)),
        ("two fifteen", time(14, 15)),
        ("two forty-five", time(14, 45)),
        ("at nine", time(9)),
        ("noon", time(12)),
        ("midnight", time(0)),
    ],
)
def test_a_time_is_recognised_in_any_usual_spelling(words: str, clock: time) -> None:
    (mention,) = read_times(f"I will call {words}, as promised.")

    assert mention.fits(clock)
    assert not mention.fits(clock.replace(minute=(clock.minute + 20) % 60))


@pytest.mark.parametrize("words", ["nine thirty", "9:30", "half past nine"])
def test_a_time_up_to_twelve_may_be_meant_in_either_half_of_the_day(words: str) -> None:
    (mention,) = read_times(f"We spoke, {words}, as planned.")

    assert mention.fits(time(9, 30))
    assert mention.fits(time(21, 30))


@pytest.mark.parametrize(
    ("part", "within", "outside"),
    [
        ("morning", time(9), time(13)),
        ("afternoon", time(15), time(9)),
        ("evening", time(18), time(12)),
        ("night", time(22), time(8)),
    ],
)
def test_a_part_of_the_day_means_every_time_in_it(part: str, within: time, outside: time) -> None:
    (mention,) = read_times(f"I will call on Monday {part}.")

    assert mention.words == part
    assert mention.fits(within)
    assert not mention.fits(outside)


@pytest.mark.parametrize("text", ["It cost $9:30 less.", "We have 40 trucks.", "It rose 9:30%."])
def test_other_figures_are_no_times(text: str) -> None:
    assert list(read_times(text)) == []
