"""The sentences of a letter: those that hold the blanks, and those of the frame around them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

from lib.domain.debriefs import Blank, OfferOpening, Opening
from lib.domain.due import Due
from lib.domain.english import English, clock, weekday_and_date
from lib.domain.greetings import greeting_name, has_title
from lib.domain.interviews import InterviewFormat, Role
from lib.domain.notes import Channel
from lib.domain.profile import Profile, Tone
from lib.words import tidy, wording
from lib.words.brief import Brief

NO_NAME = "[your name]"
WEEKDAY_IS_CLEAR_FOR = 7
"""From how many days after the interview on its weekday alone would mean another one."""
OPENINGS = (
    Opening.THOUGHT_ABOUT,
    Opening.OPEN_ABOUT,
    Opening.TALKED_ABOUT,
    Opening.CARE_ABOUT,
)
"""The first opening by the place of the reader, so that the notes of one interview do not begin alike."""
OFFER_OPENINGS = (OfferOpening.GLAD_TO, OfferOpening.CAN, OfferOpening.JOIN)
ALSO_OPENINGS = (Opening.MENTIONED, Opening.ASKED, Opening.TALKED_ABOUT)
ENDS_ON = {
    Opening.OPEN_ABOUT: "about",
    Opening.CARE_ABOUT: "about",
    Opening.THOUGHT_ABOUT: "about",
    Opening.TALKED_ABOUT: "about",
    Opening.MENTIONED: "that",
}
"""The last word before the blank, which many people type once more."""
SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+(?=[A-Z0-9“\"'])")
BEGINS_WITH_I = re.compile(r"I(?:\s|['’])")
MOST_IN_A_ROW = 2
HEARD_TWICE = (
    "talk",
    "conversation",
    "work with you",
    "work together",
    "enjoy",
    "hear",
    "glad to",
    "like to",
    "your team",
)
"""Words that a reader notices when the frame has them twice."""
OPEN_SLOTS = ("at", "by", "list", "x")


def default_opening(place: int) -> Opening:
    """Returns the opening that the form shows first for the reader at that place."""
    return OPENINGS[place % len(OPENINGS)]


def default_offer_opening(place: int) -> OfferOpening:
    """Returns the beginning of the offer that the form shows first for the reader at that place."""
    return OFFER_OPENINGS[place % len(OFFER_OPENINGS)]


def opening_words(opening: Opening, place: int = 0, *, formal: bool = False, second: bool = False) -> str:
    """Returns the words around the blank, as the form shows them: "You mentioned that …"."""
    return _shown("also" if second else "opening", opening.value, place, formal=formal)


def offer_words(opening: OfferOpening, place: int = 0, *, formal: bool = False) -> str:
    """Returns the words before the offer's blank: "I'd be glad to …"."""
    return _shown("offer", opening.value, place, formal=formal)


def link_word(opening: Opening) -> str:
    """Returns "because" or "and", the word between a topic and what it has to do with me; "" if none."""
    found: Mapping[str, str] = wording.book("openings")["link"]
    return found.get(opening.value, "")


def _shown(kind: str, which: str, place: int, *, formal: bool) -> str:
    variants = variants_at("openings", kind, "formal" if formal else "plain", which)
    words = variants[place % len(variants)]
    words = words.replace("{talking_with}", "talking with").replace("{talk_with}", "talk with")
    return words.replace("{x}.", "…").replace("{x}", "…")


def split_sentences(text: str) -> list[str]:
    """Returns the sentences of a paragraph."""
    return [one for one in SENTENCE_ENDS.split(text.strip()) if one]


