"""What somebody outside the door sees. Whole pages of their own: nothing is fetched, and no script runs."""

from __future__ import annotations

from html import escape
from typing import Final

NO_ENTRY: Final = "Nothing is wrong, and nothing in it was touched."

# The page's own colours, as in .streamlit/config.toml.
_FRAME: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><link rel="icon" href="data:,">
<style>
:root {{ color-scheme: light dark; --paper: #fbf8f2; --ink: #14120e; --field: #f3eee3; --line: #8a8272;
  --accent: #1c5a74; --wrong: #a3312a }}
@media (prefers-color-scheme: dark) {{ :root {{ --paper: #1b1916; --ink: #ece6da; --field: #29261f;
  --line: #8d8577; --accent: #2f7a96; --wrong: #f0958c }} }}
* {{ box-sizing: border-box }}
body {{ margin: 16vh auto; max-width: 32rem; padding: 0 1.5rem; font: 1.0625rem/1.6 Georgia, serif;
  background: var(--paper); color: var(--ink) }}
h1 {{ font-size: 2rem; line-height: 1.15; letter-spacing: -0.015em }}
form, .way {{ max-width: 22rem; margin-top: 2rem }}
label {{ display: block; margin-bottom: .35rem }}
input, button, .button {{ display: block; width: 100%; min-height: 2.75rem; padding: .45rem .75rem;
  border-radius: .4rem; font: inherit; color: inherit; background: var(--field);
  border: 1px solid var(--line) }}
button, .button {{ margin-top: 1rem; background: var(--accent); border-color: var(--accent); color: #fff;
  text-align: center; text-decoration: none;
  cursor: pointer }}
:focus-visible {{ outline: 3px solid var(--accent); outline-offset: 2px }}
[role=alert] {{ color: var(--wrong); border-left: 3px solid; padding-left: .8rem }}
</style></head><body><main>
{content}
</main></body></html>
"""

_SIGN_IN: Final = """<h1>Follow Through</h1>
{said}<form method="post">
<label for="passphrase">Passphrase</label>
<input id="passphrase" name="passphrase" type="password" autocomplete="current-password"
  autocapitalize="none" spellcheck="false" maxlength="1024" required autofocus{described}>
<button type="submit">Sign in</button>
</form>"""

_BY_ACCOUNT: Final = """<h1>Follow Through</h1>
{said}<p class="way"><a class="button" href="{way}" target="{target}">Sign in with your account</a></p>"""

WRONG: Final = (
    "That is not the passphrase. Each try takes longer, and after ten nobody gets in for a while."
)
SHUT: Final = (
    "There were too many wrong passphrases, so nobody is let in for 15 minutes. Wait, then sign in. "
    "Where you are signed in already, you can go on."
)
UNREADABLE: Final = "The passphrase did not arrive. Please type it again."
NOT_LISTED: Final = (
    "This account is not on the list of those for whom this app opens, or its provider has not verified its "
    "address. Sign in with another one."
)
NOT_DONE: Final = "Signing in did not come to its end, and nobody was let in. Please try once more."
NO_PROVIDER: Final = (
    "The provider of your account does not answer, so nobody can sign in now. What was saved is safe; try "
    "again in a few minutes."
)
LOCKED: Final = (
    "Locked. What you were typing is kept in this browser, and comes back once you are in again."
)


def sign_in(*, wrong: str = "", note: str = "") -> str:
    """The page that asks for the passphrase: what is `wrong` is read out at once, a `note` is not."""
    described = ' aria-describedby="said"' if wrong else ""
    content = _SIGN_IN.format(said=_said(wrong, note), described=described)
    return _FRAME.format(title="Sign in to Follow Through", content=content)


def by_account(way: str, *, wrong: str = "", note: str = "", framed: bool = False) -> str:
    """The page that leads to the provider of an account.

    In a tab of its own where this page stands in a frame: providers refuse to be shown in one.
    """
    target = "_blank" if framed else "_self"
    content = _BY_ACCOUNT.format(said=_said(wrong, note), way=escape(way), target=target)
    return _FRAME.format(title="Sign in to Follow Through", content=content)


def closed(*sentences: str) -> str:
    """The page for those who are not even asked."""
    paragraphs = "\n".join(f"<p>{sentence}</p>" for sentence in sentences)
    title = "Follow Through is closed from here"
    return _FRAME.format(title=title, content=f"<h1>This door is closed</h1>\n{paragraphs}")


CLOSED_PAGE: Final = closed(
    "Follow Through is one person's notebook, and it opens only in a browser on the machine that it runs on.",
    f"If it is yours, open it there, at the address that was printed when it started. {NO_ENTRY}",
)
FOREIGN_PAGE: Final = closed(
    "Follow Through does not answer to this address, or not in this way.",
    f"If it is yours, open the address that was printed when it started, and type it yourself. {NO_ENTRY}",
)
MISCONFIGURED_PAGE: Final = closed(
    "This door is wrongly configured, so nobody gets in.",
    "If it is yours, look at what is set where it runs: a passphrase (make a new line with "
    "<code>python3 start.py passphrase</code>), or accounts with their list of addresses, and not both "
    f"(docs/hosting.md says what belongs to them). Then start the app again. {NO_ENTRY}",
)


def _said(wrong: str, note: str) -> str:
    alert = f'<p role="alert" id="said">{wrong}</p>\n' if wrong else ""
    return alert + (f"<p>{note}</p>\n" if note else "")
