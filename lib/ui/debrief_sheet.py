"""The checklist as widget values, and back: one key for every field, rows numbered from 0."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from lib.domain.debriefs import (
    Commitment,
    Debrief,
    PersonDebrief,
    Point,
    PromiseKind,
    Request,
    SpokenPromise,
    Thanks,
)
from lib.domain.due import Due
from lib.domain.interviews import Interview, Interviewer
from lib.ui import parts

Row = TypeVar("Row")
MOST_ROWS = 12
"""How many points, requests or promises a checklist takes: more than anyone remembers, and few to draw."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """One interview with its people and what is written down about it."""

    interview: Interview
    people: tuple[Interviewer, ...]
    debrief: Debrief
    default_thanks: Thanks

    @property
    def name(self) -> str:
        """The name of its sheet, and of its scope for the keeper."""
        return f"debrief.{self.interview.id}"

    def key(self, field: str, *of: object) -> str:
        """The widget key of one field."""
        return ".".join(("debrief", field, self.interview.id, *(str(one) for one in of)))

    def rows(self, filled: int) -> range:
        """The rows to draw: those that are filled, and one more."""
        return range(min(filled + 1, MOST_ROWS))


def values_of(sheet: Checklist) -> dict[str, Any]:
    """Every field's value as the store holds it."""
    key, debrief = sheet.key, sheet.debrief
    values: dict[str, Any] = {
        key("there"): [one.id for one in sheet.people if debrief.about(one.id).was_there],
        key("next.what"): debrief.commitment.what,
        key("next.who"): debrief.commitment.who_id,
        key("next.by"): parts.date_words(debrief.commitment.by),
        key("decision"): parts.date_words(debrief.decision_on),
        key("next_time"): debrief.next_time,
    }
    for person in sheet.people:
        values |= _person_values(sheet, person)
    for i in sheet.rows(len(debrief.requests)):
        values |= _request_values(sheet, i)
    for i in sheet.rows(len(debrief.promises)):
        values |= _promise_values(sheet, i)
    return values


def debrief_from(sheet: Checklist, values: dict[str, Any]) -> Debrief:
    """The checklist that these values make; a date that cannot be read leaves the one that stood there."""
    key, said = sheet.key, sheet.debrief

    def day(field: str, stored: date | None) -> date | None:
        kept = Due(stored, None, sheet.interview.zone) if stored else None
        due = _due(values[key(field)], sheet.interview.zone, kept)
        return due.day if due else None

    return replace(
        sheet.debrief,
        people=tuple(_person_from(sheet, one, values) for one in sheet.people),
        commitment=Commitment(
            what=values[key("next.what")] or "",
            who_id=values[key("next.who")] or "",
            by=day("next.by", said.commitment.by),
        ),
        decision_on=day("decision", said.decision_on),
        next_time=values[key("next_time")] or "",
        requests=_filled(_request_from, sheet, values, len(sheet.debrief.requests), _is_request),
        promises=_filled(_promise_from, sheet, values, len(sheet.debrief.promises), _is_promise),
    )


def words_of(sheet: Checklist, value: Any) -> str:
    """A field's value in words, for showing two versions of it: people by their names."""
    names = {one.id: parts.person_words(one) for one in sheet.people}
    values = value if isinstance(value, list) else [value]
    return ", ".join(names.get(one, "" if one is None else str(one)) for one in values)


def people_from(sheet: Checklist, values: dict[str, Any]) -> tuple[Interviewer, ...]:
    """The interviewers with name, position and spelling as they stand in the checklist."""
    return tuple(
        replace(
            one,
            name=(values[sheet.key("name", one.id)] or "").strip(),
            position=(values[sheet.key("position", one.id)] or "").strip(),
            name_confirmed=bool(values[sheet.key("confirmed", one.id)]),
        )
        for one in sheet.people
    )


