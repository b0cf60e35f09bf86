"""A store on a real file behind the pages, an hour after a made-up panel interview."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from lib.domain.debriefs import Debrief
from lib.domain.profile import Profile
from lib.domain.records import Record
from lib.store.opening import open_store
from lib.store.repository import Store
from lib.ui.core import session
from tests.actions.conftest import DANA, DEBRIEF, INTERVIEW, JOB, NOW, PRIYA, TOBIAS, ZONE, Panel

BEFORE = NOW - timedelta(minutes=30)
"""When the data was entered: before the page was opened, so that nothing of it is announced."""
WRITTEN_DOWN = replace(
    DEBRIEF,
    requests=tuple(
        replace(one, id=f"{INTERVIEW.id}.{i}") for i, one in enumerate(DEBRIEF.requests)
    ),
    promises=tuple(
        replace(one, id=f"{INTERVIEW.id}.{i}") for i, one in enumerate(DEBRIEF.promises)
    ),
)
"""The filled checklist with its rows named as the page names them."""
SAM = Profile(name="Sam Ortega", email="sam@ortega.example", phone="+1 555 0100", zone=ZONE)


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the pages work in, so that no test ever opens the person's own."""
    monkeypatch.setenv("FOLLOW_THROUGH_DATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def store(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """An empty store, which the pages read at the moment NOW."""
    monkeypatch.setattr(session, "now", lambda: NOW)
    return open_store(data_folder)


@pytest.fixture
def panel(store: Store) -> Panel:
    """The panel interview with its people and the person's profile; nothing is written down yet."""
    put(store, SAM, JOB, DANA, TOBIAS, PRIYA, INTERVIEW)
    return Panel(store, JOB, INTERVIEW, (DANA, TOBIAS, PRIYA), WRITTEN_DOWN)


@pytest.fixture
def written(panel: Panel) -> Panel:
    """The panel interview, from which notes and follow-ups have been written."""
    panel.write(BEFORE)
    return panel


def put(store: Store, *records: Record) -> None:
    """Keeps these in the place of what stood there, as another window would have before."""
    with store.transaction(now=BEFORE, did="") as tx:
        for record in records:
            standing = tx.find(type(record), record.id)
            tx.put(replace(record, revision=standing.revision if standing else 0))


def field(name: str, *of: object) -> str:
    """The key of one field of the panel's checklist."""
    return ".".join(("debrief", name, INTERVIEW.id, *(str(one) for one in of)))


def checklist(store: Store) -> Debrief:
    """The panel's checklist as it is kept; an empty one if nothing was."""
    return store.read().find(Debrief, INTERVIEW.id) or Debrief(id=INTERVIEW.id)
