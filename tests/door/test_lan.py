"""Opening the app to the phone in the same network: only with a passphrase, and a warning."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from lib.domain.errors import FollowThroughError
from lib.door import gate_settings, lan
from lib.door.account_list import read_accounts
from lib.door.gate_settings import Gate
from lib.door.passphrase_file import Unfit, new_key, read_key
from tests.door.test_account_list import AUTH, OWNER

RIGHT = "correct horse battery"
KEY = new_key(RIGHT, cost=2**14, lanes=1)


@pytest.fixture(autouse=True)
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A data folder, no gate yet, and one address in a local network."""
    monkeypatch.setenv("FOLLOW_THROUGH_DATA", str(tmp_path))
    monkeypatch.setattr(gate_settings, "configured_gate", lambda: None)
    monkeypatch.setattr(lan, "_way_out", lambda: ["192.168.0.5"])
    monkeypatch.setattr(
        lan, "_by_name", lambda: ["127.0.1.1", "192.168.0.5", "10.1.2.3", "8.8.8.8"]
    )
    return tmp_path


def test_the_passphrase_asked_for_there_and_then_opens_the_door_from_then_on(data: Path) -> None:
    lan.ensure_passphrase(lambda: RIGHT)

    assert read_key((data / gate_settings.FILE_NAME).read_text()).opens(RIGHT)


def test_one_that_is_configured_is_not_asked_for_again(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate_settings, "configured_gate", lambda: Gate(key=KEY))

    lan.ensure_passphrase(lambda: pytest.fail("asked again"))

    assert list(data.iterdir()) == []


def test_where_accounts_are_let_in_it_says_that_none_can_be_in_the_local_network(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        gate_settings,
        "configured_gate",
        lambda: Gate(key=None, accounts=read_accounts(AUTH, [OWNER])),
    )

    with pytest.raises(FollowThroughError, match="without --lan"):
        lan.ensure_passphrase(lambda: pytest.fail("asked"))

    assert list(data.iterdir()) == []


def test_nothing_is_opened_without_one(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def too_short() -> str:
        raise Unfit("That is shorter than 12 characters.")

    monkeypatch.setattr(lan.ensure_passphrase, "__defaults__", (too_short,))

    assert lan.main([]) == 1
    assert capsys.readouterr().err == "That is shorter than 12 characters.\n"
    assert list(data.iterdir()) == []


def test_nothing_is_opened_with_one_that_is_wrongly_configured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gate_settings, "configured_gate", lambda: Gate(key=None))

    with pytest.raises(FollowThroughError, match="wrongly configured"):
        lan.ensure_passphrase(lambda: RIGHT)


def test_nothing_is_opened_where_there_is_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lan, "addresses", lambda: iter(()))

    with pytest.raises(FollowThroughError, match="in no local network"):
        lan.ensure_passphrase(lambda: RIGHT)
    assert lan.main(["8501"]) == 1


def test_only_addresses_in_local_networks_count_and_each_once() -> None:
    assert list(lan.addresses()) == ["192.168.0.5", "10.1.2.3"]


def test_this_machines_addresses_are_found_without_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()

    assert all(isinstance(one, str) for one in lan.addresses())


def test_the_person_is_told_the_address_and_what_is_not_protected(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert lan.main(["8501"]) == 0

    said = capsys.readouterr().out
    assert "http://192.168.0.5:8501 or http://10.1.2.3:8501" in said
    assert "nobody gets in without your passphrase" in said
    assert "Anyone in the same network who listens in can read along" in said
    assert "█" not in said  # no terminal, no picture


def test_a_terminal_gets_the_address_as_a_code_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())

    drawn = lan.phone_notice(8501, ["192.168.0.5"])

    assert drawn.count("█") > 50


class Terminal:
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True
