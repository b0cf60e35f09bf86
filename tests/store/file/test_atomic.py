from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lib.domain.store_errors import CannotRead, DiskFailure, Full, ReadOnly, StoreError
from lib.store.file import atomic
from lib.store.file.atomic import plainly, read_file, readably, replace_file, stamp_of, sweep

on_posix = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no such modes and no folder fsync"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kept.json"
    replace_file(path, b"old")
    return path


def failing(number: int, calls: list[object]) -> Callable[..., None]:
    """Stands in for a system call that fails the nth time it is asked."""

    def fail(*args: object) -> None:
        calls.append(args)
        if len(calls) == number:
            raise OSError(errno.EIO, "Input/output error")

    return fail


def test_the_new_bytes_take_the_place_of_the_old(file: Path) -> None:
    stamp = replace_file(file, b"new")

    assert file.read_bytes() == b"new"
    assert stamp == stamp_of(file)
    assert read_file(file) == (b"new", stamp)


def test_each_save_has_a_stamp_of_its_own_even_in_the_same_tick_and_of_the_same_size(
    file: Path,
) -> None:
    stamps = {replace_file(file, b"%03d" % number) for number in range(200)}

    assert len(stamps) == 200


def test_a_missing_file_has_no_stamp_and_no_bytes(tmp_path: Path) -> None:
    assert stamp_of(tmp_path / "none") is None
    assert read_file(tmp_path / "none") is None


@on_posix
def test_only_the_owner_may_read_what_is_saved(tmp_path: Path) -> None:
    before = os.umask(0)

    try:
        replace_file(tmp_path / "private", b"x")
    finally:
        os.umask(before)

    assert (tmp_path / "private").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("call", ["open", "write", "fsync"])
def test_a_failure_before_the_swap_leaves_the_old_file_and_nothing_beside_it(
    file: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing(1, []))
        with pytest.raises(OSError, match="Input/output"):
            replace_file(file, b"new")

    assert file.read_bytes() == b"old"
    assert list(file.parent.iterdir()) == [file]


def test_a_failing_swap_leaves_the_old_file_and_nothing_beside_it(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", failing(1, []))

    with pytest.raises(OSError, match="Input/output"):
        replace_file(file, b"new")

    assert file.read_bytes() == b"old"
    assert list(file.parent.iterdir()) == [file]


@on_posix
def test_a_swap_that_cannot_be_made_to_last_is_taken_back(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "sync_folder", failing(1, []))

    with pytest.raises(OSError, match="Input/output"):
        replace_file(file, b"new")

    assert file.read_bytes() == b"old"
    assert list(file.parent.iterdir()) == [file]


@on_posix
def test_a_first_save_that_cannot_be_made_to_last_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "sync_folder", failing(1, []))

    with pytest.raises(OSError, match="Input/output"):
        replace_file(tmp_path / "first", b"new")

    assert list(tmp_path.iterdir()) == []


@on_posix
def test_if_not_even_that_works_the_file_is_whole_all_the_same(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "sync_folder", failing(1, []))
    monkeypatch.setattr(os, "fsync", failing(2, []))

    with pytest.raises(OSError, match="Input/output"):
        replace_file(file, b"new")

    assert file.read_bytes() == b"new"
    assert list(file.parent.iterdir()) == [file]


def test_a_disk_that_takes_the_bytes_in_pieces_gets_them_all(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: real(handle, content[:2]))

    replace_file(file, b"seven bytes and more")

    assert file.read_bytes() == b"seven bytes and more"


def test_the_last_check_before_the_swap_can_still_stop_it(file: Path) -> None:
    def refuse() -> None:
        raise InterruptedError("no")

    with pytest.raises(InterruptedError):
        replace_file(file, b"new", just_before=refuse)

    assert file.read_bytes() == b"old"


def test_what_killed_saves_left_is_swept_and_nothing_else(file: Path) -> None:
    mine = file.with_name(".kept.json.0123.tmp")
    others = [
        file.with_name(name)
        for name in (".other.json.0123.tmp", "kept.json.tmp", ".kept.json.lock")
    ]
    for path in (mine, *others):
        path.write_bytes(b"half")

    sweep(file.parent, file.name)

    assert not mine.exists()
    assert all(path.exists() for path in others)


@on_posix
@pytest.mark.parametrize("knows_better", [True, False])
def test_on_a_mac_the_drives_own_cache_is_emptied_where_that_is_possible(
    file: Path, monkeypatch: pytest.MonkeyPatch, knows_better: bool
) -> None:
    import fcntl

    asked: list[int] = []
    synced: list[int] = []

    def full_sync(handle: int, command: int) -> None:
        asked.append(command)
        if not knows_better:
            raise OSError(errno.ENOTSUP, "not supported")

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", full_sync)
    monkeypatch.setattr(atomic, "sync_folder", lambda _: None)
    monkeypatch.setattr(os, "fsync", synced.append)

    replace_file(file, b"new")

    assert asked == [51]
    assert len(synced) == (0 if knows_better else 1)


def test_windows_is_given_time_when_a_scanner_holds_the_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals = [PermissionError(errno.EACCES, "in use")] * 3
    real = Path.replace
    waits: list[float] = []

    def held(path: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return real(path, target)

    monkeypatch.setattr(atomic, "_ON_WINDOWS", True)
    monkeypatch.setattr(time, "sleep", waits.append)
    monkeypatch.setattr(Path, "replace", held)

    replace_file(file, b"new")

    assert file.read_bytes() == b"new"
    assert len(waits) == 3


def test_windows_gives_up_in_the_end_and_keeps_the_old_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(path: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(atomic, "_ON_WINDOWS", True)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    monkeypatch.setattr(Path, "replace", held)

    with pytest.raises(PermissionError):
        replace_file(file, b"new")

    assert file.read_bytes() == b"old"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (errno.ENOSPC, Full, "no room"),
        (errno.EDQUOT, Full, "no room"),
        (errno.EFBIG, Full, "no room"),
        (errno.EACCES, ReadOnly, "may not write"),
        (errno.EROFS, ReadOnly, "may not write"),
        (errno.EIO, DiskFailure, "Input/output error"),
    ],
)
def test_each_failure_of_the_disk_is_said_in_words(
    tmp_path: Path, number: int, kind: type[StoreError], words: str
) -> None:
    with pytest.raises(kind, match=words) as caught, plainly(tmp_path / "kept.json"):
        raise OSError(number, os.strerror(number))

    assert "Everything saved before is" in caught.value.sentence


def test_what_cannot_be_read_is_said_without_a_word_about_saving(tmp_path: Path) -> None:
    with (
        pytest.raises(CannotRead, match="Permission denied") as caught,
        readably(tmp_path / "kept.json"),
    ):
        raise PermissionError(errno.EACCES, "Permission denied")

    assert "Nothing was changed" in caught.value.sentence
