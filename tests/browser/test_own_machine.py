"""Promise 11: on the own machine the app speaks with it alone; its files are its owner's."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import start
from lib.store.repository import Store
from lib.ui.core import navigation
from tests.browser.conftest import calm, field, go, turn_to
from tests.browser.people import just_ended
from tests.browser.serving import ROOT, Server, _free_port
from tests.sizes import Count

pytestmark = pytest.mark.durability

HEARING = Path(__file__).with_name("hearing")
OWN = {"127.0.0.1", "localhost", "::1"}
PAGES = [name for group in navigation.GROUPS.values() for name, *_ in group]
TYPED = "Ask about the team sooner, and bring water."


class AsStarted(Server):
    """Run by the very command of `start.py`."""

    def command(self) -> list[str]:
        _, *rest = start.app_command(self.port)
        return [sys.executable, *rest]


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of all addresses that the app's process had to do with."""
    return tmp_path_factory.mktemp("heard") / "addresses"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    # Not there yet, as for a person who starts the app for the first time.
    return tmp_path_factory.mktemp("person") / "data"


@pytest.fixture(scope="module")
def server(data: Path, heard: Path, browser_path: str) -> Iterator[Server]:
    env = {"PYTHONPATH": str(HEARING), "FOLLOW_THROUGH_HEARD": str(heard)}
    running = AsStarted(ROOT / "app.py", data, _free_port(), env).start()
    yield running
    running.stop()


def test_a_whole_visit_asks_nothing_of_the_network_and_leaves_files_for_the_owner_alone(
    server: Server,
    data: Path,
    store: Store,
    look: Callable[..., Page],
    heard: Path,
    tmp_path: Path,
    figure: Count,
) -> None:
    just_ended(store)
    page = look(server.url)
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    go(page, server.url)
    for name in PAGES:
        turn_to(page, f"{server.url}/{name}")
    writes_and_takes_along(page, server.url, tmp_path)

    outside = [url for url in asked if not url.startswith((server.url, "data:", "blob:"))]
    figure(11, "a request of the browser, on every page", len(asked), len(outside), "requests")
    assert outside == []
    _spoke_with_nobody_else(heard, figure)
    _readable_by_the_owner_alone(data, figure)


def writes_and_takes_along(page: Page, url: str, folder: Path) -> None:
    """A save, a download and an upload."""
    go(page, f"{url}/debrief?interview=final")
    box = field(page, "debrief.next_time.final")
    box.fill(TYPED)
    box.blur()
    calm(page)
    go(page, f"{url}/settings?part=data")
    with page.expect_download() as download:
        page.get_by_test_id("stDownloadButton").get_by_role("button").first.click()
    saved = folder / "taken along.json"
    download.value.save_as(saved)
    assert TYPED.encode() in saved.read_bytes()
    page.get_by_text("Bring a file in").click()
    page.locator("input[type=file]").set_input_files(saved)
    expect(page.get_by_text("Nothing in it differs from what stands now")).to_be_visible()


def _spoke_with_nobody_else(heard: Path, figure: Count) -> None:
    events = [json.loads(line) for line in heard.read_text().splitlines()]
    others = [[event, host] for event, host in events if host not in OWN]

    figure(
        11,
        "an address that the app's process listened at, called or looked up",
        len(events),
        len(others),
    )
    assert ["socket.bind", "127.0.0.1"] in events
    assert others == []


def _readable_by_the_owner_alone(data: Path, figure: Count) -> None:
    if sys.platform == "win32":
        return
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (data, *data.rglob("*"))}
    open_to_others = {str(path): oct(mode) for path, mode in modes.items() if mode & 0o077}

    figure(
        11,
        "a file or folder that the app made, open to others",
        len(modes),
        len(open_to_others),
        "files",
    )
    assert len(modes) > 3
    assert open_to_others == {}


@pytest.mark.skipif(
    not Path("/proc/net/fib_trie").exists(), reason="needs to know the machine's addresses"
)
def test_it_does_not_answer_at_the_machines_other_addresses(server: Server, figure: Count) -> None:
    addresses = sorted(other_addresses())

    answered = [address for address in addresses if _answers(address, server.port)]

    figure(11, "another address of the machine, called", len(addresses), len(answered), "addresses")
    assert _answers("127.0.0.1", server.port)
    assert addresses
    assert answered == []


def other_addresses() -> set[str]:
    """Where this machine can be reached but at 127.0.0.1: its own in a network, and the rest of
    loopback.
    """
    lines = Path("/proc/net/fib_trie").read_text(encoding="utf-8").splitlines()
    own = {line.split()[-1] for line, after in pairwise(lines) if "/32 host LOCAL" in after}
    return own - {"127.0.0.1"} | {"127.0.0.2"}


def _answers(address: str, port: int) -> bool:
    with socket.socket() as caller:
        caller.settimeout(2)
        return caller.connect_ex((address, port)) == 0


def test_the_one_who_listens_hears_whatever_a_process_has_to_do_with(tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    code = (
        "import socket\n"
        "with socket.socket() as one:\n"
        "    one.bind(('127.0.0.2', 0))\n"
        "    one.settimeout(0.1)\n"
        "    one.connect_ex(('127.0.0.3', 9))\n"
        "try:\n    socket.getaddrinfo('nowhere.invalid', 80)\n"
        "except OSError:\n    pass\n"
    )
    env = {**os.environ, "PYTHONPATH": str(HEARING), "FOLLOW_THROUGH_HEARD": str(heard)}

    subprocess.run([sys.executable, "-c", code], env=env, check=True)

    found = [json.loads(line) for line in heard.read_text().splitlines()]
    assert [host for _, host in found] == ["127.0.0.2", "127.0.0.3", "nowhere.invalid"]
