"""Nonces, which keep a message from being made twice for as long as they are remembered."""

import aiohttp
import discord
import pytest

from tests.wire.wire import Wire


async def test_a_message_with_a_nonce_is_made_once(there: Wire, client: discord.Client) -> None:
    channel = client.get_partial_messageable(5)
    first = await channel.send("One", nonce="n")
    there.shift(180)
    again = await channel.send("Other words", nonce="n")
    assert (again.id, again.content, again.nonce) == (first.id, "One", "n")
    assert [message.id for message in there.stored(5)] == [first.id]
    assert [record.outcome for record in there.journal.records] == ["stored", "deduplicated"]
    assert there.journal.records[1].message == first.id
    assert there.journal.records[1].status == 200
    assert there.duplicates() == {}


async def test_a_nonce_is_forgotten(there: Wire, client: discord.Client) -> None:
    channel = client.get_partial_messageable(5)
    first = await channel.send("One", nonce="n")
    there.shift(180.1)
    second = await channel.send("One", nonce="n")
    assert second.id != first.id
    assert there.duplicates() == {5: 1}
    assert there.summary()["duplicates"] == 1
    there.shift(100)
    assert (await channel.send("One", nonce="n")).id == second.id


async def test_a_nonce_is_one_in_all_channels(there: Wire, client: discord.Client) -> None:
    first = await client.get_partial_messageable(5).send("One", nonce="n")
    elsewhere = await client.get_partial_messageable(6).send("One", nonce="n")
    assert elsewhere.id == first.id
    assert there.lost([5, 6]) == [6]


async def test_nothing_takes_the_place_of_what_was_deleted(
    there: Wire, client: discord.Client
) -> None:
    channel = client.get_partial_messageable(5)
    first = await channel.send("One", nonce="n")
    await first.delete()
    with pytest.raises(discord.NotFound) as error:
        await channel.send("One", nonce="n")
    assert error.value.code == 10008
    assert there.stored(5) == []


async def test_numbers_are_nonces_too(there: Wire, client: discord.Client) -> None:
    channel = client.get_partial_messageable(5)
    assert (await channel.send("One", nonce=12)).id == (await channel.send("One", nonce=12)).id
    assert there.journal.records[0].nonce == "12"


async def test_without_a_nonce_of_ones_own_each_message_is_another(
    there: Wire, client: discord.Client
) -> None:
    channel = client.get_partial_messageable(5)
    for _ in range(2):
        await channel.send("One")
    first, second = there.journal.records
    assert first.nonce != second.nonce
    assert len(there.stored(5)) == 2


async def test_a_nonce_that_is_not_to_be_enforced_is_not(
    there: Wire, asking: aiohttp.ClientSession
) -> None:
    for _ in range(2):
        body = {"content": "One", "nonce": "n"}
        async with asking.post("/channels/5/messages", json=body) as response:
            assert response.status == 200
    assert there.duplicates() == {5: 1}


async def test_duplicates_and_losses_are_told_by_a_stamp_in_the_text_too(
    there: Wire, client: discord.Client
) -> None:
    for channel, text in ((5, "Alert 7"), (5, "Alert 7"), (6, "Alert 8"), (7, "Chatter")):
        await client.get_partial_messageable(channel).send(text)
    assert there.duplicates() == {}
    assert there.duplicates(r"Alert \d") == {5: 1}
    assert there.lost([5, 6, 7, 8], r"Alert \d") == [7, 8]
    assert there.lost([5, 6, 7, 8], "Alert 7") == [6, 7, 8]
    assert there.counts() == {5: 2, 6: 1, 7: 1}
