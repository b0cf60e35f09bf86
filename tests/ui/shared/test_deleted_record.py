"""What was typed into a deleted record is shown, brought back with it, or let go."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from lib.actions import history, jobs
from lib.domain.jobs import Job
from lib.ui.core import navigation
from tests.actions.conftest import JOB, NOW, Panel
from tests.pages.screen import press, run, said, type_in

REMARKS = "page.remarks"
GONE = "is not there any more"


def a_page() -> None:
    """The script that these tests run: a page with one field of a job."""
    from dataclasses import replace

    import streamlit as st

    from lib.actions import jobs
    from lib.domain.jobs import Job
    from lib.ui.core import autosave, session
    from lib.ui.core.autosave import Sheet
    from lib.ui.shared import deleted_record

    reader = session.reader()
    deleted_record.stop_if_deleted(reader, Job, "job", "interviews", "page.")
    job = next(iter(reader.all(Job)), None)
    if job is None:
        st.text("no job")
        st.stop()

    def commit(values: dict[str, str]) -> dict[str, str] | None:
        changed = replace(job, remarks=values["page.remarks"])
        return values if session.act(jobs.save_job, changed) else None

    autosave.save_changes(Sheet(f"page.{job.id}", {"page.remarks": job.remarks}, commit))
    st.text_area("Notes", key="page.remarks")


@pytest.fixture
def at(panel: Panel, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page of the job, which another window deletes while something is typed there."""
    monkeypatch.setattr(navigation, "link", lambda *_, **__: None)
    at = run(AppTest.from_function(a_page, default_timeout=20))
    jobs.delete_job(panel.store, JOB.id, now=NOW)
    return type_in(at, REMARKS, "nobody owns the queue")


def test_it_is_said_what_happened_and_what_was_typed_stands_there_on_every_run(at: AppTest) -> None:
    for _ in range(3):
        assert GONE in said(at)
        assert f"Deleted {JOB.role}" in said(at)
        assert at.code[0].value == "nobody owns the queue"
        at = run(at)


def test_brought_back_the_record_has_what_was_typed(at: AppTest, panel: Panel) -> None:
    at = press(run(at), "gone.back")

    field = at.text_area(key=REMARKS)
    assert field.value == field.proto.value == "nobody owns the queue"
    assert field.proto.set_value  # the browser is told of it
    assert panel.store.read().get(Job, JOB.id).remarks == "nobody owns the queue"


def test_so_it_has_when_another_window_brought_it_back(at: AppTest, panel: Panel) -> None:
    history.undo(panel.store, panel.store.entries()[0].id, now=NOW)

    at = run(at)

    assert GONE not in said(at)
    assert at.text_area(key=REMARKS).proto.set_value
    assert panel.store.read().get(Job, JOB.id).remarks == "nobody owns the queue"


def test_let_go_nothing_of_it_is_left(at: AppTest) -> None:
    at = press(at, "gone.leave")

    assert GONE not in said(at)
    assert at.text[0].value == "no job"


def test_a_page_whose_record_is_there_is_drawn_as_ever(
    panel: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(navigation, "link", lambda *_, **__: None)
    at = AppTest.from_function(a_page, default_timeout=20)
    at.query_params["job"] = JOB.id

    assert GONE not in said(run(at))


def test_an_address_that_never_named_anything_is_no_loss(
    panel: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(navigation, "link", lambda *_, **__: None)
    at = AppTest.from_function(a_page, default_timeout=20)
    at.query_params["job"] = "never"

    assert GONE not in said(run(at))
