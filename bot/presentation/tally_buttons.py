"""The buttons that list the quotes and the events of what a reading shows."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.answer import Reading
from bot.domain.filter import Filter, Listed
from bot.presentation.card import Button
from bot.presentation.list_button import list_button
from bot.presentation.place import NOBODY, Place


def tally_buttons(reading: Reading, entries: Sequence[int] | None, place: Place) -> list[Button]:
    """The buttons "Quotes (3)" and "Timeline (2)" of these entries, None for all of the issue.

    What there is none of has no button.
    """
    tallies = [each for each in reading.tallies if entries is None or each.entry in entries]
    counts = (
        ("Quotes", Listed.QUOTES, sum(each.quotes for each in tallies)),
        ("Timeline", Listed.TIMELINE, sum(each.events for each in tallies)),
    )
    beside = replace(place, asker=NOBODY)  # on a card of its own: the section stays
    made = (
        list_button(f"{name} ({count})", _filter(listed, reading, entries), beside)
        for name, listed, count in counts
        if count
    )
    return [found for found in made if found]


def _filter(listed: Listed, reading: Reading, entries: Sequence[int] | None) -> Filter:
    return Filter(
        listed=listed,
        briefing=reading.issue.briefing.id,
        issue=reading.issue.id if entries is None else None,
        entries=tuple(entries or ()),
    )
