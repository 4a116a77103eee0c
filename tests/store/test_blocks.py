"""Blocks: servers that are kept out of one briefing."""

from bot.domain.reach import Block
from bot.store.store import Store
from tests.moments import NOW, later
from tests.shelving import found_briefing
from tests.store import post
from tests.store.post import ABROAD

SOON = later(minutes=1)


async def test_a_server_is_kept_out_of_one_briefing_until_it_is_let_in(store: Store) -> None:
    tides = await found_briefing(store, 1, "Tides")
    fog = await found_briefing(store, 1, "Fog")
    async with store.write() as transaction:
        await transaction.servers.keep_names({ABROAD: "Far Shore"})
        await transaction.blocks.add(tides.id, ABROAD, 7, NOW)
        await transaction.blocks.add(tides.id, 10**18, None, SOON)
        await transaction.blocks.add(tides.id, ABROAD, 8, SOON)  # it is out already
        for briefing, out in ((tides, {ABROAD, 10**18}), (fog, set())):
            found = await transaction.briefings.get(briefing.id)
            assert found
            assert found.kept_out == out
            assert await transaction.blocks.count(briefing.id) == len(out)
        assert await transaction.blocks.remove(tides.id, ABROAD)
        assert not await transaction.blocks.remove(tides.id, ABROAD)
        assert not await transaction.blocks.remove(tides.id, 10**20)
        assert await transaction.blocks.count(tides.id) == 1


async def test_the_last_stand_first_with_their_names_page_by_page(store: Store) -> None:
    tides = await found_briefing(store, 1, "Tides")
    async with store.write() as transaction:
        await transaction.servers.keep_names({ABROAD: "Far Shore"})
        await transaction.blocks.add(tides.id, ABROAD, 7, NOW)
        await transaction.blocks.add(tides.id, 99, None, SOON)
        first = await transaction.blocks.of_briefing(tides.id, 0, 1)
        rest = await transaction.blocks.of_briefing(tides.id, 1, 5)
    assert first == [Block(server=99, name="server 99", by=None, at=SOON)]
    assert rest == [Block(server=ABROAD, name="Far Shore", by=7, at=NOW)]


async def test_a_subscription_says_who_is_kept_out_of_its_briefing(store: Store) -> None:
    tides = await found_briefing(store, 1, "Tides")
    key = await post.subscribe(store, tides, 50, server=ABROAD)
    async with store.write() as transaction:
        await transaction.blocks.add(tides.id, ABROAD, 7, NOW)
        found = await transaction.subscriptions.get(key)
    assert found
    assert found.briefing.kept_out == {ABROAD}
