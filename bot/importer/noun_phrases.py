"""Noun phrases: runs of words that may name a person, a body or a role."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.importer.function_words import JOINERS, OPENERS, PARTICLES, PREPOSITIONS, PRONOUNS, TIMES
from bot.importer.roles import (
    BODIES,
    DETERMINERS,
    GROUPS,
    HEADS,
    LINKS,
    MODIFIERS,
    OUTLETS,
    SUBJECTS,
    TEXTS,
)
from bot.importer.tokens import Token
from bot.importer.verbs import ADVERBS, AUXILIARIES, is_cue, is_finite
from bot.importer.words import words

LONGEST = 24
"""Words in the longest phrase."""
NOUNS = HEADS | GROUPS | BODIES | OUTLETS | TEXTS
ARABIC = re.compile(r"(?:al|el|ash|as|an|ad|at|ul|bin)[-‑][A-Z]")
# Names that are other words too: names only inside a phrase and before another name.
GIVEN = frozenset(
    ("june", "april", "may", "august", "he", "so", "you", "long", "an", "jan", "jun", "mar")
)
QUANTITIES = frozenset(("one", "two", "three", "some", "several", "many", "most", "all", "both"))
DESCRIPTIONS = 3
SMALL = PREPOSITIONS | JOINERS | AUXILIARIES | ADVERBS | DETERMINERS | PRONOUNS
CALLINGS = ("er", "or", "ist", "ian", "ant", "ent", "man", "woman", "eer", "ster", "host", "crat")
THINGS = words("things")
NAMES = words("names_with_endings")


class NounPhrase(NamedTuple):
    """tokens[first:last], of which tokens[core:last] is the name or noun without determiner."""

    first: int
    core: int
    last: int


def noun_phrase(tokens: Sequence[Token], first: int) -> NounPhrase | None:
    """The phrase that begins at `first`, or None."""
    if first == 0 and _opens_sentence(tokens):
        return None
    core = first
    while core < len(tokens) and core - first < 4 and _opens(tokens, first, core):
        core += 1
    last = core
    while last < len(tokens) and last - core < LONGEST:
        step = _step(tokens, core, last) or (last > first and _described(tokens, last))
        step = step or (core > first and _trails(tokens, core, last))
        if not step:
            break
        last += step
        if tokens[last - 1].is_possessive and not _goes_on(tokens, last):
            break
    while last > core and (tokens[last - 1].lower in LINKS or tokens[last - 1].lower == "the"):
        last -= 1
    return NounPhrase(first, core, last) if last > core else None


def _opens_sentence(tokens: Sequence[Token]) -> bool:
    """True for "Adding" or "Significantly" at the beginning, which are no names there."""
    word = tokens[0].lower
    if len(tokens) < 2 or not word.endswith(("ing", "ly")) or word in NAMES:
        return False
    after = tokens[1]
    if word.endswith("ing"):
        return not (after.is_capital or is_finite(after.lower) or after.text in ("’s", ","))
    return after.text == ","


def _described(tokens: Sequence[Token], begin: int) -> int:
    """How many unknown words lead up to a known noun or a name: one in "a rebel commander"."""
    for at in range(begin, min(begin + DESCRIPTIONS, len(tokens) - 1)):
        token = tokens[at]
        if token.kind != "word" or is_small(token.lower):
            return 0
        if token.is_possessive:
            return at + 1 - begin if is_known(tokens[at + 1]) else 0
        if (
            token.text[0].islower()
            and token.lower.endswith("s")
            and at
            and tokens[at - 1].is_capital
        ):
            return 0  # rather a verb: "Norland backs rebel commanders"
        if is_known(tokens[at + 1]) or (is_calling(token) and is_name_word(tokens[at + 1])):
            return at + 1 - begin
    return 0


def _trails(tokens: Sequence[Token], core: int, at: int) -> bool:
    """True for the unknown noun in "one Norland confidant": a determiner asks for a noun."""
    token = tokens[at]
    single = tokens[core - 1].lower in ("a", "an", "one", "another", "this")
    plain = token.kind == "word" and token.text[0].islower() and not is_small(token.lower)
    return single and at > core and plain and is_name_word(tokens[at - 1])


def is_calling(token: Token) -> bool:
    """True for a word that has the form of what somebody is: "rancher", "pathologist"."""
    word = token.lower.rpartition("-")[2]
    return word in HEADS or (
        word.endswith(CALLINGS) and len(word) > 5 and word not in THINGS and word.isalpha()
    )


def is_small(word: str) -> bool:
    """True for a function word, a verb or an adverb, which no unknown noun is."""
    return word in SMALL or is_cue(word) or is_finite(word) or word.endswith(("ly", "ing"))


def is_name_word(token: Token) -> bool:
    """True for a capitalised word that is not capitalised for another reason."""
    low = token.stem.lower()
    if token.kind == "word" and ARABIC.match(token.text):
        return True
    return token.is_capital and low not in OPENERS and low not in TIMES


def is_name_at(tokens: Sequence[Token], at: int) -> bool:
    """True for a name word; "June" counts as one before a surname."""
    if is_name_word(tokens[at]):
        return True
    given = tokens[at].is_capital and tokens[at].lower in GIVEN
    return given and _name_at(tokens, at + 1)


def _ends_name(tokens: Sequence[Token], at: int) -> bool:
    """True for "Wei Jun", but not for "On Jun 4" or "Norland May 3"."""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return tokens[at].is_capital and is_name_word(tokens[at - 1]) and not after[:1].isdigit()


def is_known(token: Token) -> bool:
    """True for a word of offices, bodies or groups."""
    low = token.stem.lower()
    return token.kind == "word" and (low in NOUNS or low in MODIFIERS)


def _opens(tokens: Sequence[Token], first: int, at: int) -> bool:
    """True for an article or number, and for the "of" in "one of its members"."""
    if tokens[at].lower == "that" and at + 1 < len(tokens) and is_determiner(tokens[at + 1]):
        return False  # it begins a clause
    part = tokens[at].lower == "of" and at > first and tokens[at - 1].lower in QUANTITIES
    whole = part and at + 1 < len(tokens) and is_determiner(tokens[at + 1])
    return whole or is_determiner(tokens[at])


def is_determiner(token: Token) -> bool:
    """True for an article, a number or the like."""
    return token.kind == "word" and token.lower in DETERMINERS


def _step(tokens: Sequence[Token], core: int, at: int) -> int:
    """How many tokens from `at` on belong to the phrase: 0 ends it."""
    token = tokens[at]
    if token.kind != "word":
        return _list_step(tokens, core, at)
    if is_name_word(token) or _is_known_here(tokens, core, at):
        return 1
    low = token.lower
    if low in PARTICLES and _name_after_particles(tokens, at + 1):
        return 1
    if at > core and len(token.text) == 1 and token.is_capital and _name_at(tokens, at + 1):
        return int(is_name_word(tokens[at - 1]))  # an initial: "Ann A. Pike"
    if at == core:
        return int(_describes_group(tokens, at))
    if low in GIVEN and (is_name_at(tokens, at) or _ends_name(tokens, at)):
        return 1
    if low in LINKS:
        return _link_step(tokens, core, at)
    return 1 if low == "and" and _joins_subjects(tokens, core, at) else 0


def _is_known_here(tokens: Sequence[Token], core: int, at: int) -> bool:
    """A known noun; one that is a modifier only counts if a noun or a name follows."""
    low = tokens[at].stem.lower()
    if low in NOUNS:
        return tokens[at].text[0].islower() or low not in OPENERS
    return (
        low in MODIFIERS
        and at + 1 < len(tokens)
        and (is_known(tokens[at + 1]) or is_name_word(tokens[at + 1]))
    )


def _link_step(tokens: Sequence[Token], core: int, at: int) -> int:
    """The preposition in "Ministry of Foreign Affairs", and the article after it."""
    if not any(token.stem.lower() in NOUNS for token in tokens[core:at]):
        return 0
    before = tokens[at - 1]
    if tokens[at].lower in ("at", "on", "to", "in") and not (
        is_role_word(before) or (tokens[at].lower == "on" and before.lower in BODIES)
    ):
        return 0
    after = at + 1
    if after < len(tokens) and tokens[after].lower == "the":
        after += 1
    if after >= len(tokens) or tokens[after].kind != "word":
        return 0
    word = tokens[after]
    fits = is_name_word(word) or word.lower in SUBJECTS or word.lower in BODIES | MODIFIERS
    return after - at if fits else 0


def is_role_word(token: Token) -> bool:
    return token.kind == "word" and token.stem.lower() in HEADS


def _describes_group(tokens: Sequence[Token], at: int) -> bool:
    """The adjective in "upstream ministries"."""
    token = tokens[at]
    if at + 1 >= len(tokens) or tokens[at + 1].lower not in GROUPS or not token.text[0].islower():
        return False
    return not is_small(token.lower)


def _name_after_particles(tokens: Sequence[Token], at: int) -> bool:
    """A name, perhaps behind a second particle: "von der Heide"."""
    second = at < len(tokens) and tokens[at].lower in PARTICLES
    return _name_at(tokens, at + second)


def _name_at(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and is_name_word(tokens[at])


def _joins_subjects(tokens: Sequence[Token], core: int, at: int) -> bool:
    """The "and" of "Ministry of Trade and Industry" or "Information and Communication Minister"."""
    return (
        at + 1 < len(tokens)
        and tokens[at + 1].is_capital == tokens[at - 1].is_capital
        and (
            (tokens[at - 1].lower in SUBJECTS and tokens[at + 1].lower in SUBJECTS)
            or _is_about(tokens, core, at)
            or _joins_offices(tokens, at)
        )
    )


def _joins_offices(tokens: Sequence[Token], at: int) -> bool:
    """The "and" of "President and First Lady Ann Pike": two offices of one person."""
    if not is_role_word(tokens[at - 1]):
        return False
    end = at + 1
    while end < len(tokens) and is_known(tokens[end]) and tokens[end].is_capital:
        end += 1
    office = end > at + 1 and is_role_word(tokens[end - 1])
    return office and end < len(tokens) and is_name_word(tokens[end])


def _is_about(tokens: Sequence[Token], core: int, at: int) -> bool:
    """True inside what a body is about: "Ministry of Ports and Reconstruction"."""
    about = any(
        tokens[i].lower in BODIES and tokens[i + 1].lower in ("of", "for") and i + 2 < at
        for i in range(core, at - 1)
    )
    return about and tokens[at + 1].is_capital and not is_known(tokens[at + 1])


def _list_step(tokens: Sequence[Token], core: int, at: int) -> int:
    """The comma of "Ministry of Economy, Trade and Industry"."""
    if tokens[at].text != "," or at + 3 >= len(tokens):
        return 0
    first, middle, second = tokens[at + 1 : at + 4]
    inside = any(token.lower in BODIES | HEADS for token in tokens[core:at])
    listed = first.is_capital and middle.lower == "and" and second.is_capital
    both = first.lower in SUBJECTS and second.lower in SUBJECTS
    return 4 if inside and listed and both else 0


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """True if what a genitive owns is a role, a body or a name: "Russia’s Deputy Minister"."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return False
    return is_name_word(tokens[at]) or is_known(tokens[at]) or _described(tokens, at) > 0
