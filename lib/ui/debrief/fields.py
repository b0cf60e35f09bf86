"""The checklist as widget values, and back: one key for every field, rows numbered from 0."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from lib.domain.debriefs import Commitment, Debrief, Request, SpokenPromise
from lib.domain.interviews import Interviewer
from lib.domain.strategies import Strategy
from lib.ui.debrief import person_fields
from lib.ui.debrief.checklist import Checklist
from lib.ui.shared import date_fields, labels
from lib.ui.shared.rows import RowFields, to_draw

Row = TypeVar("Row", Request, SpokenPromise)
REQUESTS = RowFields(
    Request(id=""),
    {"request.what": "what", "request.for": "for_id"},
    lambda row: bool(row.what.strip() or row.due),
    due="request.due",
)
PROMISES = RowFields(
    SpokenPromise(id=""),
    {"promise.kind": "kind", "promise.to": "to_id", "promise.about": "about"},
    lambda row: bool(row.to_id or row.about.strip() or row.due),
    due="promise.due",
)


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
    values |= REQUESTS.values(debrief.requests, key)
    values |= PROMISES.values(debrief.promises, key)
    return values


def mid_sentence_keys(sheet: Checklist) -> tuple[str, ...]:
    """Returns how the keys begin whose text goes on in a sentence of a note."""
    blanks = [person_fields.key_of(blank) for blank in person_fields.MID_SENTENCE]
    return tuple(f"{sheet.key(field)}." for field in (*blanks, "request.what", "promise.about"))


def debrief_from(sheet: Checklist, values: dict[str, Any]) -> Debrief:
    """Returns the checklist that these values make; an unreadable date changes nothing."""
    key, standing, zone = sheet.key, sheet.debrief, sheet.interview.zone
    return replace(
        standing,
        people=tuple(person_fields.debrief_from(sheet, one, values) for one in sheet.people),
        commitment=Commitment(
            what=values[key("next.what")] or "",
            who_id=values[key("next.who")] or "",
            by=date_fields.read_day_or_keep(values[key("next.by")], zone, standing.commitment.by),
        ),
        decision_on=date_fields.read_day_or_keep(
            values[key("decision")], zone, standing.decision_on
        ),
        next_time=values[key("next_time")] or "",
        left_out=tuple(id for id in sheet.called_later() if not values[key("call", id)]),
        requests=_numbered(sheet, REQUESTS.read(standing.requests, key, values, zone)),
        promises=_numbered(sheet, PROMISES.read(standing.promises, key, values, zone)),
    )


def unread_date(sheet: Checklist, shown: Mapping[Any, Any]) -> str | None:
    """Returns the key of the first date field whose words mean no date; None if all do."""
    dates = [sheet.key("next.by"), sheet.key("decision")]
    dates += [sheet.key(REQUESTS.due, i) for i in to_draw(len(sheet.debrief.requests))]
    dates += [sheet.key(PROMISES.due, i) for i in to_draw(len(sheet.debrief.promises))]
    for key in dates:
        words = str(shown.get(key) or "").strip()
        if words and date_fields.read_due(words, sheet.interview.zone) is None:
            return key
    return None


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
    shown = [str(one) for one in values if one is not None]
    return ", ".join(names.get(one, one) for one in shown)


def people_from(sheet: Checklist, values: dict[str, Any]) -> tuple[Interviewer, ...]:
    """Returns the interviewers as they stand in the checklist."""
    return tuple(person_fields.interviewer_from(sheet, one, values) for one in sheet.people)


def _numbered(sheet: Checklist, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(replace(row, id=f"{sheet.interview.id}.{i}") for i, row in enumerate(rows))
