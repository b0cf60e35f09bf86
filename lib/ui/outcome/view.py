"""What is left to do after an answer, in the order a person can bear it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from lib.actions import answers as actions
from lib.actions import follow_ups
from lib.actions.drafts import note_kind_of
from lib.domain.answers import Answer
from lib.domain.dates.due import Due
from lib.domain.followups.answer_plan import takes_answers
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.jobs import JobStatus
from lib.domain.notes import Note
from lib.domain.people.asks import Ask
from lib.domain.people.asks import Step as AskStep
from lib.domain.people.contacts import Contact
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.core.markdown_escape import plain
from lib.ui.outcome.state import Outcome
from lib.ui.shared import (
    date_fields,
    date_words,
    followup_steps,
    frame,
    labels,
    long_lists,
    writing,
)
from lib.ui.shared.controls import action_button, callback_button, page_button, word_choice

SPOKE = (AskStep.AGREED, AskStep.DONE)
SPOKEN_FOR = (JobStatus.NOT_SELECTED, JobStatus.OFFER, JobStatus.ACCEPTED)
"""After which answers those who put in a good word are thanked."""
STILL_RUNNING = (
    "Once you hear from them, press what it was. A message that suits it is written for you at "
    "once, and nothing that is open is closed without you."
)
FIRST_WORDS = {
    JobStatus.NOT_SELECTED: "That is hard to read. One short reply today keeps the door open, and "
    "selections do fall through.",
    JobStatus.OFFER: "Well done. Thank them now, and say by when you will answer; nothing more is "
    "needed today.",
    JobStatus.ACCEPTED: "Congratulations. Those who spoke for you will be glad to hear it from "
    "you.",
    JobStatus.SILENT: "No answer is one, too. Close the loop once, so that it is you who ends it "
    "well.",
}


def _reply(reader: Reader, of: Outcome, answer: Answer) -> None:
    names = {"": "not said"} | {one.id: labels.person_words(one) for one in of.people}
    names.setdefault(answer.from_id, "somebody who is not entered any more")
    word_choice(st.selectbox, "Who told you?", names, of.key("from_id"))
    st.toggle("It came from an address that takes no reply", key=of.key("no_reply"))
    _messages(reader, of, Kind.GRACIOUS_REPLY)
    written = {one.interviewer_id for one in _of_kind(reader, of, Kind.GRACIOUS_REPLY)}
    others = [
        one
        for one in of.people
        if one.name.strip() and one.id not in written and takes_answers(one.email)
    ]
    if others:
        with st.popover("Write to one more of them", icon=":material/group_add:", type="tertiary"):
            for person in others:
                action_button(
                    plain(labels.person_words(person)),
                    f"outcome.reply.{person.id}",
                    (actions.reply_to, of.job.id, person.id),
                    width="stretch",
                )
    if answer.no_reply and not written - {""}:
        st.caption("Nobody with an address that takes an answer is entered. Enter one, or call.")


def _messages(reader: Reader, of: Outcome, kind: Kind) -> None:
    found = _of_kind(reader, of, kind)
    if not found:
        st.caption("There is nobody to write to yet: enter whom you met.")
    for i, one in enumerate(found):
        _message(reader, one, first=i == 0)


def _message(reader: Reader, follow_up: FollowUp, *, first: bool = False) -> None:
    notes = reader.where(Note, follow_up_id=follow_up.id)
    when = f"due {date_words.due_words(follow_up.due)}"
    if follow_up.done_at:
        when = f"done {date_words.moment_words(follow_up.done_at)}"
    with frame.line(f"row-message-{follow_up.id}"):
        who = f" to {follow_up.who}" if follow_up.who else ""
        sign = ":material/check:" if follow_up.done_at else labels.follow_up_sign(follow_up)
        words = plain(f"{follow_up.what}{who} · {when}")
        st.markdown(f"{sign} {words}", width="stretch")
        if notes and notes[0].sent_at:
            navigation.link("notes", "Read what was sent", note=notes[0].id)
        elif notes:
            page_button(
                "Read and send it",
                f"outcome.read.{notes[0].id}",
                "notes",
                {"note": notes[0].id},
                primary=first,
            )
        elif (kind := note_kind_of(follow_up)) is not None and follow_up.is_open():
            callback_button(
                "Write it",
                f"outcome.write.{follow_up.id}",
                (writing.write, *writing.called_for(follow_up, kind)),
            )


def _learned(_: Reader, of: Outcome, __: Answer) -> None:
    st.text_area(
        "Two lines for next time",
        key=of.key("learned"),
        height=80,
        placeholder="e.g. have a figure ready for every claim",
        label_visibility="collapsed",
    )


def _stay(reader: Reader, of: Outcome, answer: Answer) -> None:
    st.caption(
        "In five weeks and in three months, one short message each: things change, and people "
        "remember."
    )
    with st.container(horizontal=True):
        for label, yes in (("Yes, set both dates", True), ("No, let it rest", False)):
            action_button(
                label,
                f"outcome.stay.{yes}",
                (actions.stay_in_touch, of.job.id),
                type="secondary",
                icon="check" if answer.stay_in_touch is yes else "",
                kwargs={"yes": yes},
            )
    if answer.stay_in_touch:
        for one in _of_kind(reader, of, Kind.STAY_IN_TOUCH):
            _message(reader, one)


def _answer_by(reader: Reader, of: Outcome, answer: Answer) -> None:
    date_fields.draw_date_field("I answer by", of.key("answer_by"), zone=session.zone())
    for one in _of_kind(reader, of, Kind.ANSWER_OFFER):
        if one.is_open() and one.promise and answer.answer_by not in (None, one.due.day):
            _were_they_told(one, replace(one.due, day=answer.answer_by or one.due.day))


def _were_they_told(follow_up: FollowUp, due: Due) -> None:
    """Asks whether they know of the other day that I chose, and moves the date."""
    who = followup_steps.them(follow_up)
    told, chosen = date_words.due_words(follow_up.due), date_words.due_words(due)
    st.markdown(f"You told {plain(who)} **{plain(told)}**. Have you told them **{plain(chosen)}**?")
    with st.container(horizontal=True, key=f"outcome.told.{follow_up.id}"):
        for label, is_told in ((f"Yes, I have told {plain(who)}", True), ("Not yet", False)):
            action_button(
                label,
                f"outcome.told.{is_told}.{follow_up.id}",
                (follow_ups.move, follow_up.id, due),
                kwargs={"told": is_told},
            )


def _thank_those_who_spoke(reader: Reader, of: Outcome, number: int) -> None:
    spoke = [one for one in reader.where(Ask, job_id=of.job.id) if one.step in SPOKE]
    named = [(one, reader.find(Contact, one.contact_id)) for one in spoke]
    if not any(contact for _, contact in named):
        return
    with frame.numbered_step("outcome", number, "Thank those who spoke for you", done=False):
        for ask, contact in named:
            if contact is not None:
                words = f"{contact.name}: {labels.STEP_WORDS[ask.step]}"
                navigation.link("network", words, icon="volunteer_activism", job=of.job.id)


def _senseless(reader: Reader, of: Outcome) -> None:
    """Offers to close what was planned as if the job still ran; closes nothing by itself."""
    found = actions.senseless(reader, of.job.id)
    if not found:
        return
    st.subheader("Still open, and perhaps without sense now", anchor=False)
    long_lists.draw(found, lambda one: _open_one(of, one), key=f"outcome.more.{of.job.id}")
    if len(found) > 1:
        action_button(
            f"Let all {len(found)} go",
            "outcome.let_go",
            (actions.let_go, of.job.id, tuple(one.id for one in found)),
        )


def _open_one(of: Outcome, follow_up: FollowUp) -> None:
    with frame.line(f"row-senseless-{follow_up.id}"):
        words = ", ".join(part for part in (follow_up.what, follow_up.who) if part)
        words = plain(f"{words} · {date_words.due_words(follow_up.due)}")
        st.markdown(f"{labels.follow_up_sign(follow_up)} {words}", width="stretch")
        action_button(
            "Let it go",
            f"outcome.let_go.{follow_up.id}",
            (actions.let_go, of.job.id, (follow_up.id,)),
            type="tertiary",
        )


def _of_kind(reader: Reader, of: Outcome, kind: Kind) -> list[FollowUp]:
    found = [
        one
        for one in reader.where(FollowUp, job_id=of.job.id)
        if one.kind is kind and not one.closed_at
    ]
    return sorted(found, key=lambda one: one.due.deadline())


def _is_any_done(reader: Reader, of: Outcome, kind: Kind) -> bool:
    return any(one.done_at for one in _of_kind(reader, of, kind))


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is left to do after an answer."""

    title: str
    draw: Callable[[Reader, Outcome, Answer], None]
    is_done: Callable[[Reader, Outcome, Answer], bool]


