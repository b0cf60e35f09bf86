"""The Dockerfile, read against the project: no engine is needed, and none is used."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINES = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
IGNORED = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()


def told(instruction: str) -> list[str]:
    """What stands behind each instruction of this kind."""
    return [
        line.removeprefix(instruction).strip()
        for line in LINES
        if line.startswith(f"{instruction} ")
    ]


def copied() -> set[str]:
    """What gets into the image."""
    return {words.split()[0] for words in told("COPY")}


def test_all_that_is_copied_is_there_and_is_let_through() -> None:
    assert copied() == {"requirements.txt", "app.py", ".streamlit/config.toml", "lib", "pages"}
    assert all((ROOT / one).exists() for one in copied())
    assert {line[1:] for line in IGNORED if line.startswith("!")} == copied()


def test_everything_else_stays_outside_above_all_secrets() -> None:
    assert "*" in IGNORED
    assert not any("secrets" in line for line in (*told("COPY"), *told("ENV"), *told("RUN")))


def test_it_does_not_run_as_root_and_keeps_its_data_on_a_disk_of_its_own() -> None:
    assert told("USER") == ["follow-through"]
    assert told("VOLUME") == ["/data"]
    assert any("FOLLOW_THROUGH_DATA=/data" in words for words in told("ENV"))
    assert LINES.index("USER follow-through") < next(
        i for i, line in enumerate(LINES) if line.startswith("CMD")
    )


def test_it_starts_the_app_by_the_door() -> None:
    (command,) = told("CMD")

    assert '"app.py"' in command
    assert "--server.enableXsrfProtection" not in command
