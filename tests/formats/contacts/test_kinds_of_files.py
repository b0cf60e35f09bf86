"""Files as people have them: encodings, languages, several numbers, names in their own order."""

from __future__ import annotations

from datetime import date

import pytest

from lib.domain.people.contacts import Acquaintance, Reach
from lib.formats.contacts import files
from lib.formats.contacts.encodings import detected
from lib.formats.contacts.shapes import ContactFile, FileKind


def read(text: str, encoding: str = "utf-8", name: str = "people.csv") -> ContactFile:
    return files.read(text.encode(encoding), name)


def person(text: str, encoding: str = "utf-8") -> Acquaintance:
    (only,) = read(text, encoding).people
    return only.person


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1250", "Imię;Nazwisko\nŁukasz;Wójcik"),
        ("cp1250", "Name\nJana Dvořáková"),
        ("cp1250", "Name\nGábor Szűcs"),
        ("cp1251", "Имя;Фамилия\nОлег;Щукин"),
        ("cp1252", "Name\nZoë Löw"),
        ("cp1252", "Nombre\nÍñigo Úbeda"),
        ("cp1253", "Όνομα\nΓιώργος"),
        ("cp1254", "Ad\nAyşe Yıldız"),
        ("cp932", "姓,名\n佐藤,花子"),
        ("gb18030", "姓名,公司\n李明,北京科技有限公司"),
        ("big5", "姓名,公司\n陳大文,台北公司"),
        ("cp949", "이름,회사\n김민준,한빛"),
    ],
)
def test_an_encoding_is_found_from_a_few_words(encoding: str, text: str) -> None:
    content = text.encode(encoding)

    assert content.decode(detected(content)) == text


@pytest.mark.parametrize("wrong", ["cp1252", "cp1251"])
def test_another_encoding_may_be_chosen(wrong: str) -> None:
    content = "Name\nŁukasz Wójcik\n".encode("cp1250")

    assert files.read(content, "x.csv").encoding == "cp1250"
    chosen = files.read(content, "x.csv", encoding=wrong)
    assert (chosen.encoding, chosen.people[0].person.name != "Łukasz Wójcik") == (wrong, True)


def test_a_charset_of_a_card_counts_and_a_letter_cut_in_two_is_whole() -> None:
    raw = card("FN;CHARSET=windows-1251:Олег Щукин", version="2.1").encode("cp1251")
    cut = card("FN:Vesna Kos", "ORG:Kos i sinovi š d.o.o.").encode().replace(b"\xa1", b"\r\n \xa1")

    assert files.read(raw, "x.vcf").people[0].person.name == "Олег Щукин"
    assert files.read(cut, "x.vcf").people[0].person.company == "Kos i sinovi š d.o.o."


def test_quoted_printable_without_a_charset_is_read() -> None:
    text = card("N;ENCODING=QUOTED-PRINTABLE:L=F6w;Zo=EB", version="2.1")

    assert person(text).name == "Zoë Löw"


def test_a_card_has_its_addresses_and_numbers_with_kinds() -> None:
    found = person(
        card(
            "FN:Ada Byron",
            "TEL;TYPE=WORK,FAX:+1 555 0100",
            "TEL;TYPE=CELL:+1 555 0101",
            "item1.TEL:+1 555 0102",
            "item1.X-ABLabel:_$!<Work>!$_",
            "EMAIL;TYPE=HOME:ada@home.example",
            "EMAIL;TYPE=WORK,PREF:ada@intranet",
        )
    )

    assert (found.phone, found.phone_kind) == ("+1 555 0101", "mobile")
    assert found.other_phones == (Reach("+1 555 0102", "work"), Reach("+1 555 0100", "fax"))
    assert (found.email, found.email_kind) == ("ada@intranet", "work")
    assert found.other_emails == (Reach("ada@home.example", "home"),)


def test_a_company_card_with_a_person_and_cards_that_run_together_are_people() -> None:
    lines = ("N:Roth;Eva;;;", "FN:Kade Travel", "ORG:Kade Travel;", "X-ABShowAs:COMPANY")
    together = card("FN:Al Roe").replace("END:VCARD\r\n", "") + card("FN:Bea Lund")

    assert person(card(*lines)).name == "Eva Roth"
    assert [one.person.name for one in read(together).people] == ["Al Roe", "Bea Lund"]


@pytest.mark.parametrize(
    ("header", "row", "day"),
    [
        ("Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté(e) le", "3 févr. 2024", 3),
        ("Nombre,Apellidos,URL,Email,Empresa,Cargo,Conectado el", "3 feb 2024", 3),
        ("Vorname,Nachname,URL,E-Mail,Unternehmen,Position,Verbunden am", "4. Februar 2024", 4),
        ("First Name,Last Name,URL,Email Address,Company,Position,Connected On", "02/14/24", 14),
    ],
)
def test_linkedin_is_read_in_several_languages(header: str, row: str, day: int) -> None:
    found = read(f"{header}\nZoé,Roth,,,Kade,Lead,{row}\n")

    assert found.kind is FileKind.LINKEDIN
    assert found.people[0].person.connected_on == date(2024, 2, day)


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Vorname;Nachname;Firma;E-Mail-Adresse;E-Mail 2: Adresse;Mobiltelefon", ""),
        ("Prénom;Nom;Société;Adresse de messagerie;Adresse de messagerie 2;Tél. mobile", ""),
        ("Voornaam;Achternaam;Bedrijf;E-mailadres;E-mailadres 2;Mobiele telefoon", ""),
        ("Imię;Nazwisko;Firma;Adres e-mail;Adres e-mail 2;Telefon komórkowy", ""),
    ],
)
def test_outlook_is_read_in_several_languages(header: str, row: str) -> None:
    found = read(f"{header}\nZoé;Roth;Kade;z@kade.example;z@home.example;+1 555 0100\n{row}")

    assert found.kind is FileKind.OUTLOOK
    first = found.people[0].person
    assert (first.name, first.company, first.email) == ("Zoé Roth", "Kade", "z@kade.example")
    assert (first.other_emails, first.phone) == ((Reach("z@home.example"),), "+1 555 0100")


def test_what_is_not_kept_or_cannot_be_read_is_said() -> None:
    found = read("Name,Company,Phone,Shoe size\nUma Rao,Kade,9.19876E+11,41\n")

    assert found.not_kept == ("Shoe size",)
    assert (found.people[0].lost, found.people[0].person.phone) == (("9.19876E+11",), "")


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("明", "李", "李明"),
        ("翼", "愛川", "愛川 翼"),
        ("민준", "김", "김민준"),
        ("Văn An", "Nguyễn", "Nguyễn Văn An"),
        ("Jo (she/her)", "Neil, MBA", "Jo Neil"),
    ],
)
def test_a_name_stands_in_its_own_order(first: str, last: str, name: str) -> None:
    text = f'First Name,Last Name,Labels,E-mail 1 - Value\n{first},"{last}",* starred ::: Test,\n'

    assert (person(text).name, person(text).labels) == (name, ("Test",))
