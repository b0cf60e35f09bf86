"""The thank-you on each channel: a frame around what the person says to the reader."""

from __future__ import annotations

from collections.abc import Sequence

from lib.domain.english import weekday_and_date
from lib.domain.followups.followup import Kind
from lib.domain.interviews import Role
from lib.domain.notes import Channel, Text
from lib.words.brief import Brief
from lib.words.letters.calls import about_words
from lib.words.letters.frame_facts import moment
from lib.words.letters.letter import Letter
from lib.words.letters.message import MOST_ON_A_CARD, MOST_ON_LINKEDIN, joined
from lib.words.letters.signing import greeting_line, signature
from lib.words.text import tidy
from lib.words.text.sentences import split_sentences

MOST_SIGNS = 300
"""How many characters LinkedIn takes in an invitation."""
MOST_SENT = 3
GO_BETWEEN = (Role.RECRUITER, Role.COORDINATOR)


def thank_you(brief: Brief) -> Text:
    """Returns the thank-you for the brief's channel."""
    return WRITERS[brief.channel](Letter(brief))


def email(letter: Letter) -> Text:
    """Returns the e-mail: thanks, what I say, that I want the job, and the next step."""
    first, second = letter.blanks()
    thanks = letter.thanks("email", "thanks", unlike=first)
    letter.add(thanks)
    letter.add(first)
    letter.add(second)
    if not (first or second):
        letter.add(letter.frame("email", "nothing_said", unlike=thanks))
    own, steps = letter.own_line(), _next_steps(letter)
    contact = letter.brief.next_contact
    if contact and contact.kind is Kind.CHECK_IN and not _sending(letter):
        letter.add(own, *steps)
    else:
        letter.add(*steps)
        letter.add(own, "" if letter.closes_with(own) else _close(letter, own))
    return letter.mailed(letter.subject(unlike=thanks))


def card(letter: Letter) -> Text:
    """Returns the card, short enough to be copied by hand."""
    first, second = letter.blanks()
    said = joined(first, second) or letter.frame("card", "nothing_said")
    letter.add(letter.thanks("card", "thanks", unlike=first), said)
    own, close = letter.own_line(), ""
    if not letter.closes_with(own):
        decides = letter.brief.reader.role is Role.DECISION_MAKER
        which = "close" if decides else "close_for_others"
        close = letter.frame("card", which, unlike=letter.text())
    frame = f"{greeting_line(letter.brief)} {signature(letter.brief.sender, with_phone=False)}"
    if letter.words() + len(f"{own} {close} {frame}".split()) > MOST_ON_A_CARD:
        close = ""
    letter.add(own, close)
    return letter.mailed()


def linkedin(letter: Letter) -> Text:
    """Returns the LinkedIn message: the e-mail in short."""
    first, second = letter.blanks()
    letter.add(letter.thanks("linkedin", "thanks", unlike=first))
    letter.add(first)
    letter.add(second)
    own, dated = letter.own_line(), _next_steps(letter)
    close = letter.frame("linkedin", "close", unlike=f"{letter.text()} {own}")
    has_room = letter.words() + len(f"{own} {close}".split()) < MOST_ON_LINKEDIN
    if has_room and not (dated or letter.closes_with(own)):
        dated = [close]
    letter.add(own, *dated)
    return letter.mailed()


def invitation(letter: Letter) -> Text:
    """Returns the invitation: the fullest form that LinkedIn takes."""
    thanks, (first, _) = letter.frame("invitation", "thanks"), letter.blanks()
    close = letter.frame("invitation", "close", before=split_sentences(first))
    topic = letter.topic()
    short = Text("", "")
    for sentences in (
        (thanks, first, close),
        (thanks, topic, close),
        (thanks, topic),
        (thanks, close),
    ):
        letter.paragraphs = [joined(*sentences)]
        short = letter.mailed()
        if len(short.body) <= MOST_SIGNS:
            return short
    return short


def script(letter: Letter) -> Text:
    """Returns the script of a thank-you by phone, with what to leave on voicemail."""
    said = joined(letter.frame("phone", "thanks"), *letter.blanks())
    which = "day" if letter.brief.commitment.by else "next"
    return letter.spoken(said, letter.frame("phone", "ask", which))


def _close(letter: Letter, own: str) -> str:
    """The frame's close: to a go-between an offer to help, to others my interest."""
    is_go_between = letter.brief.reader.role in GO_BETWEEN
    which = "close_for_go_between" if is_go_between else "interest"
    before = [own] if own else []
    return letter.frame("email", which, before=before, unlike=f"{letter.text()} {own}")


def _next_steps(letter: Letter) -> list[str]:
    """What I send to the reader; where there is nothing, when they hear from me next."""
    brief = letter.brief
    steps = _sending(letter)
    contact = brief.next_contact
    if contact is None or (steps and contact.kind is Kind.CHECK_IN):
        return steps
    is_agreed = contact.agreed and contact.kind is not Kind.CHECK_IN
    path = ("contact", contact.kind.value, "agreed" if is_agreed else "planned")
    at = f"{moment(contact.due, brief)}{about_words(contact)}"
    return [*steps, letter.frame(*path, before=steps, unlike=" ".join(steps), at=at)]


def _sending(letter: Letter) -> list[str]:
    asked = [one for one in letter.brief.requests if one.what.strip()][:MOST_SENT]
    dated = [
        f"{tidy.as_part(one.what)} by {weekday_and_date(one.due.day, letter.brief.english)}"
        for one in asked
        if one.due
    ]
    undated = [tidy.as_part(one.what) for one in asked if not one.due]
    sentences = [letter.frame("send", list=listed(dated))] if dated else []
    if undated:
        which = "soon" if "," not in listed(undated) else "send"
        sentences.append(letter.frame(which, before=sentences, list=listed(undated)))
    return sentences


def listed(things: Sequence[str]) -> str:
    """Returns the things in a row: "a, b, and c"."""
    if len(things) < 2:
        return "".join(things)
    comma = "," if len(things) > 2 else ""
    return f"{', '.join(things[:-1])}{comma} and {things[-1]}"


WRITERS = {
    Channel.EMAIL: email,
    Channel.CARD: card,
    Channel.LINKEDIN: linkedin,
    Channel.INVITATION: invitation,
    Channel.PHONE: script,
}
