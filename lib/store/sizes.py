"""How much room a hosted store takes."""

from __future__ import annotations

from typing import NamedTuple


class Sizes(NamedTuple):
    """In bytes: the data as it lies there, its copies, and all with what is not cleared away yet."""

    data: int
    copies: int
    all: int
