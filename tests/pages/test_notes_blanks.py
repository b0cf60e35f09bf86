"""The blanks of a message on its page, and the message that grows with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from lib.actions import answers, asks, employer_contact, history
from lib.actions import notes as actions
from lib.domain.answers import Answer, EventKind, JobEvent
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interviewer
from lib.domain.jobs import JobStatus
from lib.domain.notes import GREETING, Channel, Filled, Note, NoteKind
from lib.domain.people.asks import ask_id
from lib.domain.people.contacts import Contact
from lib.ui.core import unsaved_text
from lib.words.letters.compose import Field
from lib.words.text.tidy import curly
from tests.actions.conftest import DANA, JOB, NOW, TOBIAS, Panel
from tests.narrowing import not_none
from tests.pages.conftest import BEFORE, put
from tests.pages.screen import opened, press, run, said, shown, type_in

WHY = "I liked hearing how your adjusters pick their own cases."
USEFUL = "Last week I passed the exam that you asked about."
NOOR = Contact(
    id="noor", name="Noor Haddad", email="noor@example.org", how="worked together at Nordwind"
)
MOVED = JobEvent(
    id="e",
    job_id=JOB.id,
    at=NOW - timedelta(minutes=1),
    kind=EventKind.MOVED_DATE,
    by=date(2026, 12, 11),
)
BY_HAND = "You changed this text by hand"


@pytest.fixture
def check_in(written: Panel) -> Note:
    return written_for(written, Kind.CHECK_IN)


@pytest.fixture
def reply(written: Panel) -> Note:
    """The reply to a no."""
    answers.record(written.store, JOB.id, JobStatus.NOT_SELECTED, now=BEFORE)
    (note,) = (one for one in written.store.read().all(Note) if one.kind is NoteKind.GRACIOUS_REPLY)
    return note


def written_for(panel: Panel, due: Kind, channel: Channel = Channel.EMAIL) -> Note:
    done = actions.write_for(
        panel.store, panel.follow_up(due).id, NoteKind(due.value), channel, now=BEFORE
    )
    return panel.store.read().get(Note, done.record_id)


def page(note: Note) -> AppTest:
    return opened("notes", note=note.id)


def key(note: Note, name: str) -> str:
    return f"notes.blank.{note.id}.{name}"


def body_of(at: AppTest, note: Note) -> str:
    """The text of the message as the page shows it."""
    return str(at.text_area(key=f"notes.body.{note.id}").value)


def kept(panel: Panel, note: Note) -> Note:
    return panel.store.read().get(Note, note.id)


def known(panel: Panel, note: Note) -> dict[str, Field]:
    return {one.name: one for one in actions.blanks(panel.store.read(), kept(panel, note))}


def drawn(at: AppTest) -> list[str]:
    """The keys of all blanks on the page."""
    fields = (*at.text_area, *at.text_input)
    keys = [one.key for one in fields if str(one.key).startswith("notes.blank.")]
    return sorted(keys, key=lambda one: not one.endswith(GREETING))


def test_a_check_in_shows_its_blanks_with_what_is_known_in_them(
    written: Panel, check_in: Note
) -> None:
    at = page(check_in)

    asked = {name: one.text for name, one in known(written, check_in).items() if name != GREETING}
    values = {name: at.text_area(key=key(check_in, name)).value for name in asked}
    assert values == asked
    assert at.text_input(key=key(check_in, GREETING)).value == "Dana"
    assert "Tuesday, December 1" in not_none(values["their_day"])
    assert (values["why"], values["useful"]) == ("", "")
    assert body_of(at, check_in) == check_in.text.body


def test_each_blank_has_its_question_and_an_example(written: Panel, check_in: Note) -> None:
    at = page(check_in)

    for name, one in known(written, check_in).items():
        areas = at.text_input if one.is_line else at.text_area
        area = areas(key=key(check_in, name))
        assert (area.label, area.placeholder) == (one.label, one.example)


def test_typing_into_a_blank_changes_the_message_beside_it_and_saves(
    written: Panel, check_in: Note
) -> None:
    at = type_in(page(check_in), key(check_in, "why"), WHY)

    assert WHY in body_of(at, check_in)
    assert "Saved 12 p.m." in said(at)
    assert kept(written, check_in).filled == (Filled("why", WHY),)
    assert kept(written, check_in).text.body == body_of(at, check_in)
    assert BY_HAND not in said(at)


def test_greet_as_is_kept_with_the_reader_and_every_note_to_them_follows(
    written: Panel, check_in: Note
) -> None:
    letter = written.note(DANA)

    at = type_in(page(check_in), key(check_in, GREETING), "Ms. Whitfield")

    assert " Ms. Whitfield," in body_of(at, check_in)
    assert written.store.read().get(Interviewer, DANA.id).greet_as == "Ms. Whitfield"
    assert " Ms. Whitfield," in kept(written, letter).text.body
    assert BY_HAND not in said(at)


def test_one_blank_after_another_grows_the_message(written: Panel, check_in: Note) -> None:
    at = type_in(page(check_in), key(check_in, "why"), WHY)

    at = type_in(at, key(check_in, "useful"), USEFUL)

    assert WHY in body_of(at, check_in)
    assert USEFUL in body_of(at, check_in)
    assert kept(written, check_in).filled == (Filled("why", WHY), Filled("useful", USEFUL))


def test_an_emptied_blank_is_left_out_and_stays_empty_in_a_new_window(
    written: Panel, check_in: Note
) -> None:
    at = type_in(page(check_in), key(check_in, "their_day"), "")

    assert "December 1" not in body_of(at, check_in)
    assert kept(written, check_in).filled == (Filled("their_day", ""),)
    assert page(check_in).text_area(key=key(check_in, "their_day")).value == ""


def test_a_blank_set_back_to_what_is_known_counts_as_untouched(
    written: Panel, check_in: Note
) -> None:
    suggested = known(written, check_in)["their_day"].suggestion
    at = type_in(page(check_in), key(check_in, "their_day"), "")

    at = type_in(at, key(check_in, "their_day"), suggested)

    assert kept(written, check_in).filled == ()
    assert body_of(at, check_in) == check_in.text.body


def test_what_was_filled_comes_back_in_a_new_window(check_in: Note) -> None:
    type_in(page(check_in), key(check_in, "why"), WHY)

    at = page(check_in)

    assert at.text_area(key=key(check_in, "why")).value == WHY
    assert WHY in body_of(at, check_in)


def test_taken_back_in_the_history_the_blank_is_empty_again(written: Panel, check_in: Note) -> None:
    at = type_in(page(check_in), key(check_in, "why"), WHY)

    history.undo(written.store, written.store.entries(1)[0].id, now=NOW)
    run(at)

    assert at.text_area(key=key(check_in, "why")).value == ""
    assert body_of(at, check_in) == check_in.text.body


def test_a_text_changed_by_hand_stays_and_the_page_says_so(written: Panel, check_in: Note) -> None:
    at = page(check_in)
    assert BY_HAND not in said(at)
    mine = f"{check_in.text.body}\n\nP.S. Tea at noon."
    at = type_in(at, f"notes.body.{check_in.id}", mine)
    assert BY_HAND in said(at)

    at = type_in(at, key(check_in, "why"), WHY)

    assert body_of(at, check_in) == mine
    assert (kept(written, check_in).text.body, kept(written, check_in).filled) == (
        mine,
        (Filled("why", WHY),),
    )
    at = press(at, f"notes.again.{check_in.id}.open")
    assert any(WHY in one.value for one in at.text)


def test_the_new_wording_takes_the_blanks_along_and_the_message_grows_again(
    written: Panel, check_in: Note
) -> None:
    at = type_in(page(check_in), f"notes.body.{check_in.id}", f"{check_in.text.body} Tea.")
    at = type_in(at, key(check_in, "why"), WHY)
    at = press(press(at, f"notes.again.{check_in.id}.open"), f"notes.again.{check_in.id}.take")

    at = type_in(at, key(check_in, "useful"), USEFUL)

    assert BY_HAND not in said(at)
    assert WHY in body_of(at, check_in)
    assert USEFUL in body_of(at, check_in)


def test_a_question_that_is_offered_goes_in_by_one_tap(written: Panel, reply: Note) -> None:
    at = page(reply)
    offers = known(written, reply)["feedback"].offers
    taps = [one.key for one in at.button if str(one.key).startswith("notes.evidence.")]
    assert taps == [f"notes.evidence.{reply.id}.feedback.{i}" for i in range(len(offers))]

    at = press(at, not_none(taps[1]))

    assert at.text_area(key=key(reply, "feedback")).value == offers[1]
    assert curly(offers[1]) in body_of(at, reply)
    assert kept(written, reply).filled == (Filled("feedback", offers[1]),)
    assert not [one for one in at.button if str(one.key).startswith("notes.evidence.")]


def test_a_line_of_a_few_words_is_a_single_line(reply: Note) -> None:
    at = type_in(page(reply), key(reply, "thanks_for"), "calling me yourself")

    assert [one.key for one in at.text_input if one.key == key(reply, "thanks_for")]
    assert "calling me yourself" in body_of(at, reply)


def test_a_hint_is_shown_under_a_blank_and_mended_by_a_tap(written: Panel, check_in: Note) -> None:
    tap = f"notes.mend.{check_in.id}.why"
    at = page(check_in)
    assert tap not in [one.key for one in at.button]
    at = type_in(at, key(check_in, "why"), "I liked how you dont rush a case.")
    assert shown(at.button(key=tap).label) == "Make it “don't”"

    at = press(at, tap)

    mended = "I liked how you don't rush a case."
    assert at.text_area(key=key(check_in, "why")).value == mended
    assert kept(written, check_in).filled == (Filled("why", mended),)
    assert curly(mended) in body_of(at, check_in)
    assert tap not in [one.key for one in at.button]


def test_a_hint_that_only_the_person_can_mend_has_no_tap(check_in: Note) -> None:
    at = type_in(page(check_in), key(check_in, "why"), "I liked it because")

    assert ":material/lightbulb:" in said(at)
    assert f"notes.mend.{check_in.id}.why" not in [one.key for one in at.button]


def test_what_was_noted_about_a_contact_stands_beside_the_blank_and_in_no_message(
    written: Panel,
) -> None:
    put(written.store, NOOR)
    asks.line_up(written.store, JOB.id, NOOR.id, now=BEFORE)
    done = asks.write(written.store, ask_id(JOB.id, NOOR.id), NoteKind.GOOD_WORD, now=BEFORE)
    note = written.store.read().get(Note, done.record_id)

    at = page(note)

    assert "You noted: worked together at Nordwind" in said(at)
    assert "Nordwind" not in body_of(at, note)
    at = type_in(at, key(note, "hello"), "I often think of how we worked together at Nordwind.")
    assert "You noted: worked together at Nordwind" not in said(at)
    assert "worked together at Nordwind" in body_of(at, note)


def test_news_that_an_earlier_version_kept_stands_beside_its_blank(
    written: Panel, reply: Note
) -> None:
    store = written.store
    answers.stay_in_touch(store, JOB.id, yes=True, now=BEFORE)
    kept_once = replace(store.read().get(Answer, reply.job_id), news="my SQL course in March")
    answers.save(store, kept_once, now=BEFORE)
    first, _ = (one for one in store.read().all(FollowUp) if one.kind is Kind.STAY_IN_TOUCH)
    done = actions.write_for(store, first.id, NoteKind.STAY_IN_TOUCH, Channel.EMAIL, now=BEFORE)

    assert "You noted: my SQL course in March" in said(opened("notes", note=done.record_id))


@pytest.mark.parametrize(("person", "kind"), [(DANA, Kind.THANK_YOU), (DANA, Kind.CARD)])
def test_a_thank_you_shows_no_blanks_here(written: Panel, person: Interviewer, kind: Kind) -> None:
    assert drawn(page(written.note(person, kind))) == []


def test_the_lines_for_the_material_show_theirs(written: Panel) -> None:
    note = written.note(TOBIAS, Kind.MATERIAL)

    assert drawn(page(note)) == [key(note, GREETING), key(note, "look_at")]


def test_a_sent_message_shows_no_blanks_and_one_that_was_not_sent_has_them_again(
    written: Panel, check_in: Note
) -> None:
    at = type_in(page(check_in), key(check_in, "why"), WHY)
    at = press(at, f"notes.sent.{check_in.id}")
    assert drawn(at) == []
    assert WHY in said(at)

    at = press(at, f"notes.unsent.{check_in.id}")

    assert at.text_area(key=key(check_in, "why")).value == WHY
    assert body_of(at, check_in) == kept(written, check_in).text.body


def test_what_was_typed_last_into_a_blank_is_kept_with_the_mark(
    written: Panel, check_in: Note
) -> None:
    at = page(check_in)
    at.text_area(key=key(check_in, "why")).set_value(WHY)

    press(at, f"notes.sent.{check_in.id}")

    assert kept(written, check_in).filled == (Filled("why", WHY),)
    assert kept(written, check_in).sent_at == NOW


def test_a_blank_typed_last_is_kept_when_something_in_the_text_is_mended(
    written: Panel, check_in: Note
) -> None:
    at = type_in(page(check_in), key(check_in, "useful"), "I saw that it doesnt print.")
    at.text_area(key=key(check_in, "why")).set_value(WHY)

    at = press(at, f"notes.mend.{check_in.id}.apostrophe:doesnt")

    assert Filled("why", WHY) in kept(written, check_in).filled
    assert "it doesn’t print." in curly(body_of(at, check_in))
    assert WHY in body_of(at, check_in)


def test_a_blank_that_is_too_long_is_refused_and_stays_typed(
    written: Panel, check_in: Note
) -> None:
    long = "word " * 1_001

    at = type_in(page(check_in), key(check_in, "why"), long)

    assert "5,005 characters; 5,000 is the most." in said(at)
    assert at.text_area(key=key(check_in, "why")).value == long
    assert kept(written, check_in) == check_in
    assert "Saved" not in said(at)


def test_a_blank_filled_in_another_window_is_taken_over(written: Panel, check_in: Note) -> None:
    at = page(check_in)
    actions.edit(written.store, check_in.id, check_in.text, filled=(Filled("why", WHY),), now=NOW)

    at = type_in(at, key(check_in, "useful"), USEFUL)

    assert at.text_area(key=key(check_in, "why")).value == WHY
    assert kept(written, check_in).filled == (Filled("why", WHY), Filled("useful", USEFUL))
    assert WHY in body_of(at, check_in)
    assert USEFUL in body_of(at, check_in)


def test_a_blank_filled_otherwise_in_another_window_is_shown_twice(
    written: Panel, check_in: Note
) -> None:
    at = page(check_in)
    actions.edit(
        written.store, check_in.id, check_in.text, filled=(Filled("why", USEFUL),), now=NOW
    )

    at = type_in(at, key(check_in, "why"), WHY)

    assert f"There: {USEFUL}" in said(at)
    assert f"Here: {WHY}" in said(at)
    assert kept(written, check_in).filled == (Filled("why", USEFUL),)


def test_a_check_in_is_written_for_linkedin_with_the_same_blanks(
    written: Panel, check_in: Note
) -> None:
    at = type_in(page(check_in), key(check_in, "why"), WHY)

    at = press(at, f"notes.further.{NoteKind.CHECK_IN}.{Channel.LINKEDIN}.{check_in.id}")

    (other,) = written.store.read().where(
        Note, follow_up_id=check_in.follow_up_id, channel=Channel.LINKEDIN
    )
    assert at.query_params == {"note": other.id}
    assert at.text_area(key=key(other, "why")).value == WHY
    assert WHY in body_of(at, other)


def test_a_day_that_they_moved_stands_in_the_blank_and_in_the_message(
    written: Panel, check_in: Note
) -> None:
    employer_contact.log_contact(written.store, MOVED, now=NOW)

    at = page(check_in)

    assert "Friday, December 11" in not_none(at.text_area(key=key(check_in, "their_day")).value)
    assert "Friday, December 11" in body_of(at, check_in)
    assert "Tuesday, December 1" not in body_of(at, check_in)


def test_a_card_is_posted_by_the_day_that_they_moved(written: Panel) -> None:
    card = written.note(DANA, Kind.CARD)
    assert "They decide Tue, Dec 1: in time." in said(page(card))
    employer_contact.log_contact(written.store, MOVED, now=NOW)

    assert "They decide Fri, Dec 11: in time." in said(page(card))


@pytest.mark.parametrize("words", ["{company} :red[x]", "<b>bold</b>", "$5M–$10M and שלום"])
def test_what_is_typed_into_a_blank_is_given_back_letter_for_letter(
    written: Panel, check_in: Note, words: str
) -> None:
    at = type_in(page(check_in), key(check_in, "why"), words)

    assert at.text_area(key=key(check_in, "why")).value == words
    assert kept(written, check_in).filled == (Filled("why", words),)


def test_the_keeper_of_typed_text_knows_every_blank(written: Panel, check_in: Note) -> None:
    at = page(check_in)

    fields = at.session_state[unsaved_text.STORED]
    texts = {key(check_in, name): one.text for name, one in known(written, check_in).items()}
    assert texts.items() <= fields.items()
    assert fields[f"notes.body.{check_in.id}"] == check_in.text.body
