"""What follows "Dear" or "Hi", for the names that people really have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.people.greetings import (
    clean_name,
    greeting_choices,
    greeting_name,
    has_title,
    is_bare_title,
)
from lib.domain.people.names import in_usual_order

PIECES = (
    "Dr.", "Prof.", "med.", "Mr.", "and", "Mrs.", "the", "Hon.", "Major", "Dean", "Dana", "O’Neil",
    "van", "der", "Velde", "García", "López", "李", "Nguyen", "J.", "(she/her)", "(External)",
    "MBA,", "PhD", "Jr.", "III", ",", "(", ")", "( )", "[", '"Bob"', "DUPONT", "sue", "-", "|", "@",
    "St.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("Prof. Dr. med. Eva Roth", "Prof. Roth"),
        ("Miss Dana Neil", "Miss Neil"),
        ("Capt. Jo Reyes", "Capt. Reyes"),
        ("Herr Weber", "Herr Weber"),
        ("Ms. Kaplan", "Ms. Kaplan"),
        ("Mrs. Kaplan", "Mrs. Kaplan"),
        ("Mr. and Mrs. Fox", "Mr. and Mrs. Fox"),
        ("Dr. Hannah Weiß", "Dr. Weiß"),
        ("Mr. & Mrs. John Fox", "Mr. & Mrs. Fox"),
        ("Dr. and Mrs. Fox", "Dr. and Mrs. Fox"),
        ("Dr.-Ing. Klaus Meier", "Dr. Meier"),
        ("Prof.Dr. Eva Roth", "Prof. Roth"),
        ("Univ.-Prof. Dr. Eva Roth", "Prof. Roth"),
        ("Dr. rer. nat. Jan Vogel", "Dr. Vogel"),
        ("Dr. h.c. mult. Jan Vogel", "Dr. Vogel"),
        ("Frau Dr. Weiß", "Dr. Weiß"),
        ("Professor Anna Lee", "Professor Lee"),
        ("Doctor Anna Lee", "Dr. Lee"),
        ("Dr Hannah Weiss", "Dr Weiss"),
        ("Prof Anna Lee", "Prof Lee"),
        ("dr. hannah weiss", "Dr. Weiss"),
        ("DR. EVA ROTH", "Dr. Roth"),
        ("MR JOHN MCDONALD", "Mr McDonald"),
        ("Mrs O'NEIL", "Mrs O'Neil"),
        ("Rev. Sam Okafor", "Rev. Okafor"),
        ("The Rev. Dr. Martin King", "Dr. King"),
        ("Fr. Tom Ryan", "Fr. Ryan"),
        ("Father Brown", "Father Brown"),
        ("Sister Mary Agnes", "Sister Mary Agnes"),
        ("Rabbi Cohen", "Rabbi Cohen"),
        ("Pastor Rick", "Pastor Rick"),
        ("Sir Ian McKellen", "Sir Ian"),
        ("Dame Judi Dench", "Dame Judi"),
        ("Lady Hale", "Lady Hale"),
        ("Principal Brodie", "Principal Brodie"),
        ("Principal Amy Brodie", "Principal Brodie"),
        ("Judge Amy Ito", "Judge Ito"),
        ("Sgt. Maria Lopez", "Sgt. Lopez"),
        ("Lt. Col. Ann Park", "Lt. Col. Park"),
        ("Maj. Gen. Ann Park", "Maj. Gen. Park"),
        ("Vice President Harris", "Vice President Harris"),
        ("Chief Justice Roberts", "Chief Justice Roberts"),
        ("Mme Curie", "Mme Curie"),
        ("Sra. Ana Ruiz", "Sra. Ruiz"),
        ("Mx. Riley Stone", "Mx. Stone"),
        ("Atty. Juan Dela Cruz", "Atty. Dela Cruz"),
        ("Mr Dean Smith", "Mr Smith"),
        ("Dr. van der Velde", "Dr. van der Velde"),
        ("Dr. Ineke van der Velde", "Dr. van der Velde"),
        ("Dr. D’Angelo", "Dr. D’Angelo"),
        ("Dr. Ana García Márquez", "Dr. García Márquez"),
        ("Mrs. Mary Beth Jones", "Mrs. Jones"),
        ("Dr. Dana M. O'Neil, MD", "Dr. O'Neil"),
        ("Dr. Martin King Jr.", "Dr. King"),
        ("Dr. Zhang Wei", "Dr. Zhang"),
        ("Weiß, Dr. Hannah", "Dr. Weiß"),
        ("Dr. 李小龙", "Dr. 李小龙"),
        ("SFC Ann Park", "SFC Park"),
        ("CPT Ann Park", "CPT Park"),
        ("1st Lt. Ann Park", "1st Lt. Park"),
        ("LtCol Ann Park", "LtCol Park"),
        ("Petty Officer Ann Park", "Petty Officer Park"),
        ("Assoc. Prof. Eva Roth", "Prof. Roth"),
        ("Assistant Professor Eva Roth", "Professor Roth"),
        ("Professor Emerita Eva Roth", "Professor Roth"),
        ("The Right Reverend Ann Fox", "Reverend Fox"),
        ("Rt. Rev. Ann Fox", "Rev. Fox"),
        ("MUDr. Jan Novák", "MUDr. Novák"),
        ("Dra. Ana Ruiz", "Dra. Ruiz"),
        ("Maître Dubois", "Maître Dubois"),
        ("Pani Kowalska", "Pani Kowalska"),
        ("Doña Ana", "Doña Ana"),
        ("Smt. Devi", "Smt. Devi"),
        ("Special Agent Dana Neil", "Special Agent Neil"),
        ("Drs. Ian and Dana Fox", "Drs. Ian and Dana Fox"),
        ("Mr. Fox and Ms. Neil", "Mr. Fox and Ms. Neil"),
        ("Messrs. Fox and Neil", "Messrs. Fox and Neil"),
        ("Dana Fox (Ms.)", "Ms. Fox"),
        ("Sehr geehrte Frau Weber", "Frau Weber"),
        ("Dr. Nagy János", "Dr. Nagy"),
        ("Dr. Ann Park (née Fox)", "Dr. Park"),
        ("Dame Eva Roth DBE", "Dame Eva"),
    ],
)
def test_somebody_with_a_title_is_greeted_by_title_and_name_in_every_tone(
    name: str, greeting: str
) -> None:
    assert greeting_name(name) == greeting
    assert greeting_name(name, formal=True) == greeting
    assert greeting_choices(name) == (greeting,)
    assert has_title(clean_name(name)) or "," in name or "(" in name
    assert has_title(greeting)
    assert not is_bare_title(greeting)


@pytest.mark.parametrize(
    ("name", "greeting", "formal"),
    [
        ("Dana Whitfield", "Dana", "Dana Whitfield"),
        ("J. R. Smith", "J. R. Smith", "J. R. Smith"),
        ("DANA WHITFIELD", "Dana", "Dana Whitfield"),
        ("Dana O’Neil (she/her)", "Dana", "Dana O’Neil"),
        ("Ian Fox (he/him)", "Ian", "Ian Fox"),
        ("Dana Whitfield she/her", "Dana", "Dana Whitfield"),
        ("Dana M. O'Neil", "Dana", "Dana M. O'Neil"),
        ("Dana Whitfield, VP Claims", "Dana", "Dana Whitfield"),
        ("Dana, Recruiter", "Dana", "Dana"),
        ("Dana Whitfield, Ph.D., M.B.A.", "Dana", "Dana Whitfield"),
        ("Dana Whitfield MBA", "Dana", "Dana Whitfield"),
        ("Tobias Fehr, Jr., CPA", "Tobias", "Tobias Fehr Jr."),
        ("O'Neil, Dana M. (External)", "Dana", "Dana M. O'Neil"),
        ("Kaplan, Ruth", "Ruth", "Ruth Kaplan"),
        ("van der Velde, Ineke", "Ineke", "Ineke van der Velde"),
        ("Ineke van der Velde", "Ineke", "Ineke van der Velde"),
        ("INEKE VAN DER VELDE", "Ineke", "Ineke van der Velde"),
        ("Ana de la Cruz", "Ana", "Ana de la Cruz"),
        ("ANA DE LA CRUZ", "Ana", "Ana de la Cruz"),
        ("Van Morrison", "Van", "Van Morrison"),
        ("La Toya Jackson", "La Toya", "La Toya Jackson"),
        ("Maria St. John", "Maria", "Maria St. John"),
        ("Ludwig von der Heide", "Ludwig", "Ludwig von der Heide"),
        ("Mohammad bin Salman", "Mohammad", "Mohammad bin Salman"),
        ("Abd al-Rahman Khan", "Abd al-Rahman", "Abd al-Rahman Khan"),
        ("José Ortega y Gasset", "José", "José Ortega y Gasset"),
        ("Gabriel García Márquez", "Gabriel", "Gabriel García Márquez"),
        ("Jean-Luc O'Neil", "Jean-Luc", "Jean-Luc O'Neil"),
        ("MARY-KATE O’BRIEN-MCDONALD", "Mary-Kate", "Mary-Kate O’Brien-McDonald"),
        ("JANE MACHADO", "Jane", "Jane Machado"),
        ("D'Angelo Russell", "D'Angelo", "D'Angelo Russell"),
        ("D’Arcy Smith", "D’Arcy", "D’Arcy Smith"),
        ("JR Smith", "JR", "JR Smith"),
        ("AJ SMITH", "AJ", "AJ Smith"),
        ("J.R.R. Tolkien", "J.R.R. Tolkien", "J.R.R. Tolkien"),
        ("J R Smith", "J R Smith", "J R Smith"),
        ("M. Dupont", "M. Dupont", "M. Dupont"),
        ("Wm. Smith", "Wm. Smith", "Wm. Smith"),
        ("Jean DUPONT", "Jean", "Jean Dupont"),
        ("priya", "Priya", "Priya"),
        ("PRIYA", "Priya", "Priya"),
        ("dana whitfield", "Dana", "Dana Whitfield"),
        ("Jo", "Jo", "Jo"),
        ("Cher", "Cher", "Cher"),
        ("李小龙", "李小龙", "李小龙"),
        ("高橋 みなみ", "高橋 みなみ", "高橋 みなみ"),
        ("김민준", "김민준", "김민준"),
        ("陳大文 (David Chan)", "David", "陳大文"),
        ("Иван Петров", "Иван", "Иван Петров"),
        ("Łukasz Żak", "Łukasz", "Łukasz Żak"),
        ("Björk Guðmundsdóttir", "Björk", "Björk Guðmundsdóttir"),
        ("King Smith", "King", "King Smith"),
        ("Prince Okafor", "Prince", "Prince Okafor"),
        ("Maj Sjöwall", "Maj", "Maj Sjöwall"),
        ("Gen Tanaka", "Gen", "Gen Tanaka"),
        ("Jack MA", "Jack", "Jack MA"),
        ("Dipl.-Ing. Klaus Meier", "Klaus", "Klaus Meier"),
        ("The Hon. Jane Doe", "Jane Doe", "Jane Doe"),
        ("Hiring Manager", "Hiring Manager", "Hiring Manager"),
        ("Dana Neil (IT)", "Dana", "Dana Neil"),
        ("Ir. Jan de Vries", "Jan", "Jan de Vries"),
        ("CEO Dana Neil", "Dana", "Dana Neil"),
        ("Head of Data Dana Neil", "Dana", "Dana Neil"),
        ("Dana Neil | Recruiter", "Dana", "Dana Neil"),
        ("Dana Neil – Recruiter at Kade", "Dana", "Dana Neil"),
        ("Dana Neil (She/Her) · 2nd", "Dana", "Dana Neil"),
        ("Dana Neil via Greenhouse", "Dana", "Dana Neil"),
        ("⭐ Dana Neil ✔", "Dana", "Dana Neil"),
        ("Dana Neil, PMP®", "Dana", "Dana Neil"),
        ("EXT: Dana Neil", "Dana", "Dana Neil"),
        ("Hi Dana", "Dana", "Dana"),
        ("dana.neil@kade.example", "Dana", "Dana Neil"),
        ("dana_neil", "Dana", "Dana Neil"),
        ("Dana O'NEIL", "Dana", "Dana O'Neil"),
        ("Dana McNEIL", "Dana", "Dana McNeil"),
        ("Dana von der NEIL", "Dana", "Dana von der Neil"),
        ("Smith Jr., John", "John", "John Smith Jr."),
        ("Van Der Velde, Ineke", "Ineke", "Ineke Van Der Velde"),
        ("St. John, Mary", "Mary", "Mary St. John"),
        ("García Márquez, Gabriel", "Gabriel", "Gabriel García Márquez"),
        ("Ian and Dana Fox", "Ian and Dana", "Ian and Dana Fox"),
        ("Dana Neil & Ian Fox", "Dana & Ian", "Dana Neil & Ian Fox"),
    ],
)
def test_somebody_without_a_title_is_greeted_by_what_people_call_them(
    name: str, greeting: str, formal: str
) -> None:
    assert greeting_name(name) == greeting
    assert greeting_name(name, formal=True) == formal


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("Sue Ann Lott", ("Sue", "Sue Ann")),
        ("Mary Beth Jones", ("Mary", "Mary Beth")),
        ("SUE ANN LOTT", ("Sue", "Sue Ann")),
        ("Jean Luc Picard", ("Jean", "Jean Luc")),
        ("Ana María de la Cruz", ("Ana", "Ana María")),
        ("María José Pérez López", ("María", "María José")),
        ("Петров Иван Сергеевич", ("Иван", "Иван Сергеевич")),
        ("Robert (Bob) Smith", ("Bob", "Robert")),
        ('Robert "Bob" Smith', ("Bob", "Robert")),
        ("Xiaoming Wang (Michael)", ("Xiaoming", "Michael")),
        ("J. Robert Oppenheimer", ("J. Robert Oppenheimer", "Robert")),
        ("Zhang Wei", ("Zhang Wei", "Wei")),
        ("Park Ji-sung", ("Park Ji-sung", "Ji-sung")),
        ("Nguyễn Văn An", ("Nguyễn Văn An", "An")),
        ("DUPONT Jean", ("Jean", "Dupont")),
        ("Dean Smith", ("Dean", "Dean Smith")),
        ("Justice Smith", ("Justice", "Justice Smith")),
        ("Major Tom", ("Major Tom", "Major")),
        ("Pan Kowalski", ("Pan Kowalski", "Pan")),
        ("Justice Amy Ito", ("Justice Ito", "Justice", "Justice Amy")),
        ("Tanaka Taro", ("Tanaka Taro", "Taro")),
        ("Nagy János", ("Nagy János", "János")),
        ("Kim Min Jun", ("Kim Min Jun", "Min Jun")),
        ("Kim Minjun", ("Kim Minjun", "Minjun")),
        ("Xi Jinping", ("Xi Jinping", "Jinping")),
        ("Le Minh Anh", ("Le Minh Anh", "Anh")),
        ("Wang Xiaoming (Michael)", ("Michael", "Wang Xiaoming", "Xiaoming")),
    ],
)
def test_where_the_name_leaves_it_open_there_are_several_greetings(
    name: str, choices: tuple[str, ...]
) -> None:
    assert greeting_choices(name) == choices
    assert greeting_name(name) == choices[0]


@pytest.mark.parametrize(
    "name",
    [
        "Dana Whitfield", "Dana M. O'Neil", "Ineke van der Velde", "Ana de la Cruz", "J. R. Smith",
        "Gabriel García Márquez", "Jean-Luc O'Neil", "Mrs. Mary Beth Jones", "Dana (she/her) Neil",
        "Dana Whitfield, VP Claims", "Prof. Dr. med. Eva Roth", "Cher", "Wei Zhang",
        "Maria St. John", "Dana Neil (VP Claims)", "Dana Neil (Acme Corp)", "David Chan (陳大文)",
        "Jean DUPONT", "Kim Smith", "Lee Harris", "Park Lee", "Wei Chen", "Ian & Dana",
    ],
)  # fmt: skip
def test_a_name_that_leaves_nothing_open_has_one_greeting(name: str) -> None:
    assert greeting_choices(name) == (greeting_name(name),)


@pytest.mark.parametrize("formal", [True, False])
@pytest.mark.parametrize("greet_as", ["Bob", "Dr. Weiß", "Mr. and Mrs. Fox", "dana"])
def test_what_the_person_chose_is_used_as_it_is(greet_as: str, formal: bool) -> None:
    assert greeting_name("Prof. Eva Roth", f" {greet_as} ", formal=formal) == greet_as


@pytest.mark.parametrize(
    "name", ["", "  ", "Mrs.", "Dr", "med.", "Mr. and", "(she/her)", "?", "TBD", "n/a", "Unknown"]
)
def test_where_no_name_is_known_there_is_no_greeting(name: str) -> None:
    assert greeting_name(name) == ""
    assert greeting_choices(name) == ()


@pytest.mark.parametrize(
    "text",
    ["Dr. Weiß", "Mrs. Kaplan", "Mr. and Mrs. Fox", "Major Tom", "prof roth", "The Hon. Ito"],
)
def test_a_greeting_with_a_title_is_known(text: str) -> None:
    assert has_title(text)


@pytest.mark.parametrize(
    "text", ["Dana", "Dean", "Dean Smith", "Misse", "Drew Fox", "Maj Sjöwall", ""]
)
def test_a_greeting_without_a_title_is_known(text: str) -> None:
    assert not has_title(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mrs.", "med.", "Dr", "Mr. and", "Mr. and Mrs.", "Prof. Dr.", "prof.dr.med.", "Herr",
        "miss", "Principal", "Capt.", "The Hon.", "Maj. Gen.", "Sir or Madam",
    ],
)  # fmt: skip
def test_titles_without_a_name_are_bare(text: str) -> None:
    assert is_bare_title(text)


@pytest.mark.parametrize(
    "text",
    ["", "and", "Dana", "Dr. Weiß", "Mr. and Mrs. Fox", "Dean", "Major", "Gen", "Medina", "the"],
)
def test_a_name_is_no_bare_title(text: str) -> None:
    assert not is_bare_title(text)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("Dana O’Neil (she/her)", "Dana O’Neil"),
        ("Dana Whitfield (She / They) , MBA", "Dana Whitfield"),
        ("Dana Whitfield [any pronouns]", "Dana Whitfield"),
        ("Dana Whitfield (External)", "Dana Whitfield"),
        ("O'Neil, Dana M. (External)", "O'Neil, Dana M."),
        ("O’Neil, MBA", "O’Neil"),
        ("Dana Whitfield, PhD, RN, PMP", "Dana Whitfield"),
        ("Dana Whitfield, SHRM-SCP", "Dana Whitfield"),
        ("Dana Whitfield, Jr., CPA", "Dana Whitfield, Jr."),
        ("Dr. Hannah Weiß, M.D.", "Dr. Hannah Weiß"),
        ("DANA WHITFIELD, MBA", "Dana Whitfield"),
        ("JOHN SMITH III", "John Smith III"),
        ("FIONA MACDONALD", "Fiona MacDonald"),
        ("LINDA NG", "Linda Ng"),
        ("SEAN O’CONNOR", "Sean O’Connor"),
        ("J. R. SMITH", "J. R. Smith"),
        ("Jack Ma", "Jack Ma"),
        ("Dana Neil (IT)", "Dana Neil (IT)"),
        ("Dana Neil (ER)", "Dana Neil (ER)"),
        ("Robert (Bob) Smith", "Robert (Bob) Smith"),
        ("dana", "dana"),
        ("", ""),
    ],
)
def test_a_name_is_cleaned_of_what_is_no_part_of_it(name: str, clean: str) -> None:
    assert clean_name(name) == clean


@given(name=st.text(max_size=80) | st.text("aB .,()[]'’-&/ÉI李Dr", max_size=40))
def test_any_text_has_a_greeting_that_can_stand_in_a_line(name: str) -> None:
    for greeting in (greeting_name(name), greeting_name(name, formal=True), clean_name(name)):
        assert greeting == greeting.strip()
    choices = greeting_choices(name)
    assert len(set(choices)) == len(choices)
    assert choices[:1] == ((greeting_name(name),) if greeting_name(name) else ())


@given(parts=st.lists(st.sampled_from(PIECES), max_size=6))
def test_pieces_of_names_in_any_order_never_greet_a_bare_title_or_a_pronoun(
    parts: list[str],
) -> None:
    for formal in (True, False):
        greeting = greeting_name(" ".join(parts), formal=formal)
        assert not is_bare_title(greeting)
        assert "she/her" not in greeting


@pytest.mark.parametrize(
    ("name", "greeting", "whole"),
    [
        ("John Smith III", "John", "John Smith III"),
        ("John Smith IV", "John", "John Smith IV"),
        ("Ana Ruiz II", "Ana", "Ana Ruiz II"),
    ],
)
def test_a_numeral_after_the_name_is_no_family_name(name: str, greeting: str, whole: str) -> None:
    assert greeting_name(name) == greeting
    assert greeting_name(name, formal=True) == whole


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("Smith, John Jr.", "John Smith Jr."),
        ("Smith, John III", "John Smith III"),
        ("Smith, John, Jr.", "John Smith Jr."),
    ],
)
def test_junior_stays_behind_the_family_name(written: str, usual: str) -> None:
    assert in_usual_order(written) == usual
