"""The notes to somebody I know: the ask for a good word, one gentle reminder, and the thanks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lib.domain.interviews import Interviewer
from lib.domain.notes import Channel, Text
from lib.domain.people.greetings import greeting_name
from lib.domain.profile import Tone
from lib.words.brief import Tie
from lib.words.hints.sentence_shapes import sentence_shape_hints
from lib.words.letters.frame_facts import facts_of, with_article
from lib.words.letters.message import (
    MOST_ON_A_CARD,
    MOST_ON_LINKEDIN,
    Message,
    Recipe,
    joined,
)
from lib.words.text import tidy, verbs
from lib.words.text.tokens import word_count
from lib.words.wording import word_list

SOMEBODY = re.compile(r"\b(?:his|her|hers|him|their|them|she|he|they)\b", re.IGNORECASE)
GAP = "[one or two things that you did, and that fit the job]"
MOST_STORIES = 2
PLACES = ("from ", "through ")
"""How what is noted of two people begins where it can stand behind "you know Dana"."""


def _suggest(message: Message) -> Mapping[str, str]:
    return {
        "knows": _knows(message),
        "request": _request(message),
        "by_when": _by_when(message),
        "about_me": _about_me(message),
        "link": message.brief.job.link.strip(),
    }


def _knows(message: Message) -> str:
    """Who decides, and how the contact could reach that person."""
    told = message.brief.good_word
    who, decider = _named(told.knows), _named(told.decides)
    if told.knows is None or not who:
        decides = message.frame("suggest", "decides", decider=decider) if decider else ""
        tie = "" if told.tie is Tie.NONE else message.frame("suggest", told.tie.value)
        return joined(decides[:1].upper() + decides[1:], tie)
    slots = {"who": who, "from": _from_where(told.knows_how)}
    if told.decides and told.decides.id == told.knows.id:
        return message.frame("suggest", "knows_decider", **slots)
    known = message.frame("suggest", "knows_another", **slots)
    if told.decides is None:
        return known
    return f"{known} {message.frame('suggest', 'another_decides', decider=decider)}"


def _from_where(noted: str) -> str:
    """Where two people know each other from, if what was noted can be said to one of them."""
    words = tidy.as_part(noted)
    is_to_myself = SOMEBODY.search(words) is not None
    return f" {words}" if words.startswith(PLACES) and not is_to_myself else ""


def _request(message: Message) -> str:
    told = message.brief.good_word
    if told.knows and told.knows.name.strip():
        return message.frame("suggest", "request_named", first=_first(told.knows))
    which = "request_anyone" if told.tie is Tie.NONE else "request_inside"
    return message.frame("suggest", which)


def _by_when(message: Message) -> str:
    """By when a word would help: before the day that they gave, if that lies ahead."""
    by, today = message.brief.commitment.by, message.brief.sent_on
    is_past = by is None or (today is not None and today >= by)
    return "" if is_past else message.frame("suggest", "by_when")


def _about_me(message: Message) -> str:
    """What I did, in the worksheet's own sentences or those of my letters."""
    evidence = [tidy.as_sentences(point.evidence) for point in message.brief.fit]
    stories = [one for one in evidence if one][:MOST_STORIES]
    if not stories:
        stories = [one for one in (tidy.as_sentences(message.brief.said.answer),) if one]
    return " ".join(stories) or GAP


def _named(person: Interviewer | None) -> str:
    """Returns the name, else the position ("the Head of Claims"); empty if neither is known."""
    if person is None:
        return ""
    if person.name.strip() or not person.position.strip():
        return " ".join(person.name.split())
    return with_article(person.position)


def _first(person: Interviewer) -> str:
    return greeting_name(person.name, person.greet_as) or person.name.strip()


def _write(message: Message) -> Text:
    if message.brief.channel is Channel.PHONE:
        say = joined(message.own("hello"), message.frame("opening"), message.own("knows"))
        ask = f"{message.own('request')} {message.frame('later')} {message.frame('out')}"
        return message.spoken(say, ask)
    hello, knows, request = (message.own(name) for name in ("hello", "knows", "request"))
    message.add(hello)
    message.add(message.frame("opening", after=knows), knows)
    message.add(request, message.own("seen"), message.own("by_when"))
    message.add(message.own("they_want"))
    about, link = message.own("about_me"), message.answers.get("link", "").strip()
    with_link = "posting" if about else "posting_alone"
    pass_on = message.frame(with_link, link=link) if link else message.frame("pass_on")
    spare = MOST_ON_LINKEDIN - message.words() - word_count(about) - 25
    if message.brief.channel is Channel.LINKEDIN and spare < 0:
        message.add(message.frame("later"), message.frame("out"))
        return message.mailed()
    if about:
        message.add(message.frame("forward"))
        message.add(about)
    message.add(pass_on if about or link else "")
    message.add(message.frame("out"))
    return message.mailed(message.subject())


def _suggest_again(message: Message) -> Mapping[str, str]:
    told = message.brief.good_word
    if told.agreed_on is None:
        return {"question": message.frame("suggest", "question")}
    them = _first(told.knows) if told.knows else "them"
    return {"question": message.frame("suggest", "question_agreed", them=them)}


def _write_again(message: Message) -> Text:
    told = message.brief.good_word
    agreed = "_agreed" if told.agreed_on else ""
    opening = message.frame(f"opening{agreed}", when=message.when(told.asked_on))
    news, question = message.own("news"), message.own("question")
    out = message.frame(f"out{agreed}")
    if message.brief.channel is Channel.PHONE:
        return message.spoken(joined(opening, news), f"{question} {out}")
    message.add(opening, news)
    message.add(question, out)
    return message.mailed(message.subject())


def _suggest_thanks(message: Message) -> Mapping[str, str]:
    told = message.brief.good_word
    is_jotted = not verbs.has_verb(told.came_of_it) or any(sentence_shape_hints(told.came_of_it))
    came_of_it = "" if is_jotted else tidy.as_sentences(told.came_of_it)
    return {"did": _did(message), "came_of_it": came_of_it}


def _did(message: Message) -> str:
    """What they did, where it was noted as what they did ("called Dana on Monday")."""
    words = tidy.as_part(message.brief.good_word.did)
    first = words.split(" ")[0].casefold() if words else ""
    is_past = first.endswith("ed") or first in word_list("past_verbs")
    return message.frame("suggest", "did", did=words) if is_past else ""


def _write_thanks(message: Message) -> Text:
    told = message.brief.good_word
    who = _first(told.knows) if told.knows and told.knows.name.strip() else ""
    company = facts_of(message.brief)["company"]
    place = f" at {company}" if company else ""
    thanks = message.frame("thanks", **{"with": f" with {who}" if who else place})
    did, result, mine = message.own("did"), message.own("came_of_it"), message.own("mine")
    if message.brief.channel is Channel.PHONE:
        return message.spoken(joined(thanks, did, result), mine or message.frame("close"))
    is_brief = message.brief.sender.tone is Tone.BRIEF
    message.add(thanks, did, "" if did or is_brief else message.frame("meaning"))
    message.add(result or message.frame("waiting"))
    close = message.frame("close")
    has_room = message.words() + word_count(f"{mine} {close}") < MOST_ON_A_CARD
    message.add(mine, close if has_room or message.brief.channel is not Channel.CARD else "")
    return message.mailed(message.subject())


GOOD_WORD = Recipe(_write, _suggest)
GOOD_WORD_AGAIN = Recipe(_write_again, _suggest_again)
CONTACT_THANKS = Recipe(_write_thanks, _suggest_thanks)
