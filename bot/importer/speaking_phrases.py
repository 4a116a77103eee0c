"""Speaking phrases: unknown words that only a verb of speech shows to name a speaker."""

from collections.abc import Sequence

from bot.importer.function_words import OPENERS, PREPOSITIONS
from bot.importer.noun_phrases import DESCRIPTIONS, is_determiner, is_small
from bot.importer.tokens import Token
from bot.importer.verbs import AUXILIARIES, BEING, is_adverb, is_cue, is_saying

ALONE = frozenset(("another", "one", "others", "some", "many", "most", "both", "two", "three"))
MEASURES = frozenset("time times day days week weeks month months year years percent".split())
# Before a noun these are participles rather than verbs: "the plan described as".
PARTICIPLES = frozenset(("described", "characterized", "characterised", "called"))


def speaking_phrase(tokens: Sequence[Token], first: int) -> int:
    """Where a phrase of unknown words ends beside whose verb of speech it stands; 0 if none does.

    That is a determiner with up to five words, or a word such as "another" alone.
    """
    if tokens[first].kind != "word" or not is_determiner(tokens[first]):
        return 0
    before = tokens[first - 1].lower if first else ""
    if (
        before in PREPOSITIONS
        or before.isdigit()
        or (before, tokens[first].lower) == ("and", "other")
    ):
        return 0  # the rest of a longer phrase
    last = first + 1
    while last < len(tokens) and last - first <= DESCRIPTIONS + 2 and _describes(tokens[last]):
        last += 1
    if last == first + 1 and tokens[first].lower not in ALONE:
        return 0
    if tokens[last - 1].lower in MEASURES:
        return 0
    asked = first > 0 and is_saying(tokens[first - 1].lower) and _after_quote(tokens, first - 1)
    return last if asked or _says(tokens, last) else 0


def _describes(token: Token) -> bool:
    """True for an adjective or noun, known or not."""
    if token.kind != "word" or token.is_possessive:
        return False
    return "-" in token.text or not (is_small(token.lower) or token.lower in OPENERS)


def _says(tokens: Sequence[Token], at: int) -> bool:
    """True if a verb of speech follows, adverbs and an auxiliary apart."""
    while at < len(tokens) and (tokens[at].lower in AUXILIARIES or is_adverb(tokens[at].lower)):
        if tokens[at].lower in BEING:
            return False
        at += 1
    word = tokens[at].lower if at < len(tokens) else ""
    return is_saying(word) or (is_cue(word) and word.endswith("ed") and word not in PARTICIPLES)


def _after_quote(tokens: Sequence[Token], verb: int) -> bool:
    """True for the verb of the inverted "…,” said one of them"."""
    before = verb - 1 - (verb > 1 and tokens[verb - 1].text == ",")
    return before >= 0 and tokens[before].kind == "quote"
