"""The first screenful of the progress page: where I stand, in a few lines of words with numbers."""

from __future__ import annotations

import streamlit as st

from lib.domain.english import with_stop
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.progress.figures import Quiet, Silence, owing
from lib.domain.progress.way_case import doing
from lib.store.repository import Reader
from lib.ui.core import navigation
from lib.ui.core.markdown_escape import count, plain
from lib.ui.progress.seven_ways import place_of
from lib.ui.progress.state import Progress
from lib.ui.shared import date_words, job_menus
from lib.ui.shared.controls import page_button

MOST_SILENT, MOST_NAMED = 2, 2
"""How many silent jobs have a line of their own, and how many names stand in one line."""


def empty() -> None:
    """What will stand here, and what to do for it."""
    with st.container(key="lead-progress"):
        st.markdown(
            "Here you will see where you stand: what you owe and who owes you, how many promises "
            "you kept on time, how soon your notes went out, and how the seven ways of following "
            "through stand for each job. It fills by itself as you write interviews down and keep "
            "what you promised."
        )
        add = {"add": "interview"}
        page_button("Add an interview", "progress.add", "interviews", add, icon="add")


def draw(reader: Reader, of: Progress) -> None:
    """What I owe, who owes me, who went silent, whom I could ask, and what went well."""
    _mine(of)
    with st.container(key="progress.lines", gap=None):
        _theirs(reader, of)
        for one in of.silent[:MOST_SILENT]:
            _silent(reader, one)
        _more_silent(of)
        _could_ask(of)
        if of.well:
            _line("thumb_up", f"**Going well:** {plain('; '.join(of.well))}.", "well")


def _mine(of: Progress) -> None:
    owe, soon = owing(of.agenda), len(of.agenda.next_seven_days)
    with st.container(key="lead-progress", horizontal=True, vertical_alignment="center"):
        if not owe.things:
            coming = f" {count(soon, 'thing')} in the next seven days." if soon else ""
            st.markdown(f"**You owe nobody anything today.**{coming}", width="stretch")
            navigation.link("today", "See Today", icon="wb_sunny")
            return
        more = f" {count(owe.things, 'thing')}" if owe.things != owe.people else ""
        late = f", :red[**{owe.overdue} overdue**]" if owe.overdue else " today"
        st.markdown(
            f"**You owe {count(owe.people, 'person', 'people')}{more}**{late}.", width="stretch"
        )
        page_button("Go to Today", "progress.today", "today", {}, icon="wb_sunny")


def _line(sign: str, words: str, key: str, *target: str, **address: str) -> None:
    """One line, with the link to what can be done about it: a page and the words of the link."""
    with st.container(key=f"row-progress-{key}"):
        text, way = (
            st.columns([5, 2], vertical_alignment="center") if target else (st.container(), None)
        )
        text.markdown(f":material/{sign}: {words}")
        if way is not None:
            with way:
                navigation.link(*target, icon="chevron_right", **address)


def _theirs(reader: Reader, of: Progress) -> None:
    """Those who still have time; the others are silent, and have a line of their own."""
    silent = {one.job_id for one in of.silent}
    rows = [one for one in job_menus.owed_to_me(reader) if one.job_id not in silent]
    each = [
        f"{reader.get(Job, one.job_id).company} by {date_words.day_words(one.by)}" for one in rows
    ]
    words = f"**{len(each)} {'owes' if len(each) == 1 else 'owe'} you:** {plain(_listed(each))}."
    if each:
        _line("hourglass_empty", words, "theirs", "today", "See Today")


def _silent(reader: Reader, one: Silence) -> None:
    day = date_words.day_words(one.since)
    why = {
        Quiet.ASKED: f"you asked {day}, and no answer came yet",
        Quiet.THEIR_DAY: f"the day they gave was {day}",
        Quiet.CHECK_IN: f"checking in was due {day}",
    }[one.why]
    words = f"**{plain(reader.get(Job, one.job_id).company)}** is silent: {plain(why)}."
    key = f"silent-{one.job_id}"
    if one.check_in is None:
        _line("volume_off", words, key, "interviews", "See the job", job=one.job_id)
        return
    label = "Check in once more" if one.why is Quiet.ASKED else "Check in"
    notes = reader.where(Note, follow_up_id=one.check_in.id)
    page, address = place_of(doing(notes, one.check_in, label))
    _line("volume_off", words, key, page, label, **address)


def _more_silent(of: Progress) -> None:
    more = len(of.silent) - MOST_SILENT
    if more > 0:
        words = f"{count(more, 'more job')} without a word."
        _line("volume_off", words, "silent", "today", "See Today")


def _could_ask(of: Progress) -> None:
    if not of.could_ask:
        return
    names = _listed([job.company for job in of.could_ask])
    words = f"**Nobody was asked yet** to put in a good word at {plain(with_stop(names))}"
    first = of.could_ask[0]
    _line("record_voice_over", words, "ask", "network", "See who could help", job=first.id)


def _listed(names: list[str]) -> str:
    """ "A, B and 3 more"."""
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
