"""Somebody who is named a second time: surely the same person, or one to ask about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lib.domain.interviews import Interviewer
from lib.domain.people.interviewer_lines import ReadLine
from lib.domain.people.name_keys import is_same_name, share_a_word
from lib.domain.people.positions import are_other_positions
from lib.domain.search import folded


def known_as(line: ReadLine, people: Iterable[Interviewer]) -> Interviewer | None:
    """Returns who of these a pasted line is surely about: nothing that it says speaks against it.

    That is somebody with this address and a name that fits, or with this name.
    """
    fitting = [one for one in people if _has_address(one, line) or _is_named(one, line)]
    sure = [one for one in fitting if _has_address(one, line) or not _is_doubtful(one, line)]
    return max(sure, key=lambda one: _in_common(one, line), default=None)


def namesake(line: ReadLine, people: Iterable[Interviewer]) -> Interviewer | None:
    """Returns who of these has the name of a line that says other things; only a person can tell.

    Other things are another position or another address.
    """
    met = list(people)
    if known_as(line, met):
        return None
    return next((one for one in met if _is_named(one, line)), None)


def filled(person: Interviewer, line: ReadLine) -> Interviewer:
    """Returns the person with what the line adds; what is known of them stays."""
    return replace(
        person,
        position=person.position or line.position,
        email=person.email or line.email,
        phone=person.phone or line.phone,
        link=person.link or line.link,
    )


def updated(person: Interviewer, line: ReadLine) -> Interviewer:
    """Returns the person with what the line says now, for somebody with a new position."""
    return replace(
        person,
        position=line.position or person.position,
        email=line.email or person.email,
        phone=line.phone or person.phone,
        link=line.link or person.link,
    )


def _has_address(person: Interviewer, line: ReadLine) -> bool:
    is_theirs = bool(line.email) and person.email.casefold() == line.email.casefold()
    return is_theirs and share_a_word(person.name, line.name)


def _is_named(person: Interviewer, line: ReadLine) -> bool:
    return is_same_name(person.name, line.name)


def _is_doubtful(person: Interviewer, line: ReadLine) -> bool:
    has_other_address = bool(person.email and line.email)
    return has_other_address or are_other_positions(person.position, line.position)


def _in_common(person: Interviewer, line: ReadLine) -> tuple[bool, bool]:
    has_position = bool(line.position) and folded(person.position) == folded(line.position)
    return _has_address(person, line), has_position
