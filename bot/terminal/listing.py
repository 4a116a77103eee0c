"""A page of a list as lines of text."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from bot.domain.cursor import month_of
from bot.domain.gazetteer import Gazetteer
from bot.domain.listing import Listing, Quotes, Timeline
from bot.domain.when import When
from bot.terminal.filter import narrowings
from bot.terminal.item import happened_lines, said_lines
from bot.terminal.wrapped import wrapped

MOST = 500
"""Items that are printed at most; whoever wants more goes on from the last day."""


def quotes_lines(answer: Quotes, gazetteer: Gazetteer) -> Iterator[str]:
    """Quotes, newest first."""
    yield from _title("Quotes", answer, gazetteer)
    for said in answer.quotes:
        yield ""
        yield from said_lines(said, gazetteer)
    days = [said.quote.said_on or said.issue.date or date.min for said in answer.quotes]
    yield from _more(answer, days)


def timeline_lines(answer: Timeline, gazetteer: Gazetteer) -> Iterator[str]:
    """Events in order of date, under their months."""
    yield from _title("Timeline", answer, gazetteer)
    for month, events in groupby(answer.events, key=lambda happened: month_of(happened.day)):
        yield from ("", month, "-" * len(month))
        for happened in events:
            yield from happened_lines(happened, gazetteer)
    days = [When.parse(happened.day).start for happened in reversed(answer.events)]
    yield from _more(answer, days)


def _title(kind: str, answer: Listing, gazetteer: Gazetteer) -> Iterator[str]:
    parts = (kind, answer.briefing.name, *narrowings(answer.filter, gazetteer))
    yield from wrapped([" · ".join(parts)], "")


def _more(answer: Listing, days: list[date]) -> Iterator[str]:
    """How to get at what is older than these days, newest first.

    The last day is asked for again, as it may hold more; alone it would bring the same page.
    """
    if answer.older:
        ways = [f"--until {days[-1]}"] if days[-1] < days[0] else []
        ways += [f"--limit {min(2 * len(days), MOST)}"] if len(days) < MOST else []
        yield from ("", f"More: {', or '.join(ways) or 'narrow it with another option'}.")
