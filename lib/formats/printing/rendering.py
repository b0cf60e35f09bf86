"""The pages and pictures that the app makes: jinja2 templates that escape what is put into them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lib.domain.pocket import plain_line

FOLDER = Path(__file__).with_name("templates")
NO_MARKUP = dict.fromkeys((0xFFFE, 0xFFFF))
"""Signs that are no control characters, and that no XML may hold."""


def render(name: str, **values: object) -> str:
    """Returns the template of that name with these values in it, each text on one line."""
    return _environment().get_template(name).render(values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_without_control_characters,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _without_control_characters(value: object) -> object:
    """Returns a text on one line, as markup can hold it; what a macro made stays as it is."""
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    return plain_line(value).translate(NO_MARKUP)
