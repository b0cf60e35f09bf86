"""A record that a page was working on and that is not there any more: what took it away, and what was typed.

Another window may delete a round or a job while somebody types into it here. Then the page goes on to nothing
else by itself: what was typed stands on the screen until the person brings the record back, which puts it
into its fields again, or lets it go.
"""

from __future__ import annotations

import streamlit as st

from lib.actions import history
from lib.domain.records import Record
from lib.store.repository import Entry, Reader
from lib.store.tables import TABLES
from lib.ui.core import session, sheet
from lib.ui.core.markdown_escape import plain
from lib.ui.core.sheet import Values
from lib.ui.shared import frame, parts

TYPED = "gone.typed"
"""What was typed into each sheet whose record is gone: its widgets are not drawn and forget it."""


def drawn_instead(reader: Reader, kind: type[Record], name: str, page: str, sheets: str) -> bool:
    """Draws, where the record that the page works on is gone, what is to be said of that; True if it did.

    `name` is what names the record in the page's address, `sheets` begins the names of its sheets. An address
    that never named anything is no loss, and nothing is drawn.
    """
    _give_back(reader, kind, sheets)
    id = st.query_params.get(name) or _typed_into_one_that_is_gone(reader, kind, sheets)
    if not id or reader.find(kind, id) is not None:
        return False
    typed, removal = _typed(f"{sheets}{id}"), _removal(kind, id)
    if not typed and removal is None:
        return False
    frame.page(f"This {kind.__name__.lower()} is not there any more", scope=f"gone.{id}")
    _what_happened(removal, typed)
    with st.container(horizontal=True, vertical_alignment="center", key="gone.ways"):
        if removal is not None:
            st.button(
                "Bring it back",
                key="gone.back",
                type="primary",
                icon=":material/undo:",
                on_click=_bring_back,
                args=(removal, name, id),
            )
        st.button("Let it go", key="gone.leave", on_click=_let_go, args=(f"{sheets}{id}",))
        parts.link(page, "Go on without it")
    return True


def _what_happened(removal: Entry | None, typed: Values) -> None:
    with st.container(key="lead-gone"):
        did = f" (“{removal.did}”)" if removal and removal.did else ""
        st.markdown(
            plain(f"It was removed{did} while it was open here, perhaps in another window.")
        )
        texts = [words for words in typed.values() if isinstance(words, str) and words.strip()]
        if texts:
            st.markdown("**Not saved, but not lost: this is what you typed here.**")
        for words in texts:
            st.code(words, language=None, wrap_lines=True)
        if removal is not None:
            st.caption("Bring it back, and what you typed stands in its field again and is saved.")


def _typed_into_one_that_is_gone(reader: Reader, kind: type[Record], sheets: str) -> str:
    """The id of such a record, for a page whose address names none; empty if there is none."""
    if st.query_params:
        return ""
    ids = [one.removeprefix(sheets) for one in sheet.opened() if one.startswith(sheets)]
    gone = (id for id in ids if reader.find(kind, id) is None and _typed(f"{sheets}{id}"))
    return next(gone, "")


def _typed(name: str) -> Values:
    """What stands unsaved in that sheet, or stood there when its record went."""
    kept: dict[str, Values] = st.session_state.setdefault(TYPED, {})
    if now := sheet.unsaved(name):
        kept[name] = {**kept.get(name, {}), **now}
    return kept.get(name, {})


def _give_back(reader: Reader, kind: type[Record], sheets: str) -> None:
    """Puts what was typed back into its fields once the record is there again, however it came back."""
    kept: dict[str, Values] = st.session_state.get(TYPED, {})
    for name in [one for one in kept if one.startswith(sheets)]:
        if reader.find(kind, name.removeprefix(sheets)) is not None:
            for key, value in kept.pop(name).items():
                st.session_state[key] = value


def _removal(kind: type[Record], id: str) -> Entry | None:
    """The last thing done to the record, which took it away; None if that is not known any more."""
    record = TABLES[kind], id
    return next((one for one in session.store().entries() if record in one.touched), None)


def _bring_back(removal: Entry, address: str, id: str) -> None:
    if session.attempt(history.undo, removal.id) is not None:
        st.query_params[address] = id


def _let_go(name: str) -> None:
    st.session_state.get(TYPED, {}).pop(name, None)
    sheet.forget(name)
    st.query_params.clear()