def _person_values(sheet: Checklist, person: Interviewer) -> dict[str, Any]:
    key, about = sheet.key, sheet.debrief.about(person.id)
    known = any(one.interviewer_id == person.id for one in sheet.debrief.people)
    values: dict[str, Any] = {
        key("name", person.id): person.name,
        key("position", person.id): person.position,
        key("confirmed", person.id): person.name_confirmed,
        key("valued", person.id): about.valued,
        key("thanks", person.id): about.thanks if known else sheet.default_thanks,
        key("already", person.id): about.thanked_already,
    }
    for i in sheet.rows(len(about.points)):
        point = about.points[i] if i < len(about.points) else Point()
        values[key("raised", person.id, i)] = point.raised
        values[key("help", person.id, i)] = point.help
    return values


def _person_from(sheet: Checklist, person: Interviewer, values: dict[str, Any]) -> PersonDebrief:
    key, about = sheet.key, sheet.debrief.about(person.id)
    points = [
        Point(values[key("raised", person.id, i)] or "", values[key("help", person.id, i)] or "")
        for i in sheet.rows(len(about.points))
    ]
    return PersonDebrief(
        interviewer_id=person.id,
        was_there=person.id in (values[key("there")] or ()),
        points=_trimmed(points, lambda point: not point.is_empty()),
        valued=values[key("valued", person.id)] or "",
        thanks=values[key("thanks", person.id)] or Thanks.EMAIL,
        thanked_already=values[key("already", person.id)],
    )


def _request_values(sheet: Checklist, i: int) -> dict[str, Any]:
    key, rows = sheet.key, sheet.debrief.requests
    row = rows[i] if i < len(rows) else Request(id="")
    return {
        key("request.what", i): row.what,
        key("request.for", i): row.for_id,
        key("request.due", i): parts.due_field_words(row.due),
    }


def _request_from(sheet: Checklist, i: int, values: dict[str, Any]) -> Request:
    key = sheet.key
    return Request(
        id=f"{sheet.interview.id}.{i}",
        what=values[key("request.what", i)] or "",
        for_id=values[key("request.for", i)] or "",
        due=_due(values[key("request.due", i)], sheet.interview.zone, _stored(sheet.debrief.requests, i)),
    )


def _due(words: str | None, zone: str, stored: Due | None) -> Due | None:
    """What the words mean; what stood there before, where there are words and they mean nothing."""
    written = (words or "").strip()
    return (parts.read_due(written, zone) or stored) if written else None


def _stored(rows: Sequence[Request] | Sequence[SpokenPromise], i: int) -> Due | None:
    return rows[i].due if i < len(rows) else None


def _is_request(row: Request) -> bool:
    return bool(row.what.strip() or row.due)


def _promise_values(sheet: Checklist, i: int) -> dict[str, Any]:
    key, rows = sheet.key, sheet.debrief.promises
    row = rows[i] if i < len(rows) else SpokenPromise(id="")
    return {
        key("promise.kind", i): row.kind,
        key("promise.to", i): row.to_id,
        key("promise.about", i): row.about,
        key("promise.due", i): parts.due_field_words(row.due),
    }


def _promise_from(sheet: Checklist, i: int, values: dict[str, Any]) -> SpokenPromise:
    key = sheet.key
    return SpokenPromise(
        id=f"{sheet.interview.id}.{i}",
        kind=values[key("promise.kind", i)] or PromiseKind.CALL,
        to_id=values[key("promise.to", i)] or "",
        about=values[key("promise.about", i)] or "",
        due=_due(values[key("promise.due", i)], sheet.interview.zone, _stored(sheet.debrief.promises, i)),
    )


def _is_promise(row: SpokenPromise) -> bool:
    return bool(row.to_id or row.about.strip() or row.due)


def _filled(
    read: Callable[[Checklist, int, dict[str, Any]], Row],
    sheet: Checklist,
    values: dict[str, Any],
    standing: int,
    counts: Callable[[Row], bool],
) -> tuple[Row, ...]:
    return _trimmed([read(sheet, i, values) for i in sheet.rows(standing)], counts)


def _trimmed(rows: Sequence[Row], counts: Callable[[Row], bool]) -> tuple[Row, ...]:
    """The rows without the empty ones at their end; an empty one in between keeps its place."""
    last = max((i for i, row in enumerate(rows) if counts(row)), default=-1)
    return tuple(rows[: last + 1])
