"""What is shown and what is written down when something breaks."""

from __future__ import annotations

import logging
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from lib.domain.errors import FollowThroughError
from lib.ui.core import faults

PRIVATE = "dear Ada, about the salary"


def broken(message: str = PRIVATE) -> Exception:
    """An error with a traceback and a cause, both of which hold what a person typed."""
    typed = message
    try:
        try:
            {}[typed]  # type: ignore[index]
        except KeyError as cause:
            raise ValueError(typed) from cause
    except ValueError as error:
        return error
    raise AssertionError


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was put on the screen."""
    said: list[str] = []
    monkeypatch.setattr(st, "error", lambda text, **_: said.append(text))
    monkeypatch.setattr(st, "button", lambda label, **_: said.append(label))
    return said


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The log of a person whose data folder is new."""
    monkeypatch.setenv("FOLLOW_THROUGH_DATA", str(tmp_path / "person"))
    return tmp_path / "person" / "log" / faults.LOG_NAME


def test_the_console_which_a_host_keeps_says_the_same_under_the_same_code(
    shown: list[str], log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faults.on_script_error(broken())

    said = capsys.readouterr().err
    assert log.read_text().split()[2] in said
    assert "builtins.ValueError" in said
    assert PRIVATE not in said


def test_an_error_of_ours_is_shown_in_its_own_words_and_not_logged(
    shown: list[str], log: Path
) -> None:
    assert faults.on_script_error(FollowThroughError("The disk is full"))

    assert shown == ["The disk is full", "Go on"]
    assert not log.exists()


def test_any_other_error_is_shown_as_a_code_that_leads_to_the_log(
    shown: list[str], log: Path
) -> None:
    assert faults.on_script_error(broken())

    code = log.read_text().split()[2]
    assert len(code) == 8
    assert code in shown[0]


def test_neither_screen_nor_log_holds_what_was_typed(shown: list[str], log: Path) -> None:
    faults.on_script_error(broken())

    assert PRIVATE not in "".join(shown)
    assert PRIVATE not in log.read_text()


def test_the_log_names_kind_cause_and_place(shown: list[str], log: Path) -> None:
    faults.on_script_error(broken())

    written = log.read_text()
    assert "builtins.ValueError" in written
    assert "because of builtins.KeyError" in written
    assert "in broken" in written
    assert str(faults.ROOT) not in written


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_can_read_the_log(shown: list[str], log: Path) -> None:
    faults.on_script_error(broken())

    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


def test_the_log_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch, log: Path) -> None:
    monkeypatch.setattr(faults, "LOG_BYTES", 2_000)

    for _ in range(50):
        faults.write_down(broken(), faults.new_fault_id())

    assert len(list(log.parent.iterdir())) == 1 + faults.LOGS_KEPT
    assert log.stat().st_size <= 2_000


def test_a_log_that_cannot_be_written_leaves_the_screen_its_sentence_and_the_console_its_line(
    shown: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    (tmp_path / "a-file").write_text("")
    monkeypatch.setenv("FOLLOW_THROUGH_DATA", str(tmp_path / "a-file"))

    assert faults.on_script_error(broken())

    assert "Something went wrong" in shown[0]
    assert shown[0][-8:] in capsys.readouterr().err


def test_a_circle_of_causes_ends() -> None:
    first, second = ValueError("a"), KeyError("b")
    first.__cause__, second.__cause__ = second, first

    assert faults.outline(first).count("because of") == 1


def test_a_broken_request_gets_a_plain_sentence(log: Path) -> None:
    answer = faults.on_server_error(None, broken())  # type: ignore[arg-type]

    assert answer.status_code == 500
    assert PRIVATE not in bytes(answer.body).decode()
    assert PRIVATE not in log.read_text()


ROUTES = "streamlit.web.server.starlette.starlette_auth_routes"


@pytest.fixture
def no_filters() -> Iterator[None]:
    """Takes away afterwards what was put before the loggers of others."""
    yield
    for name in (*faults.PRINT_ERRORS, ROUTES):
        logging.getLogger(name).filters.clear()


def test_of_signing_in_the_console_gets_no_word_from_outside(
    no_filters: None, caplog: pytest.LogCaptureFixture
) -> None:
    logger = logging.getLogger(ROUTES)
    logger.addHandler(caplog.handler)
    faults.keep_values_out_of_console()
    try:
        logger.error("Error: %s. Described as: %s", PRIVATE, PRIVATE)
        logger.warning("Exchange failed for '%s'. 100 % wrong", PRIVATE, exc_info=broken())
        logger.warning("Nothing to tell")
    finally:
        logger.removeHandler(caplog.handler)

    assert PRIVATE not in caplog.text
    assert "Error: …. Described as: …" in caplog.text
    assert "Exchange failed for '…'. 100 % wrong" in caplog.text
    assert "ValueError" in caplog.text
    assert "Nothing to tell" in caplog.text


@pytest.mark.parametrize("name", faults.PRINT_ERRORS)
def test_the_console_gets_an_outline_only(
    no_filters: None, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    logger = logging.getLogger(name)
    console = logging.StreamHandler(sys.stderr)
    logger.addHandler(console)
    faults.keep_values_out_of_console()
    try:
        logger.error("Uncaught app execution", exc_info=broken())
        logger.error("Uncaught app execution", exc_info=FollowThroughError("told already"))
    finally:
        logger.removeHandler(console)

    said = capsys.readouterr().err
    assert "ValueError" in said
    assert PRIVATE not in said
    assert "told already" not in said
    assert os.linesep not in said.splitlines()[0]
