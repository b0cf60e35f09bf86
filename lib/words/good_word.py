"""The ask for a good word: the job, who decides, one thing about me, the request, and an easy way out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from lib.domain.debriefs import Said
from lib.domain.notes import Channel, Text
from lib.domain.profile import Tone
from lib.words import acquainted, facts, fit, parts, to_contact, traits
from lib.words.brief import Brief, Tie
from lib.words.capture import words_in
from lib.words.draft import Draft
from lib.words.signing import first_name_of_sender, signature
from lib.words.to_contact import good_word, has_name, in_short, named, names, people

LEAST, MOST = 80, 160
"""How many words an e-mail has (plan's words)."""
MOST_IN_SHORT = 90
"""How many words a message or a script has at most."""
MOST_SUBJECT_WORDS, MOST_SUBJECT_SIGNS = 9, 160
GAP = "[one thing about me that fits the job]"
PARAGRAPHS = (("opening", "who"), ("trait", "known"), ("ask", "manner", "more"), ("out", "after"))
NOBODY = "", ""


class Way(StrEnum):
    """How a contact could reach whoever decides."""

    SAME = "same"  # knows who decides
    KNOWS = "knows"  # knows another interviewer
    WORKS = "works"
    WORKED = "worked"
    NONE = "none"


def ask(brief: Brief) -> Text:
    """The ask for that channel; with a gap in brackets where nothing can be said of me."""
    if brief.channel is Channel.PHONE:
        return Text("", _first_short(_scripts(brief)))
    if brief.channel is Channel.LINKEDIN:
        return Text("", _first_short(_messages(brief)))
    return Text(_subject(brief), _email(brief).body())


def way(brief: Brief) -> Way:
    """How this contact could reach whoever decides."""
    told = good_word(brief)
    if named(told.knows):
        same = told.knows and told.decides and told.knows.id == told.decides.id
        return Way.SAME if same else Way.KNOWS
    return {Tie.WORKS_THERE: Way.WORKS, Tie.WORKED_THERE: Way.WORKED, Tie.NONE: Way.NONE}[told.tie]


def about_me(brief: Brief) -> tuple[str, str]:
    """Which sentences say what the word should be about, and its words; both empty where there are none."""
    trait = traits.read(good_word(brief).trait, keep=names(brief))
    if trait:
        return f"trait.{trait.frame.value}", trait.words
    best = _best_point(brief)
    return ("fit.all", best) if best else NOBODY


def trait_line(brief: Brief) -> str:
    """The sentence about me, or the gap that stands for it."""
    where, words = about_me(brief)
    return _said(brief, *where.split("."), x=words) if words else GAP


def _short_line(brief: Brief) -> str:
    """The sentence about me in as few words as there are."""
    where, words = about_me(brief)
    which = "someone" if where == f"trait.{traits.Frame.SOMEONE.value}" else "line"
    return _said(brief, "in_short", which, x=words) if words else GAP


def known(brief: Brief) -> str:
    """How the contact knows the person they could speak to, said to them; empty where that is not sure."""
    told = good_word(brief)
    return acquainted.with_them(told.knows_how, in_short(told.knows, brief), keep=people(brief))


def _best_point(brief: Brief) -> str:
    """The strategy's point that best suits whom they could speak to, if it can be told to others."""
    told = good_word(brief)
    keep = parts.names_kept(brief)
    clean = tuple(one for one in brief.fit if _fits(traits.point(fit.said(one, keep=keep)), brief))
    heard = told.decides or told.knows or replace(brief.reader, position="")
    best = fit.best(replace(brief, fit=clean, reader=heard, said=Said(topic=told.trait)))
    return traits.point(best)


def _fits(words: str, brief: Brief) -> bool:
    """Whether a point can be told at all, and in a message or on the telephone, in few words."""
    return bool(words) and (brief.channel is Channel.EMAIL or len(words_in(words)) <= traits.MOST_WORDS)


def _email(brief: Brief) -> Draft:
    tone = brief.sender.tone
    letter = Draft((to_contact.greeting(brief), signature(brief.sender)), PARAGRAPHS, LEAST, MOST)
    letter.add(
        opening=_said(brief, "opening", tone.value),
        who=_who(brief),
        trait=trait_line(brief),
        ask=_ask(brief),
        out=_said(brief, "out", tone.value),
    )
    letter.add_if_it_fits(manner=_said(brief, "manner", "all"))
    if tone is not Tone.BRIEF:
        letter.add_if_it_fits(known=_known(brief))
    letter.add_if_too_short(lambda: {"more": _said(brief, "more", "all")})
    letter.add_if_too_short(lambda: {"known": _known(brief)})
    letter.add_if_too_short(lambda: {"after": _said(brief, "more", "after")})
    letter.add_if_too_short(lambda: {"out": _said(brief, "out", "warm")})
    return letter


def _messages(brief: Brief) -> Iterator[str]:
    """The message, fullest first."""
    tone = brief.sender.tone.value
    for opening, out in ((tone, tone), (tone, "brief"), ("brief", "brief")):
        for more in ("manner", ""):
            asked = [_ask(brief), _said(brief, more, "all") if more else "", _said(brief, "out", out)]
            yield _message(brief, [_said(brief, "opening", opening), _who(brief)], asked)
    for form in _short_forms(brief):
        first = [_said(brief, "opening", form.opening), form.who]
        yield _message(brief, first, [form.request, _said(brief, "out", "brief")], form.about)


def _message(brief: Brief, first: list[str], last: list[str], about: str = "") -> str:
    told = about or trait_line(brief)
    paragraphs = (" ".join(filter(None, first)), told, " ".join(filter(None, last)))
    return "\n\n".join((to_contact.greeting(brief), *paragraphs, first_name_of_sender(brief)))


def _scripts(brief: Brief) -> Iterator[str]:
    """The script, fullest first."""
    out = _said(brief, "out", "brief")
    full = _Form("brief", _who(brief), trait_line(brief), _ask(brief))
    for form in (full, *_short_forms(brief)):
        say = " ".join(filter(None, (_said(brief, "opening", form.opening), form.who, form.about)))
        yield to_contact.script(brief, "good_word", say, f"{form.request} {out}")


class _Form(NamedTuple):
    """Which opening it has, and its other sentences."""

    opening: str
    who: str
    about: str
    request: str


def _short_forms(brief: Brief) -> Iterator[_Form]:
    """The sentences for where there is little room: first with the role, last in as few words as can be."""
    about, in_few, request = trait_line(brief), _short_line(brief), _short_ask(brief)
    yield _Form("brief", "", about, request)
    yield _Form("short", _who(brief), about, _ask(brief))
    yield _Form("short", "", about, request)
    yield _Form("short", "", in_few, request)
    told = good_word(brief)
    if has_name(told.decides) or not has_name(told.knows):
        decides = _decides(brief) if has_name(told.decides) else ""
        yield _Form("short", decides, in_few, _said(brief, "ask", "last"))


def _who(brief: Brief) -> str:
    """Who decides, and how the contact knows that person, or what they have to do with the company."""
    reach, decides = way(brief), _decides(brief)
    if reach in (Way.SAME, Way.KNOWS):
        clause = known(brief)
        which = f"{reach.value}_how" if clause else reach.value
        said = _said(brief, "who", which, known=clause)
        return f"{said} {decides}" if reach is Way.KNOWS and decides else said
    return f"{decides} {_said(brief, 'who', reach.value)}".strip()


def _decides(brief: Brief) -> str:
    return _said(brief, "who", "decides") if named(good_word(brief).decides) else ""


def _ask(brief: Brief) -> str:
    which = {Way.SAME: "named", Way.KNOWS: "named", Way.NONE: "anyone"}.get(way(brief), "inside")
    return _said(brief, "ask", which)


def _short_ask(brief: Brief) -> str:
    """The request with the person in it, for where there is no room to speak of them before."""
    reach = way(brief)
    knows = reach in (Way.SAME, Way.KNOWS)
    asked = _said(brief, "ask", f"{reach.value}_short") if knows else _ask(brief)
    return asked if reach is Way.SAME else f"{_decides(brief)} {asked}".strip()


def _known(brief: Brief) -> str:
    clause = acquainted.with_me(good_word(brief).how, keep=names(brief))
    return _said(brief, "known", "all", how=clause) if clause else ""


def _said(brief: Brief, *at: str, **places: str) -> str:
    return to_contact.said(brief, "good_word", *at, **places)


def _subject(brief: Brief) -> str:
    subject = _said(brief, "subject", "named")
    short = len(words_in(subject)) <= MOST_SUBJECT_WORDS and len(subject) <= MOST_SUBJECT_SIGNS
    return subject if short and brief.job.company.strip() else _said(brief, "subject", "plain")


def _first_short(forms: Iterator[str]) -> str:
    """The first form that is short enough, else the last one."""
    every = list(forms)
    return next((one for one in every if facts.word_count(one) <= MOST_IN_SHORT), every[-1])
