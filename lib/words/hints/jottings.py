"""Hints for jottings: what somebody writes down for themselves and would say to nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.domain.debriefs import Blank, OfferOpening, Opening
from lib.words.hints.hint_shapes import ASKED, Hint
from lib.words.letters.openings import ABOUT
from lib.words.text import tidy

ADVICE = "This reads like a note to yourself. Write it as you would say it to the reader."
TOPICS = (Blank.TOPIC, Blank.ALSO_TOPIC)
ANSWERS = (Blank.ANSWER, Blank.ALSO_ANSWER)

SIGNS = re.compile(
    r"\s=\s"  # "manager = ex-Dalton guy"
    r"|(?<=[\w,])\s\+\s(?=\w)"
    r"|\w\s-\s\w"  # a dash of the pen: "my gap 2022 - asked twice"
    r"|\?\s+[a-z]"  # "visa? not an issue"
    r"|\b\d+\s?[dhx]/(?:d|day|wk|week|mo|month|yr|year)\b"
    r"|\bq[1-4]\b"
    r"|\bw/(?=\s|\w{3})|\bDONT\b|\s4\s(?:me|us)\b"
    r"|\b(?:tbd|tbc|ppl|wkends?|yikes|idk|btw|omg|dont)\b"
    r"|\b(?:mon|tues|weds|thu|thur|thurs|fri|jan|feb|aug|sept|oct|nov)\b(?!\.\w)"
)
"""Signs and short forms of the pen. Days and months count in small letters only: Jan is a name."""
TAIL = re.compile(
    r",\s+(?:no\s+\w+|then\s+\w+|interim(?:\s+\w+)?|\d+\s+(?:just|already|still)\b[^,]*)\.?\Z",
    re.IGNORECASE,
)
"""What is hung on with a comma and is no clause: "budget cut 20%, no backfill"."""
OF_SOMEBODY = re.compile(
    r"(?:wants|knows|likes|liked|hates|hated|loves|loved|seems|seemed|says|said|mentioned|told|asked"
    r"|thinks|worries|cares|prefers|struggles|used to|reports to|has been|is|was)\s",
    re.IGNORECASE,
)
"""A verb about somebody who is not named, at the beginning."""
TO_ONESELF = re.compile(
    r"(?:ask (?:about|re|for|if|her|him|them)|follow up|find out|look up"
    r"|check (?:if|on|whether|the)|remember|remind|google|don't forget|mention)\b",
    re.IGNORECASE,
)
JUDGED = re.compile(
    r"(?:(?:good|bad|great|nice|weird|odd|cold|friendly|tough|sharp|chatty)"
    r"(?:,\s+\w+)?\s+(?:vibes?|lady|guy|man|woman|person|feeling|chat|answers))\b",
    re.IGNORECASE,
)
"""What one thinks of a reader: "nice lady", "sharp, short answers"."""
BARE = re.compile(
    r"(?:boss|manager|team|budget|shift|salary|visa|supervisor|director|owner|contract|pay|commute)"
    r"\s+(?:is|was|has|had|left|quit|wants|cut|gone|of\s+\d|\d)",
    re.IGNORECASE,
)
"""One thing without an article before its verb or its figure: "boss left last month"."""
CLAUSE_OF_NOBODY = re.compile(r"(?:no one|nobody|everyone|everybody)\s+\w+s\b", re.IGNORECASE)
OF_THE_READER = re.compile(r"(?:\A|,\s)(?:she|he)(?:['’](?:s|ll|d))?\s", re.IGNORECASE)
OF_ME = re.compile(r"\b(?:I|we|my|our|me|us|mine|ours)\b", re.IGNORECASE)
HEADING = re.compile(r"\A[\w'’]+(?:\s[\w'’]+)?:\s(?!I\b|I['’]|[Ww]e\b|[Mm]y\b|[Ii]t\b|[Yy]ou)")
"""One or two words and a colon, but no clause: "pain point: onboarding"."""
NO_VERB_FIRST = re.compile(
    r"(?:my|the|no|new|good|nice|pain|growing|remote|two|three|four|five)\s", re.IGNORECASE
)


def jotting_hints(
    blank: Blank, text: str, opening: Opening, offer: OfferOpening | None
) -> Iterator[Hint]:
    """Yields a hint where the words are surely a jotting."""
    words = tidy.tidy(text)
    found = _jotting_in(words)
    if blank in TOPICS:
        found = found or _no_topic(words, opening)
    if blank in ANSWERS:
        found = found or _no_answer(words)
    if blank is Blank.OFFER and offer is not OfferOpening.ENJOY_WORKING:
        found = found or NO_VERB_FIRST.match(words)
    if found:
        yield Hint("jotted", ADVICE)


def jotted_sentence_hints(text: str) -> Iterator[Hint]:
    """Yields a hint where sentences that stand by themselves are surely a jotting."""
    if _jotting_in(tidy.tidy(text)):
        yield Hint("jotted", ADVICE)


def _jotting_in(words: str) -> re.Match[str] | None:
    if found := SIGNS.search(words) or TAIL.search(words) or HEADING.match(words):
        return found
    # A question may begin with the verb: "Is the change still planned?"
    if words.endswith("?"):
        return None
    return OF_SOMEBODY.match(words) or JUDGED.match(words) or BARE.match(words)


def _no_topic(words: str, opening: Opening) -> re.Match[str] | None:
    """What names no thing: a question, a task, a clause after "about"."""
    if opening in ASKED:
        return None
    if opening in ABOUT and CLAUSE_OF_NOBODY.match(words):
        return CLAUSE_OF_NOBODY.match(words)
    return re.search(r"\?(?![\"”'’])", words) or TO_ONESELF.match(words)


def _no_answer(words: str) -> re.Match[str] | None:
    """What I say is about me, or about the matter; "she" in it is the reader."""
    if OF_ME.search(words):
        return None
    return OF_THE_READER.search(words) or TO_ONESELF.match(words)
