"""Post: subscriptions, releases and deliveries in a store, and what has become of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select

from bot.domain.briefing import Briefing
from bot.domain.change import Change
from bot.domain.delivery import Act, Copy, CopyKind, Delivery, DeliveryState
from bot.domain.issue import Issue
from bot.domain.release import ReleaseKind, ReleaseState
from bot.domain.subscription import ChannelKind, Place, Standing, Wishes
from bot.domain.tenure import Tenure
from bot.store.delivery_tables import deliveries
from bot.store.outbox import Settled
from bot.store.store import Store, Transaction
from tests.moments import NOW, later

NEWSROOM, ABROAD = 1, 5
"""Servers: that of the briefings, and another one."""

TENURE = Tenure()
LONG = later(days=300) - NOW

WAITING, HELD, SENDING = DeliveryState.WAITING, DeliveryState.HELD, DeliveryState.SENDING
SENT, SKIPPED, MISSED = DeliveryState.SENT, DeliveryState.SKIPPED, DeliveryState.MISSED
FAILED, UNCERTAIN = DeliveryState.FAILED, DeliveryState.UNCERTAIN


class Row(NamedTuple):
    """A delivery as the database has it."""

    id: int
    act: Act
    release: int
    channel: int
    state: DeliveryState
    due_at: datetime
    reason: str
    ended_at: datetime | None
    copy: int | None
    subscription: int | None
    attempts: int
    asked: bool
    unsure_since: datetime | None
    sending_at: datetime | None


async def rows(store: Store, *releases: int) -> list[Row]:
    """The deliveries of these releases, or of all."""
    chosen = deliveries.c.release_id.in_(releases) if releases else deliveries.c.id > 0
    async with store.read() as transaction:
        connection = transaction.outbox._connection
        found = await connection.execute(select(deliveries).where(chosen).order_by("id"))
        return [_row(dict(row)) for row in found.mappings()]


def _row(found: dict[str, Any]) -> Row:
    named = {"release": "release_id", "channel": "channel_id", "copy": "copy_id"}
    named |= {"subscription": "subscription_id"}
    values = {name: found[named.get(name, name)] for name in Row._fields}
    values |= {"act": Act(values["act"]), "state": DeliveryState(values["state"])}
    return Row(**values)


async def states(store: Store, *releases: int) -> dict[int, DeliveryState]:
    """How the deliveries stand, by channel."""
    return {row.channel: row.state for row in await rows(store, *releases)}


async def subscribe(
    store: Store,
    briefing: Briefing,
    channel: int,
    *countries: str,
    server: int = NEWSROOM,
    kind: ChannelKind = ChannelKind.TEXT,
    standing: Standing = Standing.WORKING,
    **wishes: Any,
) -> int:
    """Subscribes a channel; gives the id of its subscription."""
    place = Place(server=server, channel=channel, kind=kind)
    async with store.write() as transaction:
        await transaction.servers.ensure(server)
        key = await transaction.subscriptions.keep(
            place, briefing.id, Wishes(countries=countries, **wishes), 7, NOW
        )
        if standing is not Standing.WORKING:
            await transaction.subscriptions.set_standing([key], standing, "", NOW)
        return key


async def release(
    store: Store,
    issue: Issue,
    kind: ReleaseKind = ReleaseKind.PUBLICATION,
    state: ReleaseState = ReleaseState.OPEN,
    **more: Any,
) -> int:
    """Keeps a release that was opened now."""
    row = {
        "issue_id": issue.id,
        "kind": kind,
        "state": state,
        "author": "Ada",
        "made_at": NOW,
        "due_at": NOW,
        "opened_at": NOW,
        "expires_at": later(days=1) if not kind.mends else None,
        "revision": 1,
    }
    async with store.write() as transaction:
        return await transaction.releases.add(row | more, Change())


async def tell(
    store: Store,
    key: int,
    briefing: Briefing,
    *countries: str,
    due: datetime = NOW,
    now: datetime = NOW,
) -> None:
    """Puts a message for each subscriber into the outbox."""
    async with store.write() as transaction:
        await transaction.fan_out.to_subscribers(key, briefing.id, countries, due, now)


async def post(
    store: Store,
    issue: Issue,
    channel: int,
    message: int,
    kind: CopyKind = CopyKind.ALERT,
    **more: Any,
) -> Copy:
    """Keeps a message that shows an issue."""
    made = {"issue": issue.id, "channel": channel, "message": message, "kind": kind}
    made |= {"id": 0, "revision": 1, "posted_at": NOW}
    async with store.write() as transaction:
        await transaction.outbox.posted([Copy.model_validate(made | more)])
        found = await transaction.copies.of_issue(issue.id)
        return next(copy for copy in found if copy.message == message)


async def hold(store: Store, now: datetime = NOW) -> None:
    """Takes the lease for as long as any test takes."""
    async with store.write() as transaction:
        assert await transaction.leases.take(TENURE.lease, TENURE.holder, now, LONG)


async def claim(store: Store, now: datetime = NOW, limit: int = 99) -> list[Delivery]:
    """What the holder of the lease gets."""
    async with store.write() as transaction:
        return await transaction.outbox.claim(TENURE, now, limit)


async def settle(
    transaction: Transaction,
    claimed: Sequence[Delivery],
    state: DeliveryState = SENT,
    now: datetime = NOW,
    **more: Any,
) -> None:
    """Records the same of all of these."""
    await transaction.outbox.settle(
        Settled(id=each.id, state=state, now=now, attempts=each.attempts, act=each.act, **more)
        for each in claimed
    )


async def finish(store: Store, claimed: Sequence[Delivery]) -> None:
    """All of these came through."""
    async with store.write() as transaction:
        await settle(transaction, claimed)
