"""A revision: a saved state of a published issue."""

from bot.domain.issue import Contents
from bot.domain.record import Moment, Record


class Revision(Record):
    """What an issue said from `made_at` on, who changed it and why."""

    number: int
    author: str
    made_at: Moment
    reason: str
    contents: Contents
