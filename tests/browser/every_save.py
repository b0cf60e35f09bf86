"""Every save of more than one step that a person can press, as one table.

Of `lib/actions`, each function that makes a record or touches more than one stands here with its
buttons: copies (go_back, bring_in), debriefs (write, save with an offer, answer_change), example
(load, remove), follow_ups (done, reopen, move, close, add), history (undo), jobs (add_interview,
add_interviewers, take_off_interview, delete_interview, delete_job, archive_job), notes (mark_sent,
not_sent, take_text, write_for, throw_away), strategies (save with offered words, start_empty).
Those of the network stand in `network_saves`, those of the weeks after in `week_saves`.

What is typed or ticked and not pressed is an autosave: jobs.save_job, jobs.save_interview and
settings.save_profile, notes.edit, a plan's call on the checklist. notes.accept and follow_ups.later
change one field of one record. settings.erase wants words typed, which are gone the second time.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from lib.domain.debriefs import Debrief
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview
from lib.domain.jobs import Job
from lib.domain.strategies import Strategy
from lib.store.repository import Reader, Store
from tests.browser import arranged, saves
from tests.browser.arranged import OFFER
from tests.browser.saves import Save, at, chosen, happened, keyed, named, opened, pressed, typed

TODAY = datetime.now(UTC).date().isoformat()
WRITE = "Write my notes and plan my follow-ups"
FORM = {
    "interviews.new.company": "Lighthouse Books",
    "interviews.new.role": "Buyer",
    "interviews.new.people": "Ada Byron, Owner <ada@lighthouse.example>\nGrace Moor",
}
LINES = {"interviews.paste.{}": "Ada Byron, Owner <ada@lighthouse.example>\nGrace Moor"}
TO_READ = {"calendar.add.what": "Ask the registrar"}


def one_interview_with_two_people(reader: Reader, _: str) -> bool:
    (job,) = reader.all(Job)
    (interview,) = reader.all(Interview)
    return interview.job_id == job.id and saves.people(2)(reader, interview.id)


def one_request(reader: Reader, id: str) -> bool:
    return [one.what for one in reader.get(Debrief, id).requests] == [OFFER]


def one_to_read(reader: Reader, _: str) -> bool:
    return [one.what for one in reader.all(FollowUp)] == ["Ask the registrar"]


def emptied(reader: Reader, id: str) -> bool:
    return reader.get(Strategy, id).is_blank()


def a_goal(reader: Reader, id: str) -> bool:
    return bool(reader.get(Strategy, id).goal)


PANEL, ROUND, NOTE = "/?follow_up=call-{}", "/interviews?interview={}", "/notes?note={}"
script = partial(arranged.call, script=True)
promised = partial(arranged.call, promised=True)


def _after_a_change(store: Store, id: str) -> str:
    arranged.changed_since(store, id)
    return f"/debrief?interview={id}"


EVERY_SAVE = (
    Save(
        "add an interview",
        "Added the interview at Lighthouse Books",
        at("/interviews?add=interview", arranged.alone),
        typed(FORM, named("Add the interview")),
        one_interview_with_two_people,
    ),
    Save(
        "add people",
        "Added Ada Byron, Grace Moor",
        at(ROUND, arranged.ended),
        typed(LINES, named("Add 2 people")),
        saves.people(5),
    ),
    Save(
        "take a person off",
        "Took Wen Castellano off",
        at(ROUND, arranged.ended),
        keyed("interviews.off.wen-{}"),
        saves.people(2),
    ),
    Save(
        "delete a round",
        "Deleted the interview",
        at(ROUND, arranged.written),
        keyed("interviews.delete.{}"),
        saves.only_people_left,
    ),
    Save(
        "delete a job by its menu",
        "Deleted Claims Analyst",
        at("/interviews", arranged.written),
        chosen("Delete"),
        saves.nothing_left,
    ),
    Save(
        "delete an archived job",
        "Deleted Claims Analyst",
        at("/interviews", arranged.archived),
        opened("Archived (1)", keyed("interviews.gone.job-{}")),
        saves.nothing_left,
    ),
    Save(
        "archive a job",
        "Archived Quayside",
        at("/interviews", arranged.written),
        chosen("Archive"),
        saves.archived(True),
    ),
    Save(
        "bring a job back",
        "Brought Quayside",
        at("/interviews", arranged.archived),
        opened("Archived (1)", keyed("interviews.back.job-{}")),
        saves.archived(False),
    ),
    Save(
        "write notes and follow-ups",
        "Wrote 3 notes and planned 5 dates",
        at(
            "/debrief?interview={}",
            lambda store, id: arranged.filled(store, arranged.alone(store, id)),
        ),
        named(WRITE),
        saves.written_once,
    ),
    Save(
        "take an offer over",
        "They want it: ",
        at("/debrief?interview={}", arranged.planned),
        keyed("debrief.offer.take.{}.0"),
        one_request,
    ),
    Save(
        "take a listed change over",
        "Took over the change",
        _after_a_change,
        named("Take it over"),
        saves.versions(2),
    ),
    Save(
        "mark as sent",
        "Sent the note to Wen Castellano",
        at(NOTE, lambda store, id: arranged.note_to(store, arranged.written(store, id), "wen")),
        named("Mark as sent"),
        saves.sent_with_its_follow_up,
    ),
    Save(
        "mark as not sent",
        "Marked as not sent",
        at(NOTE, arranged.sent),
        named("It was not sent"),
        saves.not_sent_after_all,
    ),
    Save(
        "take a note written again",
        "Took the new wording",
        at(NOTE, arranged.edited),
        pressed("Write again", named("Take this one")),
        saves.versions(2),
    ),
    Save(
        "bring an earlier version back",
        "Brought an earlier version back",
        at(NOTE, arranged.edited),
        opened("Earlier versions (1)", named("Bring this back")),
        saves.versions(2),
    ),
    Save(
        "write a card as well",
        "Wrote a card",
        at(NOTE, lambda store, id: arranged.note_to(store, arranged.written(store, id), "mara")),
        named("Write a card as well"),
        saves.notes(4),
    ),
    Save(
        "throw a draft away",
        "Threw away the card",
        at(NOTE, arranged.with_a_card),
        named("Throw this draft away"),
        saves.notes(3),
    ),
    Save(
        "done on Today",
        "Done: Call",
        at("/", script),
        keyed("today.done.call-{}"),
        saves.done_with_its_note,
    ),
    Save(
        "done in its panel",
        "Done: Call",
        at(PANEL, script),
        keyed("followup.done.call-{}"),
        saves.done_with_its_note,
    ),
    Save(
        "open it again",
        "Open again: Call",
        at(PANEL, arranged.called),
        named("Open it again"),
        happened("Taken up again"),
    ),
    Save(
        "let it go",
        "Let go: Call",
        at(PANEL, arranged.call),
        named("Let it go"),
        happened("Let go"),
    ),
    Save("move", "Moved: Call", at(PANEL, arranged.call), saves.moved("set"), happened("Moved")),
    Save(
        "move a promise", "Moved: Call", at(PANEL, promised), saves.moved("told"), happened("Moved")
    ),
    Save(
        "add to the calendar",
        "Added: Ask the registrar",
        at(f"/calendar?add={TODAY}", arranged.alone),
        typed(TO_READ, named("Add it")),
        one_to_read,
    ),
    Save(
        "script from Today",
        "Wrote a phone script",
        at("/", arranged.call),
        named("Script"),
        saves.notes(1),
    ),
    Save(
        "script from its panel",
        "Wrote a phone script",
        at(PANEL, arranged.call),
        named("Write a script for this call"),
        saves.notes(1),
    ),
    Save(
        "take offered words",
        "Took over the words",
        at("/strategy?interview={}", arranged.planned),
        opened("Ideas", keyed("strategy.goal.{}.way.0")),
        a_goal,
    ),
    Save(
        "start with an empty sheet",
        "Emptied the worksheet",
        at("/strategy?interview={}", arranged.planned),
        named("Start with an empty sheet"),
        emptied,
    ),
    Save(
        "load the example",
        "Loaded example data",
        at("/", arranged.alone),
        named("Look around with example data"),
        saves.example_jobs(3),
    ),
    Save(
        "remove the example",
        "Removed the example data",
        at("/", arranged.with_example),
        named("Remove it"),
        saves.example_jobs(0),
    ),
    Save(
        "undo in the frame",
        "Took back: Done: Call",
        at("/", script),
        pressed("Done", named("Undo")),
        happened("Done", times=0),
    ),
    Save(
        "undo in Settings",
        "Took back: Archived Quayside",
        at("/settings?part=data", arranged.archived),
        opened("each with its Undo", named("Undo")),
        saves.archived(False),
    ),
    Save(
        "go back to a copy",
        "Went back to the copy of",
        at("/settings?part=data", arranged.with_a_copy),
        opened("Look into a copy", pressed("Look inside", named("Go back to this"))),
        saves.archived(True),
    ),
    Save(
        "bring a file in",
        "Brought in what was new: 1 record",
        at("/settings?part=data", arranged.alone),
        opened("Bring a file in", saves.brought("Add what is new")),
        lambda reader, _: [one.company for one in reader.all(Job)] == [saves.BROUGHT["company"]],
    ),
)
