from __future__ import annotations

import pytest

from lib.domain.records import Record
from lib.store.tables import TABLES, table_of
from tests.store.samples import TABLES as SAMPLES
from tests.store.samples import Firm


def test_each_kind_has_its_table() -> None:
    assert table_of(Firm, SAMPLES) == "firms"


def test_a_kind_without_a_table_is_a_mistake_in_the_code() -> None:
    with pytest.raises(LookupError, match="Record has no table"):
        table_of(Record, SAMPLES)


def test_no_two_kinds_share_a_table_and_none_takes_the_stores_own() -> None:
    assert len(set(TABLES.values())) == len(TABLES)
    assert not [name for name in TABLES.values() if name.startswith("_")]
