"""Directory listings (LDIF) and XML vCards; and what a card holds that is not kept."""

from __future__ import annotations

from base64 import b64encode

import pytest

from lib.domain.people.contacts import Reach
from lib.formats.contacts import files
from lib.formats.contacts.shapes import ContactFile, FileKind, NotContacts

LDIF = """dn: cn=Ada Byron,mail=ada@engine.example
objectclass: top
objectclass: person
givenName: Ada
sn: Byron
cn: Ada Byron
mail: ada@engine.example
mozillaSecondEmail: ada@home.example
telephoneNumber: +44 20 7946 0001
mobile: +44 7700 900001
facsimiletelephonenumber: +44 20 7946 0099
title: Chief Technologist
o: Engine Works
street: 1 Long Lane
l: Leeds
postalCode: LS1
description: A long note that is fol
 ded onto a second line
birthyear: 1990

dn: cn=Jo
cn:: {}
mail: jo@intranet

dn: cn=Friends
objectclass: groupOfNames
cn: Friends
member: cn=Jo
""".format(b64encode("J\u00f6rg M\u00fcller".encode()).decode())
XCARDS = """<?xml version="1.0" encoding="UTF-8"?>
<vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0">
 <vcard>
  <fn><text>Ada Byron</text></fn>
  <n><surname>Byron</surname><given>Ada</given><additional/><prefix/><suffix/></n>
  <org><text>Engine; Works</text></org>
  <title><text>Chief Technologist</text></title>
  <email><parameters><type><text>home</text></type></parameters><text>ada@home.example</text></email>
  <email><parameters><pref><integer>1</integer></pref></parameters><text>ada@engine.example</text>
  </email>
  <group name="one"><tel><parameters><type><text>cell</text></type></parameters>
   <uri>tel:+44-7700-900001</uri></tel></group>
  <bday><date>19851012</date></bday>
 </vcard>
 <vcard><fn><text>Jo Doe</text></fn></vcard>
</vcards>"""


def read(text: str, name: str = "people") -> ContactFile:
    return files.read(text.encode(), name)


def test_a_directory_listing_is_read_with_all_addresses_and_numbers() -> None:
    file = read(LDIF)
    ada, jo = (found.person for found in file.people)

    assert (ada.name, ada.company, ada.position) == (
        "Ada Byron",
        "Engine Works",
        "Chief Technologist",
    )
    assert ada.email == "ada@engine.example"
    assert [one.value for one in ada.other_emails] == ["ada@home.example"]
    assert ada.phone in ("+44 20 7946 0001", "+44 7700 900001")
    assert "+44 20 7946 0099" not in ada.phone
    assert "Leeds" in ada.address
    assert ada.remarks == "A long note that is folded onto a second line"
    assert (jo.name, jo.email) == ("J\u00f6rg M\u00fcller", "jo@intranet")
    assert [one.why for one in file.unreadable] == ["it is a group of contacts, not a person"]
    assert "Birthyear" in file.not_kept


@pytest.mark.parametrize(
    "text",
    [
        "dn: cn=Jo Doe,mail=jo@acme.example\nobjectclass: top\ncn: Jo Doe\nmail: jo@acme.example\n",
        "version: 1\n\ndn: cn=Jo Doe\ncn: Jo Doe\nmail: jo@acme.example\n",
        "dn:: Y249Sm8gRG9l\ncn: Jo Doe\nmail:jo@acme.example",
    ],
)
def test_a_short_listing_is_read(text: str) -> None:
    (found,) = read(text, "people.ldif").people

    assert (found.person.name, found.person.email) == ("Jo Doe", "jo@acme.example")


def test_xml_cards_are_read() -> None:
    file = read(XCARDS, "people.xml")
    ada, jo = (found.person for found in file.people)

    assert file.kind is FileKind.VCARD
    assert (ada.name, ada.company, ada.position) == (
        "Ada Byron",
        "Engine; Works",
        "Chief Technologist",
    )
    assert ada.email == "ada@engine.example"
    assert ada.other_emails == (Reach("ada@home.example", "home"),)
    assert ada.phone == "+44-7700-900001"
    assert jo.name == "Jo Doe"
    assert file.not_kept == ("birthday",)


@pytest.mark.parametrize(
    "text",
    [
        XCARDS.replace("<vcards", '<!DOCTYPE v [<!ENTITY a "ha">]><vcards'),
        XCARDS[:-40],
        "<?xml version='1.0'?><other/>",
    ],
)
def test_other_xml_and_what_might_grow_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(NotContacts) as refused:
        read(text, "people.xml")

    assert refused.value.sentence.startswith("Nobody was brought in")


def card(*lines: str) -> str:
    return "\n".join(("BEGIN:VCARD", "VERSION:3.0", "FN:Jo Doe", *lines, "END:VCARD", ""))


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("BDAY:1990-01-01", "ANNIVERSARY:20100101"), ("birthday", "anniversary")),
        (("PHOTO;ENCODING=b:AAAA", " AAAA"), ("picture",)),
        (("item1.X-ABDATE:2010-01-01", "item1.X-ABLabel:first met"), ("dates",)),
        (("IMPP:xmpp:jo@x.example", "X-SKYPE:jo.doe"), ("instant messaging", "Skype")),
        (("X-FAVORITE-COLOR:red",), ("Favorite-color",)),
        (("X-ABUID:1", "PRODID:x", "UID:2", "REV:3"), ()),
    ],
)
def test_what_a_card_holds_and_is_not_kept_is_named(
    lines: tuple[str, ...], words: tuple[str, ...]
) -> None:
    assert read(card(*lines), "jo.vcf").not_kept == words


def test_a_card_at_the_end_of_the_file_without_its_end_is_said_to_be_cut_short() -> None:
    text = card() + "BEGIN:VCARD\nVERSION:3.0\nFN:Al Roe\nEMAIL:al@acme.exa"

    file = read(text, "people.vcf")

    assert [found.person.name for found in file.people] == ["Jo Doe"]
    assert [one.why for one in file.unreadable] == ["the card is cut short: its end is missing"]
