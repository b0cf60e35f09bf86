"""All that is here shows a promise by force, and needs a folder and a store in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from lib.store.repository import Store
from tests.durability import rig
from tests.durability.saves import CopyOf
from tests.sizes import Size

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.durability)
            # Newer Pythons warn of fork in a process with threads; our children only write, and end
            # at once.
            item.add_marker(pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "follow-through"


@pytest.fixture
def store(folder: Path) -> Store:
    return rig.open_store(folder)


@pytest.fixture
def copy_of(tmp_path: Path) -> CopyOf:
    """Makes copies of a prepared folder, so that every attempt finds the same."""
    names = count()

    def copy(prepared: Path) -> Path:
        folder = tmp_path / str(next(names)) / "follow-through"
        if prepared.exists():
            shutil.copytree(prepared, folder)
        else:
            folder.parent.mkdir()
        return folder

    return copy


@pytest.fixture
def each(size: Size) -> int:
    """How many saves each writer makes."""
    return size(25, 200)


@pytest.fixture
def folders(tmp_path: Path, size: Size) -> Iterator[Path]:
    """A new folder for each run."""
    return (tmp_path / str(number) for number in range(size(1, 20)))
