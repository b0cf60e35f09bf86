from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from lib.domain.people.contacts import Reach, emails_of
from lib.formats.contacts import files
from lib.formats.contacts.shapes import Column, ContactFile, FileKind, NotContacts
from tests.formats.contacts import contact_samples as samples


def read(content: str | bytes, name: str = "file.csv", **more: Any) -> ContactFile:
    return files.read(content.encode() if isinstance(content, str) else content, name, **more)


def names(file: ContactFile) -> list[str]:
    return [one.person.name for one in file.people]


def reasons(file: ContactFile) -> list[str]:
    return [one.why for one in file.unreadable]


def first(file: ContactFile, *fields: str) -> tuple[object, ...]:
    return tuple(getattr(file.people[0].person, field) for field in fields)


QUOTED = f'Notes:\n"{samples.NOTES}"\n\n'


@pytest.mark.parametrize("notes", [QUOTED, QUOTED.replace('"', ""), "", "\n\n\n", "Notes:\n\n\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_connections_of_linkedin_are_read_whatever_stands_above_them(
    notes: str, end: str
) -> None:
    file = read(samples.linkedin(notes=notes, end=end))

    assert file.kind is FileKind.LINKEDIN
    assert names(file) == ["Ada Byron", "Jörg Müller", "NA Null", "Sam Reed", "Sam Reed"]
    assert reasons(file) == ["LinkedIn gives no name for this connection"]
    assert file.rows == 6


def test_a_connection_has_what_linkedin_gives() -> None:
    file = read(samples.linkedin())

    assert first(file, "id", "position", "company", "email", "connected_on", "source") == (
        "",
        "CTO",
        "Engine Works",
        "ada@engine.example",
        date(2024, 3, 12),
        "LinkedIn",
    )
    assert [one.person.connected_on for one in file.people][1:3] == [
        date(2022, 2, 7),
        date(2021, 5, 6),
    ]
    assert file.people[1].person.company == "Maß & Söhne, GmbH"
    assert (file.people[2].person.company, file.people[2].person.position) == ("None", "True")


def test_a_row_says_on_which_line_it_begins() -> None:
    file = read(samples.linkedin('"Ada\nMary",Byron,,,,,', ",,,,,,01 Jan 2023", "Bob,Ray,,,,,"))

    assert [one.line for one in file.people] == [5, 8]
    assert [(one.line, one.text) for one in file.unreadable] == [(7, "01 Jan 2023")]


def test_a_line_break_in_a_name_becomes_a_space() -> None:
    assert names(read(samples.linkedin('"Ada\r\nMary","By\rron",,,,,'))) == ["Ada Mary By ron"]


def test_a_stray_quote_does_not_swallow_the_rows_after_it() -> None:
    rows = ['Ada,Byron,,,"Engine,CTO,1 Jan 2020', *[f"P{i},Q,,,,,1 Jan 2020" for i in range(50)]]

    assert len(read(samples.linkedin(*rows)).people) == 51
    assert len(read(samples.linkedin(*rows, 'Z,Y,,,X",CTO,1 Jan 2020')).people) == 52
    assert len(read(samples.linkedin(*rows, 'Z,Y,,,"X",CTO,1 Jan 2020')).people) == 52


def test_a_comma_that_nobody_quoted_moves_no_other_cell() -> None:
    file = read(
        samples.linkedin(
            "Ada,Byron,,,Acme, Inc.,CTO,1 Jan 2020", "Bo,Ray,,,Acme,CEO, Founder,1 Jan 2020"
        )
    )

    assert [(one.person.company, one.person.position) for one in file.people] == [
        ("Acme, Inc.", "CTO"),
        ("Acme", "CEO, Founder"),
    ]
    assert {one.person.connected_on for one in file.people} == {date(2020, 1, 1)}


def test_googles_old_header_is_read() -> None:
    file = read(samples.GOOGLE_OLD)

    assert file.kind is FileKind.GOOGLE
    assert first(file, "name", "email", "other_emails", "phone") == (
        "Ada K. Byron",
        "ada@engine.example",
        (Reach("ada@home.example", "work"), Reach("byron@old.example", "home")),
        "+44 20 1",
    )
    assert first(file, "position", "company", "address", "link", "labels", "remarks") == (
        "CTO",
        "Engine Works",
        "12 Mill Lane\nOxford\nUK",
        "https://www.linkedin.com/in/ada-byron-1",
        ("Friends",),
        "Met at the fair",
    )
    assert reasons(file) == ["it is a company, not a person", "it has no name"]


def test_googles_new_header_is_read() -> None:
    file = read(samples.GOOGLE_NEW)

    assert (file.kind, names(file)) == (FileKind.GOOGLE, ["Ada K. Byron Jr.", "Bobby"])
    assert first(file, "position", "company", "address", "labels", "source") == (
        "CTO",
        "Engine Works",
        "12 Mill Lane\nOX1 2JD Oxford\nUK",
        ("Chess",),
        "Google Contacts",
    )
    assert reasons(file) == ["it is a company, not a person"]


def test_outlook_is_read() -> None:
    file = read(samples.OUTLOOK)

    assert (file.kind, names(file), reasons(file)) == (
        FileKind.OUTLOOK,
        ["Ada Byron"],
        ["it has no name"],
    )
    assert first(
        file, "position", "company", "address", "phone", "labels", "other_emails", "link"
    ) == (
        "CTO",
        "Engine Works",
        "1 Main St\nSpringfield, IL 62701\nUSA",
        "555 2",
        ("Red", "Friends"),
        (Reach("ada@home.example"),),
        "https://ada.example",
    )


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_gives_the_same_people(encoding: str) -> None:
    text = samples.linkedin().decode()

    assert read(text.encode(encoding)).people == read(text).people


def test_one_line_of_another_encoding_spoils_no_other() -> None:
    row = "Zoë,Löw,,,,,"
    content = samples.linkedin("Jörg,Müller,,,,,").rstrip() + b"\n" + row.encode("cp1252") + b"\n"

    assert names(read(content)) == ["Jörg Müller", "Zoë Löw"]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("told", ["", "sep={}\n"])
def test_every_delimiter_is_found(sign: str, told: str) -> None:
    text = told.format(sign) + "Name,Company,E-mail\nAda Byron,Engine,a@x.example\n".replace(
        ",", sign
    )

    file = read(text)

    assert (names(file), first(file, "company", "email")) == (
        ["Ada Byron"],
        ("Engine", "a@x.example"),
    )


def test_a_file_whose_lines_are_quoted_as_a_whole_is_read() -> None:
    text = samples.linkedin(notes="").decode()
    wrapped = "".join(f'"{line.replace(chr(34), chr(34) * 2)}"\n' for line in text.splitlines())

    assert read(wrapped).people == read(text).people


@pytest.mark.parametrize(
    ("header", "row", "name", "company"),
    [
        ("Name,Organisation,Role", "Ada Byron,Acme,CTO", "Ada Byron", "Acme"),
        ("First,Surname,Employer", "Ada,Byron,Acme", "Ada Byron", "Acme"),
        ("Firma;Name;Vorname", "Acme;Byron;Ada", "Ada Byron", "Acme"),
        ("Nom;Prénom;Société", "Byron;Ada;Acme", "Ada Byron", "Acme"),
        ("Nombre,Apellidos,Empresa", "Ada,Byron,Acme", "Ada Byron", "Acme"),
        ("Company Name,Contact Name", "Acme,Ada Byron", "Ada Byron", "Acme"),
        ("Full Name,Company (current),E-mail", '"Byron, Ada",Acme,', "Ada Byron", "Acme"),
        ("Name,Company", '"Ada Byron, PhD",Acme', "Ada Byron", "Acme"),
    ],
)
def test_the_columns_of_any_table_are_guessed_from_its_headers(
    header: str, row: str, name: str, company: str
) -> None:
    file = read(f"{header}\n{row}\n")

    assert file.kind is FileKind.TABLE
    assert first(file, "name", "company", "source") == (name, company, "table")


def test_a_table_says_its_headers_what_was_guessed_and_how_its_rows_look() -> None:
    file = read("Name,Firm,Firm,\nAda,Acme\nBob,B,C,D\nCy,\nDi,,\n")

    assert file.headers == ("Name", "Firm", "Firm (3)", "Column 4")
    assert file.columns == {Column.NAME: "Name", Column.COMPANY: "Firm"}
    assert file.examples == (("Ada", "Acme", "", ""), ("Bob", "B", "C", "D"), ("Cy", "", "", ""))


def test_a_table_without_a_name_waits_until_its_columns_are_chosen() -> None:
    text = "Kto;Miejsce;Poczta\nAda Byron;Acme;a@x.example\n;Acme;\n"

    waiting = read(text)
    chosen = read(text, columns={Column.NAME: "Kto", Column.COMPANY: "Miejsce"})

    assert (waiting.kind, waiting.people, waiting.unreadable) == (FileKind.TABLE, (), ())
    assert waiting.headers == ("Kto", "Miejsce", "Poczta")
    assert (names(chosen), reasons(chosen)) == (["Ada Byron"], ["it has no name"])


def test_a_table_without_a_header_loses_no_first_row() -> None:
    text = "Ada Byron,ada@x.example\nBob Ray,bob@x.example\n"

    file = read(text, columns={Column.NAME: "Column 1", Column.EMAIL: "Column 2"})

    assert read(text).columns == {Column.EMAIL: "Column 2"}
    assert names(file) == ["Ada Byron", "Bob Ray"]


def test_columns_that_were_chosen_count_even_where_the_header_is_known() -> None:
    file = read(
        samples.linkedin(), columns={Column.NAME: "Last Name", Column.COMPANY: "no such header"}
    )

    assert (file.kind, names(file)[0], file.people[0].person.company) == (
        FileKind.TABLE,
        "Byron",
        "",
    )


def test_rows_above_the_header_and_headers_that_come_again_are_listed() -> None:
    file = read("List of 2026,\nName,Company,Role\nAda,Acme,CTO\nName,Company,Role\n")

    assert names(file) == ["Ada"]
    assert reasons(file) == [
        "it stands above the names of the columns",
        "it repeats the names of the columns",
    ]


def test_rows_may_be_shorter_or_longer_than_the_header() -> None:
    file = read("Name,Company,Notes\nAda\nBob,Acme,likes,tea\n\n , \nCy,Acme\n")

    assert names(file) == ["Ada", "Bob", "Cy"]
    assert file.people[1].person.remarks == "likes\ntea"


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("linkedin.com/in/x", "https://linkedin.com/in/x"),
        ("www.linkedin.com/in/x", "https://www.linkedin.com/in/x"),
        ("http://x.example", "http://x.example"),
        ("javascript:alert(1)", ""),
        ("ftp://x.example", ""),
        ("http://[", ""),
        ("https://", ""),
        ("notlinkedin.com/in/x", ""),
        ("https://x.example/" + "a" * 3_000, ""),
    ],
)
def test_only_a_link_is_kept_as_one(cell: str, kept: str) -> None:
    assert first(read(f"Name,Link\nAda,{cell}\n"), "link") == (kept,)


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("a@x.example", ("a@x.example",)),
        ("a@x.example ::: b@x.example", ("a@x.example", "b@x.example")),
        ("a@x.example ::: b@x.example ::: A@X.example", ("a@x.example", "b@x.example")),
        ('"a@x.example; A@X.example, b@x.example"', ("a@x.example", "b@x.example")),
        ("Ada <a@x.example>", ("a@x.example",)),
        ("mailto:a@x.example", ("a@x.example",)),
        ("not an address", ()),
        ("@", ()),
        ("a" * 300 + "@x.example", ()),
    ],
)
def test_what_is_no_address_is_left_out_and_the_person_stays(
    cell: str, kept: tuple[str, ...]
) -> None:
    file = read(f"Name,E-mail\nAda,{cell}\n")
    person = file.people[0].person

    assert tuple(one.value for one in emails_of(person)) == kept


