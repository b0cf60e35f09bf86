from __future__ import annotations

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from lib.domain.store_errors import (
    Busy,
    DatabaseFailure,
    DatabaseFull,
    DatabaseReadOnly,
    DatabaseRefused,
)
from lib.store.database.errors import Lost, NoTables, meaning, plainly
from tests.narrowing import of_kind


class Reported(psycopg.OperationalError):
    """What the server said, under one of its codes."""

    def __init__(self, code: str | None, said: str = "") -> None:
        super().__init__(said)
        self.sqlstate = code


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("57P01", Lost),
        ("57P03", Lost),
        ("08006", Lost),
        ("25P03", Lost),
        ("40001", Lost),
        ("53300", Lost),
        (None, Lost),
        ("42P01", NoTables),
        ("3F000", NoTables),
        ("55P03", Busy),
        ("53100", DatabaseFull),
        ("25006", DatabaseReadOnly),
        ("28P01", DatabaseRefused),
        ("3D000", DatabaseRefused),
        ("42501", DatabaseRefused),
        ("23505", DatabaseFailure),
    ],
)
def test_each_report_has_its_meaning_whoever_passes_it_on(
    code: str | None, kind: type[Exception]
) -> None:
    report = Reported(code, "could not do it for 'someone' at db.example.org")

    for problem in (report, DBAPIError("SELECT 1", {"secret": "hush"}, report)):
        found = meaning(problem, 2)
        assert type(found) is kind
        assert not {"someone", "hush", "db.example.org"} & set(str(found).replace("'", " ").split())


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("connection timeout expired", "no answer in time"),
        ("failed to resolve host 'x'", "its name is not known in the network"),
        ("Connection refused", "nobody answers at its address"),
        ("the database system is starting up", "it is starting"),
        ("server closed the connection unexpectedly", "the connection broke"),
    ],
)
def test_a_lost_connection_says_why_in_our_words(said: str, why: str) -> None:
    assert of_kind(Lost, meaning(Reported(None, said), 2)).why == why


@pytest.mark.parametrize(
    "said",
    [
        'FATAL:  password authentication failed for user "someone"',
        "FATAL:  Tenant or user not found",
        'FATAL:  database "kept" does not exist',
    ],
)
def test_a_refusal_that_comes_in_words_alone_is_understood(said: str) -> None:
    assert isinstance(meaning(Reported(None, said), 2), DatabaseRefused)


def test_a_pool_without_a_free_connection_is_tried_again() -> None:
    assert isinstance(meaning(NoConnectionFree("QueuePool limit"), 2), Lost)


def test_what_is_raised_carries_nothing_of_the_report() -> None:
    with pytest.raises(DatabaseFailure) as failure, plainly(2):
        raise Reported("23505", "Key (name)=(hush) already exists")

    assert failure.value.__suppress_context__
    assert "hush" not in str(failure.value)
