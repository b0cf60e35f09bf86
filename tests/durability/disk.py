"""What a disk may hold after a power cut, worked out from the system calls made before.

What was written to a file is there for sure once the file was brought to the disk, and what was
made, renamed or removed in a folder once the folder was. All else may have reached the disk, or
not, or in part. A rename is one step, as on every file system with a journal.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.durability.calls import Call


@dataclass(eq=False)
class File:
    """Its bytes as they are read now, and as they are on the disk for sure."""

    content: bytes = b""
    sure: bytes = b""


@dataclass(eq=False)
class Folder:
    """What is in it now, and what is in it on the disk for sure."""

    holds: dict[str, File | Folder] = field(default_factory=dict)
    sure: dict[str, File | Folder] = field(default_factory=dict)


Step = list[tuple[Folder, str, File | Folder | None]]
"""Names that come to stand for something (None: for nothing) at one stroke."""


@dataclass(frozen=True, slots=True)
class Cut:
    """How bad it was: which unsure steps reached the disk, and how much of the unsure content."""

    steps: str
    content: str


CUTS = (
    Cut("none", "lost"),
    Cut("all", "lost"),
    Cut("all", "there"),
    Cut("the first", "torn"),
    Cut("some", "torn"),
)


class Disk:
    """One folder and all below it, as it became by the calls that were replayed."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._root = _found(home)
        self._unsure: list[Step] = []
        self._handles: dict[int, File | Folder] = {}

    def replay(self, call: Call) -> None:
        """One more system call was made."""
        getattr(self, f"_{call.name}")(call, *call.arguments)

    def rebuild(self, place: Path, cut: Cut, chance: random.Random) -> None:
        """Make what may be found after this cut."""
        holds = {folder: dict(folder.sure) for folder in _folders(self._root)}
        for step in _chosen(self._unsure, cut.steps, chance):
            for folder, name, node in step:
                _set(holds.setdefault(folder, dict(folder.sure)), name, node)
        _make(self._root, place, holds, lambda file: _content(file, cut.content, chance))

    def _open(self, call: Call, path: object, flags: int, *_: object) -> None:
        if not self._is_here(path):
            return
        folder, name = self._place(path)
        if flags & os.O_CREAT and name not in folder.holds:
            self._step([(folder, name, File())])
        self._handles[call.result] = folder.holds[name] if name else folder

    def _write(self, call: Call, handle: int, content: bytes) -> None:
        node = self._handles.get(handle)
        if isinstance(node, File):
            node.content += bytes(content[: call.result])

    def _fsync(self, _: Call, handle: int) -> None:
        node = self._handles.get(handle)
        if isinstance(node, File):
            node.sure = node.content
        elif node:
            self._sync(node)

    def _sync(self, folder: Folder) -> None:
        for step in self._unsure:
            if any(place is folder for place, _, _ in step):
                for place, name, node in step:
                    _set(place.sure, name, node)
        self._unsure = [
            step for step in self._unsure if all(place is not folder for place, _, _ in step)
        ]

    def _replace(self, _: Call, old: object, new: object) -> None:
        (was_in, was), (now_in, now) = self._place(old), self._place(new)
        self._step([(now_in, now, was_in.holds[was]), (was_in, was, None)])

    _rename = _replace

    def _unlink(self, _: Call, path: object) -> None:
        self._step([(*self._place(path), None)])

    _rmdir = _unlink

    def _mkdir(self, _: Call, path: object, *__: object) -> None:
        self._step([(*self._place(path), Folder())])

    def _close(self, _: Call, handle: int) -> None:
        self._handles.pop(handle, None)

    def _step(self, step: Step) -> None:
        for folder, name, node in step:
            _set(folder.holds, name, node)
        self._unsure.append(step)

    def _is_here(self, path: object) -> bool:
        return Path(str(path)).is_relative_to(self._home)

    def _place(self, path: object) -> tuple[Folder, str]:
        """The folder that a path leads to, and the last name in it; no name for the home itself."""
        *way, name = Path(str(path)).relative_to(self._home).parts or ("",)
        folder = self._root
        for one in way:
            below = folder.holds[one]
            assert isinstance(below, Folder)
            folder = below
        return folder, name


def _found(path: Path) -> Folder:
    """What is in a real folder, all of it for sure."""
    holds: dict[str, File | Folder] = {}
    for one in path.iterdir():
        holds[one.name] = _found(one) if one.is_dir() else File(one.read_bytes(), one.read_bytes())
    return Folder(holds, dict(holds))


def _folders(folder: Folder) -> Iterator[Folder]:
    yield folder
    for below in folder.sure.values():
        if isinstance(below, Folder):
            yield from _folders(below)


def _set(holds: dict[str, File | Folder], name: str, node: File | Folder | None) -> None:
    if node is None:
        holds.pop(name, None)
    else:
        holds[name] = node


def _chosen(steps: list[Step], which: str, chance: random.Random) -> list[Step]:
    if which == "some":
        return [step for step in steps if chance.random() < 0.5]
    return steps[
        : {"none": 0, "all": len(steps), "the first": chance.randint(0, len(steps))}[which]
    ]


def _content(file: File, how: str, chance: random.Random) -> bytes:
    if how == "there" or file.content == file.sure:
        return file.content
    if how == "lost":
        return file.sure
    rest = file.content[len(file.sure) :]
    part = rest[: chance.randint(0, len(rest))]
    # A disk may have the length already, and nothing in it.
    return file.sure + chance.choice([part, part + bytes(len(rest) - len(part))])


def _make(
    folder: Folder,
    place: Path,
    holds: dict[Folder, dict[str, File | Folder]],
    content: Callable[[File], bytes],
) -> None:
    place.mkdir(mode=0o700, exist_ok=True)
    for name, node in holds.get(folder, folder.sure).items():
        if isinstance(node, Folder):
            _make(node, place / name, holds, content)
        else:
            (place / name).write_bytes(content(node))
