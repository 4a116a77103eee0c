"""The standing of subscriptions: found for whoever asks, and changed by what the bot may do."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.access import Access
from bot.domain.subscription import HELD, Place, Standing, Subscription
from bot.errors import Refused
from bot.store.store import Transaction

_MOST_IN_SERVER = 100
_TOLD_AGAIN = timedelta(days=1)


async def existing(store: Transaction, key: int) -> Subscription:
    """The subscription of that id, an ended one too; raises Refused if there is none."""
    found = await store.subscriptions.get(key)
    if found is None:
        raise Refused("There is no such subscription; `/alerts list` shows what there is.")
    return found


async def own(store: Transaction, server: int, key: int) -> Subscription:
    """One that the server has now; raises Refused if there is none such."""
    found = await existing(store, key)
    if found.place.server != server or found.standing is Standing.ENDED:
        raise Refused("This subscription has ended; `/alerts list` shows what there is.")
    return found


async def reopen(store: Transaction, key: int, access: Access, now: datetime) -> Subscription:
    """Lets one work, and with it what waits for it; not if its channel or briefing is closed."""
    found = await existing(store, key)
    standing = Standing.CLOSED if closed(found) else Standing.WORKING
    await store.subscriptions.set_standing([key], standing, "", now)
    if standing is Standing.WORKING:
        await restand(store, await existing(store, key), access, now)
    return await existing(store, key)


def closed(found: Subscription) -> bool:
    """Whether the briefing is another server's, and not read in this one now."""
    return not found.briefing.open_to(found.place.server)


async def restand(store: Transaction, found: Subscription, access: Access, now: datetime) -> bool:
    """Whether what the bot may do in its channel changes how a subscription stands."""
    if access.kind not in (None, found.place.kind):
        # A text channel can be made an announcement channel, and back.
        await store.subscriptions.set_kind(found.id, access.kind)
    if closed(found):
        return False
    standing = Standing.WORKING
    if access.blocking:
        standing = Standing.NO_RIGHT if access.there else Standing.GONE
    detail = " ".join(access.blocking)
    if (standing, detail) == (found.standing, found.detail):
        return False
    changed = standing is not found.standing
    since = now if changed else found.since or now
    await store.subscriptions.set_standing([found.id], standing, detail, since)
    return changed


async def require_room(store: Transaction, place: Place, briefing: int) -> None:
    """Raises Refused for a new subscription of a server that has too many."""
    mine = await store.subscriptions.of_server(place.server)
    again = any(
        (each.place.channel, each.briefing.id) == (place.channel, briefing) for each in mine
    )
    if not again and len(mine) >= _MOST_IN_SERVER:
        raise Refused(
            f"This server has {_MOST_IN_SERVER} subscriptions already; `/alerts list` can"
            " remove some."
        )


async def untold(store: Transaction, keys: Iterable[int], now: datetime) -> list[Subscription]:
    """Those whose loss has to be told now; what a notice of today says of others is noted."""
    due, known = list[Subscription](), list[int]()
    for key in keys:
        found = await store.subscriptions.get(key)
        if found is None or found.standing not in HELD or found.told:
            continue
        beside = await store.subscriptions.of_channels([found.place.channel])
        recent = [each for each in beside if each.told_at and now - each.told_at < _TOLD_AGAIN]
        if not recent:
            due.append(found)
        elif any(_tells_of(each, found) for each in recent):
            known.append(key)
    await store.subscriptions.told(known, now)
    return due


def _tells_of(told: Subscription, found: Subscription) -> bool:
    """Whether the notice of one loss says enough of another one in the same channel."""
    return told.standing in HELD and told.told and told.subscriber == found.subscriber
