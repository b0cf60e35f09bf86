"""The blanks of a message: kept with its note, shown in its text, never over what was typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from lib.actions import (
    answers,
    asks,
    drafts,
    employer_contact,
    follow_ups,
    history,
    jobs,
    notes,
    settings,
)
from lib.actions.briefs import brief_for
from lib.actions.notes import NotReady, TooSoon
from lib.domain.answers import EventKind, JobEvent
from lib.domain.dates.due import Due
from lib.domain.debriefs import Debrief
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interviewer
from lib.domain.jobs import JobStatus
from lib.domain.notes import GREETING, Channel, Filled, Note, NoteKind, Text
from lib.domain.people.contacts import Contact
from lib.domain.profile import PROFILE_ID, Profile
from lib.domain.validation import LONGEST_FIELD, Refused
from lib.store.repository import Store
from lib.words.checks.finding import NoteState
from lib.words.letters.compose import RECIPES, Field, compose, fields
from lib.words.text.tidy import curly
from tests.actions.conftest import DANA, INTERVIEW, JOB, NOW, TOBIAS, ZONE, Panel, content, last_did
from tests.narrowing import not_none

SOON = NOW + timedelta(minutes=5)
LATER = NOW + timedelta(minutes=10)
MOVED_ON = datetime(2026, 11, 20, 15, tzinfo=UTC)
WHY = "I liked hearing how your adjusters pick their own cases."
USEFUL = "Last week I passed the exam that you asked about."
OWN = Text("My own subject", "Dear Dana,\n\nthis is my own letter.\n\nSam Ortega")
THEIR_DAY, MOVED_TO = "Tuesday, December 1", "Friday, December 11"


@dataclass(frozen=True, slots=True)
class Message:
    """A message in the store."""

    store: Store
    id: str

    @property
    def note(self) -> Note:
        return self.store.read().get(Note, self.id)

    @property
    def body(self) -> str:
        return self.note.text.body

    def blank(self, name: str) -> Field:
        (one,) = [each for each in notes.blanks(self.store.read(), self.note) if each.name == name]
        return one

    def fill(self, visit: str = "a", now: datetime = SOON, **blanks: str) -> None:
        """Leaves these blanks changed, and the text as it is."""
        notes.edit(
            self.store, self.id, self.note.text, filled=filled(**blanks), now=now, visit=visit
        )

    def type(self, text: Text, visit: str = "b") -> None:
        """Changes the text by hand."""
        notes.edit(self.store, self.id, text, now=SOON, visit=visit)


def filled(**blanks: str) -> tuple[Filled, ...]:
    return tuple(Filled(name, text) for name, text in blanks.items())


def written_for(
    panel: Panel, due: Kind, kind: NoteKind | None = None, channel: Channel = Channel.EMAIL
) -> Message:
    """The message of that kind for the panel's follow-up."""
    wanted = kind or NoteKind(due.value)
    done = notes.write_for(panel.store, panel.follow_up(due).id, wanted, channel, now=NOW)
    return Message(panel.store, done.record_id)


def moved(by: date, **fields: Any) -> JobEvent:
    """They moved the day that they had given."""
    told = {
        "id": "e",
        "job_id": JOB.id,
        "at": MOVED_ON,
        "kind": EventKind.MOVED_DATE,
        "by": by,
        **fields,
    }
    return JobEvent(**told)


@pytest.fixture
def check_in(written: Panel) -> Message:
    return written_for(written, Kind.CHECK_IN)


@pytest.fixture
def script(written: Panel) -> Message:
    """The script of the call that was promised, about nothing in particular."""
    with written.store.transaction(now=NOW, did="") as tx:
        for debrief in tx.all(Debrief):
            tx.put(
                replace(debrief, promises=tuple(replace(one, about="") for one in debrief.promises))
            )
    return written_for(written, Kind.CALL, channel=Channel.PHONE)


def test_a_filled_blank_is_kept_with_the_note_and_stands_in_its_text(check_in: Message) -> None:
    check_in.fill(why=WHY, useful=USEFUL)

    assert check_in.note.filled == filled(why=WHY, useful=USEFUL)
    assert (check_in.blank("why").text, check_in.blank("why").suggestion) == (WHY, "")
    assert WHY in check_in.body
    assert USEFUL in check_in.body


