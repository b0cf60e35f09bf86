"""The figures of the progress page: a finding in words, a picture of it, the table behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from lib.domain.followups.followup import Punctuality
from lib.domain.jobs import JobStatus
from lib.domain.progress.figures import Funnel, of_all
from lib.domain.progress.punctuality import Month, PromiseRecord, Turned
from lib.formats.printing import pictures
from lib.formats.printing.pictures import Column, Row
from lib.ui.core.markdown_escape import count, plain
from lib.ui.progress.state import Progress
from lib.ui.shared import date_words, drawing, labels, long_lists
from lib.ui.shared.labels import STATUSES

TABLE = "The table behind it"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OUTCOMES = {
    Punctuality.KEPT: ("check_circle", "kept"),
    Punctuality.LATE: ("schedule", "late"),
    Punctuality.MISSED: ("close", "missed"),
    Punctuality.PENDING: ("more_horiz", "to keep"),
}
RUNNING = (JobStatus.INTERVIEWING, JobStatus.OFFER)
TIMES = ("within a day", "within two days", "within three days", "later", "not at all")
ROUND_NAMES = ("first round", "second round", "third round")


def promises(record: PromiseRecord) -> None:
    """How many were kept, over the months, in a row, and what tends to be late."""
    st.subheader("Your promises", anchor=False)
    if not record.promises:
        st.caption(
            "Nothing promised yet. What you promise in an interview, and the days that your notes "
            "name, are counted here once they come due."
        )
        return
    kept, counted = record.tally.kept, record.tally.counted
    if counted:
        _finding(
            f"{of_all(kept, counted, 'promise')} {'was' if counted == 1 else 'were'} kept on time"
        )
    else:
        _finding(f"{count(len(record.promises), 'promise')} to keep, and none has come due yet")
    _over_the_months(record)
    st.markdown("  \n".join(_about(record)))
    with st.expander(TABLE, key="progress.promises.table", type="compact"):
        if counted:
            _table(("Month", "Kept", "Late", "Missed"), map(_month_row, record.months))
        with st.container(gap="xsmall", key="progress.promises.each"):
            long_lists.draw(
                record.promises[::-1], _promise, key="progress.promises.more", at_once=10
            )


def _over_the_months(record: PromiseRecord) -> None:
    """The months side by side, as soon as there are two of them."""
    shown = list(record.months)
    while shown and not shown[0].counted:
        shown.pop(0)
    if len(shown) < 2:
        return
    given = [Column(f"{one.first:%b}", one.kept, one.late + one.missed) for one in shown]
    legend = "kept on time", "late or missed"
    drawing.show(
        pictures.columns("Promises by month", given, legend), key="progress.promises.chart"
    )


def _about(record: PromiseRecord) -> Iterable[str]:
    if record.trend:
        yield plain(f"{record.trend}.")
    if record.longest > 1:
        now = f", and {record.running} in a row now" if 1 < record.running < record.longest else ""
        now = ", and it is still on" if record.running == record.longest else now
        yield f"Longest run: **{record.longest} kept in a row**{now}."
    if late := " and ".join(_late(record)):
        yield f"Late most often: {plain(late)}."


def _late(record: PromiseRecord) -> Iterable[str]:
    if record.late_kind:
        kind, (late, of) = record.late_kind
        yield f"{labels.FOLLOW_UPS[kind][1]} ({late} of {of})"
    if record.late_weekday:
        weekday, (late, of) = record.late_weekday
        yield f"what was due on a {WEEKDAYS[weekday]} ({late} of {of})"


def _month_row(month: Month) -> tuple[str, ...]:
    return f"{month.first:%b %Y}", str(month.kept), str(month.late), str(month.missed)


def _promise(one: Turned) -> None:
    icon, word = OUTCOMES[one.outcome]
    follow_up = one.follow_up
    moved = f" · moved from {date_words.day_words(one.first.day)}" if one.moved else ""
    who = f" · {follow_up.who}" if follow_up.who else ""
    words = plain(f"{follow_up.what}{who} · {date_words.day_words(one.agreed.day)}{moved}")
    st.markdown(f":material/{icon}: **{word}** · {words}")


def jobs(came_to: Funnel) -> None:
    """Draws how the jobs stand, and how far they came."""
    st.subheader("Your jobs", anchor=False)
    running = sum(came_to.by_status[one] for one in RUNNING)
    verb = "is" if came_to.jobs == 1 else "are"
    stand = [
        Row(STATUSES[status][1], number, status is JobStatus.INTERVIEWING)
        for status, number in came_to.by_status.items()
        if number
    ]
    reached = [Row(*one) for one in zip(ROUND_NAMES, came_to.reached, strict=True)]
    _chart(f"{of_all(running, came_to.jobs, 'job')} {verb} still running", stand, "progress.jobs")
    second = of_all(came_to.reached[1], came_to.jobs, "job")
    _chart(f"{second} came to a second round", reached, "progress.rounds")
    _counts(("Jobs", "How many"), [*stand, *reached], "progress.jobs.table")


def notes(of: Progress) -> None:
    """Draws how soon they went out, and says what came back."""
    st.subheader("Your notes", anchor=False)
    if not of.times.counted:
        st.caption(
            "How soon your thank-you notes went out is shown here once the first one is sent."
        )
    else:
        soon = TIMES[:3]
        given = [
            Row(label, number, label in soon) for label, number in zip(TIMES, of.times, strict=True)
        ]
        _chart(of.times.finding(), given, "progress.notes")
        _counts(("Sent", "Notes"), given, "progress.notes.table")
    if words := _answers(of):
        st.markdown("  \n".join(words))


def _answers(of: Progress) -> list[str]:
    found = []
    days, rests_on = of.replies
    if days is not None and rests_on == 1:
        found.append(f"They answered once so far, after {_days(days)}.")
    elif days is not None:
        found.append(f"Half of their {rests_on} answers came within {_days(days)}.")
    if of.check_ins.sent:
        found.append(
            f"{count(of.check_ins.sent, 'check-in')} sent, {of.check_ins.answered} answered."
        )
    return [plain(one) for one in found]


def _days(days: float) -> str:
    return count(round(days), "day") if days >= 1 else "less than a day"


def _chart(finding: str, given: Sequence[Row], key: str) -> None:
    _finding(finding)
    drawing.show(pictures.rows(finding, given), key=f"{key}.chart")


def _counts(head: Sequence[str], given: Sequence[Row], key: str) -> None:
    with st.expander(TABLE, key=key, type="compact"):
        _table(head, [(one.label, str(one.number)) for one in given])


def _finding(words: str) -> None:
    st.markdown(f"#### {plain(words)}", anchors=False)


def _table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    rule = ["---", *["--:"] * (len(head) - 1)]
    written = [map(plain, head), rule, *(map(plain, line) for line in lines)]
    st.markdown("\n".join(f"| {' | '.join(line)} |" for line in written))
