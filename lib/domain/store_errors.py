"""What can go wrong between the person's work and their disk, each failure in words of its own."""

from __future__ import annotations

from pathlib import Path

from lib.domain.errors import FollowThroughError
from lib.domain.records import Record


class StoreError(FollowThroughError):
    """Anything that the store could not do; what was saved before it is untouched."""


class Missing(StoreError):
    """A record that was asked for by its id is not there (any more)."""

    def __init__(self, kind: type[Record]) -> None:
        what = kind.__name__.lower()
        super().__init__(
            f"This {what} is not there any more. It may have been removed in another window."
        )


class Busy(StoreError):
    """Another window or another copy of the app held the data for longer than we wait."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"Not saved: another copy of the app has been using your data for {seconds:g} seconds. "
            "What was saved before is safe; wait a moment and try again."
        )


class Full(StoreError):
    """The disk, or the share of it that we may use, has no room for the save."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Not saved: there is no room left on the disk that holds {folder}. "
            "Everything saved before is safe; make some room and try again."
        )


class ReadOnly(StoreError):
    """The folder or the file may be read but not written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Not saved: the app may not write in {folder}. "
            "Everything saved before is safe; allow writing there and try again."
        )


class DiskFailure(StoreError):
    """The system reported an error while saving; `reason` is its own wording."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Not saved: the disk reported an error at {path} ({reason}). "
            "Everything saved before is left as it was; check the disk, then try again."
        )


class CannotRead(StoreError):
    """The system would not let us read the file; `reason` is its own wording."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Your data at {path} cannot be read ({reason}). Nothing was changed; "
            "check the disk, and whether you may read that file, then try again."
        )


class Stale(StoreError):
    """A save made from an old copy: `mine` is what was to be saved, `theirs` what stands there now.

    `theirs` is None when the record was removed in the meantime.
    """

    def __init__(self, mine: Record, theirs: Record | None) -> None:
        self.mine = mine
        self.theirs = theirs
        what = type(mine).__name__.lower()
        happened = "was changed" if theirs else "was removed"
        super().__init__(
            f"Not saved: this {what} {happened} in another window since you opened it. "
            "Nothing is lost: choose which version to keep."
        )


class Damaged(StoreError):
    """The document is not whole, and no good backup stands in for it. Nothing was overwritten."""

    def __init__(self, path: Path | str, why: str) -> None:
        super().__init__(
            f"Your data at {path} cannot be opened: {why}. No good backup was found beside it. "
            "The file was left as it is; put a good copy in its place, or start empty in Settings, "
            "which keeps it for 30 days."
        )


class Vanished(StoreError):
    """The file that this process has read before is not there any more, and neither is a backup."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Your data is not at {path} any more, so nothing can be read or saved. If its drive "
            "was taken out, put it back and try again; if you removed it to begin anew, start the "
            "app again."
        )


class TooNew(StoreError):
    """A newer version of the app wrote the file: it is shown and not changed."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(
            f"Not saved: your data was written by a newer version of the app (format {found}; this "
            f"one knows {known}). It is shown as far as this version can read it, and nothing in "
            "it was changed; install the newer version to go on."
        )


class WrittenElsewhere(StoreError):
    """Something that does not keep our lock replaced the document while we were saving."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            f"Not saved: another program changed {path} at the same moment. "
            "What it wrote was kept; look at the data again, then try again."
        )


class Unreachable(StoreError):
    """The database has not answered for some seconds; `why` says so in a few words."""

    def __init__(self, why: str, silent_for: float) -> None:
        self.why = why
        self.silent_for = silent_for
        super().__init__(
            f"Not saved: the database that keeps your data cannot be reached ({why}). Everything "
            "saved before is safe. What you typed stays on the screen and in this browser; try "
            "again in a moment."
        )


class InDoubt(StoreError):
    """The connection broke during a save, and the database did not answer in time afterwards."""

    SENTENCE = (
        "It is not certain that this was saved: the connection to the database broke at that "
        "moment. Everything saved before is safe. Once it answers again, look whether it is "
        "there before you do it again."
    )


class DatabaseRefused(StoreError):
    """The database answers, but does not let us work; `why` says what it wants put right."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The database that keeps your data does not let this app in: {why}. Nothing was "
            "changed, and nothing is kept elsewhere instead. Put it right as docs/hosting.md "
            "says, then start it again."
        )


class DatabaseFull(StoreError):
    """The database, or the share of it that we may use, has no room for the save."""

    SENTENCE = (
        "Not saved: there is no room left in the database. Everything saved before is safe; "
        "Settings shows what takes the room and can make it smaller, or else get a larger "
        "one, then try again."
    )


class DatabaseReadOnly(StoreError):
    """The database may be read but not written just now."""

    SENTENCE = (
        "Not saved: the database takes nothing at the moment, it can only be read. Some do so "
        "when they are full or being moved. Everything saved before is safe; see to it there, "
        "then try again."
    )


class DatabaseFailure(StoreError):
    """The database reported an unknown error; `code` is its own, as PostgreSQL lists them."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"Not saved: the database reported an error (code {code}). Everything saved before is "
            "left as it was; try again, and if it stays so, look that code up or ask whoever "
            "keeps the database."
        )


class Emptied(StoreError):
    """The data that this process has read before is not in the database any more, nor a copy."""

    SENTENCE = (
        "Your data is not in the database any more, so nothing can be read or saved. If it "
        "was restored or replaced there, put it right; if you emptied it to begin anew, start "
        "the app again."
    )


class Unreadable(StoreError):
    """One record in a whole file does not have the shape that this version expects."""

    def __init__(self, kind: type[Record], id: str, why: str) -> None:
        self.kind = kind
        self.id = id
        self.why = why
        super().__init__(
            f"One {kind.__name__.lower()} ({id}) cannot be read: {why}. "
            "It was left as it is; your other data is safe."
        )


class NotStorable(StoreError):
    """A record holds something that the file cannot: a number too large, a time without a zone."""

    def __init__(self, record: Record, why: str) -> None:
        super().__init__(
            f"Not saved: this {type(record).__name__.lower()} holds something that cannot be kept "
            f"({why}). Everything saved before is safe."
        )


class CopyUnusable(StoreError):
    """A backup, or a file that was brought in, cannot be opened; `why` says so in a few words."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(
            f"{what} cannot be opened: {why}. Your data is as it was; choose another one."
        )


class UndoConflict(StoreError):
    """Taking something back would overwrite, or leave hanging, what was done after it."""

    def __init__(self, did: str, why: str) -> None:
        super().__init__(
            f"“{did or 'What was typed'}” cannot be taken back: {why}. Nothing was changed."
        )
