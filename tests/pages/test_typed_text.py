"""Whatever was typed is shown as it was typed, on every page, and breaks none of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time

import pytest
from streamlit.testing.v1 import AppTest

from lib.actions import debriefs, jobs, notes
from lib.domain.debriefs import Commitment, Debrief, PersonDebrief, Request, Said
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Note, Text
from lib.store.repository import Store
from lib.ui.core.markdown_escape import GAP, field_label, plain
from tests.actions.conftest import DANA, INTERVIEW, JOB, NOW, ZONE, Panel
from tests.pages.conftest import BEFORE, SAM, checklist, field, put
from tests.pages.screen import ESCAPED, gone_to, opened, press, said, shown, type_in

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "formula": "$5M–$10M",
    "colour": ":red[x]",
    "link": "[x](javascript:alert(1))",
    "image": "![](http://x.example/t.png)",
    "right to left": "שלום עליכם, مرحبا",
    "emoji": "👩‍💻🏳️‍🌈 ok",
    "bold": "**b**",
    "heading": "# h",
    "template": "{{7*7}}",
    "query": "'; DROP TABLE jobs; --",
    "long word": "w" * 5_000,
    "zero width": "a\u200bb\u200dc\ufeffd",
    "backslash": "\\",
    "table": "|a|b|",
}
LONGEST_NAME, LONGEST_SUBJECT = 200, 400
COMING = Interview(id="coming", job_id=JOB.id, day=date(2026, 11, 24), clock=time(14), zone=ZONE)
PERSON = "person"
FIELDS = (
    "text_input",
    "text_area",
    "selectbox",
    "checkbox",
    "toggle",
    "button_group",
    "date_input",
)
AS_IT_IS = ("text", "code", "html")
"""What is not read as Markdown; and the titles of pages, which are still to be looked at."""


@dataclass(frozen=True)
class Typed:
    """One text wherever a person can type: as long as each field takes it."""

    store: Store
    text: str

    @property
    def name(self) -> str:
        return self.text[:LONGEST_NAME]

    def mail(self) -> Note:
        return next(one for one in self.store.read().all(Note) if one.channel is Channel.EMAIL)


@pytest.fixture(params=list(HOSTILE.values()), ids=list(HOSTILE))
def hostile(request: pytest.FixtureRequest) -> str:
    """A text that a page could take for something else than text."""
    return str(request.param)


@pytest.fixture
def typed(store: Store, hostile: str) -> Typed:
    """A job, its people, a checklist, notes and dates that all consist of that text."""
    one = Typed(store, hostile)
    put(
        store,
        replace(SAM, name=one.name),
        Job(id=JOB.id, company=one.name, role=one.name, remarks=one.text),
        Interviewer(id=PERSON, job_id=JOB.id, name=one.name, position=one.name, address=one.text),
        replace(INTERVIEW, interviewer_ids=(PERSON,), place=one.text, remarks=one.text),
        replace(COMING, place=one.text),
    )
    said = Said(
        topic=one.text,
        answer=one.text,
        offer=one.text,
        also_topic=one.text,
        also_answer=one.text,
    )
    debrief = Debrief(
        id=INTERVIEW.id,
        people=(PersonDebrief(interviewer_id=PERSON, said=said, noted=one.text, valued=one.text),),
        commitment=Commitment(what=one.text, who_id=PERSON, by=date(2026, 12, 1)),
        requests=(Request(id=f"{INTERVIEW.id}.0", what=one.text, for_id=PERSON),),
        next_time=one.text,
    )
    debriefs.write(store, debrief, (), now=BEFORE)
    notes.edit(store, one.mail().id, Text(one.text[:LONGEST_SUBJECT], one.text), now=BEFORE)
    return one


def markdown(at: AppTest) -> Iterator[str]:
    """Everything on the page that is read as Markdown.

    The labels of fields are left out: they are read out as they stand, and have a rule of their
    own.
    """
    for node in at:
        proto = getattr(node, "proto", None)
        if proto is None or node.type in AS_IT_IS:
            continue
        inner = getattr(proto, node.type, proto) if node.type in ("popover", "dialog") else proto
        names = (
            ("body", "help", "title") if node.type in FIELDS else ("body", "label", "help", "title")
        )
        found = [getattr(inner, name, "") for name in names]
        if node.type == "button_group":
            found += [option.content for option in proto.options]
        yield from (one for one in found if isinstance(one, str))


def bare(at: AppTest, text: str) -> list[str]:
    """Where the text stands in Markdown with signs in it that Markdown would take for its own."""
    if plain(text) == text:
        return []
    labels = [node.proto.label for kind in FIELDS for node in at.get(kind)]
    read_out = [(one, shown(one).replace(GAP, "")) for one in labels]
    unkept = [one for one, words in read_out if text in words and one != field_label(words)]
    return [*unkept, *(one for one in markdown(at) if text in ESCAPED.sub("\0", one))]


def _sending(typed: Typed) -> FollowUp:
    return next(one for one in typed.store.read().all(FollowUp) if one.kind is Kind.MATERIAL)


def pages(typed: Typed) -> Iterator[tuple[str, AppTest]]:
    """Every page that has something of the text on it."""
    mail, sending = typed.mail(), _sending(typed)
    at = opened("debrief", interview=INTERVIEW.id)
    yield "debrief", at
    yield "today", gone_to(at, "today")
    yield "today's panel", gone_to(at, "today", follow_up=sending.id)
    yield "interviews", gone_to(at, "interviews")
    yield "interviews, searched", type_in(at, "interviews.search", typed.text)
    yield "job", gone_to(at, "interviews", job=JOB.id)
    yield "round", gone_to(at, "interviews", interview=INTERVIEW.id)
    yield "note", gone_to(at, "notes", note=mail.id)


def test_it_is_shown_as_it_was_typed_on_every_page(typed: Typed) -> None:
    for name, at in pages(typed):
        assert typed.name in said(at), name
        assert bare(at, typed.text) == [], name


def test_a_note_is_shown_as_it_was_typed_before_and_after_it_was_sent(typed: Typed) -> None:
    note = typed.mail()
    at = opened("notes", note=note.id)
    assert at.text_area(key=f"notes.body.{note.id}").value == typed.text
    assert at.code[1].value == typed.text
    put(typed.store, replace(note, sent_at=NOW))

    at = gone_to(at, "notes", note=note.id)

    assert at.text[0].value == typed.text
    assert f"**{typed.text[:LONGEST_SUBJECT]}**" in said(at)
    assert bare(at, typed.text) == []


def test_the_calendar_shows_it_as_it_was_typed(typed: Typed) -> None:
    at = opened("calendar")

    events = json.loads(at.get("component_instance")[0].proto.json_args)["events"]
    assert all(typed.name in one["title"] for one in events)
    assert bare(at, typed.text) == []


def test_the_sentence_about_what_was_done_shows_it_as_it_was_typed(typed: Typed) -> None:
    at = opened("settings")
    jobs.archive_job(typed.store, JOB.id, now=NOW)

    at.run()

    assert f"Archived {typed.name}" in said(at)
    assert bare(at, typed.text) == []
    assert f"Archived {typed.name}" in said(gone_to(at, "today"))


def test_typed_into_the_pages_it_is_kept_and_given_back_as_it_was_typed(
    panel: Panel, hostile: str
) -> None:
    name = hostile[:LONGEST_NAME]
    at = opened("debrief", interview=INTERVIEW.id)
    at = type_in(at, field("name", DANA.id), name)
    at = type_in(at, field("answer", DANA.id), hostile)
    at = type_in(at, field("request.what", 0), hostile)
    at = press(at, "debrief.write")
    note = panel.note(replace(DANA, name=name))
    at = type_in(gone_to(at, "notes", note=note.id), f"notes.body.{note.id}", hostile)
    at = type_in(gone_to(at, "interviews", job=JOB.id), f"interviews.job.company.{JOB.id}", name)

    reader = panel.store.read()
    assert reader.get(Interviewer, DANA.id).name == name
    assert checklist(panel.store).about(DANA.id).said.answer == hostile
    assert checklist(panel.store).requests[0].what == hostile
    assert reader.get(Note, note.id).text.body == hostile
    assert reader.get(Job, JOB.id).company == name
    again = opened("debrief", interview=INTERVIEW.id)
    assert again.text_area(key=field("answer", DANA.id)).value == hostile
