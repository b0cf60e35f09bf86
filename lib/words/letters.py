"""Letters of which there is one: to the coordinator, with material, and with an apology for being late."""

from __future__ import annotations

from lib.domain.debriefs import Request
from lib.domain.notes import Text
from lib.domain.spoken import with_stop
from lib.words import facts, parts, wording
from lib.words.brief import Brief
from lib.words.capture import words_in
from lib.words.signing import greeting_line, signature

LEAST_TO_COORDINATOR, MOST_TO_COORDINATOR = 80, 180
SUBJECT_MOST, MOST_SUBJECT_SIGNS = 9, 160
NOTHING_ASKED = Request(id="")


def coordinator(brief: Brief) -> Text:
    """One letter of thanks to everyone, which also asks for the names that are missing."""
    said = wording.book("letters")["coordinator"]
    named = [one.name.strip() for one in brief.others if one.name.strip()]
    missing = [one.position.strip() for one in brief.others if not one.name.strip()]
    known = bool(brief.reader.name.strip())
    blocks = [
        greeting_line(brief) if known else f"Dear all at {brief.job.company.strip()},",
        parts.fill(said["opening" if known else "opening_unknown"], brief),
        parts.fill(said["named" if named else "nobody"], brief, names=_and(named)),
        parts.fill(said["missing"], brief, positions=_positions(missing)) if missing else "",
        parts.fill(said["body"], brief),
        f"{_check_in(brief)} {said['interest']}".strip(),
        signature(brief.sender),
    ]
    body = _joined(blocks)
    if facts.word_count(body) < LEAST_TO_COORDINATOR:
        body = _joined([*blocks[:5], said["more"], *blocks[5:]])
    if facts.word_count(body) > MOST_TO_COORDINATOR:
        body = _joined([*blocks[:4], *blocks[5:]])
    return Text(parts.fill(said["subject"], brief), body)


def cover_line(brief: Brief) -> Text:
    """A few lines to send material with."""
    said = wording.book("letters")["cover"]
    asked = brief.requests[0] if brief.requests else NOTHING_ASKED
    what = facts.thing(asked.what)
    opening = said["opening" if asked.due else "opening_soon"]
    blocks = [
        greeting_line(brief) if brief.reader.name.strip() else "Hello,",
        f"{parts.fill(opening, brief, what=what, by=_by(asked, brief))} {said['use']} {said['close']}",
        signature(brief.sender),
    ]
    return Text(_short_subject(said["subject"].format(what=what)), _joined(blocks))


def apology(brief: Brief) -> Text:
    """Owns a late promise in one clause, delivers, and moves on."""
    said = wording.book("letters")["apology"]
    asked = brief.requests[0] if brief.requests else NOTHING_ASKED
    kind = "_call" if asked.what.startswith("Call") else "_write" if asked.what.startswith("Write") else ""
    opening = said[f"opening{kind}{'' if asked.due else '_soon'}"]
    what = facts.thing(asked.what)
    rest = {"_call": said["call_now"], "_write": said["write_now"], "": said["close"]}[kind]
    subject = said["subject_call"] if kind == "_call" else said["subject"].format(what=what)
    blocks = [
        greeting_line(brief) if brief.reader.name.strip() else "Hello,",
        f"{parts.fill(opening, brief, what=what, by=_by(asked, brief))} {rest}",
        signature(brief.sender),
    ]
    return Text(_short_subject("With apologies" if kind == "_write" else subject), _joined(blocks))


def _by(asked: Request, brief: Brief) -> str:
    return facts.weekday_and_date(asked.due.day, brief.english) if asked.due else ""


def _check_in(brief: Brief) -> str:
    if brief.next_contact is None:
        return ""
    at = facts.moment(brief.next_contact.due, brief.english, clock_24h=brief.sender.clock_24h)
    return with_stop(f"Unless I hear from you before, I will be in touch on {at}")


def _positions(missing: list[str]) -> str:
    return _and([_with_article(position) if position else "one person" for position in missing])


def _with_article(position: str) -> str:
    small = position[:1].lower() + position[1:]
    return small if small.startswith(("the ", "a ", "an ")) else f"the {position}"


def _and(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _joined(blocks: list[str]) -> str:
    return "\n\n".join(block for block in blocks if block)


def _short_subject(subject: str) -> str:
    """The subject with a capital; where it is too long or short, "What you asked for"."""
    fits = 3 <= len(words_in(subject)) <= SUBJECT_MOST and len(subject) <= MOST_SUBJECT_SIGNS
    return subject[:1].upper() + subject[1:] if fits else "What you asked me for"
