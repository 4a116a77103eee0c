"""Briefings: found by name, by newsroom, by subscription."""

from bot.domain.briefing import Briefing
from bot.domain.subscription import Standing
from bot.store.store import Store
from tests.shelving import found_briefing, subscribe_channel
from tests.store import post


def names(briefings: list[Briefing]) -> list[str]:
    return [briefing.name for briefing in briefings]


async def test_a_briefing_knows_its_newsroom(store: Store) -> None:
    made = await found_briefing(store, 1, "Tides", public=False)
    assert made == Briefing(
        id=made.id, newsroom=1, newsroom_name="Newsroom 1", name="Tides", public=False
    )
    async with store.read() as transaction:
        assert await transaction.briefings.get(made.id) == made
        assert await transaction.briefings.get(made.id + 1) is None


async def test_a_name_is_found_in_any_case_in_its_newsroom_only(store: Store) -> None:
    mine = await found_briefing(store, 1, "Tides")
    theirs = await found_briefing(store, 2, "tides")
    async with store.read() as transaction:
        assert await transaction.briefings.named(1, "TIDES") == mine
        assert await transaction.briefings.named(2, "Tides") == theirs
        assert await transaction.briefings.named(3, "Tides") is None
        assert await transaction.briefings.named(1, "Tide") is None


async def test_the_case_of_every_alphabet_is_known(store: Store) -> None:
    made = await found_briefing(store, 1, "Überblick")
    async with store.read() as transaction:
        assert await transaction.briefings.named(1, " ÜBERBLICK ") == made
        assert await transaction.briefings.named(1, "überblick") == made


async def test_a_briefing_is_renamed_and_painted(store: Store) -> None:
    tides = await found_briefing(store, 1, "Tides")
    fog = await found_briefing(store, 1, "Fog")
    async with store.write() as transaction:
        await transaction.briefings.rename(tides.id, "Überblick")
        await transaction.briefings.paint(tides.id, 0)
        changed = tides.model_copy(update={"name": "Überblick", "colour": 0})
        assert await transaction.briefings.named(1, "überblick") == changed
        await transaction.briefings.paint(tides.id, None)
        assert await transaction.briefings.named(1, "tides") is None
        assert await transaction.briefings.of_newsroom(1) == [
            fog,
            changed.model_copy(update={"colour": None}),
        ]


async def test_a_newsroom_has_its_own_public_or_not(store: Store) -> None:
    await found_briefing(store, 1, "Tides", public=False)
    await found_briefing(store, 1, "Storms")
    await found_briefing(store, 2, "Fog")
    async with store.read() as transaction:
        assert names(await transaction.briefings.of_newsroom(1)) == ["Storms", "Tides"]
        assert names(await transaction.briefings.of_newsroom(3)) == []


async def test_public_ones_are_all_or_those_asked_for(store: Store) -> None:
    tides = await found_briefing(store, 1, "Tides")
    fog = await found_briefing(store, 2, "Fog")
    hidden = await found_briefing(store, 2, "Hidden", public=False)
    async with store.read() as transaction:
        briefings = transaction.briefings
        assert names(await briefings.public()) == ["Fog", "Tides"]
        assert await briefings.public([tides.id, hidden.id, 99]) == [tides]
        assert await briefings.public(frozenset({fog.id})) == [fog]
        assert await briefings.public([]) == []


async def test_a_server_reads_its_own_then_what_its_channels_have_subscribed_to(
    store: Store,
) -> None:
    own = await found_briefing(store, 5, "Zephyrs", public=False)
    tides = await found_briefing(store, 1, "Tides")
    fog = await found_briefing(store, 2, "Fog")
    async with store.write() as transaction:
        await transaction.servers.ensure(5)
        for channel, briefing in ((50, tides), (51, tides), (51, fog), (50, tides)):
            await subscribe_channel(transaction, 5, channel, briefing.id)
    async with store.read() as transaction:
        assert await transaction.briefings.read_by(5) == [own, fog, tides]
        assert await transaction.briefings.of_channel(51) == [tides.id, fog.id]
        assert await transaction.briefings.of_channel(52) == []
        assert await transaction.briefings.read_by(1) == [tides]


async def test_a_briefing_that_turns_private_is_subscribed_to_no_more(store: Store) -> None:
    tides = await found_briefing(store, 1, "Tides")
    async with store.write() as transaction:
        await transaction.servers.ensure(5)
        await subscribe_channel(transaction, 5, 50, tides.id)
        await transaction.briefings.set_public(tides.id, False)
    async with store.read() as transaction:
        assert await transaction.briefings.read_by(5) == []
        assert await transaction.briefings.public() == []


async def test_a_channel_that_has_stopped_reads_nothing_unasked(store: Store) -> None:
    tides = await found_briefing(store, 1, "Tides")
    fog = await found_briefing(store, 1, "Fog")
    standings = {50: Standing.ENDED, 51: Standing.BY_HAND}
    for channel, standing in standings.items():
        briefing = tides if standing is Standing.ENDED else fog
        await post.subscribe(store, briefing, channel, server=5, standing=standing)
    async with store.read() as transaction:
        assert await transaction.briefings.of_channel(50) == []
        assert await transaction.briefings.of_channel(51) == [fog.id]
        assert await transaction.briefings.read_by(5) == [fog]


async def test_a_server_may_be_named_later(store: Store) -> None:
    async with store.write() as transaction:
        await transaction.servers.ensure(7)
        await transaction.servers.ensure(7)
        made = await transaction.briefings.add(7, "Tides", public=True)
        assert made.newsroom_name == "server 7"
        await transaction.servers.keep_names({7: "Harbour Watch"})
        await transaction.servers.ensure(7)
        found = await transaction.briefings.get(made.id)
    assert found is not None
    assert found.label == "Tides · Harbour Watch"
