"""A founding: what somebody types to make a briefing, as typed."""

from bot.domain.record import Record


class Founding(Record):
    """Nothing in it is checked yet; `public` is whether other servers may read the briefing."""

    name: str = ""
    zone: str = ""
    public: bool = False
