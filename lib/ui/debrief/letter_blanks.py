"""The blanks of the letter to one person, in the order in which the letter has them."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lib.domain.debriefs import Blank, OfferOpening, Opening, Said
from lib.domain.interviews import Interviewer
from lib.domain.notes import Channel
from lib.domain.strategies import PointToMake
from lib.ui.core.markdown_escape import field_label, plain
from lib.ui.debrief import state
from lib.ui.debrief.checklist import Checklist
from lib.ui.debrief.note_preview import Previews
from lib.ui.shared import greeting_field, labels
from lib.ui.shared.hint_line import draw_hint
from lib.words.hints.hint import Hint
from lib.words.hints.hint_shapes import ASKED
from lib.words.hints.hints import hint_for
from lib.words.letters.openings import ALSO_OPENINGS, offer_words, opening_words, second_words
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
WRITTEN = (Channel.EMAIL, Channel.CARD, Channel.LINKEDIN)


def draw(sheet: Checklist, person: Interviewer, previews: Previews) -> None:
    """Draws the letter with the values that stand in the session."""
    said = sheet.debrief.about(person.id).said
    with st.container(key=f"letter-blanks-{person.id}"):
        _greeting(sheet, person, previews)
        _own_thanks(sheet, person, said)
        _topic(sheet, person, said)
        _answer(sheet, person, said)
        _result(sheet, person, said)
        _offer(sheet, person, said)
        _second_thing(sheet, person, said)
        _close(sheet, person, said)


def _greeting(sheet: Checklist, person: Interviewer, previews: Previews) -> None:
    """The greeting, with its word as it stands in the first note to that person."""
    mine = [
        text for (id, channel), text in previews.items() if id == person.id and channel in WRITTEN
    ]
    hello = mine[0].body.partition(" ")[0] if mine else "Dear"
    with st.container(
        horizontal=True, vertical_alignment="center", key=f"letter.greeting.{person.id}"
    ):
        st.markdown(plain(hello), width="content")
        st.text_input(
            _label("Greet as", person),
            key=sheet.key("greet", person.id),
            placeholder="name",
            label_visibility="collapsed",
            width=240,
        )
    if not person.greet_as:
        greeting_field.draw_question(person.name, sheet.key("greet", person.id))


def _own_thanks(sheet: Checklist, person: Interviewer, said: Said) -> None:
    st.text_input(
        "Thank you for your time, and for …",
        key=sheet.key("thanks_for", person.id),
        placeholder="e.g. showing me around the dock",
    )
    _hint(sheet, person, Blank.THANKS, said)


def _topic(sheet: Checklist, person: Interviewer, said: Said) -> None:
    place = sheet.place(person.id)
    opening = st.selectbox(
        _label("How it begins", person),
        list(Opening),
        key=sheet.key("opening", person.id),
        format_func=lambda one: opening_words(one, place, formal=sheet.is_formal()),
        label_visibility="collapsed",
    )
    st.text_area(
        _label("What they talked about", person),
        key=sheet.key("topic", person.id),
        height=68,
        placeholder=EXAMPLES[opening or Opening.MENTIONED],
        label_visibility="collapsed",
    )
    _hint(sheet, person, Blank.TOPIC, said)


def _answer(sheet: Checklist, person: Interviewer, said: Said) -> None:
    st.text_area(
        ANSWER_LABELS.get(_opening(sheet, person), ANSWER_LABEL),
        key=sheet.key("answer", person.id),
        height=110,
        placeholder=ANSWER_EXAMPLE,
    )
    _hint(sheet, person, Blank.ANSWER, said)
    _evidence(sheet, person, said)


def _result(sheet: Checklist, person: Interviewer, said: Said) -> None:
    if _opening(sheet, person) not in ASKED:
        st.text_input(
            "… and … (what came of it)",
            key=sheet.key("result", person.id),
            placeholder="e.g. turnover went from 48% to 22% in 14 months",
        )
        _hint(sheet, person, Blank.RESULT, said)


def _evidence(sheet: Checklist, person: Interviewer, said: Said) -> None:
    """The worksheet's sentences, each to be taken as the answer by one tap."""
    if said.answer.strip():
        return
    for i, point in enumerate(sheet.strategy.points):
        if sentence := point.evidence.strip() or point.point.strip():
            used = _used_for(sheet, person, point)
            st.button(
                plain(f"Use from my worksheet: {sentence}{used}"),
                key=sheet.key("evidence", person.id, i),
                type="tertiary",
                icon=":material/add:",
                on_click=state.change_said,
                args=(
                    sheet.interview.id,
                    person.id,
                    _taking(sentence, point.id),
                    "Took the sentence",
                ),
            )


