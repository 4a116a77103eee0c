"""The state of the subscription panel: what is chosen so far, as a text that a table keeps."""

from collections.abc import Collection, Sequence
from typing import Any, Self

from pydantic import ValidationError

from bot.domain.record import CountryCode, Record
from bot.domain.subscription import Subscription, Wishes
from bot.presentation import limits

ALL = "all"
"""The value of the option that stands for every country."""

PAGE = limits.OPTIONS - 1
"""Countries in one menu, beside that option."""


class PanelState(Record):
    """`editing` is the subscription that is changed, None for new ones.

    `offered` are the countries in the menu that is shown: what is chosen on other pages stays.
    `flip` changes with every click. Discord keeps what was picked in a menu as long as its id
    stays, and equal states have one id.
    """

    editing: int | None = None
    channels: tuple[int, ...] = ()
    briefing: int | None = None
    countries: tuple[CountryCode, ...] = ()
    ping: int | None = None
    ping_updates: bool = False
    page: int = 0
    offered: tuple[CountryCode, ...] = ()
    flip: bool = False

    @classmethod
    def of(cls, found: Subscription) -> Self:
        """What a subscription wants now, to be changed."""
        wanted = {name: getattr(found.wishes, name) for name in Wishes.model_fields}
        place, briefing = found.place, found.briefing
        return cls(editing=found.id, channels=(place.channel,), briefing=briefing.id, **wanted)

    @classmethod
    def read(cls, text: str | None) -> Self | None:
        """The state that `text` wrote; None for anything else."""
        try:
            return cls.model_validate_json(text or "")
        except ValidationError:
            return None

    @property
    def text(self) -> str:
        """All of it, to be kept."""
        return self.model_dump_json(exclude_defaults=True)

    @property
    def wishes(self) -> Wishes:
        """What the subscriptions are to want."""
        updates = self.ping_updates and self.ping is not None
        return Wishes(countries=self.countries, ping=self.ping, ping_updates=updates)

    @property
    def complete(self) -> bool:
        """Whether something can be subscribed to as it is."""
        return bool(self.channels) and self.briefing is not None

    def changed(self, **changes: Any) -> Self:
        """After a click."""
        return self.model_copy(update={**changes, "flip": not self.flip})

    def picked(self, values: Collection[str]) -> Self:
        """After a choice in the menu of countries; values that were not offered count for nothing.

        "All countries" is ticked as long as none is chosen, so beside others it means itself only
        if it was not ticked before.
        """
        here = tuple(code for code in self.offered if code in values)
        elsewhere = tuple(code for code in self.countries if code not in self.offered)
        if ALL in values and (self.countries or not here):
            return self.changed(countries=())
        return self.changed(countries=(*elsewhere, *here))

    def laid_out(self, covered: Sequence[CountryCode]) -> Self:
        """With the countries of its page in the menu: those that are covered, and the chosen."""
        known = list(dict.fromkeys((*covered, *self.countries)))
        page = min(max(self.page, 0), pages(known) - 1)
        shown = known[page * PAGE : (page + 1) * PAGE]
        return self.model_copy(update={"page": page, "offered": tuple(shown)})


def pages(known: Collection[CountryCode]) -> int:
    """How many menus so many countries take; one for none."""
    return max(-(-len(known) // PAGE), 1)
