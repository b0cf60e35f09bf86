"""A page to copy a handwritten card from, or to print one: exactly 6 by 4 inches."""

from __future__ import annotations

from html import escape
from math import sqrt

from lib.domain.notes import Text

BIG, SMALL = 15.0, 9.0
ROOM = 620
"""Characters that fit the card in the bigger letters."""

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Card</title>
<style>
@page {{ size: 6in 4in; margin: 0; }}
* {{ box-sizing: border-box; }}
html, body {{ margin: 0; }}
body {{ background: #e9e4da; color: #23201b; }}
main {{ width: 6in; height: 4in; padding: 0.45in 0.5in; margin: 0.4in auto; overflow: hidden;
  background: #fffdf8; box-shadow: 0 1px 8px #0003; font: {size}pt/1.45 Georgia, "Times New Roman", serif;
  white-space: pre-wrap; overflow-wrap: anywhere; }}
aside {{ width: 6in; margin: 0 auto 0.4in; font: 11pt/1.5 Georgia, serif; white-space: pre-wrap; }}
@media print {{
  body {{ background: none; }}
  main {{ margin: 0; box-shadow: none; }}
  aside {{ display: none; }}
}}
</style>
</head>
<body>
<main dir="auto">{body}</main>
{envelope}
</body>
</html>
"""


def card_html(text: Text, *, reader_address: str = "") -> str:
    """A whole page that prints as one 6×4 in card; the envelope's address stands below it on the screen."""
    envelope = (
        f'<aside dir="auto">For the envelope:\n{escape(reader_address)}</aside>' if reader_address else ""
    )
    return PAGE.format(body=escape(text.body), envelope=envelope, size=_size(text.body))


def _size(body: str) -> float:
    """Points: the longer the text, the smaller, so that it stays on the card."""
    lines = body.count("\n") * 25
    return max(SMALL, min(BIG, round(BIG * sqrt(ROOM / max(1, len(body) + lines)), 1)))
