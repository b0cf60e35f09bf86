from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from lib.store.file import place
from lib.store.file.place import data_folder


def test_the_environment_says_where_the_data_lies(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FOLLOW_THROUGH_DATA", str(tmp_path / "chosen"))

    folder = data_folder()

    assert folder == tmp_path / "chosen"
    assert folder.is_dir()


@pytest.mark.parametrize("unset", [None, "", "  "])
def test_without_it_the_data_lies_in_the_persons_own_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, unset: str | None
) -> None:
    monkeypatch.delenv("FOLLOW_THROUGH_DATA", raising=False)
    if unset is not None:
        monkeypatch.setenv("FOLLOW_THROUGH_DATA", unset)
    monkeypatch.setattr(place, "user_data_path", lambda name, **_: tmp_path / "data" / name)

    assert data_folder() == tmp_path / "data" / "follow-through"


def test_a_home_sign_in_the_environment_is_understood(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("FOLLOW_THROUGH_DATA", "~/mine")

    assert data_folder() == tmp_path / "mine"


def test_a_folder_named_from_here_is_given_in_full(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FOLLOW_THROUGH_DATA", "here")

    assert data_folder() == Path(tmp_path, "here")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_may_look_into_a_new_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FOLLOW_THROUGH_DATA", str(tmp_path / "chosen"))
    before = os.umask(0)

    try:
        mode = data_folder().stat().st_mode
    finally:
        os.umask(before)

    assert mode & 0o777 == 0o700
