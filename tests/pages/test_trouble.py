"""What stands on the screen while the data cannot be opened, read or changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.actions import settings
from lib.domain.jobs import Job
from lib.store import opening
from lib.store.document import Header, seal
from lib.store.opening import open_store
from tests.actions.conftest import JOB, Panel, content
from tests.narrowing import not_none
from tests.pages.conftest import BEFORE, field
from tests.pages.screen import elements, opened, press, run, said, shown, type_in, widget


@pytest.fixture
def restarted(written: Panel, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The app was started anew over a damaged file without a good backup."""
    store = written.store
    settings.erase(store, settings.ERASE_WORDS, now=BEFORE)
    with store.transaction(now=BEFORE, did="Added") as tx:
        tx.put(Job(id="new", company="Tiller", role="Planner"))
    for backup in (store.folder / "backups").iterdir():
        backup.unlink()
    store.file.write_bytes(b"damage")
    monkeypatch.setattr(opening, "_stores", {})
    return store.folder


@pytest.mark.parametrize(
    "page", ["today", "debrief", "notes", "calendar", "settings", "interviews", "strategy"]
)
def test_every_page_says_what_happened_and_what_can_be_done(restarted: Path, page: str) -> None:
    at = opened(page)

    assert at.title[0].value == "Your data cannot be opened"
    assert "No good backup was found beside it" in said(at)
    assert "Try again" in said(at)
    assert "Save the damaged file elsewhere" in [
        one.label for one in elements(at, "download_button")
    ]


def test_an_older_copy_can_be_opened_instead(restarted: Path) -> None:
    at = opened("today")
    (copy,) = [one for one in at.button if not_none(one.key).startswith("trouble.open.")]

    at = press(at, not_none(copy.key))

    assert shown(at.title[0].value) == "Thursday, November 19, 2026"
    store = open_store(restarted)
    assert store.read().find(Job, JOB.id) is not None
    assert [Path(path).read_bytes() for path in store.home.set_aside()] == [b"damage"]


def test_one_can_start_empty_and_the_damaged_file_is_kept(restarted: Path) -> None:
    at = opened("today")
    at.text_input(key="settings.erase.words").set_value("erase everything")

    at = press(at, "settings.erase")

    assert "Start with the interview you had" in said(at)
    kept = [path.read_bytes() for path in (restarted / "last-copies").glob("*/follow-through.json")]
    assert b"damage" in kept


def test_trying_again_finds_a_file_that_was_put_right(
    restarted: Path, written: Panel, tmp_path: Path
) -> None:
    at = opened("today")
    (copy,) = (restarted / "last-copies").glob("*/follow-through.json")
    (restarted / "follow-through.json").write_bytes(copy.read_bytes())

    at = press(at, "trouble.again")

    assert shown(at.title[0].value) == "Thursday, November 19, 2026"


def test_while_the_file_cannot_be_read_the_page_stays_and_so_does_what_is_typed(
    panel: Panel,
) -> None:
    at = opened("debrief")
    whole = panel.store.file.read_bytes()
    for backup in (panel.store.folder / "backups").iterdir():
        backup.unlink()
    panel.store.file.write_bytes(b"damage")

    at = type_in(at, field("topic", "person-dana"), "nights are run on three sheets")
    assert "cannot be opened" in said(at)
    assert "What you type stays on the screen" in said(at)
    assert "Saved" not in [one.value[:5] for one in at.caption]
    assert widget(at, field("topic", "person-dana")).value == "nights are run on three sheets"

    panel.store.file.write_bytes(whole)
    at = run(at)
    assert "cannot be opened" not in said(at)
    assert "nights are run on three sheets" in str(content(panel.store))


def test_a_newer_versions_data_is_shown_and_nothing_can_be_changed(panel: Panel) -> None:
    content_before = panel.store.file.read_bytes()
    _, rest = content_before.split(b"}}", 1)
    panel.store.file.write_bytes(newer := seal(b"{" + rest[1:], Header(schema=99, revision=50)))
    at = opened("interviews", job=JOB.id)

    at = type_in(at, f"interviews.job.remarks.{JOB.id}", "typed all the same")

    assert "by a newer version of the app" in said(at)
    assert widget(at, f"interviews.job.remarks.{JOB.id}").value == "typed all the same"
    assert panel.store.file.read_bytes() == newer


def test_a_notice_of_a_rescue_stands_until_it_was_read(written: Panel) -> None:
    written.store.file.write_bytes(b"damage")
    at = opened("today")
    assert "The backup of" in said(at)
    assert "was opened instead" in said(at)

    at = press(at, "frame.notice.follow-through.read")

    assert "was opened instead" not in said(at)
