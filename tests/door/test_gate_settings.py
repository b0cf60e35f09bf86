"""Where a login may be configured, which place counts, and that a wrong one lets nobody in."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit import config

from lib.door import gate_settings, secrets_file
from lib.door.gate_settings import Gate
from lib.door.lock_page import Locked
from lib.door.passphrase_file import new_key
from lib.door.session_cookies import COOKIE
from lib.ui.core.session import store
from tests.door.test_account_list import AUTH, OWNER
from tests.narrowing import not_none

LINE = new_key("correct horse battery", cost=2**14, lanes=1).line()
OTHER = new_key("battery horse correct", cost=2**14, lanes=1).line()


class Secrets:
    """Stands in for secrets.toml: what it holds; None if there is no such file."""

    def __init__(self, content: dict[str, Any] | None) -> None:
        self.content = content

    def load_if_toml_exists(self) -> bool:
        return self.content is not None

    def to_dict(self) -> dict[str, Any]:
        return self.content or {}


@pytest.fixture
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty data folder, and nothing configured."""
    monkeypatch.setenv("FOLLOW_THROUGH_DATA", str(tmp_path))
    monkeypatch.delenv(gate_settings.VARIABLE, raising=False)
    monkeypatch.delenv(gate_settings.LAN_VARIABLE, raising=False)
    monkeypatch.setattr(gate_settings, "_gate", None)
    monkeypatch.setattr(config, "get_option", lambda _: [str(tmp_path / "secrets.toml")])
    return tmp_path


@pytest.fixture
def configured(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Gate | None]]:
    """The gate that is found when secrets.toml, the environment and the file say this."""

    def found(
        secrets: dict[str, Any] | None = None, variable: str | None = None, file: str | None = None
    ) -> Gate | None:
        secrets_file.everything.cache_clear()
        monkeypatch.setattr(st, "secrets", Secrets(secrets))
        if variable is not None:
            monkeypatch.setenv(gate_settings.VARIABLE, variable)
        if file is not None:
            (data / gate_settings.FILE_NAME).write_text(file)
        return gate_settings.configured_gate()

    yield found
    secrets_file.everything.cache_clear()


def test_nothing_is_configured_on_a_plain_machine(configured: Callable[..., Gate | None]) -> None:
    assert configured() is None
    assert configured({"other": {"passphrase": "x"}}) is None


@pytest.mark.parametrize(
    "where",
    [
        {"secrets": {"door": {"passphrase": LINE}}},
        {"variable": LINE},
        {"file": LINE + "\n"},
        {"secrets": {"door": {"idle_minutes": 5}}, "file": LINE},
        {"secrets": {"door": {"passphrase": OTHER}}, "variable": LINE, "file": OTHER},
        {"secrets": {"door": {"passphrase": LINE}}, "file": OTHER},
    ],
)
def test_the_environment_counts_before_the_secrets_and_both_before_the_file(
    configured: Callable[..., Gate | None], where: dict[str, Any]
) -> None:
    assert not_none(not_none(configured(**where)).key).line() == LINE


@pytest.mark.parametrize(
    "where",
    [
        {"variable": ""},
        {"variable": "correct horse battery"},
        {"variable": "broken", "file": LINE},
        {"secrets": {"door": {}}},
        {"secrets": {"door": {"pasphrase": LINE}}},
        {"secrets": {"door": {"passphrase": 12}}},
        {"secrets": {"door": {"passphrase": ""}}, "file": LINE},
        {"secrets": {"door": LINE}},
        {"secrets": {"door": [LINE]}},
        {"secrets": {"door": {"passphrase": LINE, "idle_minutes": 0}}},
        {"secrets": {"door": {"passphrase": LINE, "idle_minutes": 1e9}}},
        {"secrets": {"door": {"passphrase": LINE, "idle_minutes": float("nan")}}},
        {"secrets": {"door": {"passphrase": LINE, "idle_minutes": "60"}}},
        {"secrets": {"door": {"passphrase": LINE, "idle_minutes": True}}},
        {"file": ""},
        {"file": "ü"},
    ],
)
def test_whatever_is_wrong_shuts_the_door_instead_of_opening_it(
    configured: Callable[..., Gate | None],
    where: dict[str, Any],
) -> None:
    gate = configured(**where)

    assert not_none(gate).key is None
    assert not not_none(gate).admits(not_none(gate).sessions.begin())


def test_accounts_are_let_in_where_provider_and_list_are_configured(
    configured: Callable[..., Gate | None],
) -> None:
    gate = configured({"auth": AUTH, "door": {"emails": [OWNER], "idle_minutes": 5}})

    assert (
        not_none(gate).key,
        not_none(not_none(gate).accounts).origin,
        not_none(gate).sessions._idle,
    ) == (
        None,
        "https://mine.example",
        300,
    )
    assert not_none(not_none(gate).accounts).admits({"email": OWNER, "email_verified": True})
    assert not_none(gate).admits(not_none(gate).sessions.begin())


