"""Single values of a file of contacts: days, and names that are put in order."""

from __future__ import annotations

from datetime import date

import pytest

from lib.formats.contacts import values


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 Mar 2024", date(2024, 3, 12)),
        ("7-Feb-22", date(2022, 2, 7)),
        ("Mar 12, 2024", date(2024, 3, 12)),
        ("2024-03-12", date(2024, 3, 12)),
        ("12.03.2024", date(2024, 3, 12)),
        ("13/3/2024", date(2024, 3, 13)),
        ("3/13/2024", date(2024, 3, 13)),
        ("5/5/2024", date(2024, 5, 5)),
    ],
)
def test_a_day_is_read_in_the_forms_that_exports_have(text: str, day: date) -> None:
    assert values.day(text) == day


@pytest.mark.parametrize(
    "text", ["3/4/2024", "31/31/2024", "30 Feb 2024", "12 Floréal 2024", "March", ""]
)
def test_a_day_that_is_unclear_or_none_is_left_out(text: str) -> None:
    assert values.day(text) is None


@pytest.mark.parametrize(
    ("name", "in_order"),
    [
        ("Byron, Ada", "Ada Byron"),
        ("Ada Byron, PhD", "Ada Byron, PhD"),
        ("Okafor Systems, Inc.", "Okafor Systems, Inc."),
        ("Harbor and Vale Partners, London", "Harbor and Vale Partners, London"),
        ("Byron, Ada, Jr.", "Byron, Ada, Jr."),
        ("Byron,", "Byron,"),
    ],
)
def test_a_name_with_the_family_name_first_is_put_in_order(name: str, in_order: str) -> None:
    assert values.in_order(name) == in_order
