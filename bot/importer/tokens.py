"""Tokens: the words, marks and quotations a paragraph is made of."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from bot.importer.marks import Quoted

TITLES = frozenset(
    "mr mrs ms dr mx sen rep gov gen lt col maj sgt capt cmdr adm prof rev hon st jr sr amb pres"
    " vs no".split()
)
SHORT = TITLES | frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec approx inc ltd co corp est etc al".split()
)
TOKEN = re.compile(
    r"(?P<word>(?:[^\W\d_]\.){2,6}|[^\W_](?:[\w’'‑-]{0,60}\w)?(?:[’'](?!\w))?)"
    r"|(?P<stop>\.{3}|[.!?…])"
    r"|(?P<mark>[^\w\s]|_)"
)
Kind = Literal["word", "stop", "mark", "quote"]


class Token(NamedTuple):
    """A word, a mark, or a whole quotation (`quote` is then its number, else -1)."""

    text: str
    start: int
    end: int
    kind: Kind
    quote: int = -1

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_capital(self) -> bool:
        return self.kind == "word" and self.text[0].isupper()

    @property
    def is_possessive(self) -> bool:
        return self.kind == "word" and self.text.endswith(("’s", "'s", "s’", "s'"))

    @property
    def stem(self) -> str:
        """The word without its genitive."""
        if self.text.endswith(("’s", "'s")):
            return self.text[:-2]
        return self.text[:-1] if self.text.endswith(("’", "'")) else self.text


def tokenise(text: str, start: int, end: int, quotes: Sequence[tuple[int, Quoted]]) -> list[Token]:
    """The tokens of text[start:end], where `quotes` are its quotations with their numbers."""
    tokens: list[Token] = []
    at = start
    for number, quote in quotes:
        tokens += _plain(text, at, quote.outer_start)
        tokens.append(Token("", quote.outer_start, quote.outer_end, "quote", number))
        at = quote.outer_end
    return [*tokens, *_plain(text, at, end)]


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for found in TOKEN.finditer(text, start, end):
        word = found[0]
        stop = found.end()
        if found["word"] and word.lower() in TITLES and text[stop : stop + 1] == "." and stop < end:
            word, stop = word + ".", stop + 1
        kind: Kind = "word" if found["word"] else "stop" if found["stop"] else "mark"
        if kind == "stop" and _ends_no_sentence(text, found.start(), end):
            continue
        yield Token(word, found.start(), stop, kind)


def _ends_no_sentence(text: str, at: int, end: int) -> bool:
    """True for the stop of an abbreviation, an initial or an ordinal, which ends no sentence."""
    if text[at] != ".":
        return False
    before = re.search(r"[^\W_]+$", text[max(0, at - 12) : at])
    if not before:
        return False
    word = before[0]
    return word.lower() in SHORT or (len(word) == 1 and word.isupper())
