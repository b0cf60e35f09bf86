"""An e-mail address or a phone number as a file gives it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawReach:
    """An address or number as a file gives it, with its label, and whether it is preferred."""

    text: str
    label: str = ""
    preferred: bool = False
