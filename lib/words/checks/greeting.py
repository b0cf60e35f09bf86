"""Whom a text greets, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from lib.domain.english import with_stop
from lib.domain.people.greetings import clean_name, greeting_name, has_title, is_bare_title
from lib.domain.search import folded
from lib.words import wording
from lib.words.checks.case import Case, block
from lib.words.checks.finding import Finding
from lib.words.text.sentences import GREETS
from lib.words.text.tokens import is_near, words_in

OPENING = re.compile(
    rf"\A\s*(?P<word>{GREETS}(?:\s+again)?,?)?\s*(?P<name>[^\n]{{0,80}}?)\s*[,:;!–—-]?\s*\Z",
    re.IGNORECASE,
)
CALLED = re.compile(rf"\A\s*(?:{GREETS}\b)?[\s,]*(?P<name>[^\n,;:.!?–—]*)", re.IGNORECASE)
TITLE_WORDS = wording.word_list("title_words")
BESIDES = wording.word_list("besides")
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
            "name_missing",
            with_stop(f"The greeting is missing: it goes to {_wanted(case)}"),
            greeting,
        )
        return
    found = _wrong_name(case, said)
    if found:
        yield found
        return
    word, recased = match["word"] or "", _recased(said, case)
    if word[:1].islower() or word.isupper() or recased.split() != said.split():
        becomes, written = f"{word.capitalize()} {recased}".strip(), f"{word} {said}".strip()
        mended = case.mended(written, becomes) if written in greeting else None
        sentence = f"The greeting has wrong capitals: “{written}”."
        yield block("greeting_case", sentence, written, mended, becomes if mended else "")


def _recased(said: str, case: Case) -> str:
    """Returns what was said with the capitals that the words have in the reader's name."""
    own = _own_name(case).split()
    known = {one.casefold(): one for one in own} | dict(zip(own, own, strict=True))
    return " ".join(known.get(part, known.get(part.casefold(), part)) for part in said.split())


def _own_name(case: Case) -> str:
    return f"{case.brief.reader.name} {case.brief.reader.greet_as}"


def _wrong_name(case: Case, said: str) -> Finding | None:
    """The finding on the name itself, or None if it is the reader's."""
    if is_bare_title(said):
        return _named(
            case,
            "bare_title",
            with_stop(f"“{said}” is a title without a name: write {_wanted(case)}"),
            said,
        )
    if _is_allowed(said, case):
        return None
    greeted, own = _parts(said), _parts(_own_name(case))
    titles, said_titles = _titles(_own_name(case)), _titles(said)
    is_another_title = bool(titles and said_titles) and titles.isdisjoint(said_titles)
    if greeted and greeted <= own and is_another_title:
        sentence = with_stop(f"The greeting says “{said}”; it should be {_wanted(case)}")
        return _named(case, "wrong_title", sentence, said)
    if greeted & own:
        return _partly_right(case, said, greeted, own)
    other = _other_greeted(case, greeted)
    if other:
        sentence = with_stop(f"It greets {other}, but it goes to {case.brief.reader.name}")
        return _named(case, "other_reader_greeted", sentence, said)
    if _is_near(greeted, own):
        sentence = with_stop(f"The greeting says “{said}”; the name is {case.brief.reader.name}")
        return _named(case, "name_misspelt", sentence, said)
    return _named(
        case, "name_missing", with_stop(f"The greeting does not name {_wanted(case)}"), said
    )


def _partly_right(case: Case, said: str, greeted: set[str], own: set[str]) -> Finding | None:
    """The finding on a greeting that has some of the right words; None if it will do."""
    strange = greeted - own - _parts_of_others(case) - BESIDES
    if strange:
        sentence = with_stop(f"The greeting says “{said}”; the name is {case.brief.reader.name}")
        return _named(case, "name_misspelt", sentence, said)
    if has_title(case.brief.reader.name) and _is_family_name(said, case) and not _titles(said):
        sentence = with_stop(f"“{said}” stands without its title: write {_wanted(case)}")
        return _named(case, "no_title", sentence, said)
    if _is_family_name(said, case) or case.brief.reader.greet_as.strip():
        sentence = f"You greet {case.brief.reader.name} as “{_wanted(case)}” otherwise."
        found = _named(case, f"greeted_otherwise:{said}", sentence, said)
        return replace(found, blocks=False)
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
    return bool(rest) and rest <= BESIDES | _parts_of_others(case)


def _plain(text: str) -> str:
    return " ".join(text.replace(".", " ").replace("’", "'").lower().split())


def _parts(name: str) -> set[str]:
    return {word.lower() for word in words_in(name)} - TITLE_WORDS


def _titles(text: str) -> set[str]:
    return {word.casefold() for word in words_in(text)} & TITLE_WORDS


def _parts_of_others(case: Case) -> set[str]:
    return _parts("\n".join(one.name for one in case.brief.others))


def _other_greeted(case: Case, greeted: set[str]) -> str:
    """Returns the name of the other person of the interview who is greeted, or nothing."""
    return next((one.name for one in case.brief.others if greeted & _parts(one.name)), "")


def _is_near(greeted: set[str], own: set[str]) -> bool:
    """True if a word was probably meant as one of the name: slips apart, or without its accents."""
    for written, name in product(greeted, own):
        most = NEAR if len(name) >= LONG_NAME else 1
        if folded(written) == folded(name) or is_near(written, name, most):
            return True
    return False


def _on_the_phone(case: Case, name: str) -> Iterator[Finding]:
    opening = case.letter.text.strip().partition("\n")[0]
    match = CALLED.match(opening)
    said = match["name"] if match else ""
    greeted, own = _parts(said), _parts(name)
    if greeted & own:
        return
    if other := _other_greeted(case, greeted):
        yield block("other_reader_greeted", with_stop(f"It greets {other}, but it goes to {name}"))
    elif _is_near(greeted, own):
        yield block("name_misspelt", with_stop(f"The greeting says “{said}”; the name is {name}"))
    elif not own & _parts(opening):
        sentence = f"The script does not say whom you are calling: {_wanted(case)}."
        yield block("name_missing", sentence)
