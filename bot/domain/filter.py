"""A filter: what a list of quotes, events or findings is about."""

from datetime import date
from enum import StrEnum

from bot.domain.record import CountryCode, Record
from bot.domain.reference import Kind

MOST_TYPED = 100
"""Characters of what a person may type for a speaker or for words."""


class Listed(StrEnum):
    """What a list holds; the value is the name of its command."""

    QUOTES = "quotes"
    TIMELINE = "timeline"
    SEARCH = "search"


class Filter(Record):
    """Everything that a button must know to go on with a list.

    `speaker` and `words` are as typed. `since` and `until` are days, both included. A search is
    `words` in a briefing. The last two narrow a list to one issue, or to these of its entries.
    """

    listed: Listed
    briefing: int
    country: CountryCode | None = None
    speaker: str | None = None
    words: str | None = None
    since: date | None = None
    until: date | None = None
    issue: int | None = None
    entries: tuple[int, ...] = ()

    @property
    def kind(self) -> Kind:
        """What a list by days holds; a search holds all kinds, and is not asked."""
        return Kind.QUOTE if self.listed is Listed.QUOTES else Kind.EVENT
