"""Subscriptions: which channels want which briefings, and whether they can be reached."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    Select,
    case,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as insert_unless
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.briefing import Briefing
from bot.domain.delivery import Act, DeliveryState
from bot.domain.subscription import HELD, ChannelKind, Place, Standing, Subscription, Wishes
from bot.store.briefings import COLUMNS as BRIEFING
from bot.store.briefings import OWNED, briefing_of
from bot.store.delivery_tables import deliveries, subscription_countries, subscriptions
from bot.store.tables import briefings

_names = (
    select(func.group_concat(subscription_countries.c.country, literal_column("' '")))
    .where(subscription_countries.c.subscription_id == subscriptions.c.id)
    .correlate(subscriptions)
    .scalar_subquery()
)

COLUMNS = (
    subscriptions.c.id.label("subscription_id"),
    subscriptions.c.channel_id.label("subscription_channel"),
    subscriptions.c.server_id.label("subscription_server"),
    *(subscriptions.c[name] for name in ("kind", "ping", "ping_updates", "subscriber")),
    *(subscriptions.c[name] for name in ("standing", "detail", "since", "told_at")),
    _names.label("countries"),
    *BRIEFING,
)
"""What `subscription_of` needs, beside `last_sent` where that is asked for."""

SUBSCRIBED = subscriptions.join(OWNED, subscriptions.c.briefing_id == briefings.c.id)
_LAST_SENT = (
    select(func.max(deliveries.c.ended_at))
    .where(
        deliveries.c.subscription_id == subscriptions.c.id,
        deliveries.c.state == DeliveryState.SENT,
    )
    .correlate(subscriptions)
    .scalar_subquery()
)
_OPEN = subscriptions.c.standing != Standing.ENDED


def subscription_of(row: RowMapping) -> Subscription:
    """The record in a row that has `COLUMNS`."""
    place = Place(
        server=row["subscription_server"],
        channel=row["subscription_channel"],
        kind=ChannelKind(row["kind"]),
    )
    wishes = Wishes(
        countries=tuple(sorted((row["countries"] or "").split())),
        ping=row["ping"],
        ping_updates=row["ping_updates"],
    )
    same = {name: row[name] for name in ("subscriber", "standing", "detail", "since", "told_at")}
    return Subscription(
        id=row["subscription_id"],
        place=place,
        briefing=briefing_of(row),
        wishes=wishes,
        last_sent=row.get("last_sent"),
        **same,
    )


class Subscriptions:
    """Rows of `subscriptions` and their countries."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, key: int) -> Subscription | None:
        """The subscription with that id, an ended one too."""
        found = await self._many(subscriptions.c.id == key)
        return found[0] if found else None

    async def between(self, channel: int, briefing: int) -> Subscription | None:
        """That channel's subscription to that briefing, an ended one too."""
        mine = (subscriptions.c.channel_id == channel, subscriptions.c.briefing_id == briefing)
        found = await self._many(*mine)
        return found[0] if found else None

    async def of_server(self, server: int) -> list[Subscription]:
        """A server's subscriptions that have not ended."""
        return await self._many(subscriptions.c.server_id == server, _OPEN)

    async def of_channels(self, channels: Collection[int]) -> list[Subscription]:
        """The subscriptions of these channels that have not ended."""
        return await self._many(subscriptions.c.channel_id.in_(channels), _OPEN)

    async def of_briefing(self, briefing: int) -> list[Subscription]:
        """The subscriptions to a briefing that have not ended."""
        return await self._many(subscriptions.c.briefing_id == briefing, _OPEN)

    async def of_servers(self, briefing: int, servers: Collection[int]) -> list[Subscription]:
        """The subscriptions of these servers to a briefing that have not ended."""
        chosen = subscriptions.c.server_id.in_(servers)
        return await self._many(subscriptions.c.briefing_id == briefing, chosen, _OPEN)

    async def everyone(self) -> list[Subscription]:
        """Every subscription that has not ended."""
        return await self._many(_OPEN)

    async def keep(
        self, place: Place, briefing: int, wishes: Wishes, subscriber: int | None, now: datetime
    ) -> int:
        """Subscribes a channel, or changes what it wants; it works again. Gives the id."""
        values: dict[str, Any] = {
            "channel_id": place.channel,
            "briefing_id": briefing,
            "server_id": place.server,
            "kind": place.kind,
            "ping": wishes.ping,
            "ping_updates": wishes.ping_updates,
            "subscriber": subscriber,
            "standing": Standing.WORKING,
            "detail": "",
            "since": now,
            "told_at": None,
        }
        row = insert_unless(subscriptions).values(**values)
        kept = row.on_conflict_do_update(
            index_elements=["channel_id", "briefing_id"], set_=values
        ).returning(subscriptions.c.id)
        key = int((await self._connection.execute(kept)).scalar_one())
        await self._want(key, wishes.countries)
        return key

    async def want(self, key: int, wishes: Wishes) -> None:
        """Changes what one wants, and not how it stands."""
        values = {"ping": wishes.ping, "ping_updates": wishes.ping_updates}
        mine = subscriptions.c.id == key
        await self._connection.execute(update(subscriptions).where(mine).values(**values))
        await self._want(key, wishes.countries)

    async def set_kind(self, key: int, kind: ChannelKind) -> None:
        """Notes of what kind its channel is now."""
        mine = subscriptions.c.id == key
        await self._connection.execute(update(subscriptions).where(mine).values(kind=kind))

    async def set_standing(
        self, keys: Iterable[int], standing: Standing, detail: str, now: datetime
    ) -> None:
        """Says how these stand from now on, and lets what waits for them wait or go."""
        chosen = list(keys)
        values = {"standing": standing, "detail": detail, "since": now}
        await self._connection.execute(
            update(subscriptions).where(subscriptions.c.id.in_(chosen)).values(**values)
        )
        await self._hold(chosen, standing, now)

    async def foreign(self, briefing: Briefing, *, public: bool) -> list[int]:
        """The ids of those in other servers that work again if it turns public, or else pause."""
        affected = (Standing.CLOSED,) if public else (Standing.WORKING, *HELD)
        return [
            each.id
            for each in await self.of_briefing(briefing.id)
            if each.place.server != briefing.newsroom and each.standing in affected
        ]

    async def open_or_close(self, briefing: Briefing, *, public: bool, now: datetime) -> int:
        """Pauses the subscriptions of other servers to a briefing that is private, or ends that.

        Gives how many there are.
        """
        keys = await self.foreign(briefing, public=public)
        standing = Standing.WORKING if public else Standing.CLOSED
        await self.set_standing(keys, standing, "", now)
        return len(keys)

    async def told(self, keys: Iterable[int], now: datetime) -> None:
        """Notes that somebody was told of how these stand."""
        chosen = subscriptions.c.id.in_(list(keys))
        await self._connection.execute(update(subscriptions).where(chosen).values(told_at=now))

    async def forget(self, before: datetime, now: datetime) -> None:
        """Ends what has been out of reach since before that moment."""
        lost = (subscriptions.c.standing == Standing.GONE, subscriptions.c.since < before)
        keys = list(await self._connection.scalars(select(subscriptions.c.id).where(*lost)))
        await self.set_standing(keys, Standing.ENDED, "", now)

    async def _want(self, key: int, countries: Collection[str]) -> None:
        old = subscription_countries.c.subscription_id == key
        await self._connection.execute(delete(subscription_countries).where(old))
        rows = [{"subscription_id": key, "country": code} for code in sorted(set(countries))]
        if rows:
            await self._connection.execute(insert(subscription_countries), rows)

    async def _hold(self, keys: list[int], standing: Standing, now: datetime) -> None:
        waiting, held = DeliveryState.WAITING, DeliveryState.HELD
        mine = deliveries.c.subscription_id.in_(keys)
        if standing is Standing.WORKING:
            back = {"state": waiting, "due_at": now, "reason": ""}
            found = update(deliveries).where(mine, deliveries.c.state == held)
            await self._connection.execute(found.values(**back))
            return
        open_ = (mine, deliveries.c.state.in_((waiting, held)))
        if standing in HELD:
            await self._connection.execute(update(deliveries).where(*open_).values(state=held))
            return
        over = {"state": DeliveryState.SKIPPED, "reason": REASONS[standing], "ended_at": now}
        # What is out already is corrected all the same.
        sends = update(deliveries).where(*open_, deliveries.c.act == Act.SEND)
        await self._connection.execute(sends.values(**over))
        rest = update(deliveries).where(mine, deliveries.c.state == held)
        await self._connection.execute(rest.values(state=waiting, due_at=now))

    async def _many(self, *conditions: ColumnElement[bool]) -> list[Subscription]:
        query: Select[*tuple[Any, ...]] = (
            select(*COLUMNS, _LAST_SENT.label("last_sent"))
            .select_from(SUBSCRIBED)
            .where(*conditions)
            .order_by(briefings.c.name, subscriptions.c.id)
        )
        rows = await self._connection.execute(query)
        return [subscription_of(row) for row in rows.mappings()]


REASONS = {
    Standing.BY_HAND: "paused by hand",
    Standing.CLOSED: "the briefing is private now",
    Standing.ENDED: "the subscription ended",
}
"""Why nothing is sent to those that stand so."""

STATE_BY_STANDING = case(
    (subscriptions.c.standing == Standing.WORKING, DeliveryState.WAITING),
    (subscriptions.c.standing.in_(HELD), DeliveryState.HELD),
    else_=DeliveryState.SKIPPED,
)
REASON_BY_STANDING = case(
    *((subscriptions.c.standing == standing, reason) for standing, reason in REASONS.items()),
    else_="",
)
