"""Verbs: the words by which a text says that somebody said something."""

from bot.importer.words import word_set, words

STRONG = words("saying")
WEAK = words("reporting")
IRREGULAR = {
    "say": "says said saying",
    "tell": "told",
    "write": "wrote written",
    "think": "thought",
    "hold": "held",
    "feel": "felt",
    "speak": "spoke spoken",
    "see": "saw seen",
    "cry": "cried",
    "swear": "swore sworn",
    "seek": "sought",
    "show": "shown",
    "foresee": "foresaw foreseen",
    "mean": "meant",
    "cast": "cast",
    "read": "read",
    "plead": "pled",
    "beg": "begged begging",
    "plan": "planned planning",
    "ban": "banned banning",
    "pan": "panned panning",
    "admit": "admitted admitting",
    "commit": "committed committing",
    "refer": "referred referring",
    "prefer": "preferred preferring",
    "rebut": "rebutted rebutting",
    "label": "labelled labelling",
    "signal": "signalled signalling",
    "brag": "bragged bragging",
    "quip": "quipped quipping",
    "dub": "dubbed dubbing",
    "slam": "slammed slamming",
}
NOUNS = words("verbs_or_nouns")
AUXILIARIES = word_set(
    """
    has have had was is were are did does do would will could can may might must should be been
    being 's n't not never went goes to
    """
)
BEING = frozenset(("is", "are", "was", "were", "be", "been", "being"))
ADVERBS = words("adverbs")
FINITE = words("finite") | (words("past") - {"according", "ago"})
NAMING = words("naming")
OTHER_IN_S = frozenset(("this", "thus", "his", "hers", "ours", "theirs", "yes", "versus", "plus"))


def _forms(base: str) -> set[str]:
    forms = {base, *IRREGULAR.get(base, "").split()}
    if base.endswith("e"):
        return forms | {base + "s", base + "d", base[:-1] + "ing"}
    if base.endswith("y") and base[-2] not in "aeiou":
        return forms | {base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
    if base.endswith(("s", "sh", "ch", "x", "z")):
        return forms | {base + "es", base + "ed", base + "ing"}
    return forms | {base + "s", base + "ed", base + "ing"}


SAYING = frozenset(form for base in STRONG for form in _forms(base))
CUES = SAYING | {"found", "finds"} | frozenset(form for base in WEAK for form in _forms(base))


def is_cue(word: str) -> bool:
    """True if a word, in lower case, may report speech."""
    return word in CUES


def is_saying(word: str) -> bool:
    """True if a word hardly ever does anything but report speech."""
    return word in SAYING and word not in NOUNS


def is_adverb(word: str) -> bool:
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4)


def is_finite(word: str) -> bool:
    """True if a word looks like the verb of a clause, whatever it says."""
    if word.endswith("ing"):
        return False
    return word in FINITE or word in CUES or is_past(word)


def is_past(word: str) -> bool:
    """True for a regular past tense: "quipped"."""
    return word.endswith("ed") and len(word) > 4


def is_verbal(word: str) -> bool:
    """True for what may be a verb of a third person, where the place asks for one: "sniffs"."""
    if word in FINITE or word in AUXILIARIES:
        return False
    return is_finite(word) or (word.endswith("s") and len(word) > 3 and word not in OTHER_IN_S)
