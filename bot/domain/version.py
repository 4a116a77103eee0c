"""A version: a saved state of what an editor writes, before its readers get it."""

from bot.domain.issue import Contents
from bot.domain.record import Moment, Record
from bot.domain.release import Author


class VersionHead(Record):
    """A version without what it says: who changed the draft, when, and what that did.

    `number` counts from 1 for each issue. `base` is the published revision that it is to correct, 0
    for a draft. `same_as` is the first version with the same contents, mostly itself: an undoing
    has those of an earlier one.
    """

    number: int
    base: int = 0
    author: Author
    made_at: Moment
    deed: str
    same_as: int


class Version(VersionHead):
    """What a draft said from `made_at` on."""

    contents: Contents
