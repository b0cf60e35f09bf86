"""What the notes to somebody I know have in common: names, wordings, greeting, the four parts of a script."""

from __future__ import annotations

from typing import Any

from lib.domain.greetings import greeting_name
from lib.domain.interviews import Interviewer
from lib.domain.profile import Tone
from lib.words import facts, labels, parts, wording
from lib.words.brief import Brief, GoodWord
from lib.words.signing import NO_NAME

NOTHING = GoodWord()


def good_word(brief: Brief) -> GoodWord:
    """What the note is written from; with nothing in it where the brief has none."""
    return brief.good_word or NOTHING


def named(person: Interviewer | None) -> str:
    """Who that is: by name, else by position ("the Head of Claims"); empty where neither is known."""
    if person is None:
        return ""
    position = " ".join(person.position.split())
    if has_name(person) or not position:
        return " ".join(person.name.split())
    return position if position.casefold().startswith(("the ", "a ", "an ")) else f"the {position}"


def has_name(person: Interviewer | None) -> bool:
    """Whether it is somebody whose name is known."""
    return person is not None and bool(person.name.strip())


def in_short(person: Interviewer | None, brief: Brief) -> str:
    """By first name alone, unless the contact has the same one or none is known."""
    first = facts.first_name(person) if person else ""
    clash = first.casefold() == facts.first_name(brief.reader).casefold()
    return named(person) if clash or not first else first


def names(brief: Brief) -> tuple[str, ...]:
    """Names that keep their capital at the start of a captured line."""
    return (brief.job.company, *people(brief))


def people(brief: Brief) -> tuple[str, ...]:
    """The names of everybody whom the note may be about, and of its reader."""
    told = good_word(brief)
    every = (told.knows, told.decides, *brief.others, brief.reader)
    return tuple(one.name for one in every if one)


def said(brief: Brief, book: str, *at: str, **places: str) -> str:
    """The wording of that part for this note, filled. The place alone decides which, whatever the channel."""
    node: Any = wording.book(book)
    for name in at:
        node = node[name]
    seed = f"{brief.interview.id}:{book}:{'.'.join(at)}"
    chosen = wording.choose(node, place=brief.place, seed=seed)
    filled = parts.fill(chosen, brief, **{**_slots(brief), **places})
    return f"T{filled[1:]}" if filled.startswith("the ") else filled


def greeting(brief: Brief) -> str:
    """Returns "Dear Jo,": somebody I know is called by the first name, unless they have a title."""
    called = greeting_name(brief.reader.name, brief.reader.greet_as)
    return f"{'Hello' if brief.sender.tone is Tone.BRIEF else 'Dear'} {called or '[name]'},"


def script(brief: Brief, book: str, say: str, ask: str) -> str:
    """A call's four parts; the opening is the same for an ask, its reminder and the thanks."""
    opening = said(brief, "good_word", "phone", "opening")
    number = brief.sender.phone.strip()
    left = f"{said(brief, book, 'phone', 'voicemail')}{f' {number}.' if number else ''}"
    return labels.labelled(opening, say, ask, left)


def at_company(brief: Brief) -> str:
    """ "at Harbor & Vale", or "for the Analyst role" where no company is known."""
    company = brief.job.company.strip()
    return f"at {company}" if company else _for_role(brief)


def _at_job(brief: Brief) -> str:
    """The company or the role, whichever has fewer words."""
    company, role = at_company(brief), _for_role(brief)
    shorter = facts.word_count(role) < facts.word_count(company)
    return role if shorter and brief.job.role.strip() else company


def _for_role(brief: Brief) -> str:
    return f"for the {brief.job.role.strip()} role"


def _slots(brief: Brief) -> dict[str, str]:
    told, sender = good_word(brief), brief.sender
    return {
        "first": facts.first_name(brief.reader) or "[name]",
        "me": sender.name.strip() or NO_NAME,
        "decider": named(told.decides),
        "whole": named(told.knows),
        "who": in_short(told.knows, brief),
        "at": _at_job(brief),
    }