def _messages_step(title: str, kind: Kind) -> Step:
    """The messages of that kind to write and send; done once one of them is."""
    return Step(
        title,
        lambda reader, of, _: _messages(reader, of, kind),
        lambda reader, of, _: _is_any_done(reader, of, kind),
    )


LEARN = Step("What I learned", _learned, lambda _, __, answer: bool(answer.learned.strip()))
REPLY = replace(_messages_step("Reply, graciously", Kind.GRACIOUS_REPLY), draw=_reply)
STAY = Step("Stay in touch?", _stay, lambda _, __, answer: answer.stay_in_touch is not None)
DECIDE = Step("By when will I answer?", _answer_by, lambda _, __, answer: bool(answer.answer_by))
STEPS = {
    JobStatus.NOT_SELECTED: (REPLY, LEARN, STAY),
    JobStatus.OFFER: (DECIDE, _messages_step("Thank them", Kind.OFFER_THANKS)),
    JobStatus.ACCEPTED: (),
    JobStatus.WITHDRAWN: (_messages_step("Tell them, kindly", Kind.WITHDRAWAL), LEARN),
    JobStatus.SILENT: (_messages_step("Close the loop", Kind.CLOSE_LOOP), LEARN),
}
"""What is left to do after each answer, in the order a person can bear it."""


def draw(reader: Reader, of: Outcome) -> None:
    """Draws what is left to do after the answer that this job has."""
    answer = of.answer
    if answer is None:
        st.caption(STILL_RUNNING)
        navigation.link("history", "What happened so far", icon="history", job=of.job.id)
        return
    if words := FIRST_WORDS.get(answer.status):
        st.markdown(words)
    steps = STEPS[answer.status]
    for number, step in enumerate(steps, 1):
        done = step.is_done(reader, of, answer)
        with frame.numbered_step("outcome", number, step.title, done=done):
            step.draw(reader, of, answer)
    if answer.status in SPOKEN_FOR:
        _thank_those_who_spoke(reader, of, len(steps) + 1)
    _senseless(reader, of)
