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


@cache
def word_list(name: str) -> frozenset[str]:
    """Returns a list of words of terms.toml, lists.toml or slips.toml, in small letters."""
    lists = {**book("terms"), **book("lists"), **book("slips")}
    return frozenset(" ".join(lists[name]).casefold().split())


@cache
def phrases(name: str) -> tuple[str, ...]:
    """Returns one list of expressions in terms.toml, in small letters."""
    return tuple(phrase.casefold() for phrase in book("terms")[name])


def slip_table(name: str) -> Mapping[str, str]:
    """Returns one table of wrong words and the right ones."""
    table: Mapping[str, str] = book("slips")[name]
    return table
