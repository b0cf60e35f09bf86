"""What else a note offers: written again, a further one, the next, a missing name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from lib.actions import debriefs, notes
from lib.domain.dates.due import Due
from lib.domain.debriefs import Opening, Said
from lib.domain.followups.followup import Kind, Promise
from lib.domain.notes import Channel, Note, NoteKind
from lib.domain.profile import Profile
from lib.ui.notes import note_page
from lib.words.letters.signing import NO_NAME
from tests.actions.conftest import DANA, NOW, PRIYA, TOBIAS, ZONE, Panel
from tests.narrowing import not_none
from tests.pages.conftest import BEFORE, checklist, put
from tests.pages.screen import gone_to, links, opened, press, said, type_in


def page(note: Note) -> AppTest:
    return opened("notes", note=note.id)


def kept(panel: Panel, note: Note) -> Note:
    return panel.store.read().get(Note, note.id)


def say_anew(panel: Panel, topic: str) -> None:
    """Dana raised something else, as the checklist says now; no note was written from that yet."""
    debrief = checklist(panel.store)
    dana = replace(debrief.about(DANA.id), said=Said(opening=Opening.MENTIONED, topic=topic))
    others = tuple(one for one in debrief.people if one.interviewer_id != DANA.id)
    debriefs.save(panel.store, replace(debrief, people=(dana, *others)), (), now=BEFORE)


@pytest.fixture
def nameless(panel: Panel) -> Panel:
    """Notes that were written before the person gave their name."""
    put(panel.store, Profile(zone=ZONE))
    panel.write(BEFORE)
    return panel


def test_written_again_it_stands_beside_and_changes_nothing(written: Panel) -> None:
    note = written.note(DANA)
    say_anew(written, "nobody reads the night reports")

    at = press(page(note), f"notes.again.{note.id}.open")

    assert "**Written again.** Your text stands above, unchanged." in said(at)
    assert any("night reports" in one.value for one in at.text)
    assert kept(written, note).text == note.text


@pytest.mark.parametrize("answer", ["take", "keep"])
def test_either_answer_to_the_new_wording_puts_it_away(written: Panel, answer: str) -> None:
    note = written.note(DANA)
    say_anew(written, "nobody reads the night reports")
    at = press(page(note), f"notes.again.{note.id}.open")

    at = press(at, f"notes.again.{note.id}.{answer}")

    after = kept(written, note)
    assert ("night reports" in after.text.body) is (answer == "take")
    earlier = [one.text for one in after.versions]
    assert earlier == ([note.text] if answer == "take" else [])
    assert at.text_area(key=f"notes.body.{note.id}").value == after.text.body
    assert "**Written again.**" not in said(at)


def test_written_again_from_the_same_it_says_that_there_is_nothing_new(written: Panel) -> None:
    note = written.note(DANA)

    at = press(page(note), f"notes.again.{note.id}.open")

    assert "**Nothing new:**" in said(at)
    assert "**Nothing new:**" not in said(press(at, f"notes.again.{note.id}.close"))


def test_a_note_without_the_person_s_name_asks_for_it_and_fills_every_note(nameless: Panel) -> None:
    notes_there = nameless.store.read().all(Note)
    lacking = [one for one in notes_there if NO_NAME in one.text.body]
    assert len(lacking) == len(notes_there)
    at = page(nameless.note(DANA))

    at = type_in(at, note_page.NAME, "Sam Ortega")

    bodies = [one.text.body for one in nameless.store.read().all(Note)]
    assert all("Sam Ortega" in body and NO_NAME not in body for body in bodies)
    assert nameless.store.read().get(Profile, "profile").name == "Sam Ortega"
    assert not [one for one in at.text_input if one.key == note_page.NAME]
    assert "Sam Ortega" in not_none(at.text_area(key=f"notes.body.{nameless.note(DANA).id}").value)


def test_the_name_fills_the_gap_of_an_edited_note_and_nothing_else_in_it(nameless: Panel) -> None:
    note = nameless.note(DANA)
    at = type_in(page(note), f"notes.body.{note.id}", f"Dear Dana,\n\nmy own words.\n\n{NO_NAME}")

    type_in(at, note_page.NAME, "Sam Ortega")

    assert kept(nameless, note).text.body == "Dear Dana,\n\nmy own words.\n\nSam Ortega"


def test_a_blank_name_is_not_taken(nameless: Panel) -> None:
    at = type_in(page(nameless.note(DANA)), note_page.NAME, "   ")

    assert NO_NAME in nameless.note(DANA).text.body
    assert at.text_input(key=note_page.NAME)


def test_a_note_that_lacks_the_name_is_not_ready(nameless: Panel) -> None:
    note = nameless.note(DANA)

    at = page(note)

    assert at.button(key=f"notes.sent.{note.id}").disabled


def test_a_profile_with_a_name_is_not_asked_for_one(written: Panel) -> None:
    at = page(written.note(DANA))

    assert not [one for one in at.text_input if one.key == note_page.NAME]


def test_the_next_note_is_one_link_away_until_all_are_sent(written: Panel) -> None:
    at = opened("notes")
    seen = []
    while onward := [address for label, address in links(at) if label.startswith("Next: ")]:
        note_id = at.query_params.get("note") or not_none(at.text_area[0].key).removeprefix(
            "notes.body."
        )
        seen.append(note_id)
        press(at, f"notes.sent.{note_id}")
        gone_to(at, "notes", note=onward[0].removeprefix("note="))
    seen.append(at.query_params["note"])

    assert sorted(seen) == sorted(one.id for one in written.store.read().all(Note))


def test_the_last_unsent_note_has_no_next_one(written: Panel) -> None:
    last, *others = written.store.read().all(Note)
    for other in others:
        notes.mark_sent(written.store, other.id, now=BEFORE)

    at = page(last)

    assert not [label for label, _ in links(at) if label.startswith("Next: ")]


def test_a_sent_note_leads_on_to_the_next_one(written: Panel) -> None:
    note = written.note(DANA)

    at = press(page(note), f"notes.sent.{note.id}")

    assert any(label.startswith("Next: ") for label, _ in links(at))


def test_a_card_can_be_written_as_well_and_is_opened(written: Panel) -> None:
    note = written.note(TOBIAS)

    at = press(page(note), f"notes.further.thank_you.card.{note.id}")

    (card,) = written.store.read().where(Note, interviewer_id=TOBIAS.id, channel=Channel.CARD)
    assert at.query_params["note"] == card.id
    assert at.text_area(key=f"notes.body.{card.id}").value == card.text.body
    assert "Wrote a card" in said(at)


def test_a_promise_that_is_late_offers_an_apology(written: Panel) -> None:
    late = Due(date(2026, 11, 18), time(10), ZONE)
    send = written.follow_up(Kind.MATERIAL)
    put(
        written.store,
        replace(send, due=late, promise=Promise(made_at=BEFORE, first=late, agreed=late)),
    )
    note = written.note(TOBIAS, Kind.MATERIAL)

    at = press(page(note), f"notes.further.apology.email.{note.id}")

    (apology,) = [one for one in written.store.read().all(Note) if one.kind is NoteKind.APOLOGY]
    assert at.query_params["note"] == apology.id
    assert "Wrote an apology for being late" in said(at)


def test_a_promise_in_time_offers_no_apology(written: Panel) -> None:
    assert "Apologise for being late" not in said(page(written.note(TOBIAS, Kind.MATERIAL)))


def test_a_person_without_an_address_gets_a_mail_without_one(written: Panel) -> None:
    put(written.store, replace(PRIYA, email=""))

    at = page(written.note(PRIYA))

    assert f"No e-mail address is entered for {PRIYA.name} yet" in said(at)
    assert at.link_button[0].proto.url.startswith("mailto:?")


def test_a_note_too_long_for_a_mail_link_says_so_and_offers_the_file(written: Panel) -> None:
    note = written.note(DANA)

    at = type_in(
        page(note),
        f"notes.body.{note.id}",
        note.text.body.replace("\n\nBest", "\n\nOnce more." * 200 + "\n\nBest"),
    )

    assert "This note is too long for a mail link." in said(at)
    assert not at.download_button(key=f"notes.eml.{note.id}").disabled


def test_what_is_too_long_to_be_kept_is_refused_and_stays_typed(written: Panel) -> None:
    note = written.note(DANA)
    long = "word " * 4_001

    at = type_in(page(note), f"notes.body.{note.id}", long)

    assert "“Note” has 20,005 characters; 20,000 is the most." in said(at)
    assert at.text_area(key=f"notes.body.{note.id}").value == long
    assert kept(written, note).text == note.text


def test_a_text_changed_in_another_window_is_shown_twice_until_one_is_chosen(
    written: Panel,
) -> None:
    note = written.note(DANA)
    at = page(note)
    theirs = replace(note.text, body="Dear Dana, theirs.")
    notes.edit(written.store, note.id, theirs, now=NOW - timedelta(minutes=1))

    at = type_in(at, f"notes.body.{note.id}", "Dear Dana, mine.")

    assert "There: Dear Dana, theirs." in said(at)
    assert "Here: Dear Dana, mine." in said(at)
    press(at, f"notes.{note.id}.clash.notes.body.{note.id}.Take the other")
    assert kept(written, note).text == theirs


def test_marking_sent_does_not_write_over_what_another_window_saved(written: Panel) -> None:
    note = written.note(DANA)
    at = opened("notes", note=note.id)
    elsewhere = replace(
        note.text, body=note.text.body.replace("Best regards", "Newer words.\n\nBest regards")
    )
    notes.edit(written.store, note.id, elsewhere, now=NOW)

    press(at, f"notes.sent.{note.id}")

    kept = written.store.read().get(Note, note.id)
    assert kept.text == elsewhere
