"""A library of random quotes and events, and what any filter lets through, found the plain way."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from bot.domain.cursor import Cursor, Way, month_of
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.filter import Filter, Listed
from bot.domain.issue import State
from bot.domain.quote import Quote, QuoteKind
from bot.domain.reference import Kind, Reference
from bot.domain.when import When
from bot.store.store import Store
from tests.contents import contents
from tests.shelving import found_briefing, put

WORDS = "anchor beacon current dredger estuary ferry".split()
NAMES = ("Ada Pilot", "Ada Stone", "Bert Pilot")
COUNTRIES = ("EE", "FI", "SE")
_STATES = (State.PUBLISHED,) * 4 + (State.DRAFT, State.WITHDRAWN)
_FIRST = date(2021, 11, 20)


@dataclass(frozen=True)
class Card:
    """What is known of one quote or event."""

    briefing: int
    issue: int
    entry: int
    listed: Listed
    id: int
    day: str
    last: str
    countries: tuple[str, ...]
    speaker: str
    words: tuple[str, ...]

    @property
    def reference(self) -> Reference:
        kind = Kind.QUOTE if self.listed is Listed.QUOTES else Kind.EVENT
        return Reference(kind=kind, id=self.id)

    @property
    def place(self) -> tuple[str, int]:
        return place_of(self.listed, self.day, self.id)


def place_of(listed: Listed, day: str, key: int) -> tuple[str, int]:
    """Quotes of one day are read in the order of their ids, and their lists newest first."""
    return day, -key if listed is Listed.QUOTES else key


async def stock(store: Store, seed: int, issues: int) -> list[Card]:
    """Fills the store; gives a card for each published quote and event."""
    chance = random.Random(seed)  # noqa: S311
    briefings = [await found_briefing(store, 1, name) for name in ("Tides", "Storms")]
    cards: list[Card] = []
    for number, briefing in product(range(issues), briefings):
        day = _FIRST + timedelta(days=chance.randrange(120))
        entries = [_entry(chance, day) for _ in range(2)]
        issue = await put(store, briefing, contents(number, day, *entries), chance.choice(_STATES))
        if issue.state is State.PUBLISHED:
            cards += [card async for card in _cards(store, briefing.id, issue.id, day)]
    return cards


def _entry(chance: random.Random, day: date) -> Entry:
    quotes = tuple(_quote(chance, day) for _ in range(chance.randrange(4)))
    events = tuple(_event(chance, day) for _ in range(chance.randrange(4)))
    return Entry(heading=None, text="Nothing moves.", quotes=quotes, events=events)


def _quote(chance: random.Random, day: date) -> Quote:
    return Quote(
        text=" ".join(chance.choices(WORDS, k=3)),
        kind=QuoteKind.SPEECH,
        speaker=chance.choice((None, *NAMES)),
        country=chance.choice((None, *COUNTRIES)),
        said_on=chance.choice((None, day - timedelta(days=chance.randrange(40)))),
        source="A letter",
    )


def _event(chance: random.Random, day: date) -> Event:
    first = day - timedelta(days=chance.randrange(60))
    text = str(first)
    interval = f"{first}/{first + timedelta(days=chance.randrange(30))}"
    when = chance.choice((text, text[:7], text[:4], interval))
    named = tuple(chance.sample(COUNTRIES, chance.randrange(3)))
    sentence = " ".join(chance.choices(WORDS, k=3))
    return Event(when=When.parse(when), sentence=sentence, countries=named)


async def _cards(store: Store, briefing: int, issue: int, day: date):
    async with store.read() as transaction:
        for entry in await transaction.entries.of(issue):
            for quote, key in await _of(transaction, "quotes", entry.id):
                said = str(quote.said_on or day)
                named = (quote.country,) if quote.country else ()
                yield Card(
                    briefing, issue, entry.id, Listed.QUOTES, key, said, said, named,
                    quote.speaker or "", tuple(quote.text.split()),
                )  # fmt: skip
            for event, key in await _of(transaction, "events", entry.id):
                first, _, last = str(event.when).partition("/")
                end = f"{last or first}-99-99"[:10]
                yield Card(
                    briefing, issue, entry.id, Listed.TIMELINE, key, first, end,
                    (*event.countries, *entry.countries), "", tuple(event.sentence.split()),
                )  # fmt: skip


async def _of(transaction, table: str, entry: int):
    """The quotes or events of an entry with their ids, read without the reading side."""
    connection = transaction.entries._connection
    query = f"SELECT id FROM {table} WHERE entry_id = {entry} ORDER BY position"  # noqa: S608
    keys = [key for (key,) in (await connection.exec_driver_sql(query)).all()]
    query = f"SELECT issue_id FROM entries WHERE id = {entry}"  # noqa: S608
    ((issue,),) = (await connection.exec_driver_sql(query)).all()
    own = [each.id for each in await transaction.entries.of(issue)].index(entry)
    whole = (await transaction.entries.whole(issue))[own]
    return list(zip(getattr(whole, table), keys, strict=True))


def through(cards: Sequence[Card], wanted: Filter) -> list[Card]:
    """The cards that a filter lets through, newest first."""
    own = [card for card in cards if card.briefing == wanted.briefing]
    exact = any(card.speaker == wanted.speaker for card in own)
    found = [card for card in own if _passes(card, wanted, exact=exact)]
    return sorted(found, key=lambda card: card.place, reverse=True)


def _passes(card: Card, wanted: Filter, *, exact: bool) -> bool:
    speaker, words = wanted.speaker, wanted.words
    begun = any(word.startswith(speaker or "") for word in card.speaker.split())
    named = not speaker or (card.speaker == speaker if exact else begun)
    return (
        card.listed is wanted.listed
        and named
        and (not wanted.country or wanted.country in card.countries)
        and (not words or set(words.split()) <= set(card.words))
        and (not wanted.since or card.last >= str(wanted.since))
        and (not wanted.until or card.day <= str(wanted.until))
        and (wanted.issue is None or card.issue == wanted.issue)
        and (not wanted.entries or card.entry in wanted.entries)
    )


def page_of(cards: Sequence[Card], cursor: Cursor | None, limit: int) -> list[Card]:
    """The cards on a page, of those a filter lets through."""
    if cursor is None:
        return list(cards[:limit])
    place = place_of(cards[0].listed, cursor.day, cursor.id) if cards else ("", 0)
    if cursor.way is Way.OLDER:
        return [card for card in cards if card.place < place][:limit]
    return [card for card in cards if card.place > place][-limit:]


def months_of(cards: Sequence[Card]) -> list[str]:
    """Their months, newest first."""
    return list(dict.fromkeys(month_of(card.day) for card in cards))
