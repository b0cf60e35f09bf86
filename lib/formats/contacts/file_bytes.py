"""Turns a file's bytes into text, or says what the file seems to be if it is not text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from lib.formats.contacts import encodings
from lib.formats.contacts.other_cards import XCARD
from lib.formats.contacts.shapes import EXPORTS, IN_PARTS, NotContacts

MOST_BYTES = 20 * 1024 * 1024
AS_CSV = "Open it in the program it comes from, save it as CSV (UTF-8), and choose that file."
UNPACK = "Unpack it and choose the file inside, such as Connections.csv or contacts.csv."
AS_OUTLOOK = "In Outlook choose File, Open & Export, Export to a file, CSV."
AS_VCARD = "In Contacts choose File, Export, Export vCard."
_ZIP, _OLD_OFFICE = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0"
_MAGIC = (
    (b"%PDF", "a PDF", EXPORTS),
    (b"\x89PNG", "a picture", EXPORTS),
    (b"\xff\xd8\xff", "a picture", EXPORTS),
    (b"GIF8", "a picture", EXPORTS),
    (b"!BDN", "an Outlook data file (.pst)", AS_OUTLOOK),
    (b"\x1f\x8b", "a packed file (gzip)", UNPACK),
    (b"7z\xbc\xaf", "a packed file (7z)", UNPACK),
    (b"Rar!", "a packed file (rar)", UNPACK),
    (b"SQLite format 3\0", "a database", EXPORTS),
    (b"bplist00", "an Apple property list", AS_VCARD),
    (b"{\\rtf", "a formatted text (RTF)", AS_CSV),
)
"""How files of other kinds begin, what they are, and what to do."""
_PACKED = (
    ((".xlsx", ".xlsm"), "an Excel workbook", AS_CSV),
    ((".docx",), "a Word document", AS_CSV),
    ((".pptx",), "a presentation", AS_CSV),
    ((".numbers",), "a Numbers sheet", AS_CSV),
)
"""The same for zip archives, by the endings of their names."""
_OPENINGS = (
    (("<!doctype html", "<html"), "a web page", EXPORTS),
    (("<?xml", "<"), "XML", EXPORTS),
    (("begin:vcalendar",), "a calendar", EXPORTS),
    (('{"', "{\n", "{ ", "{}", "[{", "[\n", "[]"), "JSON", EXPORTS),
)
"""The same for texts, in small letters."""
_CARD = re.compile(rb"^[ \t]*BEGIN:VCARD", re.I | re.M)
_CUT_LETTER = re.compile(rb"([\xc2-\xf4][\x80-\xbf]*)(\r?\n[ \t])([\x80-\xbf]+)")
_DECLARED = re.compile(
    rb"^[^:\r\n\"]*;CHARSET=\"?([\w.:-]+)\"?[^:\r\n]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*", re.I | re.M
)


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file. `encoding` is empty for Unicode; `guessed` is True if it was guessed."""

    text: str
    encoding: str = ""
    guessed: bool = False


def text_of(content: bytes, name: str, encoding: str = "") -> Text:
    """Returns the text, with line breaks as `\\n`.

    Args:
        encoding: what a person chose for a file that is not Unicode; else it is guessed.

    Raises:
        NotContacts: it is empty, too big, or something other than a text.
    """
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise NotContacts("the file is empty")
    if len(content) > MOST_BYTES:
        raise NotContacts(f"the file has more than {MOST_BYTES // 1024 // 1024} MB", IN_PARTS)
    _refuse_by_bytes(content, name.lower())
    found = _decoded(content, encoding)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    start = text[:400].lstrip().lower()
    for openings, what, remedy in _OPENINGS:
        if start.startswith(openings) and XCARD not in text[:2_000]:
            raise NotContacts(f"it seems to be {what}", remedy)
    return replace(found, text=text)


