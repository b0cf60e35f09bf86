from __future__ import annotations

from pathlib import Path

import pytest

from lib.store.repository import Store
from tests.store.samples import TABLES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "follow-through"


@pytest.fixture
def store(folder: Path) -> Store:
    return Store(folder, tables=TABLES)


@pytest.fixture
def other(folder: Path) -> Store:
    """Another window on the same folder, as another process would open it."""
    return Store(folder, tables=TABLES)
