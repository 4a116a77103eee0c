"""A founding: what somebody types to make a briefing, as typed."""

from typing import Self

from pydantic import ValidationError

from bot.domain.record import Record


class Founding(Record):
    """Nothing in it is checked yet; `public` is whether other servers may read the briefing."""

    name: str = ""
    zone: str = ""
    public: bool = False

    @classmethod
    def read(cls, text: str | None) -> Self | None:
        """What `model_dump_json` wrote; None for anything else."""
        try:
            return cls.model_validate_json(text or "")
        except ValidationError:
            return None