def test_a_formula_is_just_text_and_what_cannot_be_seen_is_gone() -> None:
    file = read(
        'Name,Company,Notes\n"=HYPERLINK(""http://x"")",A\0c\x07m\u202ee\ufeff,"one\ttwo\x1b\n\nthree"\n'
    )

    assert first(file, "name", "company", "remarks") == (
        '=HYPERLINK("http://x")',
        "Acme",
        "one two\nthree",
    )


def test_long_values_are_cut() -> None:
    file = read(f"Name,Company,Notes\n{'n' * 999},{'c' * 999},{'r' * 9999}\n")

    assert tuple(map(len, map(str, first(file, "name", "company", "remarks")))) == (200, 200, 5_000)


@pytest.mark.parametrize("name", ["-", "?", "...", "a@x.example", "\u200b", "—"])
def test_what_is_no_name_is_said_to_be_none(name: str) -> None:
    file = read(f"Name,Company\n{name},Acme\nAda,Acme\n")

    assert (names(file), reasons(file)) == (["Ada"], ["it has no name"])


def test_the_share_that_was_read_is_told() -> None:
    told: list[float] = []

    read("Name\n" + "Ada\n" * 2_000, told=told.append)

    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert len(told) > 4


def zipped(*inside: str) -> bytes:
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        for name in inside:
            archive.writestr(name, "x")
    return whole.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "word"),
    [
        (b"", "x.csv", "empty"),
        (b" \n\r\n\t", "x.csv", "empty"),
        (b"\xef\xbb\xbf", "x.csv", "empty"),
        (b"\xff\xfe", "x.csv", "empty"),
        (b",,,\n,,\n", "x.csv", "empty"),
        (samples.LINKEDIN_HEADER.encode(), "Connections.csv", "lists nobody"),
        (
            b"Notes:\n\n" + samples.LINKEDIN_HEADER.encode() + b"\n,,,,,,\n",
            "Connections.csv",
            "lists nobody",
        ),
        (b"Name,Company\n", "x.csv", "lists nobody"),
        (zipped("Connections.csv"), "export.zip", "Unpack it"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "people.xlsx", "Excel workbook"),
        (zipped("word/document.xml"), "people.docx", "Word document"),
        (b"%PDF-1.7 ...", "x.pdf", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "x.png", "picture"),
        (b"<!DOCTYPE html><html>", "x.csv", "web page"),
        (b'[{"name": "Ada"}]', "x.json", "JSON"),
        (b"!BDN....", "x.pst", "Outlook data file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "x.msg", "message of Outlook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "x.xls", "old Excel"),
        (b"BEGIN:VCALENDAR\n", "x.ics", "calendar"),
        (bytes(range(256)) * 40, "x.dat", "text file"),
        (b"a" * (20 * 1024 * 1024 + 1), "x.csv", "20 MB"),
        (b"Name\n" + b"A\n" * 100_001, "x.csv", "100,000 rows"),
        (b"Name\n" + b"\n" * 1_000_001, "x.csv", "1,000,000 lines"),
    ],
)
def test_a_file_that_is_no_list_of_people_is_refused_in_a_sentence(
    content: bytes, name: str, word: str
) -> None:
    with pytest.raises(NotContacts) as refused:
        read(content, name)

    assert word in refused.value.sentence
    assert refused.value.sentence.startswith("Nobody was brought in, for ")
    assert refused.value.sentence.endswith(".")


def test_a_company_keeps_its_legal_form_behind_its_name() -> None:
    assert names(read('Name,Company\n"Acme, Inc.",Acme\n')) == ["Acme, Inc."]


def test_the_first_of_several_addresses_in_parts_is_kept_whole() -> None:
    header = samples.GOOGLE_NEW.split("\n")[0].split(",")
    cells = dict.fromkeys(header, "")
    cells["First Name"], cells["Last Name"] = "Ada", "Byron"
    cells["Address 1 - Street"] = "12 Mill Lane ::: 1 High St"
    cells["Address 1 - City"] = "Oxford ::: Ulm"

    file = read("\n".join((",".join(header), ",".join(cells.values()))))

    assert first(file, "address") == ("12 Mill Lane\nOxford",)
