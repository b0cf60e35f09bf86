"""How many files the server may have open at once."""

from __future__ import annotations

from contextlib import suppress

OPEN_FILES = 4096


def raise_file_limit() -> None:
    """Lets the server open more files at once where few are allowed (macOS: 256).

    Streamlit keeps three a page load for two minutes.
    """
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
