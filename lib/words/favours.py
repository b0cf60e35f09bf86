"""What a contact did for me and what has come of it, read from a scrap and said to them."""

from __future__ import annotations

import re

from lib.words import facts, wording
from lib.words.capture import clean, says_something

SUBJECT = re.compile(r"^(?:he|she|they)\s+", re.IGNORECASE)
PERFECT = re.compile(
    r"^(?:(?:has|have)\s+(?=\S)|(?=(?:written|spoken|rung)\b))(?P<rest>(?:(?:already|also|just|kindly)\s+)*"
    r"(?:\w+ed|written|spoken|rung|sent|put|told|had|given|met|passed|said)\b.*)$",
    re.IGNORECASE,
)
ADVERBS = re.compile(r"^(?:(?:already|also|just|kindly|even|really)\s+)*", re.IGNORECASE)
OBJECT = re.compile(
    r"\b(?:her|him)\b(?=$|[,;.)]|\s(?:on|about|at|yesterday|today|for|last|this|and|that|over|by|after|in|"
    r"twice|again|a|an|the|my|to|when|how|I|I'm)\b)",
    re.IGNORECASE,
)
OTHERS = re.compile(r"\b(?:she|he|her|hers|him|his|they|them|their|we|us|our|you|your)\b", re.IGNORECASE)
SOMEONE = re.compile(r"\b(?:she|he|her|hers|him|his)\b", re.IGNORECASE)
TO_READER = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
ASIDE = re.compile(r"[,;]? but |[,;] (?=\d|no\b|nobody\b|nothing\b|not\b|cc\b)")
"""Where a remark follows that is no part of what they did: "rang Dana, 10 min"."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)"
SHORT_DAY = re.compile(rf"(?<=\b(?:on|to|by) ){SHORT}\b")
LAST_DAY = re.compile(rf"(?<!\bon)(?<!\bto)(?<!\bby)(?<!\blast)(?<!\bnext) ({SHORT})$")
PASSIVE = re.compile(r"^\w+(?:$|,| (?:to|for|back|by|at|on|down|as|after|with|in|again)\b)")
"""How "invited back" goes on, and "invited me back" does not."""
NOTHING = re.compile(
    r"^(?:nothing|not (?:yet|much)|none|n/?a|(?:still )?waiting|still (?:open|nothing)|tbd|unknown|too early|"
    r"no (?:news|answer|reply|word|response|result))\b",
    re.IGNORECASE,
)


def did(scrap: str, reader: str, person: str, *, keep: tuple[str, ...] = ()) -> str:
    """What they did, said to them: "you wrote to Dana on Monday"; empty where that is not sure.

    `reader` is the contact's first name; `person` is whom they could speak to, for "her" and "him".
    """
    words = ASIDE.split(_with_weekdays(clean(scrap, keep=keep)))[0]
    if not words or "?" in words or "!" in words:
        return ""
    bare = re.sub(rf"^{re.escape(reader)}\s+", "", words, flags=re.IGNORECASE) if reader else words
    bare = SUBJECT.sub("", bare)
    perfect = PERFECT.match(bare)
    if not perfect and not _is_past(bare):
        return ""
    said = f"have {perfect['rest']}" if perfect else bare
    if person and len(OBJECT.findall(said)) == 1:
        said = OBJECT.sub(person.replace("\\", r"\\"), said)
    return "" if OTHERS.search(said) else f"you {said}"


def is_nothing(scrap: str) -> bool:
    """Whether nothing has come of it yet."""
    return NOTHING.match(scrap.strip().lstrip("-–—* ")) is not None


def came(scrap: str, person: str, *, keep: tuple[str, ...] = ()) -> str:
    """What has come of it, to stand behind a colon; empty where nothing was said that can."""
    words = _with_weekdays(clean(scrap, keep=keep))
    if not words or words.endswith("?") or TO_READER.search(words) or is_nothing(scrap):
        return ""
    if not person and SOMEONE.search(words):
        return ""
    first = words.split()[0].casefold().strip(",;:")
    if first in wording.terms("got") | {"was", "am"}:
        return f"I {words}"
    if first in wording.terms("was"):
        return f"{'I was' if PASSIVE.match(words) else 'they'} {words}"
    if first in wording.terms("single"):
        return f"the {words}"
    counted = first in wording.terms("counted") and not re.match(
        r"\w+ (?:me|is|was|has|will|on|with|moved|went|cancelled|postponed)\b", words
    )
    said = f"{facts.article(words)} {words}" if counted else words
    return said if says_something(said) else ""


def _with_weekdays(words: str) -> str:
    """ "on Wed" in full."""
    with_on = LAST_DAY.sub(r" on \1", words)
    full = {day[:3]: day for day in DAYS}
    return SHORT_DAY.sub(lambda found: full[found.group()[:3]], with_on)


def _is_past(words: str) -> bool:
    rest = ADVERBS.sub("", words)
    first = rest.split()[0].casefold().strip(",;:") if rest.split() else ""
    ends = first.endswith("ed") and len(first) > 4
    return (
        first not in wording.terms("did_not")
        and (first in wording.terms("did") or ends)
        and len(rest.split()) > 1
    )
