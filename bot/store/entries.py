"""Entries: what an issue says, with its quotes and events."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    Select,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.answer import Tally
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.quote import Quote
from bot.store.country_list import countries_in, listed_in, owner_of
from bot.store.family import Family, Near
from bot.store.tables import entries, entry_countries, event_countries, events, quotes

# Which old row a new one stands for, best likeness first.
_SAME_ENTRY = (("heading", "text", "live_at"), ("heading", "live_at"), ("text", "live_at"))
_SAME_QUOTE = (("entry_id", "text", "start"), ("entry_id", "text"))
_SAME_EVENT = (("entry_id", "sentence", "when"), ("entry_id", "sentence"))


class Entries:
    """Rows of `entries`, `quotes`, `events` and their countries."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def replace(self, issue: int, contents: Sequence[Entry]) -> None:
        """Makes these the entries of an issue, in this order; what stays alike keeps its id."""
        rows = [
            {"issue_id": issue, "position": position}
            | entry.model_dump(include={"heading", "text", "source", "live_at"})
            for position, entry in enumerate(contents)
        ]
        family = Family(self._connection, entries, entries.c.issue_id == issue)
        ids = await family.replace(rows, _SAME_ENTRY)
        parts = list(zip(ids, contents, strict=True))
        await self._name_countries(
            entry_countries, _of(issue), [(key, entry.countries) for key, entry in parts]
        )
        said = [
            {"entry_id": key, "position": position} | quote.model_dump()
            for key, entry in parts
            for position, quote in enumerate(entry.quotes)
        ]
        family = Family(self._connection, quotes, quotes.c.entry_id.in_(_of(issue)))
        await family.replace(said, _SAME_QUOTE, Near(("entry_id", "speaker"), "text"))
        await self._replace_events(issue, parts)

    async def of(self, issue: int, country: str | None = None) -> tuple[Entry, ...]:
        """An issue's entries in order, all or those on one country, without quotes and events."""
        return (await self.read(issue, country))[0]

    async def read(
        self, issue: int, country: str | None = None
    ) -> tuple[tuple[Entry, ...], tuple[Tally, ...]]:
        """The same, and how many quotes and events those have that have some."""
        asked = {"issue": issue} if country is None else {"issue": issue, "country": country}
        found = await self._connection.execute(_ALL if country is None else _ON_COUNTRY, asked)
        rows = found.mappings().all()
        tallies = (
            Tally(entry=row["id"], quotes=row["said"], events=row["happened"]) for row in rows
        )
        return tuple(map(_entry, rows)), tuple(
            each for each in tallies if each.quotes or each.events
        )

    async def whole(self, issue: int) -> tuple[Entry, ...]:
        """An issue's entries in order, with everything but their ids: as an editor writes them."""
        entries, _ = await self.told(issue)
        return tuple(entry.model_copy(update={"id": 0}) for entry in entries)

    async def told(self, issue: int) -> tuple[tuple[Entry, ...], tuple[Tally, ...]]:
        """An issue's entries in order, with everything, and how much of it they have."""
        said = await self._parts(quotes, issue)
        happened = await self._parts(events, issue)
        named = await self._countries(event_countries, _events_of(issue))
        entries, tallies = await self.read(issue)
        whole = (
            entry.model_copy(
                update={
                    "quotes": tuple(_quote(row) for row in said.get(entry.id, ())),
                    "events": tuple(
                        _event(row, named.get(row["id"], ())) for row in happened.get(entry.id, ())
                    ),
                }
            )
            for entry in entries
        )
        return tuple(whole), tallies

    async def _replace_events(self, issue: int, parts: Sequence[tuple[int, Entry]]) -> None:
        happened = [
            (event, {"entry_id": key, "position": position})
            for key, entry in parts
            for position, event in enumerate(entry.events)
        ]
        rows = [
            place | event.model_dump(exclude={"countries", "when"}) | {"when": event.when}
            for event, place in happened
        ]
        family = Family(self._connection, events, events.c.entry_id.in_(_of(issue)))
        ids = await family.replace(rows, _SAME_EVENT, Near(("entry_id",), "sentence"))
        named = [(key, event.countries) for key, (event, _) in zip(ids, happened, strict=True)]
        await self._name_countries(event_countries, _events_of(issue), named)

    async def _name_countries(
        self, table: Table, owners: Select[int], named: Iterable[tuple[int, Sequence[str]]]
    ) -> None:
        old = await self._countries(table, owners)
        # A document may name a country twice in one heading; the second adds nothing.
        new = {key: tuple(dict.fromkeys(countries)) for key, countries in named}
        changed = [key for key, countries in new.items() if old.get(key, ()) != countries]
        if changed:
            gone = delete(table).where(owner_of(table) == bindparam("owner"))
            await self._connection.execute(gone, [{"owner": key} for key in changed])
        rows = [
            {owner_of(table).name: key, "position": position, "country": country}
            for key in changed
            for position, country in enumerate(new[key])
        ]
        if rows:
            await self._connection.execute(insert(table), rows)

    async def _countries(self, table: Table, owners: Select[int]) -> dict[int, tuple[str, ...]]:
        key = owner_of(table)
        rows = await self._connection.execute(
            select(key, table.c.country).where(key.in_(owners)).order_by(key, table.c.position)
        )
        grouped = groupby(rows, key=lambda row: row[0])
        return {owner: tuple(country for _, country in group) for owner, group in grouped}

    async def _parts(self, table: Table, issue: int) -> dict[int, list[RowMapping]]:
        mine = table.c.entry_id.in_(_of(issue))
        rows = await self._connection.execute(
            select(table).where(mine).order_by(table.c.entry_id, table.c.position)
        )
        grouped = groupby(rows.mappings(), key=lambda row: row["entry_id"])
        return {entry: list(group) for entry, group in grouped}


def _of(issue: int) -> Select[int]:
    return select(entries.c.id).where(entries.c.issue_id == issue)


def _events_of(issue: int) -> Select[int]:
    return select(events.c.id).where(events.c.entry_id.in_(_of(issue)))


def _values(row: RowMapping, record: type[Quote] | type[Event]) -> dict[str, Any]:
    return {name: row[name] for name in record.model_fields if name in row}


def _quote(row: RowMapping) -> Quote:
    return Quote.model_validate(_values(row, Quote))


def _event(row: RowMapping, countries: tuple[str, ...]) -> Event:
    return Event.model_validate(_values(row, Event) | {"countries": countries})


def _entry(row: RowMapping) -> Entry:
    values = {name: row[name] for name in _COLUMNS}
    return Entry(**values, countries=countries_in(row["countries"]))


def _count(table: Table) -> ColumnElement[int]:
    counted = select(func.count()).select_from(table).where(table.c.entry_id == entries.c.id)
    return counted.correlate(entries).scalar_subquery()


# Built once: to build a statement takes longer than to answer it.
_COLUMNS = ("id", "heading", "text", "source", "live_at")
_ALL = (
    select(
        *(entries.c[name] for name in _COLUMNS),
        listed_in(entry_countries).label("countries"),
        _count(quotes).label("said"),
        _count(events).label("happened"),
    )
    .where(entries.c.issue_id == bindparam("issue"))
    .order_by(entries.c.position)
)
_ON_COUNTRY = _ALL.where(
    entries.c.id.in_(
        select(entry_countries.c.entry_id).where(entry_countries.c.country == bindparam("country"))
    )
)
