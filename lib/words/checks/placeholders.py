"""Places that are still to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.words.checks.case import Case, block
from lib.words.checks.finding import Finding

MOST_SHOWN = 60
STYLES = (
    re.compile(r"\[[^\[\]\n]{0,80}\]|\{\{?[^{}\n]{0,80}\}?\}"),
    re.compile(r"<<?(?![^<>\n]*[@:/])[A-Za-z][^<>\n]{0,60}>>?"),
    re.compile(
        r"(?<![\w-])X{2,}(?![\w-])|(?<!\w)[xX]{1,3}\s?%|(?<!\w)N{1,2}\s?%|\$[xX]{1,3}(?!\w)"
    ),
    re.compile(r"\b(?:TODO|TBD|TBC|TBA|FIXME|PLACEHOLDER|CHANGEME)\b|\b[Tt]odo:|\btbd\b|\btbc\b"),
    re.compile(r"_{2,}|\?{3,}|\.{5,}|…{2,}|#{2,}|\*{3,}"),
    re.compile(r"\$(?:[A-Z][A-Z_]{2,}|[a-z]+(?:_[a-z]+)+|\{\w+\})|%[A-Z][A-Z_]{2,}%|%[sd]\b"),
    re.compile(r"\blorem ipsum\b[^.\n]*|\bdolor sit amet\b[^.\n]*", re.IGNORECASE), re.compile(
        r"\(?\b(?:insert|add|enter|fill in|put|type|mention|name) (?:your |the |a |an |their "
        r"|his |her |any )?(?:[\w'-]+ ){0,4}here\b\)?",
        re.IGNORECASE,
    ),
    re.compile(
        r"[(«](?:your |the |company |hiring |interviewer'?s? |recruiter'?s? |job |my |first "
        r"|last |full |reader'?s? |manager'?s? )*"
        r"(?:name|title|position|role|company|date|day|topic|phone number|phone|number|project"
        r"|skill|skills)[)»]",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:your name|company name|interviewer'?s? name|job title|name of (?:the )?(?:company"
        r"|interviewer|reader))(?: here)?(?=[,.\n]|\Z)"
        r"|\b(?:COMPANY|POSITION|FIRST|LAST|YOUR|INTERVIEWER|MANAGER|JOB)[ _](?:NAME|TITLE|ROLE)\b",
    ),
)  # fmt: skip


def find_placeholders(case: Case) -> Iterator[Finding]:
    """Finds the first place that nobody has filled in, whatever its style."""
    whole, names = case.whole(), case.names
    for style in STYLES:
        for match in style.finditer(whole):
            words = match.group().strip()
            if len(words) > 1 and words not in names:
                yield block(
                    "placeholder", f"“{words[:MOST_SHOWN]}” is still to be filled in.", words
                )
                return
