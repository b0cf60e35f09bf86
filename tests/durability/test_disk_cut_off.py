"""Promise 3 on a real file system: a disk cut off during saves loses nothing acknowledged."""

from __future__ import annotations

from pathlib import Path

from tests.durability import kills, mounts, rig
from tests.sizes import Count, Size

DISK = 64_000_000


def test_a_disk_that_is_cut_off_while_saving_loses_nothing_acknowledged(
    tmp_path: Path, size: Size, figure: Count
) -> None:
    times, acknowledged, lost, not_whole = size(3, 200), set[str](), set[str](), 0

    with mounts.loop_disk(tmp_path, DISK) as disk:
        folder = disk.folder / "follow-through"
        kills.fill(folder, 100_000)
        for _ in range(times):
            acknowledged |= kills.acknowledged_until(disk.cut_off, folder, longest=0.2)
            disk.unmount()
            disk.mount()
            not_whole += not kills.is_whole(folder)
            lost |= kills.missing(folder, acknowledged)
        set_aside = rig.open_store(folder).home.set_aside()

    figure(3, "a real ext4 disk cut off while saving", times, not_whole, "cuts")
    figure(3, "acknowledged before the disk was cut off", len(acknowledged), len(lost), "saves")
    assert len(acknowledged) >= times
    assert (lost, not_whole, set_aside) == (set(), 0, ())
