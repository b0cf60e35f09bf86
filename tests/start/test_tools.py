"""Where a browser is looked for, on all three systems."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests import tools

HERE = Path(__file__).resolve().parent


def put(path: Path) -> str:
    """An executable file at this place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    path.chmod(0o755)
    return str(path)


def found(folder: Path, platform: str, **environ: str) -> str | None:
    return tools.find_browser({"PATH": str(folder / "bin"), **environ}, platform, folder)


def test_a_named_browser_comes_first(tmp_path: Path) -> None:
    put(tmp_path / "bin" / "chromium")
    named = put(tmp_path / "mine" / "my-browser")

    assert found(tmp_path, "linux", FOLLOW_THROUGH_BROWSER=named) == named


def test_a_named_browser_that_is_not_there_is_not_replaced_in_silence(tmp_path: Path) -> None:
    put(tmp_path / "bin" / "chromium")

    assert found(tmp_path, "linux", FOLLOW_THROUGH_BROWSER=str(tmp_path / "gone")) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows finds programs by their endings")
@pytest.mark.parametrize("name", ["chromium", "google-chrome", "microsoft-edge"])
def test_a_browser_on_the_path_is_found(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, "linux", FOLLOW_THROUGH_BROWSER="") is None
    assert found(tmp_path, "linux") is None
    browser = put(tmp_path / "bin" / name)

    assert found(tmp_path, "linux") == browser


@pytest.mark.parametrize(
    "place",
    ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"],
)
def test_windows_has_them_among_its_programs(tmp_path: Path, place: str) -> None:
    browser = put(tmp_path / "Program Files (x86)" / place)
    programs = {
        "PROGRAMFILES": str(tmp_path / "x"),
        "PROGRAMFILES(X86)": str(tmp_path / "Program Files (x86)"),
    }

    assert found(tmp_path, "win32", **programs) == browser


def test_a_mac_has_them_among_its_applications(tmp_path: Path) -> None:
    browser = put(tmp_path / "Applications/Chromium.app/Contents/MacOS/Chromium")

    assert found(tmp_path, "darwin") == browser


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("linux", ".cache/ms-playwright/chromium-1200/chrome-linux/chrome"),
        ("linux", ".cache/ms-playwright/chromium-1200/chrome-linux64/chrome"),
        (
            "darwin",
            "Library/Caches/ms-playwright/chromium-9/chrome-mac/Chromium.app/Contents/MacOS/Chromium",
        ),
        ("win32", "AppData/Local/ms-playwright/chromium-1200/chrome-win/chrome.exe"),
    ],
)
def test_playwrights_own_download_is_found(tmp_path: Path, platform: str, place: str) -> None:
    browser = put(tmp_path / place)

    assert found(tmp_path, platform) == browser


def test_no_checker_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", _not_there)

    assert tools.find_ical_checker.__wrapped__() is None


def _not_there(*_: object, **__: object) -> None:
    raise FileNotFoundError


def run_one_that_needs(
    what: str, tmp_path: Path, **environ: str
) -> subprocess.CompletedProcess[str]:
    """A pytest of its own, on one test that needs a tool, on a machine without any."""
    (tmp_path / "conftest.py").write_text(
        "from tests import tools\n"
        "tools.find_browser = tools.find_ical_checker = tools.find_node_ical = lambda: None\n"
        "from tests.conftest import *\n"
    )
    (tmp_path / "test_one.py").write_text(f"def test_one({what}): pass\n")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(HERE.parents[1]), "PATH": "", **environ},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("what", ["browser_path", "ical_checker", "ical_js"])
def test_what_was_skipped_for_want_of_a_tool_is_said_loudly(what: str, tmp_path: Path) -> None:
    ended = run_one_that_needs(what, tmp_path)

    assert ended.returncode == 0
    assert "!!! NOT ALL TESTS RAN !!!" in ended.stdout
    assert "1 test skipped: no " in ended.stdout


@pytest.mark.parametrize("what", ["browser_path", "ical_checker", "ical_js"])
def test_under_ci_a_missing_tool_is_a_failure(what: str, tmp_path: Path) -> None:
    ended = run_one_that_needs(what, tmp_path, CI="true")

    assert ended.returncode == 1
    assert "MISSING: no " in ended.stdout


def test_missing_packages_end_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(
        "import tests.conftest as c\nc.NEEDED = ('nowhere',)\n" + "from tests.conftest import *\n"
    )
    (tmp_path / "test_one.py").write_text("def test_one(): pass\n")
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(HERE.parents[1]), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 4
    assert "(nowhere): run pip install -r requirements-dev.txt" in ended.stderr
    assert "Traceback" not in ended.stderr
