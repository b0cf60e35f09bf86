from __future__ import annotations

from pathlib import Path

import pytest

from lib.store.repository import Store
from tests.durability import rig


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "follow-through"


@pytest.fixture
def store(folder: Path) -> Store:
    return rig.open_store(folder)
