"""What cannot be kept, and the sentence that says why.

Browsers check some of it too; this is what counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from lib.domain.answers import Answer, EventKind, JobEvent
from lib.domain.dates.due import is_skipped
from lib.domain.debriefs import Debrief
from lib.domain.errors import FollowThroughError
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import GREETING, Filled, Text
from lib.domain.people.asks import Ask
from lib.domain.people.contacts import Contact
from lib.domain.profile import Profile
from lib.domain.strategies import Strategy

FIRST_YEAR, LAST_YEAR = 2000, 2100
LONGEST_NAME = 200
LONGEST_FIELD = 5_000
LONGEST_TEXT = 20_000
LONGEST_INTERVIEW = 24 * 60

_MAIL = re.compile(r"^[^\s@<>,;:]+@[^\s@<>,;:.]+(?:\.[^\s@<>,;:]+)*$")
_MAIL_WITH_DOT = re.compile(r"^[^\s@<>,;:]+@[^\s@<>,;:]+\.[^\s@<>,;:]+$")


class Refused(FollowThroughError):
    """Input that cannot be kept. Nothing was saved, and what was typed still stands on the page."""


def refuse(problems: Iterable[str]) -> None:
    """Raises Refused if there are any; each is a sentence that says what to do."""
    found = " ".join(problems)
    if found:
        raise Refused(found)


def problems_with_job(job: Job) -> Iterator[str]:
    """Yields what is wrong with a job."""
    if not job.company.strip():
        yield "Which company is it? Enter its name."
    if not job.role.strip():
        yield "Which role is it? Enter what it is called."
    yield from _too_long("company", job.company, LONGEST_NAME)
    yield from _too_long("role", job.role, LONGEST_NAME)
    yield from _too_long("place where you found it", job.found_at, LONGEST_FIELD)
    yield from _too_long("notes", job.remarks, LONGEST_TEXT)
    yield from _link(job.link)


def problems_with_interview(interview: Interview) -> Iterator[str]:
    """Yields what is wrong with an interview; one in the past is fine."""
    yield from problems_with_day(interview.day)
    if interview.minutes <= 0:
        yield "It ends before it starts. Check the two times."
    if interview.minutes > LONGEST_INTERVIEW:
        yield "It lasts longer than a day. Check its length."
    yield from _zone(interview.zone)
    if is_zone(interview.zone) and is_skipped(interview.day, interview.clock, interview.zone):
        yield (
            "The clocks are put forward that night, and no clock there shows this time. Enter a "
            "time before or after that."
        )
    yield from _too_long("place or link", interview.place, LONGEST_FIELD)
    yield from _too_long("notes", interview.remarks, LONGEST_TEXT)


def problems_with_interviewer(person: Interviewer) -> Iterator[str]:
    """Yields what is wrong with an interviewer; an unknown name is fine."""
    yield from _too_long("name", person.name, LONGEST_NAME)
    yield from _reachable(person)


def problems_with_contact(contact: Contact) -> Iterator[str]:
    """Yields what is wrong with a contact; all but their name may be empty."""
    if not contact.name.strip():
        yield "Who is it? Enter a name."
    yield from _too_long("name", contact.name, LONGEST_NAME)
    yield from _too_long("company", contact.company, LONGEST_NAME)
    yield from _too_long("how you know them", contact.how, LONGEST_FIELD)
    yield from _too_long("notes", contact.remarks, LONGEST_TEXT)
    for words in (*contact.tags, *contact.past_companies):
        yield from _too_long("list", words, LONGEST_NAME)
    yield from _reachable(contact)
    for one in contact.other_emails:
        yield from _mail(one.value, of_file=True)
    for one in contact.other_phones:
        yield from _too_long("phone number", one.value, LONGEST_NAME)
    yield from problems_with_day(contact.last_contact)


def problems_with_ask(ask: Ask) -> Iterator[str]:
    """Yields what is wrong with what was typed about an ask."""
    yield from _too_long("what they should say of you", ask.trait, LONGEST_FIELD)
    yield from _too_long("what they did", ask.did, LONGEST_FIELD)
    yield from _too_long("what came of it", ask.came_of_it, LONGEST_FIELD)


def problems_with_event(event: JobEvent, now: datetime) -> Iterator[str]:
    """Yields what is wrong with a line of a job's history, which says something and is past."""
    if event.at > now:
        yield "That moment is still to come. Choose today or an earlier day."
    if event.kind is EventKind.OWN and not event.words.strip():
        yield "What happened? Say it in a few words."
    yield from _too_long("line", event.words, LONGEST_FIELD)
    yield from problems_with_day(event.by)


def problems_with_answer(answer: Answer) -> Iterator[str]:
    """Yields what is wrong with how a job turned out."""
    yield from _too_long("what you learned", answer.learned, LONGEST_FIELD)
    yield from problems_with_day(answer.answer_by)


