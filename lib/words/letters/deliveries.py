"""The lines with a thing that was promised, an apology, and the coordinator's letter."""

from __future__ import annotations

from collections.abc import Mapping

from lib.domain.debriefs import Request
from lib.domain.english import weekday_and_date
from lib.domain.followups.followup import Kind
from lib.domain.notes import Text
from lib.domain.profile import Tone
from lib.words.letters.calls import about_words
from lib.words.letters.frame_facts import moment, with_article
from lib.words.letters.message import Message, Recipe
from lib.words.letters.thank_you import listed
from lib.words.text import tidy

NOTHING_ASKED = Request(id="")
WHAT_WAS_ASKED = "what you asked for"


def _asked(message: Message) -> Request:
    return message.brief.requests[0] if message.brief.requests else NOTHING_ASKED


def _thing(message: Message) -> str:
    return tidy.as_part(_asked(message).what) or WHAT_WAS_ASKED


def _write_cover(message: Message) -> Text:
    what = _thing(message)
    message.add(message.frame("opening", what=what), message.own("look_at"))
    message.add(message.frame("close"))
    slots = {"what": what, "What": what[:1].upper() + what[1:]}
    return message.mailed(message.subject("subject", "all", **slots))


def _late(message: Message) -> str:
    """What is late: "call", "message", or a "thing"."""
    about = message.brief.about
    if about is None:
        return "thing"
    return {Kind.CALL: "call", Kind.MESSAGE: "message"}.get(about.kind, "thing")


def _suggest_apology(message: Message) -> Mapping[str, str]:
    late = _late(message)
    return {"now": "" if late == "message" else message.frame("suggest", late)}


def _write_apology(message: Message) -> Text:
    about, late, what = message.brief.about, _late(message), _thing(message)
    due = about.due if about else _asked(message).due
    day = weekday_and_date(due.day, message.brief.english) if due else ""
    about_thing = about_words(about)
    slots = {
        "what": what,
        "by": f" by {day}" if day else "",
        "by_now": f" by {day}" if day else " by now",
        "on": f" on {moment(due, message.brief)}" if due else "",
        "on_day": f" for {day}" if day else "",
        "about": "" if about_thing.startswith(" to ") else about_thing,
    }
    now = message.own("now")
    message.add(message.frame(f"sorry_{late}", after=now, **slots))
    if late == "message":
        now = now or "[what you promised to tell them]"
    message.add(now, message.frame("close") if late == "thing" else "")
    return message.mailed(message.subject("subject", late))


def _suggest_coordinator(message: Message) -> Mapping[str, str]:
    unnamed = [one for one in message.brief.others if not one.name.strip()]
    missing = [with_article(one.position) for one in unnamed if one.position.strip()]
    which = "names" if len(missing) > 1 else "name"
    asked = message.frame("suggest", which, positions=listed(missing)) if missing else ""
    if unnamed and not missing:
        asked = message.frame("suggest", "names", positions="the people I met")
    return {"names": asked, "for_everyone": message.frame("suggest", "for_everyone")}


def _write_coordinator(message: Message) -> Text:
    thanks = message.frame("thanks")
    is_brief = message.brief.sender.tone is Tone.BRIEF
    message.add(thanks, "" if is_brief else message.frame("interest"))
    message.add(message.own("for_everyone"), message.own("names"))
    contact = message.brief.next_contact
    at = moment(contact.due, message.brief) if contact else ""
    message.add(message.frame("contact", at=at) if contact else "")
    return message.mailed(message.subject(unlike=thanks))


COVER_LINE = Recipe(_write_cover, lambda _: {})
APOLOGY = Recipe(_write_apology, _suggest_apology)
COORDINATOR = Recipe(_write_coordinator, _suggest_coordinator)
