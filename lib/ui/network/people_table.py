"""Everybody known as one table: searched, filtered, ordered, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import streamlit as st

from lib.actions import contacts as actions
from lib.actions.network import address_book
from lib.domain.people.address_book import Filter, Order, everyone
from lib.domain.people.contacts import Contact, Person
from lib.domain.people.name_keys import is_same_name
from lib.domain.records import new_id
from lib.store.repository import Reader
from lib.ui.core import session, unsaved_text
from lib.ui.core.held_values import hold
from lib.ui.core.markdown_escape import plain
from lib.ui.network import view_links
from lib.ui.shared import contact_lines, date_words, frame, labels
from lib.ui.shared.controls import callback_button, page_button, text_about_others, word_choice

SCOPE = "network.people"
PAGE = 25
AT, ORDER, DOWN = "network.people.at", "network.people.order", "network.people.down"
NEW = "network.new"
NEW_ID = "network.new.id"
NEW_TEXTS = ("name", "position", "company", "email")
HEADS = {
    Order.NAME: "Name",
    Order.COMPANY: "Position, company",
    Order.HOW_WELL: "How well",
    Order.LAST_CONTACT: "Last contact",
}
WIDTHS = (3, 4, 2, 2)
FILTERS = ("company", "tag", "well", "archived")


def draw(reader: Reader, *, narrow: bool) -> None:
    """The table; `narrow` for a phone, or where somebody's page stands beside it."""
    book = address_book(session.store().book.read())
    if not book.people and not reader.all(Contact):
        _empty(reader)
        return
    with st.container(key="network.people.ways"):
        _add(reader)
    rows = _found(reader, narrow=narrow)
    if not narrow:
        _heads()
    else:
        _order_pills()
    at = min(st.session_state.get(AT, 0), max(0, (len(rows) - 1) // PAGE * PAGE))
    for row in rows[at : at + PAGE]:
        _row(row, narrow=narrow)
    _turn(at, len(rows))


@contextmanager
def shelf(reader: Reader) -> Iterator[None]:
    """Somebody's page, drawn inside, with the table beside it; on a phone that page alone."""
    view_links.ways("person")
    left, right = st.columns([3, 5], gap="large")
    with left, st.container(key="network.shelf"):
        draw(reader, narrow=True)
    with right, st.container(key="network.desk"):
        yield


def text_keys() -> list[str]:
    """Returns the keys of the form for one person, for the browser to hold what is typed."""
    return [f"{NEW}.{name}" for name in NEW_TEXTS]


def _empty(reader: Reader) -> None:
    st.markdown(
        "Everybody you know stands here once you have brought them in: from LinkedIn, from your "
        "phone or mail program, or one by one. Nothing is sent anywhere."
    )
    with st.container(horizontal=True):
        bring = {"view": view_links.BRING}
        page_button("Bring people in", "network.bring", "network", bring, icon="upload_file")
        _add(reader)


def _found(reader: Reader, *, narrow: bool) -> tuple[Person, ...]:
    contacts = reader.all(Contact)
    with st.container(horizontal=True, vertical_alignment="bottom", key="network.people.filters"):
        words = st.text_input(
            "Search",
            key="network.people.search",
            type="search",
            live=True,
            placeholder="name, company, tag",
            on_change=_first_page,
        )
        if not narrow:
            _filters(contacts)
        else:
            with st.popover("Filter", icon=":material/filter_list:"):
                _filters(contacts)
    company, tag, well, archived = (
        st.session_state.get(f"network.people.{name}") for name in FILTERS
    )
    rows = everyone(
        contacts,
        address_book(session.store().book.read()),
        Filter(
            query=words or "",
            company=company or "",
            tag=tag or "",
            how_well=well or 0,
            archived=bool(archived),
        ),
        order=st.session_state.get(ORDER, Order.NAME),
        descending=st.session_state.get(DOWN, False),
    )
    st.caption(f"{len(rows):,} {'person' if len(rows) == 1 else 'people'}")
    return rows


def _filters(contacts: tuple[Contact, ...]) -> None:
    tags = sorted({tag for one in contacts for tag in one.tags}, key=str.casefold)
    options: dict[str, Any] = {"on_change": _first_page, "width": 150}
    text_about_others(
        st.text_input, "Works or worked at", "network.people.company", on_change=_first_page
    )
    if tags:
        any_tag = {"": "any"} | {tag: tag for tag in tags}
        word_choice(st.selectbox, "Tag", any_tag, "network.people.tag", **options)
    well = labels.HOW_WELL | {0: "everybody"}
    word_choice(st.selectbox, "Known at least", well, "network.people.well", **options)
    st.toggle("Archived", key="network.people.archived", on_change=_first_page)


def _heads() -> None:
    """Draws the heads of the columns; pressing one orders by it, and again reverses it."""
    order, down = st.session_state.get(ORDER, Order.NAME), st.session_state.get(DOWN, False)
    with st.container(key="network.people.heads"):
        for column, (by, label) in zip(st.columns(WIDTHS), HEADS.items(), strict=True):
            arrow = " ↓" if down else " ↑"
            mark = arrow if order is by else ""
            with column:
                key = f"network.head.{by.value}"
                callback_button(f"{label}{mark}", key, (_order, by), type="tertiary")


def _order_pills() -> None:
    word_choice(
        st.pills,
        "Order by",
        HEADS,
        "network.people.pills",
        default=st.session_state.get(ORDER, Order.NAME),
        on_change=_order_by_pill,
        label_visibility="collapsed",
    )


def _order_by_pill() -> None:
    _order(st.session_state.get("network.people.pills") or st.session_state.get(ORDER, Order.NAME))


def _order(by: Order) -> None:
    same = st.session_state.get(ORDER, Order.NAME) is by
    st.session_state[DOWN] = not st.session_state.get(DOWN, False) if same else by in (
        Order.HOW_WELL, Order.LAST_CONTACT
    )  # fmt: skip
    st.session_state[ORDER] = by
    _first_page()


def _first_page() -> None:
    st.session_state[AT] = 0


def _row(row: Person, *, narrow: bool) -> None:
    place = ", ".join(part for part in (row.position, row.company) if part)
    well = labels.HOW_WELL[row.how_well] if row.how_well else ""
    last = date_words.day_words(row.last_contact) if row.last_contact else ""
    tagged = row.tags if isinstance(row, Contact) else ()
    tags = " ".join(f"#{tag}" for tag in tagged)
    with st.container(key=f"row-person-{row.id}", gap=None):
        if narrow:
            contact_lines.person_link(row, icon=_sign(row))
            words = " · ".join(part for part in (place, well, last, tags) if part)
            st.caption(plain(words) or "​")
            return
        name, where, how, when = st.columns(WIDTHS, vertical_alignment="center")
        with name:
            contact_lines.person_link(row, icon=_sign(row))
        where.markdown(f"{plain(place)}  :gray[{plain(tags)}]" if tags else plain(place))
        how.markdown(plain(well))
        when.markdown(plain(last))


def _sign(row: Person) -> str:
    return "person" if isinstance(row, Contact) else "contacts"


def _turn(at: int, total: int) -> None:
    if total <= PAGE:
        return
    with frame.line("network.people.turn"):
        callback_button("‹ Back", "network.people.back", (_go_to, at - PAGE), disabled=at == 0)
        st.markdown(f"{at + 1:,} to {min(at + PAGE, total):,} of {total:,}", width="content")
        callback_button(
            "On ›", "network.people.on", (_go_to, at + PAGE), disabled=at + PAGE >= total
        )


def _go_to(at: int) -> None:
    st.session_state[AT] = max(0, at)


def _add(reader: Reader) -> None:
    """One person by hand; their page takes the rest."""
    with st.popover("Add somebody", icon=":material/person_add:"):
        st.session_state.setdefault(NEW_ID, new_id())
        for key in text_keys():
            hold(key, "")
        text_about_others(st.text_input, "Name", f"{NEW}.name")
        text_about_others(st.text_input, "Position", f"{NEW}.position")
        text_about_others(st.text_input, "Company", f"{NEW}.company")
        text_about_others(st.text_input, "E-mail", f"{NEW}.email")
        for one in _namesakes(reader):
            place = contact_lines.place_words(one)
            st.caption(plain(f"You have {one.name} already{f' ({place})' if place else ''}:"))
            contact_lines.person_link(one, icon=_sign(one))
        callback_button("Add them", f"{NEW}.add", _take_new, type="primary")


def _namesakes(reader: Reader) -> tuple[Person, ...]:
    """Returns who is known under the name in the form, contacts first; at most three."""
    contact = _typed()
    contacts = [one for one in reader.all(Contact) if is_same_name(one.name, contact.name)]
    if contacts or not contact.name:
        return tuple(contacts[:3])
    return address_book(session.store().book.read()).same_as(contact)[:3]


def _typed() -> Contact:
    """Returns whoever stands in the form."""
    name, position, company, email = (
        (st.session_state.get(f"{NEW}.{field}") or "").strip() for field in NEW_TEXTS
    )
    return Contact(
        id=st.session_state[NEW_ID], name=name, position=position, company=company, email=email
    )


def _take_new() -> None:
    contact = _typed()
    shown = {name: getattr(contact, name) for name in NEW_TEXTS}
    done = session.act(actions.add, contact, known_by=shown)
    if done is not None:
        st.query_params.from_dict({"contact": done.record_id})
        unsaved_text.drop(SCOPE, text_keys())
        st.session_state.pop(NEW_ID, None)
        for name in NEW_TEXTS:
            st.session_state[f"{NEW}.{name}"] = ""
