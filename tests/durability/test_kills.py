"""Promise 2: a killed app loses nothing acknowledged and leaves a whole file. The quick form."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="children are made with fork")
def test_thirty_kills_while_writing_lose_nothing_acknowledged(folder):
    command = [sys.executable, "-m", "tests.durability.rig", str(folder), "kills", "30", "100000"]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)

    assert done.stderr == ""
    found = json.loads(done.stdout)
    assert found["acknowledged"] >= 30
    assert (found["killed"], found["lost"], found["not_whole"]) == (30, 0, 0)
    assert not (folder / "set-aside").exists()
