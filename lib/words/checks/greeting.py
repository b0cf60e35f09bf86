"""Whom a text greets, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz.distance import DamerauLevenshtein

from lib.domain.people.greetings import clean_name, greeting_name, has_title, is_bare_title
from lib.domain.search import folded
from lib.words import wording
from lib.words.checks.case import Case, block
from lib.words.checks.finding import Finding, Weight
from lib.words.text.sentences import GREETS
from lib.words.text.tokens import words_in

OPENING = re.compile(
    rf"\A\s*(?P<word>{GREETS}(?:\s+again)?,?)?\s*(?P<name>[^\n]{{0,80}}?)\s*[,:;!–—-]?\s*\Z",
    re.IGNORECASE,
)
CALLED = re.compile(rf"\A\s*(?:{GREETS}\b)?[\s,]*(?P<name>[^\n,;:.!?–—]*)", re.IGNORECASE)
TITLE_WORDS = wording.slip_words("title_words")
BESIDES = wording.slip_words("besides")
NEAR = 2
LONG_NAME = 5


def find_wrong_greeting(case: Case) -> Iterator[Finding]:
    """Finds a greeting that is missing, misspelt, in small letters, bare, or another's."""
    name = case.brief.reader.name.strip()
    if not name:
        return
    if case.is_script():
        yield from _on_the_phone(case, name)
        return
    greeting = case.letter.greeting
    match = OPENING.match(greeting.rstrip(",:;!–—- ")) if greeting else None
    said = match["name"].strip(" ,") if match else ""
    if match is None or not said:
        yield block(
            "name_missing", f"The greeting is missing: it goes to {_wanted(case)}.", greeting
        )
        return
    yield from _judge(case, greeting, match["word"] or "", said)


def _judge(case: Case, greeting: str, word: str, said: str) -> Iterator[Finding]:
    found = _wrong_name(case, said)
    if found:
        yield found
        return
    low_word = bool(word) and (word[0].islower() or word.isupper())
    wrong_name = any(_belongs(part, case) for part in said.split())
    if low_word or wrong_name:
        becomes = f"{word[:1].upper()}{word[1:].lower()} {_recased(said, case)}".strip()
        written = f"{word} {said}".strip()
        mended = case.mended(written, becomes) if written in greeting else None
        sentence = f"The greeting has wrong capitals: “{written}”."
        yield block("greeting_case", sentence, written, mended, becomes if mended else "")


def _belongs(part: str, case: Case) -> bool:
    """True if that word stands in the name, in other capitals."""
    own = f"{case.brief.reader.name} {case.brief.reader.greet_as}".split()
    return part not in own and part.lower() in {one.lower() for one in own}


def _recased(said: str, case: Case) -> str:
    own = {
        one.casefold(): one
        for one in f"{case.brief.reader.name} {case.brief.reader.greet_as}".split()
    }
    return " ".join(own.get(part.casefold(), part) for part in said.split())


def _wrong_name(case: Case, said: str) -> Finding | None:
    """The finding on the name itself, or None if it is the reader's."""
    if is_bare_title(said):
        return _named(
            case, "bare_title", f"“{said}” is a title without a name: write {_wanted(case)}.", said
        )
    if _is_allowed(said, case):
        return None
    greeted, own = _parts(said), _parts(f"{case.brief.reader.name} {case.brief.reader.greet_as}")
    if _titles(said) and greeted and greeted <= own and not _title_fits(said, case):
        sentence = f"The greeting says “{said}”; it should be {_wanted(case)}."
        return _named(case, "wrong_title", sentence, said)
    if greeted & own:
        return _partly_right(case, said, greeted, own)
    other = next((one.name for one in case.brief.others if greeted & _parts(one.name)), None)
    if other is not None:
        sentence = f"It greets {other}, but it goes to {case.brief.reader.name}."
        return _named(case, "other_reader_greeted", sentence, said)
    if any(_is_near(part, one) for part in greeted for one in own):
        sentence = f"The greeting says “{said}”; the name is {case.brief.reader.name}."
        return _named(case, "name_misspelt", sentence, said)
    return _named(case, "name_missing", f"The greeting does not name {_wanted(case)}.", said)


