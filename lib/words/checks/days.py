"""Days and times: the ones of what I will do must be right, the others must be known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, time

from lib.domain.dates.due import Due
from lib.domain.english import weekday_and_date
from lib.domain.followups.followup import Kind
from lib.words.checks.case import Case, block
from lib.words.checks.finding import Finding
from lib.words.text import stems
from lib.words.text.clock_times import read_times
from lib.words.text.days import RELATIVE, Mention, read_days
from lib.words.text.tokens import words_in

CLAUSE_ENDS = re.compile(
    r";|(?<!\d):(?!\d)|\s[–—]\s|,\s+(?=(?:so|and|but|because|since|which|while|though|although"
    r"|or)\b)|\.\s|\((?=\w)"
)
WILL = (
    r"(?:I|we)(?:'ll| will| shall|'m going to| am going to|'m due to| am due to| plan to"
    r"| intend to| promise to| mean to| expect to|'d planned to)"
)
DOING = (
    r"ask|go to|turn to|come back|"
    r"call|phone|ring|telephone|dial|speak|talk|contact|reach out|be in touch|get in touch"
    r"|get back|be back in touch|check|follow up"
    r"|write|e-?mail|message|text|send|share|forward|bring|deliver|drop|submit|mail|post|have|get"
    r"|let you know|touch base|try you"
    r"|give you|answer|decide|reply|respond|return|be sending|be calling|keep to|pass|provide"
    r"|hand|finish|put"
)
PROMISE = re.compile(
    rf"\b{WILL}\b[^;]*?\b(?:{DOING})\b"
    r"|\b(?:when|if|before|once) I (?:call|ring|phone|write)\b"
    r"|\b(?:my|our) (?:phone |telephone )?(?:call (?:on|is(?! about)|at|for|stands)"
    r"|(?:call|conversation) will)\b"
    r"|\b(?:have|have got|'ve got|put|noted?|marked?|wrote|written|pencil\w*|scheduled?|entered"
    r"|set) (?:down )?(?:our|the|my) (?:phone )?call\b"
    r"|\bour (?:phone )?call (?:down|noted|marked|written)\b"
    r"|\bexpect (?:my|a|the) (?:call|e-?mail|message|references)\b"
    r"|\byou(?:'ll| will| can expect to| can| should) (?:have|hear from me|get|receive|find"
    r"|expect)\b"
    r"|\b(?:will|'ll|should) (?:reach|be with|come to|be in (?!touch)|get to|arrive|be there"
    r"|be sent|follow|come by|come in|go out)\b"
    r"|\blook(?:ing)? forward to (?:our (?:call|conversation|talk|chat)|(?:speaking|talking"
    r"|calling))"
    r"|\b(?:speak|talk) (?:to|with) you (?:on|at|next)\b|\b(?:I am|I'm) (?:calling|sending"
    r"|phoning)\b|\bcoming by e-?mail\b"
    r"|\bhear from me\b|\buntil (?:our call|then|we speak)\b",
    re.IGNORECASE,
)
SURE = re.compile(r"\b(?:will|shall|going to|due to)\b|'ll\b", re.IGNORECASE)
LOOKS_BACK = re.compile(
    r"\b(?:thank\w*|was|were|enjoyed|left me|made|(?:good|great|nice|lovely|pleasure) to)\b",
    re.IGNORECASE,
)
"""What a clause about the interview has, and one about a call to come has not."""
CALLING = re.compile(
    r"\b(?:call(?:ing)?|phon(?:e|ing)|ring(?:ing)?|telephone|speak(?:ing)?|talk(?:ing)?|dial)\b",
    re.IGNORECASE,
)
SENDING = re.compile(
    r"\b(?:send(?:ing)?|share|forward|bring|deliver|submit|e-?mail(?:ed)?|mail|inbox|receive"
    r"|references?|with you|reach you|have (?:my|the|your|all|both|two|three|them|it)|come by"
    r"|be there|get (?:you|them|it)|provide|hand)\b",
    re.IGNORECASE,
)
CHECKING = re.compile(
    r"\b(?:check(?:ing)? (?:in|back)|in touch|follow(?:ing)? up|where things stand|ask"
    r"|send (?:you )?word|get back)\b",
    re.IGNORECASE,
)
ANSWERING = re.compile(r"\b(?:answer|decide|decision|let you know|reply|hear)\b", re.IGNORECASE)
OF_ANOTHER_DAY = re.compile(
    r"\b(?:about|from|after|before|until|ahead of|since|following|promised|agreed|said|discussed"
    r"|spoke|met|asked|talked|mentioned|decided?"
    r"|conversation|interview|arranged|meeting|round|start|starts|decision|visit)(?:\s+(?:me|you"
    r"|us|it))?\s*(?:on|last|this|of|by|,)?\s*\Z",
    re.IGNORECASE,
)
WE_MET = re.compile(
    r"\b(?:thank(?:s| you)?|met|meeting|meet|spoke|talk(?:ed)?|interview(?:ed)?|conversation"
    r"|seeing|time)\b"
    r"[^.;,]*?\b(?:on|last|this past)\s+(?P<day>(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day)\b(?!'s|,?\s+(?:the\s+)?\d|,?\s+[A-Z][a-z]+ \d)",
    re.IGNORECASE,
)
I_WAS = re.compile(
    r"\b[Oo]n (?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day) I (?:was|had|met|interviewed"
    r"|spoke|sat|went|talked)\b",
    re.IGNORECASE,
)
TO_COME = re.compile(
    r"\b(?:will|'ll|shall|forward to|hope to|next|going to|could we|can we|letting me know)\b",
    re.IGNORECASE,
)


def find_wrong_days(case: Case) -> Iterator[Finding]:
    """Finds days and times of what I will do that differ from the follow-up's, and unknown days."""
    for sentence in case.sentences:
        text = sentence.text.replace("’", "'")
        at = 0
        for end in [match.start() for match in CLAUSE_ENDS.finditer(text)] + [len(text)]:
            clause = text[at:end]
            if _says_what_i_will_do(clause):
                yield from _of_promise(case, clause)
            else:
                yield from _unknown(case, read_days(clause, case.brief.interview.day, None))
            at = end
        yield from _other_interview_day(case, text)
    yield from _unknown(case, read_days(case.text.subject, case.brief.interview.day, None))


