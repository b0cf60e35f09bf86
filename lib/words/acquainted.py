"""How people know each other, read from a scrap: only what can be turned for sure is said.

"worked under her at Acme" does not show who worked under whom. That the two know each other from Acme holds
either way, and that is what is said.
"""

from __future__ import annotations

import re

from lib.words.capture import clean

MOST_WORDS = 12
PRONOUN = re.compile(
    r"\b(?:he|she|they|him|her|his|hers|them|their|you|your|I|me|my|we|us|our)\b", re.IGNORECASE
)
DOUBT = re.compile(r"\b(?:not|never|hardly|barely|maybe|perhaps|think|probably|might|unsure)\b|n't|\?", re.I)
SHARED = r"worked|studied|taught|trained|served|volunteered|sat|built|ran|played|sang|shared|lived|grew up"
TOGETHER = re.compile(
    rf"^(?:(?:they|the two of them|the two|both|we)\s+)*(?P<rest>(?:{SHARED})\b.*\btogether\b.*)$", re.I
)
BOTH = re.compile(r"^(?:they\s+)?(?P<rest>both\s+(?:worked|were|studied|trained|taught|served)\b.+)$", re.I)
FROM = re.compile(
    r"^(?:(?:he|she|they)\s+knows?\s+(?:him|her|them|each other)\s+)?"
    r"(?P<how>from|through|via)\s+(?P<rest>\S.+)$",
    re.I,
)
NAMED = r"[A-Z0-9][\w&.'’-]*"
PLACE = re.compile(rf"\bat (?:the )?(?P<place>{NAMED}(?: (?:&|and|of|the|de|van|[A-Z&][\w&.'’-]*))*)")
SCHOOL = re.compile(r"\bat (?:the )?(?P<place>university|college|school|church)\b", re.I)
HANGS = re.compile(r"(?: (?:&|and|of|the|de|van))+$")
FRIENDS = re.compile(
    r"^(?:(?:they|are|were|they're)\s+)*(?P<rest>(?:(?:old|good|close)\s+)*(?:friends|neighbou?rs))$", re.I
)
KIN = re.compile(
    r"\b(?:wife|husband|partner|daughter|son|brother|sister|mother|father|mum|mom|dad|friend|cousin|uncle|aunt|"
    r"niece|nephew)\b",
    re.I,
)
"""People through whom two others know of each other, and who may be meant by "he" and "she"."""
THEY = r"(?:(?:I|he|she|they)\s+)?"
EX = r"(?:ex|old|former|past)[\s-]+"
COLLEAGUES = re.compile(
    r"^(?:(?:he|she|they|we|is|are|was|were|her|his|their|my|an?)\s+)*"
    rf"{EX}(?P<one>colleague|co-?worker|team-?mate|classmate)s?(?:\s+(?:at|from)\s+(?P<place>[A-Z0-9][^,;()]*))?$",
    re.I,
)
LEARNED = r"worked|studied|trained|taught|served|volunteered"
WITH = re.compile(rf"^{THEY}(?P<did>{LEARNED}) with (?:him|her|them|me)\b(?P<rest>.*)$", re.I)
CHIEF = r"(?P<who>boss|manager|team lead|lead|supervisor|mentor|teacher|professor|lecturer|tutor|coach)"
WHERE = r"(?P<rest>(?: (?:at|in|for|on) .+)?)"
MY_CHIEF = re.compile(rf"^{THEY}(?:(?:was|were)\s+)?my (?:{EX}|first |last )?{CHIEF}{WHERE}$", re.I)
OLD_CHIEF = re.compile(rf"^(?:{EX}|first |last ){CHIEF}{WHERE}$", re.I)
LED = r"managed|taught|trained|mentored|supervised|coached|worked for|worked under"
TO_ME = re.compile(rf"^{THEY}(?P<did>{LED}) me\b(?P<rest>.*)$", re.I)


def with_me(how: str, *, keep: tuple[str, ...] = ()) -> str:
    """How I know the contact, said to them: "we worked together at Nord".

    Empty where they did not see me at work, or where it is not sure who did what.
    """
    words = clean(how, most=MOST_WORDS, keep=keep)
    said = _with_me(words) if words and not DOUBT.search(words) else ""
    return (
        said if said and not PRONOUN.search(re.sub(r"^(?:we|you)\b| (?:my|me)\b", "", said, count=2)) else ""
    )


def with_them(how: str, name: str, *, keep: tuple[str, ...] = ()) -> str:
    """How the contact knows the interviewer of that name, said to the contact: "you know Dana from Acme"."""
    words = clean(how, most=MOST_WORDS, keep=(name, *keep))
    if not words or not name or DOUBT.search(words) or _is_about_others(words, name, keep):
        return ""
    shared = BOTH.match(words) or TOGETHER.match(words) or FRIENDS.match(words)
    ours = re.match(r"^we\b", words, re.IGNORECASE)
    if shared and not ours and not PRONOUN.search(shared["rest"]):
        verb = "are " if shared.re is FRIENDS else ""
        return f"you and {name} {verb}{shared['rest']}"
    known = FROM.match(words)
    if known and not PRONOUN.search(known["rest"]):
        how_known = "through" if known["how"].casefold() == "via" else known["how"].casefold()
        return f"you know {name} {how_known} {known['rest']}"
    if ours:
        return ""
    return _from_a_place(words, name)


def _with_me(words: str) -> str:
    shared, along = TOGETHER.match(words), WITH.match(words)
    if shared and not re.match(r"^they\b", words, re.IGNORECASE):
        return f"we {shared['rest']}"
    if along:
        return f"we {along['did'].casefold()} together{along['rest']}"
    ex = COLLEAGUES.match(words)
    if ex:
        return f"we were {ex['one'].casefold()}s{_at(ex['place'])}"
    chief = MY_CHIEF.match(words) or OLD_CHIEF.match(words)
    if chief:
        return f"you were my {chief['who'].casefold()}{chief['rest']}"
    to_me = TO_ME.match(words)
    return f"you {to_me['did'].casefold()} me{to_me['rest']}" if to_me else ""


def _from_a_place(words: str, name: str) -> str:
    place = PLACE.search(words) or SCHOOL.search(words)
    if place:
        return f"you know {name} from {HANGS.sub('', place['place']).rstrip('.')}"
    ex = COLLEAGUES.match(words)
    return f"you and {name} were {ex['one'].casefold()}s{_at(ex['place'])}" if ex else ""


def _at(place: str | None) -> str:
    return f" at {place.strip()}" if place else ""


def _is_about_others(words: str, name: str, keep: tuple[str, ...]) -> bool:
    """Whether a third person comes into it: "her husband worked with him at Acme"."""
    if KIN.search(words):
        return True
    own = {part.casefold() for part in name.split()}
    others = {part.casefold() for one in keep for part in one.split()} - own
    place = PLACE.search(words)
    before = words[: place.start()].split() if place else []
    strangers = any(word[:1].isupper() and word.casefold().strip(",.") not in own for word in before)
    spoken_of = words[: place.start()] if place else words
    return strangers or any(word.casefold() in others for word in re.findall(r"\w+", spoken_of))
