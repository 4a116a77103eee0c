"""Items: quotes, events and sections beside their issues, read in one statement."""

from functools import cache
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    RowMapping,
    Select,
    Subquery,
    Table,
    bindparam,
    func,
    select,
)

from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.item import Happened, Item, Said, Section
from bot.domain.quote import Quote
from bot.domain.reference import Kind
from bot.store.briefings import COLUMNS, OWNED
from bot.store.country_list import countries_in, listed_in
from bot.store.issues import HEAD, issue_in
from bot.store.position import LAST_ID
from bot.store.tables import (
    briefings,
    entries,
    entry_countries,
    event_countries,
    events,
    issues,
    quotes,
)

_ENTRY = ("id", "heading", "text", "live_at")
_QUOTE = ("id", *(name for name in Quote.model_fields))
_EVENT = ("id", *(name for name in Event.model_fields if name != "countries"))


def items_at(kind: Kind, places: CTE | Subquery) -> Select[*tuple[Any, ...]]:
    """The rows of the items of one kind at these positions, in the column `id`."""
    item = _table(kind)
    own = places.c.id.op("&")(LAST_ID)
    found = places.join(item, item.c.id == (LAST_ID - own if kind is Kind.QUOTE else own))
    return _rows(kind, found, places.c.id.label("place"))


@cache
def items_listed(kind: Kind) -> Select[*tuple[Any, ...]]:
    """The same at the positions in a JSON list, `places`."""
    listed = func.json_each(bindparam("places")).table_valued("value")
    return items_at(kind, select(listed.c.value.label("id")).subquery())


@cache
def item_with_id(kind: Kind) -> Select[*tuple[Any, ...]]:
    """The row of the item with the id `id`; a section, a quote or an event."""
    own = _table(kind)
    return _rows(kind, own).where(own.c.id == bindparam("id"))


def item_of(kind: Kind, row: RowMapping) -> Item:
    """The record in a row of any of these."""
    issue = issue_in(row, "issue_")
    named = countries_in(row["entry_countries"])
    entry = Entry(**{name: row[f"entry_{name}"] for name in _ENTRY}, countries=named)
    match kind:
        case Kind.QUOTE:
            quote = Quote.model_validate({name: row[f"item_{name}"] for name in _QUOTE[1:]})
            return Said(id=row["item_id"], quote=quote, issue=issue, entry=entry)
        case Kind.EVENT:
            values = {name: row[f"item_{name}"] for name in _EVENT[1:]}
            values["countries"] = countries_in(row["event_countries"])
            event = Event.model_validate(values)
            return Happened(id=row["item_id"], event=event, issue=issue, entry=entry)
        case _:
            return Section(issue=issue, entry=entry)


def _table(kind: Kind) -> Table:
    return {Kind.QUOTE: quotes, Kind.EVENT: events}.get(kind, entries)


def _rows(kind: Kind, source: Any, *more: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    columns = [*COLUMNS, *_labelled(issues, "issue", HEAD), *_labelled(entries, "entry", _ENTRY)]
    columns.append(listed_in(entry_countries).label("entry_countries"))
    if kind is not Kind.SECTION:
        source = source.join(entries, entries.c.id == _table(kind).c.entry_id)
    if kind is Kind.QUOTE:
        columns += _labelled(quotes, "item", _QUOTE)
    if kind is Kind.EVENT:
        columns += _labelled(events, "item", _EVENT)
        columns.append(listed_in(event_countries).label("event_countries"))
    source = source.join(issues, issues.c.id == entries.c.issue_id)
    source = source.join(OWNED, briefings.c.id == issues.c.briefing_id)
    return select(*columns, *more).select_from(source)


def _labelled(table: Table, prefix: str, names: tuple[str, ...]) -> list[ColumnElement[Any]]:
    return [table.c[name].label(f"{prefix}_{name}") for name in names]
