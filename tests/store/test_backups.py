from __future__ import annotations

import errno
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from lib.domain.store_errors import Damaged
from lib.domain.store_news import NoBackup
from lib.store.copies import moment_of, stamp_name
from lib.store.document import Header, seal
from lib.store.file import atomic
from lib.store.file.atomic import Stamp
from lib.store.file.file_home import FileHome
from lib.store.home import Home
from lib.store.repository import Store
from tests.narrowing import of_kind
from tests.store.samples import NOON, Firm, firm, later


@pytest.fixture
def home(tmp_path: Path) -> FileHome:
    """A home whose document was saved."""
    (tmp_path / "kept.json").write_bytes(b"content")
    return FileHome(tmp_path, "kept.json", schema=1, patience=1)


def moments(home: Home) -> list[datetime]:
    return [backup.at for backup in home.backups()]


def test_the_moment_in_a_name_is_in_utc() -> None:
    tokyo = datetime(2026, 11, 22, 21, 0, 5, tzinfo=timezone(timedelta(hours=9)))

    assert stamp_name(tokyo) == "2026-11-22T12-00-05Z"
    assert moment_of(stamp_name(tokyo)) == tokyo
    assert moment_of("format-1") is None


def test_the_first_save_is_copied_and_the_next_within_ten_minutes_is_not(store: Store) -> None:
    for minutes in (0, 5, 9.9):
        with store.transaction(now=later(minutes), did="Added") as tx:
            tx.put(firm())

    assert moments(store.home) == [NOON]


def test_a_save_after_ten_minutes_is_copied_as_it_was_saved(store: Store) -> None:
    for minutes in (0, 10):
        with store.transaction(now=later(minutes), did="Added") as tx:
            tx.put(firm())

    newest = store.home.backups()[0]
    assert newest.at == later(10)
    assert store.home.content_of(newest) == store.file.read_bytes()


def test_the_newest_ten_and_the_last_of_each_of_fourteen_days_are_kept(home: FileHome) -> None:
    for hours in range(0, 24 * 30, 3):
        home.copy_if_due(NOON + timedelta(hours=hours))

    kept = moments(home)
    every = [NOON + timedelta(hours=hours) for hours in range(0, 24 * 30, 3)]
    last_of_days = {moment.date(): moment for moment in every}
    assert kept[:10] == every[::-1][:10]
    assert set(kept) == {*every[-10:], *sorted(last_of_days.values())[-14:]}


def test_a_clock_that_was_wrong_for_a_while_does_not_stop_the_copies(home: FileHome) -> None:
    home.copy_if_due(datetime(2099, 1, 1, tzinfo=UTC))

    home.copy_if_due(NOON)
    home.copy_if_due(later(5))
    home.copy_if_due(later(10))

    assert moments(home)[1:] == [later(10), NOON]


def test_the_copy_just_made_is_never_the_one_that_goes(home: FileHome) -> None:
    for day in range(20):
        home.copy_if_due(datetime(2099, 1, 1 + day, tzinfo=UTC))

    home.copy_if_due(NOON)

    assert NOON in moments(home)


def test_files_that_are_not_ours_are_left_alone(home: FileHome) -> None:
    home.copy_if_due(NOON)
    theirs = home.folder / "backups" / "my own copy.json"
    theirs.write_text("x")

    for hours in range(1, 40):
        home.copy_if_due(NOON + timedelta(hours=hours))

    assert theirs.exists()
    assert len(home.backups()) == 10 + 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_copies_are_readable_by_their_owner_alone_and_no_link_to_the_file(home: FileHome) -> None:
    home.copy_if_due(NOON)

    (copy,) = home.backups()
    path = home.folder / copy.place
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_ino != home.file.stat().st_ino


def test_a_copy_that_cannot_be_made_does_not_make_the_save_look_failed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = atomic.replace_file

    def full(path: Path, content: bytes, **rest: Any) -> Stamp:
        if path.parent.name == "backups":
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(path, content, **rest)

    monkeypatch.setattr(atomic, "replace_file", full)
    with store.transaction(now=NOON, did="Added") as tx:
        tx.put(firm())

    assert tx.entry is not None
    assert len(store.read().all(Firm)) == 1
    assert (
        of_kind(NoBackup, store.notice).sentence(str)
        == "Saved, but no backup copy could be made: No space left on device."
    )


def test_once_a_copy_can_be_made_again_the_trouble_is_forgotten(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Stamp:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(store.home, "copy_to", full)
        with store.transaction(now=NOON, did="Added") as tx:
            tx.put(firm())
    assert store.notice

    with store.transaction(now=later(1), did="Added") as tx:
        tx.put(firm())

    assert store.notice is None
    assert moments(store.home) == [later(1)]


def test_the_newest_good_copy_is_the_one_with_the_highest_revision_that_is_whole(
    home: FileHome,
) -> None:
    (home.folder / "backups").mkdir()
    for name, content in {
        stamp_name(later(0)): seal(b"{}", Header(schema=1, revision=7)),
        stamp_name(later(10)): seal(b"{}", Header(schema=1, revision=3)),
        stamp_name(later(20)): seal(b"{}", Header(schema=1, revision=8))[:-1] + b"]",
        stamp_name(later(30)): seal(b"{}", Header(schema=2, revision=9)),
    }.items():
        (home.folder / "backups" / f"{name}.json").write_bytes(content)

    assert home.rescue("it is not whole").backup_at == NOON


def test_without_copies_there_is_no_good_one(home: FileHome) -> None:
    assert home.backups() == ()
    with pytest.raises(Damaged):
        home.rescue("it is not whole")
