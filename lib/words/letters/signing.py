"""How a message greets its reader, and how it is signed."""

from __future__ import annotations

from lib.domain.interviews import Role
from lib.domain.notes import Channel
from lib.domain.people.greetings import greeting_name, has_title
from lib.domain.profile import Profile, Tone
from lib.words.brief import Brief

NO_NAME = "[your name]"


def greeting_line(brief: Brief) -> str:
    """Returns "Hi Carla," or "Dear Dr. Weiß,": "Dear" in a formal tone, on a card and with a title.

    Somebody I know is greeted by the given name in every tone, unless they have a title.
    """
    name = greeted_as(brief)
    if not name:
        return "Hello,"
    deciding = brief.reader.role is Role.DECISION_MAKER and brief.sender.tone is not Tone.BRIEF
    dear = (
        brief.sender.tone is Tone.FORMAL
        or brief.channel is Channel.CARD
        or has_title(name)
        or deciding
    )
    return f"{'Dear' if dear else 'Hi'} {name},"


def greeted_as(brief: Brief) -> str:
    """Returns what follows "Hi" or "Dear"; empty where no name is known."""
    formal = brief.sender.tone is Tone.FORMAL and not brief.kind.is_to_a_contact()
    return greeting_name(brief.reader.name, brief.reader.greet_as, formal=formal)


def first_name_of_sender(brief: Brief) -> str:
    """Returns the name under a message among people who write by first name."""
    named = brief.sender.name.split()
    return named[0] if named else NO_NAME


def signature(sender: Profile, *, with_phone: bool = True) -> str:
    """Returns sign-off, name and phone number, a line each; `NO_NAME` where there is no name."""
    sign_off = sender.sign_off.strip().rstrip(",")
    phone = sender.phone.strip() if with_phone else ""
    lines = (f"{sign_off}," if sign_off else "", sender.name.strip() or NO_NAME, phone)
    return "\n".join(filter(None, lines))
