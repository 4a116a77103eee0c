"""A message of one sentence, such as an error that a person can be told."""

from bot.presentation import limits
from bot.presentation.card import Card
from bot.presentation.markdown import plain
from bot.presentation.pages import split


def notice(text: str) -> Card:
    """Shows a text literally: it may hold what somebody typed, and none of it becomes markup."""
    card = Card()
    card.say(plain(next(iter(split(text, limits.NOTICE)), "Something went wrong.")))
    return card
