"""The pocket card in the app: everything on one screen, and the ways to take it along."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from lib.domain.strategies import Offer, PointToMake, Question, Strategy
from lib.store.repository import Store
from lib.ui.core import session
from tests.actions.conftest import INTERVIEW, NOW, Panel
from tests.pages.conftest import SAM, put
from tests.pages.screen import links, opened, said, shown

COMING = replace(
    INTERVIEW, day=INTERVIEW.day + timedelta(days=1), place="https://meet.example/quay"
)
SHEET = Strategy(
    id=INTERVIEW.id,
    closing="What happens next, and may I call *you*?",
    points=(PointToMake("explain scores to people", "40 agents use my codes"),),
    questions=(Question("Who reads the reports?"), Question("What is hard here?", answered=True)),
    offers=(Offer("the reason code list"),),
)


def test_without_an_interview_the_page_says_what_will_stand_there(store: Store) -> None:
    at = opened("pocket")

    assert "on one screen" in said(at)
    assert ("Add the interview", "add=interview") in links(at)


def test_it_holds_who_where_when_points_questions_and_the_closing_question(panel: Panel) -> None:
    put(panel.store, COMING, SHEET)

    at = opened("pocket")

    assert shown(at.title[0].value) == "Harbor & Vale"
    words = said(at)
    for held in (
        "Claims Data Analyst · Panel interview", "Tomorrow, 10 a.m. to 11 a.m. · in 22 h",
        "Dana Whitfield", "VP Claims", "explain scores to people",
        "40 agents use my codes", "Who reads the reports?",
        "What happens next, and may I call *you*?", "the reason code list",
    ):  # fmt: skip
        assert held in words, held
    assert "What is hard here?" not in words


def test_three_minutes_before_it_says_so(panel: Panel, monkeypatch: pytest.MonkeyPatch) -> None:
    put(panel.store, COMING, SHEET)
    monkeypatch.setattr(session, "now", lambda: COMING.starts_at() - timedelta(minutes=3))

    assert "Today, 10 a.m. to 11 a.m. · in 3 min" in said(opened("pocket"))


def test_without_a_worksheet_it_says_where_the_rest_comes_from(panel: Panel) -> None:
    put(panel.store, COMING)

    at = opened("pocket", interview=INTERVIEW.id)

    assert "come from the worksheet" in said(at)
    assert ("Change it on the worksheet", f"interview={INTERVIEW.id}") in links(at)


def test_it_can_be_taken_along_as_a_file_and_mailed_to_oneself(panel: Panel) -> None:
    put(panel.store, COMING, SHEET)

    at = opened("pocket")

    assert [one.proto.label for one in at.get("download_button")] == [
        "Take it with me",
        "As a mail with the card attached (.eml)",
    ]
    urls = {one.proto.label: one.proto.url for one in at.get("link_button")}
    assert urls["Open the call"] == "https://meet.example/quay"
    assert urls["As text, with my mail program"].startswith("mailto:sam@ortega.example?subject=")


def test_without_an_address_of_ones_own_it_says_so(panel: Panel) -> None:
    put(panel.store, COMING, replace(SAM, email=""))

    assert "Your own address is not in Settings yet" in said(opened("pocket"))


def test_the_card_of_an_interview_that_is_over_has_no_countdown(panel: Panel) -> None:
    put(panel.store, SHEET)

    assert "Today, 10 a.m. to 11 a.m.\n" in said(opened("pocket")).replace("**", "").replace(
        "  \n", "\n"
    )
    assert INTERVIEW.ends_at() < NOW
