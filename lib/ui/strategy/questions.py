"""The worksheet's questions, short and in the order in which a conversation goes."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lib.domain.english import long_date
from lib.domain.followups.plan_case import day_of
from lib.domain.notes import THANKS_BY, Channel
from lib.domain.readiness import Part, readiness
from lib.domain.strategies import (
    AFTER_THE_INTERVIEW,
    AFTER_THEIR_DAY,
    ANYONE,
    DELIVERY,
    TIMINGS,
    Timing,
)
from lib.ui.core import session
from lib.ui.core.markdown_escape import field_label, plain
from lib.ui.shared import frame, labels, referrer_menu, rows
from lib.ui.shared.controls import callback_button, word_choice
from lib.ui.shared.hint_line import draw_hint
from lib.ui.strategy import plan_preview
from lib.ui.strategy.fields import Worksheet, slot_name, when_key
from lib.ui.strategy.state import take_words, taken_key
from lib.words.hints.hints import sentence_hint
from lib.words.letters import closing

TITLES = {
    Part.GOAL: "What do I want to happen next?",
    Part.CLOSING: "How will I ask for it, before I leave?",
    Part.POINTS: "What should they remember about me?",
    Part.QUESTIONS: "What do I want to know from them?",
    Part.PEOPLE: "Who hears from me afterwards, how and when?",
    Part.OFFERS: "What could I send them?",
    Part.WORRIES: "What may worry them, and what do I say?",
    Part.ADVOCATES: "Who could speak for me?",
    Part.SILENCE: "What if I hear nothing?",
}
FULL = "That is as many as anyone keeps in mind."
TIMING_WORDS = {
    Timing.SAME_DAY: "the same day",
    Timing.WITHIN_A_DAY: "within 24 hours",
    Timing.NEXT_WORKDAY: "the next working day",
    Timing.TWO_WORKDAYS: "2 working days later",
    Timing.A_WEEK: "a week later",
    Timing.AFTER_THEIR_DAY: "the working day after they decide",
    Timing.TWO_AFTER_THEIR_DAY: "2 working days after they decide",
}


def draw(sheet: Worksheet) -> None:
    """Draws all questions with the values that stand in the session."""
    drawn: dict[Part, Callable[[Worksheet], None]] = {
        Part.GOAL: _goal,
        Part.CLOSING: _closing,
        Part.POINTS: lambda one: rows.draw(one, "point", len(one.strategy.points), _point, FULL),
        Part.QUESTIONS: lambda one: rows.draw(
            one, "question", len(one.strategy.questions), _question, FULL
        ),
        Part.PEOPLE: _people,
        Part.OFFERS: lambda one: rows.draw(one, "offer", len(one.strategy.offers), _offer, FULL),
        Part.WORRIES: lambda one: rows.draw(one, "worry", len(one.strategy.worries), _worry, FULL),
        Part.ADVOCATES: _advocates,
        Part.SILENCE: _silence,
    }
    missing = readiness(sheet.strategy, lined_up=sheet.lined_up).missing
    for number, (part, draw_part) in enumerate(drawn.items(), 1):
        with frame.numbered_step("strategy", number, TITLES[part], done=part not in missing):
            draw_part(sheet)


def _goal(sheet: Worksheet) -> None:
    st.text_input(
        TITLES[Part.GOAL],
        key=sheet.key("goal"),
        placeholder=f"e.g. {closing.goals(sheet.interview.kind)[0]}",
        label_visibility="collapsed",
    )
    _offered(sheet, "goal", "Ideas", closing.goals(sheet.interview.kind))


def _closing(sheet: Worksheet) -> None:
    ways = closing.starting_points(sheet.interview.kind)
    words = st.text_area(
        TITLES[Part.CLOSING],
        key=sheet.key("closing"),
        placeholder=f"e.g. {ways[0]}",
        height=100,
        label_visibility="collapsed",
    )
    _offered(
        sheet, "closing", "Ways to ask" if not (words or "").strip() else "Other wordings", ways
    )
    with st.container(key="strategy.closing.remarks"):
        for remark in closing.remarks(words or ""):
            st.caption(f":material/lightbulb: {plain(remark)}")


def _offered(sheet: Worksheet, field: str, label: str, ways: tuple[str, ...]) -> None:
    """Words to start from, one press each; what stood in the field comes back by Undo."""
    # Another key once words were taken: the list is built anew, and so it is shut.
    taken = st.session_state.get(taken_key(sheet, field), 0)
    shut = st.container(key=f"strategy.ways.{field}.{taken}")
    with shut, st.popover(label, icon=":material/format_list_bulleted:", type="tertiary"):
        for i, words in enumerate(ways):
            callback_button(
                plain(words),
                f"{sheet.key(field)}.way.{i}",
                (take_words, sheet.interview.id, field, words),
                width="stretch",
            )


def _point(sheet: Worksheet, i: int) -> None:
    left, right = st.columns(2)
    with left:
        point = st.text_area(
            "A point to drive home, as a sentence",
            key=sheet.key("point", i),
            height=80,
            placeholder="e.g. I stay calm when it gets busy.",
        )
        draw_hint(sentence_hint(point or ""))
    with right:
        evidence = st.text_area(
            "A sentence that shows it",
            key=sheet.key("evidence", i),
            height=80,
            placeholder="e.g. At Dalton I ran the Saturday shift for two years.",
            help="Written so that it can stand in a letter. After the interview, one tap puts it "
            "there.",
        )
        draw_hint(sentence_hint(evidence or ""))


def _question(sheet: Worksheet, i: int) -> None:
    words = st.text_input(
        f"Question {i + 1}",
        key=sheet.key("question", i),
        placeholder="e.g. what would a good first three months look like?",
        label_visibility="collapsed" if i else "visible",
    )
    with frame.line(f"strategy.question.more.{i}"):
        if (words or "").strip() and sheet.interview.starts_at() <= session.now():
            st.checkbox("answered", key=sheet.key("answered", i))
            st.text_input(
                "What they said",
                key=sheet.key("answer", i),
                placeholder="what they said",
                label_visibility="collapsed",
            )


def _people(sheet: Worksheet) -> None:
    names = {one.id: labels.person_words(one) for one in sheet.people}
    positions = {one.id: one.position for one in sheet.people if one.name}
    names[ANYONE] = "Anyone else who is there" if names else "Everyone who is there"
    dates = plan_preview.dates(sheet)
    for slot in sheet.slots():
        with st.container(key=f"row-outreach-{slot_name(slot)}"):
            position = f"  :gray[{plain(positions[slot])}]" if positions.get(slot) else ""
            st.markdown(f"**{plain(names[slot])}**{position}")
            _channels(sheet, slot, names[slot])
            if dates.get(slot):
                st.caption(f":material/event: {plain(' · '.join(dates[slot]))}")
            if plan_preview.lacks_thanks(sheet, slot):
                st.caption(
                    ":material/lightbulb: A call that late is no thanks any more; an e-mail is."
                )
    st.checkbox("That is my plan", key=sheet.key("settled"))


def _channels(sheet: Worksheet, slot: str, name: str) -> None:
    chosen = word_choice(
        st.pills,
        field_label(f"How {name} hears from me"),
        {one: labels.CHANNEL_TITLES[one] for one in THANKS_BY},
        sheet.key("channels", slot_name(slot)),
        selection_mode="multi",
        label_visibility="collapsed",
    )
    with st.container(horizontal=True, key=f"strategy.when.{slot_name(slot)}"):
        for channel in THANKS_BY:
            if channel in chosen:
                _timing(sheet, slot, channel)


def _timing(sheet: Worksheet, slot: str, channel: Channel) -> None:
    label, key = f"{labels.CHANNEL_TITLES[channel]}: when?", when_key(sheet, slot, channel)
    words = {one: TIMING_WORDS[one] for one in TIMINGS[channel]}
    word_choice(st.selectbox, label, words, key, width=300)


def _offer(sheet: Worksheet, i: int) -> None:
    left, right = st.columns(2)
    left.text_input("I could send", key=sheet.key("offer", i), placeholder="e.g. two references")
    words = {one: TIMING_WORDS[one] for one in DELIVERY}
    key = sheet.key("offer.when", i)
    timing = word_choice(right.selectbox, "It could be there", words, key)
    if i < len(sheet.strategy.offers) and timing:
        day = day_of(sheet.interview, timing, session.workdays())
        st.caption(f":material/event: {plain(long_date(day, session.english()))}")


def _worry(sheet: Worksheet, i: int) -> None:
    left, right = st.columns(2)
    left.text_area(
        "They may worry that",
        key=sheet.key("worry", i),
        height=80,
        placeholder="e.g. I have never led",
    )
    right.text_area(
        "I say", key=sheet.key("reply", i), height=80, placeholder="e.g. I trained six newcomers"
    )


def _advocates(sheet: Worksheet) -> None:
    referrer_menu.draw(session.reader(), sheet.job, "strategy")
    st.text_area(
        "Notes on it",
        key=sheet.key("advocates"),
        height=80,
        placeholder="e.g. Noor, who worked there until spring",
    )
    st.caption(
        "You ask them after the first interview, not before: then there is something to speak for."
    )


def _silence(sheet: Worksheet) -> None:
    st.text_input(
        TITLES[Part.SILENCE],
        key=sheet.key("if_silent"),
        placeholder="e.g. one friendly e-mail, then let it rest",
        label_visibility="collapsed",
    )
    waits: tuple[tuple[str, str, tuple[int, ...]], ...] = (
        ("after_their_day", "Working days after the day they named", AFTER_THEIR_DAY),
        ("after_the_interview", "If they named none, after the interview", AFTER_THE_INTERVIEW),
    )
    with st.container(horizontal=True):
        for field, label, choices in waits:
            st.segmented_control(label, choices, key=sheet.key(field), required=True)
    st.caption(f":material/event: {plain(plan_preview.check_in_words(sheet))}")
