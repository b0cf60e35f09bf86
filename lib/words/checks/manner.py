"""How a text sounds: pressure, flattery, clichés, too many thanks, shouting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lib.domain.notes import NoteKind
from lib.domain.profile import Tone
from lib.words import wording
from lib.words.checks.case import Case, look
from lib.words.checks.finding import Finding
from lib.words.slips.slip import one_of
from lib.words.text.sentences import read_letter

HAVE_AN_OFFER = (NoteKind.OFFER_THANKS, NoteKind.WITHDRAWAL)
"""Messages that rightly speak of an offer, this one or another."""
MOST_THANKS = 2
THANKS_ARE_THE_POINT = (NoteKind.GRACIOUS_REPLY, NoteKind.CONTACT_THANKS, NoteKind.OFFER_THANKS)
"""Messages that may thank once more."""
MOST_EXCLAMATIONS = 1
MOST_EMOJI = 1
"""How many a friendly message to a contact may have."""
IN_A_ROW = 3
BEGINS_WITH_I = re.compile(r"I(?:\s|['’])")
THANKS = re.compile(
    r"\b(?:thank\w*|grateful|gratitude|(?:really |truly |so |do |much )?appreciate[sd]? (?:it"
    r"|your|that you|you|the time|the chance|the opportunity)|much appreciated)\b",
    re.IGNORECASE,
)
EMOJI = re.compile(
    r"[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B50\u2B06]|(?:^|(?<=\s))(?:[:;]-?[()DPp]|<3|\^\^"
    r"|xD)(?=\s|[.!?]|$)"
)
LOUD_RUN = re.compile(r"\b[A-Z][A-Z']*(?:[\s,]+[A-Z][A-Z']*){2,}\b")
LOUD_WORD = re.compile(
    r"\b(?:VERY|REALLY|SO|MUCH|NEVER|ALWAYS|MUST|EVERY|BEST|LOVE|LOVED|HUGE|THANK|THANKS|YOU|NOT"
    r"|EXACTLY|DEFINITELY|PLEASE|GREAT|AMAZING"
    r"|PERFECT|RIGHT|NEED|WANT|TRULY|EXTREMELY|ABSOLUTELY|ONLY|MOST|NOW|URGENT|IMPORTANT)\b"
)
LEAST_LOUD = 3
SENTENCES = {
    "pressure": "“{}” puts pressure on the reader.",
    "pushing": "“{}” pushes for the job: let your work speak.",
    "begging": "“{}” sounds like begging.",
    "flattery": "“{}” is flattery: say what you liked, and why.",
    "cliches": "“{}” is worn out: say what you mean by it.",
}


def find_expressions(case: Case) -> Iterator[Finding]:
    """Finds pressure, pushing, begging, flattery and clichés, in subject and body."""
    text = f"{case.text.subject}\n{case.letter.body}".replace("’", "'")
    told: set[str] = set()
    for group, sentence in SENTENCES.items():
        if group in {"pressure", "pushing"} and case.brief.kind in HAVE_AN_OFFER:
            continue
        for pattern in _patterns(group):
            for match in pattern.finditer(text):
                words = match.group()
                if (
                    words.casefold() not in told
                    and words.casefold() not in case.facts_text.casefold()
                ):
                    told.add(words.casefold())
                    yield look(f"{CODES[group]}:{words.casefold()}", sentence.format(words), words)


CODES = {
    "pressure": "pressure",
    "pushing": "pushing",
    "begging": "begging",
    "flattery": "flattery",
    "cliches": "cliche",
}


@cache
def _patterns(group: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of that group, and its phrases as one."""
    phrases = wording.phrases(group) if group in {"pressure", "cliches"} else ()
    listed = [rf"(?<![\w'-])(?:{one_of(phrases)})(?![\w'])"] if phrases else []
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (*listed, *wording.book("manner").get(group, ()))
    )


def find_over_thanking(case: Case) -> Iterator[Finding]:
    """Finds more than two sentences that thank."""
    count = sum(
        THANKS.search(sentence.text) is not None for sentence in read_letter(case.heard).sentences()
    )
    most = MOST_THANKS + (case.brief.kind in THANKS_ARE_THE_POINT)
    if count > most:
        yield look("over_thanking", f"{count} sentences give thanks; one or two are enough.")


def find_run_of_i(case: Case) -> Iterator[Finding]:
    """Finds three sentences in a row that begin with "I"."""
    if case.is_script():
        return
    run = 0
    for sentence in case.sentences:
        run = run + 1 if BEGINS_WITH_I.match(sentence.text) else 0
        if run == IN_A_ROW:
            yield look(
                "first_person",
                "Three sentences in a row begin with “I”: turn one of them round.",
                sentence.text,
            )
            return


def find_loudness(case: Case) -> Iterator[Finding]:
    """Finds capitals throughout, too many exclamation marks, and emoji."""
    text = f"{case.text.subject}\n{case.letter.body}"
    loud = next((match for match in LOUD_RUN.finditer(text) if _is_loud(match.group(), case)), None)
    loud = loud or next(
        (match for match in LOUD_WORD.finditer(text) if match.group() not in case.facts_text), None
    )
    if loud is not None:
        yield look(
            f"capitals:{loud.group()[:40]}", "Capitals throughout read as shouting.", loud.group()
        )
    if case.letter.body.count("!") > MOST_EXCLAMATIONS:
        yield look("exclamations", "One exclamation mark is plenty.")
    emoji = EMOJI.findall(case.whole())
    casual = case.brief.kind.is_to_a_contact() and case.brief.sender.tone is not Tone.FORMAL
    if len(emoji) > (MOST_EMOJI if casual else 0):
        why = "One emoji is plenty." if casual else "A note about a job has no emoji."
        yield look("emoji", why, emoji[0])


def _is_loud(run: str, case: Case) -> bool:
    words = re.findall(r"[A-Z']+", run)
    plain = [
        word for word in words if len(word) > 1 and word.casefold() not in wording.terms("acronyms")
    ]
    long = any(len(word) >= 4 for word in plain)
    return len(plain) >= LEAST_LOUD and long and run not in case.facts_text
