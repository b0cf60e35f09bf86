"""The worksheet as widget values, and back: one key for every field, rows numbered from 0."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
from lib.ui.shared.rows import RowFields

TEXTS = ("goal", "closing", "advocates", "if_silent")
WAITS = ("after_their_day", "after_the_interview")
POINTS = RowFields(PointToMake(), {"point": "point", "evidence": "evidence"})
QUESTIONS = RowFields(Question(), {"question": "words", "answered": "answered", "answer": "answer"})
OFFERS = RowFields(Offer(), {"offer": "what", "offer.when": "timing"})
WORRIES = RowFields(Worry(), {"worry": "worry", "reply": "answer"})


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

    def key(self, field: str, *of: object) -> str:
        """The widget key of one field."""
        return ".".join(("strategy", field, self.interview.id, *(str(one) for one in of)))

    def slots(self) -> tuple[str, ...]:
        """Returns whose follow-up is planned: each person, and whoever else is there."""
        return (*(one.id for one in self.people), ANYONE)


def values_of(sheet: Worksheet) -> Values:
    """Every field's value as the store holds it."""
    strategy = sheet.strategy
    values: Values = {sheet.key(field): getattr(strategy, field) for field in (*TEXTS, *WAITS)}
    values[sheet.key("settled")] = strategy.people_settled
    values |= POINTS.values(strategy.points, sheet.key)
    values |= QUESTIONS.values(strategy.questions, sheet.key)
    values |= OFFERS.values(strategy.offers, sheet.key)
    values |= WORRIES.values(strategy.worries, sheet.key)
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
        points=_named(sheet, POINTS.read(strategy.points, key, values)),
        questions=QUESTIONS.read(strategy.questions, key, values),
        offers=OFFERS.read(strategy.offers, key, values),
        worries=WORRIES.read(strategy.worries, key, values),
    )


def _named(sheet: Worksheet, points: tuple[PointToMake, ...]) -> tuple[PointToMake, ...]:
    """The points, each with an id by which a letter refers to it."""
    interview_id = sheet.interview.id
    return tuple(
        replace(point, id=point.id or f"{interview_id}.{i}") for i, point in enumerate(points)
    )


def slot_name(slot: str) -> str:
    """How a slot is called inside a key."""
    return slot or "anyone"


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
