"""What the tests need besides Python packages, and where it is: a browser, and independent .ics
checkers.

Standard library only, for start.py looks here as well.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NODE_MODULES = ROOT / ".cache" / "node_modules"
BROWSER_VARIABLE = "FOLLOW_THROUGH_BROWSER"

MISSING = "MISSING: "
"""How the reason of a skip begins when it is for want of a tool; the summary looks for it."""

BROWSER_REMEDY = (
    "install Chromium, Chrome or Edge, name one in FOLLOW_THROUGH_BROWSER, or run: "
    "python -m playwright install chromium"
)
CHECKER_REMEDY = (
    "install libical's checker (Debian, Ubuntu: sudo apt install gir1.2-ical-3.0 python3-gi)"
)
POSTGRES_REMEDY = "install PostgreSQL (Debian, Ubuntu: sudo apt install postgresql)"
ICAL_JS_REMEDY = "install Node, then run: npm install --prefix .cache --no-save ical.js@2.2.1"

ON_THE_PATH = (
    *(
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
    ),
    *("microsoft-edge", "microsoft-edge-stable", "msedge"),
)
IN_APPLICATIONS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
IN_PROGRAM_FILES = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
PLAYWRIGHTS_OWN = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
)
HAS_LIBICAL = "import gi; gi.require_version('ICalGLib', '3.0'); from gi.repository import ICalGLib"


@dataclass(frozen=True, kw_only=True, slots=True)
class IcalJs:
    """Where `ical.js` can be run: with this node, importing this module."""

    node: str
    module: Path


def find_browser(
    environ: Mapping[str, str] = os.environ, platform: str = sys.platform, home: Path | None = None
) -> str | None:
    """The path of a Chromium, Chrome or Edge; the one named in the environment comes first."""
    if named := environ.get(BROWSER_VARIABLE):
        return shutil.which(named)
    for name in ON_THE_PATH:
        if found := shutil.which(name, path=environ.get("PATH")):
            return found
    usual = _usual_places(environ, platform, home or Path.home())
    return next((str(place) for place in usual if place.is_file()), None)


@functools.cache
def find_ical_checker() -> str | None:
    """The path of a Python that can import libical's bindings (ICalGLib 3.0): mostly the system's
    own.
    """
    pythons = ["/usr/bin/python3", sys.executable, shutil.which("python3")]
    return next((python for python in pythons if python and _has_libical(python)), None)


@functools.cache
def find_postgres() -> Path | None:
    """The folder with PostgreSQL's own programs, the newest there is."""
    usual = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: float(one.parent.name)
    )
    found = shutil.which("initdb")
    places = [*reversed(usual), *([Path(found).resolve().parent] if found else [])]
    return next(
        (one for one in places if (one / "initdb").is_file() and (one / "postgres").is_file()), None
    )


@functools.cache
def find_node_ical() -> IcalJs | None:
    """A node and the npm package `ical.js` in .cache/node_modules, if both are there."""
    node, module = shutil.which("node"), NODE_MODULES / "ical.js" / "dist" / "ical.js"
    return IcalJs(node=node, module=module) if node and module.is_file() else None


def _usual_places(environ: Mapping[str, str], platform: str, home: Path) -> Iterator[Path]:
    if platform == "darwin":
        caches = home / "Library" / "Caches"
        for folder in (Path("/Applications"), home / "Applications"):
            yield from (folder / name for name in IN_APPLICATIONS)
    elif platform == "win32":
        caches = Path(environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        programs = [
            environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
        ]
        for program in filter(None, programs):
            yield from (Path(program) / name for name in IN_PROGRAM_FILES)
    else:
        caches = Path(environ.get("XDG_CACHE_HOME") or home / ".cache")
    downloads = Path(environ.get("PLAYWRIGHT_BROWSERS_PATH") or caches / "ms-playwright")
    for pattern in PLAYWRIGHTS_OWN:
        yield from sorted(downloads.glob(pattern), reverse=True)


def _has_libical(python: str) -> bool:
    try:
        return (
            subprocess.run([python, "-c", HAS_LIBICAL], capture_output=True, check=False).returncode
            == 0
        )
    except OSError:
        return False
