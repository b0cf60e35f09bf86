"""The server may open as many files as a busy day takes, where the system begins with few."""

from __future__ import annotations

import sys

import pytest

from lib.door import file_limit


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize(
    ("soft", "hard", "wanted"), [(256, -1, 4096), (256, 10_240, 4096), (256, 1_024, 1_024)]
)
def test_a_low_limit_of_open_files_is_raised(
    monkeypatch: pytest.MonkeyPatch, soft: int, hard: int, wanted: int
) -> None:
    import resource

    limits: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (soft, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda _, limit: limits.append(limit))

    file_limit.raise_file_limit()

    assert limits == [(wanted, hard)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("soft", [4096, 1_000_000, -1])
def test_a_high_limit_of_open_files_stays(monkeypatch: pytest.MonkeyPatch, soft: int) -> None:
    import resource

    limits: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (soft, -1))
    monkeypatch.setattr(resource, "setrlimit", lambda _, limit: limits.append(limit))

    file_limit.raise_file_limit()

    assert limits == []


def test_where_there_is_no_such_limit_nothing_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)

    assert file_limit.raise_file_limit() is None  # type: ignore[func-returns-value]