def _says_what_i_will_do(clause: str) -> bool:
    return bool(PROMISE.search(clause)) and (
        bool(SURE.search(clause)) or not LOOKS_BACK.search(clause)
    )


def _of_promise(case: Case, clause: str) -> Iterator[Finding]:
    wanted = _dues(case, clause)
    found = read_days(clause, case.brief.interview.day, case.brief.sent_on)
    if not case.is_thanks() and case.brief.sent_on is None:
        # "next week" is no day, where the day of sending is not known.
        found = [one for one in found if one.dates is None or len(one.dates) <= MOST_DATES]
    if not wanted:
        yield from _unknown(case, found)
        return
    days = [due.day for due in wanted]
    wrong = [one for one in found if not _fits_any(one, days)]
    right = len(wrong) < len(found)
    named = dict.fromkeys(weekday_and_date(day, case.brief.english) for day in days)
    for mention in wrong:
        if not _is_of_another(case, clause, mention, right):
            day = " or ".join(named)
            sentence = f"It says “{mention.words}” for what you will do; here it is {day}."
            yield block(f"date_differs:{mention.words}", sentence, mention.words)
    yield from _of_times(clause, [due.clock for due in wanted if due.clock])


def _is_of_another(case: Case, clause: str, mention: Mention, right: bool) -> bool:
    """True if the mention is a known day of something else, such as their decision.

    A call may be about a day: "I'm calling to confirm Friday".
    """
    if case.is_script() and any(mention.words in one.what for one in case.brief.requests):
        return True
    if not _fits_any(mention, case.days):
        return False
    owned = clause[mention.at + len(mention.words) :].startswith("'s")
    return right or owned or OF_ANOTHER_DAY.search(clause[: mention.at]) is not None


def _fits_any(mention: Mention, days: Iterable[date]) -> bool:
    return any(mention.fits(day) for day in days)


def _of_times(clause: str, clocks: list[time]) -> Iterator[Finding]:
    if not clocks:
        return
    for mention in read_times(clause):
        if not any(mention.fits(clock) for clock in clocks):
            right = " or ".join(f"{clock:%H:%M}" for clock in clocks)
            sentence = f"It says “{mention.words}” for what you will do; here it is {right}."
            yield block(f"time_differs:{mention.words}", sentence, mention.words)


def _dues(case: Case, clause: str) -> list[Due]:
    """What the clause can be about: the call, the things that it names, or the next contact.

    Where its words do not tell, any of them; nothing where a thing that it names has no day.
    """
    contact, said = case.brief.next_contact, stems.stems(words_in(clause))
    asked = [one for one in case.brief.requests if stems.telling(one.what) & said]
    by_phone = contact is not None and contact.kind is Kind.CALL
    if contact and (CHECKING.search(clause) or (by_phone and CALLING.search(clause))):
        found = [contact.due]
    elif asked:
        found = [one.due for one in asked if one.due]
        found = found if len(found) == len(asked) else []
    elif by_phone and SENDING.search(clause) and not case.brief.requests:
        found = []
    else:
        found = list(case.dues)
    answer_by = case.brief.weeks.answer_by
    if answer_by and ANSWERING.search(clause):
        found.append(Due(answer_by))
    return found


def _unknown(case: Case, mentions: list[Mention]) -> Iterator[Finding]:
    """Full dates that stand neither in the facts nor in what was typed."""
    days = case.days
    facts = read_days(case.facts_text.replace("’", "'"), case.brief.interview.day, None)
    own = [one for one in facts if one.is_full()]
    for mention in mentions:
        relative = RELATIVE.fullmatch(mention.words)
        if not mention.is_full() or (relative and (relative["word"] or relative["span"])):
            continue
        if mention.dates and len(mention.dates) > MOST_DATES:
            continue
        if _fits_any(mention, days) or any(_same(mention, one) for one in own):
            continue
        sentence = f"“{mention.words}” is no day on record here."
        yield Finding(f"date_unknown:{mention.words}", sentence, mention.words)


MOST_DATES = 2
"""How many days a date in figures can mean; "next week" means more."""


def _same(one: Mention, other: Mention) -> bool:
    return bool(one.dates and other.dates and set(one.dates) & set(other.dates)) or (
        one.nth is not None and one.nth == other.nth
    )


def _other_interview_day(case: Case, sentence: str) -> Iterator[Finding]:
    """A weekday on which we did not meet, in a sentence that thanks for the meeting."""
    match = WE_MET.search(sentence) if case.is_thanks() else I_WAS.search(sentence)
    if match is None or TO_COME.search(sentence):
        return
    days = case.days
    if case.is_thanks() and not _says_what_i_will_do(sentence):
        days = frozenset((case.brief.interview.day, case.brief.interview.ended_on()))
    day = match["day"].capitalize()
    if day not in {f"{one:%A}" for one in days} and day not in case.facts_text:
        right = f"{case.brief.interview.day:%A}"
        sentence = f"It says “{day}”; the interview was on a {right}."
        yield Finding(
            f"interview_day:{day}", sentence, match["day"], case.mended(match["day"], right), right
        )
