"""The notes to somebody I know: the ask for a good word, one gentle reminder, and the thanks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lib.domain.interviews import Interviewer
from lib.domain.notes import Channel, Text
from lib.domain.people.greetings import greeting_name
from lib.domain.profile import Tone
from lib.words.brief import Brief, GoodWord, Tie
from lib.words.hints.sentence_shapes import sentence_shape_hints
from lib.words.letters.message import Message, Recipe
from lib.words.letters.thank_you import MOST_ON_A_CARD
from lib.words.text import tidy, verbs
from lib.words.text.tokens import word_count
from lib.words.wording import word_list

NOTHING = GoodWord()
SOMEBODY = re.compile(r"\b(?:his|her|hers|him|their|them|she|he|they)\b", re.IGNORECASE)
GAP = "[one or two things that you did, and that fit the job]"
MOST_ON_LINKEDIN = 90
MOST_STORIES = 2
PLACES = ("from ", "through ")
"""How what is noted of two people begins where it can stand behind "you know Dana"."""


def _noted(brief: Brief) -> Mapping[str, str]:
    told = brief.good_word or NOTHING
    return {"hello": told.how, "knows": told.knows_how, "about_me": told.trait}


def _noted_for_thanks(brief: Brief) -> Mapping[str, str]:
    told = brief.good_word or NOTHING
    return {"did": told.did, "came_of_it": told.came_of_it}


def _told(message: Message) -> GoodWord:
    return message.brief.good_word or NOTHING


def _suggest(message: Message) -> Mapping[str, str]:
    return {
        "hello": "",
        "knows": _knows(message),
        "request": _request(message),
        "by_when": _by_when(message),
        "about_me": _about_me(message),
        "link": message.brief.job.link.strip(),
    }


def _knows(message: Message) -> str:
    """Who decides, and how the contact could reach that person."""
    told = _told(message)
    who, decider = _named(told.knows), _named(told.decides)
    if not who:
        return " ".join(one for one in (_decides(message, decider), _tie(message)) if one)
    from_where = _from_where(told.knows_how)
    if told.decides is None or (told.knows and told.knows.id == told.decides.id):
        which = "knows_decider" if told.decides else "knows_another"
        return message.frame("suggest", which, who=who, **{"from": from_where})
    known = message.frame("suggest", "knows_another", who=who, **{"from": from_where})
    return f"{known} {message.frame('suggest', 'another_decides', decider=decider)}"


def _decides(message: Message, decider: str) -> str:
    if not decider:
        return ""
    sentence = message.frame("suggest", "decides", decider=decider)
    return sentence[:1].upper() + sentence[1:]


def _tie(message: Message) -> str:
    tie = _told(message).tie
    return "" if tie is Tie.NONE else message.frame("suggest", f"{tie.value}")


def _from_where(noted: str) -> str:
    """Where two people know each other from, if what was noted can be said to one of them."""
    words = tidy.as_part(noted)
    is_to_myself = SOMEBODY.search(words) is not None
    return f" {words}" if words.startswith(PLACES) and not is_to_myself else ""


def _request(message: Message) -> str:
    told = _told(message)
    if told.knows and told.knows.name.strip():
        return message.frame("suggest", "request_named", first=_first(told.knows))
    which = "request_anyone" if told.tie is Tie.NONE else "request_inside"
    return message.frame("suggest", which)


def _by_when(message: Message) -> str:
    """By when a word would help: before the day that they gave, if that lies ahead."""
    commitment, today = message.brief.commitment, message.brief.sent_on
    if commitment is None or commitment.by is None or (today and today >= commitment.by):
        return ""
    return message.frame("suggest", "by_when")


def _about_me(message: Message) -> str:
    """What I did, in the worksheet's own sentences or those of my letters."""
    evidence = [tidy.as_sentences(point.evidence) for point in message.brief.fit]
    stories = [one for one in evidence if one][:MOST_STORIES]
    if not stories:
        stories = [one for one in (tidy.as_sentences(message.brief.said.answer),) if one]
    return " ".join(stories) or GAP


