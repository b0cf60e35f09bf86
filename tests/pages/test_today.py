"""Today: what is owed, in the order in which it presses, and what can be done with it at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from lib.actions import jobs
from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief
from lib.domain.followups.changes import Until
from lib.domain.followups.check_ins import asks_how_it_stands
from lib.domain.followups.followup import FollowUp, Kind, Promise, State
from lib.domain.interviews import Interview
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Note, NoteKind
from lib.store.repository import Store
from lib.ui.today import agenda_rows
from tests.actions.conftest import DANA, INTERVIEW, JOB, NOW, PRIYA, ZONE, Panel, content
from tests.narrowing import not_none
from tests.pages.conftest import SAM, put
from tests.pages.screen import choose, links, opened, press, said, shown, widget

TODAY = date(2026, 11, 19)
COMING = Interview(
    id="interview-coming",
    job_id=JOB.id,
    day=date(2026, 11, 24),
    clock=time(14),
    zone=ZONE,
    place="Quay 3",
)


def owe(store: Store, id: str, due: Due, *, promised: bool = False) -> FollowUp:
    """Something of my own that is due then."""
    promise = Promise(made_at=NOW - timedelta(days=3), first=due, agreed=due) if promised else None
    one = FollowUp(
        id=id, kind=Kind.CALL, what=f"Call about {id}", who="Wen", due=due, promise=promise
    )
    put(store, SAM, one)
    return store.read().get(FollowUp, id)


def kept(store: Store, id: str) -> FollowUp:
    return store.read().get(FollowUp, id)


def rows(at: AppTest) -> list[str]:
    """The ids of the rows on the page, from top to bottom."""
    return [
        not_none(one.key).removeprefix("row-owed-")
        for one in at.container
        if (one.key or "").startswith("row-owed-")
    ]


def heads(at: AppTest) -> list[str]:
    return [one.value for one in at.subheader]


def day(days: int) -> Due:
    return Due(TODAY + timedelta(days=days), None, ZONE)


def test_an_empty_today_has_two_ways_on(store: Store) -> None:
    at = opened("today")

    assert "Start with the interview you had, or have next." in said(at)
    assert at.button(key="today.add").label == "Add an interview"
    assert at.button(key="today.example").label == "Look around with example data"
    assert shown(at.title[0].value) == "Thursday, November 19, 2026"


def test_adding_an_interview_leads_to_the_form(store: Store) -> None:
    at = press(opened("today"), "today.add")

    assert shown(at.title[0].value) == "Add an interview"
    assert at.query_params == {"add": "interview"}


def test_overdue_stands_before_today_and_today_before_the_next_seven_days(store: Store) -> None:
    owe(store, "later", day(8))
    owe(store, "soon", day(7))
    owe(store, "tonight", Due(TODAY, time(18), ZONE))
    owe(store, "whole", day(0))
    owe(store, "morning", Due(TODAY, time(9), ZONE))
    owe(store, "yesterday", day(-1))

    at = opened("today")

    assert heads(at) == ["Overdue", "Today", "Next 7 days", "Later on"]
    assert rows(at) == ["yesterday", "morning", "tonight", "whole", "soon", "later"]
    assert "Later (1) and hidden (0)" in said(at)


def test_a_row_says_what_for_whom_why_and_how_late(written: Panel) -> None:
    call = written.follow_up(Kind.CALL)
    put(written.store, replace(call, due=Due(TODAY, time(10), ZONE)))

    at = opened("today")

    row = at.get_by_key(f"row-owed-{call.id}")
    assert "**Call, about the start date** · Priya Raman" in row.markdown[0].value.replace("\\", "")
    assert "Harbor & Vale, panel · you promised · today 10 a.m." in said(at)
    assert ":red[**2 h late**]" in said(at)


def test_at_the_same_moment_a_promise_stands_before_a_plan(store: Store) -> None:
    owe(store, "a-plan", day(1))
    owe(store, "b-promise", day(1), promised=True)

    assert rows(opened("today")) == ["b-promise", "a-plan"]


def test_when_nothing_is_due_soon_it_says_so(panel: Panel) -> None:
    at = opened("today")

    assert "Nothing is due in the next seven days. You owe nobody anything." in said(at)


def test_done_takes_the_row_away_and_can_be_undone(store: Store) -> None:
    owe(store, "call", day(0))
    at = press(opened("today"), "today.done.call")
    assert rows(at) == []
    assert kept(store, "call").done_at == NOW
    assert "Done: Call about call, Wen" in said(at)

    at = press(at, f"frame.undo.{store.entries(1)[0].id}")

    assert rows(at) == ["call"]
    assert kept(store, "call").done_at is None


def test_done_earlier_is_done_at_that_moment(store: Store) -> None:
    owe(store, "call", day(0), promised=True)
    at = choose(opened("today"), "today.menu.call", agenda_rows.DETAILS)
    widget(at, "followup.earlier.call").set_value(datetime(2026, 11, 18, 16, 15))  # noqa: DTZ001

    at = press(at, "followup.earlier.call.set")

    assert kept(store, "call").done_at == datetime(2026, 11, 18, 21, 15, tzinfo=UTC)
    assert not at.query_params
    assert "Promises kept on time: 1 of 1" in said(at)


def test_done_on_a_note_s_row_counts_its_note_as_sent(written: Panel) -> None:
    thanks = written.follow_up(Kind.THANK_YOU, DANA)

    press(opened("today"), f"today.done.{thanks.id}")

    assert written.note(DANA).sent_at == NOW


@pytest.mark.parametrize(
    ("until", "back"),
    [
        (Until.TOMORROW, datetime(2026, 11, 20, 13, tzinfo=UTC)),
        (Until.NEXT_WORKDAY, datetime(2026, 11, 20, 13, tzinfo=UTC)),
        (Until.A_DAY, NOW + timedelta(days=1)),
    ],
)
def test_later_hides_the_row_and_never_moves_it(store: Store, until: Until, back: datetime) -> None:
    before = owe(store, "call", day(-1), promised=True)

    at = choose(opened("today"), "today.menu.call", agenda_rows.LATER_WORDS[until])

    hidden = kept(store, "call")
    assert hidden.hidden_until == back
    assert (hidden.due, hidden.promise) == (before.due, before.promise)
    assert heads(at) == ["Hidden for now"]
    assert "Later (0) and hidden (1)" in said(at)


def test_what_is_let_go_leaves_today(store: Store) -> None:
    owe(store, "call", day(0))

    at = choose(opened("today"), "today.menu.call", agenda_rows.LET_GO)

    assert kept(store, "call").state(NOW) is State.CLOSED
    assert rows(at) == []


def test_a_row_with_a_note_leads_to_the_note_and_one_without_opens_its_panel(
    written: Panel,
) -> None:
    check_in = written.follow_up(Kind.PREPARE)

    at = opened("today")

    assert ("Open", f"note={written.note(PRIYA).id}") in links(at)
    at = press(at, f"today.open.{check_in.id}")
    assert at.query_params == {"follow_up": check_in.id}
    assert "After Harbor & Vale, panel, today 10 a.m." in said(at)


def test_a_promised_call_gets_its_script_with_one_press_and_keeps_it(written: Panel) -> None:
    call = written.follow_up(Kind.CALL)

    at = press(opened("today"), f"today.script.{call.id}")

    (script,) = written.store.read().where(Note, follow_up_id=call.id)
    assert (script.kind, script.channel) == (NoteKind.CALL, Channel.PHONE)
    assert at.query_params == {"note": script.id}
    assert "start date" in script.text.body
    assert ("Script", f"note={script.id}") in links(opened("today"))


def test_an_interview_that_ended_comes_first_with_the_way_to_its_checklist(panel: Panel) -> None:
    owe(panel.store, "call", day(-1))
    at = opened("today")
    words = said(at)
    assert "**Just ended: Harbor & Vale, panel**  \n1 h ago · 3 people" in words
    assert words.index("Just ended") < words.index("Call about call")

    at = press(at, "today.write")

    assert shown(at.title[0].value) == "How did it go?"
    assert at.query_params == {"interview": INTERVIEW.id}


def test_the_one_that_ended_last_is_large_and_the_others_are_links(panel: Panel) -> None:
    put(panel.store, replace(INTERVIEW, id="older", day=date(2026, 11, 16)))

    at = opened("today")

    assert "1 h ago · 3 people" in said(at)
    assert ("Also not written down: Harbor & Vale, panel", "interview=older") in links(at)


def test_once_written_down_it_is_gone_from_the_top(written: Panel) -> None:
    assert "Just ended" not in said(opened("today"))


def test_what_they_owe_me_stands_with_the_day_on_which_i_check_in(written: Panel) -> None:
    at = opened("today")

    assert (
        "Dana Whitfield: decide on the second round · by Tue, Dec 1 · if not, check in Wed, Dec 2"
        in said(at)
    )


def test_what_they_owe_stands_until_i_have_checked_in_twice_and_closed_the_loop(
    written: Panel,
) -> None:
    for _ in range(3):
        assert "They owe me" in heads(opened("today"))
        reader = written.store.read()
        asking = [one for one in reader.all(FollowUp) if one.is_open() and asks_how_it_stands(one)]
        press(opened("today"), f"today.done.{asking[0].id}")

    assert "They owe me" not in heads(opened("today"))


def test_a_commitment_of_nobody_in_particular_is_the_company_s(panel: Panel) -> None:
    put(
        panel.store,
        Debrief(id=INTERVIEW.id, commitment=Commitment(what="decide", by=date(2026, 12, 1))),
    )

    assert "Harbor & Vale: decide · by Tue, Dec 1" in said(opened("today"))


def test_the_next_interview_is_one_link_away(panel: Panel) -> None:
    put(panel.store, COMING, replace(COMING, id="after", day=date(2026, 12, 1)))

    at = opened("today")

    assert "Next interview" in heads(at)
    label = "Harbor & Vale, first round, Tue, Nov 24, 2 p.m. · Quay 3"
    assert (label, f"interview={COMING.id}") in links(at)


def test_an_archived_job_leaves_today_with_all_that_hangs_on_it(written: Panel) -> None:
    put(written.store, COMING)
    jobs.archive_job(written.store, JOB.id, now=NOW)

    at = opened("today")

    assert rows(at) == []
    assert "Harbor & Vale, panel" not in said(at)


def test_a_long_list_shows_a_few_rows_and_25_more_on_demand(store: Store) -> None:
    for i in range(36):
        owe(store, f"row{i:02}", day(1))
    at = opened("today")
    assert len(rows(at)) == 8
    assert "Show 25 more of 28" in said(at)

    at = press(at, "today.more.Next 7 days.button")
    assert len(rows(at)) == 33
    assert "Show 3 more" in said(at)
    at = press(at, "today.more.Next 7 days.button")

    assert len(rows(at)) == 36


def test_example_data_loads_and_goes_in_one_click_and_own_data_stays(store: Store) -> None:
    at = press(opened("today"), "today.example")
    assert "You are looking at made-up example data." in said(at)
    assert "**Just ended: Harbor & Vale, final round**" in said(at)
    own = Job(id="own", company="Quayside Mutual", role="Analyst")
    put(store, own, replace(COMING, job_id="own"))
    mine = owe(store, "call", day(0))
    at = opened("today")

    at = press(at, "today.example.remove")

    assert [one.id for one in store.read().all(Job)] == ["own"]
    assert store.read().all(FollowUp) == (mine,)
    assert [one.id for one in store.read().all(Interview)] == [COMING.id]
    assert "made-up example data" not in said(at)
    assert "Removed the example data" in said(at)


def test_removed_example_data_can_be_brought_back(store: Store) -> None:
    at = press(opened("today"), "today.example")
    before = content(store)
    at = press(at, "today.example.remove")
    assert list(content(store)) == ["Profile profile"]

    press(at, f"frame.undo.{store.entries(1)[0].id}")

    assert content(store) == before


def test_data_of_one_s_own_has_no_example_line(written: Panel) -> None:
    assert "example data" not in said(opened("today"))
