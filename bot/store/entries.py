"""Entries: what an issue says, with its quotes and events."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import RowMapping, Select, Table, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.quote import Quote
from bot.store.family import Family
from bot.store.tables import entries, entry_countries, event_countries, events, quotes

# Which old row a new one stands for, best likeness first.
_SAME_ENTRY = (("heading", "text", "live_at"), ("heading", "live_at"))
_SAME_QUOTE = (("text", "start"), ("text",))
_SAME_EVENT = (("sentence", "when"), ("sentence",))


class Entries:
    """Rows of `entries`, `quotes`, `events` and their countries."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def replace(self, issue: int, contents: Sequence[Entry]) -> None:
        """Makes these the entries of an issue, in this order; what stays alike keeps its id."""
        rows = [entry.model_dump(include={"heading", "text", "live_at"}) for entry in contents]
        ids = await Family(self._connection, entries, "issue_id").replace(issue, rows, _SAME_ENTRY)
        for key, entry in zip(ids, contents, strict=True):
            await self._fill(key, entry)

    async def of(self, issue: int, country: str | None = None) -> tuple[Entry, ...]:
        """An issue's entries in order, all or those on one country, without quotes and events."""
        query = select(entries).where(entries.c.issue_id == issue).order_by(entries.c.position)
        if country:
            query = query.where(entries.c.id.in_(_on(country)))
        rows = (await self._connection.execute(query)).mappings().all()
        named = await self._countries(entry_countries, [row["id"] for row in rows])
        return tuple(_entry(row, countries=named.get(row["id"], ())) for row in rows)

    async def whole(self, issue: int) -> tuple[Entry, ...]:
        """An issue's entries in order, with everything but their ids: as an editor writes them."""
        return tuple([await self._filled(entry) for entry in await self.of(issue)])

    async def _filled(self, entry: Entry) -> Entry:
        said = (await self._connection.execute(_parts(quotes, entry.id))).mappings()
        happened = (await self._connection.execute(_parts(events, entry.id))).mappings().all()
        named = await self._countries(event_countries, [row["id"] for row in happened])
        return entry.model_copy(
            update={
                "id": 0,
                "quotes": tuple(Quote.model_validate(_values(row, Quote)) for row in said),
                "events": tuple(
                    Event.model_validate(
                        {**_values(row, Event), "countries": named.get(row["id"], ())}
                    )
                    for row in happened
                ),
            }
        )

    async def _fill(self, key: int, entry: Entry) -> None:
        await self._name_countries(entry_countries, key, entry.countries)
        said = [quote.model_dump() for quote in entry.quotes]
        await Family(self._connection, quotes, "entry_id").replace(key, said, _SAME_QUOTE)
        happened = [
            event.model_dump(exclude={"countries", "when"}) | {"when": event.when}
            for event in entry.events
        ]
        family = Family(self._connection, events, "entry_id")
        made = await family.replace(key, happened, _SAME_EVENT)
        for event_key, event in zip(made, entry.events, strict=True):
            await self._name_countries(event_countries, event_key, event.countries)

    async def _name_countries(self, table: Table, owner: int, countries: Iterable[str]) -> None:
        await self._connection.execute(delete(table).where(table.c[_owner(table)] == owner))
        # A document may name a country twice in one heading; the second adds nothing.
        rows = [
            {_owner(table): owner, "position": position, "country": country}
            for position, country in enumerate(dict.fromkeys(countries))
        ]
        if rows:
            await self._connection.execute(insert(table), rows)

    async def _countries(self, table: Table, owners: list[int]) -> dict[int, tuple[str, ...]]:
        key = table.c[_owner(table)]
        rows = await self._connection.execute(
            select(key, table.c.country).where(key.in_(owners)).order_by(key, table.c.position)
        )
        grouped = groupby(rows, key=lambda row: row[0])
        return {owner: tuple(country for _, country in group) for owner, group in grouped}


def _on(country: str) -> Select[int]:
    return select(entry_countries.c.entry_id).where(entry_countries.c.country == country)


def _owner(table: Table) -> str:
    return "entry_id" if table is entry_countries else "event_id"


def _parts(table: Table, entry: int) -> Select[*tuple[Any, ...]]:
    return select(table).where(table.c.entry_id == entry).order_by(table.c.position)


def _values(row: RowMapping, record: type[Quote] | type[Event]) -> dict[str, Any]:
    return {name: row[name] for name in record.model_fields if name in row}


def _entry(row: RowMapping, countries: tuple[str, ...]) -> Entry:
    values = {name: row[name] for name in ("id", "heading", "text", "live_at")}
    return Entry(**values, countries=countries)
