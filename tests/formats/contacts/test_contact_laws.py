"""No row is lost, whatever the file: each that is not blank is a person or is refused."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.formats.contacts import files
from lib.formats.contacts.shapes import Column, ContactFile, FileKind, NotContacts
from tests.formats.contacts import contact_samples as samples

GOOGLE_HEADER = samples.GOOGLE_NEW.split("\n")[0]
OUTLOOK_HEADER = samples.OUTLOOK.split("\n")[0]
HEADERS = (samples.LINKEDIN_HEADER, GOOGLE_HEADER, OUTLOOK_HEADER, "Name,Company,Role", "Full name")

anything = st.characters(exclude_categories=())
awkward = st.sampled_from(
    [
        "",
        '"',
        '""',
        ",",
        ";",
        "\r\n",
        "\n",
        "\r",
        "\0",
        "\ud800",
        "\udfff",
        "=1+1",
        "NA",
        "@",
        ":::",
    ]
)
cells = st.lists(st.one_of(awkward, st.text(anything, max_size=6)), max_size=4).map("".join)
few_commas = cells.filter(lambda cell: cell.count(",") < 2)
filled = st.tuples(st.lists(few_commas, max_size=9), st.sampled_from("aZ7ß李")).map(
    lambda made: [*made[0], made[1]]
)


def read(content: str | bytes, **more: Any) -> ContactFile:
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return files.read(data, "some.csv", **more)


def written(rows: list[list[str]], delimiter: str, end: str) -> str:
    out = StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue()


@given(
    st.sampled_from(HEADERS),
    st.lists(filled, min_size=1, max_size=12),
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_each_row_of_a_csv_comes_back_once_in_its_order(
    header: str, rows: list[list[str]], delimiter: str, end: str
) -> None:
    file = read(written([header.split(","), *rows], delimiter, end))

    of_people = [one.line for one in file.people]
    of_refused = [one.line for one in file.unreadable]
    assert file.rows == len(rows)
    assert len({*of_people, *of_refused}) == len(rows)
    assert of_people == sorted(of_people)


@given(st.lists(filled, min_size=1, max_size=8))
def test_each_row_comes_back_once_where_the_columns_were_chosen(rows: list[list[str]]) -> None:
    text = written([["Wer", "Wo", "Was"], *rows], ";", "\n")

    file = read(text, columns={Column.NAME: "Wer", Column.COMPANY: "Was"})

    assert file.rows == len(rows)


@given(st.lists(st.text(st.characters(exclude_characters='"\r\n'), max_size=20), max_size=12))
def test_each_line_without_quotes_is_one_row_however_many_commas_it_has(lines: list[str]) -> None:
    rows = [f"x{line}" for line in lines]

    assert read("\n".join((samples.LINKEDIN_HEADER, "a", *rows))).rows == len(rows) + 1


@given(
    st.lists(
        st.text(st.characters(exclude_characters="\r\n"), max_size=20), min_size=1, max_size=12
    )
)
def test_no_quote_makes_a_row_vanish_that_is_full(lines: list[str]) -> None:
    """Each line is Ada or holds stray quotes; no Ada may be swallowed by them."""
    adas = [
        line for junk in lines for line in (f'"{junk}', *["Ada,Byron,,,Engine,CTO,1 Jan 2020"] * 3)
    ]

    file = read("\n".join((samples.LINKEDIN_HEADER, *adas)))

    assert sum(one.person.name == "Ada Byron" for one in file.people) == 3 * len(lines)


WORDS = [
    "FN",
    "N",
    "ORG",
    "TEL;CELL",
    "ADR;LABEL=x",
    "NOTE;ENCODING=QUOTED-PRINTABLE",
    "item1.URL",
    "X-Y",
    "PHOTO",
    "",
]
card_lines = st.tuples(
    st.sampled_from(WORDS),
    st.sampled_from([":", ";", "", ";TYPE=WORK:", ";CHARSET=x;ENCODING=B:"]),
    st.text(st.characters(exclude_categories=(), exclude_characters="\r\n"), max_size=12),
    st.sampled_from(["", "=", "\\", ";;;", "\n folded"]),
).map("".join)


@given(st.lists(st.lists(card_lines, max_size=6), min_size=1, max_size=6))
def test_each_card_comes_back_once(cards: list[list[str]]) -> None:
    text = "".join("\n".join(("BEGIN:VCARD", *lines, "END:VCARD", "")) for lines in cards)

    file = read(text)

    assert (file.kind, file.rows) == (FileKind.VCARD, len(cards))


pieces = st.sampled_from(
    [
        *(
            "\n",
            "\r\n",
            ",",
            ";",
            "\t",
            '"',
            "BEGIN:VCARD\n",
            "END:VCARD\n",
            "FN:Ada\n",
            "sep=;\n",
            "Notes:\n",
        ),
        *(
            samples.LINKEDIN_HEADER,
            GOOGLE_HEADER,
            OUTLOOK_HEADER,
            "Name",
            "Company",
            "a@x.example",
            "1 Jan 2020",
        ),
        *("\0", "\ufeff", "\ud800", "{", "<", "x" * 300),
    ]
)


@given(
    st.one_of(st.binary(max_size=200), st.lists(st.one_of(pieces, cells), max_size=25).map("".join))
)
def test_any_file_ends_in_rows_in_a_question_or_in_a_sentence(content: str | bytes) -> None:
    try:
        file = read(content)
    except NotContacts:
        return

    assert file.rows or (file.kind is FileKind.TABLE and file.headers and file.examples)


@given(st.lists(cells, min_size=7, max_size=7))
def test_no_value_holds_what_cannot_be_seen_or_is_longer_than_it_may_be(row: list[str]) -> None:
    file = read(
        written([samples.LINKEDIN_HEADER.split(","), ["Ada " + row[0], *row[1:]]], ",", "\n")
    )
    person = file.people[0].person

    for value in (person.name, person.position, person.company, person.email, person.link):
        assert len(value) <= 2_000
        assert not any(sign < " " or "\ud800" <= sign < "\ue000" for sign in value)
        assert value == value.strip()
    assert person.link == "" or person.link.lower().startswith(("http://", "https://"))


@pytest.mark.parametrize(
    "name", ["NA", "Null", "None", "True", "nan", "N/A", "0", "1e5", "-1", "=Ada"]
)
def test_no_name_is_taken_for_anything_else(name: str) -> None:
    assert read(f"Name,Company\n{name},Acme\n").people[0].person.name == name
