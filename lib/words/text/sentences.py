"""Splitting a letter into greeting, sentences and signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from lib.domain.word_lists import word_set
from lib.words import wording

GREETS = r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings)"
GREETING_LINE = re.compile(
    rf"\A\s*(?:{GREETS}\b[^.?\n]{{0,70}}|[^\s.?!,\n]+(?: [^\s.?!,\n]+){{0,3}},)"
    r"(?<!\w\.)[.,:;!–—-]?[ \t]*(?=\n|\Z)",
    re.IGNORECASE,
)
TITLED_GREETING = re.compile(
    rf"\A\s*{GREETS}\s+(?:[A-Za-zÀ-ÿ]+\.\s?)+[^.?\n]{{0,60}}?[,:;!–—-]?[ \t]*(?=\n|\Z)",
    re.IGNORECASE,
)
INLINE_GREETING = re.compile(
    rf"\A\s*{GREETS}\s+(?:[A-Z][a-z]{{0,4}}\.\s)?[^,.!?\n]{{1,40}}[,!–—-]\s+(?=\S)", re.IGNORECASE
)
CLOSING = re.compile(
    r"(?:with |my |many |most )*(?:very |kind(?:est)? |best |warm(?:est)? |sincere |friendly )*"
    r"(?:regards|wishes|thanks|best|sincerely|cheers|yours|warmly|respectfully|gratefully|cordially"
    r"|all the best|take care|thank you|love)\b(?:,? [^.!?,\n]{0,24}(?:,[^.!?,\n]{0,24})?)?,?",
    re.IGNORECASE,
)
ENDS = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s|\Z)")
TITLES = word_set("dr mr mrs ms mx prof st capt rev sgt lt hon messrs mt ft")
SHORT_FORMS = wording.word_list("short_forms")
"""Short forms whose full stop ends a sentence only where a capital follows."""
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
MOST_IN_SIGNATURE_LINE = 8
MOST_IN_CLOSING_SENTENCE = 3
LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and where it starts in the whole text."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Letter:
    """A text and where its body lies, between greeting and signature; either may be empty."""

    text: str
    body_start: int
    body_end: int

    @property
    def greeting(self) -> str:
        """The greeting with its comma."""
        return self.text[: self.body_start].strip()

    @property
    def signature(self) -> str:
        """Closing phrase, name and what stands under it."""
        return self.text[self.body_end :].strip()

    @property
    def body(self) -> str:
        """What stands between them."""
        return self.text[self.body_start : self.body_end]

    def masked(self) -> str:
        """The text at its full length, blank where greeting, signature and web addresses are.

        Apostrophes are straight.
        """
        plain = ADDRESS.sub(lambda match: " " * len(match.group()), self.body.replace("’", "'"))
        return " " * self.body_start + plain + " " * (len(self.text) - self.body_end)

    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences between greeting and signature."""
        paragraphs = _paragraphs(self.text, self.body_start, self.body_end)
        return tuple(chain.from_iterable(_split(self.text, *ends) for ends in paragraphs))


def read_letter(text: str) -> Letter:
    """Finds the greeting and the signature of a text."""
    start = _greeting_end(text)
    return Letter(text, start, _signature_start(text, start))


def split_sentences(text: str) -> list[str]:
    """Returns the sentences of a paragraph that stands by itself."""
    return [one.text for one in Letter(text, 0, len(text)).sentences()]


def _greeting_end(text: str) -> int:
    for pattern in (GREETING_LINE, TITLED_GREETING, INLINE_GREETING):
        match = pattern.match(text)
        if match and (match.end() < len(text.rstrip()) or match.group().rstrip().endswith(",")):
            return match.end()
    return 0


def _signature_start(text: str, start: int) -> int:
    """Returns where the signature begins: at a closing phrase, or under the last full sentence."""
    at, closing = len(text), -1
    for line_start, line in reversed(list(_lines(text, start))):
        bare = line.strip()
        if not bare or _is_signature_line(bare):
            at = line_start
            closing = line_start if bare and CLOSING.fullmatch(bare.rstrip(",.!")) else closing
        else:
            break
    if at <= start and closing < 0:
        return len(text)
    if closing >= 0:
        return closing
    return at if start > 0 else len(text)


def _is_signature_line(line: str) -> bool:
    most = MOST_IN_CLOSING_SENTENCE if line.endswith((".", "!")) else MOST_IN_SIGNATURE_LINE
    if CLOSING.fullmatch(line.rstrip(",.!")) and len(line.split()) <= most:
        return True
    ended = line.endswith((".", "!", "?", "…", ":")) and not line.endswith((" Jr.", " Sr."))
    return not ended and len(line.split()) <= MOST_IN_SIGNATURE_LINE


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    at = start
    for line in text[start:].splitlines(keepends=True):
        yield at, line
        at += len(line)


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for gap in re.finditer(r"\n[ \t]*\n\s*|\n\s*(?=[-•*] )", text[start:end]):
        yield at, start + gap.start()
        at = start + gap.end()
    yield at, end


def _split(text: str, start: int, end: int) -> Iterator[Sentence]:
    at = start
    for match in ENDS.finditer(text, start, end):
        if not _is_end(text, match, end):
            continue
        yield from _sentence(text, at, match.end())
        at = match.end()
    yield from _sentence(text, at, end)


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    piece = text[start:end]
    if re.search(r"\w", piece):
        lead = len(piece) - len(piece.lstrip())
        yield Sentence(piece.strip(), start + lead)


def _is_end(text: str, match: re.Match[str], end: int) -> bool:
    if match.group()[0] != ".":
        return not match.group().startswith("…") or _capital_follows(text, match.end(), end)
    if match.group() == "...":
        return _capital_follows(text, match.end(), end)
    word = re.search(r"[\w.]*\Z", text[max(0, match.start() - LONGEST_WORD) : match.start()])
    token = word.group().casefold() if word else ""
    if token in TITLES or re.fullmatch(r"[a-z]", token):
        return not text[match.end() : end].strip()
    if token in SHORT_FORMS:
        return _capital_follows(text, match.end(), end)
    return True


def _capital_follows(text: str, at: int, end: int) -> bool:
    rest = text[at : min(end, at + LONGEST_WORD)].lstrip(" \"“‘'(\n")
    return not rest or rest[0].isupper()
