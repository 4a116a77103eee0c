"""A forum's tags: which one a post gets."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Tag(Protocol):
    """What matters of a tag; one that is `moderated` is for moderators only."""

    name: str
    moderated: bool


T = TypeVar("T", bound=Tag)


def tag_for(tags: Sequence[T], name: str, *, required: bool, moderates: bool) -> T | None:
    """The tag of that name, in whatever case; where every post must have one, else the first.

    `moderates` says that the bot may use those for moderators. None where no tag is fitting.
    """
    usable = [each for each in tags if moderates or not each.moderated]
    named = [each for each in usable if each.name.casefold() == name.casefold()]
    fitting = [*named, *(usable if required else ())]
    return fitting[0] if fitting else None
