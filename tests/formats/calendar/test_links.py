"""The links that fill in another calendar's form."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from hypothesis import given

from lib.domain.followups.entry import Entry
from lib.formats.calendar.links import LONGEST_LINK, google_url, outlook_url
from tests.formats.calendar.calendar_samples import INTERVIEW, NOTE, entries


def test_links_carry_title_time_and_place() -> None:
    google, outlook = (
        parse_qs(urlsplit(make(INTERVIEW)).query) for make in (google_url, outlook_url)
    )

    assert google["text"] == outlook["subject"] == [INTERVIEW.title]
    assert google["dates"] == ["20261124T150000Z/20261124T153000Z"]
    assert (outlook["startdt"], outlook["enddt"]) == (
        ["2026-11-24T15:00:00Z"],
        ["2026-11-24T15:30:00Z"],
    )
    assert google["location"] == outlook["location"] == ["14 Quay Street"]


def test_links_for_a_day_say_the_day() -> None:
    assert "dates=20261124/20261125" in google_url(NOTE)
    assert "startdt=2026-11-24&enddt=2026-11-25&allday=true" in outlook_url(NOTE)


@given(entries)
def test_links_are_short_enough_to_be_opened_and_hold_no_bare_sign(entry: Entry) -> None:
    for address in (google_url(entry), outlook_url(entry)):
        assert len(address) <= LONGEST_LINK
        assert address.isascii()
        assert address.isprintable()
        assert " " not in address
