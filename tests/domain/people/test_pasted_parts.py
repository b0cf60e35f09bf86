"""Several people in one pasted line, tables, times, and the answer to a question about a line."""

from __future__ import annotations

import pytest

from lib.domain.people.interviewer_lines import FROM_ADDRESS, read_lines, with_choice

DANA, IAN = "dana.neil@kade.example", "ian.fox@kade.example"
DOES = "“Ian Fox” is what Dana Neil does"
TWO = [("Dana Neil", "", DANA), ("Ian Fox", "", IAN)]


def people(text: str) -> list[tuple[str, str, str]]:
    """Returns name, position and address of everybody in a text."""
    return [(one.name, one.position, one.email) for one in read_lines(text)]


def names(text: str) -> list[str]:
    return [one.name for one in read_lines(text)]


@pytest.mark.parametrize(
    "line",
    [
        f"Dana Neil <{DANA}>; Ian Fox <{IAN}>",
        f"Dana Neil <{DANA}>, Ian Fox <{IAN}>",
        f"Dana Neil <{DANA}> and Ian Fox <{IAN}>",
        f"To: Dana Neil <{DANA}>, Ian Fox <{IAN}>",
        f"Cc: Neil, Dana <{DANA}>; Fox, Ian <{IAN}>;",
        f"Neil, Dana <{DANA}>, Fox, Ian <{IAN}>",
        f'"Neil, Dana" <{DANA}>, "Fox, Ian" <{IAN}>',
        f"'Neil, Dana' <{DANA}>; 'Fox, Ian' <{IAN}>",
        f"Dana Neil ({DANA}), Ian Fox ({IAN})",
        f"Dana Neil {DANA} Ian Fox {IAN}",
        f"Required: Dana Neil [mailto:{DANA}]; Ian Fox [mailto:{IAN}]",
        f"{DANA} (Dana Neil), {IAN} (Ian Fox)",
        f"{DANA} – Dana Neil, {IAN} – Ian Fox",
    ],
)
def test_a_list_of_addresses_is_one_person_an_address(line: str) -> None:
    assert people(line) == TWO
    assert not any(one.remark for one in read_lines(line))


@pytest.mark.parametrize("between", [", ", "; ", " ", "\n"])
def test_addresses_without_names_give_names_to_check(between: str) -> None:
    found = read_lines(f"{DANA}{between}{IAN}")

    assert [(one.name, one.email) for one in found] == [("Dana Neil", DANA), ("Ian Fox", IAN)]
    assert [one.remark for one in found] == [FROM_ADDRESS, FROM_ADDRESS]


@pytest.mark.parametrize(
    "mail",
    [
        "hr@kade.example",
        "talent.team@kade.example",
        "no-reply@kade.example",
        "dana@kade.example",
        "dn1.x2@kade.example",
        "d.n@kade.example",
        "a.b.c.d@kade.example",
    ],
)
def test_an_address_that_spells_no_name_gives_none(mail: str) -> None:
    assert people(mail) == [("", "", mail)]


def test_an_initial_in_an_address_is_an_initial() -> None:
    assert names("d.neil@kade.example, dana.o-neil@kade.example") == ["D. Neil", "Dana O. Neil"]


def test_a_second_address_of_one_person_is_not_a_second_person() -> None:
    (found,) = read_lines(f"Dana Neil <{DANA}>, dana@home.example")

    assert (found.email, found.remark) == (DANA, "further addresses were left out")


