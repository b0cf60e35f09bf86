"""What the store did by itself and the person should hear of, each in words of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

SayMoment = Callable[[datetime], str]
"""How a moment is said: by the person's own calendar and clock."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rescued:
    """A backup was opened in the place of a file that was not whole, for this reason.

    `backup_at` is when the backup was made, `last_saved` when the damaged file was written last
    (None if that is not known), `aside` where it is kept now (None if there was none).
    """

    why: str
    backup_at: datetime
    last_saved: datetime | None = None
    aside: Path | str | None = None

    def sentence(self, say: SayMoment) -> str:
        """What happened, what may be missing, and where the damaged file is."""
        since = "what was saved after that may be missing"
        if self.last_saved and self.last_saved > self.backup_at:
            since = f"what was saved from then until {say(self.last_saved)} may be missing"
        kept = f" The damaged file was kept as {self.aside}." if self.aside else ""
        return (
            f"Your data could not be opened: {self.why}. The backup of {say(self.backup_at)} was "
            f"opened instead; {since}.{kept}"
        )


@dataclass(frozen=True, slots=True)
class NoBackup:
    """A save stands, but its backup could not be made; `reason` is the system's wording."""

    reason: str

    def sentence(self, _: SayMoment) -> str:
        """What is safe and what is not."""
        return f"Saved, but no backup copy could be made: {self.reason}."


@dataclass(frozen=True, slots=True)
class GaveUp:
    """The disk was full: the oldest backups, or what could be undone, made room for a save."""

    backups: int = 0
    undo: bool = False

    def sentence(self, _: SayMoment) -> str:
        """What was given up, and what to do."""
        what = "what could be taken back" if self.undo else f"the {self.backups} oldest backups"
        if not self.undo and self.backups == 1:
            what = "the oldest backup"
        return f"Saved, but the disk is full: {what} made room for it. Make some room on the disk."


News = Rescued | NoBackup | GaveUp
