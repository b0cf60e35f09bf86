"""What is refused, and with which sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.debriefs import Commitment, Debrief, PersonDebrief, Request, Said, SpokenPromise
from lib.domain.errors import FollowThroughError
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Text
from lib.domain.people.contacts import Contact
from lib.domain.profile import Profile
from lib.domain.validation import (
    LONGEST_FIELD,
    LONGEST_NAME,
    LONGEST_TEXT,
    Refused,
    problems_with_contact,
    problems_with_debrief,
    problems_with_interview,
    problems_with_interviewer,
    problems_with_job,
    problems_with_profile,
    problems_with_text,
    refuse,
)

JOB = Job(id="j", company="Harbor & Vale", role="Analyst", link="https://harbor.example/jobs/7")
ROUND = Interview(
    id="i", job_id="j", day=date(2026, 11, 19), clock=time(10), zone="America/New_York"
)
DANA = Interviewer(id="d", job_id="j", name="Dana Whitfield", email="dana@harbor.example")
PROFILE = Profile(name="Priya Raman", email="priya@raman.example", zone="Asia/Tokyo")


NO_LINK = "The link should begin with http:// or https://."


def too_long(problems: Iterable[str]) -> list[str]:
    """What is said to have too many characters."""
    return re.findall(r"“([^”]+)” has [\d,]+ characters", " ".join(problems))


def test_what_is_filled_in_properly_is_fine() -> None:
    assert list(problems_with_job(JOB)) == []
    assert list(problems_with_interview(ROUND)) == []
    assert list(problems_with_interviewer(DANA)) == []
    assert list(problems_with_profile(PROFILE)) == []


def test_what_is_not_known_yet_may_stay_empty() -> None:
    assert list(problems_with_job(replace(JOB, link="  "))) == []
    assert list(problems_with_interviewer(Interviewer(id="d", job_id="j"))) == []
    assert list(problems_with_profile(Profile())) == []
    assert list(problems_with_debrief(Debrief(id="i"))) == []
    assert list(problems_with_text(Text())) == []


def test_what_somebody_is_greeted_as_has_the_length_of_a_name() -> None:
    contact = Contact(id="c", name="Dana Whitfield", greet_as="D" * LONGEST_NAME)
    assert list(problems_with_contact(contact)) == []
    assert list(problems_with_interviewer(replace(DANA, greet_as="D" * LONGEST_NAME))) == []

    longer = "D" * (LONGEST_NAME + 1)
    assert too_long(problems_with_contact(replace(contact, greet_as=longer))) == ["Greet as"]
    assert too_long(problems_with_interviewer(replace(DANA, greet_as=longer))) == ["Greet as"]


def test_a_job_needs_a_company_and_a_role() -> None:
    assert list(problems_with_job(replace(JOB, company=" ", role="\t"))) == [
        "Which company is it? Enter its name.",
        "Which role is it? Enter what it is called.",
    ]


@pytest.mark.parametrize(
    "link", ["http://x.example", "HTTPS://X.example/a?b=c", "  https://x.example  "]
)
def test_a_link_may_be_any_web_address(link: str) -> None:
    assert list(problems_with_job(replace(JOB, link=link))) == []


@pytest.mark.parametrize(
    "link",
    ["x.example", "ftp://x.example", "javascript:alert(1)", "https://", "https:///a", "https://["],
)
def test_a_link_that_is_no_web_address_is_refused(link: str) -> None:
    assert list(problems_with_job(replace(JOB, link=link))) == [NO_LINK]


@pytest.mark.parametrize(
    ("year", "right"), [(1999, False), (2000, True), (2100, True), (2101, False)]
)
def test_an_interview_is_in_this_century_and_may_be_past(year: int, right: bool) -> None:
    found = list(problems_with_interview(replace(ROUND, day=date(year, 6, 1))))

    wrong = [f"The year {year} cannot be right. Check the day."]
    assert found == ([] if right else wrong)


@pytest.mark.parametrize(
    ("minutes", "right"), [(-30, False), (0, False), (1, True), (1440, True), (1441, False)]
)
def test_an_interview_lasts_from_a_minute_to_a_day(minutes: int, right: bool) -> None:
    found = list(problems_with_interview(replace(ROUND, minutes=minutes)))

    assert len(found) == (0 if right else 1)
    assert all("Check" in sentence for sentence in found)


@pytest.mark.parametrize(
    "zone", ["", "Mars/Base", "../../etc/passwd", "/etc/localtime", "Europe", "\0", "A" * 999]
)
def test_a_zone_that_does_not_exist_is_refused(zone: str) -> None:
    (sentence,) = problems_with_interview(replace(ROUND, zone=zone))

    assert sentence.endswith("is not a time zone. Choose one from the list.")
    assert len(sentence) < 120


def test_a_profile_may_have_no_zone_yet_but_no_wrong_one() -> None:
    assert list(problems_with_profile(replace(PROFILE, zone=""))) == []
    assert list(problems_with_profile(replace(PROFILE, zone="Mars/Base"))) == [
        "“Mars/Base” is not a time zone. Choose one from the list."
    ]


@pytest.mark.parametrize(
    "email", ["", " dana@harbor.example ", "d.w+jobs@mail.harbor.example", "dana@härbor.example"]
)
def test_an_address_that_can_be_written_to_is_fine(email: str) -> None:
    assert list(problems_with_interviewer(replace(DANA, email=email))) == []


@pytest.mark.parametrize(
    "email",
    [
        *("dana", "dana@", "@harbor.example", "dana@@harbor.example", "dana @harbor.example"),
        *("Dana <dana@harbor.example>", "dana@harbor.example, x@y.example"),
        "dana@harbor.example\nBcc: x@y.example",
    ],
)
def test_what_is_no_single_address_is_refused_and_shown(email: str) -> None:
    (sentence,) = problems_with_interviewer(replace(DANA, email=email))

    assert sentence == f"“{email}” is not an e-mail address. Check it, or leave it empty."
    assert list(problems_with_profile(replace(PROFILE, email=email))) == [sentence]


NAME, FIELD, TEXT = "x" * LONGEST_NAME, "x" * LONGEST_FIELD, "x" * LONGEST_TEXT


@pytest.mark.parametrize(
    ("check", "thing", "field", "most"),
    [
        *((problems_with_job, JOB, field, NAME) for field in ("company", "role")),
        (problems_with_job, JOB, "found_at", FIELD),
        (problems_with_job, JOB, "remarks", TEXT),
        (problems_with_interview, ROUND, "place", FIELD),
        (problems_with_interview, ROUND, "remarks", TEXT),
        *(
            (problems_with_interviewer, DANA, field, NAME)
            for field in ("name", "position", "phone")
        ),
        (problems_with_interviewer, DANA, "address", FIELD),
        *((problems_with_profile, PROFILE, field, NAME) for field in ("name", "phone", "sign_off")),
        (problems_with_text, Text(), "subject", NAME * 2),
        (problems_with_text, Text(), "body", TEXT),
    ],
)
def test_a_text_may_be_long_but_not_endless(
    check: Callable[..., Any], thing: Any, field: str, most: str
) -> None:
    at_most, longer = replace(thing, **{field: most}), replace(thing, **{field: most + "x"})

    assert list(check(at_most)) == []
    assert len(too_long(check(longer))) == len(list(check(longer))) == 1


def test_the_sentence_about_a_long_text_counts_what_is_there() -> None:
    (sentence,) = problems_with_text(Text(body=TEXT + "x"))

    assert sentence == "“Note” has 20,001 characters; 20,000 is the most. Shorten it to keep it."


@pytest.mark.parametrize(
    ("debrief", "called"),
    [
        (
            {"people": (PersonDebrief(interviewer_id="d", said=Said(topic=FIELD + "x")),)},
            "What I say to them",
        ),
        (
            {"people": (PersonDebrief(interviewer_id="d", said=Said(answer=FIELD + "x")),)},
            "What I say to them",
        ),
        ({"people": (PersonDebrief(interviewer_id="d", noted=TEXT + "x"),)}, "My own notes"),
        ({"people": (PersonDebrief(interviewer_id="d", valued=FIELD + "x"),)}, "What they value"),
        ({"requests": (Request(id="r", what=FIELD + "x"),)}, "What they asked for"),
        ({"promises": (SpokenPromise(id="s", about=FIELD + "x"),)}, "What the promise is about"),
        ({"commitment": Commitment(what=FIELD + "x")}, "What happens next"),
        ({"next_time": FIELD + "x"}, "What you would do differently"),
    ],
)
def test_a_checklist_is_refused_only_where_a_text_is_too_long(
    debrief: dict[str, Any], called: str
) -> None:
    assert too_long(problems_with_debrief(Debrief(id="i", **debrief))) == [called]


def test_refused_says_all_sentences() -> None:
    with pytest.raises(FollowThroughError) as caught:
        refuse(problems_with_job(replace(JOB, company="", role="")))

    assert isinstance(caught.value, Refused)
    assert caught.value.sentence == (
        "Which company is it? Enter its name. Which role is it? Enter what it is called."
    )


def test_refuse_does_not_raise_where_there_is_no_problem() -> None:
    refuse(iter(()))


@given(text=st.text(max_size=60))
def test_whatever_is_typed_is_judged_and_never_breaks_the_judge(text: str) -> None:
    found = [
        *problems_with_job(replace(JOB, company=text, link=text)),
        *problems_with_interview(replace(ROUND, zone=text)),
        *problems_with_interviewer(replace(DANA, name=text, email=text)),
    ]

    shown = r"Which company|The link|“.*” is not a(n e-mail address| time zone)"
    assert all(re.match(shown, sentence, re.DOTALL) for sentence in found)
