"""What Undo takes back after subscriptions ended, as a text that a table keeps."""

from collections.abc import Sequence
from typing import Self

from pydantic import ValidationError

from bot.domain.record import Record
from bot.domain.subscription import Place, Standing, Subscription


class Ended(Record):
    """The ids of subscriptions of one channel that ended, and which of them were paused by hand."""

    place: Place
    keys: tuple[int, ...]
    paused: tuple[int, ...] = ()

    @classmethod
    def of(cls, found: Sequence[Subscription]) -> Self:
        """Subscriptions as they were before they ended; at least one."""
        paused = tuple(each.id for each in found if each.standing is Standing.BY_HAND)
        keys = tuple(each.id for each in found)
        return cls(place=found[0].place, keys=keys, paused=paused)

    @classmethod
    def read(cls, text: str | None) -> Self | None:
        """What `text` wrote; None for anything else."""
        try:
            return cls.model_validate_json(text or "")
        except ValidationError:
            return None

    @property
    def text(self) -> str:
        """All of it, to be kept."""
        return self.model_dump_json()
