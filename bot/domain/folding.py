"""The folded form of a name, in which spellings that a person means alike are equal."""

import re
import unicodedata

# Letters that NFKD leaves whole, and a sign that stands for a word.
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
    | {"&": " and "}
)
_ELISION = re.compile(r"\A\s*l['’](?=\w)", re.IGNORECASE)
_DROPPED = re.compile(r"['’‘ʼ`´.]")
_ARTICLE = re.compile(r"(?:la|le|les|el|los|las|il|lo|gli|i|os|as|o|a|der|die|das|de|den|det) ")


def fold(text: str) -> str:
    """Lower case, no accents, apostrophes or dots, single spaces, no leading "the" or "l'"."""
    whole = _ELISION.sub("", text).casefold()
    bare = whole if whole.isascii() else _without_accents(whole)
    words = _spaced(_DROPPED.sub("", bare.translate(_LETTERS)))
    return words.removeprefix("the ")


def without_article(folded: str) -> str:
    """A folded name without the article that French, Spanish, German … put before it."""
    article = _ARTICLE.match(folded)
    return folded[article.end() :] if article else folded


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def _spaced(text: str) -> str:
    """Punctuation as single spaces; marks that spell vowels (Hindi, Thai) are no punctuation."""
    if text.replace(" ", "").isalnum():
        return " ".join(text.split())
    return " ".join("".join(char if _is_spelling(char) else " " for char in text).split())


def _is_spelling(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char).startswith("M")
