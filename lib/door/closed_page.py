"""The whole pages that somebody outside sees: nothing is fetched, and no script runs."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

NO_ENTRY: Final = "Nothing is wrong, and nothing in it was touched."

_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
)

WRONG: Final = (
    "That is not the passphrase. Each try takes longer, and after ten nobody gets in for a while."
)
SHUT: Final = (
    "There were too many wrong passphrases, so nobody is let in for 15 minutes. Wait, then sign "
    "in. Where you are signed in already, you can go on."
)
UNREADABLE: Final = "The passphrase did not arrive. Please type it again."
NOT_LISTED: Final = (
    "This account is not on the list of those for whom this app opens, or its provider has not "
    "verified its address. Sign in with another one."
)
NOT_DONE: Final = "Signing in did not come to its end, and nobody was let in. Please try once more."
NO_PROVIDER: Final = (
    "The provider of your account does not answer, so nobody can sign in now. What was saved is "
    "safe; try again in a few minutes."
)
LOCKED: Final = (
    "Locked. What you were typing is kept in this browser, and comes back once you are in again."
)


def sign_in(*, wrong: str = "", note: str = "") -> str:
    """Returns the page that asks for the passphrase; `wrong` is read out at once, `note` is not."""
    return _page("sign_in.html", wrong=wrong, note=note)


def by_account(way: str, *, wrong: str = "", note: str = "", framed: bool = False) -> str:
    """The page that leads to the provider of an account.

    In a tab of its own where this page stands in a frame: providers refuse to be shown in one.
    """
    target = "_blank" if framed else "_self"
    return _page("by_account.html", wrong=wrong, note=note, way=way, target=target)


def closed(*sentences: str) -> str:
    """The page for those who are not even asked."""
    return _page("closed.html", sentences=sentences)


def _page(name: str, **values: object) -> str:
    return _TEMPLATES.get_template(name).render(values)


CLOSED_PAGE: Final = closed(
    "Follow Through is one person's notebook, and it opens only in a browser on the machine that "
    "it runs on.",
    f"If it is yours, open it there, at the address that was printed when it started. {NO_ENTRY}",
)
FOREIGN_PAGE: Final = closed(
    "Follow Through does not answer to this address, or not in this way.",
    "If it is yours, open the address that was printed when it started, and type it yourself. "
    f"{NO_ENTRY}",
)
MISCONFIGURED_PAGE: Final = _page("misconfigured.html", no_entry=NO_ENTRY)
