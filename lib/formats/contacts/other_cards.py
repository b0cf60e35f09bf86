"""Turns an LDIF file (RFC 2849) or XML vCards (RFC 6351) into a vCard file, which is then read."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from lib.formats.contacts.shapes import NotContacts

XCARD = "urn:ietf:params:xml:ns:vcard-4.0"
_ENTRY = re.compile(r"(?:^|\n)dn:", re.I)
_LINE = re.compile(r"([A-Za-z][\w;-]*)(::?)[ \t]*(.*)", re.S)
_SIGNS = re.compile(r"([\\;,])")
_LINES_OF: Mapping[str, str] = {
    "cn": "FN",
    "displayname": "FN",
    "mail": "EMAIL;TYPE=PREF",
    "mozillasecondemail": "EMAIL",
    "telephonenumber": "TEL;TYPE=WORK",
    "mobile": "TEL;TYPE=CELL",
    "cellphone": "TEL;TYPE=CELL",
    "homephone": "TEL;TYPE=HOME",
    "facsimiletelephonenumber": "TEL;TYPE=FAX",
    "fax": "TEL;TYPE=FAX",
    "pager": "TEL;TYPE=PAGER",
    "title": "TITLE",
    "o": "ORG",
    "company": "ORG",
    "description": "NOTE",
    "mozillanickname": "NICKNAME",
    "mozillaworkurl": "URL",
    "workurl": "URL",
    "labeleduri": "URL",
}
"""The line of a vCard for each attribute of LDIF, as directories and Thunderbird name them."""
_WORK_ADDRESS = ("postofficebox", "mozillaworkstreet2", "street", "l", "st", "postalcode", "c")
_UNSAID = {"dn", "objectclass", "version", "modifytimestamp", "changetype", "sn", "givenname"}


def is_ldif(text: str) -> bool:
    """True if the text begins as a directory listing does."""
    start = text[:400].lstrip().lower()
    return start.startswith("dn:") or re.match(r"version:\s*1\s+dn:", start) is not None


def is_xcard(text: str) -> bool:
    """True if the text is XML that holds vCards."""
    return text[:40].lstrip().startswith("<") and XCARD in text[:2_000]


def cards_of_ldif(text: str) -> str:
    """Returns a vCard for each entry of a directory listing."""
    unfolded = re.sub(r"\n ", "", text)
    entries = _ENTRY.split(unfolded)[1:]
    return "\n".join(_card("\n".join(_of_entry(f"dn:{entry}"))) for entry in entries)


def cards_of_xml(text: str) -> str:
    """Returns a vCard for each card of an XML file.

    Raises:
        NotContacts: it is no XML, or declares entities: those can grow beyond all measure.
    """
    if re.search(r"<!(?:DOCTYPE|ENTITY)", text, re.I):
        raise NotContacts("it is XML with declarations of its own")
    try:
        root = ElementTree.fromstring(text.encode())  # noqa: S314 - without declarations
    except ElementTree.ParseError as problem:
        raise NotContacts("it is XML that is cut short or damaged") from problem
    found = [_card("\n".join(_of_element(card))) for card in root.iter(f"{{{XCARD}}}vcard")]
    return "\n".join(found)


def _card(lines: str) -> str:
    return f"BEGIN:VCARD\nVERSION:4.0\n{lines}\nEND:VCARD"


def _of_entry(entry: str) -> Iterator[str]:
    values = dict[str, list[str]]()
    for line in entry.split("\n"):
        if match := _LINE.match(line):
            name = match[1].partition(";")[0].lower()
            values.setdefault(name, []).append(_ldif_value(match[2], match[3]))
    if "sn" in values or "givenname" in values:
        parts = [_first(values, "sn"), _first(values, "givenname")]
        yield f"N:{';'.join(map(_escaped, parts))};;;"
    address = [_first(values, name) for name in _WORK_ADDRESS]
    if any(address):
        yield f"ADR;TYPE=WORK:{';'.join(map(_escaped, address))}"
    for name, texts in values.items():
        if line := _LINES_OF.get(name, ""):
            yield from (f"{line}:{_escaped(text)}" for text in texts)
        elif name not in (*_UNSAID, *_WORK_ADDRESS):
            yield f"X-{name.upper()}:{_escaped(texts[0])}"
    if any("groupofnames" in one.lower() for one in values.get("objectclass", ())):
        yield "KIND:group"


def _first(values: Mapping[str, list[str]], name: str) -> str:
    return values.get(name, [""])[0]


def _ldif_value(sign: str, value: str) -> str:
    """Returns the value; one behind two colons is in base64."""
    if sign == ":":
        return value.strip()
    try:
        return b64decode(value).decode()
    except ValueError:
        return b64decode(f"{value}===").decode("utf-8", "replace")


def _of_element(card: ElementTree.Element) -> Iterator[str]:
    """Yields a line for each property, those within groups as well."""
    for one in card:
        name = one.tag.rpartition("}")[2].upper()
        if name == "GROUP":
            yield from _of_element(one)
            continue
        kinds = [text for part in one.iterfind(f".//{{{XCARD}}}type/*") if (text := part.text)]
        is_preferred = one.find(f".//{{{XCARD}}}pref") is not None
        kinds += ["PREF"] if is_preferred else []
        given = [part for part in one if part.tag.rpartition("}")[2] != "parameters"]
        texts = [_escaped("".join(part.itertext())) for part in given]
        sign = ";" if name in ("N", "ADR", "ORG") else ","
        yield f"{name}{''.join(f';TYPE={kind}' for kind in kinds)}:{sign.join(texts)}"


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text.strip()).replace("\n", "\\n")
