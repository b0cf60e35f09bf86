"""The checklist's questions, in the order in which memory fades."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

import streamlit as st

from lib.domain.debriefs import PromiseKind
from lib.domain.interviews import Interviewer
from lib.ui.core.markdown_escape import plain
from lib.ui.debrief import letter_form, plan_preview
from lib.ui.debrief.checklist import Checklist
from lib.ui.shared import date_fields, frame, labels, rows
from lib.ui.shared.controls import text_about_others, word_choice
from lib.ui.shared.hint_line import draw_hint
from lib.words.hints.hints import thing_hint

PROMISE_WORDS = {PromiseKind.CALL: "call", PromiseKind.MESSAGE: "message"}
FULL = "That is as many as one checklist takes. Add further ones on the calendar."
STEPS = (
    "Who was there",
    "What I say to each of them",
    "What happens next",
    "What I said I'd send",
    "What I promised",
    "For next time",
)


def draw(sheet: Checklist) -> None:
    """Draws all six questions with the values that stand in the session."""
    with _step(sheet, 0):
        _who_was_there(sheet)
    with _step(sheet, 1):
        letter_form.draw(sheet, _present(sheet))
    with _step(sheet, 2):
        plan_preview.closing(sheet)
        _what_happens_next(sheet)
    with _step(sheet, 3):
        plan_preview.offers(sheet)
        rows.draw(sheet, "request", len(sheet.debrief.requests), _request_row, FULL)
    with _step(sheet, 4):
        plan_preview.calls(sheet)
        rows.draw(sheet, "promise", len(sheet.debrief.promises), _promise_row, FULL)
    with _step(sheet, 5):
        plan_preview.questions(sheet)
        st.text_area(
            "What would I say or do differently?",
            key=sheet.key("next_time"),
            height=80,
            placeholder="e.g. Ask about the team sooner. Give a shorter answer on the migration.",
        )


def answered(sheet: Checklist) -> list[bool]:
    """For each of the six questions, whether something stands there."""
    debrief = sheet.debrief
    present = [one for one in sheet.people if debrief.about(one.id).was_there]
    return [
        bool(present) and all(one.name_confirmed for one in present),
        bool(present) and not any(debrief.about(one.id).said.is_empty() for one in present),
        not debrief.commitment.is_empty(),
        bool(debrief.requests),
        bool(debrief.promises),
        bool(debrief.next_time.strip()),
    ]


def _step(sheet: Checklist, number: int) -> AbstractContextManager[None]:
    return frame.numbered_step("debrief", number + 1, STEPS[number], done=answered(sheet)[number])


def _present(sheet: Checklist) -> list[Interviewer]:
    there = st.session_state.get(sheet.key("there")) or []
    return [one for one in sheet.people if one.id in there]


def _names(sheet: Checklist) -> dict[str, str]:
    return {one.id: labels.person_words(one) for one in sheet.people}


def _who_was_there(sheet: Checklist) -> None:
    names = _names(sheet)
    if not names:
        st.caption(
            "Nobody is entered for this interview yet. Add who you met, even if you missed a name."
        )
        st.session_state[sheet.key("there")] = []
        return
    st.pills(
        "Tap who was not there to take them out",
        list(names),
        selection_mode="multi",
        format_func=lambda one: plain(names[one]),
        key=sheet.key("there"),
    )
    for person in _present(sheet):
        _spelling(sheet, person)


def _spelling(sheet: Checklist, person: Interviewer) -> None:
    with frame.line(f"row-spelling-{person.id}"):
        st.markdown(labels.person_heading(person, "  \n"), width="stretch")
        st.checkbox("spelled right", key=sheet.key("confirmed", person.id))
        with st.popover(
            "", icon=":material/edit:", type="tertiary", help="Correct the name or the position"
        ):
            text_about_others(
                st.text_input,
                "Name",
                sheet.key("name", person.id),
                placeholder="name not known yet",
            )
            text_about_others(st.text_input, "Position", sheet.key("position", person.id))


def _what_happens_next(sheet: Checklist) -> None:
    what, who = st.columns([3, 2])
    key = sheet.key("next.what")
    what.text_input("What did they say happens next?", key=key, placeholder="e.g. they decide")
    with who:
        _person_choice(sheet, "Who acts?", sheet.key("next.who"), nobody="not said")
    by, decision = st.columns(2)
    with by:
        date_fields.draw_date_field("By when?", sheet.key("next.by"), zone=sheet.interview.zone)
    with decision:
        date_fields.draw_date_field(
            "When does the decision fall?", sheet.key("decision"), zone=sheet.interview.zone
        )


def _request_row(sheet: Checklist, i: int) -> None:
    left, who = st.columns([3, 2])
    what = left.text_input(
        "I'll send …",
        key=sheet.key("request.what", i),
        placeholder="e.g. my two-page reason-code sample",
    )
    with who:
        _person_choice(sheet, "To whom?", sheet.key("request.for", i), nobody="everyone")
    draw_hint(thing_hint(what or ""))
    date_fields.draw_date_field(
        "By when will they have it?", sheet.key("request.due", i), zone=sheet.interview.zone
    )


def _promise_row(sheet: Checklist, i: int) -> None:
    kind, who, about = st.columns([2, 3, 4], vertical_alignment="bottom")
    key = sheet.key("promise.kind", i)
    word_choice(kind.segmented_control, "I said I would", PROMISE_WORDS, key, required=True)
    with who:
        _person_choice(sheet, "Whom?", sheet.key("promise.to", i), nobody="choose")
    about.text_input(
        "About what?", key=sheet.key("promise.about", i), placeholder="e.g. the training plan"
    )
    date_fields.draw_date_field(
        "When?", sheet.key("promise.due", i), zone=sheet.interview.zone, with_time=True
    )


def _person_choice(sheet: Checklist, label: str, key: str, *, nobody: str) -> None:
    names: dict[str, str] = {"": nobody, **_names(sheet)}
    st.selectbox(label, list(names), format_func=lambda one: names.get(one, nobody), key=key)


def still_open(sheet: Checklist) -> Sequence[str]:
    """The questions with nothing in them yet, in words."""
    return [step for step, done in zip(STEPS, answered(sheet), strict=True) if not done]
