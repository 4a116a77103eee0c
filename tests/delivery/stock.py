"""Stock: a briefing with many subscribed channels, and a draft to be published to them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from sqlalchemy import insert

from bot.domain.briefing import Briefing
from bot.domain.entry import Entry
from bot.domain.issue import Contents
from bot.domain.quote import Quote, QuoteKind
from bot.domain.subscription import Place, Wishes
from bot.store.delivery_tables import subscriptions
from bot.store.store import Store, Transaction

NEWSROOM = 1 << 22
DAY = date(2022, 1, 28)
COUNTRIES = ("RU", "CN", "JP", "IN", "DE", "FR", "BR", "ZA")

_SUBSCRIBED_AT = datetime(2022, 1, 1, tzinfo=UTC)
_OVERVIEW = (
    "Delegations from eight capitals met in the harbour town for the second day in a row. They "
    "agreed to count the boats again before they speak of dues.\n\nThe talks go on."
)


def issue_of(number: int, *, sections: int = 8) -> Contents:
    """An issue of an overview and some sections, each with a quote."""
    entries = [Entry(heading=None, text=_OVERVIEW)]
    entries += [_section(number, country) for country in COUNTRIES[:sections]]
    source = f"harbour talks {number}"
    return Contents(
        number=number, date=DAY, title="Harbour talks", entries=tuple(entries), source=source
    )


def _section(number: int, country: str) -> Entry:
    words = f"We shall count every boat of {country} before issue {number} is closed."
    text = f"The envoy spoke last. “{words}” said Envoy Ilse Marwan. Nobody objected to that."
    start = text.index(words)
    quote = Quote(
        text=words,
        kind=QuoteKind.SPEECH,
        speaker="Ilse Marwan",
        role="Envoy",
        country=country,
        start=start,
        end=start + len(words),
    )
    return Entry(heading=country, countries=(country,), text=text, quotes=(quote,))


async def found(store: Store, *, public: bool = True) -> Briefing:
    """The newsroom and its briefing."""
    async with store.write() as transaction:
        await transaction.servers.keep_names({NEWSROOM: "Harbour Desk"})
        return await transaction.briefings.add(NEWSROOM, "Harbour Notes", public=public)


async def subscribe(
    store: Store, briefing: Briefing, *places: Place, wishes: Wishes | None = None
) -> list[int]:
    """Subscribes these channels; gives the ids of the subscriptions."""
    async with store.write() as transaction:
        await transaction.servers.keep_names(
            {place.server: f"Server {place.server}" for place in places}
        )
        keep, wanted = transaction.subscriptions.keep, wishes or Wishes()
        return [await keep(place, briefing.id, wanted, 7, _SUBSCRIBED_AT) for place in places]


async def subscribe_many(store: Store, briefing: Briefing, channels: Sequence[int]) -> None:
    """Subscribes thousands of channels, whose ids follow those of their servers."""
    rows = [
        {"channel_id": each, "briefing_id": briefing.id, "server_id": each >> 22 << 22}
        for each in channels
    ]
    async with store.write() as transaction:
        servers = {NEWSROOM: "Harbour Desk"}
        servers |= {row["server_id"]: f"Server {row['server_id']}" for row in rows}
        await transaction.servers.keep_names(servers)
        await _execute(transaction, rows)


async def _execute(transaction: Transaction, rows: list[dict[str, int]]) -> None:
    await transaction.subscriptions._connection.execute(insert(subscriptions), rows)


async def draft(store: Store, briefing: Briefing, contents: Contents) -> int:
    """Keeps a draft; gives its id."""
    async with store.write() as transaction:
        key = await transaction.issues.add_draft(briefing.id, contents)
        await transaction.entries.replace(key, contents.entries)
        return key
