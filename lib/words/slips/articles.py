"""Articles: "a hour", "an unique", and one that is missing for certain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.words import wording
from lib.words.slips.slip import Prose, Slip, one_of
from lib.words.text.articles import article_of

ARTICLE = re.compile(
    r"(?<![\w.'’/&-])(?P<article>an?)(?P<gap>\s+[“\"'(]?)(?P<word>[^\W_][\w.'/-]*)", re.IGNORECASE
)
NO_NOUN = frozenset(
    [
        "and",
        "or",
        "in",
        "on",
        "at",
        "is",
        "as",
        "are",
        "was",
        "to",
        "of",
        "if",
        "by",
        "a",
        "an",
        "b",
        "c",
        "i",
        "ii",
    ]
)
THINGS = one_of(wording.slip_words("single_things"))
MADE = re.compile(
    r"\b(?P<verb>made|built|had|created|wrote|used?|set up|have|need|want|put together)\s+"
    rf"(?P<thing>(?:simple|quick|short|small|basic|little|shared|weekly"
    rf"|daily)\s+(?:{THINGS}))(?![\w-])",
    re.IGNORECASE,
)


def find_wrong_articles(prose: Prose) -> Iterator[Slip]:
    """Finds "a hour" and "an MBA"'s opposite, and puts the other article."""
    for match in ARTICLE.finditer(prose.plain):
        article, word = match["article"], match["word"].rstrip(".'")
        if word.casefold() in NO_NOUN or not _is_article(prose, match):
            continue
        right = article_of(word)
        if right and right != article.casefold():
            right = right.capitalize() if article[0].isupper() else right
            end = match.start("word") + len(word)
            becomes = right + prose.text[match.end("article") : end]
            yield prose.slip(
                "article", match.start(), end, f"By its sound it is “{right} {word}”.", becomes
            )


def _is_article(prose: Prose, match: re.Match[str]) -> bool:
    """False for "vitamin A": a capital is the article at the start of a sentence only."""
    if match["article"] != "A":
        return True
    return prose.starts_sentence(match.start())


def find_missing_articles(prose: Prose) -> Iterator[Slip]:
    """Finds "made simple tracker" and puts "a" in."""
    for match in MADE.finditer(prose.plain):
        thing = prose.text[match.start("thing") : match.end("thing")]
        becomes = f"{prose.text[match.start() : match.end('verb')]} a {thing}"
        yield prose.slip(
            "no_article", match.start(), match.end(), "An article is missing.", becomes
        )
