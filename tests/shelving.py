"""Shelving puts newsrooms, briefings and issues into a store, for tests that read them."""

from datetime import date

from bot.domain.briefing import Briefing
from bot.domain.entry import Entry
from bot.domain.issue import Contents, Issue, State
from bot.domain.subscription import Place, Wishes
from bot.store.store import Store, Transaction
from tests.contents import contents
from tests.moments import NOW

DAY = date(2022, 1, 28)


async def found_briefing(
    store: Store, newsroom: int, name: str, *, public: bool = True
) -> Briefing:
    """Makes a briefing, and its newsroom if it is not there."""
    async with store.write() as transaction:
        await transaction.servers.keep_names({newsroom: f"Newsroom {newsroom}"})
        return await transaction.briefings.add(newsroom, name, public=public)


async def put(
    store: Store, briefing: Briefing, what: Contents, state: State = State.PUBLISHED
) -> Issue:
    """Keeps an issue in that state."""
    async with store.write() as transaction:
        key = await transaction.issues.add_draft(briefing.id, what)
        await transaction.entries.replace(key, what.entries)
        await _turn(transaction, key, state)
        return await transaction.issues.existing(key)


async def subscribe_channel(
    transaction: Transaction, server: int, channel: int, briefing: int
) -> None:
    """Lets a channel have all of a briefing; the server's row must be there."""
    place = Place(server=server, channel=channel)
    await transaction.subscriptions.keep(place, briefing, Wishes(), None, NOW)


async def publish(
    store: Store, briefing: Briefing, number: int, *entries: Entry, day: date = DAY
) -> Issue:
    """Keeps a published issue; one number further, one day later, unless a day is given."""
    return await put(store, briefing, contents(number, day, *entries))


async def _turn(transaction: Transaction, key: int, state: State) -> None:
    if state is State.DRAFT:
        return
    await transaction.issues.mark_published(key, NOW)
    await transaction.issues.set_state(key, state)
