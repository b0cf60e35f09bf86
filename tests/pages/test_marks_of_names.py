"""Names of companies, roles and people that end in a mark: no sentence then ends in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

import pytest

from lib.actions import example
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.store.repository import Reader, Store
from lib.ui.core.navigation import GROUPS
from tests.actions.conftest import NOW, ZONE
from tests.pages.conftest import SAM, put
from tests.pages.screen import gone_to, opened, said

COMPANIES = ("Acme Inc.", "Yahoo!", "Who?", "Kade & Co.")
TWO_MARKS = re.compile(r"(?<!\.)\.\.(?!\.)|[!?…]\.|[!?]{2}|\.[!?](?=\s|$)")
OF_A_JOB = ("interviews", "outcome", "network", "history")
OF_AN_INTERVIEW = ("debrief", "strategy", "pocket")


@pytest.mark.parametrize("turn", range(len(COMPANIES)))
def test_no_sentence_on_any_page_ends_in_two_marks(store: Store, turn: int) -> None:
    put(store, SAM)
    example.load(store, ZONE, now=NOW)
    end_all_names_in_marks(store, (*COMPANIES[turn:], *COMPANIES[:turn]))
    at, found = opened("today"), []

    for page, address in places(store.read()):
        lines = said(gone_to(at, page, **address)).splitlines()
        found += [f"{page}: {line}" for line in lines if TWO_MARKS.search(line)]

    assert found == []


def end_all_names_in_marks(store: Store, companies: tuple[str, ...]) -> None:
    with store.transaction(now=NOW, did="") as tx:
        for job, company in zip(tx.all(Job), cycle(companies), strict=False):
            tx.put(replace(job, company=company, role=f"{job.role} Sr."))
        for person in tx.all(Interviewer):
            tx.put(replace(person, name=f"{person.name} Jr."))


def places(reader: Reader) -> Iterator[tuple[str, dict[str, str]]]:
    """Yields every page, and those of a job, an interview and a note for each of them."""
    for group in GROUPS.values():
        yield from ((name, {}) for name, _, _ in group)
    for page in OF_A_JOB:
        yield from ((page, {"job": job.id}) for job in reader.all(Job))
    for page in OF_AN_INTERVIEW:
        yield from ((page, {"interview": one.id}) for one in reader.all(Interview))
    yield from (("notes", {"note": note.id}) for note in reader.all(Note))
