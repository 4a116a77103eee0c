"""A list of countries in one column: "0FI 1EE", each behind its position."""

from sqlalchemy import Column, ColumnElement, String, Table, cast, func, select

from bot.store.tables import entries, entry_countries, events

_CODE = 2  # letters


def listed_in(table: Table) -> ColumnElement[str | None]:
    """The countries of the entry or event of the same statement, NULL without any."""
    placed = cast(table.c.position, String).concat(table.c.country)
    owner = entries if table is entry_countries else events
    mine = select(func.group_concat(placed, " ")).where(owner_of(table) == owner.c.id)
    return mine.correlate(owner).scalar_subquery()


def owner_of(table: Table) -> Column[int]:
    """The column that says whose countries they are."""
    return table.c.entry_id if table is entry_countries else table.c.event_id


def countries_in(text: str | None) -> tuple[str, ...]:
    """The codes in their order; SQLite promises none for what it joins."""
    placed = sorted((int(each[:-_CODE]), each[-_CODE:]) for each in (text or "").split())
    return tuple(code for _, code in placed)
