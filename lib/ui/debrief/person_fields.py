"""What the checklist asks about one person, as widget values, and back."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from typing import Any

from lib.domain.debriefs import Blank, LeftOut, OfferOpening, Opening, PersonDebrief, Said
from lib.domain.followups.plan_thanks import suggested_thanks
from lib.domain.interviews import Interviewer
from lib.domain.notes import THANKS_BY, Channel
from lib.domain.people.greetings import greeting_name
from lib.ui.debrief.checklist import Checklist
from lib.words.letters.openings import default_offer_opening, default_opening

SHORT = (Channel.CARD, Channel.LINKEDIN)
"""The channels on which a blank can be left out."""
MID_SENTENCE = (
    Blank.THANKS,
    Blank.TOPIC,
    Blank.RESULT,
    Blank.OFFER,
    Blank.ALSO_TOPIC,
)
"""The blanks before which a sentence of the letter has begun."""


def values_of(sheet: Checklist, person: Interviewer) -> dict[str, Any]:
    """Returns every field's value about that person as the store holds it, by widget key."""
    key, about = sheet.key, sheet.debrief.about(person.id)
    known = any(one.interviewer_id == person.id for one in sheet.debrief.people)
    suggested = suggested_thanks(sheet.debrief, sheet.interview, sheet.strategy, person.id)
    return {
        key("name", person.id): person.name,
        key("position", person.id): person.position,
        key("confirmed", person.id): person.name_confirmed,
        key("greet", person.id): greeting_name(
            person.name, person.greet_as, formal=sheet.is_formal
        ),
        key("noted", person.id): about.noted,
        key("valued", person.id): about.valued,
        key("thanks", person.id): _in_order(about.thanks if known else suggested),
        key("already", person.id): about.thanked_already,
        **said_values(sheet, person.id, about.said),
    }


def key_of(blank: Blank) -> str:
    """Returns the name of a blank's field; "thanks" alone is the choice of channels."""
    return "thanks_for" if blank is Blank.THANKS else blank.value


def said_values(sheet: Checklist, person_id: str, said: Said) -> dict[str, Any]:
    """Returns the values of the letter's blanks, by widget key."""
    place = sheet.place(person_id)
    values: dict[str, Any] = {
        sheet.key("opening", person_id): said.opening or default_opening(place),
        sheet.key("offer_opening", person_id): said.offer_opening or default_offer_opening(place),
        sheet.key("also_opening", person_id): said.also_opening or Opening.MENTIONED,
    }
    for blank, text in said.blanks().items():
        values[sheet.key(key_of(blank), person_id)] = text
    for channel in SHORT:
        left_out = [one.blank for one in said.left_out if one.channel is channel]
        values[sheet.key("left_out", person_id, channel.value)] = left_out
    return values


def debrief_from(sheet: Checklist, person: Interviewer, values: dict[str, Any]) -> PersonDebrief:
    """Returns what these values say about that person."""
    key = sheet.key
    return PersonDebrief(
        interviewer_id=person.id,
        was_there=person.id in (values[key("there")] or ()),
        noted=values[key("noted", person.id)] or "",
        valued=values[key("valued", person.id)] or "",
        said=said_from(sheet, person.id, values),
        thanks=tuple(_in_order(values[key("thanks", person.id)] or ())),
        thanked_already=values[key("already", person.id)],
    )


def said_from(sheet: Checklist, person_id: str, values: dict[str, Any]) -> Said:
    """Returns the letter's blanks as these values have them.

    An opening counts as chosen once it differs from the place's own, or once its blank is filled:
    the place may change when somebody joins, and a sentence must keep its beginning.
    """
    standing = sheet.debrief.about(person_id).said
    texts = {blank.value: values[sheet.key(key_of(blank), person_id)] or "" for blank in Blank}
    place = sheet.place(person_id)
    opening: Opening = values[sheet.key("opening", person_id)]
    offering: OfferOpening = values[sheet.key("offer_opening", person_id)]
    also: Opening = values[sheet.key("also_opening", person_id)]
    is_opened = standing.opening or texts["topic"].strip() or opening is not default_opening(place)
    is_offered = (
        standing.offer_opening
        or texts["offer"].strip()
        or offering is not default_offer_opening(place)
    )
    return Said(
        opening=opening if is_opened else None,
        offer_opening=offering if is_offered else None,
        also_opening=also if standing.also_opening or also is not Opening.MENTIONED else None,
        answer_point=standing.answer_point if texts["answer"].strip() else "",
        left_out=_left_out(sheet, person_id, values),
        **texts,
    )


def interviewer_from(sheet: Checklist, person: Interviewer, values: dict[str, Any]) -> Interviewer:
    """Returns the person with name, position, spelling and greeting as these values have them.

    A greeting that only repeats the guess is not kept, so that it follows a corrected name.
    """
    key, formal = sheet.key, sheet.is_formal
    name = (values[key("name", person.id)] or "").strip()
    greeting = (values[key("greet", person.id)] or "").strip()
    guesses = {
        greeting_name(one, formal=is_formal)
        for one in (name, person.name)
        for is_formal in (False, True)
    }
    shown_before = greeting_name(person.name, person.greet_as, formal=formal)
    is_own = greeting not in guesses or (greeting == shown_before and person.greet_as)
    return replace(
        person,
        name=name,
        position=(values[key("position", person.id)] or "").strip(),
        name_confirmed=bool(values[key("confirmed", person.id)]),
        greet_as=greeting if is_own else "",
    )


def _left_out(sheet: Checklist, person_id: str, values: dict[str, Any]) -> tuple[LeftOut, ...]:
    found: list[LeftOut] = []
    for channel in SHORT:
        chosen = values[sheet.key("left_out", person_id, channel.value)] or ()
        found += [LeftOut(channel, blank) for blank in Blank if blank in chosen]
    return tuple(found)


def _in_order(channels: Container[Channel]) -> list[Channel]:
    """Those channels in the order in which they are shown, whichever was tapped first."""
    return [one for one in THANKS_BY if one in channels]
