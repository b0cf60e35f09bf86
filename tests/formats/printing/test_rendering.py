"""What is put into a template is text: it is escaped, on one line, and never missing unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from lib.formats.printing.rendering import render

LIB = Path(__file__).resolve().parents[3] / "lib"
TEMPLATES = sorted(LIB.rglob("templates/*.html"))


def test_what_is_put_in_is_escaped_and_stands_on_one_line() -> None:
    card = render(
        "card.html", pitch=8, size=20, drop=1, lines=['<b class="x">\nA & B\x00'], address=()
    )

    assert "<span>&lt;b class=&#34;x&#34;&gt; A &amp; B</span>" in card


def test_a_value_that_is_missing_is_a_fault() -> None:
    with pytest.raises(UndefinedError):
        render("card.html", lines=())


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: str(one.relative_to(LIB)))
def test_no_template_turns_escaping_off(template: Path) -> None:
    code = template.read_text(encoding="utf-8")

    assert "|safe" not in code.replace(" ", "")
    assert "autoescape" not in code
    assert "<script" not in code
