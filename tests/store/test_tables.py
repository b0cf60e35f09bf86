from __future__ import annotations

from lib.store.tables import TABLES


def test_no_two_kinds_share_a_table_and_none_takes_the_stores_own() -> None:
    assert len(set(TABLES.values())) == len(TABLES)
    assert not [name for name in TABLES.values() if name.startswith("_")]
