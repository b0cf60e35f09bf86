"""What the store should do, with nothing but a dictionary and a list: for promise 8."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

Marks = dict[str, str]
Touched = dict[str, tuple[str | None, str | None]]
"""What was before and what was after, for each mark; None is none."""


@dataclass(slots=True)
class Done:
    """One entry of the history."""

    id: str
    touched: Touched
    undoes: str = ""
    undone: bool = False


@dataclass(slots=True)
class Plain:
    """The marks, and what was done, the newest last."""

    marks: Marks = field(default_factory=dict)
    done: list[Done] = field(default_factory=list)

    def copy(self) -> Plain:
        """The same, for good."""
        return deepcopy(self)

    def differing(self, changes: dict[str, str | None]) -> Touched:
        """What these changes would touch."""
        now = {id: self.marks.get(id) for id in changes}
        return {id: (now[id], text) for id, text in changes.items() if now[id] != text}

    def to_become(self, marks: Marks) -> dict[str, str | None]:
        """The changes that lead to these marks."""
        return {**dict.fromkeys(self.marks), **marks}

    def save(self, changes: dict[str, str | None], entry_id: str, undoes: str = "") -> None:
        """Several changes at one stroke; an entry only if they change anything."""
        touched = self.differing(changes)
        for id, (_, text) in touched.items():
            self._set(id, text)
        if touched:
            self.done.append(Done(entry_id, touched, undoes))

    def can_be_undone(self, entry: Done) -> bool:
        """It still stands, and everything that it touched is as it left it."""
        same = all(self.marks.get(id) == after for id, (_, after) in entry.touched.items())
        return same and not entry.undone

    def undo(self, entry: Done, entry_id: str) -> None:
        """All that it touched is as before; what it had taken back stands again, and so on."""
        self.save({id: before for id, (before, _) in entry.touched.items()}, entry_id, entry.id)
        undone, at = True, self._entry(entry.id)
        while at:
            at.undone, undone = undone, not undone
            at = self._entry(at.undoes)

    def forget_all_but_the_last(self) -> None:
        """What a full disk costs."""
        del self.done[:-1]

    def history(self) -> list[tuple[str, bool]]:
        """The entries, the newest first, each with whether it was taken back."""
        return [(one.id, one.undone) for one in reversed(self.done)]

    def _entry(self, id: str) -> Done | None:
        return next((one for one in self.done if one.id == id), None)

    def _set(self, id: str, text: str | None) -> None:
        if text is None:
            self.marks.pop(id, None)
        else:
            self.marks[id] = text
