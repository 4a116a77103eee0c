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
