"""Whether the app's host wipes the disk that holds the data: then it is no place to keep it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

VARIABLE = "FOLLOW_THROUGH_DISK"
KEPT = "kept"
# Hosts that start an app from its repository again and again, by what they set in the environment.
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
    """Returns who wipes the disk that this folder is on, None if nobody seems to.

    A disk that is kept though it does not look so is named in the environment:
    FOLLOW_THROUGH_DISK=kept. `app` is where the app itself lies.
    """
    if environ.get(VARIABLE) == KEPT:
        return None
    if app.is_relative_to(_COMMUNITY_CLOUD):
        return "Streamlit Community Cloud"
    named = next((host for name, host in _ENVIRONMENT.items() if environ.get(name)), None)
    mount, kind = _mount_of(folder, mounts)
    fleeting = kind in _FLEETING
    if named and (fleeting or mount == "/"):
        return named
    if fleeting and any(mark.exists() for mark in containers):
        return "this container"
    return None


def _mount_of(folder: Path, mounts: Path) -> tuple[str, str]:
    """Returns where the file system of the folder is mounted, and its type, "" if not known."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    above = {str(one) for one in (folder, *folder.parents)}
    found = ("/", "")
    for field in map(str.split, lines):
        if len(field) > 2 and field[1] in above and len(field[1]) >= len(found[0]):
            found = field[1], field[2]
    return found
