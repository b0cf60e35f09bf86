"""In which zone a day counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lib.actions.people import profile_of, zone_of
from lib.domain.interviews import Interview
from lib.store.repository import Store
from tests.actions.conftest import INTERVIEW, JOB, NOW

TOKYO = replace(INTERVIEW, id="second", day=date(2026, 12, 3), zone="Asia/Tokyo")


@pytest.mark.parametrize(
    ("own", "rounds", "zone"),
    [
        ("Europe/Berlin", [INTERVIEW, TOKYO], "Europe/Berlin"),
        ("", [INTERVIEW, TOKYO], "Asia/Tokyo"),
        ("", [INTERVIEW], "America/New_York"),
        ("", [], "UTC"),
    ],
    ids=["their own", "the last interview's", "the only interview's", "none known"],
)
def test_a_day_counts_in_the_persons_zone_else_in_the_last_interviews(
    store: Store, own: str, rounds: list[Interview], zone: str
) -> None:
    with store.transaction(now=NOW, did="") as tx:
        tx.put(replace(profile_of(tx), zone=own))
        for one in (JOB, *rounds):
            tx.put(one)

    assert zone_of(store.read(), JOB.id) == zone
