"""The phone script: the opening, the one thing to say, the one thing to ask, what to leave on voicemail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lib.domain.notes import Text
from lib.words import call_topic, facts, labels, parts, wording
from lib.words.brief import Brief
from lib.words.call_topic import Topic
from lib.words.signing import NO_NAME

MOST = 90
"""How many words a script has at most, its labels counted (plan's words)."""
WEEKDAY_IS_CLEAR_FOR = 6
"""From how many days after the interview on a script names its date."""
MOST_TO_REPEAT = 6
"""How many words a topic may have to be named again in the question and on voicemail."""
SIZES = (("full", "full"), ("full", "short"), ("short", "short"))
"""Of the opening and of what to leave on voicemail, in the order in which they are tried."""


@dataclass(frozen=True, slots=True)
class _Call:
    """A script's brief, and how the call came about: "topic", "promised" or "planned"."""

    brief: Brief
    reason: str
    topic: Topic | None

    def said(self, *at: str) -> str:
        """The wording of that part, filled."""
        node: Any = wording.book("phone")
        for name in at:
            node = node[name]
        return self._filled(parts.pick(self.brief, node, ".".join(at)))

    def why(self) -> str:
        """What the call is for, in a few words: a long topic is only named once, where it is said."""
        brief_enough = self.topic is None or facts.word_count(self.topic.about) <= MOST_TO_REPEAT
        return self.said("why", self.reason if brief_enough else "promised")

    def spoke_on(self) -> str:
        """ "Monday", and "Monday 23 November" once a weekday alone would be taken for this week's."""
        held = self.brief.interview.day
        due = self.brief.requests[0].due if self.brief.requests else None
        late = due is not None and (due.day - held).days >= WEEKDAY_IS_CLEAR_FOR
        return facts.weekday_and_date(held, self.brief.english) if late else f"{held:%A}"

    def _filled(self, chosen: str) -> str:
        sender, by = self.brief.sender, self.brief.commitment and self.brief.commitment.by
        places = {
            "weekday": self.spoke_on(),
            "first": facts.first_name(self.brief.reader) or "[name]",
            "me": sender.name.strip() or NO_NAME,
            "phone": sender.phone.strip(),
            "about": self.topic.about if self.topic else "",
            "topic": self.topic.thing if self.topic else "",
            "by": facts.weekday_and_date(by, self.brief.english) if by else "",
            "why": self.why() if "{why}" in chosen else "",
        }
        return parts.fill(chosen, self.brief, **places)


def script(brief: Brief) -> Text:
    """The script of a call: the fullest of its forms that has no more than 90 words."""
    call = _call(brief)
    forms = [_form(call, say, *sizes) for say in _says(call) for sizes in SIZES]
    return Text("", next((one for one in forms if facts.word_count(one) <= MOST), forms[-1]))


def _call(brief: Brief) -> _Call:
    asked = brief.requests[0].what if brief.requests else ""
    topic = call_topic.read(asked)
    planned = not asked.strip() or asked.strip().endswith("as planned")
    return _Call(brief, "topic" if topic else "planned" if planned else "promised", topic)


def _form(call: _Call, say: str, opening: str, voicemail: str) -> str:
    reach = "phone" if call.brief.sender.phone.strip() else "plain"
    left = call.said("voicemail", voicemail, reach)
    return labels.labelled(call.said("opening", opening), say, _ask(call), left)


def _says(call: _Call) -> Iterator[str]:
    """The one thing to say, fullest first."""
    if call.topic:
        yield call.said("call", "topic")
        return
    yield f"{call.said('call', call.reason)} {call.said('call', 'interest')}"


def _ask(call: _Call) -> str:
    """What came of the topic, else whether the day they named stands, else the next step."""
    if call.topic:
        named = 0 < facts.word_count(call.topic.thing) <= MOST_TO_REPEAT
        return call.said("ask", "topic" if named else "matter")
    by = call.brief.commitment.by if call.brief.commitment else None
    if by is None:
        return call.said("ask", "next")
    calling = call.brief.requests[0].due if call.brief.requests else None
    return call.said("ask", "past" if calling and calling.day > by else "day")
