"""The ladder from older formats of the file to today's: one step per version, each tested from a real file.

A step takes the tables as version n wrote them and gives them as version n + 1 wants them. A new field with
a default needs no step; a renamed or removed field, table or meaning does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lib.store.codec import Raw
from lib.store.document import Tree
from lib.store.history import TABLE as UNDO

Step = Callable[[Tree], Tree]

_THANKS = {"email": ["email"], "card": ["card"], "both": ["email", "card"], "none": []}


def thanks_as_channels(tree: Tree) -> Tree:
    """Version 2: how a person is thanked is a list of channels; it was one word for two of them."""
    debriefs = {number: _with_channels(raw) for number, raw in tree.get("debriefs", {}).items()}
    return {**tree, "debriefs": debriefs} if debriefs else tree


def _with_channels(debrief: Raw) -> Raw:
    people = [{**one, "thanks": _THANKS[one.get("thanks", "email")]} for one in debrief.get("people", ())]
    return {**debrief, "people": people}


def undo_apart(tree: Tree) -> Tree:
    """Version 3: what takes back something big may lie in a file of its own; the records are the same."""
    return tree


def network(tree: Tree) -> Tree:
    """Version 4: contacts, asks, and the follow-ups and notes that belong to them; the rest is the same."""
    return tree


# STEPS[0] leads from version 1 to version 2, and so on.
STEPS: tuple[Step, ...] = (thanks_as_channels, undo_apart, network)


def version_of(steps: Sequence[Step]) -> int:
    """The version at the top of the ladder."""
    return len(steps) + 1


def climb(tree: Tree, version: int, steps: Sequence[Step]) -> Tree:
    """The tables in today's form. The undo history stays behind once a step is taken: its images are old."""
    for step in steps[version - 1 :]:
        tree = step({name: rows for name, rows in tree.items() if name != UNDO})
    return tree
