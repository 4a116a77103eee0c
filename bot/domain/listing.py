"""A listing: a page of quotes, of events or of what a search found, or why there is none."""

from bot.domain.asked import Asked
from bot.domain.filter import Filter, Listed
from bot.domain.issue import Issue
from bot.domain.item import Happened, Item, Said
from bot.domain.record import CountryCode, Record
from bot.domain.reference import Reference

Span = tuple[int, int]
"""Where something begins and ends, in code points."""


class Listing(Asked):
    """A page of a list by days, and whether there is more beyond its two ends.

    Where there is, `months` are those that can be jumped to, newest first, at most 25: "2022-01",
    or "2022" for what is dated by a year alone.
    """

    filter: Filter
    older: bool
    newer: bool
    months: tuple[str, ...] = ()


class Quotes(Listing):
    """Quotes, newest first; never empty."""

    quotes: tuple[Said, ...]


class Timeline(Listing):
    """Events in order of date, the newest last; never empty."""

    events: tuple[Happened, ...]


class Hit(Record):
    """What a search found, and where in the item's text the words stand."""

    item: Item
    spans: tuple[Span, ...] = ()


class Page(Record):
    """Where a page of findings begins: the place of its first item, from 0, and that item."""

    place: int
    first: Reference


class Results(Asked):
    """A page of what a search found, best first; never empty.

    `found` counts all of it, which is never more than `most`. `place` is the first hit's, from 0.
    `pages` are all pages, this one among them: they lie around this one, whose first item may
    have moved since it was linked to. Not `verbatim`, the phrase was found nowhere, and these have
    all its words.
    """

    filter: Filter
    hits: tuple[Hit, ...]
    found: int
    most: int
    place: int = 0
    pages: tuple[Page, ...] = ()
    verbatim: bool = True


class Speaker(Record):
    """Somebody who is quoted: the newest role, and the number of published quotes."""

    name: str
    role: str | None = None
    quotes: int


class NothingListed(Asked):
    """A list or a search that found nothing, and what there is instead.

    `near` are the nearest spellings of what was typed: names of speakers for quotes, whole queries
    for a search. `near_words` are those of the words that quotes were to have. `speakers` are the
    most quoted ones, `countries` those that the list has items on. `empty` says that the briefing
    has nothing of the kind at all. `issue` is the published one that the list is narrowed to.
    """

    filter: Filter
    near: tuple[str, ...] = ()
    near_words: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    countries: tuple[CountryCode, ...] = ()
    empty: bool = False
    issue: Issue | None = None


class Opened(Record):
    """One quote or event, on a card of its own."""

    item: Said | Happened


class InContext(Record):
    """One quote, marked in the paragraph that it stands in."""

    item: Said


class Cited(Record):
    """What a citation names: an item, or without one the whole issue."""

    issue: Issue
    item: Item | None = None


class Forgotten(Record):
    """A button of a list that was kept for a time, and no longer is."""

    listed: Listed
