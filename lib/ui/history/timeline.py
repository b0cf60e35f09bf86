"""A job's history on the page: what is to come, what happened, and a line added by hand."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from itertools import count
from pathlib import Path

import streamlit as st

from lib.actions import employer_contact as actions
from lib.actions.job_records import OF_JOBS, records_of
from lib.domain.english import DateStyle, English, short_day
from lib.domain.history.job_history import About, JobHistory, Line, LineKind, history, latest
from lib.domain.jobs import Job
from lib.formats.printing import history_text
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.core.markdown_escape import plain
from lib.ui.history import add_line
from lib.ui.shared import date_words, frame, job_menus, labels
from lib.ui.shared.controls import callback_button, download_button, draw_menu

COMING, AT_ONCE = 3, 25
"""How many lines are drawn of what is to come, and of what happened, before more is asked for."""
DATE_WIDTH, SIGN_WIDTH = 96, 24
REMOVE = "Remove this line"
SIGNS = {
    LineKind.INTERVIEW: "forum",
    LineKind.SENT: "send",
    LineKind.PROMISED: "handshake",
    LineKind.KEPT: "check_circle",
    LineKind.LATE: "schedule",
    LineKind.MOVED: "event_repeat",
    LineKind.MISSED: "cancel",
    LineKind.LET_GO: "block",
    LineKind.DONE: "check",
    LineKind.THEY_SAID: "format_quote",
    LineKind.DAY_PASSED: "hourglass_bottom",
    LineKind.HEARD: "call_received",
    LineKind.OWN: "edit",
    LineKind.GOOD_WORD: "record_voice_over",
    LineKind.OUTCOME: "flag",
    LineKind.PLANNED: "event",
    LineKind.OVERDUE: "priority_high",
    LineKind.THEIR_DAY: "hourglass_empty",
}
INKS = {
    LineKind.KEPT: "green",
    LineKind.LATE: "orange",
    LineKind.MISSED: "red",
    LineKind.OVERDUE: "red",
    LineKind.DAY_PASSED: "orange",
}
LEADS_TO = {
    About.INTERVIEW: ("interviews", "interview"),
    About.CHECKLIST: ("debrief", "interview"),
    About.FOLLOW_UP: ("calendar", "follow_up"),
    About.NOTE: ("notes", "note"),
    About.GOOD_WORD: ("network", "job"),
    About.ANSWER: ("outcome", "job"),
}
STYLE = Path(__file__).with_name("history.css")


def likeliest(reader: Reader) -> Job | None:
    """Returns the job about which something happened last, if there is one.

    An archived one only if there is no other.
    """
    given = session.this_minute(), session.zone()
    found = reader.derived(_likeliest, of=OF_JOBS, given=given)
    return reader.find(Job, found)


def _likeliest(reader: Reader, now: datetime, zone: str) -> str:
    jobs = reader.all(Job)
    active = [one for one in jobs if one.archived_at is None]
    style = DateStyle(English.AMERICAN)
    histories = (
        history(records_of(reader, one), now=now, zone=zone, style=style) for one in active or jobs
    )
    found = latest(histories)
    return found.job.id if found else ""


def of_job(reader: Reader, job: Job) -> JobHistory:
    """The history of that job as it stands now."""
    return history(
        records_of(reader, job), now=session.now(), zone=session.zone(), style=session.date_style()
    )


def empty() -> None:
    """What the page says before there is a job."""
    st.write(
        "Everything that happens about a job stands here, day by day: interviews, notes, "
        "promises, what they said and when they called. There is no job yet."
    )
    navigation.link("interviews", "Add an interview", icon="add", add="interview")


def draw(reader: Reader, of: JobHistory) -> None:
    """What is to come first, as a short list; then everything that happened, the newest last."""
    st.html(STYLE)
    _draw_job(reader, of.job)
    _to_come(of)
    _ways(of)
    with st.container(key="history.column", gap=None):
        _past(of)


def _draw_job(reader: Reader, job: Job) -> None:
    archived = " · :material/inventory_2: archived" if job.archived_at else ""
    sign, words = labels.STATUSES[job.status]
    stands = f" · :gray[:material/{sign}: {words}{archived}]"
    job_menus.draw_job_line(reader, job, "history", stands, archived=True)


def _to_come(of: JobHistory) -> None:
    with st.container(key="card-history-coming"):
        st.markdown("**Still to come**")
        if of.job.archived_at:
            st.caption("This job is archived: nothing of it stands on Today or on the calendar.")
        elif not of.to_come:
            st.caption("Nothing is open for this job.")
        for i, line in enumerate(of.to_come[:COMING]):
            with st.container(horizontal=True, key=f"history.row.coming.{i}"):
                _line(line, date_words.due_words(line.when))
        rest = len(of.to_come) - COMING
        if rest > 0:
            with st.container(key="history.calendar"):
                navigation.link("calendar", f"{rest} more on the calendar", icon="calendar_month")


def _ways(of: JobHistory) -> None:
    with frame.line("history.ways"):
        add_line.draw(of.job)
        if not of.job.archived_at:
            navigation.link("today", "They were in touch", icon="call_received", heard=of.job.id)
        for label, icon, ending, make in (
            ("Print", "print", "html", history_text.page_html),
            ("Markdown", "download", "md", history_text.markdown),
        ):
            download_button(
                label,
                f"history.file.{ending}",
                partial(make, of),
                history_text.file_name(of, ending),
                type="tertiary",
                icon=icon,
            )


def _past(of: JobHistory) -> None:
    """The last lines, by month; a button above them brings earlier ones."""
    key = f"history.drawn.{of.job.id}"
    first = max(0, len(of.past) - st.session_state.get(key, AT_ONCE))
    if not of.past:
        st.caption(
            "Nothing has happened yet. Interviews, notes and promises come here by themselves."
        )
    if first:
        callback_button(
            f"Show {min(first, AT_ONCE)} earlier", "history.earlier", (_show_earlier, key)
        )
    day: date | None = None
    place = count(first)
    for month, lines in history_text.by_month(of.past[first:]):
        st.subheader(month, anchor=False)
        for line in lines:
            _row(line, next(place), fresh=line.when.day != day)
            day = line.when.day


def _show_earlier(key: str) -> None:
    st.session_state[key] = st.session_state.get(key, AT_ONCE) + AT_ONCE


def _row(line: Line, place: int, *, fresh: bool) -> None:
    """One line; its day stands beside the first of that day."""
    day = f":small[{_day_words(line.when.day)}]" if fresh else "\u200b"
    with st.container(horizontal=True, key=f"history.row.{'day.' if fresh else ''}{place}"):
        st.markdown(day, width=DATE_WIDTH)
        _line(line, _clock_words(line))
        if line.about is About.EVENT:
            draw_menu(
                "",
                f"history.menu.{line.record_id}",
                {REMOVE: (session.act, actions.remove_contact, line.record_id)},
                type="tertiary",
                icon="more_horiz",
                help=REMOVE,
            )


def _day_words(day: date) -> str:
    """Returns "Thu, Nov 19", with "today" or "yesterday"; the heading above has the year."""
    is_near = abs((session.today() - day).days) <= 1
    near = date_words.day_words(day) if is_near else ""
    words = short_day(day, session.english())
    return f"**{words}**" + (f"  \n:gray[{near}]" if near else "")


def _clock_words(line: Line) -> str:
    clock = line.when.clock
    return "" if clock is None else session.date_style().clock(clock)


def _line(line: Line, when: str) -> None:
    """Symbol and words, and below them its kind, when it was or is due, and more."""
    ink = INKS.get(line.kind, "gray")
    st.markdown(f":{ink}[:material/{SIGNS[line.kind]}:]", width=SIGN_WIDTH)
    with st.container(gap=None):
        if line.about in LEADS_TO:
            page, name = LEADS_TO[line.about]
            navigation.link(page, line.words, **{name: line.record_id})
        else:
            st.markdown(plain(line.words))
        rest = plain(" · ".join(part for part in (when, line.more) if part))
        st.markdown(f":small[:{ink}[**{line.kind.value}**]{f' :gray[· {rest}]' if rest else ''}]")
