"""An answer to a reader: always a value, also when nothing was found."""

from enum import StrEnum

from bot.domain.asked import Asked
from bot.domain.briefing import Briefing
from bot.domain.entry import Entry
from bot.domain.filter import Filter
from bot.domain.issue import Issue
from bot.domain.listing import (
    Cited,
    Forgotten,
    InContext,
    NothingListed,
    Opened,
    Quotes,
    Results,
    Timeline,
)
from bot.domain.record import CountryCode, Record
from bot.domain.reference import Reference


class Tally(Record):
    """How many quotes and events an entry has."""

    entry: int
    quotes: int = 0
    events: int = 0


class Reading(Record):
    """The entries of one published issue, all or those on `country`.

    `entries` are in reading order: with a country, live updates first, newest on top.
    `newest` is the briefing's newest issue if that has nothing on the country, else `issue`.
    `tallies` are of the entries that have quotes or events. `entry` is the id of the one that was
    asked for, 0 for the beginning.
    """

    issue: Issue
    entries: tuple[Entry, ...]
    newest: Issue
    country: CountryCode | None = None
    choices: tuple[Briefing, ...] = ()
    tallies: tuple[Tally, ...] = ()
    entry: int = 0

    @property
    def briefing(self) -> Briefing:
        """The briefing of the issue."""
        return self.issue.briefing


class DidYouMean(Asked):
    """A country nobody knows by that name, and the nearest ones; `filter` if a list was asked."""

    typed: str
    countries: tuple[CountryCode, ...]
    filter: Filter | None = None


class UnknownCountry(Asked):
    """A country nobody knows by that name; `covered` are those there are sections on.

    With a `filter` a list was asked, and they are those that the list has items on.
    """

    typed: str
    covered: tuple[CountryCode, ...]
    filter: Filter | None = None


class NothingOnCountry(Asked):
    """A known country without a section in this briefing; `covered` are those with one.

    `elsewhere` is the other briefing with the newest section on it, if one has any.
    """

    country: CountryCode
    covered: tuple[CountryCode, ...]
    elsewhere: Briefing | None = None


class NothingPublished(Asked):
    """A readable briefing without a published issue."""


class NoSuchIssue(Asked):
    """A number without a published issue, and the nearest published ones."""

    typed: str
    nearest: tuple[Issue, ...]
    withdrawn: bool = False


class NoBriefing(Record):
    """No briefing is read here, or none is called as it was `typed`.

    `nameable` says whether there are public ones, which are read here when named.
    """

    typed: str | None = None
    nameable: bool = False


class NoLongerReadable(Record):
    """A button or a `reference` of something that this reader may not read, or not any more."""

    reference: Reference | None = None


class Shelf(Record):
    """What can be read here: each briefing with its newest issue, if it has one."""

    briefing: Briefing
    newest: Issue | None
    issues: int


class Shelves(Record):
    """Every briefing that can be read here."""

    shelves: tuple[Shelf, ...]


class Audience(StrEnum):
    """Who sees an answer to a command, unless the person says otherwise."""

    ASKER = "asker"
    EVERYONE = "everyone"
    ALONE = "alone"
    """The asker, in a conversation where nobody else is."""


class Help(Record):
    """What one can ask, with examples from the briefing that is meant here, the first shelf."""

    shelves: tuple[Shelf, ...]
    countries: tuple[CountryCode, ...]
    audience: Audience = Audience.ASKER


Answer = (
    Reading
    | DidYouMean
    | UnknownCountry
    | NothingOnCountry
    | NothingPublished
    | NoSuchIssue
    | NoBriefing
    | NoLongerReadable
    | Shelves
    | Help
    | Quotes
    | Timeline
    | Results
    | NothingListed
    | Opened
    | InContext
    | Cited
    | Forgotten
)