def problems_with_debrief(debrief: Debrief) -> Iterator[str]:
    """Yields texts that are too long and impossible days; everything else may be scrappy."""
    for person in debrief.people:
        yield from _too_long("my own notes", person.noted, LONGEST_TEXT)
        yield from _too_long("what they value", person.valued, LONGEST_FIELD)
        for text in person.said.blanks().values():
            yield from _too_long("what I say to them", text, LONGEST_FIELD)
    for request in debrief.requests:
        yield from _too_long("what they asked for", request.what, LONGEST_FIELD)
        yield from problems_with_day(request.due.day if request.due else None)
    for promise in debrief.promises:
        yield from _too_long("what the promise is about", promise.about, LONGEST_FIELD)
        yield from problems_with_day(promise.due.day if promise.due else None)
    said, next_time = debrief.commitment, debrief.next_time
    yield from problems_with_day(said.by)
    yield from problems_with_day(debrief.decision_on)
    yield from _too_long("what happens next", said.what, LONGEST_FIELD)
    yield from _too_long("what you would do differently", next_time, LONGEST_FIELD)


def problems_with_strategy(strategy: Strategy) -> Iterator[str]:
    """Yields the texts of a worksheet that are too long, since nothing in it is compulsory."""
    texts = [
        ("what you want to happen next", strategy.goal),
        ("how you will ask for it", strategy.closing),
        ("who could speak for you", strategy.advocates),
        ("what you do if you hear nothing", strategy.if_silent),
    ]
    for point in strategy.points:
        texts += [("point", point.point), ("evidence", point.evidence)]
    for question in strategy.questions:
        texts += [("question", question.words), ("answer", question.answer)]
    texts += [("what you can offer", one.what) for one in strategy.offers]
    for worry in strategy.worries:
        texts += [("worry", worry.worry), ("your answer to it", worry.answer)]
    for name, text in texts:
        yield from _too_long(name, text, LONGEST_FIELD)


def problems_with_profile(profile: Profile) -> Iterator[str]:
    """Yields what is wrong with the person's own settings."""
    yield from _too_long("name", profile.name, LONGEST_NAME)
    yield from _too_long("phone number", profile.phone, LONGEST_NAME)
    yield from _too_long("sign-off", profile.sign_off, LONGEST_NAME)
    yield from _mail(profile.email)
    if profile.zone:
        yield from _zone(profile.zone)


def problems_with_text(text: Text) -> Iterator[str]:
    """Yields what is wrong with a note's words."""
    yield from _too_long("subject", text.subject, LONGEST_NAME * 2)
    yield from _too_long("note", text.body, LONGEST_TEXT)


def problems_with_blanks(filled: Iterable[Filled]) -> Iterator[str]:
    """Yields what is wrong with what stands in the blanks of a message."""
    for one in filled:
        if one.blank == GREETING:
            yield from _too_long("greet as", one.text, LONGEST_NAME)
        else:
            yield from _too_long("sentence", one.text, LONGEST_FIELD)


def problems_with_day(day: date | None) -> Iterator[str]:
    """Yields what is wrong with a day that was chosen or typed, if any was."""
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        yield f"The year {day.year} cannot be right. Check the day."


def problems_with_words(what: str) -> Iterator[str]:
    """Yields what is wrong with the few words that say what a follow-up is."""
    yield from _too_long("description", what, LONGEST_FIELD)


def _reachable(person: Interviewer | Contact) -> Iterator[str]:
    """Yields what is wrong with how somebody is addressed and reached."""
    yield from _too_long("greet as", person.greet_as, LONGEST_NAME)
    yield from _too_long("position", person.position, LONGEST_NAME)
    yield from _too_long("phone number", person.phone, LONGEST_NAME)
    yield from _too_long("address", person.address, LONGEST_FIELD)
    yield from _link(person.link)
    yield from _mail(person.email, of_file=isinstance(person, Contact))


def _zone(zone: str) -> Iterator[str]:
    if not is_zone(zone):
        yield f"“{zone[:40]}” is not a time zone. Choose one from the list."


def _mail(email: str, *, of_file: bool = False) -> Iterator[str]:
    """Yields what is wrong with an address.

    Args:
        of_file: whether it may be one that a file brought in: within a company the host needs no
            dot. In one that is typed, that is nearly always a slip.
    """
    yield from _too_long("e-mail address", email, LONGEST_NAME)
    form = _MAIL if of_file else _MAIL_WITH_DOT
    if email.strip() and not form.match(email.strip()):
        shown = f"“{email.strip()[:60]}”"
        yield f"{shown} is not an e-mail address. Check it, or leave it empty."


def is_mail(text: str) -> bool:
    """Whether it is an e-mail address that can be kept."""
    return len(text) <= LONGEST_NAME and _MAIL.match(text) is not None


def _too_long(name: str, text: str, most: int) -> Iterator[str]:
    if len(text) > most:
        called = f"{name[:1].upper()}{name[1:]}"
        size = f"“{called}” has {len(text):,} characters; {most:,} is the most."
        yield f"{size} Shorten it to keep it."


def _link(link: str) -> Iterator[str]:
    yield from _too_long("link", link, LONGEST_FIELD)
    if link.strip() and not is_link(link.strip()):
        yield "The link should begin with http:// or https://."


def is_link(link: str) -> bool:
    """Whether it is an address on the web."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def is_zone(name: str) -> bool:
    """Whether it names a time zone that is known here."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return False
    return True
