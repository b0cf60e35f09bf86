"""Which database is to keep the data, if any; whatever is not clear opens no folder instead."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit import config

from lib.domain.store_errors import DatabaseRefused
from lib.door import secrets_file

URL = "postgresql://someone:hush@db.example.org/kept"


class Secrets:
    """Stands in for what Streamlit has read of a file; ValueError where it cannot be read."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load_if_toml_exists(self) -> bool:
        return self._path.exists()

    def to_dict(self) -> dict[str, Any]:
        return tomllib.loads(self._path.read_text())


@pytest.fixture
def secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[str], None]]:
    """Writes a secrets.toml, and has it read anew."""
    path = tmp_path / "secrets.toml"
    monkeypatch.delenv(secrets_file.VARIABLE, raising=False)
    monkeypatch.setattr(st, "secrets", Secrets(path))
    monkeypatch.setattr(config, "get_option", lambda _: [str(path)])

    def write(content: str) -> None:
        path.write_text(content)
        secrets_file.everything.cache_clear()

    secrets_file.everything.cache_clear()
    yield write
    secrets_file.everything.cache_clear()


def test_without_secrets_a_folder_keeps_the_data(secrets: Callable[[str], None]) -> None:
    assert secrets_file.database() is None


def test_other_secrets_say_nothing_about_it(secrets: Callable[[str], None]) -> None:
    secrets('[door]\nidle_minutes = 5\n[other]\nurl = "x"\n')

    assert secrets_file.database() is None


def test_one_section_names_the_database(secrets: Callable[[str], None]) -> None:
    secrets(f'[store]\nurl = "{URL}"\n')

    assert secrets_file.database() == URL


def test_the_environment_comes_first(
    secrets: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets('[store]\nurl = "postgresql://other"\n')
    monkeypatch.setenv(secrets_file.VARIABLE, URL)

    assert secrets_file.database() == URL


@pytest.mark.parametrize(
    "content",
    [
        "[store]\n",
        '[store]\nurl = ""\n',
        "[store]\nurl = 5\n",
        '[store]\nadress = "postgresql://x"\n',
        'store = "postgresql://x"\n',
        "[store\nurl = hush\n",
    ],
)
def test_what_is_not_clear_is_refused_and_never_quoted(
    secrets: Callable[[str], None], content: str
) -> None:
    secrets(content)

    with pytest.raises(DatabaseRefused, match="nothing is kept elsewhere instead") as refused:
        secrets_file.database()

    assert "hush" not in refused.value.sentence
