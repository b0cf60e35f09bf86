"""The ways to send one note: mail, post, LinkedIn, phone. The app sends none itself."""

from __future__ import annotations

from datetime import date

import streamlit as st

from lib.actions.people import recipient_of
from lib.domain.answers import JobEvent
from lib.domain.dates.post import InTime, Posting, posting
from lib.domain.debriefs import Debrief
from lib.domain.followups.followup import FollowUp
from lib.domain.followups.their_day import decision_day, their_day
from lib.domain.interviews import Interview, Interviewer
from lib.domain.notes import Channel, Note
from lib.formats import sending
from lib.formats.printing import cards
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import date_words, labels
from lib.ui.shared.controls import download_button

NEEDED = {
    Channel.EMAIL: ("email", "e-mail address"),
    Channel.CARD: ("address", "postal address"),
    Channel.LINKEDIN: ("link", "LinkedIn page"),
    Channel.INVITATION: ("link", "LinkedIn page"),
    Channel.PHONE: ("phone", "phone number"),
}
"""Which field of a person each channel needs, and what it is called."""
LINKEDIN = "https://www.linkedin.com/messaging/compose/"


def draw(reader: Reader, note: Note, *, ready: bool) -> None:
    """What leads out for that note's channel, the likeliest way first; always the text to copy."""
    person = recipient_of(reader, note)
    if note.channel is Channel.CARD:
        _by_post(reader, note, person)
    elif note.channel is Channel.PHONE:
        _by_phone(person, ready=ready)
    elif note.channel in (Channel.LINKEDIN, Channel.INVITATION):
        _on_linkedin(person, ready=ready)
    else:
        _by_mail(reader, note, person, ready=ready)
    _copy(note)


def missing(reader: Reader, note: Note) -> None:
    """What is not known yet that this channel needs, and the way to enter it."""
    person = recipient_of(reader, note)
    field, words = NEEDED[note.channel]
    if person is not None and not getattr(person, field).strip():
        st.caption(f"No {words} is entered for {plain(labels.person_words(person))} yet.")
        if note.contact_id:
            navigation.link("network", "Enter it", icon="edit", contact=note.contact_id)
        else:
            navigation.link(
                "interviews", "Enter it", icon="edit", **_where_they_stand(reader, note)
            )


def _where_they_stand(reader: Reader, note: Note) -> dict[str, str]:
    """Returns the address of the page where the note's reader is entered."""
    rounds = reader.where(Interview, job_id=note.job_id)
    met_in = [one.id for one in rounds if note.interviewer_id in one.interviewer_ids]
    interview_id = note.interview_id or (met_in[-1] if met_in else "")
    return {"interview": interview_id} if interview_id else {"job": note.job_id}


def on_the_card(reader: Reader, note: Note) -> None:
    """A card as its lines fall when it is written by hand, and when it has to be in the post."""
    with st.container(key="card-lines"):
        st.text("\n".join(cards.card_lines(note.text.body)))
    if words := post_words(reader, note):
        st.caption(f":material/local_post_office: {plain(words)}")


def post_words(reader: Reader, note: Note) -> str:
    """When the card is to be posted, when it arrives, and whether that is before they decide."""
    follow_up = reader.find(FollowUp, note.follow_up_id)
    if follow_up is None:
        return ""
    decided = _decided_on(reader, note)
    posted_on = follow_up.due.day
    found = posting(posted_on, decided, session.workdays())
    days = (posted_on, found.arrives_first, found.arrives_last)
    post_by, first, last = map(date_words.day_words, days)
    arrives = f"In the post by {post_by}, it is there {first} locally, by {last} further away."
    return f"{arrives} {_in_time(found, date_words.day_words(decided))}" if decided else arrives


def _decided_on(reader: Reader, note: Note) -> date | None:
    """The day on which they decide, as it stands now."""
    debrief = reader.find(Debrief, note.interview_id)
    interview = reader.find(Interview, note.interview_id)
    if debrief is None or interview is None:
        return None
    return decision_day(debrief, their_day(debrief, interview, reader.all(JobEvent)))


def _in_time(found: Posting, decided: str) -> str:
    if found.in_time is InTime.YES:
        return f"They decide {decided}: in time."
    if found.in_time is InTime.LOCALLY:
        return (
            f"They decide {decided}: in time if it stays in town. Otherwise send an e-mail as well."
        )
    return f"They decide {decided}, before it arrives: send an e-mail as well."


def _by_mail(reader: Reader, note: Note, person: Interviewer | None, *, ready: bool) -> None:
    to = person.email if person else ""
    url = sending.mailto_url(to, note.text)
    if url is not None:
        st.link_button(
            "Send with my mail program",
            url,
            type="primary",
            disabled=not ready,
            icon=":material/send:",
        )
    with st.popover("Other ways"):
        if url is None:
            st.caption("This note is too long for a mail link. Take the file, or copy the text.")
        st.link_button("Gmail in the browser", sending.gmail_url(to, note.text), disabled=not ready)
        st.link_button(
            "Outlook in the browser", sending.outlook_url(to, note.text), disabled=not ready
        )
        download_button(
            "A file for my mail program (.eml)",
            f"notes.eml.{note.id}",
            sending.eml_draft(session.profile(), to, note.text),
            sending.eml_file_name(labels.reader_words(reader, note)),
            disabled=not ready,
        )


def _by_post(reader: Reader, note: Note, person: Interviewer | None) -> None:
    address = person.address if person else ""
    download_button(
        "Card to copy by hand (6×4 in)",
        f"notes.card.{note.id}",
        cards.card_html(note.text, reader_address=address),
        "card.html",
        type="primary",
        icon="print",
    )
    download_button(
        "The same in large type",
        f"notes.copy.{note.id}",
        cards.copy_sheet_html(note.text, reader_address=address, post_by=post_words(reader, note)),
        "card-in-large-type.html",
        icon="format_size",
    )


def _by_phone(person: Interviewer | None, *, ready: bool) -> None:
    url = sending.tel_url(person.phone) if person else None
    if person is not None and url is not None:
        st.link_button(
            f"Call {plain(person.phone)}",
            url,
            type="primary",
            disabled=not ready,
            icon=":material/call:",
        )


def _on_linkedin(person: Interviewer | None, *, ready: bool) -> None:
    entered = person.link.strip() if person else ""
    link = entered if entered.startswith(("https://", "http://")) else ""
    st.link_button(
        "Open their LinkedIn page" if link else "Open LinkedIn",
        link or LINKEDIN,
        type="primary",
        disabled=not ready,
        icon=":material/open_in_new:",
        help="Copy the text first: LinkedIn takes none from outside.",
    )


def _copy(note: Note) -> None:
    with st.popover("Copy", icon=":material/content_copy:"):
        st.caption("Use the sign in the corner, or select the text.")
        if note.text.subject:
            st.code(note.text.subject, language=None, wrap_lines=True)
        st.code(note.text.body, language=None, wrap_lines=True)
