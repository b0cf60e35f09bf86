from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from lib.store.wiped import wiped_by

FOLDER = Path("/home/someone/.local/share/follow-through")
APP = Path("/srv/follow-through")
ON_A_DISK = "overlay / overlay rw 0 0\n/dev/sda1 /home ext4 rw 0 0\n"
ON_THE_SYSTEMS = "/dev/sda1 / ext4 rw 0 0\n"
IN_LAYERS = "overlay / overlay rw 0 0\ntmpfs /tmp tmpfs rw 0 0\n"


@pytest.fixture
def wiped(tmp_path: Path) -> Callable[..., str | None]:
    """Who wipes it, in an environment with these mounts, within a container or not."""

    def ask(
        mounts: str,
        environ: Iterable[tuple[str, str]] = (),
        *,
        app: Path = APP,
        container: bool = False,
    ) -> str | None:
        file, mark = tmp_path / "mounts", tmp_path / "mark"
        file.write_text(mounts)
        if container:
            mark.touch()
        return wiped_by(FOLDER, app, dict(environ), containers=(mark,), mounts=file)

    return ask


@pytest.mark.parametrize("mounts", [ON_A_DISK, ON_THE_SYSTEMS, IN_LAYERS, "", "nonsense\n"])
def test_on_the_own_machine_nobody_wipes_anything(
    wiped: Callable[..., str | None], mounts: str
) -> None:
    assert wiped(mounts) is None


def test_community_cloud_is_known_by_where_it_puts_the_app(
    wiped: Callable[..., str | None],
) -> None:
    assert (
        wiped(ON_THE_SYSTEMS, app=Path("/mount/src/follow-through")) == "Streamlit Community Cloud"
    )


def test_a_container_without_a_disk_of_its_own_is_wiped_and_one_with_it_is_not(
    wiped: Callable[..., str | None],
) -> None:
    assert wiped(IN_LAYERS, container=True) == "this container"
    assert wiped(ON_A_DISK, container=True) is None


def test_other_hosts_are_known_by_what_they_set_unless_a_disk_was_added(
    wiped: Callable[..., str | None],
) -> None:
    assert wiped(ON_THE_SYSTEMS, {"RENDER": "true"}) == "Render"
    assert wiped(ON_A_DISK, {"RENDER": "true"}) is None


def test_whoever_knows_better_says_so(wiped: Callable[..., str | None]) -> None:
    said = {"FOLLOW_THROUGH_DISK": "kept", "DYNO": "web.1"}

    assert wiped(IN_LAYERS, said, container=True, app=Path("/mount/src/follow-through")) is None


def test_where_the_system_does_not_tell_nothing_is_claimed(tmp_path: Path) -> None:
    assert wiped_by(FOLDER, APP, {}, mounts=tmp_path / "none") is None
