"""Keeps Python's collector away from what stays for as long as the app runs.

Streamlit has everything collected after each run of a page. With thousands of records that takes
longer than the page itself, and finds nothing: records hold no circles.
"""

from __future__ import annotations

import gc
import time

SLOW = 0.02
"""Seconds of work from which on a full collection is too slow to be repeated after each run."""


class _Watch:
    """Has what is alive after a slow full collection left out of all that follow.

    Right after one nothing is left that would have to be collected. What is freed without the
    collector is freed as ever.
    """

    def __init__(self) -> None:
        self._began = 0.0

    def __call__(self, phase: str, info: dict[str, int]) -> None:
        if info["generation"] < 2:
            return
        if phase == "start":
            self._began = time.thread_time()
        elif time.thread_time() - self._began > SLOW:
            gc.freeze()


def watch() -> None:
    """Has slow collections noticed in this process; once is enough."""
    if not any(isinstance(one, _Watch) for one in gc.callbacks):
        gc.callbacks.append(_Watch())
