"""Hints about the shape of a blank: whether its words go on from those that stand before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lib.domain.debriefs import Blank, OfferOpening, Opening, Said
from lib.words.letters.openings import ABOUT, ENDS_ON
from lib.words.text import tidy, verbs
from lib.words.wording import word_list

ASKED = (Opening.ASKED, Opening.ASKED_SINCE)
INVERTED = re.compile(
    r"^(?:how|what|when|where|which|who|why)\b[^,;]{0,30}?\b"
    r"(?:do|does|did|can|could|would|will|should|are|is|have|has)\s+(?:you|i|we|they)\b",
    re.IGNORECASE,
)
DOUBT = re.compile(
    r"\b(?:(?:the |my )?gap\b|why I (?:left|quit|was let go|haven't|have not)|salary|laid off"
    r"|let go"
    r"|(?:my )?(?:not having|lack of|no) (?:\w+ ){0,2}(?:experience|degree|college|license)"
    r"|I (?:haven't|have not|hadn't|have never|had never)|a time I (?:was wrong|failed)"
    r"|my weakness)",
    re.IGNORECASE,
)
"""What a reader has a doubt about; a thank-you that ends on it reopens it."""
BLAMES = re.compile(r",?\s+(?:because|since|as|bc)\s+(?:nobody|no one|no-one)\b.*$", re.IGNORECASE)
REOPENS = "It reopens a doubt. Leave it out, unless you answer it better now than in the room."


@dataclass(frozen=True, slots=True)
class Hint:
    """What stands under a blank: `advice` in one line, and what a tap would change.

    `label` names the tap ("Use “You mentioned that …”"). `mended` is what the person says to the
    reader after it, or the text of a blank that stands alone; None where only the person can mend
    it.
    """

    code: str
    advice: str
    label: str = ""
    mended: Said | str | None = None


def topic_hints(blank: Blank, said: Said, opening: Opening, text: str) -> Iterator[Hint]:
    """Yields what does not fit the opening before the blank."""
    words = verbs.words_of(tidy.as_part(text, after=ENDS_ON.get(opening, "")))
    if not words:
        return
    if opening in ABOUT and verbs.is_whole_clause(text):
        advice = "This is a whole sentence, so “You mentioned that …” fits better."
        label = "Use “You mentioned that …”"
        yield _switched(blank, said, Opening.MENTIONED, "clause_after_about", advice, label)
    if opening is Opening.MENTIONED and not verbs.has_verb(text):
        advice = "After “that” comes a whole sentence, such as “the labs run late”."
        label = "Use “I enjoyed talking with you about …”"
        yield _switched(blank, said, Opening.TALKED_ABOUT, "no_clause", advice, label)
    if tail := BLAMES.search(text):
        yield Hint(
            "blames",
            "It sounds like blame. Say what happens, not whose fault it is.",
            f"Leave out “{tail.group().strip()}”",
            with_text(said, blank, text[: tail.start()]),
        )
    if opening in ASKED:
        yield from _asked_hints(blank, said, text, words)
        if DOUBT.search(text.replace("’", "'")):
            yield Hint("reopens_doubt", REOPENS)


def _asked_hints(blank: Blank, said: Said, text: str, words: list[str]) -> Iterator[Hint]:
    if words[0] in word_list("direct_starts") or INVERTED.match(text.strip()):
        yield Hint(
            "direct_question",
            "Write it as “how I …” or “whether I …”: the reader asked, and you answer.",
        )
    elif words[0] not in word_list("asked_starts"):
        if verbs.is_whole_clause(text):
            advice = "This is a statement, so “You mentioned that …” fits better."
            label = "Use “You mentioned that …”"
            yield _switched(blank, said, Opening.MENTIONED, "statement_asked", advice, label)
        else:
            yield Hint(
                "asked_about",
                "Begin with “about”, “how” or “whether”.",
                "Begin with “about”",
                with_text(said, blank, f"about {tidy.as_part(text)}"),
            )


def offer_hints(said: Said, text: str) -> Iterator[Hint]:
    """Yields a hint where the offer does not begin with a verb."""
    if said.offer_opening is OfferOpening.ENJOY_WORKING:
        return
    words = verbs.words_of(tidy.as_part(text, after="to"))
    first = words[0] if words else ""
    is_doing = first.endswith("ing") and first not in ("bring", "ring", "sing")
    is_past = first not in word_list("base_verbs") and (
        first.endswith("ed") or first in word_list("past_verbs")
    )
    if first in word_list("not_after_to") or is_doing or is_past or first[:1].isdigit():
        yield Hint(
            "offer_without_verb",
            "Begin with a verb: “share …”, “show you …”, “walk you through …”.",
        )


def thanks_hints(text: str) -> Iterator[Hint]:
    """Yields a hint where what I thank for is no thing and no doing."""
    words = verbs.words_of(tidy.as_part(text, after="for"))
    first = words[0] if words else ""
    is_subject = first in ("i", "we", "you", "they", "it", "she", "he", "that", "thank", "thanks")
    if is_subject or (
        first in word_list("base_verbs") and not first.endswith("ing") and len(words) > 1
    ):
        advice = "After “for” comes a thing or a doing: “showing me the dock”, “your patience”."
        yield Hint("thanks_shape", advice)


def _switched(
    blank: Blank, said: Said, opening: Opening, code: str, advice: str, label: str
) -> Hint:
    """A hint whose tap chooses another opening and leaves the text as it is."""
    if blank is Blank.TOPIC:
        return Hint(code, advice, label, replace(said, opening=opening))
    return Hint(code, advice, label, replace(said, also_opening=opening))


def with_text(said: Said, blank: Blank, text: str) -> Said:
    """Returns the blanks with that one changed."""
    changed: dict[str, str] = {blank.value: text}
    return replace(said, **changed)  # type: ignore[arg-type]
