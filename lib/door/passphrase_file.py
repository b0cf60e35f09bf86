"""The passphrase as it is kept: hashed by scrypt, in one line with all that a check needs.

`python -m lib.door.passphrase_file` asks for one and prints that line. Standard library only: it
runs before anything is installed.
"""

from __future__ import annotations

import base64
import getpass
import hashlib
import hmac
import re
import secrets
import sys
import unicodedata
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from lib.domain.errors import FollowThroughError

SHORTEST: Final = 12
# OWASP, Password Storage Cheat Sheet: 32 MB, three times over; half a second of one core.
COST, BLOCK, LANES = 2**15, 8, 3
SALT_BYTES, KEY_BYTES = 16, 32
# A line that is weaker, or that would take the machine's memory for each attempt, is refused.
COSTS, BLOCKS, LANES_RANGE = (2**14, 2**15, 2**16, 2**17), range(8, 17), range(1, 9)
LINE: Final = re.compile(
    r"scrypt\$(?P<cost>\d{1,6})\$(?P<block>\d{1,2})\$(?P<lanes>\d)"
    r"\$(?P<salt>[A-Za-z0-9_-]{22,86})\$(?P<key>[A-Za-z0-9_-]{43})",
    re.ASCII,
)
HOW_TO_USE: Final = """
Put it into .streamlit/secrets.toml, where the app is to run:

[door]
passphrase = "{line}"

or into the environment, in single quotes:

FOLLOW_THROUGH_PASSPHRASE_HASH='{line}'

The passphrase itself is kept nowhere. If you forget it, make another one in the same way.
"""


class Malformed(FollowThroughError):
    """The configured line was not made by this app. It is never quoted."""

    SENTENCE = "The passphrase is wrongly configured. Make a new line with: start.py passphrase"


class Unfit(FollowThroughError):
    """A passphrase that is not accepted; the message says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Key:
    """What a passphrase is checked against. Its repr shows no salt and no hash."""

    cost: int
    block: int
    lanes: int
    salt: bytes = field(repr=False)
    stretched: bytes = field(repr=False)

    def opens(self, passphrase: str) -> bool:
        """True for the right passphrase, in constant time."""
        derived = stretch(passphrase, self.salt, self.cost, self.block, self.lanes)
        return hmac.compare_digest(derived, self.stretched)

    def line(self) -> str:
        """Returns the key as it is kept."""
        kept = f"{self.cost}${self.block}${self.lanes}${_words(self.salt)}${_words(self.stretched)}"
        return f"scrypt${kept}"


def new_key(passphrase: str, *, cost: int = COST, lanes: int = LANES) -> Key:
    """Returns a key for this passphrase, with a new salt."""
    salt = secrets.token_bytes(SALT_BYTES)
    stretched = stretch(passphrase, salt, cost, BLOCK, lanes)
    return Key(cost=cost, block=BLOCK, lanes=lanes, salt=salt, stretched=stretched)


def read_key(line: object) -> Key:
    """Returns the key that this line holds.

    Raises:
        Malformed: it is not a line that `Key.line` gives, or one too weak or too dear.
    """
    match = LINE.fullmatch(line.strip()) if isinstance(line, str) else None
    if match is None:
        raise Malformed
    cost, block, lanes = int(match["cost"]), int(match["block"]), int(match["lanes"])
    if cost not in COSTS or block not in BLOCKS or lanes not in LANES_RANGE:
        raise Malformed
    try:
        salt, stretched = _bytes(match["salt"]), _bytes(match["key"])
    except ValueError as error:
        raise Malformed from error
    return Key(cost=cost, block=block, lanes=lanes, salt=salt, stretched=stretched)


def stretch(passphrase: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    """Returns the derived key; spellings of a letter that look the same count as one."""
    typed = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    room = 128 * block * (cost + lanes + 2) + 2**20
    return hashlib.scrypt(typed, salt=salt, n=cost, r=block, p=lanes, maxmem=room, dklen=KEY_BYTES)


def ask(prompt: Callable[[str], str] = getpass.getpass) -> str:
    """Returns a new passphrase, typed twice and not shown.

    Raises:
        Unfit: it is too short, the two differ, or there is no terminal that would hide it.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            first = prompt(
                f"A passphrase of at least {SHORTEST} characters (four words are good): "
            )
            if len(first) < SHORTEST:
                raise Unfit(
                    f"That is shorter than {SHORTEST} characters. Nothing was changed; try again."
                )
            second = prompt("The same again: ")
        except (getpass.GetPassWarning, EOFError) as error:
            raise Unfit(
                "A passphrase is asked for in a terminal only, where it is not shown."
            ) from error
    if first != second:
        raise Unfit("The two are not the same. Nothing was changed; try again.")
    return first


def main() -> int:
    """Asks for a passphrase, prints the line to configure, and returns the exit code."""
    try:
        line = new_key(ask()).line()
    except Unfit as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    sys.stdout.write(HOW_TO_USE.format(line=line))
    return 0


def _words(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode("ascii").rstrip("=")


def _bytes(words: str) -> bytes:
    return base64.urlsafe_b64decode(words + "=" * (-len(words) % 4))


if __name__ == "__main__":
    sys.exit(main())
