"""Windows that are used again: what a fresh one costs is mostly the app's scripts, read and
compiled anew.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

KEPT_BY_PAGES = "cookies,local_storage,indexeddb,cache_storage,service_workers,file_systems,websql"


@dataclass(eq=False)
class Window:
    """A window of some look, and the origins whose pages it has shown."""

    look: str
    context: BrowserContext
    shown: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.context.on("page", lambda page: page.on("framenavigated", lambda _: self._note(page)))

    def forget(self) -> None:
        """Closes its pages, and clears all that they could have kept; what was fetched may stay."""
        for page in self.context.pages:
            page.close()
        self.context.clear_cookies()
        devtools = self.context.new_cdp_session(self.context.new_page())
        for origin in self.shown:
            devtools.send(
                "Storage.clearDataForOrigin", {"origin": origin, "storageTypes": KEPT_BY_PAGES}
            )
        devtools.detach()
        self.shown.clear()

    def _note(self, page: Page) -> None:
        address = urlsplit(page.url)
        if address.scheme.startswith("http"):
            self.shown.add(f"{address.scheme}://{address.netloc}")


class Windows:
    """Lends windows that remember nothing, and takes them back."""

    def __init__(self, chromium: Browser) -> None:
        self._chromium = chromium
        self._idle: dict[str, list[Window]] = defaultdict(list)

    def lend(self, **options: Any) -> Window:
        """One that nobody has; it shows what it is made with."""
        look = repr(sorted(options.items()))
        if self._idle[look]:
            return self._idle[look].pop()
        return Window(
            look, self._chromium.new_context(locale="en-US", accept_downloads=True, **options)
        )

    def take_back(self, window: Window) -> None:
        window.forget()
        self._idle[window.look].append(window)
