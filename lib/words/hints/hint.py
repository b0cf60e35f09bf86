"""The one line under a blank."""

from __future__ import annotations

from dataclasses import dataclass

from lib.domain.debriefs import Said


@dataclass(frozen=True, slots=True)
class Hint:
    """What stands under a blank: `advice` in one line, and what a tap would change.

    `label` names the tap ("Use “You mentioned that …”"). `mended` is what the person says to the
    reader after it, or the text of a blank that stands alone; None where only the person can mend
    it.
    """

    code: str
    advice: str
    label: str = ""
    mended: Said | str | None = None
