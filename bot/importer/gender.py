"""Gender: what a name or the words before it tell of whom "he" and "she" may stand for."""

from bot.importer.words import words

BY_WORD = dict.fromkeys(words("men"), "he") | dict.fromkeys(words("women"), "she")
BOTH = words("men") & words("women")


def pronoun_of(name: str) -> str | None:
    """The pronoun, "he" or "she", for who bears a name or title; None if no word of it tells."""
    for word in name.lower().split():
        if word in BY_WORD and word not in BOTH:
            return BY_WORD[word]
    return None
