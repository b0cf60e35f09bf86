"""The whole notes that the captures give, for reading aloud.

`python -m tests.words.read_aloud` writes read_aloud.md anew. Read what changed before it is committed: that
a note passes the checker does not make it good.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from lib.domain.debriefs import Point
from lib.domain.notes import Channel
from lib.domain.profile import Profile, Tone
from lib.words.brief import Brief
from lib.words.compose import compose
from tests.words.briefs import brief

FOLDER = Path(__file__).parent
GOLDEN = FOLDER / "read_aloud.md"


def captures() -> list[Mapping[str, str]]:
    return list(tomllib.loads((FOLDER / "captures.toml").read_text(encoding="utf-8"))["captures"])


def drafted() -> Iterator[tuple[Mapping[str, str], Brief]]:
    """Each capture with the brief it gives: tones and places in turn, every eighth one a card."""
    tones = list(Tone)
    for i, capture in enumerate(captures()):
        yield (
            capture,
            brief(
                Point(capture["raised"], capture["help"]),
                name=capture["who"],
                sender=Profile(name="Sam Ortega", phone="+1 555 0100", tone=tones[i % 3]),
                place=i % 7,
                channel=Channel.CARD if i % 8 == 7 else Channel.EMAIL,
            ),
        )


def page() -> str:
    """All the notes, as the golden file has them."""
    blocks = []
    for i, (capture, drawn) in enumerate(drafted(), 1):
        text = compose(drawn)
        heading = f"## {i}. raised: {capture['raised']} / help: {capture['help'] or '(nothing)'}"
        subject = f"*{text.subject}*\n\n" if text.subject else ""
        blocks.append(f"{heading}\n\n{subject}{text.body}\n")
    return "# Notes from the captures, to be read aloud\n\n" + "\n".join(blocks)


if __name__ == "__main__":
    GOLDEN.write_text(page(), encoding="utf-8")