def test_the_same_address_twice_is_one() -> None:
    assert people(f"'{DANA}' <{DANA}>") == [("Dana Neil", "", DANA)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Dana Neil and Ian Fox", ["Dana Neil", "Ian Fox"]),
        ("Dana Neil & Ian Fox", ["Dana Neil", "Ian Fox"]),
        ("Dana Neil / Ian Fox", ["Dana Neil", "Ian Fox"]),
        ("Dana Neil, Ian Fox, Priya Nair", ["Dana Neil", "Ian Fox", "Priya Nair"]),
        ("Dana Neil, Ian Fox, and Priya Nair", ["Dana Neil", "Ian Fox", "Priya Nair"]),
        ("Dana, Ian and Priya", ["Dana", "Ian", "Priya"]),
        ("Dana and Ian", ["Dana", "Ian"]),
        ("Dana/Ian", ["Dana", "Ian"]),
        ("Mr. Fox and Ms. Neil", ["Mr. Fox", "Ms. Neil"]),
        ("Neil, Dana and Fox, Ian", ["Dana Neil", "Ian Fox"]),
        ("with Dana Neil and Ian Fox", ["Dana Neil", "Ian Fox"]),
        ("Mr. and Mrs. Fox", ["Mr. and Mrs. Fox"]),
        ("de la Cruz, Ana María", ["Ana María de la Cruz"]),
    ],
)
def test_several_names_in_a_line_are_several_people(line: str, found: list[str]) -> None:
    assert names(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "Dana Neil (VP Sales), Ian Fox (Recruiter)",
            [("Dana Neil", "VP Sales"), ("Ian Fox", "Recruiter")],
        ),
        (
            "Dana Neil (VP Sales) and Ian Fox (Recruiter)",
            [("Dana Neil", "VP Sales"), ("Ian Fox", "Recruiter")],
        ),
        (
            "Dana Neil, VP Sales, Ian Fox, Recruiter",
            [("Dana Neil", "VP Sales"), ("Ian Fox", "Recruiter")],
        ),
        (
            "Dana Neil, VP Sales & Ian Fox, Recruiter",
            [("Dana Neil", "VP Sales"), ("Ian Fox", "Recruiter")],
        ),
        (
            "Dana Neil – VP Sales, Ian Fox – Recruiter",
            [("Dana Neil", "VP Sales"), ("Ian Fox", "Recruiter")],
        ),
        ("Dana Neil; VP Sales; dana.neil@kade.example", [("Dana Neil", "VP Sales")]),
        ("Dana Neil\ndana.neil@kade.example", [("Dana Neil", "")]),
        ("Dana Neil, MBA, Ian Fox, CPA", [("Dana Neil, MBA", ""), ("Ian Fox, CPA", "")]),
    ],
)
def test_each_of_several_has_their_own_position(line: str, found: list[tuple[str, str]]) -> None:
    assert [(one.name, one.position) for one in read_lines(line)] == found
    assert not any(one.remark for one in read_lines(line))


@pytest.mark.parametrize(
    ("line", "position"),
    [
        ("Dana Neil, VP of Sales and Marketing", "VP of Sales and Marketing"),
        ("Dana Neil, Sales & Marketing", "Sales & Marketing"),
        ("Dana Neil, Harbor & Vale", "Harbor & Vale"),
        ("Dana Neil, Partner, Kade LLP", "Partner, Kade LLP"),
        ("Dana Neil, my future boss", "my future boss"),
        ("dana neil, head of data and ops", "head of data and ops"),
        ("Hiring manager – Dana Neil", "Hiring manager"),
        ("Recruiter (Dana Neil)", "Recruiter"),
        ("Recruiter Dana Neil", "Recruiter"),
        ("Head of Data Dana Neil, Kade", "Head of Data, Kade"),
        ("Dana Neil @ Kade", "Kade"),
        ("Dana Neil at Kade", "Kade"),
        ("Dana Neil · VP Sales · Kade", "VP Sales, Kade"),
        ("Dana Neil/Claims/Kade", "Claims, Kade"),
        ("Neil, Dana / Claims <dana.neil@kade.example>", "Claims"),
        ("Dana Neil <dana.neil@kade.example> (VP Sales)", "VP Sales"),
    ],
)
def test_a_position_is_no_second_person(line: str, position: str) -> None:
    (found,) = read_lines(line)

    assert (found.name.casefold(), found.position) == ("dana neil", position)


@pytest.mark.parametrize(
    "line",
    [
        "1. Dana Neil", "2) Dana Neil", "(3) Dana Neil", "a) Dana Neil", "4 Dana Neil",
        "#5 Dana Neil", "1: Dana Neil", "• Dana Neil", "☐ Dana Neil", "✓ Dana Neil",
        "- [ ] Dana Neil", "[x] Dana Neil", "> Dana Neil", "Attendees: Dana Neil",
        "w/ Dana Neil", "Interview with Dana Neil", "From: Dana Neil", "Dana Neil (she/her) • 2nd",
        "Interviewer: 1) Dana Neil", "Dana Neil wrote:",
    ],
)  # fmt: skip
def test_bullets_numbers_and_labels_are_no_part_of_a_name(line: str) -> None:
    (found,) = read_lines(line)

    assert (found.name, found.position, found.remark) == ("Dana Neil", "", "")


@pytest.mark.parametrize(
    "line",
    [
        "9:00 Dana Neil", "9:00 AM – Dana Neil", "10:30am - 11:15am: Dana Neil", "Dana Neil 9:30am",
        "10:30-11:15 Dana Neil", "Tue 10:30 AM ET, Dana Neil", "Dana Neil (45 min)",
        "9–10am Dana Neil", "Dana Neil – 2:00 pm to 2:45 pm", "14:00 | Dana Neil",
    ],
)  # fmt: skip
def test_a_time_is_left_out_and_it_is_said(line: str) -> None:
    (found,) = read_lines(line)

    assert (found.name, found.position) == ("Dana Neil", "")
    assert found.remark == "the time was left out"


