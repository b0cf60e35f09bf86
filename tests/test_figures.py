"""How the durability tests' figures are put together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import figures
from tests.figures import Figure

FOUND = [Figure(1, "eight threads save", 1_600, 0, "saves"), Figure(7, "edits", 100, 2)]
EVERYTHING = [Figure(promise, "something", 1, 0) for promise in figures.PROMISES if promise != 10]


@pytest.fixture(autouse=True)
def _measured_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "_cost", lambda: "## 10.")


def test_what_several_tests_did_for_one_promise_is_summed() -> None:
    halves = [Figure(1, "eight threads save", 800, 0, "saves")] * 2

    assert figures.summed([FOUND[1], *halves]) == FOUND


def test_the_table_stands_in_columns() -> None:
    lines = figures.table(FOUND).splitlines()

    assert lines[1].split() == ["1", "eight", "threads", "save", "1,600", "saves", "0"]
    assert len({len(line) for line in lines}) == 1


def test_the_document_has_every_promise_and_its_figures() -> None:
    said = figures.document(FOUND, [])

    assert "| eight threads save | 1,600 saves | 0 |" in said
    assert all(f"## {promise}." in said for promise in figures.PROMISES)
    assert "nothing was counted for promise 9" in said
    assert "Not everything" not in figures.document(EVERYTHING, [])


def test_the_document_says_first_what_was_not_shown() -> None:
    said = figures.document(FOUND, ["failed: tests/durability/test_kills.py::test_kills"])

    assert said.index("Not everything") < said.index("test_kills.py") < said.index("## 1.")


def test_the_document_says_how_it_can_be_made_again() -> None:
    assert f"by `{figures.COMMAND}`" in figures.document(FOUND, [])
    assert "by `pytest --long tests/store`" in figures.document(
        FOUND, [], ["--long", "tests/store"]
    )


def test_the_document_names_no_folder_of_this_machine() -> None:
    said = figures.document(FOUND, [])

    assert str(figures.ROOT) not in said
    assert str(Path.home()) not in said


def test_the_file_system_is_that_of_the_nearest_mount(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        f"disk / ext4 rw 0 0\nmemory {tmp_path} tmpfs rw 0 0\nother {tmp_path}/x xfs rw 0 0\n"
    )

    assert figures.file_system(tmp_path / "data", mounts) == "tmpfs"
    assert "not known" in figures.file_system(tmp_path, tmp_path / "none")
