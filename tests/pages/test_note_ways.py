"""The ways out of the door: by post, on LinkedIn, by phone; and the same thanks in another way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from lib.actions import notes as actions
from lib.domain.debriefs import Commitment, Debrief
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.notes import Channel, Note, NoteKind
from tests.actions.conftest import DANA, INTERVIEW, NOW, PRIYA, TOBIAS, Panel
from tests.pages.conftest import put
from tests.pages.screen import opened, press, said, shown, type_in


def page(note: Note) -> AppTest:
    return opened("notes", note=note.id)


def written_for(panel: Panel, channel: Channel) -> Note:
    """Dana's thanks in that channel, beside her e-mail."""
    follow_up = panel.follow_up(Kind.THANK_YOU, DANA)
    done = actions.write_for(panel.store, follow_up.id, NoteKind.THANK_YOU, channel, now=NOW)
    return panel.store.read().get(Note, done.record_id)


def ways(at: AppTest) -> dict[str, str]:
    return {shown(one.proto.label): one.proto.url for one in at.get("link_button")}


def decided(panel: Panel, day: date) -> None:
    told = panel.store.read().get(Debrief, INTERVIEW.id)
    put(panel.store, replace(told, commitment=Commitment(what="decide", by=day)))


@pytest.mark.parametrize(
    ("channel", "label", "done"),
    [
        (Channel.CARD, "Write a card as well", "posted"),
        (Channel.LINKEDIN, "Write it for LinkedIn", "sent"),
        (Channel.PHONE, "Write a phone script", "called"),
    ],
)
def test_the_same_thanks_can_be_said_in_another_way(
    written: Panel, channel: Channel, label: str, done: str
) -> None:
    note = written.note(PRIYA)
    at = page(note)
    assert label in [one.label for one in at.button]

    at = press(at, f"notes.further.{NoteKind.THANK_YOU}.{channel}.{note.id}")

    (other,) = written.store.read().where(Note, interviewer_id=PRIYA.id, channel=channel)
    assert at.query_params == {"note": other.id}
    assert f"Mark as {done}" in [one.label for one in at.button]
    assert "Subject" not in [one.label for one in at.text_input]


def test_an_invitation_is_offered_beside_a_linkedin_message_alone(written: Panel) -> None:
    message = written_for(written, Channel.LINKEDIN)
    label = "Not connected yet: an invitation"
    assert label not in [one.label for one in page(written.note(DANA)).button]

    at = press(
        page(message), f"notes.further.{NoteKind.THANK_YOU}.{Channel.INVITATION}.{message.id}"
    )

    (invitation,) = written.store.read().where(Note, channel=Channel.INVITATION)
    assert len(invitation.text.body) <= 300
    assert f"{len(invitation.text.body)} characters" in said(at)


def test_a_draft_beside_another_can_be_thrown_away_with_undo(written: Panel) -> None:
    message = written_for(written, Channel.LINKEDIN)
    assert f"notes.away.{message.id}" not in [one.key for one in page(written.note(TOBIAS)).button]

    at = press(page(message), f"notes.away.{message.id}")

    assert written.store.read().find(Note, message.id) is None
    assert "Threw away the LinkedIn message" in said(at)
    assert "Undo" in [one.label for one in at.button]


def test_what_is_written_already_is_not_offered_again(written: Panel) -> None:
    at = page(written.note(DANA))

    assert "Write a card as well" not in [one.label for one in at.button]
    assert "Write a phone script" in [one.label for one in at.button]


def test_an_entry_that_is_no_link_opens_linkedin_itself(written: Panel) -> None:
    message = written_for(written, Channel.LINKEDIN)
    put(written.store, replace(DANA, link="javascript:alert(1)"))

    assert ways(page(message)) == {"Open LinkedIn": "https://www.linkedin.com/messaging/compose/"}


def test_linkedin_opens_the_persons_own_page_where_it_is_known(written: Panel) -> None:
    message = written_for(written, Channel.LINKEDIN)
    assert ways(page(message)) == {"Open LinkedIn": "https://www.linkedin.com/messaging/compose/"}

    put(written.store, replace(DANA, link="https://www.linkedin.com/in/dana-example"))

    assert ways(page(message)) == {
        "Open their LinkedIn page": "https://www.linkedin.com/in/dana-example"
    }


def test_a_script_dials_the_number_where_it_is_known(written: Panel) -> None:
    script = written_for(written, Channel.PHONE)
    assert "No phone number is entered for Dana Whitfield yet." in said(page(script))

    put(written.store, replace(DANA, phone="+1 (555) 0142"))

    assert ways(page(script)) == {"Call +1 (555) 0142": "tel:+15550142"}


def test_marking_a_script_as_called_completes_its_follow_up_and_says_so(written: Panel) -> None:
    script = written_for(written, Channel.PHONE)

    at = press(page(script), f"notes.sent.{script.id}")

    assert written.store.read().get(FollowUp, script.follow_up_id).done_at == NOW
    assert f"Called {DANA.name}" in said(at)
    assert "**Called** today 12 p.m." in said(at)


def test_a_script_that_lost_its_readers_name_cannot_be_marked(written: Panel) -> None:
    script = written_for(written, Channel.PHONE)

    at = type_in(
        page(script), f"notes.body.{script.id}", script.text.body.replace("Dana", "Tobias")
    )

    assert f"It greets {TOBIAS.name}, but it goes to {DANA.name}." in said(at)
    assert at.button(key=f"notes.sent.{script.id}").disabled


def test_a_card_shows_its_lines_and_comes_as_a_sheet_and_in_large_type(written: Panel) -> None:
    card = written.note(DANA, Kind.CARD)

    at = page(card)

    assert [one.proto.label for one in at.get("download_button")] == [
        "Card to copy by hand (6×4 in)",
        "The same in large type",
    ]
    assert any(len(one.value.splitlines()) > 5 for one in at.text)
    assert "No postal address is entered for Dana Whitfield yet." in said(at)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 8), "They decide Tue, Dec 8: in time."),
        (date(2026, 11, 24), "in time if it stays in town"),
        (date(2026, 11, 20), "before it arrives: send an e-mail as well."),
    ],
)
def test_a_card_says_when_to_post_it_so_that_it_arrives_in_time(
    written: Panel, day: date, words: str
) -> None:
    decided(written, day)

    seen = said(page(written.note(DANA, Kind.CARD)))

    assert (
        "In the post by tomorrow, it is there Mon, Nov 23 locally, by Wed, Nov 25 further away."
        in seen
    )
    assert words in seen


def test_the_list_names_each_channel(written: Panel) -> None:
    written_for(written, Channel.LINKEDIN)
    written_for(written, Channel.PHONE)

    words = said(opened("notes"))

    assert "LinkedIn message · ready" in words
    assert "phone script · ready" in words