@pytest.mark.parametrize(
    ("line", "link"),
    [
        ("Dana Neil https://www.linkedin.com/in/dn", "https://www.linkedin.com/in/dn"),
        ("Dana Neil (https://www.linkedin.com/in/dn)", "https://www.linkedin.com/in/dn"),
        ("Dana Neil, linkedin.com/in/dn", "https://linkedin.com/in/dn"),
        ("www.linkedin.com/in/dn – Dana Neil", "https://www.linkedin.com/in/dn"),
    ],
)
def test_a_link_is_kept_as_one(line: str, link: str) -> None:
    (found,) = read_lines(line)

    assert (found.name, found.position, found.link) == ("Dana Neil", "", link)


@pytest.mark.parametrize(
    "table",
    [
        f"Name\tTitle\tEmail\nDana Neil\tVP Sales\t{DANA}\nIan Fox\t\t{IAN}",
        f"Email\tLast name\tFirst name\tRole\n{DANA}\tNeil\tDana\tVP Sales\n{IAN}\tFox\tIan\t",
        f"Time\tWho\tRole\tMail\n9:00\tDana Neil\tVP Sales\t{DANA}\n10:00\tIan Fox\t\t{IAN}",
        f"Dana\tNeil\tVP Sales\t{DANA}\nIan\tFox\t{IAN}",
        f"Neil\tDana\tVP Sales\t{DANA}\nFox\tIan\t{IAN}",
    ],
)
def test_a_table_is_read_by_its_columns(table: str) -> None:
    assert people(table) == [("Dana Neil", "VP Sales", DANA), ("Ian Fox", "", IAN)]


def test_a_row_without_a_name_in_a_table_is_somebody_whose_name_is_not_known() -> None:
    assert people("Name\tTitle\n\tHead of Claims\nDana Neil\tVP Sales") == [
        ("", "Head of Claims", ""),
        ("Dana Neil", "VP Sales", ""),
    ]


def test_a_position_alone_is_somebody_whose_name_is_not_known() -> None:
    assert people("Hiring Manager\nHead of Claims") == [
        ("", "Hiring Manager", ""),
        ("", "Head of Claims", ""),
    ]


@pytest.mark.parametrize(
    ("text", "place", "labels"),
    [
        ("Fox, Ruth", 0, ["Ruth Fox", "“Ruth” is what Fox does", "Two people: Fox, Ruth"]),
        ("Dana Neil, Ian Fox", 1, ["Two people: Dana Neil, Ian Fox", DOES]),
        ("Dana Neil – Ian Fox", 0, [DOES, "Two people: Dana Neil, Ian Fox"]),
        ("dana.neil@kade.example", 0, ["Dana Neil", "Name not known"]),
        ("Dana Neil", 0, []),
    ],
)  # fmt: skip
def test_where_it_cannot_be_known_there_are_answers_to_choose_from(
    text: str, place: int, labels: list[str]
) -> None:
    assert [one.label for one in read_lines(text)[place].choices] == labels


@pytest.mark.parametrize(
    ("text", "place", "answer", "found"),
    [
        ("Kaplan, Ruth", 0, 0, [("Ruth Kaplan", "", "")]),
        ("Kaplan, Ruth", 0, 1, [("Kaplan", "Ruth", "")]),
        ("Kaplan, Ruth", 0, 2, [("Kaplan", "", ""), ("Ruth", "", "")]),
        ("Kaplan, Ruth, VP, hr@k.example", 0, 0, [("Ruth Kaplan", "VP", "hr@k.example")]),
        ("Kaplan, Ruth, VP, hr@k.example", 0, 1, [("Kaplan", "Ruth, VP", "hr@k.example")]),
        ("Dana Neil, Ian Fox", 1, 0, [("Dana Neil", "", ""), ("Ian Fox", "", "")]),
        ("Dana Neil, Ian Fox", 1, 1, [("Dana Neil", "Ian Fox", "")]),
        ("Dana Neil – Ian Fox", 0, 0, [("Dana Neil", "Ian Fox", "")]),
        ("Dana Neil, Boston", 0, 0, [("Boston Dana Neil", "", "")]),
        ("Dana Neil, Boston", 0, 1, [("Dana Neil", "Boston", "")]),
        (DANA, 0, 0, [("Dana Neil", "", DANA)]),
        (DANA, 0, 1, [("", "", DANA)]),
        (
            "Priya\nFox, Ian; Kaplan, Ruth\nTobias",
            2,
            0,
            [("Priya", "", ""), ("Ian Fox", "", ""), ("Ruth Kaplan", "", ""), ("Tobias", "", "")],
        ),
    ],
)  # fmt: skip
def test_an_answer_makes_the_line_sure(
    text: str, place: int, answer: int, found: list[tuple[str, str, str]]
) -> None:
    choice = read_lines(text)[place].choices[answer]

    sure = with_choice(text, place, choice)

    assert people(sure) == found
    assert not read_lines(sure)[min(place, len(found) - 1)].choices
