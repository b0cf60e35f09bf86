"""The messages of the weeks after an interview that the captures give, for reading aloud with the others."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from lib.domain.debriefs import Commitment, Point
from lib.domain.profile import Profile, Tone
from lib.words.brief import Brief, Weeks
from lib.words.compose import compose
from tests.words.briefs import JOB, person
from tests.words.weeks_briefs import ANSWER_BY, CHECKED_IN, MISSED, WAYS, weeks_after

CAPTURES = Path(__file__).parent / "captures.toml"
TONES = tuple(Tone)
APART = 5
"""How many ways lie between the two messages of one capture."""
STEP = 4
"""How many wordings lie between two messages of a kind."""
SPOKEN_OF = ("raised", "offers", "by", "news")
Capture = Mapping[str, Any]


def blocks(before: int) -> list[str]:
    """Each message under its heading, numbered on from those before it."""
    return [_block(i, *one) for i, one in enumerate(drafted(), before + 1)]


def drafted() -> Iterator[tuple[Capture, Brief]]:
    """Each capture with its two briefs: kinds and channels in turn, and for each of them tones and places."""
    times = Counter[int]()
    for i, capture in enumerate(_book()["weeks"]):
        for at in (i % len(WAYS), (i + APART) % len(WAYS)):
            kind, channel = WAYS[at]
            yield capture, _brief(capture, at + times[at] * STEP, kind=kind, channel=channel)
            times[at] += 1


def _block(number: int, capture: Capture, drawn: Brief) -> str:
    text = compose(drawn)
    said = " / ".join(f"{name}: {capture[name]}" for name in SPOKEN_OF if capture.get(name))
    who = capture["who"] or "(no name)"
    heading = f"## {number}. {drawn.kind.value}, {drawn.channel.value}, to {who} / {said}"
    subject = f"*{text.subject}*\n\n" if text.subject else ""
    return f"{heading}\n\n{subject}{text.body}\n"


def _brief(capture: Capture, i: int, **other: Any) -> Brief:
    sheet = _book()["sheets"][capture["sheet"]]
    told = Weeks(
        checked_in_on=CHECKED_IN if i % 4 else None,
        missed=MISSED,
        offers=tuple(capture["offers"]),
        answer_by=ANSWER_BY,
        news=capture["news"],
        turn=1 + i % 2,
    )
    return weeks_after(
        weeks=told,
        reader=person(capture["who"]),
        points=(Point(capture["raised"]),),
        commitment=Commitment(what="they decide", by=capture.get("by")),
        job=replace(JOB, company=sheet["company"], role=sheet["role"]),
        sender=Profile(name="Sam Ortega", phone="+1 555 0100" if i % 3 else "", tone=TONES[i % 3]),
        place=i % 7,
        **other,
    )


@cache
def _book() -> Mapping[str, Any]:
    return tomllib.loads(CAPTURES.read_text(encoding="utf-8"))
