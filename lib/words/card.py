"""The handwritten card: thanks, one specific, one warm close, short enough to copy by hand."""

from __future__ import annotations

from lib.domain.notes import Text
from lib.words import facts, parts
from lib.words.brief import Brief

LEAST, MOST = 30, 70
"""How many words fit a 6×4 in card by hand (plan's words)."""


def card(brief: Brief) -> Text:
    """The card to one interviewer; with a gap in brackets where no clean point was captured."""
    points = parts.told(brief)
    tone = brief.sender.tone.value
    point = parts.point_sentence(brief, points[0].raised, "first") if points else parts.gap(brief.reader)
    thanks, close, more = (
        parts.variant(brief, "card", *part) for part in (("thanks", tone), ("close", tone), ("more", "all"))
    )
    full = _laid(brief, thanks, point, close)
    if facts.word_count(full) > MOST:
        return Text("", _laid(brief, thanks, point))
    return Text(
        "", full if facts.word_count(full) >= LEAST else _laid(brief, thanks, f"{point} {more}", close)
    )


def _laid(brief: Brief, *sentences: str) -> str:
    return "\n\n".join(
        (parts.greeting(brief), " ".join(sentences), parts.signature(brief.sender, with_phone=False))
    )
