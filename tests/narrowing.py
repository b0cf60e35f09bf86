"""Narrows types for the tests: what a test knows to be there, mypy is told here."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def not_none(value: T | None) -> T:
    """Returns the value; fails if there is none."""
    assert value is not None
    return value


def of_kind(kind: type[T], value: object) -> T:
    """Returns the value; fails if it is of another kind."""
    assert isinstance(value, kind)
    return value
