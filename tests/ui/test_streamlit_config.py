"""The app's settings: what stays off, a reason beside every line, readable colours."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from streamlit import config

CONFIG = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"
SETTINGS: dict[str, Any] = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
MODES = ("light", "dark")
ENOUGH = 4.5  # WCAG 2.2, 1.4.3: text of any size
CAPTION = 0.6  # captions are drawn in the text's colour at this opacity
HUES = ("red", "orange", "yellow", "blue", "green", "violet", "gray")


def rgb(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def over(top: str, below: str, share: float) -> tuple[float, ...]:
    """What `share` of one colour over another gives."""
    return tuple(a * share + b * (1 - share) for a, b in zip(rgb(top), rgb(below), strict=True))


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """The ratio that WCAG defines."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _luminance(colour: tuple[float, ...]) -> float:
    shares = [part / 255 for part in colour]
    red, green, blue = map(_linear, shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def grounds(mode: str) -> list[str]:
    """Everything that text stands on."""
    theme = SETTINGS["theme"][mode]
    both = (theme, theme["sidebar"])
    return [part[name] for part in both for name in ("backgroundColor", "secondaryBackgroundColor")]


@pytest.mark.parametrize("mode", MODES)
def test_text_captions_and_links_can_be_read_on_every_ground(mode: str) -> None:
    theme = SETTINGS["theme"][mode]
    for ground in grounds(mode):
        assert contrast(rgb(theme["textColor"]), rgb(ground)) >= ENOUGH
        assert contrast(over(theme["textColor"], ground, CAPTION), rgb(ground)) >= ENOUGH
        assert contrast(rgb(theme["linkColor"]), rgb(ground)) >= ENOUGH


@pytest.mark.parametrize("mode", MODES)
def test_the_words_on_a_primary_button_can_be_read(mode: str) -> None:
    assert contrast(rgb("#ffffff"), rgb(SETTINGS["theme"][mode]["primaryColor"])) >= ENOUGH


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("hue", HUES)
def test_coloured_words_can_be_read_on_paper_and_on_their_own_tint(mode: str, hue: str) -> None:
    theme = SETTINGS["theme"][mode]
    colour, paper = theme[f"{hue}TextColor"], theme["backgroundColor"]
    tint = over(
        theme[f"{hue}Color"], paper, 0.1 if mode == "light" else 0.2
    )  # as Streamlit derives it

    assert contrast(rgb(colour), rgb(paper)) >= ENOUGH
    assert contrast(rgb(colour), tint) >= ENOUGH


def test_what_must_stay_off_is_off() -> None:
    assert SETTINGS["server"]["enableStaticServing"] is False
    assert SETTINGS["server"]["enableAgentApi"] is False
    assert SETTINGS["browser"]["gatherUsageStats"] is False
    assert SETTINGS["client"]["showErrorDetails"] == "none"
    assert SETTINGS["client"]["disableDataExport"] is True
    assert "address" not in SETTINGS["server"]


def test_every_line_has_its_reason() -> None:
    lines = CONFIG.read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if re.match(r"\w+ = ", line) and " # " not in line] == []


def test_streamlit_knows_every_setting() -> None:
    known = set(config._config_options_template)

    assert {name for name in _flat(SETTINGS) if name not in known} == set()


def _flat(table: dict[str, Any], prefix: str = "") -> list[str]:
    names = []
    for name, value in table.items():
        full = f"{prefix}{name}"
        names += _flat(value, f"{full}.") if isinstance(value, dict) else [full]
    return names
