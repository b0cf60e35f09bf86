"""The checklist as widget values, and back: one key for every field, rows numbered from 0."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief, PromiseKind, Request, SpokenPromise
from lib.domain.interviews import Interviewer
from lib.domain.strategies import Strategy
from lib.ui.debrief import person_fields
from lib.ui.debrief.checklist import Checklist
from lib.ui.shared import date_fields, labels, rows

Row = TypeVar("Row")


def values_of(sheet: Checklist) -> dict[str, Any]:
    """Every field's value as the store holds it."""
    key, debrief = sheet.key, sheet.debrief
    values: dict[str, Any] = {
        key("there"): [one.id for one in sheet.people if debrief.about(one.id).was_there],
        key("next.what"): debrief.commitment.what,
        key("next.who"): debrief.commitment.who_id,
        key("next.by"): date_fields.field_words(debrief.commitment.by),
        key("decision"): date_fields.field_words(debrief.decision_on),
        key("next_time"): debrief.next_time,
    }
    for i, question in enumerate(sheet.strategy.questions):
        values[key("answered", i)] = question.answered
    for id in sheet.called_later():
        values[key("call", id)] = id not in debrief.left_out
    for person in sheet.people:
        values |= person_fields.values_of(sheet, person)
    for i in sheet.rows(len(debrief.requests)):
        values |= _request_values(sheet, i)
    for i in sheet.rows(len(debrief.promises)):
        values |= _promise_values(sheet, i)
    return values


def mid_sentence_keys(sheet: Checklist) -> tuple[str, ...]:
    """Returns how the keys begin whose text goes on in a sentence of a note."""
    blanks = [person_fields.key_of(blank) for blank in person_fields.MID_SENTENCE]
    return tuple(f"{sheet.key(field)}." for field in (*blanks, "request.what", "promise.about"))


def debrief_from(sheet: Checklist, values: dict[str, Any]) -> Debrief:
    """The checklist that these values make; a date that cannot be read leaves the one that stood there."""
    key, said = sheet.key, sheet.debrief

    def day(field: str, stored: date | None) -> date | None:
        kept = Due(stored, None, sheet.interview.zone) if stored else None
        due = _due(values[key(field)], sheet.interview.zone, kept)
        return due.day if due else None

    return replace(
        sheet.debrief,
        people=tuple(person_fields.debrief_from(sheet, one, values) for one in sheet.people),
        commitment=Commitment(
            what=values[key("next.what")] or "",
            who_id=values[key("next.who")] or "",
            by=day("next.by", said.commitment.by),
        ),
        decision_on=day("decision", said.decision_on),
        next_time=values[key("next_time")] or "",
        left_out=tuple(id for id in sheet.called_later() if not values[key("call", id)]),
        requests=_filled(_request_from, sheet, values, len(sheet.debrief.requests), _is_request),
        promises=_filled(_promise_from, sheet, values, len(sheet.debrief.promises), _is_promise),
    )


def strategy_from(sheet: Checklist, values: dict[str, Any]) -> Strategy:
    """The strategy with its questions ticked as they were answered."""
    ticked = tuple(
        replace(one, answered=bool(values[sheet.key("answered", i)]))
        for i, one in enumerate(sheet.strategy.questions)
    )
    return replace(sheet.strategy, questions=ticked)


def words_of(sheet: Checklist, value: Any) -> str:
    """A field's value in words, for showing two versions of it: people by their names."""
    names = {one.id: labels.person_words(one) for one in sheet.people}
    values = value if isinstance(value, list) else [value]
    return ", ".join(names.get(one, "" if one is None else str(one)) for one in values)


def people_from(sheet: Checklist, values: dict[str, Any]) -> tuple[Interviewer, ...]:
    """The interviewers with name, position, spelling and greeting as they stand in the checklist."""
    return tuple(person_fields.interviewer_from(sheet, one, values) for one in sheet.people)


def _request_values(sheet: Checklist, i: int) -> dict[str, Any]:
    key, asked = sheet.key, sheet.debrief.requests
    row = asked[i] if i < len(asked) else Request(id="")
    return {
        key("request.what", i): row.what,
        key("request.for", i): row.for_id,
        key("request.due", i): date_fields.field_words(row.due),
    }


def _request_from(sheet: Checklist, i: int, values: dict[str, Any]) -> Request:
    key = sheet.key
    return Request(
        id=f"{sheet.interview.id}.{i}",
        what=values[key("request.what", i)] or "",
        for_id=values[key("request.for", i)] or "",
        due=_due(
            values[key("request.due", i)], sheet.interview.zone, _stored(sheet.debrief.requests, i)
        ),
    )


def _due(words: str | None, zone: str, stored: Due | None) -> Due | None:
    """What the words mean; what stood there before, where there are words and they mean nothing."""
    written = (words or "").strip()
    return (date_fields.read_due(written, zone) or stored) if written else None


def _stored(standing: Sequence[Request] | Sequence[SpokenPromise], i: int) -> Due | None:
    return standing[i].due if i < len(standing) else None


def _is_request(row: Request) -> bool:
    return bool(row.what.strip() or row.due)


def _promise_values(sheet: Checklist, i: int) -> dict[str, Any]:
    key, promised = sheet.key, sheet.debrief.promises
    row = promised[i] if i < len(promised) else SpokenPromise(id="")
    return {
        key("promise.kind", i): row.kind,
        key("promise.to", i): row.to_id,
        key("promise.about", i): row.about,
        key("promise.due", i): date_fields.field_words(row.due),
    }


def _promise_from(sheet: Checklist, i: int, values: dict[str, Any]) -> SpokenPromise:
    key = sheet.key
    return SpokenPromise(
        id=f"{sheet.interview.id}.{i}",
        kind=values[key("promise.kind", i)] or PromiseKind.CALL,
        to_id=values[key("promise.to", i)] or "",
        about=values[key("promise.about", i)] or "",
        due=_due(
            values[key("promise.due", i)], sheet.interview.zone, _stored(sheet.debrief.promises, i)
        ),
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
    return rows.trimmed([read(sheet, i, values) for i in sheet.rows(standing)], counts)
