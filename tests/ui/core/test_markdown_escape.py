"""User text in labels of fields: text for Markdown, and read out as typed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.ui.core.markdown_escape import GAP, JOINER, field_label

STROKE = re.compile(r"\\([`$])")
SIGNS = "*_`~$[]()<>!#:\\&;@/-+=.'\"|{}^%?, abw1"


@pytest.mark.parametrize(
    "name",
    [
        "Jean-Luc O'Neil", "Dana O’Neil (she/her)", "J. R. Smith", "Neil & Sons",
        "Dr. Eva Roth, M.A.", "Weiß-Østergård", "O'Neil, Dana M. (External)",
        "8th Grade Teacher", "the C++/C# Lead",
    ],
)  # fmt: skip
def test_a_name_stands_in_a_label_as_it_is(name: str) -> None:
    assert field_label(f"What I offer, {name}") == f"What I offer, {name}"


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("![](http://x.example/t.png)", f"{JOINER}![]{GAP}(http:{GAP}//x.example/t.png)"),
        ("a [x](javascript:alert(1))", f"a [x]{GAP}(javascript:{GAP}alert(1))"),
        ("a :red[x] :smile:", f"a :{GAP}red[x] :{GAP}smile:"),
        ("from $5M to $10M", f"from {GAP}\\$5M to {GAP}\\$10M"),
        ("only $5M", "only $5M"),
        ("a *b*", f"a {GAP}*{GAP}b{GAP}*{GAP}"),
        ("a _b_", f"a {GAP}_{GAP}b{GAP}_{GAP}"),
        ("# h", f"{JOINER}# h"),
        ("1. first", f"{JOINER}1. first"),
        ("www.x.example", f"w{GAP}ww.x.example"),
        ("a \n b", "a b"),
    ],
)
def test_what_markdown_would_take_for_its_own_is_kept_from_it(typed: str, label: str) -> None:
    assert field_label(typed) == label


@given(st.text(alphabet=SIGNS, max_size=40))
def test_without_joiners_and_strokes_it_is_what_was_typed(typed: str) -> None:
    label = field_label(typed)

    assert STROKE.sub(r"\1", label).replace(GAP, "").replace(JOINER, "") == " ".join(typed.split())


@given(st.text(alphabet=SIGNS, max_size=40))
def test_no_sign_has_a_partner_left(typed: str) -> None:
    label = STROKE.sub(GAP, field_label(typed))

    assert not [sign for sign in "`$" if label.count(sign) > 1]
    assert not re.search(r"\]\(|:\w|@\w|<[a-z/!]|&[#a-z]|\\[!-/:-@\[-`{-~]", label, re.IGNORECASE)
