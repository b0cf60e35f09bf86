"""Bringing people in from a file: read, look at what would happen, and only then keep it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from lib.actions import bringing_in
from lib.domain.errors import FollowThroughError
from lib.domain.people.arrivals import Arrivals, Namesake
from lib.domain.people.contacts import Acquaintance
from lib.formats.contacts import encodings, files
from lib.formats.contacts.shapes import Column, ContactFile, FileKind, Unreadable
from lib.ui.core import session
from lib.ui.core.markdown_escape import count, field_label, plain
from lib.ui.shared import contact_lines, long_lists
from lib.ui.shared.controls import callback_button

FILE, TURN, READ, SEEN = "network.file", "network.file.turn", "network.read", "network.seen"
BIG = 500_000
"""Bytes from which on reading takes long enough to be watched."""
EXAMPLES = 5
COLUMN_WORDS = {
    Column.NAME: "Full name",
    Column.FIRST_NAME: "First name",
    Column.LAST_NAME: "Last name",
    Column.POSITION: "Position",
    Column.COMPANY: "Company",
    Column.PAST_COMPANIES: "Earlier companies",
    Column.EMAIL: "E-mail",
    Column.EMAIL_2: "Second e-mail",
    Column.PHONE: "Phone",
    Column.PHONE_2: "Second phone",
    Column.LINK: "LinkedIn or other page",
    Column.ADDRESS: "Address",
    Column.REMARKS: "Notes",
    Column.LABELS: "Tags",
}
KIND_WORDS = {
    FileKind.LINKEDIN: "LinkedIn connections",
    FileKind.GOOGLE: "Google Contacts",
    FileKind.OUTLOOK: "Outlook contacts",
    FileKind.THUNDERBIRD: "Thunderbird contacts",
    FileKind.YAHOO: "Yahoo contacts",
    FileKind.VCARD: "vCards",
    FileKind.TABLE: "a table",
}


def draw() -> None:
    """The way in, and once there is a file, what it holds."""
    brought = st.file_uploader(
        "A file with people: from LinkedIn, Google, Outlook or your phone, or any table saved as "
        "CSV",
        key=f"{FILE}.{st.session_state.get(TURN, 0)}",
    )
    if brought is None:
        _where_from()
        return
    content = brought.getvalue()
    try:
        found = _read(brought.file_id, brought.name, content, None)
        encoding = _encoding(found)
        read = _read(brought.file_id, brought.name, content, None, encoding)
        if read.kind is FileKind.TABLE:
            read = _read(brought.file_id, brought.name, content, _columns(read), encoding)
    except FollowThroughError as fault:
        st.error(plain(fault.sentence), icon=":material/error:")
        return
    _preview(read)


def _where_from() -> None:
    st.caption("You see what is in it before anything is kept, and can take it back in one go.")
    with st.expander("Where do I get such a file?"):
        st.markdown(
            "- **LinkedIn**: Settings & Privacy, Data privacy, *Get a copy of your data*, "
            "Connections. LinkedIn sends a link by e-mail; the file is called Connections.csv.\n"
            "- **Google Contacts**: Export, as *Google CSV* or *vCard*.\n"
            "- **Outlook**: People, Manage contacts, *Export contacts*.\n"
            "- **iPhone, Mac, Android**: choose the contacts and share or export them as a "
            "*vCard* (.vcf).\n"
            "- **Anything else**: save the table as CSV; you say which column is what."
        )


def _read(
    file_id: str,
    name: str,
    content: bytes,
    columns: Mapping[Column, str] | None,
    encoding: str = "",
) -> ContactFile:
    """What the file holds; read once for each choice of columns and encoding."""
    wanted: tuple[object, ...] = (file_id, tuple(sorted((columns or {}).items())), encoding)
    kept: dict[tuple[object, ...], ContactFile] = st.session_state.get(READ, {})
    if wanted not in kept:
        of_this_file = {key: read for key, read in kept.items() if key[0] == file_id}
        kept = of_this_file | {wanted: _read_now(name, content, columns, encoding)}
        st.session_state[READ] = kept
    return kept[wanted]


def _read_now(
    name: str, content: bytes, columns: Mapping[Column, str] | None, encoding: str
) -> ContactFile:
    if len(content) < BIG:
        return files.read(content, name, columns=columns, encoding=encoding)
    bar = st.progress(0.0, "Reading…")

    def tell(share: float) -> None:
        bar.progress(min(1.0, share), "Reading…")

    read = files.read(content, name, columns=columns, encoding=encoding, told=tell)
    bar.empty()
    return read


def _encoding(read: ContactFile) -> str:
    """Which letters the file is written in: guessed, shown by a sample, then as chosen."""
    if not read.encoding:
        return ""
    choices = [*encodings.CHOICES]
    return st.selectbox(
        "If the names below look wrong, try another encoding",
        choices,
        index=choices.index(read.encoding) if read.encoding in choices else 0,
        format_func=encodings.CHOICES.__getitem__,
        key=f"network.encoding.{st.session_state.get(TURN, 0)}",
    )


def _columns(read: ContactFile) -> dict[Column, str]:
    """Which header is what: guessed, and then as the person chooses."""
    st.markdown("**Which column is what?**")
    for row in read.examples[:3]:
        st.caption(plain(" | ".join(filter(str.strip, row))[:300]))
    chosen: dict[Column, str] = {}
    places = st.columns(3)
    for i, (column, label) in enumerate(COLUMN_WORDS.items()):
        guess = read.columns.get(column, "")
        options = ["", *dict.fromkeys(read.headers)]
        header = places[i % 3].selectbox(
            label,
            options,
            index=options.index(guess) if guess in options else 0,
            format_func=lambda one: one or "not in this file",
            key=f"network.column.{column.value}.{st.session_state.get(TURN, 0)}",
        )
        if header:
            chosen[column] = header
    return chosen


def _preview(read: ContactFile) -> None:
    book = session.store().book.read()
    found = _seen(read, book.all(Acquaintance), frozenset())
    same = _same_people(found.namesakes)
    found = _seen(read, book.all(Acquaintance), same)
    with st.container(key="card-preview"):
        st.markdown(
            f"**{plain(KIND_WORDS[read.kind])}**: {count(read.rows, 'row')}, "
            f"{count(len(read.people), 'person', 'people')}"
        )
        for icon, words in _counts(found, read):
            st.markdown(f":material/{icon}: {words}")
        for person in found.new[:EXAMPLES]:
            place = contact_lines.place_words(person)
            st.caption(plain(f"{person.name}{f', {place}' if place else ''}"))
        if len(found.new) > EXAMPLES:
            st.caption(f"and {len(found.new) - EXAMPLES:,} more")
    if read.not_kept:
        st.caption(plain(f"Not kept: {', '.join(read.not_kept)}"))
    if lost := [f"{one.person.name}: {text}" for one in read.people for text in one.lost]:
        st.caption(plain(f"Cannot be read and is left out: {'; '.join(lost[:EXAMPLES])}"))
        if len(lost) > EXAMPLES:
            st.caption(f"and {len(lost) - EXAMPLES:,} more")
    _confirm(read, found, same)
    if read.unreadable:
        with st.expander(f"What could not be read ({len(read.unreadable):,})"):
            long_lists.draw(
                read.unreadable,
                _unreadable,
                key=f"network.unreadable.{st.session_state.get(TURN, 0)}",
            )


def _counts(found: Arrivals, read: ContactFile) -> list[tuple[str, str]]:
    lines = (
        ("person_add", len(found.new), "new"),
        ("update", len(found.merged), "known, and brought up to date with what the file says"),
        ("check", found.unchanged, "known, with nothing new"),
        ("content_copy", found.doubled, "more than once in the file"),
        ("block", len(read.unreadable), "could not be read; below stands why"),
    )
    return [(icon, f"{number:,} {words}") for icon, number, words in lines if number]


def _same_people(namesakes: Sequence[Namesake]) -> frozenset[int]:
    """Draws who has the name and company of somebody known, and returns who is that person."""
    if not namesakes:
        return frozenset()
    turn = st.session_state.get(TURN, 0)
    keys = {one.row: f"network.same.{turn}.{one.row}" for one in namesakes}

    def draw_one(one: Namesake) -> None:
        known = f"{one.known.name} ({contact_lines.place_words(one.known)})"
        st.checkbox(
            field_label(f"{one.person.name}, {one.person.position}: same as {known}, whom I have"),
            key=keys[one.row],
        )

    with st.container(key="card-namesakes"):
        st.markdown(
            f"**{count(len(namesakes), 'person has', 'people have')} the name and the company of "
            "somebody you have, but another position.** Check who is the same person. The others "
            "are added as new people."
        )
        long_lists.draw(namesakes, draw_one, key=f"network.namesakes.{turn}")
        if len(namesakes) > 2:
            tick = "Check all"
            callback_button(tick, f"network.same.all.{turn}", (_tick_all, [*keys.values()]))
    return frozenset(row for row, key in keys.items() if st.session_state.get(key))


def _tick_all(keys: list[str]) -> None:
    st.session_state.update(dict.fromkeys(keys, True))


def _seen(read: ContactFile, known: tuple[Acquaintance, ...], same: frozenset[int]) -> Arrivals:
    """What the file would change; worked out once for a file and a state of the address book."""
    kept: dict[frozenset[int], Arrivals]
    of_read, of_known, kept = st.session_state.get(SEEN, (None, None, {}))
    if of_read is not read or of_known is not known:
        kept = {}
    if same not in kept:
        found = bringing_in.preview(session.store().book.read(), read, same)
        # The first is without any answer, and asked for each time; of the others the last counts.
        kept = {one: kept[one] for one in kept if not one} | {same: found}
    st.session_state[SEEN] = (read, known, kept)
    return kept[same]


def _confirm(read: ContactFile, found: Arrivals, same: frozenset[int]) -> None:
    if not read.people:
        st.warning(_nobody(read), icon=":material/person_off:")
        return
    if not found.new and not found.merged:
        st.markdown(
            ":green[:material/check_circle: Everybody in it is in your address book already.]"
        )
        return
    number = len(found.new) + len(found.merged)
    callback_button(
        f"Bring in {number:,} {'person' if number == 1 else 'people'}",
        "network.bring.confirm",
        (_take, read, same),
        type="primary",
        icon="upload_file",
    )
    st.caption("This does not change anything that you typed yourself.")


def _nobody(read: ContactFile) -> str:
    if read.kind is FileKind.TABLE and not read.unreadable:
        return "Nobody could be read yet: choose above which column is the name."
    return "Nobody could be read from this file; below stands why, row by row. Nothing was kept."


def _take(read: ContactFile, same: frozenset[int]) -> None:
    with st.spinner("Keeping them…"):
        done = session.act(bringing_in.bring_in, read, same)
    if done is not None:
        # A new key empties the uploader.
        st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
        for key in (READ, SEEN):
            st.session_state.pop(key, None)


def _unreadable(one: Unreadable) -> None:
    st.markdown(f"Line {one.line}: {plain(one.why)}  \n:gray[{plain(one.text)}]")
