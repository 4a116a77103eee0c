"""An alert: what a message about an issue says to one subscription."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from bot.domain.answer import Tally
from bot.domain.delivery import CopyKind
from bot.domain.difference import Difference
from bot.domain.doubt import Confidence
from bot.domain.entry import Entry
from bot.domain.issue import Issue
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
    """The quotes to show first: of what is wanted, one of a section at first, whole sentences."""
    wanted = tuple(wanted)
    found: list[tuple[bool, int, int, int, Quote]] = []
    for place, entry in enumerate((*wanted, *others)):
        named = (quote for quote in entry.quotes if quote.speaker)
        ranked = sorted(named, key=_doubtfulness)
        found += [
            (place >= len(wanted), turn, _doubtfulness(quote), place, quote)
            for turn, quote in enumerate(ranked)
        ]
    first = [quote for *_, quote in sorted(found, key=lambda each: each[:4])]
    return tuple(first[:_KEY_QUOTES])


def _doubtfulness(quote: Quote) -> int:
    """Less for what stands on its own and whose speaker is certain."""
    sure = (Confidence.SURE, Confidence.LIKELY, Confidence.CHECK)
    return 3 * (quote.kind is not QuoteKind.SPEECH) + sure.index(quote.confidence)
