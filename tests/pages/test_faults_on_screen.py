"""Whatever the store refuses: a clear sentence, nothing lost, nothing looks saved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from lib.domain.notes import Note
from lib.domain.store_errors import (
    Busy,
    CannotRead,
    Damaged,
    DiskFailure,
    Full,
    ReadOnly,
    StoreError,
    TooNew,
    Vanished,
    WrittenElsewhere,
)
from lib.store.repository import Store
from tests.actions.conftest import DANA, JOB, Panel, content
from tests.narrowing import not_none
from tests.pages.conftest import field
from tests.pages.screen import opened, run, said, type_in, widget

FILE = Path("follow-through.json")
WORDS = "nights are run on three sheets"
REFUSALS = (
    Busy(10),
    Full(FILE.parent),
    ReadOnly(FILE.parent),
    DiskFailure(FILE, "Input/output error"),
    WrittenElsewhere(FILE),
    TooNew(9, 3),
    Vanished(FILE),
    CannotRead(FILE, "Input/output error"),
    Damaged(FILE, "the file is empty"),
)

each_refusal = pytest.mark.parametrize("refusal", REFUSALS, ids=lambda one: type(one).__name__)


@contextmanager
def refusing(monkeypatch: pytest.MonkeyPatch, refusal: StoreError) -> Iterator[None]:
    """Inside, no save goes through."""

    def refuse(*_: object, **__: object) -> None:
        raise refusal

    with monkeypatch.context() as patch:
        patch.setattr(Store, "transaction", refuse)
        yield


def fields(written: Panel) -> dict[str, tuple[str, dict[str, str]]]:
    note = next(one for one in written.store.read().all(Note) if one.interviewer_id == DANA.id)
    return {
        field("topic", DANA.id): ("debrief", {}),
        f"notes.body.{note.id}": ("notes", {"note": note.id}),
        f"interviews.job.remarks.{JOB.id}": ("interviews", {"job": JOB.id}),
        "settings.sign_off": ("settings", {}),
    }


@each_refusal
def test_what_was_typed_stays_in_its_field_and_is_saved_once_it_can_be(
    written: Panel, monkeypatch: pytest.MonkeyPatch, refusal: StoreError
) -> None:
    before = content(written.store)
    for key, (page, address) in fields(written).items():
        at = opened(page, **address)
        with refusing(monkeypatch, refusal):
            at = type_in(at, key, WORDS)
            assert refusal.sentence in said(at)
            assert widget(at, key).value == WORDS
            assert not any(
                one.value.startswith("Saved ") and one.value[6].isdigit() for one in at.caption
            )
            assert content(written.store) == before

        at = run(at)
        assert widget(at, key).value == WORDS
        assert WORDS in str(content(written.store))
        before = content(written.store)


@each_refusal
def test_a_form_that_is_refused_keeps_all_that_was_typed_in_it(
    written: Panel, monkeypatch: pytest.MonkeyPatch, refusal: StoreError
) -> None:
    at = opened("interviews", add="interview")
    typed = {"interviews.new.company": "Lighthouse Books", "interviews.new.role": "Buyer"}
    for key, words in typed.items():
        at = type_in(at, key, words)

    with refusing(monkeypatch, refusal):
        at = type_in(at, "interviews.new.day", "yesterday")
        at.button(
            key=not_none(next(one.key for one in at.button if one.label == "Add the interview"))
        ).click()
        at = run(at)

    assert {key: widget(at, key).value for key in typed} == typed