def looks_binary(text: str) -> bool:
    """True if the text is hardly one: one character in twenty cannot be read."""
    start = text[:4_000]
    strange = sum(sign == "\ufffd" or (sign < " " and sign not in "\n\t") for sign in start)
    return strange * 20 > len(start)


def _refuse_by_bytes(content: bytes, name: str) -> None:
    if content.startswith(_ZIP):
        raise _packed(content, name)
    if content.startswith(_OLD_OFFICE) and name.endswith(".msg"):
        raise NotContacts("it seems to be a message of Outlook (.msg)")
    if content.startswith(_OLD_OFFICE):
        raise NotContacts("it seems to be an old Excel or Office file", AS_CSV)
    for magic, found, remedy in _MAGIC:
        if content.startswith(magic):
            raise NotContacts(f"it seems to be {found}", remedy)


def _packed(content: bytes, name: str) -> NotContacts:
    if b"xl/" in content:
        name = ".xlsx"
    for endings, found, remedy in _PACKED:
        if name.endswith(endings):
            return NotContacts(f"it seems to be {found}", remedy)
    return NotContacts("it is a zip archive", UNPACK)


def _decoded(content: bytes, encoding: str) -> Text:
    """Returns the text by its mark, its declared charsets or as chosen, else by a guess."""
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return Text(content.decode("utf-32", "replace"))
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Text(content.decode("utf-16", "replace"))
    if wide := _without_mark(content):
        return Text(content.decode(wide, "replace"))
    bare = content.removeprefix(codecs.BOM_UTF8)
    if _CARD.search(bare[:100_000]):
        bare = with_charsets(with_whole_letters(bare))
    try:
        return Text(bare.decode("utf-8"))
    except UnicodeDecodeError:
        return _guessed(bare, encoding)


def _guessed(content: bytes, encoding: str) -> Text:
    """Returns the text of a file that is not UTF-8, line by line, as files may be mixed."""
    lines = content.replace(b"\r\n", b"\n").split(b"\n")
    foreign = [line for line in lines if _as_utf8(line) is None]
    used = encoding or encodings.detected(b"\n".join(foreign))
    mixed = 2 * len(foreign) <= sum(not line.isascii() for line in lines)
    if not mixed:
        return Text(encodings.decoded(content, used), used, bool(foreign))
    texts = (_as_utf8(line) or encodings.decoded(line, used) for line in lines)
    return Text("\n".join(texts), used, True)


def _as_utf8(line: bytes) -> str | None:
    """Returns the line if it is UTF-8, without halves of surrogate pairs; else None."""
    try:
        return line.decode("utf-8", "surrogatepass").encode("utf-8", "ignore").decode("utf-8")
    except UnicodeDecodeError:
        return None


def with_whole_letters(content: bytes) -> bytes:
    """Returns a vCard in which no line break cuts a letter of UTF-8 in two (RFC 6350 3.2)."""
    return _CUT_LETTER.sub(rb"\1\3\2", content)


def with_charsets(content: bytes) -> bytes:
    """Returns a vCard 2.1 in UTF-8: each line that declares a charset is decoded by that.

    A line stays on its number: the lines that were folded into it become blank.
    """
    if b"CHARSET=" not in content.upper():
        return content
    return _DECLARED.sub(_in_utf8, content)


def _in_utf8(found: re.Match[bytes]) -> bytes:
    whole, charset = found[0], encodings.known(found[1].decode("ascii", "replace"))
    if whole.isascii() or not charset:
        return whole
    unfolded = re.sub(rb"\r?\n[ \t]", b"", whole)
    return unfolded.decode(charset, "replace").encode() + b"\n" * whole.count(b"\n")


def _without_mark(content: bytes) -> str:
    """Returns UTF-16 if every second byte is zero, as plain letters have it; else ""."""
    start = content[:400]
    even, odd, half = start[::2].count(0), start[1::2].count(0), len(start) // 2
    if min(even, odd) * 20 > half:
        return ""
    if odd * 2 > half:
        return "utf-16-le"
    return "utf-16-be" if even * 2 > half else ""
