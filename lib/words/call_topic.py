"""What a promised call is about, read from the words of its follow-up ("Call, about the start date")."""

from __future__ import annotations

import re
from typing import NamedTuple

from lib.words import wording
from lib.words.capture import clean
from lib.words.facts import FIXED

MOST_WORDS = 12
NAMED = re.compile(r"^\s*call\s*,\s*about\s+(?P<topic>\S.*)$", re.IGNORECASE | re.DOTALL)
ABOUT = re.compile(r"^(?:about|regarding|re:?)\s+(?=\S)", re.IGNORECASE)
THEIRS = re.compile(r"^(?:her|his|their)\s+(?=\S)", re.IGNORECASE)
OPEN = re.compile(r"^(?:how|when|whether|if|what|why|who|which|where|that)\b", re.IGNORECASE)


class Topic(NamedTuple):
    """What follows "I said I'd call" ("about the start date"), and the thing alone; empty if it is none."""

    about: str
    thing: str


def read(what: str) -> Topic | None:
    """The topic that the follow-up's words name; None where they name none that can be said."""
    named = NAMED.match(what)
    words = clean(ABOUT.sub("", named["topic"]), most=MOST_WORDS).rstrip("?") if named else ""
    return _topic(THEIRS.sub("your ", words)) if words else None


def _topic(words: str) -> Topic:
    first = words.split()[0].casefold()
    if first == "to":
        return Topic(words, "")
    if first in wording.terms("bare_verbs") - wording.terms("thing_verbs") | {"confirm", "ask", "hear"}:
        return Topic(f"to {words}", "")
    if OPEN.match(words):
        return Topic(f"about {words}", "")
    thing = words if _needs_no_article(words) else f"the {words}"
    return Topic(f"about {thing}", thing)


def _needs_no_article(words: str) -> bool:
    """A name, a thing with an owner or an article, or a doing: "your budget", "moving to Leeds"."""
    first = words.split()[0]
    doing = first.endswith("ing") and first not in wording.terms("ing_nouns")
    return bool(FIXED.match(words)) or doing or (first[:1].isupper() and not first.isupper())