@dataclass(slots=True)
class Letter:
    """Collects the paragraphs of one message and chooses the wordings of its frame.

    A wording that would make a third sentence in a row begin with "I" is passed over for another one.
    """

    brief: Brief
    paragraphs: list[str] = field(default_factory=list)

    def add(self, *sentences: str) -> None:
        """Adds a paragraph of those sentences; nothing if all are empty."""
        words = " ".join(one for one in sentences if one)
        if words:
            self.paragraphs.append(tidy.one_mark(words))

    def words(self) -> int:
        """Returns how many words stand in it so far."""
        return len(" ".join(self.paragraphs).split())

    def body(self, greeting: str, signature: str) -> str:
        """Returns the whole message, its paragraphs parted by empty lines."""
        return tidy.curly("\n\n".join(one for one in (greeting, *self.paragraphs, signature) if one))

    def frame(self, *path: str, before: Sequence[str] = (), unlike: str = "", **slots: str) -> str:
        """Returns the wording of the frame for this reader's place, filled.

        Args:
            before: the sentences of the paragraph so far.
            unlike: a wording is passed over where it says again what stands there ("talking with").
        """
        variants = variants_at("thank_you", *path)
        seed = f"{self.brief.interview.id}:{'.'.join(path)}"
        start = self.brief.place + crc32(seed.encode())
        turned = [variants[(start + i) % len(variants)] for i in range(len(variants))]
        turned.sort(key=lambda one: self._repeats(one, unlike))
        return self._first_that_suits(turned, before, slots)

    def _repeats(self, variant: str, said: str) -> bool:
        """True if the wording and what is said share a word that is heard twice."""
        words = self._fill(variant, dict.fromkeys(OPEN_SLOTS, "")).casefold()
        return any(word in words and word in said.casefold() for word in HEARD_TWICE)

    def blanks(self) -> tuple[str, str]:
        """Returns what I say to the reader in two paragraphs: the first thing, and the second one."""
        sentences: list[str] = []
        for one in (self._topic(), self._story()):
            sentences += split_sentences(one)
        sentences += [self._offer(sentences)]
        return " ".join(one for one in sentences if one), self._also()

    def close(self) -> str:
        """Returns my own last line; empty if there is none."""
        return self._typed(Blank.CLOSE)

    def is_left_out(self, blank: Blank) -> bool:
        """True if that blank is left out of the message on this channel."""
        channel = self.brief.channel
        if channel is Channel.INVITATION:
            channel = Channel.LINKEDIN
        return any((one.channel, one.blank) == (channel, blank) for one in self.brief.said.left_out)

    def topic(self) -> str:
        """Returns the sentence that takes up what the reader said; empty if its blank is."""
        return tidy.one_mark(self._topic())

    def _topic(self) -> str:
        said, opening = self.brief.said, self.opening()
        typed = "" if self.is_left_out(Blank.TOPIC) else said.topic
        words = tidy.as_part(typed, after=ENDS_ON.get(opening, ""))
        if not words:
            return ""
        sentence = self._fill(self._opened("opening", opening.value), {"x": words})
        joint = link_word(opening)
        linked = tidy.as_part(said.link, after=joint)
        if not (joint and linked) or self.is_left_out(Blank.LINK):
            return sentence
        return tidy.one_mark(f"{sentence.rstrip('.!?')}, {joint} {linked}.")

    def _story(self) -> str:
        """What I did and what came of it, in one sentence where that can be."""
        told, result = self._typed(Blank.ANSWER), self.brief.said.result
        if self.is_left_out(Blank.RESULT) or not result.strip():
            return told
        if not told.endswith("."):
            return f"{told} {tidy.as_sentences(result)}".strip()
        return tidy.one_mark(f"{told[:-1]}, and {tidy.as_part(result, after='and')}.")

    def opening(self) -> Opening:
        """Returns the opening that counts: the chosen one, else the place's."""
        return self.brief.said.opening or default_opening(self.brief.place)

    def _typed(self, blank: Blank) -> str:
        if self.is_left_out(blank):
            return ""
        return tidy.as_sentences(self.brief.said.blanks()[blank])

    def _offer(self, before: Sequence[str]) -> str:
        said = self.brief.said
        opening = said.offer_opening or default_offer_opening(self.brief.place)
        words = tidy.as_part(said.offer, after="to")
        blank = opening is not OfferOpening.ENJOY_WORKING
        if self.is_left_out(Blank.OFFER) or (blank and not words) or not (blank or before):
            return ""
        others = not_i_variants(self.register(), opening)
        variants = [self._opened("offer", opening.value), *others]
        return self._first_that_suits(variants, before, {"x": words})

    def _also(self) -> str:
        """The second thing that they said; only with an answer to it."""
        said = self.brief.said
        opening = said.also_opening or Opening.MENTIONED
        words = tidy.as_part(said.also_topic, after=ENDS_ON.get(opening, ""))
        answer = self._typed(Blank.ALSO_ANSWER)
        if not answer or self.is_left_out(Blank.ALSO_TOPIC):
            return ""
        if not words:
            return answer
        first = self._fill(self._opened("also", opening.value), {"x": words})
        return f"{first} {answer}"

    def _opened(self, kind: str, which: str) -> str:
        variants = variants_at("openings", kind, self.register(), which)
        return variants[self.brief.place % len(variants)]

    def register(self) -> str:
        """Returns "formal", or "plain" for the warm and the brief tone."""
        return "formal" if self.brief.sender.tone is Tone.FORMAL else "plain"

    def tone(self) -> str:
        """Returns the name of the sender's tone in the data file."""
        return self.brief.sender.tone.value

    def _first_that_suits(self, variants: Sequence[str], before: Sequence[str], slots: dict[str, str]) -> str:
        """The first wording that makes no third sentence in a row begin with "I"."""
        filled = [self._fill(one, slots) for one in variants]
        so_far = [*split_sentences(" ".join(self.paragraphs)), *before][-MOST_IN_A_ROW:]
        run = [one for one in so_far if BEGINS_WITH_I.match(one)]
        if len(run) == MOST_IN_A_ROW:
            filled.sort(key=lambda one: BEGINS_WITH_I.match(one) is not None)
        return filled[0]

    def _fill(self, chosen: str, slots: dict[str, str]) -> str:
        return tidy.one_mark(chosen.format_map({**facts_of(self.brief), **slots}))


