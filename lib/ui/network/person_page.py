"""Somebody's page: what is known of them, whom they know, what they were asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from lib.actions import contact_merging
from lib.actions import contacts as actions
from lib.domain.jobs import Job
from lib.domain.people.asks import Ask
from lib.domain.people.contact_merge import likely_twins
from lib.domain.people.contacts import (
    Acquaintance,
    Contact,
    Reach,
    emails_of,
    phones_of,
    reach_words,
    read_reaches,
)
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.core.autosave import Sheet, Values
from lib.ui.core.markdown_escape import plain
from lib.ui.network import acquaintances, view_links
from lib.ui.shared import contact_lines, date_fields, frame, greeting_field, labels
from lib.ui.shared.controls import action_button, callback_button, text_about_others, word_choice

TEXTS = (
    "name",
    "greet_as",
    "position",
    "company",
    "email",
    "phone",
    "link",
    "address",
    "how",
    "remarks",
)
REACHES = ("other_emails", "other_phones")
PREFERRED_WORDS = {"email": "e-mail address", "phone": "phone number"}
LISTS = {"past_companies": "; ", "tags": ", "}
"""The fields of several, and what stands between them: a company's name may have a comma in it."""


def sheet_of(contact: Contact) -> Sheet:
    """Returns a contact's fields, to be saved as they are changed."""

    def commit(shown: Values) -> Values | None:
        changed = _from(contact, shown)
        done = session.act(actions.save, changed, visit=session.visit())
        return _values(changed) if done else None

    return Sheet(f"network.contact.{contact.id}", _values(contact), commit)


def draw(reader: Reader, contact: Contact) -> None:
    """A contact's fields, links and asks."""
    st.subheader(plain(contact.name), anchor=False)
    _news(reader, contact)
    _asks(reader, contact)
    key = _key(contact)
    left, right = st.columns(2)
    name = text_about_others(left.text_input, "Name", key("name"))
    with left:
        greeting_field.draw(name or "", key("greet_as"))
    right.text_input(
        "How you know them", key=key("how"), placeholder="e.g. worked together at Nordwind"
    )
    text_about_others(left.text_input, "Position", key("position"))
    text_about_others(right.text_input, "Company", key("company"))
    how_well = "How well you know them"
    word_choice(st.pills, how_well, labels.HOW_WELL, key("how_well"), required=True)
    date_fields.draw_date_field(
        "Last in touch", key("last_contact"), zone=session.zone(), chips=date_fields.past_days()
    )
    acquaintances.draw(reader, contact)
    with st.expander("How to reach them"):
        _reach(contact)
    with st.expander("Earlier companies, tags, notes"):
        _more(contact)
    _twin(reader, contact)
    _rare(contact)


def draw_listed(reader: Reader, person: Acquaintance) -> None:
    """Draws somebody of the address book, who becomes a contact once they are used."""
    standing = reader.find(Contact, actions.contact_id(person.id))
    st.subheader(plain(person.name), anchor=False)
    if standing is not None:
        contact_lines.person_link(standing, "A contact by now: open", icon="person")
        return
    if place := contact_lines.place_words(person):
        st.markdown(plain(place))
    for label, words in _facts(person):
        st.markdown(f":gray[{label}]  \n{plain(words)}")
    callback_button(
        "Make them a contact",
        f"network.use.{person.id}",
        (_use, person.id),
        type="primary",
        icon="person_add",
    )
    st.caption(
        "As a contact you can say how well you know them and whom they know, and ask them for a "
        "good word."
    )


def _facts(person: Acquaintance) -> tuple[tuple[str, str], ...]:
    facts = (
        ("E-mail", reach_words(emails_of(person))),
        ("Phone", reach_words(phones_of(person))),
        ("Page", person.link),
        ("Address", person.address),
        ("Earlier", ", ".join(person.past_companies)),
        ("Other positions", ", ".join(person.other_positions)),
        ("Connected since", date_fields.field_words(person.connected_on)),
        ("Groups", ", ".join(person.labels)),
        ("Notes", person.remarks),
        ("From", person.source),
    )
    return tuple((label, words) for label, words in facts if words)


def _use(person_id: str) -> None:
    done = session.act(actions.use, person_id)
    if done is not None:
        st.query_params.from_dict({"contact": done.record_id})


def _news(reader: Reader, contact: Contact) -> None:
    listed = actions.news(reader, session.store().book.read(), contact.id)
    if listed is None:
        return
    with frame.line("lead-news"):
        st.markdown(
            f":material/update: The file you brought in says: "
            f"**{plain(contact_lines.place_words(listed))}**",
            width="stretch",
        )
        action_button("Take it over", f"network.news.{contact.id}", (actions.take_over, contact.id))


def _asks(reader: Reader, contact: Contact) -> None:
    asks = reader.where(Ask, contact_id=contact.id)
    for ask in asks:
        job = reader.find(Job, ask.job_id)
        if job is not None:
            words = f"{job.company}: {labels.STEP_WORDS[ask.step]}"
            navigation.link("network", words, icon=labels.STEP_SIGNS[ask.step], job=job.id)
    acquaintances.line_up(reader, contact, {ask.job_id for ask in asks})


