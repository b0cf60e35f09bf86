"""The seven ways of each job: a row of signs, the reasons in words, a link to the next thing."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from lib.domain.jobs import Job
from lib.domain.progress.way_case import NextThing, Task
from lib.domain.progress.ways import Standing, Way, WayState, is_over
from lib.formats.printing import pictures
from lib.formats.printing.pictures import Sign
from lib.ui.core import navigation
from lib.ui.core.markdown_escape import plain
from lib.ui.progress.state import Progress
from lib.ui.shared import drawing, long_lists
from lib.ui.shared.labels import STATUSES

AT_ONCE = 6
NAMES = {
    Way.PLAN: ("Plan", "Decide the follow-up before the interview"),
    Way.NEXT_STEP: ("Step", "Confirm what is next before leaving"),
    Way.THANKS: ("Thanks", "Thank everyone, one by one, within three days"),
    Way.NEXT_CONTACT: ("Day", "Set a day for the next contact"),
    Way.PUNCTUAL: ("On time", "Be punctual"),
    Way.GOOD_WORD: ("Word", "Use the people you know"),
    Way.GRACE: ("Grace", "Be gracious when the answer is no"),
}
"""Of each way, below its sign and in full."""
STANDINGS = {
    Standing.DONE: ("check_circle", "done"),
    Standing.OPEN: ("radio_button_unchecked", "to do"),
    Standing.NOT_YET: ("more_horiz", "not yet"),
    Standing.MISSED: ("close", "missed"),
}
"""The symbol and the words of each standing."""
PAGES = {
    Task.ADD_INTERVIEW: ("interviews", "job"),
    Task.FILL_WORKSHEET: ("strategy", "interview"),
    Task.FILL_CHECKLIST: ("debrief", "interview"),
    Task.SEND_NOTE: ("notes", "note"),
    Task.DO_FOLLOW_UP: ("today", "follow_up"),
    Task.FIND_GOOD_WORD: ("network", "job"),
    Task.OPEN_ANSWER: ("outcome", "job"),
}
"""The page on which each task is done, and the part of its address that names the record."""


def draw(of: Progress) -> None:
    """A row for each job, those that are over last."""
    st.subheader("The seven ways", anchor=False)
    st.caption(" · ".join(f":material/{sign}: {words}" for sign, words in STANDINGS.values()))
    long_lists.draw(of.boards, _row, key="progress.more", at_once=AT_ONCE)


def next_thing(states: Iterable[WayState]) -> NextThing | None:
    """What to do next for a job: the first way that is open, else whatever can still be mended."""
    ranked = sorted(states, key=lambda one: one.standing is not Standing.OPEN)
    return next((one.then for one in ranked if one.then is not None), None)


def _row(board: tuple[Job, tuple[WayState, ...]]) -> None:
    job, states = board
    with st.container(key=f"row-ways-{job.id}", gap="xsmall"):
        left, right = st.columns([3, 4], vertical_alignment="center")
        with left:
            stands = "archived" if job.archived_at else STATUSES[job.status][1]
            over = f" · {stands}" if is_over(job) else ""
            st.markdown(f"**{plain(job.company)}**  \n:gray[{plain(job.role)}{over}]")
            if then := next_thing(states):
                _link(then)
        with right:
            signs = [Sign(NAMES[one.way][0], one.standing.value, _in_words(one)) for one in states]
            drawn = pictures.signs(f"The seven ways at {job.company}", signs)
            drawing.show(drawn, key=f"progress.signs.{job.id}")
        with st.expander("In words", key=f"progress.words.{job.id}", type="compact"):
            for one in states:
                _way(one)


def _in_words(one: WayState) -> str:
    return f"{NAMES[one.way][1]}: {STANDINGS[one.standing][1]}, {one.reason}"


def _way(one: WayState) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        sign, stands = STANDINGS[one.standing]
        words = f"{stands}, {plain(one.reason)}"
        st.markdown(f":material/{sign}: **{NAMES[one.way][1]}**  \n:gray[{words}]", width="stretch")
        if one.then is not None:
            _link(one.then)


def place_of(then: NextThing) -> tuple[str, dict[str, str]]:
    """Returns the page on which that is done, and its address."""
    page, name = PAGES[then.task]
    address = {name: then.record_id}
    if then.task is Task.ADD_INTERVIEW:
        address["add"] = "interview"
    return page, address


def _link(then: NextThing) -> None:
    page, address = place_of(then)
    navigation.link(page, then.label, icon="chevron_right", **address)
