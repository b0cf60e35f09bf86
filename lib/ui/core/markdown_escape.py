"""User text on its way to the screen: the one place where it is made harmless for Markdown."""

from __future__ import annotations

import re

JOINER = "\u2060"
"""Word joiner: invisible, takes no room, and keeps two characters from being read as one sign."""
GAP = "\ufeff"
"""A space without width: as invisible as the joiner, and Markdown reads no sign beside a space."""

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&^=\"'@/%;?])")
_READ_AS_SIGNS = re.compile(
    r"(?<=@)(?=\w)|(?<=[-<>~=])(?=[->=])|(?<=:)(?=[A-Za-z+_\-0-9])|(?<=[wW])(?=[wW]{2}\.)|(?<=:)(?=//)"
)

_IN_PAIRS = "`$"
_READ_IN_LABELS = re.compile(
    r"(?<=[*_~])|(?=[*_~])|(?<=\])(?=[\[(:])|(?<=@)(?=\w)|(?<=<)(?=[A-Za-z/!?])|(?<=&)(?=[#A-Za-z])"
    r"|(?<=:)(?=\w)|(?<=\\)(?=[!-/:-@\[-`{-~])"
)
_BEGINS_A_BLOCK = re.compile(r"[^\w\s]|\d+[.)]")


def plain(text: str) -> str:
    """Returns that text as Markdown that shows it letter for letter, without any markup."""
    one_line = " ".join(text.split())
    return _PUNCTUATION.sub(r"\\\1", _READ_AS_SIGNS.sub(JOINER, one_line))


def field_label(text: str) -> str:
    """Returns that text as a field's label, which is Markdown and the field's accessible name.

    A screen reader would read out strokes, so that spaces without width keep signs apart wherever
    they can. Only signs that come in pairs ("$5M to $10M") get a stroke, and only where there are
    two of them. Once it is drawn, `read_out` takes both out of the accessible name; it knows a
    stroke of ours by the space without width before it.
    """
    apart = _READ_IN_LABELS.sub(GAP, _READ_AS_SIGNS.sub(GAP, " ".join(text.split())))
    for sign in _IN_PAIRS:
        if apart.count(sign) > 1:
            apart = apart.replace(sign, f"{GAP}\\{sign}")
    return f"{JOINER}{apart}" if _BEGINS_A_BLOCK.match(apart) else apart


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 note", "3 notes"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
