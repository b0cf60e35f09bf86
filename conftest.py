"""Loaded before the command line is read in full, so that its options may stand anywhere."""

pytest_plugins = ("tests.sizes",)
