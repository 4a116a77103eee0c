"""A message of one sentence, such as an error that a person can be told."""

import re

from bot.presentation import limits
from bot.presentation.card import Card
from bot.presentation.markdown import plain
from bot.presentation.pages import split

_COMMAND = re.compile("`(/?[a-z]+(?: [a-z]+)*)`")


def notice(text: str) -> Card:
    """Shows a text literally: it may hold what somebody typed, and none of it becomes markup."""
    card = Card()
    card.say(literally(next(iter(split(text, limits.NOTICE)), "Something went wrong.")))
    return card


def literally(sentence: str) -> str:
    """A sentence without any markup; a terminal has marks around its commands, here are none."""
    return plain(_COMMAND.sub(r"\1", sentence))
