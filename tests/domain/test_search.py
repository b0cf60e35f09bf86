"""What is found by which words, in which order, and with which excerpt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.interviews import Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note, Text
from lib.domain.search import EXCERPT, Hit, HitKind, folded, search

JOB = Job(
    id="j", company="Harbor & Vale", role="Claims Analyst", remarks="Hybrid", link="https://harbor.example",
    found_at="Newsletter",
)  # fmt: skip
BAKERY = Job(id="b", company="Nørgaard Bakehouse", role="Planner")
PRIYA = Interviewer(
    id="p", job_id="j", name="Priya Raman", position="Recruiter", email="priya@vale.example",
    phone="+1 555 0142",
)  # fmt: skip
NOTE = Note(
    id="n", job_id="j", text=Text("Renamed columns", "Dear Priya,\n\nthank you for the hour.")
)


def found(
    query: str,
    jobs: Sequence[Job] = (JOB, BAKERY),
    people: Sequence[Interviewer] = (PRIYA,),
    notes: Sequence[Note] = (NOTE,),
) -> list[str]:
    return [hit.record_id for hit in search(query, jobs, people, notes)]


def excerpt(query: str, body: str) -> str:
    (hit,) = search(query, [], [], [replace(NOTE, text=Text("Subject", body))])
    return hit.excerpt


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("harbor", ["j"]),
        ("analyst", ["j"]),
        ("hybrid", ["j"]),
        ("newsletter", ["j"]),
        ("recruiter", ["p"]),
        ("0142", ["p"]),
        ("priya@vale", ["p"]),
        ("columns", ["n"]),
        ("the hour", ["n"]),
    ],
)
def test_jobs_people_and_notes_are_found_by_any_of_their_words(query: str, ids: list[str]) -> None:
    assert found(query) == ids


@pytest.mark.parametrize("query", ["NORGAARD", "nørgaard", "  Bakehouse  norg "])
def test_case_accents_and_the_order_of_words_do_not_matter(query: str) -> None:
    assert found(query) == ["b"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("José Ñandú", "jose nandu"),
        ("Łukasz Żak", "lukasz zak"),
        ("Anna Straße", "anna strasse"),
        ("NØRGAARD", "norgaard"),
        ("e\N{COMBINING ACUTE ACCENT}", "e"),
        ("O’Neil", "o'neil"),
        ("O‘Neil Oʼneil O´Neil O`Neil", "o'neil o'neil o'neil o'neil"),
        ("Jean\N{NON-BREAKING HYPHEN}Luc", "jean-luc"),
    ],
)
def test_folding_leaves_the_plain_letters(text: str, plain: str) -> None:
    assert folded(text) == plain


@pytest.mark.parametrize("written", ["O'Neil", "O’Neil", "o’neil", "O`NEIL"])
@pytest.mark.parametrize("query", ["o'neil", "O’Neil", "Oʼneil"])
def test_any_apostrophe_finds_any_other(written: str, query: str) -> None:
    people = (replace(PRIYA, name=f"Jean-Luc {written}"),)

    assert found(query, people=people, jobs=(), notes=()) == ["p"]


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("Jean-Luc O'Neil", "oneil"),
        ("Jean-Luc O’Neil", "jean luc"),
        ("Jean Luc Oneil", "jean-luc"),
        ("Jean\N{NON-BREAKING HYPHEN}Luc O'Neil", "jean-luc"),
        ("Jean\N{SOFT HYPHEN}luc O'Neil", "jeanluc"),
        ("Jürgen Müller", "juergen"),
        ("Jürgen Müller", "muller"),
        ("Søren Ødegaard", "oedegaard"),
        ("Anna\N{NO-BREAK SPACE}Straße", "anna strasse"),
    ],
)
def test_a_name_is_found_without_its_signs_and_with_its_umlauts_spelled_out(
    name: str, query: str
) -> None:
    assert found(query, people=(replace(PRIYA, name=name),), jobs=(), notes=()) == ["p"]


@pytest.mark.parametrize("query", ["'", "-", "'-"])
def test_a_sign_alone_finds_only_what_holds_it(query: str) -> None:
    people = (PRIYA, replace(PRIYA, id="jean", name="Jean-Luc O'-Neil"))

    assert found(query, people=people, jobs=(), notes=()) == ["jean"]


def test_all_words_must_occur_somewhere_in_the_same_record() -> None:
    assert found("vale analyst") == ["j"]
    assert found("analyst bakehouse") == []


@pytest.mark.parametrize("query", ["", "   ", "\n"])
def test_no_words_find_nothing(query: str) -> None:
    assert found(query) == []


def test_what_begins_with_the_word_comes_first_then_a_word_in_it_then_the_rest() -> None:
    in_text = replace(BAKERY, id="text", remarks="near the vale")
    in_title, first = JOB, replace(BAKERY, id="first", company="Vale Foods")

    assert found("vale", jobs=(in_text, in_title, first), people=(), notes=()) == [
        "first",
        "j",
        "text",
    ]


def test_among_equals_jobs_come_before_people_and_people_before_notes() -> None:
    job = replace(BAKERY, company="Priya Foods")
    note = replace(NOTE, text=Text("Priya and the columns", "thanks"))

    assert found("priya", jobs=(job,), notes=(note,)) == ["b", "p", "n"]


def test_a_hit_says_what_it_is_to_which_job_it_belongs_and_what_it_is_called() -> None:
    (job,) = search("bakehouse", [BAKERY], [], [])
    (person,) = search("raman", [], [PRIYA], [])
    (note,) = search("columns", [], [], [NOTE])

    assert (job.kind, job.job_id, job.title) == (HitKind.JOB, "b", "Planner at Nørgaard Bakehouse")
    assert person == Hit(
        HitKind.PERSON, "p", "j", "Priya Raman", "Recruiter priya@vale.example +1 555 0142"
    )
    assert (note.kind, note.job_id, note.title) == (HitKind.NOTE, "j", "Renamed columns")


def test_who_has_no_name_is_called_by_position_and_a_card_without_subject_is_a_card() -> None:
    lead, card = (
        replace(PRIYA, name="", position="Team lead"),
        replace(NOTE, text=Text(body="Kind regards")),
    )

    titles = [hit.title for query in ("team", "kind") for hit in search(query, [], [lead], [card])]

    assert titles == ["Team lead", "Card"]


def test_a_short_text_is_shown_whole_on_one_line() -> None:
    just_short_enough = "needle".rjust(EXCERPT, "x")

    assert (
        excerpt("hour", "Dear Priya,\n\nthank  you for the hour")
        == "Dear Priya, thank you for the hour"
    )
    assert excerpt("needle", just_short_enough) == just_short_enough


def test_a_long_text_is_cut_around_the_word_that_stands_first_in_it() -> None:
    body = "before " * 40 + "Needle " + "after " * 40 + "thread"

    shown = excerpt("thread needle", body)

    assert "Needle" in shown
    assert "thread" not in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) == EXCERPT + 2


def test_a_word_at_the_end_or_only_in_the_subject_leaves_no_dots_beyond_the_text() -> None:
    body = "before " * 40 + "needle"

    assert excerpt("needle", body).endswith("needle")
    assert not excerpt("subject", body).startswith("…")


LATIN = st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x24F)
words = st.text(LATIN, min_size=1, max_size=8)


@given(name=st.lists(words, min_size=1, max_size=4).map(" ".join))
def test_everyone_is_found_by_each_part_of_their_own_name_however_it_is_written(name: str) -> None:
    people = (replace(PRIYA, name=name),)

    for part in name.split():
        for written in (part, folded(part)):
            assert found(written, people=people, jobs=(), notes=()) == ["p"]


@given(text=st.text(LATIN, max_size=40))
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