def test_a_text_that_grew_from_its_blanks_counts_as_the_apps(check_in: Message) -> None:
    before = check_in.note.text

    check_in.fill(why=WHY)

    assert not check_in.note.is_edited()
    assert check_in.note.versions == ()
    assert check_in.note.text != before
    assert drafts.fresh_text(check_in.store.read(), check_in.note) == check_in.note.text


def test_each_blank_that_is_filled_writes_the_whole_message_anew(check_in: Message) -> None:
    check_in.fill(why="A first thought of mine.")

    check_in.fill(why=WHY)

    assert WHY in check_in.body
    assert "A first thought of mine." not in check_in.body


def test_what_is_known_stands_in_a_blank_that_nobody_touched(check_in: Message) -> None:
    known = check_in.blank("their_day")

    assert known.text == known.suggestion
    assert THEIR_DAY in known.text
    assert curly(known.text) in check_in.body
    assert check_in.note.filled == ()


def test_an_emptied_blank_leaves_its_sentence_out(check_in: Message) -> None:
    known = curly(check_in.blank("their_day").text)

    check_in.fill(their_day="")

    assert check_in.blank("their_day").text == ""
    assert known not in check_in.body
    assert "December 1" not in check_in.body


def test_a_blank_left_as_it_was_known_again_brings_the_known_sentence_back(
    check_in: Message,
) -> None:
    before = check_in.note
    check_in.fill(their_day="", why=WHY)

    check_in.fill()

    assert check_in.note.filled == ()
    assert check_in.note.text == before.text


def test_a_text_changed_by_hand_stays_and_the_blank_is_kept(check_in: Message) -> None:
    check_in.type(OWN)

    check_in.fill(why=WHY)

    assert check_in.note.text == OWN
    assert check_in.note.filled == filled(why=WHY)
    assert check_in.blank("why").text == WHY
    assert WHY in drafts.fresh_text(check_in.store.read(), check_in.note).body


def test_the_new_wording_of_an_edited_text_is_taken_with_its_blanks(check_in: Message) -> None:
    check_in.type(OWN)
    check_in.fill(why=WHY)

    fresh = drafts.fresh_text(check_in.store.read(), check_in.note)
    notes.take_text(check_in.store, check_in.id, fresh, now=LATER, by_app=True)
    check_in.fill(why=WHY, useful=USEFUL)

    assert not check_in.note.is_edited()
    assert WHY in check_in.body
    assert USEFUL in check_in.body
    assert OWN in [one.text for one in check_in.note.versions]


def test_text_and_blank_typed_at_once_are_both_kept(check_in: Message) -> None:
    before = check_in.note.text

    notes.edit(check_in.store, check_in.id, OWN, filled=filled(why=WHY), now=SOON, visit="a")

    assert (check_in.note.text, check_in.note.filled) == (OWN, filled(why=WHY))
    assert [one.text for one in check_in.note.versions] == [before]


def test_an_edit_of_the_text_alone_leaves_the_blanks_as_they_are(check_in: Message) -> None:
    check_in.fill(why=WHY)

    check_in.type(OWN)

    assert check_in.note.filled == filled(why=WHY)


def test_a_note_that_keeps_its_words_keeps_them_when_a_blank_is_filled(check_in: Message) -> None:
    before = check_in.note.text
    with check_in.store.transaction(now=NOW, did="") as tx:
        tx.put(replace(check_in.note, keeps_its_words=True))

    check_in.fill(why=WHY)

    assert (check_in.note.text, check_in.note.filled) == (before, filled(why=WHY))
    fresh = drafts.fresh_text(check_in.store.read(), check_in.note)
    notes.take_text(check_in.store, check_in.id, fresh, now=LATER, by_app=True)
    assert WHY in check_in.body
    assert not check_in.note.is_edited()


def test_all_blanks_of_one_visit_are_taken_back_together(check_in: Message) -> None:
    before = content(check_in.store)
    for words in ("I liked", "I liked hearing", WHY):
        check_in.fill(why=words)

    history.undo(check_in.store, check_in.store.entries(1)[0].id, now=LATER)

    assert content(check_in.store) == before


def test_a_later_visit_is_taken_back_alone(check_in: Message) -> None:
    check_in.fill(why=WHY)
    before = content(check_in.store)
    check_in.fill(visit="b", why=WHY, useful=USEFUL)

    history.undo(check_in.store, check_in.store.entries(1)[0].id, now=LATER)

    assert content(check_in.store) == before
    assert WHY in check_in.body


