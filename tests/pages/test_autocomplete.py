"""The browser offers the person's own name, address and number in their own settings alone."""

from __future__ import annotations

import pytest

from lib.domain.people.contacts import Contact
from tests.actions.conftest import INTERVIEW, JOB, Panel
from tests.pages.conftest import put
from tests.pages.screen import opened

NOOR = Contact(id="noor", name="Noor Haddad")
ABOUT_SOMEBODY = {"Name", "Position", "Company", "E-mail", "Phone", "Role", "Works or worked at"}


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("debrief", {"interview": INTERVIEW.id}),
        ("interviews", {"interview": INTERVIEW.id}),
        ("interviews", {"job": JOB.id}),
        ("interviews", {"add": "interview"}),
        ("network", {"contact": NOOR.id}),
        ("network", {"view": "people"}),
    ],
)
def test_a_field_about_somebody_else_offers_nothing_of_ones_own(
    panel: Panel, page: str, address: dict[str, str]
) -> None:
    put(panel.store, NOOR)

    fields = [one for one in opened(page, **address).text_input if one.label in ABOUT_SOMEBODY]

    assert fields
    assert {one.proto.autocomplete for one in fields} == {"off"}


def test_the_settings_take_what_the_browser_knows_of_oneself(panel: Panel) -> None:
    offered = {one.label: one.proto.autocomplete for one in opened("settings").text_input}

    assert {"Your name": "name", "E-mail": "email", "Phone": "tel"}.items() <= offered.items()
