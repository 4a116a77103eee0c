"""Naming: what a section or a quote is called in a line of the history."""

from bot.domain.entry import Entry
from bot.domain.quote import Quote

_WORDS = 60


def name_of(entry: Entry) -> str:
    """Its heading; the overview has none."""
    return entry.heading or "Overview"


def words_of(quote: Quote) -> str:
    """Its first words between quotation marks."""
    text = " ".join(quote.text.split())
    return f"“{text if len(text) <= _WORDS else text[: _WORDS - 1].rstrip() + '…'}”"
