"""Reaches: servers and channels of a briefing, counted."""

from bot.domain.reach import Totals
from bot.domain.subscription import Standing
from bot.store.store import Store
from tests.moments import NOW
from tests.shelving import found_briefing
from tests.store import post


async def test_what_has_ended_is_not_counted_and_what_pauses_is(store: Store) -> None:
    tides, fog = [await found_briefing(store, 1, name) for name in ("Tides", "Fog")]
    for channel, server in ((10, 1), (50, 5), (51, 5), (52, 5), (60, 6)):
        standing = {51: Standing.GONE, 52: Standing.BY_HAND, 60: Standing.ENDED}.get(channel)
        await post.subscribe(
            store, tides, channel, server=server, standing=standing or Standing.WORKING
        )
    async with store.write() as transaction:
        await transaction.blocks.add(tides.id, 6, 7, NOW)
        assert await transaction.reaches.totals(tides.id) == Totals(
            servers=2, channels=4, paused=2, blocked=1
        )
        assert await transaction.reaches.totals(fog.id) == Totals()


async def test_the_newsroom_stands_first_then_those_of_most_channels(store: Store) -> None:
    tides = await found_briefing(store, 9, "Tides")
    for channel, server in ((90, 9), (50, 5), (60, 6), (61, 6), (70, 7)):
        await post.subscribe(store, tides, channel, server=server)
    names = {5: "Bay", 6: "Cape", 7: "Ait", 9: "Tide Desk"}
    async with store.write() as transaction:
        await transaction.servers.keep_names(names)
        found = await transaction.reaches.servers(tides, 0, 9)
        assert list(found.items()) == [(9, "Tide Desk"), (6, "Cape"), (7, "Ait"), (5, "Bay")]
        assert list(await transaction.reaches.servers(tides, 1, 2)) == [6, 7]
        assert list(await transaction.reaches.servers(tides, 4, 2)) == []


async def test_only_who_has_had_it_or_is_kept_out_has_a_name(store: Store) -> None:
    tides, fog = [await found_briefing(store, 1, name) for name in ("Tides", "Fog")]
    await post.subscribe(store, tides, 50, server=5, standing=Standing.ENDED)
    async with store.write() as transaction:
        await transaction.servers.keep_names({5: "Bay", 6: "Cape"})
        reaches = transaction.reaches
        assert await reaches.name(tides.id, 5) == "Bay"
        assert await reaches.name(fog.id, 5) is None
        assert await reaches.name(tides.id, 6) is None
        assert await reaches.name(tides.id, 10**20) is None
        await transaction.blocks.add(fog.id, 6, 7, NOW)
        assert await reaches.name(fog.id, 6) == "Cape"
        assert await reaches.name(tides.id, 6) is None


async def test_the_channels_of_some_servers(store: Store) -> None:
    tides, fog = [await found_briefing(store, 1, name) for name in ("Tides", "Fog")]
    for briefing, channel, server in ((tides, 50, 5), (fog, 50, 5), (tides, 60, 6), (tides, 70, 7)):
        await post.subscribe(store, briefing, channel, server=server)
    await post.subscribe(store, tides, 61, server=6, standing=Standing.ENDED)
    async with store.read() as transaction:
        found = await transaction.subscriptions.of_servers(tides.id, [5, 6])
        assert [each.place.channel for each in found] == [50, 60]
        assert await transaction.subscriptions.of_servers(tides.id, []) == []
