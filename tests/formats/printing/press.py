"""Pages opened from a file, as they are seen and as they are printed."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, ViewportSize, sync_playwright
from pypdf import PdfReader

PAPERS = ("A4", "Letter")
PHONE: ViewportSize = {"width": 390, "height": 844}
HOSTILE = (
    "<script>document.title = 'run'</script>",
    '"><img src=x onerror="document.title = \'run\'">',
    "</style><script>document.title = 'run'</script>",
    "</main></body> {braces} %s & &amp;",
    "مرحبا \u202eabc",
    "👩🏽‍💻 漢字",
)


@dataclass(frozen=True)
class Seen:
    """What a page opened from a file shows, and what it tried."""

    title: str
    words: str
    height: int
    width: int
    requests: tuple[str, ...]
    cut_off: bool


class Press:
    """A Chromium in a thread of its own: other tests may have one open in this thread."""

    def __init__(self, path: str, folder: Path) -> None:
        self.folder = folder
        self.thread = ThreadPoolExecutor(1)
        self.thread.submit(self._start, path).result()

    def close(self) -> None:
        self.thread.submit(self._stop).result()
        self.thread.shutdown()

    def seen(self, html: str, size: ViewportSize = PHONE, scheme: str = "light") -> Seen:
        found: Seen = self._with_page(html, size, scheme, _look)
        return found

    def printed(self, html: str, paper: str) -> PdfReader:
        def to_pdf(page: Page, _: list[str]) -> bytes:
            return page.pdf(format=paper, prefer_css_page_size=True)

        return PdfReader(io.BytesIO(self._with_page(html, PHONE, "dark", to_pdf)))

    def _with_page(self, html: str, size: ViewportSize, scheme: str, do: Callable[..., Any]) -> Any:
        file = self.folder / "page.html"
        file.write_bytes(html.encode())

        def run() -> Any:
            context = self.browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
            page, asked = context.new_page(), []
            page.on("request", lambda request: asked.append(request.url))
            page.goto(file.as_uri())
            found = do(page, asked[1:])
            context.close()
            return found

        return self.thread.submit(run).result()

    def _start(self, path: str) -> None:
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])

    def _stop(self) -> None:
        self.browser.close()
        self.playwright.stop()


def _look(page: Page, asked: list[str]) -> Seen:
    height, width, cut_off = page.evaluate(
        """() => { const root = document.documentElement, main = document.querySelector("main");
        return [root.scrollHeight, root.scrollWidth,
        main.scrollWidth > main.clientWidth || main.scrollHeight > main.clientHeight] }"""
    )
    words = page.locator("body").inner_text()
    return Seen(page.title(), words, height, width, tuple(asked), cut_off)
