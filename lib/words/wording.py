"""The wordings and word lists that lie in data files, and which one of several wordings is used."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

FOLDER = Path(__file__).parent / "wording"


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
def shorthand() -> Mapping[str, str]:
    """Abbreviations and slips of the pen, and what they stand for."""
    return dict(book("terms")["shorthand"])


def choose(variants: Sequence[str], *, place: int, seed: str) -> str:
    """One of the wordings: the same for the same place and seed, another for each place of one seed.

    Up to as many places as there are wordings get wordings that differ.
    """
    return variants[(place + crc32(seed.encode())) % len(variants)]


@cache
def slip_words(name: str) -> frozenset[str]:
    """One list of words for the rules that find slips."""
    return frozenset(" ".join(book("slips")[name]).casefold().split())


@cache
def slip_table(name: str) -> Mapping[str, str]:
    """One table of wrong words and the right ones, for the same rules."""
    return dict(book("slips")[name])
