"""The letter with blanks on the checklist; private notes stay out of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.debriefs import Blank, LeftOut, OfferOpening, Opening
from lib.domain.notes import Channel, Note
from lib.domain.profile import PROFILE_ID, Profile, Tone
from lib.domain.strategies import PointToMake, Strategy
from tests.actions.conftest import DANA, INTERVIEW, PRIYA, TOBIAS, Panel
from tests.pages.conftest import checklist, field, put
from tests.pages.screen import choose, elements, opened, press, said, type_in, widget

EVIDENCE = "At Linden I built reason codes that 40 agents now use."
SHEET = Strategy(
    id=INTERVIEW.id, points=(PointToMake("I explain scores.", EVIDENCE, f"{INTERVIEW.id}.0"),)
)

LABELLED = ("text_input", "text_area", "selectbox", "checkbox", "button_group")
NAMED = (
    "Thank {} by", "Greet as, {}", "How it begins, {}", "What they talked about, {}",
    "How the offer begins, {}", "What I offer, {}", "How the second thing begins, {}",
    "The second thing, {}",
)  # fmt: skip


def page() -> AppTest:
    return opened("debrief", interview=INTERVIEW.id)


def notes(panel: Panel) -> list[Note]:
    return list(panel.store.read().where(Note, interview_id=INTERVIEW.id))


def test_the_whole_note_grows_as_a_blank_is_left(panel: Panel) -> None:
    at = choose(page(), field("opening", DANA.id), Opening.OPEN_ABOUT)
    at = type_in(at, field("topic", DANA.id), "the storm backlog")

    assert "you were about the storm backlog." in said(at)
    at = type_in(at, field("answer", DANA.id), "we halved ours by sorting it by age")
    assert "We halved ours by sorting it by age." in said(at)


def test_what_i_noted_never_stands_in_a_note(panel: Panel) -> None:
    at = type_in(page(), field("noted", DANA.id), "QUOKKA hates the score")
    at = type_in(at, field("valued", DANA.id), "QUOKKA people who finish")
    press(at, "debrief.write")

    assert len(notes(panel)) == 3
    assert not [
        note for note in notes(panel) if "QUOKKA" in f"{note.text.subject} {note.text.body}"
    ]
    assert checklist(panel.store).about(DANA.id).noted == "QUOKKA hates the score"


def test_the_worksheets_sentence_is_taken_by_a_tap_and_remembered(panel: Panel) -> None:
    put(panel.store, SHEET)

    at = press(page(), field("evidence", DANA.id, 0))

    told = checklist(panel.store).about(DANA.id).said
    assert (told.answer, told.answer_point) == (EVIDENCE, f"{INTERVIEW.id}.0")
    assert widget(at, field("answer", DANA.id)).value == EVIDENCE
    assert f"Use from my worksheet: {EVIDENCE} (already for {DANA.name})" in said(at)
    assert "Took the sentence" in said(at)


def test_a_hint_is_mended_by_a_tap(panel: Panel) -> None:
    at = choose(page(), field("opening", DANA.id), Opening.THOUGHT_ABOUT)
    at = type_in(at, field("topic", DANA.id), "the loads are breaking")
    assert "This is a whole sentence" in said(at)

    at = press(at, field("mend", DANA.id, "topic"))

    assert checklist(panel.store).about(DANA.id).said.opening is Opening.MENTIONED
    assert "You mentioned that the loads are breaking." in said(at)


def test_a_second_thing_waits_for_its_answer(panel: Panel) -> None:
    at = choose(page(), field("opening", DANA.id), Opening.MENTIONED)
    at = type_in(at, field("topic", DANA.id), "adjusters distrust the score")
    at = type_in(at, field("also_topic", DANA.id), "the new system goes live in March")

    assert "It goes into the letter with your answer to it." in said(at)
    assert "goes live in March. I" not in "\n".join(one.value for one in at.text)
    at = type_in(at, field("also_answer", DANA.id), "I have run two such launches.")
    assert (
        "You also mentioned that the new system goes live in March. I have run two such launches."
        in said(at)
    )


def test_an_offer_without_a_blank_has_none(panel: Panel) -> None:
    at = type_in(page(), field("topic", DANA.id), "the storm backlog")
    at = choose(at, field("offer_opening", DANA.id), OfferOpening.ENJOY_WORKING)

    assert not [one for one in at.text_input if one.key == field("offer", DANA.id)]
    assert "enjoy working on" in said(at)


def test_a_blank_is_left_out_on_the_card_alone(panel: Panel) -> None:
    at = choose(page(), field("thanks", DANA.id), [Channel.EMAIL, Channel.CARD])
    at = type_in(at, field("topic", DANA.id), "the storm backlog")
    at = type_in(at, field("answer", DANA.id), "We halved ours by sorting it by age.")
    at = choose(at, field("left_out", DANA.id, "card"), [Blank.ANSWER])

    assert checklist(panel.store).about(DANA.id).said.left_out == (
        LeftOut(Channel.CARD, Blank.ANSWER),
    )
    assert "\n".join(one.value for one in at.text).count("We halved ours") == 1


def test_a_last_line_of_ones_own_takes_the_place_of_the_apps(panel: Panel) -> None:
    at = type_in(page(), field("close", PRIYA.id), "Thank you for passing my resume on.")

    assert "Thank you for passing my resume on." in "\n".join(one.value for one in at.text)


def test_the_greeting_is_shown_for_correction_and_follows_a_corrected_name(panel: Panel) -> None:
    at = page()
    assert widget(at, field("greet", DANA.id)).value == "Dana"

    at = type_in(at, field("name", DANA.id), "Dr. Dana Whitfield")
    assert widget(at, field("greet", DANA.id)).value == "Dr. Whitfield"
    at = type_in(at, field("greet", DANA.id), "Dana")
    assert "Hi Dana," in said(at) or "Dear Dana," in said(at)


def test_a_name_with_two_readings_asks_for_the_greeting(panel: Panel) -> None:
    put(panel.store, replace(TOBIAS, name="Sue Ann Lott"))

    at = choose(page(), f"{field('greet', TOBIAS.id)}.choice", "Sue Ann")

    assert widget(at, field("greet", TOBIAS.id)).value == "Sue Ann"
    assert "Hi Sue Ann," in said(at)


@pytest.mark.parametrize("tone", Tone)
def test_the_form_shows_the_words_that_the_note_has(panel: Panel, tone: Tone) -> None:
    put(panel.store, replace(panel.store.read().get(Profile, PROFILE_ID), tone=tone))
    at = type_in(page(), field("topic", TOBIAS.id), "the nightly loads")

    shown = widget(at, field("opening", TOBIAS.id))
    words = shown.format_func(shown.value).partition("…")[0].strip()
    assert words in "\n".join(one.value for one in at.text).replace("’", "'")


def test_half_typed_blanks_come_back_in_a_new_window(panel: Panel) -> None:
    type_in(page(), field("topic", DANA.id), "the storm backlog")

    assert widget(page(), field("topic", DANA.id)).value == "the storm backlog"


@pytest.mark.parametrize(
    "name", ["Jean-Luc O'Neil", "Dr. Eva Roth-Weiß", "J. R. Smith (he/him)", "A. & B. Fox"]
)
def test_the_labels_of_fields_have_no_strokes_in_a_name(panel: Panel, name: str) -> None:
    put(panel.store, replace(DANA, name=name))

    at = page()

    labels = [one.label for kind in LABELLED for one in elements(at, kind)]
    assert not [one for one in labels if "\\" in one]
    assert len([one for one in labels if name in one]) == len(NAMED)
    wanted = {words.format(name) for words in NAMED}
    assert {one for one in labels if name in one} == wanted
