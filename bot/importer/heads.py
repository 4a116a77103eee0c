"""Heads: which word of a phrase tells what it names, an office or a body."""

from collections.abc import Sequence

from bot.importer.noun_phrases import LINKS, is_calling
from bot.importer.roles import BODIES, HEADS, OUTLETS, PAPERS, TEXTS
from bot.importer.tokens import Token
from bot.importer.verbs import is_cue, is_finite

SEATS = frozenset(("office", "house", "cabinet", "staff", "court", "government"))
"""Bodies that are called after who leads them."""


def role_head(words: Sequence[Token]) -> int | None:
    """Index of the word that tells an office or calling."""
    heads = [
        i
        for i, word in enumerate(words)
        if word.stem.lower() in HEADS
        or (i + 1 < len(words) and word.text[0].islower() and is_calling(word))
    ]
    return heads[-1] if heads else None


def body_head(words: Sequence[Token]) -> int | None:
    """Index of the word that tells a body."""
    bodies = [i for i, word in enumerate(words) if is_body_word(word)]
    return bodies[-1] if bodies else None


def is_body_word(word: Token) -> bool:
    """True for "ministry", "statement" or a part of a newspaper's name."""
    low = word.stem.lower()
    return low in BODIES or low in OUTLETS or low in TEXTS or (low in PAPERS and word.is_capital)


def is_within(words: Sequence[Token], body: int, head: int) -> bool:
    """True if the role is only part of the body: "office of President X", "General Assembly"."""
    first = next(i for i, word in enumerate(words) if is_body_word(word))
    if first < head:
        of = first + 1 < len(words) and words[first + 1].lower == "of"
        named = head + 1 < len(words) and words[first].lower not in SEATS
        return of and not named  # "office of President X", but "Department of State Secretary X"
    return not any(word.lower in LINKS for word in words[head:body])


def is_aside(between: Sequence[str]) -> bool:
    """True for what may part an office from a name: "the minister responsible, Ann Pike"."""
    words = between[:-1]
    plain = all(word.isalpha() and not is_cue(word) and not is_finite(word) for word in words)
    return between[-1:] == [","] and 0 < len(words) <= 5 and plain and "and" not in words


def is_in_name(words: Sequence[Token], at: int) -> bool:
    """True for the genitive in "Port Workers’ Federation", which is part of the name."""
    plural = words[at - 1].text.endswith(("s’", "s'"))
    return plural and words[at - 1].is_capital and words[at].is_capital
