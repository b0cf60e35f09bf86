"""Whether two spellings mean one company."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.people.companies import answers_about, maybe_same, normalised, pair_id, said_same
from lib.domain.people.contacts import SameCompany


def maybes(name: str, *others: str) -> tuple[str, ...]:
    return maybe_same(name, {normalised(one) for one in others})


def said(one: str, other: str, same: bool) -> SameCompany:
    return SameCompany(id=pair_id(one, other), one=one, other=other, same=same)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme, Inc.", "ACME Inc"),
        ("Acme", "Acme S.A."),
        ("Acme", "Acme S. A. de C.V."),
        ("Acme", "Acme Sp. z o.o."),
        ("Kia Motors", "Kia Motors Co., Ltd."),
        ("Harbor & Vale GmbH & Co. KG", "harbor and vale"),
        ("J. P. Morgan", "JP Morgan"),
        ("Tiffany & Co.", "Tiffany"),
        ("McDonald's Corporation", "McDonalds"),
        ("Nørgaard Bakehouse ApS", "Norgaard Bakehouse"),
        ("A.P. Møller – Mærsk A/S", "AP Moller-Maersk"),
        ("Müller SE", "Müller  S.E."),
        ("Ernst & Young LLP", "Ernst and Young"),
    ],
)
def test_case_accents_punctuation_and_the_legal_form_do_not_make_another_company(
    one: str, other: str
) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Home Depot", "The Home Depot"),
        ("Jane Street", "Jane Street Coffee"),
        ("Acme UK", "Acme"),
        ("Company", "The Company"),
    ],
)
def test_what_is_more_than_the_legal_form_makes_another_name(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Company", "company"),
        ("The Company", "the company"),
        ("Co", "co"),
        ("AG SE", "ag se"),
        ("S.p.A.", "spa"),
        ("!!!", "!!!"),
        ("", ""),
        (" \n", ""),
        ("株式会社トヨタ", normalised("株式会社トヨタ")),
    ],
)
def test_something_always_stays_of_a_name(name: str, plain: str) -> None:
    assert normalised(name) == plain


@given(st.text(max_size=60))
def test_a_normalised_name_is_its_own_normalised_name(name: str) -> None:
    plain = normalised(name)

    assert normalised(plain) == plain


@given(st.text(alphabet="ab &.,-/'coinc", max_size=30))
def test_no_letter_name_is_stripped_of_everything(name: str) -> None:
    assert bool(normalised(name)) is bool(name.strip())


def test_jane_street_coffee_may_be_jane_street_and_main_street_is_not() -> None:
    found = maybes("Jane Street", "Jane Street Coffee", "Main Street", "Jane Street")

    assert found == ("jane street coffee",)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Meta", "Metabolic Labs"),
        ("Meta", "Beta"),
        ("Visa", "Vista"),
        ("IT", "IT Works"),
        ("Bank", "Deutsche Bank"),
        ("Deutsche Bank", "Bank"),
        ("Deutsche Bank", "Deutsche Telekom"),
        ("Bank of America", "Bank of Ireland"),
        ("The Group", "The Home Depot"),
        ("Vale", "Harbor & Vale"),
        ("Global Services", "Global Services Group"),
        ("University of Oxford", "University of Michigan"),
        ("T", "T-Mobile"),
        ("", "Acme"),
        ("Acme", ""),
    ],
)
def test_a_word_that_many_names_have_ties_nothing_together(name: str, other: str) -> None:
    assert maybes(name, other) == ()


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Meta", "Meta Platforms"),
        ("Harbor & Vale", "Harbour and Vale"),
        ("Harbor & Vale", "Harbor + Vale"),
        ("Harbor & Vale", "Harbor & Vale Insurance"),
        ("JPMorgan", "JP Morgan"),
        ("AT&T", "AT&T Mobility"),
        ("GE", "GE Healthcare"),
        ("Google", "Alphabet (Google)"),
        ("Home Depot", "The Home Depot"),
        ("Deutsche Bank", "Deutsche Bank Group"),
    ],
)
def test_a_longer_name_or_a_slip_of_the_pen_may_be_the_same(name: str, other: str) -> None:
    assert maybes(name, other) == (normalised(other),)
    assert maybes(other, name) == (normalised(name),)


def test_the_likeliest_comes_first_and_ten_are_enough() -> None:
    branches = [f"Harbor & Vale {letter}-town" for letter in "ABCDEFGHIJK"]

    found = maybes("Harbor & Vale", *branches, "Harbour & Vale")

    assert len(found) == 10
    assert found[0] == "harbour and vale"
    assert found[1] == "harbor and vale a town"


def test_a_question_has_one_id_whichever_company_is_named_first_and_however_it_is_spelt() -> None:
    assert pair_id("Acme, Inc.", "Acme Labs") == pair_id("ACME LABS", "acme")
    assert pair_id("Acme", "Acme Labs") != pair_id("Acme", "Acme Works")


def test_what_was_said_is_remembered_for_every_spelling_and_both_ways() -> None:
    answers = [said("Acme", "Acme Labs", True), said("Acme Works", "Acme", False)]

    assert said_same(answers, "ACME LABS Ltd", "Acme Inc.") is True
    assert said_same(answers, "Acme", "Acme Works") is False
    assert said_same(answers, "Acme Labs", "Acme Works") is None
    assert answers_about(answers, "acme") == {"acme labs": True, "acme works": False}
