""" "a" or "an", by the sound of the word that follows."""

from __future__ import annotations

import re

SILENT_H = re.compile(r"(?:hour|honest|honor|honour|heir)", re.IGNORECASE)
UNSURE = re.compile(r"(?:hist|herb|hallu|hotel|habitual)", re.IGNORECASE)
LIKE_YOU = re.compile(
    r"(?:uni(?!nt|nv|ns|nf|nh|nd|nc|mp|mag|nsp|nst|deal)|use|usu|usa|uti|uto|eu|ewe|ura|ure|uri|uro|ubi|uk|ukr|uga|uran|one(?![a-z])|once|u(?![a-z]))",
    re.IGNORECASE,
)
SAID_AS_WORDS = frozenset(
    "stem lego nasa nato fema laser radar sim ram rom lan saas sap nafta swat swot raid hipaa nicu led nimby niosh reit rest"
    " roi sat mou lidar med fed rep sms".split()
) - {"sms", "mou"}
UNSURE_LETTERS = frozenset("sql faq url led mou rsa sat roi faqs sme urls las los san ram rom".split())
LETTERS_WITH_VOWEL = frozenset("aefhilmnorsx")
SPELT = frozenset(
    "hr mri mba rn nhs nda llc llm sla seo sem ui ux hr's fbi fda html http xml ssl sdk rfp mp mvp nlp ehr erp okr api"
    " lms lpn np md ms msc mph phd cpa cfo ceo cto cio vp pr pm qa kpi gp tv uk us usa u.s eu un ngo it id bi crm".split()
)


def article_of(word: str) -> str:
    """Returns "a" or "an" for that word, or "" where readers differ."""
    if word[:1].isdigit():
        return _of_figures(word)
    first = re.split(r"[/-]", word, maxsplit=1)[0]
    low = first.casefold().rstrip(".")
    if len(first) == 1 or low in SPELT or (first.isupper() and len(first) <= 5):
        return _of_letters(first, low)
    if UNSURE.match(first):
        return ""
    if SILENT_H.match(first):
        return "an"
    return "an" if first[:1].casefold() in "aeiou" and not LIKE_YOU.match(first) else "a" if first[:1].isalpha() else ""


def _of_figures(word: str) -> str:
    digits = re.match(r"\d+", word)
    whole = digits.group() if digits else ""
    vowel = whole[:1] == "8" or whole in {"11", "18"}
    return "" if len(whole) > 3 and whole[:1] == "1" else "an" if vowel else "a"


def _of_letters(first: str, low: str) -> str:
    if low in UNSURE_LETTERS:
        return ""
    if low in SAID_AS_WORDS:
        return "an" if low[0] in "aeio" else "a"
    if low not in SPELT and len(first) > 2 and re.search(r"[AEIOU]", first) and first[0] in "FHLMNRS":
        return ""
    return "an" if low[0] in LETTERS_WITH_VOWEL else "a" if low[0].isalpha() else ""
