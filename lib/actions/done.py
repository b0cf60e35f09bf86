"""What every action hands back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, in one sentence ("" for a silent save), and what it made or touched.

    `record_id` is the record that a page may want to show next.
    """

    did: str
    record_id: str = ""
