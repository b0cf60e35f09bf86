"""The notes: read, edited, checked, and marked as sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.dates.due import Due
from lib.domain.followups.followup import Kind
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.store.repository import Store
from lib.words.text.tokens import word_count
from tests.actions.conftest import DANA, JOB, NOW, PRIYA, TOBIAS, ZONE, Panel, content
from tests.narrowing import not_none
from tests.pages.conftest import put
from tests.pages.screen import links, opened, press, said, type_in

NOBODY = "Dear Dana,\n\nThank you very much for [what].\n\nBest regards\nSam Ortega"
READY = ":green[:material/check_circle: Ready]"
BLOCKED = ":red[:material/block: Blocked]"
LOOK_AGAIN = ":orange[:material/lightbulb: Look again]"


def page(note: Note) -> AppTest:
    return opened("notes", note=note.id)


def body_of(note: Note) -> str:
    return f"notes.body.{note.id}"


def kept(panel: Panel, note: Note) -> Note:
    return panel.store.read().get(Note, note.id)


def with_line(note: Note, line: str) -> str:
    """The note's text with one more sentence before its end."""
    head, tail = note.text.body.rsplit("\n\n", 1)
    return f"{head}\n\n{line}\n\n{tail}"


def test_without_any_note_the_page_says_where_they_come_from(store: Store) -> None:
    at = opened("notes")

    assert "The notes you owe stand here once an interview is written down" in said(at)
    assert ("Write an interview down", "") in links(at)


def test_the_list_has_every_note_with_its_kind_and_how_it_stands(written: Panel) -> None:
    at = opened("notes")

    listed = [(label, address) for label, address in links(at) if address.startswith("note=")]
    names = [label for label, _ in listed if not label.startswith("Next")]
    assert sorted(names) == sorted([DANA.name, DANA.name, TOBIAS.name, TOBIAS.name, PRIYA.name])
    words = said(at)
    assert "Harbor & Vale, panel · today 10 a.m." in words
    assert words.count("e-mail · ready") == 3
    assert words.count("card · ready") == 1
    assert words.count("e-mail, lines for the material · ready") == 1


def test_without_an_address_the_unsent_note_that_is_due_first_is_open(written: Panel) -> None:
    first = written.follow_up(Kind.THANK_YOU, TOBIAS)
    put(written.store, replace(first, due=Due.at(NOW, ZONE)))

    at = opened("notes")

    assert at.subheader[0].value == "To Tobias Fehr"


def test_the_notes_of_an_archived_job_are_not_listed(written: Panel) -> None:
    put(written.store, replace(written.store.read().get(Job, JOB.id), archived_at=NOW))

    at = opened("notes")

    assert "The notes you owe stand here once" in said(at)


def test_a_note_shows_its_words_its_due_date_and_its_measures(written: Panel) -> None:
    note = written.note(DANA)

    at = page(note)

    assert at.text_input(key=f"notes.subject.{note.id}").value == note.text.subject
    assert at.text_area(key=body_of(note)).value == note.text.body
    assert "e-mail · due tomorrow 11 a.m." in said(at)
    assert f":gray[{word_count(note.text.body)} words] · {READY}" in said(at)


def test_a_card_has_no_subject_and_is_posted(written: Panel) -> None:
    note = written.note(DANA, Kind.CARD)

    at = page(note)

    assert not [one for one in at.text_input if one.key == f"notes.subject.{note.id}"]
    assert at.button(key=f"notes.sent.{note.id}").label == "Mark as posted"


def test_an_edit_is_saved_and_the_text_before_is_kept_as_a_version(written: Panel) -> None:
    note = written.note(DANA)

    at = type_in(page(note), body_of(note), with_line(note, "My cousin sends her best."))

    after = kept(written, note)
    assert "My cousin sends her best." in after.text.body
    assert [one.text for one in after.versions] == [note.text]
    assert "Saved 12 p.m." in said(at)
    assert "Earlier versions (1)" in said(at)


def test_the_edits_of_one_visit_keep_one_version(written: Panel) -> None:
    note = written.note(DANA)
    at = type_in(page(note), body_of(note), with_line(note, "One."))

    type_in(at, body_of(note), with_line(note, "Two."))

    assert [one.text for one in kept(written, note).versions] == [note.text]


def test_an_earlier_version_can_be_brought_back(written: Panel) -> None:
    note = written.note(DANA)
    at = type_in(page(note), body_of(note), NOBODY)

    at = press(at, f"notes.version.{note.id}.0")

    assert kept(written, note).text == note.text
    assert at.text_area(key=body_of(note)).value == note.text.body
    assert "Brought an earlier version back" in said(at)


def test_a_refusal_says_what_to_mend_and_disables_sending_and_marking(written: Panel) -> None:
    note = written.note(DANA)

    at = type_in(page(note), body_of(note), NOBODY)

    assert f"{BLOCKED}: “[what]” is still to be filled in" in said(at)
    assert READY not in said(at)
    assert all(one.disabled for one in at.link_button)
    assert at.button(key=f"notes.sent.{note.id}").disabled
    assert at.download_button(key=f"notes.eml.{note.id}").disabled
    assert "e-mail · blocked" in said(at)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            lambda body: body.replace("Dana", "Tobias", 1),
            "It greets Tobias Fehr, but it goes to Dana",
        ),
        (
            lambda body: body.replace("Dana", "Dena", 1),
            "The greeting says “Dena”; the name is Dana",
        ),
        (
            lambda body: body.replace("\n\n", "\n\n[your point] ", 1),
            "“[your point]” is still to be filled in.",
        ),
    ],
)
def test_each_refusal_is_said_in_a_sentence(
    written: Panel, changed: Callable[..., Any], sentence: str
) -> None:
    note = written.note(DANA)

    at = type_in(page(note), body_of(note), changed(note.text.body))

    assert sentence in said(at)
    assert at.button(key=f"notes.sent.{note.id}").disabled