def _partly_right(case: Case, said: str, greeted: set[str], own: set[str]) -> Finding | None:
    """The finding on a greeting that has some of the right words; None if it will do."""
    known = {part for one in case.brief.others for part in _parts(one.name)}
    strange = greeted - own - known - BESIDES
    if strange:
        sentence = f"The greeting says “{said}”; the name is {case.brief.reader.name}."
        return _named(case, "name_misspelt", sentence, said)
    if has_title(case.brief.reader.name) and _is_family_name(said, case) and not _titles(said):
        sentence = f"“{said}” stands without its title: write {_wanted(case)}."
        return _named(case, "no_title", sentence, said)
    if _is_family_name(said, case) or case.brief.reader.greet_as.strip():
        sentence = f"You greet {case.brief.reader.name} as “{_wanted(case)}” otherwise."
        found = _named(case, f"greeted_otherwise:{said}", sentence, said)
        return replace(found, weight=Weight.LOOKS_AGAIN)
    return None


def _is_family_name(said: str, case: Case) -> bool:
    parts = [
        part for part in words_in(case.brief.reader.name) if part.casefold() not in TITLE_WORDS
    ]
    return len(parts) > 1 and said.casefold() == parts[-1].casefold()


def _wanted(case: Case) -> str:
    reader = case.brief.reader
    return greeting_name(reader.name, reader.greet_as) or reader.name


def _named(case: Case, code: str, sentence: str, said: str) -> Finding:
    """Blocks, and offers the greeting that is meant."""
    wanted = _wanted(case)
    at = case.text.body.find(said)
    mended = replace(
        case.text, body=case.text.body[:at] + wanted + case.text.body[at + len(said) :]
    )
    return block(code, sentence, said, mended if at >= 0 else None, wanted)


def _is_allowed(said: str, case: Case) -> bool:
    reader = case.brief.reader
    forms = {
        greeting_name(reader.name, reader.greet_as),
        greeting_name(reader.name, reader.greet_as, formal=True),
        reader.name.strip(),
        clean_name(reader.name),
    }
    plain = {_plain(form) for form in forms if form}
    if _plain(said) in plain:
        return True
    return any(
        _plain(said).startswith(f"{form} ") and _names_others(said, form, case) for form in plain
    )


def _names_others(said: str, form: str, case: Case) -> bool:
    """True if what follows the reader's name is "and team" or names others of the interview."""
    rest = {word.casefold() for word in words_in(_plain(said)[len(form) :])}
    known = {part for one in case.brief.others for part in _parts(one.name)}
    return bool(rest) and rest <= BESIDES | known


def _plain(text: str) -> str:
    return " ".join(text.replace(".", " ").replace("’", "'").lower().split())


def _parts(name: str) -> set[str]:
    return {word.lower() for word in words_in(name)} - TITLE_WORDS


def _titles(text: str) -> set[str]:
    return {word.casefold() for word in words_in(text)} & TITLE_WORDS


def _title_fits(said: str, case: Case) -> bool:
    """True if the title is the known one, or if none is known."""
    own = _titles(f"{case.brief.reader.name} {case.brief.reader.greet_as}")
    return not own or bool(_titles(said) & own)


def _is_near(written: str, name: str) -> bool:
    """True if one was probably meant as the other: a slip or two apart, or without its accents."""
    if folded(written) == folded(name):
        return True
    allowed = NEAR if len(name) >= LONG_NAME else 1
    return DamerauLevenshtein.distance(written, name, score_cutoff=allowed) <= allowed


def _on_the_phone(case: Case, name: str) -> Iterator[Finding]:
    opening = case.letter.text.strip().partition("\n")[0]
    match = CALLED.match(opening)
    greeted, own = _parts(match["name"] if match else ""), _parts(name)
    if greeted & own:
        return
    other = next((one.name for one in case.brief.others if greeted & _parts(one.name)), None)
    if other is not None:
        yield block("other_reader_greeted", f"It greets {other}, but it goes to {name}.")
    elif any(_is_near(part, one) for part in greeted for one in own):
        yield block(
            "name_misspelt",
            f"The greeting says “{match['name'] if match else ''}”; the name is {name}.",
        )
    elif not own & _parts(opening):
        yield block(
            "name_missing", f"The script does not say whom you are calling: {_wanted(case)}."
        )