def _named(person: Interviewer | None) -> str:
    """Who that is: by name, else by position ("the Head of Claims"); empty where neither is known."""
    if person is None:
        return ""
    position = " ".join(person.position.split())
    if person.name.strip() or not position:
        return " ".join(person.name.split())
    return position if position.casefold().startswith(("the ", "a ", "an ")) else f"the {position}"


def _first(person: Interviewer) -> str:
    return greeting_name(person.name, person.greet_as) or person.name.strip()


def _write(message: Message) -> Text:
    if message.brief.channel is Channel.PHONE:
        say = (message.own("hello"), message.frame("opening"), message.own("knows"))
        ask = f"{message.own('request')} {message.frame('later')} {message.frame('out')}"
        return message.spoken(message.frame("phone", "opening"), " ".join(filter(None, say)), ask)
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
    told = _told(message)
    if told.agreed_on is None:
        return {"news": "", "question": message.frame("suggest", "question")}
    them = _first(told.knows) if told.knows else "them"
    return {"news": "", "question": message.frame("suggest", "question_agreed", them=them)}


def _write_again(message: Message) -> Text:
    told = _told(message)
    agreed = "_agreed" if told.agreed_on else ""
    opening = message.frame(f"opening{agreed}", when=message.when(told.asked_on))
    news, question, out = (
        message.own("news"),
        message.own("question"),
        message.frame(f"out{agreed}"),
    )
    if message.brief.channel is Channel.PHONE:
        said = " ".join(one for one in (opening, news) if one)
        return message.spoken(message.frame("phone", "opening"), said, f"{question} {out}")
    message.add(opening, news)
    message.add(question, out)
    return message.mailed(message.subject())


def _suggest_thanks(message: Message) -> Mapping[str, str]:
    told = _told(message)
    is_jotted = not verbs.has_verb(told.came_of_it) or any(sentence_shape_hints(told.came_of_it))
    came_of_it = "" if is_jotted else tidy.as_sentences(told.came_of_it)
    return {"did": _did(message), "came_of_it": came_of_it, "mine": ""}


def _did(message: Message) -> str:
    """What they did, where it was noted as what they did ("called Dana on Monday")."""
    words = tidy.as_part(_told(message).did)
    first = words.split(" ")[0].casefold() if words else ""
    is_past = first.endswith("ed") or first in word_list("past_verbs")
    return message.frame("suggest", "did", did=words) if is_past else ""


def _write_thanks(message: Message) -> Text:
    told = _told(message)
    who = _first(told.knows) if told.knows and told.knows.name.strip() else ""
    company = message.facts()["company"]
    place = f" with {who}" if who else f" at {company}" if company else ""
    thanks = message.frame("thanks", **{"with": place})
    did, result, mine = message.own("did"), message.own("came_of_it"), message.own("mine")
    if message.brief.channel is Channel.PHONE:
        said = " ".join(one for one in (thanks, did, result) if one)
        return message.spoken(
            message.frame("phone", "opening"), said, mine or message.frame("close")
        )
    is_brief = message.brief.sender.tone is Tone.BRIEF
    message.add(thanks, did, "" if did or is_brief else message.frame("meaning"))
    message.add(result or message.frame("waiting"))
    close = message.frame("close")
    has_room = message.words() + word_count(f"{mine} {close}") < MOST_ON_A_CARD
    message.add(mine, close if has_room or message.brief.channel is not Channel.CARD else "")
    return message.mailed(message.subject())


GOOD_WORD = Recipe(_suggest, _write, _noted)
GOOD_WORD_AGAIN = Recipe(_suggest_again, _write_again)
CONTACT_THANKS = Recipe(_suggest_thanks, _write_thanks, _noted_for_thanks)
