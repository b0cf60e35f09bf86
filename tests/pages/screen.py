"""Pages as a person meets them: opened through the navigation, typed in, pressed and read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from lib.ui.core.markdown_escape import JOINER

ROOT = Path(__file__).resolve().parents[2]
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
READ = ("title", "subheader", "markdown", "caption", "text", "error", "warning", "info")
LABELLED = ("button", "page_link", "expander", "text_input", "text_area", "button_group")


def opened(page: str, browser_zone: str = "", **address: str) -> AppTest:
    """That page, with this in its address, in a browser of that time zone."""
    at = AppTest.from_file(str(ROOT / "lib" / "ui" / "shell" / "shell.py"), default_timeout=20)
    if browser_zone:
        at.context["timezone"] = browser_zone
    run(at)
    return gone_to(at, page, **address)


def gone_to(at: AppTest, page: str, **address: str) -> AppTest:
    """The same session on another page."""
    at.switch_page(str(ROOT / "pages" / f"{page}.py"))
    at.query_params.clear()
    at.query_params.update(address)
    return run(at)


def run(at: AppTest) -> AppTest:
    """The page after one more run, in which nothing may have gone wrong."""
    at.run()
    assert not at.exception
    return at


def elements(at: AppTest, kind: str) -> list[Any]:
    """Returns every element of that kind; what it can do, Streamlit's types do not say."""
    return list(at.get(kind))


def widget(at: AppTest, key: str) -> Any:
    """Returns the widget with that key; of which kind it is, Streamlit's types do not say."""
    return at.get_by_key(key)


def press(at: AppTest, key: str) -> AppTest:
    at.button(key=key).click()
    return run(at)


def type_in(at: AppTest, key: str, words: str) -> AppTest:
    """Types into a field and leaves it."""
    widget(at, key).set_value(words)
    return run(at)


def choose(at: AppTest, key: str, value: object) -> AppTest:
    """Chooses in a list, a row of chips or a menu, or ticks a box."""
    widget(at, key).set_value(value)
    return run(at)


def shown(markdown: str) -> str:
    """Returns Markdown as it looks, without what keeps typed text from being read as signs."""
    return ESCAPED.sub(r"\1", markdown).replace(JOINER, "")


def said(at: AppTest) -> str:
    """All words on the page, as they look."""
    words = [
        one.value if one.type == "text" else shown(one.value)
        for kind in READ
        for one in elements(at, kind)
    ]
    return "\n".join(
        [*words, *(shown(one.label) for kind in LABELLED for one in elements(at, kind))]
    )


def links(at: AppTest) -> list[tuple[str, str]]:
    """Every link to a page: its words, and what stands in its address."""
    return [(shown(one.label), one.proto.query_string) for one in at.page_link]
