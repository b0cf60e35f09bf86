"""The wordings and word lists that lie in data files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "frames"


@cache
def book(name: str) -> Mapping[str, Any]:
    """One data file, as it was parsed."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def has_book(name: str) -> bool:
    """True if there is a data file of that name."""
    return (FOLDER / f"{name}.toml").exists()


@cache
def terms(name: str) -> frozenset[str]:
    """One list of words, in small letters."""
    return frozenset(" ".join(book("terms")[name]).casefold().split())


@cache
def word_list(name: str) -> frozenset[str]:
    """Returns one of the lists in lists.toml, in small letters."""
    return frozenset(" ".join(book("lists")[name]).casefold().split())


@cache
def phrases(name: str) -> tuple[str, ...]:
    """One list of expressions, in small letters."""
    return tuple(phrase.casefold() for phrase in book("terms")[name])


@cache
def slip_words(name: str) -> frozenset[str]:
    """One list of words for the rules that find slips."""
    return frozenset(" ".join(book("slips")[name]).casefold().split())


@cache
def slip_table(name: str) -> Mapping[str, str]:
    """One table of wrong words and the right ones, for the same rules."""
    return dict(book("slips")[name])
