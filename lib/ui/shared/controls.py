"""Buttons and choices that all pages draw alike.

What a button does is its callback, or a tuple of the callback and its values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any, Literal, TypedDict, Unpack

import streamlit as st

from lib.ui.core import navigation, session

MIME_TYPES = {
    ".eml": "message/rfc822",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".md": "text/markdown",
}


class Look(TypedDict, total=False):
    """How a button looks, as in `st.button`; its icon without what Streamlit wants around it."""

    type: Literal["primary", "secondary", "tertiary"]
    icon: str
    help: str | None
    disabled: bool
    width: Literal["stretch", "content"] | int


def callback_button(
    label: str,
    key: str,
    does: Callable[..., None] | tuple[Any, ...],
    kwargs: dict[str, Any] | None = None,
    **look: Unpack[Look],
) -> None:
    """Draws a button that calls the callback before the page's next run."""
    callback, *args = does if isinstance(does, tuple) else (does,)
    _add_sign(look)
    st.button(label, key=key, on_click=callback, args=tuple(args), kwargs=kwargs, **look)


def action_button(
    label: str,
    key: str,
    does: tuple[Any, ...],
    kwargs: dict[str, Any] | None = None,
    **look: Unpack[Look],
) -> None:
    """Draws a button that does an action with its values."""
    callback_button(label, key, (session.act, *does), kwargs, **look)


def page_button(
    label: str,
    key: str,
    page: str,
    address: dict[str, str],
    *,
    icon: str = "",
    primary: bool = True,
) -> None:
    """Draws a button that moves on to another page, with that in its address."""
    look: Look = {"type": "primary" if primary else "secondary", "icon": icon}
    callback_button(label, key, (navigation.go_next, page), address, **look)


def download_button(label: str, key: str, data: Any, file_name: str, **look: Unpack[Look]) -> None:
    """Draws a button that saves a file, and leaves the page as it is.

    Args:
        data: what the file holds, or a function that returns it.
        file_name: its ending says what kind of file it is.
    """
    _add_sign(look)
    mime = MIME_TYPES.get(PurePath(file_name).suffix)
    st.download_button(label, data, file_name, mime, key, on_click="ignore", **look)


def draw_menu(
    label: str, key: str, choices: Mapping[str, tuple[Any, ...]], **look: Unpack[Look]
) -> None:
    """Draws a menu; each of its words stands for a callback with its values."""
    _add_sign(look)
    st.menu_button(label, tuple(choices), key=key, on_click=_do, args=(key, choices), **look)


def text_about_others(draw: Callable[..., str], label: str, key: str, **options: Any) -> str:
    """Draws a text field that the browser fills with nothing of the person's own; returns its text.

    Args:
        draw: `st.text_input`, or that of a column.
        options: what else that takes.
    """
    return draw(label, key=key, autocomplete="off", **options)


def word_choice(
    draw: Callable[..., Any], label: str, words: Mapping[Any, str], key: str, **options: Any
) -> Any:
    """Draws a choice of values, each shown in its words, and returns what is chosen.

    Args:
        draw: `st.selectbox`, `st.pills` or `st.segmented_control`.
        options: what else that takes.
    """
    return draw(label, list(words), format_func=lambda one: words.get(one, ""), key=key, **options)


def _do(key: str, choices: Mapping[str, tuple[Any, ...]]) -> None:
    """Does what was chosen in that menu; nothing for words that it has not."""
    if does := choices.get(st.session_state.get(key) or ""):
        callback, *args = does
        callback(*args)


def _add_sign(look: Look) -> None:
    if look.get("icon"):
        look["icon"] = f":material/{look['icon']}:"
