"""Whether "Neil, Dana" is a family name and a given name, or a name and a position."""

from __future__ import annotations

import re
from enum import Enum, auto
from itertools import product

from lib.domain.people import name_words as words
from lib.domain.people.name_keys import name_key
from lib.domain.people.names import is_generation, is_shouted, is_surely_family, normal_case
from lib.domain.people.positions import is_position, may_be_a_name
from lib.domain.people.titles import has_title
from lib.domain.search import folded

_NOT_A_LETTER = re.compile(r"[^a-z]+")
_UMLAUT = re.compile(r"([aou])e")
_ENDS_WITH_INITIAL = re.compile(r"\w \w\.$")
_FORMS = re.compile(r"[dl]['’ʼ]\w|[Oo]['’ʼ]\w|Mc[A-Z]|(?:[Aa]l|[Ee]l|[Ii]bn|bin)[- ]\w")
FAMILY_NAMES = (
    words.CHINESE_FAMILY_NAMES
    | words.VIETNAMESE_FAMILY_NAMES
    | words.JAPANESE_FAMILY_NAMES
    | words.HUNGARIAN_FAMILY_NAMES
    | words.SPANISH_SURNAMES
    | {"le"}
) - {"martin", "gil", "vega", "abe"}


class Order(Enum):
    """What two texts with a comma between them are; MAYBE where the person should check it."""

    POSITION = auto()
    MAYBE_POSITION = auto()
    SWAPPED = auto()
    MAYBE_SWAPPED = auto()

    def is_swapped(self) -> bool:
        """True if the family name is taken to stand first."""
        return self in (Order.SWAPPED, Order.MAYBE_SWAPPED)


def order_of(first: str, second: str, email: str, *, is_quoted: bool = False) -> Order:
    """Returns how the two parts before and after a comma are to be read.

    The e-mail address decides, then words of position, then the form of the first part.
    """
    before, _, last = first.rpartition(" ")
    first = before if before and is_generation(last) else first
    both = f"{first} {second}"
    in_one_case = both.islower() or is_shouted(both)
    second = normal_case(second) if in_one_case else second
    if email and (settled := _by_address(first, second, email)):
        return settled
    if not may_be_a_name(second):
        may_be_initials = " " not in first and second.isalpha() and len(second) == 2
        is_asked = may_be_initials and second.isupper() and not is_position(second)
        return Order.MAYBE_POSITION if is_asked else Order.POSITION
    is_given = has_title(second) or _ENDS_WITH_INITIAL.search(second)
    if is_given or is_quoted or _is_family_name(first, in_one_case=in_one_case):
        return Order.SWAPPED
    return Order.MAYBE_POSITION if " " in first.strip() else Order.MAYBE_SWAPPED


def _by_address(first: str, second: str, email: str) -> Order | None:
    """Returns what the address says about the two parts; None if it says nothing."""
    if not may_be_a_name(second.title() if second.islower() else second):
        return None
    if is_address_of(second, first, email):
        return Order.SWAPPED
    given, _, family = first.strip().rpartition(" ")
    if given:
        return Order.POSITION if is_address_of(given, family, email) else None
    whole, tokens = _of_address(email)
    name = "".join(_letters_of(first))
    if len(tokens) > 1 and tokens[0] == name:
        return Order.MAYBE_POSITION
    return Order.SWAPPED if whole.endswith(name) and whole != name else None


def is_address_of(given: str, family: str, email: str) -> bool:
    """True if the address names the given name, or its initial beside the family name."""
    whole, tokens = _of_address(email)
    given_words, family_words = _letters_of(given), _letters_of(family)
    if not given_words or not family_words:
        return False
    if any(word in tokens for word in given_words if len(word) > 1):
        return True
    firsts = {given_words[0], "".join(given_words), given_words[0][0]}
    initials = "".join(word[0] for word in given_words)
    lasts = {family_words[-1], "".join(family_words), family_words[0], family_words[-1][0]}
    pairs = {one + other for one, other in product(firsts | {initials}, lasts)}
    turned = {other + one for one, other in product(firsts, lasts) if len(other) > 1}
    return whole in pairs | turned


def _of_address(email: str) -> tuple[str, list[str]]:
    """Returns the letters before the @ as one word, and the words in it."""
    local = folded(email.partition("@")[0].partition("+")[0])
    tokens = _NOT_A_LETTER.sub(" ", _UMLAUT.sub(r"\1", local)).split()
    return "".join(tokens), tokens


def _letters_of(name: str) -> list[str]:
    """Returns the words of a name as they stand in an address; "ö" and "oe" are the same."""
    return _UMLAUT.sub(r"\1", name_key(name)).split()


def _is_family_name(name: str, *, in_one_case: bool) -> bool:
    """True if the form says that it is a family name, or if it is hardly ever a given name."""
    if _FORMS.match(name) or is_surely_family(name):
        return True
    is_loud = name.isupper() and len(name) > 2 and not in_one_case
    return is_loud or folded(name) in FAMILY_NAMES
