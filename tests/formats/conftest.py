"""A Chromium that opens and prints files, one for each module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.formats.printing.press import Press


@pytest.fixture(scope="module")
def press(browser_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Press]:
    running = Press(browser_path, tmp_path_factory.mktemp("press"))
    yield running
    running.close()
