"""The blanks of the letter to one person, in the order in which the letter has them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from lib.domain.debriefs import Blank, OfferOpening, Opening, Said
from lib.domain.interviews import Interviewer
from lib.domain.notes import Channel, Text
from lib.domain.strategies import PointToMake
from lib.ui.core.markdown_escape import field_label, plain
from lib.ui.debrief import state
from lib.ui.debrief.checklist import Checklist
from lib.ui.debrief.person_fields import key_of
from lib.ui.shared import frame, greeting_field, labels
from lib.ui.shared.controls import callback_button
from lib.ui.shared.hint_line import draw_hint
from lib.words.hints.hint_shapes import ASKED, Hint
from lib.words.hints.hints import hint_for
from lib.words.letters.openings import ALSO_OPENINGS, opening_words, second_words
from lib.words.letters.thank_you import GO_BETWEEN

EXAMPLES = {
    Opening.OPEN_ABOUT: "e.g. turnover on the night dock",
    Opening.CARE_ABOUT: "e.g. keeping new people past their first 90 days",
    Opening.MENTIONED: "e.g. new people leave within their first 90 days",
    Opening.THOUGHT_ABOUT: "e.g. moving to services without losing a day",
    Opening.TALKED_ABOUT: "e.g. how your team runs its reviews",
    Opening.ASKED: "e.g. about Saturdays",
    Opening.ASKED_SINCE: "e.g. how I would calm an angry caller",
}
ANSWER_EXAMPLE = "e.g. We had the same problem at Dalton. I let crews pick their own shift leads"
ANSWER_LABELS = {
    Opening.ASKED: "My answer, and what I would add to it",
    Opening.ASKED_SINCE: "My answer, and what I would add to it",
    Opening.TALKED_ABOUT: "What I liked about it, or did about it myself",
}
ANSWER_LABEL = "What I did about it, or would do"
CLOSE_LABEL = "One more line, if I have one"
CLOSE_EXAMPLE = "e.g. I liked that you still ride along yourself."
GO_BETWEEN_CLOSE_EXAMPLE = "e.g. Thank you for passing my resume on."
RESULT_EXAMPLE = "e.g. turnover went from 48% to 22% in 14 months"
OFFER_EXAMPLE = "e.g. share the tracker with you"
ALSO_LABEL = "My answer to it (without one, it stays out of the letter)"
ALSO_EXAMPLE = "e.g. I've run three peak seasons without a missed cutoff."
Previews = dict[tuple[str, Channel], Text]
"""Each note as it would read, by its reader's id and channel."""
WRITTEN = (Channel.EMAIL, Channel.CARD, Channel.LINKEDIN)


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter to one person, with its blanks as they are stored."""

    sheet: Checklist
    person: Interviewer

    @property
    def said(self) -> Said:
        """What stands in the blanks."""
        return self.sheet.debrief.about(self.person.id).said

    @property
    def place(self) -> int:
        """The person's place among those who were there, which chooses the wordings."""
        return self.sheet.place(self.person.id)

    @property
    def opening(self) -> Opening:
        """How the letter begins on the screen."""
        opening: Opening = st.session_state[self.key("opening")]
        return opening

    def key(self, field: str, *of: object) -> str:
        """The widget key of one field of the letter."""
        return self.sheet.key(field, self.person.id, *of)

    def label(self, words: str) -> str:
        """A label that makes sense out of context: "What I offer, Carla Mendes"."""
        return field_label(f"{words}, {labels.person_words(self.person)}")


def draw(sheet: Checklist, person: Interviewer, previews: Previews) -> None:
    """Draws the letter with the values that stand in the session."""
    letter = Letter(sheet, person)
    with st.container(key=f"letter-blanks-{person.id}"):
        _greeting(letter, previews)
        thanks = "Thank you for your time, and for …"
        _blank(letter, Blank.THANKS, thanks, "e.g. showing me around the dock")
        _topic(letter)
        answer = ANSWER_LABELS.get(letter.opening, ANSWER_LABEL)
        _blank(letter, Blank.ANSWER, answer, ANSWER_EXAMPLE, height=110)
        _evidence(letter)
        if letter.opening not in ASKED:
            _blank(letter, Blank.RESULT, "… and … (what came of it)", RESULT_EXAMPLE)
        _offer(letter)
        _second_thing(letter)
        is_go_between = person.role in GO_BETWEEN
        example = GO_BETWEEN_CLOSE_EXAMPLE if is_go_between else CLOSE_EXAMPLE
        _blank(letter, Blank.CLOSE, CLOSE_LABEL, example)


def _greeting(letter: Letter, previews: Previews) -> None:
    """The greeting, with its word as it stands in the first note to that person."""
    person, key = letter.person, letter.key("greet")
    mine = [
        text for (id, channel), text in previews.items() if id == person.id and channel in WRITTEN
    ]
    hello = mine[0].body.partition(" ")[0] if mine else "Dear"
    with frame.line(f"letter.greeting.{person.id}"):
        st.markdown(plain(hello), width="content")
        st.text_input(
            letter.label("Greet as"),
            key=key,
            placeholder="name",
            label_visibility="collapsed",
            width=240,
        )
    if not person.greet_as:
        greeting_field.draw_question(person.name, key)


