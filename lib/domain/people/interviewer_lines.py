"""Reads pasted lines about people: "Ada Byron, CTO <ada@firm.example>". None is lost silently."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial

from lib.domain.people.line_reading import Reading, name_and_position
from lib.domain.people.name_order import order_of
from lib.domain.people.names import name_of_address, without_remarks
from lib.domain.people.pasted_addresses import MAIL, PHONE
from lib.domain.people.pasted_parts import Part, parts_of
from lib.domain.people.pasted_tables import rows_as_lines

_CUT_MAIL = re.compile(r"[<‹«]\s*([^\s<>‹›«»]+@[^\s<>‹›«»]*)\s*[>›»]")
_QUOTED = re.compile(
    r"^\"([^\"]+,[^\"]+)\"|^'((?:[^']|'(?=\w))+,(?:[^']|'(?=\w))+)'(?=\s*[<(\[‹«]|$)"
)
_EMPTY_BRACKETS = re.compile(r"[(\[<‹«][\s.…]*[)\]>›»]")
_LINK = re.compile(r"((?:https?://|(?:www\.)?linkedin\.com/)[^\s,;<>()\[\]|]+)", re.I)
LONGEST = 200
FROM_ADDRESS = "the name is taken from the address: check it"


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to read a line, and the lines that say it without a doubt.

    `with_before` is True if they stand for the person before as well.
    """

    label: str
    text: str
    with_before: bool = False


@dataclass(frozen=True, slots=True)
class ReadLine:
    """What was understood of one person. `remark` says what was left out or is worth a look.

    `choices` are the ways to read it, if there is a question; `source` is the text that was read,
    and `line` the number of the pasted line that it stands in. `is_same` is what was said about a
    namesake whom the job has already: one person, two, or nothing yet.
    """

    name: str = ""
    position: str = ""
    email: str = ""
    phone: str = ""
    remark: str = ""
    link: str = ""
    choices: tuple[Choice, ...] = field(default=(), compare=False)
    source: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)
    is_same: bool | None = field(default=None, compare=False)

    def is_person(self) -> bool:
        """Returns True if anything was understood that can be added."""
        return bool(self.name or self.position or self.email or self.phone or self.link)


def read_lines(text: str) -> tuple[ReadLine, ...]:
    """Returns the people of a pasted text: one a line, or several with signs or "and" between."""
    found: list[ReadLine] = []
    for part in parts_of(rows_as_lines(text)):
        read = _read(part)
        if part.is_second and found:
            read = _with_question(found[-1], read)
        found.append(read)
    return tuple(found)


def with_choice(text: str, place: int, choice: Choice) -> str:
    """Returns the pasted text with the person at that place read as chosen, so that it is sure."""
    read = read_lines(text)
    chosen = read[place]
    first = place - choice.with_before
    lines: list[str] = []
    for number, line in enumerate(rows_as_lines(text).splitlines()):
        if number != chosen.line:
            lines.append(line)
            continue
        for i, one in enumerate(read):
            if i == place:
                lines.append(choice.text)
            elif one.line == number and i != first:
                lines.append(one.source)
    return "\n".join(lines)


def _with_question(before: ReadLine, read: ReadLine) -> ReadLine:
    """Returns a second person of a line, who may be what the person before does."""
    question = f"is “{read.name}” a second person? check it"
    joined = replace(before, position=", ".join(filter(None, (before.position, read.name))))
    two = "\n".join((_as_line(before), _as_line(read)))
    choices = (
        Choice(f"Two people: {before.name}, {read.name}", two, with_before=True),
        Choice(f"“{read.name}” is what {before.name} does", _as_line(joined), with_before=True),
    )
    remark = "; ".join(filter(None, (question, read.remark)))
    return replace(read, remark=remark, choices=choices)


def _as_line(read: ReadLine) -> str:
    """Returns a line that is read as this person, whatever their name and position look like."""
    parts = (read.name or "?", read.position, read.email, read.phone, read.link)
    return " | ".join(part for part in parts if part)


def _read(part: Part) -> ReadLine:
    rest = part.text
    is_quoted = bool(_QUOTED.match(rest))
    rest = _QUOTED.sub(lambda found: found[1] or found[2], rest)
    link, rest = _take(_LINK, rest)
    email, *more = list(dict.fromkeys(MAIL.findall(rest))) or [""]
    cut_mail, rest = _take(_CUT_MAIL, MAIL.sub(" ", rest))
    phone, rest = _take(PHONE, rest)
    text = without_remarks(_EMPTY_BRACKETS.sub(" ", rest).replace('"', " ")).strip(" ,;:-–—|\t")
    order = partial(order_of, email=email or cut_mail, is_quoted=is_quoted)
    reading = name_and_position(text, order)
    if email and not text.strip("' ") and (spelled := name_of_address(email)):
        reading = Reading(spelled, "", FROM_ADDRESS)
    link = link if not link or "://" in link else f"https://{link}"
    known = ReadLine(reading.name, reading.position, email, phone, link=link)
    remarks = [part.remark, reading.question]
    if cut_mail:
        remarks.append(f"“{cut_mail[:40]}” is not a whole e-mail address")
    if more:
        remarks.append("further addresses were left out")
    if not known.is_person():
        remarks = [f"nothing understood of “{part.text.strip()[:40]}”"]
    return replace(
        _cut(replace(known, remark="; ".join(filter(None, remarks)))),
        choices=_choices(known, reading),
        source=part.text,
        line=part.line,
    )


def _cut(known: ReadLine) -> ReadLine:
    name, position = known.name[:LONGEST], known.position[:LONGEST]
    if (name, position) == (known.name, known.position):
        return known
    return replace(known, name=name, position=position, remark=f"cut to {LONGEST} characters")


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    match = pattern.search(text)
    if match is None:
        return "", text
    return match[1].strip(), f"{text[: match.start()]} {text[match.end() :]}"


def _choices(known: ReadLine, reading: Reading) -> tuple[Choice, ...]:
    """Returns the three ways to read "Kaplan, Ruth", or that a name is right or not known."""
    if reading.question == FROM_ADDRESS:
        unknown = replace(known, name="")
        return Choice(known.name, _as_line(known)), Choice("Name not known", _as_line(unknown))
    if not reading.first:
        return ()
    first, second, further = reading.first, reading.second, reading.further
    swapped = replace(known, name=f"{second} {first}", position=further)
    both = ", ".join(filter(None, (second, further)))
    beside = replace(known, name=first, position=both)
    two = "\n".join((first, _as_line(replace(known, name=second, position=further))))
    one_person = Choice(f"{second} {first}", _as_line(swapped))
    are_whole = " " in first and " " in second
    return (
        *(() if are_whole else (one_person,)),
        Choice(f"“{second}” is what {first} does", _as_line(beside)),
        Choice(f"Two people: {first}, {second}", two),
    )
