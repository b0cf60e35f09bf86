"""The strategy beside the checklist's questions: what I meant to ask, to say and to offer."""

from __future__ import annotations

import streamlit as st

from lib.domain.followups.plan import proposed_calls
from lib.domain.followups.plan_case import Case, day_of
from lib.domain.strategies import Offer, same_thing
from lib.ui.core import session
from lib.ui.core.markdown_escape import field_label, plain
from lib.ui.debrief import state
from lib.ui.debrief.checklist import Checklist
from lib.ui.shared import date_words, frame
from lib.ui.shared.controls import callback_button


def closing(sheet: Checklist) -> None:
    """What I wanted to happen next, and the question I meant to ask for it."""
    strategy = sheet.strategy
    with st.container(key="debrief.plan.closing"):
        if strategy.goal.strip():
            _quiet(f"You wanted: {strategy.goal}")
        if strategy.closing.strip():
            _quiet(f"You meant to ask: “{strategy.closing}”")


def offers(sheet: Checklist) -> None:
    """Draws what I meant to offer; one press puts it among what they asked for."""
    listed = [one for one in sheet.strategy.offers if not one.is_empty()]
    asked = {same_thing(one.what) for one in sheet.debrief.requests}
    with st.container(key="debrief.plan.offers"):
        for i, offer in enumerate(listed):
            with frame.line(f"debrief.offer.{i}"):
                _quiet(f"You meant to offer: {offer.what}")
                if same_thing(offer.what) not in asked:
                    callback_button(
                        f"They want it, by {plain(_day_words(sheet, offer))}",
                        sheet.key("offer.take", i),
                        (state.take_offer, sheet.interview.id, offer),
                    )


def calls(sheet: Checklist) -> None:
    """Draws the calls planned for later, unless something else was agreed in the room."""
    now, days = max(session.now(), sheet.interview.ends_at()), session.workdays()
    listed = proposed_calls(
        Case(sheet.interview, sheet.people, sheet.debrief, days, now, sheet.strategy)
    )
    with st.container(key="debrief.plan.calls"):
        for one in listed:
            st.checkbox(
                field_label(
                    f"If nothing else was agreed: call {one.who} {date_words.due_words(one.due)}, "
                    "as planned"
                ),
                key=sheet.key("call", one.interviewer_id),
            )


def questions(sheet: Checklist) -> None:
    """My own questions, to tick those that were answered."""
    with st.container(key="debrief.plan.questions"):
        listed = [i for i, one in enumerate(sheet.strategy.questions) if one.words.strip()]
        if listed:
            _quiet("Which of your questions were answered?")
        for i in listed:
            st.checkbox(
                field_label(sheet.strategy.questions[i].words), key=sheet.key("answered", i)
            )


def _quiet(words: str) -> None:
    st.caption(f":material/explore: {plain(words)}", width="content")


def _day_words(sheet: Checklist, offer: Offer) -> str:
    day = day_of(sheet.interview, offer.timing, session.workdays())
    return date_words.day_words(day)
