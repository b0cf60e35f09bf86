"""The whole notes that the captures give, for reading aloud.

`python -m tests.words.read_aloud` writes read_aloud.md anew. Read what changed before it is committed: that
a note passes the checker does not make it good.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from lib.domain.debriefs import Commitment, Point, Request
from lib.domain.due import Due
from lib.domain.notes import Channel, NoteKind
from lib.domain.profile import Profile, Tone
from lib.domain.strategies import PointToMake
from lib.words.brief import Brief
from lib.words.compose import compose
from tests.words import read_aloud_contacts, read_aloud_weeks
from tests.words.briefs import JOB, ZONE, brief, person

FOLDER = Path(__file__).parent
GOLDEN = FOLDER / "read_aloud.md"
TONES = tuple(Tone)
SHORT = (Channel.LINKEDIN, Channel.PHONE, Channel.INVITATION)
BY = Commitment(what="they decide", by=date(2026, 12, 2))

Drafted = tuple[Mapping[str, str], Brief]


def captures() -> list[Mapping[str, str]]:
    return list(_book()["captures"])


def drafted() -> Iterator[Drafted]:
    """Each capture with the brief it gives: tones, places and channels in turn."""
    bare = [one for one in captures() if "sheet" not in one]
    yield from _by_letter(bare)
    yield from _in_short(bare)
    yield from _with_sheets([one for one in captures() if "sheet" in one])
    yield from _calls(_book()["calls"])


def page() -> str:
    """All the notes, as the golden file has them."""
    blocks = []
    for i, (capture, drawn) in enumerate(drafted(), 1):
        text = compose(drawn)
        heading = f"## {i}. raised: {capture['raised']} / help: {capture['help'] or '(nothing)'}"
        if "sheet" in capture:
            heading += f" / sheet: {capture['sheet']}, for the {drawn.reader.position}"
        if drawn.kind is NoteKind.CALL:
            heading += f" / {capture['what']}"
        subject = f"*{text.subject}*\n\n" if text.subject else ""
        blocks.append(f"{heading}\n\n{subject}{text.body}\n")
    blocks += read_aloud_contacts.blocks(len(blocks))
    blocks += read_aloud_weeks.blocks(len(blocks))
    return "# Notes from the captures, to be read aloud\n\n" + "\n".join(blocks)


def _by_letter(bare: list[Mapping[str, str]]) -> Iterator[Drafted]:
    """As e-mails, every eighth one as a card."""
    for i, capture in enumerate(bare):
        yield capture, _brief(capture, i, channel=Channel.CARD if i % 8 == 7 else Channel.EMAIL)


def _in_short(bare: list[Mapping[str, str]]) -> Iterator[Drafted]:
    """The same as messages, scripts and invitations, with what comes next in every other one."""
    for i, capture in enumerate(bare):
        yield capture, _brief(capture, i + 3, channel=SHORT[i % 3], commitment=BY if i % 2 else None)


def _with_sheets(ones: list[Mapping[str, str]]) -> Iterator[Drafted]:
    """With the worksheet of whoever took them down, on every channel in turn, most as e-mails."""
    channels = (Channel.EMAIL, Channel.LINKEDIN, Channel.EMAIL, Channel.PHONE, Channel.EMAIL, *Channel)
    for i, capture in enumerate(ones):
        yield capture, _on_sheet(_brief(capture, i, channel=channels[i % len(channels)]), capture)


def _calls(ones: list[Mapping[str, str]]) -> Iterator[Drafted]:
    for i, capture in enumerate(ones):
        due = Due(date(2026, 12, 1 + 2 * (i % 2)), None, ZONE)
        drawn = _brief(capture, i, channel=Channel.PHONE, commitment=BY if i % 3 else None)
        asked = (Request(id="f", what=capture["what"], due=due),)
        yield capture, _on_sheet(replace(drawn, kind=NoteKind.CALL, requests=asked), capture)


def _brief(capture: Mapping[str, str], i: int, **other: Any) -> Brief:
    sender = Profile(name="Sam Ortega", phone="+1 555 0100", tone=TONES[i % 3])
    point = Point(capture["raised"], capture["help"])
    return brief(point, name=capture["who"], sender=sender, place=i % 7, **other)


def _on_sheet(drawn: Brief, capture: Mapping[str, str]) -> Brief:
    sheet = _book()["sheets"][capture["sheet"]]
    return replace(
        drawn,
        reader=person(capture["who"], capture["position"]),
        job=replace(JOB, role=sheet["role"], company=sheet["company"]),
        fit=tuple(PointToMake(**one) for one in sheet["points"]),
    )


@cache
def _book() -> Mapping[str, Any]:
    return tomllib.loads((FOLDER / "captures.toml").read_text(encoding="utf-8"))


if __name__ == "__main__":
    GOLDEN.write_text(page(), encoding="utf-8")
