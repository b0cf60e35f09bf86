"""An app with two pages and nothing on them."""

import streamlit as st


def one() -> None:
    """Draws the first page."""
    st.title("One")


def two() -> None:
    """Draws the second page."""
    st.title("Two")


st.navigation([st.Page(one, title="One", default=True), st.Page(two, title="Two")]).run()
