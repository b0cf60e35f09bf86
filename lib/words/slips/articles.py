"""Articles: "a hour", "an unique", and one that is missing for certain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.domain.word_lists import word_set
from lib.words import wording
from lib.words.slips.slip import Prose, Slip, one_of

ARTICLE = re.compile(
    r"(?<![\w.'’/&-])(?P<article>an?)(?P<gap>\s+[“\"'(]?)(?P<word>[^\W_][\w.'/-]*)", re.IGNORECASE
)
NO_NOUN = word_set("and or in on at is as are was to of if by a an b c i ii")
THINGS = one_of(wording.word_list("single_things"))
MADE = re.compile(
    r"\b(?P<verb>made|built|had|created|wrote|used?|set up|have|need|want|put together)\s+"
    rf"(?P<thing>(?:simple|quick|short|small|basic|little|shared|weekly"
    rf"|daily)\s+(?:{THINGS}))(?![\w-])",
    re.IGNORECASE,
)

SILENT_H = re.compile(r"(?:hour|honest|honor|honour|heir)", re.IGNORECASE)
UNSURE = re.compile(r"(?:hist|herb|hallu|hotel|habitual)", re.IGNORECASE)
LIKE_YOU = re.compile(
    r"(?:uni(?!nt|nv|ns|nf|nh|nd|nc|mp|mag|nsp|nst|deal)|use|usu|usa|uti|uto|eu|ewe|ura|ure|uri"
    r"|uro|uru|ubi|uk|ukr|uga|uran|uta|ufo|one(?![a-z])|oneness|once|u(?![a-z]))",
    re.IGNORECASE,
)
SAID_AS_WORDS = wording.word_list("said_as_words") - {"sms", "mou"}
UNSURE_LETTERS = wording.word_list("unsure_letters")
LETTERS_WITH_VOWEL = frozenset("aefhilmnorsx")
BY_ITS_FIRST_LETTER = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]|[A-Za-z]\.")
"""What is begun by the name of a letter: "mRNA", "MSc", "M.Ed."."""
UNCLEAR_WHERE_LETTERS_END = re.compile(r"[A-Z]{3,}[a-z]")
""""SQLite", "NASAs": one half is said as a word, and nobody knows which."""
SPELT = wording.word_list("spelt")


def find_wrong_articles(prose: Prose) -> Iterator[Slip]:
    """Finds "a hour" and "an MBA"'s opposite, and puts the other article."""
    for match in ARTICLE.finditer(prose.plain):
        article, word = match["article"], match["word"].rstrip(".'")
        # "vitamin A": a capital is the article at the start of a sentence only.
        is_letter = article == "A" and not prose.starts_sentence(match.start())
        if word.casefold() in NO_NOUN or is_letter:
            continue
        right = article_of(word)
        if right and right != article.casefold():
            right = right.capitalize() if article[0].isupper() else right
            end = match.start("word") + len(word)
            becomes = right + prose.text[match.end("article") : end]
            yield prose.slip(
                "article", match.start(), end, f"By its sound it is “{right} {word}”.", becomes
            )


def find_missing_articles(prose: Prose) -> Iterator[Slip]:
    """Finds "made simple tracker" and puts "a" in."""
    for match in MADE.finditer(prose.plain):
        thing = prose.text[match.start("thing") : match.end("thing")]
        becomes = f"{prose.text[match.start() : match.end('verb')]} a {thing}"
        yield prose.slip_at(match, "no_article", "An article is missing.", becomes)


def article_of(word: str) -> str:
    """Returns "a" or "an" for that word, or "" where readers differ."""
    if word[:1].isdigit():
        return _of_figures(word)
    first = re.split(r"[/-]", word, maxsplit=1)[0]
    low = first.casefold().rstrip(".")
    if BY_ITS_FIRST_LETTER.match(first):
        return "an" if low[0] in LETTERS_WITH_VOWEL else "a"
    if UNCLEAR_WHERE_LETTERS_END.match(first):
        return ""
    if len(first) == 1 or low in SPELT or (first.isupper() and len(first) <= 5):
        return _of_letters(first, low)
    if UNSURE.match(first):
        return ""
    if SILENT_H.match(first):
        return "an"
    if first[:1].casefold() in "aeiou" and not LIKE_YOU.match(first):
        return "an"
    return "a" if first[:1].isalpha() else ""


def _of_figures(word: str) -> str:
    digits = re.match(r"\d+", word)
    whole = digits.group() if digits else ""
    if len(whole) > 3 and whole[:1] == "1":
        return ""
    return "an" if whole[:1] == "8" or whole in {"11", "18"} else "a"


def _of_letters(first: str, low: str) -> str:
    if low in UNSURE_LETTERS:
        return ""
    if low in SAID_AS_WORDS:
        return "an" if low[0] in "aeio" else "a"
    may_be_a_word = low not in SPELT and len(first) > 2 and re.search(r"[AEIOU]", first)
    if may_be_a_word and first[0] in "FHLMNRS":
        return ""
    if low[0] in LETTERS_WITH_VOWEL:
        return "an"
    return "a" if low[0].isalpha() else ""
