"""The kinds of custom ids, told apart as discord.py does it."""

import re

from bot.presentation.custom_id import (
    Ask,
    Browse,
    CustomId,
    Jump,
    Open,
    OpenIssue,
    Share,
    Switch,
    Turn,
)

KINDS: tuple[type[CustomId], ...] = (Turn, Jump, Switch, Ask, Open, OpenIssue, Browse, Share)


def kind_of(text: str) -> CustomId:
    """The one kind whose template matches."""
    found = [
        kind.parse(match) for kind in KINDS if (match := re.compile(kind.TEMPLATE).fullmatch(text))
    ]
    assert len(found) == 1, text
    return found[0]
