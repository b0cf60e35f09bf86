"""The worksheet as widget values, and back: one key for every field, rows numbered from 0."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import THANKS_BY, Channel
from lib.domain.strategies import (
    ANYONE,
    EMAIL_WITHIN_A_DAY,
    USUAL,
    Offer,
    Outreach,
    PersonPlan,
    PointToMake,
    Question,
    Strategy,
    Timing,
    Worry,
)
from lib.ui.core.autosave import Values
from lib.ui.shared import rows

Row = TypeVar("Row", PointToMake, Question, Offer, Worry)
TEXTS = ("goal", "closing", "advocates", "if_silent")
WAITS = ("after_their_day", "after_the_interview")


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One interview with its people and what was decided before it.

    `lined_up`: somebody stands on the list of those who could speak for me.
    """

    job: Job
    interview: Interview
    people: tuple[Interviewer, ...]
    strategy: Strategy
    lined_up: bool = False

    @property
    def name(self) -> str:
        """The name of its sheet, and of its scope for the keeper."""
        return f"strategy.{self.interview.id}"

    def key(self, field: str, *of: object) -> str:
        """The widget key of one field."""
        return ".".join(("strategy", field, self.interview.id, *(str(one) for one in of)))

    def slots(self) -> tuple[str, ...]:
        """Whose follow-up is planned: each person with a name or position, and whoever else is there."""
        return (*(one.id for one in self.people), ANYONE)


def values_of(sheet: Worksheet) -> Values:
    """Every field's value as the store holds it."""
    strategy = sheet.strategy
    values: Values = {sheet.key(field): getattr(strategy, field) for field in (*TEXTS, *WAITS)}
    values[sheet.key("settled")] = strategy.people_settled
    for i in rows.to_draw(len(strategy.points)):
        point = strategy.points[i] if i < len(strategy.points) else PointToMake()
        values |= {sheet.key("point", i): point.point, sheet.key("evidence", i): point.evidence}
    for i in rows.to_draw(len(strategy.questions)):
        values |= _question_values(sheet, i)
    for i in rows.to_draw(len(strategy.offers)):
        offer = strategy.offers[i] if i < len(strategy.offers) else Offer()
        values |= {sheet.key("offer", i): offer.what, sheet.key("offer.when", i): offer.timing}
    for i in rows.to_draw(len(strategy.worries)):
        worry = strategy.worries[i] if i < len(strategy.worries) else Worry()
        values |= {sheet.key("worry", i): worry.worry, sheet.key("reply", i): worry.answer}
    for slot in sheet.slots():
        values |= _person_values(sheet, slot)
    return values


def strategy_from(sheet: Worksheet, values: Values) -> Strategy:
    """The worksheet that these values make."""
    key, strategy = sheet.key, sheet.strategy
    texts: Values = {field: values[key(field)] or "" for field in TEXTS}
    waits: Values = {field: values[key(field)] or getattr(strategy, field) for field in WAITS}
    return replace(
        strategy,
        **texts,
        **waits,
        people_settled=bool(values[key("settled")]),
        people=_people_from(sheet, values),
        points=_filled(_point_from, sheet, values, len(strategy.points)),
        questions=_filled(_question_from, sheet, values, len(strategy.questions)),
        offers=_filled(_offer_from, sheet, values, len(strategy.offers)),
        worries=_filled(_worry_from, sheet, values, len(strategy.worries)),
    )


def slot_name(slot: str) -> str:
    """How a slot is called inside a key."""
    return slot or "anyone"


def _question_values(sheet: Worksheet, i: int) -> Values:
    questions = sheet.strategy.questions
    question = questions[i] if i < len(questions) else Question()
    return {
        sheet.key("question", i): question.words,
        sheet.key("answered", i): question.answered,
        sheet.key("answer", i): question.answer,
    }


def _person_values(sheet: Worksheet, slot: str) -> Values:
    chosen = {one.channel: one.timing for one in sheet.strategy.outreach_to(slot)}
    name = slot_name(slot)
    values: Values = {sheet.key("channels", name): [one for one in THANKS_BY if one in chosen]}
    for channel in THANKS_BY:
        values[when_key(sheet, slot, channel)] = chosen.get(channel, USUAL[channel])
    return values


def when_key(sheet: Worksheet, slot: str, channel: Channel) -> str:
    """The key of the choice when that person hears from me in that way."""
    return sheet.key("when", slot_name(slot), channel.value)


def _people_from(sheet: Worksheet, values: Values) -> tuple[PersonPlan, ...]:
    """Everyone's plan; none at all as long as nobody has changed what one usually does."""
    plans = tuple(PersonPlan(slot, _outreach_from(sheet, slot, values)) for slot in sheet.slots())
    usual = all(plan.outreach == EMAIL_WITHIN_A_DAY for plan in plans)
    return () if usual and not sheet.strategy.people else plans


def _outreach_from(sheet: Worksheet, slot: str, values: Values) -> tuple[Outreach, ...]:
    chosen = values[sheet.key("channels", slot_name(slot))] or ()

    def timing(channel: Channel) -> Timing:
        return values[when_key(sheet, slot, channel)] or USUAL[channel]

    return tuple(Outreach(channel, timing(channel)) for channel in THANKS_BY if channel in chosen)


def _point_from(sheet: Worksheet, i: int, values: Values) -> PointToMake:
    standing = sheet.strategy.points
    id = standing[i].id if i < len(standing) else ""
    point, evidence = values[sheet.key("point", i)] or "", values[sheet.key("evidence", i)] or ""
    return PointToMake(point, evidence, id or f"{sheet.interview.id}.{i}")


def _question_from(sheet: Worksheet, i: int, values: Values) -> Question:
    words, answer = values[sheet.key("question", i)] or "", values[sheet.key("answer", i)] or ""
    return Question(words, bool(values[sheet.key("answered", i)]), answer)


def _offer_from(sheet: Worksheet, i: int, values: Values) -> Offer:
    timing: Any = values[sheet.key("offer.when", i)] or Timing.NEXT_WORKDAY
    return Offer(values[sheet.key("offer", i)] or "", timing)


def _worry_from(sheet: Worksheet, i: int, values: Values) -> Worry:
    return Worry(values[sheet.key("worry", i)] or "", values[sheet.key("reply", i)] or "")


def _filled(
    read: Callable[[Worksheet, int, Values], Row], sheet: Worksheet, values: Values, standing: int
) -> tuple[Row, ...]:
    found = [read(sheet, i, values) for i in rows.to_draw(standing)]
    return rows.trimmed(found, lambda row: not row.is_empty())