def _topic(letter: Letter) -> None:
    opening = st.selectbox(
        letter.label("How it begins"),
        list(Opening),
        key=letter.key("opening"),
        format_func=lambda one: opening_words(one, letter.place, formal=letter.sheet.is_formal),
        label_visibility="collapsed",
    )
    example = EXAMPLES[opening or Opening.MENTIONED]
    _blank(letter, Blank.TOPIC, "What they talked about", example, height=68, is_shown=False)


def _evidence(letter: Letter) -> None:
    """The worksheet's sentences, each to be taken as the answer by one tap."""
    if letter.said.answer.strip():
        return
    for i, point in enumerate(letter.sheet.strategy.points):
        if sentence := point.evidence.strip() or point.point.strip():
            change = _taking(sentence, point.id)
            callback_button(
                plain(f"Use from my worksheet: {sentence}{_used_for(letter, point)}"),
                letter.key("evidence", i),
                (
                    state.change_said,
                    letter.sheet.interview.id,
                    letter.person.id,
                    change,
                    "Took the sentence",
                ),
                type="tertiary",
                icon="add",
            )


def _taking(sentence: str, point_id: str) -> state.ChangeSaid:
    return lambda said: replace(said, answer=sentence, answer_point=point_id)


def _used_for(letter: Letter, point: PointToMake) -> str:
    """Says who else gets that sentence, as people compare."""
    names = [
        labels.person_words(one)
        for one in _others(letter)
        if letter.sheet.debrief.about(one.id).said.answer_point == point.id
    ]
    return f" (already for {', '.join(names)})" if names and point.id else ""


def _offer(letter: Letter) -> None:
    beginning = st.selectbox(
        letter.label("How the offer begins"),
        list(OfferOpening),
        key=letter.key("offer_opening"),
        format_func=lambda one: opening_words(one, letter.place, formal=letter.sheet.is_formal),
        label_visibility="collapsed",
    )
    if beginning is OfferOpening.ENJOY_WORKING:
        _hint(letter, Blank.OFFER)
    else:
        _blank(letter, Blank.OFFER, "What I offer", OFFER_EXAMPLE, is_shown=False)


def _second_thing(letter: Letter) -> None:
    said = letter.said
    first = letter.opening if said.topic.strip() else None
    is_begun = bool(said.also_topic.strip() or said.also_answer.strip())
    key = f"letter.also.{letter.person.id}"
    with st.expander("A second thing they said", expanded=is_begun, key=key):
        st.selectbox(
            letter.label("How the second thing begins"),
            ALSO_OPENINGS,
            key=letter.key("also_opening"),
            format_func=lambda one: second_words(one, first),
            label_visibility="collapsed",
        )
        example = "e.g. the new system goes live right in peak"
        _blank(letter, Blank.ALSO_TOPIC, "The second thing", example, height=68, is_shown=False)
        _blank(letter, Blank.ALSO_ANSWER, ALSO_LABEL, ALSO_EXAMPLE, height=80)


def _blank(
    letter: Letter,
    blank: Blank,
    label: str,
    example: str,
    *,
    height: int = 0,
    is_shown: bool = True,
) -> None:
    """Draws a blank with its hint: of one line, or of several with a `height`.

    A label that is not shown is there for a screen reader all the same.
    """
    field: dict[str, Any] = {
        "label": label if is_shown else letter.label(label),
        "key": letter.key(key_of(blank)),
        "placeholder": example,
        "label_visibility": "visible" if is_shown else "collapsed",
    }
    if height:
        st.text_area(**field, height=height)
    else:
        st.text_input(**field)
    _hint(letter, blank)


def _hint(letter: Letter, blank: Blank) -> None:
    interview_id, person_id = letter.sheet.interview.id, letter.person.id
    with st.container(key=f"letter.hint.{blank.value}.{person_id}"):
        draw_hint(
            _hint_of(letter, blank, letter.said),
            letter.key("mend", blank.value),
            state.change_said,
            interview_id,
            person_id,
            lambda said: _mended(letter, blank, said),
            "Changed it as the hint says",
        )


def _hint_of(letter: Letter, blank: Blank, said: Said) -> Hint | None:
    opening = letter.opening
    if blank in (Blank.ALSO_TOPIC, Blank.ALSO_ANSWER):
        opening = said.also_opening or Opening.MENTIONED
    told = [(one.name, letter.sheet.debrief.about(one.id).said.answer) for one in _others(letter)]
    return hint_for(blank, said, opening, told)


def _mended(letter: Letter, blank: Blank, said: Said) -> Said | None:
    hint = _hint_of(letter, blank, said)
    return hint.mended if hint and isinstance(hint.mended, Said) else None


def _others(letter: Letter) -> list[Interviewer]:
    return [one for one in letter.sheet.people if one.id != letter.person.id]
