"""Making a scrap of somebody's notes fit to stand inside a sentence.

What a person takes down is scrappy: capitals, telegrams, shorthand, a bullet in front. Nothing here adds
or takes away a fact; it only tidies the edges.
"""

from __future__ import annotations

import re

from lib.words import wording

MOST_WORDS = 25
"""How long a captured point may be to go into a note as it stands (plan's words: a clean point)."""

BULLET = re.compile(r"^\s*(?:[-*•‣–—>#]+|\(?\d{1,2}[.)])\s+")
ENDS = re.compile(r"^[\s,;:–—-]+|[\s,;:.!…–—-]+$")
QUOTES = str.maketrans({"“": "'", "”": "'", '"': "'", "„": "'", "«": "'", "»": "'"})
FACES = re.compile(r"(?:^|(?<=\s))[:;]-?[()DP](?=\s|$)")
SIGNS = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]+")
UNFILLED = re.compile(r"\[[^\]]*\]|\{[^}]*\}|<[^>]*>|_{2,}|\?{2,}|\b(?:TODO|TBD|TBC|XXX+)\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ0-9])|\n+")
INNER_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bSt)(?<!\bMrs)(?<!\bvs)[.!?]+\s+(?=[A-ZÀ-Þ])"
)
GREW = re.compile(r"(\d\S*(?: [a-z]+)?) ?(?:-+>|=>|→) ?(?=\d)")
"""An arrow between two figures: "3 hrs -> 10 min" is said as "3 hours to 10 min"."""
WORD = re.compile(r"[^\W_]+(?:['’.&/-][^\W_]+)*")


def words_in(text: str) -> list[str]:
    """The words of a text, as a person would count them."""
    return WORD.findall(text)


def clean(scrap: str, *, most: int = MOST_WORDS, keep: tuple[str, ...] = ()) -> str:
    """The scrap tidied up, with no end mark but "?"; empty if nothing in it can stand in a note.

    Of several sentences only the first counts, if they are too long together. `keep` are names whose
    capital stays when they come first.
    """
    whole = _tidy(" ".join(scrap.split("\n")))
    fitting = whole if _fits(whole, most) else _tidy(SENTENCE_END.split(scrap.strip())[0])
    return _small_start(fitting, keep) if _fits(fitting, most) else ""


def sentence(words: str) -> str:
    """The words as a sentence of their own: capital first, an end mark last."""
    start = words[:1].upper() + words[1:]
    return start if start.endswith(("?", "!", ".", ".”", "?”")) else f"{start}."


def _fits(text: str, most: int) -> bool:
    return says_something(text) and len(words_in(text)) <= most and not UNFILLED.search(text)


def says_something(text: str) -> bool:
    """Whether any of its words is more than filling: "we" and "the job" name nothing that was raised."""
    return any(word.casefold() not in wording.terms("filling") for word in words_in(text))


def _tidy(scrap: str) -> str:
    scrap = GREW.sub(r"\1 to ", scrap)
    bare = SIGNS.sub(" ", FACES.sub(" ", BULLET.sub("", scrap.translate(QUOTES))))
    question = bare.rstrip(" !.…").endswith("?")
    tidy = _unpair(ENDS.sub("", " ".join(_quieter(bare).split()))).rstrip("?! ")
    full = " ".join(_in_full(word) for word in tidy.split(" "))
    return f"{_one_sentence(full)}?" if question and full else _one_sentence(full)


def _unpair(text: str) -> str:
    """Without the quotation marks around the whole, and without one that lost its partner."""
    if text.count("'") == 2 and text[0] == text[-1] == "'":
        return text[1:-1]
    return text.strip("'") if text.count("'") == 1 else text


def _one_sentence(text: str) -> str:
    """Full stops and exclamation marks inside become semicolons: it will stand inside a sentence."""
    first, *others = [part for part in INNER_END.split(text) if part] or [""]
    return "; ".join([first, *(_small_start(other, ()) for other in others)])


def _quieter(text: str) -> str:
    """Text that is shouted, in small letters; abbreviations and words with figures stay."""
    letters = [sign for sign in text if sign.isalpha()]
    shouted = len(letters) > 6 and sum(sign.isupper() for sign in letters) > 0.7 * len(letters)
    if not shouted or " " not in text.strip():
        return text
    stays = wording.terms("acronyms")
    return " ".join(
        word
        if word.strip(".,;:!?()'").casefold() in stays or any(sign.isdigit() for sign in word)
        else word.lower()
        for word in text.split()
    )


def _in_full(word: str) -> str:
    core = word.rstrip(",;:.)")
    full = wording.shorthand().get(core.casefold())
    mark = word[len(core) :]
    return word if full is None else full + mark.replace(".", "")


def _small_start(text: str, keep: tuple[str, ...]) -> str:
    """With a small first letter, unless the first word is a name, an abbreviation or "I"."""
    first = re.split(r"[\s,;:]", text, maxsplit=1)[0]
    plain = first.split("'")[0].split("’")[0]
    named = any(plain in name.split() for name in keep) or plain.casefold() in wording.terms("proper")
    inner = any(sign.isupper() or sign.isdigit() for sign in plain[1:])
    return text if plain == "I" or named or inner else text[:1].lower() + text[1:]
