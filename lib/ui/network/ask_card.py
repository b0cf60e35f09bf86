"""One ask: how it stands, its next step in one press, and what the message should say."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from lib.actions import asks as actions
from lib.actions.briefs import link_of
from lib.domain.english import short_day
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interviewer, Role
from lib.domain.notes import Note, NoteKind
from lib.domain.people.asks import FOLLOWING, Ask, Step, asked_lately
from lib.domain.people.contacts import Contact
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.core.markdown_escape import plain
from lib.ui.network.state import JobNetwork, field
from lib.ui.shared import contact_lines, date_words, labels, writing
from lib.ui.shared.controls import action_button, callback_button, draw_menu, word_choice

STEP_BUTTONS = {
    Step.ASKED: "I have asked",
    Step.AGREED: "They agreed",
    Step.DONE: "They have spoken",
    Step.THANKED: "I have thanked them",
    Step.DECLINED: "They would rather not",
}
WRITE = {
    Step.IDEA: (NoteKind.GOOD_WORD, "Write the ask"),
    Step.ASKED: (NoteKind.GOOD_WORD_AGAIN, "Write a gentle reminder"),
    Step.AGREED: (NoteKind.GOOD_WORD_AGAIN, "Write a gentle reminder"),
    Step.DONE: (NoteKind.CONTACT_THANKS, "Write the thanks"),
}
"""What is written at each step, and how the button is called."""


def draw(reader: Reader, of: JobNetwork, ask: Ask, *, first: bool) -> None:
    """The row of an ask with its next steps; `first`: its button is the page's primary one."""
    contact = of.contacts.get(ask.contact_id)
    if contact is None:
        return
    with st.container(key=f"row-ask-{ask.id}"):
        st.markdown(_head(reader, of, ask, contact))
        if ask.step is Step.IDEA:
            others = [one for one in reader.all(Ask) if one.id != ask.id]
            contact_lines.too_often(contact.name, asked_lately(others, contact.id, session.now()))
        with st.container(horizontal=True, vertical_alignment="center"):
            _buttons(reader, of, ask, first=first)
            with st.popover("Details", icon=":material/tune:", type="tertiary"):
                contact_lines.person_link(contact, f"Open {contact.name}")
                _fields(of, ask, contact)
                _dates(ask)
            _menu(ask)


def presses(reader: Reader, ask: Ask) -> tuple[bool, str]:
    """Returns the order of an ask: those that are over last, the one due first before others."""
    following = _following(reader, ask)
    return ask.is_over(), following.due.deadline().isoformat() if following else "9"


def _head(reader: Reader, of: JobNetwork, ask: Ask, contact: Contact) -> str:
    at = ask.reached_at(ask.step)
    sign, state = f":material/{labels.STEP_SIGNS[ask.step]}:", labels.STEP_WORDS[ask.step]
    if at and ask.step is not Step.IDEA:
        state = f"{state} {short_day(session.local(at).date(), session.english())}"
    about = [_whom(of, ask, contact), _due(reader, ask), contact_lines.place_words(contact)]
    more = plain(" · ".join(filter(None, about)))
    return f"{sign} **{plain(contact.name)}** · {plain(state)}  \n:gray[{more}]"


def _whom(of: JobNetwork, ask: Ask, contact: Contact) -> str:
    link = link_of(ask, contact, of.met)
    if link is None:
        return ""
    deciding = ", who decides" if link[0].role is Role.DECISION_MAKER else ""
    return f"knows {link[0].name}{deciding}"


def _due(reader: Reader, ask: Ask) -> str:
    following = _following(reader, ask)
    if following is None:
        return ""
    what = {Step.IDEA: "to be asked", Step.DONE: "to be thanked"}.get(ask.step, "a gentle reminder")
    return f"{what} {date_words.due_words(following.due)}"


def _following(reader: Reader, ask: Ask) -> FollowUp | None:
    """What is due next of an ask."""
    opened = [one for one in reader.where(FollowUp, ask_id=ask.id) if one.is_open()]
    return min(opened, key=lambda one: one.due.deadline(), default=None)


