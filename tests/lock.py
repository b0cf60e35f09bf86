"""Writes requirements.txt and requirements-dev.txt anew: `python3 start.py lock`.

Each names every package that is installed, at the newest version that fits what is listed by hand
in the file of the same name that ends in `.in`, with the hashes of its files for every system and
every Python from 3.11 on.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("requirements", "requirements-dev")
HOW = ("--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate")
BY = ("--upgrade", "--quiet", "--custom-compile-command", "python3 start.py lock")


def main() -> int:
    """Writes both files; returns the exit code."""
    codes = []
    for name in NAMES:
        command = [sys.executable, "-m", "uv", "pip", "compile", *HOW, *BY]
        command += ["--output-file", f"{name}.txt", f"{name}.in"]
        codes.append(subprocess.run(command, cwd=ROOT, check=False).returncode)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
