"""Reads `.streamlit/secrets.toml`, or where a host keeps the same."""

from __future__ import annotations

import functools
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import streamlit as st
from streamlit import config

from lib.domain.store_errors import DatabaseRefused

STORE: Final = "store"
VARIABLE: Final = "FOLLOW_THROUGH_DATABASE"
"""The same address in the environment, which comes first."""


class Unclear(Exception):
    """The secrets cannot be read, or not as they should be, and so may have said something."""


def section(name: str) -> Mapping[str, Any] | None:
    """Returns the section of this name; None if there is none.

    Raises:
        Unclear: they cannot be read, or there is something else under this name.
    """
    found = everything().get(name)
    if found is not None and not isinstance(found, dict):
        raise Unclear
    return found


@functools.cache
def everything() -> Mapping[str, Any]:
    """Returns all secrets; none if there is no file. A change counts from the next start on.

    Raises:
        Unclear: they cannot be read.
    """
    try:
        if st.secrets.load_if_toml_exists():
            return st.secrets.to_dict()
        if any(Path(one).exists() for one in config.get_option("secrets.files")):
            raise Unclear
    except (OSError, ValueError) as error:
        raise Unclear from error
    return {}


def database() -> str | None:
    """Returns the address of the database that keeps the data; None if a folder does.

    Raises:
        DatabaseRefused: there may be one, but it is not clear which. A folder would not do instead.
    """
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    try:
        found = section(STORE)
    except Unclear:
        raise DatabaseRefused("the secrets cannot be read") from None
    if found is None:
        return None
    url = found.get("url")
    if not isinstance(url, str) or not url.strip():
        raise DatabaseRefused(
            'the secrets have a section [store] without an address, url = "postgresql://…"'
        )
    return url