def _buttons(reader: Reader, of: JobNetwork, ask: Ask, *, first: bool) -> None:
    too_early = of.too_early
    help_ = "After the first interview, not before." if too_early else None
    if ask.step in (Step.IDEA, Step.DONE):
        _write_button(reader, ask, first=first, disabled=too_early, help_=help_)
    for step in FOLLOWING[ask.step]:
        action_button(
            STEP_BUTTONS[step],
            f"network.step.{step.value}.{ask.id}",
            (actions.take_step, ask.id, step),
            disabled=too_early,
            help=help_,
        )


def _write_button(
    reader: Reader, ask: Ask, *, first: bool, disabled: bool, help_: str | None
) -> None:
    kind, label = WRITE[ask.step]
    written = _written(reader, ask, kind)
    if written is not None:
        navigation.link("notes", "Open the message", icon="mail", note=written.id)
        return
    callback_button(
        label,
        f"network.write.{kind.value}.{ask.id}",
        (writing.write, actions.write, ask.id, kind),
        type="primary" if first and not disabled else "secondary",
        icon="edit",
        disabled=disabled,
        help=help_,
    )


def _written(reader: Reader, ask: Ask, kind: NoteKind) -> Note | None:
    notes = (
        note
        for follow_up in reader.where(FollowUp, ask_id=ask.id)
        for note in reader.where(Note, follow_up_id=follow_up.id)
        if note.kind is kind
    )
    return next(notes, None)


def _menu(ask: Ask) -> None:
    choices: dict[str, tuple[Any, ...]] = {}
    if ask.step in (Step.ASKED, Step.AGREED):
        kind, words = WRITE[ask.step]
        choices[words] = (writing.write, actions.write, ask.id, kind)
    if ask.step is Step.IDEA:
        choices["Take off the list"] = (session.act, actions.drop, ask.id)
    else:
        # Whoever was asked stays on the list, so that nobody asks them again.
        choices["The last step was not so"] = (session.act, actions.take_step_back, ask.id)
    draw_menu("", f"network.menu.{ask.id}", choices, icon="more_horiz")


def _fields(of: JobNetwork, ask: Ask, contact: Contact) -> None:
    linked = {link.interviewer_id for link in contact.knows}
    known = [one for one in of.met if one.id in linked]
    _speak_to(ask, contact, known)
    if ask.reached_at(Step.DONE):
        st.text_input(
            "What they did", key=field("did", ask), placeholder="e.g. called Dana on Monday"
        )
        st.text_input(
            "What came of it so far",
            key=field("came_of_it", ask),
            placeholder="e.g. They've invited me to a second interview.",
        )


def _speak_to(ask: Ask, contact: Contact, known: list[Interviewer]) -> None:
    names = {"": "whoever decides, or whom they know best"} | {one.id: one.name for one in known}
    # A link that was taken away may come back by Undo: the choice is left as it is until then.
    names.setdefault(
        st.session_state.get(field("speak_to", ask)) or "", "somebody they do not know any more"
    )
    if known:
        word_choice(st.selectbox, "Whom they could speak to", names, field("speak_to", ask))
        return
    st.caption("Whom of the people you met do they know? That makes the ask a good deal easier.")
    contact_lines.person_link(contact, f"Say whom {contact.name} knows", icon="hub")


def _dates(ask: Ask) -> None:
    """The day of each step, which can be mended."""
    reached = {one.step: one for one in ask.steps if one.step is not Step.IDEA}.values()
    if not reached:
        return
    with st.container(horizontal=True):
        for one in reached:
            key = f"network.date.{one.step.value}.{ask.id}"
            day = session.local(one.at).date()
            # The callback has acted by now: what stands there otherwise is older than the store.
            st.session_state[key] = day
            st.date_input(
                f"{labels.STEP_WORDS[one.step].capitalize()} on",
                key=key,
                max_value=session.today(),
                width=180,
                on_change=_redate,
                args=(ask.id, one.step, key),
            )


def _redate(ask_id: str, step: Step, key: str) -> None:
    day: date | None = st.session_state.get(key)
    if day is not None:
        session.act(actions.redate, ask_id, step, day, zone=session.zone())
    st.session_state.pop(key, None)
