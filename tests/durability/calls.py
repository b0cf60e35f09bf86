"""All system calls that change a disk, to be counted, refused, died before, or written down.

The store reaches them through `os`, and so does pathlib.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pytest

NAMES = ("open", "write", "fsync", "replace", "rename", "unlink", "mkdir", "rmdir", "close")
DIED = 87
"""The exit code of a child that died before a system call."""

Before = Callable[[str, tuple[Any, ...]], None]
After = Callable[[str, tuple[Any, ...], Any], None]


class Call(NamedTuple):
    """One system call that was made, and what came back."""

    name: str
    arguments: tuple[Any, ...]
    result: Any


@contextmanager
def watched(before: Before = lambda *_: None, after: After = lambda *_: None) -> Iterator[None]:
    """Tells of every system call that is made inside."""
    with pytest.MonkeyPatch.context() as patch:
        for name in NAMES:
            patch.setattr(os, name, _telling(name, getattr(os, name), before, after))
        yield


def _telling(
    name: str, real: Callable[..., Any], before: Before, after: After
) -> Callable[..., Any]:
    def call(*arguments: Any, **named: Any) -> Any:
        before(name, arguments)
        result = real(*arguments, **named)
        after(name, arguments, result)
        return result

    return call


def at(on_call: int, act: Callable[[], None], names: tuple[str, ...] = NAMES) -> Before:
    """Does something just before the nth of these calls."""
    made = 0

    def count(name: str, _: tuple[Any, ...]) -> None:
        nonlocal made
        made += name in names
        if made == on_call and name in names:
            act()

    return count


def died_before(on_call: int, act: Callable[[], object]) -> Callable[[], None]:
    """For a child: the same deed, but the process ends on the spot before the nth system call."""

    def deed() -> None:
        with watched(at(on_call, lambda: os._exit(DIED))):
            act()

    return deed


@contextmanager
def failing(on_call: int, problem: BaseException) -> Iterator[Callable[[], bool]]:
    """The nth system call inside raises this; closing always works.

    Yields:
        What returns whether so many were made.
    """
    raised: list[BaseException] = []

    def refuse() -> None:
        raised.append(problem)
        raise problem

    names = tuple(name for name in NAMES if name != "close")
    with watched(at(on_call, refuse, names)):
        yield lambda: bool(raised)
