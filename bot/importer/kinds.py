"""Kinds: whether quoted words are a clause that stands on its own, or a fragment."""

import re

from bot.importer.words import word_set, words

LONG = 12
"""A quotation of more words than this is speech whatever its grammar."""
SUBJECTS = word_set(
    """
    i you he she it we they this that these those there who what nobody everyone everybody someone
    nothing everything it’s it's that’s that's there’s there's i’m i'm we’re we're they’re they're
    he’s he's she’s she's you’re you're i’ve i've we’ve we've we’ll we'll i’ll let’s let's what’s
    what's here’s here's
    """
)
FINITE = words("clause_verbs")
IMPERATIVES = words("imperatives")
# What cannot stand before a verb as its subject, alone.
NO_SUBJECT = word_set(
    """
    to not never of in on at by for with and but or if when as than about into from being been
    only even also just very too still would will could should must may might can has have had is
    are was were does do did
    """
)
CONTRACTED = re.compile(
    r"^(?:i|you|he|she|it|we|they|that|there|what|who|here|let)[’'](?:m|s|re|ve|ll|d)$"
)
FRONTED = word_set(
    "if when as while although though because since until after before in on at with"
)
WORD = re.compile(r"[^\W_](?:[\w’'-]*\w)?")


def is_clause(text: str) -> bool:
    """True if the words hold a main clause: a subject with its verb, or a command."""
    words = [word.lower() for word in WORD.findall(text)]
    if len(words) > LONG:
        return True
    opening, comma, rest = text.partition(",")
    if comma and words and words[0] in FRONTED and len(opening.split()) > 1:
        return is_clause(rest)
    if not words:
        return False
    if words[0] in IMPERATIVES and text.lstrip()[:1].isupper() and len(words) > 1:
        return True
    if CONTRACTED.search(words[0]) and len(words) > 1:
        return True
    if words[0] in SUBJECTS and len(words) > 1 and not text.lstrip()[:1].isspace():
        return _has_verb(words[1:])
    begin = 1 if words[0] in ("and", "but", "so", "or", "because") else 0
    return _subject_then_verb(words[begin:])


def _has_verb(words: list[str]) -> bool:
    return any(word in FINITE or word.endswith("ed") or len(word) > 2 for word in words[:4])


def _subject_then_verb(words: list[str]) -> bool:
    if not words or words[0] in NO_SUBJECT or (words[0].endswith("ing") and len(words) < 4):
        return False
    if CONTRACTED.search(words[0]) or (words[0] in SUBJECTS and len(words) > 1):
        return True
    for index, word in enumerate(words[1:], 1):
        if word in ("that", "which", "who", "whose", "where", "because"):
            return False
        if word in FINITE:
            return not (index == 1 and words[0].endswith("s") and words[0] in FINITE)
    return False
