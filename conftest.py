"""Loaded before the command line is read in full, so that its own options are known wherever they stand."""

pytest_plugins = ("tests.sizes",)
