"""Turns a file's bytes into text, or says what the file seems to be if it is not text."""

from __future__ import annotations

import codecs

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
    (
        ("dn: ", "version: 1\ndn:"),
        "a directory listing (LDIF)",
        "Export the address book as vCard or CSV.",
    ),
    (('{"', "{\n", "{ ", "{}", "[{", "[\n", "[]"), "JSON", EXPORTS),
)
"""The same for texts, in small letters."""


def text_of(content: bytes, name: str) -> str:
    """Returns the text, with line breaks as `\\n`.

    Raises:
        NotContacts: it is empty, too big, or something other than a text.
    """
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise NotContacts("the file is empty")
    if len(content) > MOST_BYTES:
        raise NotContacts(f"the file has more than {MOST_BYTES // 1024 // 1024} MB", IN_PARTS)
    _refuse_by_bytes(content, name.lower())
    text = _decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    start = text[:400].lstrip().lower()
    for openings, found, remedy in _OPENINGS:
        if start.startswith(openings):
            raise NotContacts(f"it seems to be {found}", remedy)
    return text


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


def _decoded(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return content.decode("utf-32", "replace")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    if wide := _without_mark(content):
        return content.decode(wide, "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        bare = content.removeprefix(codecs.BOM_UTF8)
        return "\n".join(_line(line) for line in bare.replace(b"\r\n", b"\n").split(b"\n"))


def _without_mark(content: bytes) -> str:
    """Returns UTF-16 if every second byte is zero, as plain letters have it; else ""."""
    start = content[:400]
    even, odd, half = start[::2].count(0), start[1::2].count(0), len(start) // 2
    if min(even, odd) * 20 > half:
        return ""
    if odd * 2 > half:
        return "utf-16-le"
    return "utf-16-be" if even * 2 > half else ""


def _line(line: bytes) -> str:
    """Decodes one line of a file that is not UTF-8 throughout: files may be mixed."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return line.decode("utf-8", "surrogatepass").encode("utf-8", "ignore").decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")
