"""The profile kept as it is typed, and everything erased only when that is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from lib.actions import history, settings
from lib.actions.people import profile_of
from lib.actions.settings import NotConfirmed
from lib.domain.profile import PROFILE_ID, Profile, Tone
from lib.domain.store_errors import Stale
from lib.domain.validation import Refused
from lib.store.repository import Store
from tests.actions.conftest import NOW, Panel, content

SOON = NOW + timedelta(minutes=5)
LATER = NOW + timedelta(minutes=10)
HUGE = "x" * 100_000


def profile(store: Store) -> Profile:
    return profile_of(store.read())


def test_the_profile_is_kept_field_by_field(store: Store) -> None:
    changed = replace(
        profile(store),
        name="Núria Ortega",
        sign_off="Many thanks,",
        tone=Tone.FORMAL,
        zone="Europe/Berlin",
        weekdays=(0, 1, 2, 3),
        country="DE",
        region="BY",
        days_off=(date(2026, 12, 24),),
        first_weekday=6,
        clock_24h=True,
    )

    done = settings.save_profile(store, changed, now=SOON, visit="a")

    assert (done.did, done.record_id) == ("", PROFILE_ID)
    assert profile(store) == replace(changed, revision=2, changed_at=SOON)


def test_all_saves_of_one_visit_are_taken_back_together(store: Store) -> None:
    before = content(store)
    for name in ("N", "Nú", "Núria"):
        settings.save_profile(store, replace(profile(store), name=name), now=SOON, visit="a")

    history.undo(store, store.entries(1)[0].id, now=LATER)

    assert content(store) == before


def test_saves_of_two_visits_are_taken_back_one_by_one(store: Store) -> None:
    for visit, name in (("a", "Núria"), ("b", "Nora")):
        settings.save_profile(store, replace(profile(store), name=name), now=SOON, visit=visit)

    history.undo(store, store.entries(1)[0].id, now=LATER)

    assert profile(store).name == "Núria"


def test_saving_what_stands_there_leaves_no_entry(store: Store) -> None:
    entries = store.entries()

    settings.save_profile(store, profile(store), now=SOON)

    assert store.entries() == entries


def test_an_empty_profile_is_fine(store: Store) -> None:
    empty = replace(profile(store), name="", email="", phone="", sign_off="", zone="")

    settings.save_profile(store, empty, now=SOON)

    assert profile(store).zone == ""


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"name": HUGE}, "100,000 characters"),
        ({"phone": HUGE}, "100,000 characters"),
        ({"sign_off": HUGE}, "100,000 characters"),
        ({"email": f"{HUGE}@ortega.example"}, "characters; 200 is the most"),
        ({"email": "sam"}, "is not an e-mail address"),
        ({"email": "sam@ortega"}, "is not an e-mail address"),
        ({"zone": "Atlantis/Capital"}, "is not a time zone"),
    ],
)
def test_a_profile_that_cannot_be_kept_is_refused_and_the_old_one_stays(
    store: Store, changed: dict[str, Any], words: str
) -> None:
    before = profile(store)

    with pytest.raises(Refused, match=words):
        settings.save_profile(store, replace(before, **changed), now=SOON)

    assert profile(store) == before


def test_a_profile_from_an_old_copy_does_not_overwrite_a_newer_one(store: Store) -> None:
    old = profile(store)
    settings.save_profile(store, replace(old, name="Núria"), now=SOON, visit="a")

    with pytest.raises(Stale):
        settings.save_profile(store, replace(old, name="Nora"), now=LATER, visit="b")

    assert profile(store).name == "Núria"


@pytest.mark.parametrize(
    "typed", ["", "erase", "yes", "erase everything now", "“erase everything”"]
)
def test_without_the_right_words_nothing_is_erased(written: Panel, typed: str) -> None:
    before = content(written.store)

    with pytest.raises(NotConfirmed, match="Nothing was erased"):
        settings.erase(written.store, typed, now=SOON)

    assert content(written.store) == before


@pytest.mark.parametrize("typed", ["erase everything", "  Erase Everything \n", "ERASE EVERYTHING"])
def test_with_the_right_words_everything_is_gone_and_nothing_is_left_to_take_back(
    written: Panel, typed: str
) -> None:
    settings.erase(written.store, typed, now=SOON)

    assert content(written.store) == {}
    assert written.store.entries() == ()


def test_the_last_copy_lies_beside_the_data_and_is_whole(written: Panel) -> None:
    before = written.store.file.read_bytes()

    done = settings.erase(written.store, "erase everything", now=SOON)

    (copy,) = (written.store.folder / "last-copies").iterdir()
    assert (copy / written.store.file.name).read_bytes() == before
    assert done.did == f"Everything was erased. A last copy lies in {copy} for 30 days."


def test_after_erasing_one_can_begin_anew(written: Panel) -> None:
    settings.erase(written.store, "erase everything", now=SOON)

    settings.save_profile(written.store, Profile(name="Nora Lind"), now=LATER)

    assert profile(written.store).name == "Nora Lind"
