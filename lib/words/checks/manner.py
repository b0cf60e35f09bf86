"""How a text sounds: pressure, flattery, clichés, too many thanks, shouting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from lib.domain.notes import NoteKind
from lib.domain.profile import Tone
from lib.words import wording
from lib.words.checks.case import Case
from lib.words.checks.finding import Finding
from lib.words.letters.message import BEGINS_WITH_I
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
    "cliche": "“{}” is worn out: say what you mean by it.",
}


def find_expressions(case: Case) -> Iterator[Finding]:
    """Finds pressure, pushing, begging, flattery and clichés, in subject and body."""
    text, own = case.read.replace("’", "'"), case.facts_text.casefold()
    told: set[str] = set()
    for code, sentence in SENTENCES.items():
        if code in {"pressure", "pushing"} and case.brief.kind in HAVE_AN_OFFER:
            continue
        for match in chain.from_iterable(pattern.finditer(text) for pattern in _patterns(code)):
            words, low = match.group(), match.group().casefold()
            if low not in told and low not in own:
                told.add(low)
                yield Finding(f"{code}:{low}", sentence.format(words), words)


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of that group, and its phrases as one."""
    phrases = wording.phrases(code) if code in {"pressure", "cliche"} else ()
    listed = [rf"(?<![\w'-])(?:{one_of(phrases)})(?![\w'])"] if phrases else []
    patterns = (*listed, *wording.book("manner").get(code, ()))
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def find_over_thanking(case: Case) -> Iterator[Finding]:
    """Finds more than two sentences that thank."""
    sentences = read_letter(case.heard).sentences()
    count = sum(THANKS.search(sentence.text) is not None for sentence in sentences)
    most = MOST_THANKS + (case.brief.kind in THANKS_ARE_THE_POINT)
    if count > most:
        yield Finding("over_thanking", f"{count} sentences give thanks; one or two are enough.")


def find_run_of_i(case: Case) -> Iterator[Finding]:
    """Finds three sentences in a row that begin with "I"."""
    if case.is_script():
        return
    run = 0
    for sentence in case.sentences:
        run = run + 1 if BEGINS_WITH_I.match(sentence.text) else 0
        if run == IN_A_ROW:
            yield Finding(
                "first_person",
                "Three sentences in a row begin with “I”: turn one of them round.",
                sentence.text,
            )
            return


def find_loudness(case: Case) -> Iterator[Finding]:
    """Finds capitals throughout, too many exclamation marks, and emoji."""
    runs = (run for run in LOUD_RUN.findall(case.read) if _is_loud(run, case))
    words = (word for word in LOUD_WORD.findall(case.read) if word not in case.facts_text)
    loud = next(chain(runs, words), "")
    if loud:
        yield Finding(f"capitals:{loud[:40]}", "Capitals throughout read as shouting.", loud)
    if case.letter.body.count("!") > MOST_EXCLAMATIONS:
        yield Finding("exclamations", "One exclamation mark is plenty.")
    emoji = EMOJI.findall(case.whole())
    casual = case.brief.kind.is_to_a_contact() and case.brief.sender.tone is not Tone.FORMAL
    if len(emoji) > (MOST_EMOJI if casual else 0):
        why = "One emoji is plenty." if casual else "A note about a job has no emoji."
        yield Finding("emoji", why, emoji[0])


def _is_loud(run: str, case: Case) -> bool:
    words = re.findall(r"[A-Z']+", run)
    acronyms = wording.word_list("acronyms")
    plain = [word for word in words if len(word) > 1 and word.casefold() not in acronyms]
    long = any(len(word) >= 4 for word in plain)
    return len(plain) >= LEAST_LOUD and long and run not in case.facts_text
