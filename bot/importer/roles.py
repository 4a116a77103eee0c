"""Roles: words for offices, bodies and groups, by which a text introduces who speaks."""

from bot.importer.words import word_set, words

HEADS = words("offices")
TITLES = words("titles")
MODIFIERS = words("office_modifiers")
GROUPS = words("groups")
BODIES = words("bodies")
PAPERS = words("names_of_bodies")
OUTLETS = words("outlets")
TEXTS = words("texts")
SUBJECTS = words("subjects")
DETERMINERS = word_set(
    """
    the a an one another his her its their some several many most two three four five six seven
    eight nine ten both other all our this that these those no
    """
)
LINKS = frozenset(("of", "for", "to", "at", "on", "in"))


def office_word(role: str) -> str:
    """The word that tells the office: "diplomat" of "chief diplomat of the EU"."""
    words = role.lower().split()
    links = [i for i, word in enumerate(words) if word in LINKS]
    return words[(links[0] if links and links[0] else len(words)) - 1]
