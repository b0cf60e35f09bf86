"""What all pages share: title, Undo line, what went wrong, what was brought back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.actions import history
from lib.domain.english import with_stop
from lib.domain.errors import FollowThroughError
from lib.domain.store_errors import StoreError, Unreachable
from lib.store.repository import Entry
from lib.ui.core import (
    as_is,
    autosave,
    navigation,
    read_out,
    second_click,
    session,
    translated,
    unsaved_text,
)
from lib.ui.core.autosave import Saved
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import conflicts, date_words, hosted, unread_line
from lib.ui.shared.controls import action_button, callback_button

STYLE = Path(__file__).with_name("frame.css")
PAGE = "frame.page"
ADDRESSED = "frame.addressed"
AFTER = "frame.after"
ANNOUNCED = "frame.announced"
LAST_KNOWN = (
    "You see what was read last. What you type stays on the screen, and is saved once this is put "
    "right."
)
NOT_SAVED = "Not saved. What you typed stays here; above stands what is wrong and what to do."


def page(
    title: str,
    subtitle: str = "",
    *,
    scope: str = "",
    saved: Saved | None = None,
    form: Iterable[str] = (),
    wide: bool = False,
) -> None:
    """Draws the top of a page, and tells the browser which typed text is safe.

    All of it lies in one place that is always there: a line that came or went between the blocks of
    a page would make the browser build every block behind it anew, and half-typed text with it.

    Args:
        scope: names what the page works on, where it has no sheet.
        saved: the page's sheet after its autosave.
        form: the keys of its text fields that only a button saves.
    """
    session.started()
    scope = saved.sheet.name if saved else scope
    navigation.follow()
    style()
    with st.container(key="frame.wide" if wide else "frame.narrow"):
        _forget_last_page(scope)
        _keep_address(scope.partition(".")[0])
        st.title(plain(title), anchor=False)
        if subtitle:
            st.caption(plain(subtitle))
        hosted.warn_of_wiped_disk()
        _notice()
        unread_line.draw()
        fault()
        _brought_back()
        _done_line()
        if saved:
            conflicts.draw_conflicts(saved)
        _tell_browser(scope, saved, form)
        second_click.watch()
        as_is.watch()
        read_out.watch()
        translated.watch()


def _tell_browser(scope: str, saved: Saved | None, form: Iterable[str]) -> None:
    if saved is None:
        unsaved_text.tell_browser(scope, dict.fromkeys(form, ""))
        return
    starts = saved.sheet.mid_sentence
    mid_sentence = [key for key in saved.texts if key.startswith(starts)]
    unsaved_text.tell_browser(scope, saved.texts, mid_sentence)


@contextmanager
def numbered_step(page: str, number: int, title: str, *, done: bool) -> Iterator[None]:
    """Draws a numbered question, with a tick once it is answered, around what is inside."""
    tick = ":material/check_circle:" if done else f"{number}."
    with st.container(key=f"{page}.step.{number - 1}"):
        st.subheader(f"{tick} {title}", anchor=False)
        yield


def line(key: str) -> DeltaGenerator:
    """Returns a line of things beside each other, which wraps where there is little room."""
    return st.container(horizontal=True, vertical_alignment="center", key=key)


def draw_saved() -> None:
    """Says quietly when this page last saved, if it did."""
    if words := saved_words():
        with as_is.container("saved"):
            st.markdown(f":gray[{words}]", width="content")


def saved_words() -> str:
    """Returns "Saved 10:42 a.m."; "" if this page has saved nothing, or was refused since."""
    at = autosave.saved_at()
    return "" if at is None else f"Saved {_clock(at)}"


def _clock(at: datetime) -> str:
    return session.date_style().clock(session.local(at).time())


def _forget_last_page(scope: str) -> None:
    if st.session_state.get(PAGE) != scope:
        st.session_state[PAGE] = scope
        autosave.forget_saved_at()


def _keep_address(room: str) -> None:
    """Has the browser show the address that this run works on.

    A link within a page does not do so by itself. An address is emptied only by such a link: on
    the way back to a page its first run may not know the address yet.
    """
    named = st.query_params.to_dict()
    if not named and st.session_state.get(ADDRESSED) == room:
        st.query_params.clear()
    for name, value in list(named.items())[:1]:
        st.query_params[name] = value
    st.session_state[ADDRESSED] = room if named else ""


def _notice() -> None:
    store = session.store()
    if trouble := hosted.trouble_of(store):
        _say_trouble(trouble)
    for one in filter(None, (store, store.opened_book)):
        key = f"frame.notice.{one.home.name.removesuffix('.json')}"
        if notice := one.notice:
            with st.container(key=key):
                st.warning(
                    plain(notice.sentence(date_words.moment_words)), icon=":material/history:"
                )
                callback_button("I have read this", f"{key}.read", one.dismiss_notice)


def _say_trouble(trouble: StoreError) -> None:
    if isinstance(trouble, Unreachable):
        hosted.unreachable(trouble)
        return
    st.error(plain(trouble.sentence), icon=":material/lock:")
    st.caption(LAST_KNOWN)


def style() -> None:
    """What the theme cannot say."""
    st.html(STYLE)


def fault() -> None:
    """Says once why the last action was refused; shortly if that stands above already."""
    refused_by = st.session_state.pop(session.REFUSED_BY, None)
    if sentence := st.session_state.pop(session.FAULT, None):
        if _stands_above(sentence, refused_by):
            sentence = NOT_SAVED
        with st.container(key="frame.fault"):
            st.error(plain(sentence), icon=":material/error:")


def _stands_above(sentence: str, refused_by: type[FollowThroughError] | None) -> bool:
    """True if the trouble that every page shows already says why."""
    try:
        trouble = session.store().trouble
    except StoreError:
        return False
    if isinstance(trouble, Unreachable):
        return refused_by is Unreachable
    return trouble is not None and sentence == trouble.sentence


def _brought_back() -> None:
    at = unsaved_text.given_at()
    if at is not None:
        words = with_stop(f"Brought back what you were typing here at {_clock(at)}")
        st.info(words, icon=":material/history:")
    conflicts.draw_offered()


def _done_line() -> None:
    if said := st.session_state.pop(session.SAID, None):
        st.markdown(f":material/check: {plain(said)}")
    entry = _last_announced()
    if entry is None:
        return
    with line("frame.done"):
        st.markdown(f":material/check: {plain(entry.did)}", width="content")
        action_button("Undo", f"frame.undo.{entry.id}", (history.undo, entry.id), type="tertiary")


def _last_announced() -> Entry | None:
    store = session.store()
    after = st.session_state.setdefault(AFTER, history.newest_id(store))
    before = st.session_state.get(ANNOUNCED, history.Announced())
    found = history.announced(store, session.started(), after, before)
    st.session_state[ANNOUNCED] = found
    return found.latest
