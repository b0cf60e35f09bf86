from __future__ import annotations

import pytest

from lib.domain.people.contacts import Reach
from lib.formats.contacts import files
from lib.formats.contacts.shapes import ContactFile, FileKind, NotContacts
from tests.formats.contacts import contact_samples as samples


def read(text: str | bytes) -> ContactFile:
    return files.read(text if isinstance(text, bytes) else text.encode(), "people.vcf")


def one(text: str, *fields: str) -> tuple[object, ...]:
    (only,) = read(text).people
    return tuple(getattr(only.person, field) for field in fields)


def card(*lines: str) -> str:
    return "\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


def test_an_old_card_in_quoted_printable_is_read() -> None:
    assert one(samples.VCARD_21, "name", "phone", "email", "address", "remarks", "source") == (
        "Jörg Müller",
        "+49 2",
        "jm@firma.example",
        "Hauptstr. 1\n89073 Ulm\nGermany",
        "Erste Zeile\nZweite Zeile",
        "vCard",
    )


def test_a_card_of_version_3_is_read() -> None:
    assert one(samples.VCARD_30, "name", "company", "position", "email", "other_emails") == (
        "Ada Byron",
        "Engine, Works; Ltd",
        "Chief Technologist",
        "ada@engine.example",
        (Reach("ada@home.example", "home"),),
    )
    assert one(samples.VCARD_30, "link", "labels", "remarks") == (
        "http://www.linkedin.com/in/ada-byron-1",
        ("Chess",),
        "one\ntwo, three",
    )


def test_a_card_of_version_4_is_read() -> None:
    assert one(samples.VCARD_40, "name", "phone", "email", "link") == (
        "Zoë Löw",
        "+1-555-0100",
        "first@acme.example",
        "https://www.linkedin.com/in/zoe",
    )


def test_a_broken_card_in_the_middle_spoils_no_other() -> None:
    file = read(samples.VCARD_21 + samples.BROKEN_CARD + samples.VCARD_40 + samples.VCARD_30)

    assert [found.person.name for found in file.people] == [
        "Jörg Müller",
        "Cut Short",
        "Zoë Löw",
        "Ada Byron",
    ]
    assert file.unreadable == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (samples.COMPANY_CARD, "it is a company, not a person"),
        (card("KIND:org", "FN:Acme"), "it is a company, not a person"),
        (card("N:Acme;;;;", "FN:Acme", "ORG:Acme"), "it is a company, not a person"),
        (card("ORG:Acme", "TEL:1"), "it is a company, not a person"),
        (card("KIND:group", "FN:Friends"), "it is a group of contacts, not a person"),
        (card("EMAIL:a@x.example"), "it has no name"),
        (card("FN:a@x.example"), "it has no name"),
        (
            card("FN;CHARSET=nonsense;ENCODING=QUOTED-PRINTABLE:=FF"),
            "its name is damaged and cannot be read",
        ),
        (card("FN;ENCODING=QUOTED-PRINTABLE:=FF=FE"), "its name is damaged and cannot be read"),
    ],
)
def test_what_is_no_person_is_listed_with_the_reason(text: str, why: str) -> None:
    file = read(samples.VCARD_40 + text)

    assert len(file.people) == 1
    assert [found.why for found in file.unreadable] == [why]


def test_lines_between_cards_are_not_lost() -> None:
    file = read(
        "From: somebody\n\n" + samples.VCARD_40 + "some more\nand more\n" + samples.VCARD_30
    )

    assert [found.why for found in file.unreadable] == ["it stands outside of any card"] * 2
    assert file.rows == 4


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("N:Byron;Ada;Augusta,King;;",), "Ada Augusta King Byron"),
        (("N:Byron;Ada;;;", 'FN:"Byron, Ada"'), "Ada Byron"),
        (("FN:Byron, Ada",), "Ada Byron"),
        (("N:Byron;Ada;;Dr.;Jr.",), "Ada Byron Jr."),
        (("NICKNAME:Bobby",), "Bobby"),
        (("FN:Ada\\; of\\nL",), "Ada; of L"),
        (("FN:Ada", " Byron"), "AdaByron"),
        (("FN;CHARSET=ISO-8859-1;ENCODING=quoted-printable:J=F6rg",), "Jörg"),
        (("FN:Ada", "TEL;WAVE;;:1", "EMAIL", "nonsense", "N;;;:x"), "Ada"),
        (("FN;ENCODING=b:QWRh",), "Ada"),
    ],
)
def test_a_name_is_found_however_it_is_written(lines: tuple[str, ...], name: str) -> None:
    assert one(card(*lines), "name") == (name,)


def test_companies_may_be_nested_lists_and_several() -> None:
    assert one(card("FN:Ada", "ORG:Acme, Inc.;Sales", "ORG:Old"), "company", "past_companies") == (
        "Acme, Inc.",
        ("Old",),
    )


def test_an_agent_within_a_card_is_not_the_person() -> None:
    inner = card("FN:Agent Smith").strip()

    assert one(
        card("FN:Ada Byron", "AGENT:", *inner.split("\n"), "TITLE:CTO"), "name", "position"
    ) == (
        "Ada Byron",
        "CTO",
    )


def test_letters_of_an_old_phone_are_read() -> None:
    content = card("FN:Jörg").encode("cp1252")

    assert read(content).people[0].person.name == "Jörg"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-16-be"])
def test_cards_may_be_in_any_unicode(encoding: str) -> None:
    assert read(samples.VCARD_40.encode(encoding)).people == read(samples.VCARD_40).people


def test_a_picture_is_passed_over_however_it_is_folded() -> None:
    picture = ("PHOTO;ENCODING=BASE64;TYPE=JPEG:" + "FNAB" * 18, *["N/AB" * 18] * 2_000, "QQ==", "")

    assert one(card(*picture, "FN:Ada Byron"), "name") == ("Ada Byron",)


def test_a_file_called_vcf_that_is_a_table_is_read_as_one() -> None:
    file = read(samples.linkedin())

    assert file.kind is FileKind.LINKEDIN


def test_a_card_quoted_in_a_remark_makes_no_vcard_of_a_table() -> None:
    remark = samples.VCARD_40.replace('"', "'")
    file = read(samples.GOOGLE_NEW.replace("Likes looms", f'"\n{remark}"'))

    assert (file.kind, len(file.people)) == (FileKind.GOOGLE, 2)


def test_a_file_with_the_name_of_a_vcard_and_nothing_in_it_is_refused() -> None:
    with pytest.raises(NotContacts):
        read("\n\n")


def test_reading_cards_tells_how_far_it_is() -> None:
    told: list[float] = []

    files.read((samples.VCARD_40 * 500).encode(), "x.vcf", told=told.append)

    assert told == sorted(told)
    assert len(told) == 4


@pytest.mark.parametrize("name", ["Acme, Inc.", "Acme, GmbH"])
def test_a_company_with_its_legal_form_after_a_comma_is_no_person(name: str) -> None:
    file = read(samples.VCARD_40 + card(f"FN:{name}", f"ORG:{name}"))

    assert [found.why for found in file.unreadable] == ["it is a company, not a person"]
