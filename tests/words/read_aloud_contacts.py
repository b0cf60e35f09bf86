"""The notes to people I know that the captures give, for reading aloud with the others."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from lib.domain.interviews import Interviewer
from lib.domain.profile import Profile, Tone
from lib.domain.strategies import PointToMake
from lib.words.brief import Brief, GoodWord, Tie
from lib.words.compose import compose
from tests.words.contact_briefs import ASKED, CHANNELS, DANA, TOBIAS, to_contact

CAPTURES = Path(__file__).parent / "captures.toml"
TONES = tuple(Tone)
PEOPLE = {DANA.name: DANA, TOBIAS.name: TOBIAS}
SPOKEN_OF = ("how", "tie", "knows", "knows_how", "decides", "trait", "did", "came")
Capture = Mapping[str, Any]


def blocks(before: int) -> list[str]:
    """Each note under its heading, numbered on from those before it."""
    return [_block(i, *one) for i, one in enumerate(drafted(), before + 1)]


def drafted() -> Iterator[tuple[Capture, Brief]]:
    """Each capture with its three briefs: kinds, channels, tones and places in turn."""
    for i, capture in enumerate(_captures()):
        for j, (kind, channels) in enumerate(CHANNELS.items()):
            channel = channels[(i // 2 if i % 2 else 0) % len(channels)]
            yield capture, _brief(capture, i + j, kind=kind, channel=channel)


def _block(number: int, capture: Capture, drawn: Brief) -> str:
    text = compose(drawn)
    said = " / ".join(f"{name}: {capture[name]}" for name in SPOKEN_OF if capture.get(name))
    heading = f"## {number}. {drawn.kind.value}, {drawn.channel.value}, to {capture['who']} / {said}"
    subject = f"*{text.subject}*\n\n" if text.subject else ""
    return f"{heading}\n\n{subject}{text.body}\n"


def _brief(capture: Capture, i: int, **other: Any) -> Brief:
    told = GoodWord(
        how=capture["how"],
        tie=Tie(capture.get("tie", "none")),
        knows=_person(capture.get("knows")),
        knows_how=capture.get("knows_how", ""),
        decides=_person(capture.get("decides")),
        trait=capture["trait"],
        asked_on=ASKED,
        agreed_on=capture.get("agreed"),
        spoke_on=capture.get("spoke"),
        did=capture["did"],
        came_of_it=capture["came"],
    )
    sheet = _book()["sheets"]["analyst"]["points"]
    sender = Profile(name="Sam Ortega", phone="+1 555 0100", tone=TONES[i % 3])
    points = tuple(PointToMake(**one) for one in sheet)
    return to_contact(
        name=capture["who"], told=told, sender=sender, fit=points, place=(i + i // 6) % 6, **other
    )


def _person(name: str | None) -> Interviewer | None:
    if not name:
        return None
    return PEOPLE.get(name) or Interviewer(id=name, job_id="j", position=name)


def _captures() -> list[Capture]:
    return list(_book()["contacts"])


@cache
def _book() -> Mapping[str, Any]:
    return tomllib.loads(CAPTURES.read_text(encoding="utf-8"))
