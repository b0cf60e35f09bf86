"""A job's history on paper and as Markdown: all of it, and nothing that was typed is obeyed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.sync_api import ViewportSize

from lib.domain.dates.due import Due
from lib.domain.english import DateStyle, English
from lib.domain.history.job_history import JobHistory, Line, LineKind
from lib.domain.jobs import Job
from lib.formats.printing.history_text import (
    NOTHING_TO_COME,
    NOTHING_YET,
    SIGNS,
    by_month,
    escaped,
    file_name,
    markdown,
    page_html,
)
from tests.formats.printing.press import HOSTILE, PAPERS, PHONE, Press

ZONE = "America/New_York"
NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)
DESKTOP: ViewportSize = {"width": 1280, "height": 900}


def line(at: datetime, kind: LineKind, words: str, more: str = "", *, timed: bool = True) -> Line:
    when = Due.at(at, ZONE)
    return Line(at=at, when=when if timed else Due(when.day), kind=kind, words=words, more=more)


TYPICAL = JobHistory(
    job=Job(id="j", company="Harbor & Vale", role="Claims Analyst"),
    past=(
        line(
            datetime(2026, 10, 30, 14, tzinfo=UTC),
            LineKind.INTERVIEW,
            "Panel interview",
            "with Dana",
        ),
        line(
            datetime(2026, 11, 2, 14, tzinfo=UTC), LineKind.OWN, "Met Dana at the fair", timed=False
        ),
        line(datetime(2026, 11, 3, 14, tzinfo=UTC), LineKind.LATE, "Call Priya", "1 day late"),
    ),
    to_come=(
        Line(
            at=NOW, when=Due(date(2026, 11, 27)), kind=LineKind.PLANNED, words="Check in", more=""
        ),
    ),
    now=NOW,
    zone=ZONE,
    style=DateStyle(),
)
BARE = replace(TYPICAL, past=(), to_come=())
TRICKS = (
    "<script>alert(1)</script>",
    "x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "| a | b |",
    "`code` ``more`` ```",
    "one\r\n# two\n\n- three\u2028four",
    "$5M-$10M and :smile: and ~~gone~~",
    "<!-- &lt; &#60; -->",
    "a \ud800 b \x00\x1b[31m",
    "{braces} %s {0.__class__}",
    "**bold** __under__ \\",
)


def typed(words: str) -> JobHistory:
    """A history in which those words stand everywhere."""
    lines = tuple(replace(one, words=words, more=words) for one in TYPICAL.past)
    return replace(
        TYPICAL,
        job=replace(TYPICAL.job, company=words, role=words),
        past=lines,
        to_come=tuple(replace(one, words=words, more=words) for one in TYPICAL.to_come),
    )


def test_markdown_goes_month_by_month_with_what_is_to_come_at_its_end() -> None:
    assert markdown(TYPICAL) == (
        "# Harbor & Vale: Claims Analyst\n\n"
        "What happened until Tue, Nov 24, 2026, 12 p.m.\n\n"
        "## October 2026\n\n"
        "- Fri, Oct 30, 2026, 10 a.m. · *Interview* · **Panel interview** · with Dana\n\n"
        "## November 2026\n\n"
        "- Mon, Nov 2, 2026 · *Noted* · **Met Dana at the fair**\n"
        "- Tue, Nov 3, 2026, 9 a.m. · *Kept late* · **Call Priya** · 1 day late\n\n"
        "---\n\n"
        "## Still to come\n\n"
        "- Fri, Nov 27, 2026 · *Planned* · **Check in**\n"
    )


def test_a_clock_of_24_hours_is_kept_to() -> None:
    assert "Tue, Nov 3, 2026, 09:00" in markdown(replace(TYPICAL, style=DateStyle(clock_24h=True)))


def test_days_and_times_are_written_as_the_person_reads_them() -> None:
    british = replace(TYPICAL, style=DateStyle(English.BRITISH))

    assert "- Tue 3 Nov 2026, 9am · " in markdown(british)
    assert "<span>Tue 3 Nov 2026</span> <span>9am</span>" in page_html(british)
    assert "<span>Tue, Nov 3, 2026</span> <span>9 a.m.</span>" in page_html(TYPICAL)
    assert "What happened until Tue 24 Nov 2026, 12pm" in markdown(british)


def test_where_there_is_nothing_it_says_so() -> None:
    for written in (markdown(BARE), page_html(BARE)):
        assert NOTHING_YET in written
        assert NOTHING_TO_COME in written


def test_the_same_month_of_two_years_has_two_headings() -> None:
    year_later = replace(TYPICAL.past[-1], when=Due(date(2027, 11, 3)))

    assert [month for month, _ in by_month((TYPICAL.past[-1], year_later))] == [
        "November 2026", "November 2027"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("Harbor & Vale, 5 % (new)", "Harbor & Vale, 5 % (new)"),
        ("a|b", "a\\|b"),
        ("x](javascript:y)", "x\\](javascript:y)"),
        ("<b>", "&lt;b&gt;"),
        ("&lt; &#60;", "&amp;lt; &amp;\\#60;"),
        ("a\\", "a\\\\"),
        (":smile:", "\\:smile:"),
        ("at 10:00", "at 10:00"),
        ("one\r\ntwo\n\nthree", "one two three"),
        ("a\ud800b\x00", "ab"),
    ],
)
def test_words_are_shown_letter_for_letter(words: str, safe: str) -> None:
    assert escaped(words) == safe


@pytest.mark.parametrize("words", [*TRICKS, *HOSTILE])
def test_nothing_typed_is_markup_in_markdown(words: str) -> None:
    written = markdown(typed(words))

    rest = re.sub(r"\\.", "", written)
    for line in rest.splitlines():
        assert re.match(r"# |## \w+|What happened|---$|- \w{3}, \w{3} \d|$", line), line
    assert len(written.splitlines()) == len(markdown(TYPICAL).splitlines())
    assert not re.search(r"[<>`\[\]|~$]", rest)
    assert written.encode()


@pytest.mark.parametrize("words", TRICKS)
def test_nothing_typed_is_markup_in_the_page(words: str) -> None:
    page = page_html(typed(words))

    tags = set(re.findall(r"<(/?\w+|!)", page))
    assert tags <= set(re.findall(r"<(/?\w+|!)", page_html(TYPICAL)))
    assert page.count("<li") == 4
    assert page.encode()


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_is_typed_is_shown_and_nothing_is_fetched(press: Press, words: str) -> None:
    seen = press.seen(page_html(typed(words)), DESKTOP)

    assert seen.words.count(words) >= 10
    assert seen.title == f"History: {words}"
    assert seen.requests == ()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_page_is_never_wider_than_the_screen(press: Press, size: ViewportSize) -> None:
    long = typed("averylongword" * 30)

    assert press.seen(page_html(long), size).width <= size["width"]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_short_history_prints_on_one_page_and_a_long_one_on_several(
    press: Press, paper: str
) -> None:
    lines = tuple(replace(TYPICAL.past[0], at=NOW + timedelta(days=i)) for i in range(60))

    assert len(press.printed(page_html(TYPICAL), paper).pages) == 1
    assert 2 <= len(press.printed(page_html(replace(TYPICAL, past=lines)), paper).pages) <= 5


def test_the_page_tells_the_kinds_apart_without_colour() -> None:
    page = page_html(TYPICAL)

    assert SIGNS.keys() == set(LineKind)
    for one in (*TYPICAL.past, *TYPICAL.to_come):
        assert f'aria-hidden="true">{SIGNS[one.kind]}</span>' in page
        assert f'<span class="kind">{one.kind.value}</span>' in page
    assert "@page { margin:" in page


def test_the_page_names_nothing_outside_itself() -> None:
    page = page_html(TYPICAL)

    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert not re.search(r"https?:|url\(|@import|<script|<link|<img", page)


def test_file_names_are_plain() -> None:
    assert file_name(TYPICAL, "md") == "history-harbor-vale.md"
    assert file_name(typed("港"), "html") == "history.html"
