"""From a file's bytes to its text: what it seems to be if it is none, and which letters it is written in."""

from __future__ import annotations

import codecs

from lib.formats.contacts.shapes import EXPORTS, NotContacts

MOST_BYTES = 20 * 1024 * 1024
AS_CSV = "Open it in the program it comes from, save it as CSV (UTF-8), and choose that file."
UNPACK = "Unpack it and choose the file inside, such as Connections.csv or contacts.csv."
_OFFICE = {".docx": "a Word document", ".pptx": "a presentation", ".numbers": "a Numbers sheet"}
_MAGIC = (
    (b"%PDF", "a PDF", EXPORTS),
    (b"\x89PNG", "a picture", EXPORTS),
    (b"\xff\xd8\xff", "a picture", EXPORTS),
    (b"GIF8", "a picture", EXPORTS),
    (
        b"!BDN",
        "an Outlook data file (.pst)",
        "In Outlook choose File, Open & Export, Export to a file, CSV.",
    ),
    (b"\x1f\x8b", "a packed file (gzip)", UNPACK),
    (b"7z\xbc\xaf", "a packed file (7z)", UNPACK),
    (b"Rar!", "a packed file (rar)", UNPACK),
    (b"SQLite format 3\0", "a database", EXPORTS),
    (b"bplist00", "an Apple property list", "In Contacts choose File, Export, Export vCard."),
    (b"{\\rtf", "a formatted text (RTF)", AS_CSV),
)
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


def text_of(content: bytes, name: str) -> str:
    """The text, with line breaks as `\\n` and nothing in it that is no character.

    Raises:
        NotContacts: it is empty, too big, or by its first bytes something else than text.
    """
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise NotContacts("the file is empty")
    if len(content) > MOST_BYTES:
        raise NotContacts(
            f"the file has more than {MOST_BYTES // 1024 // 1024} MB", "Bring it in in parts."
        )
    _refuse_by_bytes(content, name.lower())
    text = _decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    _refuse_by_words(text)
    return text


def looks_binary(text: str) -> bool:
    """Whether what was decoded is hardly text: one sign in twenty is none that can be read."""
    start = text[:4_000]
    strange = sum(sign == "\ufffd" or (sign < " " and sign not in "\n\t") for sign in start)
    return strange * 20 > len(start)


def _refuse_by_bytes(content: bytes, name: str) -> None:
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise _zip(content, name)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        found = (
            "a message of Outlook (.msg)"
            if name.endswith(".msg")
            else "an old Excel or Office file"
        )
        raise NotContacts(
            f"it seems to be {found}", AS_CSV if found.endswith("Office file") else EXPORTS
        )
    for magic, found, remedy in _MAGIC:
        if content.startswith(magic):
            raise NotContacts(f"it seems to be {found}", remedy)


def _zip(content: bytes, name: str) -> NotContacts:
    if b"xl/" in content or name.endswith((".xlsx", ".xlsm")):
        return NotContacts("it seems to be an Excel workbook", AS_CSV)
    for ending, found in _OFFICE.items():
        if name.endswith(ending):
            return NotContacts(f"it seems to be {found}", AS_CSV)
    return NotContacts("it is a zip archive", UNPACK)


def _refuse_by_words(text: str) -> None:
    start = text[:400].lstrip().lower()
    if not start:
        return
    for openings, found, remedy in _OPENINGS:
        if start.startswith(openings):
            raise NotContacts(f"it seems to be {found}", remedy)


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
    """UTF-16 without a mark is known by its zeros: of plain letters every second byte is one."""
    start = content[:400]
    even, odd, half = start[::2].count(0), start[1::2].count(0), len(start) // 2
    if min(even, odd) * 20 > half:
        return ""
    if odd * 2 > half:
        return "utf-16-le"
    return "utf-16-be" if even * 2 > half else ""


def _line(line: bytes) -> str:
    """One line of a file that is not UTF-8 throughout: each is read by itself, for files may be mixed."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return line.decode("utf-8", "surrogatepass").encode("utf-8", "ignore").decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")