def _reach(contact: Contact) -> None:
    key = _key(contact)
    left, right = st.columns(2)
    text_about_others(left.text_input, "E-mail", key("email"))
    text_about_others(right.text_input, "Phone", key("phone"))
    hint = "with a semicolon between, and what it is: {} (home)"
    for side, name, label, example in (
        (left, "other_emails", "Further e-mail addresses", "dana@home.example"),
        (right, "other_phones", "Further phone numbers", "555 0199"),
    ):
        text_about_others(side.text_input, label, key(name), placeholder=hint.format(example))
    _preferred(contact, "email", emails_of(contact))
    _preferred(contact, "phone", phones_of(contact))
    text_about_others(st.text_input, "LinkedIn or other page", key("link"), placeholder="https://")
    st.text_area("Postal address, for a card", key=key("address"), height=80)


def _preferred(contact: Contact, what: str, reaches: tuple[Reach, ...]) -> None:
    """Draws which of several addresses or numbers messages and calls go to."""
    if len(reaches) < 2:
        return
    words = {one.value: plain(reach_words([one])) for one in reaches}
    key = f"network.preferred.{what}.{contact.id}"
    st.session_state[key] = reaches[0].value
    word_choice(
        st.pills,
        f"Which {PREFERRED_WORDS[what]} comes first?",
        words,
        key,
        on_change=_prefer,
        args=(key, contact.id, what),
    )


def _prefer(key: str, contact_id: str, what: str) -> None:
    if chosen := st.session_state.get(key):
        session.act(actions.prefer, contact_id, what, chosen)


def _more(contact: Contact) -> None:
    key = _key(contact)
    st.text_input(
        "Earlier companies", key=key("past_companies"), placeholder="with a semicolon between"
    )
    st.text_input("Tags", key=key("tags"), placeholder="with a comma between")
    st.text_area("Notes", key=key("remarks"), height=100)


def _twin(reader: Reader, contact: Contact) -> None:
    """Draws the way to make one contact of two."""
    others = likely_twins(contact, reader.all(Contact))
    if not others:
        return
    with st.expander("Is this somebody you have twice?"):
        words = {one.id: _who(one) for one in others}
        key = f"network.twin.{contact.id}"
        chosen = word_choice(
            st.selectbox, "The same person as", words, key, index=None, placeholder="Choose a name"
        )
        st.caption(
            "What stands on this page stays. Everything else of the other one is added: addresses, "
            "numbers, notes, whom they know, and what you asked them."
        )
        action_button(
            "These two are one",
            f"{key}.merge",
            (contact_merging.merge, contact.id, chosen),
            disabled=not chosen,
            icon="merge",
        )


def _who(contact: Contact) -> str:
    place = contact_lines.place_words(contact)
    return f"{contact.name}, {place}" if place else contact.name


def _rare(contact: Contact) -> None:
    with st.container(horizontal=True):
        back = contact.archived_at is not None
        action_button(
            "Bring back" if back else "Archive",
            f"network.archive.{contact.id}",
            (actions.archive, contact.id),
            type="tertiary",
            icon="unarchive" if back else "archive",
            kwargs={"back": back},
        )
        callback_button(
            "Delete",
            f"network.delete.{contact.id}",
            (_delete, contact.id),
            type="tertiary",
            icon="delete",
        )


def _delete(contact_id: str) -> None:
    there = session.reader().find(Contact, contact_id) is not None
    if not there or session.act(actions.delete, contact_id) is not None:
        st.query_params.from_dict({"view": view_links.PEOPLE})


def _key(contact: Contact) -> Any:
    return lambda name: f"network.contact.{name}.{contact.id}"


def _values(contact: Contact) -> dict[str, Any]:
    key = _key(contact)
    values: dict[str, Any] = {key(name): getattr(contact, name) for name in TEXTS}
    values |= {key(name): sign.join(getattr(contact, name)) for name, sign in LISTS.items()}
    values |= {key(name): reach_words(getattr(contact, name)) for name in REACHES}
    return values | {
        key("how_well"): contact.how_well,
        key("last_contact"): date_fields.field_words(contact.last_contact),
    }


def _from(contact: Contact, shown: Values) -> Contact:
    """The contact as shown; a day that cannot be read leaves what was there."""
    key = _key(contact)
    texts: dict[str, Any] = {name: (shown[key(name)] or "").strip() for name in TEXTS}
    texts |= {name: read_reaches(shown[key(name)] or "") for name in REACHES}
    texts |= {name: _listed(contact, name, shown[key(name)] or "") for name in LISTS}
    return replace(
        contact,
        **texts,
        how_well=shown[key("how_well")] or 0,
        last_contact=date_fields.read_day_or_keep(
            shown[key("last_contact")], session.zone(), contact.last_contact
        ),
    )


def _listed(contact: Contact, name: str, words: str) -> tuple[str, ...]:
    kept: tuple[str, ...] = getattr(contact, name)
    if words == LISTS[name].join(kept):
        return kept
    parts_ = (part.strip() for part in words.split(LISTS[name].strip()))
    return tuple(dict.fromkeys(part for part in parts_ if part))
