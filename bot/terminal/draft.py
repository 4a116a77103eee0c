"""A draft as lines of text, for an editor to check."""

import textwrap
from collections.abc import Iterator

from bot.importer.draft import Draft, DraftEntry, DraftEvent, DraftQuote
from bot.terminal.wrapped import WIDTH, wrapped

_FIRST_WORDS = 20


def draft_lines(draft: Draft) -> Iterator[str]:
    """A draft as an editor checks it: masthead, entries with quotes and events, doubts."""
    yield " · ".join(
        (
            draft.briefing or "briefing not named",
            "no number" if draft.number is None else f"#{draft.number}",
            draft.date or "no date",
        )
    )
    if draft.title:
        yield draft.title
    for entry in draft.entries:
        yield ""
        yield from _entry(draft, entry)
    if draft.notes:
        yield from ("", "To look at:")
        yield from wrapped(draft.notes, "  ! ")


def _entry(draft: Draft, entry: DraftEntry) -> Iterator[str]:
    codes = f" [{', '.join(entry.countries)}]" if entry.countries else ""
    heading = f"{entry.heading or 'Overview'}{codes}"
    yield from (heading, "-" * min(len(heading), WIDTH))
    words = draft.text[entry.start : entry.end].split()
    first = textwrap.shorten(" ".join(words[:_FIRST_WORDS]), WIDTH - 20, placeholder="…")
    yield f"  {len(words)} words: {first}" if words else "  no text"
    for quote in draft.quotes:
        if entry.start <= quote.start < entry.end:
            yield from _quote(quote)
    for event in draft.events:
        if entry.start <= event.start < entry.end:
            yield from _event(event)


def _quote(quote: DraftQuote) -> Iterator[str]:
    yield from wrapped([f"“{quote.text}”"], "  ")
    if quote.kind == "scare":
        who = "nobody's words"
    else:
        named = (quote.speaker or "speaker unknown", quote.role, quote.country, quote.said_on)
        who = ", ".join(part for part in named if part)
    yield from wrapped([f"— {who} ({quote.kind}, {quote.confidence})"], "      ")
    yield from wrapped(quote.notes, "      ! ")


def _event(event: DraftEvent) -> Iterator[str]:
    expected = " (expected)" if event.expected else ""
    where = f" [{', '.join(event.countries)}]" if event.countries else ""
    yield from wrapped([f"{event.date}{expected}{where}: {event.sentence}"], "  * ")
    yield from wrapped(event.notes, "      ! ")
