"""A store on a real file behind parts of pages."""

from tests.pages.conftest import data_folder, panel, store

__all__ = ["data_folder", "panel", "store"]