def test_an_empty_subject_is_refused(written: Panel) -> None:
    note = written.note(DANA)

    at = type_in(page(note), f"notes.subject.{note.id}", "")

    assert "The subject is empty." in said(at)


def test_mending_it_enables_sending_again(written: Panel) -> None:
    note = written.note(DANA)
    at = type_in(page(note), body_of(note), NOBODY)

    at = type_in(at, body_of(note), note.text.body)

    assert READY in said(at)
    assert not at.button(key=f"notes.sent.{note.id}").disabled
    assert at.link_button[0].proto.url.startswith("mailto:dana@harborvale.example?")


def test_it_s_right_answers_a_warning_for_good(written: Panel) -> None:
    note = written.note(DANA)
    at = type_in(page(note), body_of(note), with_line(note, "Joy!! Tea at noon!"))
    assert "One exclamation mark is plenty." in said(at)
    assert not at.button(key=f"notes.sent.{note.id}").disabled

    at = press(at, f"notes.right.{note.id}.exclamations")

    assert "One exclamation mark is plenty." not in said(at)
    assert kept(written, note).accepted == ("exclamations",)
    assert "One exclamation mark is plenty." not in said(page(note))


def test_a_refusal_has_no_it_s_right(written: Panel) -> None:
    note = written.note(DANA)

    at = type_in(page(note), body_of(note), NOBODY)

    assert not [one for one in at.button if one.key == f"notes.right.{note.id}.placeholder"]


def test_a_note_that_could_go_to_anybody_can_be_sent_but_is_not_called_ready(
    written: Panel,
) -> None:
    note = written.note(DANA)

    at = type_in(page(note), body_of(note), NOBODY.replace("[what]", "your time"))

    assert f"{LOOK_AGAIN}: Nothing personal in it yet" in said(at)
    assert READY not in said(at)
    assert not at.button(key=f"notes.sent.{note.id}").disabled
    assert "e-mail · look again" in said(at)


def test_one_press_mends_what_is_certain(written: Panel) -> None:
    note = written.note(DANA)
    at = type_in(page(note), body_of(note), with_line(note, "It took 3 weeks."))
    button = at.button(key=f"notes.mend.{note.id}.small_number:3 weeks")
    assert button.label == "Make it “three weeks”"

    at = press(at, not_none(button.key))

    assert kept(written, note).text.body == with_line(note, "It took three weeks.")
    assert at.text_area(key=body_of(note)).value == with_line(note, "It took three weeks.")
    assert READY in said(at)


def test_what_was_typed_last_is_kept_when_something_is_mended(written: Panel) -> None:
    note = written.note(DANA)
    at = type_in(page(note), body_of(note), with_line(note, "It took 3 weeks."))
    at.text_area(key=body_of(note)).set_value(with_line(note, "It took 3 weeks. My cousin helped."))

    at = press(at, f"notes.mend.{note.id}.small_number:3 weeks")

    assert kept(written, note).text.body == with_line(
        note, "It took three weeks. My cousin helped."
    )


def test_marking_it_sent_completes_its_follow_up_and_the_undo_takes_it_back(written: Panel) -> None:
    note = written.note(DANA)
    before = content(written.store)
    at = press(page(note), f"notes.sent.{note.id}")
    assert kept(written, note).sent_at == NOW
    assert written.follow_up(Kind.THANK_YOU, DANA).done_at == NOW
    assert "Sent the note to Dana Whitfield; Wed, Dec 2 is now a promise" in said(at)
    assert "**Sent** today 12 p.m." in said(at)

    at = press(at, f"frame.undo.{written.store.entries(1)[0].id}")

    assert content(written.store) == before
    assert "Took back: Sent the note to Dana Whitfield" in said(at)
    assert not at.button(key=f"notes.sent.{note.id}").disabled


def test_what_was_typed_last_goes_out_with_the_mark(written: Panel) -> None:
    note = written.note(DANA)
    at = page(note)
    at.text_area(key=body_of(note)).set_value(with_line(note, "My cousin sends her best."))

    press(at, f"notes.sent.{note.id}")

    assert "My cousin sends her best." in kept(written, note).text.body
    assert kept(written, note).sent_at == NOW


def test_what_was_typed_last_is_checked_before_it_is_marked(written: Panel) -> None:
    note = written.note(DANA)
    at = page(note)
    at.text_area(key=body_of(note)).set_value(NOBODY)

    at = press(at, f"notes.sent.{note.id}")

    assert "This note cannot go out yet." in said(at)
    assert kept(written, note).sent_at is None
    assert kept(written, note).text.body == NOBODY


def test_a_note_that_was_not_sent_after_all_is_open_again(written: Panel) -> None:
    note = written.note(DANA)
    at = press(page(note), f"notes.sent.{note.id}")

    at = press(at, f"notes.unsent.{note.id}")

    assert kept(written, note).sent_at is None
    assert written.follow_up(Kind.THANK_YOU, DANA).is_open()
    assert at.text_area(key=body_of(note)).value == note.text.body
