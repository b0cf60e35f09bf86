"""Prints, as JSON, what libical complains about in an .ics file.

A Python that has its bindings runs this.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # noqa: E402 - the version has to be named before the import


def complaints(text: str) -> list[str]:
    """Everything the parser marked as an error, and what the standard's restrictions forbid."""
    component = ICalGLib.Component.new_from_string(text)
    if component is None:
        return ["not a calendar at all"]
    found = [] if ICalGLib.restriction_check(component) else ["a restriction of RFC 5545 is broken"]
    read_back = component.as_ical_string()
    marked = [line for line in read_back.splitlines() if line.startswith("X-LIC-ERROR")]
    if component.count_errors() and not marked:
        marked = [f"{component.count_errors()} errors"]
    if component.isa() is not ICalGLib.ComponentKind.VCALENDAR_COMPONENT:
        found.append("more than one calendar, or none")
    return found + marked


print(json.dumps(complaints(Path(sys.argv[1]).read_bytes().decode("utf-8"))))  # noqa: T201 - its answer
