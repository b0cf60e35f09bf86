"""How people know each other: only what can be turned for sure is said."""

from __future__ import annotations

import pytest

from lib.words import acquainted


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("worked together at Nord", "we worked together at Nord"),
        ("We studied together", "we studied together"),
        ("worked w/ him on the Leeds rollout", "we worked together on the Leeds rollout"),
        ("I worked with her", "we worked together"),
        ("ran the night shift together for 3 yrs", "we ran the night shift together for 3 years"),
        ("ex colleague from Brightwell", "we were colleagues at Brightwell"),
        ("former classmate", "we were classmates"),
        ("my old manager", "you were my manager"),
        ("she was my boss at Nord", "you were my boss at Nord"),
        ("former team lead", "you were my team lead"),
        ("managed me at Nord", "you managed me at Nord"),
        ("he worked for me at the depot", "you worked for me at the depot"),
        ("uni", ""),
        ("met at PyCon 2023", ""),
        ("friend of my sister", ""),
        ("colleague", ""),
        ("never worked together", ""),
        ("worked together with her husband", ""),
        ("I reported to him", ""),
        ("they worked together at Acme", ""),
        ("", ""),
    ],
)
def test_how_i_know_a_contact_is_said_where_they_saw_me_at_work(how, said):
    assert acquainted.with_me(how) == said


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("worked under her at Acme", "you know Dana from Acme"),
        ("he worked under her at Acme", "you know Dana from Acme"),
        ("hired Dana at Harbor & Vale in 2019", "you know Dana from Harbor & Vale"),
        ("both at the Bank of Leeds, then Nord", "you know Dana from Bank of Leeds"),
        ("she taught her at university", "you know Dana from university"),
        ("from the Friday running group", "you know Dana from the Friday running group"),
        ("via the alumni board", "you know Dana through the alumni board"),
        ("sat on a board together", "you and Dana sat on a board together"),
        ("they both worked in Lyon", "you and Dana both worked in Lyon"),
        ("old friends", "you and Dana are old friends"),
        ("her ex-colleague", "you and Dana were colleagues"),
        ("her former team lead", ""),
        ("we sat on a board together", ""),
        ("her husband worked with him at Acme", ""),
        ("Tobias hired her at Acme", ""),
        ("not close, maybe met at PyCon", ""),
        ("his cousin", ""),
        ("", ""),
    ],
)
def test_how_a_contact_knows_the_interviewer_is_said_whoever_was_above_whom(how, said):
    assert acquainted.with_them(how, "Dana", keep=("Tobias Fehr",)) == said


def test_nothing_is_said_about_someone_without_a_name():
    assert acquainted.with_them("old friends", "") == ""
