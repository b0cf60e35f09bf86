"""The checklist's button: notes and dates, never twice, never over what is mine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from streamlit.testing.v1 import AppTest

from lib.actions import notes
from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief, Opening, PromiseKind
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interview
from lib.domain.notes import Channel, Note
from tests.actions.conftest import DANA, INTERVIEW, NOW, PRIYA, TOBIAS, ZONE, Panel, content
from tests.narrowing import not_none
from tests.pages.conftest import checklist, field, put
from tests.pages.screen import choose, links, opened, press, said, type_in, widget

WRITE = "debrief.write"


def page() -> AppTest:
    return opened("debrief", interview=INTERVIEW.id)


def edited(panel: Panel, body: str) -> Note:
    """Dana's e-mail after the person wrote something of their own into it."""
    note = panel.note(DANA)
    notes.edit(panel.store, note.id, replace(note.text, body=body), now=NOW)
    return panel.note(DANA)


def test_the_button_writes_everything_at_once_and_keeps_the_last_field(panel: Panel) -> None:
    at = type_in(page(), field("topic", DANA.id), "nobody reads the night reports")
    at = choose(at, field("promise.to", 0), PRIYA.id)
    at = choose(at, field("promise.kind", 0), PromiseKind.MESSAGE)
    at.text_area(key=field("next_time")).set_value("Ask about the team sooner")

    press(at, WRITE)

    debrief = checklist(panel.store)
    assert debrief.next_time == "Ask about the team sooner"
    assert debrief.written_at == NOW
    assert len(panel.store.read().where(Note, interview_id=INTERVIEW.id)) == 3
    assert panel.follow_up(Kind.MESSAGE, PRIYA).is_open()
    assert panel.follow_up(Kind.CHECK_IN).is_open()
    assert "Wrote 3 notes and planned 5 dates for Harbor & Vale" in said(at)
    assert "3 notes · 5 dates" in said(at)


def test_the_button_can_be_taken_back(panel: Panel) -> None:
    at = press(page(), WRITE)

    press(
        at,
        not_none(next(one.key for one in at.button if (one.key or "").startswith("frame.undo."))),
    )

    assert panel.store.read().all(Note) == ()
    assert panel.store.read().all(FollowUp) == ()


def test_pressing_twice_doubles_nothing(panel: Panel) -> None:
    at = press(page(), WRITE)
    before = content(panel.store)

    press(at, WRITE)

    assert content(panel.store) == before


def test_once_written_the_notes_and_dates_are_linked(written: Panel) -> None:
    at = page()

    note = written.note(DANA)
    assert ("E-mail, to Dana Whitfield", f"note={note.id}") in links(at)
    assert ("See them on the calendar", "") in links(at)
    assert "Call, about the start date, Priya Raman · Wed, Nov 25, 10 a.m." in said(at)


def test_an_unedited_note_follows_the_checklist(written: Panel) -> None:
    before = written.note(DANA).text
    at = type_in(page(), field("topic", DANA.id), "nobody reads the night reports")

    press(at, WRITE)

    after = written.note(DANA)
    assert "night reports" in after.text.body
    assert [one.text for one in after.versions] == [before]


def test_an_edited_note_is_left_alone_and_the_change_is_listed_with_two_buttons(
    written: Panel,
) -> None:
    note = edited(written, "Dear Dana, my own words.")
    at = type_in(page(), field("topic", DANA.id), "nobody reads the night reports")

    press(at, WRITE)

    assert written.note(DANA).text == note.text
    assert "New wording for the note to Dana Whitfield, which you have edited" in said(at)
    assert at.button(key=f"debrief.change.True.{note.id}").label == "Take it over"
    assert at.button(key=f"debrief.change.False.{note.id}").label == "Leave as it is"


@pytest.mark.parametrize("take", [True, False])
def test_either_answer_to_a_listed_change_settles_it(written: Panel, take: bool) -> None:
    note = edited(written, "Dear Dana, my own words.")
    at = press(type_in(page(), field("topic", DANA.id), "nobody reads the night reports"), WRITE)

    at = press(at, f"debrief.change.{take}.{note.id}")

    body = written.note(DANA).text.body
    assert ("night reports" in body) is take
    assert (body == "Dear Dana, my own words.") is not take
    assert "Your checklist says something new" not in said(at)


def test_a_date_moved_by_hand_stays_and_the_one_of_the_checklist_is_listed(written: Panel) -> None:
    moved = Due(date(2026, 11, 26), time(10), ZONE)
    put(written.store, replace(written.follow_up(Kind.CALL), due=moved, overruled=True))
    at = type_in(page(), field("promise.due", 0), "Fri 27 Nov 2026 10:00")

    at = press(at, WRITE)

    assert written.follow_up(Kind.CALL).due == moved
    assert "stands on Thu, Nov 26, 10 a.m., would be Fri, Nov 27, 10 a.m." in said(at)


def test_a_planned_date_that_nobody_moved_follows_the_checklist(written: Panel) -> None:
    at = type_in(page(), field("next.by"), "Tue 8 Dec 2026")

    press(at, WRITE)

    assert written.follow_up(Kind.CHECK_IN).due.day == date(2026, 12, 9)


def test_what_no_longer_follows_from_the_checklist_is_listed_and_closed_when_taken_over(
    written: Panel,
) -> None:
    card = written.follow_up(Kind.CARD)
    at = press(choose(page(), field("thanks", DANA.id), [Channel.EMAIL]), WRITE)
    assert "Handwritten card, Dana Whitfield: no longer follows from the checklist" in said(at)

    press(at, f"debrief.change.True.{card.id}")

    assert written.follow_up(Kind.CARD).closed_at == NOW


