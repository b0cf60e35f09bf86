"""What the app uses of Streamlit beyond its documentation; a newer version may have changed it."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from lib.door import streamlit_internals

ROOT = Path(__file__).parents[2]
AUTH, SERVER = "streamlit.auth_util", "streamlit.web.server"
USED = {
    "encode_provider_token": (AUTH, "signing in with an account", ["provider"]),
    "get_cookie_with_chunks": (AUTH, "reading who signed in with an account", None),
    "get_script_run_ctx": ("streamlit.runtime.scriptrunner", "locking an open window", None),
    "get_cookie_secret": (f"{SERVER}.server_util", "reading and clearing sessions", []),
    "decode_signed_value": (
        f"{SERVER}.starlette.starlette_app_utils",
        "reading sessions behind a host that hands on few cookies",
        None,
    ),
    "SESSION_COOKIE_NAME": (
        f"{SERVER}.starlette.starlette_server_config",
        "beginning to sign in with an account",
        None,
    ),
    "TOKENS_COOKIE_NAME": (
        f"{SERVER}.starlette.starlette_server_config",
        "staying signed in on Streamlit Community Cloud",
        None,
    ),
    "USER_COOKIE_NAME": (
        f"{SERVER}.starlette.starlette_server_config",
        "signing out of an account",
        None,
    ),
}
"""Each name: where Streamlit keeps it, what breaks without it, its parameters if we name them."""
PUBLIC = {"streamlit.delta_generator", "streamlit.navigation.page", "streamlit.testing.v1"}
"""Modules whose types stand in the documentation, and that are used as types alone."""


@pytest.mark.parametrize("name", USED)
def test_streamlit_still_has_it(name: str) -> None:
    module, breaks, parameters = USED[name]

    try:
        found = getattr(import_module(module), name)
    except (ImportError, AttributeError):
        pytest.fail(f"Streamlit has no {module}.{name} any more. It is needed for {breaks}.")
    if parameters is not None:
        assert list(inspect.signature(found).parameters) == parameters, (
            f"{module}.{name} takes other parameters now. It is needed for {breaks}."
        )


def test_the_list_is_whole() -> None:
    assert sorted(streamlit_internals.__all__) == sorted(USED)


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("streamlit."):
            yield str(node.module)
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name.startswith("streamlit."))


def test_nothing_else_uses_what_streamlit_does_not_document() -> None:
    files = [*(ROOT / "lib").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "app.py"]
    found = [
        f"{file.relative_to(ROOT)}: {module}"
        for file in files
        if file.name != "streamlit_internals.py"
        for module in imports(file)
        if module not in PUBLIC
    ]

    assert len(files) > 300
    assert found == []
