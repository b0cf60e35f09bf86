"""The thank-you on each channel: a frame around what the person says to the reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lib.domain.debriefs import Request
from lib.domain.english import weekday_and_date
from lib.domain.followups.followup import Kind
from lib.domain.interviews import Role
from lib.domain.notes import Channel, Text
from lib.domain.profile import Tone
from lib.words.brief import Brief
from lib.words.letters import script_labels
from lib.words.letters.frame_facts import moment
from lib.words.letters.letter import Letter
from lib.words.letters.signing import first_name_of_sender, greeting_line, signature
from lib.words.text import tidy
from lib.words.text.sentences import split_sentences

MOST_ON_A_CARD = 70
MOST_ON_LINKEDIN = 90
MOST_SIGNS = 300
"""How many characters LinkedIn takes in an invitation."""
MOST_SUBJECT_SIGNS = 60
MOST_SENT = 3
GO_BETWEEN = (Role.RECRUITER, Role.COORDINATOR)


def thank_you(brief: Brief) -> Text:
    """Returns the thank-you for the brief's channel."""
    return WRITERS[brief.channel](brief)


def email(brief: Brief) -> Text:
    """Returns the e-mail: thanks, what I say to the reader, that I want the job, and the next step."""
    letter = Letter(brief)
    first, second = letter.blanks()
    thanks = letter.thanks("email", "thanks", letter.tone(), unlike=first)
    letter.add(thanks)
    letter.add(first)
    letter.add(second)
    if not (first or second):
        letter.add(letter.frame("email", "nothing_said", letter.tone(), unlike=thanks))
    _end(letter)
    signed = signature(brief.sender)
    return Text(_subject(letter, thanks), letter.body(greeting_line(brief), signed))


def card(brief: Brief) -> Text:
    """Returns the card, short enough to be copied by hand."""
    letter = Letter(brief)
    first, second = letter.blanks()
    said = [one for one in (first, second) if one]
    if not said:
        said = [letter.frame("card", "nothing_said", "all")]
    letter.add(letter.thanks("card", "thanks", letter.tone(), unlike=first), *said)
    close = "" if letter.closes_itself() else _close_of_card(letter)
    own = letter.own_line()
    if letter.words() + len(f"{own} {close}".split()) + _frame_words(brief) > MOST_ON_A_CARD:
        close = ""
    letter.add(own, close)
    signed = signature(brief.sender, with_phone=False)
    return Text("", letter.body(greeting_line(brief), signed))


def _close_of_card(letter: Letter) -> str:
    if letter.brief.reader.role is Role.DECISION_MAKER:
        return letter.frame("card", "close", letter.tone(), unlike=letter.text())
    return letter.frame("card", "close_for_others", "all", unlike=letter.text())


def linkedin(brief: Brief) -> Text:
    """Returns the LinkedIn message: the e-mail in short."""
    letter = Letter(brief)
    first, second = letter.blanks()
    letter.add(letter.thanks("linkedin", "thanks", letter.tone(), unlike=first))
    letter.add(first)
    letter.add(second)
    own, dated = letter.own_line(), _next_steps(letter)
    register = "formal" if brief.sender.tone is Tone.FORMAL else "all"
    close = letter.frame("linkedin", "close", register, unlike=f"{letter.text()} {own}")
    has_room = letter.words() + len(f"{own} {close}".split()) < MOST_ON_LINKEDIN
    if has_room and not (dated or letter.closes_itself()):
        dated = [close]
    letter.add(own, *dated)
    return Text("", letter.body(greeting_line(brief), first_name_of_sender(brief)))


def invitation(brief: Brief) -> Text:
    """Returns the invitation: the fullest form that LinkedIn takes."""
    forms = [_short(brief, sentences) for sentences in _invitation_forms(brief)]
    return Text("", next((one for one in forms if len(one) <= MOST_SIGNS), forms[-1]))


def script(brief: Brief) -> Text:
    """Returns the script of a thank-you by phone, with what to leave on voicemail."""
    letter = Letter(brief)
    first, second = letter.blanks()
    said = " ".join(one for one in (letter.frame("phone", "thanks", "all"), first, second) if one)
    left = letter.frame("phone", "voicemail", "all")
    if brief.sender.phone.strip():
        left = f"{left} {letter.frame('phone', 'voicemail', 'number')}"
    words = script_labels.labelled(
        letter.frame("phone", "opening", "all"), said, _ask(letter), left
    )
    return Text("", tidy.curly(words))


