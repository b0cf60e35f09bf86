"""What opening the pages loads: no pandas, which takes a second and 80 MB."""

from __future__ import annotations

import subprocess
import sys

from tests.pages.screen import ROOT

PAGES_WITHOUT_TABLES = sorted(
    path.stem for path in (ROOT / "pages").glob("*.py") if path.stem != "calendar"
)
"""All but the calendar: its component is given a dict, in which Streamlit looks for a table."""
OPEN_ALL = """
import sys

from tests.pages.screen import gone_to, opened, press

at = press(opened("today"), "today.example")
for page in sys.argv[1:]:
    gone_to(at, page)
print("pandas" in sys.modules)
"""


def test_the_pages_load_no_pandas() -> None:
    command = [sys.executable, "-c", OPEN_ALL, *PAGES_WITHOUT_TABLES]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["False"]
