"""The steps that can be taken with one follow-up in its panel; each closes the panel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import streamlit as st

from lib.actions import follow_ups
from lib.actions.done import Done
from lib.domain.dates.due import Due, at_local
from lib.domain.followups.changes import Until, hide_until
from lib.domain.followups.followup import FollowUp
from lib.ui.core import session
from lib.ui.core.held_values import hold
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import date_fields, date_words

LATER_WORDS = {
    Until.TOMORROW: "Hide until tomorrow morning",
    Until.NEXT_WORKDAY: "Hide until the next working day",
    Until.A_DAY: "Hide for 24 hours",
}


def take(action: Callable[..., Done], *args: Any, **kwargs: Any) -> None:
    """Does the action and closes the panel; if it is refused, the panel stays and says why."""
    if session.attempt(action, *args, **kwargs) is not None:
        st.query_params.clear()


def draw(follow_up: FollowUp) -> None:
    """What can be done with it as it stands."""
    fault()
    if not follow_up.is_open():
        st.button(
            "Open it again",
            key=f"followup.reopen.{follow_up.id}",
            icon=":material/undo:",
            on_click=take,
            args=(follow_ups.reopen, follow_up.id),
        )
        return
    with st.container(horizontal=True):
        _done(follow_up)
        _done_earlier(follow_up)
        _later(follow_up)
        _let_go(follow_up)
    _move(follow_up)


def told_or_not(follow_up_id: str, due: Due, who: str, *, key: str) -> None:
    """The two answers to whether the other side knows of the new date; with either, it is moved."""
    st.button(
        f"Yes, I have told {plain(who)}",
        key=f"{key}.told",
        type="primary",
        on_click=take,
        args=(follow_ups.move, follow_up_id, due),
        kwargs={"told": True},
    )
    st.button(
        "Not yet",
        key=f"{key}.not_yet",
        on_click=take,
        args=(follow_ups.move, follow_up_id, due),
        kwargs={"told": False},
    )
    st.caption(
        "The first promise stays on record either way. Told in time, it counts by the new date."
    )


def them(follow_up: FollowUp) -> str:
    """Whom it was promised to, by first name; "them" if nobody is named."""
    return follow_up.who.split()[0] if follow_up.who.strip() else "them"


def fault() -> None:
    """Why the last step was refused, if it was."""
    if said := st.session_state.pop(session.FAULT, None):
        st.error(plain(said), icon=":material/error:")


def _done(follow_up: FollowUp) -> None:
    st.button(
        "Done",
        key=f"followup.done.{follow_up.id}",
        type="primary",
        icon=":material/check:",
        on_click=take,
        args=(follow_ups.done, follow_up.id),
    )


def _done_earlier(follow_up: FollowUp) -> None:
    key = f"followup.earlier.{follow_up.id}"
    here = (
        session.now()
        .astimezone(ZoneInfo(session.zone()))
        .replace(tzinfo=None, second=0, microsecond=0)
    )
    with st.popover("Done earlier", icon=":material/history:"):
        st.datetime_input(
            "When was that?", value=here - timedelta(hours=1), max_value=here, key=key
        )
        st.button(
            "It was done then", key=f"{key}.set", on_click=_take_earlier, args=(follow_up.id, key)
        )


def _take_earlier(follow_up_id: str, key: str) -> None:
    wall: datetime | None = st.session_state.get(key)
    if wall is not None:
        moment = at_local(wall.date(), wall.time(), session.zone())
        take(follow_ups.done, follow_up_id, at=moment)


def _move(follow_up: FollowUp) -> None:
    key = f"followup.move.{follow_up.id}"
    with st.expander("Move it to another day", icon=":material/event_repeat:"):
        # The old date stands in the field at first, so that a chip changes the day and keeps the
        # time.
        hold(key, date_fields.field_words(follow_up.due))
        due = date_fields.draw_date_field(
            "To which day?", key, zone=follow_up.due.zone, with_time=True
        )
        if due is None or due == follow_up.due:
            return
        if follow_up.promise is not None:
            st.markdown(
                f"You promised this. Have you told **{plain(them(follow_up))}** of the new date?"
            )
            told_or_not(follow_up.id, due, them(follow_up), key=key)
            return
        st.button(
            f"Move it to {plain(date_words.due_words(due))}",
            key=f"{key}.set",
            type="primary",
            on_click=take,
            args=(follow_ups.move, follow_up.id, due),
            kwargs={"told": False},
        )


def _later(follow_up: FollowUp) -> None:
    key = f"followup.later.{follow_up.id}"
    st.menu_button(
        "Later",
        tuple(LATER_WORDS),
        key=key,
        icon=":material/bedtime:",
        format_func=lambda one: LATER_WORDS[one],
        on_click=_take_later,
        args=(follow_up.id, key),
        help="Keeps it out of sight on Today. The due date stays.",
    )


def _take_later(follow_up_id: str, key: str) -> None:
    until: Until | None = st.session_state.get(key)
    if until is not None:
        moment = hide_until(until, session.now(), session.zone(), session.workdays())
        take(follow_ups.later, follow_up_id, moment)


def _let_go(follow_up: FollowUp) -> None:
    st.button(
        "Let it go",
        key=f"followup.close.{follow_up.id}",
        type="tertiary",
        on_click=take,
        args=(follow_ups.close, follow_up.id),
        help="It will not be done. A promise let go counts as missed."
        if follow_up.promise
        else None,
    )
