"""Who asks, and from where."""

from bot.domain.briefing import Briefing
from bot.domain.record import Record


class Reader(Record):
    """The person and place of one request, as Discord ids; `server` is None in a DM."""

    user: int
    server: int | None = None
    channel: int | None = None

    def may_read(self, briefing: Briefing) -> bool:
        """A private briefing is read in its own newsroom only, a public one where it may be."""
        return briefing.open_to(self.server)

    def is_kept_out(self, briefing: Briefing) -> bool:
        """Whether its newsroom does not let this server read it, public or not."""
        return self.server in briefing.kept_out
