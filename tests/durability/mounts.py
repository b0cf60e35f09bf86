"""Disks of the tests' own, where the machine allows that: to be cut off, or to be filled.

Making them needs Linux, root, and a kernel with loop devices or tmpfs. Where anything of that is
missing the test is skipped and says so; that is no fault anywhere, not even where no other tool may
be missing.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

_WHERE_TOOLS_ARE = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])
# From the kernel's ext4.h: _IOR('X', 125, __u32), and the flag that leaves not even the journal
# time.
_SHUTDOWN, _NO_LOG_FLUSH = 0x8004587D, struct.pack("I", 2)
_BLOCK = 4096


class LoopDisk:
    """An ext4 file system in a file, on a loop device."""

    def __init__(self, device: str, folder: Path) -> None:
        self._device = device
        self.folder = folder

    def mount(self) -> None:
        """As after the power is back: what the journal has is done again."""
        _run("mount", "-t", "ext4", self._device, str(self.folder))

    def unmount(self) -> None:
        """Nobody may use it any more."""
        _run("umount", str(self.folder))

    def cut_off(self) -> None:
        """From now on nothing reaches the disk, and what has not reached it yet is lost."""
        import fcntl

        handle = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, _SHUTDOWN, _NO_LOG_FLUSH)
        finally:
            os.close(handle)


@contextmanager
def loop_disk(place: Path, size: int) -> Iterator[LoopDisk]:
    """A mounted disk of so many bytes; it and its loop device are gone afterwards."""
    image, folder = place / "disk.img", place / "disk"
    folder.mkdir()
    image.touch()
    os.truncate(image, size)
    _or_skip("losetup", "mkfs.ext4", "mount", "umount")
    with _allowed("make a file system on a loop device"):
        device = _run("losetup", "--find", "--show", str(image))
    disk = LoopDisk(device, folder)
    try:
        with _allowed("make a file system on a loop device"):
            _run("mkfs.ext4", "-q", device)
            disk.mount()
        yield disk
    finally:
        with suppress(subprocess.CalledProcessError):
            disk.unmount()
        _run("losetup", "--detach", device)


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """A disk in memory that holds so many bytes; it is gone afterwards."""
    folder.mkdir()
    _or_skip("mount", "umount")
    with _allowed("mount a disk in memory"):
        _run("mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "tmpfs", str(folder))
    try:
        yield folder
    finally:
        _run("umount", str(folder))


def fill_up(file: Path) -> None:
    """Write to this file until not one byte more fits on its disk."""
    with file.open("ab", buffering=0) as filler, suppress(OSError):
        while True:
            filler.write(bytes(_BLOCK))


def _or_skip(*tools: str) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only on Linux do the tests make disks of their own")
    if os.geteuid() != 0:
        pytest.skip("only root may make a disk")
    missing = [tool for tool in tools if not shutil.which(tool, path=_WHERE_TOOLS_ARE)]
    if missing:
        pytest.skip(f"this machine has no {', '.join(missing)} to make a disk with")


@contextmanager
def _allowed(what: str) -> Iterator[None]:
    try:
        yield
    except subprocess.CalledProcessError as refused:
        # The words after the path: what is skipped stands in a document that names no folder of a
        # machine.
        why = refused.stderr.strip().partition("\n")[0].rpartition(": ")[2]
        pytest.skip(f"this machine does not let the tests {what} ({why})")


def _run(tool: str, *words: str) -> str:
    program = shutil.which(tool, path=_WHERE_TOOLS_ARE) or tool
    done = subprocess.run([program, *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()
