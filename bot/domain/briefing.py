"""A briefing: a named series, owned by one server."""

from bot.domain.record import Record


class Briefing(Record):
    """A series of issues; private to its newsroom unless `public`.

    `newsroom` is the owning server's Discord id, `newsroom_name` its name as last seen. `colour`
    is that of its cards, as 0xRRGGBB, None where nobody chose one. `kept_out` are the servers that
    may not read it though it is public.
    """

    id: int
    newsroom: int
    newsroom_name: str
    name: str
    public: bool
    colour: int | None = None
    kept_out: frozenset[int] = frozenset()

    def open_to(self, server: int | None) -> bool:
        """Whether it is read in that server, or, where it is None, in a DM."""
        if self.newsroom == server:
            return True
        return self.public and server not in self.kept_out

    @property
    def label(self) -> str:
        """Tells apart two briefings of one name: "Policy Alert · Rising Powers"."""
        return f"{self.name} · {self.newsroom_name}"