def variants_at(book: str, *path: str) -> Sequence[str]:
    """Returns the wordings at that place of a data file."""
    node: Any = wording.book(book)
    for name in path:
        node = node[name]
    return [node] if isinstance(node, str) else list(node)


def not_i_variants(register: str, opening: OfferOpening) -> Sequence[str]:
    """Returns the wordings of an offer that do not begin with "I"."""
    found: Mapping[str, Sequence[str]] = wording.book("openings")["not_i"][register]
    return found.get(opening.value, ())


def facts_of(brief: Brief) -> dict[str, str]:
    """Returns what the frame's slots are filled with."""
    british = brief.english is English.BRITISH
    by_phone = brief.interview.format is InterviewFormat.PHONE
    talking = "talking to" if british else "talking with"
    meeting = "meeting" if british else "meeting with"
    talk = "talk to" if british else "talk with"
    meet = talk if by_phone or brief.met_before else "meet"
    return {
        "role": spoken_role(brief.job.role),
        "company": " ".join(brief.job.company.split()),
        "day": interview_day(brief),
        "talking_with": talking,
        "talk_with": talk,
        "meeting_with": talking if by_phone else meeting,
        "meet": meet,
        "name": greeting_name(brief.reader.name, brief.reader.greet_as) or "[name]",
        "me": brief.sender.name.strip() or NO_NAME,
        "phone": brief.sender.phone.strip(),
    }


def spoken_role(role: str) -> str:
    """Returns the role as one says it: "Teacher Aide" for "Teacher Aide, K-1 special ed (days)"."""
    whole = " ".join(role.split())
    short = re.split(r"\s*[,(]|\s[-–—/|]\s", whole, maxsplit=1)[0].strip()
    return short or whole


def interview_day(brief: Brief) -> str:
    """Returns "Tuesday" while that is under a week ago, else "Tuesday, November 24"."""
    on = brief.interview.day
    sent = brief.sent_on or on
    if 0 <= (sent - on).days < WEEKDAY_IS_CLEAR_FOR:
        return f"{on:%A}"
    return weekday_and_date(on, brief.english)


def moment(due: Due, brief: Brief) -> str:
    """Returns "Monday, December 7", with "at 9:30 a.m." where a time was agreed."""
    english = brief.english
    day = weekday_and_date(due.day, english)
    if due.clock is None:
        return day
    return f"{day} at {clock(due.clock, english, clock_24h=brief.sender.clock_24h)}"


def greeting_line(brief: Brief) -> str:
    """Returns "Hi Carla," or "Dear Dr. Weiß,": "Dear" in a formal tone, on a card and with a title."""
    formal = brief.sender.tone is Tone.FORMAL
    name = greeting_name(brief.reader.name, brief.reader.greet_as, formal=formal)
    if not name:
        return "Hello,"
    deciding = brief.reader.role is Role.DECISION_MAKER and brief.sender.tone is not Tone.BRIEF
    dear = formal or brief.channel is Channel.CARD or has_title(name) or deciding
    return f"{'Dear' if dear else 'Hi'} {name},"


def first_name_of_sender(brief: Brief) -> str:
    """Returns the name under a message among people who write by first name."""
    named = brief.sender.name.split()
    return named[0] if named else NO_NAME


def signature(sender: Profile, *, with_phone: bool = True) -> str:
    """Returns sign-off, name and phone number, a line each; `NO_NAME` where there is no name."""
    sign_off = sender.sign_off.strip().rstrip(",")
    lines = (f"{sign_off}," if sign_off else "", sender.name.strip() or NO_NAME, sender.phone.strip())
    return "\n".join(line for line in (lines if with_phone else lines[:2]) if line)