def _subject(letter: Letter, thanks: str) -> str:
    subject = letter.frame("email", "subject", "all", unlike=thanks)
    if len(subject) > MOST_SUBJECT_SIGNS:
        subject = letter.frame("email", "subject", "short", unlike=thanks)
    return tidy.curly(subject)


def _end(letter: Letter) -> None:
    """Adds what I promised, and then my own line with a close; a check-in stands for the close."""
    own, steps = letter.own_line(), _next_steps(letter)
    contact = letter.brief.next_contact
    is_check_in = (
        contact is not None and contact.kind is Kind.CHECK_IN and not list(_sending(letter))
    )
    if is_check_in:
        letter.add(own, *steps)
        return
    letter.add(*steps)
    letter.add(own, "" if letter.closes_itself() else _close(letter, own))


def _close(letter: Letter, own: str) -> str:
    """The frame's close: to a go-between an offer to help, to others my interest."""
    is_go_between = letter.brief.reader.role in GO_BETWEEN
    which = "close_for_go_between" if is_go_between else "interest"
    before = [own] if own else []
    return letter.frame(
        "email", which, letter.tone(), before=before, unlike=f"{letter.text()} {own}"
    )


def _next_steps(letter: Letter, before: Sequence[str] = ()) -> list[str]:
    """What I send to the reader; where there is nothing, when they hear from me next."""
    brief = letter.brief
    steps = list(_sending(letter, before))
    contact = brief.next_contact
    if contact is None or (steps and contact.kind is Kind.CHECK_IN):
        return steps
    is_agreed = contact.agreed and contact.kind is not Kind.CHECK_IN
    path = ("contact", contact.kind.value, "agreed" if is_agreed else "planned", letter.register())
    at = f"{moment(contact.due, brief)}{_about(contact.about)}"
    steps.append(letter.frame(*path, before=[*before, *steps], unlike=" ".join(steps), at=at))
    return steps


def _about(typed: str) -> str:
    """What the call or the message is about, for behind its day: " about the start date"."""
    words = tidy.as_part(typed, after="about")
    if not words:
        return ""
    return f" {words}" if words.startswith("to ") else f" about {words}"


def _sending(letter: Letter, so_far: Sequence[str] = ()) -> Iterator[str]:
    asked = [one for one in letter.brief.requests if one.what.strip()][:MOST_SENT]
    dated = [one for one in asked if one.due]
    undated = [one for one in asked if not one.due]
    before = list(so_far)
    if dated:
        things = listed([_thing_and_day(one, letter.brief) for one in dated])
        before.append(letter.frame("send", letter.register(), before=so_far, list=things))
        yield before[-1]
    if undated:
        things = listed([tidy.as_part(one.what) for one in undated])
        which = "soon" if "," not in things else "send"
        yield letter.frame(which, letter.register(), before=before, list=things)


def _thing_and_day(asked: Request, brief: Brief) -> str:
    thing = tidy.as_part(asked.what)
    if asked.due is None:
        return thing
    return f"{thing} by {weekday_and_date(asked.due.day, brief.english)}"


def listed(things: Sequence[str]) -> str:
    """Returns the things in a row: "a, b, and c"."""
    if len(things) < 2:
        return "".join(things)
    comma = "," if len(things) > 2 else ""
    return f"{', '.join(things[:-1])}{comma} and {things[-1]}"


def _frame_words(brief: Brief) -> int:
    signed = signature(brief.sender, with_phone=False)
    return len(f"{greeting_line(brief)} {signed}".split())


def _invitation_forms(brief: Brief) -> Iterator[list[str]]:
    """The sentences of the invitation in every form, fullest first."""
    letter = Letter(brief)
    thanks = letter.frame("invitation", "thanks", "all")
    first, _ = letter.blanks()
    close = letter.frame("invitation", "close", letter.register(), before=split_sentences(first))
    topic = letter.topic()
    yield [thanks, first, close]
    yield [thanks, topic, close]
    yield [thanks, topic]
    yield [thanks, close]


def _short(brief: Brief, sentences: list[str]) -> str:
    words = " ".join(one for one in sentences if one)
    return tidy.curly("\n\n".join((greeting_line(brief), words, first_name_of_sender(brief))))


def _ask(letter: Letter) -> str:
    commitment = letter.brief.commitment
    if commitment is None or commitment.by is None:
        return letter.frame("phone", "ask", "next")
    by = weekday_and_date(commitment.by, letter.brief.english)
    return letter.frame("phone", "ask", "day", by=by)


WRITERS = {
    Channel.EMAIL: email,
    Channel.CARD: card,
    Channel.LINKEDIN: linkedin,
    Channel.INVITATION: invitation,
    Channel.PHONE: script,
}