def test_blanks_as_they_stand_leave_no_entry(check_in: Message) -> None:
    check_in.fill(why=WHY)
    note, entries = check_in.note, check_in.store.entries()

    check_in.fill(visit="b", why=WHY)

    assert check_in.note == note
    assert check_in.store.entries() == entries


@pytest.mark.parametrize("blank", ["why", "useful"])
def test_a_blank_that_is_too_long_is_refused_in_a_sentence_and_nothing_is_lost(
    check_in: Message, blank: str
) -> None:
    check_in.fill(why=WHY)
    before, entries = content(check_in.store), check_in.store.entries()

    with pytest.raises(
        Refused, match=r"6,000 characters; 5,000 is the most\. Shorten it to keep it\."
    ):
        check_in.fill(visit="b", now=SOON, **{blank: "x" * 6_000})

    assert content(check_in.store) == before
    assert check_in.store.entries() == entries


def test_a_blank_may_be_as_long_as_any_field(check_in: Message) -> None:
    longest = "word " * (LONGEST_FIELD // 5)

    check_in.fill(why=longest)

    assert check_in.note.filled == filled(why=longest)


@pytest.mark.parametrize(
    "words", ["{x} {0} {company}", "[what]", "$5M–$10M", "ß 日本語 🙂", " \n "]
)
def test_whatever_was_typed_into_a_blank_is_kept_letter_for_letter(
    check_in: Message, words: str
) -> None:
    check_in.fill(why=words)

    assert check_in.note.filled == filled(why=words)
    assert check_in.blank("why").text == words


def test_a_new_name_in_the_profile_signs_the_message_and_keeps_its_blanks(
    check_in: Message,
) -> None:
    check_in.fill(why=WHY)
    profile = check_in.store.read().get(Profile, PROFILE_ID)

    settings.save_profile(check_in.store, replace(profile, name="Samira Ortega"), now=LATER)

    assert "Samira Ortega" in check_in.body
    assert WHY in check_in.body
    assert check_in.note.filled == filled(why=WHY)


def test_a_moved_day_reaches_the_blank_that_nobody_touched_and_leaves_the_filled_one(
    check_in: Message,
) -> None:
    check_in.fill(why=WHY)

    employer_contact.log_contact(check_in.store, moved(date(2026, 12, 11)), now=MOVED_ON)

    assert MOVED_TO in check_in.blank("their_day").text
    assert MOVED_TO in check_in.body
    assert THEIR_DAY not in check_in.body
    assert WHY in check_in.body
    assert check_in.note.filled == filled(why=WHY)


def test_a_moved_day_stays_out_of_a_blank_that_was_filled(check_in: Message) -> None:
    mine = "You had hoped to decide before the holidays."
    check_in.fill(their_day=mine)

    employer_contact.log_contact(check_in.store, moved(date(2026, 12, 11)), now=MOVED_ON)

    assert check_in.blank("their_day").text == mine
    assert mine in check_in.body
    assert MOVED_TO not in check_in.body


@pytest.mark.parametrize("channel", [Channel.LINKEDIN, Channel.PHONE])
def test_another_channel_starts_with_the_same_blanks(
    written: Panel, check_in: Message, channel: Channel
) -> None:
    check_in.fill(their_day="", why=WHY)

    other = written_for(written, Kind.CHECK_IN, channel=channel)

    assert other.id != check_in.id
    assert other.note.filled == filled(their_day="", why=WHY)
    assert WHY in other.body
    assert "December 1" not in other.body
    assert not other.note.is_edited()


def test_from_then_on_each_channel_has_blanks_of_its_own(written: Panel, check_in: Message) -> None:
    check_in.fill(why=WHY)
    other = written_for(written, Kind.CHECK_IN, channel=Channel.LINKEDIN)

    other.fill(why="Something else altogether.")

    assert check_in.note.filled == filled(why=WHY)
    assert WHY in check_in.body
    assert written_for(written, Kind.CHECK_IN, channel=Channel.LINKEDIN).note == other.note


def test_sending_keeps_the_blanks_that_were_typed_last(check_in: Message) -> None:
    notes.mark_sent(check_in.store, check_in.id, filled=filled(why=WHY), now=SOON)

    assert check_in.note.filled == filled(why=WHY)
    assert check_in.note.sent_at == SOON


def test_sending_without_a_word_about_the_blanks_leaves_them(check_in: Message) -> None:
    check_in.fill(why=WHY)

    notes.mark_sent(check_in.store, check_in.id, now=SOON)

    assert check_in.note.filled == filled(why=WHY)
    assert WHY in check_in.body


def test_a_message_that_is_not_ready_is_sent_with_no_blank_either(check_in: Message) -> None:
    before = content(check_in.store)
    broken = Text("", "Dear Dana,\n\nThank you for [what].")

    with pytest.raises(NotReady):
        notes.mark_sent(check_in.store, check_in.id, text=broken, filled=filled(why=WHY), now=SOON)

    assert content(check_in.store) == before


def test_a_sending_with_its_blanks_is_taken_back_in_one_go(check_in: Message) -> None:
    before = content(check_in.store)
    notes.mark_sent(check_in.store, check_in.id, text=OWN, filled=filled(why=WHY), now=SOON)

    history.undo(check_in.store, check_in.store.entries(1)[0].id, now=LATER)

    assert content(check_in.store) == before


def test_what_a_blank_breaks_in_the_message_is_found_there(check_in: Message) -> None:
    assert notes.state(check_in.store.read(), check_in.note) is NoteState.READY

    check_in.fill(why="I have thought about [what].")

    assert notes.state(check_in.store.read(), check_in.note) is NoteState.BLOCKED


def test_a_thank_you_has_no_blanks_of_its_own(written: Panel) -> None:
    assert notes.blanks(written.store.read(), written.note(DANA)) == ()
    assert notes.blanks(written.store.read(), written.note(DANA, Kind.CARD)) == ()


def test_without_its_interview_a_message_has_no_blanks(check_in: Message) -> None:
    note = check_in.note
    jobs.delete_interview(check_in.store, INTERVIEW.id, now=SOON)

    assert notes.blanks(check_in.store.read(), note) == ()


def test_the_lines_for_the_material_have_a_blank_from_the_start(written: Panel) -> None:
    lines = Message(written.store, written.note(TOBIAS, Kind.MATERIAL).id)

    lines.fill(look_at="Page two has the codes that changed.")

    assert "Page two has the codes that changed." in lines.body


def test_a_reply_to_a_no_offers_a_question_and_asks_none_by_itself(written: Panel) -> None:
    answers.record(written.store, JOB.id, JobStatus.NOT_SELECTED, now=NOW)
    (note,) = (one for one in written.store.read().all(Note) if one.kind is NoteKind.GRACIOUS_REPLY)
    reply = Message(written.store, note.id)
    question = reply.blank("feedback")
    assert (question.text, len(question.offers) > 1) == ("", True)
    assert not [one for one in question.offers if curly(one) in reply.body]

    reply.fill(feedback=question.offers[0])

    assert curly(question.offers[0]) in reply.body


@pytest.mark.parametrize("kind", RECIPES, ids=lambda kind: kind.value)
def test_whatever_stands_in_a_blank_of_an_e_mail_stands_in_the_message(
    written: Panel, kind: NoteKind
) -> None:
    with written.store.transaction(now=NOW, did="") as tx:
        tx.put(Contact(id="noor", name="Noor Haddad", email="noor@example.org"))
    asks.line_up(written.store, JOB.id, "noor", now=NOW)
    due = Kind.GOOD_WORD if kind.is_to_a_contact() else Kind.CHECK_IN
    reader = written.store.read()
    (follow_up,) = (one for one in reader.where(FollowUp, job_id=JOB.id) if one.kind is due)
    brief = brief_for(reader, follow_up, kind, Channel.EMAIL)
    named = [one.name for one in fields(not_none(brief)) if one.name != GREETING]
    marks = {name: f"Quokka number {i} is here" for i, name in enumerate(named)}

    body = compose(replace(not_none(brief), filled=filled(**marks))).body

    assert len(marks) == len(named) > 0
    missing = [name for name, mark in marks.items() if mark[1:] not in body]
    assert missing == []


def test_the_check_in_names_the_day_that_they_gave_until_they_move_it(check_in: Message) -> None:
    assert THEIR_DAY in check_in.body

    employer_contact.log_contact(check_in.store, moved(date(2026, 12, 11)), now=MOVED_ON)

    assert MOVED_TO in check_in.body
    assert THEIR_DAY not in check_in.body


def test_a_check_in_written_after_they_moved_the_day_names_the_new_one(written: Panel) -> None:
    employer_contact.log_contact(written.store, moved(date(2026, 12, 11)), now=MOVED_ON)

    check_in = written_for(written, Kind.CHECK_IN)

    assert MOVED_TO in check_in.body
    assert THEIR_DAY not in check_in.body
    assert notes.findings(written.store.read(), check_in.note) == ()


def test_the_day_they_named_last_counts(written: Panel) -> None:
    employer_contact.log_contact(written.store, moved(date(2026, 12, 18)), now=MOVED_ON)
    again = moved(date(2026, 12, 11), id="f", at=MOVED_ON + timedelta(hours=1))
    employer_contact.log_contact(written.store, again, now=MOVED_ON + timedelta(hours=1))

    assert MOVED_TO in written_for(written, Kind.CHECK_IN).body


def test_the_call_asks_about_the_day_that_they_moved(script: Message) -> None:
    assert THEIR_DAY in script.blank("question").text

    employer_contact.log_contact(script.store, moved(date(2026, 12, 11)), now=MOVED_ON)

    assert MOVED_TO in script.blank("question").text
    assert MOVED_TO in script.body
    assert THEIR_DAY not in script.body


def test_a_call_after_their_day_does_not_ask_whether_it_still_stands(script: Message) -> None:
    before = script.blank("question").text
    call = script.store.read().get(FollowUp, script.note.follow_up_id)

    follow_ups.move(script.store, call.id, Due(date(2026, 12, 3), None, ZONE), told=True, now=SOON)

    assert script.blank("question").text != before
    assert curly(script.blank("question").text) in script.body


def test_what_is_my_own_in_the_history_moves_no_day_of_theirs(check_in: Message) -> None:
    mine = moved(date(2026, 12, 11), kind=EventKind.OWN, words="Read their report")

    employer_contact.log_contact(check_in.store, mine, now=MOVED_ON)

    assert THEIR_DAY in check_in.body
    assert THEIR_DAY in check_in.blank("their_day").text


def test_writing_for_another_channel_says_which(written: Panel, check_in: Message) -> None:
    written_for(written, Kind.CHECK_IN, channel=Channel.LINKEDIN)

    assert last_did(check_in.store) == "Wrote a LinkedIn message"


def test_a_slip_is_mended_in_the_blank_that_it_comes_from(check_in: Message) -> None:
    check_in.fill(why="I liked teh labs.")
    slip = next(
        one for one in notes.findings(check_in.store.read(), check_in.note) if "teh" in one.words
    )

    notes.mend(check_in.store, check_in.id, slip.code, now=LATER)

    assert check_in.note.filled == filled(why="I liked the labs.")
    assert "I liked the labs." in check_in.body
    assert not check_in.note.is_edited()


def test_how_a_reader_is_greeted_is_kept_with_the_reader(check_in: Message) -> None:
    check_in.fill(visit="a", now=SOON, **{GREETING: "Ms. Whitfield"})

    assert check_in.store.read().get(Interviewer, DANA.id).greet_as == "Ms. Whitfield"
    assert check_in.note.filled == ()
    assert " Ms. Whitfield," in check_in.body


@pytest.fixture
def reply(written: Panel) -> Message:
    answers.record(written.store, JOB.id, JobStatus.NOT_SELECTED, now=NOW)
    (note,) = written.store.read().where(Note, kind=NoteKind.GRACIOUS_REPLY)
    return Message(written.store, note.id)


def test_a_reply_to_a_no_rests_for_an_hour(reply: Message) -> None:
    before = content(reply.store)

    with pytest.raises(TooSoon, match="under an hour old"):
        notes.mark_sent(reply.store, reply.id, now=NOW + timedelta(minutes=59))

    assert content(reply.store) == before
    assert notes.mark_sent(reply.store, reply.id, now=NOW + timedelta(minutes=60)).did


def test_a_reply_to_a_no_goes_out_earlier_where_the_person_says_so(reply: Message) -> None:
    notes.accept(reply.store, reply.id, notes.FIRST_HOUR, now=NOW)

    assert notes.mark_sent(reply.store, reply.id, now=NOW + timedelta(minutes=5)).did


def test_a_greeting_that_is_no_name_is_refused_and_nothing_is_kept(check_in: Message) -> None:
    before = content(check_in.store)

    with pytest.raises(Refused, match="Greet as"):
        check_in.fill(visit="a", now=SOON, **{GREETING: "x" * 201}, why=WHY)

    assert content(check_in.store) == before


def test_a_comma_behind_the_greeting_is_not_doubled(check_in: Message) -> None:
    check_in.fill(visit="a", now=SOON, **{GREETING: "Ms. Whitfield,"})

    assert check_in.body.splitlines()[0].endswith("Ms. Whitfield,")
    assert ",," not in check_in.body
