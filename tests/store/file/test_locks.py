from __future__ import annotations

import errno
from pathlib import Path
from threading import Event, Thread

import pytest

from lib.domain.store_errors import Busy, ReadOnly, Vanished
from lib.store.file.locks import FileLock
from lib.store.repository import Store
from tests.narrowing import of_kind
from tests.store.samples import NOON, TABLES, Firm, firm


def test_a_thread_may_take_it_again_and_releases_it_once(tmp_path: Path) -> None:
    lock, rival = (FileLock(tmp_path / "lock", 0.05) for _ in range(2))

    with lock.held():
        with lock.held():
            pass
        with pytest.raises(Busy), rival.held():
            pass

    with rival.held():
        pass


def test_whoever_waits_too_long_for_another_process_is_told_so(folder: Path, store: Store) -> None:
    impatient = Store(folder, tables=TABLES, patience=0.05)

    with (
        store.transaction(now=NOON, did="Slow"),
        pytest.raises(Busy, match="another copy") as caught,
        impatient.transaction(now=NOON, did="Quick"),
    ):
        pass

    assert "safe" in caught.value.sentence


def test_whoever_waits_too_long_for_another_thread_is_told_so(folder: Path) -> None:
    store = Store(folder, tables=TABLES, patience=0.05)
    holding, told = Event(), Event()

    def hold() -> None:
        with store.transaction(now=NOON, did="Slow") as tx:
            tx.put(firm("slow"))
            holding.set()
            told.wait(10)

    slow = Thread(target=hold)
    slow.start()
    holding.wait(10)
    with pytest.raises(Busy), store.transaction(now=NOON, did="Quick"):
        pass
    told.set()
    slow.join()

    assert [one.name for one in store.read().all(Firm)] == ["slow"]


def test_reading_never_waits_for_a_writer(folder: Path, store: Store) -> None:
    with store.transaction(now=NOON, did="Slow") as tx:
        tx.put(firm())

        assert Store(folder, tables=TABLES, patience=0.01).read().all(Firm) == ()


def test_a_folder_that_is_gone_is_said_to_be_gone(
    tmp_path: Path, folder: Path, store: Store
) -> None:
    folder.rmdir()

    with pytest.raises(Vanished), store.transaction(now=NOON, did="Put"):
        pass

    assert not folder.exists()


def test_a_folder_that_may_not_be_written_is_said_to_be_so(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(of_kind(FileLock, store.home.lock)._processes, "acquire", refuse)

    with pytest.raises(ReadOnly, match="may not write"), store.transaction(now=NOON, did="Put"):
        pass
