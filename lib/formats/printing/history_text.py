"""A job's history to keep or to hand on: as Markdown, and as one page to print."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from itertools import groupby

from lib.domain.history.job_history import JobHistory, Line, LineKind
from lib.domain.history.lines import joined
from lib.domain.pocket import plain_line
from lib.formats.sending import file_stem

TEXT_SIGN = "\ufe0e"
"""Asks for the symbol as a plain sign, not as a coloured picture."""
SIGNS = {
    LineKind.INTERVIEW: "●",
    LineKind.SENT: f"✉{TEXT_SIGN}",
    LineKind.PROMISED: "◇",
    LineKind.KEPT: f"✓{TEXT_SIGN}",
    LineKind.LATE: "◐",
    LineKind.MOVED: "→",
    LineKind.MISSED: f"✗{TEXT_SIGN}",
    LineKind.LET_GO: "○",
    LineKind.DONE: f"✓{TEXT_SIGN}",
    LineKind.THEY_SAID: "❝",
    LineKind.DAY_PASSED: "◔",
    LineKind.HEARD: "←",
    LineKind.OWN: f"✎{TEXT_SIGN}",
    LineKind.GOOD_WORD: f"☺{TEXT_SIGN}",
    LineKind.OUTCOME: "■",
    LineKind.PLANNED: "□",
    LineKind.OVERDUE: "!",
    LineKind.THEIR_DAY: "◔",
}
"""They tell the kinds apart in black and white; the kind's word stands beside them."""
MARKUP = re.compile(r"([\\`*_\[\]{}#|~$^=]|:(?=[\w+-]+:))")
ENTITY = re.compile(r"&(?=#?\w+;)")
NOTHING_YET = "Nothing has happened yet."
NOTHING_TO_COME = "Nothing is open."

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>History: {title}</title>
<style>
@page {{ margin: 18mm 16mm 20mm; }}
* {{ box-sizing: border-box; margin: 0; padding: 0; }}
html {{ -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }}
body {{ background: #fdfaf3; color: #17140f; overflow-wrap: anywhere;
  font: 16px/1.4 "Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, serif; }}
main {{ max-width: 44rem; margin: 0 auto; padding: 2em 20px 3em; }}
h1 {{ font-size: 1.75em; line-height: 1.15; font-weight: 600; letter-spacing: -0.012em; }}
header p {{ color: #4d473c; }}
header .role {{ font-size: 1.1em; font-style: italic; }}
h2, .kind, time {{ font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }}
h2 {{ margin: 1.6em 0 0.4em; font-size: 0.8em; font-weight: 650; letter-spacing: 0.09em;
  text-transform: uppercase; break-after: avoid; }}
h2.coming {{ margin-top: 2em; padding-top: 1em; border-top: 2px solid #17140f; }}
ol {{ list-style: none; }}
li {{ display: grid; grid-template-columns: 7.8em 1.4em 1fr; column-gap: 0.4em; padding: 0.4em 0;
  border-bottom: 1px solid #cfc6b3; break-inside: avoid; }}
time {{ font-size: 0.82em; line-height: 1.7; color: #4d473c; }}
time span {{ display: block; white-space: nowrap; }}
.sign {{ text-align: center; }}
.kind {{ font-size: 0.8em; font-weight: 600; }}
.more {{ font-size: 0.9em; color: #4d473c; }}
.bad .kind {{ text-decoration: underline; }}
@media (max-width: 520px) {{
  li {{ grid-template-columns: 1.4em 1fr; }}
  time {{ grid-column: 2; }}
  time span {{ display: inline; }}
  .sign {{ grid-column: 1; grid-row: 2; }}
}}
@media print {{
  body {{ background: none; color: #000; font-size: 10.5pt; }}
  main {{ max-width: none; padding: 0; }}
  header p, time, .more {{ color: #000; }}
  li {{ border-color: #999; }}
}}
</style>
</head>
<body>
<main>
<header><h1 dir="auto">{company}</h1><p class="role" dir="auto">{role}</p>
<p>What happened until {until}</p></header>
{past}
<h2 class="coming">Still to come</h2>
{to_come}
</main>
</body>
</html>
"""
NOT_KEPT = (LineKind.LATE, LineKind.MISSED, LineKind.OVERDUE, LineKind.DAY_PASSED)


def markdown(history: JobHistory) -> str:
    """The whole history as Markdown, month by month, what is still to come at its end."""
    job = history.job
    parts = [
        f"# {escaped(job.company)}: {escaped(job.role)}",
        f"What happened until {history.until()}",
    ]
    for month, lines in by_month(history.past):
        parts += [f"## {month}", _items(history, lines)]
    if not history.past:
        parts.append(NOTHING_YET)
    parts += ["---", "## Still to come", _items(history, history.to_come) or NOTHING_TO_COME]
    return "\n\n".join(parts) + "\n"


def page_html(history: JobHistory) -> str:
    """The whole history as one page that needs nothing else: to read, or to print in black and white."""
    past = "\n".join(
        f"<h2>{month}</h2>\n{_list(history, lines)}" for month, lines in by_month(history.past)
    )
    return PAGE.format(
        title=_html(history.job.company),
        company=_html(history.job.company),
        role=_html(history.job.role),
        until=_html(history.until()),
        past=past or f"<p>{NOTHING_YET}</p>",
        to_come=_list(history, history.to_come) if history.to_come else f"<p>{NOTHING_TO_COME}</p>",
    )


def by_month(lines: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """The lines under the months in which they happened: "November 2026"."""
    return [
        (month, list(some))
        for month, some in groupby(lines, key=lambda one: f"{one.when.day:%B %Y}")
    ]


def file_name(history: JobHistory, ending: str) -> str:
    """A file name that every system takes, such as "history-harbor-vale.md"."""
    return "-".join(filter(None, ("history", file_stem(history.job.company)))) + f".{ending}"


def escaped(text: str) -> str:
    """The text on one line of Markdown, shown letter for letter: no link, tag, table or formula."""
    safe = MARKUP.sub(r"\\\1", ENTITY.sub("&amp;", plain_line(text)))
    return safe.replace("<", "&lt;").replace(">", "&gt;")


def _items(history: JobHistory, lines: Iterable[Line]) -> str:
    return "\n".join(f"- {_item(history, one)}" for one in lines)


def _item(history: JobHistory, line: Line) -> str:
    parts = (
        joined(history.day_words(line.when), history.clock_words(line.when), by=", "),
        f"*{line.kind.value}*",
        f"**{escaped(line.words)}**",
        escaped(line.more),
    )
    return " · ".join(part for part in parts if part)


def _list(history: JobHistory, lines: Iterable[Line]) -> str:
    return "<ol>\n" + "\n".join(_row(history, one) for one in lines) + "\n</ol>"


def _row(history: JobHistory, line: Line) -> str:
    more = f' <span class="more" dir="auto">{_html(line.more)}</span>' if line.more else ""
    day, clock = history.day_words(line.when), history.clock_words(line.when)
    bad = ' class="bad"' if line.kind in NOT_KEPT else ""
    return (
        f"<li{bad}>"
        f"<time><span>{day}</span> <span>{clock}</span></time>"
        f'<span class="sign" aria-hidden="true">{SIGNS[line.kind]}</span>'
        f'<div><p dir="auto">{_html(line.words)}</p>'
        f'<p><span class="kind">{line.kind.value}</span>{more}</p></div></li>'
    )


def _html(text: str) -> str:
    return escape(plain_line(text))
