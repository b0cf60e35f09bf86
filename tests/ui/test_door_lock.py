"""The door from within a page: without an open session the shell draws none, whatever way it was reached."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest  # noqa: TID251 - this test is what runs the shell

from lib.ui import door_gate, door_lock, rooms
from lib.ui.door_gate import Gate
from lib.ui.door_keys import new_key

SHELL = Path(__file__).resolve().parents[2] / "lib" / "ui" / "shell.py"
KEY = new_key("correct horse battery", cost=2**14, lanes=1)
PAGES = [page for group in rooms.GROUPS.values() for page, *_ in group]


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Gate:
    gate = Gate(key=KEY)
    monkeypatch.setenv("FOLLOW_THROUGH_DATA", str(tmp_path))
    monkeypatch.setattr(door_gate, "here", lambda: gate)
    return gate


def opened(page: str) -> AppTest:
    shell = AppTest.from_file(str(SHELL), default_timeout=30).run()
    return shell if page == "today" else shell.switch_page(rooms.path(page)).run()


@pytest.mark.parametrize("page", PAGES)
def test_without_a_session_the_shell_draws_no_page(
    gate: Gate, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setattr(door_lock, "_token", lambda: "forged")

    shell = opened(page)

    assert [one.value for one in shell.title] == ["Locked"]
    assert "Reload the page to sign in" in shell.info[0].value
    assert len(shell.button) == len(shell.markdown) == 0


def test_with_one_it_draws_the_page_until_it_ends(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    token = gate.sessions.begin()
    monkeypatch.setattr(door_lock, "_token", lambda: token)
    shell = opened("today")
    assert "Locked" not in [one.value for one in shell.title]

    gate.sessions.end(token)
    shell.run()

    assert [one.value for one in shell.title] == ["Locked"]
