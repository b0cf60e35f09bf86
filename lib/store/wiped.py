"""Whether the disk that holds the data is one that its host wipes: then a folder is no place to keep it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

VARIABLE = "FOLLOW_THROUGH_DISK"
KEPT = "kept"
# Hosts that start an app from its repository again and again, by what they set or where they put it.
_ENVIRONMENT = {
    "DYNO": "Heroku",
    "K_SERVICE": "Google Cloud Run",
    "RAILWAY_ENVIRONMENT": "Railway",
    "RENDER": "Render",
    "SPACE_ID": "Hugging Face",
}
_COMMUNITY_CLOUD = Path("/mount/src")
_IN_A_CONTAINER = (Path("/.dockerenv"), Path("/run/.containerenv"))
# What lies on these is gone with the container, or when the machine is switched off.
_FLEETING = {"overlay", "aufs", "tmpfs"}


def wiped_by(
    folder: Path,
    app: Path,
    environ: Mapping[str, str],
    *,
    containers: tuple[Path, ...] = _IN_A_CONTAINER,
    mounts: Path = Path("/proc/mounts"),
) -> str | None:
    """Who wipes the disk that this folder is on, for an app that lies there; None if nobody does, it seems.

    A disk that is kept where we would not think so is named in the environment: FOLLOW_THROUGH_DISK=kept.
    """
    if environ.get(VARIABLE) == KEPT:
        return None
    if app.is_relative_to(_COMMUNITY_CLOUD):
        return "Streamlit Community Cloud"
    named = next((host for name, host in _ENVIRONMENT.items() if environ.get(name)), None)
    fleeting = _kind_of(folder, mounts) in _FLEETING
    if named and (fleeting or not _is_mounted(folder, mounts)):
        return named
    if fleeting and any(mark.exists() for mark in containers):
        return "this container"
    return None


def _kind_of(folder: Path, mounts: Path) -> str:
    """The type of the file system that the folder is on; nothing where the system does not tell."""
    return max(_around(folder, mounts), default=(0, ""))[1]


def _is_mounted(folder: Path, mounts: Path) -> bool:
    """Whether the folder is on a disk of its own, and not on that of the whole system."""
    return max(_around(folder, mounts), default=(0, ""))[0] > len("/")


def _around(folder: Path, mounts: Path) -> list[tuple[int, str]]:
    """How long the path is of each mount that the folder is below, and its type."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    above = {str(one) for one in (folder, *folder.parents)}
    fields = [line.split() for line in lines]
    return [(len(field[1]), field[2]) for field in fields if len(field) > 2 and field[1] in above]
