"""Cells made fit to keep: without control characters, of a sane length, addresses and links told apart.

Names, positions and companies are cut at 200 characters, remarks at 5,000, postal addresses at 500, phone
numbers at 60. An e-mail address or a link that is too long is left out, for a part of one leads nowhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from lib.domain.search import folded
from lib.domain.validation import is_mail

LONGEST_NAME, LONGEST_REMARKS, LONGEST_ADDRESS, LONGEST_PHONE = 200, 5_000, 500, 60
LONGEST_LABEL, LONGEST_LINK = 100, 2_000
MOST_PARTS = 50
"""The most addresses, labels or companies that one cell is split into."""

_BREAKS = dict.fromkeys((*range(9, 14), 0x85, 0x2028, 0x2029), " ")
_BEYOND = (
    0xAD,
    0x200B,
    *range(0x200E, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
)
_CONTROLS = (
    *range(32),
    *range(0x7F, 0xA0),
    *_BEYOND,
    *range(0xD800, 0xE000),
    *range(0xFFF9, 0xFFFC),
)
_UNSEEN = {**dict.fromkeys(_CONTROLS), **_BREAKS}
_BETWEEN_MAILS = re.compile(r"[\s<>()\[\],;:\"|]+")
_BARE_LINKEDIN = re.compile(r"(?:[a-z]{2,3}\.)?linkedin\.com/", re.I)
_CREDENTIAL = re.compile(
    r"(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|mba|esq|[A-Z][A-Z.]+|[A-Z][a-z]?\.[A-Z][a-z.]*)\.?"
)
_WRITTEN_DAY = re.compile(r"(\d{1,2})[ ./-]+([^\W\d_]{3,})[.]?[ ./,-]+(\d{4}|\d\d)")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})[.]? (\d{1,2}),? (\d{4})")
_ISO_DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?")
_NUMBERS = re.compile(r"(\d{1,2})([./])(\d{1,2})[./](\d{4})")
_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            ("jan", "ene", "gen"),
            ("feb", "fev"),
            ("mar", "mrz", "mae"),
            ("apr", "avr", "abr"),
            ("may", "mai", "mag"),
            ("jun", "giu"),
            ("jul", "lug"),
            ("aug", "aou", "ago"),
            ("sep", "set"),
            ("oct", "okt", "ott"),
            ("nov",),
            ("dec", "dez", "dic"),
        ),
        1,
    )
    for name in names
}
"""The first three letters of the months in English, German, French, Spanish and Italian."""


def plain(text: str, most: int = LONGEST_NAME) -> str:
    """The text on one line, without what cannot be seen, cut at that many characters."""
    if not text.isprintable():
        text = text[: most * 50].translate(_UNSEEN)
    return " ".join(text.split())[:most].rstrip()


def in_lines(text: str, most: int = LONGEST_REMARKS) -> str:
    """The same where line breaks are kept; blank lines are not."""
    kept = (plain(line, most) for line in text[: most * 4].split("\n"))
    return "\n".join(line for line in kept if line)[:most].rstrip()


def parts(text: str, signs: str = "") -> Iterator[str]:
    """What stands between the ` ::: ` of a cell (Google's way), and between any of the signs."""
    pattern = f":::|[\n{re.escape(signs)}]"
    return (
        part for part in map(plain, re.split(pattern, text[:20_000], maxsplit=MOST_PARTS)) if part
    )


def once(values: Iterable[str]) -> tuple[str, ...]:
    """The values in their order, none twice whatever its case, the empty ones left out."""
    first: dict[str, str] = {}
    for value in filter(None, values):
        first.setdefault(value.casefold(), value)
    return tuple(first.values())


def mails(cells: Iterable[str]) -> tuple[str, ...]:
    """Every e-mail address in the cells that could be kept with a contact, too."""
    words = (word for cell in cells if "@" in cell for word in _BETWEEN_MAILS.split(cell[:20_000]))
    return once(word for word in map(_mail, words) if word)[:MOST_PARTS]


def _mail(word: str) -> str:
    bare = plain(word, LONGEST_NAME + 1).strip("'.“”‘’")
    return bare if is_mail(bare) else ""


def link(cells: Iterable[str]) -> str:
    """The first LinkedIn address of the cells, else the first link that is one."""
    found = [
        address for cell in cells if cell for address in map(web_address, cell.split()) if address
    ]
    return next((one for one in found if "linkedin.com/" in one.lower()), found[0] if found else "")


def web_address(text: str) -> str:
    """The link, if it begins with http:// or https:// or is one of LinkedIn; else nothing."""
    bare = plain(text, LONGEST_LINK + 1).strip("<>\"'")
    if _BARE_LINKEDIN.match(bare) or bare[:17].lower() == "www.linkedin.com/":
        bare = f"https://{bare}"
    if len(bare) > LONGEST_LINK or not bare.lower().startswith(("http://", "https://")):
        return ""
    try:
        return bare if urlsplit(bare).hostname else ""
    except ValueError:
        return ""


@lru_cache(maxsize=8_192)
def day(text: str) -> date | None:
    """`12 Mar 2024`, `7-Feb-22`, `Mar 12, 2024`, `2024-03-12`, `12.03.2024`, or nothing if it is unclear."""
    bare = plain(text)
    if found := _ISO_DAY.fullmatch(bare):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _WRITTEN_DAY.fullmatch(bare):
        return _day(int(found[3]), _month(found[2]), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(bare):
        return _day(int(found[3]), _month(found[1]), int(found[2]))
    if found := _NUMBERS.fullmatch(bare):
        return _numbers(int(found[1]), int(found[3]), int(found[4]), found[2])
    return None


def _month(word: str) -> int:
    plainly = folded(word)
    if plainly.startswith(("juin", "juil")):
        return 6 if plainly[3] == "n" else 7
    return _MONTHS.get(plainly[:3], 0)


def _numbers(first: int, second: int, year: int, sign: str) -> date | None:
    """With dots the day comes first; with strokes only where no other reading is possible."""
    if sign == "." or first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year + 2000 if year < 100 else year, month, number)
    except ValueError:
        return None


def in_order(name: str) -> str:
    """`Byron, Ada` as `Ada Byron`; `Ada Byron, PhD` stays."""
    last, comma, first = (part.strip() for part in name.partition(","))
    if (
        not (comma and last and first)
        or "," in first
        or len(last.split()) > 2
        or len(first.split()) > 3
    ):
        return name
    return (
        name
        if _CREDENTIAL.fullmatch(first) or _CREDENTIAL.fullmatch(first.lower())
        else f"{first} {last}"
    )


def is_name(text: str) -> bool:
    """Whether it names somebody: not empty, not mere punctuation, not an e-mail address."""
    if " " not in text and _mail(text):
        return False
    return any(sign.isalnum() or unicodedata.category(sign)[0] in "LNS" for sign in text)


def postal(fields: Sequence[str]) -> str:
    """An address in lines, from box, addition, street, town, region, code and country (a vCard's order)."""
    box, addition, street, town, region, code, country = (
        *(in_lines(one) for one in fields),
        *[""] * 7,
    )[:7]
    place = f"{town}, {region} {code}" if town and region else f"{code} {town or region}"
    return in_lines("\n".join((street, addition, box, place, country)), LONGEST_ADDRESS)


def labels(texts: Iterable[str], signs: str = ",;|") -> tuple[str, ...]:
    """The groups somebody belongs to, without Google's "myContacts", to which all belong."""
    bare = (
        part.removeprefix("*").strip()[:LONGEST_LABEL]
        for text in texts
        for part in parts(text, signs)
    )
    return once(label for label in bare if label.casefold() != "mycontacts")


def beginning(text: str) -> str:
    """How a row begins, for a list of what could not be read: at most 80 characters."""
    return plain(text[:400], 80)
