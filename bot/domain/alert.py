"""An alert: what a message about an issue says to one subscription."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from bot.domain.answer import Tally
from bot.domain.delivery import CopyKind
from bot.domain.difference import Difference
from bot.domain.doubt import Confidence
from bot.domain.editing.spot import Spot
from bot.domain.entry import Entry
from bot.domain.issue import Contents, Issue
from bot.domain.quote import Quote, QuoteKind
from bot.domain.record import CountryCode, Moment, Record

_KEY_QUOTES = 2


class Mended(Record):
    """A correction or a withdrawal: its public reason, when it was made, and what it changed.

    `difference` is None for a withdrawal.
    """

    reason: str
    at: Moment
    difference: Difference | None = None


class Sample(StrEnum):
    """What marks a message that tells of nothing new."""

    TEST = "test"
    PREVIEW = "preview"


class Alert(Record):
    """What is said of an issue as it is now.

    `wanted` are the sections that the subscription wants, or for an update the new ones; `others`
    are the rest of the issue's sections. `countries` are those of the subscription, none for all.
    `quotes` are the key quotes, at most two. `mended` is the latest correction; a withdrawn issue
    has nothing else to say. `announced` is true in an announcement channel, whose messages are
    read elsewhere too, without their buttons. `ping` is the Discord id of a role to mention.
    `stamp` is the id of the delivery, 0 for a sample.
    """

    kind: CopyKind
    issue: Issue
    overview: Entry | None = None
    wanted: tuple[Entry, ...] = ()
    others: tuple[Entry, ...] = ()
    countries: tuple[CountryCode, ...] = ()
    quotes: tuple[Quote, ...] = ()
    tallies: tuple[Tally, ...] = ()
    mended: Mended | None = None
    withdrawn: Mended | None = None
    announced: bool = False
    ping: int | None = None
    stamp: int = 0
    sample: Sample | None = None


def sorted_out(
    entries: Iterable[Entry], countries: Sequence[CountryCode]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The sections that somebody wants who wants these countries, and the others; in order."""
    sections = list(entries)
    mine = [entry for entry in sections if not countries or set(countries) & set(entry.countries)]
    return tuple(mine), tuple(entry for entry in sections if entry not in mine)


def key_quotes(wanted: Iterable[Entry], others: Iterable[Entry]) -> tuple[Quote, ...]:
    """The quotes to show: those that an editor chose, else the best of what is wanted.

    Of the best, one of a section comes first, and whole sentences before fragments.
    """
    entries = [*wanted]
    first = len(entries)
    entries += others
    return tuple(entries[place].quotes[item] for place, item in _key_places(entries, first))


def key_spots(contents: Contents) -> list[Spot]:
    """Where the quotes stand that an alert of the whole issue shows."""
    sections = [(place, each) for place, each in enumerate(contents.entries) if each.heading]
    entries = [entry for _, entry in sections]
    found = _key_places(entries, len(entries))
    return [Spot(entry=sections[place][0], item=item) for place, item in found]


def _key_places(entries: Sequence[Entry], first: int) -> list[tuple[int, int]]:
    """Places of sections and of quotes in them; sections from `first` on are less wanted."""
    everything = [
        (place, item, quote)
        for place, entry in enumerate(entries)
        for item, quote in enumerate(entry.quotes)
    ]
    if any(quote.shown is not None for _, _, quote in everything):
        return [(place, item) for place, item, quote in everything if quote.shown]
    found = list[tuple[bool, int, int, int, int]]()
    for place, entry in enumerate(entries):
        named = [(item, quote) for item, quote in enumerate(entry.quotes) if quote.speaker]
        ranked = sorted(named, key=lambda each: _doubtfulness(each[1]))
        found += [
            (place >= first, turn, _doubtfulness(quote), place, item)
            for turn, (item, quote) in enumerate(ranked)
        ]
    return [(place, item) for *_, place, item in sorted(found)[:_KEY_QUOTES]]


def _doubtfulness(quote: Quote) -> int:
    """Less for what stands on its own and whose speaker is certain."""
    sure = (Confidence.SURE, Confidence.LIKELY, Confidence.CHECK)
    return 3 * (quote.kind is not QuoteKind.SPEECH) + sure.index(quote.confidence)
