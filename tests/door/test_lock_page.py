"""Without an open session the shell draws no page, however it was reached."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.user_info import UserInfoProxy

from lib.door import gate_settings, lock_page
from lib.door.account_list import read_accounts
from lib.door.gate_settings import Gate
from lib.door.passphrase_file import new_key
from lib.ui.core import navigation
from tests.door.test_account_list import AUTH, OWNER

SHELL = Path(__file__).resolve().parents[2] / "lib" / "ui" / "shell" / "shell.py"
KEY = new_key("correct horse battery", cost=2**14, lanes=1)
PAGES = [page for group in navigation.GROUPS.values() for page, *_ in group]


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Gate:
    gate = Gate(key=KEY)
    monkeypatch.setenv("FOLLOW_THROUGH_DATA", str(tmp_path))
    monkeypatch.setattr(gate_settings, "configured_gate", lambda: gate)
    return gate


def opened(page: str) -> AppTest:
    shell = AppTest.from_file(str(SHELL), default_timeout=30).run()
    return shell if page == "today" else shell.switch_page(navigation.path(page)).run()


@pytest.mark.parametrize("page", PAGES)
def test_without_a_session_the_shell_draws_no_page(
    gate: Gate, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setattr(lock_page, "_token", lambda: "forged")

    shell = opened(page)

    assert [one.value for one in shell.title] == ["Locked"]
    assert "Reload the page to sign in" in shell.info[0].value
    assert len(shell.button) == len(shell.markdown) == 0


@pytest.mark.parametrize(
    ("user", "is_drawn"),
    [
        ({"email": OWNER, "email_verified": True}, True),
        ({"email": OWNER, "email_verified": False}, False),
        ({"email": "stranger@example.org", "email_verified": True}, False),
        ({}, False),
    ],
)
def test_where_accounts_are_let_in_streamlit_must_know_one_of_the_list_as_well(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, user: dict[str, object], is_drawn: bool
) -> None:
    gate = Gate(key=None, accounts=read_accounts(AUTH, [OWNER]))
    token = gate.sessions.begin()
    monkeypatch.setenv("FOLLOW_THROUGH_DATA", str(tmp_path))
    monkeypatch.setattr(gate_settings, "configured_gate", lambda: gate)
    monkeypatch.setattr(lock_page, "_token", lambda: token)
    monkeypatch.setattr(UserInfoProxy, "to_dict", lambda _: user)

    assert ("Locked" not in [one.value for one in opened("today").title]) is is_drawn


def test_with_one_it_draws_the_page_until_it_ends(
    gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = gate.sessions.begin()
    monkeypatch.setattr(lock_page, "_token", lambda: token)
    shell = opened("today")
    assert "Locked" not in [one.value for one in shell.title]

    gate.sessions.end(token)
    shell.run()

    assert [one.value for one in shell.title] == ["Locked"]
