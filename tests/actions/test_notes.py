"""One note: edited without losing a word, checked, sent with its follow-up, and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lib.actions import drafts, follow_ups, history, jobs, notes
from lib.actions.drafts import NothingToWriteFrom
from lib.actions.notes import NothingToMend, NotReady
from lib.domain.dates.due import Due
from lib.domain.debriefs import Debrief, Opening, Said
from lib.domain.followups.followup import FollowUp, Kind, Punctuality, punctuality
from lib.domain.interviews import Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Note, NoteKind, Text
from lib.domain.profile import PROFILE_ID, Profile
from lib.domain.store_errors import Missing, UndoConflict
from lib.words.checks.finding import NoteState
from tests.actions.conftest import (
    DANA,
    INTERVIEW,
    NOW,
    PRIYA,
    TOBIAS,
    ZONE,
    Panel,
    content,
    last_did,
)
from tests.narrowing import not_none

SOON = NOW + timedelta(minutes=5)
LATER = NOW + timedelta(minutes=10)
BROKEN = Text("Thank you", "Dear Tobias,\n\nThank you for [what].\n\nSam")


def read(panel: Panel, note_id: str) -> Note:
    return panel.store.read().get(Note, note_id)


def with_words(text: Text, more: str) -> Text:
    """The text with another sentence before its signature."""
    return replace(text, body=text.body.replace("\n\nBest regards", f"\n\n{more}\n\nBest regards"))


def without_line(text: Text, words: str) -> Text:
    """The text without the paragraph in which these words stand."""
    left = (block for block in text.body.split("\n\n") if words not in block)
    return replace(text, body="\n\n".join(left))


def found(panel: Panel, note: Note) -> set[str]:
    return {one.code for one in notes.findings(panel.store.read(), note)}


def test_editing_keeps_what_was_typed_and_the_text_before_it(written: Panel) -> None:
    note = written.note(DANA)
    typed = with_words(note.text, "One more word.")

    done = notes.edit(written.store, note.id, typed, now=SOON, visit="a")

    after = read(written, note.id)
    assert done.did == last_did(written.store) == ""
    assert after.text == typed
    assert after.written == note.written
    assert [(one.at, one.text, one.visit) for one in after.versions] == [(SOON, note.text, "a")]


def test_one_visit_leaves_one_version_however_often_it_saves(written: Panel) -> None:
    note = written.note(DANA)
    for words in ("One", "One more", "One more word."):
        notes.edit(written.store, note.id, with_words(note.text, words), now=SOON, visit="a")

    assert [one.text for one in read(written, note.id).versions] == [note.text]


def test_each_further_visit_leaves_the_text_it_began_with(written: Panel) -> None:
    note = written.note(DANA)
    first, second = with_words(note.text, "First."), with_words(note.text, "Second.")
    for visit, text in (("a", first), ("b", second), ("c", note.text)):
        notes.edit(written.store, note.id, text, now=SOON, visit=visit)

    assert [(one.text, one.visit) for one in read(written, note.id).versions] == [
        (note.text, "a"),
        (first, "b"),
        (second, "c"),
    ]


def test_saving_the_text_that_stands_there_leaves_no_version_and_no_entry(written: Panel) -> None:
    note, entries = written.note(DANA), written.store.entries()

    notes.edit(written.store, note.id, note.text, now=SOON, visit="a")

    assert read(written, note.id) == note
    assert written.store.entries() == entries


def test_a_note_written_over_and_over_keeps_its_latest_versions(written: Panel) -> None:
    note = written.note(DANA)
    texts = [
        with_words(note.text, f"Number {number}.") for number in range(drafts.VERSIONS_KEPT + 5)
    ]
    for number, text in enumerate(texts):
        notes.edit(written.store, note.id, text, now=SOON, visit=str(number))

    versions = read(written, note.id).versions
    assert len(versions) == drafts.VERSIONS_KEPT
    assert versions[-1].text == texts[-2]


@pytest.mark.parametrize("text", [Text(), Text("", "\n"), Text("ß 日本語 🙂", "a\u2028b\r\nc\td")])
def test_whatever_was_typed_is_kept_letter_for_letter(written: Panel, text: Text) -> None:
    note = written.note(DANA)

    notes.edit(written.store, note.id, text, now=SOON, visit="a")

    assert read(written, note.id).text == text


def test_all_edits_of_one_visit_are_taken_back_together(written: Panel) -> None:
    before, note = content(written.store), written.note(DANA)
    for words in ("One", "One more", "One more word."):
        notes.edit(written.store, note.id, with_words(note.text, words), now=SOON, visit="a")

    history.undo(written.store, written.store.entries(1)[0].id, now=LATER)

    assert content(written.store) == before


def test_a_note_that_is_gone_says_so(written: Panel) -> None:
    note = written.note(DANA)
    jobs.delete_interview(written.store, INTERVIEW.id, now=SOON)

    with pytest.raises(Missing, match="This note is not there any more"):
        notes.edit(written.store, note.id, BROKEN, now=LATER)


def test_sending_marks_the_note_and_completes_its_follow_up_at_that_moment(written: Panel) -> None:
    note = written.note(DANA)

    done = notes.mark_sent(written.store, note.id, now=SOON)

    follow_up = written.store.read().get(FollowUp, note.follow_up_id)
    assert read(written, note.id).sent_at == follow_up.done_at == SOON
    assert [(one.at, one.what) for one in follow_up.history] == [(SOON, "Done")]
    assert done.did == last_did(written.store)
    assert done.did.startswith("Sent the note to Dana Whitfield")


def test_sending_a_note_leaves_the_others_alone(written: Panel) -> None:
    notes.mark_sent(written.store, written.note(DANA).id, now=SOON)

    unsent = [one for one in written.store.read().all(Note) if one.sent_at is None]
    assert len(unsent) == 4
    assert written.follow_up(Kind.CARD).is_open()


def test_sending_a_card_says_so(written: Panel) -> None:
    done = notes.mark_sent(written.store, written.note(DANA, Kind.CARD).id, now=SOON)

    assert done.did == "Sent the card to Dana Whitfield"
    assert written.follow_up(Kind.CARD).done_at == SOON


def test_sending_material_in_time_keeps_the_promise(written: Panel) -> None:
    notes.mark_sent(written.store, written.note(TOBIAS, Kind.MATERIAL).id, now=SOON)

    material = written.follow_up(Kind.MATERIAL)
    assert punctuality(not_none(material.promise), material, LATER) is Punctuality.KEPT


def test_sending_takes_the_visible_text_along_and_keeps_the_one_before(written: Panel) -> None:
    note = written.note(DANA)
    shown = with_words(note.text, "One more word.")

    notes.mark_sent(written.store, note.id, text=shown, now=SOON)

    after = read(written, note.id)
    assert (after.text, after.sent_at) == (shown, SOON)
    assert [one.text for one in after.versions] == [note.text]


def test_the_day_that_a_sent_note_names_becomes_a_promise(written: Panel) -> None:
    note, check_in = written.note(DANA), written.follow_up(Kind.CHECK_IN)

    done = notes.mark_sent(written.store, note.id, now=SOON)

    promise = written.follow_up(Kind.CHECK_IN).promise
    assert check_in.promise is None
    assert (not_none(promise).made_at, not_none(promise).first, not_none(promise).agreed) == (
        SOON,
        check_in.due,
        check_in.due,
    )
    assert done.did == "Sent the note to Dana Whitfield; Wed, Dec 2 is now a promise"


def test_the_day_stays_planned_where_the_sent_note_does_not_name_it(written: Panel) -> None:
    note = written.note(DANA)
    silent = without_line(note.text, "December 2")

    done = notes.mark_sent(written.store, note.id, text=silent, now=SOON)

    assert written.follow_up(Kind.CHECK_IN).promise is None
    assert done.did == "Sent the note to Dana Whitfield"


def test_a_day_is_promised_once_however_many_notes_name_it(written: Panel) -> None:
    notes.mark_sent(written.store, written.note(DANA).id, now=SOON)
    first = written.follow_up(Kind.CHECK_IN)

    done = notes.mark_sent(written.store, written.note(TOBIAS).id, now=LATER)

    assert written.follow_up(Kind.CHECK_IN) == first
    assert done.did == "Sent the note to Tobias Fehr"


def test_what_was_promised_in_the_room_keeps_its_own_promise(written: Panel) -> None:
    before = written.follow_up(Kind.CALL)

    notes.mark_sent(written.store, written.note(PRIYA).id, now=SOON)

    assert written.follow_up(Kind.CALL) == before


def test_a_note_that_names_the_day_of_a_check_in_that_was_let_go_is_to_be_looked_at_again(
    written: Panel,
) -> None:
    follow_ups.close(written.store, written.follow_up(Kind.CHECK_IN).id, now=NOW)
    note = written.note(DANA)

    assert found(written, note) == {"date_unknown:Wednesday, December 2"}
    assert notes.state(written.store.read(), note) is NoteState.LOOK_AGAIN


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (Text("", "Dear Tobias,"), "cannot go out yet"),
        (BROKEN, "still to be filled in"),
        (
            Text("Thank you, Tobias", "Dear Dana,\n\nthe nightly loads break. Sam"),
            "It greets Dana Whitfield",
        ),
    ],
)
def test_an_unready_note_is_refused_and_nothing_of_the_sending_is_saved(
    written: Panel, text: Text, words: str
) -> None:
    before, entries = content(written.store), written.store.entries()

    with pytest.raises(NotReady, match=words):
        notes.mark_sent(written.store, written.note(TOBIAS).id, text=text, now=SOON)

    assert content(written.store) == before
    assert written.store.entries() == entries


def test_a_note_that_names_a_wrong_day_is_refused(written: Panel) -> None:
    note = written.note(TOBIAS)
    wrong = with_words(note.text, "You will have the list by Wednesday, November 25.")

    with pytest.raises(NotReady, match="Wednesday, November 25"):
        notes.mark_sent(written.store, note.id, text=wrong, now=SOON)


def test_an_unready_note_that_was_typed_before_stays_as_it_was_typed(written: Panel) -> None:
    note = written.note(TOBIAS)
    notes.edit(written.store, note.id, BROKEN, now=SOON, visit="a")

    with pytest.raises(NotReady):
        notes.mark_sent(written.store, note.id, now=LATER)

    after = read(written, note.id)
    assert (after.text, after.sent_at) == (BROKEN, None)
    assert written.store.read().get(FollowUp, note.follow_up_id).is_open()


def test_sending_is_taken_back_in_one_go(written: Panel) -> None:
    before, note = content(written.store), written.note(DANA)
    notes.mark_sent(written.store, note.id, text=with_words(note.text, "One more word."), now=SOON)

    history.undo(written.store, written.store.entries(1)[0].id, now=LATER)

    assert content(written.store) == before


def test_sending_is_not_taken_back_under_a_later_change_of_the_same_note(written: Panel) -> None:
    note = written.note(DANA)
    notes.mark_sent(written.store, note.id, now=SOON)
    sending = written.store.entries(1)[0]
    notes.edit(written.store, note.id, with_words(note.text, "Too late."), now=LATER, visit="a")
    before = content(written.store)

    with pytest.raises(UndoConflict, match="changed since"):
        history.undo(written.store, sending.id, now=LATER)

    assert content(written.store) == before


def test_not_sent_opens_the_note_and_its_follow_up_again(written: Panel) -> None:
    note = written.note(DANA)
    notes.mark_sent(written.store, note.id, now=SOON)

    done = notes.not_sent(written.store, note.id, now=LATER)

    follow_up = written.store.read().get(FollowUp, note.follow_up_id)
    assert done.did == last_did(written.store) == "Marked as not sent"
    assert read(written, note.id).sent_at is None
    assert follow_up.is_open()
    assert [one.what for one in follow_up.history] == ["Done", "Taken up again"]


def test_a_note_that_was_not_sent_after_all_can_be_sent_again(written: Panel) -> None:
    note = written.note(DANA)
    notes.mark_sent(written.store, note.id, now=NOW)
    notes.not_sent(written.store, note.id, now=SOON)

    notes.mark_sent(written.store, note.id, now=LATER)

    follow_up = written.store.read().get(FollowUp, note.follow_up_id)
    assert read(written, note.id).sent_at == follow_up.done_at == LATER


def test_a_card_beside_the_e_mail_is_written_once(written: Panel) -> None:
    follow_up = written.follow_up(Kind.THANK_YOU, TOBIAS)

    first = notes.write_for(written.store, follow_up.id, NoteKind.THANK_YOU, Channel.CARD, now=SOON)
    before, entries = content(written.store), written.store.entries()
    second = notes.write_for(
        written.store, follow_up.id, NoteKind.THANK_YOU, Channel.CARD, now=LATER
    )

    card = read(written, first.record_id)
    assert first == second
    assert first.did == "Wrote a card"
    assert (card.channel, card.interviewer_id, card.text.subject) == (Channel.CARD, TOBIAS.id, "")
    assert card.text == card.written
    assert content(written.store) == before
    assert written.store.entries() == entries


def test_a_further_card_leaves_the_follow_ups_as_they_are(written: Panel) -> None:
    before = written.store.read().all(FollowUp)
    follow_up = written.follow_up(Kind.THANK_YOU, TOBIAS)

    notes.write_for(written.store, follow_up.id, NoteKind.THANK_YOU, Channel.CARD, now=SOON)

    assert written.store.read().all(FollowUp) == before


def test_asking_for_a_further_note_again_never_overwrites_an_edited_one(written: Panel) -> None:
    follow_up = written.follow_up(Kind.MATERIAL)
    first = notes.write_for(written.store, follow_up.id, NoteKind.APOLOGY, Channel.EMAIL, now=SOON)
    typed = with_words(read(written, first.record_id).text, "One more word.")
    notes.edit(written.store, first.record_id, typed, now=SOON, visit="a")

    notes.write_for(written.store, follow_up.id, NoteKind.APOLOGY, Channel.EMAIL, now=LATER)

    apologies = [one for one in written.store.read().all(Note) if one.kind is NoteKind.APOLOGY]
    assert [one.text for one in apologies] == [typed]


@pytest.mark.parametrize(("kind", "person"), [(Kind.MATERIAL, TOBIAS), (Kind.CALL, PRIYA)])
def test_an_apology_goes_to_whom_it_was_promised_and_names_the_promised_day(
    written: Panel, kind: Kind, person: Interviewer
) -> None:
    follow_up = written.follow_up(kind)

    done = notes.write_for(written.store, follow_up.id, NoteKind.APOLOGY, Channel.EMAIL, now=SOON)

    apology = read(written, done.record_id)
    assert done.did == last_did(written.store) == "Wrote an apology for being late"
    assert (apology.interviewer_id, apology.follow_up_id) == (person.id, follow_up.id)
    assert f"November {follow_up.due.day.day}" in apology.text.body
    assert found(written, apology) == set()


def test_a_sent_apology_leaves_what_was_promised_open(written: Panel) -> None:
    call = written.follow_up(Kind.CALL)
    done = notes.write_for(written.store, call.id, NoteKind.APOLOGY, Channel.EMAIL, now=SOON)

    notes.mark_sent(written.store, done.record_id, now=LATER)

    assert read(written, done.record_id).sent_at == LATER
    assert written.follow_up(Kind.CALL) == call


def test_a_further_note_is_taken_back(written: Panel) -> None:
    before = content(written.store)
    follow_up = written.follow_up(Kind.MATERIAL)
    notes.write_for(written.store, follow_up.id, NoteKind.APOLOGY, Channel.EMAIL, now=SOON)

    history.undo(written.store, written.store.entries(1)[0].id, now=LATER)

    assert content(written.store) == before


def test_a_fresh_text_changes_nothing_until_it_is_taken(written: Panel) -> None:
    note = written.note(DANA)
    debrief = written.store.read().get(Debrief, INTERVIEW.id)
    said = Said(
        opening=Opening.MENTIONED, topic="the claims backlog grows by forty files each week"
    )
    sheets = (replace(debrief.people[0], said=said), *debrief.people[1:])
    with written.store.transaction(now=NOW, did="") as tx:
        tx.put(replace(debrief, people=sheets))
    before = content(written.store)

    fresh = drafts.fresh_text(written.store.read(), note)

    assert said.topic in fresh.body
    assert content(written.store) == before


def test_a_fresh_text_of_an_unchanged_checklist_is_what_was_written(written: Panel) -> None:
    reader = written.store.read()

    assert all(drafts.fresh_text(reader, note) == note.written for note in reader.all(Note))


def test_a_fresh_text_is_signed_with_the_name_in_the_profile_as_it_is_now(written: Panel) -> None:
    with written.store.transaction(now=NOW, did="") as tx:
        tx.put(replace(tx.get(Profile, PROFILE_ID), name="Samira Ortega"))

    fresh = drafts.fresh_text(written.store.read(), written.note(DANA))

    assert "Samira Ortega" in fresh.body


def test_without_its_interview_there_is_nothing_to_write_a_note_from(written: Panel) -> None:
    note = written.note(DANA)
    jobs.delete_interview(written.store, INTERVIEW.id, now=SOON)

    with pytest.raises(NothingToWriteFrom, match="interview that this note belongs to is gone"):
        drafts.fresh_text(written.store.read(), note)

    assert notes.findings(written.store.read(), note) == ()


def test_a_wording_taken_from_the_app_counts_as_unedited_and_keeps_mine(written: Panel) -> None:
    note = written.note(DANA)
    mine = with_words(note.text, "One more word.")
    notes.edit(written.store, note.id, mine, now=NOW, visit="a")

    done = notes.take_text(written.store, note.id, note.written, now=SOON, by_app=True)

    after = read(written, note.id)
    assert done.did == last_did(written.store) == "Took the new wording"
    assert after.text == note.written
    assert not after.is_edited()
    assert [one.text for one in after.versions] == [note.text, mine]


def test_an_earlier_version_brought_back_counts_as_edited_and_keeps_the_present_one(
    written: Panel,
) -> None:
    note = written.note(DANA)
    first, second = with_words(note.text, "First."), with_words(note.text, "Second.")
    notes.edit(written.store, note.id, first, now=NOW, visit="a")
    notes.edit(written.store, note.id, second, now=NOW, visit="b")

    done = notes.take_text(written.store, note.id, first, now=SOON, by_app=False)

    after = read(written, note.id)
    assert done.did == "Brought an earlier version back"
    assert after.text == first
    assert after.written == note.written
    assert after.versions[-1].text == second


def test_a_note_whose_wording_is_taken_over_and_over_keeps_its_latest_versions(
    written: Panel,
) -> None:
    note = written.note(DANA)
    texts = [
        with_words(note.text, f"Number {number}.") for number in range(drafts.VERSIONS_KEPT + 5)
    ]
    for text in texts:
        notes.take_text(written.store, note.id, text, now=SOON, by_app=True)

    versions = read(written, note.id).versions
    assert [one.text for one in versions] == texts[4:-1]


def test_taking_a_text_is_taken_back(written: Panel) -> None:
    before, note = content(written.store), written.note(DANA)
    notes.take_text(written.store, note.id, BROKEN, now=SOON, by_app=False)

    history.undo(written.store, written.store.entries(1)[0].id, now=LATER)

    assert content(written.store) == before


def test_the_visit_that_goes_on_after_a_text_was_taken_does_not_lose_that_text(
    written: Panel,
) -> None:
    note = written.note(DANA)
    notes.edit(written.store, note.id, with_words(note.text, "First."), now=NOW, visit="a")
    notes.take_text(written.store, note.id, note.written, now=SOON, by_app=True)

    notes.edit(written.store, note.id, with_words(note.text, "Second."), now=LATER, visit="a")

    assert read(written, note.id).versions[-1].text == note.written


def test_accepting_a_warning_is_kept_with_the_note(written: Panel) -> None:
    note = written.note(DANA)

    done = notes.accept(written.store, note.id, "exclamations", now=SOON)

    after = read(written, note.id)
    assert done.did == last_did(written.store) == "Noted: it's right"
    assert after.accepted == ("exclamations",)
    assert after.text == note.text


def test_accepting_is_taken_back(written: Panel) -> None:
    before = content(written.store)
    notes.accept(written.store, written.note(DANA).id, "exclamations", now=SOON)

    history.undo(written.store, written.store.entries(1)[0].id, now=LATER)

    assert content(written.store) == before


def test_what_is_to_be_looked_at_again_does_not_keep_a_note_from_being_sent(written: Panel) -> None:
    note = written.note(DANA)
    loud = with_words(note.text, "What a day! What a team! What a view!")

    notes.mark_sent(written.store, note.id, text=loud, now=SOON)

    assert "exclamations" in found(written, written.note(DANA))
    assert written.note(DANA).sent_at == SOON


def test_a_note_is_compared_with_those_to_the_others_in_the_room(written: Panel) -> None:
    note = written.note(TOBIAS)
    same = replace(
        written.note(DANA).text, body=written.note(DANA).text.body.replace("Dana", "Tobias")
    )

    codes = {one.code for one in notes.findings(written.store.read(), replace(note, text=same))}

    assert f"same_as:{DANA.name}" in codes


def test_another_company_where_a_job_is_running_is_pointed_out(written: Panel) -> None:
    with written.store.transaction(now=NOW, did="") as tx:
        tx.put(Job(id="job-tiller", company="Tiller Health", role="Service Analyst"))
    note = written.note(DANA)
    mixed_up = with_words(note.text, "I look forward to Tiller Health.")

    codes = {one.code for one in notes.findings(written.store.read(), replace(note, text=mixed_up))}

    assert codes == {"other_company:Tiller Health"}


def test_a_day_counts_as_named_only_where_it_is_the_day_on_which_it_is_due() -> None:
    check_in = FollowUp(id="c", kind=Kind.CHECK_IN, due=Due(date(2026, 12, 2), None, ZONE))

    assert notes.names_day(Text("", "I will ask on Wednesday, December 2."), check_in)
    assert notes.names_day(Text("", "I will ask on December 2nd, 2026."), check_in)
    assert not notes.names_day(Text("", "I will ask on Thursday, December 3."), check_in)
    assert not notes.names_day(Text("Wednesday, December 2", "I will ask."), check_in)


def test_a_further_draft_can_be_thrown_away_and_brought_back(written: Panel) -> None:
    follow_up = written.follow_up(Kind.THANK_YOU, DANA)
    done = notes.write_for(written.store, follow_up.id, NoteKind.THANK_YOU, Channel.PHONE, now=NOW)
    before = content(written.store)

    notes.throw_away(written.store, done.record_id, now=NOW)

    assert written.store.read().find(Note, done.record_id) is None
    assert last_did(written.store) == "Threw away the phone script"
    history.undo(written.store, written.store.entries(1)[0].id, now=NOW)
    assert content(written.store) == before


def test_the_only_note_of_a_follow_up_and_one_that_was_sent_are_not_thrown_away(
    written: Panel,
) -> None:
    only = written.note(TOBIAS)
    further = notes.write_for(
        written.store,
        written.follow_up(Kind.THANK_YOU, DANA).id,
        NoteKind.THANK_YOU,
        Channel.PHONE,
        now=NOW,
    )
    notes.mark_sent(written.store, further.record_id, now=NOW)
    before = content(written.store)

    for id in (only.id, further.record_id, "gone"):
        notes.throw_away(written.store, id, now=NOW)

    assert content(written.store) == before


def test_one_press_mends_one_thing_and_keeps_the_text_before(written: Panel) -> None:
    note = written.note(DANA)
    typed = with_words(note.text, "It took 3 weeks and it doesnt show.")
    notes.edit(written.store, note.id, typed, now=NOW, visit="a")

    done = notes.mend(written.store, note.id, "small_number:3 weeks", now=SOON)

    after = read(written, note.id)
    assert after.text == with_words(note.text, "It took three weeks and it doesnt show.")
    assert [one.text for one in after.versions] == [note.text, typed]
    assert done.did == last_did(written.store) == "Mended “3 weeks”"
    assert "apostrophe:doesnt" in found(written, after)


def test_a_mend_is_taken_back_in_one_go(written: Panel) -> None:
    note = written.note(DANA)
    notes.edit(
        written.store, note.id, with_words(note.text, "It took 3 weeks."), now=NOW, visit="a"
    )
    before = content(written.store)
    notes.mend(written.store, note.id, "small_number:3 weeks", now=SOON)

    history.undo(written.store, written.store.entries(1)[0].id, now=LATER)

    assert content(written.store) == before


@pytest.mark.parametrize("code", ["small_number:3 weeks", "too_short", "nonsense"])
def test_what_is_not_there_any_more_is_not_mended(written: Panel, code: str) -> None:
    before = content(written.store)

    with pytest.raises(NothingToMend):
        notes.mend(written.store, written.note(DANA).id, code, now=SOON)

    assert content(written.store) == before


def test_the_state_of_a_note_goes_by_what_is_open_in_it(written: Panel) -> None:
    note = written.note(DANA)
    assert notes.state(written.store.read(), note) is NoteState.READY

    notes.edit(
        written.store, note.id, with_words(note.text, "It took 3 weeks."), now=NOW, visit="a"
    )
    assert notes.state(written.store.read(), read(written, note.id)) is NoteState.LOOK_AGAIN

    notes.accept(written.store, note.id, "small_number:3 weeks", now=SOON)
    assert notes.state(written.store.read(), read(written, note.id)) is NoteState.READY

    notes.edit(written.store, note.id, BROKEN, now=LATER, visit="b")
    assert notes.state(written.store.read(), read(written, note.id)) is NoteState.BLOCKED
