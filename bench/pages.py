"""What a page costs with a search of eight months, beside the example data, in one run.

`python -m bench.pages [FOLDER]`. For each page: its script with the example data and with the long
search (address book included), and in Chromium a click on its link until the page stands, beside
its hollow twin, which draws the same and works nothing out. Then the first paint beside an app
with nothing on it, saving while typing, and memory. bench/README.md says how to read it.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser, Page, sync_playwright
from streamlit.testing.v1 import AppTest

from bench import long_search
from bench.hollow import recording
from bench.network import connections, opened
from lib.actions import bringing_in, example
from lib.formats.contacts import files
from lib.store.opening import open_store
from lib.ui.core.navigation import GROUPS
from tests import tools
from tests.browser.serving import ROOT, Server, serve

NOW = datetime.now(UTC) - timedelta(hours=1)
PAGES = tuple((name, label) for entries in GROUPS.values() for name, label, _ in entries)
ROUNDS = 9
RERUNS = 2_000
HOLLOW = ROOT / "bench" / "hollow" / "app.py"
BLANK = ROOT / "bench" / "hollow" / "blank.py"
CLICK = """label => new Promise((done, fail) => {
    const app = document.querySelector('[data-testid=stApp]')
    const links = [...document.querySelectorAll('[data-testid=stSidebarNavLink]')]
    const link = links.find(one => one.innerText.includes(label))
    const began = performance.now()
    let last = began, ran = false
    const watch = new MutationObserver(() => { last = performance.now() })
    watch.observe(document.body, {subtree: true, childList: true, characterData: true})
    const runs = new MutationObserver(() => { ran = true })
    runs.observe(app, {attributeFilter: ['data-test-script-state']})
    link.click()
    const look = () => {
        const rests = app.getAttribute('data-test-script-state') === 'notRunning'
        const now = performance.now()
        if ((ran || last > began) && rests && now - last > 250) {
            watch.disconnect()
            runs.disconnect()
            done(last - began)
        } else if (now - began > 20000) fail(new Error(`${label} does not come to rest`))
        else setTimeout(look, 4)
    }
    look()
})"""
"""Milliseconds from the click on a link of the sidebar to the last change of the page."""
PAINTED = """() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"""


@dataclass(frozen=True, slots=True)
class Data:
    """The folders of both stores, and the recordings of the hollow twins."""

    small: Path
    long: Path
    hollow: Path


def main(folder: Path) -> None:
    """Prints the tables."""
    data = Data(folder / "small", folder / "long", folder / "hollow")
    fill(data)
    browser_path = tools.find_browser()
    if browser_path is None:
        raise SystemExit(tools.BROWSER_REMEDY)
    scripts = {name: script_times(data, name) for name, _ in PAGES}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        clicks, sizes = all_clicks(browser, data)
        paints = first_paints(browser, data)
        browser.close()
    print(f"{'':<11}   script, ms                click to the finished page, ms")
    heads = f"{'example':>8} {'long':>7} {'ratio':>6}   {'hollow':>7} {'long':>7} {'ratio':>6}"
    print(f"{'page':<11} {heads}   (medians of {ROUNDS})")
    for name, _ in PAGES:
        small, long = scripts[name]
        hollow, click = clicks[name]
        script = f"{small:>8.0f} {long:>7.0f} {long / small:>6.2f}"
        print(f"{name:<11} {script}   {hollow:>7.0f} {click:>7.0f} {click / hollow:>6.2f}")
    print(f"first paint: blank {paints[0]:.0f} ms, long {paints[1]:.0f} ms, ", end="")
    print(f"ratio {paints[1] / paints[0]:.2f}")
    print(f"memory of the server after all pages: blank {sizes[0]} MB, long {sizes[1]} MB")


def fill(data: Data) -> None:
    """Fills both stores; only the long one has an address book."""
    for folder in (data.small, data.long, data.hollow):
        folder.mkdir(parents=True, exist_ok=True)
    example.load(open_store(data.small), long_search.ZONE, now=NOW)
    long = open_store(data.long)
    long_search.fill(long, now=NOW)
    bringing_in.bring_in(long, files.read(connections(), "Connections.csv"), now=NOW)


def script_times(data: Data, name: str) -> tuple[float, float]:
    """Returns the milliseconds of a page's script with either data, and records the long one."""
    times = []
    for folder in (data.small, data.long):
        at = opened(folder, name, {})
        times.append(median(milliseconds(at) for _ in range(ROUNDS)))
        if folder == data.long:
            recording.record(at, data.hollow, name)
    return times[0], times[1]


def milliseconds(at: AppTest) -> float:
    """Returns what one run takes."""
    began = perf_counter()
    at.run()
    return (perf_counter() - began) * 1e3


def all_clicks(
    browser: Browser, data: Data
) -> tuple[dict[str, tuple[float, float]], tuple[int, int]]:
    """Returns for each page the medians of its hollow twin and of itself, and both servers' MB."""
    hollow = {recording.FOLDER: str(data.hollow)}
    taken: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name, _ in PAGES}
    with (
        served(data.small, HOLLOW, hollow) as twin,
        served(data.long) as app,
        window(browser, twin) as twins_page,
        window(browser, app) as page,
    ):
        for turn in range(ROUNDS + 1):
            for name, label in (*PAGES[1:], PAGES[0]):
                for where, times in zip((twins_page, page), taken[name], strict=True):
                    took = where.evaluate(CLICK, label)
                    if turn:
                        times.append(took)
        sizes = memory_of(twin), memory_of(app)
    return {name: (median(one), median(two)) for name, (one, two) in taken.items()}, sizes


def first_paints(browser: Browser, data: Data) -> tuple[float, float]:
    """Returns the milliseconds to the first paint of an app with nothing on it, and of ours."""
    taken: tuple[list[float], list[float]] = ([], [])
    with served(data.small, BLANK) as blank, served(data.long) as app:
        for _ in range(ROUNDS):
            for server, times in zip((blank, app), taken, strict=True):
                with window(browser, server) as page:
                    times.append(page.evaluate(PAINTED))
    return median(taken[0]), median(taken[1])


@contextmanager
def served(
    data: Path, app: Path = ROOT / "app.py", env: dict[str, str] | None = None
) -> Iterator[Server]:
    """A server that is stopped in the end."""
    server = serve(data, app=app, env=env)
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def window(browser: Browser, server: Server) -> Iterator[Page]:
    """A window of its own, in which the first page stands."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    page = context.new_page()
    page.goto(server.url)
    page.wait_for_selector("h1, [data-testid=stMarkdown]")
    page.wait_for_selector("[data-test-script-state=notRunning]")
    yield page
    context.close()


def memory_of(server: Server) -> int:
    """Returns the resident megabytes of a server's process (Linux)."""
    assert server.process is not None
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(next(one for one in status.splitlines() if "VmRSS" in one).split()[1]) // 1024


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as place:
            main(Path(place))
