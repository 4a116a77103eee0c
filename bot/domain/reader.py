"""Who asks, and from where."""

from bot.domain.briefing import Briefing
from bot.domain.record import Record


class Reader(Record):
    """The person and place of one request, as Discord ids; `server` is None in a DM."""

    user: int
    server: int | None = None
    channel: int | None = None

    def may_read(self, briefing: Briefing) -> bool:
        """A private briefing is read in its own newsroom only."""
        return briefing.public or briefing.newsroom == self.server
