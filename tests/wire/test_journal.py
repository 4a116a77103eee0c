"""The journal of what was asked."""

import discord

from tests.wire.fault import Fault
from tests.wire.naps import Naps
from tests.wire.wire import Wire


async def test_everything_is_summed_up(there: Wire, client: discord.Client, naps: Naps) -> None:
    there.plan(Fault("error", after=True, status=500))
    began = there.clock()
    sent = await client.get_partial_messageable(5).send("One")
    there.shift(3)
    await client.get_partial_messageable(6).send("Two")
    await sent.edit(content="Three")
    assert there.summary() == {
        "requests": 4,
        "statuses": {"500": 1, "200": 3},
        "routes": {"create": 3, "edit": 1},
        "outcomes": {"stored": 2, "deduplicated": 1, "edited": 1},
        "faults": {"error": 1},
        "scopes": {},
        "invalid": 0,
        "busiest": 2,
        "first": began,
        "last": began + 4,
        "messages": 2,
        "duplicates": 0,
        "asked": 0,
        "latencies": [],
    }


async def test_requests_are_counted_by_what_is_known_of_them(
    there: Wire, client: discord.Client
) -> None:
    sent = await client.get_partial_messageable(5).send("One", nonce="n")
    await client.get_partial_messageable(6).send("Two")
    assert there.count(name="create") == 2
    assert there.count(channel=5, nonce="n", status=200, outcome="stored") == 1
    assert there.count(message=sent.id) == 1
    assert there.count(method="PATCH") == 0


async def test_a_record_is_shown_as_json(there: Wire, client: discord.Client) -> None:
    sent = await client.get_partial_messageable(5).send("One", nonce="n")
    assert there.journal.records[0].shown() == {
        "at": there.clock(),
        "method": "POST",
        "path": "/channels/5/messages",
        "name": "create",
        "channel": 5,
        "nonce": "n",
        "status": 200,
        "outcome": "stored",
        "message": sent.id,
        "scope": "",
        "fault": "",
    }
