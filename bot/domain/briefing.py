"""A briefing: a named series, owned by one server."""

from bot.domain.record import Record


class Briefing(Record):
    """A series of issues; private to its newsroom unless `public`.

    `newsroom` is the owning server's Discord id, `newsroom_name` its name as last seen.
    """

    id: int
    newsroom: int
    newsroom_name: str
    name: str
    public: bool

    @property
    def label(self) -> str:
        """Tells apart two briefings of one name: "Policy Alert · Rising Powers"."""
        return f"{self.name} · {self.newsroom_name}"
