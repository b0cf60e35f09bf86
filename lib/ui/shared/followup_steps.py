"""The steps that can be taken with one follow-up in its panel; each closes the panel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

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
from lib.ui.shared.controls import callback_button, draw_menu

LATER_WORDS = {
    Until.TOMORROW: "Hide until tomorrow morning",
    Until.NEXT_WORKDAY: "Hide until the next working day",
    Until.A_DAY: "Hide for 24 hours",
}


def take(action: Callable[..., Done], *args: Any, **kwargs: Any) -> None:
    """Does the action and closes the panel; if it is refused, the panel stays and says why."""
    if session.act(action, *args, **kwargs) is not None:
        st.query_params.clear()


def draw_panel(title: str, body: Callable[..., None], *args: object) -> None:
    """Draws a dialog at the side; a person who leaves it empties the page's address."""
    st.dialog(plain(title), position="right", on_dismiss=st.query_params.clear)(body)(*args)


def draw(follow_up: FollowUp) -> None:
    """What can be done with it as it stands."""
    fault()
    if not follow_up.is_open():
        callback_button(
            "Open it again",
            f"followup.reopen.{follow_up.id}",
            (take, follow_ups.reopen, follow_up.id),
            icon="undo",
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
    callback_button(
        f"Yes, I have told {plain(who)}",
        f"{key}.told",
        (take, follow_ups.move, follow_up_id, due),
        type="primary",
        kwargs={"told": True},
    )
    callback_button(
        "Not yet",
        f"{key}.not_yet",
        (take, follow_ups.move, follow_up_id, due),
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
    callback_button(
        "Done",
        f"followup.done.{follow_up.id}",
        (take, follow_ups.done, follow_up.id),
        type="primary",
        icon="check",
    )


def _done_earlier(follow_up: FollowUp) -> None:
    key = f"followup.earlier.{follow_up.id}"
    here = session.local(session.now()).replace(tzinfo=None, second=0, microsecond=0)
    with st.popover("Done earlier", icon=":material/history:"):
        st.datetime_input(
            "When was that?", value=here - timedelta(hours=1), max_value=here, key=key
        )
        callback_button("It was done then", f"{key}.set", (_take_earlier, follow_up.id, key))


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
        callback_button(
            f"Move it to {plain(date_words.due_words(due))}",
            f"{key}.set",
            (take, follow_ups.move, follow_up.id, due),
            type="primary",
            kwargs={"told": False},
        )


def _later(follow_up: FollowUp) -> None:
    draw_menu(
        "Later",
        f"followup.later.{follow_up.id}",
        {words: (_hide, follow_up.id, until) for until, words in LATER_WORDS.items()},
        icon="bedtime",
        help="Keeps it out of sight on Today. The due date stays.",
    )


def _hide(follow_up_id: str, until: Until) -> None:
    take(
        follow_ups.later,
        follow_up_id,
        hide_until(until, session.now(), session.zone(), session.workdays()),
    )


def _let_go(follow_up: FollowUp) -> None:
    warning = "It will not be done. A promise let go counts as missed."
    callback_button(
        "Let it go",
        f"followup.close.{follow_up.id}",
        (take, follow_ups.close, follow_up.id),
        type="tertiary",
        help=warning if follow_up.promise else None,
    )
