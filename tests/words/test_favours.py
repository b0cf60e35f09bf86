"""What a contact did and what came of it, read from scraps."""

from __future__ import annotations

import pytest

from lib.words import favours


@pytest.mark.parametrize(
    ("scrap", "said"),
    [
        ("wrote to Dana on Monday", "you wrote to Dana on Monday"),
        ("called her", "you called Dana"),
        ("Told her about me", "you told Dana about me"),
        ("Jo rang Dana, 10 min", "you rang Dana"),
        ("she mentioned me in the team meeting", "you mentioned me in the team meeting"),
        ("has written to Dana", "you have written to Dana"),
        ("put in a good word on Wed", "you put in a good word on Wednesday"),
        ("already emailed him twice", "you already emailed Dana twice"),
        ("spoke w/ Dana Fri", "you spoke with Dana on Friday"),
        ("spoken to Dana", "you have spoken to Dana"),
        ("sent Dana an e-mail, cc me", "you sent Dana an e-mail"),
        ("rang Dana but she is on leave", "you rang Dana"),
        ("did it! told Dana", ""),
        ("told them about me", ""),
        ("called her and told her", ""),
        ("talked to her assistant", ""),
        ("told Dana he'd hire me", ""),
        ("will call her tomorrow", ""),
        ("declined politely", ""),
        ("a call with Dana", ""),
        ("called?", ""),
        ("called", ""),
        ("", ""),
    ],
)
def test_what_they_did_is_said_to_them_where_it_is_sure(scrap, said):
    assert favours.did(scrap, "Jo", "Dana") == said


def test_her_and_him_stand_for_nobody_where_two_may_be_meant():
    assert favours.did("called her", "Jo", "") == ""


@pytest.mark.parametrize(
    ("scrap", "said"),
    [
        ("second interview on Thursday", "a second interview on Thursday"),
        ("interview next wk", "an interview next week"),
        ("offer!", "an offer"),
        ("final round on Fri", "the final round on Friday"),
        ("got a second interview", "I got a second interview"),
        ("invited back", "I was invited back"),
        ("invited me back", "they invited me back"),
        ("hired someone else", "they hired someone else"),
        ("turned down", "I was turned down"),
        ("rejected, sadly", "I was rejected, sadly"),
        ("was invited for a trial day", "I was invited for a trial day"),
        ("interview moved to Mon", "interview moved to Monday"),
        ("they invited me back", "they invited me back"),
        ("call was good", "call was good"),
        ("she called me the next day", "she called me the next day"),
        ("nothing yet", ""),
        ("your friend called me", ""),
        ("why?", ""),
        ("", ""),
    ],
)
def test_what_came_of_it_stands_behind_a_colon(scrap, said):
    assert favours.came(scrap, "Dana") == said


def test_she_is_not_spoken_of_where_nobody_was_named():
    assert favours.came("she called me the next day", "") == ""


@pytest.mark.parametrize("scrap", ["nothing yet", "- no news", "still waiting", "TBD", "n/a", "not yet"])
def test_nothing_yet_is_understood(scrap):
    assert favours.is_nothing(scrap)
    assert not favours.is_nothing("they called")