def _taking(sentence: str, point_id: str) -> state.ChangeSaid:
    return lambda said: replace(said, answer=sentence, answer_point=point_id)


def _used_for(sheet: Checklist, person: Interviewer, point: PointToMake) -> str:
    """Says who else gets that sentence, as people compare."""
    names = [
        labels.person_words(one)
        for one in sheet.people
        if one.id != person.id and sheet.debrief.about(one.id).said.answer_point == point.id
    ]
    return f" (already for {', '.join(names)})" if names and point.id else ""


def _offer(sheet: Checklist, person: Interviewer, said: Said) -> None:
    place = sheet.place(person.id)
    beginning = st.selectbox(
        _label("How the offer begins", person),
        list(OfferOpening),
        key=sheet.key("offer_opening", person.id),
        format_func=lambda one: offer_words(one, place, formal=sheet.is_formal()),
        label_visibility="collapsed",
    )
    if beginning is not OfferOpening.ENJOY_WORKING:
        st.text_input(
            _label("What I offer", person),
            key=sheet.key("offer", person.id),
            placeholder="e.g. share the tracker with you",
            label_visibility="collapsed",
        )
    _hint(sheet, person, Blank.OFFER, said)


def _second_thing(sheet: Checklist, person: Interviewer, said: Said) -> None:
    first = _opening(sheet, person) if said.topic.strip() else None
    begun = bool(said.also_topic.strip() or said.also_answer.strip())
    with st.expander("A second thing they said", expanded=begun, key=f"letter.also.{person.id}"):
        st.selectbox(
            _label("How the second thing begins", person),
            ALSO_OPENINGS,
            key=sheet.key("also_opening", person.id),
            format_func=lambda one: second_words(one, first),
            label_visibility="collapsed",
        )
        st.text_area(
            _label("The second thing", person),
            key=sheet.key("also_topic", person.id),
            height=68,
            placeholder="e.g. the new system goes live right in peak",
            label_visibility="collapsed",
        )
        _hint(sheet, person, Blank.ALSO_TOPIC, said)
        st.text_area(
            "My answer to it (without one, it stays out of the letter)",
            key=sheet.key("also_answer", person.id),
            height=80,
            placeholder="e.g. I've run three peak seasons without a missed cutoff.",
        )
        _hint(sheet, person, Blank.ALSO_ANSWER, said)


def _close(sheet: Checklist, person: Interviewer, said: Said) -> None:
    go_between = person.role in GO_BETWEEN
    st.text_input(
        CLOSE_LABEL,
        key=sheet.key("close", person.id),
        placeholder="e.g. Thank you for passing my resume on." if go_between else CLOSE_EXAMPLE,
    )
    _hint(sheet, person, Blank.CLOSE, said)


def _hint(sheet: Checklist, person: Interviewer, blank: Blank, said: Said) -> None:
    with st.container(key=f"letter.hint.{blank.value}.{person.id}"):
        draw_hint(
            _hint_of(sheet, person, blank, said),
            sheet.key("mend", person.id, blank.value),
            state.change_said,
            sheet.interview.id,
            person.id,
            lambda now: _mended(sheet, person, blank, now),
            "Changed it as the hint says",
        )


def _hint_of(sheet: Checklist, person: Interviewer, blank: Blank, said: Said) -> Hint | None:
    opening = _opening(sheet, person)
    if blank in (Blank.ALSO_TOPIC, Blank.ALSO_ANSWER):
        opening = said.also_opening or Opening.MENTIONED
    others = [one for one in sheet.people if one.id != person.id]
    told = [(one.name, sheet.debrief.about(one.id).said.answer) for one in others]
    return hint_for(blank, said, opening, told)


def _mended(sheet: Checklist, person: Interviewer, blank: Blank, said: Said) -> Said | None:
    hint = _hint_of(sheet, person, blank, said)
    return hint.mended if hint and isinstance(hint.mended, Said) else None


def _opening(sheet: Checklist, person: Interviewer) -> Opening:
    opening: Opening = st.session_state[sheet.key("opening", person.id)]
    return opening


def _label(words: str, person: Interviewer) -> str:
    """A label that makes sense out of context: "What I offer, Carla Mendes"."""
    return field_label(f"{words}, {labels.person_words(person)}")
