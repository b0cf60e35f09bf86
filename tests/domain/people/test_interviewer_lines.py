"""What is understood of pasted lines about people, and that no line is lost without a word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.people.interviewer_lines import LONGEST, ReadLine, read_lines

DANA = ReadLine("Dana Whitfield", "VP Claims", "dana@harbor.example", "+1 555 014 2000")


@pytest.mark.parametrize(
    "line",
    [
        "Dana Whitfield, VP Claims, dana@harbor.example, +1 555 014 2000",
        "Dana Whitfield, VP Claims <dana@harbor.example> +1 555 014 2000",
        "Dana Whitfield <dana@harbor.example>, VP Claims, tel: +1 555 014 2000",
        "Dana Whitfield (VP Claims) dana@harbor.example +1 555 014 2000",
        "VP Claims: Dana Whitfield, dana@harbor.example, +1 555 014 2000",
        "Dana Whitfield – VP Claims – mailto:dana@harbor.example – +1 555 014 2000",
        "Dana Whitfield\tVP Claims\tdana@harbor.example\t+1 555 014 2000",
        "Dana Whitfield | VP Claims | [dana@harbor.example] | +1 555 014 2000",
        "  •  Dana   Whitfield, VP Claims, dana@harbor.example, +1 555 014 2000  ",
        "3. Dana Whitfield, VP Claims, dana@harbor.example, +1 555 014 2000,",
        '"Dana Whitfield" <dana@harbor.example>, VP Claims, +1 555 014 2000',
    ],
)
def test_a_person_is_understood_however_the_line_is_written(line: str) -> None:
    assert read_lines(line) == (DANA,)


@pytest.mark.parametrize("phone", ["+41 44 555 01 42", "555.014.2000", "+1 (555) 014-2000"])
def test_a_phone_number_keeps_the_signs_it_was_written_with(phone: str) -> None:
    (found,) = read_lines(f"Tobias Fehr, Engineer, {phone}")

    assert (found.name, found.position, found.phone) == ("Tobias Fehr", "Engineer", phone)


@pytest.mark.parametrize(
    ("line", "name", "position"),
    [
        ("Dana Whitfield, PhD, VP Claims", "Dana Whitfield, PhD", "VP Claims"),
        ("Tobias Fehr, Jr., CPA, Head of Data", "Tobias Fehr, Jr., CPA", "Head of Data"),
        ("Dr. Priya Raman, M.D.", "Dr. Priya Raman, M.D.", ""),
    ],
)
def test_what_belongs_to_a_name_stays_with_it(line: str, name: str, position: str) -> None:
    (found,) = read_lines(line)

    assert (found.name, found.position) == (name, position)


@pytest.mark.parametrize(
    ("line", "name", "position"),
    [
        ("Jean-Luc O'Neil, Ops", "Jean-Luc O'Neil", "Ops"),
        ("Łukasz Żak, VP, Claims and Data", "Łukasz Żak", "VP, Claims and Data"),
        ("Dana Whitfield (Director, EMEA)", "Dana Whitfield", "Director, EMEA"),
        ("Dana", "Dana", ""),
    ],
)
def test_commas_and_hyphens_do_not_tear_a_person_apart(line: str, name: str, position: str) -> None:
    (found,) = read_lines(line)

    assert (found.name, found.position) == (name, position)


@pytest.mark.parametrize(
    "line",
    [
        "???, team lead",
        "unknown (team lead)",
        "Team lead: N.N.",
        "TBD - team lead",
        "Someone | team lead",
    ],
)
def test_a_name_that_is_not_known_is_left_empty(line: str) -> None:
    (found,) = read_lines(line)

    assert (found.name, found.position.lower(), found.remark) == ("", "team lead", "")
    assert found.is_person()


def test_an_address_alone_is_a_person() -> None:
    assert read_lines("<dana@harbor.example>") == (ReadLine(email="dana@harbor.example"),)


def test_every_line_and_every_part_between_semicolons_is_one_person() -> None:
    found = read_lines("Dana Whitfield; Tobias Fehr\r\n\n   \nPriya Raman;\n")

    assert [one.name for one in found] == ["Dana Whitfield", "Tobias Fehr", "Priya Raman"]


@pytest.mark.parametrize("text", ["", "  \n\t\n", ";;"])
def test_nothing_pasted_is_nobody(text: str) -> None:
    assert read_lines(text) == ()


@pytest.mark.parametrize("line", ["---", "???", ", ,"])
def test_a_line_of_which_nothing_is_understood_is_named(line: str) -> None:
    (found,) = read_lines(line)

    assert not found.is_person()
    assert found.remark == f"nothing understood of “{line}”"


def test_a_second_address_is_said_to_be_left_out() -> None:
    (found,) = read_lines("Dana Whitfield, dana@harbor.example, dana@vale.example")

    assert (found.name, found.email) == ("Dana Whitfield", "dana@harbor.example")
    assert found.remark == "further addresses were left out"


@pytest.mark.parametrize(
    ("length", "remark"), [(LONGEST, ""), (LONGEST + 1, f"cut to {LONGEST} characters")]
)
def test_a_name_or_position_without_end_is_cut_and_it_is_said(length: int, remark: str) -> None:
    by_name, by_position = read_lines("D" * length + "\nDana, " + "V" * length)

    assert (len(by_name.name), by_name.remark) == (LONGEST, remark)
    assert (len(by_position.position), by_position.remark) == (LONGEST, remark)


names = st.sampled_from(
    ["Dana Whitfield", "Tobias Fehr", "Priya Raman", "José Ñandú", "Łukasz Żak-Nowak"]
)
positions = st.sampled_from(["VP Claims", "Head of R&D / Ops", "Engineer II", "Partner, Tax"])
people = st.builds(
    ReadLine, names, positions, st.sampled_from(["a.b+c@harbor.example", "x@y.example"])
)


@given(
    given_people=st.lists(people, max_size=5),
    between=st.sampled_from([", ", " | ", " – ", "\t", " - "]),
)
def test_a_list_of_name_position_and_address_is_read_as_it_is(
    given_people: list[ReadLine], between: str
) -> None:
    text = "\n".join(between.join((one.name, one.position, one.email)) for one in given_people)

    assert read_lines(text) == tuple(given_people)


@given(text=st.text(max_size=200) | st.text("aB @.,;:-()<>[]\n1+5\t|“?", max_size=80))
def test_no_line_is_dropped_without_a_word(text: str) -> None:
    written = {n for n, line in enumerate(text.splitlines()) if line.strip(" ;\t")}

    found = read_lines(text)

    assert bool(found) is bool(written)
    assert {one.line for one in found} <= written
    assert all(one.is_person() != one.remark.startswith("nothing understood") for one in found)
    assert all(len(one.name) <= LONGEST and len(one.position) <= LONGEST for one in found)


@given(text=st.text('aB @.,;:-()<>[]\n\t|“?"/&', max_size=80))
def test_every_word_stands_in_what_was_understood_or_left_out(text: str) -> None:
    parts = [(one.name, one.position, one.email, one.link, one.remark) for one in read_lines(text)]
    said = repr(parts).casefold()

    assert all(word.casefold() in said for word in re.findall("[aB]{3,}", text))


@pytest.mark.parametrize(
    ("line", "name", "position", "phone"),
    [
        ("Tobias Fehr, Engineer, (555) 014-2000", "Tobias Fehr", "Engineer", "(555) 014-2000"),
        ("Tobias Fehr (555) 014-2000", "Tobias Fehr", "", "(555) 014-2000"),
        (
            "Tobias Fehr, Engineer, Tel. +1 555 014 2000",
            "Tobias Fehr",
            "Engineer",
            "+1 555 014 2000",
        ),
        ("Dana Whitfield, Director (EMEA)", "Dana Whitfield", "Director (EMEA)", ""),
        ("Dana Whitfield, VP (+1 555 0142 00)", "Dana Whitfield", "VP", "+1 555 0142 00"),
        ('"Whitfield, Dana" <dana@harbor.example>', "Dana Whitfield", "", ""),
        ("dana@harbor.example (Dana Whitfield)", "Dana Whitfield", "", ""),
        ("Dana Whitfield, dana@harbor.example.", "Dana Whitfield", "", ""),
        ("Dana Whitfield, Class of 2020-2024", "Dana Whitfield", "Class of 2020-2024", ""),
    ],
)
def test_lines_from_mail_programs_and_business_cards_are_understood(
    line: str, name: str, position: str, phone: str
) -> None:
    (read,) = read_lines(line)

    assert (read.name, read.position, read.phone) == (name, position, phone)


def read(line: str) -> tuple[str, str, str]:
    """Returns name, position and remark of one line."""
    (found,) = read_lines(line)
    return found.name, found.position, found.remark


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Neil, Dana <dana.neil@kade.example>", "Dana Neil"),
        ("NEIL, DANA <DANA.NEIL@KADE.EXAMPLE>", "Dana Neil"),
        ("Neil, Dana <neil.dana@kade.example>", "Dana Neil"),
        ("Neil, Dana <dneil@kade.example>", "Dana Neil"),
        ("Neil, Dana <neild@kade.example>", "Dana Neil"),
        ("Neil, Dana <dana@kade.example>", "Dana Neil"),
        ("Neil, Dana [d.neil+jobs@kade.example]", "Dana Neil"),
        ("Smith, Robert <bob.smith@kade.example>", "Robert Smith"),
        ("Müller, Jörg <joerg.mueller@kade.example>", "Jörg Müller"),
        ("García Márquez, Gabriel <gabriel.garcia@kade.example>", "Gabriel García Márquez"),
        ("Roth, Prof. Dr. med. Eva <eva.roth@kade.example>", "Prof. Dr. med. Eva Roth"),
        ("Fox, Ian, PhD <ian.fox@kade.example>", "Ian Fox, PhD"),
        ("O'Neil, Dana M. (External) ‹dana.oneil@kade.example›", "Dana M. O'Neil"),
        ("O’Neil, Dana M. (External) «dana.oneil@kade.example»", "Dana M. O’Neil"),
        ('"O\'Neil, Dana M. (External)" <dana.oneil@kade.example>', "Dana M. O'Neil"),
        ("van der Velde, Ineke", "Ineke van der Velde"),
        ("de la Cruz, Ana María", "Ana María de la Cruz"),
        ("Van der Velde, Ineke", "Ineke Van der Velde"),
        ("d'Arcy, Luc", "Luc d'Arcy"),
        ("O'Neil, Dana M.", "Dana M. O'Neil"),
        ("Weiß, Dr. Hannah", "Dr. Hannah Weiß"),
        ('"Kaplan, Ruth" <hr@kade.example>', "Ruth Kaplan"),
    ],
)
def test_the_address_or_the_form_says_which_is_the_family_name(line: str, name: str) -> None:
    assert read(line) == (name, "", "")


@pytest.mark.parametrize(
    ("line", "name", "position"),
    [
        ("Dana Whitfield, VP Claims", "Dana Whitfield", "VP Claims"),
        ('"Dana Whitfield, VP Claims" <dana@kade.example>', "Dana Whitfield", "VP Claims"),
        ("Dana, Recruiter", "Dana", "Recruiter"),
        ("Dana, COO", "Dana", "COO"),
        ("Dana, Facilities", "Dana", "Facilities"),
        ("Dana, Sales <sales@kade.example>", "Dana", "Sales"),
        ("VP Claims, Dana Whitfield", "Dana Whitfield", "VP Claims"),
        ("Dana Whitfield, Reinsurance <dwhitfield@kade.example>", "Dana Whitfield", "Reinsurance"),
        ("Neil, Dana, VP Claims <dana.neil@kade.example>", "Dana Neil", "VP Claims"),
        ("Neil, Dana (VP Claims) <dana.neil@kade.example>", "Dana Neil", "VP Claims"),
        ("Neil, Dana – VP Claims – dana.neil@kade.example", "Dana Neil", "VP Claims"),
        ("VP Claims: Neil, Dana <dana.neil@kade.example>", "Dana Neil", "VP Claims"),
        ("Ian Fox (he/him)", "Ian Fox", ""),
        ("Ian Fox (he/him), Engineer", "Ian Fox", "Engineer"),
        ("Dana Whitfield (she/her) VP Claims", "Dana Whitfield", "VP Claims"),
        ("Dana Whitfield, MBA (she/her), VP Claims", "Dana Whitfield, MBA", "VP Claims"),
        ("Dana Neil [External] | IT", "Dana Neil", "IT"),
        ("Dana Neil (IT)", "Dana Neil", "IT"),
        ("DANA WHITFIELD, VP Claims", "Dana Whitfield", "VP Claims"),
        ("Dr. Hannah Weiß, Head of Research", "Dr. Hannah Weiß", "Head of Research"),
        ("Mr. and Mrs. Fox", "Mr. and Mrs. Fox", ""),
        ("O’Neil, MBA", "O’Neil, MBA", ""),
    ],
)
def test_words_of_position_say_what_is_no_name(line: str, name: str, position: str) -> None:
    assert read(line) == (name, position, "")


@pytest.mark.parametrize(
    ("line", "name", "position", "asked"),
    [
        ("Kaplan, Ruth", "Ruth Kaplan", "", "is “Kaplan” the family name? check it"),
        ("Neil, Dana <neil@kade.example>", "Dana Neil", "", "is “Neil” the family name? check it"),
        (
            "Kaplan, Ruth, VP Claims",
            "Ruth Kaplan",
            "VP Claims",
            "is “Kaplan” the family name? check it",
        ),
        (
            "Kaplan, Ruth (VP Claims)",
            "Ruth Kaplan",
            "VP Claims",
            "is “Kaplan” the family name? check it",
        ),
        ("Fox, Jr., Ian", "Ian Fox, Jr.", "", "is “Fox” the family name? check it"),
        (
            "Neil Fox, Gabriel",
            "Neil Fox",
            "Gabriel",
            "is “Gabriel” the position? check it",
        ),
        (
            "Dana, Boston <dana.fox@kade.example>",
            "Dana",
            "Boston",
            "is “Boston” the position? check it",
        ),
    ],
)
def test_what_neither_says_is_taken_as_it_is_likeliest_and_asked_about(
    line: str, name: str, position: str, asked: str
) -> None:
    assert read(line) == (name, position, asked)


def test_an_address_that_was_cut_off_is_named_and_still_says_who_is_who() -> None:
    name, _, remark = read("O'Neil, Dana ‹dana.oneil@…›")

    assert name == "Dana O'Neil"
    assert remark == "“dana.oneil@…” is not a whole e-mail address"


def test_a_question_and_what_was_left_out_are_both_said() -> None:
    *_, remark = read("Kaplan, Ruth, hr@kade.example, hiring@kade.example")

    assert remark == "is “Kaplan” the family name? check it; further addresses were left out"
