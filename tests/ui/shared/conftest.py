"""A store on a real file behind parts of pages, and a session's state as a plain dictionary."""

from tests.pages.conftest import data_folder, panel, store
from tests.ui.core.conftest import state

__all__ = ["data_folder", "panel", "state", "store"]
