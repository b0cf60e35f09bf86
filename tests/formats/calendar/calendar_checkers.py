"""Three readers of .ics files that were not written here; each lists what it complains about."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import vobject

from tests.tools import IcalJs

HERE = Path(__file__).parent


def libical_complaints(python: str, file: Path) -> list[str]:
    """What libical finds wrong, run by a Python that has its bindings."""
    return _run([python, str(HERE / "check_with_libical.py"), str(file)])


def ical_js_complaints(ical_js: IcalJs, file: Path) -> list[str]:
    """What npm's ical.js finds wrong in strict mode."""
    script = HERE / "check_with_ical_js.mjs"
    return _run([ical_js.node, str(script), ical_js.module.as_uri(), str(file)])


def vobject_complaints(file: Path) -> list[str]:
    """What vobject's reader and validator find wrong."""
    try:
        for component in vobject.readComponents(file.read_bytes().decode("utf-8")):
            component.validate(raiseException=True)
    except (vobject.base.VObjectError, ValueError) as fault:
        return [f"{type(fault).__name__}: {fault}"]
    return []


def _run(command: list[str]) -> list[str]:
    ended = subprocess.run(command, capture_output=True, check=False, timeout=60)
    if ended.returncode:
        return [ended.stderr.decode("utf-8", "replace")]
    complaints: list[str] = json.loads(ended.stdout)
    return complaints