def test_a_fresh_interview_does_not_ask_whether_thanks_went_out(panel: Panel) -> None:
    assert "Did your thanks go out already?" not in said(page())


def test_an_interview_long_past_asks_for_each_person_whether_thanks_went_out(panel: Panel) -> None:
    put(panel.store, replace(INTERVIEW, day=date(2026, 11, 9)))
    at = page()
    assert said(at).count("Did your thanks go out already?") == 3
    at = choose(at, field("already", DANA.id), True)

    press(at, WRITE)

    assert checklist(panel.store).about(DANA.id).thanked_already is True
    assert {one.interviewer_id for one in panel.store.read().all(Note)} == {TOBIAS.id, PRIYA.id}


def test_a_decision_far_off_suggests_a_card_and_the_choice_can_be_another(panel: Panel) -> None:
    at = type_in(page(), field("decision"), "Fri 4 Dec 2026")
    at = choose(at, field("thanks", DANA.id), [Channel.EMAIL, Channel.CARD])

    press(at, WRITE)

    assert [
        one.channel.value for one in panel.store.read().where(Note, interviewer_id=DANA.id)
    ] == [
        "email",
        "card",
    ]


def test_a_day_long_past_stays_while_something_else_is_typed(panel: Panel) -> None:
    past = date(2024, 10, 21)
    with panel.store.transaction(now=NOW, did="") as tx:
        tx.put(replace(tx.get(Interview, INTERVIEW.id), day=date(2024, 10, 13)))
        tx.put(
            replace(panel.debrief, decision_on=past, commitment=Commitment(what="decide", by=past))
        )
    at = opened("debrief", interview=INTERVIEW.id)

    type_in(at, f"debrief.next_time.{INTERVIEW.id}", "Ask sooner.")

    kept = panel.store.read().get(Debrief, INTERVIEW.id)
    assert (kept.next_time, kept.decision_on, kept.commitment.by) == ("Ask sooner.", past, past)


def test_words_that_are_no_date_leave_the_date_that_stood_there(panel: Panel) -> None:
    with panel.store.transaction(now=NOW, did="") as tx:
        tx.put(panel.debrief)
    at = opened("debrief", interview=INTERVIEW.id)

    type_in(at, f"debrief.next.by.{INTERVIEW.id}", "sometime after lunch")

    assert panel.store.read().get(Debrief, INTERVIEW.id).commitment == panel.debrief.commitment
    assert "cannot read that as a date" in said(at)


def test_every_row_on_the_screen_is_written_though_another_field_was_refused(panel: Panel) -> None:
    at = opened("debrief", interview=INTERVIEW.id)
    key = f"debrief.{{}}.{INTERVIEW.id}"
    type_in(at, key.format("next_time"), "x" * 5_001)
    type_in(at, key.format("request.what") + ".0", "first")
    type_in(at, key.format("request.what") + ".1", "second")

    at.text_area(key=key.format("next_time")).set_value("shorter")
    press(at, "debrief.write")

    sent = [one.what for one in panel.store.read().where(FollowUp, interview_id=INTERVIEW.id)]
    assert {"Send: first", "Send: second"} <= set(sent)


def test_a_letter_goes_on_growing_while_another_field_is_refused(panel: Panel) -> None:
    at = choose(
        opened("debrief", interview=INTERVIEW.id), field("opening", DANA.id), Opening.OPEN_ABOUT
    )
    type_in(at, f"debrief.next_time.{INTERVIEW.id}", "x" * 5_001)

    type_in(at, field("topic", DANA.id), "the storm backlog")

    assert "you were about the storm backlog." in said(at)


@pytest.mark.parametrize(
    ("thing", "date_field"),
    [
        ("promise.about.{}.0", "promise.due.{}.0"),
        ("request.what.{}.0", "request.due.{}.0"),
        ("next.what.{}", "next.by.{}"),
        ("next.what.{}", "decision.{}"),
    ],
)
@pytest.mark.parametrize("words", ["weds 10ish", "soonish", "the 45th"])
def test_nothing_is_written_while_a_day_cannot_be_read(
    panel: Panel, thing: str, date_field: str, words: str
) -> None:
    thing, date_field = (f"debrief.{one.format(INTERVIEW.id)}" for one in (thing, date_field))
    at = type_in(page(), thing, "the reason-code sample")
    at = press(type_in(at, date_field, words), WRITE)

    assert panel.store.read().all(Note) == ()
    assert panel.store.read().all(FollowUp) == ()
    assert f"I cannot read “{words}” as a date. Nothing was written yet." in said(at)
    assert widget(at, date_field).value == words

    press(type_in(at, date_field, "Fri 10:00"), WRITE)

    assert panel.store.read().all(FollowUp) != ()


def test_a_day_that_was_agreed_stays_while_another_cannot_be_read(written: Panel) -> None:
    def dues() -> list[Due | None]:
        reader = written.store.read()
        stored = reader.get(Debrief, INTERVIEW.id).promises
        owed = reader.where(FollowUp, interview_id=INTERVIEW.id)
        return [one.due for one in stored] + [follow_up.due for follow_up in owed]

    before = dues()
    at = type_in(page(), f"debrief.promise.due.{INTERVIEW.id}.0", "weds 10ish")

    press(at, WRITE)

    assert dues() == before
