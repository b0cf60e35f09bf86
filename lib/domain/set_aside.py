"""What could not be read, and was put out of sight by the person."""

from __future__ import annotations

from dataclasses import dataclass

from lib.domain.records import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class SetAside(Record):
    """A row that this version could not read: its table, the row as JSON, and why."""

    table: str
    row: str
    why: str = ""
