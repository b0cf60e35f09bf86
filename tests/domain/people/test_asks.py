"""One ask, step by step, and the follow-ups that each step gives rise to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.dates.workdays import Workdays
from lib.domain.followups.ask_plan import AskCase, plan_ask
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interview
from lib.domain.people.asks import Ask, Reached, Step, advanced, asked_lately, before, first_held
from lib.domain.people.contacts import Contact

ZONE = "America/New_York"
THURSDAY = Interview(id="i", job_id="j", day=date(2026, 11, 19), clock=time(10), zone=ZONE)
NOOR = Contact(id="noor", name="Noor Haddad")


def at(day: int, hour: int = 15, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


def ask(*steps: tuple[Step, datetime]) -> Ask:
    return Ask(id="a", job_id="j", contact_id="noor", steps=tuple(Reached(*one) for one in steps))


def planned(one: Ask, first: Interview | None = THURSDAY) -> dict[Kind, FollowUp]:
    return {each.kind: each for each in plan_ask(AskCase(one, NOOR, first, Workdays(), ZONE))}


def test_an_ask_begins_as_an_idea_and_goes_on_step_by_step() -> None:
    one = ask((Step.IDEA, at(19)))

    agreed = advanced(advanced(one, Step.ASKED, at(20)), Step.AGREED, at(23))

    assert (one.step, agreed.step) == (Step.IDEA, Step.AGREED)
    assert agreed.reached_at(Step.ASKED) == at(20)


def test_a_step_that_cannot_follow_is_refused() -> None:
    with pytest.raises(ValueError, match="thanked cannot follow idea"):
        advanced(ask(), Step.THANKED, at(20))


def test_the_same_step_twice_changes_nothing() -> None:
    one = ask((Step.IDEA, at(19)), (Step.ASKED, at(20)))

    assert advanced(one, Step.ASKED, at(23)) is one


def test_somebody_who_said_no_may_still_say_yes() -> None:
    one = ask((Step.IDEA, at(19)), (Step.ASKED, at(20)), (Step.DECLINED, at(21)))

    assert one.is_over()
    assert advanced(one, Step.AGREED, at(24)).step is Step.AGREED


def test_a_step_taken_back_takes_what_came_after_it_along() -> None:
    one = ask((Step.IDEA, at(19)), (Step.ASKED, at(20)), (Step.AGREED, at(21)), (Step.DONE, at(24)))

    assert before(one, Step.AGREED).step is Step.ASKED
    assert before(one, Step.THANKED) == one


def test_it_is_too_early_until_the_first_interview_is_over() -> None:
    assert first_held([THURSDAY], at(19, 15)) is None
    assert first_held([THURSDAY], at(19, 16)) is THURSDAY
    assert first_held([], at(30)) is None


def test_only_asks_of_the_last_two_months_count_as_lately() -> None:
    old = ask((Step.ASKED, at(1, month=9)))
    fresh = ask((Step.ASKED, at(20)))
    idea = ask((Step.IDEA, at(20)))

    assert asked_lately([old, fresh, idea, fresh], "noor", at(23)) == 2
    assert asked_lately([fresh], "somebody else", at(23)) == 0


def test_an_idea_is_to_be_asked_on_the_working_day_after_the_first_interview() -> None:
    follow_up = planned(ask((Step.IDEA, at(12))))[Kind.GOOD_WORD]

    assert (follow_up.due.day, follow_up.due.zone) == (date(2026, 11, 20), ZONE)
    assert follow_up.is_open()
    assert (follow_up.who, follow_up.ask_id, follow_up.interview_id) == ("Noor Haddad", "a", "")


def test_an_idea_that_came_late_is_to_be_asked_on_the_next_working_day() -> None:
    friday = planned(ask((Step.IDEA, at(27))))[Kind.GOOD_WORD]

    assert friday.due.day == date(2026, 11, 30)


def test_before_any_interview_is_entered_nothing_is_due() -> None:
    assert planned(ask((Step.IDEA, at(12))), first=None) == {}


def test_whoever_was_asked_is_reminded_after_a_week_on_a_working_day() -> None:
    found = planned(ask((Step.IDEA, at(19)), (Step.ASKED, at(21))))

    assert found[Kind.GOOD_WORD].done_at == at(21)
    assert found[Kind.GOOD_WORD_AGAIN].due.day == date(2026, 11, 30), "the 28th is a Saturday"
    assert found[Kind.GOOD_WORD_AGAIN].is_open()


def test_who_agreed_is_reminded_a_week_after_that() -> None:
    found = planned(ask((Step.IDEA, at(19)), (Step.ASKED, at(20)), (Step.AGREED, at(24))))

    assert found[Kind.GOOD_WORD_AGAIN].due.day == date(2026, 12, 1)


@pytest.mark.parametrize("last", [Step.DONE, Step.DECLINED])
def test_nobody_is_reminded_once_it_is_settled(last: Step) -> None:
    found = planned(ask((Step.IDEA, at(19)), (Step.ASKED, at(20)), (last, at(24))))

    assert not found[Kind.GOOD_WORD_AGAIN].is_open()


def test_who_has_spoken_is_thanked_the_day_after() -> None:
    found = planned(ask((Step.IDEA, at(19)), (Step.ASKED, at(20)), (Step.DONE, at(24))))

    assert found[Kind.CONTACT_THANKS].due.day == date(2026, 11, 25)


def test_the_day_of_a_step_is_the_one_by_the_persons_own_calendar() -> None:
    late = datetime(2026, 11, 25, 3, tzinfo=UTC)

    found = planned(ask((Step.IDEA, at(19)), (Step.ASKED, at(20)), (Step.DONE, late)))

    assert found[Kind.CONTACT_THANKS].due.day == date(2026, 11, 25), (
        "it was still the 24th in New York"
    )


def test_thanks_that_went_out_are_done() -> None:
    thanked = at(25) + timedelta(hours=2)
    found = planned(
        ask((Step.IDEA, at(19)), (Step.ASKED, at(20)), (Step.DONE, at(24)), (Step.THANKED, thanked))
    )

    assert found[Kind.CONTACT_THANKS].done_at == thanked


@given(
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.integers(0, 23),
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.sampled_from(["America/New_York", "Asia/Tokyo", "Europe/Berlin", "Pacific/Kiritimati"]),
)
def test_nobody_is_ever_to_be_asked_before_the_first_interview(
    day: date, hour: int, thought_on: date, zone: str
) -> None:
    first = replace(THURSDAY, day=day, clock=time(hour), zone=zone)
    thought_of = datetime.combine(thought_on, time(12), UTC)
    case = AskCase(ask((Step.IDEA, thought_of)), NOOR, first, Workdays(), zone)

    (asking,) = plan_ask(case)

    assert asking.due.day > first.ended_on()
    assert asking.due.day.weekday() < 5
