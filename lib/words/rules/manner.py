"""How a text sounds: pressure, flattery, clichés, too many thanks, shouting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lib.domain.notes import NoteKind
from lib.domain.profile import Tone
from lib.words import wording
from lib.words.finding import Finding
from lib.words.rules.case import Case, look

HAVE_AN_OFFER = (NoteKind.OFFER_THANKS, NoteKind.WITHDRAWAL)
"""Messages that rightly speak of an offer, this one or another."""
MOST_THANKS = 2
MOST_EXCLAMATIONS = 1
MOST_EMOJI = 1
IN_A_ROW = 3
BEGINS_WITH_I = re.compile(r"I(?:\s|['’])")
THANKS = re.compile(r"\b(?:thank\w*|grateful|gratitude|(?:really |truly |so |do |much )?appreciate[sd]? (?:it|your|that you|you|the time|the chance|the opportunity)|much appreciated)\b", re.IGNORECASE)
EMOJI = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B50\u2B06]|(?:^|(?<=\s))(?:[:;]-?[()DPp]|<3|\^\^|xD)(?=\s|[.!?]|$)")
LOUD_RUN = re.compile(r"\b[A-Z][A-Z']*(?:[\s,]+[A-Z][A-Z']*){2,}\b")
LOUD_WORD = re.compile(
    r"\b(?:VERY|REALLY|SO|MUCH|NEVER|ALWAYS|MUST|EVERY|BEST|LOVE|LOVED|HUGE|THANK|THANKS|YOU|NOT|EXACTLY|DEFINITELY|PLEASE|GREAT|AMAZING"
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
PATTERNS = {
    "pressure": (
        r"\bI (?:need|expect|must have|require|want|would like|will need) (?:your |an? |the )(?:quick |final |clear |prompt )?(?:decision|answer|reply|response|offer)\b",
        r"\b(?:need|must|have) to (?:know|hear)\b[^.]*\b(?:by|before|today|tomorrow|soon)\b",
        r"\b(?:decide|answer|reply|respond|let me know|get back to me)\b[^.]*\b(?:immediately|at once|right away|without delay|today|by tomorrow|by the end of (?:the|this) (?:day|week)|no later than)\b",
        r"\b(?:let me know|answer|reply|respond|decide|decision|get back to me|hear (?:from you|back))\b[^.]*\b(?:as soon as possible|asap)\b",
        r"\bother (?:companies|employers|firms|offers)\b[^.]*\b(?:waiting|interested|pending|on the table|after me)\b",
        r"\bkeep(?:ing)? (?:other|the other|another)\b[^.]*\bwaiting\b",
        r"\b(?:another|other|competing|several|two|three) (?:job )?offers?\b",
        r"\b(?:can't|cannot|won't|will not) wait (?:any|much|for ever|forever)\b|\b(?:please|do|must) hurry\b",
        r"\bI (?:have|'ve) (?:already )?waited\b|\bwhy (?:have|haven't|has|didn't) (?:you|nobody|no one|I not)\b",
    ),
    "pushing": (
        r"\b(?:offer|give) me (?:the|this) (?:job|role|position)\b",
        r"\blook(?:ing)? forward to (?:your|the|receiving (?:your|an|the)|getting (?:your|an|the)) (?:job )?offer\b",
        r"\blook(?:ing)? forward to (?:joining|starting|working for|becoming|being part of)\b",
        r"\b(?:I am|I'm) (?:simply |clearly |definitely |obviously |without doubt |truly )?(?:the (?:right|best|ideal|perfect|only|strongest)|your (?:best|ideal|next|perfect)) (?:person|candidate|choice|fit|match|man|woman|one)\b",
        r"\bI would (?:love|like) (?:you )?to (?:offer|hire) me\b|\bwhen (?:can|do|will|would) I (?:start|begin)\b|\bhire me\b",
        r"\byou (?:will|would|won't|wouldn't|will not) (?:not )?(?:regret|be disappointed|find (?:a|anyone) better)\b",
        r"\b(?:no one|nobody) else (?:can|could|will|would)\b",
    ),
    "begging": (
        r"\bI(?:'d| would| will|'ll) (?:do|take) anything\b|\bplease,? please\b|\bI beg\b|\bbegging\b|\bdesperate(?:ly)?\b",
        r"\b(?:really|badly|urgently|so much|absolutely) need (?:this|the|a) (?:job|role|position|chance|work)\b|\bneed (?:this|the) job\b",
        r"\bplease (?:just )?(?:give|hire|pick|choose) me\b|\bgive me (?:a|one|this|the) (?:chance|shot|opportunity)\b",
        r"\bmean (?:the world|everything) to me\b|\bmy family (?:needs|depends|is counting)\b|\blast (?:chance|hope)\b|\bpray(?:ing)?\b",
        r"\bif there is (?:any|even the slightest) chance\b|\bI know I(?:'m| am) not (?:the most|as|qualified)\b",
    ),
    "flattery": (
        r"\b(?:you are|you're|you were) (?:truly |really |simply |such |clearly |an? |the most |so |absolutely )*(?:amazing|incredible|brilliant|inspiring|inspirational|genius|wonderful|fantastic|extraordinary|remarkable|visionary|outstanding|awesome|legend)\b",
        r"\byour (?:truly |really |absolutely |so )?(?:amazing|incredible|brilliant|genius|extraordinary|legendary|remarkable|exceptional|outstanding|unmatched|stellar|impressive|visionary|wonderful|great|fantastic|inspiring) (?:career|leadership|mind|vision|work|company|team|insight|insights|wisdom|achievements|success|expertise|knowledge|experience|reputation|personality|talent|intelligence)\b",
        r"\b(?:the )?(?:best|greatest|finest|smartest|most (?:brilliant|inspiring|impressive|amazing|talented|intelligent|gifted)) (?:company|team|boss|leader|manager|interviewer|interview|people|person|place|employer)\b[^.]*\b(?:ever|world|in the (?:industry|business|country)|I (?:have|'ve)|planet)\b",
        r"\b(?:blown away|in awe|starstruck|huge fan|big fan|biggest fan|world-class|second to none|industry-leading|honou?red to (?:have )?(?:meet|met|be)|privilege (?:to|of) (?:meet|learn|sit)|genius|blew my mind|mind-blowing)\b",
        r"\byour (?:\w+ )?(?:leadership|career|vision|mind|wisdom|insight|work|story|team|company|knowledge) (?:is|was|are) (?:so |truly |really |simply |very |absolutely |just )*(?:inspiring|amazing|incredible|brilliant|awesome|extraordinary|remarkable|outstanding|unmatched|legendary|fantastic)\b",
        r"\b(?:such an? |an? )(?:amazing|incredible|awesome|extraordinary|legendary|phenomenal|world-famous) (?:company|team|leader|boss|place|organi[sz]ation|person|woman|man|mentor|interviewer)\b",
        r"\bhono(?:u)?red to (?:work|join|serve|learn|be)\b",
        r"\b(?:never|rarely|seldom) (?:have I )?met (?:anyone|anybody|someone|a \w+) (?:so|as|who)\b",
    ),
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
                if words.casefold() not in told and words.casefold() not in case.facts_text.casefold():
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
    listed = [rf"(?<![\w'-])(?:{'|'.join(map(re.escape, sorted(phrases, key=len, reverse=True)))})(?![\w'])"] if phrases else []
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (*listed, *PATTERNS.get(group, ())))


def find_over_thanking(case: Case) -> Iterator[Finding]:
    """Finds more than two sentences that thank."""
    count = sum(THANKS.search(sentence.text) is not None for sentence in case.sentences)
    if count > MOST_THANKS:
        yield look("over_thanking", f"{count} sentences give thanks; one or two are enough.")


def find_run_of_i(case: Case) -> Iterator[Finding]:
    """Finds three sentences in a row that begin with "I"."""
    if case.is_script():
        return
    run = 0
    for sentence in case.sentences:
        run = run + 1 if BEGINS_WITH_I.match(sentence.text) else 0
        if run == IN_A_ROW:
            yield look("first_person", "Three sentences in a row begin with “I”: turn one of them round.", sentence.text)
            return


def find_loudness(case: Case) -> Iterator[Finding]:
    """Finds capitals throughout, too many exclamation marks, and emoji."""
    text = f"{case.text.subject}\n{case.letter.body}"
    loud = next((match for match in LOUD_RUN.finditer(text) if _is_loud(match.group(), case)), None)
    loud = loud or next((match for match in LOUD_WORD.finditer(text) if match.group() not in case.facts_text), None)
    if loud is not None:
        yield look(f"capitals:{loud.group()[:40]}", "Capitals throughout read as shouting.", loud.group())
    if case.letter.body.count("!") > MOST_EXCLAMATIONS:
        yield look("exclamations", "One exclamation mark is plenty.")
    emoji = EMOJI.findall(case.whole())
    formal = case.brief.sender.tone is Tone.FORMAL
    if len(emoji) > MOST_EMOJI or (emoji and formal):
        why = "A formal note has no emoji." if formal else "One emoji is plenty."
        yield look("emoji", why, emoji[0])


def _is_loud(run: str, case: Case) -> bool:
    words = re.findall(r"[A-Z']+", run)
    plain = [word for word in words if len(word) > 1 and word.casefold() not in wording.terms("acronyms")]
    long = any(len(word) >= 4 for word in plain)
    return len(plain) >= LEAST_LOUD and long and run not in case.facts_text