@pytest.mark.parametrize(
    "where",
    [
        {"secrets": {"auth": AUTH}},
        {"secrets": {"auth": AUTH, "door": {"idle_minutes": 5}}},
        {"secrets": {"auth": AUTH, "door": {"emails": []}}},
        {"secrets": {"auth": AUTH, "door": {"emails": OWNER}}},
        {"secrets": {"auth": AUTH, "door": {"emails": [OWNER], "idle_minutes": 0}}},
        {"secrets": {"auth": {}, "door": {"emails": [OWNER]}}},
        {"secrets": {"auth": "x", "door": {"emails": [OWNER]}}},
        {"secrets": {"door": {"emails": [OWNER]}}},
        {"secrets": {"door": {"emails": [OWNER], "passphrase": LINE}}},
        {"secrets": {"auth": AUTH, "door": {"emails": [OWNER], "passphrase": LINE}}},
        {"secrets": {"auth": AUTH, "door": {"passphrase": LINE}}},
        {"secrets": {"auth": AUTH, "door": {"emails": [OWNER]}}, "variable": LINE},
        {"secrets": {"auth": AUTH, "door": {"emails": [OWNER]}}, "variable": ""},
        {"secrets": {"auth": AUTH, "door": {"emails": [OWNER]}}, "file": LINE},
    ],
)
def test_accounts_with_something_missing_or_with_a_passphrase_beside_them_shut_the_door(
    configured: Callable[..., Gate | None],
    where: dict[str, Any],
) -> None:
    gate = configured(**where)

    assert not not_none(gate).is_whole
    assert not not_none(gate).admits(not_none(gate).sessions.begin())


def test_accounts_let_nobody_in_over_the_local_network(
    configured: Callable[..., Gate | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(gate_settings.LAN_VARIABLE, "1")

    assert not not_none(configured({"auth": AUTH, "door": {"emails": [OWNER]}})).is_whole


def test_secrets_that_cannot_be_read_shut_the_door(
    configured: Callable[..., Gate | None], data: Path
) -> None:
    (data / "secrets.toml").write_text("[door\npassphrase = 1")

    assert not_none(configured()).key is None


def test_a_file_that_may_not_be_read_shuts_the_door(
    configured: Callable[..., Gate | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> str:
        raise PermissionError

    monkeypatch.setattr(Path, "read_text", refused)

    assert not_none(configured()).key is None


def test_a_folder_in_the_files_place_shuts_the_door(
    configured: Callable[..., Gate | None], data: Path
) -> None:
    (data / gate_settings.FILE_NAME).mkdir()

    assert not_none(configured()).key is None


def test_a_data_folder_that_cannot_be_made_is_for_the_pages_to_tell(
    configured: Callable[..., Gate | None], data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data / "a-file").touch()
    monkeypatch.setenv("FOLLOW_THROUGH_DATA", str(data / "a-file"))

    assert configured() is None


def test_the_idle_time_is_configured_in_minutes(configured: Callable[..., Gate | None]) -> None:
    gate = configured({"door": {"passphrase": LINE, "idle_minutes": 5}})

    assert not_none(gate).sessions._idle == 300


def test_a_passphrase_that_comes_later_shuts_the_door_then_and_taking_it_away_opens_nothing(
    configured: Callable[..., Gate | None], data: Path
) -> None:
    assert configured() is None
    assert not_none(not_none(configured(file=LINE)).key).line() == LINE
    (data / gate_settings.FILE_NAME).unlink()

    assert not_none(not_none(configured()).key).line() == LINE


def test_a_store_is_given_only_with_the_cookie_of_an_open_session(
    configured: Callable[..., Gate | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store()
    gate = configured(variable=LINE)
    token = not_none(gate).sessions.begin()

    for cookies in ({}, {COOKIE: ""}, {COOKIE: "forged"}):
        monkeypatch.setattr(st, "context", Context(cookies))
        with pytest.raises(Locked, match="Reload the page to sign in"):
            store()
    monkeypatch.setattr(st, "context", Context({COOKIE: token}))
    assert store()
    not_none(gate).sessions.end(token)
    with pytest.raises(Locked):
        store()


class Context:
    def __init__(self, cookies: dict[str, str]) -> None:
        self.cookies = cookies


def test_the_file_that_start_writes_is_its_owners_alone_and_is_never_written_over(
    data: Path,
) -> None:
    from lib.door import lan

    lan.write_hash(LINE)

    path = data / gate_settings.FILE_NAME
    assert path.read_text() == LINE + "\n"
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        lan.write_hash(OTHER)
