"""Everything of Streamlit that it does not document and that the app uses, in one place.

tests/door/test_streamlit_internals.py says what each of these is for, and what breaks without it.
"""

from __future__ import annotations

from streamlit.auth_util import encode_provider_token, get_cookie_with_chunks
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import (
    SESSION_COOKIE_NAME,
    TOKENS_COOKIE_NAME,
    USER_COOKIE_NAME,
)

__all__ = [
    "SESSION_COOKIE_NAME",
    "TOKENS_COOKIE_NAME",
    "USER_COOKIE_NAME",
    "decode_signed_value",
    "encode_provider_token",
    "get_cookie_secret",
    "get_cookie_with_chunks",
    "get_script_run_ctx",
]
