"""An answer to a reader: always a value, also when nothing was found."""

from bot.domain.briefing import Briefing
from bot.domain.entry import Entry
from bot.domain.issue import Issue
from bot.domain.record import CountryCode, Record


class Reading(Record):
    """The entries of one published issue, all or those on `country`.

    `entries` are in reading order: with a country, live updates first, newest on top.
    `newest` is the briefing's newest issue if that has nothing on the country, else `issue`.
    `choices` are the other briefings that the reader could have asked instead.
    """

    issue: Issue
    entries: tuple[Entry, ...]
    newest: Issue
    country: CountryCode | None = None
    choices: tuple[Briefing, ...] = ()


class DidYouMean(Record):
    """A country nobody knows by that name, and the nearest ones."""

    typed: str
    countries: tuple[CountryCode, ...]
    briefing: int | None = None


class UnknownCountry(Record):
    """A country nobody knows by that name; `covered` are those there are sections on."""

    typed: str
    covered: tuple[CountryCode, ...]


class NothingOnCountry(Record):
    """A known country without a section in this briefing; `covered` are those with one."""

    country: CountryCode
    briefing: Briefing
    covered: tuple[CountryCode, ...]
    choices: tuple[Briefing, ...] = ()


class NothingPublished(Record):
    """A readable briefing without a published issue."""

    briefing: Briefing
    choices: tuple[Briefing, ...] = ()


class NoSuchIssue(Record):
    """A number without a published issue, and the nearest published ones."""

    typed: str
    briefing: Briefing
    nearest: tuple[Issue, ...]
    withdrawn: bool = False


class NoBriefing(Record):
    """Nothing can be read here; `typed` is the briefing asked for, if one was."""

    typed: str | None = None


class Shelf(Record):
    """What can be read here: each briefing with its newest issue, if it has one."""

    briefing: Briefing
    newest: Issue | None
    issues: int


class Shelves(Record):
    """Every briefing that can be read here."""

    shelves: tuple[Shelf, ...]


class Help(Record):
    """What one can ask, with examples from the reader's own briefings."""

    shelves: tuple[Shelf, ...]
    countries: tuple[CountryCode, ...]


Answer = (
    Reading
    | DidYouMean
    | UnknownCountry
    | NothingOnCountry
    | NothingPublished
    | NoSuchIssue
    | NoBriefing
    | Shelves
    | Help
)
