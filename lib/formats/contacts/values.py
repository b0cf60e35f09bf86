"""Cleans the values of a file: no control characters, sane lengths, real addresses and links.

Names, positions and companies are cut at 200 characters, remarks at 5,000, postal addresses at 500,
phone numbers at 60. An e-mail address or a link that is too long is left out, since a part of one
leads nowhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from lib.domain.people.names import is_credential, is_generation
from lib.domain.search import folded
from lib.domain.validation import is_mail
from lib.formats.contacts.days import day as day

LONGEST_NAME, LONGEST_REMARKS, LONGEST_ADDRESS, LONGEST_PHONE = 200, 5_000, 500, 60
LONGEST_LABEL, LONGEST_LINK, LONGEST_CELL = 100, 2_000, 20_000
MOST_PARTS = 50
"""The most addresses, labels or companies that one cell is split into."""
_GROUPS_OF_PEOPLE = {"friends", "family", "coworkers"}
_SYSTEM_LABELS = {
    "mycontacts", "my contacts", "starred", "starred in android", "meine kontakte", "markiert",
    "mes contacts", "suivis", "favoris", "mis contactos", "destacados", "con estrella",
    "meus contatos", "os meus contactos", "com estrela", "i miei contatti", "speciali",
    "mijn contacten", "met ster", "moje kontakty", "oznaczone gwiazdka",
    folded("マイ コンタクト"),
    folded("マイコンタクト"), folded("スター付き"), folded("내 주소록"),
    "other contacts", "contacts",
}  # fmt: skip
_IMPORTED = re.compile(
    r"(?:imported|restored|importiert|importe|importes|importado|importados|importato|importati"
    r"|geimporteerd|zaimportowano|zaimportowane)\b.*\d"
)
"""Groups that Google and others make by themselves, folded."""
BETWEEN_COMPANIES, BETWEEN_LABELS = "\n;|", "\n,;|"

_BREAKS = (*range(9, 14), 0x85, 0x2028, 0x2029)
_CONTROLS = (*range(32), *range(0x7F, 0xA0), *range(0xD800, 0xE000), *range(0xFFF9, 0xFFFC))
_INVISIBLE = (0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
_UNSEEN = {**dict.fromkeys((*_CONTROLS, *_INVISIBLE)), **dict.fromkeys(_BREAKS, " ")}
_BETWEEN_MAILS = re.compile(r"[\s<>()\[\],;:\"|]+")
_BARE_LINKEDIN = re.compile(r"(?:[a-z]{2,3}\.)?linkedin\.com/|www\.linkedin\.com/", re.I)
LEGAL_FORM = re.compile(
    r"(?:inc|llc|l\.l\.c|ltd|limited|gmbh|corp|co|lp|llp|plc|ag|s\.?a|s\.?r\.?l|b\.?v)\.?", re.I
)


def plain(text: str, most: int = LONGEST_NAME) -> str:
    """Returns the text on one line, without invisible characters, cut at that length."""
    if not text.isprintable():
        text = text[: most * 50].translate(_UNSEEN)
    return " ".join(text.split())[:most].rstrip()


def in_lines(text: str, most: int = LONGEST_REMARKS) -> str:
    """Returns the same with its line breaks kept; blank lines are left out."""
    kept = (plain(line, most) for line in text[: most * 4].split("\n"))
    return "\n".join(filter(None, kept))[:most].rstrip()


def split(texts: Iterable[str], signs: str = "") -> Iterator[str]:
    """Yields the cleaned values between Google's ` ::: ` and between the signs; no blank ones."""
    for text in texts:
        for sign in signs:
            text = text.replace(sign, ":::")
        for part in text[:LONGEST_CELL].split(":::", MOST_PARTS):
            if value := plain(part):
                yield value


def once(values: Iterable[str]) -> tuple[str, ...]:
    """Returns the values in their order, none twice whatever its case, the empty ones left out."""
    first: dict[str, str] = {}
    for value in filter(None, values):
        first.setdefault(value.casefold(), value)
    return tuple(first.values())


def mails(cells: Iterable[str]) -> tuple[str, ...]:
    """Returns every e-mail address in the cells that could be kept with a contact, too."""
    found: list[str] = []
    for cell in cells:
        if "@" in cell:
            found += map(_mail, _BETWEEN_MAILS.split(cell[:LONGEST_CELL]))
    return once(found)[:MOST_PARTS]


def _mail(word: str) -> str:
    bare = plain(word, LONGEST_NAME + 1).strip("'.“”‘’")
    return bare if is_mail(bare) else ""


def link(cells: Iterable[str]) -> str:
    """Returns the first LinkedIn address of the cells, else the first link."""
    words = (word for cell in cells for word in cell.split())
    found = list(filter(None, map(web_address, words)))
    return next((one for one in found if "linkedin.com/" in one.lower()), "".join(found[:1]))


def web_address(text: str) -> str:
    """Returns the link if it begins with http:// or https:// or is one of LinkedIn; else ""."""
    bare = plain(text, LONGEST_LINK + 1).strip("<>\"'")
    if _BARE_LINKEDIN.match(bare):
        bare = f"https://{bare}"
    if len(bare) > LONGEST_LINK or not bare.lower().startswith(("http://", "https://")):
        return ""
    try:
        return bare if urlsplit(bare).hostname else ""
    except ValueError:
        return ""


def in_order(name: str) -> str:
    """Returns `Byron, Ada` as `Ada Byron`; `Ada Byron, PhD` and `Acme, Inc.` stay."""
    last, _, first = (part.strip() for part in name.partition(","))
    if not (last and first) or "," in first:
        return name
    if len(last.split()) > 2 or len(first.split()) > 3:
        return name
    if first.isupper() or is_credential(first) or is_generation(first):
        return name
    if LEGAL_FORM.fullmatch(first):
        return name
    return f"{first} {last}"


def is_name(text: str) -> bool:
    """True if the text names somebody: not empty, not mere punctuation, not an e-mail address."""
    if " " not in text and _mail(text):
        return False
    return any(sign.isalnum() or unicodedata.category(sign)[0] in "LNS" for sign in text)


def postal(fields: Sequence[str]) -> str:
    """Returns an address in lines from its parts in a vCard's order.

    Args:
        fields: box, addition, street, town, region, code and country; the last may be missing.
    """
    cleaned = [in_lines(field) for field in fields]
    box, addition, street, town, region, code, country = [*cleaned, *[""] * 7][:7]
    place = f"{town}, {region} {code}" if town and region else f"{code} {town or region}"
    return in_lines("\n".join((street, addition, box, place, country)), LONGEST_ADDRESS)


def labels(texts: Iterable[str]) -> tuple[str, ...]:
    """Returns the groups somebody is in, without those that a program makes by itself."""
    parts = (part for part in split(texts, BETWEEN_LABELS) if not _is_of_the_program(part))
    return once(part.removeprefix("*").strip()[:LONGEST_LABEL] for part in parts)


def _is_of_the_program(label: str) -> bool:
    plainly = folded(label.removeprefix("*").strip())
    if label.startswith("*") and plainly not in _GROUPS_OF_PEOPLE:
        return True
    return plainly in _SYSTEM_LABELS or _IMPORTED.match(plainly) is not None


def beginning(texts: Iterable[str]) -> str:
    """Returns how a row begins, for the list of refused rows: at most 80 characters."""
    return plain(", ".join(texts)[:400], 80)
